#include "core/engine/Accounts.h"
#include "core/engine/Contacts.h"
#include "core/engine/DisplayReports.h"
#include "core/engine/Nudges.h"
#include "core/engine/Options.h"
#include "core/engine/Reach.h"
#include "ui/settings/ChoicesGroup.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/StatusLine.h"
#include "ui/widgets/FaultText.h"
#include "ui/widgets/QuestionBar.h"

#include <algorithm>

namespace isthmus::shell {

using namespace model;
using engine::Options;
using widgets::QuestionBar;

namespace {

const QLatin1String serverKey("server:");
const QLatin1String reportKey("report:");
const QLatin1String nudgeKey("nudge:");
const QLatin1String joinKey("join:");

}

/// What the user is asked while using the program; the answers are kept by the engine.
void MainWindow::bindQuestions()
{
    connect(m_questions, &QuestionBar::answered, this, &MainWindow::answerQuestion);
    connect(&m_engine.options(), &Options::mailServersChanged, this, &MainWindow::askAboutServers);
    askAboutServers();
    connect(&m_engine.displayReports(), &engine::DisplayReports::questionsChanged, this, &MainWindow::askAboutReports);
    askAboutReports();
    connect(&m_engine.nudges(), &engine::Nudges::questionsChanged, this, &MainWindow::askAboutNudges);
    // Many people change at once when a roster comes.
    m_joinTimer.setSingleShot(true);
    m_joinTimer.setInterval(0);
    connect(&m_joinTimer, &QTimer::timeout, this, &MainWindow::askAboutJoins);
    connect(&m_engine.contacts(), &engine::Contacts::changed, &m_joinTimer, qOverload<>(&QTimer::start));
    connect(&m_engine.contacts(), &engine::Contacts::reset, &m_joinTimer, qOverload<>(&QTimer::start));
    askAboutJoins();
}

void MainWindow::askAboutNudges()
{
    for (const engine::Nudges::Question &question : m_engine.nudges().questions()) {
        m_questions->ask({nudgeKey + QString::number(question.item.raw),
                          tr("“%1” has left for %2. Say so by chat, too?").arg(question.subject, question.name),
                          tr("Tell %1 by chat").arg(question.name), tr("No")});
    }
}

void MainWindow::askAboutJoins()
{
    const engine::Contacts &contacts = m_engine.contacts();
    QStringList present;
    m_joins = contacts.joinProposals();
    for (const engine::Contacts::JoinProposal &join : m_joins) {
        const auto person = contacts.contact(join.person);
        const auto other = contacts.contact(join.other);
        if (!person || !other || m_joinsAnswered.contains(join.link))
            continue;
        const QString key = joinKey + QString::number(join.link.raw);
        present.append(key);
        const QString address = engine::addressText(join.address);
        const QString sentence =
            join.evidence == Evidence::Published
                ? tr("%1 (%2) tells contacts to write to %3, which you know as %4. Are they the same person?")
                : tr("The profile of %1 (%2) names the address %3, which you know as %4. Are they the same person?");
        // With the address that says so: a name is whatever its owner calls itself.
        const model::AddressLink *chat = person->firstChat();
        const QString from = engine::addressText(chat ? chat->address : person->links.front().address);
        m_questions->ask({key, sentence.arg(person->name, from, address, other->name), tr("Yes, join them"), tr("No")});
    }
    for (const QString &key : std::as_const(m_joinQuestions)) {
        if (!present.contains(key))
            m_questions->withdraw(key);
    }
    m_joinQuestions = present;
}

void MainWindow::answerJoin(LinkId link, bool yes)
{
    engine::Contacts &contacts = m_engine.contacts();
    const auto join = std::find_if(m_joins.begin(), m_joins.end(), [link](const auto &one) { return one.link == link; });
    if (join == m_joins.end())
        return;
    m_joinsAnswered.insert(link); // until it is on disk, it would be asked again
    (yes ? contacts.joinAs(*join) : contacts.deny(*join)).then(this, [this, link](const base::Result<base::Done> &done) {
        m_joinsAnswered.erase(link);
        if (!done)
            m_status->announce(widgets::faultText(done.error().fault, widgets::Doing::Contacts).sentence());
    });
}

/// One question for each correspondent, and one for each report that would go to somebody else.
void MainWindow::askAboutReports()
{
    QStringList present;
    for (const engine::DisplayReports::Question &question : m_engine.displayReports().questions()) {
        const QString which = question.elsewhere ? QStringLiteral("mail") + QString::number(question.item.raw)
                                                 : QString::number(question.person.raw);
        const QString key = reportKey + which;
        if (present.contains(key))
            continue;
        present.append(key);
        m_reportItems.insert(key, question.item);
        if (question.elsewhere) {
            m_questions->ask(
                {key,
                 tr("“%1” from %2 asks for a notice to %3, which is not its sender, that you have read it. Send it?")
                     .arg(question.subject, question.name, question.to.toString()),
                 tr("Send this notice"), tr("Do not send")});
        } else {
            m_questions->ask({key,
                              tr("%1 asks to be told when you have read an e-mail. Tell %1 from now on?").arg(question.name),
                              tr("Tell %1").arg(question.name), tr("Never")});
        }
    }
    for (const QString &key : std::as_const(m_reportQuestions)) {
        if (!present.contains(key))
            m_questions->withdraw(key);
    }
    m_reportQuestions = present;
}

/// What reports, notices and forwarding do, in the settings.
void MainWindow::addChoices(settings::SettingsDialog &dialog)
{
    auto *choices = new settings::ChoicesGroup(m_engine.options().settings(), m_engine.accounts().all(),
                                               m_engine.options().mailServers(), &dialog);
    const auto report = [this](const base::Result<base::Done> &result) {
        if (!result)
            m_status->announce(widgets::faultText(result.error().fault, widgets::Doing::Settings).sentence());
    };
    connect(choices, &settings::ChoicesGroup::chosen, this,
            [this, report](const Settings &settings) { m_engine.options().save(settings).then(this, report); });
    connect(choices, &settings::ChoicesGroup::serverDecided, this,
            [this, report](AccountId account, const QString &server, bool trust) {
                m_engine.options().decide(account, server, trust).then(this, report);
            });
    dialog.addGroup(choices);
}

void MainWindow::askAboutServers()
{
    for (const Options::MailServer &server : m_engine.options().mailServers()) {
        const QString key = serverKey + QString::number(server.account.raw) + QLatin1Char(':') + server.name;
        if (server.trust != Options::MailServer::Trust::Undecided) {
            m_questions->withdraw(key);
            continue;
        }
        m_questions->ask({key,
                          tr("Incoming mail says that %1 checks its senders. Is that your mail provider's server, whose "
                             "word about senders may be shown?")
                              .arg(server.name),
                          tr("Yes, it is my provider's"), tr("No")});
    }
}

void MainWindow::answerQuestion(const QString &key, bool yes)
{
    const auto report = [this](const base::Result<base::Done> &result) {
        if (!result)
            m_status->announce(widgets::faultText(result.error().fault, widgets::Doing::Settings).sentence());
    };
    if (key.startsWith(serverKey)) {
        const AccountId account{key.section(QLatin1Char(':'), 1, 1).toLongLong()};
        m_engine.options().decide(account, key.section(QLatin1Char(':'), 2), yes).then(this, report);
    } else if (key.startsWith(joinKey)) {
        answerJoin(LinkId{key.section(QLatin1Char(':'), 1).toLongLong()}, yes);
    } else if (key.startsWith(nudgeKey)) {
        m_engine.nudges().answer(ItemId{key.section(QLatin1Char(':'), 1).toLongLong()}, yes);
    } else if (key.startsWith(reportKey)) {
        m_engine.displayReports().answer(m_reportItems.take(key), yes).then(this, report);
    }
}

}

#include "core/engine/ContactRequests.h"
#include "core/engine/Contacts.h"
#include "core/engine/Reach.h"
#include "ui/composer/Composer.h"
#include "ui/contacts/AddressRow.h"
#include "ui/contacts/ContactCard.h"
#include "ui/contacts/NewContactDialog.h"
#include "ui/conversations/ConversationPane.h"
#include "ui/shell/ConversationView.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/RequestBar.h"
#include "ui/shell/StatusLine.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FaultText.h"
#include "ui/widgets/Prompter.h"

#include <QAction>
#include <QStackedWidget>

namespace isthmus::shell {

using namespace model;
using contacts::ContactCard;

void MainWindow::bindRequests()
{
    engine::ContactRequests &requests = m_engine.contactRequests();
    const auto show = [this, &requests] {
        const bool more = requests.open().size() > 0 && !m_requests->isVisibleTo(m_main);
        m_requests->setRequests(requests.open());
        if (more)
            m_status->announce(m_requests->words());
    };
    connect(&requests, &engine::ContactRequests::changed, this, show);
    connect(m_requests, &RequestBar::accepted, this,
            [this](qint64 id) { reportContacts(m_engine.contactRequests().accept(id)); });
    connect(m_requests, &RequestBar::declined, this,
            [this](qint64 id) { reportContacts(m_engine.contactRequests().decline(id)); });
    show();
}

void MainWindow::bindCard()
{
    engine::Contacts &contacts = m_engine.contacts();
    connect(&contacts, &engine::Contacts::changed, this, [this](PersonId person) {
        if (m_card->isVisible() && person == m_card->person())
            refreshCard();
        if (person == m_conversation->person())
            refreshPersonCommands();
        leaveWhoIsGone();
    });
    connect(&contacts, &engine::Contacts::reset, this, [this] {
        if (m_card->isVisible())
            refreshCard();
        leaveWhoIsGone();
    });
    connect(m_card, &ContactCard::closed, this, &MainWindow::hideDetails);
    connect(m_card, &ContactCard::chatRequested, this, [this] { m_conversation->writeChat(); });
    connect(m_card, &ContactCard::mailRequested, this, [this] { m_conversation->writeMail(); });
    connect(m_card, &ContactCard::renamed, this,
            [this](const QString &name) { reportContacts(m_engine.contacts().rename(m_card->person(), name)); });
    connect(m_card, &ContactCard::sendViaChosen, this,
            [this](SendVia via) { reportContacts(m_engine.contacts().setSendVia(m_card->person(), via)); });
    connect(m_card, &ContactCard::confirmRequested, this,
            [this](const Address &address) { takeAddress(address, Evidence::Confirmed); });
    connect(m_card, &ContactCard::addRequested, this,
            [this](const Address &address) { takeAddress(address, Evidence::User); });
    connect(m_card, &ContactCard::removeRequested, this, &MainWindow::splitAddress);
    connect(m_card, &ContactCard::mergeRequested, this, &MainWindow::joinPersons);
}

/// Two were found to be one, which the conversation follows, with what is being written; or a person went with the last
/// account that knew them: what is written to nobody could not be kept.
void MainWindow::leaveWhoIsGone()
{
    const PersonId person = m_conversation->person();
    if (!person.isValid() || m_engine.contacts().contact(person))
        return;
    if (const auto heir = m_conversation->heir()) {
        composer::Composer &composer = m_conversation->composer();
        const composer::ComposerState typed = composer.state();
        m_conversation->open(*heir);
        m_list->setCurrent(*heir);
        if (typed.text.startsWith(composer.state().text)) // kept a moment ago, or nothing
            composer.setState(typed);
        refreshTitle();
        refreshPersonCommands();
        return;
    }
    m_conversation->openNewMail();
    if (m_middle->currentWidget() == m_conversation)
        m_middle->setCurrentWidget(m_placeholder);
    refreshTitle();
}

void MainWindow::reportContacts(const base::Task<base::Done> &task)
{
    task.then(this, [this](const base::Result<base::Done> &result) {
        if (!result)
            m_card->showError(result.error());
    });
}

/// An address for the person of the card. One that somebody else has is no error: the two may be one.
void MainWindow::takeAddress(const Address &address, Evidence evidence)
{
    engine::Contacts &contacts = m_engine.contacts();
    const PersonId person = m_card->person();
    contacts.addAddress(person, address, evidence).then(this, [=, this, &contacts](const base::Result<base::Done> &result) {
        if (result)
            return;
        const auto owner = contacts.personOf(address);
        const auto other = owner ? contacts.contact(*owner) : std::nullopt;
        const auto mine = contacts.contact(person);
        if (result.error().fault != base::Fault::Conflict || !other || !mine) {
            m_card->showError(result.error());
            return;
        }
        const widgets::Question question{
            tr("The same person"),
            tr("%1 is an address of %2. Are %2 and %3 the same person?")
                .arg(engine::addressText(address), other->name, mine->name),
            tr("Both become one, with one conversation. No message is changed; splitting off an address undoes it."),
            tr("Join")};
        widgets::Prompter::ask(this, question).then(this, [=, this, &contacts](const base::Result<base::Done> &yes) {
            if (yes)
                reportContacts(contacts.joinAs({person, *owner, {}, address, evidence, {}}));
        });
    });
}

void MainWindow::showDetails(PersonId person)
{
    const auto contact = m_engine.contacts().contact(person);
    if (!contact)
        return;
    m_card->setContact(*contact);
    m_card->show();
    refreshCard();
}

void MainWindow::hideDetails()
{
    m_card->hide();
    if (m_conversation->isVisible())
        m_conversation->composer().focusText();
}

void MainWindow::refreshCard()
{
    const auto contact = m_engine.contacts().contact(m_card->person());
    if (!contact) {
        m_card->hide();
        return;
    }
    m_card->setContact(*contact);
}

void MainWindow::splitAddress(LinkId link, const QString &address)
{
    const widgets::Question question{
        tr("Split off an address"), tr("%1 becomes a person of its own, with its messages.").arg(address),
        tr("Nothing is lost; joining the two again brings them back together."), tr("Split off")};
    widgets::Prompter::ask(this, question)
        .then(this, [this, link, person = m_card->person()](const base::Result<base::Done> &yes) {
            if (yes)
                reportContacts(m_engine.contacts().removeAddress(person, link));
        });
}

void MainWindow::joinPersons()
{
    std::vector<PersonId> others;
    widgets::ChoiceQuestion question{tr("The same person"),
                                     tr("Who is this contact too? Both become one, with one conversation. No message is "
                                        "changed; splitting off an address undoes it."),
                                     {},
                                     tr("Join")};
    for (const Contact &other : m_engine.contacts().all()) {
        if (other.id == m_card->person() || other.links.empty())
            continue;
        others.push_back(other.id);
        question.choices.append(
            tr("%1 (%2)", "name (address)").arg(other.name, engine::addressText(other.links.front().address)));
    }
    if (others.empty()) {
        m_status->announce(tr("There is nobody else yet to join with."));
        return;
    }
    widgets::Prompter::choose(this, question)
        .then(this, [this, others, person = m_card->person()](const base::Result<int> &choice) {
            if (choice && *choice >= 0)
                reportContacts(m_engine.contacts().merge(person, others[static_cast<std::size_t>(*choice)]));
        });
}

void MainWindow::mute(PersonId person, bool muted)
{
    if (person.isValid())
        tellFault(m_engine.contacts().setMuted(person, muted));
}

void MainWindow::block(PersonId person, bool blocked)
{
    const auto contact = m_engine.contacts().contact(person);
    if (!contact)
        return;
    if (!blocked) {
        tellFault(m_engine.contacts().setBlocked(person, false));
        return;
    }
    const widgets::Question question{
        tr("Block"), tr("Block %1 on all addresses?").arg(contact->name),
        tr("Nothing of what comes is shown or told any more. What was written stays; searching for the "
           "name finds the person again, to be unblocked."),
        tr("Block"), true};
    widgets::Prompter::ask(this, question).then(this, [this, person](const base::Result<base::Done> &yes) {
        if (yes)
            tellFault(m_engine.contacts().setBlocked(person, true));
    });
}

/// Mute and block say what they would do now.
void MainWindow::refreshPersonCommands()
{
    const auto contact = m_engine.contacts().contact(m_conversation->person());
    m_commands.action(QStringLiteral("muteContact"))->setText(contact && contact->muted ? tr("Unmute") : tr("Mute"));
    m_commands.action(QStringLiteral("blockContact"))->setText(contact && contact->blocked ? tr("Unblock") : tr("Block…"));
}

void MainWindow::tellFault(const base::Task<base::Done> &task)
{
    task.then(this, [this](const base::Result<base::Done> &result) {
        if (!result)
            m_status->announce(widgets::faultText(result.error().fault, widgets::Doing::Contacts).sentence());
    });
}

void MainWindow::addContact()
{
    auto *dialog = new contacts::NewContactDialog(this);
    connect(dialog, &contacts::NewContactDialog::entered, this, [this](const Address &address, const QString &name) {
        m_engine.contacts().findOrAdd(address, name).then(this, [this, address, name](const base::Result<PersonId> &person) {
            if (!person) {
                m_status->announce(widgets::faultText(person.error().fault, widgets::Doing::Contacts).sentence());
                return;
            }
            if (const auto *jid = std::get_if<Jid>(&address)) {
                m_engine.contacts().addToRoster(*jid, name).then(this, [this](const base::Result<base::Done> &result) {
                    if (!result)
                        m_status->announce(widgets::faultText(result.error().fault, widgets::Doing::Contacts).sentence());
                });
            }
            openConversation(person.value(), true);
        });
    });
    dialog->open();
}

}

#include "core/engine/Contacts.h"
#include "core/engine/Drafts.h"
#include "ui/composer/Composer.h"
#include "ui/shell/ConversationView.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/StatusLine.h"
#include "ui/widgets/FaultText.h"
#include "ui/widgets/Prompter.h"

#include <QStackedWidget>
#include <QUrl>
#include <QUrlQuery>

namespace isthmus::shell {

using namespace model;

void MainWindow::openLink(const QUrl &link)
{
    if (m_stack->currentWidget() != m_main)
        return;
    if (link.scheme() == QLatin1String("mailto"))
        openMailLink(link);
    else if (link.scheme() == QLatin1String("xmpp"))
        openChatLink(link);
}

/// In the empty mail; what is written there already is lost only if the user says so.
void MainWindow::beginMail(const composer::ComposerState &state)
{
    newMail(); // what stands in its fields is kept by that
    if (const auto unfinished = m_engine.drafts().find({})) {
        const widgets::Question question{tr("New e-mail"), tr("An unfinished e-mail is open: “%1”").arg(unfinished->line()),
                                         tr("A new one can begin in its place. What is written here would be lost."),
                                         tr("Discard it and begin the new one"), true};
        widgets::Prompter::ask(this, question).then(this, [this, state](const base::Result<base::Done> &yes) {
            if (yes)
                m_conversation->composer().setState(state);
        });
        return;
    }
    m_conversation->composer().setState(state);
    m_conversation->composer().focusText();
}

/// Only what the user then sees in its field is taken from a link: no attachment, no other header
/// (RFC 6068, section 7).
void MainWindow::openMailLink(const QUrl &link)
{
    const QUrlQuery query(link);
    const auto value = [&query](const char *key) { return query.queryItemValue(QLatin1String(key), QUrl::FullyDecoded); };
    composer::ComposerState state;
    state.kind = Draft::Kind::Mail;
    QStringList to{link.path(QUrl::FullyDecoded), value("to")};
    to.removeAll(QString());
    state.fields.to = to.join(QStringLiteral(", ")).remove(u'\n').remove(u'\r');
    state.fields.cc = value("cc").remove(u'\n').remove(u'\r');
    state.fields.subject = value("subject").simplified();
    state.text = value("body").replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    beginMail(state);
}

void MainWindow::openChatLink(const QUrl &link)
{
    const auto jid = Jid::parse(link.path(QUrl::FullyDecoded));
    if (!jid)
        return;
    const Address address(jid->bare());
    if (const auto person = m_engine.contacts().personOf(address)) {
        openConversation(*person, true);
        return;
    }
    const widgets::Question question{
        tr("Chat"), tr("Add %1 to your contacts and chat?").arg(jid->bare().toString()), {}, tr("Add and chat")};
    widgets::Prompter::ask(this, question).then(this, [this, address](const base::Result<base::Done> &yes) {
        if (!yes)
            return;
        m_engine.contacts().findOrAdd(address, {}).then(this, [this](const base::Result<PersonId> &person) {
            if (person)
                openConversation(person.value(), true);
            else
                m_status->announce(widgets::faultText(person.error().fault, widgets::Doing::Contacts).sentence());
        });
    });
}

}

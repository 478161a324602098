#include "core/engine/Accounts.h"
#include "core/engine/Contacts.h"
#include "core/engine/History.h"
#include "ui/composer/Composer.h"
#include "ui/conversations/ConversationPane.h"
#include "ui/mailbox/MailboxPane.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/ConversationView.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/PlacesDialog.h"
#include "ui/timeline/TimelineView.h"

#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QStackedWidget>

#include <algorithm>
#include <tuple>

namespace isthmus::shell {

using timeline::ItemAction;

void MainWindow::buildMenus()
{
    buildProgramMenu();
    buildConversationMenu();
    buildMessageMenu();
    QMenu *view = menuBar()->addMenu(tr("&View"));
    addLayoutMenu(*view);
    m_commands.add(view, QStringLiteral("nextUnread"), tr("Next unread e-mail"), Qt::Key_F8,
                   [this] { m_mailbox->nextUnread(); });
    m_mainActions.push_back(
        m_commands.add(view, QStringLiteral("nextPane"), tr("Next pane"), Qt::Key_F6, [this] { cyclePanes(1); }));
    m_mainActions.push_back(m_commands.add(view, QStringLiteral("previousPane"), tr("Previous pane"), Qt::SHIFT | Qt::Key_F6,
                                           [this] { cyclePanes(-1); }));
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    m_commands.add(help, QStringLiteral("commands"), tr("All commands…"), Qt::CTRL | Qt::SHIFT | Qt::Key_P,
                   [this] { (new CommandPalette(m_commands, this))->open(); });
    m_commands.add(help, QStringLiteral("showKeys"), tr("Keys…"), Qt::Key_F1,
                   [this] { (new KeysDialog(m_commands, this))->open(); });
    m_commands.add(help, QStringLiteral("showPlaces"), tr("Where things are…"), {}, [this] { showPlaces(); });
    m_commands.add(help, QStringLiteral("about"), tr("About Isthmus"), {}, [this] { showAbout(); });
    connect(m_stack, &QStackedWidget::currentChanged, this, &MainWindow::refreshCommands);
    connect(m_middle, &QStackedWidget::currentChanged, this, &MainWindow::refreshCommands);
    refreshCommands();
    m_commands.comeBeforeFields(this);
}

void MainWindow::buildProgramMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Isthmus"));
    m_mainActions.push_back(
        m_commands.add(menu, QStringLiteral("newMail"), tr("New e-mail"), Qt::CTRL | Qt::Key_N, [this] { newMail(); }));
    m_mainActions.push_back(m_commands.add(menu, QStringLiteral("newContact"), tr("Add contact…"),
                                           Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this] { addContact(); }));
    menu->addSeparator();
    m_mainActions.push_back(m_commands.add(menu, QStringLiteral("checkMail"), tr("Check mail"), Qt::Key_F5,
                                           [this] { m_engine.accounts().checkMail(); }));
    QAction *older = m_commands.add(menu, QStringLiteral("fetchOlder"), tr("Fetch older messages"), {},
                                    [this] { pauseHistory(!m_engine.history().isPaused()); });
    older->setCheckable(true);
    m_mainActions.push_back(older);
    m_mainActions.push_back(m_commands.add(menu, QStringLiteral("goOnline"), tr("Go online"), {}, [this] {
        for (const model::Account &account : m_engine.accounts().all())
            m_engine.accounts().connectNow(account.id);
    }));
    m_mainActions.push_back(m_commands.add(menu, QStringLiteral("goOffline"), tr("Go offline"), {}, [this] {
        for (const model::Account &account : m_engine.accounts().all())
            m_engine.accounts().disconnectNow(account.id);
    }));
    addStateMenu(*menu);
    m_mainActions.push_back(
        m_commands.add(menu, QStringLiteral("addressMapAction"), tr("Address map…"), {}, [this] { showAddressMap(); }));
    menu->addSeparator();
    m_mainActions.push_back(
        m_commands.add(menu, QStringLiteral("addAccount"), tr("Add account…"), {}, [this] { showSignIn(true); }));
    m_mainActions.push_back(
        m_commands.add(menu, QStringLiteral("removeAccountAction"), tr("Remove account…"), {}, [this] { removeAccount(); }));
    m_mainActions.push_back(m_commands.add(menu, QStringLiteral("settingsAction"), tr("Settings…"), Qt::CTRL | Qt::Key_Comma,
                                           [this] { showSettings(); }));
    menu->addSeparator();
    m_commands.add(menu, QStringLiteral("closeWindow"), tr("Close window"), QKeySequence::Close, [this] { close(); });
    m_commands.add(menu, QStringLiteral("quit"), tr("Quit"), Qt::CTRL | Qt::Key_Q, [this] { quit(); });
}

void MainWindow::buildConversationMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("C&onversation"));
    const auto add = [&](const QString &name, const QString &text, const QKeySequence &keys, std::function<void()> work) {
        m_mainActions.push_back(m_commands.add(menu, name, text, keys, std::move(work)));
    };
    const auto addHere = [&](const QString &name, const QString &text, const QKeySequence &keys,
                             std::function<void()> work) {
        m_conversationActions.push_back(m_commands.add(menu, name, text, keys, std::move(work)));
    };
    add(QStringLiteral("jump"), tr("Jump to a person"), Qt::CTRL | Qt::Key_K, [this] {
        showPeople(true);
        m_list->focusSearch();
    });
    addHere(QStringLiteral("findHere"), tr("Find in this conversation"), Qt::CTRL | Qt::Key_F,
            [this] { m_conversation->showFind(); });
    add(QStringLiteral("findEverywhere"), tr("Search all messages"), Qt::CTRL | Qt::SHIFT | Qt::Key_F,
        [this] { showSearch({}); });
    menu->addSeparator();
    addHere(QStringLiteral("writeChat"), tr("Chat"), Qt::CTRL | Qt::SHIFT | Qt::Key_C,
            [this] { m_conversation->writeChat(); });
    addHere(QStringLiteral("writeMail"), tr("Send e-mail"), Qt::CTRL | Qt::SHIFT | Qt::Key_M,
            [this] { m_conversation->writeMail(); });
    addHere(QStringLiteral("switchChannel"), tr("Switch between chat and e-mail"), Qt::CTRL | Qt::Key_E,
            [this] { m_conversation->composer().switchChannel(); });
    addHere(QStringLiteral("attachFile"), tr("Attach file…"), Qt::CTRL | Qt::SHIFT | Qt::Key_A,
            [this] { m_conversation->attachFile(); });
    addHere(QStringLiteral("insertEmoji"), tr("Insert emoji…"), Qt::CTRL | Qt::ALT | Qt::Key_E,
            [this] { m_conversation->composer().pickEmoji(); });
    addHere(QStringLiteral("sendMessage"), tr("Send"), Qt::CTRL | Qt::Key_Return,
            [this] { m_conversation->composer().send(); });
    addHere(QStringLiteral("undoSending"), tr("Undo sending"), Qt::CTRL | Qt::ALT | Qt::Key_Z,
            [this] { m_conversation->undoSending(); });
    add(QStringLiteral("takeBackMove"), tr("Undo moving an e-mail"), Qt::CTRL | Qt::ALT | Qt::Key_U,
        [this] { takeBackMove(); });
    addHere(QStringLiteral("sendHeldNow"), tr("Send the waiting e-mail now"), {}, [this] { m_conversation->sendHeldNow(); });
    menu->addSeparator();
    addHere(QStringLiteral("printConversation"), tr("Print conversation…"), {}, [this] { m_conversation->printAll(); });
    addHere(QStringLiteral("printMessage"), tr("Print message…"), Qt::CTRL | Qt::Key_P, [this] { m_conversation->print(); });
    addHere(QStringLiteral("savePdf"), tr("Save message as PDF…"), {}, [this] { m_conversation->savePdf(); });
    menu->addSeparator();
    addHere(QStringLiteral("markRead"), tr("Mark as read"), Qt::CTRL | Qt::Key_M,
            [this] { m_conversations.markRead(m_conversation->person()); });
    const auto contact = [this] { return m_engine.contacts().contact(m_conversation->person()).value_or(model::Contact{}); };
    addHere(QStringLiteral("muteContact"), tr("Mute"), {}, [this, contact] { mute(contact().id, !contact().muted); });
    addHere(QStringLiteral("blockContact"), tr("Block…"), {}, [this, contact] { block(contact().id, !contact().blocked); });
    addHere(QStringLiteral("showDetails"), tr("Details"), Qt::CTRL | Qt::Key_I,
            [this] { showDetails(m_conversation->person()); });
}

void MainWindow::buildMessageMenu()
{
    m_messageMenu = menuBar()->addMenu(tr("&Message"));
    const std::tuple<ItemAction, const char *, QString, QKeySequence> entries[] = {
        {ItemAction::Reply, "reply", tr("Reply"), Qt::CTRL | Qt::Key_R},
        {ItemAction::ReplyAll, "replyAll", tr("Reply to all"), Qt::CTRL | Qt::SHIFT | Qt::Key_R},
        {ItemAction::ReplyAsChat, "replyAsChat", tr("Reply as chat"), Qt::CTRL | Qt::ALT | Qt::Key_C},
        {ItemAction::ReplyAsMail, "replyAsMail", tr("Reply as e-mail"), Qt::CTRL | Qt::ALT | Qt::Key_R},
        {ItemAction::Forward, "forward", tr("Forward"), Qt::CTRL | Qt::Key_L},
        {ItemAction::ToggleFold, "toggleFold", tr("Show or fold the whole message"), Qt::CTRL | Qt::Key_O},
        {ItemAction::Retry, "retry", tr("Try again"), {}},
        {ItemAction::OtherChannel, "otherChannel", tr("Send on the other channel"), {}},
        {ItemAction::SendNow, "sendNow", tr("Send now"), {}},
        {ItemAction::Cancel, "cancelSending", tr("Do not send"), {}},
        {ItemAction::AcceptFile, "acceptFile", tr("Accept file"), {}},
        {ItemAction::DeclineFile, "declineFile", tr("Decline file"), {}},
        {ItemAction::OpenAttachment, "saveAttachment", tr("Save attachment…"), {}},
        {ItemAction::ShowJourney, "showJourney", tr("Where is this message?"), Qt::CTRL | Qt::Key_J},
        {ItemAction::ShowSource, "showSource", tr("Show source"), Qt::CTRL | Qt::Key_U},
        {ItemAction::SaveMail, "saveMail", tr("Save as .eml…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S},
        {ItemAction::Archive, "archiveMail", tr("Move to the archive"), Qt::CTRL | Qt::ALT | Qt::Key_A},
        {ItemAction::Trash, "trashMail", tr("Move to the trash"), Qt::CTRL | Qt::Key_D},
        {ItemAction::Remove, "removeItem", tr("Remove from here…"), {}},
    };
    for (const auto &[action, name, text, keys] : entries) {
        QAction *entry = m_commands.add(m_messageMenu, QLatin1String(name), text, keys,
                                        [this, wanted = action] { m_conversation->actOnCurrent(wanted); });
        entry->setData(static_cast<int>(action));
    }
}

/// What is possible with the conversation in sight and its current message; nothing while something else is in front of
/// it: nobody means what they do not see.
void MainWindow::refreshCommands()
{
    const bool isMain = m_stack->currentWidget() == m_main;
    for (QAction *action : m_mainActions)
        action->setEnabled(isMain);
    m_commands.action(QStringLiteral("nextUnread"))->setEnabled(isMain && isMailLayout());
    const bool isInSight = isMain && m_middle->currentWidget() == m_conversation;
    for (QAction *action : m_conversationActions)
        action->setEnabled(isInSight);
    timeline::TimelineView &view = m_conversation->timeline();
    const int row = isInSight ? view.currentRow() : -1;
    const auto possible = row < 0 ? std::vector<ItemAction>{} : timeline::actionsFor(view.item(row), view.isFoldable(row));
    for (QAction *entry : m_messageMenu->actions()) {
        const auto action = static_cast<ItemAction>(entry->data().toInt());
        entry->setEnabled(std::find(possible.begin(), possible.end(), action) != possible.end());
    }
}

void MainWindow::showPlaces()
{
    Places places;
    places.settingsPath = QFileInfo(m_settings.fileName()).absoluteFilePath();
    places.profile = QFileInfo(places.settingsPath).path();
    places.socketPath = m_socketPath;
    for (const model::Account &account : m_engine.accounts().all())
        places.accounts.append(account.address.toString());
    places.hasKeyring = m_engine.accounts().secretsPersist();
    (new PlacesDialog(places, this))->open();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Isthmus"),
                                tr("Isthmus %1\n\nYour mail and your chats with a person, in one conversation, converted on "
                                   "your own computer: nothing moved, nothing hidden, nobody in between.\n\n"
                                   "Free software under the GNU General Public License, version 3 or later.")
                                    .arg(QStringLiteral(ISTHMUS_VERSION)),
                                QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(windowIcon().pixmap(64, 64));
    box->open();
}

}

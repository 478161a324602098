#include "core/engine/Accounts.h"
#include "ui/accounts/SignInPage.h"
#include "ui/conversations/ConversationPane.h"
#include "ui/mailbox/MailboxPane.h"
#include "ui/shell/ConversationView.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/OwnStateButton.h"
#include "ui/shell/StatusLine.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/EmptyState.h"

#include <QActionGroup>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>
#include <tuple>

namespace isthmus::shell {

using namespace model;
using engine::ThreadRow;
using mailbox::MailboxPane;
using widgets::WindowLayout;

void MainWindow::bindMailbox()
{
    connect(m_mailbox, &MailboxPane::folderChosen, &m_threads, &engine::Threads::open);
    connect(m_mailbox, &MailboxPane::threadChosen, this, &MainWindow::openThread);
    connect(m_mailbox, &MailboxPane::threadActivated, this,
            [this] { m_conversation->timeline().setFocus(Qt::OtherFocusReason); });
    connect(m_mailbox, &MailboxPane::noUnread, this,
            [this] { m_status->announce(tr("No unread e-mails in this folder.")); });
    connect(m_mailbox, &MailboxPane::removeRequested, this, [this](const ThreadRow &row) {
        // The mail that is being read, if it is of that thread; a thread that was just chosen may not be open yet.
        const timeline::TimelineView &view = m_conversation->timeline();
        const Item shown = view.currentRow() < 0 ? Item{} : view.item(view.currentRow());
        const bool isOfThread = shown.channel == Channel::Mail
                                && (shown.id == row.newest || (!row.thread.isEmpty() && shown.thread == row.thread));
        m_conversation->throwAway(isOfThread ? shown.id : row.toRead());
    });
    connect(m_mailbox, &MailboxPane::chatRequested, this, [this](const ThreadRow &row) {
        openThread(row);
        m_conversation->writeChat();
    });
    connect(m_mailbox, &MailboxPane::mailRequested, this, &MainWindow::writeMailTo);
    connect(m_mailbox, &MailboxPane::detailsRequested, this, [this](PersonId person) {
        openConversation(person, false);
        showDetails(person);
    });
    connect(m_mailbox, &MailboxPane::muteRequested, this, &MainWindow::mute);
    connect(m_mailbox, &MailboxPane::blockRequested, this, &MainWindow::block);
    const auto refreshOnline = [this] {
        const auto all = m_engine.accounts().all();
        m_mailbox->setOnline(std::any_of(all.begin(), all.end(), [this](const Account &account) {
            return m_engine.accounts().state(account.id, Service::IncomingMail).phase == LinkState::Phase::Online;
        }));
    };
    connect(&m_engine.accounts(), &engine::Accounts::stateChanged, m_mailbox, refreshOnline);
    refreshOnline();
    connect(m_list, &conversations::ConversationPane::activated, this, [this] { showPeople(false); });
    m_leavePeople = new QShortcut(Qt::Key_Escape, m_list);
    m_leavePeople->setContext(Qt::WidgetWithChildrenShortcut);
    connect(m_leavePeople, &QShortcut::activated, this, [this] {
        showPeople(false);
        focusSide();
    });
}

/// The mail is read where its conversation is, so that a chat with its sender is beside it.
void MainWindow::openThread(const ThreadRow &row)
{
    openConversation(row.person, false);
    m_conversation->showItem(row.toRead());
    m_threads.markRead(row.toRead());
}

void MainWindow::addLayoutMenu(QMenu &menu)
{
    QMenu *layouts = menu.addMenu(tr("Layout"));
    layouts->setObjectName(QStringLiteral("layoutMenu"));
    layouts->menuAction()->setObjectName(QStringLiteral("layouts"));
    auto *group = new QActionGroup(layouts);
    const std::tuple<WindowLayout, const char *, QKeySequence> choices[] = {
        {WindowLayout::Conversations, "layoutConversations", Qt::CTRL | Qt::ALT | Qt::Key_1},
        {WindowLayout::Mail, "layoutMail", Qt::CTRL | Qt::ALT | Qt::Key_2}};
    for (const auto &[layout, name, keys] : choices) {
        QAction *action = m_commands.add(layouts, QLatin1String(name), widgets::layoutText(layout), keys,
                                         [this, chosen = layout] { setWindowLayout(chosen); });
        action->setCheckable(true);
        group->addAction(action);
        m_mainActions.push_back(action);
    }
}

void MainWindow::setWindowLayout(WindowLayout layout)
{
    settings::Preferences changed = m_preferences;
    changed.layout = layout;
    setPreferences(changed);
}

bool MainWindow::isMailLayout() const
{
    return m_preferences.layout == WindowLayout::Mail;
}

/// Shows the panes of the chosen layout. What is open stays open, and is what is chosen in them.
void MainWindow::applyLayout()
{
    m_commands.action(isMailLayout() ? QStringLiteral("layoutMail") : QStringLiteral("layoutConversations"))
        ->setChecked(true);
    refreshCommands();
    m_folders.setFollowing(isMailLayout());
    m_threads.setFollowing(isMailLayout());
    m_signIn->setWindowLayout(m_preferences.layout);
    m_placeholder->setGlyph(isMailLayout() ? theme::Glyph::Mail : theme::Glyph::Chat);
    if (isMailLayout())
        m_placeholder->setWords(tr("No e-mail is open"), tr("Choose one in the list, or write to somebody new."));
    else
        m_placeholder->setWords(tr("No conversation is open"),
                                tr("Choose a person in the list, or write an e-mail to somebody new."));
    const QWidget *focus = focusWidget();
    const bool sideHasFocus = focus && (m_list->isAncestorOf(focus) || m_mailbox->isAncestorOf(focus));
    showPeople(false);
    if (sideHasFocus)
        focusSide();
    if (isMailLayout())
        showPlaceInMailbox();
}

/// In layout Mail the people stand in place of the mailbox while one is looked for.
void MainWindow::showPeople(bool people)
{
    m_list->setVisible(people || !isMailLayout());
    m_mailbox->setVisible(!people && isMailLayout());
    if (people || !isMailLayout())
        m_list->setHeader(m_ownState);
    else
        m_mailbox->setHeader(m_ownState);
    m_leavePeople->setEnabled(people && isMailLayout());
}

void MainWindow::focusSide()
{
    if (m_mailbox->isVisibleTo(this))
        m_mailbox->threadList().setFocus(Qt::ShortcutFocusReason);
    else
        m_list->focusList();
}

/// The mail in sight in the conversation becomes the chosen one of the threads.
void MainWindow::showPlaceInMailbox()
{
    m_mailbox->showThread(-1);
    const ItemId mail = m_middle->currentWidget() == m_conversation ? m_conversation->mailInSight() : ItemId{};
    if (!mail.isValid())
        return;
    m_threads.reach(mail).then(m_mailbox, [this](const base::Result<int> &row) {
        if (!row || m_mailbox->currentThread())
            return; // something else was chosen meanwhile
        m_mailbox->showFolder(m_threads.list());
        m_mailbox->showThread(row.value());
    });
}

}

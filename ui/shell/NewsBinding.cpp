#include "core/engine/Contacts.h"
#include "core/engine/Outbox.h"
#include "ui/composer/Composer.h"
#include "ui/conversations/RowText.h"
#include "ui/shell/ConversationView.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Notifier.h"
#include "ui/shell/StatusLine.h"
#include "ui/shell/Tray.h"
#include "ui/widgets/FaultText.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QStackedWidget>

#include <algorithm>

namespace isthmus::shell {

using namespace model;
using engine::ConversationRow;
using engine::RoutePreview;

namespace {

/// The channel on which an answer would go; nullopt if there is no way.
std::optional<Channel> channelOf(const RoutePreview &preview)
{
    switch (preview.outcome) {
    case RoutePreview::Outcome::Chat:
    case RoutePreview::Outcome::QueuedChat: return Channel::Chat;
    case RoutePreview::Outcome::Mail:
    case RoutePreview::Outcome::QueuedMail: return Channel::Mail;
    case RoutePreview::Outcome::Refused: break;
    }
    return std::nullopt;
}

Draft answerTo(PersonId person, const QString &text)
{
    Draft draft;
    draft.person = person;
    draft.kind = Draft::Kind::Chat;
    draft.text = text;
    return draft;
}

}

/// News of conversations: a row whose last item is new and came in. In the status line, unless its own
/// conversation tells of it; to the desktop, unless the person sees it anyway.
void MainWindow::bindNews()
{
    const auto look = [this](int first, int last) {
        for (int i = first; i <= last; ++i) {
            const ConversationRow &row = m_conversations.row(i);
            if (row.unread == 0)
                m_notifier->clear(row.person);
            const qint64 at = base::toMsecs(row.lastAt);
            const qint64 before = m_lastSeen.value(row.person.raw, base::toMsecs(m_opened));
            m_lastSeen.insert(row.person.raw, std::max(at, before));
            if (at > before && row.lastDirection == Direction::Incoming && row.unread > 0)
                tellOf(row);
        }
        m_trayTimer.start();
    };
    connect(&m_conversations, &QAbstractItemModel::rowsInserted, this,
            [this, look](const QModelIndex &, int first, int last) {
                look(first, last);
                restorePlace();
            });
    connect(&m_conversations, &QAbstractItemModel::modelReset, this, [this] {
        m_trayTimer.start();
        restorePlace();
    });
    connect(&m_conversations, &QAbstractItemModel::rowsRemoved, &m_trayTimer, qOverload<>(&QTimer::start));
    connect(&m_conversations, &QAbstractItemModel::dataChanged, this,
            [look](const QModelIndex &from, const QModelIndex &to) { look(from.row(), to.row()); });

    connect(m_notifier, &Notifier::opened, this, [this](PersonId person) {
        openConversation(person, true);
        raiseWindow();
    });
    connect(m_notifier, &Notifier::replyWanted, this, [this](PersonId person) {
        openConversation(person, true);
        raiseWindow();
    });
    connect(m_notifier, &Notifier::replied, this, &MainWindow::answerFromNotification);
    connect(m_notifier, &Notifier::markReadWanted, &m_conversations, &engine::Conversations::markRead);

    m_trayTimer.setSingleShot(true);
    m_trayTimer.setInterval(0); // many rows change at once
    connect(&m_trayTimer, &QTimer::timeout, this, &MainWindow::countUnread);
    connect(m_tray, &Tray::windowWanted, this, &MainWindow::raiseWindow);
    connect(m_tray, &Tray::newMailWanted, this, [this] {
        raiseWindow();
        m_commands.action(QStringLiteral("newMail"))->trigger();
    });
    connect(m_tray, &Tray::quitWanted, this, &MainWindow::quit);
    m_tray->setShown(m_preferences.tray);
}

void MainWindow::tellOf(const ConversationRow &row)
{
    const bool isOpen = m_middle->currentWidget() == m_conversation && row.person == m_conversation->person();
    if (row.blocked)
        return;
    if (row.person != m_conversation->person())
        m_status->announce(tr("%1, %2", "person, what came").arg(row.name, conversations::spokenLast(row, m_clock())));
    const QTime now = QDateTime::fromMSecsSinceEpoch(base::toMsecs(m_clock())).time();
    if ((isOpen && isActiveWindow()) || row.muted || row.suspicious || !m_preferences.notify || m_preferences.isQuiet(now))
        return;
    const bool isMail = row.lastChannel == Channel::Mail;
    const QString kind =
        isMail ? tr("%n new e-mails or messages", nullptr, row.unread) : tr("%n new messages", nullptr, row.unread);
    Notification notification;
    notification.person = row.person;
    const settings::NoticeDetail detail = m_preferences.noticeDetail;
    notification.title = detail == settings::NoticeDetail::Count ? QGuiApplication::applicationDisplayName() : row.name;
    notification.text = detail != settings::NoticeDetail::Words ? kind
                        : row.unread > 1                        ? kind + QLatin1Char('\n') + row.lastLine
                                                                : row.lastLine;
    notification.category = isMail ? QStringLiteral("email.arrived") : QStringLiteral("im.received");
    const auto channel = channelOf(m_engine.outbox().preview(answerTo(row.person, QStringLiteral("…"))));
    // Nobody answers whom they are not told of.
    if (channel && detail != settings::NoticeDetail::Count)
        notification.replyText = *channel == Channel::Mail ? tr("Reply by e-mail") : tr("Reply by chat");
    m_notifier->show(notification);
}

void MainWindow::answerFromNotification(PersonId person, const QString &text)
{
    m_engine.outbox().send(answerTo(person, text)).then(this, [this, person, text](const base::Result<ItemId> &sent) {
        if (sent) {
            m_conversations.markRead(person);
            return;
        }
        // What was typed is not lost: it stands in the composer, with the reason.
        openConversation(person, true);
        composer::ComposerState state = m_conversation->composer().state();
        if (state.isEmpty()) {
            state.text = text;
            m_conversation->composer().setState(state);
        }
        m_conversation->composer().showError(sent.error());
        raiseWindow();
    });
}

void MainWindow::countUnread()
{
    int unread = 0;
    for (int i = 0; i < m_conversations.rowCount(); ++i) {
        const ConversationRow &row = m_conversations.row(i);
        unread += row.blocked || row.suspicious ? 0 : row.unread;
    }
    m_tray->setUnread(unread);
}

void MainWindow::raiseWindow()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

}

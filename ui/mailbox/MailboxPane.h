#pragma once

#include "core/base/Timestamp.h"
#include "core/engine/Folders.h"
#include "core/engine/Threads.h"

#include <QWidget>

#include <optional>

class QLabel;
class QSplitter;

namespace isthmus::widgets {
class EmptyState;
class ListView;
}
namespace isthmus::mailbox {

/// The left half of layout *Mail*: accounts with their folders, and the threads of the open one. What a thread says is
/// read beside, in the conversation. Keys: arrows choose, Enter goes to the mail, N to the next unread one, Delete takes away, Menu key acts
/// on whose it is. Takes the engine's models and emits wishes. Thread: the window's.
class MailboxPane final : public QWidget
{
    Q_OBJECT
public:
    /// Both outlive the pane.
    MailboxPane(engine::Folders &folders, engine::Threads &threads, base::Clock clock, QWidget *parent = nullptr);

    /// Whether mails can come now; says so where there are none.
    void setOnline(bool online);
    /// Shows which folder is open. Without a signal.
    void showFolder(const model::MailList &list);
    /// Makes a row of the threads the current one, or none (-1). Without a signal.
    void showThread(int row);
    [[nodiscard]] std::optional<engine::ThreadRow> currentThread() const;
    /// Goes to the next e-mail of the open folder that was not read, from the current one on and round.
    void nextUnread();
    [[nodiscard]] QWidget &folderList();
    [[nodiscard]] QWidget &threadList();
    /// Puts \p header above the folders; it may be taken away by giving it to another parent.
    void setHeader(QWidget *header);
    [[nodiscard]] QByteArray saveState() const; ///< widths
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void folderChosen(const isthmus::model::MailList &list);
    void threadChosen(const isthmus::engine::ThreadRow &row);    ///< show it
    void threadActivated(const isthmus::engine::ThreadRow &row); ///< and go there
    void noUnread();
    void removeRequested(const isthmus::engine::ThreadRow &row); ///< its mail that is shown
    void chatRequested(const isthmus::engine::ThreadRow &row);
    void mailRequested(isthmus::model::PersonId person);
    void detailsRequested(isthmus::model::PersonId person);
    void muteRequested(isthmus::model::PersonId person, bool muted);
    void blockRequested(isthmus::model::PersonId person, bool blocked);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void buildFolders();
    void buildThreads();
    void chooseFirstFolder();
    void chooseThread(int row);
    void goOnToUnread();
    void openMenu(const QModelIndex &index, QPoint globalPosition);
    void refreshEmptyText();

    engine::Folders &m_folderRows;
    engine::Threads &m_threadRows;
    base::Clock m_clock;
    QSplitter *m_splitter = nullptr;
    widgets::ListView *m_folders = nullptr;
    widgets::ListView *m_threads = nullptr;
    widgets::EmptyState *m_empty = nullptr;
    bool m_online = false;
    bool m_isShowing = false;   ///< what is chosen now was not chosen by the user
    bool m_seeksUnread = false; ///< older threads are being loaded for the next unread one
};

}

#include "ui/mailbox/MailboxPane.h"

#include "ui/mailbox/FolderDelegate.h"
#include "ui/mailbox/MailModels.h"
#include "ui/mailbox/ThreadDelegate.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ListView.h"
#include "ui/widgets/PersonChip.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace isthmus::mailbox {

using engine::ThreadRow;
using widgets::ListView;
namespace grid = theme::grid;

namespace {

constexpr int folderWidth = 170;
constexpr int threadWidth = 310;

}

MailboxPane::MailboxPane(engine::Folders &folders, engine::Threads &threads, base::Clock clock, QWidget *parent)
    : QWidget(parent),
      m_folderRows(folders),
      m_threadRows(threads),
      m_clock(std::move(clock)),
      m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("mailboxPane"));
    buildFolders();
    buildThreads();
    m_splitter->setObjectName(QStringLiteral("mailboxPanes"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_folders);
    m_splitter->addWidget(m_threads);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({folderWidth, threadWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connect(&m_folderRows, &engine::Folders::loaded, this, &MailboxPane::chooseFirstFolder);
    connect(&m_threadRows, &engine::Threads::listChanged, this, &MailboxPane::refreshEmptyText);
    connect(&m_threadRows, &engine::Threads::loaded, this, [this] {
        refreshEmptyText();
        if (std::exchange(m_seeksUnread, false))
            goOnToUnread();
    });
    chooseFirstFolder();
    refreshEmptyText();
}

void MailboxPane::buildFolders()
{
    auto *model = new FolderModel(this);
    model->setSourceModel(&m_folderRows);
    m_folders = new ListView(this);
    m_folders->setObjectName(QStringLiteral("folders"));
    m_folders->setAccessibleName(tr("Folders and accounts"));
    m_folders->setContextMenuPolicy(Qt::NoContextMenu);
    m_folders->setModel(model);
    m_folders->setItemDelegate(new FolderDelegate(m_folders));
    m_folders->setMinimumWidth(std::max(120, fontMetrics().averageCharWidth() * 16));
    connect(m_folders->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const auto rows = m_folders->selectionModel()->selectedIndexes();
        if (!rows.isEmpty() && !m_isShowing)
            Q_EMIT folderChosen(folderOf(rows.first()).key());
    });
    connect(m_folders, &QListView::activated, this, [this] { m_threads->setFocus(Qt::OtherFocusReason); });
}

void MailboxPane::buildThreads()
{
    auto *model = new ThreadModel(m_clock, this);
    model->setSourceModel(&m_threadRows);
    m_threads = new ListView(this);
    m_threads->setObjectName(QStringLiteral("threads"));
    m_threads->setAccessibleName(tr("E-mails"));
    m_threads->setModel(model);
    m_threads->setItemDelegate(new ThreadDelegate(m_clock, m_threads));
    m_threads->setUniformItemSizes(true);
    m_threads->setMinimumWidth(std::max(220, fontMetrics().averageCharWidth() * 30));
    m_threads->installEventFilter(this);
    connect(m_threads, &QListView::customContextMenuRequested, this,
            [this](QPoint point) { openMenu(m_threads->indexAt(point), m_threads->viewport()->mapToGlobal(point)); });
    connect(m_threads, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT threadActivated(threadOf(index)); });
    // Assistive technology selects without making current; both lead here.
    connect(m_threads->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const auto rows = m_threads->selectionModel()->selectedIndexes();
        if (rows.isEmpty() || m_isShowing)
            return;
        if (m_threads->currentIndex() != rows.first())
            m_threads->selectionModel()->setCurrentIndex(rows.first(), QItemSelectionModel::NoUpdate);
        Q_EMIT threadChosen(threadOf(rows.first()));
    });
    m_empty = new widgets::EmptyState(theme::Glyph::Mail, m_threads);
    m_empty->setObjectName(QStringLiteral("noThreads"));
    auto *over = new QVBoxLayout(m_threads->viewport());
    over->setContentsMargins(0, 0, 0, 0);
    over->addWidget(m_empty);
}

/// Until the user chooses: the first inbox, or without one the first account's mails.
void MailboxPane::chooseFirstFolder()
{
    showFolder(m_threadRows.list());
    if (m_threadRows.list().account.isValid() || m_folderRows.rowCount() == 0)
        return;
    const auto &rows = m_folderRows.rows();
    const auto inbox = std::find_if(rows.begin(), rows.end(), [](const engine::FolderRow &row) {
        return row.folder.specialUse == QLatin1String("\\Inbox") || row.folder.name == QLatin1String("INBOX");
    });
    if (inbox != rows.end()) // an account is listed before its folders are known
        Q_EMIT folderChosen(inbox->key());
}

void MailboxPane::setOnline(bool online)
{
    m_online = online;
    refreshEmptyText();
}

void MailboxPane::showFolder(const model::MailList &list)
{
    const QScopedValueRollback silent(m_isShowing, true);
    const int row = m_folderRows.indexOf(list);
    if (row >= 0 && m_folders->currentIndex().row() != row)
        m_folders->setCurrentIndex(m_folders->model()->index(row, 0));
}

void MailboxPane::showThread(int row)
{
    const QScopedValueRollback silent(m_isShowing, true);
    if (row < 0) {
        m_threads->selectionModel()->clear();
        return;
    }
    m_threads->setCurrentIndex(m_threads->model()->index(row, 0));
    m_threads->scrollTo(m_threads->currentIndex());
}

std::optional<ThreadRow> MailboxPane::currentThread() const
{
    const QModelIndex index = m_threads->currentIndex();
    return index.isValid() ? std::optional(threadOf(index)) : std::nullopt;
}

void MailboxPane::nextUnread()
{
    goOnToUnread();
}

/// The current thread may hold more than one. What is not loaded yet may hold some as well, if the folder says so.
void MailboxPane::goOnToUnread()
{
    const int count = m_threadRows.rowCount();
    const int current = m_threads->currentIndex().row();
    for (int step = 0; step < count; ++step) {
        const int row = (std::max(current, 0) + step) % count;
        if (m_threadRows.row(row).unread > 0)
            return chooseThread(row);
    }
    const int folder = m_folderRows.indexOf(m_threadRows.list());
    const bool older = folder >= 0 && m_folderRows.row(folder).folder.unread > 0 && m_threadRows.canFetchMore({});
    if (!older) {
        Q_EMIT noUnread();
        return;
    }
    m_seeksUnread = true;
    m_threadRows.fetchMore({});
}

void MailboxPane::chooseThread(int row)
{
    if (m_threads->currentIndex().row() == row && !m_threads->selectionModel()->selectedIndexes().isEmpty()) {
        Q_EMIT threadChosen(m_threadRows.row(row)); // the next one in it
        return;
    }
    m_threads->setCurrentIndex(m_threads->model()->index(row, 0));
    m_threads->scrollTo(m_threads->currentIndex());
}

QWidget &MailboxPane::folderList()
{
    return *m_folders;
}

QWidget &MailboxPane::threadList()
{
    return *m_threads;
}

void MailboxPane::setHeader(QWidget *header)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, header);
    setTabOrder(header, m_folders);
}

QByteArray MailboxPane::saveState() const
{
    return m_splitter->saveState();
}

void MailboxPane::restoreState(const QByteArray &state)
{
    m_splitter->restoreState(state);
}

void MailboxPane::refreshEmptyText()
{
    const bool empty = m_threadRows.rowCount() == 0;
    m_empty->setVisible(empty);
    if (!empty)
        return;
    if (m_threadRows.isLoading())
        m_empty->setWords(tr("Loading…"), {});
    else if (!m_online)
        m_empty->setWords(tr("Nothing fetched yet"),
                          tr("E-mails of this folder appear here when the account is connected."));
    else
        m_empty->setWords(tr("No e-mails here"), tr("What comes into this folder appears by itself."));
}

void MailboxPane::openMenu(const QModelIndex &index, QPoint globalPosition)
{
    if (!index.isValid())
        return;
    const ThreadRow row = threadOf(index);
    const model::PersonId person = row.person;
    widgets::openPersonMenu(this, globalPosition, {row.hasChat, row.muted, row.blocked},
                            {[this, row] { Q_EMIT chatRequested(row); }, [this, person] { Q_EMIT mailRequested(person); },
                             [this, person] { Q_EMIT detailsRequested(person); },
                             [this, person](bool muted) { Q_EMIT muteRequested(person, muted); },
                             [this, person](bool blocked) { Q_EMIT blockRequested(person, blocked); }});
}

bool MailboxPane::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_threads)
        return QWidget::eventFilter(object, event);
    if (event->type() == QEvent::ContextMenu
        && static_cast<QContextMenuEvent *>(event)->reason() == QContextMenuEvent::Keyboard) {
        const QModelIndex index = m_threads->currentIndex();
        openMenu(index, m_threads->viewport()->mapToGlobal(m_threads->visualRect(index).center()));
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_N && key->modifiers() == Qt::NoModifier) {
            nextUnread();
            return true;
        }
        if (key->matches(QKeySequence::Delete)) {
            // A key that is held down would throw away one after the other.
            if (const auto row = currentThread(); row && !key->isAutoRepeat())
                Q_EMIT removeRequested(*row);
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

}

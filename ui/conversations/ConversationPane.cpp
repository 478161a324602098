#include "ui/conversations/ConversationPane.h"

#include "ui/conversations/ConversationDelegate.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ListView.h"

#include <QButtonGroup>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace isthmus::conversations {

using engine::ConversationRow;
using engine::Conversations;
using model::PersonId;
using theme::Glyph;
namespace grid = theme::grid;

ConversationPane::ConversationPane(QAbstractItemModel *model, base::Clock clock, QWidget *parent)
    : QWidget(parent), m_filter(new ConversationFilter(clock, this)), m_clock(std::move(clock))
{
    setObjectName(QStringLiteral("conversationPane"));
    m_filter->setSourceModel(model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid::unit, 0, 0);
    layout->setSpacing(grid::half);
    layout->addWidget(buildSearch());
    layout->addWidget(buildFilters());
    layout->addWidget(buildEverywhere());
    buildList();
    layout->addWidget(m_list, 1);

    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &ConversationPane::refreshEmptyText);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &ConversationPane::refreshEmptyText);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &ConversationPane::refreshEmptyText);
    refreshEmptyText();
}

QWidget *ConversationPane::buildSearch()
{
    auto *row = new QWidget(this);
    m_search = new QLineEdit(row);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setAccessibleName(tr("Search people"));
    m_search->setPlaceholderText(tr("Search people"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(theme::icon(Glyph::Search), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setWords(text);
        m_everywhere->setVisible(!text.trimmed().isEmpty());
        refreshEmptyText();
    });
    auto *add = new QToolButton(row);
    add->setObjectName(QStringLiteral("addContact"));
    add->setIcon(theme::icon(Glyph::Add));
    add->setAccessibleName(tr("Add contact"));
    add->setToolTip(tr("Add contact (Ctrl+Shift+N)"));
    add->setAutoRaise(true);
    add->setFocusPolicy(Qt::StrongFocus);
    connect(add, &QToolButton::clicked, this, &ConversationPane::addContactRequested);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(grid::unit, 0, grid::unit, 0);
    layout->setSpacing(grid::half);
    layout->addWidget(m_search, 1);
    layout->addWidget(add);
    return row;
}

QWidget *ConversationPane::buildFilters()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(grid::unit, 0, grid::unit, 0);
    layout->setSpacing(grid::half);
    m_filters = new QButtonGroup(this);
    const std::pair<QString, QString> entries[] = {{QStringLiteral("all"), tr("All")},
                                                   {QStringLiteral("unread"), tr("Unread")},
                                                   {QStringLiteral("chats"), tr("Chats")},
                                                   {QStringLiteral("mail"), tr("Mail")}};
    int id = 0;
    for (const auto &[name, text] : entries) {
        auto *button = new QToolButton(row);
        button->setObjectName(name);
        button->setText(text);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        m_filters->addButton(button, id++);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    m_filters->button(0)->setChecked(true);
    // Not idClicked: assistive technology chooses without clicking.
    connect(m_filters, &QButtonGroup::idToggled, this, [this](int chosen, bool on) {
        if (!on)
            return;
        m_filter->setKept(current());
        m_filter->setShown(static_cast<Shown>(chosen));
        refreshEmptyText();
    });
    return row;
}

/// From looking for a person to looking for what was said: the same words in all messages.
QWidget *ConversationPane::buildEverywhere()
{
    m_everywhere = new QToolButton(this);
    m_everywhere->setObjectName(QStringLiteral("searchInMessages"));
    m_everywhere->setText(tr("Search messages"));
    m_everywhere->setToolTip(tr("Look for these words in all messages (Ctrl+Shift+F)"));
    m_everywhere->setIcon(theme::icon(Glyph::Search));
    m_everywhere->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_everywhere->setAutoRaise(true);
    m_everywhere->setFocusPolicy(Qt::StrongFocus);
    m_everywhere->hide();
    connect(m_everywhere, &QToolButton::clicked, this, [this] { Q_EMIT searchRequested(m_search->text().trimmed()); });
    return m_everywhere;
}

void ConversationPane::buildList()
{
    m_list = new widgets::ListView(this);
    m_list->setObjectName(QStringLiteral("conversations"));
    m_list->setAccessibleName(tr("Conversations"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new ConversationDelegate(m_clock, m_list));
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::customContextMenuRequested, this,
            [this](QPoint point) { openMenu(m_list->indexAt(point), m_list->viewport()->mapToGlobal(point)); });
    connect(m_list, &QListView::activated, this, &ConversationPane::activateRow);
    connect(m_list, &QListView::clicked, this, [this] { Q_EMIT activated(current()); });
    // Assistive technology selects without making current; both lead here.
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const auto rows = m_list->selectionModel()->selectedIndexes();
        if (rows.isEmpty() || m_isJumping)
            return;
        if (m_list->currentIndex() != rows.first())
            m_list->selectionModel()->setCurrentIndex(rows.first(), QItemSelectionModel::NoUpdate);
        m_filter->setKept(current());
        Q_EMIT chosen(current());
    });

    m_empty = new widgets::EmptyState(Glyph::Contacts, m_list);
    m_empty->setObjectName(QStringLiteral("noConversations"));
    auto *over = new QVBoxLayout(m_list->viewport());
    over->setContentsMargins(0, 0, 0, 0);
    over->addWidget(m_empty);
}

void ConversationPane::refreshEmptyText()
{
    const bool empty = m_filter->rowCount() == 0;
    m_empty->setVisible(empty);
    if (!empty)
        return;
    const bool filtered = m_filter->sourceModel()->rowCount() > 0;
    if (filtered)
        m_empty->setWords(tr("Nobody matches"), tr("Escape in the search field, and the filter All, show everybody again."));
    else if (m_isConnected)
        m_empty->setWords(tr("Nobody here yet"), tr("Add a contact, or write an e-mail: who answers is here, too."));
    else
        m_empty->setWords(tr("Nobody here yet"),
                          tr("Contacts and mails appear by themselves once an account is connected."));
}

void ConversationPane::setConnected(bool connected)
{
    if (std::exchange(m_isConnected, connected) != connected)
        refreshEmptyText();
}

void ConversationPane::setHeader(QWidget *header)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, header);
    // As it stands: what is moved behind its neighbour takes nothing with it.
    const std::vector<QWidget *> order{header,
                                       m_search,
                                       findChild<QWidget *>(QStringLiteral("addContact")),
                                       m_filters->button(0),
                                       m_filters->button(1),
                                       m_filters->button(2),
                                       m_filters->button(3),
                                       m_everywhere,
                                       m_list};
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

PersonId ConversationPane::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? rowOf(index).person : PersonId{};
}

void ConversationPane::setCurrent(PersonId person)
{
    if (current() == person && !m_list->selectionModel()->selectedIndexes().isEmpty())
        return;
    m_filter->setKept(person);
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (rowOf(index).person == person) {
            m_list->setCurrentIndex(index);
            m_list->scrollTo(index);
            return;
        }
    }
}

void ConversationPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ConversationPane::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void ConversationPane::activateRow(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT activated(rowOf(index).person);
}

void ConversationPane::openMenu(const QModelIndex &index, QPoint globalPosition)
{
    if (!index.isValid())
        return;
    const ConversationRow row = rowOf(index);
    const model::PersonId person = row.person;
    widgets::openPersonMenu(this, globalPosition, {row.hasChat, row.muted, row.blocked},
                            {[this, person] { Q_EMIT chatRequested(person); },
                             [this, person] { Q_EMIT mailRequested(person); },
                             [this, person] { Q_EMIT detailsRequested(person); },
                             [this, person](bool muted) { Q_EMIT muteRequested(person, muted); },
                             [this, person](bool blocked) { Q_EMIT blockRequested(person, blocked); }});
}

bool ConversationPane::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_list && event->type() == QEvent::ContextMenu
        && static_cast<QContextMenuEvent *>(event)->reason() == QContextMenuEvent::Keyboard) {
        const QModelIndex index = m_list->currentIndex();
        openMenu(index, m_list->viewport()->mapToGlobal(m_list->visualRect(index).center()));
        return true;
    }
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            m_search->clear();
            focusList();
            return true;
        }
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (enter && m_filter->rowCount() == 0 && m_everywhere->isVisible()) {
            m_everywhere->click();
            return true;
        }
        if ((key == Qt::Key_Down || enter) && m_filter->rowCount() > 0) {
            m_list->setCurrentIndex(m_filter->index(0, 0));
            if (enter) {
                activateRow(m_list->currentIndex());
                m_isJumping = true;
                m_search->clear(); // the jump is done; the list is whole again
                m_isJumping = false;
            } else {
                focusList();
            }
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

}

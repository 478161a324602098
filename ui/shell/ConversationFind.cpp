#include "ui/shell/ConversationView.h"

#include "core/engine/Search.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>

#include <algorithm>

namespace isthmus::shell {

using namespace model;
using widgets::Words;
namespace grid = theme::grid;

QWidget *ConversationView::buildFind()
{
    m_findRow = new QWidget(this);
    m_findWords = new QLineEdit(m_findRow);
    m_findWords->setObjectName(QStringLiteral("find"));
    m_findWords->setAccessibleName(tr("Find in this conversation"));
    m_findWords->setPlaceholderText(m_findWords->accessibleName());
    m_findWords->setToolTip(tr("Find in this conversation; Enter goes up, Shift+Enter down"));
    m_findResult = new QLabel(m_findRow);
    m_findResult->setObjectName(QStringLiteral("findResult"));
    auto *layout = new QHBoxLayout(m_findRow);
    layout->setContentsMargins(grid::wide, 0, grid::wide, grid::unit);
    layout->addWidget(m_findWords, 1);
    layout->addWidget(m_findResult);
    m_findRow->setVisible(false);
    connect(m_findWords, &QLineEdit::returnPressed, this, [this] { find(-1); });
    auto *down = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return), m_findWords);
    down->setContext(Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, this, [this] { find(1); });
    auto *close = new QShortcut(QKeySequence(Qt::Key_Escape), m_findWords);
    close->setContext(Qt::WidgetShortcut);
    connect(close, &QShortcut::activated, this, [this] {
        m_findRow->hide();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    return m_findRow;
}

void ConversationView::showFind()
{
    m_findRow->show();
    m_findWords->setFocus(Qt::ShortcutFocusReason);
    m_findWords->selectAll();
}

void ConversationView::find(int direction)
{
    const QString words = m_findWords->text();
    if (words.isEmpty())
        return;
    const int start = m_view->currentRow() < 0 ? m_view->count() : m_view->currentRow();
    for (int row = start + direction; row >= 0 && row < m_view->count(); row += direction) {
        const Item &item = m_view->item(row);
        if (!item.text.contains(words, Qt::CaseInsensitive) && !item.subject.contains(words, Qt::CaseInsensitive))
            continue;
        m_view->setCurrentRow(row);
        m_findResult->setText(tr("Found, %1").arg(Words::when(item.at, m_clock())));
        return;
    }
    if (direction > 0 || !m_timeline || m_timeline->atBeginning() || m_timeline->items().empty()) {
        m_findResult->setText(tr("No more matches"));
        return;
    }
    // What is not loaded is in the index.
    const Item &oldest = m_timeline->items().front();
    engine::SearchWish wish{words, {}, m_person, {{oldest.at, oldest.id}}, 1};
    m_findResult->setText(tr("Searching older messages…"));
    m_search.find(wish).then(m_timeline.get(), [this](const base::Result<engine::SearchPage> &page) {
        if (!page || page->hits.empty()) {
            if (page || page.error().fault != base::Fault::Cancelled)
                m_findResult->setText(tr("No more matches"));
            return;
        }
        showItem(page->hits.front().item);
        m_findResult->setText(tr("Found, %1").arg(Words::when(page->hits.front().at, m_clock())));
    });
}

void ConversationView::showItem(ItemId id)
{
    if (!m_timeline)
        return;
    m_goingTo = id;
    m_timeline->reach(id).then(m_timeline.get(), [this, id](const base::Result<base::Done> &reached) {
        if (m_goingTo == id)
            m_goingTo = {};
        if (reached)
            m_view->setCurrentRow(m_view->rowOf(id));
        else
            Q_EMIT news(tr("This message is no longer here."));
    });
}

ItemId ConversationView::mailInSight() const
{
    if (m_goingTo.isValid())
        return m_goingTo;
    if (!m_timeline)
        return {};
    const auto isMail = [](const Item &item) { return item.channel == Channel::Mail; };
    if (const int row = m_view->currentRow(); row >= 0 && isMail(m_view->item(row)))
        return m_view->item(row).id;
    const auto &items = m_timeline->items();
    const auto newest = std::find_if(items.rbegin(), items.rend(), isMail);
    return newest == items.rend() ? ItemId{} : newest->id;
}

}

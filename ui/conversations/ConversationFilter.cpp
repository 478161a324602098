#include "ui/conversations/ConversationFilter.h"

#include "ui/conversations/RowText.h"

namespace isthmus::conversations {

using engine::ConversationRow;
using engine::Conversations;

ConversationRow rowOf(const QModelIndex &index)
{
    return index.data(Conversations::RowRole).value<ConversationRow>();
}

ConversationFilter::ConversationFilter(base::Clock clock, QObject *parent)
    : QSortFilterProxyModel(parent), m_clock(std::move(clock))
{}

void ConversationFilter::setShown(Shown shown)
{
    m_shown = shown;
    invalidateFilter();
}

void ConversationFilter::setWords(const QString &words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void ConversationFilter::setKept(model::PersonId person)
{
    if (m_kept == person)
        return;
    m_kept = person;
    if (m_shown != Shown::All)
        invalidateFilter();
}

QVariant ConversationFilter::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole)
        return spokenRow(rowOf(index), m_clock());
    if (role == Qt::AccessibleDescriptionRole || role == Qt::ToolTipRole)
        return rowOf(index).address;
    return QSortFilterProxyModel::data(index, role);
}

bool ConversationFilter::filterAcceptsRow(int sourceRow, const QModelIndex &parent) const
{
    const ConversationRow row = rowOf(sourceModel()->index(sourceRow, 0, parent));
    // Who is blocked is found by name, to be unblocked.
    if (row.blocked && m_words.isEmpty() && row.person != m_kept)
        return false;
    for (const QString &word : m_words) {
        if (!row.name.contains(word, Qt::CaseInsensitive) && !row.address.contains(word, Qt::CaseInsensitive)
            && !row.lastLine.contains(word, Qt::CaseInsensitive))
            return false;
    }
    if (row.person == m_kept && m_kept.isValid())
        return true;
    switch (m_shown) {
    case Shown::All: return true;
    case Shown::Unread: return row.unread > 0;
    case Shown::Chats: return row.hasChat;
    case Shown::Mail: return row.hasMail || row.lastChannel == model::Channel::Mail;
    }
    return true;
}

}

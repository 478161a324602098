#include "ui/search/SearchModel.h"

#include "ui/widgets/Words.h"

#include <QCoreApplication>

#include <utility>

namespace isthmus::search {

using engine::SearchHit;
using widgets::Words;

QString spokenHit(const SearchHit &hit, base::Timestamp now)
{
    QStringList parts{hit.name};
    if (hit.direction == model::Direction::Outgoing)
        parts.append(SearchModel::tr("from you"));
    parts << Words::channel(hit.channel) << hit.subject << hit.excerpt << Words::when(hit.at, now);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

SearchModel::SearchModel(base::Clock clock, QObject *parent) : QAbstractListModel(parent), m_clock(std::move(clock)) {}

void SearchModel::clear()
{
    beginResetModel();
    m_hits.clear();
    m_more = false;
    endResetModel();
}

void SearchModel::add(const engine::SearchPage &page, bool first)
{
    if (first) {
        beginResetModel();
        m_hits = page.hits;
        m_more = page.more;
        endResetModel();
        return;
    }
    m_more = page.more;
    if (page.hits.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(page.hits.size()) - 1);
    m_hits.insert(m_hits.end(), page.hits.begin(), page.hits.end());
    endInsertRows();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    switch (role) {
    case Qt::DisplayRole: return hit(index.row()).name;
    case Qt::AccessibleTextRole: return spokenHit(hit(index.row()), m_clock());
    default: return {};
    }
}

bool SearchModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more;
}

void SearchModel::fetchMore(const QModelIndex &)
{
    // Once for each page: the answer says whether there is yet another.
    m_more = false;
    Q_EMIT moreWanted();
}

}

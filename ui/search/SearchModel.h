#pragma once

#include "core/base/Timestamp.h"
#include "core/engine/Search.h"

#include <QAbstractListModel>

#include <vector>

namespace isthmus::search {

/// The messages found so far, newest first; asks for older ones when a view comes to its end.
/// Thread: the window's.
class SearchModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit SearchModel(base::Clock clock, QObject *parent = nullptr);

    void clear();
    /// The first page replaces what is there, later ones go to the end.
    void add(const engine::SearchPage &page, bool first);
    [[nodiscard]] const engine::SearchHit &hit(int row) const { return m_hits[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: the name. AccessibleTextRole: the row in words.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted();

private:
    base::Clock m_clock;
    std::vector<engine::SearchHit> m_hits;
    bool m_more = false;
};

/// What a screen reader says of a hit: "Bob, e-mail, Minutes of Tuesday, Here are the minutes, Thursday".
[[nodiscard]] QString spokenHit(const engine::SearchHit &hit, base::Timestamp now);

}

#pragma once

#include "core/base/Task.h"
#include "core/model/Item.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace isthmus::engine {

class Engine;

/// What to look for among everything stored. All conditions hold together.
struct SearchWish {
    QString words; ///< each a word or the beginning of one, in any field
    std::optional<model::Channel> channel;
    model::PersonId person; ///< invalid: everybody
    /// Only what is older than this item of an earlier answer.
    std::optional<std::pair<base::Timestamp, model::ItemId>> before;
    int limit = 50;
};

/// A message that was found.
struct SearchHit {
    model::ItemId item;
    model::PersonId person; ///< in whose conversation it stands
    QString name;           ///< that person's
    QString address;        ///< and the address that names the avatar's colour
    model::Direction direction = model::Direction::Incoming;
    model::Channel channel = model::Channel::Chat;
    base::Timestamp at{};
    QString subject;
    QString excerpt;                        ///< one line of the text, around the first word that matches
    std::vector<std::pair<int, int>> marks; ///< of the excerpt: where words match, as start and length
    bool operator==(const SearchHit &) const = default;
};

struct SearchPage {
    std::vector<SearchHit> hits; ///< newest first
    bool more = false;           ///< there are older ones
    std::int64_t stored = 0;     ///< messages on this computer
    std::int64_t searched = 0;   ///< of them, those that were looked into
};

/// One line of \p text around the first of \p words, at most \p length characters, and where the words match:
/// the beginnings of words, whatever their case and accents. Pure.
[[nodiscard]] std::pair<QString, std::vector<std::pair<int, int>>> excerptOf(const QString &text, const QString &words,
                                                                             int length);

/// Full-text search over everything stored; runs on the store's reading thread. Thread: the window's.
class Search
{
public:
    explicit Search(Engine &engine);

    /// Newest first. A wish that is overtaken by the next one before its turn has come ends with Fault::Cancelled.
    [[nodiscard]] base::Task<SearchPage> find(SearchWish wish);

private:
    Engine &m_engine;
    std::shared_ptr<std::atomic<quint64>> m_newest = std::make_shared<std::atomic<quint64>>(0);
};

}

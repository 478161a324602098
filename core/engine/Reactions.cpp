#include "core/engine/Reactions.h"

#include <algorithm>

namespace isthmus::engine {

namespace {

constexpr std::size_t mostReactions = 20; ///< of both sides to one message
constexpr qsizetype longestSign = 32;

}

void react(store::Connection &connection, Changes &changes, store::ItemRow row, bool own, const std::vector<QString> &signs)
{
    std::vector<model::Reaction> &all = row.item.reactions;
    const std::vector<model::Reaction> before = all;
    std::erase_if(all, [own](const model::Reaction &reaction) { return reaction.own == own; });
    for (const QString &text : signs) {
        const model::Reaction reaction{text.trimmed().left(longestSign), own};
        if (!reaction.text.isEmpty() && all.size() < mostReactions
            && std::find(all.begin(), all.end(), reaction) == all.end())
            all.push_back(reaction);
    }
    if (all == before)
        return;
    store::ItemTable(connection).update(row);
    changes.add(row.item.id, row.home, Changes::What::Changed);
}

}

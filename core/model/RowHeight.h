#pragma once

#include "core/model/Ids.h"

#include <cstdint>

namespace isthmus::model {

/// How high an item's row was when it was last laid out in a conversation.
struct RowHeight {
    ItemId item;
    std::int64_t form = 0; ///< names all that the height depends on besides the item; another form, another height
    int height = 0;        ///< logical pixels
    bool operator==(const RowHeight &) const = default;
};

}

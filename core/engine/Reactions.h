#pragma once

#include "core/engine/Events.h"
#include "core/store/Connection.h"
#include "core/store/ItemTable.h"

#include <QString>

#include <vector>

namespace isthmus::engine {

/// What one side says to \p row with signs replaces what it said to it before (XEP-0444 3.3, RFC 9078). In a
/// transaction; \p own: our side.
void react(store::Connection &connection, Changes &changes, store::ItemRow row, bool own, const std::vector<QString> &signs);

}

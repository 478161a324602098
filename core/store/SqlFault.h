#pragma once

#include "core/base/Error.h"

#include <QSqlError>

namespace isthmus::store {

/// What SQLite said, as a Fault with a reason that the window can show. Every SQL error is translated here.
[[nodiscard]] base::Error toError(const QSqlError &error);

/// Leaves a transaction from any depth of table code. Thrown by Connection and Rows, caught by Database
/// alone, which rolls back and returns the error: no exception leaves the room.
struct Abort {
    base::Error error;
    bool isDamage = false; ///< the file is no sound database: another attempt finds the same
};

[[nodiscard]] Abort abortOf(const QSqlError &error);

}

#include "core/store/SqlFault.h"

namespace isthmus::store {

namespace {

// Primary result codes of SQLite's C interface (sqlite.org/rescode.html); Qt hands them on as text, and
// the low byte of an extended code is its primary one.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    Constraint = 19,
    NotADatabase = 26
};

QString reason(int code)
{
    switch (code) {
    case Busy:
    case Locked: return QStringLiteral("the database is locked by another program");
    case ReadOnly: return QStringLiteral("the database or its folder is read-only");
    case IoError: return QStringLiteral("the disk reported an error, or is full");
    case Corrupt: return QStringLiteral("the database is damaged");
    case NotADatabase: return QStringLiteral("the file is damaged, or no database of this program");
    case Full: return QStringLiteral("the disk is full");
    case CantOpen: return QStringLiteral("the database cannot be opened");
    default: return QStringLiteral("the database refused");
    }
}

}

base::Error toError(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    if (code == Constraint)
        return {base::Fault::Conflict, QStringLiteral("a row broke a rule of its table: ") + error.databaseText()};
    return {base::Fault::Storage,
            QStringLiteral("%1 (SQLite %2: %3)").arg(reason(code), error.nativeErrorCode(), error.databaseText())};
}

Abort abortOf(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return {toError(error), code == Corrupt || code == NotADatabase};
}

}

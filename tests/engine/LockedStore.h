#pragma once

#include "tests/engine/Fixture.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace isthmus::test {

/// While it lives, another program has the profile's database to itself, and nothing can be stored.
class LockedStore
{
public:
    explicit LockedStore(const Profile &profile)
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("locked store"));
        other.setDatabaseName(profile.path());
        if (!other.open() || !QSqlQuery(other).exec(QStringLiteral("BEGIN IMMEDIATE")))
            qFatal("the database cannot be locked");
    }
    ~LockedStore()
    {
        QSqlDatabase::database(QStringLiteral("locked store")).close();
        QSqlDatabase::removeDatabase(QStringLiteral("locked store"));
    }
    LockedStore(const LockedStore &) = delete;
    LockedStore &operator=(const LockedStore &) = delete;
};

}

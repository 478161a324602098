#pragma once

#include "core/store/OutboxTable.h"
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

/// While it lives, a rule of the outbox's table lets no row become sent; all else can be stored.
class StubbornOutbox
{
public:
    explicit StubbornOutbox(const Profile &profile) : m_path(profile.path())
    {
        perform(QStringLiteral("CREATE TRIGGER stubborn BEFORE UPDATE ON outbox WHEN NEW.state = %1"
                               " BEGIN SELECT RAISE(ABORT, 'not sent'); END")
                    .arg(static_cast<int>(store::OutboxState::Sent)));
    }
    ~StubbornOutbox() { perform(QStringLiteral("DROP TRIGGER stubborn")); }
    StubbornOutbox(const StubbornOutbox &) = delete;
    StubbornOutbox &operator=(const StubbornOutbox &) = delete;

private:
    void perform(const QString &statement)
    {
        const QString name = QStringLiteral("stubborn outbox");
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
            other.setDatabaseName(m_path);
            if (!other.open() || !QSqlQuery(other).exec(statement))
                qFatal("the outbox cannot be ruled");
        }
        QSqlDatabase::removeDatabase(name);
    }

    QString m_path;
};

}

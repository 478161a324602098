// usage: oldstore STORE VERSION    turns a profile's store into the one that an older version, whose schema ended with that
// step, would have written: the same messages in the older tables. For tests of an upgrade.

#include "core/store/Database.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>

using namespace isthmus;

namespace {

std::span<const store::SchemaStep> upTo(int version)
{
    const auto all = store::schemaSteps();
    std::size_t count = 0;
    while (count < all.size() && all[count].version <= version)
        ++count;
    return all.first(count);
}

void run(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
}

QStringList column(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
    QStringList found;
    while (query.next())
        found.append(query.value(0).toString());
    return found;
}

/// The index is not copied: whoever makes it anew from its steps gives everything to be searched again.
void copyRows(const QString &from, const QString &to)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    database.setDatabaseName(to);
    if (!database.open())
        qFatal("%s", qPrintable(database.lastError().text()));
    run(database, QStringLiteral("PRAGMA foreign_keys = OFF"));
    run(database, QStringLiteral("ATTACH '%1' AS present").arg(from));
    run(database, QStringLiteral("BEGIN"));
    for (const QString &table :
         column(database, QStringLiteral("SELECT name FROM main.sqlite_schema WHERE type = 'table'"
                                         " AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite_%'"))) {
        const QString names =
            column(database, QStringLiteral("SELECT name FROM pragma_table_info('%1', 'main')").arg(table)).join(u',');
        run(database, QStringLiteral("INSERT INTO main.%1 (%2) SELECT %2 FROM present.%1").arg(table, names));
    }
    run(database, QStringLiteral("COMMIT"));
    database.close();
}

}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        qFatal("usage: oldstore STORE VERSION");
    const QString path = arguments.at(1);
    const QString present = path + QStringLiteral(".present");
    for (const char *suffix : {"-wal", "-shm"}) { // after a clean end there is nothing in them
        if (QFile::exists(path + QLatin1String(suffix)))
            qFatal("the store is in use");
    }
    if (!QFile::rename(path, present))
        qFatal("there is no store");
    {
        auto old = store::Database::open({path, std::chrono::seconds(5), upTo(arguments.at(2).toInt())});
        if (!old)
            qFatal("%s", qPrintable(old.error().detail));
    }
    copyRows(present, path);
    QFile::remove(present);
    return 0;
}

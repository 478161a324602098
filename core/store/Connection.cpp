#include "core/store/Connection.h"

#include "core/base/Log.h"
#include "core/store/SqlFault.h"

namespace isthmus::store {

Rows::Rows(std::shared_ptr<QSqlQuery> query) : m_query(std::move(query)) {}

Rows::~Rows()
{
    if (m_query)
        m_query->finish();
}

bool Rows::next()
{
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        throw abortOf(m_query->lastError());
    return false;
}

std::int64_t Rows::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

bool Rows::isNull(int column) const
{
    return m_query->isNull(column);
}

QString Rows::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Rows::blob(int column) const
{
    return m_query->value(column).toByteArray();
}

base::Timestamp Rows::time(int column) const
{
    return base::fromMsecs(integer(column));
}

Connection::Connection(const QString &name, const QString &path, Mode mode, std::chrono::milliseconds busyLimit)
    : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name))
{
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1%2")
                                     .arg(busyLimit.count())
                                     .arg(mode == Mode::ReadOnly ? QStringLiteral(";QSQLITE_OPEN_READONLY") : QString()));
    const bool opened = m_database.open();
    if (!opened) {
        const Abort abort = abortOf(m_database.lastError());
        m_database = {};
        QSqlDatabase::removeDatabase(name);
        throw abort;
    }
}

Connection::~Connection()
{
    m_statements.clear();
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(name);
}

std::shared_ptr<QSqlQuery> Connection::execute(const char *sql, std::initializer_list<QVariant> values)
{
    std::shared_ptr<QSqlQuery> &kept = m_statements[sql];
    std::shared_ptr<QSqlQuery> query = kept && kept.use_count() == 1 ? kept : nullptr;
    if (!query) {
        query = std::make_shared<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (!query->prepare(QString::fromUtf8(sql)))
            throw abortOf(query->lastError());
        if (!kept)
            kept = query;
    }
    int index = 0;
    for (const QVariant &value : values)
        query->bindValue(index++, value);
    if (!query->exec()) {
        const Abort abort = abortOf(query->lastError());
        query->finish();
        throw abort;
    }
    return query;
}

void Connection::runOnce(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        throw abortOf(query.lastError());
}

QString Connection::pragma(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        throw abortOf(query.lastError());
    return query.next() ? query.value(0).toString() : QString();
}

Transaction::Transaction(Connection &connection) : m_connection(connection)
{
    m_connection.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        m_connection.run("ROLLBACK");
    } catch (const Abort &abort) {
        // SQLite rolls back by itself on a full disk or an I/O error; then there is nothing left to undo.
        qCInfo(base::logStore) << "rollback:" << abort.error.detail;
    }
}

void Transaction::commit()
{
    m_connection.run("COMMIT");
    m_open = false;
}

}

#pragma once

#include "core/base/Id.h"
#include "core/base/Timestamp.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <memory>
#include <optional>
#include <type_traits>
#include <unordered_map>

namespace isthmus::store {

/// How values travel into SQL. A null QString or QByteArray is stored as an empty one: the columns are
/// NOT NULL, and "" already means "none".
template <typename T>
QVariant toSql(const T &value)
{
    if constexpr (std::is_same_v<T, bool>)
        return static_cast<int>(value);
    else if constexpr (std::is_enum_v<T>)
        return static_cast<int>(value);
    else if constexpr (std::is_integral_v<T>)
        return static_cast<qlonglong>(value);
    else if constexpr (std::is_same_v<T, base::Timestamp>)
        return static_cast<qlonglong>(base::toMsecs(value));
    else if constexpr (std::is_same_v<T, QString>)
        return value.isNull() ? QString(QLatin1String("")) : value;
    else if constexpr (std::is_same_v<T, QByteArray>)
        return value.isNull() ? QByteArray("") : value;
    else if constexpr (requires { value.raw; })
        return static_cast<qlonglong>(value.raw);
    else if constexpr (requires { value.has_value(); })
        return value ? toSql(*value) : QVariant();
    else
        static_assert(!sizeof(T), "no SQL form for this type");
}

/// The rows of a running SELECT; next() moves to the first. Gives its statement back when it dies.
class Rows
{
public:
    explicit Rows(std::shared_ptr<QSqlQuery> query);
    ~Rows();
    Rows(Rows &&) noexcept = default;
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;
    Rows &operator=(Rows &&) = delete;

    /// Throws Abort when SQLite fails in the middle.
    bool next();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] base::Timestamp time(int column) const;
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    template <typename IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType{integer(column)};
    }
    template <typename Enum>
    [[nodiscard]] Enum enumerator(int column) const
    {
        return static_cast<Enum>(integer(column));
    }

private:
    std::shared_ptr<QSqlQuery> m_query;
};

/// One connection to the database. Prepared statements are kept. Every failure throws Abort.
/// Thread: the worker that opened it.
class Connection
{
public:
    enum class Mode : std::uint8_t { ReadWrite, ReadOnly };

    /// Throws Abort.
    Connection(const QString &name, const QString &path, Mode mode, std::chrono::milliseconds busyLimit);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs one statement; \p sql is a literal, values go in for its question marks.
    template <typename... Values>
    void run(const char *sql, const Values &...values)
    {
        Rows(execute(sql, {toSql(values)...}));
    }
    template <typename... Values>
    [[nodiscard]] Rows select(const char *sql, const Values &...values)
    {
        return Rows(execute(sql, {toSql(values)...}));
    }
    /// A statement made at run time, not kept: schema steps and PRAGMAs.
    void runOnce(const QString &sql);
    [[nodiscard]] QString pragma(const QString &sql);

    template <typename... Values>
    [[nodiscard]] std::int64_t insert(const char *sql, const Values &...values)
    {
        const std::shared_ptr<QSqlQuery> query = execute(sql, {toSql(values)...});
        const std::int64_t id = query->lastInsertId().toLongLong();
        Rows rows(query);
        return id;
    }
    /// Runs a statement and says how many rows it changed.
    template <typename... Values>
    int change(const char *sql, const Values &...values)
    {
        const std::shared_ptr<QSqlQuery> query = execute(sql, {toSql(values)...});
        const int count = query->numRowsAffected();
        Rows rows(query);
        return count;
    }

private:
    std::shared_ptr<QSqlQuery> execute(const char *sql, std::initializer_list<QVariant> values);

    QSqlDatabase m_database;
    // By address of the literal. A statement that is still being read is not taken a second time.
    std::unordered_map<const char *, std::shared_ptr<QSqlQuery>> m_statements;
};

/// BEGIN IMMEDIATE now; ROLLBACK when it dies without commit(). Throws Abort.
class Transaction
{
public:
    explicit Transaction(Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    void commit();

private:
    Connection &m_connection;
    bool m_open = true;
};

}

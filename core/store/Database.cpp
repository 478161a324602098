#include "core/store/Database.h"

#include "core/base/Log.h"

#include <QDir>
#include <QFileInfo>

namespace isthmus::store {

namespace {

const QLatin1String copySuffix(".before-schema-");
constexpr int leastFreeShare = 4; ///< a quarter of the file

/// What is to be done about it differs: room and permissions can be made, a damaged file cannot be used.
base::Error whyNotOpened(const Abort &abort)
{
    return abort.isDamage ? base::Error{base::Fault::Malformed, abort.error.detail} : abort.error;
}

}

Database::Database(DatabaseOptions options) : m_options(std::move(options)) {}

base::Result<std::unique_ptr<Database>> Database::open(DatabaseOptions options)
{
    std::unique_ptr<Database> database(new Database(std::move(options)));
    auto started = database->start();
    if (!started)
        return started.error();
    return database;
}

base::Result<base::Done> Database::start()
{
    auto lock = ProfileLock::take(m_options.path + QStringLiteral(".lock"));
    if (!lock)
        return lock.error();
    m_lock = std::move(lock).value();

    const QString name = QStringLiteral("isthmus-%1-").arg(reinterpret_cast<quintptr>(this), 0, 16);
    std::optional<base::Error> failure;
    m_writer = std::make_unique<Worker>(QStringLiteral("store-writer"));
    m_writer->call([&] {
        try {
            m_writing = std::make_unique<Connection>(name + QStringLiteral("writer"), m_options.path,
                                                     Connection::Mode::ReadWrite, m_options.busyLimit);
            prepare(*m_writing);
        } catch (const Abort &abort) {
            failure = whyNotOpened(abort);
        }
    });
    if (failure)
        return *failure;
    m_reader = std::make_unique<Worker>(QStringLiteral("store-reader"));
    m_reader->call([&] {
        try {
            m_reading = std::make_unique<Connection>(name + QStringLiteral("reader"), m_options.path,
                                                     Connection::Mode::ReadOnly, m_options.busyLimit);
        } catch (const Abort &abort) {
            failure = whyNotOpened(abort);
        }
    });
    if (failure)
        return *failure;
    return base::Done{};
}

void Database::prepare(Connection &connection)
{
    // A damaged file is recognised before anything is written to it.
    if (m_lock->lastEndWasUnclean()) {
        qCInfo(base::logStore) << "the last end was unclean: checking";
        const QString verdict = connection.pragma(QStringLiteral("PRAGMA quick_check(1)"));
        if (verdict != QLatin1String("ok"))
            throw Abort{{base::Fault::Storage, QStringLiteral("the database is damaged: ") + verdict}, true};
    }
    if (!QFileInfo(m_options.path).isWritable())
        throw Abort{{base::Fault::Storage, QStringLiteral("the database file is read-only")}};
    if (connection.pragma(QStringLiteral("PRAGMA journal_mode = WAL")) != QLatin1String("wal"))
        throw Abort{{base::Fault::Storage, QStringLiteral("the database cannot be switched to its journal")}};
    connection.runOnce(QStringLiteral("PRAGMA synchronous = FULL"));
    connection.runOnce(QStringLiteral("PRAGMA foreign_keys = ON"));
    // What is erased is overwritten. Debian's SQLite does so by itself; others do not.
    connection.runOnce(QStringLiteral("PRAGMA secure_delete = ON"));
    migrate(connection, m_options.steps,
            m_options.path + copySuffix + QString::number(m_options.steps.empty() ? 0 : m_options.steps.back().version));
}

base::Task<base::Done> Database::compact()
{
    const base::Promise<base::Done> promise;
    m_writer->post([this, promise] {
        try {
            const auto number = [this](const char *pragma) { return m_writing->pragma(QLatin1String(pragma)).toLongLong(); };
            if (number("PRAGMA freelist_count") * leastFreeShare > number("PRAGMA page_count"))
                m_writing->runOnce(QStringLiteral("VACUUM"));
            const bool isBusy = number("PRAGMA wal_checkpoint(TRUNCATE)") != 0;
            removeCopies();
            promise.finish(isBusy ? base::Result<base::Done>(
                               base::Error{base::Fault::Storage, QStringLiteral("the journal is being read")})
                                  : base::Done{});
        } catch (const Abort &abort) {
            promise.finish(abort.error);
        }
    });
    return promise.task();
}

void Database::removeCopies() const
{
    const QFileInfo file(m_options.path);
    const QDir folder = file.dir();
    for (const QString &copy : folder.entryList({file.fileName() + copySuffix + QLatin1Char('*')}, QDir::Files)) {
        if (!QFile::remove(folder.filePath(copy)))
            throw Abort{{base::Fault::Storage, QStringLiteral("a copy of the database cannot be removed")}};
    }
}

Database::~Database()
{
    if (m_reader) {
        m_reader->call([this] { m_reading.reset(); });
        m_reader.reset();
    }
    if (m_writer) {
        const bool whole = m_writing != nullptr && m_reading == nullptr;
        m_writer->call([this] { m_writing.reset(); });
        m_writer.reset();
        if (whole && m_lock)
            m_lock->markClean();
    }
}

}

#pragma once

#include "core/base/Checkpoint.h"
#include "core/base/Task.h"
#include "core/store/Connection.h"
#include "core/store/ProfileLock.h"
#include "core/store/Schema.h"
#include "core/store/SqlFault.h"
#include "core/store/Worker.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <type_traits>

namespace isthmus::store {

struct DatabaseOptions {
    QString path;
    /// How long another program may hold the file before an operation fails.
    std::chrono::milliseconds busyLimit{5000};
    std::span<const SchemaStep> steps = schemaSteps();
};

/// One profile's database file: one thread that writes, one that reads for the window. What is handed to
/// write() and read() runs there in order, as one transaction each; Result errors and failures of SQLite
/// roll it back and become the task's result. A finished write is on disk (WAL, synchronous=FULL).
/// Thread: create, use and destroy on one; the functions run on the store's.
class Database
{
public:
    /// Opens or creates the file and brings its schema up to date; blocks. Fault::Conflict: another process
    /// has the profile. Fault::Storage: read-only, full, locked, damaged, newer schema; nothing is changed then.
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(DatabaseOptions options);
    /// Finishes what is queued.
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// \p fn: Result<T>(Connection &).
    template <typename F>
    [[nodiscard]] auto write(F fn)
    {
        return post(*m_writer, m_writing, std::move(fn), true);
    }
    template <typename F>
    [[nodiscard]] auto read(F fn)
    {
        return post(*m_reader, m_reading, std::move(fn), false);
    }
    /// After much was erased: it can be read in no file of the profile any more, be it the journal or a copy that was
    /// made before a change of the schema, and most of its room is given back. Runs among the writes, and may take as
    /// long as copying the file. Nothing is lost where it fails.
    [[nodiscard]] base::Task<base::Done> compact();
    /// Reads and waits: while the program starts, and in tests.
    template <typename F>
    [[nodiscard]] auto readNow(F fn) -> std::invoke_result_t<F, Connection &>
    {
        std::optional<std::invoke_result_t<F, Connection &>> result;
        m_reader->call([&] { result = guarded(*m_reading, fn, false); });
        return std::move(*result);
    }
    /// Writes and waits: while the program starts or ends, and in tests.
    template <typename F>
    [[nodiscard]] auto writeNow(F fn) -> std::invoke_result_t<F, Connection &>
    {
        std::optional<std::invoke_result_t<F, Connection &>> result;
        m_writer->call([&] { result = guarded(*m_writing, fn, true); });
        return std::move(*result);
    }

private:
    explicit Database(DatabaseOptions options);
    [[nodiscard]] base::Result<base::Done> start();
    void prepare(Connection &connection);
    void removeCopies() const;

    template <typename F>
    auto post(Worker &worker, std::unique_ptr<Connection> &connection, F fn, bool writing)
    {
        using T = typename std::invoke_result_t<F, Connection &>::Value;
        base::Promise<T> promise;
        worker.post([this, promise, &connection, fn = std::move(fn), writing]() mutable {
            promise.finish(guarded(*connection, fn, writing));
        });
        return promise.task();
    }

    /// The room's one place where Abort ends.
    template <typename F>
    auto guarded(Connection &connection, F &fn, bool writing) -> std::invoke_result_t<F, Connection &>
    {
        try {
            if (!writing)
                return fn(connection);
            base::checkpoint("store.begin");
            Transaction transaction(connection);
            auto result = fn(connection);
            if (result.ok()) {
                base::checkpoint("store.commit");
                transaction.commit();
                base::checkpoint("store.committed");
            }
            return result;
        } catch (const Abort &abort) {
            return abort.error;
        }
    }

    DatabaseOptions m_options;
    std::unique_ptr<ProfileLock> m_lock;
    std::unique_ptr<Worker> m_writer;
    std::unique_ptr<Worker> m_reader;
    std::unique_ptr<Connection> m_writing; ///< made, used and destroyed on m_writer
    std::unique_ptr<Connection> m_reading; ///< the same on m_reader
};

}

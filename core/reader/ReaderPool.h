#pragma once

#include "core/port/MailReader.h"
#include "core/reader/ReaderProcess.h"

#include <QObject>

#include <deque>
#include <memory>
#include <vector>

namespace isthmus::reader {

/// The program's mail reader: a few isthmus-reader processes that read and a few that lay out, one mail in each at a time,
/// in order of asking (single leaves first: somebody waits for them). What comes back is checked by ResultCheck, and what was
/// said about the raw octets themselves is replaced by what we know.
///
/// Faults: TooLarge and Malformed, refused by the guard, or too much memory; Timeout, too much work;
/// ProtocolBroken, the mail broke its reader; NotFound, no such part; TryLater, the reader cannot be started
/// now; Unsupported, it cannot lock itself on this system, so no mail is read; Cancelled, the pool is going. Never blocks. Thread: the engine's.
class ReaderPool final : public QObject, public port::MailReader
{
    Q_OBJECT
public:
    explicit ReaderPool(ReaderConfig config, QObject *parent = nullptr);
    ~ReaderPool() override;

    [[nodiscard]] base::Task<model::Mail> read(QByteArray raw) override;
    /// In batches of some 64 mails, one child for each. The mail that breaks a batch is read alone for its
    /// verdict, and those after it in a batch of their own. Behind everything that was asked for singly.
    [[nodiscard]] base::Task<std::vector<base::Result<model::Mail>>> readMany(std::vector<QByteArray> raws) override;
    [[nodiscard]] base::Task<QByteArray> part(QByteArray raw, QString section) override;
    [[nodiscard]] base::Task<QByteArray> layout(QByteArray raw, port::LayoutWish wish) override;

private:
    struct Job {
        ReaderRequest request;
        std::function<void(const ReaderOutcome &)> finish;
        int interruptions = 0;
    };
    struct Slot {
        std::unique_ptr<ReaderProcess> process;
        std::optional<Job> job;
    };
    /// The readers of one kind, and what waits for them.
    struct Crew {
        std::vector<std::unique_ptr<Slot>> places;
        std::deque<Job> jobs;
        std::deque<Job> batches;
        QTimer restart;
        int startFailures = 0;
        [[nodiscard]] std::optional<Job> take();
    };

    enum class Place { First, Single, Batch };
    struct Import;

    void hire(Crew &crew, const ReaderConfig &config);
    void enqueue(Crew &crew, Job job, Place place);
    void sendBatch(const std::shared_ptr<Import> &import, std::size_t from, std::size_t to);
    void batchEnded(const std::shared_ptr<Import> &import, std::size_t from, std::size_t to, const ReaderOutcome &outcome);
    void readAlone(const std::shared_ptr<Import> &import, std::size_t index);
    void pump(Crew &crew);
    void connectSlot(Crew &crew, Slot &slot);
    void slotEnded(Crew &crew, Slot &slot, ReaderProcess::End end);
    static void failAll(Crew &crew, const base::Error &error);

    const ReaderConfig m_config;
    Crew m_reading;
    Crew m_layingOut;
    bool m_noWalls = false;
};

}

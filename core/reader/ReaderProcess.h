#pragma once

#include "core/base/Backoff.h"
#include "core/base/Result.h"
#include "core/reader/Frame.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace isthmus::reader {

/// How to start the reader, and what tests turn.
struct ReaderConfig {
    QString program; ///< path of isthmus-reader
    QStringList arguments;
    int processes = 2; ///< of each purpose, at most
    /// After so many, a fresh one with another memory layout. What shares a layout are the children, so it is they who
    /// count; many mails are read by few children, and the second number bounds those.
    int childrenPerProcess = 500;
    int mailsPerProcess = 2'000;
    std::chrono::milliseconds startLimit{20'000};
    std::function<std::chrono::milliseconds(std::uint64_t)> wallLimit = wallBudget;
    /// Between attempts to start one, by the number of failures.
    std::function<std::chrono::milliseconds(int)> restartWait = [](int failures) { return base::retryWait(failures, 0); };
    /// Unguessable; empty: the system's random numbers.
    std::function<std::uint64_t()> nonce;
    /// Beside the program and in the build's folder alike.
    [[nodiscard]] static QString programBeside(const QString &applicationFolder);
};

/// One request: what is wanted of a mail, and its octets.
struct ReaderRequest {
    FrameKind kind = FrameKind::ReadMail;
    QByteArray head; ///< packed: the section number of DecodePart, the wish of LayOut
    QByteArray raw;
    std::size_t answers = 1; ///< of ReadBatch: the number of mails
};

/// The contents of an answer frame of a kind that was asked for, not checked yet.
struct ReaderAnswer {
    FrameKind kind = FrameKind::Mail;
    QByteArray contents;
    bool operator==(const ReaderAnswer &) const = default;
};

/// How a request ended: with all answers, or with an error and the answers that came before it.
struct ReaderOutcome {
    std::vector<ReaderAnswer> answers;
    std::optional<base::Error> error;
};

/// One isthmus-reader, with at most one request in flight: the next is sent only after the zygote has
/// said how the last one's child ended. A child that ends in any other way than orderly takes its zygote
/// with it, since what it left in the pipes may be a stranger's. Never blocks; the destructor alone kills and
/// waits. Thread: the one it was made on.
class ReaderProcess : public QObject
{
    Q_OBJECT
public:
    enum class State { Off, Starting, Idle, Busy };
    enum class End {
        AfterService, ///< it had started properly
        NotStarted,   ///< another attempt may succeed
        NoWalls,      ///< it cannot lock itself on this system, and so must not read
    };

    explicit ReaderProcess(const ReaderConfig &config, QObject *parent = nullptr);
    ~ReaderProcess() override;

    [[nodiscard]] State state() const { return m_state; }
    /// From Off.
    void start();
    /// From Idle. The request is written piece by piece, so that a large mail does not hold up the event loop.
    void send(const ReaderRequest &request);

Q_SIGNALS:
    /// Ready for a request: after the start, and after each answer.
    void idle();
    /// Timeout: the child used up its time; TooLarge: its memory; ProtocolBroken: it crashed, was killed by the
    /// filter or broke the protocol. State is Idle or Off.
    void answered(const isthmus::reader::ReaderOutcome &outcome);
    /// It is gone; state is Off. If a request is in flight still, it was innocent of it.
    void ended(isthmus::reader::ReaderProcess::End end);

private:
    void readOutput();
    void readReports();
    void processEnded();
    void writeMore();
    void overrun();
    void becomeReady(const QByteArray &contents);
    /// Takes the next whole frame off what was received; false: there is none yet, or it was wrong.
    [[nodiscard]] bool takeFrame();
    void finishWhenComplete();
    void fail(base::Fault fault, const QString &detail);
    void end();
    void connectProcess();
    [[nodiscard]] std::uint64_t answerLimit(FrameKind kind) const;
    [[nodiscard]] base::Error verdict(const ChildReport &report) const;

    const ReaderConfig m_config;
    std::unique_ptr<QProcess> m_process; ///< while not Off
    QTimer m_watchdog;
    State m_state = State::Off;
    int m_children = 0; ///< that served orderly
    int m_mails = 0;    ///< that they were given

    ReaderRequest m_request;
    QByteArray m_head;       ///< frame header and section
    qsizetype m_written = 0; ///< of m_request.raw
    std::uint64_t m_nonce = 0;
    std::optional<FrameHeader> m_answerHeader;
    QByteArray m_output;
    std::vector<ReaderAnswer> m_answers;
    std::uint64_t m_answerBytes = 0; ///< announced so far
    QByteArray m_reports;
    std::optional<ChildReport> m_report;
};

}

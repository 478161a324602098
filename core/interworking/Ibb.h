#pragma once

#include "core/base/Timestamp.h"
#include "core/model/InstantMessage.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <variant>
#include <vector>

/// In-band bytestreams (XEP-0047): what a session's bytes must be, and long texts in sessions, both sides, as state
/// machines without a wire and without a clock. Specification 4.4, 4.5. Thread: any one.
namespace isthmus::interworking::ibb {

inline constexpr int blockSizeFirst = 4096; ///< bytes; the XEP's recommendation
inline constexpr int blockSizeLeast = 1024;
inline constexpr int blockSizeMost = 8192; ///< that we take; larger wishes are asked to be smaller
inline constexpr std::chrono::seconds announceTtl{60};
inline constexpr std::chrono::seconds iqTimeout{30};
inline constexpr std::chrono::seconds idleTimeout{120};
inline constexpr std::chrono::seconds totalTimeout{15 * 60};

// The payloads of the three IQs, as the stanza codec reads and writes them.
struct Open {
    QString sid;
    int blockSize = blockSizeFirst;
    bool operator==(const Open &) const = default;
};
struct Data {
    QString sid;
    quint16 seq = 0;
    QByteArray bytes;
    bool operator==(const Data &) const = default;
};
struct Close {
    QString sid;
    bool operator==(const Close &) const = default;
};
using Request = std::variant<Open, Data, Close>;

/// The bytes of one open session as they come in.
class Incoming
{
public:
    /// \p size: octets that were announced. \p blockSize: octets, as the session was opened with.
    Incoming(qint64 size, int blockSize, base::Timestamp now);

    /// What is wrong with the block (4.4, 3 and 4); the session is to be closed then, and what has come discarded.
    [[nodiscard]] std::optional<model::StanzaError> take(const Data &data, base::Timestamp now);
    /// It was silent, or open, for too long (4.4, 6).
    [[nodiscard]] bool isOver(base::Timestamp now) const;
    [[nodiscard]] bool isWhole() const { return m_bytes.size() == m_size; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    qint64 m_size;
    int m_blockSize;
    quint16 m_expected = 0;
    QByteArray m_bytes;
    base::Timestamp m_opened;
    base::Timestamp m_last;
};

/// How often somebody may begin a session: five times a minute. What was announced and never opened counts (4.5).
class OpenRate
{
public:
    explicit OpenRate(int perMinute = 5) : m_perMinute(perMinute) {}
    /// False: too often. \p bare is counted whatever resource it uses.
    [[nodiscard]] bool take(const model::Jid &bare, base::Timestamp now);

private:
    int m_perMinute;
    std::map<QString, std::vector<base::Timestamp>> m_times;
};

/// Sends one text: gives the next request, one at a time (window 1), and says how it ended.
class Sender
{
public:
    enum class End : std::uint8_t {
        Running,
        Done,     ///< closed in order; the receipt for the announcement is the proof
        FallBack, ///< the peer cannot: segments or a link instead, once
        Failed,   ///< the peer said no to the content, or time is over
    };

    Sender(QString sid, QByteArray text, base::Timestamp now);

    /// The request to send now; nullopt while an answer is awaited, or at the end.
    [[nodiscard]] std::optional<Request> next(base::Timestamp now);
    void onResult(base::Timestamp now);
    void onError(const model::StanzaError &error, base::Timestamp now);
    /// The peer closed, or left.
    void onClose();
    /// To be called from time to time; ends what waits too long.
    void tick(base::Timestamp now);
    [[nodiscard]] End end() const { return m_end; }

private:
    enum class Step : std::uint8_t { Opening, Sending, Closing };

    QString m_sid;
    QByteArray m_text;
    Step m_step = Step::Opening;
    End m_end = End::Running;
    int m_blockSize = blockSizeFirst;
    qsizetype m_sent = 0;
    qsizetype m_inFlight = 0;
    quint16 m_seq = 0;
    bool m_waiting = false;
    base::Timestamp m_started;
    base::Timestamp m_asked;
};

/// Takes texts that were announced (X36): from the same full JID, less than a minute ago, not above
/// the limit.
class Receiver
{
public:
    struct Limits {
        qint64 bytes = 1 << 20; ///< of one text
        int sessionsPerPeer = 2;
        int opensPerMinute = 5; ///< of one peer, see OpenRate
        int blockSize = blockSizeMost;
    };

    /// The answer to a request, and what came of it.
    struct Answer {
        std::optional<model::StanzaError> error;   ///< none: an empty result
        std::optional<Close> close;                ///< to be sent to the peer as well
        std::optional<QString> text;               ///< complete and proven: receipt for `announceId`
        std::optional<model::StanzaError> message; ///< error for `announceId`
        QString announceId;
        model::Jid from; ///< full: whose session it is
    };

    Receiver();
    explicit Receiver(Limits limits);

    /// A message announced a text. \p isKnown: in the roster, or authentic; strangers may not (4.5).
    /// False: not taken, the announcement is shown as it is.
    bool announced(const model::InstantMessage &announcement, bool isKnown, base::Timestamp now);
    [[nodiscard]] Answer on(const model::Jid &fullFrom, const Request &request, base::Timestamp now);
    /// Sessions that were idle or open for too long end with a message error.
    [[nodiscard]] std::vector<Answer> expire(base::Timestamp now);

private:
    struct Session {
        model::Jid from;
        QString announceId;
        qint64 size = 0;
        QByteArray sha256;
        std::optional<Incoming> incoming; ///< once it is open
        base::Timestamp announcedAt{};
    };
    using Key = QString; ///< full JID LF sid

    [[nodiscard]] Answer onOpen(const model::Jid &from, const Open &open, base::Timestamp now);
    [[nodiscard]] Answer onData(const model::Jid &from, const Data &data, base::Timestamp now);
    [[nodiscard]] Answer onClose(const model::Jid &from, const Close &close);
    [[nodiscard]] Answer finish(const Session &session) const;

    Limits m_limits;
    std::map<Key, Session> m_sessions;
    OpenRate m_rate;
};

}

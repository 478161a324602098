#pragma once

#include "core/base/Result.h"
#include "core/base/Timestamp.h"
#include "core/model/InstantMessage.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <tuple>
#include <variant>
#include <vector>

/// Long texts in several messages: specification 4.1 to 4.3, 4.5.
namespace isthmus::interworking {

/// Bytes of the whole text, end exclusive.
struct ByteRange {
    int start = 0;
    int end = 0;
    bool operator==(const ByteRange &) const = default;
};

/// Where \p utf8 is cut (4.1). Deterministic; the ranges follow each other and cover the text. Empty
/// for an empty text. \p utf8 must be valid UTF-8, \p pagerMax within its limits.
[[nodiscard]] std::vector<ByteRange> cutPositions(const QByteArray &utf8, int pagerMax);

/// The visible prefix "(n/of) ".
[[nodiscard]] QString segmentPrefix(int n, int of);
/// The payload of a segment: its body without the prefix that a fallback region marks (lax: a body
/// without such a region is taken whole).
[[nodiscard]] QString segmentPayload(const model::InstantMessage &message);

/// Puts segments together. No clock: the caller gives the time and calls expire(). Thread: any one.
class Reassembler
{
public:
    struct Limits {
        int setsPerSender = 8;
        int bytesPerSender = 256 * 1024;
        int sets = 1000;
        qint64 bytes = 64LL << 20;
        std::chrono::seconds idle{300};
        std::chrono::seconds total{900};
        std::chrono::seconds tombstone{600};
        std::chrono::seconds gap{30};
        std::chrono::seconds mute{3600};
        int hashFaults = 3; ///< within `tombstone` mute the sender
    };

    /// Kept, or ignored as a duplicate or as late.
    struct Kept {
        bool duplicate = false;
    };
    /// The last one came: segment 1 with the whole text as its only body, without segment and prefix.
    /// Receipts and markers that the last segment asks for are asked by the result.
    struct Complete {
        model::InstantMessage message;
        QString lastId; ///< id of the last segment: a receipt names this one
    };
    /// An error for the sender. `text` is what was there, marked by the client as incomplete or wrong.
    struct Failed {
        enum class Why : std::uint8_t {
            Refused,   ///< this segment only: what is open stays open, unless its sender is over the limit
            Conflict,  ///< it contradicts its set, which is gone: its parts are single messages
            WrongHash, ///< all is there, and it is not what was announced
            Timeout,   ///< parts are missing
        };
        Why why = Why::Refused;
        model::StanzaError error;
        QString id; ///< of segment 1 if it came, else of the segment at fault
        QString sid;
        model::Jid from; ///< bare
        model::Jid to;
        std::optional<model::InstantMessage> first;
        QString text; ///< parts in order, "[part n missing]" between
    };
    using Outcome = std::variant<Kept, Complete, Failed>;

    Reassembler();
    explicit Reassembler(Limits limits);

    /// \p message must hold a segment.
    [[nodiscard]] Outcome add(const model::InstantMessage &message, base::Timestamp now);
    /// Sets whose time is over.
    [[nodiscard]] std::vector<Failed> expire(base::Timestamp now);
    /// Sets with a gap for longer than `gap`: what is there, for the client to show already.
    [[nodiscard]] std::vector<Failed> gaps(base::Timestamp now) const;

    /// The times of all open sets count anew: nothing could come in the meantime.
    void restart(base::Timestamp now);
    /// Whether a set is open; both addresses bare.
    [[nodiscard]] bool holds(const model::Jid &from, const model::Jid &to, const QString &sid) const
    {
        return m_sets.contains(Key{from.toString(), to.toString(), sid});
    }

    [[nodiscard]] int openSets() const { return static_cast<int>(m_sets.size()); }
    [[nodiscard]] qint64 heldBytes() const { return m_bytes; }

private:
    struct Part {
        model::InstantMessage message;
        QByteArray payload;
    };
    struct Set {
        std::map<int, Part> parts; ///< by start
        int bytes = 0;
        base::Timestamp first{};
        base::Timestamp last{};
        model::Jid fullFrom;
        model::Segment head; ///< total, of and sha256 of the first that came
    };
    struct Key {
        QString from;
        QString to;
        QString sid;
        bool operator<(const Key &other) const
        {
            return std::tie(from, to, sid) < std::tie(other.from, other.to, other.sid);
        }
    };

    Outcome place(const Key &key, const model::InstantMessage &message, base::Timestamp now);
    Outcome finish(const Key &key, base::Timestamp now);
    Failed discard(const Key &key, Failed::Why why, const QString &condition, base::Timestamp now);
    Failed describe(const Set &set, Failed::Why why, const QString &condition) const;
    void drop(const Key &key);
    std::optional<Failed> overLimit(const Key &key, int bytes, const model::InstantMessage &message);
    void forgetOld(base::Timestamp now);

    Limits m_limits;
    std::map<Key, Set> m_sets;
    std::map<QString, std::vector<base::Timestamp>> m_faults; ///< hash faults by bare sender
    std::map<quint64, base::Timestamp> m_tombstones;
    qint64 m_bytes = 0;
};

}

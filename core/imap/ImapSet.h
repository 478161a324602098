#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <map>
#include <optional>
#include <vector>

namespace isthmus::imap {

/// A set of UIDs as disjoint, ordered ranges. A server can name four thousand million UIDs in twelve octets, so nothing
/// here ever enumerates unless the caller bounds it.
class ImapSet
{
public:
    ImapSet() = default;
    ImapSet(std::initializer_list<quint32> uids);

    /// "1:4,7" (RFC 3501 sequence-set, without "*"); nullopt for anything else, and for a 0.
    [[nodiscard]] static std::optional<ImapSet> parse(QByteArrayView text);

    void add(quint32 uid) { add(uid, uid); }
    void add(quint32 first, quint32 last);
    void remove(quint32 uid) { remove(uid, uid); }
    void remove(quint32 first, quint32 last);
    void remove(const ImapSet &other);

    [[nodiscard]] bool contains(quint32 uid) const;
    [[nodiscard]] bool isEmpty() const { return m_ranges.empty(); }
    [[nodiscard]] quint64 count() const;
    [[nodiscard]] quint32 highest() const;
    [[nodiscard]] ImapSet intersected(const ImapSet &other) const;
    /// The \p n highest UIDs, highest first.
    [[nodiscard]] std::vector<quint32> newest(std::size_t n) const;
    /// "1:4,7".
    [[nodiscard]] QByteArray toBytes() const;
    /// first → last of each range.
    [[nodiscard]] const std::map<quint32, quint32> &ranges() const { return m_ranges; }

    bool operator==(const ImapSet &) const = default;

private:
    std::map<quint32, quint32> m_ranges; ///< first → last; neither touching nor overlapping
};

}

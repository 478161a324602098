// Values of replies → typed data. Every decoder returns nullopt for what it does not recognise; nothing throws, wraps
// or depends on the order of items.
#include "core/imap/FolderName.h"
#include "core/imap/ImapData.h"

#include <QDate>
#include <QTime>
#include <QTimeZone>

namespace isthmus::imap {

namespace {

constexpr quint64 maxNumber = 0xFFFFFFFF;

std::optional<quint32> number32(const ImapNode &node)
{
    const auto value = node.number(maxNumber);
    return value ? std::optional(static_cast<quint32>(*value)) : std::nullopt;
}

ImapWords words(const ImapNodes &nodes, std::size_t from)
{
    ImapWords result;
    for (std::size_t i = from; i < nodes.size(); ++i) {
        if (!nodes[i].isList())
            result.insert(nodes[i].bytes.toUpper());
    }
    return result;
}

/// Flags and attributes; each a printable word, anything else is left out.
QStringList flagWords(const ImapNode &list)
{
    QStringList flags;
    for (const ImapNode &node : list.items) {
        const auto isPlain = [](char c) { return c > 0x20 && c < 0x7F; };
        if (node.kind == ImapNode::Kind::Atom && std::all_of(node.bytes.begin(), node.bytes.end(), isPlain))
            flags << QString::fromLatin1(node.bytes);
    }
    return flags;
}

using Decoded = std::optional<ImapData>;

Decoded decodeListing(const ImapNodes &n)
{
    if (n.size() < 4 || !n[1].isList())
        return {};
    const auto wire = n[3].isNil() ? std::optional(n[3].bytes) : n[3].string(); // a folder may be called NIL
    if (!wire || n[2].isList())
        return {};
    const QByteArray delimiter = n[2].isNil() ? QByteArray() : n[2].bytes;
    return ImapListing{*wire, decodeFolderName(*wire).value_or(QString()), delimiter, flagWords(n[1])};
}

Decoded decodeStatus(const ImapNodes &n)
{
    if (n.size() < 3 || n[1].isList() || !n[2].isList())
        return {};
    ImapMailboxStatus status{n[1].bytes, {}};
    const ImapNodes &items = n[2].items;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        if (const auto value = items[i + 1].number())
            status.items.insert_or_assign(items[i].bytes.toUpper(), *value);
    }
    return status;
}

std::vector<ImapNamespace> decodeNamespace(const ImapNode &node)
{
    std::vector<ImapNamespace> spaces;
    for (const ImapNode &item : node.items) {
        if (!item.isList() || item.items.size() < 2 || item.items[0].isList() || item.items[1].isList())
            continue;
        const ImapNode &delimiter = item.items[1];
        spaces.push_back({item.items[0].bytes, delimiter.isNil() ? QByteArray() : delimiter.bytes});
    }
    return spaces;
}

Decoded decodeNamespaces(const ImapNodes &n)
{
    if (n.size() < 4)
        return {};
    return ImapNamespaces{decodeNamespace(n[1]), decodeNamespace(n[2]), decodeNamespace(n[3])};
}

Decoded decodeId(const ImapNodes &n)
{
    ImapServerId id;
    if (n.size() < 2)
        return {};
    for (std::size_t i = 0; i + 1 < n[1].items.size(); i += 2) {
        const auto value = n[1].items[i + 1].string();
        if (value && !n[1].items[i].isList())
            id.fields.insert_or_assign(n[1].items[i].bytes.toLower(), *value);
    }
    return id;
}

Decoded decodeSearch(const ImapNodes &n)
{
    ImapSearch search;
    for (std::size_t i = 1; i < n.size(); ++i) {
        if (n[i].isList()) { // (MODSEQ 917162500), RFC 7162 3.1.5
            if (n[i].items.size() == 2 && n[i].items[0].isAtom("MODSEQ"))
                search.modSeq = n[i].items[1].number();
            continue;
        }
        const auto number = number32(n[i]);
        if (!number || *number == 0)
            return {};
        search.numbers.push_back(*number);
    }
    return search;
}

Decoded decodeEsearch(const ImapNodes &n)
{
    ImapEsearch result;
    std::size_t i = 1;
    if (i < n.size() && n[i].isList()) {
        const ImapNodes &correlator = n[i++].items;
        if (correlator.size() == 2 && correlator[0].isAtom("TAG"))
            result.tag = correlator[1].bytes;
    }
    if (i < n.size() && n[i].isAtom("UID")) {
        result.uid = true;
        ++i;
    }
    for (; i + 1 < n.size(); i += 2) {
        const ImapNode &value = n[i + 1];
        if (n[i].isAtom("MIN")) {
            result.min = number32(value);
        } else if (n[i].isAtom("MAX")) {
            result.max = number32(value);
        } else if (n[i].isAtom("COUNT")) {
            result.count = value.number();
        } else if (n[i].isAtom("MODSEQ")) {
            result.modSeq = value.number();
        } else if (n[i].isAtom("ALL")) {
            auto all = ImapSet::parse(value.bytes);
            if (!all)
                return {};
            result.all = std::move(*all);
        }
    }
    return result;
}

Decoded decodeVanished(const ImapNodes &n)
{
    const bool earlier = n.size() > 2 && n[1].isList() && n[1].items.size() == 1 && n[1].items[0].isAtom("EARLIER");
    const std::size_t at = earlier ? 2 : 1;
    if (n.size() != at + 1)
        return {};
    auto uids = ImapSet::parse(n[at].bytes);
    if (!uids)
        return {};
    return ImapVanished{earlier, std::move(*uids)};
}

void decodeFetchItem(ImapFetch &fetch, const ImapNode &name, const ImapNode &value)
{
    if (name.isAtom("UID")) {
        const auto uid = number32(value);
        fetch.uid = uid && *uid > 0 ? uid : std::nullopt;
    } else if (name.isAtom("FLAGS") && value.isList()) {
        fetch.flags = flagWords(value);
    } else if (name.isAtom("MODSEQ") && value.items.size() == 1) {
        fetch.modSeq = value.items[0].number();
    } else if (name.isAtom("RFC822.SIZE")) {
        fetch.size = value.number();
    } else if (name.isAtom("INTERNALDATE")) {
        fetch.internalDate = parseInternalDate(value.bytes);
    } else if (name.isAtom("BODY[]")) {
        fetch.body = value.string();
    } else if (QByteArrayView(name.bytes)
                   .first(std::min<qsizetype>(11, name.bytes.size()))
                   .compare(QByteArrayView("BODY[HEADER"), Qt::CaseInsensitive)
               == 0) {
        fetch.header = value.string();
    }
}

Decoded decodeFetch(quint32 sequence, const ImapNodes &n)
{
    if (n.size() < 3 || !n[2].isList())
        return {};
    ImapFetch fetch;
    fetch.sequence = sequence;
    const ImapNodes &items = n[2].items;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2)
        decodeFetchItem(fetch, items[i], items[i + 1]);
    return fetch;
}

/// "* 5 EXISTS" and its kin.
Decoded decodeNumbered(const ImapNodes &n)
{
    const auto count = number32(n[0]);
    if (!count || n.size() < 2)
        return {};
    if (n[1].isAtom("EXISTS"))
        return ImapExists{*count};
    if (n[1].isAtom("RECENT"))
        return ImapRecent{*count};
    if (*count == 0)
        return {};
    if (n[1].isAtom("EXPUNGE"))
        return ImapExpunge{*count};
    return n[1].isAtom("FETCH") ? decodeFetch(*count, n) : Decoded();
}

Decoded decodeNamed(const ImapNodes &n)
{
    const ImapNode &word = n[0];
    if (word.isAtom("CAPABILITY"))
        return ImapCapabilities{words(n, 1)};
    if (word.isAtom("ENABLED"))
        return ImapEnabled{words(n, 1)};
    if (word.isAtom("LIST") || word.isAtom("LSUB") || word.isAtom("XLIST"))
        return decodeListing(n);
    if (word.isAtom("STATUS"))
        return decodeStatus(n);
    if (word.isAtom("NAMESPACE"))
        return decodeNamespaces(n);
    if (word.isAtom("ID"))
        return decodeId(n);
    if (word.isAtom("SEARCH"))
        return decodeSearch(n);
    if (word.isAtom("ESEARCH"))
        return decodeEsearch(n);
    if (word.isAtom("VANISHED"))
        return decodeVanished(n);
    if (word.isAtom("FLAGS") && n.size() == 2 && n[1].isList())
        return ImapFlags{flagWords(n[1])};
    return {};
}

}

ImapData decodeData(const ImapNodes &nodes)
{
    if (nodes.empty() || nodes[0].kind != ImapNode::Kind::Atom)
        return ImapUnknown{};
    Decoded data = nodes[0].number() ? decodeNumbered(nodes) : decodeNamed(nodes);
    if (data)
        return std::move(*data);
    return ImapUnknown{nodes[0].bytes.left(40)};
}

std::optional<quint64> codeNumber(const ImapCode &code, QByteArrayView name)
{
    if (QByteArrayView(code.name) != name || code.arguments.size() != 1)
        return {};
    return code.arguments[0].number();
}

std::optional<ImapAppendUid> appendUid(const ImapCode &code)
{
    if (code.name != "APPENDUID" || code.arguments.size() != 2)
        return {};
    const auto validity = number32(code.arguments[0]);
    auto uids = ImapSet::parse(code.arguments[1].bytes);
    if (!validity || !uids)
        return {};
    return ImapAppendUid{*validity, std::move(*uids)};
}

std::optional<ImapCopyUid> copyUid(const ImapCode &code)
{
    if (code.name != "COPYUID" || code.arguments.size() != 3)
        return {};
    const auto validity = number32(code.arguments[0]);
    auto source = ImapSet::parse(code.arguments[1].bytes);
    auto destination = ImapSet::parse(code.arguments[2].bytes);
    if (!validity || !source || !destination)
        return {};
    return ImapCopyUid{*validity, std::move(*source), std::move(*destination)};
}

std::optional<ImapSet> modifiedUids(const ImapCode &code)
{
    if (code.name != "MODIFIED" || code.arguments.size() != 1)
        return {};
    return ImapSet::parse(code.arguments[0].bytes);
}

std::optional<base::Timestamp> parseInternalDate(QByteArrayView text)
{
    const QByteArrayView months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (text.size() != 26 || text[2] != '-' || text[6] != '-' || text[11] != ' ' || text[14] != ':' || text[17] != ':'
        || text[20] != ' ' || (text[21] != '+' && text[21] != '-'))
        return {};
    const auto field = [&](qsizetype at, qsizetype length) { return parseNumber(text.sliced(at, length), 9999); };
    const auto day = text[0] == ' ' ? field(1, 1) : field(0, 2);
    qsizetype month = -1;
    for (qsizetype i = 0; i < 12 && month < 0; ++i) {
        if (text.sliced(3, 3).compare(months.sliced(i * 3, 3), Qt::CaseInsensitive) == 0)
            month = i + 1;
    }
    const auto year = field(7, 4), hour = field(12, 2), minute = field(15, 2), second = field(18, 2);
    const auto zoneHours = field(22, 2), zoneMinutes = field(24, 2);
    if (!day || month < 0 || !year || !hour || !minute || !second || !zoneHours || !zoneMinutes)
        return {};
    const QDate date(static_cast<int>(*year), static_cast<int>(month), static_cast<int>(*day));
    const QTime time(static_cast<int>(*hour), static_cast<int>(*minute), std::min(static_cast<int>(*second), 59));
    if (!date.isValid() || !time.isValid() || *zoneHours > 23 || *zoneMinutes > 59)
        return {};
    const auto offset = static_cast<qint64>(*zoneHours * 3600 + *zoneMinutes * 60) * (text[21] == '-' ? -1 : 1);
    return base::fromMsecs(QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() - offset * 1000);
}

}

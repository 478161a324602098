#include "core/interworking/Segmenter.h"

#include "core/interworking/Names.h"
#include "core/interworking/Text.h"

#include <algorithm>

namespace isthmus::interworking {

namespace {

constexpr int lookBack = 64; // bytes, for a break that separates nothing

bool isBoundary(const QByteArray &utf8, int at)
{
    return at >= utf8.size() || (static_cast<uchar>(utf8[at]) & 0xC0) != 0x80;
}

/// The code point that starts at \p at, a boundary within the text.
char32_t codePointAt(const QByteArray &utf8, int at)
{
    const auto byte = [&](int i) { return at + i < utf8.size() ? static_cast<uchar>(utf8[at + i]) : uchar(0); };
    const uchar lead = byte(0);
    if (lead < 0x80)
        return lead;
    if (lead < 0xE0)
        return (lead & 0x1Fu) << 6 | (byte(1) & 0x3Fu);
    if (lead < 0xF0)
        return (lead & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    return (lead & 0x07u) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 | (byte(3) & 0x3Fu);
}

int previousBoundary(const QByteArray &utf8, int at)
{
    do
        --at;
    while (at > 0 && !isBoundary(utf8, at));
    return at;
}

/// A break before \p at would take a mark, a joiner or a variation selector from its base, or part
/// what a joiner joins.
bool separates(const QByteArray &utf8, int at)
{
    const char32_t next = codePointAt(utf8, at);
    if (next == 0x200D || next == 0xFE0F)
        return true;
    switch (QChar::category(next)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing: return true;
    default: break;
    }
    return at > 0 && codePointAt(utf8, previousBoundary(utf8, at)) == 0x200D;
}

/// Where to cut the text that starts at \p start and does not fit (4.1).
int cutAfter(const QByteArray &utf8, int start, int segmentBytes, int window)
{
    int boundary = start + segmentBytes;
    while (!isBoundary(utf8, boundary))
        --boundary;
    int limit = boundary;
    for (int at = boundary; at > start && at >= boundary - lookBack; at = previousBoundary(utf8, at)) {
        if (!separates(utf8, at)) {
            limit = at;
            break;
        }
    }
    const int from = std::max(start + 1, limit - window + 1);
    for (const char wanted : {'\n', ' '}) {
        for (int at = limit; at >= from; --at) {
            if (utf8[at - 1] == wanted)
                return at;
        }
    }
    return limit;
}

}

std::vector<ByteRange> cutPositions(const QByteArray &utf8, int pagerMax)
{
    const int bytes = std::clamp(pagerMax, pagerMaxLowest, pagerMaxHighest);
    std::vector<ByteRange> ranges;
    int start = 0;
    const int total = static_cast<int>(utf8.size());
    while (start < total) {
        const bool fits = total - start <= segmentMax(bytes);
        const int end = fits ? total : cutAfter(utf8, start, segmentMax(bytes), segmentWindow(bytes));
        ranges.push_back({start, end});
        start = end;
    }
    return ranges;
}

QString segmentPrefix(int n, int of)
{
    return QStringLiteral("(%1/%2) ").arg(n).arg(of);
}

QString segmentPayload(const model::InstantMessage &message)
{
    if (message.bodies.empty())
        return {};
    const QString &body = message.bodies.front().text;
    // The prefix region, and the attachment tail of the last segment: neither counts into the ranges.
    std::vector<model::CodePointRange> regions;
    for (const model::Fallback &fallback : message.fallbacks) {
        if (fallback.forNamespace == ns::segment || fallback.forNamespace == ns::email)
            regions.insert(regions.end(), fallback.bodyRanges.begin(), fallback.bodyRanges.end());
    }
    std::sort(regions.begin(), regions.end(), [](const auto &a, const auto &b) { return a.start > b.start; });
    QString payload = body;
    int taken = codePointCount(body);
    for (const model::CodePointRange &region : regions) {
        const int end = std::min(region.end, taken);
        if (region.start < 0 || region.start >= end)
            continue;
        payload = withoutCodePoints(payload, region.start, end);
        taken = region.start;
    }
    return payload;
}

}

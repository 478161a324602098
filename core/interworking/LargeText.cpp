#include "core/interworking/LargeText.h"

#include "core/base/Sha256.h"
#include "core/interworking/Text.h"

#include <QRegularExpression>

namespace isthmus::interworking {

namespace {

using model::InstantMessage;
using toim::Mode;

constexpr qsizetype ibbMax = 1 << 20;    // bytes of text, 4
constexpr int announcedCodePoints = 200; // 4.4

void setBody(InstantMessage &stanza, const QString &lang, const QString &before, const QString &text, const QString &tail)
{
    stanza.bodies = {{lang, before + text + tail}};
    if (!before.isEmpty()) {
        model::Fallback prefix;
        prefix.forNamespace = ns::segment;
        prefix.bodyRanges = {{0, codePointCount(before)}};
        stanza.fallbacks.push_back(prefix);
    }
    if (!tail.isEmpty()) {
        const int start = codePointCount(before) + codePointCount(text);
        model::Fallback fallback;
        fallback.forNamespace = ns::email;
        fallback.bodyRanges = {{start, start + codePointCount(tail)}};
        stanza.fallbacks.push_back(fallback);
    }
}

Mode modeFor(qsizetype size, qsizetype textSize, int segments, const Ctx &ctx)
{
    const Policy &policy = ctx.policy;
    if (size <= policy.pagerMax || textSize == 0)
        return Mode::Pager;
    const bool ibb = policy.large == Policy::Large::Ibb && ctx.peer && ctx.peer->canIbb();
    if (ibb && size <= ibbMax)
        return Mode::Ibb;
    const bool soft = policy.segSoftMax > 0 && segments > policy.segSoftMax;
    return size <= segmentsMaxBytes(policy.pagerMax) && segments <= segmentsHighest && !soft ? Mode::Segments : Mode::Link;
}

/// The later stanzas of a segmented text: thread, ids, and their piece of it (4.1).
InstantMessage continuation(const InstantMessage &first, int n)
{
    InstantMessage stanza;
    stanza.type = first.type;
    stanza.from = first.from;
    stanza.to = first.to;
    stanza.id = first.id + QStringLiteral("-s%1").arg(n);
    stanza.originId = stanza.id;
    stanza.thread = first.thread;
    stanza.delays = first.delays;
    stanza.marks.unstyled = first.marks.unstyled;
    stanza.marks.store = first.marks.store;
    return stanza;
}

void layOutSegments(const InstantMessage &whole, const QString &lang, const QByteArray &utf8, const QString &tail,
                    LaidOut &result)
{
    const QByteArray digest = base::sha256(utf8);
    const int of = static_cast<int>(result.segments.size());
    for (int n = 1; n <= of; ++n) {
        const ByteRange range = result.segments[static_cast<std::size_t>(n - 1)];
        InstantMessage stanza = n == 1 ? whole : continuation(whole, n);
        const QString payload = QString::fromUtf8(utf8.mid(range.start, range.end - range.start));
        setBody(stanza, lang, segmentPrefix(n, of), payload, n == of ? tail : QString());
        stanza.segment = model::Segment{whole.id, n, of, range.start, range.end, static_cast<int>(utf8.size()), digest};
        // On the last one only, so that "received" means all of it.
        stanza.receiptRequest = n == of && whole.receiptRequest;
        stanza.markable = n == of && whole.markable;
        result.stanzas.push_back(stanza);
    }
}

}

LaidOut layOutText(const InstantMessage &whole, const QString &lang, const QString &text, const QString &tail,
                   const Ctx &ctx)
{
    const QByteArray utf8 = text.toUtf8();
    LaidOut result;
    std::vector<ByteRange> segments = cutPositions(utf8, ctx.policy.pagerMax);
    result.mode = modeFor(utf8.size() + tail.toUtf8().size(), utf8.size(), static_cast<int>(segments.size()), ctx);
    InstantMessage stanza = whole;
    switch (result.mode) {
    case Mode::Pager: setBody(stanza, lang, {}, text, tail); break;
    case Mode::Segments:
        result.segments = std::move(segments);
        layOutSegments(whole, lang, utf8, tail, result);
        return result;
    case Mode::Ibb: {
        const QString start = firstCodePoints(text, announcedCodePoints) + QStringLiteral(" …");
        setBody(stanza, lang, {}, {}, start + tail);
        stanza.emailElements = 1;
        if (!stanza.email)
            stanza.email.emplace(); // without a type: a line of chat
        stanza.email->large = {stanza.id, static_cast<std::uint64_t>(utf8.size()), base::sha256(utf8),
                               QStringLiteral("ibb")};
        stanza.receiptRequest = true; // the receipt says that the whole text has come (4.4)
        break;
    }
    case Mode::Link: setBody(stanza, lang, {}, QString::fromUtf8(utf8.left(segments.front().end)), tail); break;
    }
    result.stanzas.push_back(stanza);
    return result;
}

QString idOfWhole(const QString &partId)
{
    static const QRegularExpression part(QStringLiteral("^(.+)-[as][0-9]{1,2}$"));
    const QRegularExpressionMatch match = part.match(partId);
    return match.hasMatch() ? match.captured(1) : QString();
}

}

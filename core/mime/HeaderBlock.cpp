#include "core/mime/HeaderBlock.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace isthmus::mime {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// Length of the field name that \p line starts with, or 0; \p colon is where its value's colon is.
qsizetype fieldNameLength(QByteArrayView line, qsizetype &colon)
{
    qsizetype length = 0;
    while (length < line.size() && line[length] > 32 && line[length] < 127 && line[length] != ':')
        ++length;
    colon = length;
    while (colon < line.size() && isBlank(line[colon])) // obs-optional, RFC 5322 4.5.8
        ++colon;
    return colon < line.size() && line[colon] == ':' ? length : 0;
}

}

qsizetype lineEnd(QByteArrayView bytes, qsizetype from)
{
    const char *start = bytes.data() + from;
    const auto left = static_cast<size_t>(bytes.size() - from);
    const void *lf = left ? std::memchr(start, '\n', left) : nullptr;
    return lf ? from + (static_cast<const char *>(lf) - start) + 1 : bytes.size();
}

QByteArrayView withoutEol(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

const Field *HeaderBlock::find(QByteArrayView name) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [name](const Field &f) { return f.is(name); });
    return found == fields.end() ? nullptr : &*found;
}

namespace {

/// Field names that make a mail's header recognisable.
bool isUsual(QByteArrayView name)
{
    static constexpr std::array<const char *, 16> usual{"From",         "To",
                                                        "Cc",           "Subject",
                                                        "Date",         "Message-ID",
                                                        "Received",     "Return-Path",
                                                        "Sender",       "Reply-To",
                                                        "MIME-Version", "Content-Type",
                                                        "Delivered-To", "DKIM-Signature",
                                                        "In-Reply-To",  "Authentication-Results"};
    return std::any_of(usual.begin(), usual.end(),
                       [name](const char *one) { return name.compare(QByteArrayView(one), Qt::CaseInsensitive) == 0; });
}

bool startsUsualField(QByteArrayView bytes, qsizetype at)
{
    const QByteArrayView line = bytes.sliced(at, lineEnd(bytes, at) - at);
    qsizetype colon = 0;
    const qsizetype length = fieldNameLength(line, colon);
    return length > 0 && isUsual(line.first(length));
}

/// After an mbox "From " line and lines of blanks only, which some archives put in front.
qsizetype headerStart(QByteArrayView raw)
{
    qsizetype at = raw.startsWith("From ") ? lineEnd(raw, 0) : 0;
    qsizetype next = at;
    while (next < raw.size() && isBlank(raw[next])) {
        const qsizetype end = lineEnd(raw, next);
        if (!raw.sliced(next, end - next).trimmed().isEmpty())
            return at;
        next = end;
    }
    return startsUsualField(raw, next) ? next : at;
}

}

HeaderBlock readHeaderBlock(QByteArrayView bytes)
{
    HeaderBlock block;
    qsizetype at = 0;
    while (at < bytes.size()) {
        qsizetype end = lineEnd(bytes, at);
        const QByteArrayView line = withoutEol(bytes.sliced(at, end - at));
        if (line.isEmpty()) {
            at = end;
            break;
        }
        qsizetype colon = 0;
        const qsizetype nameLength = fieldNameLength(line, colon);
        const bool damage = nameLength == 0 && !line.startsWith("--") && startsUsualField(bytes, end);
        if (damage) {
            at = end;
            continue;
        }
        if (nameLength == 0)
            break;
        while (end < bytes.size() && isBlank(bytes[end])) // continuation lines
            end = lineEnd(bytes, end);
        block.fields.push_back({line.first(nameLength), withoutEol(bytes.sliced(at + colon + 1, end - at - colon - 1))});
        block.longestField = std::max(block.longestField, end - at);
        block.size += end - at;
        at = end;
    }
    block.bodyStart = at;
    return block;
}

HeaderBlock readMailHeader(QByteArrayView raw)
{
    const qsizetype start = headerStart(raw);
    HeaderBlock block = readHeaderBlock(raw.sliced(start));
    block.bodyStart += start;
    const bool isHeader =
        std::any_of(block.fields.begin(), block.fields.end(), [](const Field &field) { return isUsual(field.name); });
    if (!isHeader && !block.fields.empty()) {
        block = HeaderBlock{};
        block.bodyStart = start;
    }
    return block;
}

QByteArray unfold(QByteArrayView value)
{
    QByteArray flat;
    flat.reserve(value.size());
    for (const char c : value) {
        if (c != '\r' && c != '\n')
            flat += c;
    }
    return flat.trimmed();
}

}

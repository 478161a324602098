#include "core/display/DisplayCodec.h"

#include <QStringDecoder>
#include <QtEndian>

#include <cstring>
#include <optional>

namespace isthmus::display {

namespace {

constexpr std::uint32_t magic = 0x31534c44; // "DLS1"

enum class Tag : std::uint8_t { Fill = 1, Stroke, Text, Picture, Clip, Unclip };

class Writer
{
public:
    void u8(std::uint8_t value) { m_bytes.append(static_cast<char>(value)); }
    void u32(std::uint32_t value)
    {
        char raw[4];
        qToLittleEndian(value, raw);
        m_bytes.append(raw, 4);
    }
    void i32(int value) { u32(static_cast<std::uint32_t>(value)); }
    void rect(const QRect &r)
    {
        i32(r.x());
        i32(r.y());
        i32(r.width());
        i32(r.height());
    }
    void blob(const QByteArray &data)
    {
        u32(static_cast<std::uint32_t>(data.size()));
        m_bytes.append(data);
    }
    void text(const QString &value) { blob(value.toUtf8()); }
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads forward only; the first wrong value makes everything after it wrong too.
class Reader
{
public:
    Reader(const QByteArray &bytes, const DisplayLimits &limits)
        : m_at(bytes.constData()), m_end(m_at + bytes.size()), m_limits(limits)
    {}

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    void fail() { m_failed = true; }

    std::uint8_t u8() { return need(1) ? static_cast<std::uint8_t>(*m_at++) : 0; }
    std::uint32_t u32()
    {
        if (!need(4))
            return 0;
        const auto value = qFromLittleEndian<std::uint32_t>(m_at);
        m_at += 4;
        return value;
    }
    bool flag()
    {
        const std::uint8_t value = u8();
        check(value <= 1);
        return value == 1;
    }
    int coordinate()
    {
        const int value = static_cast<int>(u32());
        check(value >= -m_limits.maxSide && value <= m_limits.maxSide);
        return m_failed ? 0 : value;
    }
    int length(int least)
    {
        const int value = coordinate();
        check(value >= least);
        return m_failed ? 0 : value;
    }
    QRect rect()
    {
        const int x = coordinate();
        const int y = coordinate();
        const int width = length(0);
        const int height = length(0);
        return {x, y, width, height};
    }
    std::uint32_t index(size_t count)
    {
        const std::uint32_t value = u32();
        check(value < count);
        return m_failed ? 0 : value;
    }
    /// A count whose elements take at least \p least octets each, so it cannot promise more than is there.
    std::uint32_t count(std::uint32_t limit, std::size_t least)
    {
        const std::uint32_t value = u32();
        check(value <= limit && value <= static_cast<std::size_t>(m_end - m_at) / least);
        return m_failed ? 0 : value;
    }
    QByteArray blob(std::uint64_t limit)
    {
        const std::uint32_t size = u32();
        check(size <= limit);
        if (m_failed || !need(size))
            return {};
        const QByteArray data(m_at, static_cast<qsizetype>(size));
        m_at += size;
        return data;
    }
    QString text()
    {
        const QByteArray data = blob(m_limits.maxText);
        QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString value = utf8(data);
        check(!utf8.hasError());
        return m_failed ? QString() : value;
    }

private:
    void check(bool good)
    {
        if (!good)
            m_failed = true;
    }
    bool need(std::size_t octets)
    {
        check(static_cast<std::size_t>(m_end - m_at) >= octets);
        return !m_failed;
    }

    const char *m_at;
    const char *m_end;
    const DisplayLimits &m_limits;
    bool m_failed = false;
};

void writeOp(Writer &out, const Op &op)
{
    if (const auto *fill = std::get_if<FillOp>(&op)) {
        out.u8(static_cast<std::uint8_t>(Tag::Fill));
        out.rect(fill->rect);
        out.u32(fill->colour);
        out.i32(fill->radius);
    } else if (const auto *stroke = std::get_if<StrokeOp>(&op)) {
        out.u8(static_cast<std::uint8_t>(Tag::Stroke));
        out.rect(stroke->rect);
        out.u32(stroke->colour);
        out.i32(stroke->width);
        out.i32(stroke->radius);
    } else if (const auto *text = std::get_if<TextOp>(&op)) {
        out.u8(static_cast<std::uint8_t>(Tag::Text));
        out.i32(text->x);
        out.i32(text->baseline);
        out.u32(text->font);
        out.u32(text->colour);
        out.text(text->text);
    } else if (const auto *picture = std::get_if<PictureOp>(&op)) {
        out.u8(static_cast<std::uint8_t>(Tag::Picture));
        out.rect(picture->rect);
        out.u32(picture->picture);
    } else if (const auto *clip = std::get_if<ClipOp>(&op)) {
        out.u8(static_cast<std::uint8_t>(Tag::Clip));
        out.rect(clip->rect);
    } else {
        out.u8(static_cast<std::uint8_t>(Tag::Unclip));
    }
}

std::optional<Op> readOp(Reader &in, const DisplayList &list, int &clips)
{
    switch (static_cast<Tag>(in.u8())) {
    case Tag::Fill: {
        FillOp op;
        op.rect = in.rect();
        op.colour = in.u32();
        op.radius = in.length(0);
        return op;
    }
    case Tag::Stroke: {
        StrokeOp op;
        op.rect = in.rect();
        op.colour = in.u32();
        op.width = in.length(1);
        op.radius = in.length(0);
        return op;
    }
    case Tag::Text: {
        TextOp op;
        op.x = in.coordinate();
        op.baseline = in.coordinate();
        op.font = in.index(list.fonts.size());
        op.colour = in.u32();
        op.text = in.text();
        return op;
    }
    case Tag::Picture: {
        PictureOp op;
        op.rect = in.rect();
        op.picture = in.index(list.pictures.size());
        return op;
    }
    case Tag::Clip: ++clips; return ClipOp{in.rect()};
    case Tag::Unclip:
        if (--clips < 0)
            in.fail();
        return UnclipOp{};
    }
    in.fail();
    return std::nullopt;
}

void readFonts(Reader &in, DisplayList &list, const DisplayLimits &limits)
{
    const std::uint32_t count = in.count(limits.maxFonts, 12);
    for (std::uint32_t i = 0; i < count && !in.failed(); ++i) {
        Font font;
        font.family = in.text();
        font.pixelSize = in.length(1);
        if (font.pixelSize > 1'000)
            in.fail();
        font.bold = in.flag();
        font.italic = in.flag();
        font.underline = in.flag();
        font.strikeOut = in.flag();
        list.fonts.push_back(std::move(font));
    }
}

void readPictures(Reader &in, DisplayList &list, const DisplayLimits &limits)
{
    const std::uint32_t count = in.count(limits.maxPictures, 12);
    std::uint64_t total = 0;
    for (std::uint32_t i = 0; i < count && !in.failed(); ++i) {
        Picture picture;
        picture.width = in.length(1);
        picture.height = in.length(1);
        picture.rgba = in.blob(limits.maxPictureBytes - total);
        const auto expected = static_cast<std::uint64_t>(picture.width) * static_cast<std::uint64_t>(picture.height) * 4;
        if (static_cast<std::uint64_t>(picture.rgba.size()) != expected)
            in.fail();
        total += expected;
        list.pictures.push_back(std::move(picture));
    }
}

bool isLinkScheme(const QString &url)
{
    for (const char *scheme : {"http:", "https:", "mailto:", "xmpp:"}) {
        if (url.startsWith(QLatin1String(scheme), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

void readTexts(Reader &in, DisplayList &list, const DisplayLimits &limits)
{
    const std::uint32_t links = in.count(limits.maxLinks, 5);
    for (std::uint32_t i = 0; i < links && !in.failed(); ++i) {
        Link link;
        link.url = in.text();
        link.mismatch = in.flag();
        if (!isLinkScheme(link.url))
            in.fail();
        list.links.push_back(std::move(link));
    }
    const std::uint32_t runs = in.count(limits.maxRuns, 25);
    for (std::uint32_t i = 0; i < runs && !in.failed(); ++i) {
        Run run;
        run.text = in.text();
        run.rect = in.rect();
        run.link = static_cast<std::int32_t>(in.u32());
        run.startsBlock = in.flag();
        if (run.link < -1 || run.link >= static_cast<std::int32_t>(list.links.size()))
            in.fail();
        list.runs.push_back(std::move(run));
    }
    const std::uint32_t remote = in.count(limits.maxRemote, 8);
    for (std::uint32_t i = 0; i < remote && !in.failed(); ++i) {
        RemotePicture picture;
        picture.url = in.text();
        picture.host = in.text();
        list.remotePictures.push_back(std::move(picture));
    }
}

}

QByteArray encode(const DisplayList &list)
{
    Writer out;
    out.u32(magic);
    out.i32(list.width);
    out.i32(list.height);
    out.u32(static_cast<std::uint32_t>(list.fonts.size()));
    for (const Font &font : list.fonts) {
        out.text(font.family);
        out.i32(font.pixelSize);
        out.u8(font.bold);
        out.u8(font.italic);
        out.u8(font.underline);
        out.u8(font.strikeOut);
    }
    out.u32(static_cast<std::uint32_t>(list.pictures.size()));
    for (const Picture &picture : list.pictures) {
        out.i32(picture.width);
        out.i32(picture.height);
        out.blob(picture.rgba);
    }
    out.u32(static_cast<std::uint32_t>(list.ops.size()));
    for (const Op &op : list.ops)
        writeOp(out, op);
    out.u32(static_cast<std::uint32_t>(list.links.size()));
    for (const Link &link : list.links) {
        out.text(link.url);
        out.u8(link.mismatch);
    }
    out.u32(static_cast<std::uint32_t>(list.runs.size()));
    for (const Run &run : list.runs) {
        out.text(run.text);
        out.rect(run.rect);
        out.u32(static_cast<std::uint32_t>(run.link));
        out.u8(run.startsBlock);
    }
    out.u32(static_cast<std::uint32_t>(list.remotePictures.size()));
    for (const RemotePicture &picture : list.remotePictures) {
        out.text(picture.url);
        out.text(picture.host);
    }
    return out.take();
}

base::Result<DisplayList> decode(const QByteArray &bytes, const DisplayLimits &limits)
{
    const base::Error malformed{base::Fault::Malformed, QStringLiteral("display list")};
    Reader in(bytes, limits);
    if (in.u32() != magic)
        return malformed;
    DisplayList list;
    list.width = in.length(0);
    list.height = in.length(0);
    readFonts(in, list, limits);
    readPictures(in, list, limits);
    const std::uint32_t ops = in.count(limits.maxOps, 1);
    int clips = 0;
    for (std::uint32_t i = 0; i < ops && !in.failed(); ++i) {
        if (auto op = readOp(in, list, clips))
            list.ops.push_back(std::move(*op));
    }
    if (clips != 0)
        in.fail();
    readTexts(in, list, limits);
    if (in.failed() || !in.atEnd())
        return malformed;
    return list;
}

}

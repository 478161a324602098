#include "core/html/Recorder.h"

#include "core/display/DisplayCodec.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QImageReader>
#include <QTextBoundaryFinder>

namespace isthmus::html {

namespace {

constexpr int maxPictureSide = 20'000;
constexpr qint64 maxPicturePixels = 16'000'000;
constexpr int stripPixels = 60'000; // below 65,536, where Qt's conversions start threads

QRgb toRgb(const litehtml::web_color &colour)
{
    return qRgba(colour.red, colour.green, colour.blue, colour.alpha);
}

QRect toRect(const litehtml::position &pos)
{
    return {pos.x, pos.y, std::max(0, pos.width), std::max(0, pos.height)};
}

bool isDrawn(const litehtml::border &side)
{
    return side.width > 0 && side.style > litehtml::border_style_hidden && side.color.alpha > 0;
}

}

Recorder::Recorder(const LayoutRequest &request, const SanitizedHtml &source, int longestWord)
    : m_request(request), m_source(source), m_longestWord(longestWord), m_defaultFamily(request.fontFamily.toUtf8())
{
    m_list.links = source.links;
    m_list.remotePictures = source.remotePictures;
}

void Recorder::record(display::Op op)
{
    static const display::DisplayLimits limits;
    if (m_list.ops.size() >= limits.maxOps) {
        m_overflowed = true;
        return;
    }
    m_list.ops.push_back(std::move(op));
}

QString Recorder::resolveFamily(const QString &list) const
{
    static const QStringList installed = QFontDatabase::families();
    for (const QString &entry : list.split(u',')) {
        const QString name = QString(entry).remove(u'\'').remove(u'"').trimmed();
        if (name.compare(QLatin1String("monospace"), Qt::CaseInsensitive) == 0
            || name.compare(QLatin1String("courier new"), Qt::CaseInsensitive) == 0)
            return m_request.monospaceFamily;
        if (installed.contains(name, Qt::CaseInsensitive))
            return name;
    }
    return m_request.fontFamily;
}

litehtml::uint_ptr Recorder::create_font(const char *faceName, int size, int weight, litehtml::font_style italic,
                                         unsigned int decoration, litehtml::font_metrics *fm)
{
    display::Font spec;
    spec.family = resolveFamily(QString::fromUtf8(faceName));
    spec.pixelSize = std::clamp(size, 1, 200);
    spec.bold = weight >= 600;
    spec.italic = italic == litehtml::fontStyleItalic;
    spec.underline = (decoration & litehtml::font_decoration_underline) != 0;
    spec.strikeOut = (decoration & litehtml::font_decoration_linethrough) != 0;
    auto found = std::find(m_list.fonts.begin(), m_list.fonts.end(), spec);
    if (found == m_list.fonts.end()) {
        QFont font(spec.family);
        font.setPixelSize(spec.pixelSize);
        font.setBold(spec.bold);
        font.setItalic(spec.italic);
        m_fonts.push_back({font, QFontMetrics(font)});
        m_list.fonts.push_back(spec);
        found = m_list.fonts.end() - 1;
    }
    const auto index = static_cast<size_t>(found - m_list.fonts.begin());
    if (fm) {
        const QFontMetrics &metrics = m_fonts[index].metrics;
        fm->ascent = metrics.ascent();
        fm->descent = metrics.descent();
        fm->height = metrics.height();
        fm->x_height = metrics.xHeight();
        fm->draw_spaces = spec.underline || spec.strikeOut;
    }
    return index + 1;
}

int Recorder::text_width(const char *text, litehtml::uint_ptr font)
{
    const size_t index = font - 1;
    if (index >= m_fonts.size() || m_list.fonts[index].pixelSize <= 1) // font-size 0: takes no room
        return 0;
    return m_fonts[index].metrics.horizontalAdvance(QString::fromUtf8(text));
}

void Recorder::draw_text(litehtml::uint_ptr, const char *text, litehtml::uint_ptr font, litehtml::web_color color,
                         const litehtml::position &pos)
{
    const size_t index = font - 1;
    if (index >= m_fonts.size() || m_list.fonts[index].pixelSize <= 1)
        return;
    const int baseline = pos.y + pos.height - m_fonts[index].metrics.descent();
    record(display::TextOp{pos.x, baseline, static_cast<std::uint32_t>(index), toRgb(color), QString::fromUtf8(text)});
}

void Recorder::draw_list_marker(litehtml::uint_ptr, const litehtml::list_marker &marker)
{
    const QRect box = toRect(marker.pos);
    const QRgb colour = toRgb(marker.color);
    switch (marker.marker_type) {
    case litehtml::list_style_type_none: break;
    case litehtml::list_style_type_disc:
    case litehtml::list_style_type_circle: record(display::FillOp{box, colour, std::max(1, box.width() / 2)}); break;
    case litehtml::list_style_type_square: record(display::FillOp{box, colour, 0}); break;
    default: {
        const size_t index = marker.font - 1;
        if (index >= m_fonts.size())
            break;
        const QString text = QString::number(marker.index) + u'.';
        const QFontMetrics &metrics = m_fonts[index].metrics;
        record(display::TextOp{box.right() - metrics.horizontalAdvance(text), box.y() + metrics.ascent(),
                               static_cast<std::uint32_t>(index), colour, text});
    }
    }
}

int Recorder::pictureIndex(const char *src)
{
    bool ok = false;
    const int source = QByteArray(src).toInt(&ok);
    if (!ok || source < 0 || source >= m_source.pictures.size())
        return -1;
    if (const auto known = m_pictures.constFind(source); known != m_pictures.constEnd())
        return *known;
    const QString &address = m_source.pictures[source];
    QByteArray bytes;
    if (address.startsWith(QLatin1String("cid:"), Qt::CaseInsensitive)) {
        if (m_request.relatedPart)
            bytes = m_request.relatedPart(address.mid(4));
    } else if (const qsizetype comma = address.indexOf(u',');
               comma > 0 && address.left(comma).contains(QLatin1String("base64"))) {
        bytes = QByteArray::fromBase64(QStringView(address).mid(comma + 1).toLatin1());
    }
    display::Picture picture = decodePicture(bytes, 2 * m_request.width);
    static const display::DisplayLimits limits;
    const auto size = static_cast<std::uint64_t>(picture.rgba.size());
    int index = -1;
    if (picture.width > 0 && m_pictureBytes + size <= limits.maxPictureBytes
        && m_list.pictures.size() < limits.maxPictures) {
        m_pictureBytes += size;
        index = static_cast<int>(m_list.pictures.size());
        m_list.pictures.push_back(std::move(picture));
    }
    m_pictures.insert(source, index);
    return index;
}

void Recorder::get_image_size(const char *src, const char *, litehtml::size &size)
{
    const int index = pictureIndex(src);
    size.width = index < 0 ? 0 : m_list.pictures[static_cast<size_t>(index)].width;
    size.height = index < 0 ? 0 : m_list.pictures[static_cast<size_t>(index)].height;
}

void Recorder::draw_background(litehtml::uint_ptr, const litehtml::background_paint &bg)
{
    if (bg.color.alpha > 0 && !bg.clip_box.empty())
        record(display::FillOp{toRect(bg.clip_box), toRgb(bg.color), std::min(bg.border_radius.top_left_x, 200)});
    if (bg.image.empty())
        return;
    const int index = pictureIndex(bg.image.c_str());
    const QRect box(bg.position_x, bg.position_y, bg.image_size.width, bg.image_size.height);
    if (index >= 0 && !box.isEmpty())
        record(display::PictureOp{box, static_cast<std::uint32_t>(index)});
}

void Recorder::draw_borders(litehtml::uint_ptr, const litehtml::borders &borders, const litehtml::position &pos, bool)
{
    const QRect box = toRect(pos);
    const bool all = isDrawn(borders.top) && isDrawn(borders.right) && isDrawn(borders.bottom) && isDrawn(borders.left);
    const bool even = all && borders.top.width == borders.left.width && borders.top.width == borders.bottom.width
                      && toRgb(borders.top.color) == toRgb(borders.left.color);
    if (even && borders.radius.top_left_x > 0) {
        record(
            display::StrokeOp{box, toRgb(borders.top.color), borders.top.width, std::min(borders.radius.top_left_x, 200)});
        return;
    }
    if (isDrawn(borders.top))
        record(display::FillOp{{box.x(), box.y(), box.width(), borders.top.width}, toRgb(borders.top.color), 0});
    if (isDrawn(borders.bottom))
        record(display::FillOp{{box.x(), box.bottom() + 1 - borders.bottom.width, box.width(), borders.bottom.width},
                               toRgb(borders.bottom.color),
                               0});
    if (isDrawn(borders.left))
        record(display::FillOp{{box.x(), box.y(), borders.left.width, box.height()}, toRgb(borders.left.color), 0});
    if (isDrawn(borders.right))
        record(display::FillOp{{box.right() + 1 - borders.right.width, box.y(), borders.right.width, box.height()},
                               toRgb(borders.right.color),
                               0});
}

void Recorder::transform_text(litehtml::tstring &text, litehtml::text_transform tt)
{
    QString value = QString::fromStdString(text);
    if (tt == litehtml::text_transform_uppercase)
        value = value.toUpper();
    else if (tt == litehtml::text_transform_lowercase)
        value = value.toLower();
    else if (tt == litehtml::text_transform_capitalize && !value.isEmpty())
        value[0] = value[0].toUpper();
    text = value.toStdString();
}

void Recorder::set_clip(const litehtml::position &pos, const litehtml::border_radiuses &, bool, bool)
{
    ++m_clips;
    record(display::ClipOp{toRect(pos)});
}

void Recorder::del_clip()
{
    if (m_clips == 0)
        return;
    --m_clips;
    record(display::UnclipOp{});
}

void Recorder::get_client_rect(litehtml::position &client) const
{
    // Height 1: html and body of height 100% would otherwise fill a whole window.
    client = {0, 0, m_request.width, 1};
}

void Recorder::get_media_features(litehtml::media_features &media) const
{
    media.type = litehtml::media_type_screen;
    media.width = media.device_width = m_request.width;
    media.height = media.device_height = 800;
    media.color = 8;
    media.resolution = 96;
}

void Recorder::split_text(const char *text, const std::function<void(const char *)> &onWord,
                          const std::function<void(const char *)> &onSpace)
{
    const QString whole = QString::fromUtf8(text);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, whole);
    qsizetype start = 0;
    const auto emitPiece = [&](qsizetype from, qsizetype to) {
        qsizetype wordEnd = to;
        while (wordEnd > from
               && (whole[wordEnd - 1] == u' ' || whole[wordEnd - 1] == u'\n' || whole[wordEnd - 1] == u'\t'
                   || whole[wordEnd - 1] == u'\r' || whole[wordEnd - 1] == u'\f'))
            --wordEnd;
        for (qsizetype at = from; at < wordEnd;) {
            qsizetype next = std::min(at + m_longestWord, wordEnd);
            if (next < wordEnd && whole[next].isLowSurrogate())
                ++next;
            onWord(whole.mid(at, next - at).toUtf8().constData());
            at = next;
        }
        for (qsizetype at = wordEnd; at < to; ++at)
            onSpace(whole.mid(at, 1).toUtf8().constData());
    };
    while (finder.toNextBoundary() >= 0) {
        if (finder.position() > start)
            emitPiece(start, finder.position());
        start = finder.position();
    }
    if (start < whole.size())
        emitPiece(start, whole.size());
}

display::Picture decodePicture(const QByteArray &bytes, int maxWidth)
{
    QByteArray format;
    if (bytes.startsWith("\x89PNG"))
        format = "png";
    else if (bytes.startsWith("\xff\xd8\xff"))
        format = "jpeg";
    else if (bytes.startsWith("GIF8"))
        format = "gif";
    else
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > maxPictureSide || size.height() > maxPictureSide
        || static_cast<qint64>(size.width()) * size.height() > maxPicturePixels)
        return {};
    QImage image = reader.read();
    if (image.isNull())
        return {};
    // Nearest neighbour, in two cheap steps at most: smooth scaling would start threads.
    while (image.width() > 2 * maxWidth)
        image =
            image.scaled(image.width() / 2, std::max(1, image.height() / 2), Qt::IgnoreAspectRatio, Qt::FastTransformation);
    display::Picture picture;
    picture.width = image.width();
    picture.height = image.height();
    const int rows = std::max(1, stripPixels / picture.width);
    for (int y = 0; y < picture.height; y += rows) {
        const int count = std::min(rows, picture.height - y);
        const QImage strip = image.copy(0, y, picture.width, count).convertToFormat(QImage::Format_RGBA8888);
        for (int row = 0; row < count; ++row)
            picture.rgba.append(reinterpret_cast<const char *>(strip.constScanLine(row)), picture.width * 4);
    }
    return picture;
}

}

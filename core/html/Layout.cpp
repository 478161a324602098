#include "core/html/Layout.h"

#include "core/display/DisplayCodec.h"
#include "core/html/Bidi.h"
#include "core/html/Recorder.h"
#include "core/html/Sanitizer.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace isthmus::html {

namespace {

/// Our own sheet for what browsers call defaults; Debian's litehtml brings none.
QString masterSheet(const LayoutRequest &request)
{
    return QStringLiteral(R"(
html,body,address,article,aside,blockquote,center,dd,div,dl,dt,figure,figcaption,footer,header,h1,h2,h3,h4,h5,h6,hr,main,ol,p,pre,section,ul{display:block}
body{margin:0;color:%1;line-height:1.4}
p{margin:0 0 10px 0}
h1{font-size:1.6em;margin:12px 0;font-weight:bold} h2{font-size:1.4em;margin:12px 0;font-weight:bold}
h3{font-size:1.2em;margin:10px 0;font-weight:bold} h4,h5,h6{margin:10px 0;font-weight:bold}
b,strong,th,dt{font-weight:bold} i,em,cite,var,address{font-style:italic}
u,ins{text-decoration:underline} s,strike,del{text-decoration:line-through}
big{font-size:1.2em} small,sub,sup{font-size:0.83em} sub{vertical-align:sub} sup{vertical-align:super}
a{color:%2;text-decoration:underline}
code,kbd,samp,tt,pre{font-family:monospace} pre{white-space:pre-wrap;margin:0 0 10px 0}
blockquote{margin:0 0 8px 0;padding:0 0 0 12px;border-left:2px solid #9aa0a6}
ul,ol{margin:0 0 10px 0;padding:0 0 0 28px} ul{list-style-type:disc} ol{list-style-type:decimal} li{display:list-item}
dd{margin:0 0 0 24px} center{text-align:center}
table{display:table;border-collapse:separate;border-spacing:2px;text-align:left}
table[border]{border:1px solid #9aa0a6} table[border] td,table[border] th{border:1px solid #9aa0a6}
tbody{display:table-row-group} thead{display:table-header-group} tfoot{display:table-footer-group}
tr{display:table-row} td,th{display:table-cell;vertical-align:middle;padding:1px} caption{display:table-caption}
hr{margin:8px 0;border-top:1px solid #9aa0a6} img,br{display:inline-block}
.isthmus-alt{font-style:italic}
[align=center]{text-align:center} [align=right]{text-align:right} [align=left]{text-align:left}
table[align]{text-align:left}
[align=center]>table,center>table,table[align=center]{margin-left:auto;margin-right:auto}
[dir=rtl]{text-align:right}
)")
        .arg(QColor(request.text).name(), QColor(request.link).name());
}

QByteArray document(const SanitizedHtml &html)
{
    const QString direction = html.rightToLeft ? QStringLiteral(" dir=\"rtl\"") : QString();
    return QStringLiteral("<html><head><style>%1</style></head><body%2 style=\"%3\">%4</body></html>")
        .arg(html.styleSheet, direction, html.bodyStyle.toHtmlEscaped(), html.body)
        .toUtf8();
}

/// Reading order: texts of the element tree with where they came to stand. Iterative: the tree is deep.
class RunCollector
{
public:
    explicit RunCollector(display::DisplayList &list) : m_list(list) {}

    void collect(const litehtml::element::ptr &root)
    {
        struct Frame {
            litehtml::element::ptr element;
            int child = 0;
            int link = -1;
        };
        std::vector<Frame> stack{{root, 0, -1}};
        while (!stack.empty()) {
            Frame &frame = stack.back();
            if (frame.child >= static_cast<int>(frame.element->get_children_count())) {
                if (isBlock(frame.element))
                    m_newBlock = true;
                stack.pop_back();
                continue;
            }
            const litehtml::element::ptr child = frame.element->get_child(frame.child++);
            const int link = frame.link;
            if (child->get_display() == litehtml::display_none)
                continue;
            if (child->is_break() || isBlock(child))
                m_newBlock = true;
            if (child->get_display() == litehtml::display_table_cell)
                m_newCell = true;
            if (isPicture(child))
                addPicture(child, link);
            else if (child->get_children_count() == 0)
                addText(child, link);
            else
                stack.push_back({child, 0, linkOf(child, link)});
        }
    }

private:
    static bool isBlock(const litehtml::element::ptr &element)
    {
        switch (element->get_display()) {
        case litehtml::display_block:
        case litehtml::display_list_item:
        case litehtml::display_table:
        case litehtml::display_table_row:
        case litehtml::display_table_caption: return true;
        default: return false;
        }
    }

    int linkOf(const litehtml::element::ptr &element, int inherited) const
    {
        const char *target = element->get_attr("href");
        if (!target || qstrcmp(element->get_tagName(), "a") != 0)
            return inherited;
        bool ok = false;
        const int index = QByteArray(target).toInt(&ok);
        return ok && index >= 0 && index < static_cast<int>(m_list.links.size()) ? index : inherited;
    }

    static bool isPicture(const litehtml::element::ptr &element) { return qstrcmp(element->get_tagName(), "img") == 0; }

    /// Where a picture is a link, its place must be known, and what stands for it.
    void addPicture(const litehtml::element::ptr &element, int link)
    {
        static const display::DisplayLimits limits;
        if (link < 0 || m_list.runs.size() >= limits.maxRuns)
            return;
        const litehtml::position place = element->get_placement();
        const char *alternative = element->get_attr("alt");
        const QString text = alternative ? QString::fromUtf8(alternative) + u' ' : QString();
        m_list.runs.push_back(
            {text, {place.x, place.y, std::max(0, place.width), std::max(0, place.height)}, link, m_newBlock});
        m_newBlock = m_newCell = false;
    }

    void addText(const litehtml::element::ptr &element, int link)
    {
        static const display::DisplayLimits limits;
        // litehtml hides the blank at which a line was broken, and the words would run together.
        const bool isBlankAtBreak = !element->is_visible() && element->is_white_space();
        if ((!element->is_visible() && !isBlankAtBreak) || m_list.runs.size() >= limits.maxRuns)
            return;
        litehtml::tstring raw;
        element->get_text(raw);
        if (raw.empty())
            return;
        QString text = QString::fromStdString(raw);
        if (element->is_white_space()) {
            if (m_newBlock || m_newCell || m_list.runs.empty() || m_list.runs.back().text.endsWith(u' '))
                return;
            text = QStringLiteral(" ");
        }
        const litehtml::position place = element->get_placement();
        QRect rect(place.x, place.y, std::max(0, place.width), std::max(0, place.height));
        if (isBlankAtBreak) {
            const QRect &before = m_list.runs.back().rect; // a blank is never the first run
            rect = {before.right() + 1, before.top(), 0, before.height()};
        }
        if (m_newCell && !m_newBlock)
            text.prepend(u'\t');
        m_list.runs.push_back({text, rect, link, m_newBlock});
        m_newBlock = m_newCell = false;
    }

    display::DisplayList &m_list;
    bool m_newBlock = false;
    bool m_newCell = false;
};

/// White paper becomes the dark surface and black ink light; hues stay.
QRgb darkened(QRgb colour)
{
    const QColor source = QColor::fromRgba(colour);
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    float alpha = 0;
    source.getHslF(&hue, &saturation, &lightness, &alpha);
    constexpr float darkest = 0.13F;
    constexpr float lightest = 0.92F;
    const float inverted = darkest + (1 - lightness) * (lightest - darkest);
    return QColor::fromHslF(hue < 0 ? 0 : hue, saturation * 0.85F, inverted, alpha).rgba();
}

/// Relative luminance (WCAG 2.1).
double luminance(QRgb colour)
{
    const auto linear = [](int part) {
        const double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
}

double contrast(QRgb a, QRgb b)
{
    const double one = luminance(a) + 0.05;
    const double two = luminance(b) + 0.05;
    return one > two ? one / two : two / one;
}

/// The ground that a text is written on: of the fills before it, the last opaque one that is there. How far back is
/// looked is bounded, for the sake of mails that are made to be slow.
QRgb groundOf(const std::vector<const display::FillOp *> &fills, const display::TextOp &text)
{
    constexpr qsizetype most = 64;
    const auto end = fills.rbegin() + std::min(most, static_cast<qsizetype>(fills.size()));
    const auto found = std::find_if(fills.rbegin(), end, [&text](const display::FillOp *fill) {
        return qAlpha(fill->colour) == 255 && fill->rect.contains(text.x + 1, text.baseline - 2);
    });
    return found == end ? qRgb(255, 255, 255) : (*found)->colour;
}

/// An inverted blue is darker than its lightness says: \p ink goes on until it can be read on \p ground as well as
/// its sender meant it to be, up to what WCAG asks for and some.
QRgb readable(QRgb ink, QRgb ground, double wanted)
{
    const QRgb end = luminance(ground) < 0.18 ? qRgb(255, 255, 255) : qRgb(0, 0, 0);
    for (int step = 0; step <= 10 && contrast(ink, ground) < wanted; ++step) {
        const auto towards = [step](int from, int to) { return from + (to - from) * step / 10; };
        ink = qRgba(towards(qRed(ink), qRed(end)), towards(qGreen(ink), qGreen(end)), towards(qBlue(ink), qBlue(end)),
                    qAlpha(ink));
    }
    return ink;
}

void darken(display::DisplayList &list)
{
    constexpr double enough = 5;
    std::vector<const display::FillOp *> fills;
    for (display::Op &op : list.ops) {
        if (const auto *fill = std::get_if<display::FillOp>(&op)) {
            fills.push_back(fill);
        } else if (auto *text = std::get_if<display::TextOp>(&op)) {
            const QRgb ground = groundOf(fills, *text);
            const double wanted = std::min(enough, contrast(text->colour, ground));
            text->colour = readable(darkened(text->colour), darkened(ground), wanted);
        } else if (auto *stroke = std::get_if<display::StrokeOp>(&op)) {
            stroke->colour = darkened(stroke->colour);
        }
    }
    for (display::Op &op : list.ops) { // the texts were measured on what their sender painted
        if (auto *fill = std::get_if<display::FillOp>(&op))
            fill->colour = darkened(fill->colour);
    }
}

QString shortened(const QString &text)
{
    static const auto most = static_cast<qsizetype>(display::DisplayLimits().maxText);
    return text.toUtf8().size() <= most ? text : text.left(most / 4);
}

bool isInside(const QRect &rect, int side)
{
    return std::abs(rect.x()) <= side && std::abs(rect.y()) <= side && rect.width() >= 0 && rect.width() <= side
           && rect.height() >= 0 && rect.height() <= side;
}

bool canBeShown(const display::Op &op, int side)
{
    if (const auto *text = std::get_if<display::TextOp>(&op))
        return std::abs(text->x) <= side && std::abs(text->baseline) <= side;
    if (const auto *fill = std::get_if<display::FillOp>(&op))
        return isInside(fill->rect, side) && fill->radius >= 0;
    if (const auto *stroke = std::get_if<display::StrokeOp>(&op))
        return isInside(stroke->rect, side) && stroke->width >= 1 && stroke->radius >= 0;
    if (const auto *picture = std::get_if<display::PictureOp>(&op))
        return isInside(picture->rect, side);
    return true;
}

/// Leaves out what lies beyond the limits of a list, so that every list that leaves here can be read.
void fit(display::DisplayList &list)
{
    static const display::DisplayLimits limits;
    const QRect everything(0, 0, limits.maxSide, limits.maxSide);
    std::erase_if(list.ops, [](const display::Op &op) { return !canBeShown(op, limits.maxSide); });
    for (display::Op &op : list.ops) {
        if (auto *text = std::get_if<display::TextOp>(&op))
            text->text = shortened(text->text);
        else if (auto *clip = std::get_if<display::ClipOp>(&op))
            clip->rect = clip->rect.intersected(everything);
    }
    for (display::Run &run : list.runs) {
        run.text = shortened(run.text);
        if (!isInside(run.rect, limits.maxSide))
            run.rect = {};
    }
    std::erase_if(list.remotePictures, [](const display::RemotePicture &p) {
        return static_cast<std::uint32_t>(std::max(p.url.toUtf8().size(), p.host.toUtf8().size())) > limits.maxText;
    });
    for (display::Font &font : list.fonts)
        font.family = shortened(font.family);
}

/// A link whose visible text names one host and leads to another.
void markMismatches(display::DisplayList &list)
{
    std::vector<QString> visible(list.links.size());
    for (const display::Run &run : list.runs) {
        if (run.link >= 0)
            visible[static_cast<size_t>(run.link)] += run.text;
    }
    for (size_t i = 0; i < list.links.size(); ++i)
        list.links[i].mismatch = namesAnotherHost(visible[i], list.links[i].url);
}

/// \p longestWord: letters; longer words are cut, or one of them widens the whole mail.
base::Result<LaidOutHtml> layoutOnce(const QByteArray &utf8, const LayoutRequest &request, bool dropWidths, int longestWord)
{
    auto sanitized = sanitize(utf8, {request.dark, request.foldQuotes, dropWidths});
    if (!sanitized)
        return sanitized.error();
    // A sender without dark rules is laid out on white and inverted; ink and links must then start out dark.
    const bool invert = request.dark && !sanitized->hasDarkRules;
    LayoutRequest colours = request;
    if (invert) {
        colours.text = LayoutRequest().text;
        colours.link = LayoutRequest().link;
    }
    Recorder recorder(colours, *sanitized, longestWord);
    litehtml::context context;
    context.load_master_stylesheet(masterSheet(colours).toUtf8().constData());
    const litehtml::document::ptr tree =
        litehtml::document::createFromUTF8(document(*sanitized).constData(), &recorder, &context);
    if (!tree || !tree->root())
        return base::Error{base::Fault::Malformed, QStringLiteral("HTML without a root")};
    tree->render(request.width);
    const litehtml::position everything(0, 0, std::max(tree->width(), request.width), tree->height());
    tree->draw(0, 0, 0, &everything);
    LaidOutHtml result;
    result.foldedLines = sanitized->foldedLines;
    result.truncated = sanitized->truncated;
    if (recorder.overflowed())
        return base::Error{base::Fault::TooLarge, QStringLiteral("display list")};
    result.list = recorder.take();
    result.list.width = std::max(tree->width(), 0);
    result.list.height = std::max(tree->height(), 0);
    RunCollector(result.list).collect(tree->root());
    reorderRightToLeft(result.list);
    markMismatches(result.list);
    if (invert)
        darken(result.list);
    fit(result.list);
    return result;
}

}

base::Result<LaidOutHtml> layoutHtml(const QByteArray &utf8, const LayoutRequest &request)
{
    constexpr double widest = 1.8; // beyond this a mail is not readable even when scaled
    constexpr int longWord = 48;
    constexpr int shortWord = 16; // of tables with many columns of long words
    // What the sender laid out goes last: first the words give way, then the widths.
    auto result = layoutOnce(utf8, request, false, longWord);
    for (const auto &[dropWidths, longestWord] :
         {std::pair(false, shortWord), std::pair(true, longWord), std::pair(true, shortWord)}) {
        if (result && result->list.width > request.width * widest)
            result = layoutOnce(utf8, request, dropWidths, longestWord);
    }
    if (!result)
        return result;
    static const display::DisplayLimits limits;
    if (result->list.height > limits.maxSide || result->list.width > limits.maxSide)
        return base::Error{base::Fault::TooLarge, QStringLiteral("display list")};
    return result;
}

}

#include "core/html/Bidi.h"

#include <QFont>
#include <QFontMetrics>
#include <QUrl>

#include <algorithm>

namespace isthmus::html {

namespace {

bool isRightToLeft(QChar c)
{
    return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
}

bool hasRightToLeft(const QString &text)
{
    return std::any_of(text.begin(), text.end(), isRightToLeft);
}

QFontMetrics metricsOf(const display::Font &spec)
{
    QFont font(spec.family);
    font.setPixelSize(spec.pixelSize);
    font.setBold(spec.bold);
    font.setItalic(spec.italic);
    return QFontMetrics(font);
}

struct Piece {
    display::TextOp op;
    int right = 0;
};

/// The words of one line with those of equal font and colour joined, blanks where there were gaps.
std::vector<Piece> joined(const display::DisplayList &list, size_t first, size_t last)
{
    std::vector<Piece> pieces;
    for (size_t i = first; i <= last; ++i) {
        const auto &op = std::get<display::TextOp>(list.ops[i]);
        const QFontMetrics metrics = metricsOf(list.fonts[op.font]);
        const int right = op.x + metrics.horizontalAdvance(op.text);
        const bool continues = !pieces.empty() && pieces.back().op.font == op.font && pieces.back().op.colour == op.colour;
        if (!continues) {
            pieces.push_back({op, right});
            continue;
        }
        Piece &piece = pieces.back();
        if (op.x - piece.right > metrics.horizontalAdvance(u' ') / 2)
            piece.op.text += u' ';
        piece.op.text += op.text;
        piece.right = right;
    }
    return pieces;
}

void reorderLine(display::DisplayList &list, std::vector<display::Op> &out, size_t first, size_t last)
{
    std::vector<Piece> pieces = joined(list, first, last);
    QString whole;
    for (const Piece &piece : pieces)
        whole += piece.op.text;
    const int left = pieces.front().op.x;
    const int right = pieces.back().right;
    const bool mirrored = whole.isRightToLeft();
    for (Piece &piece : pieces) {
        if (mirrored)
            piece.op.x = left + right - piece.right;
        out.emplace_back(std::move(piece.op));
    }
}

}

void reorderRightToLeft(display::DisplayList &list)
{
    const bool any = std::any_of(list.ops.begin(), list.ops.end(), [](const display::Op &op) {
        const auto *text = std::get_if<display::TextOp>(&op);
        return text && hasRightToLeft(text->text);
    });
    if (!any)
        return;
    std::vector<display::Op> out;
    out.reserve(list.ops.size());
    for (size_t i = 0; i < list.ops.size();) {
        const auto *start = std::get_if<display::TextOp>(&list.ops[i]);
        if (!start) {
            out.push_back(std::move(list.ops[i++]));
            continue;
        }
        size_t last = i;
        bool rightToLeft = hasRightToLeft(start->text);
        int lastX = start->x;
        while (last + 1 < list.ops.size()) {
            const auto *next = std::get_if<display::TextOp>(&list.ops[last + 1]);
            if (!next || next->baseline != start->baseline || next->x < lastX)
                break;
            rightToLeft = rightToLeft || hasRightToLeft(next->text);
            lastX = next->x;
            ++last;
        }
        if (rightToLeft)
            reorderLine(list, out, i, last);
        else
            std::move(list.ops.begin() + static_cast<std::ptrdiff_t>(i),
                      list.ops.begin() + static_cast<std::ptrdiff_t>(last) + 1, std::back_inserter(out));
        i = last + 1;
    }
    list.ops = std::move(out);
}

bool namesAnotherHost(const QString &text, const QString &url)
{
    QString shown = text.trimmed().toLower();
    if (shown.contains(u' ') || !shown.contains(u'.') || shown.contains(u'@'))
        return false;
    if (!shown.contains(QLatin1String("://")))
        shown.prepend(QLatin1String("https://"));
    const QString shownHost = QUrl(shown).host();
    const QString realHost = QUrl(url).host().toLower();
    if (!shownHost.contains(u'.') || realHost.isEmpty())
        return false;
    // "www." is decoration; everything else is another host.
    const auto bare = [](const QString &host) { return host.startsWith(QLatin1String("www.")) ? host.mid(4) : host; };
    return bare(shownHost) != bare(realHost);
}

}

#include "ui/timeline/TextColumn.h"

#include <QRegularExpression>

#include <cmath>

namespace isthmus::timeline {

namespace {

/// Marks that stand on one letter: no language has so many. More are as costly to lay out as they are
/// unreadable, and reach into the lines of others. Keeps every place: what is left out takes no room.
constexpr QChar nothing(0x200b);

QString withoutStacks(QString text)
{
    constexpr int mostMarks = 12;
    int marks = 0;
    for (QChar &letter : text) {
        marks = letter.isMark() ? marks + 1 : 0;
        if (marks > mostMarks)
            letter = nothing;
    }
    return text;
}

/// Private and unassigned characters are looked for in every font there is, a tenth of a second for a screen of them.
/// A few may be somebody's own signs; behind \p left of them stands the sign for what cannot be shown. Keeps every place.
QString withoutSignless(QString text, int &left)
{
    constexpr QChar unknown(QChar::ReplacementCharacter);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t letter = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        const QChar::Category category = QChar::category(letter);
        if ((category == QChar::Other_NotAssigned || category == QChar::Other_PrivateUse) && --left < 0) {
            left = 0;
            text[i] = unknown;
            if (isPair)
                text[i + 1] = nothing;
        }
        i += isPair ? 1 : 0;
    }
    return text;
}

}

TextColumn::TextColumn(const QString &text, const QFont &font, const Ink &ink, qreal width)
    : m_text(text), m_ink(ink), m_width(width)
{
    findLinks();
    int start = 0;
    while (start <= m_text.size()) {
        auto end = m_text.indexOf(u'\n', start);
        if (end < 0)
            end = m_text.size();
        addParagraph(start, static_cast<int>(end) - start, font, width);
        start = static_cast<int>(end) + 1;
    }
    m_height = std::ceil(m_height);
}

void TextColumn::findLinks()
{
    // Only schemes that cannot run anything. What is shown is where it goes: the text itself is the link.
    static const QRegularExpression pattern(
        QStringLiteral(R"(\b(?:https?://|mailto:|xmpp:)[^\s<>"'\x{200e}\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}]+)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    auto matches = pattern.globalMatch(m_text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        QString address = match.captured();
        while (!address.isEmpty() && QStringLiteral(".,;:!?)]}").contains(address.back())) {
            if (address.back() == u')' && address.count(u'(') >= address.count(u')'))
                break;
            address.chop(1);
        }
        const QUrl url(address, QUrl::StrictMode);
        if (url.isValid() && !url.scheme().isEmpty())
            m_links.push_back({static_cast<int>(match.capturedStart()), static_cast<int>(address.size()), url});
    }
}

void TextColumn::addParagraph(int start, int length, const QFont &font, qreal width)
{
    auto layout =
        std::make_unique<QTextLayout>(withoutSignless(withoutStacks(m_text.mid(start, length)), m_signlessLeft), font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    QList<QTextLayout::FormatRange> formats;
    for (const Link &link : m_links) {
        if (link.start < start || link.start >= start + length)
            continue;
        QTextLayout::FormatRange range;
        range.start = link.start - start;
        range.length = link.length;
        range.format.setForeground(m_ink.link);
        range.format.setFontUnderline(true);
        formats.append(range);
    }
    layout->setFormats(formats);

    qreal height = 0;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
        m_lastLineWidth = line.naturalTextWidth();
        m_naturalWidth = std::max(m_naturalWidth, m_lastLineWidth);
    }
    layout->endLayout();
    m_paragraphs.push_back({std::move(layout), start, m_height, height});
    m_height += height;
}

const TextColumn::Paragraph *TextColumn::paragraphAt(qreal y) const
{
    for (const Paragraph &paragraph : m_paragraphs) {
        if (y < paragraph.top + paragraph.height)
            return &paragraph;
    }
    return m_paragraphs.empty() ? nullptr : &m_paragraphs.back();
}

int TextColumn::positionAt(QPointF point) const
{
    if (point.y() < 0)
        return 0;
    if (point.y() >= m_height)
        return static_cast<int>(m_text.size());
    const Paragraph *paragraph = paragraphAt(point.y());
    for (int i = 0; i < paragraph->layout->lineCount(); ++i) {
        const QTextLine line = paragraph->layout->lineAt(i);
        if (point.y() - paragraph->top < line.y() + line.height() || i + 1 == paragraph->layout->lineCount())
            return paragraph->start + line.xToCursor(point.x());
    }
    return paragraph->start;
}

QUrl TextColumn::linkAt(QPointF point) const
{
    if (point.y() < 0 || point.y() >= m_height || m_links.empty())
        return {};
    const Paragraph *paragraph = paragraphAt(point.y());
    for (int i = 0; i < paragraph->layout->lineCount(); ++i) {
        const QTextLine line = paragraph->layout->lineAt(i);
        if (!line.naturalTextRect().contains(point.x(), point.y() - paragraph->top))
            continue;
        const int position = paragraph->start + line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
        for (const Link &link : m_links) {
            if (position >= link.start && position < link.start + link.length)
                return link.url;
        }
    }
    return {};
}

std::vector<QRectF> TextColumn::rectsOf(int start, int length) const
{
    std::vector<QRectF> rects;
    for (const Paragraph &paragraph : m_paragraphs) {
        for (int i = 0; i < paragraph.layout->lineCount(); ++i) {
            const QTextLine line = paragraph.layout->lineAt(i);
            const int first = std::max(start - paragraph.start, line.textStart());
            const int behind = std::min(start + length - paragraph.start, line.textStart() + line.textLength());
            if (first >= behind)
                continue;
            const qreal from = line.cursorToX(first);
            const qreal to = line.cursorToX(behind);
            rects.emplace_back(std::min(from, to), paragraph.top + line.y(), std::abs(to - from), line.height());
        }
    }
    return rects;
}

void TextColumn::paint(QPainter &painter, QPointF origin, const QRectF &clip, int start, int end) const
{
    painter.setPen(m_ink.text);
    for (const Paragraph &paragraph : m_paragraphs) {
        const qreal top = origin.y() + paragraph.top;
        if (top + paragraph.height < clip.top() || top > clip.bottom())
            continue;
        QList<QTextLayout::FormatRange> selections;
        const int length = static_cast<int>(paragraph.layout->text().size());
        const int from = std::max(0, start - paragraph.start);
        const int to = std::min(length, end - paragraph.start);
        if (from < to) {
            QTextLayout::FormatRange range;
            range.start = from;
            range.length = to - from;
            range.format.setBackground(m_ink.selection);
            selections.append(range);
        }
        paragraph.layout->draw(&painter, {origin.x(), top}, selections, clip);
    }
}

}

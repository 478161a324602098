#include "ui/theme/Appearance.h"
#include "ui/timeline/ItemLayout.h"
#include "ui/widgets/Words.h"

#include <QFontMetricsF>

#include <algorithm>

namespace isthmus::timeline {

using namespace model;
using theme::Glyph;
using widgets::Words;
namespace grid = theme::grid;

namespace {

constexpr int cardLines = 14; ///< about 420 pixels of text with its head
constexpr int allLines = 1'000'000;
constexpr qreal foldedHeight = 420;
constexpr qreal leastHidden = 60;  ///< pixels; a fold of less would hide more than it saves
constexpr qreal leastScale = 0.55; ///< smaller could not be read; what is wider yet is cut
constexpr int markAlpha = 80;

/// In the order in which a narrow card leaves out the last; all are in the menu.
constexpr std::pair<ItemAction, Glyph> cardButtons[] = {{ItemAction::Reply, Glyph::Reply},
                                                        {ItemAction::ReplyAsChat, Glyph::Chat},
                                                        {ItemAction::ShowSource, Glyph::Source},
                                                        {ItemAction::Archive, Glyph::Archive},
                                                        {ItemAction::Trash, Glyph::Trash}};

qreal glyphSide()
{
    return theme::signSide(18);
}

class Text
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::timeline::Card)
};

/// "Bob <b@work.example> · online" for somebody in the contacts.
QString withPresence(const QString &text, const Mailbox &mailbox, const RowSetting &setting)
{
    const QString presence = setting.presenceWords ? setting.presenceWords(mailbox.address) : QString();
    return presence.isEmpty() ? text : Text::tr("%1 · %2", "person, presence").arg(text, presence);
}

QString withPresence(const MailboxList &mailboxes, const RowSetting &setting)
{
    QStringList texts;
    for (const Mailbox &mailbox : mailboxes)
        texts.append(withPresence(mailboxText(mailbox), mailbox, setting));
    return texts.join(QStringLiteral(", "));
}

}

/// Above the text that is shown instead of the sender's layout.
void ItemLayout::addVerdict(const QString &words, qreal left, qreal width)
{
    const qreal side = std::round(QFontMetricsF(m_small).height());
    m_signs.push_back({QRectF(left, m_y, side, side), Glyph::Warning, m_setting.theme->danger});
    addBlock(words, m_small, {left + side + grid::half, m_y}, width - side - grid::half, m_setting.theme->danger);
    m_y += grid::unit;
}

QString ItemLayout::foldWords(const FoldedText &folded)
{
    if (folded.foldedLines == 0)
        return Text::tr("Fold");
    if (folded.isQuote)
        return Text::tr("Quoted text, %n line(s)", nullptr, folded.foldedLines);
    return Text::tr("%n more line(s)", nullptr, folded.foldedLines);
}

/// Sign, subject and time in one line; the subject takes more lines where it needs them.
void ItemLayout::addCardHead(qreal left, qreal width)
{
    const theme::Theme &t = *m_setting.theme;
    const QFontMetricsF title(m_title);
    const QFontMetricsF small(m_small);
    const QString time = Words::timeOfDay(m_item.at);
    const qreal timeWidth = small.horizontalAdvance(time) + 1;
    const bool unreadable = m_item.kind == ItemKind::Unreadable;
    m_signs.push_back({QRectF(left, m_y + (title.height() - glyphSide()) / 2, glyphSide(), glyphSide()),
                       unreadable ? Glyph::Warning : Glyph::Mail, unreadable ? t.danger : t.accent});
    addRun({left + width - timeWidth, m_y, timeWidth, title.height()}, time, m_small, t.textMuted, Qt::AlignRight);
    const qreal indent = glyphSide() + grid::unit;
    const QString subject = !m_item.subject.isEmpty() ? m_item.subject
                            : unreadable              ? Text::tr("This message could not be shown safely")
                                                      : Text::tr("(no subject)");
    addBlock(subject, m_title, {left + indent, m_y}, width - indent - timeWidth - grid::unit, t.text);
    m_y += grid::half;
}

/// From, to, cc, date, and whether the sender was checked.
void ItemLayout::addCardLines(qreal left, qreal width)
{
    const theme::Theme &t = *m_setting.theme;
    const QFontMetricsF small(m_small);
    const auto addLine = [&](const QString &text, const QColor &colour, const QFont &font) {
        addRun({left, m_y, width, small.height()}, text, font, colour);
        m_y += small.height() + 1;
    };
    const bool own = m_item.direction == Direction::Outgoing;
    const QString from = own && m_item.from.address.isNull() ? senderName(m_item, m_setting.person)
                         : isSuspicious(m_item)              ? fromText(m_item)
                                                             : withPresence(fromText(m_item), m_item.from, m_setting);
    // Only a proven sender's name is set in bold (specification 7.2).
    QFont bold = m_small;
    bold.setBold(true);
    const bool proven = m_item.authenticity == Authenticity::Pass && !isSuspicious(m_item);
    if (!from.isEmpty()) // nobody knows, if not even the header could be read
        addLine(Text::tr("From: %1").arg(from), proven ? t.text : t.textMuted, proven ? bold : m_small);
    if (!m_item.to.empty())
        addLine(Text::tr("To: %1").arg(withPresence(m_item.to, m_setting)), t.textMuted, m_small);
    if (!m_item.cc.empty())
        addLine(Text::tr("Cc: %1").arg(withPresence(m_item.cc, m_setting)), t.textMuted, m_small);
    addLine(Text::tr("Date: %1").arg(Words::dateAndTime(m_item.at)), t.textMuted, m_small);
    if (own || m_item.kind == ItemKind::Unreadable)
        return;
    const bool fail = isSuspicious(m_item);
    const bool pass = proven;
    const QColor colour = pass ? t.success : fail ? t.danger : t.textMuted;
    const qreal side = std::round(small.height());
    m_signs.push_back({QRectF(left, m_y, side, side),
                       pass   ? Glyph::ShieldCheck
                       : fail ? Glyph::Warning
                              : Glyph::Info,
                       colour});
    addRun({left + side + grid::half, m_y, width - side - grid::half, small.height()}, authenticityText(m_item), m_small,
           colour);
    m_y += small.height();
    for (const QString &line : warnings(m_item)) {
        m_signs.push_back({QRectF(left, m_y, side, side), Glyph::Warning, t.danger});
        addBlock(line, m_small, {left + side + grid::half, m_y}, width - side - grid::half, t.danger);
    }
}

void ItemLayout::addFold(const QString &words, qreal left, qreal width)
{
    const QFontMetricsF metrics(m_small);
    m_y += grid::half;
    const qreal side = std::round(metrics.height());
    const QRectF rect(left - grid::half, m_y, std::min(width, metrics.horizontalAdvance(words) + side + grid::wide),
                      metrics.height() + grid::half);
    m_signs.push_back({QRectF(left, m_y + grid::half / 2.0, side, side), Glyph::ChevronDown, m_setting.theme->link});
    addRun(rect.adjusted(side + grid::unit, 0, 0, 0), words, m_small, m_setting.theme->link);
    m_hotSpots.push_back({rect, ItemAction::ToggleFold, {}});
    m_y += rect.height();
}

void ItemLayout::addCardText(qreal left, qreal width)
{
    const theme::Theme &t = *m_setting.theme;
    m_y += grid::unit;
    if (m_item.kind == ItemKind::Unreadable) {
        addBlock(verdictText(m_item), m_setting.font, {left, m_y}, width, t.danger);
        return;
    }
    if (m_setting.bodyFault)
        addVerdict(verdictText(*m_setting.bodyFault), left, width);
    if (m_setting.body) {
        addCardBody(left, width);
        return;
    }
    FoldedText folded = foldText(m_item.text, cardLines);
    m_foldable = folded.foldedLines > 0;
    if (m_setting.portions > 0) {
        folded = portionOf(m_item.text, m_setting.portions);
        m_hasMore = folded.foldedLines > 0;
    }
    const QString &shown = folded.shown;
    if (shown.isEmpty() && m_item.attachments.empty())
        addBlock(Text::tr("This e-mail has no text."), m_setting.font, {left, m_y}, width, t.textMuted);
    else if (!shown.isEmpty())
        addBlock(shown, m_setting.font, {left, m_y}, width, t.text);
    if (m_foldable)
        addFold(foldWords(folded), left, width);
}

int quoteOf(const Item &item)
{
    return foldText(item.text, allLines).foldedLines;
}

/// The mail as its sender laid it out. Too wide, it is made smaller; too high, its end is folded away.
void ItemLayout::addCardBody(qreal left, qreal width)
{
    const CardBody &body = *m_setting.body;
    const qreal scale = std::clamp(width / std::max(1, body.list().width), leastScale, 1.0);
    const qreal whole = body.list().height * scale;
    const int quoted = quoteOf(m_item);
    const bool isHigh = whole > foldedHeight + leastHidden;
    const bool isCut = isHigh && m_setting.portions == 0;
    m_text += u'\n';
    m_body = BodyPlace{{left, m_y, width, isCut ? foldedHeight : whole}, scale, static_cast<int>(m_text.size())};
    m_text += body.text();
    m_y = m_body->rect.bottom();
    const QString remote = body.remotePictures();
    if (!remote.isEmpty()) {
        const qreal side = std::round(QFontMetricsF(m_small).height());
        m_y += grid::half;
        m_signs.push_back({QRectF(left, m_y, side, side), Glyph::Info, m_setting.theme->textMuted});
        addRun({left + side + grid::half, m_y, width - side - grid::half, side}, remote, m_small,
               m_setting.theme->textMuted);
        m_y += side;
    }
    m_foldable = isHigh || quoted > 0;
    if (isCut)
        addFold(Text::tr("Show whole message"), left, width);
    else if (m_foldable)
        addFold(foldWords(m_setting.portions > 0 ? FoldedText{} : FoldedText{{}, quoted, true}), left, width);
}

QPoint ItemLayout::inBody(QPointF point) const
{
    return ((point - m_body->rect.topLeft()) / m_body->scale).toPoint();
}

void ItemLayout::paintBody(QPainter &painter, const QRectF &clip, const State &state) const
{
    const QRectF shown = m_body->rect.intersected(clip);
    if (shown.isEmpty())
        return;
    QColor mark = m_setting.theme->accent;
    mark.setAlpha(markAlpha);
    painter.save();
    painter.setClipRect(m_body->rect, Qt::IntersectClip);
    painter.translate(m_body->rect.topLeft());
    painter.scale(m_body->scale, m_body->scale);
    m_setting.body->paint(painter, QRect(inBody(shown.topLeft()), inBody(shown.bottomRight())).adjusted(-1, -1, 1, 1),
                          state.selectionStart - m_body->start, state.selectionEnd - m_body->start, mark);
    painter.restore();
}

/// A line for each file: sign, name, size. The name is what the sender claims, so it may be cut, in
/// the middle, to keep its ending in sight.
void ItemLayout::addFiles(qreal left, qreal width)
{
    const theme::Theme &t = *m_setting.theme;
    const QFontMetricsF metrics(m_setting.font);
    const QFontMetricsF small(m_small);
    for (const Attachment &file : m_item.attachments) {
        m_y += grid::half;
        const QString size = file.blocked.isEmpty() ? Words::bytes(file.bytes) : Text::tr("blocked");
        const qreal sizeWidth = small.horizontalAdvance(size) + 1;
        const qreal nameRoom = width - glyphSide() - sizeWidth - 3 * grid::unit;
        const QString name = metrics.elidedText(file.name.isEmpty() ? file.mimeType : file.name, Qt::ElideMiddle, nameRoom);
        const qreal nameWidth = metrics.horizontalAdvance(name) + 1;
        const QRectF rect(left, m_y, glyphSide() + nameWidth + sizeWidth + 3 * grid::unit, metrics.height() + grid::unit);
        m_signs.push_back({QRectF(left + grid::half, rect.center().y() - glyphSide() / 2, glyphSide(), glyphSide()),
                           Glyph::Attachment, t.textMuted});
        addRun({left + glyphSide() + grid::unit, m_y, nameWidth, rect.height()}, name, m_setting.font,
               hasFilesToSave(m_item) ? t.link : t.text);
        addRun({left + glyphSide() + nameWidth + 2 * grid::unit, m_y, sizeWidth, rect.height()}, size, m_small, t.textMuted);
        if (file.blocked.isEmpty() && hasFilesToSave(m_item))
            m_hotSpots.push_back({rect, ItemAction::OpenAttachment, file.part});
        m_y += rect.height();
    }
}

void ItemLayout::addButtons(qreal left, qreal width)
{
    const QFontMetricsF metrics(m_setting.font);
    m_y += grid::unit;
    qreal x = left - grid::half;
    const qreal height = metrics.height() + grid::unit;
    const std::vector<ItemAction> offered = actionsFor(m_item, false);
    for (const auto &[action, glyph] : cardButtons) {
        if (std::find(offered.begin(), offered.end(), action) == offered.end())
            continue;
        const QString text = shortActionText(action, m_item);
        const QRectF rect(x, m_y, metrics.horizontalAdvance(text) + glyphSide() + 2.5 * grid::unit, height);
        if (rect.right() > left + width)
            break;
        m_signs.push_back({QRectF(x + grid::half, rect.center().y() - glyphSide() / 2, glyphSide(), glyphSide()), glyph,
                           m_setting.theme->link});
        addRun(rect.adjusted(glyphSide() + grid::unit, 0, 0, 0), text, m_setting.font, m_setting.theme->link);
        m_hotSpots.push_back({rect, action, {}});
        x = rect.right() + grid::unit;
    }
    m_y += height;
}

void ItemLayout::layOutCard()
{
    const theme::Theme &t = *m_setting.theme;
    const bool own = m_item.direction == Direction::Outgoing;
    m_y += m_setting.startsGroup ? 0 : grid::half;
    const qreal top = m_y;
    const qreal inset = cardInset(m_column.width());
    const qreal left = m_column.left() + (own ? inset : 0) + cardPadding;
    const qreal width = m_column.width() - inset - 2 * cardPadding;
    m_y += cardPadding * 0.75;
    addCardHead(left, width);
    addCardLines(left, width);
    addCardText(left, width);
    addFiles(left, width);
    addNotes(left, width);
    addButtons(left, width);
    if (m_item.delivery.stage != DeliveryStage::None) {
        const QFontMetricsF small(m_small);
        const qreal needed = small.horizontalAdvance(metaText()) + small.height() + grid::wide;
        if (!m_hotSpots.empty() && m_hotSpots.back().rect.right() + needed > left + width)
            m_y += small.height(); // no room beside the buttons
        layOutMeta(left + width, m_y - grid::half, left + width / 2);
    }
    m_y += cardPadding / 2;
    m_frame = QRectF(left - cardPadding, top, width + 2 * cardPadding, m_y - top);
    m_radius = grid::cardRadius;
    m_paper = own ? t.bubbleOut : t.card;
    m_outline = t.line;
    if (m_item.delivery.stage == DeliveryStage::Failed || isDeferred(m_item))
        addFailure({left, m_y + grid::half}, width);
    m_y += grid::half;
}

}

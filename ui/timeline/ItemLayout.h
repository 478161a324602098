#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Item.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/CardBody.h"
#include "ui/timeline/Folding.h"
#include "ui/timeline/ItemAction.h"
#include "ui/timeline/TextColumn.h"
#include "ui/widgets/AvatarPainter.h"

#include <QRectF>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace isthmus::timeline {

inline constexpr qreal cardPadding = 16;
/// Own cards begin further right, incoming ones end further left, as bubbles do.
[[nodiscard]] inline qreal cardInset(qreal columnWidth)
{
    return std::min(48.0, columnWidth / 12);
}

/// Everything besides the item that its picture depends on.
struct RowSetting {
    qreal width = 0; ///< of the view, logical pixels
    QFont font;
    const theme::Theme *theme = nullptr;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    base::Timestamp now{};
    QString person;
    QString address; ///< colours the avatar
    bool startsDay = false;
    bool startsGroup = true; ///< first of its sender within ten minutes
    bool startsUnread = false;
    int portions = 0; ///< of its text that are unfolded; 0: folded
    /// Presence of the contact with a mailbox, in words; empty where there is none.
    std::function<QString(const model::MailAddress &)> presenceWords{};
    std::shared_ptr<CardBody> body{};       ///< of a mail card: shown instead of its text
    std::optional<base::Fault> bodyFault{}; ///< why it could not be laid out safely: said above its text
};

/// Lines of the quoted end of an answer; 0 if there is none worth a fold.
[[nodiscard]] int quoteOf(const model::Item &item);

/// A place that reacts to a click. Everything here is in the item's menu too.
struct HotSpot {
    QRectF rect;
    ItemAction action = ItemAction::Reply;
    QString part; ///< of OpenAttachment
};

/// One item, measured and ready to be painted: made when its row first comes near the window, thrown away
/// when anything in its setting changes. All coordinates are relative to the row's top left corner.
class ItemLayout
{
public:
    /// Raised with every change to the heights that come out for the same item in the same setting.
    static constexpr int version = 1;

    ItemLayout(const model::Item &item, const RowSetting &setting);

    /// What a card's text may take in a view of this width, in whole pixels.
    [[nodiscard]] static int cardTextWidth(qreal viewWidth);

    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] bool isFoldable() const { return m_foldable; }
    /// Unfolded, and there is more than the portions that are shown.
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    [[nodiscard]] QRectF frame() const { return m_frame; }

    /// Selectable text: subject and shown text, one after the other.
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] int positionAt(QPointF point) const;
    [[nodiscard]] bool isOverText(QPointF point) const;
    struct Link {
        QUrl url;                  ///< empty where there is none
        bool isMisleading = false; ///< its text names another host
        bool operator==(const Link &) const = default;
    };
    [[nodiscard]] Link linkAt(QPointF point) const;
    struct LinkPlace {
        Link link;
        QString text;              ///< as shown; where it leads, for a picture without words
        std::vector<QRectF> rects; ///< of its pieces
    };
    /// The links that are in sight when the whole row is, in reading order.
    [[nodiscard]] std::vector<LinkPlace> links() const;
    [[nodiscard]] const HotSpot *hotSpotAt(QPointF point) const;

    struct State {
        int selectionStart = 0;
        int selectionEnd = 0;
        bool hasFocusRing = false;
        const HotSpot *hovered = nullptr;
        int link = -1; ///< of links(): the one that has the keyboard
    };
    void paint(QPainter &painter, const QRectF &clip, const State &state) const;

private:
    struct Run { ///< a text that is painted and cannot be selected
        QRectF rect;
        QString text;
        QFont font;
        QColor colour;
        Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    };
    struct Sign {
        QRectF rect;
        theme::Glyph glyph = theme::Glyph::Chat;
        QColor colour;
    };
    struct Block { ///< a text that can be selected
        TextColumn column;
        QPointF origin;
        int start = 0; ///< in text()
    };

    struct BodyPlace {
        QRectF rect;
        qreal scale = 1;
        int start = 0; ///< in text()
    };

    // ItemLayout.cpp
    void layOutDay();
    void layOutUnreadLine();
    void layOutNotice();
    void addNotes(qreal left, qreal width);
    void addBlock(const QString &text, const QFont &font, QPointF origin, qreal width, const QColor &ink);
    void addRun(QRectF rect, const QString &text, const QFont &font, const QColor &colour,
                Qt::Alignment alignment = Qt::AlignLeft);
    void mirror();
    [[nodiscard]] TextColumn::Ink ink(const QColor &text) const;
    void paintLinkRing(QPainter &painter, int link) const;
    void paintFrame(QPainter &painter, const State &state) const;
    // BubbleLayout.cpp
    void layOutBubble();
    void layOutMeta(qreal right, qreal bottom, qreal left);
    [[nodiscard]] QString metaText() const;
    [[nodiscard]] std::optional<theme::Glyph> stageGlyph() const;
    void addFailure(QPointF origin, qreal width);
    void addChoices(qreal left, const std::vector<ItemAction> &actions);
    // CardLayout.cpp
    void layOutCard();
    void addCardHead(qreal left, qreal width);
    void addCardLines(qreal left, qreal width);
    void addCardText(qreal left, qreal width);
    void addVerdict(const QString &words, qreal left, qreal width);
    void addCardBody(qreal left, qreal width);
    [[nodiscard]] QPoint inBody(QPointF point) const;
    void paintBody(QPainter &painter, const QRectF &clip, const State &state) const;
    void addFiles(qreal left, qreal width);
    void addButtons(qreal left, qreal width);
    [[nodiscard]] static QString foldWords(const FoldedText &folded);
    void addFold(const QString &words, qreal left, qreal width);

    const model::Item m_item;
    const RowSetting m_setting;
    QFont m_small;
    QFont m_title;
    qreal m_y = 0; ///< where the next part goes, while laying out
    int m_height = 0;
    bool m_foldable = false;
    bool m_hasMore = false;
    QRectF m_column; ///< the middle of the view, at most grid::columnWidth wide
    QRectF m_frame;  ///< bubble or card
    QColor m_paper;
    QColor m_outline;
    qreal m_radius = 0;
    std::vector<Block> m_blocks;
    std::optional<BodyPlace> m_body;
    std::vector<Run> m_runs;
    std::vector<Sign> m_signs;
    std::vector<QRectF> m_rules;
    std::vector<HotSpot> m_hotSpots;
    std::optional<std::pair<QRectF, widgets::AvatarFace>> m_avatar;
    QString m_text;
};

}

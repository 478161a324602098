#pragma once

#include "core/base/Timestamp.h"
#include "core/engine/Timeline.h"
#include "core/model/Item.h"
#include "core/model/RowHeight.h"
#include "ui/timeline/HeightIndex.h"
#include "ui/timeline/ItemAction.h"
#include "ui/timeline/ItemLayout.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class QAccessibleInterface;
class QMenu;

namespace isthmus::timeline {

class AccessibleItems;

/// One thing that can be done with an item: an action, for one of its files where that matters, or a link to follow.
struct Offer {
    QString words;
    std::optional<ItemAction> action; ///< none: the link
    QString part;                     ///< of OpenAttachment
    ItemLayout::Link link;
};

/// The items of one conversation, oldest first: bubbles, cards, notices. Takes values and emits wishes;
/// it knows no engine. Rows are measured when they first come near the window, and until then have the height that an
/// earlier opening measured, or an estimated one; what is in sight never moves when rows above it turn out higher, or when
/// older ones are inserted.
///
/// Keys: arrows up and down, Home, End, Page walk items; arrows to the sides the links of the current one,
/// and Enter follows; without a link, Enter opens or folds the item; Menu key lists what can be done; Ctrl+C copies
/// the selection or the item; Escape leaves. For screen readers it is a list (TimelineAccessible.h).
/// Thread: the window's.
class TimelineView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit TimelineView(base::Clock clock = base::systemNow, QWidget *parent = nullptr);
    ~TimelineView() override;

    /// Whose conversation this is; \p name names it, \p address colours its avatar.
    void setPerson(const QString &name, const QString &address);
    /// What is said beside senders and recipients of mails who are in the contacts: their presence.
    void setPresenceWords(std::function<QString(const model::MailAddress &)> words);
    /// Somebody's presence has changed.
    void presenceChanged();
    /// Shown in the middle while there are no items.
    void setEmptyText(const QString &text);

    /// \p heights: what takeMeasuredHeights() gave at an earlier time; used where its form is the present one.
    void reset(std::vector<model::Item> items, const std::vector<model::RowHeight> &heights = {});
    void insert(int first, const std::vector<model::Item> &items, const std::vector<model::RowHeight> &heights = {});
    void replace(int row, const model::Item &item);
    void remove(int first, int count);

    [[nodiscard]] int count() const { return static_cast<int>(m_items.size()); }
    [[nodiscard]] const model::Item &item(int row) const { return m_items[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(model::ItemId id) const; ///< -1 if absent
    [[nodiscard]] QString person() const { return m_person; }

    /// The item that keys and menus act on; -1 without.
    [[nodiscard]] int currentRow() const { return m_current; }
    void setCurrentRow(int row);
    /// The links of one item; making sure that it is laid out.
    [[nodiscard]] std::vector<ItemLayout::LinkPlace> linksOf(int row);
    /// The link of the current item that Enter follows, an index of linksOf(); -1 without.
    [[nodiscard]] int currentLink() const { return m_link; }
    void setCurrentLink(int link);
    /// As a click on it.
    void followLink(int row, int link);
    void scrollToEnd();
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }

    [[nodiscard]] bool isFoldable(int row);
    /// Heights that were measured since the last call and are not as those given to reset() or insert(), in no order; to
    /// be kept for the next opening. Also of items that an earlier reset() took away.
    [[nodiscard]] std::vector<model::RowHeight> takeMeasuredHeights();
    /// In viewport coordinates; rows that were never measured have an estimated height.
    [[nodiscard]] QRect rowRect(int row) const;
    [[nodiscard]] QString selectedText() const;
    void copy() const;
    /// Why the mail of \p row is shown as text instead of laid out; nothing if it is, or has no HTML.
    [[nodiscard]] std::optional<base::Fault> bodyFault(int row) const;
    /// Does \p action with \p row: folding and copying here, the rest as actionRequested().
    void trigger(int row, ItemAction action, const QString &part = {});
    /// What assistive technology sees of a row; nullptr where there is none.
    [[nodiscard]] QAccessibleInterface *accessibleItem(int row);
    /// The menu of what can be done with \p row, owned by \p parent.
    [[nodiscard]] QMenu *menuFor(int row, QWidget *parent);
    /// All that can be done with a row, in the order of its menu: assistive technology offers the same.
    [[nodiscard]] std::vector<Offer> offers(int row);
    void take(int row, const Offer &offer);

    /// The answer to bodyWanted(): bytes for display::decode(). After an error, or bytes that are no list, the
    /// card keeps showing the text and does not ask again; a mail that was refused, or whose reader died of it,
    /// says so above its text.
    void setBody(model::ItemId id, const engine::LayoutWish &wish, const base::Result<QByteArray> &laidOut);

Q_SIGNALS:
    void actionRequested(isthmus::model::ItemId item, isthmus::timeline::ItemAction action, const QString &part);
    /// \p isMisleading: the visible text names another host than \p url leads to.
    void linkActivated(const QUrl &url, bool isMisleading);
    /// A mail card is in sight: setBody() is to follow.
    void bodyWanted(isthmus::model::ItemId id, const isthmus::engine::LayoutWish &wish);
    void currentChanged(int row); ///< another item is the current one, or it is another than it was; -1: none is
    void olderWanted();           ///< the beginning of what is loaded is near
    void endSeen();               ///< the newest item is in an active window
    void left();                  ///< Escape

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// A place in the text of an item.
    struct Place {
        int row = -1;
        int position = 0;
        auto operator<=>(const Place &) const = default;
    };

    struct Body {
        model::ItemId item;
        engine::LayoutWish wish;
        std::shared_ptr<CardBody> body;
    };

    // TimelineBodies.cpp
    [[nodiscard]] engine::LayoutWish plainWish() const;
    [[nodiscard]] engine::LayoutWish wishOf(int row) const;
    [[nodiscard]] bool isBodyDue(int row) const;
    [[nodiscard]] const Body *bodyOf(model::ItemId id) const;
    void askForBodies();
    void dropOldBodies();

    // TimelineHeights.cpp
    [[nodiscard]] std::int64_t form() const;
    void learnHeights(const std::vector<model::RowHeight> &heights);
    void useKnownHeights(int first, int count);
    void noteHeightsInSight();
    void noteHeight(int row);

    const ItemLayout &layoutOf(int row);
    void measure(int row);
    void settle();
    void settleFromAnchor();
    void settleFromEnd();
    void readAnchor();
    void forget(int row);
    void forgetAll();
    [[nodiscard]] RowSetting settingOf(int row) const;
    [[nodiscard]] int viewTop(int row) const;
    [[nodiscard]] int rowAt(QPoint point) const;
    [[nodiscard]] Place placeAt(QPoint point);
    void announceSeen();
    void moveCurrent(int to);
    bool moveLink(int step);
    bool leaveLink();
    void bringIntoView(int row);
    void toggleFold(int row);
    void updateHover(QPoint point);
    [[nodiscard]] std::pair<Place, Place> selection() const;
    [[nodiscard]] int pageStep(int from, int direction) const;

    base::Clock m_clock;
    std::function<QString(const model::MailAddress &)> m_presenceWords;
    std::vector<model::Item> m_items;
    QString m_person;
    QString m_address;
    QString m_emptyText;
    HeightIndex m_heights;
    QHash<qint64, model::RowHeight> m_known;      ///< by item: kept by an earlier opening, or measured
    QSet<qint64> m_unkept;                        ///< of m_known: for takeMeasuredHeights()
    mutable std::optional<std::int64_t> m_form{}; ///< none: to be made anew
    QCache<qint64, ItemLayout> m_layouts;         ///< by item
    QHash<qint64, int> m_unfolded;                ///< portions of the text that are shown
    std::vector<Body> m_bodies;                   ///< oldest first
    QSet<qint64> m_bodiesAsked;
    /// Mails without HTML, or none that can be shown: then why, if it was refused.
    QHash<qint64, std::optional<base::Fault>> m_bodiless;
    QTimer m_bodyTimer; ///< what flies past while scrolling is not asked for
    std::optional<model::ItemId> m_firstUnread;
    int m_current = -1;
    int m_link = -1; ///< of the current item
    const std::unique_ptr<AccessibleItems> m_accessible;
    int m_anchorRow = 0;    ///< the row at the upper edge …
    int m_anchorOffset = 0; ///< … and how many of its pixels are above it
    bool m_atEnd = true;    ///< stays at the end when items come
    bool m_settling = false;
    bool m_olderAsked = false;
    Place m_selectFrom;
    Place m_selectTo;
    bool m_selecting = false;
    int m_hoverRow = -1;
    const HotSpot *m_hover = nullptr;
};

}

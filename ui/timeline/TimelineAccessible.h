#pragma once

#include "core/model/Ids.h"

#include <QAccessible>
#include <QHash>

#include <vector>

namespace isthmus::timeline {

class TimelineView;

/// What assistive technology sees of a timeline: a list whose items are made when they are asked for and
/// kept by message, so that inserting older rows does not turn one message into another. Each item's name
/// says sender, channel, time, text and state; its actions are those of its menu, under the same words; its
/// children are the links of its text, each with where it truly leads.
///
/// Once per program; idempotent.
void installTimelineAccessibility();

/// The interfaces that Qt knows of one view's items and links. Thread: the window's.
class AccessibleItems final
{
public:
    explicit AccessibleItems(TimelineView &view) : m_view(view) {}
    ~AccessibleItems();
    AccessibleItems(const AccessibleItems &) = delete;
    AccessibleItems &operator=(const AccessibleItems &) = delete;

    /// nullptr where there is no such row or link.
    [[nodiscard]] QAccessibleInterface *item(int row);
    [[nodiscard]] QAccessibleInterface *link(int row, int link);

    void forget(model::ItemId id);
    void forgetAll();
    /// The words of a row have changed: its delivery state moved.
    void announceChanged(int row);
    /// Another row or link is current, or the view got the keyboard.
    void announceCurrent();

private:
    struct Known {
        QAccessible::Id item = 0;
        std::vector<QAccessible::Id> links; ///< 0: not made yet
    };
    static void release(const Known &known);

    TimelineView &m_view;
    QHash<qint64, Known> m_known; ///< by message
};

}

#pragma once

#include "core/model/Ids.h"

namespace isthmus::timeline {

class TimelineView;

/// What assistive technology sees of a timeline: a list whose items are made when they are asked for and
/// kept by message, so that inserting older rows does not turn one message into another. Each item's name
/// says sender, channel, time, text and state; its actions are those of its menu, under the same words.
///
/// Once per program; idempotent.
void installTimelineAccessibility();

void forgetAccessibleItem(const TimelineView &view, model::ItemId id);
void forgetAccessibleItems(const TimelineView &view);
/// The words of a row have changed: its delivery state moved.
void announceItemChanged(TimelineView &view, int row);
/// Another row is current, or the view got the keyboard.
void announceCurrent(TimelineView &view);

}

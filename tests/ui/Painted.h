#pragma once

#include "tests/support/Waiting.h"

#include <QEvent>
#include <QWidget>

namespace isthmus::test {

/// Asks for \p widget to be painted, and waits until that has happened: with it all that had been asked for before.
[[nodiscard]] inline bool painted(QWidget &widget, int limit = 5000)
{
    struct Ear final : QObject {
        bool heard = false;
        bool eventFilter(QObject *, QEvent *event) override
        {
            heard = heard || event->type() == QEvent::Paint;
            return false;
        }
    } ear;
    widget.installEventFilter(&ear);
    widget.update();
    return comesTrue([&] { return ear.heard; }, limit);
}

}

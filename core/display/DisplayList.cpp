#include "core/display/DisplayList.h"

#include <algorithm>

namespace isthmus::display {

QString DisplayList::text(int first, int last) const
{
    QString result;
    const int end = std::min(last, static_cast<int>(runs.size()) - 1);
    for (int i = std::max(first, 0); i <= end; ++i) {
        const Run &run = runs[static_cast<size_t>(i)];
        if (run.startsBlock && !result.isEmpty() && !result.endsWith(u'\n'))
            result += u'\n';
        result += run.text;
    }
    return result;
}

int DisplayList::runAt(QPoint point) const
{
    int nearest = -1;
    for (size_t i = 0; i < runs.size(); ++i) {
        const QRect &rect = runs[i].rect;
        if (rect.contains(point))
            return static_cast<int>(i);
        const bool above = rect.bottom() < point.y();
        const bool leftOnLine = rect.top() <= point.y() && rect.bottom() >= point.y() && rect.right() < point.x();
        if (above || leftOnLine)
            nearest = static_cast<int>(i);
    }
    return nearest;
}

int DisplayList::linkAt(QPoint point) const
{
    for (const Run &run : runs) {
        if (run.link >= 0 && run.rect.contains(point))
            return run.link;
    }
    return -1;
}

}

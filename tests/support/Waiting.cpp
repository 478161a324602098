#include "tests/support/Waiting.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace isthmus::test {

bool comesTrue(const std::function<bool()> &isTrue, int limit)
{
    QElapsedTimer since;
    since.start();
    QTimer tick; // other threads' work shows without an event of ours
    tick.start(1);
    while (!isTrue()) {
        if (since.hasExpired(limit))
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

}

#pragma once

#include <QObject>

namespace isthmus::wire {

/// Hears from the system when the network has come back or changed, so that nobody waits out a back-off for nothing.
/// Where the system does not tell, it never signals. Thread: the program's first one.
class NetworkWatch : public QObject
{
    Q_OBJECT
public:
    explicit NetworkWatch(QObject *parent = nullptr);

Q_SIGNALS:
    void returned();
};

}

#pragma once

#include <QObject>

namespace isthmus::desktop {

/// SIGTERM, SIGINT and SIGHUP as a wish to end in order: so a desktop's session ends, and a terminal. Without it, each
/// sign-off would leave the store as after a crash, and the next start would check it whole.
/// One at a time, on the GUI thread; the signals kill again once it is gone, and so does a second one of them.
class EndSignals final : public QObject
{
    Q_OBJECT
public:
    explicit EndSignals(QObject *parent = nullptr);
    ~EndSignals() override;
    Q_DISABLE_COPY_MOVE(EndSignals)

Q_SIGNALS:
    void endWanted();

private:
    int m_readEnd = -1;
};

}

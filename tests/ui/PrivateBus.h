#pragma once

#include <QProcess>

namespace isthmus::test {

/// A D-Bus session bus of this program's own: no test asks the desktop that it happens to run on. Begun before anything
/// connects to a session bus; gone with the object, or with the program.
class PrivateBus
{
public:
    PrivateBus();
    ~PrivateBus();
    Q_DISABLE_COPY_MOVE(PrivateBus)

private:
    QProcess m_daemon;
};

}

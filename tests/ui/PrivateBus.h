#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace isthmus::test {

/// A session bus that nobody else is on. Ends with the test, however that ends.
class PrivateBus
{
public:
    /// Ends the test program if the bus does not start.
    PrivateBus();
    ~PrivateBus();
    Q_DISABLE_COPY_MOVE(PrivateBus)

    /// From now on the session bus of this program, and so of what it starts. Before anything connects to a session bus.
    void useAsSession() const { qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8()); }
    /// Another connection to it: each is a program of its own to the others.
    [[nodiscard]] QDBusConnection connect();

private:
    QTemporaryDir m_home;
    QProcess m_daemon;
    QString m_address;
    QStringList m_names;
};

}

#pragma once

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace isthmus::test {

/// A real gnome-keyring-daemon on a D-Bus session bus of its own, with a home of its own; all of it is gone
/// with the object. The bus starts no service by itself, so "no keyring" can be had too.
class PrivateKeyring
{
public:
    PrivateKeyring();
    ~PrivateKeyring();
    PrivateKeyring(const PrivateKeyring &) = delete;
    PrivateKeyring &operator=(const PrivateKeyring &) = delete;

    /// Both say why when they fail, and "" otherwise. The bus's address goes into this process's
    /// environment, where the keyring's client library looks for it.
    [[nodiscard]] QString startBus();
    [[nodiscard]] QString startKeyring();
    void stopKeyring();
    [[nodiscard]] QString home() const { return m_home.path(); }

private:
    [[nodiscard]] std::unique_ptr<QProcess> spawn(const QString &program, const QStringList &arguments);

    QTemporaryDir m_home;
    QString m_address;
    std::unique_ptr<QProcess> m_bus;
    std::unique_ptr<QProcess> m_keyring;
};

}

#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>
#include <QStringList>

namespace isthmus::instance {

/// The one running program of a profile, and the door through which later starts hand over what they were asked
/// to do. The door is a socket in the user's runtime folder, which only the user may enter; who knocks must be
/// the same user by the kernel's word (SO_PEERCRED), and can ask for nothing but the window and links.
/// Thread: the one that made it.
class Instance final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Hands \p links over to the program that has this profile, and asks it to come to the front. False if there
    /// is none, or none that answers in time. Blocks for a few seconds at most; needs no event loop.
    [[nodiscard]] static bool handOver(const QString &profile, const QStringList &links);

    /// Opens the door of \p profile. The caller has the profile's lock, so that a socket that is there already is
    /// nobody's any more. False if there is no private place for it; the program then works without.
    [[nodiscard]] bool listen(const QString &profile);

    /// Where the door of this profile is: no two profiles have the same one. Empty without a private folder.
    [[nodiscard]] static QString socketPath(const QString &profile);

Q_SIGNALS:
    /// Somebody started the program again. \p token: the desktop's permission to come to the front, or empty.
    void startedAgain(const QStringList &links, const QString &token);

private:
    void greet();

    QLocalServer m_server;
};

}

#pragma once

#include "ui/theme/Theme.h"

#include <QDBusVariant>
#include <QObject>

namespace isthmus::shell {

/// What the desktop wants: light, dark or high contrast, from the settings portal (org.freedesktop.appearance),
/// asked without waiting and followed. Qt 6.4 cannot tell by itself. Without a portal, the lightness of the
/// palette that the program started with counts.
class DesktopColours final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopColours(QObject *parent = nullptr);

    [[nodiscard]] theme::Scheme scheme() const;

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &key);
    void take(const QString &key, const QVariant &value);

    bool m_dark = false;
    bool m_highContrast = false;
};

}

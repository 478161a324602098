#include "ui/shell/DesktopColours.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QPalette>

namespace isthmus::shell {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString group = QStringLiteral("org.freedesktop.appearance");

}

DesktopColours::DesktopColours(QObject *parent)
    : QObject(parent), m_dark(QGuiApplication::palette().color(QPalette::Window).lightnessF() < 0.5F)
{
    QDBusConnection::sessionBus().connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                                          SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask(QStringLiteral("color-scheme"));
    ask(QStringLiteral("contrast"));
}

theme::Scheme DesktopColours::scheme() const
{
    if (m_highContrast)
        return theme::Scheme::HighContrast;
    return m_dark ? theme::Scheme::Dark : theme::Scheme::Light;
}

void DesktopColours::ask(const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    call.setArguments({group, key});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            take(key, reply.value().variant());
    });
}

void DesktopColours::settingChanged(const QString &changedGroup, const QString &key, const QDBusVariant &value)
{
    if (changedGroup == group)
        take(key, value.variant());
}

void DesktopColours::take(const QString &key, const QVariant &value)
{
    // Read() wraps the value in a second variant, SettingChanged does not.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const uint number = inner.toUInt();
    if (key == QLatin1String("color-scheme") && number != 0) // 0: no preference
        m_dark = number == 1;
    else if (key == QLatin1String("contrast"))
        m_highContrast = number == 1;
    else
        return;
    Q_EMIT changed();
}

}

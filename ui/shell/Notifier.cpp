#include "ui/shell/Notifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

#include <utility>

namespace isthmus::shell {

using model::PersonId;

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString defaultAction = QStringLiteral("default");
const QString replyAction = QStringLiteral("reply");
const QString readAction = QStringLiteral("mark-read");
/// Not of the standard; the name under which desktops offer a field to answer in.
const QString inlineReply = QStringLiteral("inline-reply");
constexpr uchar normalUrgency = 1;

}

Notifier::Notifier(const QDBusConnection &bus, QObject *parent) : QObject(parent), m_bus(bus)
{
    m_bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(onAction(uint, QString)));
    m_bus.connect(service, path, service, QStringLiteral("NotificationReplied"), this, SLOT(onReply(uint, QString)));
    m_bus.connect(service, path, service, QStringLiteral("ActivationToken"), this, SLOT(onToken(uint, QString)));
    m_bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
}

Notifier::~Notifier()
{
    for (const auto &[person, shown] : m_shown) {
        if (shown.id != 0)
            close(shown.id);
    }
}

QDBusMessage Notifier::call(const QString &method) const
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

void Notifier::askCapabilities()
{
    m_isAsked = true;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call(QStringLiteral("GetCapabilities"))), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        m_isAsked = false;
        if (!reply.isValid()) {
            m_shown.clear(); // nobody listens; the next message asks again
            return;
        }
        m_capabilities = reply.value();
        m_isReady = true;
        for (auto &[person, shown] : m_shown)
            send(person);
    });
}

void Notifier::show(const Notification &notification)
{
    Shown &shown = m_shown[notification.person];
    shown.notification = notification;
    shown.isGone = false;
    if (m_isReady)
        send(notification.person);
    else if (!m_isAsked)
        askCapabilities();
}

void Notifier::send(PersonId person)
{
    Shown &shown = m_shown[person];
    if (shown.isSending) {
        shown.isChanged = true;
        return;
    }
    shown.isSending = true;
    shown.isChanged = false;
    const Notification &what = shown.notification;
    const bool isMarkup = m_capabilities.contains(QStringLiteral("body-markup"));
    QStringList actions;
    if (m_capabilities.contains(QStringLiteral("actions"))) {
        actions << defaultAction << tr("Open");
        if (!what.replyText.isEmpty())
            actions << (m_capabilities.contains(inlineReply) ? inlineReply : replyAction) << what.replyText;
        actions << readAction << tr("Mark as read");
    }
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("org.isthmus.Isthmus")},
                            {QStringLiteral("category"), what.category},
                            {QStringLiteral("urgency"), QVariant::fromValue(normalUrgency)}};
    QDBusMessage message = call(QStringLiteral("Notify"));
    message.setArguments({QStringLiteral("Isthmus"), shown.id, QStringLiteral("org.isthmus.Isthmus"), what.title,
                          isMarkup ? what.text.toHtmlEscaped() : what.text, actions, hints, -1});
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, person] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        const auto found = m_shown.find(person);
        if (found == m_shown.end())
            return;
        found->second.isSending = false;
        if (!reply.isValid()) {
            m_shown.erase(found);
            m_isReady = false; // perhaps another desktop next time
            return;
        }
        found->second.id = reply.value();
        if (found->second.isGone) {
            close(found->second.id);
            m_shown.erase(found);
        } else if (found->second.isChanged) {
            send(person);
        }
    });
}

void Notifier::clear(PersonId person)
{
    const auto found = m_shown.find(person);
    if (found == m_shown.end())
        return;
    if (found->second.isSending) {
        found->second.isGone = true;
        return;
    }
    if (found->second.id != 0)
        close(found->second.id);
    m_shown.erase(found);
}

void Notifier::close(uint id)
{
    QDBusMessage message = call(QStringLiteral("CloseNotification"));
    message.setArguments({id});
    m_bus.asyncCall(message);
}

PersonId Notifier::personOf(uint id) const
{
    for (const auto &[person, shown] : m_shown) {
        if (shown.id == id && id != 0)
            return person;
    }
    return {};
}

void Notifier::onAction(uint id, const QString &action)
{
    const PersonId person = personOf(id);
    if (!person.isValid())
        return;
    if (action == defaultAction)
        Q_EMIT opened(person);
    else if (action == replyAction)
        Q_EMIT replyWanted(person);
    else if (action == readAction)
        Q_EMIT markReadWanted(person);
}

void Notifier::onReply(uint id, const QString &text)
{
    const PersonId person = personOf(id);
    if (person.isValid() && !text.trimmed().isEmpty())
        Q_EMIT replied(person, text);
}

/// Lets the window come to the front under Wayland: Qt hands the token over with the next activation.
void Notifier::onToken(uint id, const QString &token)
{
    if (personOf(id).isValid())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

void Notifier::onClosed(uint id, uint)
{
    const auto found = m_shown.find(personOf(id));
    if (found != m_shown.end() && !found->second.isSending)
        m_shown.erase(found);
}

}

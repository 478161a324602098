#pragma once

#include "core/model/Ids.h"

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QStringList>

#include <map>

class QDBusMessage;

namespace isthmus::shell {

/// What the desktop is told of a person's new messages.
struct Notification {
    model::PersonId person;
    QString title;     ///< the person's name
    QString text;      ///< plain text; without a message's words if they are not to be shown
    QString category;  ///< "im.received" or "email.arrived"
    QString replyText; ///< words on the button that answers, with the channel; empty: no button
};

/// The desktop's notifications (org.freedesktop.Notifications 1.2): one for each person, replaced by the next,
/// taken back when its messages have been read. Answers where they are typed into the notification itself come
/// as replied(), as far as the desktop can do that. Never blocks; does nothing where nobody listens.
/// Thread: the window's.
class Notifier final : public QObject
{
    Q_OBJECT
public:
    explicit Notifier(const QDBusConnection &bus, QObject *parent = nullptr);
    /// Takes back what is still shown.
    ~Notifier() override;

    void show(const Notification &notification);
    void clear(model::PersonId person);

Q_SIGNALS:
    void opened(isthmus::model::PersonId person);
    void replyWanted(isthmus::model::PersonId person);
    void replied(isthmus::model::PersonId person, const QString &text);
    void markReadWanted(isthmus::model::PersonId person);

private Q_SLOTS:
    void onAction(uint id, const QString &action);
    void onReply(uint id, const QString &text);
    void onToken(uint id, const QString &token);
    void onClosed(uint id, uint reason);

private:
    struct Shown {
        uint id = 0; ///< 0 until the desktop has given one
        bool isSending = false;
        bool isChanged = false; ///< again when the answer is there
        bool isGone = false;    ///< to be taken back when the answer is there
        Notification notification;
    };
    void askCapabilities();
    void send(model::PersonId person);
    void close(uint id);
    [[nodiscard]] QDBusMessage call(const QString &method) const;
    [[nodiscard]] model::PersonId personOf(uint id) const;

    QDBusConnection m_bus;
    bool m_isAsked = false;
    bool m_isReady = false; ///< capabilities are known
    QStringList m_capabilities;
    std::map<model::PersonId, Shown> m_shown;
};

}

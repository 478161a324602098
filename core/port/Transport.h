#pragma once

#include "core/base/Task.h"
#include "core/model/Backlog.h"
#include "core/model/Batch.h"
#include "core/model/Command.h"

#include <QObject>

namespace isthmus::port {

/// One account's connection to one kind of server: xmpp::XmppTransport, mail::MailTransport.
/// Thread: lives on the engine's (the window's) thread; its work runs on its own threads, and what it
/// signals arrives on the engine's. It never touches the store: what arrives is handed over as
/// batches, and the next batch of a stream is fetched only after stored() said that this one is safe.
class Transport : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Connects and stays connected, with back-off, until stop(). Streams continue from \p cursors.
    /// Idempotent.
    virtual void start(std::vector<model::Cursor> cursors) = 0;
    /// The same for what sends alone: nothing is fetched until start(). Nothing for a transport that cannot part them.
    virtual void startSending() {}
    /// Ends orderly within two seconds; unfinished commands end with Fault::Cancelled. Idempotent.
    virtual void stop() = 0;
    /// The computer has slept, or the network is another: connects at once what waits, and makes sure that what
    /// seems to be connected is. Nothing for a service that is not wanted or that waits for the user.
    virtual void wake() {}
    [[nodiscard]] virtual model::LinkState state(model::Service service) const = 0;

    /// Commands for a service whose link is not Online fail at once with Fault::Unreachable: queueing is
    /// the outbox's duty. Fault::ConnectionLost: it is not known whether the server took it.
    [[nodiscard]] virtual base::Task<model::CommandResult> perform(model::Command command) = 0;

    /// What is older than the newest is fetched only while this is false, as at the beginning. What arrives, and what was
    /// missed since the last connection, is fetched in any case.
    virtual void setHistoryPaused(bool /*paused*/) {}

    /// The batch with this number is on disk.
    virtual void stored(quint64 batchNumber) = 0;

Q_SIGNALS:
    void batch(quint64 batchNumber, const isthmus::model::Batch &batch);
    void stateChanged(isthmus::model::Service service, const isthmus::model::LinkState &state);
    /// What is still to come of what is older; while nothing is known of that, nothing.
    void backlogChanged(isthmus::model::Service service, const isthmus::model::Backlog &backlog);
    /// Best availability of a contact now; from a chat transport only.
    void presenceChanged(const isthmus::model::Jid &bare, const isthmus::model::Presence &presence);
};

}

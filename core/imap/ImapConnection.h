#pragma once

#include "core/base/Result.h"
#include "core/imap/ImapCommand.h"
#include "core/imap/ImapData.h"
#include "core/imap/ImapReader.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <optional>

namespace isthmus::imap {

/// The dialogue on one IMAP connection, without its socket: commands go in, octets come out of outgoing(); octets of the
/// server go into receive(). Answers and data are delivered in the order of the wire, by plain calls, because their
/// meaning depends on that order (the data of a SELECT stand before its answer); hence no base::Task here.
/// Thread: the one it lives on. A callback may delete the connection.
class ImapConnection : public QObject
{
    Q_OBJECT
public:
    using Milliseconds = std::chrono::milliseconds;
    struct Timing {
        Milliseconds silence{60'000};                      ///< with a command waiting for its answer
        Milliseconds renewIdle = std::chrono::minutes(28); ///< RFC 2177: servers may log out after 30 minutes
        Milliseconds poll = std::chrono::minutes(2);       ///< NOOP, where IDLE is not offered
    };

    explicit ImapConnection(const Timing &timing, QObject *parent = nullptr);

    /// The tagged status, whichever condition it has; or why the connection ended before it: ConnectionLost, Timeout,
    /// ProtocolBroken, TooLarge, Cancelled; Malformed: an argument was refused and nothing was sent.
    using Answer = std::function<void(const base::Result<ImapStatus> &)>;
    /// Answers a "+" with a line, or an error that ends the connection.
    using Continuation = std::function<base::Result<QByteArray>(const QByteArray &text)>;

    void run(const ImapCommand &command, Answer answer, Continuation continuation = {});
    [[nodiscard]] bool isBusy() const { return !m_queue.empty() || !m_inFlight.empty(); }

    /// Whether to listen for news (IDLE, RFC 2177; NOOP now and then without it) while there is nothing else to do.
    /// A command ends the IDLE by itself, and it begins again behind it.
    void setListening(bool wanted);

    [[nodiscard]] const ImapWords &capabilities() const { return m_capabilities; }
    [[nodiscard]] bool has(const char *capability) const { return m_capabilities.count(capability) > 0; }
    /// Before what may change them: TLS, login.
    void forgetCapabilities() { m_capabilities.clear(); }

    void receive(QByteArrayView bytes);
    /// Fails everything that waits; later calls do nothing.
    void end(const base::Error &error);

Q_SIGNALS:
    void outgoing(const QByteArray &bytes);
    void untagged(const isthmus::imap::ImapData &data);
    /// The connection is of no use any more: close the socket.
    void ended(const isthmus::base::Error &error);

private:
    struct Pending {
        ImapCommand command;
        Answer answer;
        Continuation continuation;
    };
    enum class Idle { No, Requested, Listening, Ending };

    void pump();
    void send(Pending pending);
    void beginIdle();
    void leaveIdle();
    void handle(const ImapReply &reply);
    void handleContinuation(const QByteArray &text);
    void handleTagged(const ImapTagged &tagged);
    void handleData(const ImapData &data);
    void noteCapabilities(const ImapCode &code);
    void watch();
    void write(const QByteArray &bytes);
    [[nodiscard]] QByteArray nextTag() { return 'a' + QByteArray::number(++m_tags); }
    [[nodiscard]] LiteralSupport literalSupport() const;

    Timing m_timing;
    ImapReader m_reader;
    ImapWords m_capabilities;
    std::deque<Pending> m_queue;
    std::map<QByteArray, Pending> m_inFlight;
    bool m_aloneInFlight = false;
    std::deque<QByteArray> m_chunks; ///< of the last command sent, waiting for a "+" each
    QByteArray m_chunksTag;
    Idle m_idle = Idle::No;
    QByteArray m_idleTag;
    bool m_listening = false;
    bool m_idleRefused = false;
    std::optional<QString> m_bye;
    bool m_ended = false;
    int m_tags = 0;
    QTimer m_silence;
    QTimer m_renew;
    QTimer m_poll;
};

/// The status if it is OK; otherwise what it means: NO by its code (RFC 5530), BAD as ProtocolBroken.
[[nodiscard]] base::Result<ImapStatus> accepted(const base::Result<ImapStatus> &answer);

}

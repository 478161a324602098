#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <optional>

namespace isthmus::imap {

/// A POP3 answer (RFC 1939 3).
struct Pop3Answer {
    bool ok = false;
    QByteArray code; ///< of RFC 2449 8, in upper case: "AUTH", "IN-USE", "SYS/TEMP"; or empty
    QString text;    ///< without control characters
    QByteArray body; ///< of a multi-line answer: un-stuffed, every other octet as sent
    bool operator==(const Pop3Answer &) const = default;
};

/// The dialogue on one POP3 connection, without its socket; like ImapConnection, one command at a time.
/// A multi-line answer ends at CR LF "." CR LF and nowhere else: a dot beside a bare LF is text.
/// Thread: the one it lives on. A callback may delete the connection.
class Pop3Connection : public QObject
{
    Q_OBJECT
public:
    using Milliseconds = std::chrono::milliseconds;
    /// Why there is no answer: ConnectionLost, Timeout, ProtocolBroken, TooLarge; Malformed: a line break or NUL in
    /// an argument, nothing was sent.
    using Answer = std::function<void(const base::Result<Pop3Answer> &)>;
    using Continuation = std::function<base::Result<QByteArray>(const QByteArray &text)>;

    struct Command {
        QByteArray line; ///< without line end
        bool multiLine = false;
        quint64 bodyLimit = 1 << 20; ///< octets
    };

    explicit Pop3Connection(Milliseconds silence, QObject *parent = nullptr);

    /// The server speaks first: hears its greeting as if it were an answer.
    void awaitGreeting(Answer answer);
    void run(const Command &command, Answer answer, Continuation continuation = {});
    void receive(QByteArrayView bytes);
    void end(const base::Error &error);

Q_SIGNALS:
    void outgoing(const QByteArray &bytes);
    void ended(const isthmus::base::Error &error);

private:
    struct Pending {
        Command command;
        Answer answer;
        Continuation continuation;
    };
    void pump();
    qsizetype takeLine(QByteArrayView bytes);
    qsizetype takeBody(QByteArrayView bytes);
    void handleLine(const QByteArray &line);
    void finish(Pop3Answer answer);

    std::deque<Pending> m_queue;
    std::optional<Pending> m_current;
    QByteArray m_line;
    Pop3Answer m_partial; ///< with its body growing
    bool m_inBody = false;
    int m_matched = 0; ///< octets of CR LF "." CR LF seen
    bool m_ended = false;
    QTimer m_silence;
};

/// The answer if it is +OK; otherwise what it means.
[[nodiscard]] base::Result<Pop3Answer> accepted(const base::Result<Pop3Answer> &answer);

/// The lines "number text" of LIST and UIDL. Numbers outside 1 … \p count, repeated ones and texts that no server may
/// send are left out: a server's number is never an index here.
[[nodiscard]] std::map<quint32, QByteArray> parsePop3Listing(const QByteArray &body, quint32 count);

}

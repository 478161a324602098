#pragma once

#include "core/imap/ImapConnection.h"

#include <QObject>
#include <QPointer>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace isthmus::mail {

/// NotFound, Conflict (UIDVALIDITY has changed), Malformed, Rejected, TryLater; ConnectionLost and Timeout: it is not
/// known whether it was done.
using JobReply = std::function<void(const base::Result<base::Done> &)>;

/// One thing that the user wants done on the server, over several commands: ends with its first error, and silently
/// with its context, which owns it. Thread: the connection's.
class FolderJob : public QObject
{
public:
    FolderJob(imap::ImapConnection &connection, QObject *context, JobReply reply)
        : QObject(context), m_connection(connection), m_reply(std::move(reply))
    {}

    /// For a command whose refusal is an answer, too.
    void ask(const imap::ImapCommand &command, imap::ImapConnection::Answer answer)
    {
        m_connection.run(command,
                         [self = QPointer(this), answer = std::move(answer)](const base::Result<imap::ImapStatus> &status) {
                             if (self)
                                 answer(status);
                         });
    }
    void run(const imap::ImapCommand &command, std::function<void()> next)
    {
        ask(command, [this, next = std::move(next)](const base::Result<imap::ImapStatus> &answer) {
            const auto ok = imap::accepted(answer);
            ok ? next() : end(ok.error());
        });
    }
    void end(const base::Result<base::Done> &result)
    {
        deleteLater();
        if (const JobReply reply = std::exchange(m_reply, nullptr))
            reply(result);
    }
    [[nodiscard]] imap::ImapConnection &connection() { return m_connection; }

private:
    imap::ImapConnection &m_connection;
    JobReply m_reply;
};

/// The UIDs in sets of at most 200, so that no command is longer than servers take.
[[nodiscard]] inline std::vector<imap::ImapSet> inPieces(const std::vector<quint32> &uids)
{
    constexpr std::size_t most = 200;
    std::vector<imap::ImapSet> pieces;
    for (std::size_t at = 0; at < uids.size(); at += most) {
        imap::ImapSet &piece = pieces.emplace_back();
        for (std::size_t i = at; i < std::min(uids.size(), at + most); ++i)
            piece.add(uids[i]);
    }
    return pieces;
}

}

#include "core/mail/FolderMove.h"

#include "core/base/Checkpoint.h"

#include <deque>
#include <map>
#include <optional>

namespace isthmus::mail {

namespace {

using base::Fault;
using imap::ImapCommand;
using imap::ImapConnection;
using imap::ImapSet;
using imap::ImapStatus;

using Status = base::Result<ImapStatus>;
using Next = std::function<void()>;

/// The Message-ID in a header of that field alone; empty if there is none that every server can be asked for.
QByteArray messageIdIn(const QByteArray &header)
{
    const qsizetype begin = header.indexOf('<');
    const qsizetype end = header.indexOf('>', begin);
    if (begin < 0 || end < 0 || end - begin > 900)
        return {};
    const QByteArray id = header.mid(begin, end - begin + 1);
    return std::all_of(id.begin(), id.end(), [](char c) { return c >= 0x20 && c < 0x7F; }) ? id : QByteArray();
}

class Move : public FolderJob
{
public:
    Move(ImapConnection &connection, QObject *context, Folder from, Folder to, const model::MoveMail &wish, JobReply reply)
        : FolderJob(connection, context, std::move(reply)),
          m_from(std::move(from)),
          m_to(std::move(to)),
          m_uidValidity(wish.uidValidity),
          m_mayHaveMoved(wish.mayHaveMoved)
    {
        for (ImapSet &piece : inPieces(wish.uids))
            m_pieces.push_back(std::move(piece));
        connect(&connection, &ImapConnection::untagged, this, &Move::take);
    }

    void start(bool create)
    {
        const auto begin = [this] { connection().has("MOVE") ? moveNext() : lookNext(0); };
        open([this, create, begin] { create ? make(begin) : begin(); });
    }

private:
    struct Mail {
        bool deleted = false;
        std::optional<quint64> size;
        QByteArray messageId;
    };

    void take(const imap::ImapData &data)
    {
        if (const auto *status = std::get_if<ImapStatus>(&data)) {
            m_openValidity = imap::codeNumber(status->code, "UIDVALIDITY").value_or(m_openValidity);
        } else if (const auto *search = std::get_if<imap::ImapSearch>(&data)) {
            m_found = m_found || !search->numbers.empty();
        } else if (const auto *fetch = std::get_if<imap::ImapFetch>(&data)) {
            if (!fetch->uid || !m_asked.contains(*fetch->uid))
                return;
            Mail &mail = m_mails[*fetch->uid];
            if (fetch->flags)
                mail.deleted = fetch->flags->contains(QLatin1StringView("\\Deleted"), Qt::CaseInsensitive);
            if (fetch->size)
                mail.size = fetch->size;
            if (fetch->header)
                mail.messageId = messageIdIn(*fetch->header);
        }
    }

    /// Opens the folder that the mails are in, for writing, and makes sure that the UIDs still name what they named.
    void open(Next next)
    {
        m_openValidity = 0;
        ask(ImapCommand("SELECT", ImapCommand::Order::Alone).string(m_from.wireName), [this, next](const Status &answer) {
            const auto ok = imap::accepted(answer);
            if (!ok)
                return end(ok.error());
            if (m_openValidity != m_uidValidity)
                return end(base::Error{Fault::NotFound, QStringLiteral("mail: the folder's UIDs are new")});
            if (ok->code.name == "READ-ONLY") // copies could be made, and the mails not removed
                return end(base::Error{Fault::Rejected, QStringLiteral("mail: the folder is read-only")});
            next();
        });
    }

    void make(Next next)
    {
        m_made = true;
        ask(ImapCommand("CREATE").string(m_to.wireName), [this, next](const Status &answer) {
            const auto ok = imap::accepted(answer);
            if (ok || (answer && answer->code.name == "ALREADYEXISTS")) // another program was faster (RFC 5530)
                return next();
            end(ok.error());
        });
    }

    /// UID MOVE or UID COPY. UIDs that are in the folder no more are no error to either (RFC 3501 6.4.8).
    void put(const char *verb, const ImapSet &uids, Next next)
    {
        if (uids.isEmpty())
            return next();
        ask(ImapCommand(verb).word(uids.toBytes()).string(m_to.wireName), [this, verb, uids, next](const Status &answer) {
            const auto ok = imap::accepted(answer);
            if (ok)
                return next();
            if (ok.error().fault != Fault::NotFound) // [TRYCREATE]; [NONEXISTENT] from servers that do not know better
                return end(ok.error());
            if (m_made) // to the caller, NotFound would be about the folder of the mails
                return end(base::Error{Fault::Rejected, ok.error().detail});
            make([this, verb, uids, next] { put(verb, uids, next); });
        });
    }

    void moveNext()
    {
        if (m_pieces.empty())
            return end(base::Done{});
        const ImapSet piece = std::move(m_pieces.front());
        m_pieces.pop_front();
        base::checkpoint("imap.move");
        put("UID MOVE", piece, [this] {
            base::checkpoint("imap.moved");
            moveNext();
        });
    }

    // Without MOVE: what is there still, what of it is in the other folder already, then copy, mark and expunge.

    void lookNext(std::size_t piece)
    {
        if (piece < m_pieces.size()) {
            m_asked = m_pieces[piece];
            return run(ImapCommand("UID FETCH")
                           .word(m_asked.toBytes())
                           .word("(UID FLAGS RFC822.SIZE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])"),
                       [this, piece] { lookNext(piece + 1); });
        }
        m_asked = {};
        if (m_mails.empty())
            return end(base::Done{});
        std::vector<quint32> there;
        for (const auto &[uid, mail] : m_mails) {
            there.push_back(uid);
            // Two mails may share id and size, by chance or by somebody's will: nothing is taken for a copy that this
            // program cannot have made.
            if (m_mayHaveMoved && !mail.messageId.isEmpty() && mail.size.value_or(0) > 0)
                m_toSeek.push_back(uid);
        }
        const auto pieces = inPieces(there);
        m_pieces.assign(pieces.begin(), pieces.end());
        m_toSeek.empty() ? copyNext() : openTarget();
    }

    void openTarget()
    {
        ask(ImapCommand("EXAMINE", ImapCommand::Order::Alone).string(m_to.wireName), [this](const Status &answer) {
            const auto ok = imap::accepted(answer);
            if (ok)
                return seekNext();
            const Fault fault = ok.error().fault;
            if (fault != Fault::NotFound && fault != Fault::Rejected)
                return end(ok.error());
            open([this] { copyNext(); }); // it is not there, or may not be read: COPY will tell
        });
    }

    /// One after the other: two SEARCHes under way at once could not be told apart by their answers (RFC 3501 5.5). The
    /// size keeps a mail that came twice, once by a list, from being taken for its copy. What is marked \Deleted there
    /// does not count: it goes with the next EXPUNGE, and where nothing but the mark could be set (no UIDPLUS) it is what
    /// an earlier move left behind.
    void seekNext()
    {
        if (m_toSeek.empty())
            return open([this] { copyNext(); });
        const quint32 uid = m_toSeek.front();
        m_toSeek.pop_front();
        const Mail &mail = m_mails[uid];
        const quint64 size = *mail.size;
        m_found = false;
        run(ImapCommand("UID SEARCH")
                .word("UNDELETED HEADER Message-ID")
                .string(mail.messageId)
                .word("LARGER " + QByteArray::number(size - 1) + " SMALLER " + QByteArray::number(size + 1)),
            [this, uid] {
                if (m_found)
                    m_copied.add(uid);
                seekNext();
            });
    }

    /// \Deleted is set behind the answer to COPY, so that at every moment the mail is in one of the folders. Copies keep
    /// their flags, so a mark that is set already, from a move that was cut off, is taken away before: the next EXPUNGE
    /// in the other folder would remove the copy.
    void copyNext()
    {
        if (m_pieces.empty())
            return end(base::Done{});
        const ImapSet piece = std::move(m_pieces.front());
        m_pieces.pop_front();
        ImapSet missing = piece, marked;
        missing.remove(m_copied);
        for (const auto &[uid, mail] : m_mails) {
            if (mail.deleted && missing.contains(uid))
                marked.add(uid);
        }
        store(marked, "-FLAGS.SILENT", [this, piece, missing] {
            put("UID COPY", missing, [this, piece] {
                base::checkpoint("imap.copied");
                store(piece, "+FLAGS.SILENT", [this, piece] { expunge(piece); });
            });
        });
    }

    void store(const ImapSet &uids, const char *item, Next next)
    {
        if (uids.isEmpty())
            return next();
        run(ImapCommand("UID STORE").word(uids.toBytes()).word(item).word("(\\Deleted)"), std::move(next));
    }

    void expunge(const ImapSet &uids)
    {
        if (!connection().has("UIDPLUS"))
            return copyNext();
        run(ImapCommand("UID EXPUNGE").word(uids.toBytes()), [this] { copyNext(); });
    }

    const Folder m_from;
    const Folder m_to;
    const quint32 m_uidValidity;
    const bool m_mayHaveMoved;
    std::deque<ImapSet> m_pieces;
    quint64 m_openValidity = 0;
    bool m_made = false; ///< the folder they go to
    ImapSet m_asked;
    std::map<quint32, Mail> m_mails; ///< what is still there, by UID
    std::deque<quint32> m_toSeek;
    bool m_found = false;
    ImapSet m_copied; ///< is in the other folder
};

}

void moveMails(ImapConnection &connection, QObject *context, const Folder &from, const Folder &to, bool create,
               const model::MoveMail &wish, JobReply reply)
{
    (new Move(connection, context, from, to, wish, std::move(reply)))->start(create);
}

}

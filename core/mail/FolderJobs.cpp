#include "core/mail/FolderJobs.h"

#include "core/base/Checkpoint.h"

#include <QPointer>

#include <algorithm>
#include <memory>

namespace isthmus::mail {

namespace {

using base::Fault;
using imap::ImapCommand;
using imap::ImapConnection;
using imap::ImapStatus;

constexpr std::size_t uidsPerStore = 200;

/// A flag as a word of a command (RFC 3501 flag): what is none could say anything else there.
bool isFlag(const QString &flag)
{
    const QStringView name = QStringView(flag).mid(flag.startsWith(u'\\') ? 1 : 0);
    const auto plain = [](QChar c) {
        return c.unicode() > 0x20 && c.unicode() < 0x7F && !QStringView(u"(){%*\"\\]").contains(c);
    };
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), plain);
}

QByteArray flagList(const QStringList &flags)
{
    return '(' + flags.join(u' ').toLatin1() + ')';
}

/// One of the jobs: ends with its first error, or when the context dies.
class Job : public QObject
{
public:
    Job(ImapConnection &connection, QObject *context, JobReply reply)
        : QObject(context), m_connection(connection), m_reply(std::move(reply))
    {}

    void run(const ImapCommand &command, std::function<void()> next)
    {
        m_connection.run(command, [self = QPointer(this), next = std::move(next)](const base::Result<ImapStatus> &answer) {
            if (!self)
                return;
            const auto ok = imap::accepted(answer);
            ok ? next() : self->end(ok.error());
        });
    }
    void end(const base::Result<base::Done> &result)
    {
        deleteLater();
        if (const JobReply reply = std::exchange(m_reply, nullptr))
            reply(result);
    }
    [[nodiscard]] ImapConnection &connection() { return m_connection; }

private:
    ImapConnection &m_connection;
    JobReply m_reply;
};

void append(Job *job, const Folder &folder, const model::AppendMail &mail)
{
    ImapCommand command("APPEND");
    command.string(folder.wireName);
    if (!mail.flags.isEmpty())
        command.word(flagList(mail.flags));
    command.literal(mail.bytes);
    base::checkpoint("imap.append");
    job->run(command, [job] {
        base::checkpoint("imap.appended");
        job->end(base::Done{});
    });
}

void appendUnlessThere(Job *job, const Folder &folder, const model::AppendMail &mail)
{
    const auto found = std::make_shared<bool>(false);
    QObject::connect(&job->connection(), &ImapConnection::untagged, job, [found](const imap::ImapData &data) {
        if (const auto *search = std::get_if<imap::ImapSearch>(&data))
            *found = *found || !search->numbers.empty();
    });
    ImapCommand search("UID SEARCH");
    search.word("HEADER Message-ID").string(mail.messageId.toUtf8());
    job->run(search, [job, folder, mail, found] {
        if (*found)
            return job->end(base::Done{});
        append(job, folder, mail);
    });
}

}

void appendMail(ImapConnection &connection, QObject *context, const Folder &folder, bool create,
                const model::AppendMail &mail, JobReply reply)
{
    auto *job = new Job(connection, context, std::move(reply));
    if (!std::all_of(mail.flags.begin(), mail.flags.end(), isFlag))
        return job->end(base::Error{Fault::Malformed, QStringLiteral("mail: not a flag")});
    if (create)
        return job->run(ImapCommand("CREATE").string(folder.wireName), [job, folder, mail] { append(job, folder, mail); });
    if (mail.messageId.isEmpty())
        return append(job, folder, mail);
    job->run(ImapCommand("EXAMINE", ImapCommand::Order::Alone).string(folder.wireName),
             [job, folder, mail] { appendUnlessThere(job, folder, mail); });
}

void storeFlags(ImapConnection &connection, QObject *context, const Folder &folder, const model::StoreFlags &change,
                JobReply reply)
{
    auto *job = new Job(connection, context, std::move(reply));
    if (!std::all_of(change.add.begin(), change.add.end(), isFlag)
        || !std::all_of(change.remove.begin(), change.remove.end(), isFlag))
        return job->end(base::Error{Fault::Malformed, QStringLiteral("mail: not a flag")});
    const auto validity = std::make_shared<quint64>(0);
    QObject::connect(&connection, &ImapConnection::untagged, job, [validity](const imap::ImapData &data) {
        if (const auto *status = std::get_if<ImapStatus>(&data))
            *validity = imap::codeNumber(status->code, "UIDVALIDITY").value_or(*validity);
    });
    job->run(ImapCommand("SELECT", ImapCommand::Order::Alone).string(folder.wireName), [job, change, validity] {
        if (*validity != change.uidValidity)
            return job->end(base::Error{Fault::Conflict, QStringLiteral("mail: the folder's UIDs are new")});
        const auto waiting = std::make_shared<int>(1);
        const auto oneDone = [job, waiting] {
            if (--*waiting == 0)
                job->end(base::Done{});
        };
        for (std::size_t at = 0; at < change.uids.size(); at += uidsPerStore) {
            imap::ImapSet uids;
            for (std::size_t i = at; i < std::min(change.uids.size(), at + uidsPerStore); ++i)
                uids.add(change.uids[i]);
            for (const auto &[item, flags] : {std::pair("+FLAGS.SILENT", change.add), {"-FLAGS.SILENT", change.remove}}) {
                if (flags.isEmpty())
                    continue;
                ++*waiting;
                job->run(ImapCommand("UID STORE").word(uids.toBytes()).word(item).word(flagList(flags)), oneDone);
            }
        }
        oneDone();
    });
}

}

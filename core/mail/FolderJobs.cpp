#include "core/mail/FolderJobs.h"

#include "core/base/Checkpoint.h"

#include <algorithm>
#include <memory>

namespace isthmus::mail {

namespace {

using base::Fault;
using imap::ImapCommand;
using imap::ImapConnection;
using imap::ImapStatus;

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

void append(FolderJob *job, const Folder &folder, const model::AppendMail &mail)
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

void appendUnlessThere(FolderJob *job, const Folder &folder, const model::AppendMail &mail)
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
    auto *job = new FolderJob(connection, context, std::move(reply));
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
    auto *job = new FolderJob(connection, context, std::move(reply));
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
        for (const imap::ImapSet &uids : inPieces(change.uids)) {
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

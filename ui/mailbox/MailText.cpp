#include "ui/mailbox/MailText.h"

#include "ui/widgets/Words.h"

#include <QStringList>

namespace isthmus::mailbox {

using engine::FolderRow;
using engine::ThreadRow;
using widgets::Words;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::mailbox::Row)
};

}

QString folderName(const FolderRow &row)
{
    const QString &use = row.folder.specialUse;
    if (row.isAccount())
        return Text::tr("All e-mails");
    if (use == QLatin1String("\\Inbox") || row.folder.name == QLatin1String("INBOX"))
        return Text::tr("Inbox");
    if (use == QLatin1String("\\Sent"))
        return Text::tr("Sent");
    if (use == QLatin1String("\\Archive"))
        return Text::tr("Archive");
    return row.folder.name;
}

QString accountName(const FolderRow &row)
{
    return row.isRemoved ? Text::tr("%1 (removed)", "an account's address").arg(row.account) : row.account;
}

QString spokenFolder(const FolderRow &row)
{
    QStringList parts{folderName(row), accountName(row)};
    if (row.folder.unread > 0)
        parts.append(Text::tr("%n unread", nullptr, row.folder.unread));
    return parts.join(QStringLiteral(", "));
}

QString personText(const ThreadRow &row)
{
    if (row.suspicious)
        return Text::tr("Suspicious");
    return row.direction == model::Direction::Outgoing ? Text::tr("To: %1").arg(row.name) : row.name;
}

QString subjectText(const ThreadRow &row)
{
    return row.subject.isEmpty() ? Text::tr("(no subject)") : row.subject;
}

QString spokenThread(const ThreadRow &row, base::Timestamp now)
{
    QStringList parts{personText(row)};
    if (row.hasChat)
        parts.append(Words::presence(row.presence.availability));
    if (row.unread > 0)
        parts.append(Text::tr("%n unread", nullptr, row.unread));
    if (row.count > 1)
        parts.append(Text::tr("%n e-mails", nullptr, row.count));
    if (row.hasFiles)
        parts.append(Text::tr("with files"));
    parts += {subjectText(row), row.excerpt, Words::when(row.at, now)};
    return parts.join(QStringLiteral(", "));
}

}

#include "ui/conversations/RowText.h"

#include "ui/widgets/Words.h"

#include <QStringList>

namespace isthmus::conversations {

using namespace model;
using widgets::Words;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::conversations::Row)
};

QString lastWords(const engine::ConversationRow &row)
{
    if (row.suspicious && row.lastLine.isEmpty())
        return Text::tr("a message that cannot be shown safely");
    return row.lastDirection == Direction::Outgoing ? Text::tr("You: %1").arg(row.lastLine) : row.lastLine;
}

}

QString shownName(const engine::ConversationRow &row)
{
    return row.suspicious ? Text::tr("Suspicious") : row.name;
}

QString spokenRow(const engine::ConversationRow &row, base::Timestamp now)
{
    QStringList parts{shownName(row)};
    if (row.blocked)
        parts.append(Text::tr("blocked"));
    else if (row.muted)
        parts.append(Text::tr("muted"));
    if (row.hasChat)
        parts.append(Words::presence(row.presence.availability));
    if (row.unread > 0)
        parts.append(Text::tr("%n unread", nullptr, row.unread));
    if (row.failed)
        parts.append(Text::tr("last message failed"));
    if (row.hasDraft)
        parts.append(lastLine(row));
    parts.append(spokenLast(row, now));
    return parts.join(QStringLiteral(", "));
}

QString spokenLast(const engine::ConversationRow &row, base::Timestamp now)
{
    if (row.lastAt == base::Timestamp{})
        return Text::tr("no messages yet");
    return QStringList{Words::channel(row.lastChannel), lastWords(row), Words::when(row.lastAt, now)}.join(
        QStringLiteral(", "));
}

QString lastLine(const engine::ConversationRow &row)
{
    if (row.hasDraft)
        return Text::tr("Draft: %1").arg(row.draftLine);
    return row.lastAt == base::Timestamp{} ? row.address : lastWords(row);
}

}

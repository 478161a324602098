// The outer form of a reply: continuation, status, or data.
#include "core/imap/ImapData.h"

#include <algorithm>

namespace isthmus::imap {

namespace {

using base::Fault;

std::optional<ImapCondition> conditionOf(QByteArrayView word)
{
    constexpr std::pair<const char *, ImapCondition> words[] = {{"OK", ImapCondition::Ok},
                                                                {"NO", ImapCondition::No},
                                                                {"BAD", ImapCondition::Bad},
                                                                {"BYE", ImapCondition::Bye},
                                                                {"PREAUTH", ImapCondition::Preauth}};
    for (const auto &[text, condition] : words) {
        if (word.compare(QByteArrayView(text), Qt::CaseInsensitive) == 0)
            return condition;
    }
    return {};
}

QString serverWords(QByteArrayView text)
{
    QString words = QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 2000))).left(500);
    for (QChar &c : words) {
        const char16_t u = c.unicode();
        if (u < 0x20 || (u >= 0x7F && u < 0xA0) || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069))
            c = u' ';
    }
    return words.trimmed();
}

QByteArrayView firstWord(QByteArrayView text)
{
    const qsizetype space = text.indexOf(' ');
    return space < 0 ? text : text.first(space);
}

/// A code that cannot be read is left out; the condition and the words still count.
ImapStatus parseStatus(ImapCondition condition, QByteArrayView rest)
{
    ImapStatus status{condition, {}, {}};
    if (rest.startsWith('[')) {
        qsizetype at = 1;
        while (at < rest.size() && rest[at] != ' ' && rest[at] != ']')
            ++at;
        const QByteArray name = rest.sliced(1, at - 1).toByteArray().toUpper();
        if (auto arguments = parseCodeArguments(rest, at)) {
            status.code = {name, std::move(*arguments)};
            rest = rest.sliced(at);
        }
    }
    status.text = serverWords(rest);
    return status;
}

base::Error broken(const char *why)
{
    return {Fault::ProtocolBroken, QStringLiteral("imap: %1").arg(QLatin1String(why))};
}

base::Result<ImapReply> parseUntagged(const ImapPieces &reply, QByteArrayView line)
{
    const QByteArrayView word = firstWord(line.sliced(2));
    if (const auto condition = conditionOf(word))
        return ImapReply(ImapData(parseStatus(*condition, line.sliced(std::min(line.size(), 2 + word.size() + 1)))));
    const auto nodes = parseNodes(reply, 2);
    if (!nodes)
        return ImapReply(ImapData(ImapUnknown{word.first(std::min<qsizetype>(word.size(), 40)).toByteArray()}));
    return ImapReply(decodeData(*nodes));
}

}

base::Result<ImapReply> parseReply(const ImapPieces &reply)
{
    if (reply.empty())
        return broken("no reply");
    const QByteArrayView line = reply.front().bytes;
    if (line.startsWith('+'))
        return ImapReply(ImapContinuation{line.sliced(line.startsWith("+ ") ? 2 : 1).toByteArray()});
    if (line.startsWith("* "))
        return parseUntagged(reply, line);
    const QByteArrayView tag = firstWord(line);
    const QByteArrayView rest = line.sliced(std::min(line.size(), tag.size() + 1));
    const QByteArrayView word = firstWord(rest);
    const auto condition = conditionOf(word);
    if (tag.isEmpty() || !condition || *condition > ImapCondition::Bad || reply.size() != 1)
        return broken("a line that is no reply");
    const QByteArrayView text = rest.sliced(std::min(rest.size(), word.size() + 1));
    return ImapReply(ImapTagged{tag.toByteArray(), parseStatus(*condition, text)});
}

}

#include "core/interworking/Errors.h"

#include "core/interworking/Text.h"

#include <QHash>

#include <initializer_list>

namespace isthmus::interworking {

namespace {

/// A row of table 2.13.1. An enhanced code "4.7.*" stands for all of that subject; "none" for a reply
/// without one. Rows of the table with "other" or "any" are below the exact ones, in table order.
struct Row {
    std::initializer_list<int> basic;
    std::initializer_list<const char *> enhanced;
    const char *condition;
    const char *type;
};

const std::initializer_list<Row> rows{
    {{421}, {"4.3.2", "4.4.2", "any"}, "remote-server-timeout", "wait"},
    {{432, 454}, {"4.7.*"}, "resource-constraint", "wait"},
    {{450}, {"4.2.0", "4.2.1"}, "recipient-unavailable", "wait"},
    {{450, 451}, {"4.7.1"}, "remote-server-timeout", "wait"},
    {{451}, {"4.3.0", "4.3.5"}, "internal-server-error", "wait"},
    {{451, 450}, {"4.4.1"}, "remote-server-timeout", "wait"},
    {{450}, {"4.1.8"}, "not-allowed", "cancel"},
    {{452}, {"4.2.2", "4.3.1"}, "resource-constraint", "wait"},
    {{455}, {"4.5.*"}, "feature-not-implemented", "cancel"},
    {{500, 501, 502, 503, 504}, {"5.5.*"}, "internal-server-error", "cancel"},
    {{501, 553}, {"5.1.3", "5.1.7"}, "jid-malformed", "modify"},
    {{521, 554}, {"5.3.2"}, "service-unavailable", "cancel"},
    {{530}, {"5.7.0", "none"}, "not-authorized", "auth"},
    {{534, 535, 538}, {"5.7.8", "5.7.9", "5.7.11", "none"}, "not-authorized", "auth"},
    {{550}, {"5.1.0", "5.1.1", "5.1.6", "none"}, "item-not-found", "cancel"},
    {{550}, {"5.1.2", "5.4.4"}, "remote-server-not-found", "cancel"},
    {{550, 556}, {"5.1.10"}, "remote-server-not-found", "cancel"},
    {{550}, {"5.2.1"}, "recipient-unavailable", "wait"},
    {{550, 554}, {"5.7.1"}, "forbidden", "auth"},
    {{550, 554},
     {"5.7.20", "5.7.21", "5.7.22", "5.7.23", "5.7.24", "5.7.25", "5.7.26", "5.7.27"},
     "policy-violation",
     "modify"},
    {{550, 554}, {"5.7.*"}, "policy-violation", "modify"},
    {{551}, {"5.1.6", "5.7.1", "none"}, "redirect", "modify"},
    {{552}, {"5.2.2", "none"}, "resource-constraint", "wait"},
    {{552, 554}, {"5.2.3", "5.3.4"}, "policy-violation", "modify"},
    {{553}, {"5.1.0", "none"}, "jid-malformed", "modify"},
    {{554}, {"5.6.0", "5.6.1", "5.6.2", "5.6.3", "5.6.4", "5.6.5", "5.6.6"}, "not-acceptable", "modify"},
    {{553, 550}, {"5.6.7"}, "not-acceptable", "modify"},
    {{554}, {"5.4.6"}, "internal-server-error", "cancel"},
    {{}, {"5.4.7"}, "remote-server-timeout", "wait"},
    {{555}, {"5.5.4"}, "feature-not-implemented", "cancel"},
};

bool lists(const Row &row, int basic)
{
    return std::find(row.basic.begin(), row.basic.end(), basic) != row.basic.end();
}

bool lists(const Row &row, const QString &enhanced)
{
    return std::any_of(row.enhanced.begin(), row.enhanced.end(),
                       [&](const char *code) { return enhanced == QLatin1String(code); });
}

/// Among the rows with \p enhanced the one that lists the basic code, else the first in table order.
const Row *find(const QString &enhanced, int basic)
{
    const Row *first = nullptr;
    for (const Row &row : rows) {
        if (!lists(row, enhanced))
            continue;
        if (lists(row, basic))
            return &row;
        if (!first)
            first = &row;
    }
    return first;
}

const Row *findReply(const SmtpReply &reply)
{
    if (!reply.enhanced.isEmpty()) {
        if (const Row *row = find(reply.enhanced, reply.code))
            return row;
        if (const Row *row = find(reply.enhanced.section(u'.', 0, 1) + QLatin1String(".*"), reply.code))
            return row;
    }
    for (const Row &row : rows) {
        const bool bare = lists(row, QStringLiteral("none")) || lists(row, QStringLiteral("any"));
        if (bare && lists(row, reply.code))
            return &row;
    }
    return nullptr;
}

/// A word of a reply that names a host or an IP address.
bool looksLikeHost(const QString &word)
{
    QString core = word;
    while (!core.isEmpty() && !core.back().isLetterOrNumber())
        core.chop(1);
    while (!core.isEmpty() && !core.front().isLetterOrNumber() && core.front() != u':')
        core.remove(0, 1);
    if (core.count(u':') >= 2)
        return true; // IPv6
    if (!core.contains(u'.') || core.contains(u'@'))
        return false;
    const QString last = core.section(u'.', -1);
    const bool digits = std::all_of(last.begin(), last.end(), [](QChar c) { return c.isDigit(); });
    return digits ? core.count(u'.') == 3 : last.size() >= 2 && !core.contains(u'/');
}

QString shownText(const SmtpReply &reply, bool hideHosts)
{
    QString text = oneLine(reply.text);
    if (hideHosts) {
        QStringList words = text.split(u' ');
        for (QString &word : words) {
            if (looksLikeHost(word))
                word = QStringLiteral("…");
        }
        text = words.join(u' ');
    }
    return firstCodePoints(text, 200);
}

/// The first "<local@domain>" of a reply, as mailto URI.
QString redirection(const QString &text)
{
    const qsizetype open = text.indexOf(u'<');
    const qsizetype close = text.indexOf(u'>', open);
    if (open < 0 || close < 0)
        return {};
    const QString address = text.mid(open + 1, close - open - 1);
    return address.contains(u'@') ? QStringLiteral("mailto:") + oneLine(address) : QString();
}

struct Reverse {
    int code;
    const char *enhanced;
};

/// Table 2.13.2, without the rows that depend on the type.
const QHash<QString, Reverse> &reverseRows()
{
    static const QHash<QString, Reverse> table{
        {QStringLiteral("bad-request"), {554, "5.6.0"}},
        {QStringLiteral("conflict"), {451, "4.3.0"}},
        {QStringLiteral("feature-not-implemented"), {554, "5.3.3"}},
        {QStringLiteral("forbidden"), {550, "5.7.1"}},
        {QStringLiteral("gone"), {550, "5.1.6"}},
        {QStringLiteral("internal-server-error"), {451, "4.3.0"}},
        {QStringLiteral("item-not-found"), {550, "5.1.1"}},
        {QStringLiteral("jid-malformed"), {553, "5.1.3"}},
        {QStringLiteral("not-acceptable"), {550, "5.7.1"}},
        {QStringLiteral("not-allowed"), {550, "5.7.1"}},
        {QStringLiteral("not-authorized"), {550, "5.7.1"}},
        {QStringLiteral("payment-required"), {550, "5.7.0"}},
        {QStringLiteral("policy-violation"), {550, "5.7.1"}},
        {QStringLiteral("recipient-unavailable"), {450, "4.2.1"}},
        {QStringLiteral("redirect"), {551, "5.1.6"}},
        {QStringLiteral("registration-required"), {550, "5.7.1"}},
        {QStringLiteral("remote-server-not-found"), {550, "5.1.2"}},
        {QStringLiteral("remote-server-timeout"), {451, "4.4.1"}},
        {QStringLiteral("resource-constraint"), {452, "4.3.1"}},
        {QStringLiteral("service-unavailable"), {550, "5.2.1"}},
        {QStringLiteral("subscription-required"), {550, "5.7.1"}},
        {QStringLiteral("undefined-condition"), {554, "5.3.0"}},
        {QStringLiteral("unexpected-request"), {451, "4.3.0"}},
    };
    return table;
}

}

std::optional<SmtpReply> parseSmtpReply(QStringView line)
{
    SmtpReply reply;
    const QStringView first = line.left(line.indexOf(u'\n') < 0 ? line.size() : line.indexOf(u'\n')).trimmed();
    if (first.size() < 3 || (first.size() > 3 && first[3] != u' ' && first[3] != u'-'))
        return {};
    bool ok = false;
    reply.code = first.left(3).toInt(&ok);
    if (!ok || reply.code < 200 || reply.code > 599)
        return {};
    reply.text = first.mid(4 > first.size() ? first.size() : 4).trimmed().toString();
    const QStringList parts = reply.text.section(u' ', 0, 0).split(u'.');
    const auto isNumber = [](const QString &part) {
        return !part.isEmpty() && part.size() <= 3
               && std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    if (parts.size() == 3 && std::all_of(parts.begin(), parts.end(), isNumber)
        && parts[0] == QString::number(reply.code / 100)) {
        reply.enhanced = parts.join(u'.');
        reply.text = reply.text.mid(reply.enhanced.size()).trimmed();
    }
    return reply;
}

model::StanzaError mapSmtpReply(const SmtpReply &reply, bool hideHosts)
{
    model::StanzaError error;
    error.text = shownText(reply, hideHosts);
    if (const Row *row = findReply(reply)) {
        error.condition = QLatin1String(row->condition);
        error.type = QLatin1String(row->type);
        if (error.condition == QLatin1String("redirect")) {
            error.uri = redirection(reply.text);
            if (!error.uri.isEmpty())
                error.text = firstCodePoints(error.uri, 200);
        }
        return error;
    }
    const bool temporary = reply.code / 100 == 4;
    error.condition = temporary ? QStringLiteral("remote-server-timeout") : QStringLiteral("undefined-condition");
    error.type = temporary ? QStringLiteral("wait") : QStringLiteral("cancel");
    return error;
}

SmtpReply mapStanzaError(const model::StanzaError &error)
{
    const QString text = firstCodePoints(oneLine(error.text), 200);
    if (error.type == QLatin1String("continue"))
        return {250, QStringLiteral("2.0.0"), text};
    const bool wait = error.type == QLatin1String("wait");
    const auto row = reverseRows().find(error.condition);
    SmtpReply reply{554, QStringLiteral("5.3.0"), text};
    if (row != reverseRows().end())
        reply = {row->code, QLatin1String(row->enhanced), text};
    if (error.condition == QLatin1String("gone")
        && (error.uri.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive)
            || error.text.contains(QLatin1String("mailto:"))))
        reply.code = 551;
    if (!wait)
        return reply;
    if (error.condition == QLatin1String("service-unavailable"))
        return {450, QStringLiteral("4.2.1"), text};
    if (error.condition == QLatin1String("undefined-condition"))
        return {451, QStringLiteral("4.3.0"), text};
    if (reply.code / 100 == 5) // "use 451 and the same detail with class 4"
        return {451, QLatin1Char('4') + reply.enhanced.mid(1), text};
    return reply;
}

QString defaultErrorType(const QString &condition)
{
    static const QHash<QString, QString> types{
        {QStringLiteral("bad-request"), QStringLiteral("modify")},
        {QStringLiteral("not-acceptable"), QStringLiteral("modify")},
        {QStringLiteral("jid-malformed"), QStringLiteral("modify")},
        {QStringLiteral("policy-violation"), QStringLiteral("modify")},
        {QStringLiteral("registration-required"), QStringLiteral("auth")},
        {QStringLiteral("not-authorized"), QStringLiteral("auth")},
        {QStringLiteral("forbidden"), QStringLiteral("auth")},
        {QStringLiteral("resource-constraint"), QStringLiteral("wait")},
        {QStringLiteral("remote-server-timeout"), QStringLiteral("wait")},
        {QStringLiteral("unexpected-request"), QStringLiteral("wait")},
    };
    return types.value(condition, QStringLiteral("cancel"));
}

model::StanzaError stanzaError(const QString &condition, const QString &text)
{
    return {condition, defaultErrorType(condition), text, {}};
}

}

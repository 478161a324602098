#include "core/imap/Pop3Connection.h"

#include "core/imap/ImapTree.h"

#include <QPointer>

#include <algorithm>
#include <vector>

namespace isthmus::imap {

namespace {

using base::Fault;

constexpr qsizetype maxLine = 8192;
constexpr char terminator[] = {'\r', '\n', '.', '\r', '\n'};

base::Error broken(const char *why)
{
    return {Fault::ProtocolBroken, QStringLiteral("pop3: %1").arg(QLatin1String(why))};
}

QString printable(const QByteArray &text)
{
    QString words = QString::fromUtf8(text.left(500));
    for (QChar &c : words) {
        if (!c.isPrint())
            c = u' ';
    }
    return words.trimmed();
}

Pop3Answer parseAnswer(bool ok, QByteArray rest)
{
    Pop3Answer answer;
    answer.ok = ok;
    rest = rest.trimmed();
    const qsizetype close = rest.indexOf(']');
    if (rest.startsWith('[') && close > 0) {
        answer.code = rest.mid(1, close - 1).toUpper();
        rest = rest.mid(close + 1);
    }
    answer.text = printable(rest);
    return answer;
}

}

Pop3Connection::Pop3Connection(Milliseconds silence, QObject *parent) : QObject(parent)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(silence);
    connect(&m_silence, &QTimer::timeout, this, [this] { end({Fault::Timeout, QStringLiteral("pop3: server is silent")}); });
}

void Pop3Connection::awaitGreeting(Answer answer)
{
    m_current = Pending{{}, std::move(answer), {}};
    m_silence.start();
}

void Pop3Connection::run(const Command &command, Answer answer, Continuation continuation)
{
    if (m_ended)
        return answer(base::Error{Fault::ConnectionLost, QStringLiteral("pop3: no connection")});
    const auto forbidden = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    if (std::any_of(command.line.begin(), command.line.end(), forbidden))
        return answer(base::Error{Fault::Malformed, QStringLiteral("pop3: line break or NUL in an argument")});
    m_queue.push_back({command, std::move(answer), std::move(continuation)});
    pump();
}

void Pop3Connection::pump()
{
    if (m_ended || m_current || m_queue.empty())
        return;
    m_current = std::move(m_queue.front());
    m_queue.pop_front();
    m_silence.start();
    Q_EMIT outgoing(m_current->command.line + "\r\n");
}

void Pop3Connection::receive(QByteArrayView bytes)
{
    const QPointer<Pop3Connection> alive(this);
    if (!m_ended && m_current)
        m_silence.start();
    while (alive && !m_ended && !bytes.isEmpty())
        bytes = bytes.sliced(m_inBody ? takeBody(bytes) : takeLine(bytes));
}

qsizetype Pop3Connection::takeLine(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const qsizetype length = end < 0 ? bytes.size() : end;
    if (m_line.size() + length > maxLine) {
        this->end({Fault::TooLarge, QStringLiteral("pop3: line over the limit")});
        return bytes.size();
    }
    m_line.append(bytes.first(length));
    if (end < 0)
        return length;
    if (m_line.endsWith('\r'))
        m_line.chop(1);
    handleLine(std::exchange(m_line, {}));
    return length + 1;
}

void Pop3Connection::handleLine(const QByteArray &line)
{
    if (!m_current)
        return end(broken("an answer to nothing"));
    const bool ok = line.startsWith("+OK") && (line.size() == 3 || line[3] == ' ');
    const bool refused = line.startsWith("-ERR") && (line.size() == 4 || line[4] == ' ');
    if (!ok && !refused) {
        if (!line.startsWith('+') || !m_current->continuation)
            return end(broken("a line that is no answer"));
        const auto reply = m_current->continuation(line.mid(line.startsWith("+ ") ? 2 : 1));
        if (!reply)
            return end(reply.error());
        return Q_EMIT outgoing(*reply + "\r\n");
    }
    m_partial = parseAnswer(ok, line.mid(ok ? 3 : 4));
    if (ok && m_current->command.multiLine) {
        m_inBody = true;
        m_matched = 2; // the status line's end counts as the body's beginning of a line
        return;
    }
    finish(std::exchange(m_partial, {}));
}

/// Follows CR LF "." CR LF octet by octet. The dot of a line that is not the end is stuffing and dropped; everything
/// else is kept, in runs.
qsizetype Pop3Connection::takeBody(QByteArrayView bytes)
{
    QByteArray &body = m_partial.body;
    qsizetype i = 0;
    while (i < bytes.size()) {
        if (m_matched == 0) { // up to the next CR nothing can happen
            const qsizetype cr = bytes.indexOf('\r', i);
            const qsizetype run = (cr < 0 ? bytes.size() : cr) - i;
            body.append(bytes.sliced(i, run));
            i += run;
        }
        if (quint64(body.size()) > m_current->command.bodyLimit) {
            end({Fault::TooLarge, QStringLiteral("pop3: message over the limit")});
            return bytes.size();
        }
        if (i == bytes.size())
            break;
        const char c = bytes[i++];
        if (c == terminator[m_matched]) {
            if (++m_matched == 5) {
                m_inBody = false;
                finish(std::exchange(m_partial, {}));
                return i;
            }
            if (m_matched <= 2)
                body += c; // CR and LF belong to the text; the dot and what follows wait
            continue;
        }
        if (m_matched == 4) // dot CR, but no LF: a stuffed line that begins with CR
            body += '\r';
        m_matched = c == '\r' ? 1 : 0;
        body += c;
    }
    return bytes.size();
}

void Pop3Connection::finish(Pop3Answer answer)
{
    m_silence.stop();
    const Answer take = std::move(m_current->answer);
    m_current.reset();
    const QPointer<Pop3Connection> alive(this);
    take(answer);
    if (alive)
        pump();
}

void Pop3Connection::end(const base::Error &error)
{
    if (m_ended)
        return;
    m_ended = true;
    m_silence.stop();
    std::vector<Answer> waiting;
    if (m_current)
        waiting.push_back(std::move(m_current->answer));
    for (Pending &pending : m_queue)
        waiting.push_back(std::move(pending.answer));
    m_current.reset();
    m_queue.clear();
    const QPointer<Pop3Connection> alive(this);
    for (const Answer &answer : waiting)
        answer(error);
    if (alive)
        Q_EMIT ended(error);
}

base::Result<Pop3Answer> accepted(const base::Result<Pop3Answer> &answer)
{
    if (!answer || answer->ok)
        return answer;
    const QByteArray &code = answer->code;
    const Fault fault = code == "AUTH"                                                    ? Fault::AuthRejected
                        : code == "IN-USE" || code == "SYS/TEMP" || code == "LOGIN-DELAY" ? Fault::TryLater
                                                                                          : Fault::Rejected;
    return base::Error{fault, QStringLiteral("pop3: %1 %2").arg(QString::fromLatin1(code), answer->text)};
}

std::map<quint32, QByteArray> parsePop3Listing(const QByteArray &body, quint32 count)
{
    std::map<quint32, QByteArray> entries;
    qsizetype at = 0;
    while (at < body.size()) {
        const qsizetype end = body.indexOf('\n', at);
        const QByteArrayView line = QByteArrayView(body).sliced(at, (end < 0 ? body.size() : end) - at).trimmed();
        at = end < 0 ? body.size() : end + 1;
        const qsizetype space = line.indexOf(' ');
        if (space < 0)
            continue;
        const auto number = parseNumber(line.first(space), count);
        const QByteArrayView text = line.sliced(space + 1).trimmed();
        const auto graphic = [](char c) { return c > 0x20 && c < 0x7F; };
        if (number && *number > 0 && !text.isEmpty() && text.size() <= 70 && std::all_of(text.begin(), text.end(), graphic))
            entries.emplace(static_cast<quint32>(*number), text.toByteArray());
    }
    return entries;
}

}

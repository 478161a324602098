#include "core/imap/ImapConnection.h"

#include "core/base/Log.h"

#include <QPointer>

#include <algorithm>

namespace isthmus::imap {

namespace {

using base::Fault;

constexpr std::size_t maxInFlight = 8;
constexpr quint64 defaultLiterals = 64 * 1024;
constexpr auto byeGrace = std::chrono::seconds(3); ///< for the tagged reply that some servers send behind BYE

}

ImapConnection::ImapConnection(const Timing &timing, QObject *parent) : QObject(parent), m_timing(timing)
{
    for (QTimer *timer : {&m_silence, &m_renew})
        timer->setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        end({m_bye ? Fault::ConnectionLost : Fault::Timeout, m_bye.value_or(QStringLiteral("imap: server is silent"))});
    });
    connect(&m_renew, &QTimer::timeout, this, &ImapConnection::leaveIdle);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (!isBusy())
            run(ImapCommand("NOOP"), [](const base::Result<ImapStatus> &) {});
    });
}

void ImapConnection::run(const ImapCommand &command, Answer answer, Continuation continuation)
{
    if (m_ended)
        return answer(base::Error{Fault::ConnectionLost, QStringLiteral("imap: no connection")});
    m_queue.push_back({command, std::move(answer), std::move(continuation)});
    pump();
}

void ImapConnection::setListening(bool wanted)
{
    m_listening = wanted;
    if (!wanted) {
        m_poll.stop();
        leaveIdle();
    }
    pump();
}

void ImapConnection::pump()
{
    const QPointer<ImapConnection> alive(this);
    while (alive && !m_ended && !m_queue.empty()) {
        if (m_idle != Idle::No)
            return leaveIdle();
        const bool alone = m_aloneInFlight || m_queue.front().command.order() == ImapCommand::Order::Alone;
        if (!m_chunks.empty() || (alone && !m_inFlight.empty()) || m_inFlight.size() >= maxInFlight)
            return;
        Pending next = std::move(m_queue.front());
        m_queue.pop_front();
        send(std::move(next));
    }
    if (alive && !m_ended && m_listening && !isBusy())
        beginIdle();
}

void ImapConnection::send(Pending pending)
{
    const QByteArray tag = nextTag();
    const auto chunks = pending.command.encode(tag, literalSupport());
    if (!chunks)
        return pending.answer(chunks.error());
    qCDebug(base::logMail).noquote() << "C:" << tag << pending.command.logText();
    m_chunks.assign(chunks->begin() + 1, chunks->end());
    m_chunksTag = tag;
    m_aloneInFlight = pending.command.order() == ImapCommand::Order::Alone;
    m_inFlight.emplace(tag, std::move(pending));
    write(chunks->front());
    watch();
}

void ImapConnection::beginIdle()
{
    if (m_idleRefused || !has("IDLE")) {
        if (!m_poll.isActive())
            m_poll.start(m_timing.poll);
        return;
    }
    if (m_idle != Idle::No)
        return;
    m_idle = Idle::Requested;
    m_idleTag = nextTag();
    write(m_idleTag + " IDLE\r\n");
    watch();
}

/// DONE may only follow the server's "+": before it, the wish waits in the state.
void ImapConnection::leaveIdle()
{
    if (m_idle != Idle::Listening)
        return;
    m_idle = Idle::Ending;
    m_renew.stop();
    write("DONE\r\n");
    watch();
}

void ImapConnection::receive(QByteArrayView bytes)
{
    const QPointer<ImapConnection> alive(this);
    while (!bytes.isEmpty() && !m_ended) {
        bytes = bytes.sliced(m_reader.consume(bytes));
        if (const auto pieces = m_reader.takeReply()) {
            const auto reply = parseReply(*pieces);
            if (!reply)
                return end(reply.error());
            handle(*reply);
            if (!alive)
                return;
        } else if (const auto error = m_reader.error()) {
            return end(*error);
        }
    }
    watch();
}

void ImapConnection::handle(const ImapReply &reply)
{
    if (const auto *continuation = std::get_if<ImapContinuation>(&reply))
        handleContinuation(continuation->text);
    else if (const auto *tagged = std::get_if<ImapTagged>(&reply))
        handleTagged(*tagged);
    else
        handleData(std::get<ImapData>(reply));
}

void ImapConnection::handleContinuation(const QByteArray &text)
{
    if (!m_chunks.empty()) {
        const QByteArray chunk = std::move(m_chunks.front());
        m_chunks.pop_front();
        write(chunk);
        if (m_chunks.empty())
            pump();
        return;
    }
    if (m_idle == Idle::Requested) {
        m_idle = Idle::Listening;
        m_renew.start(m_timing.renewIdle);
        if (!m_queue.empty() || !m_listening)
            leaveIdle();
        return;
    }
    const auto waiting = std::find_if(m_inFlight.begin(), m_inFlight.end(),
                                      [](const auto &entry) { return bool(entry.second.continuation); });
    if (waiting == m_inFlight.end()) {
        qCDebug(base::logMail, "imap: a continuation that nobody waits for");
        return;
    }
    const auto line = waiting->second.continuation(text);
    if (!line)
        return end(line.error());
    write(*line + "\r\n");
}

void ImapConnection::handleTagged(const ImapTagged &tagged)
{
    if (tagged.tag == m_idleTag && m_idle != Idle::No) {
        m_idleRefused = tagged.status.condition != ImapCondition::Ok;
        m_idle = Idle::No;
        m_renew.stop();
        return pump();
    }
    auto entry = m_inFlight.extract(tagged.tag);
    if (entry.empty())
        return end({Fault::ProtocolBroken, QStringLiteral("imap: answer to a command that was not given")});
    if (tagged.tag == m_chunksTag)
        m_chunks.clear(); // refused before all of it was sent
    if (m_inFlight.empty())
        m_aloneInFlight = false;
    noteCapabilities(tagged.status.code);
    const QPointer<ImapConnection> alive(this);
    entry.mapped().answer(tagged.status);
    if (alive)
        pump();
}

void ImapConnection::handleData(const ImapData &data)
{
    if (const auto *capabilities = std::get_if<ImapCapabilities>(&data))
        m_capabilities = capabilities->words;
    if (const auto *status = std::get_if<ImapStatus>(&data)) {
        noteCapabilities(status->code);
        if (status->condition == ImapCondition::Bye) {
            m_bye = QStringLiteral("imap: server says goodbye: ") + status->text;
            m_silence.start(byeGrace);
        }
    }
    Q_EMIT untagged(data);
}

void ImapConnection::noteCapabilities(const ImapCode &code)
{
    if (code.name != "CAPABILITY")
        return;
    m_capabilities.clear();
    for (const ImapNode &word : code.arguments)
        m_capabilities.insert(word.bytes.toUpper());
}

void ImapConnection::end(const base::Error &error)
{
    if (m_ended)
        return;
    m_ended = true;
    for (QTimer *timer : {&m_silence, &m_renew, &m_poll})
        timer->stop();
    base::Error told = error;
    if (m_bye && error.fault == Fault::ConnectionLost)
        told.detail = *m_bye;
    std::vector<Answer> waiting;
    for (auto &[tag, pending] : m_inFlight)
        waiting.push_back(std::move(pending.answer));
    for (Pending &pending : m_queue)
        waiting.push_back(std::move(pending.answer));
    m_inFlight.clear();
    m_queue.clear();
    const QPointer<ImapConnection> alive(this);
    for (const Answer &answer : waiting)
        answer(told);
    if (alive)
        Q_EMIT ended(told);
}

/// The server owes us something: it has so long to say anything at all.
void ImapConnection::watch()
{
    if (m_ended || m_bye)
        return;
    quint64 literals = defaultLiterals;
    for (const auto &[tag, pending] : m_inFlight)
        literals = std::max(literals, pending.command.literalLimit());
    m_reader.setLiteralLimit(literals);
    if (!m_inFlight.empty() || m_idle == Idle::Requested || m_idle == Idle::Ending)
        m_silence.start(m_timing.silence);
    else
        m_silence.stop();
}

void ImapConnection::write(const QByteArray &bytes)
{
    Q_EMIT outgoing(bytes);
}

LiteralSupport ImapConnection::literalSupport() const
{
    if (has("LITERAL+"))
        return LiteralSupport::Plus;
    return has("LITERAL-") ? LiteralSupport::Minus : LiteralSupport::Synchronising;
}

base::Result<ImapStatus> accepted(const base::Result<ImapStatus> &answer)
{
    if (!answer || answer->condition == ImapCondition::Ok)
        return answer;
    const auto error = [&](Fault fault) {
        return base::Error{fault, QStringLiteral("imap: %1 %2").arg(QString::fromLatin1(answer->code.name), answer->text)};
    };
    if (answer->condition != ImapCondition::No)
        return error(Fault::ProtocolBroken);
    const QByteArray &code = answer->code.name;
    if (code == "AUTHENTICATIONFAILED" || code == "AUTHORIZATIONFAILED" || code == "EXPIRED")
        return error(Fault::AuthRejected);
    if (code == "PRIVACYREQUIRED")
        return error(Fault::AuthUnsupported);
    if (code == "UNAVAILABLE" || code == "INUSE" || code == "SERVERBUG" || code == "LIMIT" || code == "OVERQUOTA")
        return error(Fault::TryLater);
    if (code == "NONEXISTENT" || code == "TRYCREATE")
        return error(Fault::NotFound);
    return error(Fault::Rejected);
}

}

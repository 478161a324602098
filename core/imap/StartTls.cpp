#include "core/imap/StartTls.h"

#include "core/imap/ImapData.h"

namespace isthmus::imap {

namespace {

using base::Fault;

constexpr qsizetype maxLine = 8192;
constexpr int maxLines = 50;

base::Error broken(const QString &why)
{
    return {Fault::ProtocolBroken, why};
}

base::Error refused(const QString &why)
{
    return {Fault::TlsUnavailable, why};
}

/// Takes one line at a time; what the line means is the protocol's.
class LineTalk : public wire::Preamble
{
public:
    base::Result<Step> advance(QByteArrayView received) final
    {
        const qsizetype end = received.indexOf('\n');
        if (end > maxLine || (end < 0 && received.size() > maxLine) || m_lines > maxLines)
            return broken(QStringLiteral("clear-text talk before TLS is too long"));
        if (end < 0)
            return Step{};
        ++m_lines;
        QByteArrayView line = received.first(end);
        if (line.endsWith('\r'))
            line = line.chopped(1);
        auto step = takeLine(line.toByteArray());
        if (step)
            step->consumed = end + 1;
        return step;
    }

private:
    virtual base::Result<Step> takeLine(const QByteArray &line) = 0;
    int m_lines = 0;
};

class ImapStartTls final : public LineTalk
{
    base::Result<Step> takeLine(const QByteArray &line) override
    {
        const auto reply = parseReply({{line, false}});
        if (!reply)
            return reply.error();
        if (const auto *tagged = std::get_if<ImapTagged>(&*reply))
            return answer(*tagged);
        const auto *data = std::get_if<ImapData>(&*reply);
        const auto *status = data ? std::get_if<ImapStatus>(data) : nullptr;
        if (m_asked)
            return Step{};
        if (!status || status->condition != ImapCondition::Ok)
            return greetingRefused(status);
        m_asked = true;
        return Step{0, "s STARTTLS\r\n", false};
    }

    static base::Error greetingRefused(const ImapStatus *status)
    {
        if (status && status->condition == ImapCondition::Preauth) // RFC 2595 2.1: TLS is then impossible
            return refused(QStringLiteral("imap: PREAUTH greeting before TLS"));
        return broken(QStringLiteral("imap: greeting before TLS"));
    }

    base::Result<Step> answer(const ImapTagged &tagged) const
    {
        if (!m_asked || tagged.tag != "s")
            return broken(QStringLiteral("imap: answer to a command that was not given"));
        if (tagged.status.condition != ImapCondition::Ok)
            return refused(QStringLiteral("imap: STARTTLS refused: ") + tagged.status.text);
        return Step{0, {}, true};
    }

    bool m_asked = false;
};

class Pop3StartTls final : public LineTalk
{
    base::Result<Step> takeLine(const QByteArray &line) override
    {
        const bool ok = line.startsWith("+OK");
        if (!ok && !line.startsWith("-ERR"))
            return broken(QStringLiteral("pop3: no POP3 before TLS"));
        if (!ok)
            return refused(QStringLiteral("pop3: STLS refused"));
        if (std::exchange(m_asked, true))
            return Step{0, {}, true};
        return Step{0, "STLS\r\n", false};
    }

    bool m_asked = false;
};

}

std::unique_ptr<wire::Preamble> imapStartTls()
{
    return std::make_unique<ImapStartTls>();
}

std::unique_ptr<wire::Preamble> pop3StartTls()
{
    return std::make_unique<Pop3StartTls>();
}

}

#include "core/xmpp/StartTls.h"

#include "core/stanza/XmlGate.h"
#include "core/xmpp/Xml.h"

namespace isthmus::xmpp {

using base::Error;
using base::Fault;
using base::Result;
using stanza::XmlGate;

QByteArray streamHeader(const QString &domain)
{
    const QString to = domain.toHtmlEscaped().replace(QLatin1Char('\''), QLatin1String("&apos;"));
    return "<?xml version='1.0'?><stream:stream to='" + to.toUtf8()
           + "' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xml:lang='en' version='1.0'>";
}

QByteArray StartTls::opening()
{
    return streamHeader(m_domain);
}

/// Looks at everything received so far with a fresh gate each time: it is little, and consumed at most twice.
Result<wire::Preamble::Step> StartTls::advance(QByteArrayView received)
{
    XmlGate gate;
    std::shared_ptr<gloox::Tag> last;
    bool isOver = false;
    const auto sink = [&](const XmlGate::Event &event) {
        if (const auto *found = std::get_if<XmlGate::Element>(&event))
            last = found->tag;
        isOver = isOver || std::holds_alternative<XmlGate::StreamClosed>(event);
    };
    // Octet by octet up to the end of the element that matters, since what stands behind it decides about injection.
    const int wanted = m_asked ? 2 : 1;
    int elements = 0;
    for (qsizetype at = 0; at < received.size(); ++at) {
        last.reset();
        if (const auto step = gate.feed(received.sliced(at, 1), sink); !step)
            return step.error();
        if (isOver || (last && is(*last, "error", ns::streams)))
            return last ? errorOfStream(*last) : Error{Fault::ConnectionLost, QStringLiteral("stream closed before TLS")};
        if (!last || ++elements < wanted)
            continue;
        if (m_asked) {
            if (!is(*last, "proceed", ns::tls))
                return Error{Fault::TlsUnavailable, QStringLiteral("the server refused STARTTLS")};
            return Step{at + 1, {}, true};
        }
        if (!is(*last, "features", ns::streams) || !child(*last, "starttls", ns::tls))
            return Error{Fault::TlsUnavailable, QStringLiteral("the server offers no STARTTLS")};
        m_asked = true;
        return Step{0, QByteArrayLiteral("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"), false};
    }
    return Step{};
}

}

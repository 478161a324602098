#include "ui/accounts/ServiceText.h"

#include "core/model/Jid.h"
#include "ui/widgets/Words.h"

namespace isthmus::accounts {

using namespace model;
using widgets::Words;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::accounts::ServiceText)
};

}

QString endpointText(const Endpoint &endpoint)
{
    return Text::tr("%1 at %2, port %3, %4, %5", "protocol, host, port, security, where it was found")
        .arg(Words::protocol(endpoint.protocol), endpoint.host, QString::number(endpoint.port),
             Words::security(endpoint.security), Words::source(endpoint.source));
}

base::Result<Endpoint> manualEndpoint(Protocol protocol, const QString &host, const QString &port, Security security,
                                      const MailAddress &address)
{
    Endpoint endpoint;
    endpoint.protocol = protocol;
    endpoint.host = toAsciiDomain(host.trimmed());
    if (endpoint.host.isEmpty())
        return base::Error{base::Fault::Malformed, QStringLiteral("host")};
    bool isNumber = false;
    endpoint.port = port.isEmpty() ? usualPort(protocol, security) : port.toUShort(&isNumber);
    if (endpoint.port == 0 || (!port.isEmpty() && !isNumber))
        return base::Error{base::Fault::Malformed, QStringLiteral("port")};
    endpoint.security = security;
    endpoint.source = PlanSource::Manual;
    const bool chat = protocol == Protocol::Xmpp;
    endpoint.certificateName = chat ? toAsciiDomain(address.domain()) : endpoint.host;
    endpoint.user = chat ? address.local() : address.toString();
    return endpoint;
}

quint16 usualPort(Protocol protocol, Security security)
{
    const bool direct = security == Security::DirectTls;
    switch (protocol) {
    case Protocol::Xmpp: return direct ? 5223 : 5222;
    case Protocol::Imap: return direct ? 993 : 143;
    case Protocol::Pop3: return direct ? 995 : 110;
    case Protocol::Submission: return direct ? 465 : 587;
    }
    return 0;
}

}

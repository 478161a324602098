#include "core/wire/WireConfig.h"

namespace isthmus::wire {

base::Result<DnsServer> DnsServer::parse(const QString &text)
{
    const base::Error malformed{base::Fault::Malformed, QStringLiteral("name server: %1").arg(text)};
    DnsServer server;
    if (server.address.setAddress(text))
        return server;
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    if (colon <= 0)
        return malformed;
    QString host = text.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    bool isNumber = false;
    server.port = QStringView(text).mid(colon + 1).toUShort(&isNumber);
    if (!isNumber || server.port == 0 || !server.address.setAddress(host))
        return malformed;
    return server;
}

}

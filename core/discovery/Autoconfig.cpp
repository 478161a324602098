#include "core/discovery/Autoconfig.h"

#include "core/discovery/Endpoints.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <tuple>

namespace isthmus::discovery {

namespace {

constexpr qsizetype maxBytes = 64 * 1024;
constexpr int maxDepth = 16;
constexpr int maxServers = 32;
constexpr qsizetype maxText = 255;

/// A server as the file has it.
struct Server {
    bool incoming = false;
    QString type;
    QString hostname;
    QString port;
    QString socketType;
    QString username;
    QStringList authentication;
};

/// The file's names for parts of the address.
QString filled(QString text, const model::MailAddress &address)
{
    text.replace(QStringLiteral("%EMAILADDRESS%"), address.toString());
    text.replace(QStringLiteral("%EMAILLOCALPART%"), address.local());
    text.replace(QStringLiteral("%EMAILDOMAIN%"), address.domain());
    return text;
}

bool isPlainText(const QString &text)
{
    return text.size() <= maxText
           && std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool takesPassword(const QStringList &authentication)
{
    if (authentication.isEmpty())
        return true;
    static const QStringList ours{QStringLiteral("password-cleartext"), QStringLiteral("password-encrypted"),
                                  QStringLiteral("plain"), QStringLiteral("secure")};
    return std::any_of(authentication.begin(), authentication.end(),
                       [](const QString &method) { return ours.contains(method); });
}

std::optional<model::Protocol> protocolOf(const Server &server)
{
    if (server.incoming && server.type == QLatin1String("imap"))
        return model::Protocol::Imap;
    if (server.incoming && server.type == QLatin1String("pop3"))
        return model::Protocol::Pop3;
    if (!server.incoming && server.type == QLatin1String("smtp"))
        return model::Protocol::Submission;
    return std::nullopt;
}

std::optional<model::Security> securityOf(const Server &server)
{
    if (server.socketType == QLatin1String("SSL") || server.socketType == QLatin1String("TLS"))
        return model::Security::DirectTls;
    if (server.socketType == QLatin1String("STARTTLS"))
        return model::Security::StartTls;
    return std::nullopt;
}

std::optional<model::Endpoint> endpoint(const Server &server, const model::MailAddress &address, bool vouched)
{
    const auto protocol = protocolOf(server);
    const auto security = securityOf(server);
    const QString host = model::toAsciiDomain(filled(server.hostname, address));
    const QString user = server.username.isEmpty() ? address.toString() : filled(server.username, address);
    bool isNumber = false;
    const quint16 port = server.port.toUShort(&isNumber);
    if (!protocol || !security || host.isEmpty() || !isNumber || port == 0 || !isPlainText(user)
        || !takesPassword(server.authentication))
        return std::nullopt;
    return model::Endpoint{*protocol,
                           host,
                           port,
                           *security,
                           certificateName(host, model::toAsciiDomain(address.domain()), vouched),
                           user,
                           model::PlanSource::Autoconfig};
}

/// Reads the servers of the first provider; everything else of the file is passed over.
class Reader
{
public:
    explicit Reader(const QByteArray &xml) : m_xml(xml) {}

    base::Result<std::vector<Server>> read()
    {
        while (!m_xml.atEnd() && !m_fault) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
            case QXmlStreamReader::EntityReference: refuse(base::Fault::Malformed, "document type or entity"); break;
            case QXmlStreamReader::StartElement: open(); break;
            case QXmlStreamReader::EndElement: close(); break;
            case QXmlStreamReader::Characters:
                if (m_text.size() <= maxText)
                    m_text += m_xml.text();
                break;
            default: break;
            }
        }
        if (!m_fault && m_xml.hasError())
            refuse(base::Fault::Malformed, "not well-formed");
        if (!m_fault && !m_isAutoconfig)
            refuse(base::Fault::Malformed, "not an autoconfig file");
        if (m_fault)
            return *m_fault;
        return m_servers;
    }

private:
    void refuse(base::Fault fault, const char *why)
    {
        m_fault = base::Error{fault, QStringLiteral("autoconfig: %1").arg(QLatin1String(why))};
    }
    void open()
    {
        const QStringView name = m_xml.name();
        m_text.clear();
        m_path.push_back(name.toString());
        if (m_path.size() > maxDepth)
            return refuse(base::Fault::TooLarge, "nested too deeply");
        if (m_path.size() == 2 && m_path[0] == QLatin1String("clientConfig") && name == u"emailProvider")
            m_isAutoconfig = true;
        if (m_path.size() != 3 || m_path[1] != QLatin1String("emailProvider")
            || (name != u"incomingServer" && name != u"outgoingServer"))
            return;
        if (m_servers.size() == maxServers)
            return refuse(base::Fault::TooLarge, "too many servers");
        m_servers.emplace_back();
        m_servers.back().incoming = name == u"incomingServer";
        m_servers.back().type = m_xml.attributes().value(QLatin1String("type")).toString().toLower();
    }
    void close()
    {
        if (m_path.size() == 4 && m_path[1] == QLatin1String("emailProvider")
            && (m_path[2] == QLatin1String("incomingServer") || m_path[2] == QLatin1String("outgoingServer")))
            take(m_path[3], m_text.trimmed());
        m_path.pop_back();
        m_text.clear();
    }
    void take(const QString &name, const QString &text)
    {
        Server &server = m_servers.back();
        if (name == QLatin1String("hostname"))
            server.hostname = text;
        else if (name == QLatin1String("port"))
            server.port = text;
        else if (name == QLatin1String("socketType"))
            server.socketType = text.toUpper();
        else if (name == QLatin1String("username"))
            server.username = text;
        else if (name == QLatin1String("authentication"))
            server.authentication += text.toLower();
    }

    QXmlStreamReader m_xml;
    QStringList m_path;
    QString m_text;
    std::vector<Server> m_servers;
    bool m_isAutoconfig = false;
    std::optional<base::Error> m_fault;
};

}

base::Result<Autoconfig> readAutoconfig(const QByteArray &xml, const model::MailAddress &address, bool vouched)
{
    if (xml.size() > maxBytes)
        return {base::Fault::TooLarge, QStringLiteral("autoconfig: %1 bytes").arg(xml.size())};
    return Reader(xml).read().then([&](std::vector<Server> &&servers) -> base::Result<Autoconfig> {
        Autoconfig found;
        for (const Server &server : servers) {
            if (const auto usable = endpoint(server, address, vouched))
                (server.incoming ? found.incoming : found.outgoing).push_back(*usable);
            else if (protocolOf(server) && !securityOf(server))
                found.offersWithoutTls = true;
        }
        std::stable_sort(found.incoming.begin(), found.incoming.end(),
                         [](const model::Endpoint &a, const model::Endpoint &b) { return a.protocol < b.protocol; });
        return found;
    });
}

}

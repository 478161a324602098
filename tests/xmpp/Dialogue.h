#pragma once

#include "core/xmpp/GlooxClient.h"

#include <QRegularExpression>
#include <QStringList>

namespace isthmus::test {

/// A client and a server's words, without a network: what goes over the wire, octet for octet.
class Dialogue
{
public:
    static constexpr char header[] = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' "
                                     "xmlns:stream='http://etherx.jabber.org/streams' id='s' from='a.example' "
                                     "version='1.0'>";

    explicit Dialogue(QString password = QStringLiteral("secret")) { open(password); }

    /// A new connection; what \c streams knows stays.
    void open(const QString &password = QStringLiteral("secret"))
    {
        written.clear();
        ended.reset();
        signedIn.clear();
        xmpp::GlooxClient::Hooks hooks;
        hooks.write = [this](const QByteArray &bytes) { written += bytes; };
        hooks.signedIn = [this](bool resumed) { signedIn.append(resumed); };
        hooks.ended = [this](const base::Error &error) { ended = error; };
        hooks.message = [this](const gloox::Tag &tag) {
            messages.append(QString::fromStdString(tag.xml()));
            if (onMessage)
                onMessage(tag);
            return nextBatch;
        };
        hooks.presence = [this](const gloox::Tag &tag) { presences.append(QString::fromStdString(tag.xml())); };
        hooks.rosterPush = [this](const gloox::Tag &tag) { pushes.append(QString::fromStdString(tag.xml())); };
        hooks.request = [this](const gloox::Tag &tag) { return onRequest && onRequest(tag); };
        hooks.acknowledged = [this](const xmpp::StreamManagement::Tickets &tickets) {
            acknowledged.insert(acknowledged.end(), tickets.begin(), tickets.end());
        };
        hooks.uncertain = [this](const xmpp::StreamManagement::Tickets &tickets) {
            uncertain.insert(uncertain.end(), tickets.begin(), tickets.end());
        };
        hooks.newId = [this] { return QStringLiteral("id%1").arg(++m_ids); };
        hooks.clock = [this] { return now; };
        client = std::make_unique<xmpp::GlooxClient>(
            xmpp::GlooxClient::Identity{*model::Jid::parse(u"me@a.example"), password}, streams, hooks);
        client->begin();
    }

    void says(const QByteArray &bytes) { client->feed(bytes); }
    /// What was written since the last time.
    QByteArray take() { return std::exchange(written, {}); }
    /// The id of the newest <iq/> written.
    [[nodiscard]] QByteArray lastId() const
    {
        static const QRegularExpression pattern(QStringLiteral("<iq [^>]*id='([^']+)'"));
        QString found;
        for (auto it = pattern.globalMatch(QString::fromUtf8(written)); it.hasNext();)
            found = it.next().captured(1);
        return found.toLatin1();
    }

    /// Up to the features behind the log-in.
    void logIn(const QByteArray &features)
    {
        says(header);
        says("<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism>"
             "</mechanisms></stream:features>");
        says("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        says(header + ("<stream:features>" + features + "</stream:features>"));
    }
    void bind()
    {
        says("<iq type='result' id='" + lastId()
             + "'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>me@a.example/r</jid></bind></iq>");
    }
    /// All the way, with stream management that resumes.
    void signIn()
    {
        logIn("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/><sm xmlns='urn:xmpp:sm:3'/>");
        bind();
        says("<enabled xmlns='urn:xmpp:sm:3' id='resume-me' resume='true'/>");
        take();
    }
    /// Without it.
    void signInPlainly()
    {
        logIn("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>");
        bind();
        take();
    }
    void send(const char *id, quint64 ticket)
    {
        gloox::Tag message("message");
        message.addAttribute("id", id);
        client->sendStanza(message, ticket);
    }

    xmpp::StreamManagement streams;
    std::unique_ptr<xmpp::GlooxClient> client;
    QByteArray written;
    std::optional<base::Error> ended;
    QList<bool> signedIn; ///< resumed or not
    QStringList messages;
    QStringList presences;
    QStringList pushes;
    std::vector<quint64> acknowledged;
    std::vector<quint64> uncertain;
    quint64 nextBatch = 0;
    std::function<void(const gloox::Tag &)> onMessage;
    std::function<bool(const gloox::Tag &)> onRequest;
    base::Timestamp now{};

private:
    int m_ids = 0;
};

}

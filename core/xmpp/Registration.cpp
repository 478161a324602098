#include "core/stanza/XmlGate.h"
#include "core/xmpp/StartTls.h"
#include "core/xmpp/Xml.h"
#include "core/xmpp/XmppTransport.h"

#include <QUuid>

namespace isthmus::xmpp {

using base::Done;
using base::Error;
using base::Fault;
using base::Promise;
using base::Result;
using base::Task;

namespace {

constexpr std::chrono::seconds totalLimit{45};

/// One registration, from the connection to the answer. Deletes itself when it has answered.
class Registration : public QObject
{
public:
    Registration(const model::Jid &account, const QString &password, const model::ServicePlan &plan,
                 const wire::WireConfig &wire);

    [[nodiscard]] Task<Done> task() const { return m_promise.task(); }
    void connectNext();

private:
    enum class Step { Features, Form, Answer };

    void onElement(const gloox::Tag &tag);
    void onForm(const gloox::Tag &iqAnswer);
    void ask(const TagPtr &stanza);
    void finish(const Result<Done> &result);

    model::Jid m_account;
    QString m_password;
    std::vector<model::Endpoint> m_endpoints;
    std::size_t m_next = 0;
    wire::SecureSocket m_socket;
    std::shared_ptr<stanza::XmlGate> m_gate;
    Step m_step = Step::Features;
    QString m_question; ///< id of the open request
    bool m_finished = false;
    Promise<Done> m_promise;
};

Registration::Registration(const model::Jid &account, const QString &password, const model::ServicePlan &plan,
                           const wire::WireConfig &wire)
    : m_account(account.bare()), m_password(password), m_endpoints(plan.endpoints), m_socket(wire, this)
{
    connect(&m_socket, &wire::SecureSocket::ready, this, [this] {
        m_gate = std::make_shared<stanza::XmlGate>();
        m_socket.write(streamHeader(m_account.domain()));
    });
    connect(&m_socket, &wire::SecureSocket::readyRead, this, [this] {
        const std::shared_ptr<stanza::XmlGate> gate = m_gate;
        const Result<Done> step = gate->feed(m_socket.readAll(), [this](const stanza::XmlGate::Event &event) {
            if (const auto *element = std::get_if<stanza::XmlGate::Element>(&event); element && !m_finished)
                onElement(*element->tag);
        });
        if (!step)
            finish(step.error());
    });
    connect(&m_socket, &wire::SecureSocket::closed, this, [this](const Error &error) {
        // Before the stream began, the next endpoint may do better; a bad certificate is nobody's to go around.
        const bool another = !m_gate && m_next < m_endpoints.size() && error.fault != Fault::TlsCertificate;
        if (another && !m_finished)
            connectNext();
        else
            finish(error);
    });
}

void Registration::connectNext()
{
    if (m_next >= m_endpoints.size()) {
        finish(Error{Fault::NotFound, QStringLiteral("no chat service is known")});
        return;
    }
    model::Endpoint endpoint = m_endpoints.at(m_next++);
    endpoint.protocol = model::Protocol::Xmpp;
    if (endpoint.certificateName.isEmpty())
        endpoint.certificateName = m_account.domain();
    std::unique_ptr<wire::Preamble> preamble;
    if (endpoint.security == model::Security::StartTls)
        preamble = std::make_unique<StartTls>(m_account.domain());
    wire::SecureSocket::Limits limits;
    limits.total = totalLimit;
    m_socket.open(endpoint, std::move(preamble), limits);
}

void Registration::ask(const TagPtr &stanza)
{
    m_question = attribute(*stanza, "id");
    m_socket.write(QByteArray::fromStdString(stanza->xml()));
}

void Registration::onElement(const gloox::Tag &tag)
{
    if (is(tag, "error", ns::streams)) {
        finish(errorOfStream(tag));
        return;
    }
    if (m_step == Step::Features) {
        if (!is(tag, "features", ns::streams)) {
            finish(Error{Fault::ProtocolBroken, QStringLiteral("registration: no stream features")});
            return;
        }
        // Asked for even where the feature is not shown: XEP-0077 leaves it out of the server's duties.
        m_step = Step::Form;
        const TagPtr question = iq("get", QUuid::createUuid().toString(QUuid::WithoutBraces));
        setAttribute(*question, "to", m_account.domain());
        addChild(*question, "query", ns::registration);
        ask(question);
        return;
    }
    if (!is(tag, "iq", ns::client) || attribute(tag, "id") != m_question)
        return;
    const QString type = attribute(tag, "type");
    if (type == u"error") {
        const Error error = errorOfStanza(tag);
        finish(m_step == Step::Form && error.fault != Fault::TryLater ? Error{Fault::Unsupported, error.detail} : error);
    } else if (type == u"result" && m_step == Step::Form) {
        onForm(tag);
    } else if (type == u"result") {
        m_socket.write("</stream:stream>");
        finish(Done{});
    }
}

/// The server says what it wants to know (XEP-0077 3.1). More than a name and a password (and a mail address, which is
/// the account's own) cannot be given without asking the user.
void Registration::onForm(const gloox::Tag &answer)
{
    const gloox::Tag *query = child(answer, "query", ns::registration);
    if (!query || !child(*query, "username", ns::registration) || !child(*query, "password", ns::registration)) {
        finish(Error{Fault::Unsupported, QStringLiteral("registration: the server wants another way")});
        return;
    }
    const TagPtr filled = iq("set", QUuid::createUuid().toString(QUuid::WithoutBraces));
    setAttribute(*filled, "to", m_account.domain());
    gloox::Tag *fields = addChild(*filled, "query", ns::registration);
    addChild(*fields, "username", nullptr, m_account.local());
    addChild(*fields, "password", nullptr, m_password);
    if (child(*query, "email", ns::registration))
        addChild(*fields, "email", nullptr, m_account.toString());
    m_step = Step::Answer;
    ask(filled);
}

void Registration::finish(const Result<Done> &result)
{
    if (m_finished)
        return;
    m_finished = true;
    m_password.clear();
    m_socket.close();
    m_promise.finish(result);
    deleteLater();
}

}

Task<Done> registerAccount(const model::Jid &account, const QString &password, const model::ServicePlan &plan,
                           const wire::WireConfig &wire)
{
    if (account.local().isEmpty())
        return Task<Done>::ready(Error{Fault::Malformed, QStringLiteral("registration: no name")});
    auto *registration = new Registration(account, password, plan, wire);
    const Task<Done> task = registration->task();
    registration->connectNext();
    return task;
}

}

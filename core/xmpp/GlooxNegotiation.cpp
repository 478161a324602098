#include "core/xmpp/GlooxClient.h"

#include "core/stanza/XmlText.h"
#include "core/xmpp/StartTls.h"

/// From the stream's header to the first stanza: log-in, resumption or binding, stream management.
namespace isthmus::xmpp {

using base::Error;
using base::Fault;
using base::Result;

namespace {

QByteArray bytes(const std::string &text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

}

void GlooxClient::onHeader(const gloox::Tag &header)
{
    // RFC 6120 4.7.5: a server without version 1.x knows no features.
    if (!attribute(header, "version").startsWith(u"1."))
        broken("stream version");
}

void GlooxClient::onFeatures(const gloox::Tag &tag)
{
    if (!is(tag, "features", ns::streams)) {
        broken("something other than stream features");
        return;
    }
    if (m_phase == Phase::Features) {
        startLogin(tag);
        return;
    }
    m_offersManagement = child(tag, "sm", ns::streamManagement) != nullptr;
    if (m_offersManagement && m_streams.canResume()) {
        m_phase = Phase::Resuming;
        const TagPtr resume = element("resume", ns::streamManagement);
        setAttribute(*resume, "previd", m_streams.resumeId());
        setAttribute(*resume, "h", QString::number(m_streams.handled()));
        writeNonza(*resume);
    } else {
        bind();
    }
}

void GlooxClient::startLogin(const gloox::Tag &tag)
{
    QStringList offered;
    if (const gloox::Tag *mechanisms = child(tag, "mechanisms", ns::sasl)) {
        for (const gloox::Tag *mechanism : mechanisms->children())
            offered.append(text(mechanism));
    }
    QByteArray nonce = m_hooks.newId().toLatin1();
    Result<Login> login = Login::begin(offered, m_identity.account.local(), m_identity.password, nonce.replace(',', '.'));
    if (!login) {
        end(login.error());
        return;
    }
    m_login = *std::move(login);
    m_phase = Phase::LoggingIn;
    const TagPtr auth = element("auth", ns::sasl);
    setAttribute(*auth, "mechanism", m_login->mechanism());
    auth->setCData(m_login->initialResponse().toBase64().toStdString());
    writeNonza(*auth);
}

void GlooxClient::onLogin(const gloox::Tag &nonza)
{
    const QByteArray payload = QByteArray::fromBase64(text(&nonza).toLatin1());
    if (is(nonza, "challenge", ns::sasl)) {
        const Result<QByteArray> response = m_login->onChallenge(payload);
        if (!response) {
            end(response.error());
            return;
        }
        const TagPtr answer = element("response", ns::sasl);
        answer->setCData(response->toBase64().toStdString());
        writeNonza(*answer);
    } else if (is(nonza, "success", ns::sasl)) {
        if (const Result<base::Done> proof = m_login->onSuccess(payload); !proof) {
            end(proof.error());
            return;
        }
        m_login.reset();
        m_identity.password.clear();
        setAuthed(true);
        m_gate.restart();
        m_phase = Phase::FeaturesAgain;
        m_hooks.write(streamHeader(m_identity.account.domain()));
    } else if (is(nonza, "failure", ns::sasl)) {
        const gloox::Tag *condition = nonza.children().empty() ? nullptr : nonza.children().front();
        end(Login::onFailure(condition ? stanza::fromGloox(condition->name()) : QString()));
    } else {
        broken("something other than SASL during log-in");
    }
}

void GlooxClient::onResumeAnswer(const gloox::Tag &nonza)
{
    bool isNumber = false;
    const quint32 handled = attribute(nonza, "h").toUInt(&isNumber);
    if (is(nonza, "resumed", ns::streamManagement)) {
        const auto finished = isNumber && attribute(nonza, "previd") == m_streams.resumeId()
                                  ? m_streams.resumed(handled)
                                  : Error{Fault::ProtocolBroken, QStringLiteral("XEP-0198: resumed")};
        if (!finished) {
            end(finished.error());
            return;
        }
        beBound(m_streams.boundJid());
        for (const std::string &xml : m_streams.toResend())
            m_hooks.write(bytes(xml));
        m_hooks.acknowledged(*finished);
        goOnline(true);
    } else if (is(nonza, "failed", ns::streamManagement)) {
        // XEP-0198 5: h may say what of the lost session had arrived.
        if (const auto finished = m_streams.acknowledged(handled); isNumber && finished)
            m_hooks.acknowledged(*finished);
        bind();
    } else {
        broken("something other than an answer to resumption");
    }
}

void GlooxClient::bind()
{
    m_hooks.uncertain(m_streams.reset());
    m_phase = Phase::Binding;
    const TagPtr stanza = iq("set", m_hooks.newId());
    addChild(*stanza, "bind", ns::bind); // the server makes the resource: nobody can guess it
    request(*stanza, {}, [this](const IqTable::Answer &answer) { onBound(answer); });
}

void GlooxClient::beBound(const model::Jid &jid)
{
    m_bound = jid;
    m_jid.setJID(m_bound.toString().toStdString());
}

void GlooxClient::onBound(const IqTable::Answer &answer)
{
    if (m_phase != Phase::Binding)
        return;
    if (!answer) {
        end(answer.error());
        return;
    }
    const gloox::Tag *result = child(**answer, "bind", ns::bind);
    const gloox::Tag *jid = result ? child(*result, "jid", ns::bind) : nullptr;
    const Result<model::Jid> bound = model::Jid::parse(text(jid));
    if (!bound || bound->isBare()) {
        broken("resource binding");
        return;
    }
    beBound(*bound);
    if (!m_offersManagement) {
        goOnline(false);
        return;
    }
    m_phase = Phase::Enabling;
    m_streams.enabling();
    const TagPtr enable = element("enable", ns::streamManagement);
    setAttribute(*enable, "resume", QStringLiteral("true"));
    writeNonza(*enable);
}

void GlooxClient::onEnableAnswer(const gloox::Tag &nonza)
{
    if (nonza.name() == "enabled") {
        const QString resume = attribute(nonza, "resume");
        const bool resumes = resume == u"true" || resume == u"1";
        m_streams.enabled(resumes ? attribute(nonza, "id") : QString(), m_bound);
    } else if (nonza.name() != "failed") {
        broken("something other than an answer to stream management");
        return;
    }
    goOnline(false);
}

void GlooxClient::goOnline(bool resumed)
{
    m_phase = Phase::Online;
    m_toldHandled = m_streams.handled();
    m_acknowledgementOpen = false;
    m_asksAgain = false;
    m_hooks.signedIn(resumed);
    if (resumed && m_streams.hasUnacknowledged())
        requestAcknowledgement();
}

}

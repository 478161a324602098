#pragma once

#include "core/engine/Timeline.h"
#include "core/mail/MailThreads.h"
#include "core/mail/MailTransport.h"
#include "core/xmpp/XmppTransport.h"
#include "tests/engine/Fixture.h"
#include "tests/support/Servers.h"
#include "tests/support/Waiting.h"

#include <memory>

namespace isthmus::test {

/// The whole program but for its window, with chat and mail of one account at the real servers. Thread: the test's.
class MailHousehold
{
public:
    enum class Incoming { Imap, Pop3 };
    MailHousehold(Servers &servers, const ServerAccount &account, Incoming incoming = Incoming::Imap)
    {
        engine::EngineParts parts;
        parts.databasePath = m_dir.filePath(QStringLiteral("profile.sqlite"));
        parts.reader = std::make_unique<ReaderInProcess>();
        parts.secrets = std::make_unique<Passwords>(m_passwords);
        parts.mailHold = std::chrono::milliseconds(0);
        wire::WireConfig wire;
        wire.caFile = servers.caFile();
        parts.chatTransport = [wire](const model::Account &owner, const QString &password) {
            return std::make_unique<xmpp::XmppTransport>(owner, password, wire);
        };
        mail::MailTransport::Environment environment;
        environment.wire = wire;
        environment.threads = std::make_shared<mail::MailThreads>();
        environment.chance = [] { return 0.5; };
        parts.mailTransport = [environment](const model::Account &owner, const QString &password) {
            return std::make_unique<mail::MailTransport>(owner, password, environment);
        };
        auto opened = engine::Engine::open(std::move(parts));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        engine = std::move(opened).value();
        const auto endpoint = [&](model::Protocol protocol, const char *service, model::Security security,
                                  const char *name) {
            return model::Endpoint{protocol,
                                   servers.address(),
                                   servers.port(QLatin1String(service)),
                                   security,
                                   QLatin1String(name),
                                   account.address,
                                   model::PlanSource::Manual};
        };
        model::AccountPlan plan;
        plan.chat.endpoints = {endpoint(model::Protocol::Xmpp, "xmpp", model::Security::StartTls, "isthmus.test")};
        const bool imap = incoming == Incoming::Imap;
        plan.incoming.endpoints = {endpoint(imap ? model::Protocol::Imap : model::Protocol::Pop3, imap ? "imaps" : "pop3s",
                                            model::Security::DirectTls, "mail.isthmus.test")};
        plan.outgoing.endpoints = {
            endpoint(model::Protocol::Submission, "submissions", model::Security::DirectTls, "mail.isthmus.test")};
        const auto id = wait(engine->accounts().signIn(mailAddress(account.address.toUtf8().constData()), account.password,
                                                       plan, true, true));
        if (!id)
            qFatal("%s", qPrintable(id.error().detail));
        m_account = *id;
    }
    [[nodiscard]] bool isOnline() const
    {
        for (const auto service : {model::Service::Chat, model::Service::IncomingMail, model::Service::OutgoingMail}) {
            if (engine->accounts().state(m_account, service).phase != model::LinkState::Phase::Online)
                return false;
        }
        return true;
    }
    /// Whoever has this address, once known; invalid if that does not come.
    [[nodiscard]] model::PersonId person(const QString &address) const
    {
        const model::Address mailbox = *model::MailAddress::parse(address);
        const model::Address jid = *model::Jid::parse(address);
        std::optional<model::PersonId> found;
        const bool known = comesTrue(
            [&] {
                found = engine->contacts().personOf(jid);
                if (!found)
                    found = engine->contacts().personOf(mailbox);
                return found.has_value();
            },
            30'000);
        return known ? *found : model::PersonId{};
    }

private:
    QTemporaryDir m_dir;
    QHash<QString, QString> m_passwords;
    model::AccountId m_account;

public:
    std::unique_ptr<engine::Engine> engine;
};

}

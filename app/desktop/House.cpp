#include "app/desktop/House.h"

#include "core/discovery/ServiceDiscovery.h"
#include "core/mail/MailThreads.h"
#include "core/mail/MailTransport.h"
#include "core/reader/ReaderPool.h"
#include "core/secret/MemorySecretStore.h"
#include "core/secret/OpenSecretStore.h"
#include "core/xmpp/XmppTransport.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

namespace isthmus::desktop {

namespace {

engine::EngineParts::TransportFactory mailTransports(const wire::WireConfig &wire)
{
    mail::MailTransport::Environment environment;
    environment.wire = wire;
    environment.threads = std::make_shared<mail::MailThreads>();
    environment.chance = [] { return QRandomGenerator::global()->generateDouble(); };
    return [environment](const model::Account &account, const QString &password) {
        return std::make_unique<mail::MailTransport>(account, password, environment);
    };
}

base::Result<base::Done> prepareProfile(const QString &profile)
{
    if (!QDir().mkpath(profile))
        return base::Error{base::Fault::Storage, QStringLiteral("cannot make the profile folder")};
    if (!QFile::setPermissions(profile, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return base::Error{base::Fault::Storage, QStringLiteral("cannot make the profile folder private")};
    return base::Done{};
}

}

base::Result<engine::EngineParts> partsOfHouse(const QString &profile, const wire::WireConfig &wire)
{
    if (const auto prepared = prepareProfile(profile); !prepared)
        return prepared.error();
    reader::ReaderConfig reading;
    reading.program = reader::ReaderConfig::programBeside(QCoreApplication::applicationDirPath());

    engine::EngineParts parts;
    parts.databasePath = profile + QStringLiteral("/isthmus.sqlite");
    parts.reader = std::make_unique<reader::ReaderPool>(reading);
    parts.discovery = std::make_unique<discovery::ServiceDiscovery>(wire);
    parts.chatTransport = [wire](const model::Account &account, const QString &password) {
        return std::make_unique<xmpp::XmppTransport>(account, password, wire);
    };
    parts.mailTransport = mailTransports(wire);
    parts.registrar = [wire](const model::MailAddress &address, const QString &password,
                             const model::ServicePlan &chat) -> base::Task<base::Done> {
        const auto jid = model::Jid::parse(address.toString());
        if (!jid)
            return base::Task<base::Done>::ready(jid.error());
        return xmpp::registerAccount(jid.value(), password, chat, wire);
    };
    return parts;
}

base::Result<std::unique_ptr<engine::Engine>> buildHouse(const QString &profile, const wire::WireConfig &wire)
{
    auto parts = partsOfHouse(profile, wire);
    if (!parts)
        return parts.error();
    // For trying the program out: sample passwords have no place in somebody's keyring.
    if (qEnvironmentVariable("ISTHMUS_SECRETS") == QLatin1String("memory"))
        parts->secrets = std::make_unique<secret::MemorySecretStore>();
    else
        parts->secrets = secret::openSecretStore();
    return engine::Engine::open(std::move(*parts));
}

}

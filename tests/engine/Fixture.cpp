#include "tests/engine/Fixture.h"

#include "core/mime/MailReader.h"

namespace isthmus::test {

using model::LinkState;
using model::Service;

void PlayedServer::start(std::vector<model::Cursor> cursors)
{
    started = true;
    startedWith = std::move(cursors);
}

void PlayedServer::stop()
{
    started = false;
    for (Taken &taken : commands)
        taken.answer.finish(base::Error{base::Fault::Cancelled, QStringLiteral("stopped")});
    for (auto it = m_states.begin(); it != m_states.end(); ++it) {
        if (it->phase != LinkState::Phase::Off) {
            *it = LinkState{};
            Q_EMIT stateChanged(static_cast<Service>(it.key()), *it);
        }
    }
}

LinkState PlayedServer::state(Service service) const
{
    return m_states.value(static_cast<int>(service));
}

base::Task<model::CommandResult> PlayedServer::perform(model::Command command)
{
    commands.push_back({std::move(command), {}});
    if (answer)
        commands.back().answer.finish(*answer);
    return commands.back().answer.task();
}

void PlayedServer::goOnline(std::initializer_list<Service> services)
{
    for (Service service : services) {
        m_states[static_cast<int>(service)] = {LinkState::Phase::Online, std::nullopt, std::nullopt};
        Q_EMIT stateChanged(service, state(service));
    }
}

void PlayedServer::goDown(std::initializer_list<Service> services, LinkState::Phase phase)
{
    for (Service service : services) {
        m_states[static_cast<int>(service)] = {phase, base::Error{base::Fault::ConnectionLost, {}}, std::nullopt};
        Q_EMIT stateChanged(service, state(service));
    }
}

void PlayedServer::arrive(std::vector<model::Arrival> arrivals, std::vector<model::Cursor> cursors)
{
    Q_EMIT batch(++m_lastBatch, {account, std::move(arrivals), std::move(cursors)});
}

base::Task<QString> Passwords::read(QString account)
{
    if (!m_kept.contains(account))
        return base::Task<QString>::ready(base::Error{base::Fault::NotFound, {}});
    return base::Task<QString>::ready(m_kept.value(account));
}

base::Task<base::Done> Passwords::write(QString account, QString secret)
{
    m_kept.insert(account, secret);
    return base::Task<base::Done>::ready(base::Done{});
}

base::Task<base::Done> Passwords::remove(QString account)
{
    m_kept.remove(account);
    return base::Task<base::Done>::ready(base::Done{});
}

base::Result<model::Mail> ReaderInProcess::result(const QByteArray &raw)
{
    if (!m_works)
        return base::Error{base::Fault::Unsupported, QStringLiteral("cannot lock itself")};
    if (m_busy && *m_busy > 0) {
        --*m_busy;
        return base::Error{base::Fault::TryLater, QStringLiteral("cannot be started")};
    }
    if (raw.contains("poison"))
        return base::Error{base::Fault::ProtocolBroken, QStringLiteral("the reader died")};
    return mime::readMail(raw, {});
}

base::Task<model::Mail> ReaderInProcess::read(QByteArray raw)
{
    if (m_requests->endsBeforeAlone) {
        ++m_requests->notRead;
        return base::Task<model::Mail>::ready(base::Error{base::Fault::Cancelled, QStringLiteral("the reader is going")});
    }
    m_requests->alone.push_back(raw);
    return base::Task<model::Mail>::ready(result(raw));
}

base::Task<std::vector<base::Result<model::Mail>>> ReaderInProcess::readMany(std::vector<QByteArray> raws)
{
    m_requests->together.push_back(raws.size());
    std::vector<base::Result<model::Mail>> mails;
    for (const QByteArray &raw : raws)
        mails.push_back(result(raw));
    if (m_requests->falsify)
        m_requests->falsify(mails);
    return base::Task<std::vector<base::Result<model::Mail>>>::ready(std::move(mails));
}

base::Task<QByteArray> ReaderInProcess::part(QByteArray raw, QString section)
{
    return base::Task<QByteArray>::ready(mime::decodedPart(raw, section));
}

base::Task<QByteArray> ReaderInProcess::layout(QByteArray raw, port::LayoutWish wish)
{
    if (!raw.contains("text/html"))
        return base::Task<QByteArray>::ready(base::Error{base::Fault::NotFound, QStringLiteral("no HTML")});
    return base::Task<QByteArray>::ready(QByteArray::number(wish.width));
}

model::ArrivedMail arrivedMail(quint32 uid, const QByteArray &lines, const char *folder)
{
    model::ArrivedMail mail;
    mail.folder = QString::fromUtf8(folder);
    mail.uidValidity = 1;
    mail.uid = uid;
    mail.internalDate = base::fromMsecs(1795255200000);
    mail.raw = QByteArray(lines).replace("\n", "\r\n");
    return mail;
}

Profile::Profile() = default;

engine::EngineParts Profile::parts()
{
    engine::EngineParts parts;
    parts.databasePath = path();
    parts.reader = makeReader ? makeReader() : std::make_unique<ReaderInProcess>(readerWorks, &readerBusy, requests);
    parts.readAgain = readAgain;
    parts.secrets = std::make_unique<Passwords>(passwords);
    parts.chatTransport = [this](const model::Account &owner, const QString &) {
        auto made = std::make_unique<PlayedServer>();
        made->account = owner.id;
        chat = made.get();
        return made;
    };
    parts.mailTransport = [this](const model::Account &owner, const QString &) {
        auto made = std::make_unique<PlayedServer>();
        made->account = owner.id;
        mail = made.get();
        return made;
    };
    parts.clock = [this] { return now; };
    parts.newId = [this] { return QStringLiteral("id-%1").arg(++ids); };
    parts.mailHold = hold;
    parts.storeAgain = std::chrono::milliseconds(20);
    return parts;
}

void Profile::open()
{
    auto opened = engine::Engine::open(parts());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    engine = std::move(opened).value();
}

void Profile::signIn()
{
    open();
    model::AccountPlan plan;
    plan.chat.endpoints.resize(1);
    plan.incoming.endpoints.resize(1);
    plan.outgoing.endpoints.resize(1);
    const auto id =
        wait(engine->accounts().signIn(mailAddress("alice@chat.example"), QStringLiteral("secret"), plan, true, true));
    if (!id)
        qFatal("%s", qPrintable(id.error().detail));
    account = *id;
    goOnline();
}

void Profile::reopen()
{
    close();
    open();
    goOnline();
}

void Profile::goOnline()
{
    if (!QTest::qWaitFor([this] { return chat && mail && chat->started && mail->started; }, 5000))
        qFatal("the transports were not started");
    chat->goOnline({Service::Chat});
    mail->goOnline({Service::IncomingMail, Service::OutgoingMail});
}

model::PersonId Profile::bob()
{
    const model::Jid bobsJid = jid("bob@chat.example");
    chat->arrive({model::RosterEntry{bobsJid, QStringLiteral("Bob"), model::Subscription::Both, false}});
    if (!QTest::qWaitFor([&] { return engine->contacts().personOf(bobsJid).has_value(); }, 5000))
        qFatal("bob is not in the contacts");
    return *engine->contacts().personOf(bobsJid);
}

model::Jid jid(const char *text)
{
    return model::Jid::parse(QString::fromUtf8(text)).value();
}

model::MailAddress mailAddress(const char *text)
{
    return model::MailAddress::parse(QString::fromUtf8(text)).value();
}

}

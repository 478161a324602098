#include "ui/widgets/Words.h"

#include <QLocale>

namespace isthmus::widgets {

using namespace model;

namespace {

/// The locale's short form, never with seconds: the C locale's has them.
QString shortTime()
{
    return QLocale().timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss"));
}

QDateTime local(base::Timestamp at)
{
    return base::toQDateTime(at).toLocalTime();
}

}

QString Words::presence(Availability availability)
{
    switch (availability) {
    case Availability::Unknown: return tr("presence unknown");
    case Availability::Offline: return tr("offline");
    case Availability::Online: return tr("online");
    case Availability::Away: return tr("away");
    case Availability::ExtendedAway: return tr("away for long");
    case Availability::DoNotDisturb: return tr("do not disturb");
    }
    return {};
}

QString Words::channel(Channel channel)
{
    return channel == Channel::Chat ? tr("chat") : tr("e-mail");
}

QString Words::service(Service service)
{
    switch (service) {
    case Service::Chat: return tr("Chat");
    case Service::IncomingMail: return tr("Incoming mail");
    case Service::OutgoingMail: return tr("Outgoing mail");
    }
    return {};
}

QString Words::security(Security security)
{
    return security == Security::DirectTls ? tr("encrypted from the start (TLS)") : tr("encrypted after STARTTLS");
}

QString Words::protocol(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Xmpp: return QStringLiteral("XMPP");
    case Protocol::Imap: return QStringLiteral("IMAP");
    case Protocol::Pop3: return QStringLiteral("POP3");
    case Protocol::Submission: return QStringLiteral("SMTP");
    }
    return {};
}

QString Words::source(PlanSource source)
{
    switch (source) {
    case PlanSource::Manual: return tr("entered by hand");
    case PlanSource::Srv: return tr("found in DNS");
    case PlanSource::Autoconfig: return tr("found in the provider's autoconfig");
    case PlanSource::HostMeta: return tr("found in the provider's host-meta");
    case PlanSource::Guess: return tr("guessed from the domain");
    }
    return {};
}

QString Words::evidence(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Header: return tr("a mail named it");
    case Evidence::Published: return tr("published by the contact");
    case Evidence::VCard: return tr("from the contact's vCard");
    case Evidence::SameAddress: return tr("spelled like the chat address");
    case Evidence::Roster: return tr("from your contact list");
    case Evidence::Confirmed: return tr("confirmed by you");
    case Evidence::User: return tr("entered by you");
    }
    return {};
}

QString Words::sendVia(SendVia via)
{
    switch (via) {
    case SendVia::Automatic: return tr("Automatic");
    case SendVia::OfflineMail: return tr("Offline → mailbox");
    case SendVia::DndMail: return tr("Do not disturb → mailbox");
    case SendVia::BothMail: return tr("Offline or do not disturb → mailbox");
    case SendVia::MailOnly: return tr("Always e-mail");
    case SendVia::ChatOnly: return tr("Always chat");
    }
    return {};
}

QString Words::linkPhase(const LinkState &state, base::Timestamp now)
{
    switch (state.phase) {
    case LinkState::Phase::Off: return tr("off");
    case LinkState::Phase::Connecting: return tr("connecting…");
    case LinkState::Phase::Online: return tr("connected");
    case LinkState::Phase::Waiting: break;
    case LinkState::Phase::Failed: return tr("failed");
    }
    if (!state.retryAt || *state.retryAt <= now)
        return tr("waiting, will try again");
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*state.retryAt - now).count();
    if (seconds < 60)
        return tr("waiting, next attempt in %n second(s)", nullptr, static_cast<int>(seconds));
    return tr("waiting, next attempt in %n minute(s)", nullptr, static_cast<int>((seconds + 59) / 60));
}

QString Words::route(const Item &item)
{
    const bool mail = item.channel == Channel::Mail;
    if (item.delivery.fellBack)
        return mail ? tr("chat failed → e-mail") : tr("e-mail failed → chat");
    return channel(item.channel);
}

QString Words::stage(DeliveryStage stage)
{
    switch (stage) {
    case DeliveryStage::None: return {};
    case DeliveryStage::Held: return tr("waits to be sent");
    case DeliveryStage::Queued: return tr("waiting for connection");
    case DeliveryStage::Sending: return tr("sending…");
    case DeliveryStage::Sent: return tr("sent");
    case DeliveryStage::Delivered: return tr("delivered");
    case DeliveryStage::Displayed: return tr("read");
    case DeliveryStage::Failed: return tr("failed");
    }
    return {};
}

QString Words::state(const DeliveryState &state)
{
    if (state.stage == DeliveryStage::Queued && state.error && state.error->fault == base::Fault::TryLater)
        return tr("put off by the server, will be tried again");
    return stage(state.stage);
}

QString Words::delivery(const Item &item)
{
    if (item.delivery.stage == DeliveryStage::None)
        return {};
    return tr("%1, %2", "route, state").arg(route(item), state(item.delivery));
}

QString Words::bytes(std::uint64_t count)
{
    return QLocale().formattedDataSize(static_cast<qint64>(count), count < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString Words::timeOfDay(base::Timestamp at)
{
    return QLocale().toString(local(at).time(), shortTime());
}

QString Words::day(base::Timestamp at, base::Timestamp now)
{
    const QDate date = local(at).date();
    const qint64 ago = date.daysTo(local(now).date());
    if (ago == 0)
        return tr("Today");
    if (ago == 1)
        return tr("Yesterday");
    if (ago > 1 && ago < 7)
        return QLocale().standaloneDayName(date.dayOfWeek());
    return QLocale().toString(date, QLocale::LongFormat);
}

QString Words::when(base::Timestamp at, base::Timestamp now)
{
    if (at == base::Timestamp{})
        return {};
    const QDate date = local(at).date();
    const qint64 ago = date.daysTo(local(now).date());
    if (ago == 0)
        return timeOfDay(at);
    if (ago == 1)
        return tr("Yesterday");
    if (ago > 1 && ago < 7)
        return QLocale().standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat);
    return QLocale().toString(date, QLocale::ShortFormat);
}

QString Words::dateAndTime(base::Timestamp at)
{
    return tr("%1, %2", "date, time").arg(QLocale().toString(local(at).date(), QLocale::LongFormat), timeOfDay(at));
}

}

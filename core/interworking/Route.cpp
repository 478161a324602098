#include "core/interworking/Route.h"

namespace isthmus::interworking {

namespace {

using model::Channel;
using model::SendVia;
using Refusal = Route::Refusal;

/// A rule's answer before the links are looked at.
struct Ruling {
    int rule = 0;
    std::optional<Channel> channel;
    Refusal refusal = Refusal::None;
    std::optional<Channel> fallback;
};

Ruling refuse(int rule, Refusal why)
{
    return {rule, {}, why, {}};
}

Ruling prefer(int rule, Channel channel)
{
    return {rule, channel, Refusal::None, channel == Channel::Chat ? Channel::Mail : Channel::Chat};
}

/// R1 to R13: what was said outright, and what leaves no choice. Rule 0: none hit.
Ruling forced(const RouteInput &in)
{
    const auto only = [](int rule, Channel channel) { return Ruling{rule, channel, Refusal::None, {}}; };
    if (!in.hasJid && !in.hasMail)
        return refuse(1, Refusal::NoAddress);
    if (in.user == Channel::Chat)
        return in.hasJid ? only(2, Channel::Chat) : refuse(3, Refusal::NoJid);
    if (in.user == Channel::Mail)
        return in.hasMail ? only(4, Channel::Mail) : refuse(5, Refusal::NoMail);
    if (in.preference == SendVia::MailOnly)
        return in.hasMail ? only(6, Channel::Mail) : refuse(7, Refusal::PreferenceConflict);
    if (in.preference == SendVia::ChatOnly)
        return in.hasJid ? only(8, Channel::Chat) : refuse(9, Refusal::PreferenceConflict);
    if (in.kind == model::Draft::Kind::Mail)
        return in.hasMail ? only(10, Channel::Mail) : only(11, Channel::Chat);
    if (!in.hasJid)
        return only(12, Channel::Mail);
    if (!in.hasMail)
        return only(13, Channel::Chat);
    return {};
}

/// R14 to R20: both ways are open, presence decides.
Ruling byPresence(const RouteInput &in)
{
    const bool both = in.preference == SendVia::BothMail;
    const bool offlineMail = both || in.preference == SendVia::OfflineMail;
    const bool dndMail = both || in.preference == SendVia::DndMail;
    switch (in.presence) {
    case Reach::Online: return prefer(14, Channel::Chat);
    case Reach::DoNotDisturb: return dndMail ? prefer(15, Channel::Mail) : prefer(16, Channel::Chat);
    case Reach::Offline: return offlineMail ? prefer(17, Channel::Mail) : prefer(18, Channel::Chat);
    case Reach::Unknown: break;
    }
    return offlineMail ? prefer(19, Channel::Mail) : prefer(20, Channel::Chat);
}

}

Reach reachOf(model::Availability availability)
{
    switch (availability) {
    case model::Availability::Online:
    case model::Availability::Away:
    case model::Availability::ExtendedAway: return Reach::Online;
    case model::Availability::DoNotDisturb: return Reach::DoNotDisturb;
    case model::Availability::Offline: return Reach::Offline;
    case model::Availability::Unknown: break;
    }
    return Reach::Unknown;
}

std::optional<Channel> Route::channel() const
{
    if (way == Way::Refuse)
        return {};
    return way == Way::Im || way == Way::QueueIm ? Channel::Chat : Channel::Mail;
}

Route route(const RouteInput &input)
{
    Ruling ruling = forced(input);
    if (ruling.rule == 0)
        ruling = byPresence(input);

    Route result;
    result.rule = ruling.rule;
    result.refusal = ruling.refusal;
    if (!ruling.channel)
        return result;
    // The link step: an own link that is down queues and never switches by itself.
    const auto isUp = [&](Channel channel) { return channel == Channel::Chat ? input.xmppUp : input.smtpUp; };
    const bool up = isUp(*ruling.channel);
    if (*ruling.channel == Channel::Chat)
        result.way = up ? Route::Way::Im : Route::Way::QueueIm;
    else
        result.way = up ? Route::Way::Mail : Route::Way::QueueMail;
    if (up && ruling.fallback && isUp(*ruling.fallback))
        result.fallback = ruling.fallback;
    result.mailBearing = *ruling.channel == Channel::Chat && input.kind == model::Draft::Kind::Mail;
    return result;
}

SendVia effectivePreference(SendVia local, const std::optional<PublishedPreference> &published)
{
    if (local != SendVia::Automatic || !published)
        return local;
    if (published->mode == QLatin1String("mail-only"))
        return SendVia::MailOnly;
    if (published->mode == QLatin1String("chat-only"))
        return SendVia::ChatOnly;
    const bool offline = published->offline == QLatin1String("mailbox");
    const bool busy = published->busy == QLatin1String("mailbox");
    if (offline && busy)
        return SendVia::BothMail;
    return offline ? SendVia::OfflineMail : busy ? SendVia::DndMail : SendVia::Automatic;
}

bool mayUsePublishedMail(const PublishedPreference &published, const model::Contact &contact)
{
    if (published.mail.isNull())
        return false;
    return std::any_of(contact.links.begin(), contact.links.end(), [&](const model::AddressLink &link) {
        const auto *mail = std::get_if<model::MailAddress>(&link.address);
        return mail && link.isConfirmed() && mail->key() == published.mail.key();
    });
}

bool mayFallBack(const QString &condition)
{
    static const QStringList unreachable{QStringLiteral("service-unavailable"),   QStringLiteral("recipient-unavailable"),
                                         QStringLiteral("item-not-found"),        QStringLiteral("remote-server-not-found"),
                                         QStringLiteral("remote-server-timeout"), QStringLiteral("gone")};
    return unreachable.contains(condition);
}

bool mayFallBack(int smtpCode, const QString &enhanced)
{
    if (smtpCode < 500 || smtpCode > 599)
        return false;
    // 5.6.x: the content was refused; 5.7.x: the peer or its policy said no.
    return !enhanced.startsWith(QLatin1String("5.6.")) && !enhanced.startsWith(QLatin1String("5.7."));
}

}

#include "core/interworking/Destinations.h"

#include "core/interworking/Addressing.h"
#include "core/interworking/Errors.h"
#include "core/interworking/MailFacts.h"
#include "core/interworking/Text.h"

#include <QSet>
#include <QUrl>

namespace isthmus::interworking {

namespace {

using model::InstantMessage;
using model::MailAddress;
using model::Mailbox;
using model::StanzaError;

template <typename T>
using Or = std::variant<T, StanzaError>;

/// The localpart of a JID as it was written: a server folds it before, and where one did not, the
/// difference is an attack (X11).
QString writtenNode(const QString &jid)
{
    return jid.section(u'/', 0, 0).section(u'@', 0, -2);
}

Or<MailAddress> addressOfJid(const QString &written, const Ctx &ctx)
{
    const base::Result<model::Jid> jid = model::Jid::parse(written);
    if (!jid)
        return stanzaError(QStringLiteral("jid-malformed"));
    if (jid->domain() == ctx.gatewayDomain) {
        if (!addressOfNode(writtenNode(written)))
            return stanzaError(QStringLiteral("jid-malformed"));
        if (base::Result<MailAddress> address = jidToMail(*jid, ctx))
            return *address;
        return stanzaError(QStringLiteral("jid-malformed"));
    }
    if (!ctx.isOwnDomain(jid->domain()))
        return stanzaError(QStringLiteral("forbidden"));
    if (base::Result<MailAddress> address = originMail(*jid, ctx))
        return *address;
    return stanzaError(QStringLiteral("item-not-found"));
}

Or<MailAddress> addressOfUri(const QString &uri)
{
    if (!uri.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
        return stanzaError(QStringLiteral("jid-malformed"));
    // RFC 6068: percent-encoded, header fields after "?" are not for us.
    const QByteArray encoded = uri.mid(7).section(u'?', 0, 0).toUtf8();
    const base::Result<MailAddress> address =
        MailAddress::parse(QString::fromUtf8(QByteArray::fromPercentEncoding(encoded)));
    if (!address)
        return stanzaError(QStringLiteral("jid-malformed"));
    return *address;
}

MailAddress withAsciiDomain(const MailAddress &address)
{
    return MailAddress::fromParts(address.local(), model::toAsciiDomain(address.domain())).valueOr(address);
}

Mailbox outgoing(const Mailbox &mailbox)
{
    return {shownMailbox(mailbox).name, withAsciiDomain(mailbox.address)};
}

void add(model::MailboxList &list, const Mailbox &mailbox)
{
    const QString key = mailbox.address.key();
    const bool known =
        std::any_of(list.begin(), list.end(), [&](const Mailbox &other) { return other.address.key() == key; });
    if (!known)
        list.push_back(outgoing(mailbox));
}

/// To, Cc and Bcc of an <email/> to the bare gateway.
Destinations ofEmail(const model::EmailElement &email)
{
    Destinations result;
    for (const Mailbox &mailbox : email.to)
        add(result.to, mailbox);
    for (const Mailbox &mailbox : email.cc)
        add(result.cc, mailbox);
    for (const Mailbox &mailbox : email.bccList)
        add(result.bcc, mailbox);
    return result;
}

/// Addresses of XEP-0033 into \p result; the first one that cannot be mail is the error. \p onlyReplyTo: the recipients stand
/// in the <email/>.
std::optional<StanzaError> addExtended(const InstantMessage &message, const Ctx &ctx, bool onlyReplyTo, Destinations &result)
{
    for (const model::ExtendedAddress &entry : message.addresses) {
        model::MailboxList *list = entry.type == QLatin1String("to")        ? &result.to
                                   : entry.type == QLatin1String("cc")      ? &result.cc
                                   : entry.type == QLatin1String("bcc")     ? &result.bcc
                                   : entry.type == QLatin1String("replyto") ? &result.replyTo
                                                                            : nullptr;
        if (!list || (entry.delivered && list != &result.replyTo) || (onlyReplyTo && list != &result.replyTo))
            continue;
        const Or<MailAddress> address = entry.jid.isEmpty() ? addressOfUri(entry.uri) : addressOfJid(entry.jid, ctx);
        if (const auto *error = std::get_if<StanzaError>(&address))
            return *error;
        add(*list, {entry.description, std::get<MailAddress>(address)});
    }
    return {};
}

/// The stanza's own `to`, which is among the recipients or is added as To (2.3).
std::optional<StanzaError> addStanzaTo(const InstantMessage &message, const Ctx &ctx, Destinations &result)
{
    const QString written = message.toText.isEmpty() ? message.to.toString() : message.toText;
    Or<MailAddress> address = addressOfJid(written, ctx);
    if (auto *error = std::get_if<StanzaError>(&address)) {
        const bool foreign = error->condition == QLatin1String("forbidden");
        return foreign ? stanzaError(QStringLiteral("item-not-found")) : *error;
    }
    const MailAddress &to = std::get<MailAddress>(address);
    const QString key = to.key();
    for (const model::MailboxList *list : {&result.to, &result.cc, &result.bcc}) {
        for (const Mailbox &mailbox : *list) {
            if (mailbox.address.key() == key)
                return {};
        }
    }
    result.to.push_back(outgoing({QString(), to}));
    return {};
}

}

std::vector<MailAddress> Destinations::envelope() const
{
    std::vector<MailAddress> recipients;
    QSet<QString> keys;
    for (const model::MailboxList *list : {&to, &cc, &bcc}) {
        for (const Mailbox &mailbox : *list) {
            const QString key = mailbox.address.key();
            if (keys.contains(key))
                continue;
            keys.insert(key);
            recipients.push_back(mailbox.address);
        }
    }
    return recipients;
}

bool isBareGateway(const InstantMessage &message, const Ctx &ctx)
{
    return message.to.local().isEmpty() && !message.to.isNull() && message.to.domain() == ctx.gatewayDomain;
}

bool hasUndelivered(const InstantMessage &message)
{
    return std::any_of(message.addresses.begin(), message.addresses.end(), [](const model::ExtendedAddress &address) {
        return !address.delivered
               && (address.type == QLatin1String("to") || address.type == QLatin1String("cc")
                   || address.type == QLatin1String("bcc"));
    });
}

std::variant<Destinations, StanzaError> destinationsOf(const InstantMessage &message, const Ctx &ctx)
{
    Destinations result;
    result.canonicalTo = message.to.bare();
    const bool bare = isBareGateway(message, ctx);
    const bool byEmail = bare && message.email && message.email->type == QLatin1String("email")
                         && !(message.email->to.empty() && message.email->cc.empty() && message.email->bccList.empty());
    if (byEmail)
        result = ofEmail(*message.email);
    result.canonicalTo = message.to.bare();
    const bool byAddresses = !byEmail && hasUndelivered(message);
    if (std::optional<StanzaError> error = addExtended(message, ctx, byEmail, result))
        return *error;
    if (!bare) {
        if (std::optional<StanzaError> error = addStanzaTo(message, ctx, result))
            return *error;
        // One canonical JID per mailbox, however it was spelled (2.1.1).
        if (message.to.domain() == ctx.gatewayDomain) {
            const base::Result<MailAddress> address = jidToMail(message.to, ctx);
            if (address)
                result.canonicalTo = remoteJid(*address, ctx);
        }
    }
    if (message.email && !message.email->replyTo.empty()) {
        result.replyTo.clear();
        for (const Mailbox &mailbox : message.email->replyTo)
            add(result.replyTo, mailbox);
    }
    const std::size_t count = result.envelope().size();
    if (count == 0)
        return stanzaError(QStringLiteral("item-not-found"), QStringLiteral("no recipient"));
    if (count > recipientsMax)
        return stanzaError(byAddresses ? QStringLiteral("not-acceptable") : QStringLiteral("policy-violation"),
                           QStringLiteral("too many recipients"));
    return result;
}

std::variant<Origin, StanzaError> originOf(const InstantMessage &message, const Ctx &ctx)
{
    const model::Jid bare = message.from.bare();
    const base::Result<MailAddress> primary = originMail(bare, ctx);
    if (!ctx.isOwnDomain(bare.domain()) || !primary)
        return stanzaError(QStringLiteral("registration-required"), QStringLiteral("no mail address"));
    Origin origin;
    origin.from = {ctx.nameOf(bare), withAsciiDomain(*primary)};
    if (!message.email || message.email->from.empty())
        return origin;
    const MailAddress &chosen = message.email->from.front().address;
    const bool allOwn = std::all_of(message.email->from.begin(), message.email->from.end(),
                                    [&](const Mailbox &mailbox) { return ctx.isAddressOf(bare, mailbox.address); });
    if (!allOwn)
        return stanzaError(QStringLiteral("not-allowed"), QStringLiteral("not an address of yours"));
    origin.from.address = withAsciiDomain(chosen);
    if (chosen.key() != primary->key())
        origin.sender = withAsciiDomain(*primary);
    return origin;
}

}

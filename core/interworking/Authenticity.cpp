#include "core/interworking/Authenticity.h"

#include <algorithm>

namespace isthmus::interworking {

namespace {

using model::AuthenticationResults;
using model::Received;

bool isOwnReceived(const model::TraceField &field, const Ctx &ctx)
{
    const auto *received = std::get_if<Received>(&field);
    if (!received || received->byHost.isEmpty())
        return false;
    return ctx.ownHosts.contains(received->byHost, Qt::CaseInsensitive)
           || ctx.trustedAuthservIds.contains(received->byHost, Qt::CaseInsensitive);
}

/// The results that the own server added: those above the border. They are copied out because fields
/// below the border look exactly the same and are forged with ease.
std::vector<AuthenticationResults::Method> trustedMethods(const model::Mail &mail, const Ctx &ctx)
{
    const auto lowest = std::find_if(mail.trace.rbegin(), mail.trace.rend(),
                                     [&](const model::TraceField &field) { return isOwnReceived(field, ctx); });
    if (lowest == mail.trace.rend() && ctx.role == Role::Client)
        return {};
    const auto border = lowest == mail.trace.rend() ? mail.trace.end() : std::prev(lowest.base());
    std::vector<AuthenticationResults::Method> methods;
    for (auto field = mail.trace.begin(); field != border; ++field) {
        const auto *results = std::get_if<AuthenticationResults>(&*field);
        if (results && ctx.trustedAuthservIds.contains(results->authservId, Qt::CaseInsensitive))
            methods.insert(methods.end(), results->methods.begin(), results->methods.end());
    }
    return methods;
}

QString property(const AuthenticationResults::Method &method, QLatin1String name)
{
    for (const AuthenticationResults::Property &candidate : method.properties) {
        if (candidate.name == name)
            return candidate.value;
    }
    return {};
}

/// "p=none" or "dis=none", in a comment or as a property: the domain asks for nothing, or the server did nothing.
bool asksForNothing(const AuthenticationResults::Method &method)
{
    for (const char *name : {"p", "dis", "policy.p", "policy.dis"}) {
        if (property(method, QLatin1String(name)).compare(QLatin1String("none"), Qt::CaseInsensitive) == 0)
            return true;
    }
    QString word;
    const QString comment = method.comment.toLower() + u' ';
    for (const QChar c : comment) {
        if (c.isLetterOrNumber() || c == u'=' || c == u'-' || c == u'_') {
            word += c;
            continue;
        }
        if (word == QLatin1String("p=none") || word == QLatin1String("dis=none"))
            return true;
        word.clear();
    }
    return false;
}

/// The domain of "example.net", "@example.net" or "user@example.net", as A-label.
QString domainOf(const QString &value)
{
    return model::toAsciiDomain(QStringView(value).mid(value.lastIndexOf(u'@') + 1));
}

/// Equal, one above the other, or both directly under one domain that has a dot ("mx" and "imap" of one provider).
bool isSameDomain(const QString &a, const QString &b)
{
    const QString one = model::toAsciiDomain(a);
    const QString other = model::toAsciiDomain(b);
    if (one.isEmpty() || other.isEmpty())
        return false;
    if (one == other || one.endsWith(u'.' + other) || other.endsWith(u'.' + one))
        return true;
    const QString parent = one.mid(one.indexOf(u'.') + 1);
    return parent.contains(u'.') && other.mid(other.indexOf(u'.') + 1) == parent;
}

/// What the methods say, before the number of authors is looked at.
Verdict judge(const std::vector<AuthenticationResults::Method> &methods, const QString &domain, bool isList, const Ctx &ctx)
{
    bool dkimPass = false;
    bool spfFail = false;
    bool dmarcFail = false;
    bool dmarcExcused = false;
    for (const AuthenticationResults::Method &method : methods) {
        const bool pass = method.result == QLatin1String("pass");
        const bool fail = method.result == QLatin1String("fail");
        if (method.method == QLatin1String("dmarc")) {
            if (pass && domainOf(property(method, QLatin1String("header.from"))) == domain)
                return Verdict::Pass;
            dmarcFail = dmarcFail || fail;
            dmarcExcused = dmarcExcused || (fail && (isList || asksForNothing(method)));
        } else if (method.method == QLatin1String("dkim")) {
            if (pass && isAligned(domain, domainOf(property(method, QLatin1String("header.d"))), ctx))
                return Verdict::Pass;
            dkimPass = dkimPass || pass;
        } else if (method.method == QLatin1String("spf")) {
            spfFail = spfFail || fail;
        }
    }
    if (dmarcFail)
        return dmarcExcused ? Verdict::None : Verdict::Fail;
    return spfFail && !dkimPass ? Verdict::Fail : Verdict::None;
}

}

bool isAligned(const QString &fromDomain, const QString &signer, const Ctx &ctx)
{
    if (fromDomain.isEmpty() || signer.isEmpty())
        return false;
    if (fromDomain == signer)
        return true;
    if (fromDomain.endsWith(u'.' + signer))
        return ctx.isPublicSuffix ? !ctx.isPublicSuffix(signer) : signer.contains(u'.');
    return ctx.isPublicSuffix && signer.endsWith(u'.' + fromDomain) && !ctx.isPublicSuffix(fromDomain);
}

Verdict verdictOf(const model::Mail &mail, bool isList, const Ctx &ctx)
{
    if (mail.from.empty() || ctx.trustedAuthservIds.isEmpty())
        return Verdict::None;
    const QString domain = model::toAsciiDomain(mail.from.front().address.domain());
    const Verdict verdict = judge(trustedMethods(mail, ctx), domain, isList, ctx);
    // Several authors: a pass speaks for the first one only.
    return verdict == Verdict::Pass && mail.from.size() > 1 ? Verdict::None : verdict;
}

std::optional<CheckingServer> checkingServer(const model::Mail &mail, const QStringList &receivingHosts)
{
    CheckingServer server;
    for (const model::TraceField &field : mail.trace) {
        const auto *received = std::get_if<Received>(&field);
        const auto *results = std::get_if<AuthenticationResults>(&field);
        if (received && server.receivedBy.isEmpty())
            server.receivedBy = received->byHost;
        if (results && server.name.isEmpty())
            server.name = results->authservId;
    }
    if (server.name.isEmpty() || server.receivedBy.isEmpty())
        return std::nullopt;
    QStringList hosts = receivingHosts;
    hosts.append(server.receivedBy);
    const bool own =
        std::any_of(hosts.cbegin(), hosts.cend(), [&](const QString &host) { return isSameDomain(server.name, host); });
    return own ? std::optional(server) : std::nullopt;
}

std::optional<base::Timestamp> ownReceivedTime(const model::Mail &mail, const Ctx &ctx)
{
    for (const model::TraceField &field : mail.trace) {
        if (isOwnReceived(field, ctx))
            return std::get<Received>(field).at;
    }
    return {};
}

toim::Dress dressOf(const model::MailAddress &from, Verdict verdict, bool selfSpoof, const Ctx &ctx, QString *claimed)
{
    if (selfSpoof)
        return toim::Dress::SelfSpoof;
    const QString key = from.key();
    const KnownContact *contact = nullptr;
    for (const KnownContact &candidate : ctx.contacts) {
        for (const model::MailAddress &mailbox : candidate.mailboxes) {
            if (!key.isEmpty() && mailbox.key() == key)
                contact = &candidate;
        }
    }
    if (verdict == Verdict::Fail) {
        if (contact && claimed)
            *claimed = contact->name;
        return toim::Dress::Suspicious;
    }
    if (!contact)
        return toim::Dress::Stranger;
    return verdict == Verdict::Pass ? toim::Dress::Contact : toim::Dress::ContactUnverified;
}

bool mayShowPresence(toim::Dress dress)
{
    return dress == toim::Dress::Contact || dress == toim::Dress::ContactUnverified;
}

}

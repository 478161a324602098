#include "core/engine/MailConverter.h"

#include "core/engine/Bridge.h"
#include "core/engine/Forwarding.h"
#include "core/engine/Reactions.h"
#include "core/engine/SameBody.h"
#include "core/interworking/Authenticity.h"
#include "core/interworking/Route.h"
#include "core/store/JourneyTable.h"
#include "core/store/MailServerTable.h"
#include "core/store/MessageMapTable.h"
#include "core/store/MoveTable.h"
#include "core/store/SearchTable.h"

#include <algorithm>

namespace isthmus::engine {

using interworking::Verdict;
using interworking::toim::Convert;
using interworking::toim::Dress;
using interworking::toim::Report;
using interworking::toim::ReportKind;
using model::DeliveryStage;
using model::Direction;
using model::Station;

namespace {

/// Stands for a sender that no header names; it cannot exist (RFC 2606).
model::MailAddress nobody()
{
    return model::MailAddress::fromParts(u"unknown-sender", u"mail.invalid").valueOr({});
}

model::MailAddress senderOf(const model::Mail &mail)
{
    if (!mail.from.empty())
        return mail.from.front().address;
    return mail.sender ? mail.sender->address : nobody();
}

/// Whom an own mail is a conversation with: the first one it is addressed to who is not the user.
model::Mailbox recipientOf(const model::Mail &mail, const model::Account &account)
{
    for (const model::MailboxList *list : {&mail.to, &mail.cc}) {
        for (const model::Mailbox &mailbox : *list) {
            if (mailbox.address.key() != account.address.key())
                return mailbox;
        }
    }
    return {QString(), account.address};
}

model::Authenticity authenticityOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::None: return model::Authenticity::None;
    case Verdict::Pass: return model::Authenticity::Pass;
    case Verdict::Fail: return model::Authenticity::Fail;
    }
    Q_UNREACHABLE();
}

bool isFrom(const model::Account &account, const model::Mail &mail)
{
    return !mail.from.empty() && mail.from.front().address.key() == account.address.key();
}

bool isSuspicious(Dress dress)
{
    return dress == Dress::Suspicious || dress == Dress::SelfSpoof;
}

/// Where a mail stands: by its Date. By its arrival where it has none, or one that lies behind the arrival: when it is
/// read would be another time on each device.
base::Timestamp timeOf(const store::ArrivedRow &row, const std::optional<model::EmailElement> &email)
{
    const bool isWritten =
        email && email->date && (email->dateSource.isEmpty() || email->dateSource == QLatin1String("received"));
    if (row.internalDate <= base::Timestamp{})
        return email && email->date ? *email->date : row.internalDate;
    return isWritten && *email->date <= row.internalDate + interworking::futureTolerance ? *email->date : row.internalDate;
}

interworking::KnownContact knownContact(const store::PersonRow &person)
{
    interworking::KnownContact contact;
    contact.name = person.contact.name;
    for (const model::AddressLink &link : person.contact.links) {
        if (!person.homes.contains(model::addressKey(link.address)))
            continue; // claimed only
        if (const auto *jid = std::get_if<model::Jid>(&link.address)) {
            if (contact.jid.isNull())
                contact.jid = *jid;
        } else {
            contact.mailboxes.push_back(std::get<model::MailAddress>(link.address));
        }
    }
    return contact;
}

}

MailConverter::MailConverter(store::Connection &connection, Changes &changes, QStringList ownDomains, base::Timestamp now,
                             QString fallbackId)
    : m_connection(connection),
      m_changes(changes),
      m_people(connection, changes, std::move(ownDomains), now),
      m_now(now),
      m_fallbackId(std::move(fallbackId))
{}

const std::vector<interworking::KnownContact> &MailConverter::contacts()
{
    // One look for a whole handful of mails; anew when one of them changed who is who.
    if (!m_contacts || m_contactsAsOf != m_changes.persons.size()) {
        m_contacts.emplace();
        m_contactsAsOf = m_changes.persons.size();
        for (const store::PersonRow &person : store::PersonTable(m_connection).known())
            m_contacts->push_back(knownContact(person));
    }
    return *m_contacts;
}

void MailConverter::noteServer(const View &view)
{
    QStringList receiving;
    for (const model::Endpoint &endpoint : view.account.plan.incoming.endpoints)
        receiving.append(endpoint.host);
    const auto server = interworking::checkingServer(view.mail, receiving);
    if (server && store::MailServerTable(m_connection).seen(view.account.id, server->name, server->receivedBy))
        m_changes.mailServers = true;
}

interworking::Ctx MailConverter::context(const View &view)
{
    interworking::Ctx ctx = contextFor(view.account, m_now);
    std::vector<QString> ids =
        interworking::relatedMessageIds(view.mail, model::toAsciiDomain(view.account.address.domain()));
    if (!view.mail.messageId.isEmpty())
        ids.push_back(view.mail.messageId);
    addRows(ctx, m_connection, view.account, ids);
    ctx.contacts = contacts();
    return ctx;
}

std::optional<store::ItemRow> MailConverter::ownItem(const View &view)
{
    for (store::ItemRow &item : store::ItemTable(m_connection).byMessageId(view.account.id, view.mail.messageId)) {
        if (item.item.direction != Direction::Outgoing)
            continue;
        // Only the account itself puts mails among the sent ones, where a server may have changed what it
        // filed. Anywhere else an id is anybody's to use, and the content must be the same.
        const bool filed = view.own && (!item.item.mail.isValid() || item.item.mail == view.row.id);
        if (filed || (!item.digest.isEmpty() && item.digest == view.mail.bodySha256))
            return std::move(item);
    }
    return std::nullopt;
}

std::optional<store::ItemRow> MailConverter::original(const View &view)
{
    const QString from = view.mail.from.empty() ? QString() : view.mail.from.front().address.toString();
    const bool fromSelf = isFrom(view.account, view.mail);
    // An id is anybody's to use (X38): sender, date and words must agree as well, then nothing is hidden by it.
    for (const store::MessageLink &link :
         store::MessageMapTable(m_connection).byMessageId(view.account.id, view.mail.messageId)) {
        const bool sameHead =
            link.inbound ? link.from.compare(from, Qt::CaseInsensitive) == 0 && link.date == view.mail.date : fromSelf;
        auto item = sameHead ? store::ItemTable(m_connection).one(link.item) : std::nullopt;
        if (!item || !item->item.mail.isValid() || item->item.mail == view.row.id)
            continue;
        const auto octets = store::MailTable(m_connection).raw(item->item.mail);
        if (octets && isSameBody(*octets, view.row.raw))
            return item;
    }
    return std::nullopt;
}

void MailConverter::join(const View &view, const store::ItemRow &item)
{
    store::MailTable mails(m_connection);
    mails.join(view.row.id, item.item.mail);
    // What is read stays so, whatever the copy has lost on its way.
    if (!item.item.read && mails.isSeen(item.item.mail)) {
        store::ItemTable(m_connection).setRead(item.item.id, true);
        store::JourneyTable(m_connection).add(item.item.id, {Station::Kind::ReadElsewhere, m_now, item.item.channel, {}});
    }
    m_changes.add(item.item.id, item.home, Changes::What::Changed);
}

void MailConverter::read(const model::Account &account, const store::ArrivedRow &row, const model::Mail &mail)
{
    // Thrown away while it was being read: it is read again should it be taken back.
    if (store::MoveTable(m_connection).isSetAside(row.id))
        return;
    const auto glanced = row.glanced ? store::ItemTable(m_connection).byMail(row.id) : std::nullopt;
    const bool isShown = understand({account, row, mail, row.specialUse == QLatin1String("\\Sent")});
    if (!isShown && glanced)
        withdraw(*glanced);
}

void MailConverter::glance(const model::Account &account, const store::ArrivedRow &row, const model::Mail *mail)
{
    store::MailTable(m_connection).setState(row.id, store::ReadState::Glanced);
    const bool isOwn = row.specialUse == QLatin1String("\\Sent");
    if (!mail || isOwn || isFrom(account, *mail) || store::ItemTable(m_connection).byMail(row.id))
        return;
    const View view{account, row, *mail};
    const auto result = interworking::mailToIm(*mail, context(view));
    const auto *converted = std::get_if<Convert>(&result);
    if (!converted)
        return;
    store::ItemRow shown = itemOf(view, *converted);
    place(view, *converted, shown);
    // Probably the same mail by another way: not shown twice for the moment.
    const auto alike = store::ItemTable(m_connection).byMessageId(account.id, shown.item.messageId);
    if (std::none_of(alike.begin(), alike.end(), [&](const store::ItemRow &other) { return other.digest == shown.digest; }))
        insert(shown);
}

bool MailConverter::understand(const View &view)
{
    const model::Account &account = view.account;
    const bool fromSelf = isFrom(account, view.mail);
    const auto item = view.own || fromSelf ? ownItem(view) : std::nullopt;
    store::MailTable(m_connection).setState(view.row.id, store::ReadState::Read);
    if (fromSelf && isForwardedCopy(m_connection, account, view.mail.messageId))
        return false;
    if (const auto known = original(view)) {
        join(view, *known);
        return false;
    }
    if (item) {
        // The copy of what left here: proof that it was sent, and the octets behind the item.
        store::ItemRow changed = *item;
        if (!changed.item.mail.isValid())
            changed.item.mail = view.row.id;
        store::ItemTable(m_connection).update(changed);
        m_changes.add(changed.item.id, changed.home, Changes::What::Changed);
        Delivery(m_connection, m_changes, m_now).advance(changed, DeliveryStage::Sent, Station::Kind::SeenAtServer);
        return false;
    }
    if (!view.own)
        noteServer(view);
    const auto result = interworking::mailToIm(view.mail, context(view));
    if (const auto *converted = std::get_if<Convert>(&result)) {
        if (react(view, *converted) || supersede(view, *converted))
            return false;
        show(view, *converted);
        return true;
    }
    if (const auto *about = std::get_if<Report>(&result)) {
        report(view, *about);
        for (const Report &other : about->others)
            report(view, other);
    }
    return false; // Drop: a duplicate. Reject is the gateway's alone.
}

bool MailConverter::react(const View &view, const Convert &converted)
{
    const model::InstantMessage &stanza = converted.stanza();
    if (stanza.reactionsId.isEmpty() || (!view.own && isSuspicious(converted.dress)))
        return false;
    store::PersonTable persons(m_connection);
    const model::MailAddress other = view.own ? recipientOf(view.mail, view.account).address : senderOf(view.mail);
    const auto person = persons.ownerOf(model::addressKey(other));
    for (const store::ItemRow &row : store::ItemTable(m_connection).byStanzaId(view.account.id, stanza.reactionsId)) {
        if (!person || persons.ownerOf(row.home) != person)
            continue;
        engine::react(m_connection, m_changes, row, view.own, stanza.reactions);
        return true;
    }
    return false;
}

bool MailConverter::supersede(const View &view, const Convert &converted)
{
    const QString &replaced = converted.stanza().replaceId;
    if (replaced.isEmpty() || view.own || isSuspicious(converted.dress))
        return false;
    for (const store::ItemRow &before : store::ItemTable(m_connection).byStanzaId(view.account.id, replaced)) {
        store::ItemRow row = itemOf(view, converted);
        place(view, converted, row);
        if (before.item.direction != Direction::Incoming || before.item.channel != model::Channel::Mail
            || before.home != row.home || before.item.mail == view.row.id)
            continue;
        row.item.at = before.item.at;
        row.item.read = row.item.read && before.item.read;
        row.item.flags.append(QStringLiteral("corrected"));
        putRight(row, before);
        remember(view, converted, row.item.id);
        return true;
    }
    return false;
}

void MailConverter::show(const View &view, const Convert &converted)
{
    store::ItemRow row = itemOf(view, converted);
    place(view, converted, row);
    // Read a second time, by a better reader: the same item.
    const auto before = store::ItemTable(m_connection).byMail(view.row.id);
    if (before && before->item.kind != model::ItemKind::Unreadable && !view.row.glanced) {
        row.home = before->home;
        putRight(row, *before);
        return;
    }
    if (before && before->item.kind != model::ItemKind::Unreadable && before->home == row.home) {
        putRight(row, *before);
    } else {
        if (before)
            withdraw(*before);
        insert(row);
    }
    remember(view, converted, row.item.id);
}

void MailConverter::insert(store::ItemRow &row)
{
    row.item.id = store::ItemTable(m_connection).insert(row);
    store::SearchTable(m_connection).add(row.item);
    m_changes.add(row.item.id, row.home, Changes::What::Added);
}

void MailConverter::putRight(store::ItemRow &row, const store::ItemRow &before)
{
    row.item.id = before.item.id;
    store::ItemRow asItWas = before;
    asItWas.item.replyQuote = row.item.replyQuote; // of another item
    if (row == asItWas)
        return;
    store::ItemTable(m_connection).update(row);
    store::SearchTable(m_connection).replace(before.item, row.item);
    m_changes.add(row.item.id, row.home, Changes::What::Changed);
}

void MailConverter::withdraw(const store::ItemRow &shown)
{
    if (shown.item.direction == Direction::Outgoing)
        return;
    store::ItemTable(m_connection).remove(shown.item.id);
    m_changes.add(shown.item.id, shown.home, Changes::What::Removed);
}

void MailConverter::remember(const View &view, const Convert &converted, model::ItemId item)
{
    store::MessageLink link = messageLink(converted.row, view.account);
    link.item = item;
    link.inbound = !view.own;
    if (converted.seen) {
        link.from = converted.seen->from;
        link.date = converted.seen->date;
        link.verdict = static_cast<int>(converted.seen->auth);
        link.bodySha256 = converted.seen->bodySha256;
    }
    store::MessageMapTable(m_connection).add(link);
    store::JourneyTable(m_connection).add(item, {Station::Kind::Kept, m_now, model::Channel::Mail, {}});
}

store::ItemRow MailConverter::itemOf(const View &view, const Convert &converted)
{
    const model::InstantMessage &stanza = converted.stanza();
    store::ItemRow row;
    model::Item &item = row.item;
    item.account = view.account.id;
    item.channel = model::Channel::Mail;
    // An answer to a chat line, which went as mail: a line, too (specification 2.6, type).
    item.kind = stanza.type == model::InstantMessage::Type::Chat ? model::ItemKind::Bubble : model::ItemKind::MailCard;
    item.at = timeOf(view.row, stanza.email);
    item.subject = stanza.email && !stanza.email->subjectFull.isEmpty() ? stanza.email->subjectFull : converted.subject;
    item.text = converted.text;
    if (!stanza.reactions.empty()) // where it cannot be put to what it is about
        item.text = QStringList(stanza.reactions.begin(), stanza.reactions.end()).join(u' ');
    item.flags = converted.flags;
    item.authenticity = authenticityOf(converted.verdict);
    item.claims = converted.claimedName;
    item.thread = stanza.thread;
    item.stanzaId = stanza.id;
    item.messageId = view.mail.messageId;
    item.mail = view.row.id;
    if (stanza.email) {
        item.from = stanza.email->from.empty() ? model::Mailbox{} : stanza.email->from.front();
        item.to = stanza.email->to;
        item.cc = stanza.email->cc;
        item.attachments = stanza.email->attachments;
        row.answersTo = stanza.email->replyTo;
        row.mailClass = stanza.email->mailClass;
    }
    row.references = QStringList(view.mail.references.begin(), view.mail.references.end());
    row.digest = view.mail.bodySha256;
    return row;
}

void MailConverter::place(const View &view, const Convert &converted, store::ItemRow &row)
{
    model::Item &item = row.item;
    const model::Mailbox from = {item.from.name, senderOf(view.mail)};
    const model::Mailbox other = view.own ? recipientOf(view.mail, view.account) : from;
    item.address = other.address;
    item.direction = view.own ? Direction::Outgoing : Direction::Incoming;
    item.read = view.own || store::MailTable(m_connection).isSeen(view.row.id);
    if (view.own)
        item.delivery.stage = DeliveryStage::Sent;
    if (!view.own && isSuspicious(converted.dress)) {
        m_changes.person(store::PersonTable(m_connection).suspicious());
        row.home = store::PersonTable::suspiciousHome();
        return;
    }
    row.home = model::addressKey(item.address);
    const model::PersonId person = m_people.correspondent(item.address, other.name);
    // What it answers, if that stands in the same conversation.
    QStringList parents(view.mail.inReplyTo.begin(), view.mail.inReplyTo.end());
    if (parents.isEmpty() && !view.mail.references.empty())
        parents.append(view.mail.references.back());
    for (const QString &parent : std::as_const(parents)) {
        for (const store::ItemRow &answered : store::ItemTable(m_connection).byMessageId(view.account.id, parent)) {
            if (store::PersonTable(m_connection).ownerOf(answered.home) == person)
                item.replyTo = answered.item.id;
        }
    }
}

void MailConverter::report(const View &view, const Report &report)
{
    for (const store::MessageLink &link :
         store::MessageMapTable(m_connection).byMessageId(view.account.id, report.about.messageId)) {
        const auto row = store::ItemTable(m_connection).one(link.item);
        if (link.inbound || !row || row->item.direction != Direction::Outgoing)
            continue;
        Delivery delivery(m_connection, m_changes, m_now);
        if (row->item.channel != model::Channel::Mail) {
            // The mail was given up in favour of a chat: that it failed is no news, that it came is.
            if (report.kind == ReportKind::Received || report.kind == ReportKind::Displayed) {
                const model::Address to =
                    link.recipients.empty() ? row->item.address : model::Address(link.recipients.front());
                delivery.arriveByFirstRoute(*row, model::Channel::Mail, to);
            }
            return;
        }
        switch (report.kind) {
        case ReportKind::Received: delivery.advance(*row, DeliveryStage::Delivered, Station::Kind::Delivered); break;
        case ReportKind::Displayed: delivery.advance(*row, DeliveryStage::Displayed, Station::Kind::Displayed); break;
        case ReportKind::Error: {
            const QString text = report.error ? report.error->text : QString();
            const QString what = QStringLiteral("%1: %2").arg(report.recipient.toString(), report.status);
            const int basic = report.status.startsWith(QLatin1Char('5')) ? 550 : 450;
            delivery.fail(*row,
                          {base::Error{base::Fault::Rejected, what}, text, interworking::mayFallBack(basic, report.status)},
                          view.account, m_fallbackId);
            break;
        }
        default: break; // on its way, or of no consequence for the state
        }
        return;
    }
}

void MailConverter::unreadable(const model::Account &account, const store::ArrivedRow &row, const base::Error &error)
{
    store::ItemTable items(m_connection);
    store::MailTable mails(m_connection);
    if (store::MoveTable(m_connection).isSetAside(row.id))
        return;
    const bool readersFault = error.fault == base::Fault::Unsupported;
    mails.setState(row.id, readersFault ? store::ReadState::Waiting : store::ReadState::Unreadable);
    if (const auto glanced = row.glanced ? items.byMail(row.id) : std::nullopt)
        withdraw(*glanced);
    if (items.byMail(row.id))
        return;
    store::ItemRow shown;
    model::Item &item = shown.item;
    item.account = account.id;
    item.address = nobody();
    item.channel = model::Channel::Mail;
    item.kind = model::ItemKind::Unreadable;
    item.at = row.internalDate;
    item.mail = row.id;
    item.read = mails.isSeen(row.id);
    item.delivery.error = error;
    // Who wrote it is not known, since its header was not read either.
    shown.home = store::PersonTable::suspiciousHome();
    m_changes.person(store::PersonTable(m_connection).suspicious());
    m_changes.add(items.insert(shown), shown.home, Changes::What::Added);
}

}

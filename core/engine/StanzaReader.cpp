#include "core/engine/StanzaReader.h"

#include "core/engine/Bridge.h"
#include "core/engine/Forwarding.h"
#include "core/engine/ReadMarks.h"
#include "core/engine/SaidAt.h"
#include "core/store/AccountTable.h"
#include "core/store/ItemTable.h"
#include "core/store/JourneyTable.h"
#include "core/store/MessageMapTable.h"
#include "core/store/OutboxTable.h"
#include "core/store/SearchTable.h"

#include <QCryptographicHash>

#include <algorithm>

namespace isthmus::engine {

using interworking::Kind;
using model::DeliveryStage;
using model::Direction;
using model::InstantMessage;
using model::Station;
using Wrapper = InstantMessage::Wrapper;

namespace {

/// How far apart two messages with one id and one text may be to be one message that was sent twice. A
/// client without origin-ids may count its ids anew; a repetition after a cut follows within minutes.
constexpr std::chrono::hours repetition{1};

bool isEntitled(store::PersonTable &people, const model::Account &account, const model::Jid &partner)
{
    const auto subscription = people.subscription(account.id, model::addressKey(partner));
    return subscription == model::Subscription::From || subscription == model::Subscription::Both;
}

interworking::Policy::DetectBySubject policyOf(model::MailBySubject which)
{
    using Detect = interworking::Policy::DetectBySubject;
    switch (which) {
    case model::MailBySubject::All: break;
    case model::MailBySubject::NormalOnly: return Detect::NormalOnly;
    case model::MailBySubject::Off: return Detect::Off;
    }
    return Detect::All;
}

bool isAnnouncement(const InstantMessage &message)
{
    return message.email && message.email->large;
}

QString archiveIdOf(const InstantMessage &message, const model::Account &account)
{
    if (message.wrapper == Wrapper::Archive)
        return message.archiveId;
    for (const auto &[id, by] : message.stanzaIds) {
        if (by == account.jid.bare())
            return id;
    }
    return {};
}

}

QByteArray stanzaDigest(const InstantMessage &message)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QString &text) {
        hash.addData(text.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    };
    add(message.from.bare().toString());
    add(message.to.bare().toString());
    // Without their languages: a server writes down that of the stream where the message itself names none
    // (RFC 6120 8.1.5), so that a copy has one and what we sent has not.
    for (const model::LangText &subject : message.subjects)
        add(subject.text);
    add(QString());
    for (const model::LangText &body : message.bodies)
        add(body.text);
    add(QString());
    for (const model::Attachment &file : message.files)
        add(file.url);
    add(message.replaceId);
    return hash.result();
}

StanzaReader::StanzaReader(store::Connection &connection, Changes &changes, QStringList ownDomains, base::Timestamp now,
                           QString fallbackId, OpenSegments &segments)
    : m_connection(connection),
      m_changes(changes),
      m_people(connection, changes, std::move(ownDomains), now),
      m_now(now),
      m_fallbackId(std::move(fallbackId)),
      m_segments(segments)
{}

StanzaReader::View StanzaReader::look(const model::Account &account, const store::StanzaRow &row) const
{
    interworking::Ctx ctx = contextFor(account, m_now);
    // Whether an archive result answers a query of ours was checked by the transport, which alone knows.
    ctx.archiveQueryIds = QStringList{row.stanza.message.archiveQueryId};
    ctx.policy.detectBySubject = policyOf(m_mailBySubject);
    interworking::Detection detection = interworking::detect(row.stanza.message, ctx);
    View view{account,
              row,
              interworking::withTrustedEmail(row.stanza.message, detection),
              std::move(detection),
              Direction::Incoming,
              {},
              {},
              {},
              {},
              {},
              {}};
    const InstantMessage &message = view.message;
    const bool own = !message.from.isNull() && message.from.bare() == account.jid.bare();
    view.direction = own ? Direction::Outgoing : Direction::Incoming;
    view.partner = own ? message.to.bare() : message.from.bare();
    view.id = message.originId.isEmpty() ? message.id : message.originId;
    view.archiveId = archiveIdOf(message, account);
    view.digest = stanzaDigest(message);
    const SaidAt said = saidAt(row.stanza, account);
    view.at = said.at;
    view.doubt = said.doubt;
    return view;
}

void StanzaReader::read(const model::Account &account, const store::StanzaRow &row, Effects &effects)
{
    const View view = look(account, row);
    store::StanzaTable table(m_connection);
    switch (view.partner.isNull() ? Fate::Remove : carryOut(view, effects)) {
    case Fate::Remove: table.remove(row.id); break;
    case Fate::Keep: table.setState(row.id, store::ReadState::Read); break;
    case Fate::Wait: break;
    }
}

StanzaReader::Fate StanzaReader::carryOut(const View &view, Effects &effects)
{
    store::PersonTable people(m_connection);
    switch (view.detection.kind) {
    case Kind::Error: failed(view); return Fate::Remove;
    case Kind::Drop: return Fate::Remove;
    case Kind::Nudge:
        // Only who is in the contacts may make us look (X52); that it was said needs no line of its own.
        effects.checkMail |= isEntitled(people, view.account, view.partner);
        return Fate::Remove;
    case Kind::Report: takeProofs(view); return Fate::Remove;
    case Kind::Control:
        takeProofs(view);
        if (view.message.type != InstantMessage::Type::Groupchat) {
            retract(view);
            react(view);
        }
        return Fate::Remove;
    case Kind::RoomSubject: return Fate::Keep; // kept for the day when rooms are shown
    case Kind::Other:
        if (!view.message.marks.encrypted)
            return Fate::Remove;
        break;
    case Kind::Chat:
    case Kind::Mail:
    case Kind::Notice:
    case Kind::SubjectChange: break;
    }
    if (view.message.type == InstantMessage::Type::Groupchat)
        return Fate::Keep;
    takeProofs(view);
    return view.message.segment ? gather(view, effects) : show(view, effects);
}

std::optional<store::ItemRow> StanzaReader::known(const View &view)
{
    store::ItemTable items(m_connection);
    const std::vector<store::ItemRow> archived = items.byArchiveId(view.account.id, view.archiveId);
    if (!archived.empty())
        return archived.front();
    // One id, one content: the same message on another way. One id, two contents: two messages.
    for (store::ItemRow &row : items.byStanzaId(view.account.id, view.id)) {
        const bool same = row.digest == view.digest || isAnnouncement(view.message);
        if (row.item.direction != view.direction || row.item.address != model::Address(view.partner) || !same)
            continue;
        const auto distance = std::chrono::abs(row.item.at - view.at);
        const bool twoServerIds = !row.archiveId.isEmpty() && !view.archiveId.isEmpty();
        if (!twoServerIds || !view.message.originId.isEmpty() || distance <= repetition)
            return std::move(row);
    }
    return std::nullopt;
}

bool StanzaReader::isOwnFile(const View &view)
{
    if (view.direction != Direction::Outgoing || view.message.files.empty())
        return false;
    const std::vector<store::ItemRow> items = ownItems(view, view.id);
    return std::any_of(items.begin(), items.end(), [&](const store::ItemRow &row) {
        return std::any_of(row.item.attachments.begin(), row.item.attachments.end(),
                           [&](const model::Attachment &file) { return file.url == view.message.files.front().url; });
    });
}

bool StanzaReader::putInPlace(const View &view, store::ItemRow &item)
{
    // What was sent again after a cut may be in the archive twice: the first counts, on every device, whichever of
    // the two came to it first.
    if (item.archiveId != view.archiveId) {
        if (!view.row.stanza.place || *view.row.stanza.place >= item.item.at)
            return false;
        item.archiveId = view.archiveId;
    }
    // Where only the archive tells that an own message has left, its stamp is better than the moment it was written.
    const bool hasLeft = view.direction == Direction::Outgoing && item.item.delivery.stage < DeliveryStage::Sent;
    const bool isBetter = view.row.stanza.place || (hasLeft && !view.archiveId.isEmpty());
    if (!isBetter || item.item.at == view.at)
        return false;
    item.item.at = view.at;
    m_changes.add(item.item.id, item.home, Changes::What::Changed);
    return true;
}

void StanzaReader::meetAgain(const View &view, store::ItemRow item)
{
    const bool isNews = item.archiveId.isEmpty() && !view.archiveId.isEmpty();
    if (isNews)
        item.archiveId = view.archiveId;
    const bool moves = putInPlace(view, item);
    if (isNews || moves)
        store::ItemTable(m_connection).update(item);
    if (isNews) {
        if (isReadElsewhere(m_connection, item, false))
            markReadUpTo(m_connection, m_changes, item.home.isEmpty() ? model::addressKey(item.item.address) : item.home,
                         {item.item.at, item.item.id}, m_now);
    }
    if (view.direction != Direction::Outgoing)
        return;
    // The server has it: that is its word that it was sent, also when its acknowledgement was lost.
    Delivery(m_connection, m_changes, m_now).advance(item, DeliveryStage::Sent, Station::Kind::SeenAtServer);
    store::OutboxTable outbox(m_connection);
    auto queued = outbox.byItem(item.item.id);
    if (queued && queued->state < store::OutboxState::Sent && queued->channel == model::Channel::Chat) {
        queued->state = store::OutboxState::Sent;
        outbox.update(*queued);
        m_changes.outbox = true;
    }
}

store::ItemRow StanzaReader::itemOf(const View &view)
{
    const InstantMessage &message = view.message;
    const interworking::ShownText shown = interworking::shownText(message);
    store::ItemRow row;
    model::Item &item = row.item;
    item.account = view.account.id;
    item.address = view.partner;
    item.direction = view.direction;
    item.channel = model::Channel::Chat;
    item.at = view.at;
    item.subject = shown.subject;
    item.text = shown.body;
    if (isAnnouncement(message)) {
        // Its text comes in a session; the start of it stands where plain clients show it (specification 4.4).
        item.text = message.bodies.empty() ? QString() : message.bodies.front().text;
        item.flags.append(QStringLiteral("incomplete"));
    }
    item.attachments = message.files;
    item.flags.append(view.detection.flags);
    if (!message.replaceId.isEmpty())
        item.flags.append(QStringLiteral("corrected"));
    item.thread = message.thread;
    item.stanzaId = view.id;
    const model::Jid author = view.direction == Direction::Outgoing ? view.account.jid.bare() : view.partner;
    item.from = {QString(), model::MailAddress::parse(author.toString()).valueOr({})};
    if (view.direction == Direction::Outgoing)
        item.delivery.stage = DeliveryStage::Sent;
    switch (view.detection.kind) {
    case Kind::Mail:
        item.kind = view.detection.bySubject && message.type == InstantMessage::Type::Chat ? model::ItemKind::TitledBubble
                                                                                           : model::ItemKind::MailCard;
        break;
    case Kind::Notice:
    case Kind::SubjectChange: item.kind = model::ItemKind::Notice; break;
    case Kind::Chat:
        // What its sender wrote as a subject is read, also where it does not make a mail of the line.
        item.kind = item.subject.isEmpty() ? model::ItemKind::Bubble : model::ItemKind::TitledBubble;
        break;
    default: item.kind = model::ItemKind::Bubble; item.subject.clear();
    }
    if (view.detection.kind == Kind::SubjectChange)
        item.subject = shown.subject;
    if (message.marks.encrypted)
        item.flags.append(QStringLiteral("encrypted"));
    if (item.kind == model::ItemKind::MailCard && message.email) {
        const model::EmailElement &email = *message.email;
        if (!email.from.empty())
            item.from = email.from.front();
        item.to = email.to;
        item.cc = email.cc;
        if (!email.subjectFull.isEmpty())
            item.subject = email.subjectFull;
        item.attachments.insert(item.attachments.end(), email.attachments.begin(), email.attachments.end());
        row.answersTo = email.replyTo;
        row.references = email.references;
        row.mailClass = email.mailClass;
        item.messageId = email.messageId;
    }
    row.archiveId = view.archiveId;
    row.digest = view.digest;
    row.stanza = view.row.id;
    return row;
}

StanzaReader::Fate StanzaReader::show(const View &view, Effects &effects)
{
    if (!view.message.replaceId.isEmpty() && correct(view))
        return Fate::Keep;
    if (const auto begun = unfinished(view)) {
        replace(view, *begun);
        if (view.direction == Direction::Incoming)
            answer(view, effects);
        return Fate::Keep;
    }
    if (auto item = known(view)) {
        meetAgain(view, std::move(*item));
        return Fate::Remove;
    }
    if (isOwnFile(view))
        return Fate::Remove;
    store::ItemRow row = itemOf(view);
    model::Item &item = row.item;
    // Within what is in doubt, what came later was said later.
    if (view.doubt.count() > 0)
        item.at = store::ItemTable(m_connection)
                      .lastTime(model::addressKey(view.partner), view.at, view.at + view.doubt)
                      .value_or(view.at);
    if (item.text.isEmpty() && item.subject.isEmpty() && item.attachments.empty())
        return Fate::Remove;
    const model::PersonId person = m_people.correspondent(view.partner, QString());
    store::PersonTable people(m_connection);
    if (!view.message.replyId.isEmpty()) {
        for (const store::MessageLink &link :
             store::MessageMapTable(m_connection).byStanzaId(view.account.id, view.message.replyId)) {
            const auto answered = store::ItemTable(m_connection).one(link.item);
            if (answered && people.ownerOf(answered->home) == person)
                item.replyTo = link.item;
        }
    }
    // What lay in the archive before this program knew the account was for other eyes.
    const bool before = view.at < store::AccountTable(m_connection).createdAt(view.account.id);
    item.read = view.direction == Direction::Outgoing || (view.message.wrapper == Wrapper::Archive && before);
    item.id = store::ItemTable(m_connection).insert(row);
    store::SearchTable(m_connection).add(item);
    remember(view, item);
    store::JourneyTable(m_connection).add(item.id, {Station::Kind::Kept, view.row.stanza.receivedAt, item.channel, {}});
    m_changes.add(item.id, model::addressKey(item.address), Changes::What::Added);
    if (view.direction == Direction::Incoming)
        answerAndForward(view, row, person, effects);
    // Who answers on another device has read there, and so has who says so.
    if (view.direction == Direction::Outgoing
        || isReadElsewhere(m_connection, row, view.message.wrapper == Wrapper::Archive))
        markReadUpTo(m_connection, m_changes, model::addressKey(view.partner), {item.at, item.id}, m_now);
    return Fate::Keep;
}

void StanzaReader::remember(const View &view, const model::Item &item)
{
    store::MessageLink link;
    link.account = view.account.id;
    link.item = item.id;
    link.messageId = item.messageId;
    link.stanzaId = view.id;
    link.thread = view.message.thread;
    link.remote = view.partner;
    link.author = view.direction == Direction::Outgoing ? view.account.jid.bare() : view.partner;
    link.subject = item.subject;
    link.request = view.message.receiptRequest;
    link.markable = view.message.markable;
    link.markerId = view.receiptId;
    link.inbound = false;
    link.at = view.at;
    store::MessageMapTable(m_connection).add(link);
}

void StanzaReader::replace(const View &view, const store::ItemRow &before)
{
    store::ItemRow row = itemOf(view);
    row.item.id = before.item.id;
    row.item.at = before.item.at;
    row.item.read = before.item.read;
    row.item.replyTo = before.item.replyTo;
    row.item.reactions = before.item.reactions;
    store::ItemTable(m_connection).update(row);
    store::SearchTable(m_connection).replace(before.item, row.item);
    remember(view, row.item);
    m_changes.add(row.item.id, before.home, Changes::What::Changed);
}

void StanzaReader::answerAndForward(const View &view, const store::ItemRow &row, model::PersonId person, Effects &effects)
{
    answer(view, effects);
    if (!m_forwards || !mayForward(view.message, view.row.stanza.live))
        return;
    const auto sender = store::PersonTable(m_connection).one(person);
    engine::forwardToMailbox(m_connection, m_changes, view.account, row, sender ? sender->contact.name : QString(), m_now);
}

void StanzaReader::answer(const View &view, Effects &effects)
{
    // XEP-0184 5: not for what comes from the archive; X25: only to those who may know that we are here.
    const InstantMessage &message = view.message;
    if (!view.row.stanza.live || view.detection.copy || !message.receiptRequest || message.id.isEmpty()
        || isAnnouncement(message))
        return;
    store::PersonTable people(m_connection);
    if (!isEntitled(people, view.account, view.partner))
        return;
    InstantMessage receipt;
    receipt.type = InstantMessage::Type::Chat;
    receipt.to = message.from;
    receipt.receivedId = view.receiptId.isEmpty() ? message.id : view.receiptId;
    receipt.marks.store = true;
    effects.receipts.emplace_back(view.account.id, std::move(receipt));
}

}

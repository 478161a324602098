#include "core/xmpp/Inflow.h"

#include "core/base/Log.h"
#include "core/stanza/MessageCodec.h"
#include "core/xmpp/Displayed.h"
#include "core/xmpp/IqTable.h"
#include "core/xmpp/Preferences.h"

#include <algorithm>

namespace isthmus::xmpp {

using model::InstantMessage;
using model::Presence;

namespace {

/// A stranger's words are shown in a line of the window.
constexpr qsizetype shownNick = 60;
constexpr qsizetype shownWords = 200;

/// A message that only says that somebody types, or that something was published, is nothing to keep.
bool hasContent(const InstantMessage &message)
{
    return !message.bodies.empty() || !message.subjects.empty() || !message.receivedId.isEmpty()
           || !message.displayedId.isEmpty() || !message.reactionsId.isEmpty() || !message.retractId.isEmpty()
           || !message.files.empty() || !message.contents.empty() || message.emailElements > 0 || message.error
           || message.marks.encrypted || message.marks.invite || message.marks.attention;
}

QString archiveIdBy(const InstantMessage &message, const model::Jid &account)
{
    for (const auto &[id, by] : message.stanzaIds) {
        if (by == account)
            return id;
    }
    return {};
}

model::Availability availability(const gloox::Tag &presence)
{
    const QString show = text(child(presence, "show", ns::client));
    return show == u"away"  ? model::Availability::Away
           : show == u"xa"  ? model::Availability::ExtendedAway
           : show == u"dnd" ? model::Availability::DoNotDisturb
                            : model::Availability::Online;
}

}

Inflow::Inflow(model::AccountId account, Outlet outlet) : m_account(account), m_outlet(std::move(outlet)) {}

void Inflow::setCursors(const std::vector<model::Cursor> &cursors)
{
    for (const model::Cursor &cursor : cursors) {
        if (cursor.stream != QLatin1String(Archive::stream))
            continue;
        m_archive = Archive(cursor.state);
        m_archive.setHistoryPaused(m_historyPaused);
    }
}

void Inflow::onSignedIn(const model::Jid &own, bool resumed)
{
    m_own = own;
    m_archive.onSignedIn();
    if (!resumed) {
        m_board.clear();
        return;
    }
    for (const model::Jid &contact : m_board.contacts())
        m_outlet.presence(contact, m_board.best(contact));
}

void Inflow::onLost()
{
    m_archive.onLost();
    for (const model::Jid &contact : m_board.contacts())
        m_outlet.presence(contact, Presence{});
}

bool Inflow::mayBeTaken(const InstantMessage &message) const
{
    switch (message.wrapper) {
    case InstantMessage::Wrapper::None: return true;
    case InstantMessage::Wrapper::CarbonSent:
        return isFromOwnAccount(message.wrapperFrom, m_own) && message.from.bare() == m_own.bare();
    case InstantMessage::Wrapper::CarbonReceived:
        return isFromOwnAccount(message.wrapperFrom, m_own) && message.to.bare() == m_own.bare();
    case InstantMessage::Wrapper::Archive: return isFromOwnAccount(message.wrapperFrom, m_own);
    }
    Q_UNREACHABLE();
}

quint64 Inflow::onDisplayed(const gloox::Tag &parent)
{
    quint64 number = 0;
    for (model::DisplayedElsewhere &one : readDisplayed(parent, m_own))
        number = add(std::move(one));
    return number;
}

quint64 Inflow::onMessage(const gloox::Tag &stanza)
{
    if (const gloox::Tag *event = displayedEvent(stanza)) {
        const model::Jid from = jidAttribute(stanza, "from");
        const bool isReadable = !from.isNull() || attribute(stanza, "from").isEmpty();
        if (isReadable && isFromOwnAccount(from, m_own))
            return onDisplayed(*event);
        qCInfo(base::logXmpp) << "forged news of what was read was dropped";
        return 0;
    }
    InstantMessage message = stanza::fromTag(stanza);
    if (!mayBeTaken(message)) {
        qCInfo(base::logXmpp) << "a forged carbon or archive result was dropped";
        return 0;
    }
    const base::Timestamp now = m_outlet.clock();
    if (message.wrapper == InstantMessage::Wrapper::Archive) {
        const QString queryId = message.archiveQueryId;
        const QString archiveId = message.archiveId;
        if (!m_archive.add(queryId, archiveId, {std::move(message), false, now}))
            qCInfo(base::logXmpp) << "an archive result that was not asked for was dropped";
        return 0;
    }
    if (auto preference = readPreferenceEvent(stanza); preference && preference->jid != m_own.bare())
        return add(std::move(*preference));
    if (!hasContent(message))
        return 0;
    if (m_outlet.live)
        m_outlet.live(message);
    const bool isLive = message.wrapper == InstantMessage::Wrapper::None && message.delays.empty();
    const bool crosses = m_outlet.isSending && m_outlet.isSending();
    if (const auto cursor = m_archive.onLive(archiveIdBy(message, m_own.bare()), now, crosses)) {
        m_open.cursors.clear();
        m_open.cursors.push_back(*cursor);
    }
    return add(model::ArrivedStanza{std::move(message), isLive, now});
}

void Inflow::onPresence(const gloox::Tag &presence)
{
    const model::Jid from = jidAttribute(presence, "from");
    const QString type = attribute(presence, "type");
    if (from.isNull() || from.bare() == m_own.bare())
        return;
    if (type.isEmpty()) {
        const Presence said{availability(presence), text(child(presence, "status", ns::client))};
        m_board.available(from, said, text(child(presence, "priority", ns::client)).toInt());
    } else if (type == u"unavailable" || type == u"error") {
        m_board.unavailable(from, text(child(presence, "status", ns::client)));
    } else {
        return;
    }
    // Who shows nobody its presence may be a stranger, or the far end of a room: not a contact's state.
    if (m_roster.showsPresence(from.bare()))
        m_outlet.presence(from.bare(), m_board.best(from.bare()));
}

void Inflow::onContactRequest(const gloox::Tag &presence)
{
    const model::Jid from = jidAttribute(presence, "from").bare();
    if (from.isNull() || from == m_own.bare())
        return;
    add(model::ContactAsked{from, text(child(presence, "nick", ns::nick)).simplified().left(shownNick),
                            text(child(presence, "status", ns::client)).simplified().left(shownWords),
                            attribute(presence, "type") == u"unsubscribe"});
}

void Inflow::onRoster(const gloox::Tag &query)
{
    add(m_roster.reset(query));
    for (const model::Jid &contact : m_roster.contacts()) {
        if (m_roster.showsPresence(contact) && m_board.isKnown(contact))
            m_outlet.presence(contact, m_board.best(contact));
    }
}

void Inflow::onRosterPush(const gloox::Tag &query)
{
    const base::Result<model::RosterEntry> entry = m_roster.push(query);
    if (!entry)
        return;
    add(*entry);
    if (!m_roster.showsPresence(entry->jid))
        m_outlet.presence(entry->jid, Presence{});
    else if (m_board.isKnown(entry->jid))
        m_outlet.presence(entry->jid, m_board.best(entry->jid));
}

void Inflow::settlePresence()
{
    for (const model::Jid &contact : m_roster.contacts()) {
        if (!m_roster.showsPresence(contact) || m_board.isKnown(contact))
            continue;
        m_board.unavailable(contact, {});
        m_outlet.presence(contact, m_board.best(contact));
    }
}

TagPtr Inflow::nextArchiveRequest(const QString &id)
{
    return m_archive.nextRequest(id);
}

void Inflow::onArchiveAnswer(const base::Result<std::shared_ptr<gloox::Tag>> &answer)
{
    const gloox::Tag *fin = answer ? child(**answer, "fin", ns::archive) : nullptr;
    if (!fin) {
        m_archive.fail(answer ? base::Fault::ProtocolBroken : answer.error().fault);
        return;
    }
    // What came live before the page must not be stored after it with an older cursor.
    flush();
    m_archiveBatch = ++m_lastNumber;
    m_openNumber = ++m_lastNumber;
    handOver(m_archiveBatch, m_archive.finish(*fin));
}

quint64 Inflow::add(model::Arrival arrival)
{
    if (m_open.arrivals.empty())
        m_outlet.flushSoon();
    m_open.arrivals.push_back(std::move(arrival));
    return m_openNumber;
}

void Inflow::flush()
{
    if (m_open.arrivals.empty())
        return;
    const quint64 number = m_openNumber;
    m_openNumber = ++m_lastNumber;
    handOver(number, std::exchange(m_open, {}));
}

void Inflow::handOver(quint64 number, model::Batch batch)
{
    batch.account = m_account;
    m_outlet.batch(number, batch);
}

void Inflow::stored(quint64 number)
{
    if (number == m_archiveBatch)
        m_archive.onStored();
}

}

#include "core/xmpp/XmppSession.h"

#include "core/base/Checkpoint.h"
#include "core/stanza/MessageCodec.h"
#include "core/xmpp/Displayed.h"
#include "core/xmpp/Preferences.h"
#include "core/xmpp/VCards.h"

#include <algorithm>

/// XmppSession: what each command becomes on the stream.
namespace isthmus::xmpp {

using base::Error;
using base::Fault;
using base::Result;
using model::CommandResult;

namespace {

/// Servers end the stream for a stanza over 256 KiB, and it would be sent again with its resumption.
constexpr std::size_t maxStanza = 250'000;

}

void XmppSession::perform(quint64 ticket, const model::Command &command)
{
    if (!isOnline()) {
        finish(ticket, Error{Fault::Unreachable, QStringLiteral("not signed in")});
        return;
    }
    std::visit([this, ticket](const auto &what) { run(ticket, what); }, command);
}

/// For requests whose answer holds no more than whether it was done.
IqTable::Handler XmppSession::done(quint64 ticket)
{
    return [this, ticket](const IqTable::Answer &answer) {
        finish(ticket, answer ? Result<CommandResult>(CommandResult{}) : answer.error());
    };
}

template <typename T>
void XmppSession::run(quint64 ticket, const T &)
{
    finish(ticket, Error{Fault::Unsupported, QStringLiteral("not a chat command")});
}

void XmppSession::run(quint64 ticket, const model::SendStanza &command)
{
    if (command.mayHaveLeft && m_inflow.isCatchingUp()) {
        m_untilCaughtUp.push_back(ticket);
        return;
    }
    const std::unique_ptr<gloox::Tag> stanza = stanza::toTag(command.message);
    if (stanza->xml().size() > maxStanza) {
        finish(ticket, Error{Fault::TooLarge, QStringLiteral("a message over %1 octets").arg(maxStanza)});
        return;
    }
    m_written.insert(ticket, moment());
    m_client->sendStanza(*stanza, ticket);
    m_client->requestAcknowledgement();
    base::checkpoint("xmpp.sent");
    watchAcknowledgement();
}

void XmppSession::run(quint64 ticket, const model::SetPresence &command)
{
    m_presence = command.presence;
    sendPresence();
    finish(ticket, CommandResult{});
}

void XmppSession::run(quint64 ticket, const model::SetRosterEntry &command)
{
    const TagPtr change = rosterChange(m_client->newId(), command.jid, command.name, command.remove);
    m_client->request(*change, {}, [this, ticket, command](const IqTable::Answer &answer) {
        if (answer && command.subscribe && !command.remove && isOnline()) {
            // Pre-approved (RFC 6121 3.4), so that the contact's own request needs no second question.
            m_client->sendStanza(*presenceTo(command.jid, "subscribed"));
            m_client->sendStanza(*presenceTo(command.jid, "subscribe"));
        }
        finish(ticket, answer ? Result<CommandResult>(CommandResult{}) : answer.error());
    });
}

void XmppSession::run(quint64 ticket, const model::SetBlocked &command)
{
    const TagPtr change = blockingChange(m_client->newId(), command.jids, command.blocked);
    m_client->request(*change, {}, done(ticket));
}

void XmppSession::run(quint64 ticket, const model::FetchVCard &command)
{
    const model::Jid jid = command.jid.bare();
    const TagPtr request = vcard4Request(m_client->newId(), jid);
    m_client->request(*request, jid, [this, ticket, jid](const IqTable::Answer &answer) {
        const auto card = answer ? readVCard4(**answer, jid) : std::nullopt;
        if (card) {
            m_inflow.onVCard(*card);
            finish(ticket, CommandResult{});
        } else {
            fetchVCardTemp(ticket, jid);
        }
    });
}

void XmppSession::run(quint64 ticket, const model::PublishPreference &command)
{
    const TagPtr request = preferencePublication(m_client->newId(), command.preference);
    m_client->request(*request, {}, done(ticket));
}

void XmppSession::run(quint64 ticket, const model::PublishDisplayed &command)
{
    const TagPtr publication = displayedPublication(m_client->newId(), m_setup.account.jid, command.chat, command.archiveId);
    m_client->request(*publication, {}, done(ticket));
}

void XmppSession::run(quint64 ticket, const model::AnswerContactRequest &command)
{
    m_client->sendStanza(*presenceTo(command.jid, command.accept ? "subscribed" : "unsubscribed"), ticket);
    m_client->requestAcknowledgement();
    watchAcknowledgement();
}

void XmppSession::fetchVCardTemp(quint64 ticket, const model::Jid &jid)
{
    if (!isOnline()) {
        finish(ticket, Error{Fault::ConnectionLost, QStringLiteral("signed out")});
        return;
    }
    const TagPtr request = vcardTempRequest(m_client->newId(), jid);
    m_client->request(*request, jid, [this, ticket, jid](const IqTable::Answer &answer) {
        const auto card = answer ? readVCardTemp(**answer, jid) : std::nullopt;
        if (card)
            m_inflow.onVCard(*card);
        finish(ticket, card ? Result<CommandResult>(CommandResult{}) : Error{Fault::NotFound, QStringLiteral("no vCard")});
    });
}

void XmppSession::run(quint64 ticket, const model::UploadFile &command)
{
    const model::Jid server = model::Jid::parse(m_setup.account.jid.domain()).valueOr({});
    m_upload.put(m_client, server, command, [this, ticket](const Result<QString> &url) {
        finish(ticket, url ? Result<CommandResult>(CommandResult{{}, {}, {}, *url}) : url.error());
    });
}

void XmppSession::run(quint64 ticket, const model::SendInBand &command)
{
    m_inBand.send(command, m_inflow.board().resources(command.announcement.to.bare()),
                  [this, ticket](const Result<base::Done> &done) {
                      finish(ticket, done ? Result<CommandResult>(CommandResult{}) : done.error());
                  });
}

void XmppSession::run(quint64 ticket, const model::AnswerFile &command)
{
    const Result<base::Done> done = m_files.answer(command);
    finish(ticket, done ? Result<CommandResult>(CommandResult{}) : done.error());
}

bool XmppSession::isContact(const model::Jid &bare) const
{
    const std::vector<model::Jid> contacts = m_inflow.roster().contacts();
    return std::find(contacts.begin(), contacts.end(), bare) != contacts.end();
}

}

#pragma once

#include "core/xmpp/XmppSession.h"
#include "core/xmpp/XmppTransport.h"

#include "tests/support/Servers.h"
#include "tests/support/TestMain.h"
#include "tests/support/Waiting.h"

#include <QHash>

#include <deque>
#include <memory>

namespace isthmus::test {

/// The tested transport with an engine's manners: it stores every batch at once and remembers what came.
class ChatAccount : public QObject
{
public:
    /// \p address: where the servers, or a route to them, are.
    ChatAccount(Servers &servers, const ServerAccount &account, const QString &address = {},
                model::Security security = model::Security::StartTls, const xmpp::XmppTimes &times = {})
    {
        m_account.id = model::AccountId{1};
        m_account.jid = *model::Jid::parse(account.address);
        m_account.plan.chat.endpoints.push_back(
            {model::Protocol::Xmpp, address.isEmpty() ? servers.address() : address,
             servers.port(security == model::Security::StartTls ? QStringLiteral("xmpp") : QStringLiteral("xmpps")),
             security, m_account.jid.domain(), account.address, model::PlanSource::Manual});
        m_password = account.password;
        m_wire.caFile = servers.caFile();
        m_times = times;
        make();
    }

    /// Ends the program, so to speak, without a good-bye to anything but the server; cursors and what came stay.
    void make()
    {
        transport = std::make_unique<xmpp::XmppTransport>(m_account, m_password, m_wire, m_times);
        connect(transport.get(), &port::Transport::batch, this, [this](quint64 number, const model::Batch &batch) {
            for (const model::Arrival &arrival : batch.arrivals)
                arrivals.push_back(arrival);
            for (const model::Cursor &cursor : batch.cursors)
                cursors.insert(cursor.stream, cursor);
            if (stores)
                transport->stored(number);
        });
        connect(transport.get(), &port::Transport::stateChanged, this,
                [this](model::Service, const model::LinkState &state) { states.push_back(state); });
        connect(transport.get(), &port::Transport::backlogChanged, this,
                [this](model::Service, const model::Backlog &told) { backlog = told; });
        transport->setHistoryPaused(historyPaused);
        connect(transport.get(), &port::Transport::presenceChanged, this,
                [this](const model::Jid &bare, const model::Presence &said) { presences.insert(bare.toString(), said); });
    }
    void start() { transport->start({cursors.begin(), cursors.end()}); }

    [[nodiscard]] bool isOnline() const
    {
        return transport->state(model::Service::Chat).phase == model::LinkState::Phase::Online;
    }
    [[nodiscard]] model::LinkState::Phase phase() const { return transport->state(model::Service::Chat).phase; }
    [[nodiscard]] model::Availability availability(const QString &bare) const { return presences.value(bare).availability; }
    /// All arrivals of one kind, in order.
    template <typename T>
    [[nodiscard]] std::vector<T> all() const
    {
        std::vector<T> found;
        for (const model::Arrival &arrival : arrivals) {
            if (const T *one = std::get_if<T>(&arrival))
                found.push_back(*one);
        }
        return found;
    }
    [[nodiscard]] QStringList bodies() const
    {
        QStringList texts;
        for (const model::ArrivedStanza &stanza : all<model::ArrivedStanza>()) {
            if (!stanza.message.bodies.empty())
                texts.append(stanza.message.bodies.front().text);
        }
        return texts;
    }
    /// Sends a chat message; the task ends as SendStanza says.
    [[nodiscard]] base::Task<model::CommandResult> send(const QString &to, const QString &body, const QString &id)
    {
        model::InstantMessage message;
        message.type = model::InstantMessage::Type::Chat;
        message.to = *model::Jid::parse(to);
        message.id = id;
        message.originId = id;
        message.bodies.push_back({{}, body});
        message.receiptRequest = true;
        message.markable = true;
        return transport->perform(model::SendStanza{message});
    }
    /// XEP-0077, on the account's own server.
    [[nodiscard]] base::Result<base::Done> registerInBand()
    {
        return wait(xmpp::registerAccount(m_account.jid, m_password, m_account.plan.chat, m_wire));
    }
    /// Runs the event loop until the task has ended.
    template <typename T>
    [[nodiscard]] base::Result<T> wait(const base::Task<T> &task, int limit = 30'000)
    {
        std::optional<base::Result<T>> result;
        QObject context;
        task.then(&context, [&](base::Result<T> r) { result = std::move(r); });
        if (!comesTrue([&] { return result.has_value(); }, limit))
            return base::Error{base::Fault::Cancelled, QStringLiteral("the test's own limit")};
        return *result;
    }

    std::unique_ptr<xmpp::XmppTransport> transport;
    model::Backlog backlog;
    bool historyPaused = false;
    bool stores = true;
    std::deque<model::Arrival> arrivals;
    QHash<QString, model::Cursor> cursors;
    QHash<QString, model::Presence> presences;
    std::vector<model::LinkState> states;

private:
    model::Account m_account;
    QString m_password;
    wire::WireConfig m_wire;
    xmpp::XmppTimes m_times;
};

}

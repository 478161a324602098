#include "core/engine/Links.h"

#include <QPointer>

namespace isthmus::engine {

using model::LinkState;
using model::Service;

namespace {

bool isForChat(const model::Command &command)
{
    return std::holds_alternative<model::SendStanza>(command) || std::holds_alternative<model::SetPresence>(command)
           || std::holds_alternative<model::SetRosterEntry>(command) || std::holds_alternative<model::FetchVCard>(command)
           || std::holds_alternative<model::PublishDisplayed>(command)
           || std::holds_alternative<model::AnswerContactRequest>(command)
           || std::holds_alternative<model::SetBlocked>(command) || std::holds_alternative<model::PublishPreference>(command)
           || std::holds_alternative<model::UploadFile>(command) || std::holds_alternative<model::SendInBand>(command)
           || std::holds_alternative<model::AnswerFile>(command);
}

constexpr std::array services{Service::Chat, Service::IncomingMail, Service::OutgoingMail};

}

Links::Links(Factory chat, Factory mail, QObject *parent)
    : QObject(parent), m_makeChat(std::move(chat)), m_makeMail(std::move(mail))
{}

Links::~Links()
{
    stopAll();
}

void Links::open(const model::Account &account, const QString &password, std::vector<model::Cursor> cursors, bool chat,
                 bool mail)
{
    stop(account.id);
    auto entry = std::make_shared<Entry>();
    m_accounts.insert(account.id, entry);
    if (m_makeChat && !account.plan.chat.endpoints.empty())
        entry->chat = m_makeChat(account, password);
    if (m_makeMail && (!account.plan.incoming.endpoints.empty() || !account.plan.outgoing.endpoints.empty()))
        entry->mail = m_makeMail(account, password);
    for (port::Transport *made : {entry->chat.get(), entry->mail.get()}) {
        if (!made)
            continue;
        follow(account.id, *made);
        made->setHistoryPaused(m_historyPaused);
    }
    if (entry->chat && chat)
        entry->chat->start(cursors);
    if (entry->mail && mail)
        entry->mail->start(std::move(cursors));
    else if (entry->mail)
        entry->mail->startSending(); // what is written leaves, also where nothing is fetched
}

void Links::refuse(model::AccountId account, const base::Error &error)
{
    auto entry = std::make_shared<Entry>();
    entry->refusal = error;
    m_accounts.insert(account, entry);
    for (Service service : services)
        Q_EMIT stateChanged(account, service, state(account, service));
}

void Links::follow(model::AccountId account, port::Transport &made)
{
    const QPointer<port::Transport> transport(&made);
    connect(&made, &port::Transport::stateChanged, this, [this, account](Service service, const LinkState &state) {
        Q_EMIT stateChanged(account, service, state);
        Q_EMIT backlogChanged();
    });
    connect(&made, &port::Transport::backlogChanged, this, [this, account](Service service, const model::Backlog &backlog) {
        if (const auto entry = m_accounts.value(account)) {
            entry->backlogs.insert(service, backlog);
            Q_EMIT backlogChanged();
        }
    });
    connect(&made, &port::Transport::presenceChanged, this,
            [this, account](const model::Jid &bare, const model::Presence &presence) {
                Q_EMIT presenceChanged(account, bare, presence);
            });
    connect(&made, &port::Transport::batch, this, [this, account, transport](quint64 number, const model::Batch &arrived) {
        Q_EMIT batch(account, arrived, [transport, number] {
            if (transport)
                transport->stored(number);
        });
    });
}

void Links::setHistoryPaused(bool paused)
{
    m_historyPaused = paused;
    for (const std::shared_ptr<Entry> &entry : std::as_const(m_accounts)) {
        for (port::Transport *transport : {entry->chat.get(), entry->mail.get()}) {
            if (transport)
                transport->setHistoryPaused(paused);
        }
    }
}

model::Backlog Links::backlog(Service service) const
{
    model::Backlog all;
    for (auto entry = m_accounts.begin(); entry != m_accounts.end(); ++entry) {
        if (!isOnline(entry.key(), service))
            continue; // nothing is being fetched
        const model::Backlog one = (*entry)->backlogs.value(service);
        all.waiting += one.waiting;
        all.isOpen = all.isOpen || one.isOpen;
    }
    return all;
}

void Links::start(model::AccountId account, const std::vector<model::Cursor> &cursors)
{
    const auto entry = m_accounts.value(account);
    if (!entry)
        return;
    if (entry->chat)
        entry->chat->start(cursors);
    if (entry->mail)
        entry->mail->start(cursors);
}

void Links::startMail(model::AccountId account, const std::vector<model::Cursor> &cursors)
{
    const auto entry = m_accounts.value(account);
    if (entry && entry->mail)
        entry->mail->start(cursors);
}

void Links::stop(model::AccountId account)
{
    const auto entry = m_accounts.value(account);
    if (!entry)
        return;
    if (entry->chat)
        entry->chat->stop();
    if (entry->mail)
        entry->mail->stop();
}

void Links::remove(model::AccountId account)
{
    stop(account);
    if (!m_accounts.remove(account))
        return;
    for (Service service : services)
        Q_EMIT stateChanged(account, service, state(account, service));
    Q_EMIT backlogChanged();
}

void Links::stopAll()
{
    for (const auto &entry : std::as_const(m_accounts)) {
        if (entry->chat)
            entry->chat->stop();
        if (entry->mail)
            entry->mail->stop();
    }
}

port::Transport *Links::transport(model::AccountId account, Service service) const
{
    const auto entry = m_accounts.value(account);
    if (!entry)
        return nullptr;
    return service == Service::Chat ? entry->chat.get() : entry->mail.get();
}

void Links::wakeAll()
{
    for (const std::shared_ptr<Entry> &entry : std::as_const(m_accounts)) {
        for (port::Transport *transport : {entry->chat.get(), entry->mail.get()}) {
            if (transport)
                transport->wake();
        }
    }
}

LinkState Links::state(model::AccountId account, Service service) const
{
    if (const port::Transport *made = transport(account, service))
        return made->state(service);
    const auto entry = m_accounts.value(account);
    if (entry && entry->refusal)
        return {LinkState::Phase::Failed, entry->refusal, std::nullopt};
    return {};
}

bool Links::isOnline(model::AccountId account, Service service) const
{
    return state(account, service).phase == LinkState::Phase::Online;
}

base::Task<model::CommandResult> Links::perform(model::AccountId account, model::Command command)
{
    port::Transport *made = transport(account, isForChat(command) ? Service::Chat : Service::IncomingMail);
    if (!made) {
        return base::Task<model::CommandResult>::ready(
            base::Error{base::Fault::Unreachable, QStringLiteral("the account has no such link")});
    }
    return made->perform(std::move(command));
}

}

#include "core/engine/Contacts.h"
#include "core/engine/ContactsPrivate.h"

#include <memory>

namespace isthmus::engine {

namespace {

std::vector<model::Jid> chatsOf(const model::Contact &contact)
{
    std::vector<model::Jid> chats;
    for (const model::AddressLink &link : contact.links) {
        if (const auto *jid = std::get_if<model::Jid>(&link.address))
            chats.push_back(jid->bare());
    }
    return chats;
}

}

base::Task<base::Done> Contacts::setBlocked(model::PersonId person, bool blocked)
{
    const auto known = contact(person);
    if (!known)
        return base::Task<base::Done>::ready(base::Error{base::Fault::NotFound, QStringLiteral("no such person")});
    const std::vector<model::Jid> chats = chatsOf(*known);
    const auto keep = [this, person, blocked] {
        return d->engine.write(
            [person, blocked](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
                store::PersonTable(connection).setBlocked(person, blocked);
                changes.person(person);
                return base::Done{};
            });
    };
    std::vector<base::Task<model::CommandResult>> asked;
    for (const model::Account &account : d->engine.accountList) {
        if (!chats.empty() && d->engine.links->isOnline(account.id, model::Service::Chat))
            asked.push_back(d->engine.links->perform(account.id, model::SetBlocked{chats, blocked}));
    }
    // Blocking holds here at once, whatever the server says; lifting it does not, or the server would go on alone.
    if (blocked || chats.empty())
        return keep();
    if (asked.empty())
        return base::Task<base::Done>::ready(base::Error{base::Fault::Unreachable, QStringLiteral("no chat link is up")});
    base::Promise<base::Done> promise;
    auto waiting = std::make_shared<std::size_t>(asked.size());
    for (const auto &task : asked) {
        task.then(this, [this, promise, keep, waiting](const base::Result<model::CommandResult> &answer) {
            // A server without blocking has blocked nothing.
            const bool isLifted = answer.ok() || answer.error().fault == base::Fault::Unsupported;
            if (!isLifted)
                promise.finish(answer.error());
            if (--*waiting > 0)
                return;
            if (!promise.task().isFinished())
                keep().then(this, [promise](const base::Result<base::Done> &done) { promise.finish(done); });
        });
    }
    return promise.task();
}

/// What was blocked while the account's chat server was out of reach; blocking twice is as good as once.
void Contacts::block(model::AccountId account)
{
    std::vector<model::Jid> chats;
    for (const model::Contact &known : all()) {
        if (known.blocked) {
            const auto more = chatsOf(known);
            chats.insert(chats.end(), more.begin(), more.end());
        }
    }
    if (!chats.empty())
        d->engine.links->perform(account, model::SetBlocked{chats, true}).ignore();
}

}

#include "core/base/Checkpoint.h"
#include "core/base/Log.h"
#include "core/engine/AccountsPrivate.h"
#include "core/engine/Delivery.h"
#include "core/engine/FileShelf.h"
#include "core/engine/Intake.h"
#include "core/engine/MailMoves.h"
#include "core/engine/PendingSearch.h"
#include "core/store/FileTable.h"
#include "core/store/ItemTable.h"
#include "core/store/MoveTable.h"
#include "core/store/OutboxTable.h"
#include "core/store/RemovalTable.h"

namespace isthmus::engine {

using model::AccountId;
using model::Station;
using store::RemovalTable;

namespace {

/// What was written stays where it stands, as not sent: with its text, for another account.
void failUnsent(store::Connection &connection, Changes &changes, AccountId account, base::Timestamp now)
{
    store::OutboxTable outbox(connection);
    for (store::OutboxRow &row : outbox.open()) {
        if (row.account != account || row.state >= store::OutboxState::Sent)
            continue; // a copy to be filed is filed when the account is signed in again
        const bool wasLeaving = row.state == store::OutboxState::Sending;
        row.state = store::OutboxState::Failed;
        outbox.update(row);
        const auto shown = store::ItemTable(connection).one(row.item);
        if (!shown)
            continue;
        model::DeliveryState state = shown->item.delivery;
        state.stage = model::DeliveryStage::Failed;
        // Of one that was leaving, nobody will hear whether the server has it: that is not said of it.
        state.error =
            wasLeaving
                ? base::Error{base::Fault::Cancelled, QStringLiteral("the account was removed while it was leaving")}
                : base::Error{base::Fault::AccountRemoved, QStringLiteral("the account was removed before it had left")};
        state.serverText.clear();
        Delivery(connection, changes, now).set(*shown, state, Station::Kind::AccountGone);
    }
}

void takeBackMoves(store::Connection &connection, Changes &changes, AccountId account)
{
    for (const store::MailMove &move : store::MoveTable(connection).all()) {
        if (move.account == account)
            MailMoves::takeBack(connection, changes, move);
    }
}

void discardOpenFiles(store::Connection &connection, Changes &changes, AccountId account)
{
    for (const store::FileTable::Expected &one : store::FileTable(connection).allExpected()) {
        if (one.account == account)
            setFileStage(connection, changes, one.item, model::FileStage::Withdrawn);
    }
}

void erase(store::Connection &connection, Changes &changes, AccountId account)
{
    const RemovalTable::Erased erased = RemovalTable(connection).erase(account);
    for (const auto &[item, home] : erased.items)
        changes.add(item, home, Changes::What::Removed);
    for (const model::PersonId person : erased.persons)
        changes.person(person);
}

}

base::Task<Accounts::Unsent> Accounts::unsent(AccountId account)
{
    return d->engine.database->read([account](store::Connection &connection) -> base::Result<Unsent> {
        const RemovalTable::Unsent found = RemovalTable(connection).unsent(account);
        return Unsent{found.chats, found.mails, found.moves};
    });
}

base::Task<std::optional<base::Error>> Accounts::remove(AccountId id, Messages messages)
{
    using Secret = std::optional<base::Error>;
    const std::vector<model::Account> all = d->engine.knownAccounts();
    const auto found = std::find_if(all.begin(), all.end(), [id](const model::Account &one) { return one.id == id; });
    if (found == all.end())
        return base::Task<Secret>::ready(base::Error{base::Fault::NotFound, QStringLiteral("no such account")});
    const model::Account account = *found;
    bool wasOn = false;
    for (const auto service : {model::Service::Chat, model::Service::IncomingMail, model::Service::OutgoingMail})
        wasOn |= state(id, service).phase != model::LinkState::Phase::Off;
    // First, so that nothing arrives for, or leaves from, an account that is going.
    d->engine.links->stop(id);
    base::Promise<Secret> promise;
    d->engine
        .write([id, messages, address = account.address.toString(),
                now = d->engine.parts.clock()](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
            takeBackMoves(connection, changes, id);
            if (messages == Messages::Keep) {
                failUnsent(connection, changes, id, now);
                discardOpenFiles(connection, changes, id);
                RemovalTable(connection).keepMessages(id, now);
            } else {
                erase(connection, changes, id);
            }
            RemovalTable(connection).addRest(address, messages == Messages::Erase);
            changes.outbox = changes.requests = changes.reports = changes.mailServers = changes.folders = true;
            return base::Done{};
        })
        .then(this, [this, promise, account, messages, wasOn](const base::Result<base::Done> &done) {
            if (!done) {
                if (wasOn)
                    connectNow(account.id);
                promise.finish(done.error());
                return;
            }
            base::checkpoint("account.removed");
            forget(account, messages);
            forgetSecret(account.address.toString()).then(this, [promise](const base::Result<base::Done> &secret) {
                promise.finish(secret ? Secret() : Secret(secret.error()));
            });
        });
    return promise.task();
}

/// It is gone on disk: now here.
void Accounts::forget(const model::Account &account, Messages messages)
{
    Private::drop(d->engine.accountList, account.id);
    Private::drop(d->engine.keptList, account.id);
    if (messages == Messages::Keep)
        d->engine.keptList.push_back(account);
    d->engine.links->remove(account.id);
    d->engine.presence.forget(account.id);
    Q_EMIT accountsChanged();
    d->engine.intake->lookAgain(); // what failed because its account went under way
    if (messages == Messages::Erase) {
        indexPending(d->engine);
        eraseCopies();
    }
}

void Accounts::finishRemovals()
{
    d->engine.database
        ->read([](store::Connection &connection) -> base::Result<std::vector<RemovalTable::Rest>> {
            return RemovalTable(connection).rests();
        })
        .then(this, [this](const base::Result<std::vector<RemovalTable::Rest>> &rests) {
            bool copies = false;
            for (const RemovalTable::Rest &rest : rests.valueOr({})) {
                if (rest.secret)
                    forgetSecret(rest.address).ignore();
                copies |= rest.copies;
            }
            if (copies)
                eraseCopies();
        });
}

base::Task<base::Done> Accounts::forgetSecret(const QString &address)
{
    base::Promise<base::Done> promise;
    d->engine.parts.secrets->remove(address).then(this, [this, promise, address](const base::Result<base::Done> &removed) {
        base::checkpoint("account.secret-removed");
        if (!removed) {
            qCWarning(base::logEngine) << "a password was not removed:" << base::faultName(removed.error().fault)
                                       << removed.error().detail;
        } else if (secretsPersist()) { // a keyring that is not there today may still hold it
            d->engine
                .write([address](store::Connection &connection, Changes &) -> base::Result<base::Done> {
                    RemovalTable(connection).secretIsGone(address);
                    return base::Done{};
                })
                .ignore();
        }
        promise.finish(removed);
    });
    return promise.task();
}

void Accounts::eraseCopies()
{
    d->engine.database->compact().then(this, [this](const base::Result<base::Done> &done) {
        if (!done) {
            qCWarning(base::logEngine) << "what was erased was not given back to the disk:" << done.error().detail;
            return;
        }
        d->engine
            .write([](store::Connection &connection, Changes &) -> base::Result<base::Done> {
                RemovalTable(connection).copiesAreGone();
                return base::Done{};
            })
            .ignore();
    });
}

}

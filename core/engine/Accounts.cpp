#include "core/engine/Accounts.h"

#include "core/engine/AccountsPrivate.h"
#include "core/engine/ReadMarks.h"
#include "core/store/AccountTable.h"

#include <QRandomGenerator>

namespace isthmus::engine {

namespace {

QByteArray freshIdKey()
{
    QByteArray key(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(key.begin(), key.end());
    return key;
}

}

Accounts::Accounts(Engine &engine) : d(std::make_unique<Private>(Private{*engine.d}))
{
    if (port::Discovery *discovery = d->engine.parts.discovery.get())
        connect(discovery, &port::Discovery::found, this, &Accounts::serviceFound);
    connect(d->engine.links.get(), &Links::stateChanged, this,
            [this](model::AccountId account, model::Service service, const model::LinkState &state) {
                if (service == model::Service::Chat && state.phase != model::LinkState::Phase::Online)
                    d->engine.presence.forget(account);
                if (service == model::Service::IncomingMail)
                    sendDueSeen(d->engine, account);
                if (service == model::Service::Chat)
                    sendDueDisplayed(d->engine, account);
                Q_EMIT stateChanged(account, service, state);
            });
    connect(d->engine.links.get(), &Links::presenceChanged, this,
            [this](model::AccountId account, const model::Jid &bare, const model::Presence &presence) {
                d->engine.presence.set(account, bare, presence);
            });
    // Copies: the list may change before the answers come.
    const std::vector<model::Account> known = d->engine.accountList;
    for (const model::Account &account : known)
        startWithStoredSecret(account);
    finishRemovals();
}

Accounts::~Accounts() = default;

void Accounts::startWithStoredSecret(const model::Account &account)
{
    d->engine.parts.secrets->read(account.address.toString()).then(this, [this, account](base::Result<QString> secret) {
        if (!secret) {
            d->engine.links->refuse(account.id, base::Error{base::Fault::PasswordNeeded, secret.error().detail});
            return;
        }
        open(account, *secret, account.connectChat, account.fetchMail);
    });
}

void Accounts::open(const model::Account &account, const QString &password, bool chat, bool mail)
{
    d->cursors(account.id)
        .then(this, [this, account, password, chat, mail](base::Result<std::vector<model::Cursor>> cursors) {
            if (!d->engine.account(account.id))
                return; // removed while the keyring waited for its owner
            d->engine.links->open(account, password, std::move(cursors).valueOr({}), chat, mail);
            for (auto service : {model::Service::Chat, model::Service::IncomingMail, model::Service::OutgoingMail})
                Q_EMIT stateChanged(account.id, service, state(account.id, service));
        });
}

std::vector<model::Account> Accounts::all() const
{
    return d->engine.accountList;
}

std::vector<model::Account> Accounts::removed() const
{
    return d->engine.keptList;
}

model::LinkState Accounts::state(model::AccountId account, model::Service service) const
{
    return d->engine.links->state(account, service);
}

bool Accounts::secretsPersist() const
{
    return d->engine.parts.secrets->isPersistent();
}

base::Task<model::AccountPlan> Accounts::discover(model::MailAddress address)
{
    if (!d->engine.parts.discovery) {
        return base::Task<model::AccountPlan>::ready(
            base::Error{base::Fault::Unsupported, QStringLiteral("this program looks nothing up")});
    }
    return d->engine.parts.discovery->discover(std::move(address));
}

base::Task<model::AccountId> Accounts::signIn(model::MailAddress address, QString password, model::AccountPlan plan,
                                              bool connectChat, bool fetchMail)
{
    using Id = base::Task<model::AccountId>;
    auto jid = model::Jid::parse(address.toString());
    if (!jid)
        return Id::ready(jid.error());
    model::Account account;
    account.jid = std::move(jid).value();
    account.address = std::move(address);
    account.plan = std::move(plan);
    account.connectChat = connectChat;
    account.fetchMail = fetchMail;
    account.idKey = freshIdKey();

    base::Promise<model::AccountId> promise;
    const QString owner = account.address.toString();
    d->engine.parts.secrets->write(owner, password)
        .then(this, [this, promise, account, password](const base::Result<base::Done> &kept) {
            if (!kept) {
                promise.finish(kept.error());
                return;
            }
            save(account, password, promise);
        });
    return promise.task();
}

void Accounts::save(const model::Account &account, const QString &password, const base::Promise<model::AccountId> &promise)
{
    d->engine
        .write([account, now = d->engine.parts.clock()](store::Connection &connection,
                                                        Changes &) -> base::Result<model::Account> {
            store::AccountTable table(connection);
            const model::AccountId id = table.save(account, now);
            for (const model::Account &row : table.all()) {
                if (row.id == id)
                    return row;
            }
            return base::Error{base::Fault::NotFound, QStringLiteral("the account was not kept")};
        })
        .then(this, [this, promise, password](base::Result<model::Account> saved) {
            if (!saved) {
                promise.finish(saved.error());
                return;
            }
            d->replace(*saved);
            Q_EMIT accountsChanged();
            // Signing in means: now; the two options are for the next start too.
            open(*saved, password, saved->connectChat, saved->fetchMail);
            promise.finish(saved->id);
        });
}

base::Task<model::AccountId> Accounts::registerAndSignIn(model::MailAddress address, QString password,
                                                         model::AccountPlan plan)
{
    if (!d->engine.parts.registrar) {
        return base::Task<model::AccountId>::ready(
            base::Error{base::Fault::Unsupported, QStringLiteral("this program registers no accounts")});
    }
    base::Promise<model::AccountId> promise;
    d->engine.parts.registrar(address, password, plan.chat)
        .then(this, [this, promise, address, password, plan](const base::Result<base::Done> &registered) {
            if (!registered) {
                promise.finish(registered.error());
                return;
            }
            signIn(address, password, plan, true, true).then(this, [promise](base::Result<model::AccountId> id) {
                promise.finish(std::move(id));
            });
        });
    return promise.task();
}

base::Task<base::Done> Accounts::changePassword(model::AccountId id, QString password)
{
    using Task = base::Task<base::Done>;
    const model::Account *known = d->engine.account(id);
    if (!known)
        return Task::ready(base::Error{base::Fault::NotFound, QStringLiteral("no such account")});
    const model::Account account = *known;
    base::Promise<base::Done> promise;
    d->engine.parts.secrets->write(account.address.toString(), password)
        .then(this, [this, promise, account, password](const base::Result<base::Done> &kept) {
            if (kept)
                open(account, password, true, true);
            promise.finish(kept);
        });
    return promise.task();
}

base::Task<base::Done> Accounts::setStartOptions(model::AccountId id, bool connectChat, bool fetchMail)
{
    base::Promise<base::Done> promise;
    d->engine
        .write([id, connectChat, fetchMail](store::Connection &connection, Changes &) -> base::Result<base::Done> {
            store::AccountTable(connection).setStartOptions(id, connectChat, fetchMail);
            return base::Done{};
        })
        .then(this, [this, promise, id, connectChat, fetchMail](const base::Result<base::Done> &done) {
            if (done) {
                for (model::Account &account : d->engine.accountList) {
                    if (account.id == id) {
                        account.connectChat = connectChat;
                        account.fetchMail = fetchMail;
                    }
                }
                Q_EMIT accountsChanged();
            }
            promise.finish(done);
        });
    return promise.task();
}

void Accounts::connectNow(model::AccountId id)
{
    const model::Account *known = d->engine.account(id);
    if (!known)
        return;
    if (!d->engine.links->has(id)) {
        startWithStoredSecret(*known);
        return;
    }
    d->cursors(id).then(this, [this, id](base::Result<std::vector<model::Cursor>> cursors) {
        d->engine.links->start(id, std::move(cursors).valueOr({}));
    });
}

void Accounts::disconnectNow(model::AccountId account)
{
    d->engine.links->stop(account);
}

void Accounts::checkMail()
{
    for (const model::Account &account : d->engine.accountList) {
        const model::AccountId id = account.id;
        if (d->engine.links->state(id, model::Service::IncomingMail).phase != model::LinkState::Phase::Off) {
            d->engine.links->perform(id, model::CheckMail{}).ignore();
            continue;
        }
        // Nothing is fetched at start: the user's word begins it.
        d->cursors(id).then(this, [this, id](base::Result<std::vector<model::Cursor>> cursors) {
            d->engine.links->startMail(id, std::move(cursors).valueOr({}));
        });
    }
}

}

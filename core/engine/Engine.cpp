#include "core/engine/Engine.h"

#include "core/engine/Accounts.h"
#include "core/engine/CardQueue.h"
#include "core/engine/ContactRequests.h"
#include "core/engine/Contacts.h"
#include "core/engine/DisplayReports.h"
#include "core/engine/Drafts.h"
#include "core/engine/EnginePrivate.h"
#include "core/engine/Files.h"
#include "core/engine/History.h"
#include "core/engine/Intake.h"
#include "core/engine/MailMoves.h"
#include "core/engine/Nudges.h"
#include "core/engine/Options.h"
#include "core/engine/Outbox.h"
#include "core/engine/OwnState.h"
#include "core/engine/PendingSearch.h"
#include "core/store/AccountTable.h"
#include "core/store/SettingTable.h"

#include <QUuid>

namespace isthmus::engine {

Engine::Private::Private(EngineParts given) : parts(std::move(given))
{
    if (!parts.newId)
        parts.newId = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
}

Engine::Private::~Private()
{
    alive.reset();
    if (links)
        links->stopAll();
    accounts.reset();
    nudges.reset();
    moves.reset();
    ownState.reset();
    reports.reset();
    outbox.reset();
    cards.reset();
    intake.reset();
    files.reset();
    drafts.reset();
    requests.reset();
    contacts.reset();
    history.reset();
    options.reset();
    links.reset();
    database.reset();
}

QStringList Engine::Private::ownDomains() const
{
    QStringList domains;
    for (const model::Account &account : accountList)
        domains.append(account.jid.domain());
    domains.removeDuplicates();
    return domains;
}

const model::Account *Engine::Private::account(model::AccountId id) const
{
    for (const model::Account &account : accountList) {
        if (account.id == id)
            return &account;
    }
    return nullptr;
}

const model::Account *Engine::Private::accountOr(model::AccountId wanted) const
{
    if (const model::Account *named = account(wanted))
        return named;
    if (const model::Account *chosen = account(settings.defaultAccount))
        return chosen;
    return accountList.empty() ? nullptr : &accountList.front();
}

std::vector<model::Account> Engine::Private::knownAccounts() const
{
    std::vector<model::Account> known = accountList;
    known.insert(known.end(), keptList.begin(), keptList.end());
    return known;
}

Engine::Engine(std::unique_ptr<Private> parts) : d(std::move(parts)) {}

Engine::~Engine() = default;

base::Result<std::unique_ptr<Engine>> Engine::open(EngineParts parts)
{
    auto d = std::make_unique<Private>(std::move(parts));
    auto database = store::Database::open({d->parts.databasePath, std::chrono::seconds(5), store::schemaSteps()});
    if (!database)
        return database.error();
    d->database = std::move(database).value();
    Private &shared = *d;
    auto accounts =
        d->database->readNow([&shared](store::Connection &connection) -> base::Result<std::vector<model::Account>> {
            shared.settings = store::SettingTable(connection).all();
            shared.keptList = store::AccountTable(connection).removed();
            return store::AccountTable(connection).all();
        });
    if (!accounts)
        return accounts.error();
    d->accountList = std::move(accounts).value();
    d->links = std::make_unique<Links>(d->parts.chatTransport, d->parts.mailTransport);

    std::unique_ptr<Engine> engine(new Engine(std::move(d)));
    engine->d->onDisk = [at = engine.get()] { Q_EMIT at->diskChanged(); };
    engine->d->options = std::make_unique<Options>(*engine);
    engine->d->history = std::make_unique<History>(*engine);
    engine->d->contacts = std::make_unique<Contacts>(*engine);
    engine->d->requests = std::make_unique<ContactRequests>(*engine);
    engine->d->drafts = std::make_unique<Drafts>(*engine);
    engine->d->files = std::make_unique<Files>(*engine);
    engine->d->intake = std::make_unique<Intake>(*engine->d);
    connect(engine->d->intake.get(), &Intake::readerChanged, engine.get(), &Engine::readerChanged);
    engine->d->cards = std::make_unique<CardQueue>(*engine->d->links);
    engine->d->outbox = std::make_unique<Outbox>(*engine);
    engine->d->reports = std::make_unique<DisplayReports>(*engine);
    engine->d->ownState = std::make_unique<OwnState>(*engine);
    engine->d->moves = std::make_unique<MailMoves>(*engine);
    engine->d->nudges = std::make_unique<Nudges>(*engine);
    engine->d->accounts = std::make_unique<Accounts>(*engine);
    indexPending(*engine->d);
    return engine;
}

bool Engine::isDiskRefusing() const
{
    return d->diskRefuses;
}

bool Engine::isReaderMissing() const
{
    return d->intake->isReaderMissing();
}

void Engine::wokeUp()
{
    d->links->wakeAll();
    d->outbox->lookAgain();
    d->moves->lookAgain();
}

Accounts &Engine::accounts()
{
    return *d->accounts;
}

Contacts &Engine::contacts()
{
    return *d->contacts;
}

DisplayReports &Engine::displayReports()
{
    return *d->reports;
}

History &Engine::history()
{
    return *d->history;
}

MailMoves &Engine::mailMoves()
{
    return *d->moves;
}

Nudges &Engine::nudges()
{
    return *d->nudges;
}

OwnState &Engine::ownState()
{
    return *d->ownState;
}

Options &Engine::options()
{
    return *d->options;
}

Outbox &Engine::outbox()
{
    return *d->outbox;
}

Drafts &Engine::drafts()
{
    return *d->drafts;
}

Files &Engine::files()
{
    return *d->files;
}

ContactRequests &Engine::contactRequests()
{
    return *d->requests;
}

}

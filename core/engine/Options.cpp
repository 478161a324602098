#include "core/engine/Options.h"

#include "core/engine/EnginePrivate.h"
#include "core/store/MailServerTable.h"
#include "core/store/SettingTable.h"

namespace isthmus::engine {

using store::MailServerTable;

struct Options::Private {
    Engine::Private &engine;
    std::vector<MailServer> servers{};

    void keep(const std::vector<MailServerTable::Row> &rows)
    {
        servers.clear();
        for (model::Account &account : engine.accountList)
            account.trustedServers.clear();
        for (const MailServerTable::Row &row : rows) {
            if (!engine.account(row.account))
                continue; // of a removed account, which asks nothing
            servers.push_back({row.account, row.name, static_cast<MailServer::Trust>(row.state)});
            for (model::Account &account : engine.accountList) {
                if (account.id == row.account && row.state == MailServerTable::State::Trusted)
                    account.trustedServers << row.name << row.receivedBy;
            }
        }
        for (model::Account &account : engine.accountList)
            account.trustedServers.removeDuplicates();
    }
};

Options::Options(Engine &engine) : d(std::make_unique<Private>(Private{*engine.d}))
{
    const auto rows =
        d->engine.database->readNow([](store::Connection &connection) -> base::Result<std::vector<MailServerTable::Row>> {
            return MailServerTable(connection).all();
        });
    if (rows)
        d->keep(*rows);
    connect(&d->engine.events, &Events::changed, this, [this](const Changes &changes) {
        if (changes.mailServers)
            readServers();
    });
}

Options::~Options() = default;

const model::Settings &Options::settings() const
{
    return d->engine.settings;
}

base::Task<base::Done> Options::save(model::Settings settings)
{
    const model::Settings silent;
    settings.toldContacts = d->engine.settings.toldContacts || settings.offlineToMailbox != silent.offlineToMailbox
                            || settings.busyToMailbox != silent.busyToMailbox || settings.reachedBy != silent.reachedBy;
    d->engine.settings = settings;
    Q_EMIT settingsChanged();
    return d->engine.write([settings](store::Connection &connection, Changes &) -> base::Result<base::Done> {
        store::SettingTable(connection).save(settings);
        return base::Done{};
    });
}

const std::vector<Options::MailServer> &Options::mailServers() const
{
    return d->servers;
}

base::Task<base::Done> Options::decide(model::AccountId account, QString server, bool trust)
{
    const auto state = trust ? MailServerTable::State::Trusted : MailServerTable::State::Refused;
    return d->engine.write(
        [account, server, state](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
            MailServerTable(connection).decide(account, server, state);
            changes.mailServers = true;
            return base::Done{};
        });
}

void Options::readServers()
{
    d->engine.database
        ->read([](store::Connection &connection) -> base::Result<std::vector<MailServerTable::Row>> {
            return MailServerTable(connection).all();
        })
        .then(this, [this](const base::Result<std::vector<MailServerTable::Row>> &rows) {
            if (!rows)
                return;
            d->keep(*rows);
            Q_EMIT mailServersChanged();
        });
}

}

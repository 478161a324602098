#include "core/engine/OwnState.h"

#include "core/engine/EnginePrivate.h"
#include "core/engine/Options.h"

namespace isthmus::engine {

namespace {

model::PublishedPreference preferenceOf(const model::Settings &settings, const model::Account &account)
{
    using model::ReachedBy;
    model::PublishedPreference published;
    published.offline = settings.offlineToMailbox ? QStringLiteral("mailbox") : QStringLiteral("store");
    published.busy = settings.busyToMailbox ? QStringLiteral("mailbox") : QStringLiteral("im");
    published.mode = settings.reachedBy == ReachedBy::MailOnly   ? QStringLiteral("mail-only")
                     : settings.reachedBy == ReachedBy::ChatOnly ? QStringLiteral("chat-only")
                                                                 : QStringLiteral("auto");
    published.mail = account.address;
    return published;
}

}

struct OwnState::Private {
    Engine::Private &engine;
    model::PublishedPreference told{}; ///< what was last said, without the mailbox

    void sayPresence(model::AccountId account) const
    {
        engine.links->perform(account, model::SetPresence{engine.ownPresence}).ignore();
    }
    void publish(const model::Account &account) const
    {
        // A server without PEP is no fault: contacts then know what they know.
        engine.links->perform(account.id, model::PublishPreference{preferenceOf(engine.settings, account)}).ignore();
    }
    void cameOnline(model::AccountId id) const
    {
        const model::Account *account = engine.account(id);
        if (!account)
            return;
        if (engine.ownPresence != model::Presence{model::Availability::Online, {}})
            sayPresence(id);
        if (engine.settings.toldContacts)
            publish(*account);
        engine.links->perform(id, model::CheckMail{}).ignore();
    }
};

OwnState::OwnState(Engine &engine) : d(std::make_unique<Private>(Private{*engine.d}))
{
    d->told = preferenceOf(d->engine.settings, {});
    connect(d->engine.links.get(), &Links::stateChanged, this,
            [this](model::AccountId account, model::Service service, const model::LinkState &state) {
                if (service == model::Service::Chat && state.phase == model::LinkState::Phase::Online)
                    d->cameOnline(account);
            });
    connect(d->engine.options.get(), &Options::settingsChanged, this, [this] {
        const model::PublishedPreference wanted = preferenceOf(d->engine.settings, {});
        if (wanted == std::exchange(d->told, wanted))
            return;
        for (const model::Account &account : d->engine.accountList) {
            if (d->engine.links->isOnline(account.id, model::Service::Chat))
                d->publish(account);
        }
    });
}

OwnState::~OwnState() = default;

const model::Presence &OwnState::presence() const
{
    return d->engine.ownPresence;
}

void OwnState::setPresence(const model::Presence &presence)
{
    if (d->engine.ownPresence == presence)
        return;
    d->engine.ownPresence = presence;
    for (const model::Account &account : d->engine.accountList) {
        if (d->engine.links->isOnline(account.id, model::Service::Chat))
            d->sayPresence(account.id);
    }
    Q_EMIT presenceChanged();
}

}

#include "core/engine/Outbox.h"

#include "core/engine/Composer.h"
#include "core/engine/Contacts.h"
#include "core/engine/Delivery.h"
#include "core/engine/Dispatcher.h"
#include "core/engine/Drafts.h"
#include "core/engine/EnginePrivate.h"
#include "core/engine/Joining.h"
#include "core/engine/People.h"
#include "core/engine/Reach.h"
#include "core/interworking/Route.h"
#include "core/store/DraftTable.h"
#include "core/store/JourneyTable.h"
#include "core/store/SearchTable.h"
#include "core/store/ValueCodec.h"

#include <algorithm>

namespace isthmus::engine {

using interworking::Route;
using model::Channel;
using model::Station;

namespace {

/// What route() decided, and for whom.
struct Decision {
    Route route;
    model::Account account;
    std::optional<model::Contact> contact;
};

RoutePreview::Reason reasonOf(const Route &route)
{
    using Reason = RoutePreview::Reason;
    switch (route.rule) {
    case 1: return Reason::NoAddress;
    case 2:
    case 4: return Reason::UserChoice;
    case 3: return Reason::NoJid;
    case 5: return Reason::NoMail;
    case 6:
    case 8: return Reason::Preference;
    case 7:
    case 9: return Reason::PreferenceConflict;
    case 10: return Reason::KindMail;
    case 11:
    case 12:
    case 13: return Reason::NoOtherAddress;
    case 14: return Reason::Online;
    case 15:
    case 16: return Reason::DoNotDisturb;
    case 17:
    case 18: return Reason::Offline;
    default: return Reason::PresenceUnknown;
    }
}

RoutePreview::Outcome outcomeOf(const Route &route)
{
    using Outcome = RoutePreview::Outcome;
    switch (route.way) {
    case Route::Way::Im: return Outcome::Chat;
    case Route::Way::Mail: return Outcome::Mail;
    case Route::Way::QueueIm: return Outcome::QueuedChat;
    case Route::Way::QueueMail: return Outcome::QueuedMail;
    case Route::Way::Refuse: return Outcome::Refused;
    }
    Q_UNREACHABLE();
}

/// The account of a queued message, or the first if it is not signed in any more; nullptr: there is none.
const model::Account *senderOf(const std::vector<model::Account> &senders, model::AccountId wanted)
{
    const auto own = std::find_if(senders.begin(), senders.end(), [wanted](const auto &one) { return one.id == wanted; });
    return own != senders.end() ? &*own : senders.empty() ? nullptr : &senders.front();
}

/// What has not left goes out as a new message, from this account and on this channel.
base::Result<base::Done> sendAnew(store::Connection &connection, Changes &changes, const model::Account &sender,
                                  const store::OutboxRow &queued, const store::ItemRow &shown, Channel channel,
                                  base::Timestamp now, const QString &id, Station::Kind why)
{
    auto done = reroute(connection, sender, queued, shown, channel, now, id);
    if (!done)
        return done;
    model::DeliveryState state;
    state.stage = model::DeliveryStage::Queued;
    const auto changed = store::ItemTable(connection).one(shown.item.id);
    Delivery(connection, changes, now).set(changed.value_or(shown), state, why);
    changes.add(shown.item.id, shown.home, Changes::What::Changed);
    changes.outbox = true;
    return base::Done{};
}

}

struct Outbox::Private {
    Engine::Private &engine;
    std::unique_ptr<Dispatcher> dispatcher;

    /// The one for new messages first.
    [[nodiscard]] std::vector<model::Account> senders() const
    {
        std::vector<model::Account> all = engine.accountList;
        const auto isChosen = [this](const model::Account &one) { return one.id == engine.settings.defaultAccount; };
        std::stable_partition(all.begin(), all.end(), isChosen);
        return all;
    }
    [[nodiscard]] std::optional<Decision> decide(const model::Draft &draft) const;
    [[nodiscard]] base::Task<base::Done> change(std::function<base::Result<base::Done>(store::Connection &, Changes &)> fn)
    {
        return engine.write(std::move(fn));
    }
};

std::optional<Decision> Outbox::Private::decide(const model::Draft &draft) const
{
    const model::Account *account = engine.accountOr(draft.account);
    if (!account)
        return std::nullopt;
    Decision decision{{}, *account, engine.contacts->contact(draft.person)};
    const model::Contact contact = decision.contact.value_or(model::Contact{});
    const bool chatUp = engine.links->isOnline(account->id, model::Service::Chat);
    interworking::RouteInput input;
    input.kind = draft.subject.isEmpty() ? draft.kind : model::Draft::Kind::Mail;
    input.hasJid = contact.firstChat() != nullptr;
    input.hasMail = !draft.to.empty() || mailTarget(contact) != nullptr;
    input.presence = chatUp ? interworking::reachOf(contact.presence.availability) : interworking::Reach::Unknown;
    input.preference = interworking::effectivePreference(contact.sendVia, contact.published);
    input.user = draft.user;
    input.xmppUp = chatUp;
    input.smtpUp = engine.links->isOnline(account->id, model::Service::OutgoingMail);
    decision.route = interworking::route(input);
    return decision;
}

Outbox::Outbox(Engine &engine) : d(std::make_unique<Private>(Private{*engine.d, std::make_unique<Dispatcher>(*engine.d)}))
{
    connect(&d->engine.presence, &PresenceBoard::changed, this, &Outbox::routesChanged);
    connect(d->engine.contacts.get(), &Contacts::changed, this, &Outbox::routesChanged);
    connect(d->engine.links.get(), &Links::stateChanged, this, &Outbox::routesChanged);
}

Outbox::~Outbox() = default;

void Outbox::lookAgain()
{
    d->dispatcher->wake();
}

void Outbox::setLongTexts(const LongTexts &settings)
{
    d->engine.longTexts = settings;
}

RoutePreview Outbox::preview(const model::Draft &draft) const
{
    const auto decision = d->decide(draft);
    if (!decision) {
        RoutePreview none;
        none.reason = RoutePreview::Reason::NoAccount;
        return none;
    }
    const Route &route = decision->route;
    RoutePreview preview;
    preview.outcome = outcomeOf(route);
    preview.reason = reasonOf(route);
    preview.rule = QLatin1Char('R') + QString::number(route.rule);
    preview.canFallBack = route.fallback.has_value();
    const model::Contact contact = decision->contact.value_or(model::Contact{});
    if (const auto channel = route.channel()) {
        if (const auto address = addressFor(draft, contact, *channel))
            preview.address = addressText(*address);
    }
    const bool hasMail = !draft.to.empty() || mailTarget(contact);
    preview.otherRouteAllowed = route.channel() == Channel::Chat ? hasMail : contact.firstChat() != nullptr;
    return preview;
}

base::Task<model::ItemId> Outbox::send(model::Draft draft, Source source)
{
    using Task = base::Task<model::ItemId>;
    const auto decision = d->decide(draft);
    const auto channel = decision ? decision->route.channel() : std::nullopt;
    if (!channel)
        return Task::ready(base::Error{base::Fault::Rejected, QStringLiteral("there is no route for this message")});
    const auto address = addressFor(draft, decision->contact.value_or(model::Contact{}), *channel);
    if (!address)
        return Task::ready(address.error());
    draft.account = decision->account.id;
    const auto typed = source == Source::Composer ? d->engine.drafts->take(draft.person) : std::nullopt;

    const base::Timestamp now = d->engine.parts.clock();
    const auto hold = *channel == Channel::Mail ? d->engine.parts.mailHold : std::chrono::milliseconds(0);
    const bool joins = hold.count() > 0 && d->engine.settings.joinLines;
    return d->engine.write([draft = std::move(draft), joins, decision = *decision, channel = *channel, address = *address,
                            now, hold, typed, id = d->engine.parts.newId(), domains = d->engine.ownDomains()](
                               store::Connection &connection, Changes &changes) mutable -> base::Result<model::ItemId> {
        if (typed) {
            store::DraftTable(connection).remove(*typed);
            if (draft.person.isValid())
                changes.draft(draft.person);
        }
        if (!draft.person.isValid()) {
            QString name = draft.to.empty() ? QString() : draft.to.front().name;
            draft.person = People(connection, changes, domains, now).findOrAdd(address, name);
        }
        if (joins) {
            const auto joined = joinWaitingLine(connection, changes, decision.account, draft,
                                                std::get<model::MailAddress>(address), now, id);
            if (joined)
                return *joined;
        }
        auto outgoing = Composer(connection, decision.account, now).compose(draft, address, channel, {}, id);
        if (!outgoing)
            return outgoing.error();
        outgoing->item.item.delivery.stage = hold.count() > 0 ? model::DeliveryStage::Held : model::DeliveryStage::Queued;
        const model::ItemId item = store::ItemTable(connection).insert(outgoing->item);
        outgoing->item.item.id = item;
        for (store::MessageLink &link : outgoing->links) {
            link.item = item;
            store::MessageMapTable(connection).add(link);
        }
        store::OutboxRow row;
        row.account = decision.account.id;
        row.item = item;
        row.home = model::addressKey(address);
        row.channel = channel;
        row.command = outgoing->command;
        row.draft = store::encode(draft);
        row.state = hold.count() > 0 ? store::OutboxState::Held : store::OutboxState::Queued;
        row.due = now + hold;
        row.filing = outgoing->filing;
        row.fallback = decision.route.fallback;
        store::OutboxTable(connection).insert(row);
        store::JourneyTable(connection).add(item, {Station::Kind::Written, now, channel, {}});
        store::SearchTable(connection).add(outgoing->item.item);
        changes.add(item, row.home, Changes::What::Added);
        changes.outbox = true;
        return item;
    });
}

base::Task<base::Done> Outbox::retry(model::ItemId item)
{
    const base::Timestamp now = d->engine.parts.clock();
    return d->change([item, now, senders = d->senders(), id = d->engine.parts.newId()](
                         store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
        store::OutboxTable outbox(connection);
        auto queued = outbox.byItem(item);
        const auto shown = store::ItemTable(connection).one(item);
        if (!queued || !shown || queued->state == store::OutboxState::Sending || queued->state == store::OutboxState::Sent)
            return base::Error{base::Fault::NotFound, QStringLiteral("nothing to send again")};
        const model::Account *sender = senderOf(senders, queued->account);
        if (!sender)
            return base::Error{base::Fault::AccountRemoved, QStringLiteral("no account is signed in")};
        // Of an account that was removed meanwhile: it leaves from another one, with its sender.
        if (sender->id != queued->account)
            return sendAnew(connection, changes, *sender, *queued, *shown, queued->channel, now, id,
                            Station::Kind::AskedAgain);
        queued->state = store::OutboxState::Queued;
        queued->due = now;
        queued->attempts = 0;
        queued->deferredSince = {};
        outbox.update(*queued);
        outbox.setPartsSent(queued->id, 0); // whoever refused one part has thrown the others away
        model::DeliveryState state = shown->item.delivery;
        state.stage = model::DeliveryStage::Queued;
        state.error.reset();
        state.serverText.clear();
        Delivery(connection, changes, now).set(*shown, state, Station::Kind::AskedAgain);
        changes.outbox = true;
        return base::Done{};
    });
}

base::Task<base::Done> Outbox::sendNow(model::ItemId item)
{
    return retry(item);
}

base::Task<base::Done> Outbox::resendVia(model::ItemId item, Channel channel)
{
    const base::Timestamp now = d->engine.parts.clock();
    return d->change([item, channel, now, id = d->engine.parts.newId(),
                      senders = d->senders()](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
        const auto queued = store::OutboxTable(connection).byItem(item);
        const auto shown = store::ItemTable(connection).one(item);
        if (!queued || !shown || queued->state == store::OutboxState::Sending || queued->state == store::OutboxState::Sent)
            return base::Error{base::Fault::NotFound, QStringLiteral("nothing to send again")};
        const model::Account *sender = senderOf(senders, queued->account);
        if (!sender)
            return base::Error{base::Fault::AccountRemoved, QStringLiteral("no account is signed in")};
        return sendAnew(connection, changes, *sender, *queued, *shown, channel, now, id, Station::Kind::Rerouted);
    });
}

std::chrono::milliseconds Outbox::hold() const
{
    return d->engine.parts.mailHold;
}

base::Task<base::Done> Outbox::cancel(model::ItemId item)
{
    base::Promise<base::Done> promise;
    takeBack(item).then(this, [promise](const base::Result<model::Draft> &draft) {
        promise.finish(draft ? base::Result<base::Done>(base::Done{}) : draft.error());
    });
    return promise.task();
}

base::Task<model::Draft> Outbox::takeBack(model::ItemId item)
{
    return d->engine.write([item](store::Connection &connection, Changes &changes) -> base::Result<model::Draft> {
        const auto queued = store::OutboxTable(connection).byItem(item);
        const auto shown = store::ItemTable(connection).one(item);
        if (!queued || !shown || queued->state == store::OutboxState::Sending || queued->state == store::OutboxState::Sent)
            return base::Error{base::Fault::NotFound, QStringLiteral("it has left already")};
        // The search index is contentless and keeps a word that leads nowhere; look-ups skip it.
        store::ItemTable(connection).remove(item);
        changes.add(item, shown->home, Changes::What::Removed);
        changes.outbox = true;
        return store::decode<model::Draft>(queued->draft).value_or(model::Draft{});
    });
}

}

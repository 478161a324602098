#include "core/engine/Nudges.h"

#include "core/engine/Contacts.h"
#include "core/engine/EnginePrivate.h"
#include "core/interworking/Courtesy.h"

#include <algorithm>

namespace isthmus::engine {

struct Nudges::Private {
    Engine::Private &engine;
    struct Pending {
        Question question;
        model::AccountId account;
        model::InstantMessage message;
    };
    std::vector<Pending> pending{};
    std::vector<Question> questions{};

    void send(const Pending &nudge) const
    {
        engine.links->perform(nudge.account, model::SendStanza{nudge.message}).ignore();
    }
    void list()
    {
        questions.clear();
        for (const Pending &nudge : pending)
            questions.push_back(nudge.question);
    }
};

Nudges::Nudges(Engine &engine) : d(std::make_unique<Private>(Private{*engine.d}))
{
    connect(&d->engine.events, &Events::changed, this, [this](const Changes &changes) {
        for (const Changes::SentMail &mail : changes.sentMails)
            consider(mail);
    });
}

Nudges::~Nudges() = default;

const std::vector<Nudges::Question> &Nudges::questions() const
{
    return d->questions;
}

void Nudges::consider(const Changes::SentMail &mail)
{
    using model::Availability;
    const model::Account *account = d->engine.account(mail.account);
    const auto address = model::addressFromKey(mail.home);
    const auto person = address ? d->engine.contacts->personOf(*address) : std::nullopt;
    const auto contact = person ? d->engine.contacts->contact(*person) : std::nullopt;
    const model::AddressLink *chat = contact ? contact->firstChat() : nullptr;
    if (!account || !chat || d->engine.settings.nudge == model::Consent::Never
        || !d->engine.links->isOnline(mail.account, model::Service::Chat))
        return;
    // Who is away from chat gets the mail, and a line about it later would be no news.
    const Availability there = contact->presence.availability;
    if (there == Availability::Offline || there == Availability::Unknown)
        return;
    Private::Pending nudge{{mail.item, *person, contact->name, mail.subject},
                           mail.account,
                           interworking::nudge(account->jid, std::get<model::Jid>(chat->address), d->engine.parts.newId(),
                                               mail.messageId, mail.subject)};
    if (d->engine.settings.nudge == model::Consent::Always) {
        d->send(nudge);
        return;
    }
    d->pending.push_back(std::move(nudge));
    d->list();
    Q_EMIT questionsChanged();
}

void Nudges::answer(model::ItemId item, bool yes)
{
    const auto found = std::find_if(d->pending.begin(), d->pending.end(),
                                    [item](const Private::Pending &nudge) { return nudge.question.item == item; });
    if (found == d->pending.end())
        return;
    if (yes)
        d->send(*found);
    d->pending.erase(found);
    d->list();
    Q_EMIT questionsChanged();
}

}

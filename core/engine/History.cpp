#include "core/engine/History.h"

#include "core/engine/EnginePrivate.h"
#include "core/engine/Options.h"

namespace isthmus::engine {

struct History::Private {
    Engine::Private &engine;
    Waiting waiting{};
};

History::History(Engine &engine) : d(std::make_unique<Private>(Private{*engine.d}))
{
    d->engine.links->setHistoryPaused(isPaused());
    connect(d->engine.links.get(), &Links::backlogChanged, this, [this] {
        const model::Backlog mails = d->engine.links->backlog(model::Service::IncomingMail);
        const model::Backlog messages = d->engine.links->backlog(model::Service::Chat);
        const Waiting now{mails.waiting, messages.waiting, mails.isOpen || messages.isOpen};
        if (std::exchange(d->waiting, now) != now)
            Q_EMIT changed();
    });
    connect(d->engine.options.get(), &Options::settingsChanged, this, [this] {
        d->engine.links->setHistoryPaused(isPaused());
        Q_EMIT changed();
    });
}

History::~History() = default;

const History::Waiting &History::waiting() const
{
    return d->waiting;
}

bool History::isPaused() const
{
    return !d->engine.settings.fetchOlder;
}

base::Task<base::Done> History::setPaused(bool paused)
{
    model::Settings settings = d->engine.settings;
    settings.fetchOlder = !paused;
    return d->engine.options->save(settings);
}

}

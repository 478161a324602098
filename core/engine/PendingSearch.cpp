#include "core/engine/PendingSearch.h"

#include "core/store/SearchTable.h"

namespace isthmus::engine {

namespace {

constexpr int atOnce = 200;

}

void indexPending(Engine::Private &engine)
{
    engine
        .write([](store::Connection &connection, Changes &) -> base::Result<int> {
            return store::SearchTable(connection).addPending(atOnce);
        })
        .then(engine.alive.get(), [&engine](const base::Result<int> &done) {
            // On a full disk they wait for the next start.
            if (done && *done > 0)
                indexPending(engine);
        });
}

}

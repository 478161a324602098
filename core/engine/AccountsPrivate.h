#pragma once

#include "core/engine/Accounts.h"
#include "core/engine/EnginePrivate.h"
#include "core/store/CursorTable.h"

#include <algorithm>

namespace isthmus::engine {

struct Accounts::Private {
    Engine::Private &engine;

    [[nodiscard]] auto cursors(model::AccountId account)
    {
        return engine.database->read([account](store::Connection &connection) -> base::Result<std::vector<model::Cursor>> {
            return store::CursorTable(connection).of(account);
        });
    }
    static void drop(std::vector<model::Account> &list, model::AccountId id)
    {
        list.erase(std::remove_if(list.begin(), list.end(), [id](const model::Account &one) { return one.id == id; }),
                   list.end());
    }
    void replace(const model::Account &account)
    {
        for (model::Account &known : engine.accountList) {
            if (known.id == account.id) {
                known = account;
                return;
            }
        }
        engine.accountList.push_back(account);
        drop(engine.keptList, account.id); // signed in again
    }
};

}

#pragma once

#include "core/base/Task.h"
#include "core/engine/Engine.h"
#include "core/model/Ids.h"

#include <QObject>
#include <QSet>

namespace isthmus::engine {

/// The user's word about files that contacts offer in the chat connection (XEP-0096, XEP-0234). Nothing comes without it;
/// what becomes of it shows on the item (model::FileStage). Thread: the window's.
class Files final : public QObject
{
    Q_OBJECT
public:
    explicit Files(Engine &engine);

    /// Fault::NotFound: there is no such offer any more, which the item then says. Fault::TryLater: another file is coming
    /// just now. Fault::Storage: there is no room for it.
    [[nodiscard]] base::Task<base::Done> accept(model::ItemId item);
    /// Also for a file that is just coming: it is broken off.
    [[nodiscard]] base::Task<base::Done> decline(model::ItemId item);

private:
    struct Question {
        model::AccountId account;
        QString offer;
        std::uint64_t bytes = 0;
    };
    [[nodiscard]] base::Task<base::Done> answer(model::ItemId item, bool accept);
    void ask(model::ItemId item, const Question &question, bool accept, const base::Promise<base::Done> &promise);
    /// Notes what came of the answer.
    void note(model::ItemId item, bool accept, const base::Result<model::CommandResult> &result,
              const base::Promise<base::Done> &promise);
    [[nodiscard]] bool hasRoom(std::uint64_t bytes) const;

    Engine::Private &m_engine;
    QSet<model::ItemId> m_underWay; ///< answered, and not noted yet
};

}

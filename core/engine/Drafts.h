#pragma once

#include "core/base/Task.h"
#include "core/model/Draft.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace isthmus::engine {

class Engine;

/// What was typed and not sent, for each conversation and for the mail to nobody yet (an invalid person).
/// All of it is read when the profile is opened. Thread: the window's; rows are written on the store's, in
/// the order of the calls.
class Drafts final : public QObject
{
    Q_OBJECT
public:
    explicit Drafts(Engine &engine);
    ~Drafts() override;

    /// As last given to keep(); the newest one where joined persons have several. Nullopt where nothing was
    /// left unsent.
    [[nodiscard]] std::optional<model::TypedDraft> find(model::PersonId person) const;
    /// Finished when it is on disk. An empty one is no draft: its row goes. Fault::NotFound: nobody is known
    /// by that number, or nobody whom one could write to.
    [[nodiscard]] base::Task<base::Done> keep(model::PersonId person, model::TypedDraft draft);

private:
    friend class Outbox;
    /// What find() gives is on its way; returns the row that must go with it. Nullopt: there is none.
    [[nodiscard]] std::optional<QString> take(model::PersonId person);
    struct Private;
    std::unique_ptr<Private> d;
};

}

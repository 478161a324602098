#pragma once

#include "core/engine/Engine.h"
#include "core/model/Draft.h"
#include "ui/composer/Composer.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace isthmus::shell {

/// Keeps what is typed in the composer for each person: on disk about a second after the first
/// letter that is not there yet, so that a kill loses less than three seconds of typing. Thread: the window's.
class DraftKeeper final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    DraftKeeper(engine::Engine &engine, composer::Composer &composer);
    ~DraftKeeper() override;

    /// Keeps what stands there and shows what was typed for \p person; invalid: the mail to nobody yet.
    void open(model::PersonId person);
    /// What stands there is being sent: the field is free.
    void sending();
    /// It could not be sent. It returns, before what was typed since.
    void giveBack(model::PersonId person, const composer::ComposerState &typed);

private:
    void note();
    void keepNow();
    void keep(model::PersonId person, const composer::ComposerState &state);
    [[nodiscard]] composer::ComposerState restored(const model::TypedDraft &draft);

    engine::Engine &m_engine;
    composer::Composer &m_composer;
    std::optional<model::PersonId> m_person;        ///< nullopt until a conversation is opened
    QHash<qint64, composer::ComposerState> m_typed; ///< in this run, with the content of files; by person
    QTimer m_timer;
    QStringList m_missing; ///< files of the draft just opened that are gone
};

}

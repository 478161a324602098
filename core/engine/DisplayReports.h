#pragma once

#include "core/base/Task.h"
#include "core/engine/Events.h"
#include "core/model/Command.h"
#include "core/model/Item.h"
#include "core/model/Settings.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <vector>

namespace isthmus::store {
class Connection;
struct ItemRow;
}

namespace isthmus::engine {

class Engine;

/// Tells senders that their mail was displayed (RFC 8098), where they asked for it and the user agrees: asked
/// once for each correspondent (specification 2.12). A report that the submission server refuses is let go
/// without a word. Thread: the window's; work on rows runs on the store's.
class DisplayReports final : public QObject
{
    Q_OBJECT
public:
    explicit DisplayReports(Engine &engine);
    ~DisplayReports() override;

    struct Question {
        model::ItemId item;
        model::PersonId person;
        QString name; ///< of the correspondent
        QString subject;
        model::MailAddress to;
        /// The report would go to somebody else than the sender; the answer counts for this mail alone (X26).
        bool elsewhere = false;
    };
    /// What the user has not been asked yet, or has not answered.
    [[nodiscard]] const std::vector<Question> &questions() const;
    /// For this correspondent from now on, or for this mail alone if the question is \c elsewhere.
    [[nodiscard]] base::Task<base::Done> answer(model::ItemId item, bool yes);

    /// Inside the transaction that marks a mail read by the user: what is to follow from it.
    static void noteDisplayed(store::Connection &connection, Changes &changes, const store::ItemRow &row,
                              const model::Settings &settings);

Q_SIGNALS:
    void questionsChanged();

private:
    void readQuestions();
    void sendDue(model::AccountId account);
    void sent(model::ItemId item, const base::Result<model::CommandResult> &result);
    struct Private;
    std::unique_ptr<Private> d;
};

}

#pragma once

#include "core/engine/Events.h"
#include "core/model/Ids.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace isthmus::engine {

class Engine;

/// Tells the recipient of a mail by chat that it is on its way, where the recipient is there and the user wants
/// it: asked for each mail, or by itself (settings). Thread: the window's.
class Nudges final : public QObject
{
    Q_OBJECT
public:
    explicit Nudges(Engine &engine);
    ~Nudges() override;

    struct Question {
        model::ItemId item; ///< the mail that has left
        model::PersonId person;
        QString name;
        QString subject;
    };
    /// Mails that have left since the program was started, whose recipient could be told.
    [[nodiscard]] const std::vector<Question> &questions() const;
    void answer(model::ItemId item, bool yes);

Q_SIGNALS:
    void questionsChanged();

private:
    void consider(const Changes::SentMail &mail);
    struct Private;
    std::unique_ptr<Private> d;
};

}

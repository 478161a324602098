#pragma once

#include "core/base/Task.h"

#include <QObject>

#include <memory>

namespace isthmus::engine {

class Engine;

/// What is older than the newest, and still on the servers only: it is fetched behind everything else, newest first, and
/// the user may put that off. What arrives now, and what came while the program was away from the chat server, is not
/// put off. Thread: the window's.
class History final : public QObject
{
    Q_OBJECT
public:
    explicit History(Engine &engine);
    ~History() override;

    struct Waiting {
        quint64 mails = 0;
        quint64 messages = 0; ///< as the chat servers count them; some do not
        bool isOpen = false;  ///< there is something, counted or not
        bool operator==(const Waiting &) const = default;
    };
    /// Of all accounts, as far as their servers have told in this session.
    [[nodiscard]] const Waiting &waiting() const;
    [[nodiscard]] bool isPaused() const;
    /// Holds at once, and at the next start; finished when that is on disk.
    [[nodiscard]] base::Task<base::Done> setPaused(bool paused);

Q_SIGNALS:
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}

#pragma once

#include "core/engine/Engine.h"
#include "core/engine/Events.h"
#include "core/engine/Links.h"
#include "core/engine/Outbox.h"
#include "core/engine/PresenceBoard.h"
#include "core/model/Settings.h"
#include "core/store/Database.h"

#include <QSet>
#include <QString>

#include <functional>
#include <utility>
#include <vector>

namespace isthmus::engine {

class CardQueue;
class DisplayReports;
class History;
class Intake;

/// What the parts of the engine share; built by Engine::open() in this order, taken down in reverse.
/// Thread: the window's.
struct Engine::Private {
    explicit Private(EngineParts given);
    ~Private();

    EngineParts parts;
    std::unique_ptr<store::Database> database;
    std::vector<model::Account> accountList; ///< signed in
    std::vector<model::Account> keptList;    ///< removed, their messages kept for reading
    QSet<QString> displayedUnderWay;         ///< words of ReadMarks that wait for their answer
    LongTexts longTexts;
    model::Settings settings;
    model::Presence ownPresence{model::Availability::Online, {}};
    Events events;
    PresenceBoard presence;
    std::unique_ptr<Links> links;
    std::unique_ptr<Options> options;
    std::unique_ptr<History> history;
    std::unique_ptr<Contacts> contacts;
    std::unique_ptr<ContactRequests> requests;
    std::unique_ptr<Drafts> drafts;
    std::unique_ptr<Files> files;
    std::unique_ptr<Intake> intake;
    std::unique_ptr<CardQueue> cards;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<DisplayReports> reports;
    std::unique_ptr<OwnState> ownState;
    std::unique_ptr<MailMoves> moves;
    std::unique_ptr<Nudges> nudges;
    std::unique_ptr<Accounts> accounts;
    bool diskRefuses = false; ///< as the last write ended
    std::function<void()> onDisk;
    /// Continuations live as long as this object at most: the first to go.
    std::unique_ptr<QObject> alive = std::make_unique<QObject>();

    [[nodiscard]] QStringList ownDomains() const;
    /// Whose messages are here: what arrived before an account was removed is read, too.
    [[nodiscard]] std::vector<model::Account> knownAccounts() const;
    /// What comes by chat goes to the own mailbox, too: the user does not want to be disturbed, and wished so.
    [[nodiscard]] bool isForwarding() const
    {
        return settings.forwardWhileBusy && ownPresence.availability == model::Availability::DoNotDisturb;
    }
    /// nullptr for one that is not signed in.
    [[nodiscard]] const model::Account *account(model::AccountId id) const;
    /// From which one to write where \p wanted is not signed in: the one for new messages; nullptr if there is none.
    [[nodiscard]] const model::Account *accountOr(model::AccountId wanted) const;
    void noteDisk(bool refuses)
    {
        if (std::exchange(diskRefuses, refuses) != refuses && onDisk)
            onDisk();
    }

    /// Runs \p fn(connection, changes) as one transaction and publishes its changes when it is on disk.
    template <typename F>
    [[nodiscard]] auto write(F fn)
    {
        using T = typename std::invoke_result_t<F, store::Connection &, Changes &>::Value;
        struct Written {
            T value;
            Changes changes;
        };
        base::Promise<T> promise;
        auto task = database->write([fn = std::move(fn)](store::Connection &connection) mutable -> base::Result<Written> {
            Changes changes;
            auto result = fn(connection, changes);
            if (!result)
                return result.error();
            return Written{std::move(result).value(), std::move(changes)};
        });
        task.then(alive.get(), [this, promise](base::Result<Written> written) {
            noteDisk(!written && written.error().fault == base::Fault::Storage);
            if (!written) {
                promise.finish(written.error());
                return;
            }
            events.publish(written->changes);
            promise.finish(std::move(written->value));
        });
        return promise.task();
    }
};

}

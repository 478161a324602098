#pragma once

#include "core/base/Task.h"
#include "core/base/Timestamp.h"
#include "core/model/Ids.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace isthmus::store {
class Connection;
struct MailMove;
}

namespace isthmus::engine {

class Engine;
struct Changes;

/// Archives and throws away mails, on their server: as the user wishes now, some seconds later on the server, or when it
/// is reached again. Until then it is taken back without a trace. What is thrown away leaves the conversation at once and
/// this computer when the server has it in its trash. Thread: the window's; rows are written on the store's.
class MailMoves final : public QObject
{
    Q_OBJECT
public:
    enum class Target : std::uint8_t { Archive, Trash };

    explicit MailMoves(Engine &engine);
    ~MailMoves() override;

    /// Finished when the wish is on disk. Fault::Unsupported: it is fetched by POP3, which has no folders.
    /// Fault::NotFound: it does not lie on its server, or not where it could be moved from. Fault::Conflict: it is on its
    /// way out, or such a wish stands already.
    [[nodiscard]] base::Task<base::Done> move(model::ItemId item, Target target);
    /// Fault::NotFound: too late, the server is at it or has done it. Fault::Storage: not noted; it waits as before.
    [[nodiscard]] base::Task<base::Done> takeBack(model::ItemId item);

    /// What can be taken back.
    struct Waiting {
        model::ItemId item;
        QString subject;
        Target target = Target::Archive;
        base::Timestamp due{};
        bool operator==(const Waiting &) const = default;
    };
    /// Oldest first; those of this run of the program.
    [[nodiscard]] const std::vector<Waiting> &waiting() const { return m_waiting; }
    /// The same inside a transaction, for who knows that it cannot be moved as it was meant.
    static void takeBack(store::Connection &connection, Changes &changes, const store::MailMove &move);
    /// The clock is another than it was.
    void lookAgain();

Q_SIGNALS:
    void waitingChanged();
    /// The server will not: the mail is where it was. \p words: the server's, or ours for logs.
    void failed(const isthmus::engine::MailMoves::Waiting &move, const QString &words);

private:
    struct Way;
    void run(const store::MailMove &move);
    void forgetGone(const std::vector<store::MailMove> &all);
    void tryLater();
    void step(const std::shared_ptr<Way> &way);
    void finish(const std::shared_ptr<Way> &way);
    void giveUp(const std::shared_ptr<Way> &way, const QString &words);
    void removeWaiting(model::ItemId item);

    Engine &m_engine;
    std::vector<Waiting> m_waiting;
    std::set<model::MailId> m_underWay;
    std::map<model::MailId, int> m_refusals; ///< "no such folder": it may be another by the next time
    QTimer m_timer;
};

}

#include "core/engine/ContactRequests.h"

#include "core/engine/EnginePrivate.h"
#include "core/store/ContactRequestTable.h"

#include <QTimer>

#include <set>

namespace isthmus::engine {

using store::ContactRequestRow;
using store::ContactRequestTable;
using store::RequestAnswer;

namespace {

constexpr std::chrono::seconds sayAgain{10};

}

struct ContactRequests::Private {
    ContactRequests &self;
    Engine::Private &engine;
    std::vector<ContactRequest> waiting{};
    std::vector<ContactRequestRow> answered{};
    std::set<std::int64_t> underWay{};

    void take(std::vector<ContactRequestRow> rows);
    void sendDue();
    void send(const ContactRequestRow &row);
    void finish(const ContactRequestRow &row, const base::Result<model::CommandResult> &result);
    [[nodiscard]] base::Task<base::Done> answer(std::int64_t id, RequestAnswer answer);
};

void ContactRequests::Private::take(std::vector<ContactRequestRow> rows)
{
    std::vector<ContactRequest> now;
    answered.clear();
    for (ContactRequestRow &row : rows) {
        if (row.answer == RequestAnswer::None)
            now.push_back({row.id, row.account, row.jid, row.nick, row.words, row.since});
        else
            answered.push_back(std::move(row));
    }
    if (now != waiting) {
        waiting = std::move(now);
        Q_EMIT self.changed();
    }
    sendDue();
}

void ContactRequests::Private::sendDue()
{
    for (const ContactRequestRow &row : answered) {
        if (engine.links->isOnline(row.account, model::Service::Chat) && underWay.insert(row.id).second)
            send(row);
    }
}

void ContactRequests::Private::send(const ContactRequestRow &row)
{
    const bool accept = row.answer == RequestAnswer::Accepted;
    engine.links->perform(row.account, model::AnswerContactRequest{row.jid, accept})
        .then(&self, [this, row, accept](const base::Result<model::CommandResult> &result) {
            if (!result || !accept) {
                finish(row, result);
                return;
            }
            engine.links->perform(row.account, model::SetRosterEntry{row.jid, row.nick, true, false})
                .then(&self, [this, row](const base::Result<model::CommandResult> &added) { finish(row, added); });
        });
}

void ContactRequests::Private::finish(const ContactRequestRow &row, const base::Result<model::CommandResult> &result)
{
    underWay.erase(row.id);
    // Cut off in the middle, it is said again with the next link; what the server refuses is not.
    const bool again = !result && result.error().fault != base::Fault::Rejected
                       && result.error().fault != base::Fault::NotFound && result.error().fault != base::Fault::Unsupported;
    if (again) {
        QTimer::singleShot(sayAgain, &self, [this] { sendDue(); }); // the link may be back already
        return;
    }
    engine
        .write([id = row.id](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
            ContactRequestTable(connection).remove(id);
            changes.requests = true;
            return base::Done{};
        })
        .ignore();
}

base::Task<base::Done> ContactRequests::Private::answer(std::int64_t id, RequestAnswer answer)
{
    return engine.write([id, answer](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
        if (!ContactRequestTable(connection).answer(id, answer))
            return base::Error{base::Fault::NotFound, QStringLiteral("the request is no longer there")};
        changes.requests = true;
        return base::Done{};
    });
}

ContactRequests::ContactRequests(Engine &engine) : d(std::make_unique<Private>(Private{*this, *engine.d}))
{
    connect(&d->engine.events, &Events::changed, this, [this](const Changes &changes) {
        if (changes.requests)
            reload();
    });
    connect(d->engine.links.get(), &Links::stateChanged, this, [this] { d->sendDue(); });
    auto rows =
        d->engine.database->readNow([](store::Connection &connection) -> base::Result<std::vector<ContactRequestRow>> {
            return ContactRequestTable(connection).all();
        });
    d->take(std::move(rows).valueOr({}));
}

ContactRequests::~ContactRequests() = default;

void ContactRequests::reload()
{
    d->engine.database
        ->read([](store::Connection &connection) -> base::Result<std::vector<ContactRequestRow>> {
            return ContactRequestTable(connection).all();
        })
        .then(this, [this](base::Result<std::vector<ContactRequestRow>> rows) {
            if (rows)
                d->take(std::move(rows).value());
        });
}

const std::vector<ContactRequest> &ContactRequests::open() const
{
    return d->waiting;
}

base::Task<base::Done> ContactRequests::accept(std::int64_t id)
{
    return d->answer(id, RequestAnswer::Accepted);
}

base::Task<base::Done> ContactRequests::decline(std::int64_t id)
{
    return d->answer(id, RequestAnswer::Declined);
}

}

#include "core/engine/MailMoves.h"

#include "core/engine/EnginePrivate.h"
#include "core/store/ItemTable.h"
#include "core/store/MoveTable.h"
#include "core/store/OutboxTable.h"

#include <algorithm>

namespace isthmus::engine {

namespace {

constexpr std::chrono::seconds tryAgain{30};
constexpr int refusalsHighest = 5;

QString specialUse(MailMoves::Target target)
{
    return target == MailMoves::Target::Archive ? QStringLiteral("\\Archive") : QStringLiteral("\\Trash");
}

MailMoves::Target targetOf(const store::MailMove &move)
{
    return move.specialUse == specialUse(MailMoves::Target::Archive) ? MailMoves::Target::Archive : MailMoves::Target::Trash;
}

base::Error refusal(const std::vector<store::MailPlace> &places)
{
    const bool byPop =
        !places.empty() && std::all_of(places.begin(), places.end(), [](const auto &place) { return place.uid == 0; });
    return byPop ? base::Error{base::Fault::Unsupported, QStringLiteral("POP3 has no folders")}
                 : base::Error{base::Fault::NotFound, QStringLiteral("it does not lie where it could be moved from")};
}

base::Result<store::MailMove> moveOf(store::Connection &connection, model::ItemId item, MailMoves::Target target,
                                     base::Timestamp due)
{
    const auto row = store::ItemTable(connection).one(item);
    if (!row || !row->item.mail.isValid())
        return base::Error{base::Fault::NotFound, QStringLiteral("no mail")};
    const auto queued = store::OutboxTable(connection).byItem(item);
    const bool leaving = queued && (queued->state < store::OutboxState::Sent || queued->filing == store::Filing::Due);
    if (leaving || store::MoveTable(connection).of(item))
        return base::Error{base::Fault::Conflict, QStringLiteral("it is on its way")};
    store::MailMove move{row->item.mail, row->item.account, item, specialUse(target), due, {}, {}};
    if (target == MailMoves::Target::Trash) {
        move.home = row->home;
        move.thread = row->item.thread;
    }
    if (store::MoveTable(connection).places(move).empty())
        return refusal(store::MailTable(connection).places(row->item.mail));
    return move;
}

}

/// One mail on its way, place by place.
struct MailMoves::Way {
    store::MailMove move;
    QString subject;
    std::vector<store::MailPlace> places;
};

MailMoves::MailMoves(Engine &engine) : m_engine(engine)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MailMoves::lookAgain);
    connect(engine.d->links.get(), &Links::stateChanged, this,
            [this](model::AccountId, model::Service service, const model::LinkState &state) {
                if (service == model::Service::IncomingMail && state.phase == model::LinkState::Phase::Online)
                    lookAgain();
            });
}

MailMoves::~MailMoves() = default;

base::Task<base::Done> MailMoves::move(model::ItemId item, Target target)
{
    struct Noted {
        QString subject;
        base::Timestamp due{};
    };
    base::Promise<base::Done> promise;
    m_engine.d
        ->write([item, target, due = m_engine.d->parts.clock() + m_engine.d->parts.mailHold](
                    store::Connection &connection, Changes &changes) -> base::Result<Noted> {
            const auto move = moveOf(connection, item, target, due);
            if (!move)
                return move.error();
            const auto row = store::ItemTable(connection).one(item);
            store::MoveTable(connection).add(*move);
            if (!move->home.isEmpty()) {
                changes.add(item, move->home, Changes::What::Removed);
                changes.folders = true;
            }
            return Noted{row->item.subject, due};
        })
        .then(this, [this, item, target, promise](const base::Result<Noted> &noted) {
            if (!noted)
                return promise.finish(noted.error());
            m_waiting.push_back({item, noted->subject, target, noted->due});
            Q_EMIT waitingChanged();
            lookAgain();
            promise.finish(base::Done{});
        });
    return promise.task();
}

base::Task<base::Done> MailMoves::takeBack(model::ItemId item)
{
    const bool waits = std::any_of(m_waiting.begin(), m_waiting.end(), [item](const Waiting &w) { return w.item == item; });
    if (!waits)
        return base::Task<base::Done>::ready(
            base::Error{base::Fault::NotFound, QStringLiteral("the mail has left already")});
    removeWaiting(item);
    return m_engine.d->write([item](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
        const auto move = store::MoveTable(connection).of(item);
        if (!move)
            return base::Error{base::Fault::NotFound, QStringLiteral("the mail is moved already")};
        store::MoveTable(connection).takeBack(*move);
        if (!move->home.isEmpty()) {
            changes.add(item, move->home, Changes::What::Added);
            changes.folders = true;
        }
        return base::Done{};
    });
}

void MailMoves::removeWaiting(model::ItemId item)
{
    const auto gone =
        std::remove_if(m_waiting.begin(), m_waiting.end(), [item](const Waiting &w) { return w.item == item; });
    if (gone == m_waiting.end())
        return;
    m_waiting.erase(gone, m_waiting.end());
    Q_EMIT waitingChanged();
}

void MailMoves::lookAgain()
{
    m_engine.d->database
        ->read([](store::Connection &connection) -> base::Result<std::vector<std::pair<store::MailMove, QString>>> {
            std::vector<std::pair<store::MailMove, QString>> all;
            for (const store::MailMove &move : store::MoveTable(connection).all()) {
                const auto row = store::ItemTable(connection).one(move.item);
                all.emplace_back(move, row ? row->item.subject : QString());
            }
            return all;
        })
        .then(this, [this](const base::Result<std::vector<std::pair<store::MailMove, QString>>> &all) {
            const base::Timestamp now = m_engine.d->parts.clock();
            for (const auto &[move, subject] : all.valueOr({})) {
                if (move.due > now) {
                    const auto left = std::chrono::ceil<std::chrono::milliseconds>(move.due - now);
                    if (!m_timer.isActive() || m_timer.remainingTime() > left.count())
                        m_timer.start(left);
                } else if (!m_underWay.contains(move.mail)
                           && m_engine.d->links->isOnline(move.account, model::Service::IncomingMail)) {
                    run(move, subject);
                }
            }
        });
}

void MailMoves::run(const store::MailMove &move, const QString &subject)
{
    m_underWay.insert(move.mail);
    removeWaiting(move.item);
    // Whether it was taken back meanwhile, and where it lies by now.
    m_engine.d->database
        ->read([move](store::Connection &connection) -> base::Result<std::vector<store::MailPlace>> {
            if (!store::MoveTable(connection).of(move.item))
                return base::Error{base::Fault::NotFound, QStringLiteral("taken back")};
            return store::MoveTable(connection).places(move);
        })
        .then(this, [this, move, subject](const base::Result<std::vector<store::MailPlace>> &places) {
            if (!places) {
                m_underWay.erase(move.mail);
                return;
            }
            step(std::make_shared<Way>(Way{move, subject, *places}));
        });
}

void MailMoves::step(const std::shared_ptr<Way> &way)
{
    if (way->places.empty()) {
        finish(way);
        return;
    }
    const store::MailPlace place = way->places.back();
    m_engine.d->links
        ->perform(way->move.account, model::MoveMail{place.folder, place.uidValidity, {place.uid}, way->move.specialUse})
        .then(this, [this, way](const base::Result<model::CommandResult> &result) {
            if (result) {
                way->places.pop_back();
                step(way);
                return;
            }
            const base::Error &error = result.error();
            const bool isFinal = error.fault == base::Fault::Rejected || error.fault == base::Fault::Unsupported;
            // The folder was replaced: where the mail lies now, the next look at the folder tells.
            const bool isElsewhere = error.fault == base::Fault::NotFound;
            if (isFinal || (isElsewhere && ++m_refusals[way->move.mail] >= refusalsHighest)) {
                giveUp(way, error.detail);
                return;
            }
            m_underWay.erase(way->move.mail);
            if (!m_timer.isActive())
                m_timer.start(tryAgain);
        });
}

void MailMoves::finish(const std::shared_ptr<Way> &way)
{
    m_engine.d
        ->write([move = way->move](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
            store::MoveTable(connection).finish(move);
            changes.folders = true;
            return base::Done{};
        })
        .then(this, [this, way](const base::Result<base::Done> &done) {
            m_refusals.erase(way->move.mail);
            m_underWay.erase(way->move.mail);
            if (!done && !m_timer.isActive())
                m_timer.start(tryAgain); // moving once more moves nothing
        });
}

void MailMoves::giveUp(const std::shared_ptr<Way> &way, const QString &words)
{
    m_engine.d
        ->write([move = way->move](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
            store::MoveTable(connection).takeBack(move);
            if (!move.home.isEmpty())
                changes.add(move.item, move.home, Changes::What::Added);
            changes.folders = true;
            return base::Done{};
        })
        .then(this, [this, way, words](const base::Result<base::Done> &done) {
            m_refusals.erase(way->move.mail);
            m_underWay.erase(way->move.mail);
            if (done)
                Q_EMIT failed({way->move.item, way->subject, targetOf(way->move), way->move.due}, words);
            else if (!m_timer.isActive())
                m_timer.start(tryAgain);
        });
}

}

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

/// The server's own word that it does not do it now, or not to this: asked again, but not for ever.
bool isRefusalForNow(base::Fault fault)
{
    return fault == base::Fault::NotFound || fault == base::Fault::TryLater || fault == base::Fault::ProtocolBroken;
}

bool isSame(const store::MailPlace &a, const store::MailPlace &b)
{
    return a.folder == b.folder && a.uidValidity == b.uidValidity && a.uid == b.uid;
}

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
    std::vector<store::MailPlace> places;    ///< still to be left
    std::vector<store::MailPlace> left = {}; ///< it does not lie there any more, whatever the store knows yet
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
        ->write([item, target, accounts = m_engine.d->accountList,
                 due = m_engine.d->parts.clock() + m_engine.d->parts.mailHold](store::Connection &connection,
                                                                               Changes &changes) -> base::Result<Noted> {
            const auto move = moveOf(connection, item, target, due);
            if (!move)
                return move.error();
            const auto isItsOwn = [&move](const model::Account &account) { return account.id == move->account; };
            if (std::none_of(accounts.begin(), accounts.end(), isItsOwn))
                return base::Error{base::Fault::AccountRemoved, QStringLiteral("its server cannot be asked any more")};
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
    const auto waiting =
        std::find_if(m_waiting.begin(), m_waiting.end(), [item](const Waiting &w) { return w.item == item; });
    if (waiting == m_waiting.end())
        return base::Task<base::Done>::ready(
            base::Error{base::Fault::NotFound, QStringLiteral("the mail has left already")});
    const Waiting kept = *waiting;
    removeWaiting(item);
    base::Promise<base::Done> promise;
    m_engine.d
        ->write([item](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
            const auto move = store::MoveTable(connection).of(item);
            if (!move)
                return base::Error{base::Fault::NotFound, QStringLiteral("the mail is moved already")};
            takeBack(connection, changes, *move);
            return base::Done{};
        })
        .then(this, [this, kept, promise](const base::Result<base::Done> &done) {
            // What the disk did not take can be asked again.
            if (!done && done.error().fault != base::Fault::NotFound) {
                m_waiting.push_back(kept);
                Q_EMIT waitingChanged();
            }
            promise.finish(done);
        });
    return promise.task();
}

void MailMoves::takeBack(store::Connection &connection, Changes &changes, const store::MailMove &move)
{
    store::MoveTable(connection).takeBack(move);
    if (!move.home.isEmpty())
        changes.add(move.item, move.home, Changes::What::Added);
    changes.folders = true;
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

void MailMoves::tryLater()
{
    if (!m_timer.isActive())
        m_timer.start(tryAgain);
}

void MailMoves::lookAgain()
{
    m_engine.d->database
        ->read([](store::Connection &connection) -> base::Result<std::vector<store::MailMove>> {
            return store::MoveTable(connection).all();
        })
        .then(this, [this](const base::Result<std::vector<store::MailMove>> &all) {
            if (!all)
                return tryLater();
            forgetGone(*all);
            const base::Timestamp now = m_engine.d->parts.clock();
            for (const store::MailMove &move : *all) {
                // Nothing waits longer than this: a time beyond it was given by a clock that has been set back since.
                if (move.due > now && move.due - now <= m_engine.d->parts.mailHold) {
                    const auto left = std::chrono::ceil<std::chrono::milliseconds>(move.due - now);
                    if (!m_timer.isActive() || m_timer.remainingTime() > left.count())
                        m_timer.start(left);
                } else if (!m_underWay.contains(move.mail)
                           && m_engine.d->links->isOnline(move.account, model::Service::IncomingMail)) {
                    run(move);
                }
            }
        });
}

/// What is no longer to be moved cannot be taken back. A wish younger than the look is not among these: its row was
/// written before it came into the list.
void MailMoves::forgetGone(const std::vector<store::MailMove> &all)
{
    const std::vector<Waiting> waiting = m_waiting;
    for (const Waiting &one : waiting) {
        const bool stands =
            std::any_of(all.begin(), all.end(), [&](const store::MailMove &m) { return m.item == one.item; });
        if (!stands && one.due <= m_engine.d->parts.clock())
            removeWaiting(one.item);
    }
}

void MailMoves::run(const store::MailMove &move)
{
    m_underWay.insert(move.mail);
    removeWaiting(move.item);
    // On the thread that writes, so that a word that takes it back is heard before.
    m_engine.d
        ->write([move](store::Connection &connection, Changes &) -> base::Result<Way> {
            store::MoveTable moves(connection);
            const auto present = moves.of(move.item);
            if (!present)
                return base::Error{base::Fault::Cancelled, QStringLiteral("taken back")};
            moves.setTried(move);
            const auto row = store::ItemTable(connection).one(move.item);
            return Way{*present, row ? row->item.subject : QString(), moves.places(*present)};
        })
        .then(this, [this, move](const base::Result<Way> &way) {
            if (way)
                return step(std::make_shared<Way>(*way));
            m_underWay.erase(move.mail);
            if (way.error().fault != base::Fault::Cancelled)
                tryLater();
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
        ->perform(way->move.account,
                  model::MoveMail{place.folder, place.uidValidity, {place.uid}, way->move.specialUse, way->move.tried})
        .then(this, [this, way](const base::Result<model::CommandResult> &result) {
            if (result) {
                way->left.push_back(way->places.back());
                way->places.pop_back();
                step(way);
                return;
            }
            const base::Error &error = result.error();
            const bool isFinal = error.fault == base::Fault::Rejected || error.fault == base::Fault::Unsupported;
            if (isFinal || (isRefusalForNow(error.fault) && ++m_refusals[way->move.mail] >= refusalsHighest)) {
                giveUp(way, error.detail);
                return;
            }
            m_underWay.erase(way->move.mail);
            tryLater();
        });
}

void MailMoves::finish(const std::shared_ptr<Way> &way)
{
    m_engine.d
        ->write([move = way->move, left = way->left](store::Connection &connection, Changes &changes) -> base::Result<bool> {
            store::MoveTable moves(connection);
            if (!moves.of(move.item))
                return true;
            // Meanwhile it was found in another folder, or in the same under another number.
            if (!move.home.isEmpty()) {
                for (const store::MailPlace &place : moves.places(move)) {
                    if (std::none_of(left.begin(), left.end(), [&](const auto &gone) { return isSame(gone, place); }))
                        return false;
                }
            }
            moves.finish(move);
            changes.folders = true;
            return true;
        })
        .then(this, [this, way](const base::Result<bool> &done) {
            m_underWay.erase(way->move.mail);
            if (done && *done)
                m_refusals.erase(way->move.mail);
            else if (done)
                lookAgain();
            else
                tryLater(); // moving once more moves nothing
        });
}

void MailMoves::giveUp(const std::shared_ptr<Way> &way, const QString &words)
{
    m_engine.d
        ->write([move = way->move](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
            if (store::MoveTable(connection).of(move.item))
                takeBack(connection, changes, move);
            return base::Done{};
        })
        .then(this, [this, way, words](const base::Result<base::Done> &done) {
            m_refusals.erase(way->move.mail);
            m_underWay.erase(way->move.mail);
            if (done)
                Q_EMIT failed({way->move.item, way->subject, targetOf(way->move), way->move.due}, words);
            else
                tryLater();
        });
}

}

#include "core/engine/Dispatcher.h"

#include "core/base/Backoff.h"
#include "core/base/Checkpoint.h"
#include "core/base/Log.h"
#include "core/engine/Delivery.h"
#include "core/interworking/Errors.h"
#include "core/interworking/Route.h"
#include "core/store/JourneyTable.h"
#include "core/store/ValueCodec.h"

#include <QRandomGenerator>

#include <limits>

namespace isthmus::engine {

using model::Channel;
using model::DeliveryStage;
using model::Station;
using store::OutboxState;

namespace {

constexpr std::chrono::seconds afterArchive{1};
constexpr int mostDoublings = 6; ///< of Engine::Parts::storeAgain: some ten minutes

model::Service serviceOf(Channel channel)
{
    return channel == Channel::Chat ? model::Service::Chat : model::Service::OutgoingMail;
}

/// Whether the server, or nobody, has decided: then the same octets go again on the same route
/// (specification 5, failure rule 2).
bool isUndecided(base::Fault fault)
{
    switch (fault) {
    case base::Fault::Rejected:
    case base::Fault::NotFound:
    case base::Fault::Conflict:
    case base::Fault::Malformed:
    case base::Fault::TooLarge:
    case base::Fault::Unsupported: return false;
    default: return true;
    }
}

Delivery::Failure failureOf(const base::Error &error, Channel channel)
{
    // "smtp RCPT: 550 5.1.1 no such user": the server's own words come after what was asked.
    const qsizetype words = error.detail.indexOf(QLatin1String(": "));
    const auto reply = interworking::parseSmtpReply(QStringView(error.detail).mid(words < 0 ? 0 : words + 2));
    const bool other = channel == Channel::Mail && error.fault == base::Fault::Rejected && reply
                       && interworking::mayFallBack(reply->code, reply->enhanced);
    return {error, reply ? reply->text : QString(), other};
}

QString refusals(const model::CommandResult &result)
{
    QStringList lines;
    for (const model::RecipientResult &recipient : result.recipients) {
        if (!recipient.accepted) {
            lines.append(QStringLiteral("%1: %2 %3 %4")
                             .arg(recipient.recipient.toString())
                             .arg(recipient.code)
                             .arg(recipient.enhanced, recipient.text));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

}

Dispatcher::Dispatcher(Engine::Private &engine) : m_engine(engine), m_carrier(engine)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Dispatcher::wake);
    m_fileAgain.setSingleShot(true);
    connect(&m_fileAgain, &QTimer::timeout, this, &Dispatcher::wake);
    connect(&engine.events, &Events::changed, this, [this](const Changes &changes) {
        if (changes.outbox)
            wake();
    });
    connect(engine.links.get(), &Links::stateChanged, this,
            [this](model::AccountId account, model::Service service, const model::LinkState &state) {
                if (state.phase == model::LinkState::Phase::Online)
                    linkIsUp(account, service);
            });
    requeueInterrupted();
}

void Dispatcher::requeueInterrupted()
{
    m_engine
        .write([now = m_engine.parts.clock()](store::Connection &connection, Changes &) -> base::Result<base::Done> {
            store::OutboxTable(connection).requeueInterrupted(now);
            return base::Done{};
        })
        .then(this, [this](const base::Result<base::Done> &done) {
            if (!done && done.error().fault == base::Fault::Storage) {
                QTimer::singleShot(m_engine.parts.storeAgain, this, &Dispatcher::requeueInterrupted);
                return;
            }
            m_isReady = true;
            wake();
        });
}

void Dispatcher::linkIsUp(model::AccountId account, model::Service service)
{
    if (service == model::Service::IncomingMail) {
        wake(); // copies to be filed
        return;
    }
    // Waiting between attempts is for a server that is there: what was cut off goes as soon as it is back.
    m_engine
        .write([account, channel = service == model::Service::Chat ? Channel::Chat : Channel::Mail,
                now = m_engine.parts.clock()](store::Connection &connection, Changes &) -> base::Result<base::Done> {
            store::OutboxTable(connection).dueNow(account, channel, now);
            return base::Done{};
        })
        .then(this, [this](const base::Result<base::Done> &) { wake(); });
}

void Dispatcher::wake()
{
    if (!m_isReady)
        return;
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_engine.database
        ->read([](store::Connection &connection) -> base::Result<std::vector<store::OutboxRow>> {
            return store::OutboxTable(connection).open();
        })
        .then(this, [this](const base::Result<std::vector<store::OutboxRow>> &open) {
            m_reading = false;
            if (open)
                dispatch(*open);
            if (std::exchange(m_again, false))
                wake();
        });
}

bool Dispatcher::isUp(const store::OutboxRow &row) const
{
    return m_engine.links->isOnline(row.account, serviceOf(row.channel));
}

void Dispatcher::dispatch(const std::vector<store::OutboxRow> &open)
{
    const base::Timestamp now = m_engine.parts.clock();
    std::optional<base::Timestamp> next;
    std::set<Lane> taken = m_busy;
    for (const store::OutboxRow &row : open) {
        if (row.state >= OutboxState::Sent) {
            if (row.state == OutboxState::Sent)
                file(row);
            continue;
        }
        // A row that waits holds back those behind it in its conversation, so that order is kept.
        const Lane lane{row.account, row.home, row.channel};
        if (!taken.insert(lane).second || row.state == OutboxState::Sending)
            continue;
        // Nothing waits longer than this: a time beyond it was given by a clock that has been set back since.
        const std::chrono::milliseconds longest =
            base::retryWait(std::numeric_limits<int>::max(), 0) + m_engine.parts.mailHold;
        if (row.due > now && row.due - now <= longest) {
            next = next ? std::min(*next, row.due) : row.due;
            continue;
        }
        if (isUp(row))
            begin(row, lane);
    }
    if (next)
        m_timer.start(std::max(std::chrono::milliseconds(1), *next - now));
}

void Dispatcher::begin(const store::OutboxRow &row, const Lane &lane)
{
    m_busy.insert(lane);
    m_engine
        .write([item = row.item, now = m_engine.parts.clock()](store::Connection &connection,
                                                               Changes &changes) -> base::Result<store::OutboxRow> {
            store::OutboxTable outbox(connection);
            auto queued = outbox.byItem(item);
            const auto shown = store::ItemTable(connection).one(item);
            // Called back, or turned to another route, in the meantime.
            if (!queued || !shown || queued->state >= OutboxState::Sending)
                return base::Error{base::Fault::Cancelled, QStringLiteral("no longer queued")};
            queued->state = OutboxState::Sending;
            outbox.update(*queued);
            model::DeliveryState state = shown->item.delivery;
            state.stage = DeliveryStage::Sending;
            Delivery(connection, changes, now).set(*shown, state, Station::Kind::Attempted);
            return std::move(*queued);
        })
        .then(this, [this, lane](const base::Result<store::OutboxRow> &sending) {
            if (sending)
                perform(*sending, lane);
            else if (sending.error().fault == base::Fault::Cancelled)
                release(lane);
            else // at once would be without end
                releaseLater(lane);
        });
}

void Dispatcher::perform(const store::OutboxRow &row, const Lane &lane)
{
    base::checkpoint("outbox.sending");
    if (row.channel == Channel::Chat) {
        m_carrier.carry(row).then(
            this, [this, row, lane](const base::Result<model::CommandResult> &result) { answered(row, lane, result); });
        return;
    }
    auto mail = store::decode<model::SendMail>(row.command);
    auto task = mail ? m_engine.links->perform(row.account, std::move(*mail))
                     : base::Task<model::CommandResult>::ready(
                         base::Error{base::Fault::Storage, QStringLiteral("the queued message is damaged")});
    task.then(this, [this, row, lane](const base::Result<model::CommandResult> &result) { answered(row, lane, result); });
}

void Dispatcher::answered(const store::OutboxRow &row, const Lane &lane, const base::Result<model::CommandResult> &result)
{
    base::checkpoint("outbox.answered");
    finish(row, lane, result);
}

void Dispatcher::finish(store::OutboxRow row, const Lane &lane, const base::Result<model::CommandResult> &result,
                        int untaken)
{
    const model::Account *account = m_engine.account(row.account);
    if (!account) {
        release(lane);
        return;
    }
    const base::Timestamp now = m_engine.parts.clock();
    // With the link up it was not tried: the archive had to be read first (SendStanza::mayHaveLeft). What it has shown
    // is known here in a moment.
    const bool wasTried = result || result.error().fault != base::Fault::Unreachable || !isUp(row);
    const auto wait = wasTried ? base::retryWait(row.attempts + 1, QRandomGenerator::global()->generateDouble())
                               : std::chrono::milliseconds(afterArchive);
    m_engine
        .write([item = row.item, result, account = *account, now, wait, wasTried,
                id = m_engine.parts.newId()](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
            store::OutboxTable outbox(connection);
            auto queued = outbox.byItem(item);
            const auto shown = store::ItemTable(connection).one(item);
            if (!queued || !shown || queued->state != OutboxState::Sending)
                return base::Done{};
            Delivery delivery(connection, changes, now);
            changes.outbox = true;
            if (result) {
                queued->state = OutboxState::Sent;
                outbox.update(*queued);
                store::ItemRow placed = *shown;
                // From here on it stands where the server has put it, as on every other device. What the archive
                // has told already is nearer to that.
                if (result->takenAt && shown->archiveId.isEmpty()) {
                    placed.item.at = *result->takenAt;
                    store::ItemTable(connection).update(placed);
                    changes.add(item, placed.home, Changes::What::Changed);
                }
                delivery.advance(placed, DeliveryStage::Sent, Station::Kind::Accepted, result->words);
                const model::Item &letter = shown->item;
                if (letter.channel == Channel::Mail && letter.kind == model::ItemKind::MailCard)
                    changes.sentMails.push_back({letter.account, item, shown->home, letter.messageId, letter.subject});
                const QString refused = refusals(*result);
                if (!refused.isEmpty()) {
                    model::DeliveryState state = shown->item.delivery;
                    state.stage = DeliveryStage::Sent;
                    state.error = base::Error{base::Fault::Rejected, QStringLiteral("refused for some recipients")};
                    state.serverText = refused;
                    delivery.set(*shown, state, Station::Kind::PartlyRefused, refused);
                }
            } else if (isUndecided(result.error().fault)) {
                const Delivery::Failure failure = failureOf(result.error(), queued->channel);
                queued->state = OutboxState::Queued;
                queued->attempts += wasTried ? 1 : 0;
                queued->due = now + wait;
                const bool later = result.error().fault == base::Fault::TryLater;
                if (later && queued->deferredSince == base::Timestamp{})
                    queued->deferredSince = now;
                outbox.update(*queued);
                if (later && queued->attempts >= laterAttempts && now - queued->deferredSince >= laterLimit) {
                    const QString given = QStringLiteral("the server asked to wait for too long: ") + result.error().detail;
                    delivery.fail(*shown, {{base::Fault::Rejected, given}, failure.serverText, false}, account, id);
                    return base::Done{};
                }
                model::DeliveryState state = shown->item.delivery;
                state.stage = DeliveryStage::Queued;
                state.error = result.error();
                state.serverText = failure.serverText;
                delivery.set(*shown, state, Station::Kind::Deferred, result.error().detail);
            } else {
                delivery.fail(*shown, failureOf(result.error(), queued->channel), account, id);
            }
            return base::Done{};
        })
        .then(this, [this, row, lane, result, untaken](const base::Result<base::Done> &done) {
            if (done)
                return release(lane);
            // What the server said is known here alone: it is written as soon as there is room, and until then nothing
            // of this lane is sent, least of all this again. A rule that the rows break now may hold when others have
            // changed; but that is nobody's promise, so it is asked ever more rarely.
            qCWarning(base::logEngine) << "a server's answer was not stored:" << done.error().detail;
            const bool mayFollow = done.error().fault == base::Fault::Storage;
            const auto again = m_engine.parts.storeAgain * (mayFollow ? 1 : 1 << std::min(untaken, mostDoublings));
            QTimer::singleShot(again, this, [this, row, lane, result, untaken] { finish(row, lane, result, untaken + 1); });
        });
}

void Dispatcher::releaseLater(const Lane &lane)
{
    QTimer::singleShot(m_engine.parts.storeAgain, this, [this, lane] { release(lane); });
}

void Dispatcher::release(const Lane &lane)
{
    m_busy.erase(lane);
    wake();
}

void Dispatcher::file(const store::OutboxRow &row)
{
    if (row.filing != store::Filing::Due || !m_engine.links->isOnline(row.account, model::Service::IncomingMail)
        || !m_filing.insert(row.id).second)
        return;
    m_engine.database
        ->read([item = row.item](store::Connection &connection) -> base::Result<model::AppendMail> {
            const auto queued = store::OutboxTable(connection).byItem(item);
            const auto shown = store::ItemTable(connection).one(item);
            auto mail = queued ? store::decode<model::SendMail>(queued->command) : std::nullopt;
            if (!mail || !shown)
                return base::Error{base::Fault::NotFound, QStringLiteral("no longer there")};
            // A copy of what came by chat is news in the mailbox; one of an own mail is not.
            if (shown->item.direction == model::Direction::Incoming)
                return model::AppendMail{QStringLiteral("\\Inbox"), shown->item.messageId, std::move(mail->bytes), {}};
            return model::AppendMail{
                QStringLiteral("\\Sent"), shown->item.messageId, std::move(mail->bytes), {QStringLiteral("\\Seen")}};
        })
        .then(this, [this, row](const base::Result<model::AppendMail> &command) {
            if (!command) {
                m_filing.erase(row.id);
                return;
            }
            base::checkpoint("outbox.filing");
            m_engine.links->perform(row.account, *command)
                .then(this, [this, row](const base::Result<model::CommandResult> &result) { filed(row, result); });
        });
}

void Dispatcher::filed(const store::OutboxRow &row, const base::Result<model::CommandResult> &result)
{
    base::checkpoint("outbox.filed");
    // Cut off or told to wait: again with the next link, which may be there already, or never have gone. Refused, or
    // there is no such folder: the mail has been sent and is kept here; it is not tried for ever.
    if (!result && isUndecided(result.error().fault)) {
        m_filing.erase(row.id);
        if (!m_fileAgain.isActive())
            m_fileAgain.start(base::retryWait(++m_unfiled, QRandomGenerator::global()->generateDouble()));
        return;
    }
    m_unfiled = 0;
    if (!result)
        qCWarning(base::logEngine) << "a copy was not filed:" << base::faultName(result.error().fault)
                                   << result.error().detail;
    // The row stays in m_filing: a look at the outbox that began before this write must not file it again.
    m_engine
        .write([item = row.item, filed = result.ok(), now = m_engine.parts.clock()](store::Connection &connection,
                                                                                    Changes &) -> base::Result<base::Done> {
            store::OutboxTable outbox(connection);
            if (auto queued = outbox.byItem(item)) {
                queued->filing = store::Filing::Done;
                outbox.update(*queued);
                if (filed)
                    store::JourneyTable(connection).add(item, {Station::Kind::Filed, now, Channel::Mail, {}});
            }
            return base::Done{};
        })
        .ignore();
}

}

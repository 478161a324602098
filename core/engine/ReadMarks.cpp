#include "core/engine/ReadMarks.h"

#include "core/engine/DisplayReports.h"
#include "core/store/JourneyTable.h"
#include "core/store/MailTable.h"
#include "core/store/MessageMapTable.h"
#include "core/store/PersonTable.h"
#include "core/store/ReadStateTable.h"

#include <QHash>
#include <QTimer>

#include <algorithm>

namespace isthmus::engine {

namespace {

constexpr std::chrono::seconds sayAgain{10};

bool mayKnow(store::PersonTable &people, const model::Item &item)
{
    const auto subscription = people.subscription(item.account, model::addressKey(item.address));
    return subscription == model::Subscription::From || subscription == model::Subscription::Both;
}

/// What a marker names; empty for a message that did not ask for one.
QString markerId(store::Connection &connection, const model::Item &item)
{
    QString id;
    for (const store::MessageLink &link : store::MessageMapTable(connection).byStanzaId(item.account, item.stanzaId)) {
        if (link.item == item.id && link.markable)
            id = link.markerId.isEmpty() ? item.stanzaId : link.markerId;
    }
    return id;
}

model::InstantMessage marker(const store::ReadStateDue &due)
{
    model::InstantMessage message;
    message.type = model::InstantMessage::Type::Chat;
    message.to = due.chat.bare();
    message.displayedId = due.markerId;
    message.marks.store = true;
    return message;
}

/// Refused for good: it is not said again. Cut off or not let through: it is.
bool isFinal(const base::Result<model::CommandResult> &result)
{
    if (result)
        return true;
    switch (result.error().fault) {
    case base::Fault::Rejected:
    case base::Fault::NotFound:
    case base::Fault::Unsupported:
    case base::Fault::Conflict:
    case base::Fault::Malformed: return true;
    default: return false;
    }
}

using Told = void (store::ReadStateTable::*)(const store::ReadStateDue &);

void say(Engine::Private &engine, const store::ReadStateDue &due, model::Command command, const QString &id, Told told)
{
    const QString word = QString::number(due.account.raw) + QLatin1Char(' ') + id;
    if (id.isEmpty() || engine.displayedUnderWay.contains(word))
        return;
    engine.displayedUnderWay.insert(word);
    engine.links->perform(due.account, std::move(command))
        .then(engine.alive.get(), [&engine, due, word, told](const base::Result<model::CommandResult> &result) {
            engine.displayedUnderWay.remove(word);
            if (!isFinal(result)) {
                // The link may be back already.
                QTimer::singleShot(sayAgain, engine.alive.get(),
                                   [&engine, account = due.account] { sendDueDisplayed(engine, account); });
                return;
            }
            engine.database
                ->write([due, told](store::Connection &connection) -> base::Result<base::Done> {
                    (store::ReadStateTable(connection).*told)(due);
                    return base::Done{};
                })
                .ignore();
        });
}

/// One item has been read here: noted, and due to be told to those who may know.
void noteRead(store::Connection &connection, Changes &changes, const model::Item &item, base::Timestamp now,
              const model::Settings &settings)
{
    store::ItemTable items(connection);
    items.setRead(item.id, true);
    store::JourneyTable(connection).add(item.id, {model::Station::Kind::Read, now, item.channel, {}});
    const auto row = items.one(item.id);
    changes.add(item.id, row ? row->home : QString(), Changes::What::Changed);
    if (item.mail.isValid()) {
        store::MailTable(connection).markSeen(item.mail);
        if (row)
            DisplayReports::noteDisplayed(connection, changes, *row, settings);
    } else if (const auto *chat = std::get_if<model::Jid>(&item.address); chat && row) {
        store::PersonTable people(connection);
        const QString id = mayKnow(people, item) ? markerId(connection, item) : QString();
        store::ReadStateTable(connection).setDue({item.account, chat->bare(), id, row->archiveId});
    }
}

/// Marks what \p find(connection) gives, then tells servers what is due.
template <typename Find>
void markRead(Engine::Private &engine, Find find)
{
    engine
        .write([find = std::move(find), now = engine.parts.clock(),
                settings = engine.settings](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
            for (const model::Item &item : find(connection))
                noteRead(connection, changes, item, now, settings);
            return base::Done{};
        })
        .then(engine.alive.get(), [&engine](const base::Result<base::Done> &done) {
            if (!done)
                return;
            for (const model::Account &account : engine.accountList) {
                sendDueDisplayed(engine, account.id);
                sendDueSeen(engine, account.id);
            }
        });
}

}

void markConversationRead(Engine::Private &engine, const QStringList &homes, store::ItemKey upTo)
{
    markRead(engine, [homes, upTo](store::Connection &connection) {
        return store::ItemTable(connection).unread(homes, upTo); // oldest first: the newest word stays
    });
}

void markItemRead(Engine::Private &engine, model::ItemId item)
{
    markRead(engine, [item](store::Connection &connection) {
        const auto row = store::ItemTable(connection).one(item);
        return row && !row->item.read ? std::vector{row->item} : std::vector<model::Item>();
    });
}

void sendDueDisplayed(Engine::Private &engine, model::AccountId account)
{
    if (!engine.links->isOnline(account, model::Service::Chat))
        return;
    engine.database
        ->read([account](store::Connection &connection) -> base::Result<std::vector<store::ReadStateDue>> {
            return store::ReadStateTable(connection).due(account);
        })
        .then(engine.alive.get(), [&engine](const base::Result<std::vector<store::ReadStateDue>> &all) {
            for (const store::ReadStateDue &due : all.valueOr({})) {
                model::InstantMessage message = marker(due);
                message.id = engine.parts.newId();
                say(engine, due, model::SendStanza{std::move(message)}, due.markerId, &store::ReadStateTable::markerSent);
                say(engine, due, model::PublishDisplayed{due.chat, due.archiveId}, due.archiveId,
                    &store::ReadStateTable::published);
            }
        });
}

void markReadUpTo(store::Connection &connection, Changes &changes, const QString &home, store::ItemKey last,
                  base::Timestamp now)
{
    store::ItemTable items(connection);
    for (const model::Item &unread : items.unread({home}, last)) {
        items.setRead(unread.id, true);
        store::JourneyTable(connection).add(unread.id, {model::Station::Kind::ReadElsewhere, now, unread.channel, {}});
        changes.add(unread.id, home, Changes::What::Changed);
    }
}

void readElsewhere(store::Connection &connection, Changes &changes, model::AccountId account,
                   const model::DisplayedElsewhere &word, base::Timestamp now)
{
    store::ReadStateTable(connection).setElsewhere(account, word.chat, word.archiveId);
    for (const store::ItemRow &row : store::ItemTable(connection).byArchiveId(account, word.archiveId)) {
        if (row.item.address == model::Address(word.chat))
            markReadUpTo(connection, changes, row.home, {row.item.at, row.item.id}, now);
    }
}

bool isReadElsewhere(store::Connection &connection, const store::ItemRow &row, bool fromArchive)
{
    const auto *chat = std::get_if<model::Jid>(&row.item.address);
    const QString last = chat ? store::ReadStateTable(connection).elsewhere(row.item.account, *chat) : QString();
    if (last.isEmpty())
        return false;
    if (last == row.archiveId)
        return true;
    if (!fromArchive)
        return false; // what was under way for long is news, whatever it is dated
    // The archive gives the newest first: what comes behind it may be older than the last one read.
    const auto known = store::ItemTable(connection).byArchiveId(row.item.account, last);
    return std::any_of(known.begin(), known.end(), [&row](const store::ItemRow &read) {
        return read.item.address == row.item.address
               && store::ItemKey{row.item.at, row.item.id} <= store::ItemKey{read.item.at, read.item.id};
    });
}

void sendDueSeen(Engine::Private &engine, model::AccountId account)
{
    if (!engine.links->isOnline(account, model::Service::IncomingMail))
        return;
    engine.database
        ->read([account](store::Connection &connection) -> base::Result<std::vector<store::MailPlace>> {
            return store::MailTable(connection).seenDue(account);
        })
        .then(engine.alive.get(), [&engine, account](const base::Result<std::vector<store::MailPlace>> &places) {
            QHash<QPair<QString, quint32>, std::vector<quint32>> byFolder;
            for (const store::MailPlace &place : places.valueOr({}))
                byFolder[{place.folder, place.uidValidity}].push_back(place.uid);
            for (auto it = byFolder.cbegin(); it != byFolder.cend(); ++it) {
                const model::StoreFlags command{it.key().first, it.key().second, it.value(), {QStringLiteral("\\Seen")}, {}};
                engine.links->perform(account, command)
                    .then(engine.alive.get(), [&engine, account, command](const base::Result<model::CommandResult> &done) {
                        // Refused for good, it is not asked again; cut off, it is.
                        if (!done && done.error().fault != base::Fault::Rejected
                            && done.error().fault != base::Fault::NotFound)
                            return;
                        engine.database
                            ->write([account, command](store::Connection &connection) -> base::Result<base::Done> {
                                store::MailTable(connection).seenSent(account, command);
                                return base::Done{};
                            })
                            .ignore();
                    });
            }
        });
}

}

#include "core/engine/ReadMarks.h"

#include "core/store/MailTable.h"
#include "core/store/MessageMapTable.h"
#include "core/store/PersonTable.h"

#include <QHash>

namespace isthmus::engine {

namespace {

/// The newest message of each sender that asked to know when it was seen.
struct Markers {
    std::vector<std::pair<model::AccountId, model::InstantMessage>> messages;
};

bool mayKnow(store::PersonTable &people, const model::Item &item)
{
    const auto subscription = people.subscription(item.account, model::addressKey(item.address));
    return subscription == model::Subscription::From || subscription == model::Subscription::Both;
}

bool isMarkable(store::Connection &connection, const model::Item &item)
{
    for (const store::MessageLink &link : store::MessageMapTable(connection).byStanzaId(item.account, item.stanzaId)) {
        if (link.item == item.id)
            return link.markable;
    }
    return false;
}

model::InstantMessage marker(const model::Item &item)
{
    model::InstantMessage message;
    message.type = model::InstantMessage::Type::Chat;
    message.to = std::get<model::Jid>(item.address).bare();
    message.displayedId = item.stanzaId;
    message.marks.store = true;
    return message;
}

}

void markConversationRead(Engine::Private &engine, const QStringList &homes, store::ItemKey upTo)
{
    engine
        .write([homes, upTo](store::Connection &connection, Changes &changes) -> base::Result<Markers> {
            store::ItemTable items(connection);
            store::PersonTable people(connection);
            store::MailTable mails(connection);
            QHash<QString, model::Item> newest;
            for (const model::Item &item : items.unread(homes, upTo)) {
                items.setRead(item.id, true);
                const auto row = items.one(item.id);
                changes.add(item.id, row ? row->home : QString(), Changes::What::Changed);
                if (item.mail.isValid())
                    mails.markSeen(item.mail);
                else if (isMarkable(connection, item) && mayKnow(people, item))
                    newest.insert(model::addressKey(item.address), item);
            }
            Markers markers;
            for (const model::Item &item : std::as_const(newest))
                markers.messages.emplace_back(item.account, marker(item));
            return markers;
        })
        .then(engine.alive.get(), [&engine](const base::Result<Markers> &markers) {
            if (!markers)
                return;
            for (const auto &[account, message] : markers->messages) {
                model::InstantMessage named = message;
                named.id = engine.parts.newId();
                engine.links->perform(account, model::SendStanza{named}).ignore();
            }
            for (const model::Account &account : engine.accountList)
                sendDueSeen(engine, account.id);
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

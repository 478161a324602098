#include "core/engine/Timeline.h"

#include "core/engine/EnginePrivate.h"
#include "core/engine/Intake.h"
#include "core/engine/ReadMarks.h"
#include "core/store/FileTable.h"
#include "core/store/HeightTable.h"
#include "core/store/ItemTable.h"
#include "core/store/MailTable.h"
#include "core/store/OutboxTable.h"
#include "core/store/PersonTable.h"
#include "core/store/StanzaTable.h"
#include "core/store/ValueCodec.h"

#include <QSet>

#include <algorithm>

namespace isthmus::engine {

namespace {

constexpr int pageSize = 50;
constexpr int reachSize = 1000; ///< of a page on the way to an item far back

struct Page {
    QStringList homes;
    std::vector<model::Item> items;
    std::vector<model::RowHeight> heights;
};

Page pageOf(store::Connection &connection, QStringList homes, std::optional<store::ItemKey> before, int size)
{
    Page page{std::move(homes), {}, {}};
    page.items = store::ItemTable(connection).page(page.homes, before, size);
    std::vector<model::ItemId> ids;
    ids.reserve(page.items.size());
    for (const model::Item &item : page.items)
        ids.push_back(item.id);
    page.heights = store::HeightTable(connection).of(ids);
    return page;
}

store::ItemKey keyOf(const model::Item &item)
{
    return {item.at, item.id};
}

std::optional<QByteArray> mailBehind(store::Connection &connection, const store::ItemRow &row)
{
    if (row.item.mail.isValid()) {
        if (auto raw = store::MailTable(connection).raw(row.item.mail))
            return raw;
    }
    if (row.item.channel != model::Channel::Mail)
        return std::nullopt;
    // An own mail whose copy has not come from the server yet: as it left.
    const auto queued = store::OutboxTable(connection).byItem(row.item.id);
    auto mail = queued ? store::decode<model::SendMail>(queued->command) : std::nullopt;
    return mail ? std::optional(std::move(mail->bytes)) : std::nullopt;
}

}

struct Timeline::Private {
    Timeline &self;
    Engine::Private &engine;
    model::PersonId person;
    QStringList homes;
    std::vector<model::Item> items;
    QHash<qint64, model::RowHeight> heights{}; ///< by item
    bool atBeginning = false;
    bool loadingOlder = false;
    bool firstPage = true;
    std::set<model::ItemId> dirty{}; ///< to be read anew
    bool reading = false;
    struct Reach {
        store::ItemKey key;
        QString home;
        base::Promise<base::Done> promise;
    };
    std::vector<Reach> reaching{}; ///< items that pages are being loaded for

    void reload();
    void learn(const std::vector<model::RowHeight> &found);
    /// What is shown has been read alone (port::MailReader::readMany), or is next.
    void readAloneNext(const std::vector<model::Item> &shown);
    void follow(const Changes &changes);
    void compareHomes();
    void readDirty();
    void apply(model::ItemId id, std::optional<model::Item> item);
    [[nodiscard]] bool keepsItsPlace(int index, store::ItemKey key) const;
    void remove(int index);
    void loadPage(int size);
    void proceed();
};

void Timeline::Private::reload()
{
    const int wanted = std::max(pageSize, static_cast<int>(items.size()));
    reading = true;
    engine.database
        ->read([person = person, wanted](store::Connection &connection) -> base::Result<Page> {
            const auto row = store::PersonTable(connection).one(person);
            if (!row)
                return Page{};
            return pageOf(connection, row->homes, std::nullopt, wanted);
        })
        .then(&self, [this, wanted](base::Result<Page> page) {
            reading = false;
            Page loaded = std::move(page).valueOr({});
            homes = std::move(loaded.homes);
            items = std::move(loaded.items);
            learn(loaded.heights);
            readAloneNext(items);
            atBeginning = static_cast<int>(items.size()) < wanted;
            if (std::exchange(firstPage, false))
                Q_EMIT self.loaded();
            else
                Q_EMIT self.itemsReset();
            proceed();
            readDirty();
        });
}

void Timeline::Private::learn(const std::vector<model::RowHeight> &found)
{
    for (const model::RowHeight &one : found)
        heights.insert(one.item.raw, one);
}

void Timeline::Private::readAloneNext(const std::vector<model::Item> &shown)
{
    std::vector<model::MailId> mails;
    for (auto item = shown.rbegin(); item != shown.rend(); ++item) { // the newest are at the window's bottom
        if (item->mail.isValid())
            mails.push_back(item->mail);
    }
    engine.intake->readAloneNext(mails);
}

void Timeline::Private::follow(const Changes &changes)
{
    if (changes.persons.count(person) > 0)
        compareHomes();
    for (const Changes::ItemChange &change : changes.items) {
        // While the first page is on its way, which homes are ours is not known yet.
        if (firstPage || homes.contains(change.home))
            dirty.insert(change.item);
    }
    readDirty();
}

void Timeline::Private::compareHomes()
{
    // A new name changes nothing here; other addresses do.
    engine.database
        ->read([person = person](store::Connection &connection) -> base::Result<QStringList> {
            const auto row = store::PersonTable(connection).one(person);
            return row ? row->homes : QStringList();
        })
        .then(&self, [this](const base::Result<QStringList> &present) {
            if (present && !firstPage
                && QSet<QString>(present->begin(), present->end()) != QSet<QString>(homes.begin(), homes.end()))
                reload();
        });
}

void Timeline::Private::readDirty()
{
    if (reading || dirty.empty())
        return;
    reading = true;
    using Read = std::vector<std::pair<model::ItemId, std::optional<store::ItemRow>>>;
    engine.database
        ->read([ids = std::exchange(dirty, {})](store::Connection &connection) -> base::Result<Read> {
            Read read;
            store::ItemTable table(connection);
            for (model::ItemId id : ids)
                read.emplace_back(id, table.one(id));
            return read;
        })
        .then(&self, [this](base::Result<Read> read) {
            reading = false;
            for (auto &[id, row] : std::move(read).valueOr({})) {
                const bool ours = row && homes.contains(row->home);
                apply(id, ours ? std::optional(std::move(row->item)) : std::nullopt);
            }
            readDirty();
        });
}

void Timeline::Private::remove(int index)
{
    items.erase(items.begin() + index);
    Q_EMIT self.itemsRemoved(index, 1);
}

/// Whether the item at \p index still stands between its neighbours with \p key. One before all that is loaded belongs to
/// a page that is not.
bool Timeline::Private::keepsItsPlace(int index, store::ItemKey key) const
{
    const auto place = static_cast<std::size_t>(index);
    const bool isAfter = place > 0 ? keyOf(items[place - 1]) < key : atBeginning || keyOf(items[place]) <= key;
    return isAfter && (place + 1 == items.size() || key < keyOf(items[place + 1]));
}

void Timeline::Private::apply(model::ItemId id, std::optional<model::Item> item)
{
    const int index = self.indexOf(id);
    if (!item) {
        if (index >= 0)
            remove(index);
        return;
    }
    if (index >= 0) {
        model::Item &shown = items[static_cast<std::size_t>(index)];
        if (keepsItsPlace(index, keyOf(*item))) {
            shown = std::move(*item);
            Q_EMIT self.itemChanged(index);
            return;
        }
        remove(index);
    }
    const auto place = std::lower_bound(items.begin(), items.end(), *item,
                                        [](const model::Item &a, const model::Item &b) { return keyOf(a) < keyOf(b); });
    // Older than all that is loaded: it comes with its page.
    if (place == items.begin() && !atBeginning)
        return;
    const int first = static_cast<int>(place - items.begin());
    items.insert(place, std::move(*item));
    Q_EMIT self.itemsInserted(first, 1);
}

Timeline::Timeline(Engine &engine, model::PersonId person, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(Private{*this, *engine.d, person, {}, {}}))
{
    connect(&d->engine.events, &Events::changed, this, [this](const Changes &changes) { d->follow(changes); });
    d->reload();
}

Timeline::~Timeline() = default;

model::PersonId Timeline::person() const
{
    return d->person;
}

const std::vector<model::Item> &Timeline::items() const
{
    return d->items;
}

int Timeline::indexOf(model::ItemId id) const
{
    const auto found =
        std::find_if(d->items.begin(), d->items.end(), [id](const model::Item &item) { return item.id == id; });
    return found == d->items.end() ? -1 : static_cast<int>(found - d->items.begin());
}

bool Timeline::atBeginning() const
{
    return d->atBeginning;
}

void Timeline::Private::loadPage(int size)
{
    if (loadingOlder || atBeginning || items.empty())
        return;
    loadingOlder = true;
    const store::ItemKey before = keyOf(items.front());
    engine.database
        ->read([homes = homes, before, size](store::Connection &connection) -> base::Result<Page> {
            return pageOf(connection, homes, before, size);
        })
        .then(&self, [this, before, size](base::Result<Page> page) {
            loadingOlder = false;
            if (!page) {
                for (const Reach &reach : std::exchange(reaching, {}))
                    reach.promise.finish(page.error());
                return;
            }
            // Reloaded in between: the page no longer fits.
            if (!items.empty() && keyOf(items.front()) == before) {
                std::vector<model::Item> &older = page->items;
                atBeginning = static_cast<int>(older.size()) < size;
                readAloneNext(older);
                learn(page->heights);
                items.insert(items.begin(), std::make_move_iterator(older.begin()), std::make_move_iterator(older.end()));
                if (!older.empty())
                    Q_EMIT self.itemsInserted(0, static_cast<int>(older.size()));
            }
            proceed();
        });
}

/// Ends what has been reached, and loads on for the rest.
void Timeline::Private::proceed()
{
    if (firstPage)
        return;
    const auto done = [this](const Reach &reach) {
        if (homes.contains(reach.home) && !atBeginning && !items.empty() && keyOf(items.front()) > reach.key)
            return false;
        if (self.indexOf(reach.key.id) >= 0)
            reach.promise.finish(base::Done{});
        else
            reach.promise.finish(base::Error{base::Fault::NotFound, QStringLiteral("the item is not in this conversation")});
        return true;
    };
    reaching.erase(std::remove_if(reaching.begin(), reaching.end(), done), reaching.end());
    if (!reaching.empty())
        loadPage(reachSize);
}

std::vector<model::RowHeight> Timeline::heights(int first, int count) const
{
    std::vector<model::RowHeight> found;
    for (auto item = d->items.begin() + first; item != d->items.begin() + first + count; ++item) {
        const auto known = d->heights.constFind(item->id.raw);
        if (known != d->heights.constEnd())
            found.push_back(*known);
    }
    return found;
}

void Timeline::keepHeights(std::vector<model::RowHeight> heights)
{
    if (heights.empty())
        return;
    d->learn(heights);
    d->engine.database
        ->write([heights = std::move(heights)](store::Connection &connection) -> base::Result<base::Done> {
            store::HeightTable(connection).keep(heights);
            return base::Done{};
        })
        .ignore();
}

void Timeline::loadOlder()
{
    d->loadPage(pageSize);
}

base::Task<base::Done> Timeline::reach(model::ItemId id)
{
    base::Promise<base::Done> promise;
    d->engine.database
        ->read([id](store::Connection &connection) -> base::Result<store::ItemRow> {
            auto row = store::ItemTable(connection).one(id);
            if (!row)
                return base::Error{base::Fault::NotFound, QStringLiteral("the item is gone")};
            return std::move(*row);
        })
        .then(this, [this, promise](const base::Result<store::ItemRow> &row) {
            if (!row) {
                promise.finish(row.error());
                return;
            }
            d->reaching.push_back({keyOf(row->item), row->home, promise});
            d->proceed();
        });
    return promise.task();
}

void Timeline::markRead()
{
    const bool unread = std::any_of(d->items.begin(), d->items.end(), [](const model::Item &item) { return !item.read; });
    if (unread)
        markConversationRead(d->engine, d->homes, keyOf(d->items.back()));
}

Engine::Private &Timeline::parts() const
{
    return d->engine;
}

base::Task<QByteArray> Timeline::source(model::ItemId id) const
{
    return d->engine.database->read([id](store::Connection &connection) -> base::Result<QByteArray> {
        const auto row = store::ItemTable(connection).one(id);
        if (row) {
            if (auto raw = mailBehind(connection, *row))
                return std::move(*raw);
        }
        if (row && row->stanza > 0) {
            if (const auto value = store::StanzaTable(connection).value(row->stanza))
                return store::diagnostic(*value).toUtf8();
        }
        return base::Error{base::Fault::NotFound, QStringLiteral("nothing is kept behind this item")};
    });
}

base::Task<base::Done> Timeline::remove(model::ItemId id)
{
    return d->engine.write([id](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
        store::ItemTable items(connection);
        const auto row = items.one(id);
        if (!row)
            return base::Error{base::Fault::NotFound, QStringLiteral("no such message")};
        const auto queued = store::OutboxTable(connection).byItem(id);
        const bool leaving = queued && (queued->state < store::OutboxState::Sent || queued->filing == store::Filing::Due);
        if (leaving)
            return base::Error{base::Fault::Conflict, QStringLiteral("it is on its way")};
        if (row->item.mail.isValid())
            store::MailTable(connection).forget(row->item.mail);
        items.remove(id);
        changes.add(id, row->home, Changes::What::Removed);
        return base::Done{};
    });
}

base::Task<QByteArray> Timeline::attachment(model::ItemId id, QString part) const
{
    struct Found {
        QByteArray bytes;
        bool isFile = false; ///< the file itself; else what it is a part of
    };
    base::Promise<QByteArray> promise;
    QObject *alive = d->engine.alive.get();
    const auto found = d->engine.database->read([id](store::Connection &connection) -> base::Result<Found> {
        if (auto kept = store::FileTable(connection).bytes(id))
            return Found{std::move(*kept), true};
        const auto row = store::ItemTable(connection).one(id);
        if (auto mail = row ? mailBehind(connection, *row) : std::nullopt)
            return Found{std::move(*mail), false};
        return base::Error{base::Fault::NotFound, QStringLiteral("no file is kept with this item")};
    });
    found.then(alive, [engine = &d->engine, alive, part, promise](base::Result<Found> raw) {
        if (!raw || raw->isFile) {
            promise.finish(raw ? base::Result<QByteArray>(std::move(raw->bytes)) : raw.error());
            return;
        }
        engine->parts.reader->part(std::move(raw->bytes), part).then(alive, [promise](base::Result<QByteArray> decoded) {
            promise.finish(std::move(decoded));
        });
    });
    return promise.task();
}

base::Task<QByteArray> Timeline::layout(model::ItemId id, port::LayoutWish wish) const
{
    base::Promise<QByteArray> promise;
    QObject *alive = d->engine.alive.get();
    const auto raw = d->engine.database->read([id](store::Connection &connection) -> base::Result<QByteArray> {
        const auto row = store::ItemTable(connection).one(id);
        if (auto mail = row ? mailBehind(connection, *row) : std::nullopt)
            return std::move(*mail);
        return base::Error{base::Fault::NotFound, QStringLiteral("no mail behind this item")};
    });
    raw.then(alive, [engine = &d->engine, alive, wish, promise](base::Result<QByteArray> mail) {
        if (!mail) {
            promise.finish(mail.error());
            return;
        }
        engine->parts.reader->layout(std::move(*mail), wish).then(alive, [promise](base::Result<QByteArray> laidOut) {
            promise.finish(std::move(laidOut));
        });
    });
    return promise.task();
}

}

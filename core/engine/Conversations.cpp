#include "core/engine/Conversations.h"

#include "core/engine/Contacts.h"
#include "core/engine/EnginePrivate.h"
#include "core/engine/Reach.h"
#include "core/engine/ReadMarks.h"
#include "core/store/DraftTable.h"
#include "core/store/ItemTable.h"
#include "core/store/PersonTable.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace isthmus::engine {

namespace {

/// A row as the store gives it; nullopt for a person who is not (or no longer) in the list.
using Loaded = std::vector<std::pair<model::PersonId, std::optional<ConversationRow>>>;

/// More than any window is wide: a stranger's line of megabytes would be measured at every painting.
constexpr qsizetype longestLine = 200;

QString firstLine(const QString &text)
{
    qsizetype start = 0;
    while (start < text.size() && text[start].isSpace())
        ++start;
    const qsizetype end = text.indexOf(u'\n', start);
    const QStringView line = QStringView(text).mid(start, end < 0 ? -1 : end - start);
    return line.left(longestLine).trimmed().toString();
}

QString lineOf(const model::Item &item)
{
    const bool hasTitle = item.channel == model::Channel::Mail && !item.subject.isEmpty();
    if (hasTitle)
        return item.subject.left(longestLine);
    return item.text.isEmpty() && !item.attachments.empty() ? item.attachments.front().name : firstLine(item.text);
}

/// In the list: who wrote or was written to, who is in the roster, and whom the user added.
bool isListed(const store::PersonRow &person, const store::Summary &summary)
{
    return summary.last || person.contact.subscription != model::Subscription::None
           || std::any_of(person.contact.links.begin(), person.contact.links.end(),
                          [](const model::AddressLink &link) { return link.isConfirmed(); });
}

std::optional<ConversationRow> rowOf(store::Connection &connection, const store::PersonRow &person)
{
    const store::Summary summary = store::ItemTable(connection).summary(person.homes);
    const auto draft = store::DraftTable(connection).newest(person.homes);
    if (!isListed(person, summary) && !draft)
        return std::nullopt;
    ConversationRow row;
    row.person = person.contact.id;
    row.name = person.contact.name;
    row.suspicious = person.suspicious;
    row.muted = person.contact.muted;
    row.blocked = person.contact.blocked;
    row.unread = summary.unread;
    row.failed = summary.failed;
    if (draft) { // to whom alone is no word of it
        const std::vector<model::TypedDraft::File> &files = draft->draft.files;
        row.draftLine = draft->draft.line().isEmpty() && !files.empty() ? files.front().name : draft->draft.line();
        row.hasDraft = !row.draftLine.isEmpty();
    }
    row.hasChat = person.contact.firstChat() != nullptr;
    row.hasMail = mailTarget(person.contact) != nullptr;
    row.address = faceAddress(person.contact);
    if (summary.last) {
        row.lastChannel = summary.last->channel;
        row.lastDirection = summary.last->direction;
        row.lastLine = lineOf(*summary.last);
        row.lastAt = summary.last->at;
    }
    return row;
}

bool before(const ConversationRow &a, const ConversationRow &b)
{
    if (a.lastAt != b.lastAt)
        return a.lastAt > b.lastAt;
    const int names = a.name.compare(b.name, Qt::CaseInsensitive);
    return names != 0 ? names < 0 : a.person < b.person;
}

}

struct Conversations::Private {
    Conversations &self;
    Engine::Private &engine;
    std::vector<ConversationRow> rows;
    std::set<model::PersonId> dirtyPersons;
    QSet<QString> dirtyHomes;
    bool loading = true;

    void loadAll();
    void loadDirty();
    void apply(model::PersonId person, const std::optional<ConversationRow> &row);
    void insert(const ConversationRow &row);
    void replace(int index, const ConversationRow &row);
    [[nodiscard]] model::Presence presenceOf(model::PersonId person) const;
};

model::Presence Conversations::Private::presenceOf(model::PersonId person) const
{
    const auto contact = engine.contacts->contact(person);
    return contact ? contact->presence : model::Presence{};
}

void Conversations::Private::loadAll()
{
    engine.database
        ->read([](store::Connection &connection) -> base::Result<Loaded> {
            Loaded loaded;
            for (const store::PersonRow &person : store::PersonTable(connection).all())
                loaded.emplace_back(person.contact.id, rowOf(connection, person));
            return loaded;
        })
        .then(&self, [this](base::Result<Loaded> loaded) {
            self.beginResetModel();
            rows.clear();
            for (auto &[person, row] : std::move(loaded).valueOr({})) {
                if (!row)
                    continue;
                row->presence = presenceOf(person);
                rows.push_back(std::move(*row));
            }
            std::sort(rows.begin(), rows.end(), before);
            self.endResetModel();
            loading = false;
            loadDirty();
        });
}

void Conversations::Private::loadDirty()
{
    if (loading || (dirtyPersons.empty() && dirtyHomes.isEmpty()))
        return;
    loading = true;
    engine.database
        ->read([persons = std::exchange(dirtyPersons, {}),
                homes = std::exchange(dirtyHomes, {})](store::Connection &connection) mutable -> base::Result<Loaded> {
            store::PersonTable table(connection);
            for (const QString &home : homes) {
                if (const auto owner = table.ownerOf(home))
                    persons.insert(*owner);
            }
            Loaded loaded;
            for (model::PersonId id : persons) {
                const auto person = table.one(id);
                loaded.emplace_back(id, person ? rowOf(connection, *person) : std::nullopt);
            }
            return loaded;
        })
        .then(&self, [this](base::Result<Loaded> loaded) {
            for (auto &[person, row] : std::move(loaded).valueOr({})) {
                if (row)
                    row->presence = presenceOf(person);
                apply(person, row);
            }
            loading = false;
            loadDirty();
        });
}

void Conversations::Private::apply(model::PersonId person, const std::optional<ConversationRow> &row)
{
    const int index = self.indexOf(person);
    if (index >= 0 && !row) {
        self.beginRemoveRows({}, index, index);
        rows.erase(rows.begin() + index);
        self.endRemoveRows();
    } else if (index >= 0) {
        replace(index, *row);
    } else if (row) {
        insert(*row);
    }
}

void Conversations::Private::insert(const ConversationRow &row)
{
    const auto place = std::lower_bound(rows.begin(), rows.end(), row, before);
    const int index = static_cast<int>(place - rows.begin());
    self.beginInsertRows({}, index, index);
    rows.insert(place, row);
    self.endInsertRows();
}

void Conversations::Private::replace(int index, const ConversationRow &row)
{
    if (rows[static_cast<std::size_t>(index)] == row)
        return;
    // Where it belongs among the others, and what Qt calls that place: the row before which it goes.
    const auto here = rows.begin() + index;
    auto place = std::lower_bound(rows.begin(), here, row, before);
    if (place == here)
        place = std::lower_bound(here + 1, rows.end(), row, before);
    const int target = static_cast<int>(place - rows.begin());
    *here = row;
    if (target != index && target != index + 1) {
        self.beginMoveRows({}, index, index, {}, target);
        if (target < index)
            std::rotate(rows.begin() + target, here, here + 1);
        else
            std::rotate(here, here + 1, rows.begin() + target);
        self.endMoveRows();
    }
    const QModelIndex changed = self.index(target > index ? std::max(target - 1, index) : target);
    Q_EMIT self.dataChanged(changed, changed);
}

Conversations::Conversations(Engine &engine, QObject *parent)
    : QAbstractListModel(parent), d(std::make_unique<Private>(Private{*this, *engine.d, {}, {}, {}}))
{
    connect(&d->engine.events, &Events::changed, this, [this](const Changes &changes) {
        d->dirtyPersons.insert(changes.persons.begin(), changes.persons.end());
        d->dirtyPersons.insert(changes.drafts.begin(), changes.drafts.end());
        for (const Changes::ItemChange &change : changes.items)
            d->dirtyHomes.insert(change.home);
        d->loadDirty();
    });
    connect(&d->engine.presence, &PresenceBoard::changed, this, [this](const model::Jid &bare) {
        const auto person = d->engine.contacts->personOf(bare);
        const int index = person ? indexOf(*person) : -1;
        if (index < 0)
            return;
        d->rows[static_cast<std::size_t>(index)].presence = d->presenceOf(*person);
        Q_EMIT dataChanged(this->index(index), this->index(index));
    });
    d->loadAll();
}

Conversations::~Conversations() = default;

int Conversations::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->rows.size());
}

QVariant Conversations::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ConversationRow &shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return shown.name;
    case RowRole: return QVariant::fromValue(shown);
    case PersonRole: return static_cast<qlonglong>(shown.person.raw);
    default: return {};
    }
}

const ConversationRow &Conversations::row(int index) const
{
    return d->rows.at(static_cast<std::size_t>(index));
}

void Conversations::markRead(model::PersonId person)
{
    d->engine.database
        ->read([person](store::Connection &connection) -> base::Result<QStringList> {
            const auto row = store::PersonTable(connection).one(person);
            return row ? row->homes : QStringList();
        })
        .then(this, [this](const base::Result<QStringList> &homes) {
            constexpr auto everything = base::Timestamp(std::chrono::milliseconds(INT64_MAX));
            if (homes && !homes->isEmpty())
                markConversationRead(d->engine, *homes, {everything, model::ItemId{INT64_MAX}});
        });
}

int Conversations::indexOf(model::PersonId person) const
{
    const auto found =
        std::find_if(d->rows.begin(), d->rows.end(), [person](const ConversationRow &row) { return row.person == person; });
    return found == d->rows.end() ? -1 : static_cast<int>(found - d->rows.begin());
}

}

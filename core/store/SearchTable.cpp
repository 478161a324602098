#include "core/store/SearchTable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace isthmus::store {

namespace {

bool writesWithoutBlanks(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar: return true;
    default: return false;
    }
}

/// So many matches are looked up one by one.
constexpr int rareLimit = 2000;

/// Of a common word, so many of the newest items are looked at together, then twice as many, until so many were.
constexpr int firstPortion = 1024;
constexpr int walkLimit = 16 * 1024;
/// Items that came together lie together in the index; where they lie in more pieces, it is not asked piece by piece.
constexpr std::size_t maxPieces = 8;
constexpr std::int64_t widestGap = 32;

// What narrows a search, of the item `i`. The list of homes is one value, so that the statement stays the same.
#define NARROWED                                                                                                            \
    " AND (i.at, i.id) < (?, ?) AND (? < 0 OR i.channel = ?)"                                                               \
    " AND (? = '[]' OR i.home IN (SELECT value FROM json_each(?))) "

constexpr ItemKey endOfTime{base::Timestamp(std::chrono::milliseconds(INT64_MAX)), model::ItemId{}};

QString homesAsJson(const QStringList &homes)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(homes)).toJson(QJsonDocument::Compact));
}

/// The query in FTS5's language. A word becomes a phrase: its characters in their order, quoted, so that no
/// operator of that language is left in it; and each may be the beginning of a longer one.
QString matchOf(const QString &words)
{
    QStringList phrases;
    for (QString word : words.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts)) {
        word.remove(QLatin1Char('"'));
        const QString phrase = SearchTable::spaced(word).simplified();
        const bool hasWord =
            std::any_of(phrase.begin(), phrase.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
        if (hasWord)
            phrases.append(QLatin1Char('"') + phrase + QStringLiteral("\"*"));
    }
    return phrases.join(QLatin1Char(' '));
}

/// Subject, text, names of files, and names and addresses of senders and recipients.
QString wordsOf(const model::Item &item)
{
    QStringList parts{item.subject, item.text};
    for (const model::Attachment &file : item.attachments)
        parts.append(file.name);
    const auto addMailbox = [&parts](const model::Mailbox &mailbox) {
        parts.append(mailbox.name);
        parts.append(mailbox.address.toString());
    };
    if (!item.from.address.isNull())
        addMailbox(item.from);
    for (const model::MailboxList *list : {&item.to, &item.cc}) {
        for (const model::Mailbox &mailbox : *list)
            addMailbox(mailbox);
    }
    parts.removeAll(QString());
    return parts.join(QLatin1Char('\n'));
}

}

QString SearchTable::spaced(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const uint c : text.toUcs4()) {
        const bool alone = writesWithoutBlanks(c);
        if (alone)
            result += QLatin1Char(' ');
        result += QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
        if (alone)
            result += QLatin1Char(' ');
    }
    return result;
}

void SearchTable::add(const model::Item &item)
{
    add(item.id, wordsOf(item));
}

void SearchTable::add(model::ItemId item, const QString &text)
{
    m_connection.run("INSERT INTO search (rowid, words) VALUES (?, ?)", item, spaced(text));
}

int SearchTable::addPending(int limit)
{
    std::vector<model::ItemId> waiting;
    {
        Rows rows = m_connection.select("SELECT item FROM search_pending ORDER BY item DESC LIMIT ?", limit);
        while (rows.next())
            waiting.push_back(rows.id<model::ItemId>(0));
    }
    for (model::ItemId id : waiting) {
        if (const auto row = ItemTable(m_connection).one(id))
            add(row->item);
        m_connection.run("DELETE FROM search_pending WHERE item = ?", id);
    }
    return static_cast<int>(waiting.size());
}

void SearchTable::replace(const model::Item &before, const model::Item &after)
{
    {
        Rows waiting = m_connection.select("SELECT 1 FROM search_pending WHERE item = ?", before.id);
        if (waiting.next())
            return; // its new words will be read with it
    }
    // The index holds no text of its own: it must be told what to forget (sqlite.org/fts5.html, "The 'delete' Command").
    m_connection.run("INSERT INTO search (search, rowid, words) VALUES ('delete', ?, ?)", before.id,
                     spaced(wordsOf(before)));
    add(after);
}

/// Those of \p items that match, sorted; nullopt where they lie scattered over the index.
std::optional<std::vector<std::int64_t>> SearchTable::matchesAmong(const QString &query, const std::vector<ItemKey> &items)
{
    std::vector<std::int64_t> ids;
    for (const ItemKey &item : items)
        ids.push_back(item.id.raw);
    std::sort(ids.begin(), ids.end());
    std::vector<std::pair<std::int64_t, std::int64_t>> pieces;
    for (const std::int64_t id : ids) {
        if (!pieces.empty() && id - pieces.back().second <= widestGap)
            pieces.back().second = id;
        else if (pieces.size() == maxPieces)
            return std::nullopt;
        else
            pieces.emplace_back(id, id);
    }
    std::vector<std::int64_t> matches;
    for (const auto &[first, last] : pieces) {
        Rows rows = m_connection.select("SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?", query,
                                        first, last);
        while (rows.next())
            matches.push_back(rows.integer(0));
    }
    return matches;
}

SearchTable::Walk SearchTable::walk(const QString &query, const SearchTerms &terms)
{
    Walk walk{{}, terms.before.value_or(endOfTime)};
    int looked = 0;
    for (int portion = firstPortion; looked < walkLimit; portion *= 2) {
        std::vector<ItemKey> items;
        {
            Rows rows = m_connection.select("SELECT at, id FROM item INDEXED BY item_at WHERE (at, id) < (?, ?)"
                                            " ORDER BY at DESC, id DESC LIMIT ?",
                                            walk.rest->at, walk.rest->id, portion);
            while (rows.next())
                items.push_back({rows.time(0), rows.id<model::ItemId>(1)});
        }
        const auto matches = matchesAmong(query, items);
        if (!matches)
            return walk;
        for (const ItemKey &item : items) {
            if (std::binary_search(matches->begin(), matches->end(), item.id.raw))
                walk.found.push_back(item.id);
            if (static_cast<int>(walk.found.size()) == terms.limit)
                return {std::move(walk.found), std::nullopt};
        }
        if (static_cast<int>(items.size()) < portion)
            return {std::move(walk.found), std::nullopt};
        walk.rest = items.back();
        looked += portion;
    }
    return walk;
}

std::vector<model::ItemId> SearchTable::find(const SearchTerms &terms)
{
    const QString query = matchOf(terms.words);
    if (query.isEmpty() || terms.limit <= 0)
        return {};
    bool isRare = false;
    {
        Rows rows = m_connection.select("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)", query,
                                        rareLimit + 1);
        isRare = rows.next() && rows.integer(0) <= rareLimit;
    }
    // A rare word: its items are looked up and sorted. A common one: items are walked from the newest on, until
    // enough of them are among the matches. Each is slow where the other is fast. Where nothing narrows the search, the
    // first of the way is walked without having all matches at hand: that takes as long however many there are.
    Walk begun{{}, terms.before.value_or(endOfTime)};
    if (!isRare && !terms.channel && terms.homes.isEmpty())
        begun = walk(query, terms);
    if (!begun.rest)
        return begun.found;
    const auto select = [&](const char *statement) {
        const ItemKey end = *begun.rest;
        const int channel = terms.channel ? static_cast<int>(*terms.channel) : -1;
        return m_connection.select(statement, query, end.at, end.id, channel, channel, homesAsJson(terms.homes),
                                   homesAsJson(terms.homes), terms.limit - static_cast<int>(begun.found.size()));
    };
    Rows rows = isRare ? select("SELECT i.id FROM search AS s CROSS JOIN item AS i ON i.id = s.rowid"
                                " WHERE s.search MATCH ?" NARROWED "ORDER BY i.at DESC, i.id DESC LIMIT ?")
                       : select("SELECT i.id FROM item AS i INDEXED BY item_at"
                                " WHERE i.id IN (SELECT rowid FROM search WHERE search MATCH ?)" NARROWED
                                "ORDER BY i.at DESC, i.id DESC LIMIT ?");
    std::vector<model::ItemId> found = std::move(begun.found);
    while (rows.next())
        found.push_back(rows.id<model::ItemId>(0));
    return found;
}

SearchCoverage SearchTable::coverage()
{
    const auto count = [this](const char *statement) {
        Rows rows = m_connection.select(statement);
        return rows.next() ? rows.integer(0) : 0;
    };
    const std::int64_t items = count("SELECT count(*) FROM item INDEXED BY item_at");
    const std::int64_t unread = count("SELECT count(*) FROM item INDEXED BY item_unreadable WHERE kind = 4");
    const std::int64_t waiting =
        count("SELECT count(*) FROM mail WHERE state = 0")
        + count("SELECT count(*) FROM mail WHERE state = 4 AND NOT EXISTS (SELECT 1 FROM item WHERE item.mail = mail.id)");
    const std::int64_t pending = count("SELECT count(*) FROM search_pending");
    return {items + waiting, items - unread - pending};
}

}

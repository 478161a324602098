#include "core/engine/Search.h"

#include "core/engine/EnginePrivate.h"
#include "core/engine/Reach.h"
#include "core/store/ItemTable.h"
#include "core/store/MoveTable.h"
#include "core/store/PersonTable.h"
#include "core/store/SearchTable.h"

#include <QRegularExpression>

#include <algorithm>

namespace isthmus::engine {

namespace {

constexpr int excerptLength = 160;
constexpr int excerptLead = 40;    ///< characters before the first match
constexpr int textLooked = 200000; ///< of a text, for its excerpt

/// Without case and accents, character for character, so that places stay places.
QString folded(QStringView text)
{
    QString plain(text.size(), Qt::Uninitialized);
    std::transform(text.begin(), text.end(), plain.begin(), [](QChar c) {
        const QString parts = c.decomposition();
        return parts.isEmpty() || c.decompositionTag() != QChar::Canonical ? c.toLower() : parts.front().toLower();
    });
    return plain;
}

QStringList wordsOf(const QString &query)
{
    return folded(query).split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
}

/// Words begin after what is no letter; a script without blanks has no such places.
bool mayBegin(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber() || QChar::script(text.at(at).unicode()) == QChar::Script_Han
           || QChar::script(text.at(at).unicode()) == QChar::Script_Hiragana
           || QChar::script(text.at(at).unicode()) == QChar::Script_Katakana
           || QChar::script(text.at(at).unicode()) == QChar::Script_Thai;
}

std::vector<std::pair<int, int>> matches(const QString &plain, const QStringList &words, int limit)
{
    std::vector<std::pair<int, int>> found;
    for (const QString &word : words) {
        qsizetype at = plain.indexOf(word);
        while (at >= 0 && static_cast<int>(found.size()) < limit) {
            if (mayBegin(plain, at))
                found.emplace_back(static_cast<int>(at), static_cast<int>(word.size()));
            at = plain.indexOf(word, at + word.size());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

void nameHit(SearchHit &hit, const model::Contact &contact)
{
    hit.name = contact.name;
    hit.address = faceAddress(contact);
}

SearchHit hitOf(store::Connection &connection, const store::ItemRow &row, const QString &words)
{
    SearchHit hit;
    hit.item = row.item.id;
    hit.direction = row.item.direction;
    hit.channel = row.item.channel;
    hit.at = row.item.at;
    hit.subject = row.item.subject;
    std::tie(hit.excerpt, hit.marks) = excerptOf(row.item.text, words, excerptLength);
    store::PersonTable people(connection);
    if (const auto owner = people.ownerOf(row.home)) {
        hit.person = *owner;
        if (const auto person = people.one(*owner))
            nameHit(hit, person->contact);
    }
    return hit;
}

base::Result<SearchPage> look(store::Connection &connection, const SearchWish &wish)
{
    store::SearchTerms terms;
    terms.words = wish.words;
    terms.channel = wish.channel;
    terms.limit = wish.limit + 1;
    if (wish.before)
        terms.before = store::ItemKey{wish.before->first, wish.before->second};
    SearchPage page;
    store::SearchTable search(connection);
    if (wish.person.isValid()) {
        const auto person = store::PersonTable(connection).one(wish.person);
        if (!person)
            return page;
        terms.homes = person->homes;
    }
    std::vector<model::ItemId> ids = search.find(terms);
    page.more = static_cast<int>(ids.size()) > wish.limit;
    if (page.more)
        ids.resize(static_cast<std::size_t>(wish.limit));
    store::ItemTable items(connection);
    for (model::ItemId id : ids) {
        const auto row = items.one(id);
        if (row && row->home != store::MoveTable::asideHome())
            page.hits.push_back(hitOf(connection, *row, wish.words));
    }
    const store::SearchCoverage coverage = search.coverage();
    page.stored = coverage.stored;
    page.searched = coverage.searched;
    return page;
}

}

std::pair<QString, std::vector<std::pair<int, int>>> excerptOf(const QString &text, const QString &words, int length)
{
    const QStringList wanted = wordsOf(words);
    const QString looked = text.left(textLooked);
    const auto first = matches(folded(looked), wanted, 1);
    qsizetype from = first.empty() ? 0 : std::max(0, first.front().first - excerptLead);
    // Not in the middle of a word, if one ends near.
    if (from > 0) {
        const qsizetype blank = looked.indexOf(QLatin1Char(' '), from);
        if (blank >= 0 && blank < first.front().first)
            from = blank + 1;
    }
    QString line = looked.mid(from, length * 2).simplified();
    const bool cut = line.size() > length;
    line.truncate(length);
    if (from > 0)
        line.prepend(QStringLiteral("… "));
    if (cut)
        line.append(QStringLiteral(" …"));
    auto marks = matches(folded(line), wanted, 50);
    return {line, std::move(marks)};
}

Search::Search(Engine &engine) : m_engine(engine) {}

base::Task<SearchPage> Search::find(SearchWish wish)
{
    const quint64 number = ++*m_newest;
    return m_engine.d->database->read(
        [wish = std::move(wish), number, newest = m_newest](store::Connection &connection) -> base::Result<SearchPage> {
            if (*newest != number)
                return base::Error{base::Fault::Cancelled, QStringLiteral("overtaken by a newer search")};
            return look(connection, wish);
        });
}

}

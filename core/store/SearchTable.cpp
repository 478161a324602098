#include "core/store/SearchTable.h"

#include <QStringList>

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
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
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

void SearchTable::add(model::ItemId item, const QString &text)
{
    m_connection.run("INSERT INTO search (rowid, words) VALUES (?, ?)", item, spaced(text));
}

std::vector<model::ItemId> SearchTable::find(const QString &query, int limit)
{
    // A word of the query becomes a phrase: its characters in their order, quoted, so that no operator of
    // FTS5's query language is left in it.
    QStringList phrases;
    for (QString word : query.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        word.remove(QLatin1Char('"'));
        const QString phrase = spaced(word).simplified();
        if (!phrase.isEmpty())
            phrases.append(QLatin1Char('"') + phrase + QLatin1Char('"'));
    }
    if (phrases.isEmpty())
        return {};
    std::vector<model::ItemId> found;
    Rows rows = m_connection.select("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?",
                                    QString(phrases.join(QLatin1Char(' ')) + QLatin1Char('*')), limit);
    while (rows.next())
        found.push_back(rows.id<model::ItemId>(0));
    return found;
}

}

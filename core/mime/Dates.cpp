#include "core/mime/Dates.h"

#include <QDateTime>
#include <QStringList>

#include <array>
#include <utility>

namespace isthmus::mime {

namespace {

/// Blanks instead of comments and commas; colons stand alone.
QStringList words(QStringView text)
{
    QString plain;
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\\' && depth > 0)
            ++i;
        else if (c == u'(')
            ++depth;
        else if (c == u')' && depth > 0)
            --depth;
        else if (depth == 0)
            plain += c == u',' ? QChar(u' ') : c;
    }
    plain = plain.simplified();
    plain.replace(QLatin1String(" :"), QLatin1String(":")).replace(QLatin1String(": "), QLatin1String(":"));
    return plain.split(u' ', Qt::SkipEmptyParts);
}

int monthOf(QStringView word)
{
    static constexpr std::array names{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    for (size_t i = 0; i < names.size(); ++i) {
        if (word.left(3).compare(QLatin1String(names[i]), Qt::CaseInsensitive) == 0)
            return static_cast<int>(i) + 1;
    }
    return 0;
}

/// \p word as a number of at most \p digits digits; -1 otherwise.
int number(QStringView word, qsizetype digits)
{
    if (word.isEmpty() || word.size() > digits)
        return -1;
    int value = 0;
    for (const QChar c : word) {
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

/// RFC 5322 4.3: 00-49 is 20xx, 50-99 and three digits are added to 1900.
int yearOf(QStringView word)
{
    const int year = number(word, 4);
    if (year < 0 || word.size() == 1)
        return -1;
    if (word.size() == 2)
        return year < 50 ? 2000 + year : 1900 + year;
    return word.size() == 3 ? 1900 + year : year;
}

QTime timeOf(QStringView word)
{
    const QList<QStringView> parts = word.split(u':');
    if (parts.size() < 2 || parts.size() > 3)
        return {};
    const int second = parts.size() == 3 ? number(parts[2], 2) : 0;
    return QTime(number(parts[0], 2), number(parts[1], 2), second == 60 ? 59 : second);
}

/// Offset in minutes east of UTC; nullopt for a number that is none.
std::optional<int> zoneOf(QStringView word)
{
    if (word.startsWith(u'+') || word.startsWith(u'-')) {
        const int digits = number(word.mid(1), 4);
        if (word.size() != 5 || digits < 0 || digits % 100 > 59)
            return std::nullopt;
        const int minutes = digits / 100 * 60 + digits % 100;
        return word.startsWith(u'-') ? -minutes : minutes;
    }
    static constexpr std::array<std::pair<const char *, int>, 8> named{
        {{"EDT", -4}, {"EST", -5}, {"CDT", -5}, {"CST", -6}, {"MDT", -6}, {"MST", -7}, {"PDT", -7}, {"PST", -8}}};
    for (const auto &[name, hours] : named) {
        if (word.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return hours * 60;
    }
    return 0;
}

}

std::optional<base::Timestamp> readDate(QStringView text)
{
    QStringList rest = words(text.left(256));
    if (!rest.isEmpty() && rest.first().front().isLetter()) // the weekday
        rest.removeFirst();
    if (rest.size() < 4)
        return std::nullopt;
    // "Nov 21 10:15:00 2026" is ctime's order, which some mailers write.
    const bool ctime = monthOf(rest[0]) > 0 && rest[2].contains(u':');
    const int day = number(rest[ctime ? 1 : 0], 2);
    const int month = monthOf(rest[ctime ? 0 : 1]);
    const int year = yearOf(rest[ctime ? 3 : 2]);
    const QTime time = timeOf(rest[ctime ? 2 : 3]);
    const std::optional<int> zone = rest.size() > 4 ? zoneOf(rest[4]) : std::optional<int>(0);
    const QDate date(year, month, day);
    if (day < 1 || month < 1 || year < 1 || !date.isValid() || !time.isValid() || !zone)
        return std::nullopt;
    const QDateTime local(date, time, Qt::UTC);
    return base::fromMsecs(local.toMSecsSinceEpoch() - qint64{*zone} * 60'000);
}

}

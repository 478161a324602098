#include "core/engine/AddressMap.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <array>
#include <map>

namespace isthmus::engine {

using model::Evidence;
using model::SendVia;

namespace {

constexpr qsizetype largest = 16 << 20;
const QString formatName = QStringLiteral("isthmus-address-map");
constexpr std::array evidences{"header", "published", "vcard", "same-address", "roster", "confirmed", "user"};
constexpr std::array ways{"automatic", "offline-mail", "dnd-mail", "both-mail", "mail-only", "chat-only"};
const QStringList columns{QStringLiteral("person"),  QStringLiteral("name"),     QStringLiteral("send-via"),
                          QStringLiteral("address"), QStringLiteral("evidence"), QStringLiteral("since"),
                          QStringLiteral("owns")};

template <std::size_t N>
std::optional<int> indexOf(const std::array<const char *, N> &words, const QString &word)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (word == QLatin1String(words[i]))
            return static_cast<int>(i);
    }
    return std::nullopt;
}

/// "xmpp:bob@chat.example": spelled as it was given, unlike its key.
QString written(const model::Address &address)
{
    if (const auto *jid = std::get_if<model::Jid>(&address))
        return QStringLiteral("xmpp:") + jid->bare().toString();
    return QStringLiteral("mailto:") + std::get<model::MailAddress>(address).toString();
}

std::optional<model::Address> addressOf(const QString &text)
{
    if (text.startsWith(QLatin1String("xmpp:"))) {
        const auto jid = model::Jid::parse(QStringView(text).mid(5));
        return jid && !jid->local().isEmpty() ? std::optional<model::Address>(jid->bare()) : std::nullopt;
    }
    if (text.startsWith(QLatin1String("mailto:"))) {
        const auto mail = model::MailAddress::parse(QStringView(text).mid(7));
        return mail ? std::optional<model::Address>(*mail) : std::nullopt;
    }
    return std::nullopt;
}

QString field(QString text)
{
    static const QString formula = QStringLiteral("=+-@\t\r'");
    if (!text.isEmpty() && formula.contains(text.front()))
        text.prepend(QLatin1Char('\''));
    if (!text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('\n'))
        && !text.contains(QLatin1Char('\r')))
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

/// The records of a CSV file; a quoted field may hold line ends.
std::vector<QStringList> records(const QString &text)
{
    std::vector<QStringList> found(1, QStringList(QString()));
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"') {
            found.back().back() += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && c == u',') {
            found.back().append(QString());
        } else if (!quoted && (c == u'\n' || c == u'\r')) {
            if (found.back() != QStringList(QString()))
                found.emplace_back(QStringList(QString()));
        } else {
            found.back().back() += c;
        }
    }
    if (found.back() == QStringList(QString()))
        found.pop_back();
    for (QStringList &record : found) {
        for (QString &value : record) {
            if (value.startsWith(QLatin1Char('\'')))
                value.remove(0, 1);
        }
    }
    return found;
}

/// An entry from its words; nullopt if one of them is none.
std::optional<AddressMapEntry> entryOf(int person, const QString &name, const QString &via, const QString &address,
                                       const QString &evidence, const QString &since, bool owns)
{
    const auto parsed = addressOf(address);
    const auto why = indexOf(evidences, evidence);
    const auto way = indexOf(ways, via);
    const auto when = base::fromXmppDateTime(since);
    if (!parsed || !why || !way || !when)
        return std::nullopt;
    return AddressMapEntry{person, name, static_cast<SendVia>(*way), *parsed, static_cast<Evidence>(*why), *when, owns};
}

ReadAddressMap readCsv(const std::vector<QStringList> &lines)
{
    ReadAddressMap read;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const QStringList &line = lines[i];
        std::optional<AddressMapEntry> entry;
        bool number = false;
        if (line.size() == columns.size()) {
            const int person = line.at(0).toInt(&number);
            if (number)
                entry = entryOf(person, line.at(1), line.at(2), line.at(3), line.at(4), line.at(5),
                                line.at(6) == QLatin1String("yes"));
        }
        if (entry)
            read.entries.push_back(std::move(*entry));
        else
            ++read.unreadable;
    }
    return read;
}

ReadAddressMap readJson(const QJsonArray &people)
{
    ReadAddressMap read;
    int person = 0;
    for (const QJsonValue &one : people) {
        const QJsonObject object = one.toObject();
        ++person;
        const QJsonArray addresses = object.value(QLatin1String("addresses")).toArray();
        read.unreadable += addresses.isEmpty() ? 1 : 0;
        for (const QJsonValue &value : addresses) {
            const QJsonObject address = value.toObject();
            auto entry = entryOf(
                person, object.value(QLatin1String("name")).toString(), object.value(QLatin1String("send-via")).toString(),
                address.value(QLatin1String("address")).toString(), address.value(QLatin1String("evidence")).toString(),
                address.value(QLatin1String("since")).toString(), address.value(QLatin1String("owns")).toBool());
            if (entry)
                read.entries.push_back(std::move(*entry));
            else
                ++read.unreadable;
        }
    }
    return read;
}

}

QByteArray addressMapToCsv(const AddressMapEntries &entries)
{
    QString text = columns.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    for (const AddressMapEntry &entry : entries) {
        const QStringList line{QString::number(entry.person),
                               field(entry.name),
                               QString::fromLatin1(ways[static_cast<std::size_t>(entry.sendVia)]),
                               field(written(entry.address)),
                               QString::fromLatin1(evidences[static_cast<std::size_t>(entry.evidence)]),
                               base::toXmppDateTime(entry.since),
                               entry.owns ? QStringLiteral("yes") : QStringLiteral("no")};
        text += line.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return text.toUtf8();
}

QByteArray addressMapToJson(const AddressMapEntries &entries)
{
    std::map<int, QJsonObject> people;
    for (const AddressMapEntry &entry : entries) {
        QJsonObject &person = people[entry.person];
        person.insert(QLatin1String("name"), entry.name);
        person.insert(QLatin1String("send-via"), QLatin1String(ways[static_cast<std::size_t>(entry.sendVia)]));
        QJsonArray addresses = person.value(QLatin1String("addresses")).toArray();
        addresses.append(
            QJsonObject{{QStringLiteral("address"), written(entry.address)},
                        {QStringLiteral("evidence"), QLatin1String(evidences[static_cast<std::size_t>(entry.evidence)])},
                        {QStringLiteral("since"), base::toXmppDateTime(entry.since)},
                        {QStringLiteral("owns"), entry.owns}});
        person.insert(QLatin1String("addresses"), addresses);
    }
    QJsonArray list;
    for (const auto &[number, person] : people)
        list.append(person);
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), formatName},
                                     {QStringLiteral("version"), 1},
                                     {QStringLiteral("people"), list}})
        .toJson();
}

base::Result<ReadAddressMap> readAddressMap(const QByteArray &file)
{
    if (file.size() > largest)
        return base::Error{base::Fault::TooLarge, QStringLiteral("an address map over 16 MiB")};
    const QJsonDocument document = QJsonDocument::fromJson(file);
    if (document.isObject() && document.object().value(QLatin1String("format")) == formatName)
        return readJson(document.object().value(QLatin1String("people")).toArray());
    const std::vector<QStringList> lines = records(QString::fromUtf8(file));
    if (lines.empty() || lines.front() != columns)
        return base::Error{base::Fault::Malformed, QStringLiteral("no address map")};
    return readCsv(lines);
}

}

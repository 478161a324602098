#include "tests/bench/Filling.h"

#include "core/store/AccountTable.h"
#include "core/store/ItemTable.h"
#include "core/store/MailTable.h"
#include "core/store/PersonTable.h"
#include "core/store/SearchTable.h"

#include <QElapsedTimer>

#include <array>
#include <cmath>

namespace isthmus::test {

namespace {

constexpr int vocabulary = 40'000;
constexpr int perTransaction = 2'000;
constexpr qint64 epoch = 1'600'000'000'000;

/// The word of a rank: short ones first, as in languages.
QString spelled(int rank)
{
    static constexpr std::array syllables{"ka", "lo", "mi", "ter", "an", "su", "re", "po", "din", "ve", "ga", "ol"};
    QString word;
    for (int rest = rank + 1; rest > 0; rest /= static_cast<int>(syllables.size()))
        word += QLatin1String(syllables[static_cast<std::size_t>(rest) % syllables.size()]);
    return word;
}

model::Jid jidOf(int number)
{
    return model::Jid::parse(personAddress(number)).value();
}

int personOf(int message, int persons)
{
    return message % 2 == 0 ? 0 : message / 2 % persons;
}

}

QString Prose::word(bool chinese)
{
    // Ranks by Zipf's law: the logarithm of the rank is even.
    const int rank = static_cast<int>(std::exp(m_random.generateDouble() * std::log(vocabulary))) - 1;
    if (!chinese)
        return spelled(rank);
    return QString(QChar(0x4e00 + rank % 3'000)) + QChar(0x4e00 + rank * 7 % 3'000);
}

QString Prose::sentence(bool chinese)
{
    QStringList words;
    for (int i = 8 + static_cast<int>(m_random.bounded(7)); i > 0; --i)
        words.append(word(chinese));
    return words.join(chinese ? QString() : QStringLiteral(" ")) + (chinese ? QStringLiteral("。") : QStringLiteral(". "));
}

QString Prose::message()
{
    const bool chinese = m_random.bounded(8) == 0;
    QString text;
    for (int i = 4 + static_cast<int>(m_random.bounded(9)); i > 0; --i)
        text += sentence(chinese);
    return text.trimmed();
}

QString messageText(int number)
{
    return Prose(static_cast<quint32>(number) + 1).message();
}

QString personAddress(int number)
{
    return QStringLiteral("person%1@chat.example").arg(number);
}

std::unique_ptr<store::Database> openStore(const QString &path)
{
    auto opened = store::Database::open({path, std::chrono::seconds(5), store::schemaSteps()});
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    return std::move(opened).value();
}

double fill(store::Database &database, const Filling &filling)
{
    model::Account account;
    account.jid = model::Jid::parse(QStringLiteral("alice@chat.example")).value();
    account.address = model::MailAddress::parse(QStringLiteral("alice@chat.example")).value();
    QElapsedTimer clock;
    clock.start();
    for (int from = filling.first; from < filling.first + filling.count; from += perTransaction) {
        const int to = std::min(from + perTransaction, filling.first + filling.count);
        const auto written = database.writeNow([&](store::Connection &connection) -> base::Result<base::Done> {
            const model::AccountId owner = store::AccountTable(connection).save(account, base::fromMsecs(epoch));
            store::PersonTable people(connection);
            store::ItemTable items(connection);
            store::SearchTable search(connection);
            for (int number = from; number < to; ++number) {
                const model::Jid jid = jidOf(personOf(number, filling.persons));
                if (!people.ownerOf(model::addressKey(jid))) {
                    const model::PersonId person = people.add(jid.toString(), store::NameSource::Roster);
                    people.own(person, jid, model::Evidence::Roster, base::fromMsecs(epoch));
                }
                store::ItemRow row;
                row.item.account = owner;
                row.item.address = jid;
                row.item.direction = number % 3 == 0 ? model::Direction::Outgoing : model::Direction::Incoming;
                row.item.at = base::fromMsecs(epoch + number * 1000LL);
                row.item.text = messageText(number);
                row.item.stanzaId = QStringLiteral("stanza-%1").arg(number);
                if (filling.mails && number % 3 == 1) {
                    row.item.channel = model::Channel::Mail;
                    row.item.kind = model::ItemKind::MailCard;
                    row.item.subject = row.item.text.left(40);
                    row.item.messageId = QStringLiteral("<%1@chat.example>").arg(number);
                    model::ArrivedMail mail;
                    mail.folder = QStringLiteral("INBOX");
                    mail.uidValidity = 1;
                    mail.uid = static_cast<quint32>(number);
                    mail.internalDate = row.item.at;
                    mail.raw = "From: " + jid.toString().toUtf8() + "\r\nSubject: " + row.item.subject.toUtf8()
                               + "\r\nMessage-ID: " + row.item.messageId.toUtf8() + "\r\n\r\n" + row.item.text.toUtf8()
                               + "\r\n";
                    store::MailTable mails(connection);
                    row.item.mail = mails.arrived(owner, mail);
                    mails.setState(row.item.mail, store::ReadState::Read);
                }
                const model::ItemId id = items.insert(row);
                search.add(id, row.item.subject + QLatin1Char(' ') + row.item.text);
            }
            return base::Done{};
        });
        if (!written)
            qFatal("%s", qPrintable(written.error().detail));
    }
    return filling.count * 1e3 / static_cast<double>(std::max<qint64>(1, clock.elapsed()));
}

}

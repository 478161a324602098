#include "core/engine/AddressMap.h"
#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

using namespace isthmus;
using namespace isthmus::test;
using engine::Contacts;

/// The address map out of the program and in again, and what joining and splitting does to what was said.
class tst_addressmap : public QObject
{
    Q_OBJECT

    /// The table as it reads: who has which address, why, and since when.
    static QStringList table(Profile &profile)
    {
        QStringList lines;
        for (const model::Contact &contact : profile.engine->contacts().all()) {
            for (const model::AddressLink &link : contact.links) {
                lines.append(QStringLiteral("%1 %2 %3 %4 %5")
                                 .arg(contact.name, model::addressKey(link.address))
                                 .arg(static_cast<int>(link.evidence))
                                 .arg(base::toMsecs(link.since))
                                 .arg(static_cast<int>(contact.sendVia)));
            }
        }
        lines.sort();
        return lines;
    }
    static void fill(Profile &profile)
    {
        auto &contacts = profile.engine->contacts();
        const model::PersonId bob = profile.bob();
        QVERIFY(wait(contacts.addAddress(bob, mailAddress("Bob.Miller@work.example"), model::Evidence::User)));
        QVERIFY(wait(contacts.addAddress(bob, mailAddress("claimed@elsewhere.example"), model::Evidence::VCard)));
        QVERIFY(wait(contacts.setSendVia(bob, model::SendVia::OfflineMail)));
        const auto odd = wait(contacts.findOrAdd(mailAddress("\"odd, one\"@work.example"),
                                                 QStringLiteral("=HYPERLINK(\"x\"), \"quoted\"\nline")));
        QVERIFY(odd);
        QVERIFY(wait(contacts.findOrAdd(mailAddress("apostrophe@work.example"), QStringLiteral("'t Hooft"))));
        QTRY_COMPARE(contacts.contact(bob)->links.size(), 4u);
        QTRY_COMPARE(contacts.all().size(), 3u);
    }

private Q_SLOTS:
    void outAndInGivesTheSameTable_data()
    {
        QTest::addColumn<bool>("json");
        QTest::newRow("csv") << false;
        QTest::newRow("json") << true;
    }
    void outAndInGivesTheSameTable()
    {
        QFETCH(bool, json);
        const auto format = json ? Contacts::MapFormat::Json : Contacts::MapFormat::Csv;
        Profile first;
        first.signIn();
        fill(first);
        const QByteArray file = first.engine->contacts().exportMap(format);
        QVERIFY(!file.contains("\n=")); // nothing that a spreadsheet would run
        QVERIFY(json || !file.contains(",="));

        Profile second;
        second.signIn();
        const auto done = wait(second.engine->contacts().importMap(file));
        QVERIFY(done);
        QCOMPARE(done->people, 3);
        QCOMPARE(done->unreadable, 0);
        QTRY_COMPARE(table(second), table(first));
        QCOMPARE(second.engine->contacts().exportMap(format), file);
        // A second time changes nothing.
        const auto again = wait(second.engine->contacts().importMap(file));
        QCOMPARE(again->people + again->addresses + again->conflicts, 0);
        QCOMPARE(table(second), table(first));
    }

    void anAddressOfSomebodyElseStaysWhereItIs()
    {
        Profile first;
        first.signIn();
        fill(first);
        Profile second;
        second.signIn();
        auto &contacts = second.engine->contacts();
        const auto one = wait(contacts.findOrAdd(mailAddress("bob.miller@work.example"), QStringLiteral("One")));
        const auto other = wait(contacts.findOrAdd(jid("bob@chat.example"), QStringLiteral("Other")));
        QVERIFY(one && other);
        // Who has the first of a person's addresses here is that person; the others are not taken from anybody.
        const auto done = wait(contacts.importMap(first.engine->contacts().exportMap(Contacts::MapFormat::Csv)));
        QVERIFY(done);
        QCOMPARE(done->people, 2);
        QVERIFY(done->conflicts >= 1);
        QVERIFY(contacts.personOf(mailAddress("bob.miller@work.example")) == *one);
        QVERIFY(contacts.personOf(jid("bob@chat.example")) == *other);
    }

    void whatIsNoMapIsRefusedAndWhatIsNoLineCounted()
    {
        for (const QByteArray &file : {QByteArray(), QByteArray("hello"), QByteArray("{\"format\":\"other\"}"),
                                       QByteArray("a,b,c\r\n1,2,3\r\n"), QByteArray("\x00\xff\xfe", 3)})
            QVERIFY(!engine::readAddressMap(file));
        const auto read = engine::readAddressMap("person,name,send-via,address,evidence,since,owns\r\n"
                                                 "1,Bob,automatic,mailto:bob@work.example,user,2026-11-21T10:00:00Z,yes\r\n"
                                                 "2,Bad,automatic,mailto:nobody,user,2026-11-21T10:00:00Z,yes\r\n"
                                                 "3,Bad,sometimes,mailto:a@b.example,user,2026-11-21T10:00:00Z,yes\r\n"
                                                 "4,Bad,automatic,mailto:a@b.example,hearsay,2026-11-21T10:00:00Z,yes\r\n"
                                                 "5,Bad,automatic,mailto:a@b.example,user,yesterday,yes\r\n"
                                                 "too,few\r\n");
        QVERIFY(read);
        QCOMPARE(read->entries.size(), 1u);
        QCOMPARE(read->unreadable, 5);
    }

    void randomMergesAndSplitsRestoreEveryCount()
    {
        constexpr int people = 8;
        constexpr int steps = 120;
        Profile profile;
        profile.signIn();
        auto &contacts = profile.engine->contacts();
        std::vector<model::MailAddress> mailboxes;
        std::vector<std::size_t> counts;
        std::vector<model::Arrival> mails;
        quint32 uid = 0;
        for (int i = 0; i < people; ++i) {
            const QByteArray from = "p" + QByteArray::number(i) + "@work.example";
            mailboxes.push_back(mailAddress(from.constData()));
            counts.push_back(static_cast<std::size_t>(1 + i % 3));
            for (std::size_t n = 0; n < counts.back(); ++n) {
                ++uid;
                mails.emplace_back(arrivedMail(uid, "From: " + from
                                                        + "\nTo: alice@chat.example\nDate: Sat, 21 Nov 2026 09:00:00 +0000\n"
                                                          "Message-ID: <"
                                                        + QByteArray::number(uid) + "@work.example>\n\nText\n"));
            }
        }
        profile.mail->arrive(mails);
        for (const model::MailAddress &mailbox : mailboxes)
            QTRY_VERIFY(contacts.personOf(mailbox).has_value());

        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int step = 0; step < steps; ++step) {
            const auto one = contacts.personOf(mailboxes[random.bounded(people)]);
            const auto other = contacts.personOf(mailboxes[random.bounded(people)]);
            QVERIFY(one && other);
            if (*one != *other) {
                QVERIFY(wait(contacts.merge(*one, *other)));
                QTRY_VERIFY(!contacts.contact(*other).has_value());
            } else if (const auto links = contacts.contact(*one)->links; links.size() > 1) {
                const model::AddressLink link = links[random.bounded(static_cast<quint32>(links.size()))];
                QVERIFY(wait(contacts.removeAddress(*one, link.id)));
                QTRY_VERIFY(contacts.personOf(link.address) != one);
            }
        }
        // Whatever was joined is split again, to the last address.
        for (const model::MailAddress &mailbox : mailboxes) {
            while (contacts.contact(*contacts.personOf(mailbox))->links.size() > 1) {
                const auto person = *contacts.personOf(mailbox);
                const model::AddressLink link = contacts.contact(person)->links.front();
                QVERIFY(wait(contacts.removeAddress(person, link.id)));
                QTRY_VERIFY(contacts.personOf(link.address) != person);
            }
        }
        for (std::size_t i = 0; i < mailboxes.size(); ++i) {
            engine::Timeline timeline(*profile.engine, *contacts.personOf(mailboxes[i]));
            QTRY_COMPARE(timeline.items().size(), counts[i]);
            for (const model::Item &item : timeline.items())
                QCOMPARE(item.from.address.key(), mailboxes[i].key());
        }
    }
};

ISTHMUS_TEST(tst_addressmap)
#include "tst_addressmap.moc"

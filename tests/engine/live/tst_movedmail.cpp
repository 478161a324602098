#include "tests/engine/live/MailHousehold.h"
#include "tests/support/Foreign.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>

using namespace isthmus;
using namespace isthmus::test;
using namespace Qt::StringLiterals;

/// Mails that other programs put elsewhere in the real mailbox, as this program shows them.
class tst_movedmail : public QObject
{
    Q_OBJECT
    Servers *m_servers = nullptr;

    static constexpr int patience = 30'000;

    static QByteArray mail(const ServerAccount &to, const QByteArray &more, const QByteArray &text)
    {
        return "From: Dave <dave@elsewhere.test>\r\nTo: " + to.address.toUtf8()
               + "\r\nSubject: Lunch\r\nDate: Sat, 21 Nov 2026 09:00:00 +0000\r\nMessage-ID: <lunch@elsewhere.test>\r\n"
               + more + "\r\n" + text;
    }
    /// What a program does that cannot move: it puts a copy there, then takes the mail away here.
    static void putElsewhere(ForeignMail &program, const QByteArray &copy, const QString &folder)
    {
        program.perform(u"append"_s, {{u"raw"_s, QString::fromLatin1(copy.toBase64())}, {u"folder"_s, folder}});
        const QJsonObject mail = program.waitFor(u"Lunch"_s);
        program.perform(u"delete"_s, {{u"uid"_s, mail.value(u"uid"_s)}});
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_servers = &Servers::shared();
        QVERIFY2(m_servers->problem().isEmpty(), qPrintable(m_servers->problem()));
    }

    void aMoveThatAltersTheOctetsIsOneItem()
    {
        const ServerAccount mine = m_servers->createAccount(u"mover"_s);
        ForeignMail program(*m_servers, mine);
        program.perform(u"create"_s, {{u"folder"_s, u"Kept"_s}});
        program.deliver(mail(mine, {}, "Are you free?\r\n"));
        MailHousehold house(*m_servers, mine);
        engine::Timeline timeline(*house.engine, house.person(u"dave@elsewhere.test"_s));
        QTRY_COMPARE_WITH_TIMEOUT(timeline.items().size(), 1u, patience);
        const model::Item item = timeline.items().front();
        timeline.markRead();
        QTRY_VERIFY(timeline.items().front().read);
        putElsewhere(program, mail(mine, "X-Kept: yes\r\n", "Are you free? \r\n\r\n"), u"Kept"_s);
        const auto isThere = [&] {
            house.engine->accounts().checkMail();
            const auto places = wait(timeline.journey(item.id)).value().places;
            return places.size() == 1 && places.front().folder == u"Kept";
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), patience);
        QCOMPARE(timeline.items().size(), 1u);
        QCOMPARE(timeline.items().front().id, item.id);
        QVERIFY(timeline.items().front().read);
    }

    void twoMailsWithOneIdAreBothKept()
    {
        const ServerAccount mine = m_servers->createAccount(u"mover"_s);
        ForeignMail program(*m_servers, mine);
        program.perform(u"create"_s, {{u"folder"_s, u"Kept"_s}});
        program.deliver(mail(mine, {}, "Are you free?\r\n"));
        MailHousehold house(*m_servers, mine);
        engine::Timeline timeline(*house.engine, house.person(u"dave@elsewhere.test"_s));
        QTRY_COMPARE_WITH_TIMEOUT(timeline.items().size(), 1u, patience);
        putElsewhere(program, mail(mine, {}, "Pay this now.\r\n"), u"Kept"_s);
        const auto both = [&] {
            house.engine->accounts().checkMail();
            return timeline.items().size() == 2;
        };
        QTRY_VERIFY_WITH_TIMEOUT(both(), patience);
        QVERIFY(timeline.items().front().text != timeline.items().back().text);
    }
};

ISTHMUS_TEST(tst_movedmail)
#include "tst_movedmail.moc"

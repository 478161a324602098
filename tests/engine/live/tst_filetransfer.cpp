#include "core/engine/Files.h"
#include "core/engine/Options.h"
#include "core/engine/OwnState.h"
#include "core/model/FileStage.h"
#include "tests/engine/live/MailHousehold.h"
#include "tests/support/Foreign.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>

using namespace isthmus;
using namespace isthmus::test;
using namespace Qt::StringLiterals;
using model::FileStage;

namespace {

constexpr int patience = 30'000;

std::pair<ServerAccount, ServerAccount> friends(Servers &servers)
{
    const std::pair pair(servers.createAccount(u"takes"_s), servers.createAccount(u"sends"_s));
    servers.befriend(pair.first, pair.second);
    return pair;
}

/// Our whole program, and a contact who uses another one.
struct Meeting {
    ServerAccount mine;
    ServerAccount other;
    ForeignXmpp program;
    MailHousehold house;
    std::unique_ptr<engine::Timeline> timeline;
    QString myAddress; ///< full, as the contact sees it

    explicit Meeting(Servers &servers) : Meeting(servers, friends(servers)) {}
    Meeting(Servers &servers, const std::pair<ServerAccount, ServerAccount> &pair)
        : mine(pair.first), other(pair.second), program(servers, other), house(servers, mine)
    {
        program.online();
        if (!QTest::qWaitFor([this] { return house.isOnline(); }, patience))
            qFatal("not online");
        timeline = std::make_unique<engine::Timeline>(*house.engine, house.person(other.address));
        while (!myAddress.startsWith(mine.address + u'/'))
            myAddress = program.take(u"presence"_s, {}, patience).value(u"from"_s).toString();
    }
    void offer(const QByteArray &data, const QString &by, const QString &name = u"figures.pdf"_s)
    {
        program.perform(u"offer_file"_s, {{u"to"_s, myAddress},
                                          {u"name"_s, name},
                                          {u"data"_s, QString::fromLatin1(data.toBase64())},
                                          {u"by"_s, by},
                                          {u"type"_s, u"application/pdf"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(timeline->items().size(), 1u, patience);
        QCOMPARE(stage(), FileStage::Offered);
    }
    [[nodiscard]] model::Item item() const { return timeline->items().at(0); }
    [[nodiscard]] FileStage stage() const { return model::fileStage(item()); }
};

QByteArray someBytes(int size)
{
    QByteArray data;
    for (int n = 0; data.size() < size; ++n)
        data += QByteArray::number(n * 2654435761u) + '\0';
    return data.left(size);
}

}

/// Files that another program sends in the chat connection, against real servers (specification 2.9).
class tst_filetransfer : public QObject
{
    Q_OBJECT
    Servers *m_servers = nullptr;

private Q_SLOTS:
    void initTestCase()
    {
        m_servers = &Servers::shared();
        QVERIFY2(m_servers->problem().isEmpty(), qPrintable(m_servers->problem()));
    }

    void anotherProgramsFileIsAnAttachment_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("end");
        QTest::newRow("stream initiation") << u"si"_s << u"sent"_s;
        QTest::newRow("jingle") << u"jingle"_s << u"success"_s;
        QTest::newRow("jingle, replaced transport") << u"jingle-socks"_s << u"success"_s;
    }
    void anotherProgramsFileIsAnAttachment()
    {
        QFETCH(const QString, by);
        QFETCH(const QString, end);
        Meeting meeting(*m_servers);
        const QByteArray data = someBytes(100'000);
        meeting.offer(data, by);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!wait(meeting.timeline->attachment(meeting.item().id, {})));
        QVERIFY(wait(meeting.house.engine->files().accept(meeting.item().id)));
        QTRY_COMPARE_WITH_TIMEOUT(meeting.stage(), FileStage::Here, patience);
        const auto saved = wait(meeting.timeline->attachment(meeting.item().id, meeting.item().attachments.front().part));
        QVERIFY(saved);
        QCOMPARE(*saved, data);
        QCOMPARE(meeting.program.take(u"file"_s, {}, patience).value(u"end"_s).toString(), end);
    }

    void aNoIsHeard_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("end");
        QTest::newRow("stream initiation") << u"si"_s << u"refused"_s;
        QTest::newRow("jingle") << u"jingle"_s << u"decline"_s;
    }
    void aNoIsHeard()
    {
        QFETCH(const QString, by);
        QFETCH(const QString, end);
        Meeting meeting(*m_servers);
        meeting.offer(someBytes(10), by);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(wait(meeting.house.engine->files().decline(meeting.item().id)));
        QCOMPARE(meeting.program.take(u"file"_s, {}, patience).value(u"end"_s).toString(), end);
        QTRY_COMPARE(meeting.stage(), FileStage::Declined);
    }

    void whileBusyTheFileIsAPartOfAMail()
    {
        Meeting meeting(*m_servers);
        model::Settings settings = meeting.house.engine->options().settings();
        settings.forwardWhileBusy = true;
        QVERIFY(wait(meeting.house.engine->options().save(settings)));
        meeting.house.engine->ownState().setPresence({model::Availability::DoNotDisturb, {}});
        const QByteArray data = someBytes(40); // one line of base64
        meeting.offer(data, u"jingle"_s);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(wait(meeting.house.engine->files().accept(meeting.item().id)));
        ForeignMail mailbox(*m_servers, meeting.mine); // another mail program of the same user
        const QJsonObject found = mailbox.perform(u"wait"_s, {}, patience).value(u"mails"_s).toArray().first().toObject();
        const QByteArray raw = ForeignMail::raw(found);
        QVERIFY2(raw.contains("multipart/mixed") && raw.contains("filename=\"figures.pdf\""), raw.constData());
        QVERIFY(raw.contains(data.toBase64()));
        QCOMPARE(meeting.timeline->items().size(), 1u);
    }

    void whoLeavesTakesTheOfferAlong()
    {
        Meeting meeting(*m_servers);
        meeting.offer(someBytes(10), u"jingle"_s);
        if (QTest::currentTestFailed())
            return;
        meeting.program.offline();
        QTRY_COMPARE_WITH_TIMEOUT(meeting.stage(), FileStage::Withdrawn, patience);
    }
};

ISTHMUS_TEST(tst_filetransfer)
#include "tst_filetransfer.moc"

#include "tests/xmpp/FileDialogue.h"

using namespace isthmus;
using namespace isthmus::test;
using namespace std::chrono_literals;
using model::FileStage;

/// Files in the chat connection: what may come, and above all what may not (specification 2.9, 4.4, 4.5, 7.4).
class tst_filesessions : public QObject
{
    Q_OBJECT
    const QByteArray data = QByteArray("%PDF ").repeated(2000);

private Q_SLOTS:
    void nothingComesWithoutTheUsersWord()
    {
        FileDialogue session;
        const QByteArray answer = session.initiate(fileOf(data) + sha256Of(data));
        QVERIFY(answer.contains("type='result'") && !answer.contains("session-accept"));
        QCOMPARE(session.all<model::FileOffered>().size(), 1u);
        const model::FileOffered offered = session.all<model::FileOffered>().front();
        QCOMPARE(offered.from.toString(), QStringLiteral("bob@b.example"));
        QCOMPARE(offered.file.name, QStringLiteral("plan.pdf"));
        QCOMPARE(offered.file.bytes, 10'000u);
        QVERIFY(!offered.refused);
        // Neither is the bytestream taken, nor its bytes.
        QVERIFY(session.open().isEmpty() || !session.open().contains("type='result'"));
        session.block(0, "AAAA");
        QVERIFY(session.received().isEmpty() && !session.ended());
    }

    void aJingleFileComes()
    {
        FileDialogue session;
        session.initiate(fileOf(data) + sha256Of(data));
        const QByteArray accept = session.accept();
        QVERIFY(accept.contains("action='session-accept'") && accept.contains("block-size='4096'")
                && accept.contains("sid='stream'"));
        session.sendAll(data);
        const QByteArray end = session.close();
        QCOMPARE(session.received(), data);
        QVERIFY2(end.contains("type='result'") && end.contains("session-terminate") && end.contains("<success"),
                 end.constData());
    }

    void aFileByStreamInitiationComes()
    {
        FileDialogue session;
        const QByteArray md5 = QCryptographicHash::hash(data, QCryptographicHash::Md5).toHex();
        // The offer is answered by the user's word alone.
        QVERIFY(session.streamInitiation("name='plan.pdf' size='10000' hash='" + md5 + "'").isEmpty());
        const QByteArray accept = session.accept();
        QVERIFY(accept.contains("id='q1'") && accept.contains("type='result'")
                && accept.contains("<value>http://jabber.org/protocol/ibb</value>"));
        session.sendAll(data);
        session.close();
        QCOMPARE(session.received(), data);
    }

    void aNoIsSaid()
    {
        FileDialogue session;
        session.initiate(fileOf(data));
        session.dialogue.take();
        QVERIFY(session.files.answer({session.all<model::FileOffered>().back().offer, false}));
        QVERIFY(session.dialogue.take().contains("<decline"));
        QVERIFY(!session.files.answer({session.all<model::FileOffered>().back().offer, true})); // it is no more
        session.streamInitiation("name='plan.pdf' size='10000'");
        QVERIFY(session.files.answer({session.all<model::FileOffered>().back().offer, false}));
        QVERIFY(session.dialogue.take().contains("<forbidden"));
    }

    void aYesCanBeTakenBack()
    {
        FileDialogue session;
        session.streamInitiation("name='plan.pdf' size='10000'");
        session.accept();
        session.open();
        QVERIFY(session.files.answer({session.all<model::FileOffered>().back().offer, false}));
        QVERIFY(session.dialogue.take().contains("<close"));
        QVERIFY(!session.block(0, "AAAA").contains("type='result'"));
        QVERIFY(session.received().isEmpty());
    }

    void strangersAreRefusedAndTheUserIsTold()
    {
        FileDialogue session;
        const QByteArray answer = session.initiate(fileOf(data), inBandTransport, "eve@evil.example/x");
        QVERIFY(answer.contains("service-unavailable"));
        const auto lines = session.all<model::FileOffered>();
        QCOMPARE(lines.size(), 1u);
        QVERIFY(lines.front().refused);
        QVERIFY(!session.accept().contains("session-accept"));
        QVERIFY(!session.accepted);
        // However many they are, they cannot fill the window.
        for (int n = 0; n < 50; ++n)
            session.initiate(fileOf(data), inBandTransport, "eve" + QByteArray::number(n) + "@evil.example/x");
        QCOMPARE(session.all<model::FileOffered>().size(), 5u);
    }

    void namesCannotClimb_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("path") << QByteArray("../../etc/passwd") << QStringLiteral("passwd");
        QTest::newRow("dos path") << QByteArray("C:\\Windows\\a.pdf") << QStringLiteral("a.pdf");
        QTest::newRow("bidi") << QByteArray("a\u202Efdp.txt") << QStringLiteral("afdp.txt");
        QTest::newRow("none") << QByteArray() << QStringLiteral("attachment-1.pdf");
    }
    void namesCannotClimb()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QString, shown);
        FileDialogue session;
        session.initiate(fileOf(data, name));
        QCOMPARE(session.all<model::FileOffered>().back().file.name, shown);
        FileDialogue other;
        other.streamInitiation("size='10000' name='" + name + "'");
        QCOMPARE(other.all<model::FileOffered>().back().file.name, shown);
    }

    void tooMuchAndWhatRunsIsRefused()
    {
        FileDialogue session;
        const QByteArray big = session.initiate("<name>film.mkv</name><size>26214401</size>");
        QVERIFY2(big.contains("<media-error") && big.contains("file-too-large"), big.constData());
        QCOMPARE(session.all<model::FileOffered>().back().file.blocked, QStringLiteral("size"));
        QVERIFY(session.initiate("<name>film.mkv</name><size>26214400</size>", inBandTransport, bob, "b")
                    .contains("type='result'"));
        QVERIFY(!session.all<model::FileOffered>().back().refused);
        QVERIFY(session.initiate(fileOf(data, "setup.exe"), inBandTransport, bob, "c").contains("<conflict") == false);
        QCOMPARE(session.all<model::FileOffered>().size(), 2u); // the bytestream's name is taken
        FileDialogue other;
        QVERIFY(other.initiate(fileOf(data, "setup.exe")).contains("<decline"));
        QCOMPARE(other.all<model::FileOffered>().back().file.blocked, QStringLiteral("type"));
        QVERIFY(other.streamInitiation("name='film.mkv' size='99999999999999999999999'").contains("bad-request"));
        QVERIFY(other.initiate("<name>a.pdf</name>").contains("failed-application"));
    }

    void whatIsNoFileForUsIsAnswered()
    {
        FileDialogue session;
        QVERIFY(session
                    .jingle("session-initiate", "<content creator='initiator' name='voice'><description xmlns="
                                                "'urn:xmpp:jingle:apps:rtp:1' media='audio'/></content>")
                    .contains("unsupported-applications"));
        QVERIFY(session
                    .jingle("session-initiate",
                            "<content creator='initiator' name='f' senders='responder'><description xmlns="
                            "'urn:xmpp:jingle:apps:file-transfer:5'><file><name>secret.txt</name></file></description>"
                                + inBandTransport + "</content>")
                    .contains("file-not-available"));
        QVERIFY(session.jingle("session-initiate", "").contains("bad-request"));
        QVERIFY(session.jingle("session-accept", "").contains("unknown-session"));
        QVERIFY(session.streamInitiation("name='a.pdf' size='5'", "http://jabber.org/protocol/bytestreams")
                    .contains("no-valid-streams"));
        QVERIFY(session.arrivals.empty());
    }

    void anotherTransportIsReplaced()
    {
        FileDialogue session;
        session.initiate(fileOf(data), socksTransport);
        const QByteArray replace = session.accept();
        QVERIFY2(replace.contains("transport-replace") && replace.contains("urn:xmpp:jingle:transports:ibb:1"),
                 replace.constData());
        static const QRegularExpression sid(QStringLiteral("<transport [^>]*sid='([^']+)'"));
        const QByteArray stream = sid.match(QString::fromUtf8(replace)).captured(1).toUtf8();
        QVERIFY(session.open(bob, "4096", stream.constData()).contains("type='result'") == false);
        const QByteArray accept = session.jingle("transport-accept", "<content creator='initiator' name='a-file'/>");
        QVERIFY(accept.contains("session-accept"));
        session.sendAll(data, stream.constData());
        session.close(stream.constData());
        QCOMPARE(session.received(), data);
    }

    void whereItIsNotTheFileDoesNotCome()
    {
        FileDialogue session;
        session.initiate(fileOf(data), socksTransport);
        session.accept();
        QVERIFY(session.jingle("transport-reject", "").contains("unsupported-transports"));
        QCOMPARE(session.ended(), std::optional(FileStage::Broken));
    }

    void theSenderMayReplaceItsTransport()
    {
        FileDialogue session;
        session.initiate(fileOf(data), socksTransport);
        const QByteArray refused =
            session.jingle("transport-replace", "<content creator='initiator' name='a-file'>"
                                                "<transport xmlns='urn:xmpp:jingle:transports:ice:0'/></content>");
        QVERIFY(refused.contains("transport-reject"));
        const QByteArray taken = session.jingle("transport-replace", "<content creator='initiator' name='a-file'>"
                                                                         + inBandTransport + "</content>");
        QVERIFY(taken.contains("transport-accept") && !taken.contains("session-accept"));
        QVERIFY(session.accept().contains("session-accept"));
        session.sendAll(data);
        session.close();
        QCOMPARE(session.received(), data);
    }

    void onlyItsSenderSendsIt()
    {
        FileDialogue session;
        session.initiate(fileOf(data));
        session.accept();
        for (const QByteArray other : {"eve@evil.example/x", "bob@b.example/phone"}) {
            QVERIFY(!session.open(other).contains("type='result'"));
            QVERIFY(!session.jingle("session-terminate", "<reason><success/></reason>", other).contains("type='result'"));
        }
        QVERIFY(session.open().contains("type='result'"));
        QVERIFY(!session.block(0, "AAAA", "eve@evil.example/x").contains("type='result'"));
        QVERIFY(session.block(0, data.left(4096).toBase64()).contains("type='result'"));
        QVERIFY(!session.ended());
    }

    void brokenBytesEndIt_data()
    {
        QTest::addColumn<int>("seq");
        QTest::addColumn<QByteArray>("base64");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no base64") << 0 << QByteArray("AAA!") << QByteArray("bad-request");
        QTest::newRow("a block is missing") << 1 << QByteArray("AAAA") << QByteArray("unexpected-request");
        QTest::newRow("over the block size") << 0 << QByteArray(4097, 'x').toBase64() << QByteArray("bad-request");
        QTest::newRow("empty") << 0 << QByteArray() << QByteArray("bad-request");
    }
    void brokenBytesEndIt()
    {
        QFETCH(const int, seq);
        QFETCH(const QByteArray, base64);
        QFETCH(const QByteArray, answer);
        FileDialogue session;
        session.initiate(fileOf(data));
        session.accept();
        session.open();
        const QByteArray said = session.block(seq, base64);
        QVERIFY2(said.contains(answer) && said.contains("session-terminate"), said.constData());
        QCOMPARE(session.ended(), std::optional(FileStage::Broken));
        // And nothing can be added.
        QVERIFY(!session.block(0, "AAAA").contains("type='result'"));
        QVERIFY(session.received().isEmpty());
    }

    void moreThanAnnouncedEndsIt()
    {
        FileDialogue session;
        session.initiate(fileOf("12345"));
        session.accept();
        session.open();
        QVERIFY(session.block(0, QByteArray("123456").toBase64()).contains("file-too-large"));
        QCOMPARE(session.ended(), std::optional(FileStage::Broken));
    }

    void lessThanAnnouncedIsDiscarded()
    {
        FileDialogue session;
        session.initiate(fileOf(data));
        session.accept();
        session.open();
        session.block(0, data.left(4096).toBase64());
        session.close();
        QCOMPARE(session.ended(), std::optional(FileStage::Broken));
    }

    void theHashDecides()
    {
        FileDialogue session;
        session.initiate(fileOf(data) + sha256Of("something else"));
        session.accept();
        session.sendAll(data);
        QVERIFY(session.close().contains("media-error"));
        QCOMPARE(session.ended(), std::optional(FileStage::WrongHash));
    }

    void aPromisedHashIsWaitedFor()
    {
        const auto come = [&](FileDialogue &session) {
            session.initiate(fileOf(data) + "<hash-used xmlns='urn:xmpp:hashes:2' algo='sha-256'/>");
            session.accept();
            session.sendAll(data);
            session.close();
            return session.received().isEmpty() && !session.ended();
        };
        const auto checksum = [](const QByteArray &of) {
            return "<checksum xmlns='urn:xmpp:jingle:apps:file-transfer:5' creator='initiator' name='a-file'><file>"
                   + sha256Of(of) + "</file></checksum>";
        };
        FileDialogue session;
        QVERIFY(come(session));
        QVERIFY(session.jingle("session-info", checksum(data)).contains("<success"));
        QCOMPARE(session.received(), data);
        FileDialogue wrong;
        QVERIFY(come(wrong));
        wrong.jingle("session-info", checksum("other"));
        QCOMPARE(wrong.ended(), std::optional(FileStage::WrongHash));
        FileDialogue never;
        QVERIFY(come(never));
        never.dialogue.now += 31s;
        never.files.tick();
        QCOMPARE(never.ended(), std::optional(FileStage::WrongHash));
    }

    void itsSenderMayTakeItBack()
    {
        FileDialogue session;
        session.initiate(fileOf(data));
        session.jingle("session-terminate", "<reason><cancel/></reason>");
        QCOMPARE(session.ended(), std::optional(FileStage::Withdrawn));
        FileDialogue gone;
        gone.streamInitiation("name='a.pdf' size='5'");
        gone.files.onGone(*model::Jid::parse(QString::fromUtf8(bob)));
        QCOMPARE(gone.ended(), std::optional(FileStage::Withdrawn));
    }

    void theEndOfASessionMayComeForTheEndOfItsStream()
    {
        FileDialogue session;
        session.initiate(fileOf(data));
        session.accept();
        session.sendAll(data);
        QVERIFY(!session.jingle("session-terminate", "<reason><success/></reason>").contains("session-terminate"));
        QCOMPARE(session.received(), data);
    }

    void timeIsLimited_data()
    {
        QTest::addColumn<bool>("accepts");
        QTest::addColumn<bool>("opens");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<FileStage>("stage");
        QTest::newRow("nobody answers") << false << false << 30 * 60 + 1 << FileStage::Withdrawn;
        QTest::newRow("never opened") << true << false << 61 << FileStage::Broken;
        QTest::newRow("idle") << true << true << 121 << FileStage::Broken;
    }
    void timeIsLimited()
    {
        QFETCH(const bool, accepts);
        QFETCH(const bool, opens);
        QFETCH(const int, seconds);
        QFETCH(const FileStage, stage);
        FileDialogue session;
        session.initiate(fileOf(data));
        if (accepts)
            session.accept();
        if (opens)
            session.open();
        session.dialogue.now += std::chrono::seconds(seconds - 2);
        session.files.tick();
        QVERIFY(!session.ended());
        session.dialogue.now += 2s;
        session.dialogue.take();
        session.files.tick();
        QVERIFY(session.dialogue.take().contains("<timeout"));
        QCOMPARE(session.ended(), std::optional(stage));
    }

    void oneAtATimeOfEachContact()
    {
        FileDialogue session;
        session.initiate(fileOf(data));
        session.accept();
        session.initiate(fileOf(data), socksTransport, bob, "second");
        session.accept();
        QVERIFY(!session.accepted);
        session.sendAll(data);
        session.close();
        session.accept();
        QVERIFY(session.accepted); // it waited for its turn
    }

    void fiveOffersAMinute()
    {
        FileDialogue session;
        for (int n = 0; n < 5; ++n)
            QVERIFY(session.initiate(fileOf(data), socksTransport, bob, QByteArray::number(n).constData())
                        .contains("type='result'"));
        QVERIFY(session.initiate(fileOf(data), socksTransport, bob, "6").contains("resource-constraint"));
        QVERIFY(session.initiate(fileOf(data), socksTransport, "bob@b.example/phone", "7").contains("resource-constraint"));
        session.dialogue.now += 61s;
        QVERIFY(session.initiate(fileOf(data), socksTransport, bob, "8").contains("type='result'"));
        session.initiate(fileOf(data), socksTransport, bob, "9");
        session.initiate(fileOf(data), socksTransport, bob, "10");
        QVERIFY(
            session.initiate(fileOf(data), socksTransport, bob, "11").contains("resource-constraint")); // eight wait already
    }

    void aCutEndsThemAll()
    {
        FileDialogue session;
        session.initiate(fileOf(data));
        session.files.onLost();
        QCOMPARE(session.ended(), std::optional(FileStage::Withdrawn));
        FileDialogue coming;
        coming.initiate(fileOf(data));
        coming.accept();
        coming.open();
        coming.files.onLost();
        QCOMPARE(coming.ended(), std::optional(FileStage::Broken));
    }
};

ISTHMUS_TEST(tst_filesessions)
#include "tst_filesessions.moc"

#include "core/engine/Timeline.h"
#include "core/xmpp/XmppTransport.h"
#include "tests/engine/Fixture.h"
#include "tests/support/Foreign.h"
#include "tests/support/TestMain.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace isthmus;
using namespace isthmus::test;
using model::DeliveryStage;

namespace {

QString longText(int bytes)
{
    QString text;
    for (int n = 0; text.toUtf8().size() < bytes; ++n)
        text += QStringLiteral("Line %1: naïve, 漢字, 👍🏽 and a blank.\n").arg(n);
    return text;
}

/// The whole program but for its window, on real servers; chat only.
class Household
{
public:
    Household(Servers &servers, const ServerAccount &account)
    {
        engine::EngineParts parts;
        parts.databasePath = m_dir.filePath(QStringLiteral("profile.sqlite"));
        parts.reader = std::make_unique<ReaderInProcess>();
        parts.secrets = std::make_unique<Passwords>(m_passwords);
        wire::WireConfig wire;
        wire.caFile = servers.caFile();
        wire.dns = wire::DnsServer::parse(servers.dns()).value();
        parts.chatTransport = [wire](const model::Account &owner, const QString &password) {
            return std::make_unique<xmpp::XmppTransport>(owner, password, wire);
        };
        parts.mailTransport = [](const model::Account &, const QString &) { return std::make_unique<PlayedServer>(); };
        auto opened = engine::Engine::open(std::move(parts));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        engine = std::move(opened).value();
        model::AccountPlan plan;
        plan.chat.endpoints.push_back({model::Protocol::Xmpp, servers.address(), servers.port(QStringLiteral("xmpp")),
                                       model::Security::StartTls, QStringLiteral("isthmus.test"), account.address,
                                       model::PlanSource::Manual});
        const auto id = wait(engine->accounts().signIn(mailAddress(account.address.toUtf8().constData()), account.password,
                                                       plan, true, false));
        if (!id)
            qFatal("%s", qPrintable(id.error().detail));
    }
    /// His conversation, once he is in the contact list.
    void talkTo(const QString &address)
    {
        const model::Jid jid = *model::Jid::parse(address);
        QTRY_VERIFY_WITH_TIMEOUT(engine->contacts().personOf(jid).has_value(), 30'000);
        timeline = std::make_unique<engine::Timeline>(*engine, *engine->contacts().personOf(jid));
    }
    [[nodiscard]] model::Availability availability() const
    {
        const auto contact = engine->contacts().contact(timeline->person());
        return contact ? contact->presence.availability : model::Availability::Unknown;
    }
    void say(const QString &text)
    {
        model::Draft draft;
        draft.person = timeline->person();
        draft.text = text;
        draft.user = model::Channel::Chat;
        const auto sent = wait(engine->outbox().send(draft));
        QVERIFY2(sent.ok(), sent ? "" : qPrintable(sent.error().detail));
        QTRY_VERIFY(!timeline->items().empty());
    }

private:
    QTemporaryDir m_dir;
    QHash<QString, QString> m_passwords;

public:
    std::unique_ptr<engine::Engine> engine;
    std::unique_ptr<engine::Timeline> timeline;
};

/// One of our programs and somebody else, who know each other.
struct Meeting {
    ServerAccount mine;
    ServerAccount other;
    explicit Meeting(Servers &servers)
        : mine(servers.createAccount(QStringLiteral("long"))), other(servers.createAccount(QStringLiteral("peer")))
    {
        servers.befriend(mine, other);
    }
};

}

/// Texts that are too long for one message, against a real server (issue: large messages, live).
class tst_longtexts : public QObject
{
    Q_OBJECT
    Servers *m_servers = nullptr;

    /// Two of our programs; what one says is one message at the other, to the last character.
    void fromOneToTheOther(const QString &text, const engine::LongTexts &settings)
    {
        const Meeting meeting(*m_servers);
        Household me(*m_servers, meeting.mine);
        Household you(*m_servers, meeting.other);
        me.talkTo(meeting.other.address);
        you.talkTo(meeting.mine.address);
        QTRY_COMPARE_WITH_TIMEOUT(me.availability(), model::Availability::Online, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(you.availability(), model::Availability::Online, 30'000);
        me.engine->outbox().setLongTexts(settings);
        me.say(text);
        QTRY_COMPARE_WITH_TIMEOUT(me.timeline->items().size(), 1u, 5'000);
        QTRY_COMPARE_WITH_TIMEOUT(me.timeline->items().front().delivery.stage, DeliveryStage::Delivered, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(you.timeline->items().size(), 1u, 10'000);
        const model::Item &item = you.timeline->items().front();
        QCOMPARE(item.text, text);
        QCOMPARE(item.flags, QStringList());
        QCOMPARE(item.kind, model::ItemKind::Bubble);
        // The next one comes after it, and as itself.
        me.say(QStringLiteral("that was long"));
        QTRY_COMPARE_WITH_TIMEOUT(you.timeline->items().size(), 2u, 10'000);
        QCOMPARE(you.timeline->items().back().text, QStringLiteral("that was long"));
    }

    /// What lies behind the link, as any program fetches it.
    QByteArray fetched(const QString &url)
    {
        QNetworkAccessManager manager;
        QNetworkRequest request{QUrl(url)};
        // The name of the upload host is known to the test's name server only.
        QUrl address = request.url();
        const QString host = address.host();
        address.setHost(m_servers->address());
        request.setUrl(address);
        request.setRawHeader("Host", host.toLatin1() + ':' + QByteArray::number(address.port()));
        request.setPeerVerifyName(host);
        QSslConfiguration tls = request.sslConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(m_servers->caFile()));
        request.setSslConfiguration(tls);
        const std::unique_ptr<QNetworkReply> reply(manager.get(request));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 20'000) || reply->error() != QNetworkReply::NoError)
            qWarning() << reply->errorString();
        return reply->readAll();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_servers = &Servers::shared();
        QVERIFY2(m_servers->problem().isEmpty(), qPrintable(m_servers->problem()));
    }

    void sixtyKilobytesInSegmentsAreOneMessage()
    {
        engine::LongTexts settings;
        settings.segmentsAtMost = 0;
        fromOneToTheOther(longText(60'000), settings);
    }

    void twoHundredKilobytesGoThroughASession()
    {
        engine::LongTexts settings;
        settings.inBand = true;
        fromOneToTheOther(longText(200'000), settings);
    }

    void sixtyKilobytesInSegmentsAreReadableInAPlainProgram()
    {
        const Meeting meeting(*m_servers);
        ForeignXmpp peer(*m_servers, meeting.other);
        peer.online();
        Household me(*m_servers, meeting.mine);
        me.talkTo(meeting.other.address);
        QTRY_COMPARE_WITH_TIMEOUT(me.availability(), model::Availability::Online, 30'000);
        engine::LongTexts settings;
        settings.segmentsAtMost = 0;
        me.engine->outbox().setLongTexts(settings);
        const QString text = longText(60'000);
        me.say(text);
        QTRY_COMPARE_WITH_TIMEOUT(me.timeline->items().front().delivery.stage, DeliveryStage::Sent, 60'000);
        // Complete and in order: the numbers that a reader sees, and between them the text.
        static const QRegularExpression number(QStringLiteral("^\\((\\d+)/(\\d+)\\) "));
        QString together;
        int count = 0;
        int of = 0;
        do {
            const QString body = peer.take(QStringLiteral("message")).value(QStringLiteral("body")).toString();
            const QRegularExpressionMatch match = number.match(body);
            QVERIFY2(match.hasMatch(), qPrintable(body.left(40)));
            QCOMPARE(match.captured(1).toInt(), ++count);
            of = match.captured(2).toInt();
            together += body.mid(match.capturedLength());
        } while (count < of);
        QVERIFY(of > 40);
        QCOMPARE(together, text);
    }

    void byDefaultAPlainProgramGetsALink_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("60 kB") << 60'000;
        QTest::newRow("200 kB") << 200'000;
    }
    void byDefaultAPlainProgramGetsALink()
    {
        QFETCH(const int, bytes);
        const Meeting meeting(*m_servers);
        ForeignXmpp peer(*m_servers, meeting.other);
        peer.online();
        Household me(*m_servers, meeting.mine);
        me.talkTo(meeting.other.address);
        QTRY_COMPARE_WITH_TIMEOUT(me.availability(), model::Availability::Online, 30'000);
        const QString text = longText(bytes);
        me.say(text);
        QTRY_COMPARE_WITH_TIMEOUT(me.timeline->items().front().delivery.stage, DeliveryStage::Sent, 60'000);
        QCOMPARE(me.timeline->items().front().text, text);
        const QString body = peer.take(QStringLiteral("message")).value(QStringLiteral("body")).toString();
        QVERIFY(text.startsWith(body.left(1000)));
        static const QRegularExpression link(
            QStringLiteral("\\[message continues: (https://upload\\.isthmus\\.test:\\S+)\\]$"));
        const QRegularExpressionMatch match = link.match(body);
        QVERIFY2(match.hasMatch(), qPrintable(body.right(200)));
        QCOMPARE(QString::fromUtf8(fetched(match.captured(1))), text);
    }

    void aFileGoesAsALink()
    {
        const Meeting meeting(*m_servers);
        ForeignXmpp peer(*m_servers, meeting.other);
        peer.online();
        Household me(*m_servers, meeting.mine);
        me.talkTo(meeting.other.address);
        QTRY_COMPARE_WITH_TIMEOUT(me.availability(), model::Availability::Online, 30'000);
        model::Draft draft;
        draft.person = me.timeline->person();
        draft.text = QStringLiteral("here it is");
        draft.user = model::Channel::Chat;
        draft.files = {{QStringLiteral("plan.bin"), QStringLiteral("application/octet-stream"), QByteArray(5'000, 'x')}};
        QVERIFY(wait(me.engine->outbox().send(draft)));
        QTRY_COMPARE_WITH_TIMEOUT(me.timeline->items().size(), 1u, 5'000);
        QTRY_COMPARE_WITH_TIMEOUT(me.timeline->items().front().delivery.stage, DeliveryStage::Sent, 60'000);
        peer.takeMessage(QStringLiteral("here it is"));
        const QJsonObject file = peer.take(QStringLiteral("message"));
        const QString url = file.value(QStringLiteral("body")).toString();
        QVERIFY2(url.startsWith(QStringLiteral("https://upload.isthmus.test:")), qPrintable(url));
        QVERIFY(file.value(QStringLiteral("xml")).toString().contains(QStringLiteral("jabber:x:oob")));
        QCOMPARE(fetched(url), QByteArray(5'000, 'x'));
        QCOMPARE(me.timeline->items().front().attachments.front().url, url);
    }
};

ISTHMUS_TEST(tst_longtexts)
#include "tst_longtexts.moc"

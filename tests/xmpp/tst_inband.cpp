#include "core/interworking/LargeText.h"
#include "core/stanza/MessageCodec.h"
#include "core/xmpp/InBand.h"
#include "core/xmpp/Upload.h"
#include "tests/support/TestMain.h"
#include "tests/xmpp/Dialogue.h"
#include "tests/xmpp/Stanza.h"

using namespace isthmus;
using namespace isthmus::test;
using base::Fault;

namespace {

QString longText(int bytes)
{
    QString text;
    for (int n = 0; text.toUtf8().size() < bytes; ++n)
        text += QStringLiteral("Line %1: naïve, 漢字, 👍🏽.\n").arg(n);
    return text;
}

model::Jid jid(const char *text)
{
    return *model::Jid::parse(QString::fromUtf8(text));
}

/// One end: a signed-in client with its sessions.
struct Side {
    QByteArray address;
    Dialogue dialogue;
    std::vector<model::InstantMessage> arrived;
    bool isKnown = true;
    std::unique_ptr<xmpp::InBand> sessions;
    std::optional<base::Result<base::Done>> result;

    explicit Side(const char *full) : address(full)
    {
        dialogue.signInPlainly();
        sessions = std::make_unique<xmpp::InBand>(xmpp::InBand::Outlet{
            [this] { return std::shared_ptr<xmpp::GlooxClient>(std::shared_ptr<void>(), dialogue.client.get()); },
            [this](model::InstantMessage message) { arrived.push_back(std::move(message)); },
            [this] { return dialogue.now; }});
        dialogue.onMessage = [this](const gloox::Tag &tag) { sessions->onMessage(stanza::fromTag(tag), isKnown); };
        dialogue.onRequest = [this](const gloox::Tag &tag) { return sessions->onRequest(tag); };
    }
    /// What it has written, as the other side's server hands it on.
    QByteArray passOn()
    {
        static const QRegularExpression begin(QStringLiteral("<(iq|message)\\b[^>]*>"));
        static const QRegularExpression sender(QStringLiteral(" from='[^']*'"));
        QString text = QString::fromUtf8(dialogue.take());
        qsizetype at = 0;
        for (QRegularExpressionMatch match; (match = begin.match(text, at)).hasMatch();) {
            QString tag = match.captured().remove(sender);
            tag.insert(match.captured(1).size() + 1, QStringLiteral(" from='%1'").arg(QString::fromUtf8(address)));
            text.replace(match.capturedStart(), match.capturedLength(), tag);
            at = match.capturedStart() + tag.size();
        }
        return text.toUtf8();
    }
    void send(const QString &text, const char *to = "you@b.example")
    {
        model::InstantMessage message;
        message.type = model::InstantMessage::Type::Chat;
        message.from = jid(address.constData()).bare();
        message.to = jid(to);
        message.id = message.originId = QStringLiteral("long-1");
        interworking::Ctx ctx;
        ctx.policy.large = interworking::Policy::Large::Ibb;
        ctx.peer = interworking::Peer{jid("you@b.example/r"), {interworking::ns::email, interworking::ns::ibb}};
        const auto laidOut = interworking::layOutText(message, {}, text, {}, ctx);
        sessions->send({laidOut.stanzas.front(), text}, {jid("you@b.example/r")},
                       [this](const base::Result<base::Done> &done) { result = done; });
    }
};

/// Two of them, and the servers between.
struct Pair {
    Side me{"me@a.example/r"};
    Side you{"you@b.example/r"};

    /// Hands over what is written until nobody says anything more.
    void run(const std::function<QByteArray(QByteArray)> &onTheWay = {})
    {
        for (int round = 0; round < 1000; ++round) {
            QByteArray there = me.passOn();
            if (onTheWay)
                there = onTheWay(there);
            const bool silent = there.isEmpty();
            if (!silent)
                you.dialogue.says(there);
            const QByteArray back = you.passOn();
            if (!back.isEmpty())
                me.dialogue.says(back);
            if (silent && back.isEmpty())
                return;
        }
        qFatal("they never end");
    }
};

QByteArray slot(const QByteArray &put, const QByteArray &get, const QByteArray &headers = {})
{
    return "<iq type='result' id='1'><slot xmlns='urn:xmpp:http:upload:0'><put url='" + put + "'>" + headers
           + "</put><get url='" + get + "'/></slot></iq>";
}

}

class tst_inband : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWholeTextArrives()
    {
        Pair pair;
        const QString text = longText(200'000);
        pair.me.send(text);
        pair.run();
        QVERIFY(pair.me.result);
        QVERIFY2(pair.me.result->ok(), pair.me.result->ok() ? "" : qPrintable(pair.me.result->error().detail));
        QCOMPARE(pair.you.arrived.size(), 1u);
        const model::InstantMessage &message = pair.you.arrived.front();
        QCOMPARE(message.bodies.front().text, text);
        QCOMPARE(message.id, QStringLiteral("long-1"));
        QCOMPARE(message.from, jid("me@a.example/r"));
        QVERIFY(message.receiptRequest && !message.email && message.fallbacks.empty());
    }

    void aPlainProgramIsNotAsked()
    {
        Pair pair;
        // Its answer to disco#info names nothing that we need.
        pair.me.send(longText(5'000));
        const QByteArray asked = pair.me.dialogue.take();
        QVERIFY(asked.contains("disco#info"));
        static const QRegularExpression id(QStringLiteral("id='([^']+)'"));
        pair.me.dialogue.says("<iq type='result' from='you@b.example/r' id='"
                              + id.match(QString::fromUtf8(asked)).captured(1).toUtf8()
                              + "'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>");
        QVERIFY(pair.me.result && !pair.me.result->ok());
        QCOMPARE(pair.me.result->error().fault, Fault::Unsupported);
        QVERIFY(pair.me.dialogue.take().isEmpty());
    }

    void strangersFallBack()
    {
        Pair pair;
        pair.you.isKnown = false;
        pair.me.send(longText(5'000));
        pair.run();
        QVERIFY(pair.me.result && !pair.me.result->ok());
        QCOMPARE(pair.me.result->error().fault, Fault::Unsupported); // the caller takes another way
        QVERIFY(pair.you.arrived.empty());
    }

    void whatIsChangedOnItsWayIsRefused_data()
    {
        QTest::addColumn<QByteArray>("is");
        QTest::addColumn<QByteArray>("becomes");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("a block is missing")
            << QByteArray("seq='1'") << QByteArray("seq='2'") << QByteArray("unexpected-request");
        QTest::newRow("no base64") << QByteArray("seq='1'>") << QByteArray("seq='1'>!") << QByteArray("bad-request");
        QTest::newRow("another session") << QByteArray("<data sid='long-1' seq='1'>")
                                         << QByteArray("<data sid='long-2' seq='1'>") << QByteArray("item-not-found");
        QTest::newRow("another text") << QByteArray("sha256='") << QByteArray("sha256='00") << QByteArray();
    }
    void whatIsChangedOnItsWayIsRefused()
    {
        QFETCH(const QByteArray, is);
        QFETCH(const QByteArray, becomes);
        QFETCH(const QByteArray, answer);
        Pair pair;
        pair.me.send(longText(20'000));
        QByteArray said;
        bool changed = false;
        for (int round = 0; round < 200; ++round) {
            QByteArray there = pair.me.passOn();
            if (there.contains(" xmlns='http://jabber.org/protocol/ibb'"))
                there.replace(" xmlns='http://jabber.org/protocol/ibb'", "")
                    .replace("<data ", "<data xmlns='http://jabber.org/protocol/ibb' ")
                    .replace("<open ", "<open xmlns='http://jabber.org/protocol/ibb' ")
                    .replace("<close ", "<close xmlns='http://jabber.org/protocol/ibb' ");
            QByteArray from = is;
            from.replace("<data ", "<data xmlns='http://jabber.org/protocol/ibb' ");
            QByteArray to = becomes;
            to.replace("<data ", "<data xmlns='http://jabber.org/protocol/ibb' ");
            if (is == "sha256='") {
                // 64 digits remain, of another text.
                const qsizetype at = there.indexOf(is);
                if (at >= 0) {
                    there[at + 8] = there[at + 8] == '0' ? '1' : '0';
                    changed = true;
                }
            } else if (there.contains(from)) {
                there.replace(from, to);
                changed = true;
            }
            if (!there.isEmpty())
                pair.you.dialogue.says(there);
            const QByteArray back = pair.you.passOn();
            said += back;
            if (!back.isEmpty())
                pair.me.dialogue.says(back);
            if (there.isEmpty() && back.isEmpty())
                break;
        }
        QVERIFY(changed);
        QVERIFY2(said.contains(answer), said.constData());
        QVERIFY(pair.you.arrived.empty());
        QVERIFY(pair.me.result);
        if (is == "sha256='")
            QVERIFY(said.contains("not-acceptable")); // as an error for the announcement
        else
            QVERIFY(!pair.me.result->ok());
    }

    void aCutIsUncertain()
    {
        Pair pair;
        pair.me.send(longText(20'000));
        pair.you.dialogue.says(pair.me.passOn());
        pair.me.sessions->onLost();
        QVERIFY(pair.me.result && !pair.me.result->ok());
        QCOMPARE(pair.me.result->error().fault, Fault::ConnectionLost);
        QVERIFY(!pair.me.sessions->isBusy());
    }

    void silenceEndsIt()
    {
        Pair pair;
        pair.me.send(longText(20'000));
        // The open arrives, and then nothing more.
        pair.you.dialogue.says(pair.me.passOn());
        pair.me.dialogue.says(pair.you.passOn());
        pair.you.dialogue.says(pair.me.passOn());
        pair.you.dialogue.take();
        pair.me.dialogue.now += std::chrono::minutes(16);
        pair.you.dialogue.now += std::chrono::minutes(16);
        pair.me.dialogue.client->expireRequests();
        pair.me.sessions->tick();
        pair.you.sessions->tick();
        QVERIFY(pair.me.result && !pair.me.result->ok());
        QVERIFY(!pair.you.sessions->isBusy());
        QVERIFY(pair.you.dialogue.take().contains("remote-server-timeout"));
    }

    void slotsMustBeSafe()
    {
        const QByteArray good = "https://up.example/a/b.txt";
        const auto found = xmpp::readUploadSlot(
            *tag(slot(good, good,
                      "<header name='Authorization'>Basic x\ny</header><header name='Host'>evil</header>"
                      "<header name='cookie'>a=b</header>")));
        QVERIFY(found);
        QCOMPARE(found->put, QUrl(QStringLiteral("https://up.example/a/b.txt")));
        QCOMPARE(found->headers, (wire::Http::Headers{{"Authorization", "Basic xy"}, {"cookie", "a=b"}}));
        for (const QByteArray bad : {"http://up.example/a", "https://user@up.example/a", "file:///etc/passwd", ""}) {
            QVERIFY(!xmpp::readUploadSlot(*tag(slot(bad, good))));
            QVERIFY(!xmpp::readUploadSlot(*tag(slot(good, bad))));
        }
    }

    void theServiceNamesItsLimit()
    {
        const QByteArray open = "<iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'>";
        const QByteArray feature = "<feature var='urn:xmpp:http:upload:0'/>";
        const QByteArray form = "<x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE'><value>urn:xmpp:http:upload:0"
                                "</value></field><field var='max-file-size'><value>1000</value></field></x>";
        QVERIFY(!xmpp::readUploadService(*tag(open + "</query></iq>")));
        QCOMPARE(xmpp::readUploadService(*tag(open + feature + "</query></iq>")), std::optional<std::uint64_t>(0));
        QCOMPARE(xmpp::readUploadService(*tag(open + feature + form + "</query></iq>")), std::optional<std::uint64_t>(1000));
    }
};

ISTHMUS_TEST(tst_inband)
#include "tst_inband.moc"

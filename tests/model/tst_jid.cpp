#include "core/model/Jid.h"

#include "tests/support/TestMain.h"

using namespace isthmus::model;

class tst_jid : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical"); // empty: refused
        QTest::newRow("bare") << "alice@chat.example"
                              << "alice@chat.example";
        QTest::newRow("full") << "alice@chat.example/Phone"
                              << "alice@chat.example/Phone";
        QTest::newRow("domain only") << "chat.example"
                                     << "chat.example";
        QTest::newRow("localpart and domain are case-mapped") << "Alice@Chat.Example"
                                                              << "alice@chat.example";
        QTest::newRow("trailing dot goes") << "a@chat.example."
                                           << "a@chat.example";
        QTest::newRow("U-label equals its A-label") << QStringLiteral("a@bücher.example") << "a@xn--bcher-kva.example";
        QTest::newRow("escapes stay") << "a\\40b@gw.example"
                                      << "a\\40b@gw.example";
        QTest::newRow("slash in the resource") << "a@b.example/x/y@z"
                                               << "a@b.example/x/y@z";
        QTest::newRow("longest part") << QString(1023, u'a') + QStringLiteral("@b.example")
                                      << QString(1023, u'a') + QStringLiteral("@b.example");
        QTest::newRow("part too long") << QString(1024, u'a') + QStringLiteral("@b.example") << "";
        QTest::newRow("empty localpart") << "@b.example"
                                         << "";
        QTest::newRow("empty resource") << "a@b.example/"
                                        << "";
        QTest::newRow("empty domain") << "a@"
                                      << "";
        QTest::newRow("two at signs") << "a@b@c.example"
                                      << "";
        QTest::newRow("blank in localpart") << "a b@c.example"
                                            << "";
        QTest::newRow("blank in domain") << "a@ex ample"
                                         << "";
        QTest::newRow("quote in localpart") << "a\"b@c.example"
                                            << "";
        QTest::newRow("control character") << QStringLiteral("a\u0001@c.example") << "";
        QTest::newRow("line end in resource") << "a@c.example/x\ny"
                                              << "";
        QTest::newRow("label that begins with a hyphen") << "a@-c.example"
                                                         << "";
        QTest::newRow("label too long") << QStringLiteral("a@%1.example").arg(QString(64, u'c')) << "";
    }
    void parse()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const auto jid = Jid::parse(text);
        QCOMPARE(jid ? jid->toString() : QString(), canonical);
        if (jid)
            QCOMPARE(Jid::parse(jid->toString()).value(), jid.value());
    }
    void partsDoNotLeakIntoTheNextOne()
    {
        const Jid full = Jid::parse(u"a@b.example/c").value();
        QCOMPARE(full.bare().toString(), QStringLiteral("a@b.example"));
        QCOMPARE(full.withResource(u"d").value().toString(), QStringLiteral("a@b.example/d"));
        QVERIFY(!full.withResource(u"").ok());
        QVERIFY(!Jid().withResource(u"x").ok());
    }
};

ISTHMUS_TEST(tst_jid)
#include "tst_jid.moc"

#include "core/xmpp/Login.h"
#include "core/xmpp/Scram.h"

#include "tests/support/TestMain.h"

using namespace isthmus::xmpp;
using isthmus::base::Fault;

class tst_login : public QObject
{
    Q_OBJECT
private:
    static Scram rfc7677()
    {
        return Scram(Scram::Hash::Sha256, QStringLiteral("user"), QStringLiteral("pencil"), "rOprNGfwEbeRWgbNEkqO");
    }

private Q_SLOTS:
    void exampleOfRfc5802()
    {
        Scram scram(Scram::Hash::Sha1, QStringLiteral("user"), QStringLiteral("pencil"), "fyko+d2lbbFgONRv9qkxdawL");
        QCOMPARE(scram.clientFirst(), QByteArray("n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL"));
        const auto proof = scram.clientFinal("r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096");
        QCOMPARE(*proof, QByteArray("c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,"
                                    "p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts="));
        QVERIFY(scram.verify("v=rmF9pqV8S7suAoZWja4dJRkFsKQ=").ok());
    }
    void exampleOfRfc7677()
    {
        Scram scram = rfc7677();
        const auto proof =
            scram.clientFinal("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
        QCOMPARE(*proof, QByteArray("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                                    "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="));
        QVERIFY(scram.verify("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=").ok());
    }
    void liesOfTheServer_data()
    {
        QTest::addColumn<QByteArray>("first");
        const QByteArray nonce = "r=rOprNGfwEbeRWgbNEkqOmore";
        QTest::newRow("nonce not ours") << QByteArray("r=other,s=QSXCR+Q6sek8bf92,i=4096");
        QTest::newRow("nonce not extended") << QByteArray("r=rOprNGfwEbeRWgbNEkqO,s=QSXCR+Q6sek8bf92,i=4096");
        QTest::newRow("few iterations") << nonce + ",s=QSXCR+Q6sek8bf92,i=1";
        QTest::newRow("endless iterations") << nonce + ",s=QSXCR+Q6sek8bf92,i=2000000000";
        QTest::newRow("no number") << nonce + ",s=QSXCR+Q6sek8bf92,i=4096x";
        QTest::newRow("no salt") << nonce + ",s=,i=4096";
        QTest::newRow("salt is no Base64") << nonce + ",s=%%%%,i=4096";
        QTest::newRow("mandatory extension") << "m=x," + nonce + ",s=QSXCR+Q6sek8bf92,i=4096";
        QTest::newRow("attribute twice") << nonce + ",s=QSXCR+Q6sek8bf92,i=4096,i=4097";
        QTest::newRow("empty") << QByteArray();
    }
    void liesOfTheServer()
    {
        QFETCH(const QByteArray, first);
        Scram scram = rfc7677();
        const auto proof = scram.clientFinal(first);
        QVERIFY(!proof);
        QCOMPARE(proof.error().fault, Fault::ProtocolBroken);
    }
    void serverThatDoesNotKnowThePasswordIsFound()
    {
        Scram scram = rfc7677();
        QVERIFY(scram.clientFinal("r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096").ok());
        QVERIFY(!scram.verify("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=").ok());
        QVERIFY(!scram.verify("v=").ok());
        QVERIFY(!scram.verify("").ok());
        QCOMPARE(scram.verify("e=invalid-proof").error().fault, Fault::AuthRejected);
    }
    void proofBeforeTheChallengeIsNone() { QVERIFY(!rfc7677().verify("v=").ok()); }
    void separatorsInNamesAreEscaped()
    {
        const Scram scram(Scram::Hash::Sha1, QStringLiteral("a=b,c"), QStringLiteral("x"), "n");
        QCOMPARE(scram.clientFirst(), QByteArray("n,,n=a=3Db=2Cc,r=n"));
    }
    void passwordsArePrepared_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("prepared");
        // RFC 4013 3.
        QTest::newRow("soft hyphen") << QStringLiteral("I\u00ADX") << QStringLiteral("IX");
        QTest::newRow("unchanged") << QStringLiteral("user") << QStringLiteral("user");
        QTest::newRow("case") << QStringLiteral("USER") << QStringLiteral("USER");
        QTest::newRow("NFKC") << QStringLiteral("\u00AA") << QStringLiteral("a");
        QTest::newRow("roman nine") << QStringLiteral("\u2168") << QStringLiteral("IX");
        QTest::newRow("space") << QStringLiteral("a\u00A0b") << QStringLiteral("a b");
        QTest::newRow("emoji") << QStringLiteral("\U0001F600") << QStringLiteral("\U0001F600");
    }
    void passwordsArePrepared()
    {
        QFETCH(const QString, given);
        QFETCH(const QString, prepared);
        QCOMPARE(*saslPrepared(given), prepared);
    }
    void controlCharacterInAPasswordIsRefused()
    {
        QCOMPARE(saslPrepared(QStringLiteral("a\u0007")).error().fault, Fault::Malformed);
    }
    void challengeToPlainIsRefused()
    {
        auto login = Login::begin({QStringLiteral("PLAIN")}, QStringLiteral("u"), QStringLiteral("p"), "n");
        QVERIFY(login.ok());
        QVERIFY(!login->onChallenge("anything").ok());
    }
    void proofMayComeAsAChallenge()
    {
        auto login = Login::begin({QStringLiteral("SCRAM-SHA-256")}, QStringLiteral("user"), QStringLiteral("pencil"),
                                  "rOprNGfwEbeRWgbNEkqO");
        QVERIFY(login
                    ->onChallenge("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,"
                                  "i=4096")
                    .ok());
        QCOMPARE(*login->onChallenge("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="), QByteArray());
        QVERIFY(login->onSuccess({}).ok());
    }
};

ISTHMUS_TEST(tst_login)
#include "tst_login.moc"

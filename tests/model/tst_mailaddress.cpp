#include "core/model/MailAddress.h"

#include "tests/support/TestMain.h"

using namespace isthmus::model;

class tst_mailaddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("printed"); // empty: refused
        QTest::newRow("plain") << "bob@example.net"
                               << "bob@example.net";
        QTest::newRow("spelling is kept") << "Bob.O'Neil@Example.NET"
                                          << "Bob.O'Neil@Example.NET";
        QTest::newRow("quoted local part") << "\"space cadet\"@example.net"
                                           << "\"space cadet\"@example.net";
        QTest::newRow("needless quotes go") << "\"bob\"@example.net"
                                            << "bob@example.net";
        QTest::newRow("at sign inside quotes") << "\"a@b\"@example.net"
                                               << "\"a@b\"@example.net";
        QTest::newRow("quoted pair") << "\"a\\\"b\"@example.net"
                                     << "\"a\\\"b\"@example.net";
        QTest::newRow("international") << QStringLiteral("jörg@bücher.example") << QStringLiteral("jörg@bücher.example");
        QTest::newRow("no at sign") << "bob"
                                    << "";
        QTest::newRow("two dots") << "a..b@example.net"
                                  << "";
        QTest::newRow("unquoted blank") << "a b@example.net"
                                        << "";
        QTest::newRow("open quote") << "\"a@example.net"
                                    << "";
        QTest::newRow("quote inside quotes") << "\"a\"b\"@example.net"
                                             << "";
        QTest::newRow("address literal") << "a@[127.0.0.1]"
                                         << "";
        QTest::newRow("CRLF in the domain, an SMTP injection") << "a@b.example>\r\nRCPT TO:<c@d.example"
                                                               << "";
        QTest::newRow("CRLF in quotes") << "\"a\r\nb\"@example.net"
                                        << "";
        QTest::newRow("bidi override") << QStringLiteral("a\u202Eb@example.net") << "";
        QTest::newRow("NUL") << QStringLiteral("a") + QChar(0) + QStringLiteral("@example.net") << "";
    }
    void parse()
    {
        QFETCH(QString, text);
        QFETCH(QString, printed);
        const auto address = MailAddress::parse(text);
        QCOMPARE(address ? address->toString() : QString(), printed);
        if (address)
            QCOMPARE(MailAddress::parse(address->toString()).value(), address.value());
    }
    void keyComparesMailboxes()
    {
        QCOMPARE(MailAddress::parse(u"Bob@Example.NET").value().key(), QStringLiteral("bob@example.net"));
        QCOMPARE(MailAddress::parse(QStringLiteral("b@BÜCHER.example")).value().key(),
                 QStringLiteral("b@xn--bcher-kva.example"));
    }
};

ISTHMUS_TEST(tst_mailaddress)
#include "tst_mailaddress.moc"

#include "core/mime/Addresses.h"
#include "core/mime/Charset.h"
#include "core/mime/Dates.h"
#include "core/mime/HeaderText.h"
#include "core/mime/MailReader.h"
#include "core/mime/Parameters.h"
#include "tests/support/TestMain.h"

using namespace Qt::StringLiterals;
using namespace isthmus;
using namespace isthmus::mime;

namespace {

QString shown(const model::MailboxList &list)
{
    QStringList all;
    for (const model::Mailbox &one : list)
        all << (one.name.isEmpty() ? one.address.toString() : u"%1 <%2>"_s.arg(one.name, one.address.toString()));
    return all.join(u" | "_s);
}

}

class tst_headers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAddresses_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *field, const QString &expected) {
            QTest::newRow(name) << QByteArray(field) << expected;
        };
        row("bare", "bob@example.net", u"bob@example.net"_s);
        row("case is kept", "Bob.O'Neil@Example.NET", u"Bob.O'Neil@Example.NET"_s);
        row("name", "Bob Miller <bob@example.net>", u"Bob Miller <bob@example.net>"_s);
        row("quoted name with comma and escape", "\"Miller, \\\"Bob\\\"\" <bob@example.net>, x@y.test",
            u"Miller, \"Bob\" <bob@example.net> | x@y.test"_s);
        row("quoted local part", "\"john doe\"@example.net", u"\"john doe\"@example.net"_s);
        row("backslash in a quoted local part", "\"c:\\\\5commas\"@example.net", u"\"c:\\\\5commas\"@example.net"_s);
        row("name that is an address: the angle wins", "a@b.c <e@f.g>", u"a@b.c <e@f.g>"_s);
        row("comment as name", "j@x.test (John (J.) Doe)", u"John (J.) Doe <j@x.test>"_s);
        row("comment in front", "(c) j@x.test", u"c <j@x.test>"_s);
        row("comments and blanks inside (RFC 5322 A.5)", "Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>",
            u"Pete <pete@silly.test>"_s);
        row("dots with blanks (obs-local-part)", "<a . b @ c . test>", u"a.b@c.test"_s);
        row("route", "<@a.test,@b.test:joe@c.test>", u"joe@c.test"_s);
        row("group", "Team: a@x.test, B <b@x.test>; c@x.test", u"a@x.test | B <b@x.test> | c@x.test"_s);
        row("empty group", "undisclosed-recipients:;", QString());
        row("semicolons as commas", "a@x.test; b@x.test", u"a@x.test | b@x.test"_s);
        row("empty entries", ",, a@x.test ,,", u"a@x.test"_s);
        row("words before a bare address", "John Doe j@x.test", u"John Doe <j@x.test>"_s);
        row("no closing angle", "Bob <bob@x.test", u"Bob <bob@x.test>"_s);
        row("encoded words", "=?utf-8?Q?J=C3=BCrgen?= =?utf-8?B?TcO8bGxlcg==?= <j@x.test>",
            u"J\u00fcrgenM\u00fcller <j@x.test>"_s);
        row("encoded word with parentheses and comma", "=?utf-8?Q?Bob_(x),_y?= <b@x.test>", u"Bob (x), y <b@x.test>"_s);
        row("encoded word in quotes", "\"=?utf-8?Q?J=C3=BCrgen?=\" <j@x.test>", u"J\u00fcrgen <j@x.test>"_s);
        row("UTF-8 (RFC 6532)", "J\xC3\xBCrgen <j\xC3\xBC@x.test>", u"J\u00fcrgen <j\u00fc@x.test>"_s);
        row("folded", "Bob\r\n <b@x.test>,\r\n\tc@x.test", u"Bob <b@x.test> | c@x.test"_s);
        row("no address", "MAILER-DAEMON", QString());
        row("address literal", "x@[1.2.3.4]", QString());
        row("domain with an underscore", "x@a_b.test", QString());
    }
    void readsAddresses()
    {
        QFETCH(QByteArray, field);
        QTEST(shown(readMailboxes(field, 1000).list), "expected");
    }

    void limitsAddresses()
    {
        QCOMPARE(readMailboxes(QByteArray("a@x.test,").repeated(5000), 1000).list.size(), 1000U);
        QVERIFY(readMailboxes("x@[1.2.3.4]", 10).malformed);
        QVERIFY(!readMailboxes("MAILER-DAEMON", 10).malformed);
        QVERIFY(readMailboxes("Team: a@x.test;", 10, Groups::Ignored).list.empty());
    }

    void readsDates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        const auto row = [](const char *name, const QString &text, const QString &utc) {
            QTest::newRow(name) << text << utc;
        };
        row("usual", u"Sat, 21 Nov 2026 18:15:00 +0800"_s, u"2026-11-21T10:15:00Z"_s);
        row("no weekday, no seconds", u"21 Nov 2026 10:15 -0330"_s, u"2026-11-21T13:45:00Z"_s);
        row("unknown zone -0000 is UTC", u"Sat, 21 Nov 2026 10:15:00 -0000"_s, u"2026-11-21T10:15:00Z"_s);
        row("leap second", u"Sat, 31 Dec 2016 23:59:60 +0000"_s, u"2016-12-31T23:59:59Z"_s);
        row("named zone", u"Sat, 21 Nov 2026 10:15:00 EST"_s, u"2026-11-21T15:15:00Z"_s);
        row("military zone", u"Sat, 21 Nov 2026 10:15:00 A"_s, u"2026-11-21T10:15:00Z"_s);
        row("GMT", u"Sat, 21 Nov 2026 10:15:00 GMT"_s, u"2026-11-21T10:15:00Z"_s);
        row("comments (RFC 5322 A.6.3)", u"Fri, 21 Nov 1997 09(comment):   55  :  06 -0600"_s, u"1997-11-21T15:55:06Z"_s);
        row("comment after the zone", u"Sat, 21 Nov 2026 10:15:00 +0100 (CET)"_s, u"2026-11-21T09:15:00Z"_s);
        row("two-digit year", u"21 Nov 97 09:55:06 GMT"_s, u"1997-11-21T09:55:06Z"_s);
        row("two-digit year after 2000", u"21 Nov 26 09:55:06 GMT"_s, u"2026-11-21T09:55:06Z"_s);
        row("three-digit year", u"21 Nov 126 09:55:06 GMT"_s, u"2026-11-21T09:55:06Z"_s);
        row("wrong weekday is ignored", u"Mon, 21 Nov 2026 10:15:00 +0000"_s, u"2026-11-21T10:15:00Z"_s);
        row("ctime", u"Sat Nov 21 10:15:00 2026"_s, u"2026-11-21T10:15:00Z"_s);
        row("29 Feb", u"29 Feb 2024 00:00:00 +0000"_s, u"2024-02-29T00:00:00Z"_s);
        row("30 Feb is none", u"30 Feb 2024 00:00:00 +0000"_s, QString());
        row("hour 24 is none", u"21 Nov 2026 24:00:00 +0000"_s, QString());
        row("zone with 60 minutes is none", u"21 Nov 2026 10:00:00 +0060"_s, QString());
        row("words are none", u"yesterday at noon or so"_s, QString());
        row("empty", QString(), QString());
    }
    void readsDates()
    {
        QFETCH(QString, text);
        const auto date = readDate(text);
        QTEST(date ? base::toXmppDateTime(*date) : QString(), "utc");
    }

    void decodesEncodedWords_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &raw, const QString &expected) {
            QTest::newRow(name) << raw << expected;
        };
        row("Q", u"=?iso-8859-1?Q?Gr=FC=DFe_aus_K=F6ln?="_s, u"Gr\u00fc\u00dfe aus K\u00f6ln"_s);
        row("gb2312", u"=?gb2312?B?u+HS6c2o1qo=?="_s, u"\u4f1a\u8bae\u901a\u77e5"_s);
        row("adjacent words are joined", u"=?utf-8?Q?a?= =?utf-8?Q?b?=\t=?utf-8?B?Yw==?="_s, u"abc"_s);
        row("a character cut between words", u"=?utf-8?Q?=E4=BD?= =?utf-8?Q?=A0?="_s, u"\u4f60"_s);
        row("text between keeps its blanks", u"=?utf-8?Q?a?= x =?utf-8?Q?b?="_s, u"a x b"_s);
        row("language (RFC 2231 5)", u"=?us-ascii*en-us?Q?x?="_s, u"x"_s);
        row("inside a word", u"Re:=?utf-8?Q?=C3=BC?=!"_s, u"Re:\u00fc!"_s);
        row("blank inside", u"=?utf-8?Q?a b?="_s, u"a b"_s);
        row("ISO-2022-JP", u"=?iso-2022-jp?B?GyRCRnxLXBsoQg==?="_s, u"\u65e5\u672c"_s);
        row("UTF-7 stays", u"=?utf-7?Q?+ADw-?="_s, u"+ADw-"_s);
        row("unknown encoding stays", u"=?utf-8?X?abc?="_s, u"=?utf-8?X?abc?="_s);
        row("not closed", u"=?utf-8?Q?abc"_s, u"=?utf-8?Q?abc"_s);
        row("bad base64", u"=?utf-8?B?!!?="_s, QString());
    }
    void decodesEncodedWords()
    {
        QFETCH(QString, raw);
        QTEST(decodeWords(raw), "expected");
    }

    void decodesCharacterSets_data()
    {
        QTest::addColumn<QByteArray>("label");
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *label, const char *octets, const QString &text) {
            QTest::addRow("%s, %s", label, QByteArray(octets).toHex().constData())
                << QByteArray(label) << QByteArray(octets) << text;
        };
        row("ISO-8859-1", "\x80\xE4", u"\u20ac\u00e4"_s);
        row("latin1", "\xE4", u"\u00e4"_s);
        row("iso-8859-15", "\xA4", u"\u20ac"_s);
        row("iso-8859-9", "\xFD", u"\u0131"_s);
        row("koi8-r", "\xD2\xD5", u"\u0440\u0443"_s);
        row("windows-1251", "\xEF", u"\u043f"_s);
        row("Shift_JIS", "\x93\xFA\x96\x7B\x81\x60\x87\x40", u"\u65e5\u672c\uff5e\u2460"_s);
        row("euc-jp", "\xC6\xFC\xCB\xDC", u"\u65e5\u672c"_s);
        row("ks_c_5601-1987", "\xC7\xD1\x8C\x63", u"\ud55c\ub620"_s);
        row("big5", "\xA4\xA4", u"\u4e2d"_s);
        row("gbk", "\xD6\xD0", u"\u4e2d"_s);
        row("gb18030", "\x81\x30\x81\x30", u"\u0080"_s);
        row("utf-16", "\xFF\xFE\x61\x00", u"a"_s); // cut at NUL below: see utf16()
        row("windows-874", "\xA1", u"\u0e01"_s);
        row("macintosh", "\x80", u"\u00c4"_s);
        row("utf-8", "\xC3\xA4", u"\u00e4"_s);
        row("utf-8 (not valid: windows-1252)", "\xE4", u"\u00e4"_s);
        row("utf-8", "\xC0\xAF", u"\u00c0\u00af"_s); // overlong is not UTF-8
        row("euc-jp (not valid: UTF-8)", "\xC3\xA4", u"\u00e4"_s);
        row("ebcdic-cp-us", "\xC1", u"\u00c1"_s);
        row("utf-32", "a", u"a"_s);
        row("../../etc/passwd", "a\xC3\xA4", u"a\u00e4"_s);
        row("", "\x81\x8D\x8F\x90\x9D", u"\ufffd\ufffd\ufffd\ufffd\ufffd"_s);
    }
    void decodesCharacterSets()
    {
        QFETCH(QByteArray, label);
        QFETCH(QByteArray, octets);
        if (label == "utf-16")
            octets = QByteArray("\xFF\xFE\x61\x00", 4);
        QTEST(decodeCharset(octets, label), "text");
    }

    void readsParameters_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *reason, const char *field, const QString &name) {
            QTest::newRow(reason) << QByteArray(field) << name;
        };
        row("plain", "attachment; filename=a.pdf", u"a.pdf"_s);
        row("quoted with semicolon", "attachment; filename=\"a;b \\\"c\\\".pdf\"", u"a;b \"c\".pdf"_s);
        row("Windows path", "attachment; filename=\"C:\\dir\\a.pdf\"", u"C:\\dir\\a.pdf"_s);
        row("RFC 2231", "attachment; filename*=utf-8''%C3%9C.pdf", u"\u00dc.pdf"_s);
        row("continuations out of order", "attachment; filename*1=b; filename*0=a; filename*2=c", u"abc"_s);
        row("mixed continuations", "attachment; filename*0*=utf-8'en'%C3%9C; filename*1=x; filename*2*=%C3%9C",
            u"\u00dcx\u00dc"_s);
        row("extended before plain", "attachment; filename*=utf-8''%C3%9C.pdf; filename=x.pdf", u"\u00dc.pdf"_s);
        row("extended after plain", "attachment; filename=x.pdf; filename*=utf-8''%C3%9C.pdf", u"\u00dc.pdf"_s);
        row("a gap ends it", "attachment; filename*0=a; filename*2=c", u"a"_s);
        row("encoded word (forbidden, common)", "attachment; filename=\"=?utf-8?Q?=C3=9C.pdf?=\"", u"\u00dc.pdf"_s);
        row("encoded word without quotes", "attachment; filename==?utf-8?B?w5wucGRm?=", u"\u00dc.pdf"_s);
        row("blanks without quotes", "attachment; filename=my file.pdf", u"my file.pdf"_s);
        row("raw UTF-8", "attachment; filename=\"\xC3\x9C.pdf\"", u"\u00dc.pdf"_s);
        row("comment", "attachment (c); filename (d) = (e) a.pdf (f)", u"a.pdf"_s);
        row("the first of two", "attachment; filename=a; filename=b", u"a"_s);
        row("paths come through, interworking cleans them", "attachment; filename*=utf-8''..%2F..%2Fetc%2Fpasswd",
            u"../../etc/passwd"_s);
        row("folded", "attachment;\r\n filename=\"a\r\n b\"", u"a b"_s);
    }
    void readsParameters()
    {
        QFETCH(QByteArray, field);
        const Parameterised read = readParameterised(field, 64);
        QCOMPARE(read.value, u"attachment"_s);
        QTEST(read.parameter(u"filename"_s), "name");
    }

    void limitsContinuations()
    {
        QByteArray field = "attachment";
        for (int i = 0; i < 100; ++i)
            field += "; filename*" + QByteArray::number(i) + "=x";
        QCOMPARE(readParameterised(field, 64).parameter(u"filename"_s).size(), 64);
    }

    void readsMessageIds_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("ids");
        QTest::newRow("two with a comment") << QByteArray("<a@b> (x) <c@d>") << u"<a@b> <c@d>"_s;
        QTest::newRow("glued") << QByteArray("<a@b><c@d>") << u"<a@b> <c@d>"_s;
        QTest::newRow("blank inside is none") << QByteArray("<a @b>") << QString();
        QTest::newRow("no angles") << QByteArray("a@b") << QString();
        QTest::newRow("nested") << QByteArray("<<a@b>>") << u"<a@b>"_s;
        QTest::newRow("empty") << QByteArray("<>") << QString();
        QTest::newRow("over 998") << "<" + QByteArray(1000, 'a') + "@b>" << QString();
    }
    void readsMessageIds()
    {
        QFETCH(QByteArray, field);
        const std::vector<QString> ids = mime::readMessageIds(field);
        QTEST(QStringList(ids.begin(), ids.end()).join(u' '), "ids");
    }

    void keepsTheFirstAndTheLastReferences()
    {
        QByteArray raw = "From: a@x.test\r\nReferences:";
        for (int i = 0; i < 300; ++i)
            raw += "\r\n <r" + QByteArray::number(i) + "@x>";
        const auto mail = readMail(raw + "\r\n\r\nx", {});
        QVERIFY(mail);
        QCOMPARE(mail->references.size(), 100U);
        QCOMPARE(mail->references.front(), u"<r0@x>"_s);
        QCOMPARE(mail->references[1], u"<r201@x>"_s);
        QCOMPARE(mail->references.back(), u"<r299@x>"_s);
    }

    void twoFromFieldsAreTwoAuthors()
    {
        const auto mail = readMail("From: a@x.test\r\nFrom: b@x.test\r\nSubject: 1\r\nSubject: 2\r\n\r\nx", {});
        QVERIFY(mail);
        QCOMPARE(shown(mail->from), u"a@x.test | b@x.test"_s);
        QCOMPARE(mail->subject, u"1"_s);
    }

    void aLoneCrEndsNoHeaderLine()
    {
        const auto mail = readMail("From: a@x.test\r\nSubject: x\rBcc: b@x.test\r\n\r\nx", {});
        QVERIFY(mail);
        QCOMPARE(mail->subject, u"xBcc: b@x.test"_s);
    }
};

ISTHMUS_TEST(tst_headers)
#include "tst_headers.moc"

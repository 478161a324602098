#include "core/mime/MailReader.h"
#include "tests/support/TestMain.h"

using namespace Qt::StringLiterals;
using namespace isthmus;
using namespace isthmus::mime;

namespace {

/// \p lines joined as a mail has them.
QByteArray crlf(QByteArray lines)
{
    return lines.replace("\n", "\r\n");
}

model::Mail read(const QByteArray &raw, Limits::OnExcess onExcess = Limits::OnExcess::Partial)
{
    Limits limits;
    limits.onExcess = onExcess;
    const auto mail = readMail(
        raw, [](const QString &html) { return PlainText{u"html:"_s + html}; }, limits);
    return mail ? *mail : model::Mail{};
}

base::Fault faultOf(const QByteArray &raw)
{
    Limits limits;
    limits.onExcess = Limits::OnExcess::Refuse;
    const auto mail = readMail(raw, {}, limits);
    return mail ? base::Fault::Cancelled : mail.error().fault;
}

/// Sections with types, depth first: "1 text/plain; 2 image/png".
QString outline(const model::MailPart &part)
{
    QString text = QStringLiteral("%1 %2").arg(part.section, part.mimeType).trimmed();
    for (const model::MailPart &child : part.children)
        text += u"; "_s + outline(child);
    return text;
}

QString firstText(const model::MailPart &part)
{
    if (part.text)
        return *part.text;
    for (const model::MailPart &child : part.children) {
        if (const QString text = firstText(child); !text.isEmpty())
            return text;
    }
    return {};
}

}

class tst_mailreader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheCommonFields()
    {
        const model::Mail mail = read(crlf("Received: from a.example by MX.example.org; Sat, 21 Nov 2026 10:15:10 +0000\n"
                                           "From: Bob <bob@example.net>, Eve <eve@example.net>\n"
                                           "Sender: eve@example.net\nTo: Team: a@x.test, \"B, C\" <b@x.test>;\n"
                                           "Subject: =?utf-8?Q?Gr=C3?=\n =?utf-8?Q?=BC=C3=9Fe?= you\n"
                                           "Date: Sat, 21 Nov 2026 18:15:00 +0800\n"
                                           "Message-ID: <m1@example.net>\nReferences: <a@b> junk <c@d>\n"
                                           "List-Id: Dev <dev.example.net>\nList-Post: <mailto:dev%40x@example.net?a=b>\n"
                                           "Auto-Submitted: Auto-Replied; x=y\nContent-Language: 1x, de-AT, en\n\nHi\n"));
        QCOMPARE(mail.from.size(), 2U);
        QCOMPARE(mail.from[0].name, u"Bob"_s);
        QCOMPARE(mail.from[0].address.toString(), u"bob@example.net"_s);
        QCOMPARE(mail.sender->address.toString(), u"eve@example.net"_s);
        QCOMPARE(mail.to.size(), 2U);
        QCOMPARE(mail.to[1].name, u"B, C"_s);
        QCOMPARE(mail.subject, u"Gr\u00fc\u00dfe you"_s);
        QCOMPARE(base::toXmppDateTime(*mail.date), u"2026-11-21T10:15:00Z"_s);
        QCOMPARE(mail.messageId, u"<m1@example.net>"_s);
        QCOMPARE(mail.references, (std::vector<QString>{u"<a@b>"_s, u"<c@d>"_s}));
        QCOMPARE(mail.listId, u"dev.example.net"_s);
        QCOMPARE(mail.listPost, u"dev@x@example.net"_s);
        QCOMPARE(mail.autoSubmitted, u"auto-replied"_s);
        QCOMPARE(mail.contentLanguage, u"de-AT"_s);
        QCOMPARE(mail.receivedCount, 1);
        QCOMPARE(std::get<model::Received>(mail.trace[0]).byHost, u"mx.example.org"_s);
        QCOMPARE(firstText(mail.root), u"Hi"_s);
    }

    void givesImapSectionNumbers_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("expected");
        QTest::newRow("single part") << QByteArray("Subject: a\n\nhi") << u"1 text/plain"_s;
        QTest::newRow("nested multiparts")
            << QByteArray(
                   "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=bb\n\n"
                   "--bb\n\nx\n--bb\nContent-Type: text/html\n\ny\n--bb--\n--b\nContent-Type: image/png\n\nz\n--b--\n")
            << u"multipart/mixed; 1 multipart/alternative; 1.1 text/plain; 1.2 text/html; 2 image/png"_s;
        QTest::newRow("end delimiters are missing") << QByteArray(
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nx\n--b\n\ny")
                                                    << u"multipart/mixed; 1 multipart/mixed; 1.1 text/plain; 2 text/plain"_s;
        QTest::newRow("digest has messages")
            << QByteArray("Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: x\n\ny\n--b--\n")
            << u"multipart/digest; 1 message/rfc822"_s;
        QTest::newRow("no delimiter at all: text")
            << QByteArray("Content-Type: multipart/mixed; boundary=b\n\nhello") << u"1 text/plain"_s;
        QTest::newRow("invalid type is text") << QByteArray("Content-Type: text\nSubject: a\n\nhi") << u"1 text/plain"_s;
    }
    void givesImapSectionNumbers()
    {
        QFETCH(QByteArray, raw);
        QTEST(outline(read(crlf(raw)).root), "expected");
        QTEST(outline(read(raw).root), "expected"); // bare LF, as in mbox files
    }

    void losesNoText_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("expected");
        QTest::newRow("no header at all") << QByteArray("Hello you\r\nthere\r\n") << u"Hello you\nthere"_s;
        QTest::newRow("no usual field: all of it is text")
            << QByteArray("Note: this\r\n\r\nthat") << u"Note: this\n\nthat"_s;
        QTest::newRow("starts with an empty line") << QByteArray("\r\nSubject: x\r\n") << u"Subject: x"_s;
        QTest::newRow("line without colon ends the header") << QByteArray("Subject: x\r\nhello\r\nyou") << u"hello\nyou"_s;
        QTest::newRow("part without header")
            << QByteArray("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nhello\r\n\r\nyou\r\n--b--")
            << u"hello\n\nyou"_s;
        QTest::newRow("broken line inside the header")
            << QByteArray("Subject: x\r\njunk\r\nDate: y\r\n\r\nhello") << u"hello"_s;
        QTest::newRow("delimiter right after the header") << QByteArray(
            "Content-Type: multipart/mixed; boundary=b\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b--")
                                                          << u"hello"_s;
        QTest::newRow("delimiter after the end")
            << QByteArray("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b--\r\n--b\r\n\r\nhello") << u"hello"_s;
        QTest::newRow("unknown transfer encoding")
            << QByteArray("Subject: x\r\nContent-Transfer-Encoding: x-foo\r\n\r\nhello") << u"hello"_s;
        QTest::newRow("unknown character set, UTF-8 octets")
            << QByteArray("Subject: x\r\nContent-Type: text/plain; charset=x-foo\r\n\r\nna\xC3\xAFve") << u"na\u00efve"_s;
        QTest::newRow("UTF-7 is never decoded (X21)")
            << QByteArray("Subject: x\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n+ADw-script+AD4-")
            << u"+ADw-script+AD4-"_s;
        QTest::newRow("us-ascii with 8-bit octets: windows-1252")
            << QByteArray("Subject: x\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n5 \x80 \x97 \x81")
            << u"5 \u20ac \u2014 \ufffd"_s;
        QTest::newRow("gb2312 label, gb18030 octets")
            << QByteArray("Subject: x\r\nContent-Type: text/plain; charset=gb2312\r\n\r\n\xE9\x46") << u"\u9555"_s;
        QTest::newRow("controls that XML forbids go, TAB stays")
            << QByteArray("Subject: x\r\n\r\na\x01\tb\0c", 20) << u"a\tbc"_s;
    }
    void losesNoText()
    {
        QFETCH(QByteArray, raw);
        QTEST(firstText(read(raw).root), "expected");
    }

    void unwrapsFlowedText_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        const QByteArray flowed = "format=flowed";
        QTest::newRow("quote depths, stuffing, signature")
            << flowed << QByteArray("This is a \nlong line.\n>> deep \n>> quote\n> shallow\n From here\n-- \nBob\n")
            << u"This is a long line.\n>> deep quote\n> shallow\nFrom here\n-- \nBob"_s;
        QTest::newRow("DelSp") << QByteArray("format=flowed; delsp=yes") << QByteArray("\xE4\xBD\xA0 \n\xE5\xA5\xBD\n")
                               << u"\u4f60\u597d"_s;
        QTest::newRow("a change of depth ends the paragraph") << flowed << QByteArray("> a \nb") << u"> a\nb"_s;
        QTest::newRow("the signature line is not joined to what flows")
            << flowed << QByteArray("a \n-- \nb") << u"a\n-- \nb"_s;
        QTest::newRow("fixed text keeps its blanks") << QByteArray("x=y") << QByteArray("a \nb") << u"a \nb"_s;
    }
    void unwrapsFlowedText()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QTEST(firstText(read(crlf("Subject: x\nContent-Type: text/plain; charset=utf-8; " + type + "\n\n" + body)).root),
              "expected");
    }

    void saysWhatEachPartIs()
    {
        const model::Mail mail = read(crlf(
            "From: a@x.test\nContent-Type: multipart/signed; protocol=\"Application/PGP-Signature\"; boundary=s\n\n"
            "--s\nContent-Type: multipart/related; start=\"<root@x>\"; boundary=r\n\n"
            "--r\nContent-Type: text/html\nContent-ID: <root@x>\nContent-Language: de\n\nx\n"
            "--r\nContent-Type: image/png; name=a.png\nContent-ID: <pic@x>\nContent-Disposition: INLINE\n\nPNG\n--r--\n"
            "--s\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogPT91dGYtOD9RP3g/PQ0KDQp5\n"
            "--s\nContent-Type: message/rfc822\n\nFrom: b@x.test\nSubject: =?utf-8?Q?=C3=BC?=\n\ny\n"
            "--s\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nSUMMARY:no\nBEGIN:VEVENT\nSUMMARY;X=y:Lunch\\,\n  then talk\nEND:VEVENT\n"
            "--s\nContent-Type: application/pgp-signature\n\n--s--\n"));
        QCOMPARE(mail.root.protocol, u"application/pgp-signature"_s);
        const model::MailPart &related = mail.root.children.at(0);
        QCOMPARE(related.start, u"root@x"_s);
        QCOMPARE(related.children.at(0).contentId, u"root@x"_s);
        QCOMPARE(related.children.at(0).language, u"de"_s);
        QCOMPARE(*related.children.at(0).text, u"html:x"_s);
        QCOMPARE(related.children.at(1).contentId, u"pic@x"_s);
        QCOMPARE(related.children.at(1).disposition, u"inline"_s);
        QCOMPARE(related.children.at(1).fileName, u"a.png"_s);
        QCOMPARE(related.children.at(1).bytes, 3U);
        QVERIFY(!related.children.at(1).text);
        QCOMPARE(mail.root.children.at(1).mimeType, u"message/rfc822"_s);
        QCOMPARE(mail.root.children.at(2).innerSubject, u"\u00fc"_s);
        QCOMPARE(mail.root.children.at(3).calendarSummary, u"Lunch, then talk"_s);
        QCOMPARE(mail.root.children.at(4).mimeType, u"application/pgp-signature"_s);
    }

    void decodesTransferEncodings_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("octets");
        const auto row = [](const char *reason, const char *encoding, const char *body, const char *octets) {
            QTest::newRow(reason) << QByteArray(encoding) << QByteArray(body) << QByteArray(octets);
        };
        row("quoted-printable", "quoted-printable", "caf=C3=A9 =3D caf=\r\n=c3=a9\r\n", "caf\xC3\xA9 = caf\xC3\xA9\r\n");
        row("blanks after a soft line break", "Quoted-Printable", "a= \t\r\nb", "ab");
        row("blanks at line ends were added on the way", "quoted-printable", "a  \r\nb=20\r\n", "a\r\nb \r\n");
        row("equal sign without digits", "quoted-printable", "a =XY = b", "a =XY = b");
        row("base64", "base64", "SGVs\r\nbG8=\r\n", "Hello");
        row("base64 without padding", "base64", "SGVsbG8", "Hello");
        row("base64 runs joined", "base64", "SGVsbG8=\r\nIFlvdQ==\r\n", "Hello You");
        row("OpenPGP checksum after base64", "base64", "SGVsbG8=\r\n=zH6Q\r\n", "Hello");
        row("unfinished escape at the end", "quoted-printable", "a=C", "a=C");
        row("base64 with junk", "base64", "SG*Vs\x80 bG8=", "Hello");
        row("uuencode", "x-uuencode", "begin 0644 a.txt\n%2&5L;&\\ \n`\nend\n", "Hello");
        row("8bit", "8bit", "a\xE4", "a\xE4");
        row("with a comment", "base64 (x)", "SGVsbG8=", "Hello");
    }
    void decodesTransferEncodings()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(QByteArray, body);
        const QByteArray raw =
            "Subject: x\r\nContent-Type: application/x-test\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n" + body;
        QTEST(decodedPart(raw, u"1"_s).valueOr({}), "octets");
    }

    void readsReports()
    {
        const model::Mail mail = read(crlf(
            "From: MAILER-DAEMON@mx.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nsorry\n"
            "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\nOriginal-Envelope-Id: e1\n\n"
            "Original-Recipient: rfc822;<bob@example.net>\nFinal-Recipient: rfc822; b2@other.example\nAction: Failed\n"
            "Status: 5.1.1 (bad)\nDiagnostic-Code: smtp; 550 no\n such user\n\n--b\nContent-Type: text/rfc822-headers\n\n"
            "Message-ID: <im.bb@chat.example>\n\n--b--\n"));
        QCOMPARE(mail.deliveryStatus.size(), 1U);
        const model::DeliveryStatus &status = mail.deliveryStatus.front();
        QCOMPARE(status.originalEnvelopeId, u"e1"_s);
        QCOMPARE(status.originalRecipient, u"bob@example.net"_s);
        QCOMPARE(status.finalRecipient, u"b2@other.example"_s);
        QCOMPARE(status.action, u"failed"_s);
        QCOMPARE(status.status, u"5.1.1"_s);
        QCOMPARE(status.diagnosticCode, u"550 no such user"_s);
        QCOMPARE(mail.returnedMessageId, u"<im.bb@chat.example>"_s);
    }

    void readsDispositionNotifications()
    {
        const model::Mail mail = read(crlf(
            "From: bob@example.net\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\n\nread\n"
            "--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; bob@example.net\n"
            "Original-Message-ID: <im.bb@chat.example>\nDisposition: manual-action/MDN-sent-manually; Displayed/x\n\n--b--\n"));
        QVERIFY(mail.dispositionStatus.has_value());
        QCOMPARE(mail.dispositionStatus->originalMessageId, u"<im.bb@chat.example>"_s);
        QCOMPARE(mail.dispositionStatus->type, u"displayed"_s);
        QCOMPARE(mail.dispositionStatus->finalRecipient, u"bob@example.net"_s);
    }

    void readsAuthenticationResults()
    {
        const model::Mail mail = read(
            crlf("Authentication-Results: (note) mx.chat.example 1; dmarc=fail (p=NONE; dis=none) header.from=example.net;\n"
                 " spf=pass reason=\"a;b\" smtp.mailfrom=x@y\nFrom: bob@example.net\n\nHi\n"));
        const auto &results = std::get<model::AuthenticationResults>(mail.trace.at(0));
        QCOMPARE(results.authservId, u"mx.chat.example"_s);
        QCOMPARE(results.methods.size(), 2U);
        QCOMPARE(results.methods[0].method, u"dmarc"_s);
        QCOMPARE(results.methods[0].result, u"fail"_s);
        QCOMPARE(results.methods[0].comment, u"p=NONE; dis=none"_s);
        QCOMPARE(results.methods[0].properties.at(0).name, u"header.from"_s);
        QCOMPARE(results.methods[1].properties.at(1).value, u"x@y"_s);
    }

    void decodesAPartBySection()
    {
        const QByteArray raw =
            crlf("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b\nContent-Type: application/pdf\n"
                 "Content-Disposition: attachment; filename*0*=utf-8''%C3%9Cber; filename*1=.pdf; filename=x.pdf\n"
                 "Content-Transfer-Encoding: base64\n\nJVBE\nRg==\n--b--\n");
        const model::Mail mail = read(raw);
        const model::MailPart &file = mail.root.children.at(1);
        QCOMPARE(file.fileName, u"\u00dcber.pdf"_s);
        QCOMPARE(file.bytes, 4U);
        QCOMPARE(*decodedPart(raw, u"2"_s), QByteArray("%PDF"));
        QCOMPARE(decodedPart(raw, u"3"_s).error().fault, base::Fault::NotFound);
    }

    void refusesWhatCostsTooMuch_data()
    {
        QTest::addColumn<QByteArray>("raw");
        const QByteArray head = "Subject: x\r\n";
        QByteArray nested;
        for (int i = 0; i < 21; ++i)
            nested += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\r\n\r\n--b"
                      + QByteArray::number(i) + "\r\n";
        QTest::newRow("21 nested multiparts") << head + nested + "\r\nx";
        QTest::newRow("21 nested messages (X53)")
            << head + QByteArray("Content-Type: message/rfc822\r\n\r\n").repeated(21) + "Subject: a\r\n\r\nx";
        QTest::newRow("501 parts") << head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                                          + QByteArray("--b\r\n\r\nx\r\n").repeated(501);
        QTest::newRow("1001 fields") << QByteArray("Subject: x\r\n").repeated(1001) + "\r\n";
        QTest::newRow("field over 64 KiB") << "Subject: " + QByteArray(65536, 'a') + "\r\n\r\n";
        QTest::newRow("header over 256 KiB")
            << QByteArray("Subject: " + QByteArray(60000, 'a') + "\r\n").repeated(5) + "\r\n";
        QTest::newRow("line over 1 MiB") << head + "\r\n" + QByteArray(1100000, 'a');
        QTest::newRow("mail over 25 MiB") << head + "\r\n" + QByteArray("0123456789\r\n").repeated(2200000);
    }
    void refusesWhatCostsTooMuch()
    {
        QFETCH(QByteArray, raw);
        QCOMPARE(faultOf(raw), base::Fault::TooLarge);
        QCOMPARE(read(raw).rawBytes, static_cast<std::uint64_t>(raw.size())); // a person still sees what fits
    }

    void acceptsWhatIsAtTheLimits()
    {
        QByteArray nested = "Subject: x\r\n";
        for (int i = 0; i < 20; ++i)
            nested += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\r\n\r\n--b"
                      + QByteArray::number(i) + "\r\n";
        QCOMPARE(faultOf(nested + "\r\nx"), base::Fault::Cancelled);
        QCOMPARE(faultOf("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + QByteArray("--b\r\n\r\nx\r\n").repeated(500)),
                 base::Fault::Cancelled);
        QCOMPARE(faultOf(QByteArray("Subject: x\r\n").repeated(1000) + "\r\n"), base::Fault::Cancelled);
    }
};

ISTHMUS_TEST(tst_mailreader)
#include "tst_mailreader.moc"

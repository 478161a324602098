#include "core/compose/BodyEncoding.h"
#include "core/compose/EncodedWords.h"
#include "core/compose/MailWriter.h"
#include "core/mime/MailReader.h"
#include "tests/support/TestMain.h"

#include <QProcess>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;
using namespace isthmus;
using namespace isthmus::compose;

namespace {

model::MailAddress address(const QString &text)
{
    return *model::MailAddress::parse(text);
}

model::OutgoingMail plain(const QString &text = u"Hello Bob."_s)
{
    model::OutgoingMail mail;
    mail.from = {u"Alice"_s, address(u"alice@chat.example"_s)};
    mail.to = {{{}, address(u"bob@example.net"_s)}};
    mail.subject = u"Hi"_s;
    mail.date = base::fromMsecs(1'795'256'100'000);
    mail.messageId = u"<im.00@chat.example>"_s;
    mail.text = text;
    mail.boundary = u"abc"_s;
    return mail;
}

model::OutgoingPart part(model::OutgoingPart::Role role, const QString &name, const QString &type, const QByteArray &data)
{
    return {role, name, type, {}, data};
}

QByteArray bytes(const model::OutgoingMail &mail)
{
    return composeMail(mail).valueOr({});
}

model::Mail readBack(const model::OutgoingMail &mail)
{
    return mime::readMail(bytes(mail), [](const QString &html) { return mime::PlainText{html}; }).valueOr({});
}

/// The value lines of a field of the composed mail, with their folds.
QByteArray field(const model::OutgoingMail &mail, const QByteArray &name)
{
    const QByteArray raw = "\r\n" + bytes(mail);
    const qsizetype start = raw.indexOf("\r\n" + name + ": ");
    qsizetype end = raw.indexOf("\r\n", start + 2);
    while (end >= 0 && (raw.mid(end + 2, 1) == " "))
        end = raw.indexOf("\r\n", end + 2);
    return start < 0 ? QByteArray() : raw.mid(start + name.size() + 4, end - start - name.size() - 4);
}

}

class tst_mailwriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesTheseOctets()
    {
        QCOMPARE(
            bytes(plain()),
            QByteArray("Date: Sat, 21 Nov 2026 10:15:00 +0000\r\nFrom: Alice <alice@chat.example>\r\nTo: bob@example.net\r\n"
                       "Subject: Hi\r\nMessage-ID: <im.00@chat.example>\r\nMIME-Version: 1.0\r\n"
                       "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\nHello Bob.\r\n"));
    }

    void endsWithExactlyOneLineEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("none") << u"a"_s << QByteArray("a\r\n");
        QTest::newRow("one") << u"a\n"_s << QByteArray("a\r\n");
        QTest::newRow("two: an empty line is text") << u"a\n\n"_s << QByteArray("a\r\n\r\n");
        QTest::newRow("CRLF and CR") << u"a\r\nb\rc\r\n"_s << QByteArray("a\r\nb\r\nc\r\n");
        QTest::newRow("empty") << QString() << QByteArray("\r\n");
    }
    void endsWithExactlyOneLineEnd()
    {
        QFETCH(QString, text);
        const QByteArray raw = bytes(plain(text));
        QTEST(raw.mid(raw.indexOf("\r\n\r\n") + 4), "body");
    }

    void encodesSubjects_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("ASCII") << u"Lunch at noon"_s << QByteArray("Lunch at noon");
        QTest::newRow("Q is shorter") << u"Gr\u00fc\u00dfe aus dem Norden"_s
                                      << QByteArray("=?utf-8?Q?Gr=C3=BC=C3=9Fe_aus_dem_Norden?=");
        QTest::newRow("B is shorter") << u"\u4f1a\u8bae\u901a\u77e5"_s << QByteArray("=?utf-8?B?5Lya6K6u6YCa55+l?=");
        QTest::newRow("looks like an encoded word") << u"=?x?Q?y?="_s << QByteArray("=?utf-8?B?PT94P1E/eT89?=");
        QTest::newRow("two blanks") << u"a  b"_s << QByteArray("=?utf-8?Q?a__b?=");
        QTest::newRow("folded at 78")
            << u"word "_s.repeated(20).trimmed()
            << QByteArray(
                   "word word word word word word word word word word word word word word\r\n word word word word word word");
    }
    void encodesSubjects()
    {
        QFETCH(QString, subject);
        QFETCH(QByteArray, value);
        model::OutgoingMail mail = plain();
        mail.subject = subject;
        QCOMPARE(field(mail, "Subject"), value);
        QCOMPARE(readBack(mail).subject, subject);
    }

    void keepsLineAndWordLimits()
    {
        model::OutgoingMail mail = plain();
        mail.from.name = u"\U0001F600"_s.repeated(60);
        mail.subject = u"\u00e9\u4f1a"_s.repeated(150);
        mail.references = std::vector<QString>(20, u"<"_s + QString(50, u'r') + u"@x.example>"_s);
        for (int i = 0; i < 40; ++i)
            mail.to.push_back({u"Person, %1"_s.arg(i), address(u"person%1@example.net"_s.arg(i))});
        mail.parts = {
            part(model::OutgoingPart::Role::Attachment, u"\u4f1a"_s.repeated(40) + u".txt"_s, u"text/plain"_s, "x")};
        for (const QByteArray &line : bytes(mail).split('\n')) {
            if (line.contains("filename=")) // the ASCII fallback is one word
                continue;
            QVERIFY2(line.size() <= 79, line.constData());
            for (const QByteArray &word : line.trimmed().split(' '))
                QVERIFY(!word.startsWith("=?") || word.size() <= 75);
        }
        const model::Mail back = readBack(mail);
        QCOMPARE(back.from.at(0).name, mail.from.name);
        QCOMPARE(back.subject, mail.subject);
        QCOMPARE(back.references, mail.references);
        QVERIFY(back.to == mail.to);
        QCOMPARE(back.root.children.at(1).fileName, mail.parts[0].name);
    }

    void wordsNeverSplitACodePoint()
    {
        for (const QByteArray &word : encodedWords(u"\U0001F600\u4f1a\u00e9a"_s.repeated(50), WordPlace::Text, 40)) {
            QVERIFY(word.size() <= 75);
            const QByteArray octets = QByteArray::fromBase64(word.mid(10).chopped(2));
            QVERIFY2(QString::fromUtf8(octets).toUtf8() == octets
                         && !QString::fromUtf8(octets).contains(QChar::ReplacementCharacter),
                     word);
        }
    }

    void choosesTheTransferEncoding_data()
    {
        using model::TransferEncoding;
        QTest::addColumn<QString>("text");
        QTest::addColumn<TransferEncoding>("encoding");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("From and a lone dot")
            << u"From here\n.\nend"_s << TransferEncoding::QuotedPrintable << QByteArray("=46rom here\r\n=2E\r\nend\r\n");
        QTest::newRow("7bit cannot hold it") << u"caf\u00e9"_s << TransferEncoding::SevenBit << QByteArray("caf=C3=A9\r\n");
        QTest::newRow("7bit with From") << u"From x"_s << TransferEncoding::SevenBit << QByteArray("=46rom x\r\n");
        QTest::newRow("long line") << QString(80, u'a') << TransferEncoding::QuotedPrintable
                                   << QByteArray(75, 'a') + "=\r\naaaaa\r\n";
        QTest::newRow("a line of 76 fits")
            << QString(76, u'a') << TransferEncoding::QuotedPrintable << QByteArray(76, 'a') + "\r\n";
        QTest::newRow("blanks at the end")
            << u"a \nb\t"_s << TransferEncoding::QuotedPrintable << QByteArray("a=20\r\nb=09\r\n");
        QTest::newRow("a soft break makes no From line")
            << QString(75, u'a') + u"From b"_s << TransferEncoding::QuotedPrintable
            << QByteArray(75, 'a') + "=\r\n=46rom b\r\n";
        QTest::newRow("a soft break makes no lone dot")
            << QString(76, u'a') + u"."_s << TransferEncoding::QuotedPrintable << QByteArray(75, 'a') + "=\r\na.\r\n";
        QTest::newRow("base64") << u"\u4f60\u597d"_s << TransferEncoding::Base64 << QByteArray("5L2g5aW9DQo=\r\n");
    }
    void choosesTheTransferEncoding()
    {
        QFETCH(QString, text);
        QFETCH(model::TransferEncoding, encoding);
        model::OutgoingMail mail = plain(text);
        mail.encoding = encoding;
        const QByteArray raw = bytes(mail);
        QTEST(raw.mid(raw.indexOf("\r\n\r\n") + 4), "body");
        QCOMPARE(*readBack(mail).root.text, text);
    }

    void buildsTheStructure()
    {
        using Role = model::OutgoingPart::Role;
        model::OutgoingMail mail = plain(u"--=_abc-m\nHello"_s);
        mail.parts = {part(Role::Alternative, {}, u"text/html"_s, "<p>Hello</p>"),
                      part(Role::Attachment, u"a \"b\".pdf"_s, u"application/pdf"_s, "%PDF"),
                      part(Role::Inline, u"p.png"_s, u"image/png"_s, "PNG"),
                      part(Role::Attachment, u"m.eml"_s, u"message/rfc822"_s, "Subject: x\r\n\r\ny")};
        mail.parts[2].contentId = u"cid@x.example"_s;
        const model::Mail back = readBack(mail);
        QCOMPARE(back.root.mimeType, u"multipart/mixed"_s);
        QCOMPARE(back.root.children.size(), 4U);
        QCOMPARE(back.root.children[0].mimeType, u"multipart/alternative"_s);
        QCOMPARE(*back.root.children[0].children.at(0).text, mail.text);
        QCOMPARE(*back.root.children[0].children.at(1).text, u"<p>Hello</p>"_s);
        QCOMPARE(back.root.children[1].fileName, mail.parts[1].name);
        QCOMPARE(back.root.children[1].bytes, 4U);
        QCOMPARE(back.root.children[2].contentId, mail.parts[2].contentId);
        QCOMPARE(back.root.children[2].disposition, u"inline"_s);
        QCOMPARE(back.root.children[3].mimeType, u"application/octet-stream"_s);
        QCOMPARE(*mime::decodedPart(bytes(mail), u"4"_s), mail.parts[3].data);
    }

    void refusesWhatWouldInjectAField_data()
    {
        QTest::addColumn<std::function<void(model::OutgoingMail &)>>("spoil");
        const auto row = [](const char *name, std::function<void(model::OutgoingMail &)> spoil) {
            QTest::newRow(name) << std::move(spoil);
        };
        row("CRLF in the subject", [](auto &m) { m.subject = u"a\r\nBcc: x@y.example"_s; });
        row("LF in a name", [](auto &m) { m.from.name = u"a\nb"_s; });
        row("CR in a recipient's name", [](auto &m) { m.to[0].name = u"a\rb"_s; });
        row("NUL in a value", [](auto &m) { m.fields = {{u"Isthmus-Loop"_s, QString(QChar(0))}}; });
        row("CRLF in Message-ID", [](auto &m) { m.messageId = u"<a@b\r\nX: y>"_s; });
        row("no Message-ID", [](auto &m) { m.messageId.clear(); });
        row("blank in a field name", [](auto &m) { m.fields = {{u"X Y"_s, u"z"_s}}; });
        row("colon in a field name", [](auto &m) { m.fields = {{u"X:\r\nY"_s, u"z"_s}}; });
        row("Bcc as a field (X47)", [](auto &m) { m.fields = {{u"bCC"_s, u"x@y.example"_s}}; });
        row("a second From", [](auto &m) { m.fields = {{u"From"_s, u"x@y.example"_s}}; });
        row("CRLF in a file name",
            [](auto &m) { m.parts = {part(model::OutgoingPart::Role::Attachment, u"a\r\nb"_s, u"a/b"_s, "x")}; });
        row("CRLF in Content-ID", [](auto &m) {
            m.parts = {part(model::OutgoingPart::Role::Inline, u"a"_s, u"a/b"_s, "x")};
            m.parts[0].contentId = u"x@y>\r\nZ: <a"_s;
        });
        row("quote in the boundary", [](auto &m) { m.boundary = u"a\"b"_s; });
    }
    void refusesWhatWouldInjectAField()
    {
        QFETCH(std::function<void(model::OutgoingMail &)>, spoil);
        model::OutgoingMail mail = plain();
        spoil(mail);
        const auto composed = composeMail(mail);
        QVERIFY(!composed);
        QCOMPARE(composed.error().fault, base::Fault::Malformed);
    }

    void leavesOutReferencesThatAreNone()
    {
        model::OutgoingMail mail = plain();
        mail.references = {u"<a@b>"_s, u"<x\r\nBcc: y@z>"_s, u"<c@d>"_s};
        mail.inReplyTo = u"c@d"_s;
        QCOMPARE(field(mail, "References"), QByteArray("<a@b> <c@d>"));
        QCOMPARE(field(mail, "In-Reply-To"), QByteArray());
    }

    void writesAddresses()
    {
        model::OutgoingMail mail = plain();
        mail.from = {u"Dr. \"A\" O'Neil"_s, address(u"alice@b\u00fccher.example"_s)};
        mail.to = {{u"Bob"_s, address(u"\"john doe\"@example.net"_s)}, {u"=?x"_s, address(u"\u7528\u6237@example.net"_s)}};
        QCOMPARE(field(mail, "From"), QByteArray("\"Dr. \\\"A\\\" O'Neil\" <alice@xn--bcher-kva.example>"));
        QCOMPARE(field(mail, "To"),
                 QByteArray("Bob <\"john doe\"@example.net>, =?utf-8?B?PT94?= <\xE7\x94\xA8\xE6\x88\xB7@example.net>"));
    }

    void writesDispositionNotifications()
    {
        model::OutgoingMail mail = plain(u"It was shown."_s);
        mail.report = model::OutgoingDisposition{u"Isthmus; 1"_s,
                                                 {},
                                                 address(u"alice@chat.example"_s),
                                                 u"<m1@example.net>"_s,
                                                 u"manual-action/MDN-sent-manually; displayed"_s};
        const model::Mail back = readBack(mail);
        QCOMPARE(back.root.mimeType, u"multipart/report"_s);
        QCOMPARE(back.root.reportType, u"disposition-notification"_s);
        QCOMPARE(back.dispositionStatus->type, u"displayed"_s);
        QCOMPARE(back.dispositionStatus->finalRecipient, u"alice@chat.example"_s);
        QCOMPARE(back.dispositionStatus->originalMessageId, u"<m1@example.net>"_s);
    }

    void writesDeliveryStatus()
    {
        model::OutgoingMail mail = plain(u"Delivered."_s);
        model::OutgoingDeliveryStatus status;
        status.reportingMta = u"mail.chat.example"_s;
        status.originalEnvelopeId = u"e1"_s;
        status.recipients = {
            {{}, address(u"alice@chat.example"_s), u"delivered"_s, u"2.0.0"_s, {}},
            {address(u"\u7528@x.example"_s), address(u"b@x.example"_s), u"failed"_s, u"5.1.1"_s, u"550 no\r\nsuch user"_s}};
        status.returnedHeader = {{u"Message-ID"_s, u"<m1@example.net>"_s}, {u"Subject"_s, u"Gr\u00fc\u00dfe"_s}};
        mail.report = status;
        const model::Mail back = readBack(mail);
        QCOMPARE(back.deliveryStatus.size(), 2U);
        QCOMPARE(back.deliveryStatus[0].action, u"delivered"_s);
        QCOMPARE(back.deliveryStatus[0].originalEnvelopeId, u"e1"_s);
        QCOMPARE(back.deliveryStatus[1].originalRecipient, u"\\x{7528}@x.example"_s);
        QCOMPARE(back.deliveryStatus[1].diagnosticCode, u"550 no such user"_s);
        QCOMPARE(back.returnedMessageId, u"<m1@example.net>"_s);
    }

    /// Another reader's opinion of a mail with everything in it.
    void pythonReadsTheSame()
    {
        model::OutgoingMail mail = plain(u"caf\u00e9\n.\nFrom x\n"_s);
        mail.encoding = model::TransferEncoding::QuotedPrintable;
        mail.subject = u"Gr\u00fc\u00dfe "_s.repeated(20) + u"!"_s;
        mail.from.name = u"J\u00fcrgen (x), \u4f1a"_s;
        mail.parts = {part(model::OutgoingPart::Role::Attachment, u"\u00dcbergr\u00f6\u00dfe.bin"_s,
                           u"application/octet-stream"_s, QByteArray(1000, '\xff'))};
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(bytes(mail));
        file.close();
        const QString script =
            u"import email, email.policy, sys\n"
            "m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)\n"
            "parts = list(m.iter_parts())\n"
            "out = [m['Subject'], m['From'].addresses[0].display_name, parts[0].get_content(), parts[1].get_filename(),\n"
            "       str(len(parts[1].get_content())), str(len(m.defects) + len(parts[0].defects))]\n"
            "sys.stdout.buffer.write('|'.join(out).encode())\n"_s;
        QProcess python;
        python.start(u"/usr/bin/python3"_s, {u"-c"_s, script, file.fileName()});
        QVERIFY(python.waitForFinished(20'000));
        const QString expected =
            QStringList{mail.subject, mail.from.name, u"caf\u00e9\n.\nFrom x"_s, mail.parts[0].name, u"1000"_s, u"0"_s}.join(
                u'|');
        QCOMPARE(QString::fromUtf8(python.readAllStandardOutput()), expected);
    }
};

ISTHMUS_TEST(tst_mailwriter)
#include "tst_mailwriter.moc"

#include "core/compose/MailWriter.h"
#include "core/html/HtmlToText.h"
#include "core/interworking/ImToMail.h"
#include "core/interworking/Text.h"
#include "core/mime/MailReader.h"
#include "core/stanza/StanzaXml.h"
#include "tests/interworking/Fixture.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>

using namespace isthmus;
using namespace isthmus::interworking;
using namespace isthmus::test;

namespace {

const QByteArray header = "From: Bob <bob@example.net>\r\nTo: alice@chat.example\r\nSubject: Hi\r\n"
                          "Date: Sat, 21 Nov 2026 10:15:00 +0000\r\nMessage-ID: <m1@example.net>\r\nMIME-Version: 1.0\r\n";

base::Result<model::Mail> read(const QByteArray &bytes, mime::Limits::OnExcess excess = mime::Limits::OnExcess::Partial)
{
    const auto plainText = [](const QString &source) {
        html::HtmlText text = html::htmlToText(source);
        return mime::PlainText{std::move(text.text), text.linkMismatch, text.truncated};
    };
    mime::Limits limits;
    limits.onExcess = excess;
    return mime::readMail(bytes, plainText, limits);
}

toim::Convert shown(const QByteArray &bytes)
{
    const toim::Result result = mailToIm(read(bytes).value(), client());
    return std::get<toim::Convert>(result);
}

}

/// Attacks of specification 7.1 that come as bytes: through reader, core and writer. One test named
/// after each.
class tst_hostilebytes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void x01_injectedFieldsAreNotWritten();
    void x02_markupInAMailStaysText();
    void x16_htmlShowsNothingRemote();
    void x17_linkThatNamesAnotherHost();
    void x18_bombsOfStructureAreRefused();
    void x19_compressedPartsStayClosed();
    void x20_endlessContinuations();
    void x21_unknownCharacterSetsAreNotTrusted();
    void x51_documentTypesAreRefused();
    void x53_nestedMessagesCount();
};

void tst_hostilebytes::x01_injectedFieldsAreNotWritten()
{
    const QByteArray stanza =
        "<message xmlns='jabber:client' from='alice@chat.example/pc' to='bob\\40example.net@mail.chat.example' id='a&#13;&#10;X-Evil: 1'>"
        "<subject>Hi&#13;&#10;Bcc: victim@example.org</subject><thread>t&#10;X-Evil: 1</thread><body>x</body></message>";
    const auto messages = stanza::parseMessages(stanza);
    QVERIFY(messages);
    const tomail::Result result = imToMail(messages->front(), gateway());
    QVERIFY(as<tomail::Convert>(result));
    const QByteArray bytes = compose::composeMail(as<tomail::Convert>(result)->mail).value();
    QVERIFY(!bytes.contains("\nBcc:") && !bytes.contains("\nX-Evil"));
    QCOMPARE(read(bytes)->subject, QStringLiteral("HiBcc: victim@example.org"));
}

void tst_hostilebytes::x02_markupInAMailStaysText()
{
    const toim::Convert convert = shown(header + "\r\n</body><email xmlns='urn:isthmus:email:1' auth='pass'/>]]>&lt;\x01");
    const QByteArray xml = stanza::messageToXml(convert.stanza());
    const auto again = stanza::parseMessages(xml);
    QVERIFY(again);
    QCOMPARE(again->front().emailElements, 1);
    QCOMPARE(again->front().email->auth.isEmpty() || again->front().email->auth == u"none", true);
    QCOMPARE(shownText(again->front()).body,
             QStringLiteral("</body><email xmlns='urn:isthmus:email:1' auth='pass'/>]]>&lt;"));
}

void tst_hostilebytes::x16_htmlShowsNothingRemote()
{
    const toim::Convert convert =
        shown(header
              + "Content-Type: text/html\r\n\r\n<style>@import 'https://evil.example/c';</style>"
                "<img src='https://evil.example/p.gif' alt='Logo'><form action='https://evil.example/'>"
                "<input value='x'></form><script>fetch('https://evil.example/')</script><p>Hello</p>");
    QCOMPARE(convert.text, QStringLiteral("[Logo]\n\nHello"));
}

void tst_hostilebytes::x17_linkThatNamesAnotherHost()
{
    const toim::Convert convert =
        shown(header + "Content-Type: text/html\r\n\r\n<a href='https://evil.example/x'>www.bank.example</a>");
    QCOMPARE(convert.text, QStringLiteral("www.bank.example <https://evil.example/x>"));
    QVERIFY(convert.flags.contains(u"link-mismatch"));
}

void tst_hostilebytes::x18_bombsOfStructureAreRefused()
{
    QByteArray deep = header;
    for (int i = 0; i < 200; ++i)
        deep += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\r\n\r\n--b" + QByteArray::number(i)
                + "\r\n";
    QElapsedTimer clock;
    clock.start();
    QVERIFY(!read(deep, mime::Limits::OnExcess::Refuse));
    QVERIFY(std::holds_alternative<toim::Convert>(mailToIm(read(deep).value(), client())));
    const QByteArray wide =
        header + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + QByteArray("--b\r\n\r\nx\r\n").repeated(20000);
    QVERIFY(!read(wide, mime::Limits::OnExcess::Refuse));
    QVERIFY(std::holds_alternative<toim::Convert>(mailToIm(read(wide).value(), client())));
    QVERIFY2(clock.elapsed() < 20000, "structure is not read in linear time");
}

void tst_hostilebytes::x19_compressedPartsStayClosed()
{
    const toim::Convert convert = shown(
        header
        + "Content-Type: application/gzip; name=bomb.gz\r\nContent-Transfer-Encoding: base64\r\n\r\nH4sIAAAAAAAAAw==\r\n");
    QCOMPARE(convert.stanza().email->attachments.front().bytes, 10u);
    QVERIFY(convert.text.isEmpty());
}

void tst_hostilebytes::x20_endlessContinuations()
{
    QByteArray field = "Content-Type: application/pdf;\r\n";
    for (int i = 0; i < 5000; ++i)
        field += " name*" + QByteArray::number(i) + "=a;\r\n";
    const toim::Convert convert = shown(header + field + "\r\nx");
    QVERIFY(convert.stanza().email->attachments.front().name.size() <= 128);
    const toim::Convert quoted =
        shown(header + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + QByteArray("=\r\n").repeated(300000) + "end");
    QCOMPARE(quoted.text, QStringLiteral("end"));
}

void tst_hostilebytes::x21_unknownCharacterSetsAreNotTrusted()
{
    const QByteArray utf7 = "+ADw-script+AD4-";
    const toim::Convert convert = shown(header + "Content-Type: text/plain; charset=utf-7\r\n\r\n" + utf7);
    QCOMPARE(convert.text, QString::fromLatin1(utf7));
    for (const char *charset : {"ebcdic-us", "cp037", "x-evil", "utf-7", "iso-2022-cn"}) {
        const toim::Convert other =
            shown(header + "Content-Type: text/plain; charset=" + charset + "\r\n\r\n\x1B$)A\xFF\xFE<");
        QVERIFY2(other.text.isValidUtf16()
                     && !anyCodePoint(other.text, [](char32_t c) { return c < 0x20 && c != '\n' && c != '\t'; }),
                 charset);
    }
}

void tst_hostilebytes::x51_documentTypesAreRefused()
{
    const QByteArray message =
        "<message xmlns='jabber:client' from='alice@chat.example/pc' to='b@c.example'><body>&x;</body></message>";
    QVERIFY(!stanza::parseMessages("<!DOCTYPE message [<!ENTITY x 'y'>]>" + message));
    QVERIFY(!stanza::parseMessages("<?xml-stylesheet href='x'?>" + message));
    QVERIFY(!stanza::parseMessages(message));
}

void tst_hostilebytes::x53_nestedMessagesCount()
{
    QByteArray nested = header;
    for (int i = 0; i < 100; ++i)
        nested += "Content-Type: message/rfc822\r\n\r\nSubject: level\r\n";
    QVERIFY(!read(nested, mime::Limits::OnExcess::Refuse));
    QVERIFY(std::holds_alternative<toim::Convert>(mailToIm(read(nested).value(), client())));
}

ISTHMUS_TEST(tst_hostilebytes)
#include "tst_hostilebytes.moc"

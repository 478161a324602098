#include "core/display/DisplayCodec.h"
#include "core/html/CssFilter.h"
#include "core/html/HtmlToText.h"
#include "core/html/Layout.h"
#include "core/html/Sanitizer.h"
#include "core/imap/ImapReader.h"
#include "core/imap/ImapTree.h"
#include "core/mime/MailReader.h"
#include "core/reader/MailPacker.h"
#include "core/reader/ResultCheck.h"
#include "core/stanza/StanzaXml.h"
#include "core/stanza/XmlGate.h"

#include "tests/fuzz/Fuzzer.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using test::fuzz;
using test::FuzzPlan;

namespace {

mime::PlainText plain(const QString &markup)
{
    return {html::htmlToText(markup).text, false, false};
}

}

/// Everything that reads strangers' bytes, with bytes that no stranger has thought of yet.
class tst_fuzz : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void xmlGate()
    {
        const FuzzPlan plan{"xmlgate",
                            test::seedFiles(QStringLiteral("fuzz/xml")),
                            {"<a>", "</a>", "&#x1F600;", "&lt;", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE a>", "<?x?>",
                             "xmlns:p='u'", "\xF0\x9F\x98\x80", "\xED\xA0\x80", "\xFF", "</stream:stream>",
                             "<stream:stream>"}};
        fuzz(plan, [](const QByteArray &input) {
            stanza::XmlGate gate;
            for (qsizetype at = 0; at < input.size(); at += 7) {
                if (!gate.feed(QByteArrayView(input).sliced(at, std::min<qsizetype>(7, input.size() - at)),
                               [](const stanza::XmlGate::Event &) {})
                         .ok())
                    return;
            }
        });
    }
    /// What is read of a message and written again reads the same.
    void stanzaCodec()
    {
        const FuzzPlan plan{"stanza",
                            test::seedFiles(QStringLiteral("fuzz/stanza")),
                            {"<body>", "</body>", "<email xmlns='urn:isthmus:email:1' type='email'>", "</email>",
                             "<to addr='a@b.test'/>", "<date>2026-11-21T10:15:00Z</date>", " xml:lang='en'",
                             " xmlns='urn:x'", "<sent xmlns='urn:xmpp:carbons:2'>", "<forwarded xmlns='urn:xmpp:forward:0'>",
                             "&#x9;", "&lt;", "99999999999999999999", "-1", "\xF0\x9F\x98\x80"}};
        fuzz(plan, [](const QByteArray &input) {
            const auto messages = stanza::parseMessages(input);
            if (!messages)
                return;
            for (const model::InstantMessage &message : *messages) {
                const QByteArray written = stanza::messageToXml(message);
                const auto again = stanza::parseMessages(written);
                if (!again || again->size() != 1 || stanza::messageToXml(again->front()) != written)
                    QFAIL(written.constData());
            }
        });
    }
    void imapReader()
    {
        const FuzzPlan plan{"imap",
                            test::seedFiles(QStringLiteral("fuzz/imap")),
                            {"{3}\r\n", "{4294967297}\r\n", "{-1}\r\n", "(", ")", "\"", "\\", "NIL", "* ", "\r\n", "[", "]",
                             "BODY[]", "99999999999", "\0"}};
        fuzz(plan, [](const QByteArray &input) {
            imap::ImapReader reader;
            QByteArrayView rest(input);
            while (!rest.isEmpty() && !reader.error()) {
                rest = rest.sliced(reader.consume(rest.first(std::min<qsizetype>(rest.size(), 13))));
                if (const auto reply = reader.takeReply())
                    (void)imap::parseNodes(*reply, 2);
            }
        });
    }
    void mailReader()
    {
        const FuzzPlan plan{"mail",
                            test::seedFiles(QStringLiteral("fuzz/mail")),
                            {"\r\n\r\n", "--b\r\n", "--b--\r\n", "boundary=b", "=?utf-8?B?", "=?iso-2022-jp?Q?",
                             "?=", "filename*0*=", "a:;,", "<a@b>", "charset=utf-7", "Content-Transfer-Encoding: base64\r\n",
                             "\0", "\xFF\xFE", "begin 644 x\n"}};
        fuzz(plan, [](const QByteArray &input) {
            const auto mail = mime::readMail(input, plain);
            if (mail)
                (void)mime::decodedPart(input, QStringLiteral("1"));
        });
    }
    void htmlToText()
    {
        htmlTarget("htmltotext", [](const QByteArray &input) { (void)html::htmlToText(QString::fromUtf8(input)); });
    }
    void sanitizer()
    {
        htmlTarget("sanitizer", [](const QByteArray &input) {
            const auto clean = html::sanitize(input, {});
            QVERIFY(!clean || !clean->body.contains(QLatin1String("<script"), Qt::CaseInsensitive));
        });
    }
    void layout()
    {
        html::LayoutRequest request;
        request.width = 400;
        request.fontFamily = request.monospaceFamily = QStringLiteral("DejaVu Sans");
        FuzzPlan plan = htmlPlan("layout");
        plan.inputs = 500;
        plan.maxSize = 2'048;
        plan.slowest = std::chrono::seconds(20); // the cage's CPU limit ends what is slower; here only the end matters
        fuzz(plan, [&](const QByteArray &input) {
            const auto laid = html::layoutHtml(input, request);
            if (laid)
                QVERIFY2(display::decode(display::encode(laid->list)).ok(), input.toPercentEncoding().constData());
        });
    }
    void cssFilter()
    {
        const FuzzPlan plan{
            "css",
            {"@media (prefers-color-scheme:dark){p{color:#fff}} a > b.c{width:10px;background:url(http://x/) #fff}",
             "p{font:bold 12px/1.4 'A B',serif;margin:0 -3px 4em 5%}"},
            {"url(", "\\", "/*", "*/", "@import", "{", "}", "expression(", "'", "\"", "!important", "<!--", "-->"}};
        fuzz(plan, [](const QByteArray &input) {
            html::CssFindings findings;
            const QString written = html::filterStyleSheet(QString::fromUtf8(input), {}, findings);
            QVERIFY(!written.contains(u'<') && !written.contains(QLatin1String("url(")));
            QVERIFY(!html::filterDeclarations(QString::fromUtf8(input), {}, findings).contains(u'{'));
        });
    }
    void displayList()
    {
        display::DisplayList list;
        list.fonts = {{QStringLiteral("x"), 12, false, false, false, false}};
        list.ops = {display::TextOp{1, 2, 0, 3, QStringLiteral("t")}, display::FillOp{{1, 2, 3, 4}, 5, 0}};
        list.links = {{QStringLiteral("https://a.example/"), false}};
        list.runs = {{QStringLiteral("t"), {0, 0, 1, 1}, 0, true}};
        fuzz({"displaylist", {display::encode(list)}, {QByteArray(4, '\xff'), QByteArray(4, '\0')}},
             [](const QByteArray &input) { (void)display::decode(input); });
    }
    void parentsChecker()
    {
        model::Mail mail;
        mail.subject = QStringLiteral("s");
        mail.from = {{QStringLiteral("n"), model::MailAddress::parse(u"a@b.example").value()}};
        mail.root.mimeType = QStringLiteral("text/plain");
        mail.root.text = QStringLiteral("t");
        fuzz({"resultcheck", {reader::packMail(mail)}, {QByteArray(4, '\xff'), QByteArray(8, '\x7f')}},
             [](const QByteArray &input) {
                 (void)reader::ResultCheck::mail(input);
                 (void)reader::ResultCheck::fault(input);
                 (void)reader::ResultCheck::ready(input);
             });
    }

private:
    static FuzzPlan htmlPlan(const char *name)
    {
        return {name,
                test::seedFiles(QStringLiteral("fuzz/html")),
                {"<div>",   "</div>",      "<table>",  "<tr><td>",   "</table>", "<a href=", "<img src=cid:x>",
                 "style='", "&#x41;",      "&nbsp;",   "<script>",   "<svg>",    "<math>",   "<!--",
                 "-->",     "<![CDATA[",   "<select>", "<template>", "\0",       "\xFF",     "<p dir=rtl>",
                 "مرحبا",   "<blockquote>"}};
    }
    static void htmlTarget(const char *name, const std::function<void(const QByteArray &)> &target)
    {
        fuzz(htmlPlan(name), target);
    }
};

ISTHMUS_TEST(tst_fuzz)
#include "tst_fuzz.moc"

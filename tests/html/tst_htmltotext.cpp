#include "core/html/HtmlToText.h"
#include "core/html/TagFilter.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace isthmus::html;

class tst_htmltotext : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheRulesOf28_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        QTest::newRow("blanks collapse, no-break space is a blank") << u"<b>a</b>\n &nbsp; b &amp; c"_s << u"a b & c"_s;
        QTest::newRow("br") << u"a<br>b<br><br><br>c"_s << u"a\nb\n\nc"_s;
        QTest::newRow("div and its friends: own line") << u"a<div>b</div><section>c</section>d"_s << u"a\nb\nc\nd"_s;
        QTest::newRow("paragraphs: one empty line") << u"<h1>a</h1><p>b</p><p></p><p>c</p>"_s << u"a\n\nb\n\nc"_s;
        QTest::newRow("lists") << u"<ul><li>a<li><p>b</p></ul><ol start=3><li>c</li><li>d</li></ol>"_s
                               << u"- a\n- b\n\n3. c\n4. d"_s;
        QTest::newRow("cells are joined by TAB")
            << u"<table><tr><th>a<th>b<tr><td><div>c</div></td><td></td><td>d</td></table>e"_s << u"a\tb\nc\t\td\n\ne"_s;
        QTest::newRow("hr") << u"a<hr>b"_s << u"a\n---\nb"_s;
        QTest::newRow("quotations nest") << u"a<blockquote>b<br>c<blockquote>d</blockquote>e</blockquote>f"_s
                                         << u"a\n\n> b\n> c\n>\n> > d\n>\n> e\n\nf"_s;
        QTest::newRow("pre keeps blanks") << u"<pre>\na  b\n   c\n</pre>d"_s << u"a  b\n   c\n\nd"_s;
        QTest::newRow("images: alt without URL") << u"<img src='http://x/y' alt='Logo'><img alt=' '>"_s << u"[Logo]"_s;
        QTest::newRow("link") << u"See <a href=\"https://example.net/x\">here</a>."_s
                              << u"See here <https://example.net/x>."_s;
        QTest::newRow("link whose text is its target")
            << u"<a href='https://a.example/'>https://a.example/</a>"_s << u"https://a.example/"_s;
        QTest::newRow("mailto without scheme") << u"<a href='mailto:b@x.example'>b@x.example</a>"_s << u"b@x.example"_s;
        QTest::newRow("other schemes are not shown") << u"<a href='javascript:x()'>a</a><a href='//h/x'>b</a>"_s << u"ab"_s;
        QTest::newRow("dropped elements")
            << u"<head><title>t</title><style>x{}</style></head>a<script>x<b></script><svg><text>q</text></svg><select><option>o</select><button>p</button>b<!-- c -->"_s
            << u"ab"_s;
        QTest::newRow("hidden elements")
            << u"a<i hidden>1</i><i style='DISPLAY : none'>2</i><i style='visibility:hidden'>3</i><i style='font-size:0px'>4</i><i style='x:y;opacity:0.0 !important'>5</i>b"_s
            << u"ab"_s;
        QTest::newRow("not hidden") << u"<i style='font-size:0.5em'>a</i><i style='opacity:.8'>b</i>"_s << u"ab"_s;
        QTest::newRow("no markup at all") << u"a < b & c"_s << u"a < b & c"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void followsTheRulesOf28()
    {
        QFETCH(QString, html);
        const HtmlText result = htmlToText(html);
        QTEST(result.text, "text");
        QVERIFY(!result.truncated);
    }

    void flagsLinksThatNameAnotherHost_data()
    {
        QTest::addColumn<QString>("href");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("mismatch");
        QTest::newRow("URL of another host") << u"https://evil.example/"_s << u"https://bank.example/"_s << true;
        QTest::newRow("bare host") << u"https://evil.example/"_s << u"bank.example"_s << true;
        QTest::newRow("www") << u"https://evil.example/"_s << u"go to www.bank.example now"_s << true;
        QTest::newRow("user information is no host")
            << u"https://bank.example@evil.example/"_s << u"https://bank.example/"_s << true;
        QTest::newRow("same host, other path and case")
            << u"https://bank.example/x"_s << u"https://Bank.Example/"_s << false;
        QTest::newRow("A-label and U-label") << u"https://xn--bcher-kva.example/"_s << u"b\u00fccher.example"_s << false;
        QTest::newRow("words") << u"https://evil.example/"_s << u"click here. Now"_s << false;
        QTest::newRow("a file's name") << u"https://files.example/"_s << u"report.pdf"_s << false;
        QTest::newRow("mail address of another domain") << u"mailto:a@evil.example"_s << u"a@bank.example"_s << true;
    }
    void flagsLinksThatNameAnotherHost()
    {
        QFETCH(QString, href);
        QFETCH(QString, text);
        QTEST(htmlToText(u"<a href=\"%1\">%2</a>"_s.arg(href, text)).linkMismatch, "mismatch");
    }

    void staysLinearOnHostileMarkup_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<bool>("truncated");
        QString attributes = u"<p "_s;
        QString formats;
        for (int i = 0; i < 100'000; ++i)
            attributes += u"a%1=1 "_s.arg(i);
        for (int i = 0; i < 300; ++i)
            formats += u"<b id=%1>"_s.arg(i);
        QTest::newRow("100,000 nested div") << u"<div>"_s.repeated(100'000) + u"x"_s << true;
        QTest::newRow("end tags that close nothing") << u"<div><select></div></select>"_s.repeated(50'000) + u"x"_s << true;
        QTest::newRow("tables in tables") << u"<table><tr><td></div>"_s.repeated(30'000) + u"x"_s << true;
        QTest::newRow("100,000 attributes") << attributes + u">x"_s << true;
        QTest::newRow("300 formats repeated in each paragraph") << formats + u"<p>x"_s.repeated(50'000) << true;
        QTest::newRow("2 million tags") << u"<br>"_s.repeated(2'000'000) + u"x"_s << true;
        QTest::newRow("256 nested quotations of many lines")
            << u"<blockquote>"_s.repeated(255) + u"x<br>"_s.repeated(90'000) << true;
        QTest::newRow("unclosed comments") << u"<!--"_s.repeated(500'000) << false;
        QTest::newRow("open angles") << u"<"_s.repeated(2'000'000) << false;
        QTest::newRow("unclosed quotes in tags") << u"<a href=\""_s.repeated(300'000) << true;
        QTest::newRow("end tags of nothing") << u"</p></b></i>"_s.repeated(30'000) << false;
        QTest::newRow("adoption agency") << u"<a><div></a>"_s.repeated(30'000) + u"x"_s << true;
    }
    void staysLinearOnHostileMarkup()
    {
        QFETCH(QString, html);
        QElapsedTimer timer;
        timer.start();
        const HtmlText result = htmlToText(html);
        QTEST(result.truncated, "truncated");
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }

    void keepsTextThatIsTooDeep()
    {
        QCOMPARE(htmlToText(u"<div>"_s.repeated(1000) + u"x"_s + u"</div>"_s.repeated(1000) + u"y"_s).text, u"x\ny"_s);
    }

    void filterKeepsMeaning()
    {
        QCOMPARE(filterTags("<A HREF=x y='\"'>1<2</a><!-- z --><style>a<b</STYLE >", {}).html,
                 QByteArray("<a HREF=\"x\" y=\"&quot;\">1&lt;2</a><style>a<b</style>"));
    }
};

ISTHMUS_TEST(tst_htmltotext)
#include "tst_htmltotext.moc"

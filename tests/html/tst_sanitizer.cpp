#include "core/html/Sanitizer.h"

#include "tests/support/TestMain.h"

#include <QRegularExpression>

using namespace isthmus::html;

namespace {

SanitizedHtml clean(const char *html, SanitizeOptions options = {})
{
    return sanitize(QByteArray(html), options).value();
}

}

class tst_sanitizer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingActiveSurvives_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("script") << QByteArray("<script>alert(1)</script>a");
        QTest::newRow("event handler") << QByteArray("<p onclick='alert(1)'>a</p>");
        QTest::newRow("javascript link") << QByteArray("<a href='javascript:alert(1)'>a</a>");
        QTest::newRow("javascript link with a tab") << QByteArray("<a href='java\tscript:alert(1)'>a</a>");
        QTest::newRow("link to no address") << QByteArray("<a href='https://alert.exd><body'>a</a>");
        QTest::newRow("data link") << QByteArray("<a href='data:text/html,alert(1)'>a</a>");
        QTest::newRow("file link") << QByteArray("<a href='file:///etc/passwd'>a</a>");
        QTest::newRow("frame") << QByteArray("<iframe src='http://alert'></iframe>a");
        QTest::newRow("object") << QByteArray("<object data='http://alert'>alert</object>a");
        QTest::newRow("form field") << QByteArray("<form action='http://alert'><input value='alert'>a</form>");
        QTest::newRow("svg with script") << QByteArray("<svg><script>alert(1)</script></svg>a");
        QTest::newRow("math") << QByteArray("<math><mi xlink:href='alert'>alert</mi></math>a");
        QTest::newRow("meta refresh") << QByteArray("<meta http-equiv=refresh content='0;url=http://alert'>a");
        QTest::newRow("base") << QByteArray("<base href='http://alert/'>a");
        QTest::newRow("link sheet") << QByteArray("<link rel=stylesheet href='http://alert/'>a");
        QTest::newRow("style that ends itself") << QByteArray("<style></style><script>alert</script>a");
        QTest::newRow("comment that ends early") << QByteArray("<!--><script>alert</script>-->a");
        QTest::newRow("attribute that breaks out") << QByteArray("<p class='x\"><script>alert</script>'>a</p>");
        QTest::newRow("style attribute that breaks out")
            << QByteArray("<p style='color:red\"><script>alert</script>'>a</p>");
        QTest::newRow("noscript") << QByteArray("<p><noscript>alert</noscript>a");
        QTest::newRow("template") << QByteArray("<template><b>alert</b></template>a");
        QTest::newRow("mutation through a table") << QByteArray("<table><script>alert</script><td>a");
    }
    void nothingActiveSurvives()
    {
        QFETCH(QByteArray, html);
        const SanitizedHtml result = sanitize(html, {}).value();
        const QString all = result.body + result.styleSheet + result.bodyStyle;
        QVERIFY2(!all.contains(QLatin1String("alert")), qPrintable(all));
        QVERIFY(all.contains(u'a'));
        QVERIFY(!all.contains(QRegularExpression(QStringLiteral("<(?!/?(a|p|b|table|tbody|tr|td|div|span)\\b)"))));
        QVERIFY(result.links.empty());
    }
    void addressesAreListedNotKept()
    {
        const SanitizedHtml result =
            clean("<a href='https://x.example/?a=1&amp;b=2'>x</a><img src='https://t.example/p.gif' alt='Logo'>"
                  "<img src='cid:pic1'><p style=\"background:url('http://u.example/b')\">y</p>");
        QCOMPARE(result.links.size(), size_t(1));
        QCOMPARE(result.links[0].url, QStringLiteral("https://x.example/?a=1&b=2"));
        QCOMPARE(result.pictures, QStringList{QStringLiteral("cid:pic1")});
        QCOMPARE(result.remotePictures.size(), size_t(2));
        QCOMPARE(result.remotePictures[0].host, QStringLiteral("t.example"));
        QVERIFY(result.body.contains(QLatin1String("Logo")));
        QVERIFY(!result.body.contains(QLatin1String("http")));
    }
    void trailingQuotationIsFolded()
    {
        const char *html = "<p>Yes.</p><blockquote><p>one</p><p>two</p></blockquote>";
        const SanitizedHtml folded = clean(html);
        QVERIFY(!folded.body.contains(QLatin1String("two")));
        QVERIFY(folded.foldedLines >= 2);
        const SanitizedHtml open = clean(html, {false, false, false});
        QVERIFY(open.body.contains(QLatin1String("two")));
        QCOMPARE(open.foldedLines, 0);
    }
    void quotationThatIsAnsweredBelowIsNotFolded()
    {
        const SanitizedHtml result = clean("<blockquote>why?</blockquote><p>because</p>");
        QVERIFY(result.body.contains(QLatin1String("why?")));
        QCOMPARE(result.foldedLines, 0);
    }
    void deepNestingIsCut_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("divs") << QByteArray("<div>").repeated(5'000) + "x";
        QTest::newRow("tables") << QByteArray("<table><tr><td>").repeated(400) + "x";
        QTest::newRow("blockquotes") << QByteArray("<blockquote>").repeated(1'000) + "x";
        QTest::newRow("formatting") << QByteArray("<b><i>").repeated(500) + "x";
    }
    void deepNestingIsCut()
    {
        QFETCH(QByteArray, html);
        const SanitizedHtml result = sanitize(html, {false, false, false}).value();
        QVERIFY(result.body.contains(u'x'));
        QVERIFY(result.body.count(QLatin1String("<div")) <= 101);
        QVERIFY(result.body.count(QLatin1String("<table")) <= 8);
        QVERIFY(result.body.count(QLatin1String("<blockquote")) <= 6);
    }
    void tooManyNodesAreCutAndSaid()
    {
        const SanitizedHtml result = sanitize(QByteArray("<i>a</i> ").repeated(60'000), {}).value();
        QVERIFY(result.truncated);
        QVERIFY(result.body.size() < 5 << 20);
    }
    void whatIsOpenedIsClosed()
    {
        const SanitizedHtml result = clean("<div><p>a<b>b<table><td>c<ul><li>d");
        for (const char *tag : {"div", "b", "table", "td", "ul", "li"}) {
            QCOMPARE(result.body.count(QRegularExpression(QStringLiteral("<%1[ >]").arg(QLatin1String(tag)))),
                     result.body.count(QStringLiteral("</%1>").arg(QLatin1String(tag))));
        }
    }
};

ISTHMUS_TEST(tst_sanitizer)
#include "tst_sanitizer.moc"

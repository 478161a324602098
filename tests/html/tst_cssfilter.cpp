#include "core/html/CssFilter.h"

#include "tests/support/TestMain.h"

using namespace isthmus::html;

class tst_cssfilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void declarations_data()
    {
        QTest::addColumn<QString>("css");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *reason, const char *css, const char *written) {
            QTest::newRow(reason) << QString::fromUtf8(css) << QString::fromUtf8(written);
        };
        row("colour", "color: Red", "color:red;");
        row("several", "color:#fff; margin: 0 4px", "color:#fff;margin:0 4px;");
        row("unknown property", "behavior:url(x.htc);color:red", "color:red;");
        row("expression", "width:expression(alert(1))", "");
        row("expression spelled with escapes", "width:e\\78pression(alert(1))", "");
        row("expression cut by a comment", "width:ex/**/pression(alert(1))", "");
        row("position is gone", "position:fixed;top:0;left:0;z-index:9", "");
        row("semicolon inside a string", "font-family:'a;color:red'", "font-family:sans-serif;");
        row("closing brace inside a value", "color:red}body{display:none", "");
        row("picture of a background", "background:url(http://t.example/x.gif) #fff no-repeat", "background-color:#fff;");
        row("picture alone", "background-image:url('http://t.example/x.gif')", "");
        row("content cannot be made", "content:'x'", "");
        row("no engine would show size 0", "font-size:0", "font-size:1px;");
        row("giant text", "font-size:5000px", "font-size:120px;");
        row("numeric weight", "font-weight:700", "font-weight:bold;");
        row("light weight", "font-weight:300", "font-weight:normal;");
        row("line height that would overlap", "line-height:0.2", "line-height:1;");
        row("spacer row", "line-height:2px", "line-height:normal;");
        row("negative margin pulls text away", "margin-top:-400px", "margin-top:0px;");
        row("text thrown off the card", "text-indent:-9999px", "text-indent:0px;");
        row("fixed height would cut off", "height:20px", "min-height:20px;");
        row("flex is laid out as a block", "display:flex", "display:block;");
        row("hidden stays hidden", "display:none", "display:none;");
        row("rgb", "color:rgb(300, 0, 0)", "color:rgb(255,0,0);");
        row("calc is not understood", "width:calc(100% - 3px)", "");
        row("custom property", "--x:red;color:var(--x)", "");
        row("important ends the value", "color:red !important", "color:red;");
        row("angle bracket", "color:red</style><script>", "");
        row("endless width", "width:1e9px", "width:4000px;");
        row("unclosed function", "color:rgb(1,2", "");
    }
    void declarations()
    {
        QFETCH(QString, css);
        QFETCH(QString, written);
        CssFindings findings;
        QCOMPARE(filterDeclarations(css, {}, findings), written);
    }
    void sheets_data()
    {
        QTest::addColumn<QString>("css");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *reason, const char *css, bool dark, const char *written) {
            QTest::newRow(reason) << QString::fromUtf8(css) << dark << QString::fromUtf8(written);
        };
        row("plain rule", "p.x > a { color : red }", false, "p.x > a{color:red;}\n");
        row("imports are gone", "@import url(http://t.example/x.css); p{color:red}", false, "p{color:red;}\n");
        row("font faces are gone", "@font-face{font-family:x;src:url(http://t.example/f)} p{color:red}", false,
            "p{color:red;}\n");
        row("dark rules in the light", "@media (prefers-color-scheme: dark){p{color:#fff}}", false,
            "@media (max-width:1px){\np{color:#fff;}\n}\n");
        row("dark rules in the dark", "@media (prefers-color-scheme:dark){p{color:#fff}}", true,
            "@media (min-width:1px){\np{color:#fff;}\n}\n");
        row("width query stays", "@media only screen and (max-width:600px){p{color:red}}", false,
            "@media only screen and (max-width:600px){\np{color:red;}\n}\n");
        row("attribute selectors could read content", "a[href^='https']{color:red}", false, "");
        row("pseudo classes", "a:hover{color:red}", false, "");
        row("comment signs of old", "<!-- p{color:red} -->", false, "p{color:red;}\n");
        row("unclosed block", "p{color:red", false, "p{color:red;}\n");
        row("nothing can close the style element", "p{color:red}</style><script>x</script>", false, "p{color:red;}\n");
    }
    void sheets()
    {
        QFETCH(QString, css);
        QFETCH(bool, dark);
        QFETCH(QString, written);
        CssFindings findings;
        QCOMPARE(filterStyleSheet(css, {dark, false, false}, findings), written);
    }
    void remotePicturesAreListed()
    {
        CssFindings findings;
        (void)filterStyleSheet(u"p{background:url(http://a.example/1)} q{background-image:url(\"//b.example/2\")}", {},
                               findings);
        QCOMPARE(findings.remotePictures,
                 (QStringList{QStringLiteral("http://a.example/1"), QStringLiteral("//b.example/2")}));
    }
    void rulesAreBounded()
    {
        CssFindings findings;
        const QString sheet = QStringLiteral("p{color:red}").repeated(20'000);
        QVERIFY(filterStyleSheet(sheet, {}, findings).count(u'{') <= 2'000);
    }
};

ISTHMUS_TEST(tst_cssfilter)
#include "tst_cssfilter.moc"

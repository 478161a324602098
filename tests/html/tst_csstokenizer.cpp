#include "core/html/CssTokenizer.h"

#include "tests/support/TestMain.h"

#include <QRandomGenerator>

using namespace isthmus::html;
using Kind = CssToken::Kind;

class tst_csstokenizer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tokens_data()
    {
        QTest::addColumn<QString>("css");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("number");
        const auto row = [](const char *reason, const char16_t *css, Kind kind, const char16_t *text, double number = 0) {
            QTest::newRow(reason) << QString::fromUtf16(css) << static_cast<int>(kind) << QString::fromUtf16(text) << number;
        };
        row("ident", u"color", Kind::Ident, u"color");
        row("ident that begins with a hyphen", u"-x", Kind::Ident, u"-x");
        row("escaped letter is that letter", u"\\63 olor", Kind::Ident, u"color");
        row("escaped keyword", u"e\\78pression", Kind::Ident, u"expression");
        row("escape beyond Unicode", u"\\110000", Kind::Ident, u"\uFFFD");
        row("escaped surrogate", u"\\d800", Kind::Ident, u"\uFFFD");
        row("number", u"-1.5", Kind::Number, u"", -1.5);
        row("exponent", u"1e3", Kind::Number, u"", 1000);
        row("absurd exponent is bounded", u"1e999", Kind::Number, u"", 0);
        row("percentage", u"50%", Kind::Percentage, u"", 50);
        row("dimension", u"12PX", Kind::Dimension, u"px", 12);
        row("hash", u"#fff", Kind::Hash, u"fff");
        row("string", u"'a\"b'", Kind::String, u"a\"b");
        row("open string ends with the input", u"'abc", Kind::String, u"abc");
        row("line end breaks a string", u"'ab\nc'", Kind::BadString, u"");
        row("escaped line end does not", u"'ab\\\nc'", Kind::String, u"abc");
        row("url without quotes", u"url( http://x/y )", Kind::Url, u"http://x/y");
        row("url with quotes is a function", u"url('x')", Kind::Function, u"url");
        row("url spelled with escapes", u"\\75rl(x)", Kind::Url, u"x");
        row("bad url", u"url(a b\"c)", Kind::BadUrl, u"");
        row("at-keyword", u"@import", Kind::AtKeyword, u"import");
        row("comment is nothing", u"/* x */color", Kind::Ident, u"color");
        row("comment inside a word ends it", u"ex/**/pression", Kind::Ident, u"ex");
        row("open comment swallows the rest", u"a/* b", Kind::Ident, u"a");
    }
    void tokens()
    {
        QFETCH(QString, css);
        QFETCH(int, kind);
        QFETCH(QString, text);
        QFETCH(double, number);
        const auto found = tokenizeCss(css);
        QVERIFY(!found.empty());
        QCOMPARE(static_cast<int>(found.front().kind), kind);
        QCOMPARE(found.front().text, text);
        QCOMPARE(found.front().number, number);
    }
    void anyInputEnds()
    {
        QRandomGenerator random(99);
        const QString alphabet = QStringLiteral("ab{}()[];:,'\"\\/*@#-.0eurl \n!<>%");
        const int rounds = isthmus::test::isLong() ? 300'000 : 20'000;
        for (int i = 0; i < rounds; ++i) {
            QString css;
            for (int n = random.bounded(60); n > 0; --n)
                css += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
            QVERIFY(tokenizeCss(css).size() <= static_cast<size_t>(css.size()) + 1);
        }
    }
    void limitIsKept() { QCOMPARE(tokenizeCss(QString(1'000, u';'), 10).size(), size_t(10)); }
};

ISTHMUS_TEST(tst_csstokenizer)
#include "tst_csstokenizer.moc"

#include "core/display/DisplayCodec.h"
#include "core/html/Bidi.h"
#include "core/html/Layout.h"

#include "tests/support/TestMain.h"

#include <QBuffer>
#include <QFont>
#include <QFontMetrics>
#include <QImage>

using namespace isthmus;
using namespace isthmus::html;

namespace {

LayoutRequest request()
{
    LayoutRequest r;
    r.width = 500;
    r.fontFamily = QStringLiteral("DejaVu Sans");
    r.monospaceFamily = QStringLiteral("DejaVu Sans Mono");
    return r;
}

display::DisplayList lay(const QByteArray &html, const LayoutRequest &r = request())
{
    return layoutHtml(html, r).value().list;
}

/// WCAG 2.2.
double contrast(QRgb a, QRgb b)
{
    const auto light = [](QRgb colour) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        const QColor c(colour);
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF()) + 0.05;
    };
    return std::max(light(a), light(b)) / std::min(light(a), light(b));
}

/// Rectangles of drawn text: no two may cover each other.
int overlaps(const display::DisplayList &list)
{
    std::vector<QRect> boxes;
    for (const display::Op &op : list.ops) {
        const auto *text = std::get_if<display::TextOp>(&op);
        if (!text || text->text.trimmed().isEmpty())
            continue;
        const display::Font &spec = list.fonts[text->font];
        QFont font(spec.family);
        font.setPixelSize(spec.pixelSize);
        font.setBold(spec.bold);
        const QFontMetrics metrics(font);
        boxes.emplace_back(text->x, text->baseline - metrics.xHeight(), metrics.horizontalAdvance(text->text) - 2,
                           metrics.xHeight());
    }
    int found = 0;
    for (size_t i = 0; i < boxes.size(); ++i) {
        for (size_t j = i + 1; j < boxes.size(); ++j) {
            if (boxes[i].intersected(boxes[j]).width() > 1)
                ++found;
        }
    }
    return found;
}

}

class tst_layout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textIsInReadingOrderWithItsLinks()
    {
        const auto list = lay(
            "<h1>Minutes</h1><p>See <a href='https://x.example/'>the page</a>.</p><table><tr><td>a</td><td>b</td></tr></table>");
        QCOMPARE(list.text(), QStringLiteral("Minutes\nSee the page.\na\tb"));
        QCOMPARE(list.links.size(), size_t(1));
        const auto linked =
            std::find_if(list.runs.begin(), list.runs.end(), [](const display::Run &r) { return r.link == 0; });
        QVERIFY(linked != list.runs.end());
        QCOMPARE(list.linkAt(linked->rect.center()), 0);
    }
    void noTwoTextsOverlap_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("paragraphs") << QByteArray("<p>one two three</p>").repeated(20);
        QTest::newRow("fixed height with much text")
            << QByteArray("<div style='height:10px'>" + QByteArray("word ").repeated(200) + "</div><p>after</p>");
        QTest::newRow("absolute overlay") << QByteArray(
            "<p>below</p><div style='position:absolute;top:0;left:0'>above</div>");
        QTest::newRow("negative margin") << QByteArray("<p>below</p><p style='margin-top:-40px'>above</p>");
        QTest::newRow("tiny line height") << QByteArray("<p style='line-height:0.1'>" + QByteArray("word ").repeated(100)
                                                        + "</p>");
        QTest::newRow("nested tables") << QByteArray(
            "<table width=600><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr></table>");
    }
    void noTwoTextsOverlap()
    {
        QFETCH(QByteArray, html);
        QCOMPARE(overlaps(lay(html)), 0);
    }
    void nothingIsMuchWiderThanTheCard_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("wide table") << QByteArray("<table width=2000><tr><td>a</td><td>b</td></tr></table>");
        QTest::newRow("wide div") << QByteArray("<div style='width:3000px'>a</div>");
        QTest::newRow("one endless word") << QByteArray(20'000, 'x');
        QTest::newRow("minimum width") << QByteArray("<div style='min-width:3000px'>a</div>");
        QTest::newRow("unbreakable table cell") << QByteArray("<table><tr><td style=\"white-space:nowrap\">"
                                                              + QByteArray("a ").repeated(2'000) + "</td></tr></table>");
        QTest::newRow("preformatted line")
            << QByteArray("<pre style=\"white-space:pre\">" + QByteArray("a ").repeated(2'000) + "</pre>");
        QTest::newRow("huge colspan") << QByteArray("<table><tr><td colspan=100000000>a</td></tr></table>");
    }
    void nothingIsMuchWiderThanTheCard()
    {
        QFETCH(QByteArray, html);
        const auto list = lay(html);
        QVERIFY2(list.width <= 900, qPrintable(QString::number(list.width)));
        QVERIFY(list.text().startsWith(u'a') || list.text().startsWith(u'x'));
    }
    void darkWithoutDarkRulesIsInverted()
    {
        LayoutRequest dark = request();
        dark.dark = true;
        const auto list = lay("<p style='color:#000;background:#fff'>x</p>", dark);
        for (const display::Op &op : list.ops) {
            if (const auto *text = std::get_if<display::TextOp>(&op))
                QVERIFY(qGray(text->colour) > 180);
            if (const auto *fill = std::get_if<display::FillOp>(&op))
                QVERIFY(qGray(fill->colour) < 80);
        }
    }
    /// Of hues whose lightness says little about how bright they look.
    void whatCouldBeReadCanBeReadInTheDark_data()
    {
        QTest::addColumn<QByteArray>("style");
        QTest::newRow("link") << QByteArray();
        QTest::newRow("link on cream") << QByteArray("background:#f4efe6");
        QTest::newRow("blue") << QByteArray("color:#0000ee");
        QTest::newRow("blue on yellow") << QByteArray("color:#0000ee;background:#ffff00");
        QTest::newRow("white on wine") << QByteArray("color:#ffffff;background:#7a1f3d");
        QTest::newRow("red on pink") << QByteArray("color:#8b0000;background:#ffd6e0");
    }
    void whatCouldBeReadCanBeReadInTheDark()
    {
        QFETCH(QByteArray, style);
        LayoutRequest dark = request();
        dark.dark = true;
        const auto list = lay("<a href='https://a.example/' style='" + style + "'>words</a>", dark);
        QRgb ground = qRgb(0x21, 0x21, 0x21);
        int texts = 0;
        for (const display::Op &op : list.ops) {
            if (const auto *fill = std::get_if<display::FillOp>(&op); fill && fill->rect.height() > 8)
                ground = fill->colour;
            if (const auto *text = std::get_if<display::TextOp>(&op)) {
                ++texts;
                const double ratio = contrast(text->colour, ground);
                QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
            }
        }
        QVERIFY(texts > 0);
    }
    void darkRulesOfTheSenderAreUsedOnlyInTheDark()
    {
        const QByteArray html =
            "<style>.d{display:none} @media (prefers-color-scheme:dark){.d{display:block}.l{display:none}}</style>"
            "<p class=l>LIGHT</p><p class=d>DARK</p>";
        QCOMPARE(lay(html).text(), QStringLiteral("LIGHT"));
        LayoutRequest dark = request();
        dark.dark = true;
        QCOMPARE(lay(html, dark).text(), QStringLiteral("DARK"));
    }
    void breakEndsALine()
    {
        const auto list = lay("<p>Best wishes<br>Bob</p>");
        QCOMPARE(list.text(), QStringLiteral("Best wishes\nBob"));
        QVERIFY(list.runs.back().rect.top() >= list.runs.front().rect.bottom());
    }
    void centredTableDoesNotCentreItsText()
    {
        const auto list = lay("<table width=400 align=center><tr><td>a</td></tr></table>");
        QVERIFY2(list.runs.front().rect.left() < 180, qPrintable(QString::number(list.runs.front().rect.left())));
    }
    void rightToLeftLinesAreDrawnAsOne()
    {
        const auto list = lay(QStringLiteral("<p dir=rtl>مرحبا بالعالم Qt</p>").toUtf8());
        int texts = 0;
        for (const display::Op &op : list.ops) {
            if (const auto *text = std::get_if<display::TextOp>(&op)) {
                ++texts;
                QVERIFY(text->text.contains(QStringLiteral("مرحبا بالعالم")));
            }
        }
        QCOMPARE(texts, 1);
    }
    void picturesOfTheMailAreDecodedRemoteOnesAreNot()
    {
        QImage image(3, 2, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray png;
        QBuffer buffer(&png);
        image.save(&buffer, "PNG");
        LayoutRequest r = request();
        QStringList asked;
        r.relatedPart = [&](const QString &id) {
            asked.append(id);
            return png;
        };
        const auto list = lay("<img src='cid:p1'><img src='https://t.example/x.png'>", r);
        QCOMPARE(asked, QStringList{QStringLiteral("p1")});
        QCOMPARE(list.pictures.size(), size_t(1));
        QCOMPARE(list.pictures[0].rgba.left(4), QByteArray("\xff\x00\x00\xff", 4));
        QCOMPARE(list.remotePictures.size(), size_t(1));
    }
    void wordsStayApartWhereALineIsBroken()
    {
        const QByteArray words = QByteArray("seven words that fill a whole line ").repeated(10);
        for (const QByteArray &markup :
             {words, "<b>" + words + "</b><i>" + words + "</i>", QByteArray(words).replace(" ", "\n  ")})
            QCOMPARE(lay("<p>" + markup).text().simplified(),
                     QString::fromLatin1(
                         QByteArray(markup).replace("<b>", "").replace("</b>", "").replace("<i>", "").replace("</i>", ""))
                         .simplified());
    }
    void linkedPictureIsALink()
    {
        QImage image(30, 20, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray png;
        QBuffer buffer(&png);
        image.save(&buffer, "PNG");
        LayoutRequest r = request();
        r.relatedPart = [&](const QString &) { return png; };
        const auto list = lay(
            "<a href='https://shop.example/'><img src='cid:p1' alt='Our shop'></a>Hello <img src='cid:p1' alt='Nothing'>",
            r);
        const int link = list.linkAt({15, 10});
        QCOMPARE(link, 0);
        QCOMPARE(list.runs.front().rect.size(), QSize(30, 20));
        QCOMPARE(list.text().trimmed(), QStringLiteral("Our shop Hello"));
        QCOMPARE(list.linkAt({60, 10}), -1);
    }
    void whatIsLaidOutPassesTheChecker()
    {
        const auto list = lay(
            "<p>a <b>b</b></p><ul><li>c</li></ul><ol><li>d</li></ol><hr><blockquote style='border-radius:4px;border:1px solid red'>q</blockquote><p>z</p>");
        const auto read = display::decode(display::encode(list));
        QVERIFY(read.ok());
        QCOMPARE(read.value(), list);
    }
    void linkTextOfAnotherHostIsMarked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("mismatch");
        QTest::newRow("same") << "https://bank.example/x"
                              << "https://bank.example/y" << false;
        QTest::newRow("www is decoration") << "www.bank.example"
                                           << "https://bank.example/" << false;
        QTest::newRow("another host") << "www.bank.example"
                                      << "https://evil.example/" << true;
        QTest::newRow("host as a subdomain of another") << "bank.example"
                                                        << "https://bank.example.evil.example/" << true;
        QTest::newRow("words are no host") << "your bank"
                                           << "https://evil.example/" << false;
        QTest::newRow("user part that looks like a host") << "https://bank.example"
                                                          << "https://bank.example@evil.example/" << true;
    }
    void linkTextOfAnotherHostIsMarked()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        QFETCH(bool, mismatch);
        QCOMPARE(namesAnotherHost(text, url), mismatch);
    }
};

ISTHMUS_TEST(tst_layout)
#include "tst_layout.moc"

#include "app/reader/WarmUp.h"

#include "app/reader/ReadJob.h"

#include "core/reader/WishCodec.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QGlyphRun>
#include <QImage>
#include <QImageReader>
#include <QRawFont>
#include <QTextLayout>

#include <vector>

namespace isthmus::readerapp {

namespace {

using reader::FrameKind;

/// Text in each script that has a face of its own; its shaping loads what that script needs.
constexpr char16_t scripts[] =
    u"Latin Ελληνικά Кириллица עברית العربية हिन्दी বাংলা ગુજરાતી ਪੰਜਾਬੀ தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල ไทย ລາວ "
    u"မြန်မာ ქართული Հայերեն አማርኛ ខ្មែរ ދިވެހި ଓଡ଼ିଆ 漢字 かな 한글 ☃ ✈ → ∑ \U0001F600";

/// The face cache holds a font's file open while somebody uses it; these live as long as the process.
std::vector<QRawFont> &keptFonts()
{
    static std::vector<QRawFont> fonts;
    return fonts;
}

void openFonts()
{
    for (const QString &family : QFontDatabase::families()) {
        for (const int weight : {QFont::Normal, QFont::Bold}) {
            for (const bool italic : {false, true}) {
                const QFont font(family, 12, weight, italic);
                keptFonts().push_back(QRawFont::fromFont(font));
            }
        }
    }
}

/// Every style and, through the script's characters, every face that text falls back to.
void shapeText()
{
    for (const char16_t *family : {u"sans-serif", u"serif", u"monospace"}) {
        for (const int weight : {QFont::Normal, QFont::Bold}) {
            for (const bool italic : {false, true}) {
                QFont font(QString::fromUtf16(family), 12, weight, italic);
                font.setPixelSize(15);
                const QString text = QString::fromUtf16(scripts);
                static_cast<void>(QFontMetrics(font).horizontalAdvance(text));
                QTextLayout layout(text, font);
                layout.beginLayout();
                layout.createLine().setLineWidth(400);
                layout.endLayout();
                for (const QGlyphRun &run : layout.glyphRuns())
                    keptFonts().push_back(run.rawFont());
            }
        }
    }
}

QByteArray written(const char *format)
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::white);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

void decodePictures()
{
    const QByteArray gif = QByteArray::fromBase64("R0lGODlhAQABAIABAP8AAP///yH5BAEAAAEALAAAAAABAAEAAAICRAEAOw==");
    for (const auto &[format, bytes] :
         {std::pair("png", written("png")), std::pair("jpeg", written("jpeg")), std::pair("gif", gif)}) {
        QByteArray copy = bytes;
        QBuffer buffer(&copy);
        static_cast<void>(QImageReader(&buffer, format).read().convertToFormat(QImage::Format_RGBA8888));
    }
}

QByteArray sampleMail()
{
    return QByteArrayLiteral(
               "From: =?iso-8859-15?Q?J=E9r=F4me?= <a@example.org>\r\nTo: b@example.org\r\n"
               "Subject: =?gb18030?B?suLK1A==?= =?iso-2022-jp?B?GyRCJUYlOSVIGyhC?=\r\n"
               "Date: Sat, 21 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
               "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
               "--b\r\nContent-Type: text/plain; charset=windows-1252\r\n"
               "Content-Transfer-Encoding: quoted-printable\r\n\r\n=80 caf=E9\r\n"
               "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
               "<style>p{color:#123;font-family:Arial}</style><p dir=rtl>one <b>two</b> <i>three</i> <code>x</code></p>"
               "<table border=1><tr><td>")
           + QString::fromUtf16(scripts).toUtf8()
           + QByteArrayLiteral("</td></tr></table><ul><li>item</ul><a href='https://example.org/'>link</a>\r\n--b--\r\n");
}

}

void warmUpReading()
{
    answerTo(FrameKind::ReadMail, sampleMail(), [](const JobAnswer &) {});
}

void warmUpLayout()
{
    openFonts();
    shapeText();
    decodePictures();
    answerTo(FrameKind::LayOut, reader::packWish({}) + sampleMail(), [](const JobAnswer &) {});
}

}

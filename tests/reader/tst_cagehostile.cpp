#include "tests/reader/Cage.h"
#include "tests/support/TestMain.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTimer>

using namespace isthmus;

namespace {

QByteArray htmlMail(const QByteArray &html)
{
    return "Content-Type: text/html; charset=utf-8\r\n\r\n" + html;
}

QByteArray nested(int depth)
{
    QByteArray mail;
    for (int i = 0; i < depth; ++i) {
        const QByteArray boundary = "b" + QByteArray::number(i);
        mail += "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n";
    }
    return mail + "\r\ntext\r\n";
}

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    QRandomGenerator random(20261122);
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

}

/// Mails that are expensive, deep, huge or meaningless, as libraries are known to suffer from.
class tst_cagehostile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLoggingCategory::setFilterRules(QStringLiteral("isthmus.reader.warning=false")); }
    void cleanup() { QLoggingCategory::setFilterRules({}); }

    void hostileMailEndsInsideItsLimitsAndTheNextIsRead_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no header") << QByteArray("\r\n\r\n\r\n");
        QTest::newRow("NULs") << QByteArray(1'000'000, '\0');
        QTest::newRow("random octets") << randomBytes(2'000'000);
        QTest::newRow("multiparts 100 deep") << nested(100);
        QTest::newRow("multiparts 10,000 deep") << nested(10'000);
        QTest::newRow("boundary of one letter, 3 MB")
            << "Content-Type: multipart/mixed; boundary=a\r\n\r\n" + QByteArray("--a\r\n\r\n").repeated(430'000);
        QTest::newRow("600,000 lines that look like boundaries")
            << "Content-Type: multipart/mixed; boundary=a\r\n\r\n" + QByteArray("--b\r\n").repeated(600'000);
        QTest::newRow("groups in groups, 100,000") << "To: " + QByteArray("a:").repeated(100'000) + "\r\n\r\n";
        QTest::newRow("comments in comments") << "From: " + QByteArray("(").repeated(100'000) + "\r\n\r\n";
        QTest::newRow("100,000 fields") << QByteArray("X: y\r\n").repeated(100'000) + "\r\n";
        QTest::newRow("100,000 addresses") << "To: " + QByteArray("a@b.example,").repeated(100'000) + "\r\n\r\n";
        QTest::newRow("100,000 encoded words") << "Subject: " + QByteArray("=?utf-8?Q?x?= ").repeated(100'000) + "\r\n\r\n";
        QTest::newRow("subject of 10 MB") << "Subject: " + QByteArray(10'000'000, 'x') + "\r\n\r\n";
        QTest::newRow("unknown character set") << QByteArray("Content-Type: text/plain; charset=klingon\r\n\r\n\xff\xfe text");
        QTest::newRow("path as character set") << QByteArray("Content-Type: text/plain; charset=\"../../etc/passwd\"\r\n\r\ntext");
        QTest::newRow("40,000 table cells") << htmlMail("<table><tr>" + QByteArray("<td>x</td>").repeated(40'000));
        QTest::newRow("20,000 style rules")
            << htmlMail("<style>" + QByteArray("div p b i{color:red}").repeated(20'000) + "</style><div><p><b><i>x");
        QTest::newRow("100,000 boxes") << htmlMail(QByteArray("<div>x</div>").repeated(100'000));
        QTest::newRow("boxes 5,000 deep") << htmlMail(QByteArray("<div>").repeated(5'000) + "x");
        QTest::newRow("tables 16 deep") << htmlMail(QByteArray("<table width=100%><tr><td>").repeated(16) + "x");
        QTest::newRow("a million words") << htmlMail(QByteArray("word ").repeated(1'000'000));
        QTest::newRow("columns without end") << htmlMail("<table><tr><td colspan=100000000>x");
        QTest::newRow("quotes 60 deep") << htmlMail(QByteArray("<blockquote>").repeated(60) + "x");
        QTest::newRow("attributes without end") << htmlMail("<p " + QByteArray("a=b ").repeated(100'000) + ">x");
        QTest::newRow("picture that claims 60,000 pixels a side")
            << htmlMail("<img src=\"data:image/png;base64,"
                        + QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000ea600000ea6008060000005c72a8").toBase64()
                        + "\">");
    }
    void hostileMailEndsInsideItsLimitsAndTheNextIsRead()
    {
        QFETCH(QByteArray, raw);
        static test::Cage cage({}, std::chrono::seconds(30), test::Cage::Fonts::All);
        qint64 longestPause = 0;
        QElapsedTimer since;
        QTimer ticks;
        connect(&ticks, &QTimer::timeout, this, [&] { longestPause = std::max(longestPause, since.restart()); });
        since.start();
        ticks.start(1);
        QElapsedTimer clock;
        clock.start();
        const auto mail = cage.read(raw);
        const qint64 readMs = clock.restart();
        const auto list = cage.layout(raw);
        qInfo().noquote() << "read" << readMs << "ms:" << (mail.ok() ? QStringLiteral("yes") : mail.error().detail) << "· laid out"
                          << clock.elapsed() << "ms:" << (list.ok() ? QStringLiteral("yes") : list.error().detail)
                          << "· longest pause" << longestPause << "ms";
        if (!mail.ok())
            QVERIFY(mail.error().fault != base::Fault::Cancelled);
        QVERIFY(cage.answersTheNext());
    }
    void nothingIsOpenedAfterTheStart_data()
    {
        QTest::addColumn<QString>("family");
        QTest::addColumn<QByteArray>("style");
        QTest::newRow("sans-serif") << "sans-serif" << QByteArray();
        QTest::newRow("bold serif") << "serif" << QByteArray("font-weight:bold");
        QTest::newRow("italic monospace") << "monospace" << QByteArray("font-style:italic");
        QTest::newRow("unknown family") << "Comic Sans MS" << QByteArray("font-weight:bold;font-style:italic");
    }
    void nothingIsOpenedAfterTheStart()
    {
        // Every block of Unicode, laid out where a look for a file ends the child.
        QFETCH(QString, family);
        QFETCH(QByteArray, style);
        test::Cage cage({}, std::chrono::seconds(30), test::Cage::Fonts::All,
                        {QStringLiteral("--kill-file-calls")});
        QVERIFY2(cage.attempt(QStringLiteral("open")).contains(QStringLiteral("forbidden system call")),
                 "the trap is set");
        port::LayoutWish wish;
        wish.fontFamily = wish.monospaceFamily = family;
        constexpr char32_t piece = 4096;
        for (char32_t first = 0x20; first < 0x32000; first += piece) {
            QString text;
            for (char32_t code = first; code < first + piece; ++code) {
                if ((code < 0xD800 || code > 0xDFFF) && code != U'<' && code != U'&')
                    text += QString::fromUcs4(&code, 1) + (code % 12 == 0 ? QStringLiteral(" ") : QString());
            }
            const auto list = cage.layout(htmlMail("<p style=\"" + style + "\">" + text.toUtf8()), wish);
            QVERIFY2(list.ok() || list.error().fault != base::Fault::ProtocolBroken,
                     qPrintable(QStringLiteral("U+%1: ").arg(first, 0, 16) + (list.ok() ? QString() : list.error().detail)));
        }
    }
    void mailsOfTheCorporaOpenNothing_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"mime4j", "mikel-mail", "kmime", "flanker", "sisimai", "rspamd", "mailparser", "cpython"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void mailsOfTheCorporaOpenNothing()
    {
        QFETCH(QString, name);
        const QString corpus = test::corpusPath(name);
        if (corpus.isEmpty())
            QSKIP("this corpus is not here");
        test::Cage cage({}, std::chrono::seconds(30), test::Cage::Fonts::All,
                        {QStringLiteral("--kill-file-calls")});
        int mails = 0;
        QDirIterator walk(corpus, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext() && (mails < 60 || test::isLong())) {
            QFile file(walk.next());
            QVERIFY(file.open(QFile::ReadOnly));
            const QByteArray raw = file.readAll();
            const auto mail = cage.read(raw);
            QVERIFY2(mail.ok() || mail.error().fault != base::Fault::ProtocolBroken, qPrintable(file.fileName()));
            const auto list = cage.layout(raw);
            QVERIFY2(list.ok() || list.error().fault != base::Fault::ProtocolBroken, qPrintable(file.fileName()));
            ++mails;
        }
        qInfo() << "mails" << mails;
        QVERIFY(mails > 0);
    }
};

ISTHMUS_TEST(tst_cagehostile)
#include "tst_cagehostile.moc"

#include "tests/reader/Cage.h"
#include "tests/reader/HostileMails.h"
#include "tests/support/TestMain.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QTimer>

using namespace isthmus;

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
        for (const auto &[name, raw] : test::hostileMails())
            QTest::newRow(qPrintable(name)) << raw;
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
        qInfo().noquote() << "read" << readMs << "ms:" << (mail.ok() ? QStringLiteral("yes") : mail.error().detail)
                          << "· laid out" << clock.elapsed()
                          << "ms:" << (list.ok() ? QStringLiteral("yes") : list.error().detail) << "· longest pause"
                          << longestPause << "ms";
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
        test::Cage cage({}, std::chrono::seconds(30), test::Cage::Fonts::All, {QStringLiteral("--kill-file-calls")});
        QVERIFY2(cage.attempt(QStringLiteral("open")).contains(QStringLiteral("forbidden system call")), "the trap is set");
        port::LayoutWish wish;
        wish.fontFamily = wish.monospaceFamily = family;
        constexpr char32_t piece = 4096;
        for (char32_t first = 0x20; first < 0x32000; first += piece) {
            QString text;
            for (char32_t code = first; code < first + piece; ++code) {
                if ((code < 0xD800 || code > 0xDFFF) && code != U'<' && code != U'&')
                    text += QString::fromUcs4(&code, 1) + (code % 12 == 0 ? QStringLiteral(" ") : QString());
            }
            const auto list = cage.layout(test::htmlMail("<p style=\"" + style + "\">" + text.toUtf8()), wish);
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
        test::Cage cage({}, std::chrono::seconds(30), test::Cage::Fonts::All, {QStringLiteral("--kill-file-calls")});
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

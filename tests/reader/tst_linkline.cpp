#include "tests/support/TestMain.h"

#include <QFile>
#include <QProcess>

using namespace isthmus;

/// What the programs are linked with: the window's cannot parse strangers' mail, the reader's cannot reach out.
class tst_linkline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void programIsNotLinkedWith_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("library");
        for (const char *library : {"libgmime", "libgumbo", "litehtml"}) {
            QTest::addRow("the window's, %s", library) << "isthmus" << QString::fromLatin1(library);
        }
        for (const char *library : {"libQt6Network", "libQt6Sql", "libQt6DBus", "libQt6Widgets", "libvmime", "libgloox",
                                    "libcares", "libssl", "libcrypto", "libqt6keychain"}) {
            QTest::addRow("the reader's, %s", library) << "isthmus-reader" << QString::fromLatin1(library);
        }
    }
    void programIsNotLinkedWith()
    {
        QFETCH(QString, program);
        QFETCH(QString, library);
        const QString path = test::buildPath(program);
        if (!QFile::exists(path))
            QSKIP("this program is not built");
        const QString needed = neededBy(path);
        QVERIFY2(needed.contains(QStringLiteral("libQt6Core")), "the list was read");
        QVERIFY2(!needed.contains(library), qPrintable(needed));
    }
    void windowHoldsNoCodeOfTheParsers()
    {
        // litehtml is a static library: its classes would show as symbols.
        const QString path = test::buildPath(QStringLiteral("isthmus"));
        if (!QFile::exists(path))
            QSKIP("this program is not built");
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const char *mark : {"N8litehtml", "gumbo_parse", "g_mime_parser_new"})
            QVERIFY2(!bytes.contains(mark), mark);
        QFile reader(test::buildPath(QStringLiteral("isthmus-reader")));
        QVERIFY(reader.open(QFile::ReadOnly));
        QVERIFY2(reader.readAll().contains("N8litehtml"), "the mark is one");
    }

private:
    static QString neededBy(const QString &path)
    {
        QProcess readelf;
        readelf.start(QStringLiteral("readelf"), {QStringLiteral("--dynamic"), QStringLiteral("--wide"), path});
        return readelf.waitForFinished(30'000) ? QString::fromUtf8(readelf.readAllStandardOutput()) : QString();
    }
};

ISTHMUS_TEST(tst_linkline)
#include "tst_linkline.moc"

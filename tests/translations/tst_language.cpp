#include "app/language/Language.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QLocale>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace isthmus;

namespace {

/// What a fresh program says in \p wanted; the test's own application is left as it is.
struct Spoken {
    explicit Spoken(const QString &wanted) { language::speak(*qApp, wanted); }
    ~Spoken()
    {
        qDeleteAll(qApp->findChildren<QTranslator *>());
        QLocale::setDefault(before);
    }
    Q_DISABLE_COPY_MOVE(Spoken)

    static QString attachments(int count)
    {
        return QCoreApplication::translate("isthmus::timeline::Item", "%n attachment(s)", nullptr, count);
    }

    QLocale before;
};

QString pseudoFile()
{
    return test::buildPath(QStringLiteral("translations/isthmus_pseudo.qm"));
}

}

class tst_language : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiveLanguagesAreInside();
    void pluralsFollowTheLanguage_data();
    void pluralsFollowTheLanguage();
    void datesAndQtsOwnWordsFollow();
    void theDesktopsCountryIsKept();
    void theDesktopsScriptCounts();
    void theUnknownIsEnglish();
    void aTranslatorsFileSpeaks();
};

void tst_language::fiveLanguagesAreInside()
{
    const QStringList codes = language::codes();
    QCOMPARE(QSet<QString>(codes.begin(), codes.end()),
             (QSet<QString>{QStringLiteral("de"), QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("fr"),
                            QStringLiteral("zh_CN")}));
    QVERIFY(language::isKnown(QStringLiteral("zh_CN")));
    QVERIFY(!language::isKnown(QStringLiteral("tlh")));
    QVERIFY(!language::isKnown(QStringLiteral("no such file.qm")));
}

void tst_language::pluralsFollowTheLanguage_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *code, int count, const QString &words) {
        QTest::newRow(qPrintable(QStringLiteral("%1, %2").arg(QLatin1String(code)).arg(count)))
            << QString::fromLatin1(code) << count << words;
    };
    row("en", 0, QStringLiteral("0 attachments"));
    row("en", 1, QStringLiteral("1 attachment"));
    row("en", 2, QStringLiteral("2 attachments"));
    row("de", 0, QStringLiteral("0 Anhänge"));
    row("de", 1, QStringLiteral("1 Anhang"));
    row("de", 21, QStringLiteral("21 Anhänge"));
    row("fr", 0, QStringLiteral("0 pièce jointe")); // French counts nothing as one
    row("fr", 1, QStringLiteral("1 pièce jointe"));
    row("fr", 2, QStringLiteral("2 pièces jointes"));
    row("es", 0, QStringLiteral("0 adjuntos"));
    row("es", 1, QStringLiteral("1 adjunto"));
    row("es", 2, QStringLiteral("2 adjuntos"));
    row("zh_CN", 1, QStringLiteral("1 个附件"));
    row("zh_CN", 2, QStringLiteral("2 个附件"));
}

void tst_language::pluralsFollowTheLanguage()
{
    QFETCH(QString, code);
    QFETCH(int, count);
    const Spoken spoken(code);
    QTEST(Spoken::attachments(count), "words");
}

void tst_language::datesAndQtsOwnWordsFollow()
{
    const QDate date(2026, 11, 22);
    {
        const Spoken spoken(QStringLiteral("de"));
        QCOMPARE(QLocale().toString(date, QLocale::LongFormat), QStringLiteral("Sonntag, 22. November 2026"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
    }
    const Spoken spoken(QStringLiteral("zh_CN"));
    QVERIFY(QLocale().toString(date, QLocale::LongFormat).startsWith(QStringLiteral("2026年11月22日")));
}

void tst_language::theDesktopsCountryIsKept()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Switzerland));
    {
        const Spoken spoken(QStringLiteral("de"));
        QCOMPARE(QLocale().territory(), QLocale::Switzerland);
    }
    QLocale::setDefault(before);
}

void tst_language::theDesktopsScriptCounts()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::Singapore));
    {
        const Spoken spoken(QString{});
        QCOMPARE(Spoken::attachments(2), QStringLiteral("2 个附件"));
    }
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::Taiwan)); // reads traditional characters
    {
        const Spoken spoken(QString{});
        QCOMPARE(Spoken::attachments(2), QStringLiteral("2 attachments"));
    }
    QLocale::setDefault(before);
}

void tst_language::theUnknownIsEnglish()
{
    const Spoken spoken(QStringLiteral("tlh"));
    QCOMPARE(Spoken::attachments(1), QStringLiteral("1 attachment"));
}

void tst_language::aTranslatorsFileSpeaks()
{
    QVERIFY2(QFile::exists(pseudoFile()), qPrintable(pseudoFile()));
    QVERIFY(language::isKnown(pseudoFile()));
    const Spoken spoken(pseudoFile());
    const QString one = Spoken::attachments(1);
    QVERIFY2(one.startsWith(u'[') && one.endsWith(u']'), qPrintable(one));
    QVERIFY(one != Spoken::attachments(2));
    QVERIFY(!QCoreApplication::translate("isthmus::timeline::Item", "Reply").contains(QStringLiteral("Reply")));
}

ISTHMUS_TEST(tst_language)

#include "tst_language.moc"

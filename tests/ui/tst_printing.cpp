#include "ui/shell/Printing.h"

#include "tests/support/TestMain.h"
#include "tests/ui/DemoValues.h"

#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace isthmus;

class tst_printing : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// The words of a PDF as another program reads them, and the count of its pages.
    static QString wordsOf(const QString &path, int *pages)
    {
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
        if (!reader.waitForFinished(20000) || reader.exitCode() != 0)
            qFatal("pdftotext: %s", reader.readAllStandardError().constData());
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        *pages = static_cast<int>(text.count(QLatin1Char('\f')));
        return text.normalized(QString::NormalizationForm_KC); // a font may print "fi" as one glyph
    }
    static model::Item mail()
    {
        model::Item item;
        item.channel = model::Channel::Mail;
        item.kind = model::ItemKind::MailCard;
        item.at = test::demoNow();
        item.from = {QStringLiteral("Bob Miller"), test::demoMailbox("b@work.example")};
        item.to = {{QString(), test::demoMailbox("alice@chat.example")}};
        item.subject = QStringLiteral("Minutes <of> Tuesday");
        item.attachments.push_back({});
        item.attachments.back().name = QStringLiteral("figures.ods");
        return item;
    }

private Q_SLOTS:
    void aMailIsPrintedWholeWithItsHead()
    {
        const QString path = m_folder.filePath(QStringLiteral("mail.pdf"));
        model::Item item = mail();
        for (int i = 0; i < 200; ++i)
            item.text += QStringLiteral("line number %1 <b>end</b>\n").arg(i);
        {
            QPdfWriter writer(path);
            QVERIFY(shell::printItem(writer, item, QStringLiteral("Bob"), std::nullopt));
        }
        int pages = 0;
        const QString words = wordsOf(path, &pages);
        QVERIFY(pages >= 3);
        for (const char *word : {"Minutes <of> Tuesday", "Bob Miller <b@work.example>", "alice@chat.example", "figures.ods"})
            QVERIFY2(words.contains(QLatin1String(word)), word);
        for (int i = 0; i < 200; ++i)
            QVERIFY2(words.contains(QStringLiteral("line number %1 <b>end</b>").arg(i)), qPrintable(QString::number(i)));
    }

    void whatTheSenderLaidOutIsPrintedWhole()
    {
        display::DisplayList list;
        const QString path = m_folder.filePath(QStringLiteral("html.pdf"));
        {
            QPdfWriter writer(path);
            list.width = shell::printWidth(writer) + 200; // wider than the paper: made smaller
            list.fonts.push_back({});
            list.fonts.back().family = QStringLiteral("Noto Sans");
            list.fonts.back().pixelSize = 15;
            for (int i = 0; i < 150; ++i) {
                const QString text = QStringLiteral("row %1 of the letter").arg(i);
                list.ops.push_back(display::TextOp{0, i * 31 + 20, 0, qRgb(0, 0, 0), text});
                list.runs.push_back({text, QRect(0, i * 31 + 5, 300, 20), -1, true});
            }
            list.height = 150 * 31;
            QVERIFY(shell::printItem(writer, mail(), QStringLiteral("Bob"), list));
        }
        int pages = 0;
        const QString words = wordsOf(path, &pages);
        QVERIFY(pages >= 3);
        QVERIFY(words.contains(QStringLiteral("Minutes <of> Tuesday")));
        // A line that is clipped away at the end of a page stands in the file all the same.
        for (int i = 0; i < 150; ++i)
            QVERIFY2(words.contains(QStringLiteral("row %1 of the letter").arg(i)), qPrintable(QString::number(i)));
    }

    void aConversationIsPrinted()
    {
        const QString path = m_folder.filePath(QStringLiteral("conversation.pdf"));
        {
            QPdfWriter writer(path);
            QVERIFY(shell::printConversation(writer, test::demoItems(), QStringLiteral("Bob")));
        }
        int pages = 0;
        const QString words = wordsOf(path, &pages).simplified();
        for (const model::Item &item : test::demoItems()) {
            const QString first = item.text.simplified().section(QLatin1Char(' '), 0, 1);
            const bool isLatin = std::all_of(first.begin(), first.end(), [](QChar c) { return c.unicode() < 0x250; });
            QVERIFY2(!isLatin || words.contains(first), qPrintable(first));
        }
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral(".*")));
        QPdfWriter writer(QStringLiteral("/nonexistent/mail.pdf"));
        QVERIFY(!shell::printItem(writer, mail(), QStringLiteral("Bob"), std::nullopt));
    }
};

ISTHMUS_TEST(tst_printing)
#include "tst_printing.moc"

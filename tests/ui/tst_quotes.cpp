#include "tests/support/Differences.h"
#include "tests/support/TestMain.h"
#include "ui/timeline/Folding.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;
using namespace isthmus;

// Answers of many mail programs in many languages, and what discourse's trimmer takes for the answer in them.

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).replace(u"\r\n"_s, u"\n"_s) : QString();
}

/// Without blanks at the ends of lines and of the whole, and without a second empty line.
QString plainly(const QString &text)
{
    static const QRegularExpression blanks(u"[ \\t]+(?=\\n|$)|^[ \\t]+"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression empty(u"\\n{3,}"_s);
    return QString(text).remove(blanks).replace(empty, u"\n\n"_s).trimmed();
}

}

class tst_quotes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersOfManyProgramsAreFoldedOrExplained()
    {
        const QString folder = test::corpusPath(u"discourse-trimmer"_s);
        if (folder.isEmpty())
            QSKIP("the corpus is not here");
        test::Differences differences(u"discourse-trimmer/"_s);
        int folded = 0;
        const QStringList names = QDir(folder + u"/trimmed"_s).entryList(QDir::Files);
        QVERIFY(names.size() > 50);
        for (const QString &name : names) {
            const QString text = textOf(folder + u"/emails/"_s + name).trimmed();
            const timeline::FoldedText made = timeline::foldText(text, std::numeric_limits<int>::max() / 1000);
            const QString shown = plainly(made.shown);
            const QString answer = plainly(textOf(folder + u"/trimmed/"_s + name));
            folded += made.foldedLines > 0 ? 1 : 0;
            // Whatever else: no line of the answer is folded away.
            qsizetype from = 0;
            for (const QString &line : answer.split(u'\n', Qt::SkipEmptyParts)) {
                const qsizetype at = shown.indexOf(line, from);
                QVERIFY2(at >= 0, qPrintable(name + u": "_s + line));
                from = at + line.size();
            }
            differences.note(u"trimmed/"_s + name, shown == answer,
                             u"more shown: %1 lines"_s.arg(shown.count(u'\n') - answer.count(u'\n')));
        }
        QVERIFY(folded > 20);
        const QString unexplained = differences.unexplained();
        QVERIFY2(unexplained.isEmpty(), qPrintable(unexplained));
    }

    void forwardedMailsAreShownWhole()
    {
        const QString folder = test::corpusPath(u"discourse-trimmer"_s);
        if (folder.isEmpty())
            QSKIP("the corpus is not here");
        test::Differences differences(u"discourse-trimmer/"_s);
        for (const QString &name : QDir(folder + u"/embedded"_s).entryList(QDir::Files)) {
            const QString text = textOf(folder + u"/emails/"_s + name).trimmed();
            const timeline::FoldedText made = timeline::foldText(text, std::numeric_limits<int>::max() / 1000);
            differences.note(u"embedded/"_s + name, made.foldedLines > 0 && made.isQuote, u"not folded"_s);
        }
        const QString unexplained = differences.unexplained();
        QVERIFY2(unexplained.isEmpty(), qPrintable(unexplained));
    }
};

ISTHMUS_TEST(tst_quotes)
#include "tst_quotes.moc"

#include "core/display/DisplayPainter.h"
#include "core/html/Layout.h"
#include "core/mime/MailReader.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFont>
#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTextDocument>

#include <map>

using namespace isthmus;
using namespace isthmus::html;

namespace {

constexpr int card = 600;

LayoutRequest request()
{
    LayoutRequest r;
    r.width = card;
    r.fontFamily = QStringLiteral("DejaVu Sans");
    r.monospaceFamily = QStringLiteral("DejaVu Sans Mono");
    r.foldQuotes = false;
    return r;
}

struct Markup {
    QString name;
    QString html;
    QByteArray raw;                  ///< of the mail it is in
    QHash<QString, QString> related; ///< content id to section
};

void noteRelated(const model::MailPart &part, QHash<QString, QString> &related)
{
    if (!part.contentId.isEmpty())
        related.insert(part.contentId, part.section);
    for (const model::MailPart &child : part.children)
        noteRelated(child, related);
}

/// Every HTML text of every mail of a corpus, once.
std::vector<Markup> markupsOf(const QString &corpus)
{
    std::vector<Markup> found;
    QSet<QString> seen;
    QDirIterator walk(corpus, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.size() > 2'000'000 || !file.open(QFile::ReadOnly))
            continue;
        const QByteArray raw = file.readAll();
        if (!raw.contains("html") && !raw.contains("HTML"))
            continue;
        QStringList markups;
        const auto mail = mime::readMail(raw, [&markups](const QString &markup) {
            markups.append(markup);
            return mime::PlainText{markup, false, false};
        });
        if (!mail)
            continue;
        QHash<QString, QString> related;
        noteRelated(mail->root, related);
        for (const QString &markup : markups) {
            if (seen.contains(markup))
                continue;
            seen.insert(markup);
            found.push_back({QDir(corpus).relativeFilePath(file.fileName()), markup, raw, related});
        }
    }
    std::sort(found.begin(), found.end(), [](const Markup &a, const Markup &b) { return a.name < b.name; });
    return found;
}

base::Result<LaidOutHtml> lay(const Markup &markup, bool dark = false)
{
    LayoutRequest r = request();
    r.dark = dark;
    if (dark) {
        r.text = 0xffe8eaed;
        r.link = 0xff8ab4f8;
    }
    r.relatedPart = [&markup](const QString &id) {
        const auto section = markup.related.constFind(id);
        return section == markup.related.constEnd() ? QByteArray() : mime::decodedPart(markup.raw, *section).valueOr({});
    };
    return layoutHtml(markup.html.toUtf8(), r);
}

/// Words by number. Only letters and digits count: signs are drawn by some as pictures.
std::map<QString, int> wordsOf(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}]+"), QRegularExpression::UseUnicodePropertiesOption);
    std::map<QString, int> words;
    auto all = word.globalMatch(text.normalized(QString::NormalizationForm_KC));
    while (all.hasNext())
        ++words[all.next().captured().toCaseFolded()];
    return words;
}

/// As another reader of HTML sees it, which shares no code with ours. What is hidden is not text.
QString textOfAnotherReader(const QString &markup)
{
    // What is in the mail for the list of other programs only; this reader would show it.
    static const QRegularExpression hidden(QStringLiteral("<(div|span|p)\\b[^>]*display:\\s*none[^>]*>[^<]*</\\1>"),
                                           QRegularExpression::CaseInsensitiveOption);
    QTextDocument document;
    document.setUndoRedoEnabled(false);
    document.setHtml(QString(markup).remove(hidden));
    return document.toPlainText();
}

/// Pairs of drawn texts that cover each other, by the height of small letters.
QStringList overlaps(const display::DisplayList &list)
{
    struct Box {
        QRect rect;
        const QString *text = nullptr;
    };
    std::vector<Box> boxes;
    QHash<std::uint32_t, QFontMetrics> metrics;
    for (const display::Op &op : list.ops) {
        const auto *text = std::get_if<display::TextOp>(&op);
        if (!text || text->text.trimmed().isEmpty())
            continue;
        if (!metrics.contains(text->font)) {
            const display::Font &spec = list.fonts[text->font];
            QFont font(spec.family);
            font.setPixelSize(spec.pixelSize);
            font.setBold(spec.bold);
            font.setItalic(spec.italic);
            metrics.insert(text->font, QFontMetrics(font));
        }
        const QFontMetrics &m = *metrics.constFind(text->font);
        boxes.push_back({{text->x, text->baseline - m.xHeight(), m.horizontalAdvance(text->text.trimmed()) - 2, m.xHeight()},
                         &text->text});
    }
    std::sort(boxes.begin(), boxes.end(), [](const Box &a, const Box &b) { return a.rect.top() < b.rect.top(); });
    QStringList found;
    for (size_t i = 0; i < boxes.size(); ++i) {
        for (size_t j = i + 1; j < boxes.size() && boxes[j].rect.top() <= boxes[i].rect.bottom(); ++j) {
            const QRect both = boxes[i].rect.intersected(boxes[j].rect);
            if (both.width() > 1 && both.height() > 1)
                found.append(*boxes[i].text + u'|' + *boxes[j].text);
        }
    }
    return found;
}

}

/// The HTML of real mails, laid out: nothing lost, nothing over each other, nothing too wide.
class tst_htmlcorpora : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mailsAreLaidOutWhole_data()
    {
        QTest::addColumn<QString>("corpus");
        for (const char *name : {"cpython", "discourse-trimmer", "flanker", "gmime", "kmime", "mailparser", "messagelib",
                                 "mikel-mail", "mime4j", "mimekit", "notmuch", "rspamd", "sisimai", "stalwart", "talon"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void mailsAreLaidOutWhole()
    {
        QFETCH(QString, corpus);
        const QString folder = test::corpusPath(corpus);
        if (folder.isEmpty())
            QSKIP("this corpus is not here");
        const std::vector<Markup> markups = markupsOf(folder);
        QStringList faults;
        int words = 0;
        for (const Markup &markup : markups) {
            const auto laid = lay(markup);
            if (!laid) {
                faults.append(markup.name + QStringLiteral(": ") + laid.error().detail);
                continue;
            }
            if (laid->list.width > card * 1.8)
                faults.append(QStringLiteral("%1: %2 wide").arg(markup.name).arg(laid->list.width));
            const QStringList covered = overlaps(laid->list);
            if (!covered.isEmpty())
                faults.append(QStringLiteral("%1: %2 overlaps: %3")
                                  .arg(markup.name)
                                  .arg(covered.size())
                                  .arg(covered.mid(0, 3).join(u'·')));
            std::map<QString, int> shown = wordsOf(laid->list.text());
            QStringList lost;
            for (const auto &[word, number] : wordsOf(textOfAnotherReader(markup.html))) {
                words += number;
                if (shown[word] < number)
                    lost.append(QStringLiteral("%1 %2/%3").arg(word).arg(shown[word]).arg(number));
            }
            if (!lost.isEmpty())
                faults.append(
                    QStringLiteral("%1: lost %2: %3").arg(markup.name).arg(lost.size()).arg(lost.mid(0, 12).join(u' ')));
        }
        qInfo() << "HTML texts:" << markups.size() << "words:" << words << "faults:" << faults.size();
        for (const QString &fault : faults)
            qInfo().noquote() << fault;
        QVERIFY(faults.isEmpty());
    }
    /// To be looked at, beside a browser's.
    void picturesOfTen()
    {
        int made = 0;
        const QDir folder(test::buildPath(QStringLiteral("pictures/html")));
        folder.mkpath(QStringLiteral("."));
        for (const char *name : {"mikel-mail", "talon", "rspamd", "sisimai", "mime4j", "flanker", "messagelib"}) {
            const QString corpus = test::corpusPath(QString::fromLatin1(name));
            if (corpus.isEmpty())
                continue;
            int ofThis = 0;
            for (const Markup &markup : markupsOf(corpus)) {
                if (markup.html.size() < 1'500 || made == 10 || ofThis == 4)
                    continue;
                ++made;
                ++ofThis;
                QFile source(folder.filePath(QStringLiteral("%1.html").arg(made, 2, 10, QLatin1Char('0'))));
                QVERIFY(source.open(QFile::WriteOnly));
                source.write(markup.html.toUtf8());
                for (const bool dark : {false, true})
                    QVERIFY(paint(markup, dark,
                                  folder.filePath(QStringLiteral("%1-%2.png")
                                                      .arg(made, 2, 10, QLatin1Char('0'))
                                                      .arg(dark ? QStringLiteral("dark") : QStringLiteral("light")))));
            }
        }
        if (made == 0)
            QSKIP("no corpus is here");
    }

private:
    /// False if the picture has but one colour: then nothing was painted.
    static bool paint(const Markup &markup, bool dark, const QString &path)
    {
        const auto laid = lay(markup, dark);
        if (!laid)
            return false;
        const display::DisplayList &list = laid->list;
        const QRgb paper = dark ? 0xff202124 : 0xffffffff;
        QImage image(std::max(list.width, card) + 24, std::min(list.height, 3'000) + 24, QImage::Format_RGB32);
        image.fill(paper);
        QPainter painter(&image);
        painter.translate(12, 12);
        display::DisplayPainter(list).paint(painter, {0, 0, list.width, list.height});
        painter.end();
        bool painted = false;
        for (int y = 0; y < image.height() && !painted; ++y) {
            for (int x = 0; x < image.width() && !painted; ++x)
                painted = image.pixel(x, y) != paper;
        }
        return painted && image.save(path);
    }
};

ISTHMUS_TEST(tst_htmlcorpora)
#include "tst_htmlcorpora.moc"

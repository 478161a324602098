#include "core/html/HtmlToText.h"
#include "core/interworking/Body.h"
#include "core/mime/MailReader.h"
#include "tests/support/Differences.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace isthmus;

// What comes with the corpora beside the mails: which parts other readers see in them, and what they show.

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::optional<model::Mail> mailIn(const QByteArray &raw)
{
    auto mail = mime::readMail(raw, [](const QString &markup) -> mime::PlainText {
        const html::HtmlText made = html::htmlToText(markup);
        return {made.text, made.linkMismatch, made.truncated, made.exceeded};
    });
    return mail ? std::optional(std::move(*mail)) : std::nullopt;
}

/// The text of all leaves, those of messages inside the mail too.
QString allText(const QByteArray &raw, const model::MailPart &part, int depth = 0)
{
    QString text = part.text.value_or(QString()) + u'\n';
    for (const model::MailPart &child : part.children)
        text += allText(raw, child, depth);
    if (part.mimeType == u"message/rfc822"_s && depth < 20) {
        const QByteArray octets = mime::decodedPart(raw, part.section).valueOr({});
        if (const auto mail = mailIn(octets))
            text += allText(octets, mail->root, depth + 1);
    }
    return text;
}

/// What mime4j's XML says of a mail's structure: [a b] for a multipart, M for a message inside, t for what has a body.
QString structureIn(QXmlStreamReader &xml)
{
    QString shape;
    while (xml.readNextStartElement()) {
        const auto name = xml.name();
        if (name == u"multipart"_s)
            shape += u'[' + structureIn(xml) + u']';
        else if (name == u"message"_s)
            shape += u'M' + structureIn(xml);
        else if (name == u"body-part"_s)
            shape += structureIn(xml) + u' ';
        else if (name.endsWith(u"body"_s))
            shape += u't';
        if (name == u"header"_s || name == u"preamble"_s || name == u"epilogue"_s || name.endsWith(u"body"_s))
            xml.skipCurrentElement();
    }
    return shape;
}

QString structureOf(const QByteArray &raw, const model::MailPart &part, int depth = 0)
{
    if (part.isMultipart() && !part.children.empty()) {
        QString shape = u"["_s;
        for (const model::MailPart &child : part.children)
            shape += structureOf(raw, child, depth) + u' ';
        return shape + u']';
    }
    if (part.mimeType == u"message/rfc822"_s && depth < 20) {
        const QByteArray octets = mime::decodedPart(raw, part.section).valueOr({});
        if (const auto mail = mailIn(octets))
            return u'M' + structureOf(octets, mail->root, depth + 1);
    }
    return u"t"_s;
}

/// What KMail's tree of parts says, as far as nothing had to be decrypted for it.
struct Seen {
    bool encrypted = false;
    bool signedMail = false;
    int files = 0; ///< messages inside the mail among them
    bool operator==(const Seen &) const = default;
    [[nodiscard]] QString toString() const
    {
        return u"encrypted %1 signed %2 files %3"_s.arg(encrypted).arg(signedMail).arg(files);
    }
};

Seen seenIn(const QByteArray &tree)
{
    Seen seen;
    qsizetype inside = -1; // a message in the mail, whose own parts are behind its card
    for (const QByteArray &line : tree.split('\n')) {
        const qsizetype depth = line.indexOf('*');
        if (depth < 0 || (inside >= 0 && depth > inside))
            continue;
        inside = -1;
        if (line.endsWith("EncryptedMessagePart")) {
            seen.encrypted = true;
            inside = depth;
        } else if (line.endsWith("SignedMessagePart")) {
            seen.signedMail = true;
        } else if (line.endsWith("AttachmentMessagePart") || line.endsWith("EncapsulatedRfc822MessagePart")) {
            ++seen.files;
            inside = depth;
        }
    }
    return seen;
}

/// Of rspamd's cases: what is in a mail, not what is thought of it.
constexpr const char *comparedCases[] = {"cases/001_merged/104_get_from.robot", "cases/001_merged/281_fnames.robot"};

QStringList namesIn(const model::MailPart &part)
{
    QStringList names{part.fileName};
    for (const model::MailPart &child : part.children)
        names += namesIn(child);
    return names;
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression noWord(u"[^\\p{L}\\p{N}]+"_s);
    return text.split(noWord, Qt::SkipEmptyParts);
}

}

class tst_expected : public QObject
{
    Q_OBJECT

    static QStringList filesIn(const QString &folder, const QString &pattern)
    {
        QStringList files;
        QDirIterator all(folder, {pattern}, QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext())
            files << all.next();
        files.sort();
        return files;
    }

private Q_SLOTS:
    void structureOfMime4j()
    {
        const QString folder = test::corpusPath(u"mime4j"_s);
        if (folder.isEmpty())
            QSKIP("the corpus is not here");
        test::Differences differences(u"mime4j/"_s);
        int compared = 0;
        for (const QString &path : filesIn(folder, u"*.xml"_s)) {
            const QByteArray raw = readAll(QString(path).remove(u"_decoded"_s).chopped(4) + u".msg"_s);
            QXmlStreamReader xml(readAll(path));
            QVERIFY2(xml.readNextStartElement() && xml.name() == u"message"_s, qPrintable(path));
            const QString wanted = structureIn(xml);
            QVERIFY2(!xml.hasError(), qPrintable(path + xml.errorString()));
            const auto mail = mailIn(raw);
            QVERIFY(mail);
            differences.note(path.section(u'/', -1), structureOf(raw, mail->root) == wanted,
                             structureOf(raw, mail->root) + u" | "_s + wanted);
            ++compared;
        }
        QVERIFY(compared > 50);
        const QString unexplained = differences.unexplained();
        QVERIFY2(unexplained.isEmpty(), qPrintable(unexplained));
    }

    void partsOfMessagelib()
    {
        const QString folder = test::corpusPath(u"messagelib"_s);
        if (folder.isEmpty())
            QSKIP("the corpus is not here");
        test::Differences differences(u"messagelib/"_s);
        int compared = 0;
        for (const QString &path : filesIn(folder, u"*.mbox.tree"_s)) {
            const auto mail = mailIn(readAll(path.chopped(5)));
            QVERIFY(mail);
            const auto shown = interworking::shownBody(mail->root, {});
            // What is encrypted is listed as a file with us, and is none with KMail, which has the keys.
            const int files = static_cast<int>(shown.attachments.size()) - (shown.encrypted ? 1 : 0);
            const Seen ours{shown.encrypted, !shown.signedType.isEmpty(), files};
            const Seen theirs = seenIn(readAll(path));
            differences.note(path.section(u'/', -1), ours == theirs, ours.toString() + u" | "_s + theirs.toString());
            ++compared;
        }
        QVERIFY(compared > 40);
        const QString unexplained = differences.unexplained();
        QVERIFY2(unexplained.isEmpty(), qPrintable(unexplained));
    }

    /// Each line of text that KMail shows of a mail is among the texts that we have of it.
    void textOfMessagelib()
    {
        static const QRegularExpression line(u"<div dir=\"ltr\">(.*?)</div>"_s,
                                             QRegularExpression::DotMatchesEverythingOption);
        const QString folder = test::corpusPath(u"messagelib/mimetreeparser/autotests/data"_s);
        if (folder.isEmpty())
            QSKIP("the corpus is not here");
        test::Differences differences(u"messagelib/"_s);
        int compared = 0;
        for (const QString &path : filesIn(folder, u"*.mbox*.html"_s)) {
            const QString name = path.section(u'/', -1);
            const QByteArray raw = readAll(folder + u'/' + name.left(name.indexOf(u".mbox"_s)) + u".mbox"_s);
            const auto mail = mailIn(raw);
            if (raw.isEmpty() || !mail)
                continue; // another mail's name
            const QString ours = u' ' + wordsOf(allText(raw, mail->root)).join(u' ') + u' ';
            QString missing;
            auto lines = line.globalMatch(QString::fromUtf8(readAll(path)));
            while (lines.hasNext()) {
                const QString words = wordsOf(html::htmlToText(lines.next().captured(1)).text).join(u' ');
                if (!words.isEmpty() && !ours.contains(u' ' + words + u' ') && missing.isEmpty())
                    missing = words;
            }
            differences.note(path.mid(folder.size() + 1), missing.isEmpty(), missing);
            ++compared;
        }
        QVERIFY(compared > 60);
        const QString unexplained = differences.unexplained();
        QVERIFY2(unexplained.isEmpty(), qPrintable(unexplained));
    }

    /// Senders and file names, as rspamd's own tests expect them.
    void sendersAndNamesOfRspamd()
    {
        const QString folder = test::corpusPath(u"rspamd"_s);
        if (folder.isEmpty())
            QSKIP("the corpus is not here");
        static const QRegularExpression variable(u"^(\\$\\{\\w+\\})\\s{2,}(\\S.*)$"_s);
        static const QRegularExpression scanned(u"messages/(\\S+\\.eml)"_s);
        static const QRegularExpression expected(u"^\\s+Expect Symbol With (?:Exact Options|Option)  \\S+  (\\S.*)$"_s);
        test::Differences differences(u"rspamd/"_s);
        int compared = 0;
        for (const char *name : comparedCases) {
            QMap<QString, QString> variables;
            QString message;
            bool isRewritten = false;
            for (const QString &line : QString::fromUtf8(readAll(folder + u'/' + QLatin1String(name))).split(u'\n')) {
                if (const auto found = variable.match(line); found.hasMatch())
                    variables.insert(found.captured(1), found.captured(2));
                if (const auto found = scanned.match(line); found.hasMatch()) {
                    message = found.captured(1);
                    isRewritten = false;
                }
                isRewritten = isRewritten || line.contains(u"Rewrite-Mime-From"_s); // by the filter, not in the mail
                const auto found = expected.match(line);
                const QByteArray raw = found.hasMatch() ? readAll(folder + u"/messages/"_s + message) : QByteArray();
                if (raw.isEmpty() || isRewritten)
                    continue; // half of the messages are here
                const QString wanted = variables.value(found.captured(1), found.captured(1));
                const auto mail = mailIn(raw);
                QVERIFY(mail);
                QString ours;
                if (message.startsWith(u"from/"_s)) {
                    QVERIFY(!mail->from.empty());
                    const auto &from = mail->from.front();
                    ours = from.name + u',' + from.address.toString();
                } else {
                    ours = namesIn(mail->root).join(u'\n');
                }
                const bool isMet =
                    message.startsWith(u"from/"_s) ? wanted.section(u',', 0, 1) == ours : ours.split(u'\n').contains(wanted);
                differences.note(u"messages/"_s + message, isMet, ours + u" | "_s + wanted);
                ++compared;
            }
        }
        QVERIFY(compared >= 6);
        const QString unexplained = differences.unexplained();
        QVERIFY2(unexplained.isEmpty(), qPrintable(unexplained));
    }

    /// What is of another kind than a mail's content: named, with its reason, so that nothing new comes unseen.
    void everythingElseIsNamed_data()
    {
        QTest::addColumn<QString>("corpus");
        QTest::addColumn<QString>("pattern");
        QTest::newRow("rspamd") << u"rspamd"_s << u"*.robot"_s;
        QTest::newRow("messagelib, answers") << u"messagelib"_s << u"*.reply"_s;
        QTest::newRow("messagelib, forwarded") << u"messagelib"_s << u"*.forwarded.mbox"_s;
        QTest::newRow("messagelib, pages for answers") << u"messagelib"_s << u"*.html.content.*"_s;
        QTest::newRow("messagelib, headers") << u"messagelib/messageviewer"_s << u"*.html"_s;
        QTest::newRow("messagelib, templates") << u"messagelib/templateparser"_s << u"*.html"_s;
    }
    void everythingElseIsNamed()
    {
        QFETCH(QString, corpus);
        QFETCH(QString, pattern);
        const QString folder = test::corpusPath(corpus);
        if (folder.isEmpty())
            QSKIP("the corpus is not here");
        const QString root = test::corpusPath(corpus.section(u'/', 0, 0));
        test::Differences differences(corpus.section(u'/', 0, 0) + u'/');
        const QStringList files = filesIn(folder, pattern);
        QVERIFY(!files.isEmpty());
        for (const QString &path : files) {
            const QString name = path.mid(root.size() + 1);
            const bool isCompared = std::any_of(std::begin(comparedCases), std::end(comparedCases),
                                                [&](const char *one) { return name == QLatin1String(one); });
            if (!isCompared)
                differences.note(name, false, u"is not compared"_s);
        }
        const QString unexplained = differences.unexplained();
        QVERIFY2(unexplained.isEmpty(), qPrintable(unexplained));
    }
};

ISTHMUS_TEST(tst_expected)
#include "tst_expected.moc"

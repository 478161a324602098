#include "core/mime/MailReader.h"
#include "tests/support/TestMain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace isthmus;
using namespace isthmus::mime;

namespace {

/// Mails in the corpora, by what their names look like; the other files are expectations, keys and pictures.
QStringList mailFiles(const QString &root)
{
    static const QRegularExpression mail(
        u"\\.(eml|mbox|msg)$|^cpython/.*\\.txt$|^discourse-trimmer/.*/emails/|^flanker/.*/messages/(?!attachments)|^gmime/data/(mbox|message)/"
        "|^sisimai/(mailbox|maildir)/|^notmuch/.*/(cur|new)/|^stalwart/"_s);
    QStringList files;
    QDirIterator all(root, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        if (mail.match(path.mid(root.size() + 1)).hasMatch())
            files << path;
    }
    files.sort();
    return files;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// With LF line ends and without blanks at both ends.
QByteArray plainly(QByteArray octets)
{
    return octets.replace("\r\n", "\n").replace('\r', '\n').trimmed();
}

void collect(const model::MailPart &part, const QByteArray &raw, QSet<QString> &hashes, int &messages)
{
    for (const model::MailPart &child : part.children)
        collect(child, raw, hashes, messages);
    if (!part.children.empty())
        return;
    messages += part.mimeType.startsWith(u"message/"_s) ? 1 : 0;
    const QByteArray octets = plainly(*decodedPart(raw, part.section));
    hashes << QString::fromLatin1(QCryptographicHash::hash(octets, QCryptographicHash::Sha256).toHex());
}

/// The octets of all leaves, those of messages inside the mail too.
void collectDeep(const QByteArray &raw, int depth, QSet<QByteArray> &found)
{
    const auto mail = readMail(raw, {});
    if (!mail || depth > 20)
        return;
    std::vector<const model::MailPart *> open{&mail->root};
    while (!open.empty()) {
        const model::MailPart *part = open.back();
        open.pop_back();
        for (const model::MailPart &child : part->children)
            open.push_back(&child);
        if (!part->children.empty())
            continue;
        const QByteArray octets = *decodedPart(raw, part->section);
        found << plainly(octets);
        if (part->mimeType == u"message/rfc822"_s)
            collectDeep(octets, depth + 1, found);
    }
}

/// Files in which the other reader sees something else, with the reason.
QMap<QString, QString> knownDifferences()
{
    QMap<QString, QString> known;
    for (const QByteArray &line : readAll(test::sourcePath(u"tests/data/mime/differences.tsv"_s)).split('\n')) {
        const QList<QByteArray> columns = line.split('\t');
        if (columns.size() == 2 && !line.startsWith('#'))
            known.insert(QString::fromUtf8(columns[0]), QString::fromUtf8(columns[1]));
    }
    return known;
}

}

class tst_corpora : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_root = test::corpusPath(u"."_s);
        if (m_root.isEmpty())
            QSKIP("the mail corpora are not here");
        m_files = mailFiles(m_root);
        QVERIFY(m_files.size() > 1000);
    }

    void everyMailOpens()
    {
        QElapsedTimer timer;
        for (const QString &path : std::as_const(m_files)) {
            const QByteArray raw = readAll(path);
            timer.start();
            const auto mail = readMail(raw, {});
            QVERIFY2(mail, qPrintable(path));
            QVERIFY2(timer.elapsed() < 2000, qPrintable(path));
            QCOMPARE(mail->rawBytes, static_cast<std::uint64_t>(raw.size()));
        }
    }

    /// Whatever Python's email package finds in a mail, we find too: every text and attachment, octet for octet.
    void everyPartThatPythonFindsIsThere()
    {
        QProcess python;
        python.start(u"/usr/bin/python3"_s, {test::sourcePath(u"tests/mime/reference_reader.py"_s)});
        QVERIFY(python.waitForStarted());
        python.write(m_files.join(u'\n').toUtf8() + '\n');
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished(50'000));
        const QMap<QString, QString> known = knownDifferences();
        QStringList missing;
        QStringList stale;
        for (const QString &path : std::as_const(m_files)) {
            const QByteArray raw = readAll(path);
            const auto mail = readMail(raw, {});
            QVERIFY(mail);
            QSet<QString> hashes;
            int messages = 0;
            collect(mail->root, raw, hashes, messages);
            bool complete = true;
            const QJsonArray leaves = QJsonDocument::fromJson(python.readLine()).array();
            for (const QJsonValue &leaf : leaves) {
                const bool message = leaf[0].toString().startsWith(u"message/"_s);
                if (message && leaf[1].isNull())
                    complete = complete && --messages >= 0;
                else if (!leaf[1].isNull())
                    complete = complete && hashes.contains(leaf[1].toString());
            }
            const QString name = path.mid(m_root.size() + 1);
            if (!complete && !known.contains(name))
                missing << name;
            if (complete && known.contains(name))
                stale << name;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
        QVERIFY2(stale.isEmpty(), qPrintable(stale.join(u'\n')));
    }

    /// Delivery reports in all three forms of line ends say the same.
    void lineEndsDoNotMatter()
    {
        int compared = 0;
        for (const QString &path : std::as_const(m_files)) {
            if (!path.contains(u"/maildir/mac/"_s))
                continue;
            const QByteArray mac = readAll(path);
            const auto fromMac = readMail(mac, {});
            const auto fromUnix = readMail(QByteArray(mac).replace('\r', '\n'), {});
            QVERIFY(fromMac && fromUnix);
            QVERIFY2(fromMac->deliveryStatus == fromUnix->deliveryStatus && fromMac->root == fromUnix->root,
                     qPrintable(path));
            ++compared;
        }
        QVERIFY(compared > 10);
    }

    /// The decoded bodies that come with mime4j's messages.
    void bodiesOfMime4jAreMet()
    {
        const QString folder = m_root + u"/mime4j/core/src/test/resources/testmsgs/"_s;
        const QMap<QString, QString> known = knownDifferences();
        int bodies = 0;
        QStringList missing;
        for (const QString &message : QDir(folder).entryList({u"*.msg"_s})) {
            QSet<QByteArray> found;
            collectDeep(readAll(folder + message), 0, found);
            for (const QString &body : QDir(folder).entryList({message.chopped(4) + u"_decoded_*"_s})) {
                ++bodies;
                if (!found.contains(plainly(readAll(folder + body))) && !known.contains(u"mime4j/"_s + body))
                    missing << body;
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
        QVERIFY(bodies > 30);
    }

    /// kmime's codec files: encoded, and what it decodes them to.
    void codecsOfKmimeAreMet_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QString>("file");
        for (const char *encoding : {"base64", "quoted-printable", "x-uuencode"}) {
            const QString folder = m_root + u"/kmime/data/codec_%1/"_s.arg(QLatin1String(encoding));
            for (const QString &name : QDir(folder).entryList({u"*.%1"_s.arg(QLatin1String(encoding))}))
                QTest::newRow(qPrintable(name)) << QByteArray(encoding) << folder + name;
        }
    }
    void codecsOfKmimeAreMet()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(QString, file);
        const QString reason = knownDifferences().value(u"kmime/"_s + file.section(u'/', -1));
        const QByteArray raw =
            "Subject: x\r\nContent-Type: a/b\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n" + readAll(file);
        if (reason.isEmpty())
            QCOMPARE(decodedPart(raw, u"1"_s).valueOr({}), readAll(file + u".expected"_s));
        else
            QVERIFY2(decodedPart(raw, u"1"_s).valueOr({}) != readAll(file + u".expected"_s), qPrintable(reason));
    }

private:
    QString m_root;
    QStringList m_files;
};

ISTHMUS_TEST(tst_corpora)
#include "tst_corpora.moc"

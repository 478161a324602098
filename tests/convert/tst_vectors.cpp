#include "tests/support/TestMain.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace isthmus;

namespace {

constexpr int patience = 30000; // ms, for all vectors together

/// Lists that are never absent are empty; false and absent are equal (8.1).
bool agrees(const QJsonValue &expected, const QJsonValue &got)
{
    const bool missing = got.isUndefined() || got.isNull();
    if (expected.isNull())
        return missing;
    if (missing)
        return expected == QJsonValue(false);
    return expected == got;
}

QString shown(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("v"), value}}).toJson(QJsonDocument::Compact));
}

QByteArray run(const QByteArray &input, const QStringList &arguments = {})
{
    QProcess program;
    program.start(test::buildPath(QStringLiteral("isthmus-convert")), arguments);
    program.write(input);
    program.closeWriteChannel();
    if (!program.waitForFinished(patience) || program.exitCode() != 0)
        return "isthmus-convert failed: " + program.readAllStandardError();
    return program.readAllStandardOutput();
}

}

/// Runs the real binary, as somebody outside would.
class tst_vectors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyVector_data();
    void everyVector();
    void everyFurtherVector_data();
    void everyFurtherVector();
    void badLinesDoNotStopTheRest();
    void previewSaysWhatIsLost();
    void helpNamesTheOptions();
    void linksNoNetwork();

private:
    void read(const QString &path, QList<QJsonObject> &vectors);
    void rows(const QList<QJsonObject> &vectors);
    void compare(const QJsonObject &vector);

    QList<QJsonObject> m_vectors;        ///< those of the specification
    QList<QJsonObject> m_furtherVectors; ///< those that try the rest of its tables
    QHash<QString, QJsonObject> m_results;
};

void tst_vectors::read(const QString &path, QList<QJsonObject> &vectors)
{
    QFile file(test::sourcePath(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray input = file.readAll();
    for (const QByteArray &line : input.split('\n')) {
        if (!line.trimmed().isEmpty())
            vectors.append(QJsonDocument::fromJson(line).object());
    }
    for (const QByteArray &line : run(input).split('\n')) {
        const QJsonObject answer = QJsonDocument::fromJson(line).object();
        m_results.insert(answer[u"id"].toString(), answer);
    }
}

void tst_vectors::initTestCase()
{
    read(QStringLiteral("tests/data/vectors.jsonl"), m_vectors);
    QCOMPARE(m_vectors.size(), 163);
    read(QStringLiteral("tests/data/further-vectors.jsonl"), m_furtherVectors);
    QVERIFY(!m_furtherVectors.isEmpty());
}

void tst_vectors::rows(const QList<QJsonObject> &vectors)
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < vectors.size(); ++i) {
        const QString name = vectors[i][u"id"].toString() + QStringLiteral(": ") + vectors[i][u"note"].toString();
        QTest::newRow(qPrintable(name)) << i;
    }
}

void tst_vectors::everyVector_data()
{
    rows(m_vectors);
}

void tst_vectors::everyVector()
{
    QFETCH(int, index);
    compare(m_vectors[index]);
}

void tst_vectors::everyFurtherVector_data()
{
    rows(m_furtherVectors);
}

void tst_vectors::everyFurtherVector()
{
    QFETCH(int, index);
    compare(m_furtherVectors[index]);
}

void tst_vectors::compare(const QJsonObject &vector)
{
    const QJsonObject answer = m_results.value(vector[u"id"].toString());
    QVERIFY2(answer[u"result"].isObject(), qPrintable(answer[u"error"].toString()));
    const QJsonObject result = answer[u"result"].toObject();
    const QJsonObject expected = vector[u"expect"].toObject();
    QStringList wrong;
    for (auto entry = expected.begin(); entry != expected.end(); ++entry) {
        const QJsonValue got = result[entry.key()];
        if (!agrees(entry.value(), got))
            wrong << QStringLiteral("%1: expected %2, got %3").arg(entry.key(), shown(entry.value()), shown(got));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void tst_vectors::badLinesDoNotStopTheRest()
{
    const QByteArray good = QJsonDocument(m_vectors.front()).toJson(QJsonDocument::Compact);
    const QByteArray lines =
        "not json\n{\"id\":7,\"direction\":\"sideways\",\"input\":\"\",\"context\":{\"now\":\"2026-11-21T10:20:00Z\"}}\n"
        "{\"id\":\"x\",\"direction\":\"im-to-mail\",\"input\":\"<message\",\"context\":{\"now\":\"2026-11-21T10:20:00Z\"}}\n[]\n"
        + good + '\n';
    QList<QByteArray> answers = run(lines).split('\n');
    answers.removeAll(QByteArray());
    QCOMPARE(answers.size(), 5);
    for (int i = 0; i < 4; ++i)
        QVERIFY2(QJsonDocument::fromJson(answers[i]).object().contains(u"error"), answers[i].constData());
    QCOMPARE(QJsonDocument::fromJson(answers[1]).object()[u"id"].toInt(), 7);
    QVERIFY(QJsonDocument::fromJson(answers[4]).object()[u"result"].isObject());
}

void tst_vectors::previewSaysWhatIsLost()
{
    QTemporaryDir folder;
    QFile mail(folder.filePath(QStringLiteral("m.eml")));
    QVERIFY(mail.open(QIODevice::WriteOnly));
    mail.write("From: Bob <bob@example.net>\r\nTo: alice@chat.example\r\nSubject: Hi\r\nMIME-Version: 1.0\r\n"
               "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello.\r\n--b\r\n"
               "Content-Type: application/pdf; name=r.pdf\r\nContent-Disposition: attachment\r\n\r\nx\r\n--b--\r\n");
    mail.close();
    const QByteArray shownMail = run({}, {QStringLiteral("--mail-to-im"), mail.fileName()});
    QVERIFY2(shownMail.contains("Hello.") && shownMail.contains("Lost") && shownMail.contains("fetched on demand"),
             shownMail.constData());

    QFile stanza(folder.filePath(QStringLiteral("s.xml")));
    QVERIFY(stanza.open(QIODevice::WriteOnly));
    stanza.write(
        "<message xmlns='jabber:client' from='alice@chat.example/pc' to='bob\\40example.net@mail.chat.example' id='a1'>"
        "<body>Hello Bob.</body><body xml:lang='de'>Hallo</body></message>");
    stanza.close();
    const QByteArray shownMessage = run({}, {QStringLiteral("--im-to-mail"), stanza.fileName()});
    QVERIFY2(shownMessage.contains("bob@example.net") && shownMessage.contains("other languages"), shownMessage.constData());
}

void tst_vectors::helpNamesTheOptions()
{
    const QByteArray help = run({}, {QStringLiteral("--help")});
    QVERIFY(help.contains("--mail-to-im") && help.contains("--im-to-mail") && help.contains("no network"));
}

void tst_vectors::linksNoNetwork()
{
    QProcess ldd;
    ldd.start(QStringLiteral("ldd"), {test::buildPath(QStringLiteral("isthmus-convert"))});
    QVERIFY(ldd.waitForFinished(patience));
    const QByteArray libraries = ldd.readAllStandardOutput();
    QVERIFY(libraries.contains("libQt6Core"));
    for (const char *library : {"libQt6Network", "libcares", "libQt6DBus"})
        QVERIFY2(!libraries.contains(library), library);
}

ISTHMUS_TEST(tst_vectors)
#include "tst_vectors.moc"

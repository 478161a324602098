#include "core/compose/MailWriter.h"
#include "core/interworking/ImToMail.h"
#include "core/interworking/Text.h"
#include "core/mime/MailReader.h"
#include "core/stanza/StanzaXml.h"
#include "tests/interworking/Fixture.h"
#include "tests/support/TestMain.h"

#include <QDirIterator>
#include <QRandomGenerator>

using namespace isthmus;
using namespace isthmus::interworking;
using namespace isthmus::test;

namespace {

int cases()
{
    return isLong() ? 200000 : 2000;
}

base::Result<model::Mail> read(const QByteArray &bytes)
{
    return mime::readMail(bytes, [](const QString &) { return mime::PlainText(); });
}

/// Text as both worlds carry it: LF, no empty line at the ends, not "/me".
QString generated(int number)
{
    static const QStringList pieces{QStringLiteral("a"),
                                    QStringLiteral("word "),
                                    QStringLiteral("\n"),
                                    QStringLiteral("From "),
                                    QStringLiteral("."),
                                    QStringLiteral("<b>&amp;]]>"),
                                    QStringLiteral("\u4F60\u597D"),
                                    QStringLiteral("="),
                                    QStringLiteral("\t"),
                                    QStringLiteral(" \n"),
                                    QString(1200, u'x'),
                                    QStringLiteral("\u00E9"),
                                    QStringLiteral("-- \n"),
                                    QStringLiteral("\n.\n"),
                                    QStringLiteral("\U0001F468"),
                                    QStringLiteral("--b"),
                                    QStringLiteral("> q\n"),
                                    QStringLiteral("=?utf-8?Q?x?="),
                                    QStringLiteral("\u202E")};
    QRandomGenerator random(static_cast<quint32>(number) * 2654435761u + 7);
    QString text;
    for (int i = random.bounded(25); i > 0; --i)
        text += pieces[random.bounded(static_cast<int>(pieces.size()))];
    while (text.startsWith(u'\n'))
        text.remove(0, 1);
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

/// Whether every leaf below \p part came out: shown, listed, or said otherwise by what is shown.
class LossCheck
{
public:
    explicit LossCheck(const toim::Convert &result) : m_text(result.text)
    {
        for (const model::Attachment &attachment : result.stanza().email->attachments)
            m_listed << attachment.part;
    }

    /// The section of the first lost part, or empty. \p said: another part of an alternative says it.
    QString lost(const model::MailPart &part, bool said = false) const
    {
        if (m_listed.size() >= 100)
            return {};
        const bool text = part.text && (part.mimeType == u"text/plain" || part.mimeType == u"text/html")
                          && part.disposition != u"attachment";
        const bool encrypted = part.mimeType == u"multipart/encrypted";
        if (!part.isMultipart() || encrypted) {
            const QString section = part.section.isEmpty() ? QStringLiteral("TEXT") : part.section;
            const bool there = m_listed.contains(section) || (text && (said || m_text.contains(edges(*part.text))));
            return there ? QString() : section + u' ' + part.mimeType;
        }
        const bool isSigned = part.mimeType == u"multipart/signed";
        for (std::size_t i = 0; i < part.children.size(); ++i) {
            if (isSigned && i == 1)
                continue;
            const QString found = lost(part.children[i], said || part.mimeType == u"multipart/alternative");
            if (!found.isEmpty())
                return found;
        }
        return {};
    }

private:
    static QString edges(QString text)
    {
        while (text.startsWith(u'\n'))
            text.remove(0, 1);
        while (text.endsWith(u'\n'))
            text.chop(1);
        return text;
    }

    QString m_text;
    QStringList m_listed;
};

}

/// The conversion between real bytes: reader, core and writer joined.
class tst_bytes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textSurvivesMessageToMailToMessage();
    void textSurvivesStanzaXml();
    void sameMessageGivesTheSameBytes();
    void noBareLineEndIsWritten();
    void everyMailOfTheCorporaConverts_data();
    void everyMailOfTheCorporaConverts();
    void everyStanzaOfTheCorpusConverts();
};

void tst_bytes::textSurvivesMessageToMailToMessage()
{
    const Ctx ctx = gateway();
    for (int i = 0; i < cases(); ++i) {
        const QString original = generated(i);
        if (original.isEmpty())
            continue;
        const tomail::Result sent = imToMail(messageToBob(original), ctx);
        QVERIFY(as<tomail::Convert>(sent));
        const base::Result<QByteArray> bytes = compose::composeMail(as<tomail::Convert>(sent)->mail);
        QVERIFY2(bytes, qPrintable(QString::number(i)));
        const base::Result<model::Mail> mail = read(*bytes);
        QVERIFY(mail);
        Ctx back = client();
        const toim::Result shown = mailToIm(*mail, back);
        QVERIFY2(as<toim::Convert>(shown)->text == original, qPrintable(QString::number(i)));
    }
    qInfo("%d cases", cases());
}

void tst_bytes::textSurvivesStanzaXml()
{
    const Ctx ctx = gateway();
    for (int i = 0; i < cases(); ++i) {
        const QString original = generated(i);
        const toim::Result shown = mailToIm(mailFromBob(original), ctx);
        QString joined;
        for (const model::InstantMessage &stanza : as<toim::Convert>(shown)->stanzas) {
            const auto again = stanza::parseMessages(stanza::messageToXml(stanza));
            QVERIFY2(again && again->size() == 1, qPrintable(QString::number(i)));
            joined += shownText(again->front()).body;
        }
        if (as<toim::Convert>(shown)->mode != toim::Mode::Link)
            QVERIFY2(joined == original, qPrintable(QString::number(i)));
    }
    qInfo("%d cases", cases());
}

void tst_bytes::sameMessageGivesTheSameBytes()
{
    const Ctx ctx = gateway();
    for (int i = 0; i < cases(); ++i) {
        const model::InstantMessage message = messageToBob(generated(i) + QStringLiteral("x"));
        const tomail::Result one = imToMail(message, ctx);
        const tomail::Result two = imToMail(message, ctx);
        QCOMPARE(compose::composeMail(as<tomail::Convert>(one)->mail).value(),
                 compose::composeMail(as<tomail::Convert>(two)->mail).value());
    }
    qInfo("%d cases", cases());
}

void tst_bytes::noBareLineEndIsWritten()
{
    for (int i = 0; i < cases(); ++i) {
        Ctx ctx = gateway();
        ctx.names[alice] = generated(i);
        model::InstantMessage message = messageToBob(generated(i + 1) + QStringLiteral("\rx\r\ny"));
        message.subjects = {{QString(), generated(i + 2)}};
        message.thread = generated(i + 3);
        message.lang = generated(i + 4);
        const tomail::Result result = imToMail(message, ctx);
        const auto *convert = as<tomail::Convert>(result);
        QVERIFY(convert);
        const base::Result<QByteArray> bytes = compose::composeMail(convert->mail);
        QVERIFY2(bytes, qPrintable(QString::number(i)));
        QByteArray rest = *bytes;
        rest.replace("\r\n", "");
        QVERIFY2(!rest.contains('\r') && !rest.contains('\n') && !rest.contains('\0'), qPrintable(QString::number(i)));
        for (const QByteArray &line : bytes->split('\n'))
            QVERIFY(line.size() <= 999);
    }
    qInfo("%d cases", cases());
}

void tst_bytes::everyMailOfTheCorporaConverts_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"cpython", "flanker", "gmime", "kmime", "mailparser", "messagelib", "mikel-mail", "mime4j",
                             "mimekit", "notmuch", "rspamd", "sisimai", "stalwart"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void tst_bytes::everyMailOfTheCorporaConverts()
{
    QFETCH(QString, name);
    const QString path = corpusPath(name);
    if (path.isEmpty())
        QSKIP("the corpus is not here");
    int mails = 0;
    QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const base::Result<model::Mail> mail = read(file.readAll());
        QVERIFY2(mail, qPrintable(file.fileName()));
        const toim::Result result = mailToIm(*mail, client());
        const auto *convert = as<toim::Convert>(result);
        QVERIFY2(convert, qPrintable(file.fileName()));
        const QString lost = LossCheck(*convert).lost(mail->root);
        QVERIFY2(lost.isEmpty(), qPrintable(file.fileName() + u' ' + lost));
        for (const model::InstantMessage &stanza : convert->stanzas)
            QVERIFY2(stanza::parseMessages(stanza::messageToXml(stanza)), qPrintable(file.fileName()));
        ++mails;
    }
    qInfo("%d mails", mails);
}

void tst_bytes::everyStanzaOfTheCorpusConverts()
{
    const QString path = corpusPath(QStringLiteral("xep-examples"));
    if (path.isEmpty())
        QSKIP("the corpus is not here");
    int messages = 0;
    int mails = 0;
    QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto read = stanza::parseMessages(file.readAll());
        if (!read)
            continue;
        for (model::InstantMessage message : *read) {
            message.from = jid(alice);
            message.to = jid(bobJid);
            message.toText = bobJid;
            const tomail::Result result = imToMail(message, gateway());
            ++messages;
            if (const auto *convert = as<tomail::Convert>(result)) {
                ++mails;
                QVERIFY2(compose::composeMail(convert->mail), qPrintable(file.fileName()));
            }
        }
    }
    qInfo("%d messages, %d of them become mails", messages, mails);
    QVERIFY(messages > 100);
}

ISTHMUS_TEST(tst_bytes)
#include "tst_bytes.moc"

#include "core/imap/ImapReader.h"

#include "core/imap/ImapData.h"

#include "tests/support/TestMain.h"

#include <QElapsedTimer>

using namespace isthmus::imap;
using isthmus::base::Fault;

namespace {

/// What the reader makes of a stream: the replies, as "text|{literal}|text", and then possibly a fault.
QStringList read(const QByteArray &stream, qsizetype splitAt, ImapLimits limits = {})
{
    ImapReader reader(limits);
    QStringList seen;
    for (QByteArrayView part : {QByteArrayView(stream).first(splitAt), QByteArrayView(stream).sliced(splitAt)}) {
        while (!part.isEmpty() && !reader.error()) {
            part = part.sliced(reader.consume(part));
            if (const auto reply = reader.takeReply()) {
                QStringList pieces;
                for (const ImapPiece &piece : *reply) {
                    const QString text = QString::fromLatin1(piece.bytes.toPercentEncoding(" *()[]\"{}/+:<>="));
                    pieces << (piece.literal ? u'{' + text + u'}' : text);
                }
                seen << pieces.join(u'|');
            }
        }
    }
    if (reader.error())
        seen << isthmus::base::faultName(reader.error()->fault);
    return seen;
}

}

/// Framing: the rows of the hostile table that concern it. Each is also split at every byte.
class tst_imapreader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void frames_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QStringList>("replies");
        const auto row = [](const char *name, QByteArray stream, QStringList replies) {
            QTest::newRow(name) << stream << replies;
        };
        using namespace Qt::StringLiterals;
        row("two lines", "* OK hi\r\na1 OK done\r\n", {u"* OK hi"_s, u"a1 OK done"_s});
        row("bare LF ends a line", "* OK hi\n* 1 EXISTS\r\n", {u"* OK hi"_s, u"* 1 EXISTS"_s});
        row("lone CR is text", "* OK a\rb\r\n", {u"* OK a%0Db"_s});
        row("literal", "* 1 FETCH (BODY[] {5}\r\na\r\nb) UID 7)\r\n* 2 EXISTS\r\n",
            {u"* 1 FETCH (BODY[] |{a%0D%0Ab)}| UID 7)"_s, u"* 2 EXISTS"_s});
        row("empty literal", "* LIST () \"/\" {0}\r\n\r\n", {u"* LIST () \"/\" |{}|"_s});
        row("two literals", "* ID ({1}\r\na {1}\r\nb)\r\n", {u"* ID (|{a}| |{b}|)"_s});
        row("NUL in a literal is kept", QByteArray("* X {3}\r\na\0b\r\n", 15), {u"* X |{a%00b}|"_s});
        row("literal8 and non-synchronising", "* X ~{1}\r\na {1+}\r\nb\r\n", {u"* X |{a}| |{b}|"_s});
        row("literal that looks like a reply", "* X {10}\r\na1 OK ha\r\n\r\n", {u"* X |{a1 OK ha%0D%0A}|"_s});
        row("braces in words announce nothing", "* NO no folder x{10}\r\n* BYE {3}\r\n+ go {4}\r\na2 NO {5}\r\n",
            {u"* NO no folder x{10}"_s, u"* BYE {3}"_s, u"+ go {4}"_s, u"a2 NO {5}"_s});
        row("word in braces announces nothing", "* X {abc}\r\n* 1 EXISTS\r\n", {u"* X {abc}"_s, u"* 1 EXISTS"_s});
        row("literal 4294967297 does not wrap to 1", "* X {4294967297}\r\na\r\n", {u"TooLarge"_s});
        row("literal 4 GB reserves nothing", "* X {4294967296}\r\n", {u"TooLarge"_s});
        row("literal over 64 bits", "* X {18446744073709551617}\r\n", {u"ProtocolBroken"_s});
        row("literal with 30 digits", "* X {111111111111111111111111111111}\r\n", {u"ProtocolBroken"_s});
        row("negative literal", "* X {-1}\r\n", {u"ProtocolBroken"_s});
        row("end inside a literal", "* X {10}\r\nabc", {});
        row("end inside a line", "* OK hal", {});
        row("after an error nothing is read", "* X {-1}\r\n* 1 EXISTS\r\n", {u"ProtocolBroken"_s});
        row("empty line", "\r\n", {QString()});
    }
    void frames()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QStringList, replies);
        for (qsizetype at = 0; at <= stream.size(); ++at)
            QCOMPARE(read(stream, at), replies);
    }
    void textOverTheLimitIsRefused()
    {
        ImapLimits limits;
        limits.text = 100;
        const QByteArray line = "* " + QByteArray(99, 'x') + "\r\n";
        QCOMPARE(read(line, 50, limits), QStringList{QStringLiteral("TooLarge")});
        QCOMPARE(read("* " + QByteArray(97, 'x') + "\r\n", 50, limits).size(), 1);
        // The limit counts all texts of one reply, and starts anew with the next.
        const QByteArray pieces = "* " + QByteArray(60, 'x') + "{1}\r\na" + QByteArray(60, 'x') + "\r\n";
        QCOMPARE(read(pieces, 70, limits), QStringList{QStringLiteral("TooLarge")});
        QCOMPARE(read(("* " + QByteArray(60, 'x') + "\r\n").repeated(3), 70, limits).size(), 3);
    }
    void unterminatedLineOf100MegabytesIsRefusedEarly()
    {
        ImapReader reader;
        const QByteArray chunk(64 * 1024, 'x');
        qsizetype taken = 0;
        for (int i = 0; i < 1600 && !reader.error(); ++i)
            taken += reader.consume(chunk);
        QVERIFY(reader.error());
        QCOMPARE(reader.error()->fault, Fault::TooLarge);
        QVERIFY(taken <= 1 << 20);
    }
    void literalsOfOneReplyCountTogether()
    {
        ImapLimits limits;
        limits.literals = 10;
        QCOMPARE(read("* X {6}\r\naaaaaa{4}\r\nbbbb\r\n", 0, limits).size(), 1);
        QCOMPARE(read("* X {6}\r\naaaaaa{5}\r\nbbbbb\r\n", 0, limits), QStringList{QStringLiteral("TooLarge")});
        QCOMPARE(read(QByteArray("* X {6}\r\naaaaaa\r\n").repeated(3), 0, limits).size(), 3);
    }
    void endlessEmptyLiteralsAreRefused()
    {
        QByteArray stream = "* X";
        for (int i = 0; i < 5000; ++i)
            stream += " {0}\r\n";
        QCOMPARE(read(stream + "\r\n", 0), QStringList{QStringLiteral("TooLarge")});
    }
    void stopsAfterEachReplySoThatACallerCanPause()
    {
        ImapReader reader;
        const QByteArray stream = "* 1 EXISTS\r\n* 2 EXISTS\r\n";
        QCOMPARE(reader.consume(stream), qsizetype(12));
        QCOMPARE(reader.consume(stream), qsizetype(0)); // until the reply is taken
        QVERIFY(reader.takeReply());
        QCOMPARE(reader.consume(QByteArrayView(stream).sliced(12)), qsizetype(12));
    }
    void twoHundredThousandRepliesAreLinear()
    {
        QByteArray stream;
        for (int i = 1; i <= 200'000; ++i)
            stream += "* " + QByteArray::number(i) + " FETCH (UID " + QByteArray::number(i) + " FLAGS (\\Seen))\r\n";
        QElapsedTimer timer;
        timer.start();
        ImapReader reader;
        QByteArrayView rest = stream;
        int fetches = 0;
        while (!rest.isEmpty()) {
            rest = rest.sliced(reader.consume(rest));
            if (const auto pieces = reader.takeReply()) {
                const auto reply = parseReply(*pieces);
                QVERIFY(reply.ok());
                fetches += std::holds_alternative<ImapFetch>(std::get<ImapData>(*reply)) ? 1 : 0;
            }
        }
        QCOMPARE(fetches, 200'000);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }
};

ISTHMUS_TEST(tst_imapreader)
#include "tst_imapreader.moc"

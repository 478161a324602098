#include "core/imap/FolderName.h"
#include "core/imap/ImapData.h"

#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::imap;
using namespace Qt::StringLiterals;

namespace {

/// Frames and reads a stream that holds exactly one reply.
base::Result<ImapReply> reply(const QByteArray &stream)
{
    ImapLimits limits;
    limits.text = 16 << 20;
    ImapReader reader(limits);
    QByteArrayView rest = stream;
    while (!rest.isEmpty() && !reader.error()) {
        rest = rest.sliced(reader.consume(rest));
        if (const auto pieces = reader.takeReply())
            return parseReply(*pieces);
    }
    return reader.error().value_or(base::Error{base::Fault::Malformed, u"no reply"_s});
}

ImapData data(const QByteArray &stream)
{
    const auto r = reply(stream + "\r\n");
    if (!r || !std::holds_alternative<ImapData>(*r))
        return ImapUnknown{"not data"};
    return std::get<ImapData>(*r);
}

template <typename T>
T get(const QByteArray &stream)
{
    const ImapData d = data(stream);
    if (const T *value = std::get_if<T>(&d))
        return *value;
    QTest::qFail(("unexpected kind: " + stream.left(80)).constData(), __FILE__, __LINE__);
    return {};
}

bool isUnknown(const QByteArray &stream)
{
    return std::holds_alternative<ImapUnknown>(data(stream));
}

}

class tst_imapdecode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statusReplies()
    {
        const auto ok = get<ImapStatus>("* OK [UIDVALIDITY 3857529045] UIDs valid");
        QCOMPARE(ok.code.name, "UIDVALIDITY");
        QCOMPARE(codeNumber(ok.code, "UIDVALIDITY"), std::optional<quint64>(3857529045));
        QCOMPARE(ok.text, u"UIDs valid"_s);
        QCOMPARE(codeNumber(get<ImapStatus>("* OK [HIGHESTMODSEQ 715194045007] x").code, "HIGHESTMODSEQ"),
                 std::optional<quint64>(715194045007));
        QCOMPARE(codeNumber(get<ImapStatus>("* OK [uidnext 4392] x").code, "UIDNEXT"), std::optional<quint64>(4392));
        QCOMPARE(get<ImapStatus>("* OK [CLOSED] x").code.name, "CLOSED");
        QCOMPARE(get<ImapStatus>("* BYE [UNAVAILABLE] going").condition, ImapCondition::Bye);
        QCOMPARE(get<ImapStatus>("* PREAUTH hello").condition, ImapCondition::Preauth);
        QCOMPARE(get<ImapStatus>("* OK").text, QString());
        QCOMPARE(get<ImapStatus>("* OK [PERMANENTFLAGS (\\Deleted \\*)] Limited").code.arguments[0].items.size(), size_t(2));
    }
    void copyAndAppendCodes()
    {
        const auto copied = get<ImapStatus>("* OK [COPYUID 38505 304,319:320 3956:3958] Done");
        QCOMPARE(copyUid(copied.code)->destination.toBytes(), "3956:3958");
        const auto r = reply("a1 OK [APPENDUID 38505 3955] APPEND completed\r\n");
        QVERIFY(r.ok());
        const auto appended = appendUid(std::get<ImapTagged>(*r).status.code);
        QCOMPARE(appended->uidValidity, 38505u);
        QCOMPARE(appended->uids, ImapSet{3955});
        const auto modified = reply("a2 OK [MODIFIED 7,9] Conditional STORE failed\r\n");
        QCOMPARE(modifiedUids(std::get<ImapTagged>(*modified).status.code)->toBytes(), "7,9");
    }
    void capabilitiesEnabledIdNamespaceStatus()
    {
        QVERIFY(get<ImapCapabilities>("* CAPABILITY IMAP4rev1 Auth=plain QRESYNC").words.count("AUTH=PLAIN"));
        QVERIFY(get<ImapEnabled>("* ENABLED QRESYNC CONDSTORE").words.count("QRESYNC"));
        QVERIFY(get<ImapEnabled>("* ENABLED").words.empty());
        QCOMPARE(get<ImapServerId>("* ID (\"name\" \"Dovecot\" \"x\" NIL)").fields.at("name"), "Dovecot");
        QVERIFY(get<ImapServerId>("* ID NIL").fields.empty());
        const auto spaces = get<ImapNamespaces>("* NAMESPACE ((\"\" \"/\")) NIL ((\"#shared/\" \"/\" \"X\" (\"y\")))");
        QCOMPARE(spaces.personal.at(0).delimiter, "/");
        QVERIFY(spaces.others.empty());
        QCOMPARE(spaces.shared.at(0).prefix, "#shared/");
        const auto status =
            get<ImapMailboxStatus>("* STATUS blurdybloop (MESSAGES 231 SIZE 99999999999 X (a) UIDNEXT 44292)");
        QCOMPARE(status.items.at("SIZE"), quint64(99999999999));
        QCOMPARE(status.items.at("UIDNEXT"), quint64(44292));
    }
    void listings_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("attributes");
        QTest::newRow("special use") << QByteArray("* LIST (\\HasNoChildren \\Sent) \"/\" Sent") << u"Sent"_s
                                     << QStringList{u"\\HasNoChildren"_s, u"\\Sent"_s};
        QTest::newRow("quoted") << QByteArray("* LIST () \"/\" \"a \\\"b\\\\\"") << u"a \"b\\"_s << QStringList();
        QTest::newRow("literal") << QByteArray("* LIST () NIL {5}\r\nINBOX") << u"INBOX"_s << QStringList();
        QTest::newRow("extended data") << QByteArray("* LIST (\\Marked) \"/\" x (\"CHILDINFO\" (\"SUBSCRIBED\"))") << u"x"_s
                                       << QStringList{u"\\Marked"_s};
        QTest::newRow("called NIL") << QByteArray("* LIST () \"/\" NIL") << u"NIL"_s << QStringList();
        QTest::newRow("modified UTF-7") << QByteArray("* LIST () \"/\" Entw&APw-rfe") << u"Entwürfe"_s << QStringList();
        QTest::newRow("path and line break are not offered")
            << QByteArray("* LIST () \"/\" {10}\r\n../../\r\nab") << QString() << QStringList();
        QTest::newRow("XLIST") << QByteArray("* XLIST (\\Inbox) \"/\" INBOX") << u"INBOX"_s << QStringList{u"\\Inbox"_s};
    }
    void listings()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, name);
        QFETCH(QStringList, attributes);
        const auto listing = get<ImapListing>(line);
        QCOMPARE(listing.name, name);
        QCOMPARE(listing.attributes, attributes);
    }
    void searches()
    {
        QCOMPARE(get<ImapSearch>("* SEARCH 2 84 882").numbers, (std::vector<quint32>{2, 84, 882}));
        QCOMPARE(get<ImapSearch>("* SEARCH 2 (MODSEQ 917162500)").modSeq, std::optional<quint64>(917162500));
        QVERIFY(get<ImapSearch>("* SEARCH").numbers.empty());
        const auto e = get<ImapEsearch>("* ESEARCH (TAG \"a5\") UID COUNT 5 ALL 4:18,21 X-NEW (1 2) MODSEQ 9");
        QCOMPARE(e.tag, "a5");
        QCOMPARE(e.count, std::optional<quint64>(5));
        QCOMPARE(e.all.toBytes(), "4:18,21");
        QCOMPARE(e.modSeq, std::optional<quint64>(9));
    }
    void mailboxEvents()
    {
        QCOMPARE(get<ImapExists>("* 23 EXISTS").count, 23u);
        QCOMPARE(get<ImapRecent>("* 0 RECENT").count, 0u);
        QCOMPARE(get<ImapExpunge>("* 44 EXPUNGE").sequence, 44u);
        QCOMPARE(get<ImapVanished>("* VANISHED 405,407").uids.toBytes(), "405,407");
        QVERIFY(get<ImapVanished>("* VANISHED (EARLIER) 2:6").earlier);
        QCOMPARE(get<ImapFlags>("* FLAGS (\\Seen $Forwarded)").flags.size(), 2);
    }
    void fetchItemsInAnyOrderAndUnknownOnesSkipped_data()
    {
        QTest::addColumn<QByteArray>("items");
        QTest::newRow("usual") << QByteArray("UID 7 FLAGS (\\Seen) BODY[] {3}\r\nabc");
        QTest::newRow("body first") << QByteArray("BODY[] {3}\r\nabc FLAGS (\\Seen) UID 7");
        QTest::newRow("small letters") << QByteArray("body[] \"abc\" flags (\\Seen) uid 7");
        QTest::newRow("unknown between") << QByteArray(
            "X-A NIL UID 7 X-B (1 (2 \"3\")) FLAGS (\\Seen) EMAILID (M1) BODY[] {3}\r\nabc");
        QTest::newRow("other sections") << QByteArray(
            "BODY[1.2.MIME] {1}\r\nx BODY[]<0> {1}\r\ny UID 7 FLAGS (\\Seen) BODY[] {3}\r\nabc");
        QTest::newRow("structures are skipped")
            << QByteArray("ENVELOPE (NIL NIL ((\"a\" NIL \"b\" \"c\"))) BODYSTRUCTURE ((\"T\") "
                          "\"MIXED\") UID 7 FLAGS (\\Seen) BODY[] {3}\r\nabc");
        QTest::newRow("binary and preview")
            << QByteArray("BINARY[1] ~{1}\r\nx PREVIEW \"p\" SAVEDATE NIL UID 7 FLAGS (\\Seen) BODY[] {3}\r\nabc");
    }
    void fetchItemsInAnyOrderAndUnknownOnesSkipped()
    {
        QFETCH(QByteArray, items);
        const auto fetch = get<ImapFetch>("* 12 FETCH (" + items + ")");
        QCOMPARE(fetch.sequence, 12u);
        QCOMPARE(fetch.uid, std::optional<quint32>(7));
        QCOMPARE(fetch.flags, std::optional(QStringList{u"\\Seen"_s}));
        QCOMPARE(fetch.body, std::optional<QByteArray>("abc"));
    }
    void fetchNumbersNeitherWrapNorGoNegative()
    {
        QCOMPARE(get<ImapFetch>("* 1 FETCH (UID 99999999999)").uid, std::nullopt);
        QCOMPARE(get<ImapFetch>("* 1 FETCH (UID -1)").uid, std::nullopt);
        QCOMPARE(get<ImapFetch>("* 1 FETCH (UID 0)").uid, std::nullopt);
        QCOMPARE(get<ImapFetch>("* 1 FETCH (RFC822.SIZE 5368709120)").size, std::optional<quint64>(5368709120));
        QCOMPARE(get<ImapFetch>("* 1 FETCH (RFC822.SIZE 99999999999999999999)").size, std::nullopt);
        QCOMPARE(get<ImapFetch>("* 1 FETCH (MODSEQ (12345678901))").modSeq, std::optional<quint64>(12345678901));
    }
    void literalWithNulStaysWhole()
    {
        const QByteArray line = QByteArray("* 1 FETCH (BODY[] {3}\r\na\0b)", 27);
        QCOMPARE(get<ImapFetch>(line).body, std::optional(QByteArray("a\0b", 3)));
    }
    void unknownRepliesAreNotFatal_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"* FOO",
                                 "* FOO bar (baz)",
                                 "* THREAD (2)(3 6 (4 23))",
                                 "* 4 FROB x",
                                 "* 0 EXPUNGE",
                                 "* 0 FETCH (UID 1)",
                                 "* 99999999999 EXISTS",
                                 "* -1 EXISTS",
                                 "* VANISHED 0",
                                 "* VANISHED (EARLIER)",
                                 "* SEARCH 1 x",
                                 "* LIST",
                                 "* LIST (a b",
                                 "* LIST () \"/\" \"open",
                                 "* 1 FETCH",
                                 "* 1 FETCH UID 3",
                                 "* 1 FETCH (UID 3))",
                                 "* ",
                                 "* (",
                                 "* )",
                                 "* \"",
                                 "* 1 FETCH (BODY[HEADER",
                                 "* ESEARCH ALL x",
                                 "* STATUS",
                                 "* NAMESPACE"})
            QTest::newRow(line) << QByteArray(line);
        QTest::newRow("NUL in a quoted string") << QByteArray("* LIST () \"/\" \"a\0b\"", 19);
        QTest::newRow("NUL in an atom") << QByteArray("* LIST () \"/\" a\0b", 17);
    }
    void unknownRepliesAreNotFatal()
    {
        QFETCH(QByteArray, line);
        QVERIFY(isUnknown(line));
    }
    void linesThatAreNoReplyAreFatal_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line :
             {"", "hello", "a1", "a1 FOO", "a1 BYE x", "*", " * OK", "HTTP/1.1 400 Bad Request", "a1 X {1}\r\nx"})
            QTest::newRow(line) << QByteArray(line);
    }
    void linesThatAreNoReplyAreFatal()
    {
        QFETCH(QByteArray, line);
        const auto r = reply(line + "\r\n");
        QVERIFY(!r.ok());
        QCOMPARE(r.error().fault, base::Fault::ProtocolBroken);
    }
    void nestingIsLimitedAndCostsNoStack_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<bool>("readable");
        QTest::newRow("48") << 48 << true;
        QTest::newRow("51") << 51 << false;
        QTest::newRow("30,000 multiparts") << 30'000 << false;
        QTest::newRow("100,000 extensions") << 100'000 << false;
    }
    void nestingIsLimitedAndCostsNoStack()
    {
        QFETCH(int, depth);
        QFETCH(bool, readable);
        const QByteArray line = "* 1 FETCH (UID 3 BODYSTRUCTURE " + QByteArray(depth, '(') + QByteArray(depth, ')') + ")";
        QCOMPARE(!isUnknown(line), readable);
    }
    void valuesAreCounted()
    {
        QVERIFY(isUnknown("* SEARCH" + QByteArray(" 1").repeated(1'000'000)));
        QCOMPARE(get<ImapSearch>("* SEARCH" + QByteArray(" 1").repeated(90'000)).numbers.size(), size_t(90'000));
    }
    void brokenCodesLeaveTheConditionStanding()
    {
        QCOMPARE(get<ImapStatus>("* OK [UIDVALIDITY x] hi").condition, ImapCondition::Ok);
        QCOMPARE(get<ImapStatus>("* NO [open").condition, ImapCondition::No);
        QCOMPARE(get<ImapStatus>("* OK [X (((] hi").code.name, QByteArray());
        const auto r = reply("a1 NO [COPYUID 1 x 9] z\r\n");
        QCOMPARE(copyUid(std::get<ImapTagged>(*r).status.code).has_value(), false);
    }
    void serverWordsCarryNoControlCharacters()
    {
        QCOMPARE(get<ImapStatus>("* NO a\x1b[31mb\xe2\x80\xae"
                                 "c")
                     .text,
                 u"a [31mb c"_s);
        QVERIFY(get<ImapStatus>("* NO " + QByteArray(5000, 'x')).text.size() <= 500);
    }
    void internalDates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("utc");
        QTest::newRow("plain") << QByteArray("17-Jul-1996 02:44:25 -0700") << u"1996-07-17T09:44:25Z"_s;
        QTest::newRow("space for a digit") << QByteArray(" 1-Nov-2026 10:11:12 +0100") << u"2026-11-01T09:11:12Z"_s;
        QTest::newRow("leap second") << QByteArray("31-Dec-2016 23:59:60 +0000") << u"2016-12-31T23:59:59Z"_s;
        QTest::newRow("30 February") << QByteArray("30-Feb-2026 10:11:12 +0000") << QString();
        QTest::newRow("hour 25") << QByteArray("01-Jan-2026 25:11:12 +0000") << QString();
        QTest::newRow("no zone") << QByteArray("01-Jan-2026 10:11:12") << QString();
        QTest::newRow("words") << QByteArray("yesterday") << QString();
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void internalDates()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, utc);
        const auto time = parseInternalDate(text);
        QCOMPARE(time ? base::toXmppDateTime(*time) : QString(), utc);
    }
    void folderNames_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QString>("name");
        QTest::newRow("ascii") << QByteArray("Work/2026") << u"Work/2026"_s;
        QTest::newRow("ampersand") << QByteArray("R&-D") << u"R&D"_s;
        QTest::newRow("RFC 3501 example") << QByteArray("~peter/mail/&U,BTFw-/&ZeVnLIqe-") << u"~peter/mail/台北/日本語"_s;
        QTest::newRow("surrogates") << QByteArray("&2D3eAA-") << u"😀"_s;
        QTest::newRow("cyrillic") << QByteArray("&BB8EPgRHBEIEMA-") << u"Почта"_s;
    }
    void folderNames()
    {
        QFETCH(QByteArray, wire);
        QFETCH(QString, name);
        QCOMPARE(decodeFolderName(wire), std::optional(name));
        QCOMPARE(encodeFolderName(name), wire);
    }
    void folderNamesThatAreRefused_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("open shift") << QByteArray("a&AP");
        QTest::newRow("odd octets") << QByteArray("&AA-");
        QTest::newRow("not base64") << QByteArray("&*-");
        QTest::newRow("slash of ordinary base64") << QByteArray("&U/BT-");
        QTest::newRow("half surrogate") << QByteArray("&2D0-");
        QTest::newRow("line break") << QByteArray("a\r\nb");
        QTest::newRow("NUL") << QByteArray("a\0b", 3);
        QTest::newRow("encoded line break") << QByteArray("a&AA0ACg-b");
        QTest::newRow("broken UTF-8") << QByteArray("\xff\xfe");
        QTest::newRow("empty") << QByteArray();
    }
    void folderNamesThatAreRefused()
    {
        QFETCH(QByteArray, wire);
        QCOMPARE(decodeFolderName(wire), std::nullopt);
    }
    void plainUtf8FolderNameIsRead() { QCOMPARE(decodeFolderName("Entw\xc3\xbcrfe"), std::optional(u"Entwürfe"_s)); }
};

ISTHMUS_TEST(tst_imapdecode)
#include "tst_imapdecode.moc"

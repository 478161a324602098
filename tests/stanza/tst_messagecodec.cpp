#include "core/stanza/StanzaXml.h"
#include "core/stanza/XmlText.h"
#include "tests/support/TestMain.h"

#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace isthmus;
using namespace isthmus::stanza;

namespace {

model::InstantMessage read(const QByteArray &children, const QByteArray &attributes = {})
{
    const auto messages = parseMessages("<message xmlns='jabber:client' from='alice@chat.example/pc' " + attributes + ">"
                                        + children + "</message>");
    return messages && messages->size() == 1 ? messages->front() : model::InstantMessage{};
}

/// A message with every field that is written.
model::InstantMessage full()
{
    const auto jid = [](const QString &text) { return *model::Jid::parse(text); };
    const auto box = [](const QString &name, const QString &address) {
        return model::Mailbox{name, *model::MailAddress::parse(address)};
    };
    model::InstantMessage message;
    message.type = model::InstantMessage::Type::Normal;
    message.from = jid(u"bob\\40example.net@mail.chat.example"_s);
    message.to = jid(u"alice@chat.example"_s);
    message.toText = u"alice@chat.example"_s;
    message.id = u"i1"_s;
    message.lang = u"en"_s;
    message.subjects = {{u"en"_s, u"S <1> & \"2\""_s}};
    message.bodies = {{u"en"_s, u"Hello\n\tYou \U0001F600"_s}, {u"cs"_s, u"Ahoj"_s}};
    message.thread = u"t"_s;
    message.originId = u"o"_s;
    message.replyId = u"r"_s;
    message.replyTo = jid(u"carol@chat.example"_s);
    message.replaceId = u"c"_s;
    message.retractId = u"d"_s;
    message.reactionsId = u"e"_s;
    message.reactions = {u"\U0001F44B"_s};
    message.receiptRequest = true;
    message.receivedId = u"f"_s;
    message.markable = true;
    message.displayedId = u"g"_s;
    message.delays = {{jid(u"mail.chat.example"_s), base::fromMsecs(1'795'256'100'000)}};
    message.nick = u"Bob"_s;
    message.urgency = u"high"_s;
    message.addresses = {{u"to"_s, u"alice@chat.example"_s, {}, u"Alice"_s, true},
                         {u"cc"_s, {}, u"mailto:d@x.test"_s, {}, false}};
    message.fallbacks = {{u"urn:isthmus:email:1"_s, false, false, {{3, 9}}, {}}, {u"urn:x"_s, true, false, {}, {}}};
    model::Attachment file;
    file.url = u"https://up.example/a.png"_s;
    file.name = u"a.png"_s;
    file.mimeType = u"image/png"_s;
    file.bytes = 7;
    file.sha256 = QByteArray(32, 'x');
    message.files = {file, {}};
    message.files[1].url = u"https://up.example/b"_s;
    message.contents = {{u"text/markdown"_s, u"*a*"_s}};
    message.bits = {{u"sha1+x@bob.xmpp.org"_s, u"image/png"_s, "data"}};
    model::EmailElement email;
    email.type = u"email"_s;
    email.mailClass = u"list"_s;
    email.auth = u"pass"_s;
    email.autoSubmitted = u"auto-replied"_s;
    email.bcc = true;
    email.dateSource = u"now"_s;
    email.subaddress = u"tag"_s;
    email.account = u"work"_s;
    email.flags = {u"a"_s, u"b"_s};
    email.messageId = u"<m@x>"_s;
    email.inReplyTo = u"<p@x>"_s;
    email.references = {u"<q@x>"_s, u"<p@x>"_s};
    email.date = base::fromMsecs(1'795'256'100'000);
    email.rawDate = u"raw"_s;
    email.from = {box(u"Bob"_s, u"bob@example.net"_s)};
    email.sender = box({}, u"eve@example.net"_s);
    email.replyTo = {box({}, u"re@example.net"_s)};
    email.to = {box({}, u"\"john doe\"@example.net"_s)};
    email.cc = {box({}, u"cc@example.net"_s)};
    email.bccList = {box({}, u"bcc@example.net"_s)};
    email.more = 3;
    email.subjectFull = u"long"_s;
    email.notify = QStringList{};
    email.priority = u"low"_s;
    email.listId = u"dev.example"_s;
    email.listPost = u"dev@example.net"_s;
    email.signedType = u"pgp"_s;
    email.attachments = {file};
    email.attachments[0].part = u"2"_s;
    email.attachments[0].isInline = true;
    email.attachments[0].contentId = u"cid"_s;
    email.attachments[0].blocked = u"size"_s;
    email.large = {u"sid"_s, 99, QByteArray(32, 'y'), u"ibb"_s};
    email.box = {u"work"_s, u"812"_s, 1};
    email.report = {u"failed"_s, u"c7"_s, u"bob@example.net"_s, u"5.1.1"_s};
    message.email = email;
    message.emailElements = 1;
    message.segment = {u"s1"_s, 1, 2, 0, 1260, 1499, QByteArray(32, 'z')};
    message.error = {u"gone"_s, u"modify"_s, u"moved"_s, u"xmpp:new@chat.example"_s};
    message.marks.unstyled = message.marks.store = message.marks.noStore = true;
    message.marks.noCopy = message.marks.privateCarbon = true;
    return message;
}

}

class tst_messagecodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldSurvivesTheWire()
    {
        const auto back = parseMessages(messageToXml(full()));
        QVERIFY(back);
        QCOMPARE(back->size(), 1U);
        QCOMPARE(messageToXml(back->front()), messageToXml(full()));
        QCOMPARE(back->front().email->attachments, full().email->attachments);
        QCOMPARE(back->front().files, full().files);
        QVERIFY(back->front() == full());
    }

    void childrenStandInTheOrderOf35()
    {
        QStringList names;
        const auto tag = QString::fromUtf8(messageToXml(full()));
        for (const char *name :
             {"<subject", "<body", "<thread", "<email", "<addresses", "<origin-id", "<reply ", "<replace", "<delay",
              "<headers", "<x ", "<file-sharing", "<fallback", "<request", "<markable", "<unstyled", "<store", "<segment"})
            names << QString::number(tag.indexOf(QLatin1String(name))).rightJustified(6, u'0');
        QStringList sorted = names;
        sorted.sort();
        QCOMPARE(names, sorted);
        QVERIFY(!names.contains(u"0000-1"_s));
    }

    void takesOnlyElementsOfTheirNamespace_data()
    {
        QTest::addColumn<QByteArray>("children");
        QTest::newRow("body of a stranger's namespace") << QByteArray("<body xmlns='urn:evil'>x</body>");
        QTest::newRow("body of no namespace") << QByteArray("<body xmlns=''>x</body>");
        QTest::newRow("prefixed body") << QByteArray("<p:body xmlns:p='urn:evil'>x</p:body>");
        QTest::newRow("receipt of another namespace") << QByteArray("<received xmlns='urn:evil' id='1'/>");
        QTest::newRow("email of another version") << QByteArray("<email xmlns='urn:isthmus:email:2' type='email'/>");
        QTest::newRow("email deeper down")
            << QByteArray("<x xmlns='urn:x'><email xmlns='urn:isthmus:email:1' type='email'/></x>");
        QTest::newRow("addresses whose children are others") << QByteArray(
            "<addresses xmlns='http://jabber.org/protocol/address'><address xmlns='urn:x' type='to'/></addresses>");
    }
    void takesOnlyElementsOfTheirNamespace()
    {
        QFETCH(QByteArray, children);
        model::InstantMessage empty;
        empty.from = *model::Jid::parse(u"alice@chat.example/pc");
        QVERIFY(read(children) == empty);
    }

    void aPrefixOfTheRightNamespaceIsFine()
    {
        QCOMPARE(read("<p:body xmlns:p='jabber:client'>x</p:body>").bodies.size(), 1U);
    }

    void unwrapsCarbonsAndArchiveResultsOnce()
    {
        const QByteArray inner =
            "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2026-11-21T10:15:00Z'/>"
            "<message xmlns='jabber:client' from='bob@x.test/1' to='alice@chat.example' id='in'><body>hi</body></message></forwarded>";
        const auto carbon = read("<body>outer</body><received xmlns='urn:xmpp:carbons:2'>" + inner + "</received>");
        QCOMPARE(carbon.wrapper, model::InstantMessage::Wrapper::CarbonReceived);
        QCOMPARE(carbon.wrapperFrom.toString(), u"alice@chat.example/pc"_s);
        QCOMPARE(carbon.from.toString(), u"bob@x.test/1"_s);
        QCOMPARE(carbon.bodies.at(0).text, u"hi"_s);
        QCOMPARE(base::toXmppDateTime(*carbon.forwardedAt), u"2026-11-21T10:15:00Z"_s);
        // One that was held back for this stream says so itself; nobody else can say it.
        const QByteArray bare =
            "<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' from='bob@x.test/1'/></forwarded>";
        const auto held = [&](const QByteArray &who) {
            return read("<delay xmlns='urn:xmpp:delay' from='" + who
                        + "' stamp='2026-11-21T10:16:00Z'/>"
                          "<received xmlns='urn:xmpp:carbons:2'>"
                        + bare + "</received>")
                .forwardedAt;
        };
        QCOMPARE(base::toXmppDateTime(*held("alice@chat.example/pc")), u"2026-11-21T10:16:00Z"_s);
        QVERIFY(!held("bob@x.test/1"));
        const auto archived = read("<result xmlns='urn:xmpp:mam:2' queryid='q' id='9'>" + inner + "</result>");
        QCOMPARE(archived.wrapper, model::InstantMessage::Wrapper::Archive);
        QCOMPARE(archived.archiveId, u"9"_s);
        QCOMPARE(archived.archiveQueryId, u"q"_s);
        const auto hollow = read("<body>outer</body><sent xmlns='urn:xmpp:carbons:2'/>");
        QCOMPARE(hollow.wrapper, model::InstantMessage::Wrapper::CarbonSent);
        QVERIFY(hollow.bodies.empty());
    }

    void invalidValuesOfEmailAreAbsent_data()
    {
        QTest::addColumn<QByteArray>("email");
        QTest::newRow("attributes") << QByteArray(
            "<email xmlns='urn:isthmus:email:1' type='email' class='x' auth='maybe' bcc='yes'/>");
        QTest::newRow("ids") << QByteArray(
            "<email xmlns='urn:isthmus:email:1' type='email'><message-id>m@x</message-id><in-reply-to>&lt;a b></in-reply-to>"
            "<references>&lt;a@b> c</references><date>yesterday</date></email>");
        QTest::newRow("people") << QByteArray(
            "<email xmlns='urn:isthmus:email:1' type='email'><from addr='no'/><to/><sender addr='a@b\xC2\x85'/></email>");
        QTest::newRow("lists") << QByteArray(
            "<email xmlns='urn:isthmus:email:1' type='email'><notify>display fax</notify><priority>urgent</priority><more count='-1'/></email>");
        QTest::newRow("files and states") << QByteArray(
            "<email xmlns='urn:isthmus:email:1' type='email'><attachment part='1' type='a/b' size='x'/><large sid='a' size='1' sha256='zz'/>"
            "<box uid='1'/><report status='eaten' id='1'/></email>");
        QTest::newRow("unknown children") << QByteArray(
            "<email xmlns='urn:isthmus:email:1' type='email' x='y'><z/><q xmlns='urn:q'/></email>");
    }
    void invalidValuesOfEmailAreAbsent()
    {
        QFETCH(QByteArray, email);
        model::EmailElement plain;
        plain.type = u"email"_s;
        const auto message = read(email);
        QVERIFY(message.email.has_value());
        QVERIFY(*message.email == plain);
    }

    void twoEmailElementsAreNone()
    {
        const auto message =
            read("<email xmlns='urn:isthmus:email:1' type='email'/><email xmlns='urn:isthmus:email:1' type='nudge'/>");
        QCOMPARE(message.emailElements, 2);
        QVERIFY(!message.email);
    }

    void segmentsAreWholeOrAbsent_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<bool>("valid");
        const QByteArray sha = " sha256='" + QByteArray(64, 'a') + "'";
        QTest::newRow("valid") << "sid='s.1' n='1' of='2' start='0' end='10' total='20'" + sha << true;
        QTest::newRow("n is 0") << "sid='s' n='0' of='2' start='0' end='10' total='20'" + sha << false;
        QTest::newRow("65 parts") << "sid='s' n='1' of='65' start='0' end='10' total='20'" + sha << false;
        QTest::newRow("empty range, which is an error (4.5)")
            << "sid='s' n='1' of='2' start='10' end='10' total='20'" + sha << true;
        QTest::newRow("end before start") << "sid='s' n='1' of='2' start='10' end='9' total='20'" + sha << false;
        QTest::newRow("end beyond total") << "sid='s' n='1' of='2' start='0' end='21' total='20'" + sha << false;
        QTest::newRow("total over 65536") << "sid='s' n='1' of='2' start='0' end='10' total='65537'" + sha << false;
        QTest::newRow("sign") << "sid='s' n='+1' of='2' start='0' end='10' total='20'" + sha << false;
        QTest::newRow("bad sid") << "sid='s/1' n='1' of='2' start='0' end='10' total='20'" + sha << false;
        QTest::newRow("upper-case hash") << "sid='s' n='1' of='2' start='0' end='10' total='20' sha256='"
                                                + QByteArray(64, 'A') + "'"
                                         << false;
        QTest::newRow("no hash") << QByteArray("sid='s' n='1' of='2' start='0' end='10' total='20'") << false;
    }
    void segmentsAreWholeOrAbsent()
    {
        QFETCH(QByteArray, attributes);
        QTEST(read("<segment xmlns='urn:isthmus:segment:1' " + attributes + "/>").segment.has_value(), "valid");
    }

    void joinsWhatIsSaidAboutOneFile()
    {
        const auto files =
            read(
                "<x xmlns='jabber:x:oob'><url>https://u.example/p</url></x>"
                "<file-sharing xmlns='urn:xmpp:sfs:0' disposition='inline'><file xmlns='urn:xmpp:file:metadata:0'>"
                "<media-type>image/PNG</media-type><name>p.png</name><size>5</size></file><sources>"
                "<url-data xmlns='http://jabber.org/protocol/url-data' target='https://u.example/p'/></sources></file-sharing>"
                "<reference xmlns='urn:xmpp:reference:0' type='data'><media-sharing xmlns='urn:xmpp:sims:1'>"
                "<file xmlns='urn:xmpp:jingle:apps:file-transfer:5'><name>q</name></file><sources>"
                "<reference xmlns='urn:xmpp:reference:0' type='data' uri='https://u.example/q'/></sources></media-sharing></reference>")
                .files;
        QCOMPARE(files.size(), 2U);
        QCOMPARE(files[0].name, u"p.png"_s);
        QCOMPARE(files[0].mimeType, u"image/png"_s);
        QVERIFY(files[0].isInline);
        QCOMPARE(files[1].url, u"https://u.example/q"_s);
    }

    void marksWhatIsNeverMail_data()
    {
        QTest::addColumn<QByteArray>("children");
        QTest::addColumn<QString>("marks");
        QTest::newRow("EME") << QByteArray("<encryption xmlns='urn:xmpp:eme:0'/>") << u"e"_s;
        QTest::newRow("OMEMO of any version") << QByteArray("<encrypted xmlns='urn:xmpp:omemo:2'/>") << u"e"_s;
        QTest::newRow("OTR") << QByteArray("<body>?OTR:AAM</body>") << u"e"_s;
        QTest::newRow("pubsub") << QByteArray("<event xmlns='http://jabber.org/protocol/pubsub#event'/>") << u"p"_s;
        QTest::newRow("form") << QByteArray("<x xmlns='jabber:x:data' type='form'/>") << u"f"_s;
        QTest::newRow("mediated invitation")
            << QByteArray("<x xmlns='http://jabber.org/protocol/muc#user'><invite from='a@b.test'/></x>") << u"im"_s;
        QTest::newRow("private room message") << QByteArray("<x xmlns='http://jabber.org/protocol/muc#user'/>") << u"m"_s;
        QTest::newRow("direct invitation") << QByteArray("<x xmlns='jabber:x:conference' jid='r@c.test'/>") << u"i"_s;
        QTest::newRow("chat state") << QByteArray("<composing xmlns='http://jabber.org/protocol/chatstates'/>") << u"c"_s;
    }
    void marksWhatIsNeverMail()
    {
        QFETCH(QByteArray, children);
        const model::MessageMarks marks = read(children).marks;
        QString found;
        found += marks.encrypted ? u"e"_s : QString();
        found += marks.pubsubEvent ? u"p"_s : QString();
        found += marks.dataForm ? u"f"_s : QString();
        found += marks.invite ? u"i"_s : QString();
        found += marks.mucUser ? u"m"_s : QString();
        found += marks.chatState ? u"c"_s : QString();
        QTEST(found, "marks");
    }

    void inheritsTheLanguage()
    {
        const auto message = read("<body>a</body><body xml:lang='cs'>b</body>", "xml:lang='en'");
        QCOMPARE(message.lang, u"en"_s);
        QCOMPARE(message.bodies[0].lang, u"en"_s);
        QCOMPARE(message.bodies[1].lang, u"cs"_s);
    }

    void removesWhatXmlForbids()
    {
        QCOMPARE(legalXmlText(u"a\u0001\u000b\tb\r\n\ufffe"_s + QChar(0xD800) + u"c\U0001F600"_s), u"a\tb\r\nc\U0001F600"_s);
        model::InstantMessage message;
        message.id = u"a\u0002'<"_s;
        message.bodies = {{{}, u"x\u0000y"_s}, {{}, QString(u'\0') + u"z"_s}};
        const auto back = parseMessages(messageToXml(message));
        QVERIFY(back);
        QCOMPARE(back->front().id, u"a'<"_s);
        QCOMPARE(back->front().bodies[1].text, u"z"_s);
    }

    void refusesWhatIsNoStanza_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<bool>("tooLarge");
        QTest::newRow("document type (X51)")
            << QByteArray("<!DOCTYPE message [<!ENTITY a 'b'>]><message>&a;</message>") << false;
        QTest::newRow("billion laughs") << QByteArray(
            "<!DOCTYPE m [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><message><body>&b;</body></message>")
                                        << false;
        QTest::newRow("processing instruction") << QByteArray("<message><?php x?></message>") << false;
        QTest::newRow("unknown entity") << QByteArray("<message><body>&nbsp;</body></message>") << false;
        QTest::newRow("not closed") << QByteArray("<message><body>") << false;
        QTest::newRow("two roots") << QByteArray("<message/><message/>") << false;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("invalid UTF-8") << QByteArray("<message><body>\xff</body></message>") << false;
        QTest::newRow("65 levels") << QByteArray("<a>").repeated(65) + QByteArray("</a>").repeated(65) << true;
        QTest::newRow("60,000 levels") << QByteArray("<a>").repeated(60'000) + QByteArray("</a>").repeated(60'000) << true;
        QTest::newRow("too many elements") << "<m>" + QByteArray("<a/>").repeated(100'000) + "</m>" << true;
    }
    void refusesWhatIsNoStanza()
    {
        QFETCH(QByteArray, xml);
        QFETCH(bool, tooLarge);
        const auto result = parseMessages(xml);
        QVERIFY(!result);
        QCOMPARE(result.error().fault, tooLarge ? base::Fault::TooLarge : base::Fault::Malformed);
    }

    void readsABatchInOrder()
    {
        const auto messages =
            parseMessages("<?xml version='1.0'?><batch xmlns='urn:isthmus:test'><message xmlns='jabber:client' id='1'/>"
                          "<iq xmlns='jabber:client'/><message xmlns='jabber:client' id='2'/></batch>");
        QVERIFY(messages);
        QCOMPARE(messages->size(), 2U);
        QCOMPARE(messages->at(1).id, u"2"_s);
    }

    /// Every example stanza of the XEPs: what is a message is read, and what was written of it reads the same again.
    void examplesOfTheXepsRoundTrip()
    {
        const QString folder = test::corpusPath(u"xep-examples"_s);
        if (folder.isEmpty())
            QSKIP("the XEP examples are not here");
        int messages = 0;
        QDirIterator files(folder, {u"*.xml"_s}, QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto read =
                parseMessages("<examples xmlns='urn:x'>"
                              + file.readAll().replace("<message", "<message xmlns='jabber:client'") + "</examples>");
            if (!read)
                continue; // the examples hold ellipses and abridged XML
            for (const model::InstantMessage &message : *read) {
                ++messages;
                const QByteArray written = messageToXml(message);
                const auto again = parseMessages(written);
                QVERIFY2(again && again->size() == 1, qPrintable(file.fileName()));
                QVERIFY2(messageToXml(again->front()) == written, qPrintable(file.fileName()));
                QVERIFY2(again->front().bodies == message.bodies, qPrintable(file.fileName()));
            }
        }
        QVERIFY2(messages > 100, qPrintable(QString::number(messages)));
    }
};

ISTHMUS_TEST(tst_messagecodec)
#include "tst_messagecodec.moc"

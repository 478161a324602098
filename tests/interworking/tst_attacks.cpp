#include "core/interworking/Addressing.h"
#include "core/interworking/Authenticity.h"
#include "core/interworking/FileName.h"
#include "core/interworking/Lookalike.h"
#include "core/interworking/Text.h"
#include "tests/interworking/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::interworking;
using namespace isthmus::test;

namespace {

toim::Convert shown(const model::Mail &mail, const Ctx &ctx)
{
    const toim::Result result = mailToIm(mail, ctx);
    const auto *convert = as<toim::Convert>(result);
    return convert ? *convert : toim::Convert();
}

QStringList headerValues(const model::OutgoingMail &mail)
{
    QStringList values{mail.subject,   mail.messageId, mail.inReplyTo, mail.contentLanguage,
                       mail.from.name, mail.dsnNotify, mail.boundary};
    for (const model::OutgoingField &field : mail.fields)
        values << field.name << field.value;
    for (const model::MailboxList *list : {&mail.to, &mail.cc, &mail.replyTo}) {
        for (const model::Mailbox &mailbox : *list)
            values << mailbox.name << mailbox.address.toString();
    }
    for (const QString &reference : mail.references)
        values << reference;
    for (const model::OutgoingPart &part : mail.parts)
        values << part.name << part.mimeType << part.contentId;
    return values;
}

bool hasControl(const QString &text)
{
    return anyCodePoint(text, [](char32_t c) { return c < 0x20 || c == 0x7F || isBidiControl(c); });
}

KnownContact bob()
{
    return {QStringLiteral("Bob Miller"),
            jid(QStringLiteral("bob@friend.example")),
            {address(QStringLiteral("bob@example.net"))}};
}

const QString evil = QStringLiteral("x\r\nBcc: victim@example.org\n\tmore\0end");

}

/// Attacks of specification 7.1 on names, addresses, contents and files: one test named after each.
class tst_attacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void x01_lineEndsNeverReachAHeader();
    void x02_illegalCharactersNeverReachAStanza();
    void x03_unprovenMailIsNotDressedAsTheContact();
    void x04_mailFromOneself();
    void x05_nameThatIsAnotherAddressOrAContact();
    void x06_forgedAuthenticationResults();
    void x07_peerCannotClaimAuthenticity();
    void x08_forgedCarbon();
    void x09_forgedArchiveResult();
    void x10_unescapeIsSinglePass();
    void x11_upperCaseEscapes();
    void x12_oddLocalPartsStayInTheirPlace();
    void x14_lookAlikeDomains();
    void x15_bidiControlsAreRemoved();
    void x16_textOnlyNoRemoteContent();
    void x17_linkMismatchIsFlagged();
    void x18_deepTreesAreLinear();
    void x19_archivesAreNeverOpened();
    void x22_fileNamesCannotClimb_data();
    void x22_fileNamesCannotClimb();
    void x23_programsAreBlocked();
    void x24_onlyOwnUploadHostsAreFetched();
};

void tst_attacks::x01_lineEndsNeverReachAHeader()
{
    model::InstantMessage message = messageToBob();
    message.subjects = {{QString(), evil}};
    message.thread = evil;
    message.id = evil;
    message.lang = evil;
    message.urgency = evil;
    message.nick = evil;
    message.emailElements = 1;
    message.email.emplace();
    message.email->type = QStringLiteral("email");
    message.email->messageId = QStringLiteral("<a\r\nb@chat.example>");
    message.email->autoSubmitted = evil;
    message.email->priority = evil;
    message.email->notify = QStringList{evil, QStringLiteral("display")};
    message.email->replyTo = {{evil, address(QStringLiteral("r@example.org"))}};
    message.addresses.push_back({QStringLiteral("cc"), {}, QStringLiteral("mailto:dan@example.org"), evil, false});
    model::Attachment hostile;
    hostile.url = QStringLiteral("https://upload.chat.example/a");
    hostile.name = evil;
    hostile.mimeType = evil;
    message.files = {hostile};
    message.bits = {{evil, evil, QByteArray("x")}};
    Ctx ctx = gateway();
    ctx.names[alice] = evil;
    ctx.fetched[hostile.url] = {evil, QByteArray("x")};
    ctx.policy.subjectTemplate = evil;
    const tomail::Result result = imToMail(message, ctx);
    const auto *convert = as<tomail::Convert>(result);
    QVERIFY(convert);
    for (const QString &value : headerValues(convert->mail))
        QVERIFY2(!hasControl(value), qPrintable(value));
}

void tst_attacks::x02_illegalCharactersNeverReachAStanza()
{
    model::Mail mail =
        mailFromBob(QString(QStringLiteral("a\x01\x0B\uFFFE") + QChar(0xD800) + QStringLiteral("<b>]]>&amp;")));
    mail.subject = QStringLiteral("s\x02");
    mail.from.front().name = QStringLiteral("B\x03ob");
    mail.root = mixed({mail.root, file(QStringLiteral("2"), QStringLiteral("f\x04.pdf"),
                                       QStringLiteral("application/p\x05"
                                                      "df"))});
    mail.references = {QStringLiteral("<a\x06@b.example>")};
    const toim::Convert convert = shown(mail, gateway());
    QCOMPARE(convert.text, QStringLiteral("a<b>]]>&amp;"));
    const model::InstantMessage &stanza = convert.stanza();
    QCOMPARE(stanza.subjects.front().text, QStringLiteral("s"));
    QCOMPARE(stanza.email->from.front().name, QStringLiteral("Bob"));
    QCOMPARE(stanza.email->attachments.front().name, QStringLiteral("f.pdf"));
    QVERIFY(!hasControl(stanza.email->attachments.front().mimeType));
    QVERIFY(stanza.email->references.isEmpty());
}

void tst_attacks::x03_unprovenMailIsNotDressedAsTheContact()
{
    Ctx ctx = client();
    ctx.contacts = {bob()};
    model::Mail mail = mailFromBob();
    QCOMPARE(shown(mail, ctx).dress, toim::Dress::ContactUnverified);
    model::Mail proven = mail;
    authenticate(proven);
    QCOMPARE(shown(proven, ctx).dress, toim::Dress::Contact);
    model::Mail failed = mail;
    authenticate(failed, QStringLiteral("dmarc"), QStringLiteral("fail"));
    const toim::Convert convert = shown(failed, ctx);
    QCOMPARE(convert.dress, toim::Dress::Suspicious);
    QCOMPARE(convert.claimedName, QStringLiteral("Bob Miller"));
    QVERIFY(!mayShowPresence(convert.dress));
    mail.from.front().address = address(QStringLiteral("eve@other.example"));
    QCOMPARE(shown(mail, ctx).dress, toim::Dress::Stranger);
}

void tst_attacks::x04_mailFromOneself()
{
    model::Mail mail = mailFromBob();
    mail.from = {{QStringLiteral("Alice"), address(alice)}};
    QCOMPARE(shown(mail, client()).dress, toim::Dress::SelfSpoof);
    QVERIFY(shown(mail, client()).flags.contains(u"self-spoof"));
    Ctx sent = client();
    sent.messageMap = {sentRow()};
    mail.messageId = sent.messageMap.front().messageId;
    QVERIFY(!shown(mail, sent).flags.contains(u"self-spoof"));
    mail.messageId = QStringLiteral("<other@example.net>");
    authenticate(mail, QStringLiteral("dmarc"), QStringLiteral("pass"), QStringLiteral("chat.example"));
    QVERIFY(!shown(mail, client()).flags.contains(u"self-spoof"));
}

void tst_attacks::x05_nameThatIsAnotherAddressOrAContact()
{
    Ctx ctx = client();
    ctx.contacts = {bob()};
    model::Mail mail = mailFromBob();
    mail.from = {{QStringLiteral("ceo@bank.example"), address(QStringLiteral("x@evil.example"))}};
    QVERIFY(shown(mail, ctx).flags.contains(u"spoof-name"));
    QVERIFY(shown(mail, ctx).stanza().email->from.front().name.isEmpty());
    mail.from.front().name = QStringLiteral("ceo\uFF20bank.example"); // FULLWIDTH COMMERCIAL AT
    QVERIFY(shown(mail, ctx).flags.contains(u"spoof-name"));
    mail.from.front().name = QStringLiteral("B\u043Eb  Mi\u04CFler"); // Cyrillic o and palochka
    QVERIFY(shown(mail, ctx).flags.contains(u"name-collision"));
    mail.from.front() = {QStringLiteral("Bob Miller"), address(QStringLiteral("bob@example.net"))};
    QVERIFY(shown(mail, ctx).flags.isEmpty());
}

void tst_attacks::x06_forgedAuthenticationResults()
{
    model::Mail mail = mailFromBob();
    authenticate(mail);
    QCOMPARE(verdictOf(mail, false, gateway()), Verdict::Pass);
    std::get<model::AuthenticationResults>(mail.trace.front()).authservId = QStringLiteral("evil.example");
    QCOMPARE(verdictOf(mail, false, gateway()), Verdict::None);
    model::Mail below = mailFromBob();
    authenticate(below);
    std::swap(below.trace.front(), below.trace.back());
    QCOMPARE(verdictOf(below, false, gateway()), Verdict::None);
    below.trace.erase(below.trace.begin()); // no own Received at all: a client does not believe it
    QCOMPARE(verdictOf(below, false, client()), Verdict::None);
}

void tst_attacks::x07_peerCannotClaimAuthenticity()
{
    model::InstantMessage message = messageToBob();
    message.from = jid(QStringLiteral("mallory@evil.example/x"));
    message.emailElements = 1;
    message.email.emplace();
    message.email->type = QStringLiteral("email");
    message.email->auth = QStringLiteral("pass");
    message.email->from = {{QStringLiteral("Bob"), address(QStringLiteral("bob@example.net"))}};
    message.email->date = now;
    const Detection detection = detect(message, client());
    QCOMPARE(detection.kind, Kind::Mail);
    QVERIFY(!detection.trusted);
    QVERIFY(detection.flags.contains(u"untrusted-email-element"));
    const model::InstantMessage safe = withTrustedEmail(message, detection);
    QVERIFY(safe.email->from.empty() && safe.email->auth.isEmpty() && !safe.email->date);
    message.from = jid(QStringLiteral("bob\\40example.net@mail.chat.example"));
    QVERIFY(detect(message, gateway()).trusted);
}

void tst_attacks::x08_forgedCarbon()
{
    model::InstantMessage message = messageToBob();
    message.wrapper = model::InstantMessage::Wrapper::CarbonSent;
    message.wrapperFrom = jid(QStringLiteral("mallory@evil.example"));
    QCOMPARE(detect(message, client()).kind, Kind::Drop);
    message.wrapperFrom = jid(alice + QStringLiteral("/other"));
    QCOMPARE(detect(message, client()).kind, Kind::Drop);
    message.wrapperFrom = jid(alice);
    QVERIFY(detect(message, client()).copy);
    const tomail::Result result = imToMail(message, client());
    QVERIFY(as<tomail::Drop>(result));
}

void tst_attacks::x09_forgedArchiveResult()
{
    Ctx ctx = client();
    ctx.archiveQueryIds = {QStringLiteral("q1")};
    model::InstantMessage message = messageToBob();
    message.wrapper = model::InstantMessage::Wrapper::Archive;
    message.wrapperFrom = jid(alice);
    message.archiveQueryId = QStringLiteral("q2");
    QCOMPARE(detect(message, ctx).kind, Kind::Drop);
    message.archiveQueryId = QStringLiteral("q1");
    QCOMPARE(detect(message, ctx).kind, Kind::Chat);
    message.wrapperFrom = jid(QStringLiteral("mallory@evil.example"));
    QCOMPARE(detect(message, ctx).kind, Kind::Drop);
}

void tst_attacks::x10_unescapeIsSinglePass()
{
    QCOMPARE(unescapeNode(u"a\\5c40b"), QStringLiteral("a\\40b"));
    QCOMPARE(addressOfNode(QStringLiteral("a\\40b\\40evil.example")).value().toString(),
             QStringLiteral("\"a@b\"@evil.example"));
    QVERIFY(!addressOfNode(QStringLiteral("a\\5c40b")));
    QVERIFY(!addressOfNode(QStringLiteral("a\\5cb\\40example.net")));
}

void tst_attacks::x11_upperCaseEscapes()
{
    QCOMPARE(unescapeNode(u"\\2F\\2\\zz"), QStringLiteral("\\2F\\2\\zz"));
    model::InstantMessage message = messageToBob();
    message.toText = QStringLiteral("bob\\2Fx\\40example.net@mail.chat.example");
    message.to = jid(message.toText);
    const tomail::Result result = imToMail(message, gateway());
    QVERIFY(as<tomail::Error>(result));
    QCOMPARE(as<tomail::Error>(result)->error.condition, QStringLiteral("jid-malformed"));
}

void tst_attacks::x12_oddLocalPartsStayInTheirPlace()
{
    const model::MailAddress odd = model::MailAddress::fromParts(u"a b@c\">", u"example.net").value();
    const model::Jid made = constructedJid(odd, QStringLiteral("mail.chat.example")).value();
    QCOMPARE(made.local(), QStringLiteral("a\\20b\\40c\\22\\3e\\40example.net"));
    model::InstantMessage message = messageToBob();
    message.to = made;
    message.toText = made.toString();
    const tomail::Result result = imToMail(message, gateway());
    const auto *convert = as<tomail::Convert>(result);
    QVERIFY(convert);
    QCOMPARE(convert->mail.recipients.size(), 1u);
    QCOMPARE(convert->mail.recipients.front().toString(), QStringLiteral("\"a b@c\\\">\"@example.net"));
    QVERIFY(!model::MailAddress::fromParts(u"a\r\nRCPT", u"example.net"));
}

void tst_attacks::x14_lookAlikeDomains()
{
    const std::vector<KnownContact> contacts{bob()};
    QVERIFY(needsAsciiForm(QStringLiteral("ex\u0430mple.net"), contacts)); // Cyrillic a
    QVERIFY(needsAsciiForm(QStringLiteral("examp1e.net"), contacts));
    QVERIFY(needsAsciiForm(QStringLiteral("exarnple.net"), contacts));
    QVERIFY(!needsAsciiForm(QStringLiteral("example.net"), contacts));
    QVERIFY(!needsAsciiForm(QStringLiteral("b\u00FCcher.example"), contacts));
    QVERIFY(isMixedScript(u"p\u0430ypal"));
    QVERIFY(!isMixedScript(u"\u30C6\u30B9\u30C8\u6F22\u5B57abc")); // Katakana, Han and Latin go together
    Ctx ctx = client();
    ctx.contacts = contacts;
    model::Mail mail = mailFromBob();
    mail.from.front().address = address(QStringLiteral("bob@exarnple.net"));
    QVERIFY(shown(mail, ctx).flags.contains(u"lookalike"));
}

void tst_attacks::x15_bidiControlsAreRemoved()
{
    const QString bidi = QStringLiteral("a\u202Eb\u2066c\u200Fd\u061C");
    model::Mail mail = mailFromBob();
    mail.subject = bidi;
    mail.from.front().name = bidi;
    mail.root = mixed({text(QStringLiteral("x")), file(QStringLiteral("2"), bidi, QStringLiteral("text/plain"))});
    const model::InstantMessage stanza = shown(mail, gateway()).stanza();
    QCOMPARE(stanza.subjects.front().text, QStringLiteral("abcd"));
    QCOMPARE(stanza.email->from.front().name, QStringLiteral("abcd"));
    QCOMPARE(stanza.email->attachments.front().name, QStringLiteral("abcd"));
    QVERIFY(!model::MailAddress::parse(QStringLiteral("a\u202Eb@example.net")));
}

void tst_attacks::x16_textOnlyNoRemoteContent()
{
    model::Mail mail = mailFromBob();
    mail.root.mimeType = QStringLiteral("text/html"); // its text is what core/html made of it
    const model::InstantMessage stanza = shown(mail, gateway()).stanza();
    QCOMPARE(stanza.bodies.size(), 1u);
    QVERIFY(stanza.contents.empty() && stanza.files.empty() && stanza.bits.empty());
    QVERIFY(stanza.marks.unstyled);
}

void tst_attacks::x17_linkMismatchIsFlagged()
{
    model::Mail mail = mailFromBob();
    mail.root.linkMismatch = true;
    QCOMPARE(shown(mail, gateway()).flags, QStringList{QStringLiteral("link-mismatch")});
}

void tst_attacks::x18_deepTreesAreLinear()
{
    model::MailPart part = text(QStringLiteral("deep"));
    for (int i = 0; i < 5000; ++i) {
        model::MailPart outer = mixed({});
        outer.children.push_back(std::move(part));
        part = std::move(outer);
    }
    model::Mail mail = mailFromBob();
    mail.root = std::move(part);
    QVERIFY(shown(mail, client()).text.isEmpty());
    std::vector<model::MailPart> wide(5000,
                                      file(QStringLiteral("9"), QStringLiteral("a.pdf"), QStringLiteral("application/pdf")));
    mail.root = mixed(std::move(wide));
    QCOMPARE(shown(mail, client()).stanza().email->attachments.size(), 100u);
}

void tst_attacks::x19_archivesAreNeverOpened()
{
    model::Mail mail = mailFromBob();
    mail.root = mixed({text(QStringLiteral("x")),
                       file(QStringLiteral("2"), QStringLiteral("bomb.zip"), QStringLiteral("application/zip"), 42374)});
    const model::Attachment attachment = shown(mail, gateway()).stanza().email->attachments.front();
    QCOMPARE(attachment.mimeType, QStringLiteral("application/zip"));
    QCOMPARE(attachment.bytes, 42374u);
}

void tst_attacks::x22_fileNamesCannotClimb_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("clean");
    QTest::newRow("path up") << QStringLiteral("../../etc/passwd") << QStringLiteral("passwd");
    QTest::newRow("Windows path") << QStringLiteral("C:\\x\\run.exe") << QStringLiteral("run.exe");
    QTest::newRow("dots only") << QStringLiteral("..") << QString();
    QTest::newRow("hidden file") << QStringLiteral(".bashrc") << QStringLiteral("bashrc");
    QTest::newRow("stream") << QStringLiteral("a.txt:b") << QStringLiteral("a.txt_b");
    QTest::newRow("wildcards") << QStringLiteral("a<>\"|?*b") << QStringLiteral("a______b");
    QTest::newRow("device") << QStringLiteral("nul.txt") << QStringLiteral("_nul.txt");
    QTest::newRow("device with number") << QStringLiteral("COM1") << QStringLiteral("_COM1");
    QTest::newRow("double extension shown completely") << QStringLiteral("bill.pdf.exe") << QStringLiteral("bill.pdf.exe");
    QTest::newRow("trailing blank and dot") << QStringLiteral("a.exe. ") << QStringLiteral("a.exe");
    QTest::newRow("decomposed") << QStringLiteral("e\u0301.txt") << QStringLiteral("\u00E9.txt");
    QTest::newRow("too long") << QString(200, u'a') + QStringLiteral(".pdf") << QString(124, u'a') + QStringLiteral(".pdf");
}

void tst_attacks::x22_fileNamesCannotClimb()
{
    QFETCH(QString, name);
    QFETCH(QString, clean);
    QCOMPARE(cleanFileName(name), clean);
}

void tst_attacks::x23_programsAreBlocked()
{
    model::Mail mail = mailFromBob();
    mail.root = mixed({text(QStringLiteral("x")),
                       file(QStringLiteral("2"), QStringLiteral("bill.pdf.EXE"), QStringLiteral("application/pdf")),
                       file(QStringLiteral("3"), QStringLiteral("x"), QStringLiteral("application/x-msdownload")),
                       file(QStringLiteral("4"), QStringLiteral("ok.pdf"), QStringLiteral("application/pdf"))});
    const model::Attachments attachments = shown(mail, gateway()).stanza().email->attachments;
    QCOMPARE(attachments[0].blocked, QStringLiteral("type"));
    QCOMPARE(attachments[1].blocked, QStringLiteral("type"));
    QVERIFY(attachments[2].blocked.isEmpty());
}

void tst_attacks::x24_onlyOwnUploadHostsAreFetched()
{
    model::InstantMessage message = messageToBob();
    for (const char *url :
         {"http://upload.chat.example/a", "https://evil.example/a", "https://user@upload.chat.example/a",
          "https://upload.chat.example:8443/a", "https://upload.chat.example.evil.example/a",
          "aesgcm://upload.chat.example/a", "https://127.0.0.1/a", "file:///etc/passwd", "https://upload.chat.example/ok"}) {
        model::Attachment attachment;
        attachment.url = QLatin1String(url);
        message.files.push_back(attachment);
    }
    QCOMPARE(fetchableUrls(message, gateway()), QStringList{QStringLiteral("https://upload.chat.example/ok")});
}

ISTHMUS_TEST(tst_attacks)
#include "tst_attacks.moc"

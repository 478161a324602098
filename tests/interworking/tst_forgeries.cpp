#include "core/base/Sha256.h"
#include "core/interworking/Addressing.h"
#include "core/interworking/Courtesy.h"
#include "core/interworking/Ibb.h"
#include "core/interworking/Route.h"
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

}

/// Attacks of specification 7.1 with forged or repeated messages: one test named after each.
class tst_forgeries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void x25_receiptsOnlyToWhoMaySeeUs();
    void x26_displayReportToAThirdAddress();
    void x27_noReportAboutAReport();
    void x28_forgedReportsHaveNoEffect();
    void x29_loopsEnd();
    void x35_overlappingSegments();
    void x36_sessionMustBeAnnounced();
    void x37_supersedesOnlyFromTheSameProvenSender();
    void x38_squattedMessageIds();
    void x39_foreignThreads();
    void x40_roomTrafficIsNeverMail();
    void x41_elementsInRoomTrafficAreIgnored();
    void x45_longInputsAreLinear();
    void x46_publishedAddressRedirectsNothing();
    void x47_bccIsOnlyInTheEnvelope();
    void x48_noticeTellsOnlyWhatIsAllowed();
    void x49_timesFromStrangers();
    void x52_nudgesAreLimited();
};

void tst_forgeries::x25_receiptsOnlyToWhoMaySeeUs()
{
    const model::InstantMessage message = messageToBob();
    const Detection detection;
    QVERIFY(mayAnswer(message, detection, true, model::Subscription::Both));
    QVERIFY(mayAnswer(message, detection, true, model::Subscription::From));
    QVERIFY(!mayAnswer(message, detection, true, model::Subscription::To));
    QVERIFY(!mayAnswer(message, detection, true, model::Subscription::None));
    QVERIFY(!mayAnswer(message, detection, false, model::Subscription::Both));
}

void tst_forgeries::x26_displayReportToAThirdAddress()
{
    model::Mail mail = mailFromBob();
    mail.dispositionNotificationMailboxes = {{{}, address(QStringLiteral("a@example.net"))},
                                             {{}, address(QStringLiteral("b@example.net"))}};
    QVERIFY(!shown(mail, gateway()).stanza().email->notify);
    Ctx ctx = gateway();
    ctx.policy.sendDisplayReports = true;
    ctx.messageMap = {receivedRow()};
    ctx.messageMap.front().dnt = QStringLiteral("victim@example.org");
    model::InstantMessage marker = messageToBob(QString());
    marker.displayedId = QStringLiteral("mail-xyz");
    const tomail::Result asked = imToMail(marker, ctx);
    QVERIFY(as<tomail::Drop>(asked)); // general consent does not cover another address
    ctx.messageMap.front().dnt = QStringLiteral("bob@example.net");
    const tomail::Result same = imToMail(marker, ctx);
    QVERIFY(as<tomail::Report>(same));
}

void tst_forgeries::x27_noReportAboutAReport()
{
    model::Mail mail = mailFromBob();
    mail.dispositionNotificationMailboxes = {{{}, address(QStringLiteral("bob@example.net"))}};
    mail.autoSubmitted = QStringLiteral("auto-replied");
    QVERIFY(!shown(mail, gateway()).stanza().email->notify);
    Ctx ctx = gateway();
    ctx.messageMap = {receivedRow()};
    ctx.messageMap.front().dnt = QStringLiteral("bob@example.net");
    ctx.messageMap.front().consent = true;
    model::InstantMessage marker = messageToBob(QString());
    marker.displayedId = QStringLiteral("mail-xyz");
    const tomail::Result sent = imToMail(marker, ctx);
    const auto *report = as<tomail::Report>(sent);
    QVERIFY(report);
    QVERIFY(report->mail.envelopeFrom.isNull());
    QCOMPARE(report->mail.dsnNotify, QStringLiteral("NEVER"));
    QCOMPARE(report->mail.fields.front().name, QStringLiteral("Auto-Submitted"));
}

void tst_forgeries::x28_forgedReportsHaveNoEffect()
{
    Ctx ctx = gateway();
    ctx.messageMap = {sentRow()};
    model::Mail mail = mailFromBob();
    mail.root = mixed({text(QStringLiteral("x"))});
    mail.root.mimeType = QStringLiteral("multipart/report");
    mail.root.reportType = QStringLiteral("delivery-status");
    mail.returnedMessageId = sentRow().messageId;
    mail.deliveryStatus = {
        {{}, {}, QStringLiteral("bob@example.net"), QStringLiteral("failed"), QStringLiteral("5.1.1"), {}}};
    QVERIFY(std::holds_alternative<toim::Report>(mailToIm(mail, ctx)));
    model::Mail other = mail;
    other.deliveryStatus.front().finalRecipient = QStringLiteral("eve@example.net");
    QVERIFY(std::holds_alternative<toim::Drop>(mailToIm(other, ctx)));
    other = mail;
    other.returnedMessageId = QStringLiteral("<guess@chat.example>");
    QVERIFY(std::holds_alternative<toim::Drop>(mailToIm(other, ctx)));
    ctx.messageMap.front().local = jid(QStringLiteral("carol@chat.example"));
    QVERIFY(std::holds_alternative<toim::Drop>(mailToIm(mail, ctx)));
    ctx.messageMap = {sentRow()};
    ctx.messageMap.front().at = now - std::chrono::hours(24 * 31);
    QVERIFY(std::holds_alternative<toim::Drop>(mailToIm(mail, ctx)));
    Ctx own = client();
    QVERIFY(std::holds_alternative<toim::Convert>(mailToIm(mail, own))); // shown as the mail it is
}

void tst_forgeries::x29_loopsEnd()
{
    model::Mail mail = mailFromBob();
    mail.isthmusLoop = QStringLiteral("mail.chat.example; hops=99999999999999999999");
    QCOMPARE(std::get<toim::Reject>(mailToIm(mail, gateway())).reply.enhanced, QStringLiteral("5.4.6"));
    mail.isthmusLoop.clear();
    mail.receivedCount = 101;
    QCOMPARE(std::get<toim::Reject>(mailToIm(mail, gateway())).reply.enhanced, QStringLiteral("5.4.6"));
    Ctx ctx = gateway();
    ctx.messageMap = {receivedRow()};
    ctx.messageMap.front().local = jid(QStringLiteral("carol@chat.example"));
    model::InstantMessage message = messageToBob();
    message.emailElements = 1;
    message.email.emplace();
    message.email->type = QStringLiteral("email");
    message.email->messageId = receivedRow().messageId;
    const tomail::Result back = imToMail(message, ctx);
    QVERIFY(as<tomail::Drop>(back));
}

void tst_forgeries::x35_overlappingSegments()
{
    const auto segment = [](int start, int end, const QString &body) {
        model::InstantMessage message = messageToBob(body);
        message.segment = model::Segment{QStringLiteral("s"), start == 0 ? 1 : 2, 3, start, end, 30, QByteArray(32, 'x')};
        return message;
    };
    Reassembler reassembler;
    QVERIFY(std::holds_alternative<Reassembler::Kept>(reassembler.add(segment(0, 10, QStringLiteral("0123456789")), now)));
    QVERIFY(std::holds_alternative<Reassembler::Failed>(reassembler.add(segment(5, 15, QStringLiteral("abcdefghij")), now)));
    QCOMPARE(reassembler.heldBytes(), 0);
    QCOMPARE(reassembler.openSets(), 0);
    // A total of 64 KiB takes no more memory than what has come.
    model::InstantMessage big = segment(0, 10, QStringLiteral("0123456789"));
    big.segment->sid = QStringLiteral("t");
    big.segment->total = 65536;
    QVERIFY(std::holds_alternative<Reassembler::Kept>(reassembler.add(big, now)));
    QCOMPARE(reassembler.heldBytes(), 10);
}

void tst_forgeries::x36_sessionMustBeAnnounced()
{
    const model::Jid peer = jid(QStringLiteral("bob@friend.example/pc"));
    ibb::Receiver receiver;
    QCOMPARE(receiver.on(peer, ibb::Open{QStringLiteral("s")}, now).error->condition, QStringLiteral("not-acceptable"));
    QCOMPARE(receiver.on(peer, ibb::Data{QStringLiteral("s"), 0, "x"}, now).error->condition,
             QStringLiteral("item-not-found"));
    model::InstantMessage announcement = messageToBob();
    announcement.from = peer;
    announcement.email.emplace();
    announcement.email->large = {QStringLiteral("s"), 3, base::sha256("abc"), QStringLiteral("ibb")};
    QVERIFY(!receiver.announced(announcement, false, now)); // a stranger
    QVERIFY(receiver.announced(announcement, true, now));
    const model::Jid other = jid(QStringLiteral("bob@friend.example/phone"));
    QVERIFY(receiver.on(other, ibb::Open{QStringLiteral("s")}, now).error);
    QVERIFY(!receiver.on(peer, ibb::Open{QStringLiteral("s")}, now).error);
    const ibb::Receiver::Answer tooMuch = receiver.on(peer, ibb::Data{QStringLiteral("s"), 0, "abcd"}, now);
    QVERIFY(tooMuch.error && tooMuch.close);
}

void tst_forgeries::x37_supersedesOnlyFromTheSameProvenSender()
{
    Ctx ctx = gateway();
    ctx.messageMap = {receivedRow()};
    model::Mail mail = mailFromBob();
    mail.supersedes = receivedRow().messageId;
    QVERIFY(shown(mail, ctx).stanza().replaceId.isEmpty());
    authenticate(mail);
    QCOMPARE(shown(mail, ctx).stanza().replaceId, QStringLiteral("mail-xyz"));
    mail.from.front().address = address(QStringLiteral("eve@example.net"));
    QVERIFY(shown(mail, ctx).stanza().replaceId.isEmpty());
}

void tst_forgeries::x38_squattedMessageIds()
{
    Ctx ctx = gateway();
    const model::Mail mail = mailFromBob();
    ctx.seen = {{mail.messageId, jid(alice), QStringLiteral("evil@example.net"), mail.date, Verdict::None, mail.bodySha256}};
    QVERIFY(std::holds_alternative<toim::Convert>(mailToIm(mail, ctx)));
    ctx.seen.front().from = QStringLiteral("bob@example.net");
    QVERIFY(std::holds_alternative<toim::Drop>(mailToIm(mail, ctx)));
    ctx.seen.front().bodySha256 = QByteArray(32, '\0'); // a forged first copy
    QVERIFY(std::holds_alternative<toim::Convert>(mailToIm(mail, ctx)));
    model::InstantMessage message = messageToBob();
    message.emailElements = 1;
    message.email.emplace();
    message.email->type = QStringLiteral("email");
    message.email->messageId = QStringLiteral("<IM.00112233445566778899aabbccddeeff@chat.example>");
    const tomail::Result result = imToMail(message, gateway());
    QCOMPARE(as<tomail::Convert>(result)->mail.messageId,
             QStringLiteral("<im.a8dfc9231689349a99465d2224fa885b@chat.example>"));
}

void tst_forgeries::x39_foreignThreads()
{
    Ctx ctx = gateway();
    ctx.messageMap = {sentRow()};
    ctx.messageMap.front().remote = jid(QStringLiteral("eve\\40example.net@mail.chat.example"));
    model::Mail mail = mailFromBob();
    mail.inReplyTo = {sentRow().messageId};
    const model::InstantMessage stanza = shown(mail, ctx).stanza();
    QVERIFY(stanza.replyId.isEmpty());
    QVERIFY(stanza.thread != sentRow().thread);
}

void tst_forgeries::x40_roomTrafficIsNeverMail()
{
    model::InstantMessage message = messageToBob();
    message.subjects = {{QString(), QStringLiteral("S")}};
    message.type = model::InstantMessage::Type::Groupchat;
    QCOMPARE(detect(message, client()).kind, Kind::Chat);
    message.bodies.clear();
    QCOMPARE(detect(message, client()).kind, Kind::RoomSubject);
    model::InstantMessage privately = messageToBob();
    privately.subjects = {{QString(), QStringLiteral("S")}};
    privately.marks.mucUser = true;
    QCOMPARE(detect(privately, client()).kind, Kind::Chat);
    privately.marks.mucUser = false;
    privately.from = jid(QStringLiteral("room@conf.chat.example/nick"));
    Ctx joined = client();
    joined.joinedRooms = {jid(QStringLiteral("room@conf.chat.example"))};
    QCOMPARE(detect(privately, joined).kind, Kind::Chat);
}

void tst_forgeries::x41_elementsInRoomTrafficAreIgnored()
{
    model::InstantMessage message = messageToBob();
    message.type = model::InstantMessage::Type::Groupchat;
    message.emailElements = 1;
    message.email.emplace();
    message.email->type = QStringLiteral("email");
    QCOMPARE(detect(message, client()).kind, Kind::Chat);
}

void tst_forgeries::x45_longInputsAreLinear()
{
    const QString long1 = QString(1 << 20, u'@');
    model::Mail mail = mailFromBob(QString(QStringLiteral("> q\n")).repeated(1 << 18));
    mail.subject = QString(QStringLiteral("Re: ")).repeated(1 << 16);
    mail.from.front().name = long1;
    mail.isthmusLoop = QString(QStringLiteral("; hops=")).repeated(1 << 14);
    for (int i = 0; i < 100; ++i)
        mail.references.push_back(QStringLiteral("<imthread.%1@x.example>").arg(QString(5000, u'a')));
    Ctx ctx = gateway();
    ctx.policy.trimQuote = true;
    ctx.messageMap = {sentRow()};
    QVERIFY(std::holds_alternative<toim::Convert>(mailToIm(mail, ctx)));
    QVERIFY(!addressOfNode(QString(QStringLiteral("\\40")).repeated(1 << 16)));
    QVERIFY(!parseSmtpReply(QString(1 << 16, u'5')));
}

void tst_forgeries::x46_publishedAddressRedirectsNothing()
{
    PublishedPreference published;
    published.mail = address(QStringLiteral("attacker@evil.example"));
    model::Contact contact;
    contact.links = {{{}, address(QStringLiteral("bob@example.net")), model::Evidence::Confirmed, {}}};
    QVERIFY(!mayUsePublishedMail(published, contact));
    contact.links.push_back({{}, published.mail, model::Evidence::VCard, {}});
    QVERIFY(!mayUsePublishedMail(published, contact));
}

void tst_forgeries::x47_bccIsOnlyInTheEnvelope()
{
    model::InstantMessage message = messageToBob();
    message.addresses.push_back(
        {QStringLiteral("bcc"), {}, QStringLiteral("mailto:secret@example.org"), QStringLiteral("Secret"), false});
    const tomail::Result result = imToMail(message, gateway());
    const model::OutgoingMail &mail = as<tomail::Convert>(result)->mail;
    QCOMPARE(mail.recipients.size(), 2u);
    QCOMPARE(mail.recipients.back().toString(), QStringLiteral("secret@example.org"));
    for (const QString &value : headerValues(mail))
        QVERIFY(!value.contains(u"secret@example.org") && !value.contains(u"Secret"));
}

void tst_forgeries::x48_noticeTellsOnlyWhatIsAllowed()
{
    const model::Mailbox from{QStringLiteral("Bob"), address(QStringLiteral("bob@example.net"))};
    const auto notice = [&](NoticeDetail detail) {
        return noticeText(1, QStringLiteral("work"), from, QStringLiteral("Lunch"), detail);
    };
    QCOMPARE(notice(NoticeDetail::Count), QStringLiteral("1 new mail in work"));
    QVERIFY(!notice(NoticeDetail::Sender).contains(u"Lunch") && notice(NoticeDetail::Sender).contains(u"Bob"));
    QVERIFY(notice(NoticeDetail::Full).contains(u"Lunch"));
}

void tst_forgeries::x49_timesFromStrangers()
{
    model::Mail mail = mailFromBob();
    mail.date = now + std::chrono::hours(24 * 365);
    mail.rawDate = QStringLiteral("2027");
    const model::InstantMessage stanza = shown(mail, gateway()).stanza();
    QCOMPARE(*stanza.email->date, now);
    QCOMPARE(stanza.email->dateSource, QStringLiteral("clamped"));
    model::InstantMessage message = messageToBob();
    message.delays = {{jid(QStringLiteral("evil.example")), now - std::chrono::hours(9999)}};
    const tomail::Result result = imToMail(message, gateway());
    QCOMPARE(as<tomail::Convert>(result)->mail.date, now);
}

void tst_forgeries::x52_nudgesAreLimited()
{
    NudgeGate gate;
    const model::Jid bobsJid = jid(QStringLiteral("bob@friend.example"));
    QVERIFY(!gate.admit(bobsJid, false, now));
    QVERIFY(gate.admit(bobsJid, true, now));
    QVERIFY(!gate.admit(bobsJid, true, now + std::chrono::seconds(59)));
    QVERIFY(gate.admit(bobsJid, true, now + std::chrono::seconds(60)));
}

ISTHMUS_TEST(tst_forgeries)
#include "tst_forgeries.moc"

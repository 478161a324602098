#include "core/interworking/Authenticity.h"
#include "core/interworking/Body.h"
#include "core/interworking/Courtesy.h"
#include "core/interworking/MessageIds.h"
#include "core/interworking/Text.h"
#include "tests/interworking/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::interworking;
using namespace isthmus::test;

namespace {

toim::Convert converted(const model::Mail &mail, const Ctx &ctx)
{
    return std::get<toim::Convert>(mailToIm(mail, ctx));
}

}

/// What vectors cannot say: the client's side, rows of 7.2, sizes, and the pieces around a conversion.
class tst_conversion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void clientShowsEveryMail_data();
    void clientShowsEveryMail();
    void everyRowOfTheDisplayTable_data();
    void everyRowOfTheDisplayTable();
    void publicSuffixLimitsAlignment();
    void reportsAlwaysReachTheClient();
    void oneReportForEachRecipientOfADsn();
    void markerTellsDeliveryToo();
    void lateStanzaErrorBecomesADsnOnlyForAProvenSender();
    void stanzaStaysUnderTheLimit();
    void linkLineStandsBeforeTheTail();
    void shownTextHidesPrefixAndTail();
    void quoteIsFoldedForTheGatewayOnly();
    void softLimitOfSegments();
    void nudgeIsAllFallback();
    void linesOfOneChatBecomeOneMail();
    void rowOfEachRecipientIsRemembered();
    void relatedIdsNameWhatMatters();
    void envelopeIdsFitTheirLimitAndAreKnownAgain_data();
    void envelopeIdsFitTheirLimitAndAreKnownAgain();
    void ownFilesAreAttached();
    void reactionGoesOutAsRfc9078();
    void stanzaIdIsTheArchives();
};

void tst_conversion::clientShowsEveryMail_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("many hops") << 0;
    QTest::newRow("our own loop field") << 1;
    QTest::newRow("sender that cannot be a JID") << 2;
    QTest::newRow("no sender at all") << 3;
    QTest::newRow("over the size limit") << 4;
    QTest::newRow("report that matches nothing") << 5;
    QTest::newRow("right-to-left local part") << 6;
}

void tst_conversion::clientShowsEveryMail()
{
    QFETCH(int, what);
    model::Mail mail = mailFromBob();
    if (what == 0)
        mail.receivedCount = 500;
    else if (what == 1)
        mail.isthmusLoop = QStringLiteral("mail.invalid; hops=9");
    else if (what == 2)
        mail.from.front().address = model::MailAddress::fromParts(u" x", u"example.net").value();
    else if (what == 3)
        mail.from.clear();
    else if (what == 4)
        mail.rawBytes = 100u << 20;
    else if (what == 5) {
        mail.root = mixed({text(QStringLiteral("Hello Alice."))});
        mail.root.mimeType = QStringLiteral("multipart/report");
        mail.root.reportType = QStringLiteral("delivery-status");
    } else {
        mail.from.front().address = address(QStringLiteral("\u05DE\u05E9\u05D4@example.net"));
    }
    const toim::Result result = mailToIm(mail, client());
    QVERIFY(as<toim::Convert>(result));
    QCOMPARE(as<toim::Convert>(result)->text, QStringLiteral("Hello Alice."));
    QVERIFY(!as<toim::Convert>(result)->row.remote.isNull());
}

void tst_conversion::everyRowOfTheDisplayTable_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<toim::Dress>("dress");
    QTest::addColumn<bool>("presence");
    const QString known = QStringLiteral("BOB@example.net");
    const QString stranger = QStringLiteral("eve@other.example");
    QTest::newRow("contact, pass") << known << Verdict::Pass << toim::Dress::Contact << true;
    QTest::newRow("contact, none") << known << Verdict::None << toim::Dress::ContactUnverified << true;
    QTest::newRow("contact, fail") << known << Verdict::Fail << toim::Dress::Suspicious << false;
    QTest::newRow("stranger, pass") << stranger << Verdict::Pass << toim::Dress::Stranger << false;
    QTest::newRow("stranger, none") << stranger << Verdict::None << toim::Dress::Stranger << false;
    QTest::newRow("stranger, fail") << stranger << Verdict::Fail << toim::Dress::Suspicious << false;
    QTest::newRow("own address, none") << alice << Verdict::None << toim::Dress::SelfSpoof << false;
}

void tst_conversion::everyRowOfTheDisplayTable()
{
    QFETCH(QString, from);
    QFETCH(Verdict, verdict);
    QFETCH(toim::Dress, dress);
    QFETCH(bool, presence);
    Ctx ctx = client();
    ctx.contacts = {
        {QStringLiteral("Bob"), jid(QStringLiteral("bob@friend.example")), {address(QStringLiteral("bob@example.net"))}}};
    const toim::Dress got = dressOf(address(from), verdict, from == alice, ctx, nullptr);
    QCOMPARE(got, dress);
    QCOMPARE(mayShowPresence(got), presence);
}

void tst_conversion::publicSuffixLimitsAlignment()
{
    Ctx ctx = client();
    QVERIFY(isAligned(QStringLiteral("a.example.net"), QStringLiteral("example.net"), ctx));
    QVERIFY(!isAligned(QStringLiteral("example.net"), QStringLiteral("a.example.net"), ctx));
    QVERIFY(!isAligned(QStringLiteral("example.net"), QStringLiteral("net"), ctx));
    ctx.isPublicSuffix = [](const QString &domain) { return domain == u"co.example" || domain == u"net"; };
    QVERIFY(isAligned(QStringLiteral("example.net"), QStringLiteral("a.example.net"), ctx));
    QVERIFY(!isAligned(QStringLiteral("bob.co.example"), QStringLiteral("co.example"), ctx));
}

void tst_conversion::reportsAlwaysReachTheClient()
{
    model::Mail mail = mailFromBob();
    mail.root.mimeType = QStringLiteral("multipart/report");
    mail.root.reportType = QStringLiteral("delivery-status");
    mail.returnedMessageId = sentRow().messageId;
    mail.deliveryStatus = {
        {{}, {}, QStringLiteral("bob@example.net"), QStringLiteral("delivered"), QStringLiteral("2.0.0"), {}}};
    Ctx ctx = client();
    ctx.messageMap = {sentRow()};
    ctx.messageMap.front().request = false;
    QCOMPARE(std::get<toim::Report>(mailToIm(mail, ctx)).kind, toim::ReportKind::Received);
    ctx.role = Role::Gateway;
    ctx.envelope.to = {alice};
    QVERIFY(std::holds_alternative<toim::Drop>(mailToIm(mail, ctx)));
}

void tst_conversion::oneReportForEachRecipientOfADsn()
{
    Ctx ctx = gateway();
    MapRow second = sentRow();
    second.remote = jid(QStringLiteral("dan\\40example.org@mail.chat.example"));
    second.recipients = {address(QStringLiteral("dan@example.org"))};
    ctx.messageMap = {sentRow(), second};
    model::Mail mail = mailFromBob();
    mail.root.mimeType = QStringLiteral("multipart/report");
    mail.root.reportType = QStringLiteral("delivery-status");
    mail.returnedMessageId = sentRow().messageId;
    mail.deliveryStatus = {
        {{}, {}, QStringLiteral("bob@example.net"), QStringLiteral("failed"), QStringLiteral("5.1.1"), {}},
        {{}, {}, QStringLiteral("dan@example.org"), QStringLiteral("delayed"), QStringLiteral("4.4.1"), {}}};
    const toim::Result result = mailToIm(mail, ctx);
    const auto *report = as<toim::Report>(result);
    QVERIFY(report);
    QCOMPARE(report->error->condition, QStringLiteral("item-not-found"));
    QCOMPARE(report->stanzas.front().from, sentRow().remote);
    QCOMPARE(report->others.size(), 1u);
    QCOMPARE(report->others.front().stanzas.front().email->report->status, QStringLiteral("delayed"));
}

void tst_conversion::markerTellsDeliveryToo()
{
    model::Mail mail = mailFromBob();
    mail.root.mimeType = QStringLiteral("multipart/report");
    mail.root.reportType = QStringLiteral("disposition-notification");
    mail.dispositionStatus = {sentRow().messageId, {}, QStringLiteral("bob@example.net"), {}, QStringLiteral("displayed")};
    Ctx ctx = gateway();
    ctx.messageMap = {sentRow()};
    QCOMPARE(std::get<toim::Report>(mailToIm(mail, ctx)).stanzas.size(), 2u);
    ctx.messageMap.front().receipted = true;
    QCOMPARE(std::get<toim::Report>(mailToIm(mail, ctx)).stanzas.size(), 1u);
}

void tst_conversion::lateStanzaErrorBecomesADsnOnlyForAProvenSender()
{
    model::InstantMessage error = messageToBob();
    error.type = model::InstantMessage::Type::Error;
    error.id = receivedRow().stanzaId;
    error.error = model::StanzaError{QStringLiteral("item-not-found"), QStringLiteral("cancel"), {}, {}};
    Ctx ctx = gateway();
    ctx.messageMap = {receivedRow()};
    const tomail::Result silent = imToMail(error, ctx);
    QVERIFY(as<tomail::Drop>(silent));
    ctx.messageMap.front().verdict = Verdict::Pass;
    const tomail::Result dsn = imToMail(error, ctx);
    const auto *report = as<tomail::Report>(dsn);
    QVERIFY(report);
    const auto &status = std::get<model::OutgoingDeliveryStatus>(report->mail.report);
    QCOMPARE(status.recipients.front().status, QStringLiteral("5.1.1"));
    QVERIFY(report->mail.envelopeFrom.isNull());
}

void tst_conversion::stanzaStaysUnderTheLimit()
{
    model::Mail mail = mailFromBob();
    mail.to.clear();
    for (int i = 0; i < 100; ++i)
        mail.to.push_back({QString(120, u'"'), address(QStringLiteral("u%1@%2.example").arg(i).arg(QString(60, u'x')))});
    for (int i = 0; i < 100; ++i)
        mail.references.push_back(QStringLiteral("<%1%2@example.net>").arg(i).arg(QString(900, u'r')));
    const model::InstantMessage stanza = converted(mail, gateway()).stanza();
    QVERIFY(stanza.email->more > 0);
    QVERIFY(stanza.email->references.isEmpty());
    QCOMPARE(stanza.addresses.size(), stanza.email->to.size());
}

void tst_conversion::linkLineStandsBeforeTheTail()
{
    model::Mail mail = mailFromBob(QString(QStringLiteral("line\n")).repeated(20000));
    mail.root = mixed({mail.root, file(QStringLiteral("2"), QStringLiteral("a.pdf"), QStringLiteral("application/pdf"))});
    const toim::Convert convert = converted(mail, gateway());
    QCOMPARE(convert.mode, toim::Mode::Link);
    const model::InstantMessage linked = withLink(convert.stanza(), QStringLiteral("https://upload.chat.example/x"), {});
    const QString body = linked.bodies.front().text;
    QVERIFY(body.contains(u"\n[message continues: https://upload.chat.example/x]\n\n[attachment: a.pdf"));
    const model::CodePointRange tail = linked.fallbacks.front().bodyRanges.front();
    QCOMPARE(firstCodePoints(body, tail.end), body);
    QVERIFY(body.mid(tail.start).startsWith(u"\n\n[attachment"));
    QVERIFY(withLink(convert.stanza(), {}, QStringLiteral("work 812")).bodies.front().text.contains(u"get work 812]"));
}

void tst_conversion::shownTextHidesPrefixAndTail()
{
    model::Mail mail = mailFromBob(QString(1400, u'x'));
    mail.root = mixed({mail.root, file(QStringLiteral("2"), QStringLiteral("a.pdf"), QStringLiteral("application/pdf"))});
    const toim::Convert convert = converted(mail, gateway());
    QCOMPARE(convert.stanzas.size(), 2u);
    QVERIFY(convert.stanzas.back().bodies.front().text.contains(u"[attachment"));
    QCOMPARE(shownText(convert.stanzas.front()).body + shownText(convert.stanzas.back()).body,
             mail.root.children.front().text.value());
    QVERIFY(!convert.stanzas.back().email && convert.stanzas.back().subjects.empty());
}

void tst_conversion::quoteIsFoldedForTheGatewayOnly()
{
    Ctx ctx = gateway();
    ctx.policy.trimQuote = true;
    ctx.messageMap = {sentRow()};
    model::Mail mail = mailFromBob(QStringLiteral("Yes.\n\n> one\n> two"));
    mail.inReplyTo = {sentRow().messageId};
    QCOMPARE(converted(mail, ctx).text, QStringLiteral("Yes.\n\n[quoted text: 2 lines]"));
    Ctx own = client();
    own.messageMap = {sentRow()};
    QCOMPARE(converted(mail, own).text, QStringLiteral("Yes.\n\n> one\n> two"));
    QCOMPARE(withoutTrailingQuote(QStringLiteral("> a\nanswer")), QStringLiteral("> a\nanswer"));
}

void tst_conversion::softLimitOfSegments()
{
    Ctx ctx = gateway();
    ctx.policy.segSoftMax = 8;
    QCOMPARE(converted(mailFromBob(QString(1280 * 8, u'x')), ctx).mode, toim::Mode::Segments);
    QCOMPARE(converted(mailFromBob(QString(1280 * 8 + 1, u'x')), ctx).mode, toim::Mode::Link);
}

void tst_conversion::nudgeIsAllFallback()
{
    const model::InstantMessage message = nudge(jid(alice), jid(QStringLiteral("carol@chat.example")), QStringLiteral("g4"),
                                                QStringLiteral("<im.00@chat.example>"), QStringLiteral("Minutes"));
    QCOMPARE(detect(message, client()).kind, Kind::Nudge);
    QVERIFY(message.bodies.front().text.contains(u"Minutes"));
    QVERIFY(shownText(message).body.isEmpty());
}

void tst_conversion::linesOfOneChatBecomeOneMail()
{
    const Ctx ctx = gateway();
    model::InstantMessage first = messageToBob(QStringLiteral("one"));
    model::InstantMessage second = messageToBob(QStringLiteral("two"));
    second.id = QStringLiteral("a2");
    QVERIFY(mayCoalesce(first, second, ctx));
    model::InstantMessage titled = second;
    titled.subjects = {{QString(), QStringLiteral("S")}};
    QVERIFY(!mayCoalesce(first, titled, ctx));
    second.thread = QStringLiteral("other");
    QVERIFY(!mayCoalesce(first, second, ctx));
    const tomail::Result result =
        imToMail(coalesced({first, messageToBob(QStringLiteral("two")), messageToBob(QStringLiteral("three"))}), ctx);
    QCOMPARE(as<tomail::Convert>(result)->mail.text, QStringLiteral("one\ntwo\nthree"));
}

void tst_conversion::rowOfEachRecipientIsRemembered()
{
    model::InstantMessage message = messageToBob();
    message.addresses.push_back({QStringLiteral("cc"), {}, QStringLiteral("mailto:dan@example.org"), {}, false});
    const tomail::Result result = imToMail(message, gateway());
    const std::vector<MapRow> &rows = as<tomail::Convert>(result)->rows;
    QCOMPARE(rows.size(), 2u);
    QCOMPARE(rows[0].remote, jid(bobJid));
    QCOMPARE(rows[1].remote, jid(QStringLiteral("dan\\40example.org@mail.chat.example")));
    QVERIFY(rows[0].generatedSubject && rows[0].messageId == rows[1].messageId);
    // The answer to it is a chat line again.
    Ctx ctx = gateway();
    ctx.messageMap = rows;
    model::Mail answer = mailFromBob(QStringLiteral("ok"));
    answer.subject = QStringLiteral("Re: Message from Alice");
    answer.inReplyTo = {rows[0].messageId};
    QCOMPARE(converted(answer, ctx).stanza().type, model::InstantMessage::Type::Chat);
}

void tst_conversion::envelopeIdsFitTheirLimitAndAreKnownAgain_data()
{
    QTest::addColumn<QString>("domain");
    QTest::newRow("as long as it may be") << QStringLiteral("chat.example");
    QTest::newRow("one letter too long") << QStringLiteral("chats.example");
    QTest::newRow("long") << QStringLiteral("students.of.the.university.example");
}

/// RFC 3461 4.4: at most 100 characters; a longer one would keep the mail from being sent at all.
void tst_conversion::envelopeIdsFitTheirLimitAndAreKnownAgain()
{
    QFETCH(QString, domain);
    const QString id = QStringLiteral("<im.0123456789abcdef0123456789abcdef@%1>").arg(domain);
    const QString envelopeId = envelopeIdFor(id);
    QVERIFY(!envelopeId.isEmpty());
    QVERIFY2(envelopeId.size() <= 100, qPrintable(envelopeId));
    QVERIFY(namesMessage(envelopeId, id));
    const std::vector<QString> named = messageIdsNamedBy(envelopeId, domain);
    QVERIFY(std::find(named.begin(), named.end(), id) != named.end());
    QVERIFY(messageIdsNamedBy(QStringLiteral("no digits"), domain).empty());
    QVERIFY(envelopeIdFor(QStringLiteral("<%1@%2>").arg(QString(60, u'x'), domain)).isEmpty());
}

void tst_conversion::relatedIdsNameWhatMatters()
{
    model::Mail mail = mailFromBob();
    mail.inReplyTo = {QStringLiteral("<a@x>")};
    mail.references = {QStringLiteral("<r@x>"), QStringLiteral("<m@x>"), QStringLiteral("<a@x>")};
    const std::vector<QString> expected{QStringLiteral("<a@x>"), QStringLiteral("<r@x>"),
                                        QStringLiteral("<m1@example.net>")};
    QCOMPARE(relatedMessageIds(mail, QStringLiteral("chat.example")), expected);
}

void tst_conversion::ownFilesAreAttached()
{
    model::OutgoingPart part;
    part.name = QStringLiteral("a.pdf");
    part.mimeType = QStringLiteral("application/pdf");
    part.data = "x";
    Ctx ctx = client();
    ctx.imDomains = {QStringLiteral("chat.example")};
    model::InstantMessage message = messageToBob();
    message.to = jid(QStringLiteral("bob\\40example.net@mail.invalid"));
    message.toText = message.to.toString();
    const tomail::Result result = imToMail(message, ctx, {part});
    const auto *convert = as<tomail::Convert>(result);
    QVERIFY(convert);
    QCOMPARE(convert->mail.parts.size(), 1u);
    QVERIFY(std::none_of(convert->mail.fields.begin(), convert->mail.fields.end(),
                         [](const model::OutgoingField &field) { return field.name == u"Isthmus-Loop"; }));
}

void tst_conversion::reactionGoesOutAsRfc9078()
{
    model::InstantMessage message = messageToBob(QString());
    message.reactionsId = receivedRow().stanzaId;
    message.reactions = {QStringLiteral("\U0001F44D")};
    Ctx ctx = gateway();
    ctx.messageMap = {receivedRow()};
    const tomail::Result off = imToMail(message, ctx);
    QVERIFY(as<tomail::Drop>(off));
    ctx.policy.reactions = true;
    const tomail::Result on = imToMail(message, ctx);
    const auto *convert = as<tomail::Convert>(on);
    QVERIFY(convert);
    QCOMPARE(convert->mail.textDisposition, QStringLiteral("reaction"));
    QCOMPARE(convert->mail.text, QStringLiteral("\U0001F44D"));
    QCOMPARE(convert->mail.inReplyTo, receivedRow().messageId);
}

void tst_conversion::stanzaIdIsTheArchives()
{
    QVERIFY(converted(mailFromBob(), gateway()).stanza().stanzaIds.empty());
    model::InstantMessage message = messageToBob();
    message.stanzaIds = {{QStringLiteral("x"), jid(alice)}};
    const tomail::Result with = imToMail(message, gateway());
    const tomail::Result without = imToMail(messageToBob(), gateway());
    QCOMPARE(as<tomail::Convert>(with)->mail.messageId, as<tomail::Convert>(without)->mail.messageId);
}

ISTHMUS_TEST(tst_conversion)
#include "tst_conversion.moc"

#include "core/interworking/Detect.h"
#include "tests/interworking/Fixture.h"
#include "tests/support/TestMain.h"

#include <functional>

using namespace isthmus;
using namespace isthmus::interworking;
using namespace isthmus::test;

using Change = std::function<void(model::InstantMessage &)>;
Q_DECLARE_METATYPE(Change)

namespace {

void setSubject(model::InstantMessage &message, const QString &subject = QStringLiteral("S"))
{
    message.subjects = {{QString(), subject}};
}

void setEmail(model::InstantMessage &message, const QString &type)
{
    message.emailElements = 1;
    message.email.emplace();
    message.email->type = type;
}

model::Fallback subjectFallback(const QString &forNamespace, bool whole)
{
    model::Fallback fallback;
    fallback.forNamespace = forNamespace;
    fallback.wholeSubject = whole;
    if (!whole)
        fallback.subjectRanges = {{0, 1}};
    return fallback;
}

}

/// Rules T0 to T8 of specification 3.1, one row each way that a rule can hit or miss.
class tst_detection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRule_data();
    void everyRule();
    void settingLimitsTheSubjectRule();
    void ownAccountAndGatewaysAreTrusted();
    void shownTextLeavesStandInsOut();
};

void tst_detection::everyRule_data()
{
    using M = model::InstantMessage;
    QTest::addColumn<Change>("change");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("rule");
    const auto row = [](const char *name, Kind kind, int rule, const Change &change) {
        QTest::newRow(name) << change << kind << rule;
    };
    row("T0 error", Kind::Error, 0, [](M &m) {
        m.type = M::Type::Error;
        setSubject(m);
    });
    row("T2 groupchat with email", Kind::Chat, 2, [](M &m) {
        m.type = M::Type::Groupchat;
        setEmail(m, QStringLiteral("email"));
    });
    row("T2 room subject", Kind::RoomSubject, 2, [](M &m) {
        m.type = M::Type::Groupchat;
        setSubject(m);
        m.bodies.clear();
    });
    row("T2 private message", Kind::Chat, 2, [](M &m) {
        m.marks.mucUser = true;
        setSubject(m);
    });
    row("T2 not for an invitation", Kind::Other, 4, [](M &m) {
        m.marks.mucUser = true;
        m.marks.invite = true;
    });
    row("T3 email", Kind::Mail, 3, [](M &m) { setEmail(m, QStringLiteral("email")); });
    row("T3 notice", Kind::Notice, 3, [](M &m) { setEmail(m, QStringLiteral("notice")); });
    row("T3 nudge beats a subject", Kind::Nudge, 3, [](M &m) {
        setEmail(m, QStringLiteral("nudge"));
        setSubject(m);
    });
    row("T3 report", Kind::Report, 3, [](M &m) { setEmail(m, QStringLiteral("report")); });
    row("T3 unknown type beats a subject", Kind::Chat, 3, [](M &m) {
        setEmail(m, QStringLiteral("fax"));
        setSubject(m);
    });
    row("T3 two elements", Kind::Chat, 3, [](M &m) {
        m.emailElements = 2;
        setSubject(m);
    });
    row("T3 beats T4", Kind::Mail, 3, [](M &m) {
        setEmail(m, QStringLiteral("email"));
        m.type = M::Type::Headline;
    });
    row("T4 encrypted", Kind::Other, 4, [](M &m) {
        m.marks.encrypted = true;
        setSubject(m);
    });
    row("T4 OTR", Kind::Other, 4, [](M &m) {
        m.bodies.front().text = QStringLiteral("?OTRv2?");
        setSubject(m);
    });
    row("T4 headline", Kind::Other, 4, [](M &m) {
        m.type = M::Type::Headline;
        setSubject(m);
    });
    row("T4 pubsub event", Kind::Other, 4, [](M &m) { m.marks.pubsubEvent = true; });
    row("T4 data form", Kind::Other, 4, [](M &m) {
        m.marks.dataForm = true;
        setSubject(m);
    });
    row("T5 subject and body", Kind::Mail, 5, [](M &m) { setSubject(m); });
    row("T5 subject and file", Kind::Mail, 5, [](M &m) {
        setSubject(m);
        m.bodies.clear();
        m.files.push_back({});
    });
    row("T5 type absent", Kind::Mail, 5, [](M &m) {
        setSubject(m);
        m.type = M::Type::Absent;
    });
    row("T5 not for a blank subject", Kind::Chat, 8, [](M &m) { setSubject(m, QStringLiteral(" \t\n")); });
    row("T5 not for a subject that stands in", Kind::Chat, 8, [](M &m) {
        setSubject(m);
        m.fallbacks = {subjectFallback(ns::reply, true)};
    });
    row("T5 not for one covered by a range", Kind::Chat, 8, [](M &m) {
        setSubject(m);
        m.fallbacks = {subjectFallback(ns::reply, false)};
    });
    row("T5 for one that stands in for something unknown", Kind::Mail, 5, [](M &m) {
        setSubject(m);
        m.fallbacks = {subjectFallback(QStringLiteral("urn:x"), true)};
    });
    row("T6 subject alone", Kind::SubjectChange, 6, [](M &m) {
        setSubject(m);
        m.bodies.clear();
    });
    row("T7 receipt", Kind::Control, 7, [](M &m) {
        m.bodies.clear();
        m.receivedId = QStringLiteral("a");
    });
    row("T7 marker", Kind::Control, 7, [](M &m) {
        m.bodies.clear();
        m.displayedId = QStringLiteral("a");
    });
    row("T7 chat state", Kind::Control, 7, [](M &m) {
        m.bodies.clear();
        m.marks.chatState = true;
    });
    row("T7 not for a chat state with text", Kind::Chat, 8, [](M &m) { m.marks.chatState = true; });
    row("T7 retraction with its fallback text", Kind::Control, 7, [](M &m) { m.retractId = QStringLiteral("a"); });
    row("T7 reaction", Kind::Control, 7, [](M &m) {
        m.bodies.clear();
        m.reactionsId = QStringLiteral("a");
    });
    row("T8 correction with its new text", Kind::Chat, 8, [](M &m) { m.replaceId = QStringLiteral("a"); });
    row("T8 a line of chat", Kind::Chat, 8, [](M &) {});
    row("T8 nothing at all", Kind::Chat, 8, [](M &m) { m.bodies.clear(); });
}

void tst_detection::everyRule()
{
    QFETCH(Change, change);
    QFETCH(Kind, kind);
    QFETCH(int, rule);
    model::InstantMessage message = messageToBob();
    change(message);
    const Detection detection = detect(message, client());
    QCOMPARE(kindName(detection.kind), kindName(kind));
    QCOMPARE(detection.rule, rule);
    QCOMPARE(detection.bySubject, rule == 5);
}

void tst_detection::settingLimitsTheSubjectRule()
{
    model::InstantMessage message = messageToBob();
    setSubject(message);
    Ctx ctx = client();
    ctx.policy.detectBySubject = Policy::DetectBySubject::NormalOnly;
    QCOMPARE(detect(message, ctx).kind, Kind::Chat);
    message.type = model::InstantMessage::Type::Normal;
    QCOMPARE(detect(message, ctx).kind, Kind::Mail);
    ctx.policy.detectBySubject = Policy::DetectBySubject::Off;
    QCOMPARE(detect(message, ctx).kind, Kind::Chat);
    setEmail(message, QStringLiteral("email"));
    QCOMPARE(detect(message, ctx).kind, Kind::Mail); // the type field is no guess
}

void tst_detection::ownAccountAndGatewaysAreTrusted()
{
    model::InstantMessage message = messageToBob();
    QVERIFY(detect(message, client()).trusted); // from the own account
    message.from = jid(QStringLiteral("bob\\40example.net@gw.friend.example"));
    QVERIFY(!detect(message, client()).trusted);
    Ctx ctx = client();
    ctx.trustedGateways = {QStringLiteral("gw.friend.example")};
    QVERIFY(detect(message, ctx).trusted);
}

void tst_detection::shownTextLeavesStandInsOut()
{
    model::InstantMessage message = messageToBob(QStringLiteral("> quoted\nanswer"));
    message.lang = QStringLiteral("en");
    message.bodies.push_back({QStringLiteral("de"), QStringLiteral("Antwort")});
    model::Fallback quote;
    quote.forNamespace = ns::reply;
    quote.bodyRanges = {{0, 9}};
    message.fallbacks = {quote};
    QCOMPARE(shownText(message).body, QStringLiteral("answer"));
    message.lang = QStringLiteral("de");
    message.fallbacks.clear();
    QCOMPARE(shownText(message).body, QStringLiteral("Antwort"));
}

ISTHMUS_TEST(tst_detection)
#include "tst_detection.moc"

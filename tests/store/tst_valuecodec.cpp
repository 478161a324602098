#include "core/store/ValueCodec.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::model;

namespace {

template <typename T>
bool comesBack(const T &value)
{
    return store::decode<T>(store::encode(value)) == value;
}

InstantMessage fullMessage()
{
    const Jid bob = Jid::parse(u"bob@chat.example/phone").value();
    InstantMessage m;
    m.type = InstantMessage::Type::Chat;
    m.from = bob;
    m.to = Jid::parse(u"alice@chat.example").value();
    m.toText = QStringLiteral("alice@chat.example");
    m.id = QStringLiteral("i1");
    m.bodies = {{QStringLiteral("de"), QStringLiteral("Grüße 你好 🙂")}, {QString(), QStringLiteral("hi")}};
    m.wrapper = InstantMessage::Wrapper::Archive;
    m.forwardedAt = base::fromMsecs(1795255200123);
    m.stanzaIds = {{QStringLiteral("s1"), bob.bare()}};
    m.reactions = {QStringLiteral("👍")};
    m.delays = {{bob.bare(), base::fromMsecs(5)}};
    m.addresses = {{QStringLiteral("to"), {}, QStringLiteral("mailto:x@y.example"), {}, true}};
    m.fallbacks = {{QStringLiteral("urn:x"), false, false, {{0, 4}}, {}}};
    m.files = {{{},
                QStringLiteral("a.png"),
                QStringLiteral("image/png"),
                12,
                false,
                {},
                QByteArray(32, 'h'),
                QStringLiteral("https://up.example/a.png"),
                {}}};
    m.emailElements = 1;
    m.email.emplace();
    m.email->type = QStringLiteral("email");
    m.email->notify = QStringList{};
    m.email->from = {{QStringLiteral("Bob"), MailAddress::parse(u"\"b b\"@chat.example").value()}};
    m.email->large = EmailElement::Large{QStringLiteral("sid"), 70000, QByteArray(32, 'x'), QStringLiteral("ibb")};
    m.segment = Segment{QStringLiteral("sid"), 1, 2, 0, 10, 20, QByteArray(32, 'y')};
    m.error = StanzaError{QStringLiteral("gone"), QStringLiteral("cancel"), QStringLiteral("moved"),
                          QStringLiteral("xmpp:n@x.example")};
    m.marks.privateCarbon = true;
    return m;
}

}

class tst_valuecodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMemberOfAStanzaComesBack()
    {
        QVERIFY(comesBack(fullMessage()));
        QVERIFY(comesBack(InstantMessage{}));
    }
    void anEmptyListIsNotAnAbsentOne()
    {
        InstantMessage m = fullMessage();
        QVERIFY(store::decode<InstantMessage>(store::encode(m))->email->notify.has_value());
        m.email->notify.reset();
        QVERIFY(!store::decode<InstantMessage>(store::encode(m))->email->notify.has_value());
    }
    void mailsComeBackByteForByte()
    {
        SendMail mail;
        mail.bytes = QByteArray::fromHex("00ff0d0a80");
        mail.recipients = {MailAddress::parse(u"a@b.example").value(), MailAddress::parse(u"c@d.example").value()};
        mail.dsnNotify = QStringLiteral("FAILURE");
        QVERIFY(comesBack(mail));
    }
    void draftsAndPlansComeBack()
    {
        Draft draft;
        draft.account = AccountId{3};
        draft.user = Channel::Mail;
        draft.replyTo = ItemId{7};
        draft.files = {{QStringLiteral("f"), QStringLiteral("text/plain"), QByteArray(1000, 'z')}};
        QVERIFY(comesBack(draft));
        AccountPlan plan;
        plan.chat.endpoints = {{Protocol::Xmpp, QStringLiteral("h"), 5222, Security::StartTls, QStringLiteral("c"),
                                QStringLiteral("u"), PlanSource::Srv}};
        QVERIFY(store::decode<AccountPlan>(store::encode(plan))->chat.endpoints == plan.chat.endpoints);
    }
    void whatANewerVersionWroteIsSkipped()
    {
        // {0: 2, 4711: "later"}: type Chat, and a member that this version does not know.
        const auto value = store::decode<InstantMessage>(QByteArray::fromHex("a20002191267656c61746572"));
        QVERIFY(value);
        QCOMPARE(value->type, InstantMessage::Type::Chat);
    }
    void damagedOctetsGiveNothingOrDefaults()
    {
        const QByteArray octets = store::encode(fullMessage());
        QVERIFY(!store::decode<InstantMessage>(QByteArray()));
        for (int cut = 0; cut < octets.size(); ++cut)
            QVERIFY(!store::decode<InstantMessage>(octets.left(cut)));
        for (int at = 0; at < octets.size(); ++at) {
            QByteArray wrong = octets;
            wrong[at] = static_cast<char>(wrong[at] ^ 0x5a);
            (void)store::decode<InstantMessage>(wrong); // any value, but no crash
        }
    }
};

ISTHMUS_TEST(tst_valuecodec)
#include "tst_valuecodec.moc"

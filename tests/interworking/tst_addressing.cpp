#include "core/interworking/Addressing.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::interworking;

namespace {

model::MailAddress mail(const QString &text)
{
    return model::MailAddress::parse(text).value();
}
model::Jid jid(const QString &text)
{
    return model::Jid::parse(text).value();
}

/// The context of vector m-basic.
Ctx context()
{
    Ctx ctx;
    ctx.imDomains = {QStringLiteral("chat.example")};
    ctx.gatewayDomain = QStringLiteral("mail.chat.example");
    ctx.domainMap = {{QStringLiteral("chat.example"), QStringLiteral("chat.example"), DomainRow::Direction::Both}};
    ctx.operatorJid = jid(QStringLiteral("admin@chat.example"));
    ctx.addressMap = {{jid(QStringLiteral("alice@chat.example")), mail(QStringLiteral("alice@chat.example")),
                       AddressRow::Kind::Constructed, true},
                      {jid(QStringLiteral("carol@chat.example")), mail(QStringLiteral("c.smith@post.example")),
                       AddressRow::Kind::Preallocated, true},
                      {jid(QStringLiteral("+8613812345678@chat.example")),
                       mail(QStringLiteral("+8613812345678@chat.example")), AddressRow::Kind::Constructed, true}};
    return ctx;
}

QString resolved(const QString &rcpt)
{
    static const Ctx ctx = context();
    const auto found = resolveRecipient(rcpt, ctx);
    if (const auto *recipient = std::get_if<Recipient>(&found))
        return recipient->jid.toString() + (recipient->subaddress.isEmpty() ? QString() : u' ' + recipient->subaddress);
    switch (std::get<RecipientFault>(found)) {
    case RecipientFault::Unknown: return QStringLiteral("unknown");
    case RecipientFault::Relay: return QStringLiteral("relay");
    case RecipientFault::Malformed: return QStringLiteral("malformed");
    }
    return {};
}

}

class tst_addressing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void escapesAndUnescapes_data();
    void escapesAndUnescapes();
    void refusesWhatCannotBeAJid_data();
    void refusesWhatCannotBeAJid();
    void unescapedMustEscapeToItself_data();
    void unescapedMustEscapeToItself();
    void resolvesRecipients_data();
    void resolvesRecipients();
    void jidOfOursGivesPrimaryAddress();
    void foreignGatewayIsNeverUnescaped();
    void telephoneUris();
};

void tst_addressing::escapesAndUnescapes_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("node");
    QTest::newRow("apostrophe, case folded") << u"Bob.O'Neil@Example.NET"_qs << u"bob.o\\27neil\\40example.net"_qs;
    QTest::newRow("quoted blank") << u"\"john doe\"@example.net"_qs << u"john\\20doe\\40example.net"_qs;
    QTest::newRow("backslash that starts an escape")
        << u"\"c:\\\\5commas\"@example.net"_qs << u"c\\3a\\5c5commas\\40example.net"_qs;
    QTest::newRow("backslash that starts none") << u"\"a\\\\b\"@example.net"_qs << u"a\\b\\40example.net"_qs;
    QTest::newRow("at in the local part") << u"\"a@b\"@example.net"_qs << u"a\\40b\\40example.net"_qs;
    QTest::newRow("U-label becomes A-label") << u"bob@b\u00fccher.example"_qs << u"bob\\40xn--bcher-kva.example"_qs;
    QTest::newRow("Chinese local part") << u"\u7528\u6237@example.net"_qs << u"\u7528\u6237\\40example.net"_qs;
    QTest::newRow("every escape") << u"\"a \\\"&'/:<>@\\\\20b\"@example.net"_qs
                                  << u"a\\20\\22\\26\\27\\2f\\3a\\3c\\3e\\40\\5c20b\\40example.net"_qs;
}

void tst_addressing::escapesAndUnescapes()
{
    QFETCH(QString, address);
    QFETCH(QString, node);
    const auto made = constructedJid(mail(address), u"mail.chat.example"_qs);
    QVERIFY(made);
    QCOMPARE(made->toString(), node + u"@mail.chat.example"_qs);
    const auto back = addressOfNode(made->local());
    QVERIFY(back);
    QCOMPARE(back->key(), mail(address).key());
}

void tst_addressing::refusesWhatCannotBeAJid_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("leading blank") << u"\" x\"@example.net"_qs;
    QTest::newRow("full-width letter would become ASCII") << u"\"\uff42ob\"@example.net"_qs;
    QTest::newRow("KELVIN SIGN folds to k") << u"\u212Aim@example.net"_qs;
    QTest::newRow("ligature is compatibility only") << u"\ufb01x@example.net"_qs;
    QTest::newRow("symbol") << u"\u2603@example.net"_qs;
}

void tst_addressing::refusesWhatCannotBeAJid()
{
    QFETCH(QString, address);
    const auto parsed = model::MailAddress::parse(address);
    if (parsed)
        QVERIFY(!constructedJid(*parsed, u"mail.chat.example"_qs));
}

void tst_addressing::unescapedMustEscapeToItself_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("address");
    QTest::newRow("plain") << u"bob\\40example.net"_qs << u"bob@example.net"_qs;
    QTest::newRow("last at splits") << u"a\\40b\\40evil.example"_qs << u"\"a@b\"@evil.example"_qs;
    QTest::newRow("single pass (X10)") << u"a\\5c40b\\40example.net"_qs << u"\"a\\\\40b\"@example.net"_qs;
    QTest::newRow("escaped backslash that needs none") << u"a\\5cb\\40example.net"_qs << QString();
    QTest::newRow("upper-case escape (X11)") << u"Bob\\2Fx\\40example.net"_qs << QString();
    QTest::newRow("upper-case letter") << u"Bob\\40example.net"_qs << QString();
    QTest::newRow("no at") << u"nobody"_qs << QString();
    QTest::newRow("no dot") << u"root\\40localhost"_qs << QString();
    QTest::newRow("address literal") << u"root\\40[127.0.0.1]"_qs << QString();
    QTest::newRow("empty local part") << u"\\40example.net"_qs << QString();
    QTest::newRow("U-label") << u"bob\\40b\u00fccher.example"_qs << u"bob@xn--bcher-kva.example"_qs;
    QTest::newRow("trailing dot") << u"bob\\40example.net."_qs << QString();
}

void tst_addressing::unescapedMustEscapeToItself()
{
    QFETCH(QString, node);
    QFETCH(QString, address);
    const auto found = addressOfNode(node);
    QCOMPARE(found ? found->toString() : QString(), address);
}

void tst_addressing::resolvesRecipients_data()
{
    QTest::addColumn<QString>("rcpt");
    QTest::addColumn<QString>("expected");
    QTest::newRow("map, any case") << u"ALICE@Chat.Example"_qs << u"alice@chat.example"_qs;
    QTest::newRow("pre-allocated") << u"c.smith@post.example"_qs << u"carol@chat.example"_qs;
    QTest::newRow("identity of a registered user") << u"carol@chat.example"_qs << u"carol@chat.example"_qs;
    QTest::newRow("sub-address") << u"alice+news@chat.example"_qs << u"alice@chat.example news"_qs;
    QTest::newRow("telephone as printed") << u"+86-13812345678@chat.example"_qs << u"+8613812345678@chat.example"_qs;
    QTest::newRow("unknown user") << u"nobody@chat.example"_qs << u"unknown"_qs;
    QTest::newRow("foreign domain") << u"x@elsewhere.example"_qs << u"relay"_qs;
    QTest::newRow("gateway address of a third party (X13)") << u"bob\\40x.example@mail.chat.example"_qs << u"relay"_qs;
    QTest::newRow("percent hack") << u"bob%x.example@chat.example"_qs << u"relay"_qs;
    QTest::newRow("postmaster of ours") << u"Postmaster@chat.example"_qs << u"admin@chat.example"_qs;
    QTest::newRow("postmaster without domain") << u"postmaster"_qs << u"admin@chat.example"_qs;
    QTest::newRow("abuse") << u"abuse@post.example"_qs << u"admin@chat.example"_qs;
    QTest::newRow("no address") << u"alice"_qs << u"malformed"_qs;
}

void tst_addressing::resolvesRecipients()
{
    QFETCH(QString, rcpt);
    QFETCH(QString, expected);
    QCOMPARE(resolved(rcpt), expected);
}

void tst_addressing::jidOfOursGivesPrimaryAddress()
{
    Ctx ctx = context();
    ctx.addressMap.push_back(
        {jid(u"alice@chat.example"_qs), mail(u"a@work.example"_qs), AddressRow::Kind::Preallocated, false});
    QCOMPARE(jidToMail(jid(u"alice@chat.example/pc"_qs), ctx)->toString(), u"alice@chat.example"_qs);
    ctx.addressMap.front().primary = false;
    QCOMPARE(jidToMail(jid(u"alice@chat.example"_qs), ctx)->toString(), u"a@work.example"_qs);
    QCOMPARE(jidToMail(jid(u"space\\20cadet@chat.example"_qs), ctx)->toString(), u"\"space cadet\"@chat.example"_qs);
    QVERIFY(!originMail(jid(u"zed@chat.example"_qs), ctx));
}

void tst_addressing::foreignGatewayIsNeverUnescaped()
{
    QVERIFY(!jidToMail(jid(u"a\\40b.example@other-gw.example"_qs), context()));
}

void tst_addressing::telephoneUris()
{
    QCOMPARE(telephoneUri(u"tel:+86-13812345678").value(), u"+8613812345678"_qs);
    QVERIFY(!telephoneUri(u"tel:+86-138;ext=5"));
    QVERIFY(!telephoneLocalPart(u"alice+tag"));
}

ISTHMUS_TEST(tst_addressing)
#include "tst_addressing.moc"

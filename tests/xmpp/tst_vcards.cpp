#include "core/xmpp/VCards.h"

#include "tests/support/TestMain.h"
#include "tests/xmpp/Stanza.h"

using namespace isthmus;
using namespace isthmus::test;

namespace {

QStringList mailboxes(const std::optional<model::VCardFound> &card)
{
    QStringList all;
    if (card) {
        for (const model::MailAddress &mailbox : card->mailboxes)
            all.append(mailbox.toString());
    }
    return all;
}

}

class tst_vcards : public QObject
{
    Q_OBJECT
private:
    const model::Jid m_jid = *model::Jid::parse(u"you@b.example");

private Q_SLOTS:
    void mailboxesOfXep0292()
    {
        const auto card = xmpp::readVCard4(
            *tag("<iq type='result' id='1'><pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:vcard4'>"
                 "<item id='current'><vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>You There</text></fn>"
                 "<email><text>you@work.example</text></email><email><parameters/><text> home@b.example </text></email>"
                 "<email><text>no address</text></email></vcard></item></items></pubsub></iq>"),
            m_jid);
        QVERIFY(card);
        QCOMPARE(card->name, QStringLiteral("You There"));
        QCOMPARE(card->jid, m_jid);
        QCOMPARE(mailboxes(card), (QStringList{QStringLiteral("you@work.example"), QStringLiteral("home@b.example")}));
    }
    void mailboxesOfXep0054()
    {
        const auto card = xmpp::readVCardTemp(
            *tag("<iq type='result' id='1'><vCard xmlns='vcard-temp'><FN>You</FN><EMAIL><INTERNET/><USERID>you@work.example"
                 "</USERID></EMAIL><EMAIL><USERID>a@b@c</USERID></EMAIL><EMAIL/></vCard></iq>"),
            m_jid);
        QCOMPARE(mailboxes(card), QStringList{QStringLiteral("you@work.example")});
    }
    void emptyOrForeignIsNone()
    {
        QVERIFY(!xmpp::readVCardTemp(*tag("<iq type='result' id='1'><vCard xmlns='vcard-temp'/></iq>"), m_jid));
        QVERIFY(
            !xmpp::readVCardTemp(*tag("<iq type='result' id='1'><vCard xmlns='urn:evil'><FN>x</FN></vCard></iq>"), m_jid));
        QVERIFY(!xmpp::readVCard4(*tag("<iq type='result' id='1'/>"), m_jid));
        QVERIFY(!xmpp::readVCard4(*tag("<iq type='result' id='1'><pubsub xmlns='http://jabber.org/protocol/pubsub'><items "
                                       "node='other'><item><vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'/></item></items>"
                                       "</pubsub></iq>"),
                                  m_jid));
    }
    void endlessMailboxesAreCutOff()
    {
        QByteArray emails;
        for (int i = 0; i < 500; ++i)
            emails += "<EMAIL><USERID>a" + QByteArray::number(i) + "@b.example</USERID></EMAIL>";
        const auto card = xmpp::readVCardTemp(
            *tag("<iq type='result' id='1'><vCard xmlns='vcard-temp'>" + emails + "</vCard></iq>"), m_jid);
        QCOMPARE(mailboxes(card).size(), 16);
    }
};

ISTHMUS_TEST(tst_vcards)
#include "tst_vcards.moc"

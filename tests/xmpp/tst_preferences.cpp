#include "core/xmpp/Preferences.h"

#include "core/stanza/StanzaXml.h"
#include "core/xmpp/Inflow.h"

#include "tests/support/TestMain.h"

using namespace isthmus;

namespace {

std::shared_ptr<gloox::Tag> tag(const QByteArray &xml)
{
    return stanza::parseElement(xml).valueOr(nullptr);
}

QByteArray published(const QByteArray &from, const QByteArray &items, const QByteArray &node = "urn:isthmus:prefs:1")
{
    return "<message xmlns='jabber:client' from='" + from
           + "' to='me@a.example'>"
             "<event xmlns='http://jabber.org/protocol/pubsub#event'><items node='"
           + node + "'>" + items + "</items></event></message>";
}

const QByteArray wish = "<item id='current'><prefs xmlns='urn:isthmus:prefs:1' offline='mailbox' busy='im' mode='auto'"
                        " mail='you@work.example'/></item>";

}

/// The NS_PREF item of specification 5 on the wire.
class tst_preferences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ourWishGoesToThoseWhoMaySeeUs()
    {
        const model::PublishedPreference preference{QStringLiteral("mailbox"), QStringLiteral("im"), QStringLiteral("auto"),
                                                    *model::MailAddress::parse(u"me@a.example")};
        const xmpp::TagPtr request = xmpp::preferencePublication(QStringLiteral("7"), preference);
        const auto read = tag(QByteArray::fromStdString(request->xml()));
        QVERIFY(read);
        QCOMPARE(xmpp::attribute(*read, "type"), QStringLiteral("set"));
        const gloox::Tag *pubsub = xmpp::child(*read, "pubsub", xmpp::ns::pubsub);
        QVERIFY(pubsub);
        const gloox::Tag *publish = xmpp::child(*pubsub, "publish", xmpp::ns::pubsub);
        QVERIFY(publish);
        QCOMPARE(xmpp::attribute(*publish, "node"), QStringLiteral("urn:isthmus:prefs:1"));
        const gloox::Tag *prefs =
            xmpp::child(*xmpp::child(*publish, "item", xmpp::ns::pubsub), "prefs", "urn:isthmus:prefs:1");
        QVERIFY(prefs);
        QCOMPARE(xmpp::attribute(*prefs, "offline"), QStringLiteral("mailbox"));
        QCOMPARE(xmpp::attribute(*prefs, "mail"), QStringLiteral("me@a.example"));
        // Nobody else may read it, from the first moment on.
        const gloox::Tag *options = xmpp::child(*pubsub, "publish-options", xmpp::ns::pubsub);
        const gloox::Tag *form = options ? xmpp::child(*options, "x", xmpp::ns::dataForms) : nullptr;
        QVERIFY(form);
        QStringList fields;
        for (const gloox::Tag *field : form->children())
            fields.append(xmpp::attribute(*field, "var") + QLatin1Char('=')
                          + xmpp::text(xmpp::child(*field, "value", xmpp::ns::dataForms)));
        QVERIFY2(fields.contains(QStringLiteral("pubsub#access_model=presence")), qPrintable(fields.join(u' ')));
    }

    void aContactsWishIsRead()
    {
        const auto found = xmpp::readPreferenceEvent(*tag(published("you@b.example", wish)));
        QVERIFY(found && found->preference);
        QCOMPARE(found->jid, *model::Jid::parse(u"you@b.example"));
        QCOMPARE(found->preference->offline, QStringLiteral("mailbox"));
        QCOMPARE(found->preference->mode, QStringLiteral("auto"));
        QCOMPARE(found->preference->mail.toString(), QStringLiteral("you@work.example"));
        const auto gone = xmpp::readPreferenceEvent(*tag(published("you@b.example", "<retract id='current'/>")));
        QVERIFY(gone && !gone->preference);
        const auto odd = xmpp::readPreferenceEvent(
            *tag(published("you@b.example", "<item><prefs xmlns='urn:isthmus:prefs:1' mail='no address'/></item>")));
        QVERIFY(odd && odd->preference && odd->preference->mail.isNull());
    }

    void whatIsNoWishOfTheirsIsNone_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("a device of theirs, not their account") << published("you@b.example/x", wish);
        QTest::newRow("another node") << published("you@b.example", wish, "urn:xmpp:avatar:data");
        QTest::newRow("an empty item") << published("you@b.example", "<item id='current'/>");
        QTest::newRow("another namespace") << published("you@b.example", "<item><prefs xmlns='urn:other'/></item>");
        QTest::newRow("no event") << QByteArray(
            "<message xmlns='jabber:client' from='you@b.example'><body>hi</body></message>");
    }
    void whatIsNoWishOfTheirsIsNone()
    {
        QFETCH(QByteArray, xml);
        QVERIFY(!xmpp::readPreferenceEvent(*tag(xml)));
    }

    void aWishIsHandedOverAndOurOwnIsNot()
    {
        std::vector<model::Batch> batches;
        xmpp::Inflow inflow(model::AccountId{1},
                            {[&](quint64, const model::Batch &batch) { batches.push_back(batch); },
                             [](const model::Jid &, const model::Presence &) {}, [] {}, base::systemNow});
        inflow.onSignedIn(*model::Jid::parse(u"me@a.example/desk"), false);
        QVERIFY(inflow.onMessage(*tag(published("you@b.example", wish))) > 0);
        QCOMPARE(inflow.onMessage(*tag(published("me@a.example", wish))), quint64(0));
        inflow.flush();
        QCOMPARE(batches.size(), 1u);
        QCOMPARE(batches.front().arrivals.size(), 1u);
        QVERIFY(std::holds_alternative<model::PreferenceFound>(batches.front().arrivals.front()));
    }
};

ISTHMUS_TEST(tst_preferences)
#include "tst_preferences.moc"

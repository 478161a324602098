#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::test;
using model::DisplayedElsewhere;
using model::PublishDisplayed;
using model::SendStanza;
using model::Service;

// What was read here is told to the sender (XEP-0333) and to the own other devices (XEP-0490), now or later;
// what was read there is read here.

namespace {

model::ArrivedStanza line(const char *id, const char *archiveId, const char *from = "bob@chat.example/phone")
{
    model::InstantMessage message;
    message.type = model::InstantMessage::Type::Chat;
    message.from = jid(from);
    message.to = jid("alice@chat.example");
    message.id = QString::fromUtf8(id);
    message.bodies = {{QString(), QString::fromUtf8(id)}};
    message.markable = true;
    if (*archiveId)
        message.stanzaIds = {{QString::fromUtf8(archiveId), jid("alice@chat.example")}};
    return {message, true, base::fromMsecs(1795255200000)};
}

struct Scene {
    Profile profile;
    std::unique_ptr<engine::Timeline> timeline;
    Scene()
    {
        profile.signIn();
        timeline = std::make_unique<engine::Timeline>(*profile.engine, profile.bob());
    }
    ~Scene() { timeline.reset(); }
    void arrive(std::vector<model::Arrival> arrivals, std::size_t items)
    {
        profile.chat->arrive(std::move(arrivals));
        QTRY_COMPARE(timeline->items().size(), items);
    }
    [[nodiscard]] QStringList unread() const
    {
        QStringList texts;
        for (const model::Item &item : timeline->items()) {
            if (!item.read)
                texts.append(item.text);
        }
        return texts;
    }
    void readAll()
    {
        timeline->markRead();
        QTRY_VERIFY(unread().isEmpty());
    }
    void reopen(std::size_t least = 1)
    {
        const model::PersonId bob = timeline->person();
        timeline.reset();
        profile.reopen();
        timeline = std::make_unique<engine::Timeline>(*profile.engine, bob);
        QTRY_VERIFY(timeline->items().size() >= least);
    }
    [[nodiscard]] QStringList markers() const
    {
        QStringList ids;
        for (const SendStanza &command : profile.chat->all<SendStanza>()) {
            if (!command.message.displayedId.isEmpty())
                ids.append(command.message.displayedId);
        }
        return ids;
    }
    [[nodiscard]] std::vector<PublishDisplayed> published() const { return profile.chat->all<PublishDisplayed>(); }
};

const PublishDisplayed upToTwo{jid("bob@chat.example"), QStringLiteral("a2")};

}

class tst_readmarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasReadIsToldOnceAboutTheNewest()
    {
        Scene scene;
        scene.arrive({line("m1", "a1"), line("m2", "a2")}, 2);
        scene.readAll();
        QTRY_COMPARE(scene.published(), std::vector{upToTwo});
        QTRY_COMPARE(scene.markers(), QStringList{QStringLiteral("m2")});
        // What was heard is not said again.
        scene.reopen();
        scene.arrive({line("m3", "")}, 3);
        scene.readAll();
        QTRY_COMPARE(scene.markers(), QStringList{QStringLiteral("m3")});
        QVERIFY(scene.published().empty());
    }

    void whatWasReadOfflineIsToldWithTheNextLink()
    {
        Scene scene;
        scene.arrive({line("m1", "a1"), line("m2", "a2")}, 2);
        scene.profile.chat->goDown({Service::Chat});
        scene.readAll();
        QVERIFY(scene.published().empty() && scene.markers().isEmpty());
        scene.reopen();
        QTRY_COMPARE(scene.published(), std::vector{upToTwo});
        QTRY_COMPARE(scene.markers(), QStringList{QStringLiteral("m2")});
    }

    void whatWasCutOffIsToldAgain()
    {
        Scene scene;
        scene.arrive({line("m1", "a1"), line("m2", "a2")}, 2);
        scene.profile.chat->answer = base::Result<model::CommandResult>(base::Error{base::Fault::ConnectionLost, {}});
        scene.readAll();
        QTRY_COMPARE(scene.published().size(), 1u);
        QTRY_COMPARE(scene.markers().size(), 1);
        scene.profile.chat->answer = base::Result<model::CommandResult>(model::CommandResult{});
        const auto newLink = [&] {
            scene.profile.chat->goDown({Service::Chat});
            scene.profile.chat->goOnline({Service::Chat});
            return scene.published().size() == 2 && scene.markers().size() == 2;
        };
        QTRY_VERIFY(newLink());
        QCOMPARE(scene.published().back(), upToTwo);
    }

    void aServerWithoutItIsNotAskedForEver()
    {
        Scene scene;
        scene.arrive({line("m2", "a2")}, 1);
        scene.profile.chat->answer = base::Result<model::CommandResult>(base::Error{base::Fault::Unsupported, {}});
        scene.readAll();
        QTRY_COMPARE(scene.published().size(), 1u);
        scene.reopen();
        scene.arrive({line("m3", "a3")}, 2);
        scene.readAll();
        QTRY_COMPARE(scene.published(), (std::vector{PublishDisplayed{jid("bob@chat.example"), QStringLiteral("a3")}}));
    }

    void whatAnotherDeviceReadIsReadUpToThere()
    {
        Scene scene;
        scene.arrive({line("m1", "a1"), line("m2", "a2"), line("m3", "a3")}, 3);
        scene.profile.chat->arrive({DisplayedElsewhere{jid("bob@chat.example"), QStringLiteral("a2")}});
        QTRY_COMPARE(scene.unread(), QStringList{QStringLiteral("m3")});
        QVERIFY(scene.published().empty()); // they know
    }

    void theWordMayComeBeforeTheMessage()
    {
        Scene scene;
        scene.profile.chat->arrive({DisplayedElsewhere{jid("bob@chat.example"), QStringLiteral("a2")}});
        scene.reopen(0);
        scene.arrive({line("m1", "a1"), line("m2", "a2"), line("m3", "a3")}, 3);
        QTRY_COMPARE(scene.unread(), QStringList{QStringLiteral("m3")});
    }

    void whatIsOlderAndComesLaterIsRead()
    {
        Scene scene;
        scene.profile.chat->arrive({DisplayedElsewhere{jid("bob@chat.example"), QStringLiteral("a2")}});
        const auto later = [](model::ArrivedStanza stanza) {
            stanza.receivedAt += std::chrono::minutes(10);
            return stanza;
        };
        scene.arrive({later(line("m2", "a2")), later(line("m3", "a3"))}, 2);
        QTRY_COMPARE(scene.unread(), QStringList{QStringLiteral("m3")});
        model::ArrivedStanza older = later(line("m1", ""));
        older.live = false;
        older.message.wrapper = model::InstantMessage::Wrapper::Archive;
        older.message.wrapperFrom = jid("alice@chat.example");
        older.message.archiveId = QStringLiteral("a1");
        older.message.archiveQueryId = QStringLiteral("q1");
        older.message.forwardedAt = older.receivedAt - std::chrono::minutes(5);
        scene.arrive({older}, 3);
        QCOMPARE(scene.timeline->items().front().text, QStringLiteral("m1"));
        QTRY_COMPARE(scene.unread(), QStringList{QStringLiteral("m3")});
    }

    void aWordAboutAnotherChatChangesNothingHere()
    {
        Scene scene;
        scene.arrive({line("m1", "a1")}, 1);
        scene.profile.chat->arrive({DisplayedElsewhere{jid("carol@chat.example"), QStringLiteral("a1")}, line("m2", "a2")});
        QTRY_COMPARE(scene.timeline->items().size(), 2u);
        QCOMPARE(scene.unread().size(), 2);
    }
};

ISTHMUS_TEST(tst_readmarks)
#include "tst_readmarks.moc"

#include "core/engine/ContactRequests.h"
#include "core/store/ContactRequestTable.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::test;
using model::AnswerContactRequest;
using model::ContactAsked;
using model::Service;
using model::SetRosterEntry;

namespace {

const ContactAsked carol{jid("carol@chat.example"), QStringLiteral("Carol"), QStringLiteral("we met on Tuesday"), false};

struct Scene {
    Profile profile;
    Scene() { profile.signIn(); }
    [[nodiscard]] engine::ContactRequests &requests() const { return profile.engine->contactRequests(); }
    void ask(const ContactAsked &asked = carol) const
    {
        profile.chat->arrive({asked});
        QTRY_VERIFY(!requests().open().empty());
    }
};

}

class tst_contactrequests : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRequestIsShownOnceAndOutlivesTheProgram()
    {
        Scene scene;
        scene.ask();
        scene.ask(); // the server repeats it with each session until it is answered
        scene.profile.reopen();
        QCOMPARE(scene.requests().open().size(), 1u);
        const engine::ContactRequest &one = scene.requests().open().front();
        QCOMPARE(one.jid, carol.jid);
        QCOMPARE(one.name, carol.nick);
        QCOMPARE(one.words, carol.words);
        QVERIFY(scene.profile.chat->all<AnswerContactRequest>().empty()); // nobody has decided
    }

    void acceptingLetsThemSeeAndAsksInTurn()
    {
        Scene scene;
        scene.ask();
        QVERIFY(wait(scene.requests().accept(scene.requests().open().front().id)));
        QTRY_COMPARE(scene.profile.chat->all<AnswerContactRequest>(), (std::vector{AnswerContactRequest{carol.jid, true}}));
        QTRY_COMPARE(scene.profile.chat->all<SetRosterEntry>(),
                     (std::vector{SetRosterEntry{carol.jid, carol.nick, true, false}}));
        QTRY_VERIFY(scene.requests().open().empty());
        scene.profile.reopen();
        QVERIFY(scene.requests().open().empty());
        QVERIFY(scene.profile.chat->all<AnswerContactRequest>().empty());
    }

    void decliningTellsThemAndNothingElse()
    {
        Scene scene;
        scene.ask();
        QVERIFY(wait(scene.requests().decline(scene.requests().open().front().id)));
        QTRY_COMPARE(scene.profile.chat->all<AnswerContactRequest>(), (std::vector{AnswerContactRequest{carol.jid, false}}));
        QTRY_VERIFY(scene.requests().open().empty());
        QVERIFY(scene.profile.chat->all<SetRosterEntry>().empty());
        // Who asks anew, once the answer has been heard, is shown anew.
        QTRY_VERIFY((scene.profile.chat->arrive({carol}), !scene.requests().open().empty()));
        QCOMPARE(scene.requests().open().size(), 1u);
    }

    void anAnswerGivenOfflineIsToldWithTheNextLink()
    {
        Scene scene;
        scene.ask();
        scene.profile.chat->goDown({Service::Chat});
        QVERIFY(wait(scene.requests().accept(scene.requests().open().front().id)));
        QTRY_VERIFY(scene.requests().open().empty());
        QVERIFY(scene.profile.chat->all<AnswerContactRequest>().empty());
        scene.profile.reopen();
        QTRY_COMPARE(scene.profile.chat->all<AnswerContactRequest>(), (std::vector{AnswerContactRequest{carol.jid, true}}));
        QTRY_COMPARE(scene.profile.chat->all<SetRosterEntry>().size(), 1u);
    }

    void anAnswerThatWasCutOffIsToldAgain()
    {
        Scene scene;
        scene.ask();
        scene.profile.chat->answer = base::Result<model::CommandResult>(base::Error{base::Fault::ConnectionLost, {}});
        QVERIFY(wait(scene.requests().accept(scene.requests().open().front().id)));
        QTRY_COMPARE(scene.profile.chat->all<AnswerContactRequest>().size(), 1u);
        scene.profile.chat->answer = base::Result<model::CommandResult>(model::CommandResult{});
        const auto newLink = [&] {
            scene.profile.chat->goDown({Service::Chat});
            scene.profile.chat->goOnline({Service::Chat});
            return scene.profile.chat->all<AnswerContactRequest>().size();
        };
        QTRY_COMPARE(newLink(), 2u);
        QTRY_COMPARE(scene.profile.chat->all<SetRosterEntry>().size(), 1u);
    }

    void whoTakesItBackIsNotShown()
    {
        Scene scene;
        scene.ask();
        ContactAsked back = carol;
        back.withdrawn = true;
        scene.profile.chat->arrive({back});
        QTRY_VERIFY(scene.requests().open().empty());
    }

    void strangersCannotFillTheProfile()
    {
        Scene scene;
        std::vector<model::Arrival> many;
        for (int i = 0; i < 3 * store::ContactRequestTable::mostOpen; ++i)
            many.push_back(ContactAsked{jid(("x" + QByteArray::number(i) + "@evil.example").constData()), {}, {}, false});
        scene.profile.chat->arrive(std::move(many));
        QTRY_COMPARE(static_cast<int>(scene.requests().open().size()), store::ContactRequestTable::mostOpen);
    }
};

ISTHMUS_TEST(tst_contactrequests)
#include "tst_contactrequests.moc"

#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::test;
using model::ArrivedStanza;
using model::InstantMessage;

namespace {

InstantMessage line(const char *id, const char *text, const char *from = "bob@chat.example/phone")
{
    InstantMessage message;
    message.type = InstantMessage::Type::Chat;
    message.from = jid(from);
    message.to = jid("alice@chat.example");
    message.id = QString::fromUtf8(id);
    if (*text != '\0')
        message.bodies = {{QString(), QString::fromUtf8(text)}};
    return message;
}

InstantMessage correction(const char *id, const char *of, const char *text, const char *from = "bob@chat.example/phone")
{
    InstantMessage message = line(id, text, from);
    message.replaceId = QString::fromUtf8(of);
    return message;
}

InstantMessage retraction(const char *of, const char *from = "bob@chat.example/phone")
{
    InstantMessage message = line("r", "", from);
    message.retractId = QString::fromUtf8(of);
    return message;
}

InstantMessage reaction(const QString &to, std::vector<QString> signs, const char *from = "bob@chat.example/phone")
{
    InstantMessage message = line("x", "", from);
    message.reactionsId = to;
    message.reactions = std::move(signs);
    return message;
}

}

/// Messages that change others: XEP-0308, XEP-0424, XEP-0444.
class tst_changes : public QObject
{
    Q_OBJECT

    struct Scene {
        Profile profile;
        std::unique_ptr<engine::Timeline> timeline;
        int marks = 0;
        Scene()
        {
            profile.signIn();
            timeline = std::make_unique<engine::Timeline>(*profile.engine, profile.bob());
        }
        /// Lets it arrive, and a line after it, which is shown when it has been read.
        void arrive(const InstantMessage &message)
        {
            const QByteArray mark = "mark-" + QByteArray::number(++marks);
            profile.chat->arrive({ArrivedStanza{message, true, profile.now},
                                  ArrivedStanza{line(mark.constData(), mark.constData()), true, profile.now}});
            QTRY_VERIFY(std::any_of(timeline->items().begin(), timeline->items().end(),
                                    [&](const model::Item &item) { return item.text == QString::fromUtf8(mark); }));
        }
        [[nodiscard]] std::vector<model::Item> items() const
        {
            std::vector<model::Item> found;
            for (const model::Item &item : timeline->items()) {
                if (!item.text.startsWith(QStringLiteral("mark-")))
                    found.push_back(item);
            }
            return found;
        }
    };

private Q_SLOTS:
    void aCorrectionChangesItsMessage()
    {
        Scene scene;
        scene.arrive(line("1", "helo"));
        scene.arrive(correction("2", "1", "hello"));
        QTRY_COMPARE(scene.items().size(), 1u);
        QTRY_COMPARE(scene.items().front().text, QStringLiteral("hello"));
        QCOMPARE(scene.items().front().flags, QStringList{QStringLiteral("corrected")});
        // And once more, by the first one's id.
        scene.arrive(correction("3", "1", "hello!"));
        QTRY_COMPARE(scene.items().front().text, QStringLiteral("hello!"));
        QCOMPARE(scene.items().size(), 1u);
        // Other devices of bob may correct, too.
        scene.arrive(correction("4", "1", "hello?", "bob@chat.example/tablet"));
        QTRY_COMPARE(scene.items().front().text, QStringLiteral("hello?"));
    }

    void nobodyChangesWhatAnotherWrote()
    {
        Scene scene;
        scene.arrive(line("1", "mine"));
        scene.arrive(correction("2", "1", "forged", "mallory@evil.example/x"));
        scene.arrive(retraction("1", "mallory@evil.example/x"));
        scene.arrive(reaction(QStringLiteral("1"), {QStringLiteral("👎")}, "mallory@evil.example/x"));
        QCOMPARE(scene.items().size(), 1u);
        QCOMPARE(scene.items().front().text, QStringLiteral("mine"));
        QVERIFY(scene.items().front().flags.isEmpty() && scene.items().front().reactions.empty());
        // Bob cannot change what we wrote either.
        model::Draft draft;
        draft.person = scene.timeline->person();
        draft.text = QStringLiteral("ours");
        QVERIFY(wait(scene.profile.engine->outbox().send(draft)));
        QTRY_COMPARE(scene.items().size(), 2u);
        const QByteArray id = scene.items().back().stanzaId.toUtf8();
        scene.arrive(correction("5", id.constData(), "twisted"));
        scene.arrive(retraction(id.constData()));
        QStringList texts;
        for (const model::Item &item : scene.items())
            texts.append(item.text);
        QVERIFY(texts.contains(QStringLiteral("ours")));
        QVERIFY(texts.contains(QStringLiteral("twisted"))); // as a message of its own
    }

    void aCorrectionOfWhatWeDoNotHaveIsAMessage()
    {
        Scene scene;
        scene.arrive(correction("2", "unknown", "corrected text"));
        QTRY_COMPARE(scene.items().size(), 1u);
        QCOMPARE(scene.items().front().text, QStringLiteral("corrected text"));
        QCOMPARE(scene.items().front().flags, QStringList{QStringLiteral("corrected")});
    }

    void aRetractionTakesTheTextAway()
    {
        Scene scene;
        scene.arrive(line("1", "better not"));
        scene.arrive(retraction("1"));
        QTRY_COMPARE(scene.items().front().flags, QStringList{QStringLiteral("retracted")});
        QVERIFY(scene.items().front().text.isEmpty());
        // What is taken back stays so.
        scene.arrive(correction("3", "1", "again"));
        QCOMPARE(scene.items().size(), 1u);
        QVERIFY(scene.items().front().text.isEmpty());
    }

    void reactionsReplaceEachOther()
    {
        Scene scene;
        scene.arrive(line("1", "lunch?"));
        scene.arrive(reaction(QStringLiteral("1"), {QStringLiteral("👍"), QStringLiteral("👍"), QStringLiteral("🎉")}));
        QTRY_COMPARE(scene.items().front().reactions,
                     (std::vector<model::Reaction>{{QStringLiteral("👍"), false}, {QStringLiteral("🎉"), false}}));
        InstantMessage own = reaction(QStringLiteral("1"), {QStringLiteral("👍")}, "alice@chat.example/other");
        own.to = jid("bob@chat.example");
        own.wrapper = InstantMessage::Wrapper::CarbonSent;
        own.wrapperFrom = jid("alice@chat.example");
        scene.arrive(own);
        QTRY_COMPARE(scene.items().front().reactions.size(), 3u);
        scene.arrive(reaction(QStringLiteral("1"), {}));
        QTRY_COMPARE(scene.items().front().reactions, (std::vector<model::Reaction>{{QStringLiteral("👍"), true}}));
        QCOMPARE(scene.items().size(), 1u);
    }
};

ISTHMUS_TEST(tst_changes)
#include "tst_changes.moc"

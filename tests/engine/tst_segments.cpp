#include "core/engine/Timeline.h"
#include "core/interworking/Names.h"
#include "core/interworking/Segmenter.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

#include <QCryptographicHash>

using namespace isthmus;
using namespace isthmus::test;
using model::ArrivedStanza;
using model::InstantMessage;
using model::SendStanza;

namespace {

/// A text of about \p bytes bytes, with characters of several lengths.
QString longText(int bytes)
{
    QString text;
    for (int n = 0; text.toUtf8().size() < bytes; ++n)
        text += QStringLiteral("Line %1: naïve, 漢字, 👍🏽 and a blank.\n").arg(n);
    return text;
}

/// What bob's program sends for it: the first segment with the message's id, the others after it.
std::vector<InstantMessage> segments(const QString &id, const QString &text, const char *from = "bob@chat.example/phone")
{
    const QByteArray utf8 = text.toUtf8();
    const auto ranges = interworking::cutPositions(utf8, interworking::pagerMaxDefault);
    std::vector<InstantMessage> all;
    const int of = static_cast<int>(ranges.size());
    for (int n = 1; n <= of; ++n) {
        const interworking::ByteRange range = ranges[static_cast<std::size_t>(n - 1)];
        InstantMessage message;
        message.type = InstantMessage::Type::Chat;
        message.from = jid(from);
        message.to = jid("alice@chat.example");
        message.id = n == 1 ? id : id + QStringLiteral("-s%1").arg(n);
        message.originId = message.id;
        const QString prefix = interworking::segmentPrefix(n, of);
        message.bodies = {{QString(), prefix + QString::fromUtf8(utf8.mid(range.start, range.end - range.start))}};
        model::Fallback fallback;
        fallback.forNamespace = interworking::ns::segment;
        fallback.bodyRanges = {{0, static_cast<int>(prefix.size())}};
        message.fallbacks.push_back(fallback);
        message.segment = model::Segment{id,
                                         n,
                                         of,
                                         range.start,
                                         range.end,
                                         static_cast<int>(utf8.size()),
                                         QCryptographicHash::hash(utf8, QCryptographicHash::Sha256)};
        message.receiptRequest = message.markable = n == of;
        all.push_back(message);
    }
    return all;
}

InstantMessage archived(InstantMessage message, int number, base::Timestamp at)
{
    message.wrapper = InstantMessage::Wrapper::Archive;
    message.wrapperFrom = jid("alice@chat.example");
    message.archiveId = QStringLiteral("a%1").arg(number);
    message.archiveQueryId = QStringLiteral("q1");
    message.forwardedAt = at;
    return message;
}

}

class tst_segments : public QObject
{
    Q_OBJECT

    /// alice with bob in her roster, and his timeline open.
    struct Scene {
        Profile profile;
        std::unique_ptr<engine::Timeline> timeline;
        int marks = 0;
        Scene()
        {
            profile.signIn();
            timeline = std::make_unique<engine::Timeline>(*profile.engine, profile.bob());
        }
        void arrive(const std::vector<InstantMessage> &messages, bool live = true)
        {
            std::vector<model::Arrival> arrivals;
            for (const InstantMessage &message : messages)
                arrivals.push_back(ArrivedStanza{message, live, profile.now});
            profile.chat->arrive(std::move(arrivals));
        }
        /// Everything that has arrived is read: a line after it is shown.
        void settle()
        {
            // Behind the first there is one more look at the store, in which what waits is swept; behind that, the second.
            for (int mark = 0; mark < 2; ++mark) {
                InstantMessage last;
                last.type = InstantMessage::Type::Chat;
                last.from = jid("bob@chat.example/phone");
                last.to = jid("alice@chat.example");
                last.id = QStringLiteral("mark-%1").arg(++marks);
                last.bodies = {{QString(), last.id}};
                arrive({last});
                QTRY_VERIFY(std::any_of(timeline->items().begin(), timeline->items().end(),
                                        [&](const model::Item &item) { return item.text == last.id; }));
            }
        }
        /// All but the marks.
        [[nodiscard]] std::vector<model::Item> items() const
        {
            std::vector<model::Item> found;
            for (const model::Item &item : timeline->items()) {
                if (!item.text.startsWith(QStringLiteral("mark-")))
                    found.push_back(item);
            }
            return found;
        }
        [[nodiscard]] std::vector<InstantMessage> errors() const
        {
            std::vector<InstantMessage> found;
            for (const SendStanza &sent : profile.chat->all<SendStanza>()) {
                if (sent.message.error)
                    found.push_back(sent.message);
            }
            return found;
        }
        [[nodiscard]] QStringList receipts() const
        {
            QStringList ids;
            for (const SendStanza &sent : profile.chat->all<SendStanza>()) {
                if (!sent.message.receivedId.isEmpty())
                    ids.append(sent.message.receivedId);
            }
            return ids;
        }
        void restart()
        {
            timeline.reset();
            profile.reopen();
            timeline = std::make_unique<engine::Timeline>(*profile.engine,
                                                          *profile.engine->contacts().personOf(jid("bob@chat.example")));
        }
    };

private Q_SLOTS:
    void inAnyOrderTheyAreOneMessage()
    {
        Scene scene;
        const QString text = longText(20'000);
        std::vector<InstantMessage> parts = segments(QStringLiteral("m1"), text);
        std::rotate(parts.begin(), parts.begin() + 5, parts.end());
        parts.push_back(parts.front()); // and one twice
        scene.arrive(parts);
        QTRY_COMPARE(scene.items().size(), 1u);
        QCOMPARE(scene.items().front().text, text);
        QCOMPARE(scene.items().front().flags, QStringList());
        QCOMPARE(scene.items().front().stanzaId, QStringLiteral("m1"));
        // The receipt names the last one, which asked for it.
        QTRY_COMPARE(scene.receipts(),
                     QStringList{QStringLiteral("m1-s%1").arg(segments(QStringLiteral("m1"), text).size())});
    }

    void theMarkerNamesTheLastOne()
    {
        Scene scene;
        const QString text = longText(4'000);
        const std::vector<InstantMessage> parts = segments(QStringLiteral("m1"), text);
        scene.arrive(parts);
        QTRY_COMPARE(scene.items().size(), 1u);
        scene.timeline->markRead();
        QTRY_VERIFY(std::ranges::any_of(scene.profile.chat->all<SendStanza>(), [&](const SendStanza &sent) {
            return sent.message.displayedId == parts.back().id;
        }));
    }

    void halfASetSurvivesTheEndOfTheProgram()
    {
        Scene scene;
        const QString text = longText(9'000);
        const std::vector<InstantMessage> parts = segments(QStringLiteral("m1"), text);
        scene.arrive({parts.begin(), parts.begin() + 4});
        scene.settle();
        QVERIFY(scene.items().empty());
        scene.restart();
        scene.profile.now += std::chrono::hours(3); // the others lay in the archive so long
        scene.profile.goOnline();
        std::vector<InstantMessage> rest;
        for (std::size_t i = 2; i < parts.size(); ++i)
            rest.push_back(archived(parts[i], static_cast<int>(i), scene.profile.now - std::chrono::hours(3)));
        scene.arrive(rest, false);
        QTRY_COMPARE(scene.items().size(), 1u);
        QCOMPARE(scene.items().front().text, text);
    }

    void whatComesOfAFinishedTextIsLate()
    {
        Scene scene;
        const std::vector<InstantMessage> parts = segments(QStringLiteral("m1"), longText(5'000));
        const base::Timestamp then = scene.profile.now;
        scene.arrive(parts);
        QTRY_COMPARE(scene.items().size(), 1u);
        scene.arrive({parts[1]});
        scene.restart();
        scene.profile.now += std::chrono::hours(24);
        // The archive tells some of it again, and then all of it: it is the same message.
        scene.arrive({archived(parts[2], 2, then)}, false);
        scene.settle();
        std::vector<InstantMessage> all;
        for (std::size_t i = 0; i < parts.size(); ++i)
            all.push_back(archived(parts[i], static_cast<int>(i), then));
        scene.arrive(all, false);
        scene.settle();
        scene.profile.now += std::chrono::minutes(20);
        scene.settle();
        QCOMPARE(scene.items().size(), 1u);
    }

    void aGapIsShownAndFilledLater()
    {
        Scene scene;
        const QString text = longText(5'000);
        std::vector<InstantMessage> parts = segments(QStringLiteral("m1"), text);
        const InstantMessage missing = parts[1];
        parts.erase(parts.begin() + 1);
        scene.arrive(parts);
        scene.settle();
        QVERIFY(scene.items().empty());
        scene.profile.now += std::chrono::seconds(31);
        scene.settle();
        QTRY_COMPARE(scene.items().size(), 1u);
        QVERIFY(scene.items().front().text.contains(QStringLiteral("[part 2 missing]")));
        QCOMPARE(scene.items().front().flags, QStringList{QStringLiteral("incomplete")});
        QVERIFY(scene.errors().empty());
        scene.arrive({missing});
        QTRY_COMPARE(scene.items().front().text, text);
        QCOMPARE(scene.items().size(), 1u);
        QCOMPARE(scene.items().front().flags, QStringList());
    }

    void timeEndsASetAndTheSenderIsTold()
    {
        Scene scene;
        std::vector<InstantMessage> parts = segments(QStringLiteral("m1"), longText(5'000));
        parts.pop_back();
        scene.arrive(parts);
        scene.settle();
        // As long as nothing can come, nothing is given up.
        scene.profile.chat->goDown({model::Service::Chat});
        scene.profile.now += std::chrono::seconds(400);
        scene.settle();
        QTRY_COMPARE(scene.items().size(), 1u); // the gap is shown
        QVERIFY(scene.errors().empty());
        scene.profile.goOnline();
        scene.profile.now += std::chrono::seconds(301);
        scene.settle();
        QTRY_COMPARE(scene.errors().size(), 1u);
        QCOMPARE(scene.errors().front().error->condition, QStringLiteral("remote-server-timeout"));
        QCOMPARE(scene.errors().front().id, QStringLiteral("m1"));
        QCOMPARE(scene.items().size(), 1u);
        QCOMPARE(scene.items().front().flags, QStringList{QStringLiteral("incomplete")});
    }

    void contradictingPartsAreShownSingly()
    {
        Scene scene;
        std::vector<InstantMessage> parts = segments(QStringLiteral("m1"), longText(5'000));
        InstantMessage other = parts[2];
        other.segment->sha256 = QByteArray(32, 'x');
        scene.arrive({parts[0], parts[1], other});
        QTRY_COMPARE(scene.items().size(), 3u);
        QVERIFY(scene.items().front().text.startsWith(QStringLiteral("(1/")));
        QTRY_COMPARE(scene.errors().size(), 1u);
        QCOMPARE(scene.errors().front().error->condition, QStringLiteral("not-acceptable"));
    }

    void aWrongHashIsShownWithAWarning()
    {
        Scene scene;
        const QString text = longText(5'000);
        std::vector<InstantMessage> parts = segments(QStringLiteral("m1"), text);
        for (InstantMessage &part : parts)
            part.segment->sha256 = QByteArray(32, 'x');
        scene.arrive(parts);
        QTRY_COMPARE(scene.items().size(), 1u);
        QCOMPARE(scene.items().front().text, text);
        QCOMPARE(scene.items().front().flags, QStringList{QStringLiteral("wrong-hash")});
        QTRY_COMPARE(scene.errors().size(), 1u);
    }

    void aStrangerIsToldNothing()
    {
        Scene scene;
        std::vector<InstantMessage> parts = segments(QStringLiteral("m1"), longText(5'000), "mallory@evil.example/x");
        for (InstantMessage &part : parts)
            part.segment->sha256 = QByteArray(32, 'x');
        scene.arrive(parts);
        scene.settle();
        QTRY_VERIFY(scene.profile.engine->contacts().personOf(jid("mallory@evil.example")));
        QVERIFY(scene.errors().empty() && scene.receipts().empty());
    }

    void moreOpenTextsThanOneMayHaveAreRefused()
    {
        Scene scene;
        for (int n = 0; n < 9; ++n) {
            const std::vector<InstantMessage> parts = segments(QStringLiteral("m%1").arg(n), longText(5'000));
            scene.arrive({parts[0]});
        }
        scene.settle();
        QTRY_COMPARE(scene.errors().size(), 1u);
        QCOMPARE(scene.errors().front().error->condition, QStringLiteral("resource-constraint"));
        QCOMPARE(scene.errors().front().id, QStringLiteral("m8"));
    }
};

ISTHMUS_TEST(tst_segments)
#include "tst_segments.moc"

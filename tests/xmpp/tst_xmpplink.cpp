#include "core/xmpp/XmppLink.h"

#include "tests/support/TestMain.h"

using namespace isthmus;
using namespace isthmus::xmpp::link;
using namespace std::chrono_literals;
using base::Error;
using base::Fault;

Q_DECLARE_METATYPE(isthmus::xmpp::link::State)
Q_DECLARE_METATYPE(isthmus::xmpp::link::Event)

namespace {

Error fault(Fault f)
{
    return {f, {}};
}

}

class tst_xmpplink : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void steps_data()
    {
        QTest::addColumn<State>("before");
        QTest::addColumn<Event>("event");
        QTest::addColumn<State>("after");
        const auto row = [](const char *name, const State &before, const Event &event, const State &after) {
            QTest::newRow(name) << before << event << after;
        };
        const State online = Online{0};
        const State waiting = Waiting{fault(Fault::Unreachable), 2, 2s};
        const State failed = Failed{fault(Fault::AuthRejected)};
        row("start", Off{}, Start{}, Connecting{0, 0});
        row("start while connecting", Connecting{1, 3}, Start{}, Connecting{1, 3});
        row("start while online", online, Start{}, online);
        row("start while waiting connects at once", waiting, Start{}, Connecting{0, 0});
        row("start after a failure tries again", failed, Start{}, Connecting{0, 0});
        row("signed in", Connecting{1, 3}, SignedIn{}, Online{1});
        row("next endpoint", Connecting{0, 2}, Ended{fault(Fault::Unreachable)}, Connecting{1, 2});
        row("next endpoint after stripped TLS", Connecting{0, 0}, Ended{fault(Fault::TlsUnavailable)}, Connecting{1, 0});
        row("last endpoint", Connecting{1, 0}, Ended{fault(Fault::Unreachable)}, Waiting{fault(Fault::Unreachable), 1, 1s});
        row("again without success", Connecting{1, 3}, Ended{fault(Fault::Timeout)}, Waiting{fault(Fault::Timeout), 4, 8s});
        row("busy server is not left for another", Connecting{0, 0}, Ended{fault(Fault::TryLater)},
            Waiting{fault(Fault::TryLater), 1, 1s});
        row("wrong password is final", Connecting{0, 0}, Ended{fault(Fault::AuthRejected)},
            Failed{fault(Fault::AuthRejected)});
        row("bad certificate is final, the next endpoint is not tried", Connecting{0, 0},
            Ended{fault(Fault::TlsCertificate)}, Failed{fault(Fault::TlsCertificate)});
        row("no mechanism is final", Connecting{0, 0}, Ended{fault(Fault::AuthUnsupported)},
            Failed{fault(Fault::AuthUnsupported)});
        row("lost", online, Ended{fault(Fault::ConnectionLost)}, Waiting{fault(Fault::ConnectionLost), 1, 1s});
        row("password changed while online", online, Ended{fault(Fault::AuthRejected)}, Failed{fault(Fault::AuthRejected)});
        row("retry", waiting, RetryDue{}, Connecting{0, 2});
        row("late retry", online, RetryDue{}, online);
        row("stop while online", online, Stop{}, Off{});
        row("stop while waiting", waiting, Stop{}, Off{});
        row("stop after a failure", failed, Stop{}, Off{});
        row("late end after stop", Off{}, Ended{fault(Fault::ConnectionLost)}, Off{});
        row("late end while waiting", waiting, Ended{fault(Fault::ConnectionLost)}, waiting);
    }
    void steps()
    {
        QFETCH(const State, before);
        QFETCH(const Event, event);
        QFETCH(const State, after);
        QVERIFY(next(before, event, 2, 0) == after);
    }
    void noEndpointIsAFailure()
    {
        const State after = next(Off{}, Start{}, 0, 0);
        QVERIFY(std::holds_alternative<Failed>(after));
        QCOMPARE(std::get<Failed>(after).error.fault, Fault::NotFound);
    }
    void waitGrowsAndIsSpread()
    {
        State state = Connecting{0, 0};
        std::chrono::milliseconds before{0};
        for (int i = 0; i < 12; ++i) {
            state = next(state, Ended{fault(Fault::Unreachable)}, 1, 0);
            const auto wait = std::get<Waiting>(state).wait;
            QVERIFY(wait >= before && wait <= 15min);
            before = wait;
            state = next(state, RetryDue{}, 1, 0);
        }
        QCOMPARE(before, std::chrono::milliseconds(15min));
        const State jittered = next(Connecting{0, 3}, Ended{fault(Fault::Unreachable)}, 1, 0.5);
        QCOMPARE(std::get<Waiting>(jittered).wait, std::chrono::milliseconds(6s));
    }
};

ISTHMUS_TEST(tst_xmpplink)
#include "tst_xmpplink.moc"

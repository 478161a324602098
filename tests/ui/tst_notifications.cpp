#include "core/engine/Conversations.h"
#include "tests/support/TestMain.h"
#include "tests/support/Waiting.h"
#include "tests/ui/PrivateBus.h"
#include "tests/ui/ShownWindow.h"
#include "ui/composer/Composer.h"
#include "ui/settings/Preferences.h"
#include "ui/shell/ConversationView.h"
#include "ui/shell/Tray.h"
#include "ui/timeline/TimelineView.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QSettings>

#include <vector>

using namespace isthmus;
using Shown = test::ShownWindow;

namespace {

/// The desktop's side of org.freedesktop.Notifications.
class Desktop final : public QDBusVirtualObject
{
public:
    struct Told {
        uint id = 0;
        uint replaces = 0;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    Desktop(QDBusConnection bus, QStringList capabilities) : m_bus(bus), m_capabilities(std::move(capabilities))
    {
        if (!m_bus.registerVirtualObject(path(), this)
            || !m_bus.registerService(QStringLiteral("org.freedesktop.Notifications")))
            qFatal("the desktop cannot take its name");
    }
    ~Desktop() override { m_bus.unregisterObject(path()); }

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        const QVariantList given = message.arguments();
        if (message.member() == QLatin1String("GetCapabilities"))
            return bus.send(message.createReply(m_capabilities));
        if (message.member() == QLatin1String("CloseNotification")) {
            closed.push_back(given.at(0).toUInt());
            return bus.send(message.createReply());
        }
        if (message.member() != QLatin1String("Notify"))
            return false;
        Told one;
        one.replaces = given.at(1).toUInt();
        one.id = one.replaces != 0 ? one.replaces : ++m_last;
        one.title = given.at(3).toString();
        one.body = given.at(4).toString();
        one.actions = given.at(5).toStringList();
        one.hints = qdbus_cast<QVariantMap>(given.at(6));
        told.push_back(one);
        return bus.send(message.createReply(one.id));
    }
    void signal(const char *name, const QVariantList &arguments)
    {
        QDBusMessage message =
            QDBusMessage::createSignal(path(), QStringLiteral("org.freedesktop.Notifications"), QLatin1String(name));
        message.setArguments(arguments);
        QVERIFY(m_bus.send(message));
    }

    std::vector<Told> told;
    std::vector<uint> closed;

private:
    static QString path() { return QStringLiteral("/org/freedesktop/Notifications"); }

    QDBusConnection m_bus;
    QStringList m_capabilities;
    uint m_last = 0;
};

}

class tst_notifications : public QObject
{
    Q_OBJECT

    static void writes(Shown &shown, const char *text)
    {
        shown.profile.now += std::chrono::seconds(1);
        model::InstantMessage message;
        message.type = model::InstantMessage::Type::Chat;
        message.from = test::jid("bob@chat.example/phone");
        message.to = test::jid("alice@chat.example");
        message.id = QStringLiteral("line%1").arg(base::toMsecs(shown.profile.now));
        message.bodies = {{QString(), QString::fromUtf8(text)}};
        shown.profile.chat->arrive({model::ArrivedStanza{message, true, shown.profile.now}});
    }

private Q_SLOTS:
    void onePersonIsOneNotificationWhicheverTheChannel()
    {
        test::PrivateBus bus;
        Desktop desktop(bus.connect(), {QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup")});
        Shown shown(true, theme::SchemeChoice::Light, bus.connect());
        const model::PersonId bob = shown.profile.bob();
        QVERIFY(test::wait(shown.profile.engine->contacts().addAddress(
            bob, model::Address(test::mailAddress("b@work.example")), model::Evidence::User)));
        writes(shown, "lunch <b>now</b>?");
        QTRY_COMPARE(desktop.told.size(), 1u);
        QCOMPARE(desktop.told[0].title, QStringLiteral("Bob"));
        QCOMPARE(desktop.told[0].body, QStringLiteral("lunch &lt;b&gt;now&lt;/b&gt;?"));
        QCOMPARE(desktop.told[0].hints.value(QStringLiteral("category")).toString(), QStringLiteral("im.received"));
        QCOMPARE(desktop.told[0].hints.value(QStringLiteral("desktop-entry")).toString(),
                 QStringLiteral("org.isthmus.Isthmus"));
        shown.profile.mail->arrive(
            {test::arrivedMail(1, "From: Bob <b@work.example>\nTo: alice@chat.example\nSubject: Minutes\n"
                                  "Message-ID: <m1@work.example>\nDate: Sat, 21 Nov 2026 10:05:00 +0000\n\nHere.\n")});
        QTRY_COMPARE(desktop.told.size(), 2u);
        QCOMPARE(desktop.told[1].replaces, desktop.told[0].id);
        QCOMPARE(desktop.told[1].body, QStringLiteral("2 new e-mails or messages\nMinutes"));
        // Read elsewhere or here: taken back.
        desktop.signal("ActionInvoked", {desktop.told[1].id, QStringLiteral("mark-read")});
        QTRY_COMPARE(desktop.closed, (std::vector<uint>{desktop.told[1].id}));
    }

    void itOpensTheConversation()
    {
        test::PrivateBus bus;
        Desktop desktop(bus.connect(), {QStringLiteral("actions")});
        Shown shown(true, theme::SchemeChoice::Light, bus.connect());
        const model::PersonId bob = shown.profile.bob();
        shown.window->showMinimized();
        writes(shown, "are you there?");
        QTRY_COMPARE(desktop.told.size(), 1u);
        QVERIFY(desktop.told[0].actions.contains(QStringLiteral("default")));
        // What another program calls a notification of its own is none of ours.
        desktop.signal("ActionInvoked", {desktop.told[0].id + 1, QStringLiteral("default")});
        desktop.signal("ActionInvoked", {desktop.told[0].id, QStringLiteral("default")});
        auto *view = shown.child<shell::ConversationView>("conversationView");
        QTRY_COMPARE(view->person(), bob);
        QVERIFY(!shown.window->isMinimized());
        // It is read now.
        QTRY_COMPARE(desktop.closed, (std::vector<uint>{desktop.told[0].id}));
    }

    void whatIsTypedIntoItIsSent()
    {
        test::PrivateBus bus;
        Desktop desktop(bus.connect(), {QStringLiteral("actions"), QStringLiteral("inline-reply")});
        Shown shown(true, theme::SchemeChoice::Light, bus.connect());
        QVERIFY(shown.profile.bob().isValid());
        writes(shown, "coming?");
        QTRY_COMPARE(desktop.told.size(), 1u);
        const QStringList actions = desktop.told[0].actions;
        QCOMPARE(actions.value(actions.indexOf(QStringLiteral("inline-reply")) + 1), QStringLiteral("Reply by chat"));
        desktop.signal("NotificationReplied", {desktop.told[0].id, QStringLiteral("In five minutes")});
        QTRY_VERIFY(!shown.profile.chat->all<model::SendStanza>().empty());
        QStringList sent;
        for (const model::SendStanza &one : shown.profile.chat->all<model::SendStanza>())
            sent.append(one.message.bodies.empty() ? QString() : one.message.bodies.front().text);
        QVERIFY(sent.contains(QStringLiteral("In five minutes")));
        QTRY_COMPARE(desktop.closed, (std::vector<uint>{desktop.told[0].id}));
    }

    void noneForWhatIsInFrontMutedBlockedOrUnwanted()
    {
        test::PrivateBus bus;
        Desktop desktop(bus.connect(), {QStringLiteral("actions")});
        Shown shown(true, theme::SchemeChoice::Light, bus.connect());
        const model::PersonId bob = shown.openBob();
        engine::Contacts &contacts = shown.profile.engine->contacts();
        engine::Conversations rows(*shown.profile.engine);
        auto *view = shown.child<timeline::TimelineView>("timeline");
        writes(shown, "in front");
        QTRY_COMPARE(view->count(), 1);
        QTest::keyClick(shown.window.get(), Qt::Key_N, Qt::ControlModifier); // another pane
        QVERIFY(test::wait(contacts.setMuted(bob, true)));
        QTRY_VERIFY(rows.row(0).muted);
        writes(shown, "muted");
        QTRY_COMPARE(rows.row(0).lastLine, QStringLiteral("muted"));
        QVERIFY(test::wait(contacts.setMuted(bob, false)));
        QVERIFY(test::wait(contacts.setBlocked(bob, true)));
        QTRY_VERIFY(!rows.row(0).muted && rows.row(0).blocked);
        writes(shown, "blocked");
        QTRY_COMPARE(rows.row(0).lastLine, QStringLiteral("blocked"));
        QVERIFY(test::wait(contacts.setBlocked(bob, false)));
        QTRY_VERIFY(!rows.row(0).blocked);
        settings::Preferences off;
        off.notify = false;
        shown.window->setPreferences(off);
        writes(shown, "unwanted");
        QTRY_COMPARE(rows.row(0).lastLine, QStringLiteral("unwanted"));
        settings::Preferences quiet;
        quiet.quietHours = true;
        quiet.quietFrom = QTime(0, 0);
        quiet.quietTo = QTime(23, 59, 59);
        shown.window->setPreferences(quiet);
        writes(shown, "at night");
        QTRY_COMPARE(rows.row(0).lastLine, QStringLiteral("at night"));
        QVERIFY(desktop.told.empty());
        // Without words if so chosen.
        settings::Preferences wordless;
        wordless.noticeDetail = settings::NoticeDetail::Sender;
        shown.window->setPreferences(wordless);
        writes(shown, "secret");
        QTRY_COMPARE(desktop.told.size(), 1u);
        QVERIFY2(desktop.told[0].body.endsWith(QStringLiteral("new messages")), qPrintable(desktop.told[0].body));
    }

    void x48_noticesTellOnlyWhatIsAllowed()
    {
        test::PrivateBus bus;
        Desktop desktop(bus.connect(), {QStringLiteral("actions"), QStringLiteral("inline-reply")});
        Shown shown(true, theme::SchemeChoice::Light, bus.connect());
        QVERIFY(shown.profile.bob().isValid());
        const auto told = [&](settings::NoticeDetail detail) {
            settings::Preferences preferences;
            preferences.noticeDetail = detail;
            shown.window->setPreferences(preferences);
            const std::size_t before = desktop.told.size();
            writes(shown, "The code is 4711");
            if (!test::comesTrue([&] { return desktop.told.size() > before; }))
                qFatal("nothing was told");
            const Desktop::Told &one = desktop.told.back();
            return one.title + u'|' + one.body + u'|' + one.actions.join(u'|') + u'|'
                   + QVariant(one.hints.values()).toStringList().join(u'|');
        };
        QVERIFY(told(settings::NoticeDetail::Words).contains(u"4711"));
        const QString sender = told(settings::NoticeDetail::Sender);
        QVERIFY2(sender.contains(u"Bob") && !sender.contains(u"4711"), qPrintable(sender));
        const QString count = told(settings::NoticeDetail::Count);
        QVERIFY2(!count.contains(u"Bob") && !count.contains(u"bob@") && !count.contains(u"4711"), qPrintable(count));
        QVERIFY2(count.contains(u"3 new messages") && !count.contains(u"reply"), qPrintable(count));
    }

    void withoutADesktopNothingHappens()
    {
        test::PrivateBus bus;
        Shown shown(true, theme::SchemeChoice::Light, bus.connect());
        QVERIFY(shown.profile.bob().isValid());
        writes(shown, "hello");
        auto *list = shown.child<QListView>("conversations");
        QTRY_COMPARE(list->model()->rowCount(), 1);
        // A desktop that comes later is told of what comes later.
        Desktop desktop(bus.connect(), {});
        QTRY_VERIFY((writes(shown, "again"), test::comesTrue([&desktop] { return !desktop.told.empty(); }, 200)));
        QCOMPARE(desktop.told[0].actions, QStringList());
    }

    void quietHoursGoOverMidnight_data()
    {
        QTest::addColumn<QTime>("from");
        QTest::addColumn<QTime>("to");
        QTest::addColumn<QTime>("now");
        QTest::addColumn<bool>("quiet");
        QTest::newRow("before midnight") << QTime(22, 0) << QTime(7, 0) << QTime(23, 30) << true;
        QTest::newRow("after midnight") << QTime(22, 0) << QTime(7, 0) << QTime(6, 59) << true;
        QTest::newRow("in the morning") << QTime(22, 0) << QTime(7, 0) << QTime(7, 0) << false;
        QTest::newRow("at noon") << QTime(12, 0) << QTime(13, 0) << QTime(12, 30) << true;
        QTest::newRow("after noon") << QTime(12, 0) << QTime(13, 0) << QTime(13, 30) << false;
        QTest::newRow("never") << QTime(12, 0) << QTime(12, 0) << QTime(12, 0) << false;
    }
    void quietHoursGoOverMidnight()
    {
        QFETCH(QTime, from);
        QFETCH(QTime, to);
        QFETCH(QTime, now);
        settings::Preferences preferences;
        preferences.quietHours = true;
        preferences.quietFrom = from;
        preferences.quietTo = to;
        QTEST(preferences.isQuiet(now), "quiet");
        preferences.quietHours = false;
        QVERIFY(!preferences.isQuiet(now));
    }

    void theTrayCountsInWords()
    {
        QCOMPARE(shell::Tray::words(0), QStringLiteral("Isthmus: nothing unread"));
        QCOMPARE(shell::Tray::words(1), QStringLiteral("Isthmus: 1 unread messages"));
    }
};

ISTHMUS_TEST(tst_notifications)
#include "tst_notifications.moc"

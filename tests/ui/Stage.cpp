#include "tests/ui/Scenes.h"

#include "core/engine/Timeline.h"
#include "tests/support/TestMain.h"
#include "tests/support/Waiting.h"
#include "tests/ui/CountedReader.h"
#include "tests/ui/SlowDisk.h"
#include "ui/timeline/TimelineView.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QListView>

#include <algorithm>

namespace isthmus::test {

using namespace model;
using namespace std::chrono_literals;

namespace {

constexpr qint64 asksAfter = 100; ///< ms: TimelineView's pause, and some

RosterEntry contact(const char *address, const char *name)
{
    return {jid(address), QString::fromUtf8(name), Subscription::Both, false};
}

}

Stage::Stage(Profile kind)
{
    profile.hold = 10s; // the clock stands: what waits to be called back waits for ever
    if (kind == Profile::Laid) {
        profile.makeReader = [this] {
            reader::ReaderConfig config;
            config.program = buildPath(QStringLiteral("isthmus-reader"));
            return std::make_unique<CountedReader>(config, m_reading);
        };
    }
    if (kind == Profile::New)
        profile.open();
    else
        profile.signIn();
    if (kind == Profile::Full)
        fill();
    shell::WindowSetup setup;
    setup.settingsPath = profile.dir.filePath(QStringLiteral("window.ini"));
    setup.scheme = theme::SchemeChoice::Light;
    setup.clock = [this] { return profile.now; };
    window = std::make_unique<shell::MainWindow>(*profile.engine, setup);
    window->resize(1180, 780);
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get()))
        qFatal("the window does not become active");
}

Stage::~Stage()
{
    m_slowDisk.reset();
    while (QWidget *menu = QApplication::activePopupWidget())
        menu->close();
    window.reset();
}

void Stage::chat(const char *from, const char *text, std::chrono::minutes ago, const char *subject)
{
    InstantMessage message;
    message.type = InstantMessage::Type::Chat;
    message.from = jid(from);
    message.to = jid("alice@chat.example");
    message.id = QStringLiteral("m%1").arg(++m_arrived);
    message.bodies = {{QString(), QString::fromUtf8(text)}};
    if (subject)
        message.subjects = {{QString(), QString::fromUtf8(subject)}};
    profile.chat->arrive({ArrivedStanza{message, true, profile.now - ago}});
}

void Stage::mail(const QByteArray &head, const QByteArray &text, std::chrono::minutes ago)
{
    const QByteArray date = base::toQDateTime(profile.now - ago).toUTC().toString(Qt::RFC2822Date).toUtf8();
    const QByteArray number = QByteArray::number(++m_arrived);
    ArrivedMail arrived = arrivedMail(static_cast<quint32>(m_arrived), head + "Date: " + date + "\nMessage-ID: <m" + number
                                                                           + "@work.example>\nMIME-Version: 1.0\n" + text);
    arrived.internalDate = profile.now - ago;
    profile.mail->arrive({arrived});
}

void Stage::say(const char *person, const char *text, std::chrono::minutes ago, const char *subject)
{
    const base::Timestamp now = profile.now;
    profile.now = now - ago;
    Draft draft;
    draft.account = profile.account;
    draft.person = *profile.engine->contacts().personOf(jid(person));
    draft.text = QString::fromUtf8(text);
    if (subject) {
        draft.kind = Draft::Kind::Mail;
        draft.subject = QString::fromUtf8(subject);
    }
    const auto sent = wait(profile.engine->outbox().send(draft));
    if (sent && draft.kind == Draft::Kind::Mail)
        (void)wait(profile.engine->outbox().sendNow(*sent));
    engine::Timeline timeline(*profile.engine, draft.person);
    const auto hasLeft = [&] {
        const int index = sent ? timeline.indexOf(*sent) : -1;
        return index >= 0 && timeline.items()[static_cast<std::size_t>(index)].delivery.stage >= DeliveryStage::Sent;
    };
    if (!test::comesTrue(hasLeft, 5000))
        qFatal("'%s' does not leave", text);
    profile.now = now;
}

void Stage::waitForItems(const Address &address, std::size_t count)
{
    const auto &contacts = profile.engine->contacts();
    if (!test::comesTrue([&] { return contacts.personOf(address).has_value(); }, 5000))
        qFatal("a person does not come");
    const engine::Timeline timeline(*profile.engine, *contacts.personOf(address));
    if (!test::comesTrue([&] { return timeline.items().size() == count; }, 5000))
        qFatal("%zu instead of %zu messages", timeline.items().size(), count);
}

/// People and messages, one of every kind that the window shows.
void Stage::fill()
{
    const Jid bob = jid("bob@chat.example");
    profile.chat->arrive({contact("bob@chat.example", "Bob Miller"), contact("carol@chat.example", "Carol Jensen"),
                          contact("ming@chat.example", "王小明"), contact("erik@chat.example", "Erik"),
                          contact("wilhelmina@chat.example", longName)});
    if (!test::comesTrue([&] { return profile.engine->contacts().personOf(jid("wilhelmina@chat.example")).has_value(); },
                         5000))
        qFatal("the contacts do not come");
    auto &contacts = profile.engine->contacts();
    if (!wait(contacts.addAddress(*contacts.personOf(bob), Address(mailAddress("b.miller@work.example")),
                                  Evidence::Confirmed)))
        qFatal("bob's mailbox is not taken");
    const std::pair<const char *, Presence> presences[] = {
        {"bob@chat.example", {Availability::Online, QStringLiteral("in the office")}},
        {"carol@chat.example", {Availability::Away, {}}},
        {"ming@chat.example", {Availability::DoNotDisturb, {}}},
        {"wilhelmina@chat.example", {Availability::ExtendedAway, QString::fromUtf8(longName)}}};
    for (const auto &[address, presence] : presences)
        Q_EMIT profile.chat->presenceChanged(jid(address), presence);

    chat("bob@chat.example/phone", "Hi! Are you coming on Tuesday?", 26h);
    say("bob@chat.example", "Yes, I will be there, but I have to leave at eleven.", 25h);
    chat("bob@chat.example/phone", "Room 4, second floor.", 24h + 30min, "Where we meet");
    mail("From: Bob Miller <b.miller@work.example>\nTo: Alice <alice@chat.example>, Carol <carol@chat.example>\n"
         "Subject: Minutes of Tuesday\n",
         "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n"
         "Hello Alice, hello Carol,\n\nhere are the minutes of Tuesday's meeting. The three points that need you:\n\n"
         "1. The budget goes to the board on Friday: https://work.example/budget?year=2026\n"
         "2. Carol looks after the venue.\n3. We meet again next Tuesday at ten.\n\nBest wishes\nBob\n\n"
         "On Monday Alice wrote:\n> Will you send the minutes around?\n> I have to leave early.\n>\n> Alice\n"
         "\n--b\nContent-Type: application/pdf; name=minutes.pdf\nContent-Disposition: attachment; filename=minutes.pdf\n\n"
         "%PDF\n--b--\n",
         40min);
    say("bob@chat.example", "Thanks! Reading now.", 30min);
    chat("bob@chat.example/phone", "Great 👍", 20min);
    chat("bob@chat.example/phone",
         "One more thing: could you look at point 3 before noon? I would like to send the "
         "invitation today, and the room has to be booked.",
         19min);
    say("bob@chat.example", "Point 3 is fine. Please book the room.\n\nAlice", 10min, "Re: Minutes of Tuesday");
    say("carol@chat.example", "See you there.", 90min);
    chat("ming@chat.example/tablet", "明天见", 50h);
    mail("From: Money & Sons <receipts@shop.example>\nTo: alice@chat.example\nSubject: Your receipt for order 4711\n",
         "\nThank you for your order.\n", 25h);
    mail("From: Dave <dave@elsewhere.example>\nTo: alice@chat.example\n"
         "Subject: Re: The old photos from the attic, and what to do with all of them\n",
         "\nWhat shall we do with them?\n", 75h);
    mail("From: Nobody <nobody@elsewhere.example>\nSubject: Open me\n", "\npoison\n", 76h); // kills its reader
    mail(QByteArray("From: \"") + longName
             + "\" <wilhelmina.featherstonehaugh-cholmondeley@department.of.names.example>\n"
               "To: Alice <alice@chat.example>, \""
             + longName + "\" <second@department.of.names.example>\nSubject: " + QByteArray(longWord).repeated(3) + "\n",
         QByteArray("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n") + QByteArray(longWord).repeated(4)
             + "\n\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=" + longWord
             + "\n\n%PDF\n--b--\n",
         15min);
    say("wilhelmina@chat.example", longWord, 12min);
    profile.chat->answer = base::Error{base::Fault::Rejected, QStringLiteral("service-unavailable")};
    say("carol@chat.example", "Did it arrive?", 4min);
    profile.chat->answer = base::Result<CommandResult>(CommandResult{});
    chat("ming@chat.example/tablet", "在吗？", 3min);
    waitForItems(bob, 8);
    waitForItems(jid("carol@chat.example"), 2);
    waitForItems(jid("ming@chat.example"), 2);
    waitForItems(jid("wilhelmina@chat.example"), 1);
    waitForItems(mailAddress("receipts@shop.example"), 1);
    waitForItems(mailAddress("dave@elsewhere.example"), 1);
}

QWidget *Stage::shown() const
{
    if (QWidget *menu = QApplication::activePopupWidget())
        return menu;
    const auto dialogs = window->findChildren<QDialog *>();
    const auto open =
        std::find_if(dialogs.begin(), dialogs.end(), [](const QDialog *dialog) { return dialog->isVisible(); });
    return open == dialogs.end() ? static_cast<QWidget *>(window.get()) : *open;
}

void Stage::open(const char *name)
{
    openRow([wanted = QString::fromUtf8(name)](const engine::ConversationRow &row) { return row.name == wanted; });
}

void Stage::openRow(const std::function<bool(const engine::ConversationRow &)> &isWanted)
{
    auto *list = child<QListView>("conversations");
    QModelIndex row;
    const bool there = test::comesTrue(
        [&] {
            for (int i = 0; i < list->model()->rowCount(); ++i) {
                row = list->model()->index(i, 0);
                if (isWanted(row.data(engine::Conversations::RowRole).value<engine::ConversationRow>()))
                    return true;
            }
            return false;
        },
        5000);
    if (!there)
        qFatal("somebody is not in the list");
    list->setCurrentIndex(row);
    settle();
}

void Stage::choose(const char *words)
{
    auto *view = child<timeline::TimelineView>("timeline");
    const QString wanted = QString::fromUtf8(words);
    for (int row = 0; row < view->count(); ++row) {
        if (view->item(row).subject == wanted || view->item(row).text == wanted) {
            view->setCurrentRow(row);
            settle();
            return;
        }
    }
    qFatal("no message '%s'", words);
}

void Stage::run(const char *command)
{
    auto *action = child<QAction>(command);
    if (!action->isEnabled())
        qFatal("%s is of no use", command);
    action->trigger();
    settle();
}

void Stage::openInbox()
{
    profile.mail->arrive({FolderFound{QStringLiteral("INBOX"), QStringLiteral("\\Inbox")},
                          FolderFound{QStringLiteral("Sent"), QStringLiteral("\\Sent")},
                          FolderFound{QStringLiteral("Archive"), QStringLiteral("\\Archive")},
                          FolderFound{QStringLiteral("Projects/The venue"), {}}});
    run("layoutMail");
    const auto *threads = child<QListView>("threads");
    if (!QTest::qWaitFor([threads] { return threads->model()->rowCount() >= 4; }, 5000))
        qFatal("the threads do not come");
    settle();
}

void Stage::readThread(const char *subject)
{
    auto *threads = child<QListView>("threads");
    int row = 0;
    while (row < threads->model()->rowCount() && threads->model()->index(row, 0).data() != QString::fromUtf8(subject))
        ++row;
    if (row == threads->model()->rowCount())
        qFatal("no thread %s", subject);
    threads->setCurrentIndex(threads->model()->index(row, 0));
    const auto *view = child<timeline::TimelineView>("timeline");
    if (!QTest::qWaitFor([view] { return view->currentRow() >= 0; }, 5000))
        qFatal("the mail does not come into sight");
    settle();
}

void Stage::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(window.get(), key, modifiers);
    settle();
}

void Stage::press(const char *button)
{
    QWidget *from = shown();
    auto *found = from->findChild<QAbstractButton *>(QLatin1String(button));
    if (!found)
        qFatal("no button %s", button);
    found->click();
    settle();
}

void Stage::settle()
{
    if (m_slowDisk) {
        QCoreApplication::processEvents();
        return;
    }
    const auto persons = profile.engine->contacts().all();
    if (!persons.empty()) {
        const engine::Timeline last(*profile.engine, persons.front().id);
        bool isLoaded = false;
        QObject::connect(&last, &engine::Timeline::loaded, &last, [&isLoaded] { isLoaded = true; });
        if (!test::comesTrue([&isLoaded] { return isLoaded; }, 5000))
            qFatal("the store does not answer");
    }
    // Whoever reads mails has nothing to do for longer than the window waits before it asks.
    QElapsedTimer quiet;
    quiet.start();
    const auto isQuiet = [&] {
        if (m_reading > 0)
            quiet.restart();
        return quiet.hasExpired(asksAfter);
    };
    if (profile.makeReader && !test::comesTrue(isQuiet, 20'000))
        qFatal("the reader does not answer");
    QCoreApplication::processEvents();
}

void Stage::await(const char *what, const std::function<bool()> &isThere)
{
    if (!test::comesTrue(isThere, 10'000))
        qFatal("%s", what);
}

void Stage::stopReading()
{
    settle();
    m_slowDisk = std::make_unique<SlowDisk>();
}

}

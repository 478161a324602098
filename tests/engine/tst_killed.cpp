#include "core/base/Checkpoint.h"
#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>

#include <atomic>
#include <csignal>
#include <unistd.h>

using namespace isthmus;
using namespace isthmus::test;
using model::DeliveryStage;

// A program that is killed at any of its named points, and started again, loses nothing and does nothing
// twice. The killed one is this test program in another process, which plays a small day: lines and mails
// arrive, lines and mails leave. The servers' memory is a folder, which outlives the program as theirs does.

namespace {

constexpr int stanzas = 6;
constexpr int mails = 4;
constexpr int lines = 2;
constexpr int letters = 2;

QString fileIn(const QString &dir, const char *name)
{
    return dir + QLatin1Char('/') + QLatin1String(name);
}

void note(const QString &path, const QByteArray &line)
{
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write(line + '\n') < 0)
        qFatal("the server's memory cannot be written");
}

QList<QByteArray> notes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> found = file.readAll().split('\n');
    found.removeAll(QByteArray());
    return found;
}

/// One side's server: hands out what has not been stored yet, by cursor, two at a time, and remembers
/// what it was given.
class RememberingServer final : public port::Transport
{
public:
    RememberingServer(QString dir, bool chat, model::AccountId account)
        : m_dir(std::move(dir)), m_chat(chat), m_account(account)
    {}

    void start(std::vector<model::Cursor> cursors) override
    {
        for (const model::Cursor &cursor : cursors) {
            if (cursor.stream == stream())
                m_next = cursor.state.toInt();
        }
        m_online = true;
        for (auto service : {model::Service::Chat, model::Service::IncomingMail, model::Service::OutgoingMail}) {
            if ((service == model::Service::Chat) == m_chat)
                Q_EMIT stateChanged(service, state(service));
        }
        hand();
    }
    void stop() override { m_online = false; }
    model::LinkState state(model::Service service) const override
    {
        const bool mine = (service == model::Service::Chat) == m_chat;
        return {m_online && mine ? model::LinkState::Phase::Online : model::LinkState::Phase::Off, {}, {}};
    }
    base::Task<model::CommandResult> perform(model::Command command) override
    {
        if (const auto *stanza = std::get_if<model::SendStanza>(&command))
            note(fileIn(m_dir, "stanzas"), stanza->message.id.toUtf8() + ' ' + stanza->message.bodies.front().text.toUtf8());
        if (const auto *mail = std::get_if<model::SendMail>(&command))
            note(fileIn(m_dir, "mails"), QCryptographicHash::hash(mail->bytes, QCryptographicHash::Sha256).toHex());
        if (const auto *append = std::get_if<model::AppendMail>(&command)) {
            if (!notes(fileIn(m_dir, "filed")).contains(append->messageId.toUtf8()))
                note(fileIn(m_dir, "filed"), append->messageId.toUtf8());
        }
        return base::Task<model::CommandResult>::ready(model::CommandResult{});
    }
    void stored(quint64) override { hand(); }

private:
    [[nodiscard]] QString stream() const { return m_chat ? QStringLiteral("chat") : QStringLiteral("mail"); }
    void hand()
    {
        const int all = m_chat ? stanzas : mails;
        if (m_next >= all)
            return;
        model::Batch batch;
        batch.account = m_account;
        if (m_next == 0 && m_chat)
            batch.arrivals.push_back(
                model::RosterEntry{jid("bob@chat.example"), QStringLiteral("Bob"), model::Subscription::Both, false});
        for (int i = 0; i < 2; ++i, ++m_next)
            batch.arrivals.push_back(m_chat ? model::Arrival(line(m_next)) : model::Arrival(letter(m_next)));
        batch.cursors = {{stream(), QByteArray::number(m_next)}};
        Q_EMIT this->batch(++m_number, batch);
    }
    static model::ArrivedStanza line(int i)
    {
        model::InstantMessage message;
        message.type = model::InstantMessage::Type::Chat;
        message.from = jid("bob@chat.example/x");
        message.to = jid("alice@chat.example");
        message.id = QStringLiteral("in%1").arg(i);
        message.stanzaIds = {{QStringLiteral("archive%1").arg(i), jid("alice@chat.example")}};
        message.bodies = {{QString(), QStringLiteral("line in %1").arg(i)}};
        return {message, false, base::fromMsecs(1795255200000 + i)};
    }
    static model::ArrivedMail letter(int i)
    {
        const QByteArray n = QByteArray::number(i);
        return arrivedMail(static_cast<quint32>(i + 1),
                           "From: bob@chat.example\nTo: alice@chat.example\nSubject: s\nMessage-ID: <in" + n
                               + "@chat.example>\nDate: Sat, 21 Nov 2026 09:00:0" + n + " +0000\n\nletter in " + n + "\n");
    }

    QString m_dir;
    bool m_chat;
    model::AccountId m_account;
    bool m_online = false;
    int m_next = 0;
    quint64 m_number = 0;
};

/// Counts the points of a run; kills the process at one of them.
class Fate
{
public:
    explicit Fate(int deadlyPoint) : m_deadly(deadlyPoint) {}
    void pass()
    {
        if (++m_passed == m_deadly)
            ::kill(::getpid(), SIGKILL);
    }
    [[nodiscard]] int passed() const { return m_passed; }

private:
    const int m_deadly;
    std::atomic<int> m_passed = 0;
};

engine::EngineParts partsOf(const QString &dir, QHash<QString, QString> &passwords)
{
    engine::EngineParts parts;
    parts.databasePath = fileIn(dir, "profile.sqlite");
    parts.reader = std::make_unique<ReaderInProcess>();
    parts.secrets = std::make_unique<Passwords>(passwords);
    parts.chatTransport = [dir](const model::Account &account, const QString &) {
        return std::make_unique<RememberingServer>(dir, true, account.id);
    };
    parts.mailTransport = [dir](const model::Account &account, const QString &) {
        return std::make_unique<RememberingServer>(dir, false, account.id);
    };
    parts.mailHold = std::chrono::milliseconds(0);
    return parts;
}

QStringList textsToSend()
{
    QStringList texts;
    for (int i = 0; i < lines; ++i)
        texts.append(QStringLiteral("line out %1").arg(i));
    for (int i = 0; i < letters; ++i)
        texts.append(QStringLiteral("letter out %1").arg(i));
    return texts;
}

bool isDone(const std::vector<model::Item> &items, const QString &dir)
{
    int sent = 0;
    for (const model::Item &item : items)
        sent += item.delivery.stage == DeliveryStage::Sent ? 1 : 0;
    return items.size() == stanzas + mails + lines + letters && sent == lines + letters
           && notes(fileIn(dir, "filed")).size() == letters;
}

}

/// The program that gets killed; run in a process of its own by tst_killed.
class tst_killedday : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void day()
    {
        const QString dir = qEnvironmentVariable("ISTHMUS_KILL_DIR");
        if (dir.isEmpty())
            QSKIP("runs in a process of its own");
        Fate fate(qEnvironmentVariableIntValue("ISTHMUS_KILL_AT"));
        QHash<QString, QString> passwords{{QStringLiteral("alice@chat.example"), QStringLiteral("secret")}};
        base::onCheckpoint([&fate](const char *) { fate.pass(); });
        const auto silence = qScopeGuard([] { base::onCheckpoint({}); });
        auto opened = engine::Engine::open(partsOf(dir, passwords));
        QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().detail));
        engine::Engine &engine = **opened;
        if (engine.accounts().all().empty()) {
            model::AccountPlan plan;
            plan.chat.endpoints.resize(1);
            plan.incoming.endpoints.resize(1);
            plan.outgoing.endpoints.resize(1);
            QVERIFY(wait(
                engine.accounts().signIn(mailAddress("alice@chat.example"), QStringLiteral("secret"), plan, true, true)));
        }
        const auto bob = [&] { return engine.contacts().personOf(jid("bob@chat.example")); };
        QTRY_VERIFY(bob().has_value());
        QVERIFY(wait(engine.contacts().addAddress(*bob(), mailAddress("bob@chat.example"), model::Evidence::Confirmed)));
        engine::Timeline timeline(engine, *bob());
        QSignalSpy loaded(&timeline, &engine::Timeline::loaded);
        QVERIFY(!loaded.isEmpty() || loaded.wait());
        for (const QString &text : textsToSend())
            sendUnlessSent(engine, timeline, text);
        QTRY_VERIFY_WITH_TIMEOUT(isDone(timeline.items(), dir), 10000);
        QFile counted(fileIn(dir, "points"));
        QVERIFY(counted.open(QIODevice::WriteOnly));
        counted.write(QByteArray::number(fate.passed()));
    }

private:
    static void sendUnlessSent(engine::Engine &engine, const engine::Timeline &timeline, const QString &text)
    {
        for (const model::Item &item : timeline.items()) {
            if (item.text == text)
                return;
        }
        model::Draft draft;
        draft.person = timeline.person();
        draft.text = text;
        if (text.startsWith(QLatin1String("letter")))
            draft.kind = model::Draft::Kind::Mail;
        else
            draft.user = model::Channel::Chat;
        QVERIFY(wait(engine.outbox().send(draft)));
    }
};

ISTHMUS_TEST(tst_killedday)

class tst_killed : public QObject
{
    Q_OBJECT

    /// Runs the day, killed at a point (0: never). Returns whether it came to its end.
    static bool runDay(const QString &dir, int deadlyPoint)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("ISTHMUS_ROOM"));
        environment.insert(QStringLiteral("ISTHMUS_KILL_DIR"), dir);
        environment.insert(QStringLiteral("ISTHMUS_KILL_AT"), QString::number(deadlyPoint));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("tst_killedday")});
        if (!process.waitForFinished(30000)) {
            process.kill();
            process.waitForFinished();
        }
        const bool whole = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
        if (!whole && deadlyPoint == 0)
            qWarning().noquote() << process.readAll();
        return whole;
    }

    /// What must be true after any number of kills: everything once, the same octets each time.
    static void checkNothingLostNothingTwice(const QString &dir)
    {
        QHash<QByteArray, QSet<QByteArray>> idsOfText;
        for (const QByteArray &stanza : notes(fileIn(dir, "stanzas")))
            idsOfText[stanza.mid(stanza.indexOf(' ') + 1)].insert(stanza.left(stanza.indexOf(' ')));
        QCOMPARE(idsOfText.size(), lines);
        for (const QSet<QByteArray> &ids : std::as_const(idsOfText))
            QCOMPARE(ids.size(), 1);
        const QList<QByteArray> sentMails = notes(fileIn(dir, "mails"));
        QCOMPARE(QSet<QByteArray>(sentMails.begin(), sentMails.end()).size(), letters);
        QCOMPARE(notes(fileIn(dir, "filed")).size(), letters);
    }

private Q_SLOTS:
    void atEveryPointNothingIsLostAndNothingIsTwice()
    {
        QTemporaryDir counting;
        QVERIFY(runDay(counting.path(), 0));
        checkNothingLostNothingTwice(counting.path());
        const int points = notes(fileIn(counting.path(), "points")).value(0).toInt();
        QVERIFY2(points > 50, qPrintable(QString::number(points)));
        // Threads make the order differ a little from run to run; a few points more reach the end surely.
        int killed = 0;
        for (int point = 1; point <= points; ++point) {
            QTemporaryDir dir;
            killed += runDay(dir.path(), point) ? 0 : 1;
            QVERIFY2(runDay(dir.path(), 0), qPrintable(QStringLiteral("after a kill at point %1").arg(point)));
            checkNothingLostNothingTwice(dir.path());
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("after a kill at point %1").arg(point)));
        }
        QVERIFY(killed > points * 8 / 10);
    }
};

ISTHMUS_TEST(tst_killed)
#include "tst_killed.moc"

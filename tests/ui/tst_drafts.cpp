#include "core/engine/Drafts.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"
#include "tests/support/Waiting.h"
#include "ui/composer/Composer.h"
#include "ui/conversations/ConversationPane.h"
#include "ui/shell/ConversationView.h"
#include "ui/shell/MainWindow.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTextStream>

#include <chrono>

using namespace isthmus;

// What is typed and not sent is on disk soon: the program is this test program in another process, which
// types words at the window without a pause and says when; it is killed in the middle of it.

namespace {

qint64 steadyMilliseconds()
{
    // One clock for all processes of a machine.
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

shell::WindowSetup setupOf(test::Profile &profile)
{
    shell::WindowSetup setup;
    setup.settingsPath = QFileInfo(profile.path()).path() + QStringLiteral("/window.ini");
    setup.clock = [&profile] { return profile.now; };
    return setup;
}

template <typename T>
T *child(const QWidget &window, const char *name)
{
    T *found = window.findChild<T *>(QLatin1String(name));
    if (!found)
        qFatal("no child %s", name);
    return found;
}

void show(shell::MainWindow &window)
{
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        qFatal("the window does not become active");
}

void openFirstConversation(const QWidget &window)
{
    auto *list = child<QListView>(window, "conversations");
    if (!test::comesTrue([list] { return list->model()->rowCount() == 1; }, 5000))
        qFatal("nobody is in the list");
    list->setCurrentIndex(list->model()->index(0, 0));
}

void beginLetter(shell::MainWindow &window, const QString &dir)
{
    QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
    child<QLineEdit>(window, "to")->setText(QStringLiteral("Carol <carol@example.org>, dave@ex"));
    child<QLineEdit>(window, "subject")->setText(QStringLiteral("Minutes"));
    const QString path = dir + QStringLiteral("/minutes.txt");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("Tuesday") != 7)
        qFatal("no file to attach");
    child<shell::ConversationView>(window, "conversationView")
        ->composer()
        .addFile({QStringLiteral("minutes.txt"), QStringLiteral("text/plain"), QByteArrayLiteral("Tuesday"), path});
}

struct Word {
    qint64 at;
    QString text;
};

/// Starts the typing process, kills it after a while, and says what it had typed three seconds before.
QString killedWhileTyping(const QString &dir, const QString &what)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("ISTHMUS_ROOM"));
    environment.insert(QStringLiteral("ISTHMUS_TYPE_IN"), dir);
    environment.insert(QStringLiteral("ISTHMUS_TYPE_WHAT"), what);
    environment.insert(QStringLiteral("TMPDIR"), dir); // what it leaves behind goes with the folder
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("tst_typing"), QStringLiteral("-silent")});
    std::vector<Word> words;
    constexpr qint64 typedFor = 6000;
    while (words.empty() || words.back().at - words.front().at < typedFor) {
        if (!process.canReadLine() && !process.waitForReadyRead(30000))
            return {};
        while (process.canReadLine()) {
            const QString line = QString::fromUtf8(process.readLine()).trimmed();
            if (line.startsWith(QLatin1String("typed ")))
                words.push_back({line.section(u' ', 1, 1).toLongLong(), line.section(u' ', 2, 2)});
        }
    }
    const qint64 killedAt = steadyMilliseconds();
    process.kill();
    process.waitForFinished();
    QString before;
    for (const Word &word : words) {
        if (word.at <= killedAt - 3000)
            before += word.text + QLatin1Char(' ');
    }
    return before;
}

}

/// The program that gets killed; run in a process of its own by tst_drafts.
class tst_typing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void words()
    {
        const QString dir = qEnvironmentVariable("ISTHMUS_TYPE_IN");
        if (dir.isEmpty())
            QSKIP("runs in a process of its own");
        test::Profile profile;
        profile.keptIn = dir;
        profile.signIn();
        (void)profile.bob();
        shell::MainWindow window(*profile.engine, setupOf(profile));
        show(window);
        openFirstConversation(window);
        if (qEnvironmentVariable("ISTHMUS_TYPE_WHAT") == QLatin1String("letter"))
            beginLetter(window, dir);
        auto *text = child<QPlainTextEdit>(window, "messageText");
        QTextStream out(stdout);
        for (int i = 0; i < 600; ++i) {
            const QString word = QStringLiteral("word%1").arg(i);
            QTest::keyClicks(text, word + QLatin1Char(' '));
            out << "typed " << steadyMilliseconds() << ' ' << word << '\n' << Qt::flush;
            QTest::qWait(50); // the pace of the typist
        }
    }
};

ISTHMUS_TEST(tst_typing)

class tst_drafts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKillLosesAtMostThreeSecondsOfTyping_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("a line of chat") << QStringLiteral("line");
        QTest::newRow("a mail") << QStringLiteral("letter");
    }
    void aKillLosesAtMostThreeSecondsOfTyping()
    {
        QFETCH(const QString, what);
        const bool letter = what == QLatin1String("letter");
        QTemporaryDir dir;
        const QString typed = killedWhileTyping(dir.path(), what);
        QVERIFY(typed.contains(QStringLiteral("word10 ")));

        test::Profile profile;
        profile.keptIn = dir.path();
        profile.open();
        shell::MainWindow window(*profile.engine, setupOf(profile));
        show(window);
        auto *text = child<QPlainTextEdit>(window, "messageText");
        if (letter) {
            QVERIFY(
                child<QLabel>(window, "news")->text().contains(QStringLiteral("An unfinished e-mail is kept: “Minutes”")));
            QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
            QCOMPARE(child<QLineEdit>(window, "to")->text(), QStringLiteral("Carol <carol@example.org>, dave@ex"));
            QCOMPARE(child<QLineEdit>(window, "subject")->text(), QStringLiteral("Minutes"));
            QVERIFY(child<QLabel>(window, "attachedFile:0")->text().contains(QStringLiteral("minutes.txt")));
        } else {
            openFirstConversation(window);
        }
        QVERIFY2(text->toPlainText().startsWith(typed),
                 qPrintable(QStringLiteral("kept: “%1”, typed in time: “%2”").arg(text->toPlainText(), typed)));
    }

    void theListSaysDraftUntilItIsSent()
    {
        test::Profile profile;
        profile.signIn();
        (void)profile.bob();
        shell::MainWindow window(*profile.engine, setupOf(profile));
        show(window);
        openFirstConversation(window);
        const auto *list = child<QListView>(window, "conversations");
        const auto spoken = [list] { return list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(); };
        auto *text = child<QPlainTextEdit>(window, "messageText");
        QTest::keyClicks(text, QStringLiteral("see you"));
        QTRY_VERIFY2(spoken().contains(QStringLiteral("Draft: see you")), qPrintable(spoken()));
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_VERIFY2(!spoken().contains(QStringLiteral("Draft")) && spoken().contains(QStringLiteral("You: see you")),
                     qPrintable(spoken()));
    }

    void aFileThatIsGoneIsSaid()
    {
        test::Profile profile;
        profile.signIn();
        model::TypedDraft draft;
        draft.kind = model::Draft::Kind::Mail;
        draft.subject = QStringLiteral("Minutes");
        draft.files = {{QStringLiteral("gone.pdf"), QStringLiteral("application/pdf"),
                        profile.dir.filePath(QStringLiteral("gone.pdf"))}};
        QVERIFY(test::wait(profile.engine->drafts().keep({}, draft)));
        shell::MainWindow window(*profile.engine, setupOf(profile));
        show(window);
        QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(child<QLineEdit>(window, "subject")->text(), QStringLiteral("Minutes"));
        const auto *error = child<QWidget>(window, "composerError")->findChild<QLabel *>(QStringLiteral("faultSentence"));
        QVERIFY2(error->text().contains(QStringLiteral("gone.pdf")), qPrintable(error->text()));
    }

    void aLinkNeverOverwritesAnUnfinishedMail()
    {
        test::Profile profile;
        profile.signIn();
        model::TypedDraft draft;
        draft.kind = model::Draft::Kind::Mail;
        draft.subject = QStringLiteral("Minutes");
        draft.text = QStringLiteral("long thought");
        QVERIFY(test::wait(profile.engine->drafts().keep({}, draft)));
        shell::MainWindow window(*profile.engine, setupOf(profile));
        show(window);
        window.openLink(QUrl(QStringLiteral("mailto:dave@elsewhere.example?subject=Hello")));
        QTRY_VERIFY(window.findChild<QMessageBox *>() != nullptr);
        QCOMPARE(child<QPlainTextEdit>(window, "messageText")->toPlainText(), QStringLiteral("long thought"));
        window.findChild<QMessageBox *>()->reject();
        QTRY_VERIFY(window.findChild<QMessageBox *>() == nullptr);
        QCOMPARE(child<QLineEdit>(window, "subject")->text(), QStringLiteral("Minutes"));
        QCOMPARE(child<QPlainTextEdit>(window, "messageText")->toPlainText(), QStringLiteral("long thought"));
    }
};

ISTHMUS_TEST(tst_drafts)
#include "tst_drafts.moc"

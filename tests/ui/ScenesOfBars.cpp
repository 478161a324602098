#include "tests/support/TestMain.h"
#include "tests/ui/SceneLists.h"
#include "ui/shell/TroubleBar.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPlainTextEdit>

namespace isthmus::test {

using namespace model;
using namespace std::chrono_literals;

namespace {

void awaitQuestion(Stage &stage)
{
    const auto *sentence = stage.child<QLabel>("questionSentence");
    stage.await("nothing is asked", [sentence] { return !sentence->text().isEmpty(); });
}

/// An e-mail to Bob that can still be called back.
void holdMail(Stage &stage)
{
    stage.open("Bob Miller");
    stage.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto *text = stage.child<QPlainTextEdit>("messageText");
    text->setPlainText(QStringLiteral("The room is booked."));
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    stage.await("the e-mail does not wait", [&] { return stage.child<QWidget>("undoBar")->isVisible(); });
    stage.settle();
}

void moveMail(Stage &stage, const char *who, const char *which, const char *command)
{
    stage.open(who);
    stage.choose(which);
    stage.run(command);
    stage.await("nothing is moved", [&] { return stage.child<QWidget>("moveBar")->isVisible(); });
}

void refusePassword(Stage &stage)
{
    const LinkState refused{LinkState::Phase::Failed,
                            base::Error{base::Fault::AuthRejected,
                                        QStringLiteral("imap LOGIN: NO [AUTHENTICATIONFAILED] for alice@chat.example")},
                            {}};
    Q_EMIT stage.profile.mail->stateChanged(Service::IncomingMail, refused);
}

/// What the program says of the disk after some seconds, and of its reader.
shell::TroubleBar &troubleBar(Stage &stage)
{
    stage.open("Bob Miller");
    return *stage.window->findChild<shell::TroubleBar *>();
}

std::vector<Scene> questions()
{
    using Kind = Stage::Profile;
    return {
        {"question, whose server", Kind::Full,
         [](Stage &stage) {
             stage.mail("Received: from out.example by chat.example with LMTP; Sat, 21 Nov 2026 09:00:01 +0000\n"
                        "Authentication-Results: chat.example; dmarc=none header.from=elsewhere.example\n"
                        "From: Dave <dave@elsewhere.example>\nTo: alice@chat.example\nSubject: Plan\n",
                        "\nShall we?\n", 5min);
             awaitQuestion(stage);
         }},
        {"question, one person", Kind::Full,
         [](Stage &stage) {
             stage.profile.chat->arrive(
                 {VCardFound{jid("erik@chat.example"), QStringLiteral("Erik"), {mailAddress("dave@elsewhere.example")}}});
             awaitQuestion(stage);
         }},
        {"question, long names", Kind::Full,
         [](Stage &stage) {
             const auto others = stage.profile.engine->contacts().personOf(
                 mailAddress("wilhelmina.featherstonehaugh-cholmondeley@department.of.names.example"));
             if (!others)
                 qFatal("the other one of that name is not there");
             stage.profile.chat->arrive(
                 {VCardFound{jid("wilhelmina@chat.example"),
                             QString::fromUtf8(longName),
                             {mailAddress("wilhelmina.featherstonehaugh-cholmondeley@department.of.names.example")}}});
             awaitQuestion(stage);
         }},
        {"question, telling that it was read", Kind::Full,
         [](Stage &stage) {
             stage.mail("Disposition-Notification-To: <dave@elsewhere.example>\nFrom: Dave <dave@elsewhere.example>\n"
                        "To: alice@chat.example\nSubject: Plan\n",
                        "\nShall we?\n", 5min);
             stage.open("Dave");
             awaitQuestion(stage);
         }},
    };
}

}

std::vector<Scene> barScenes()
{
    using Kind = Stage::Profile;
    std::vector<Scene> all = {
        {"bar, an e-mail waits", Kind::Full, holdMail},
        {"bar, an e-mail was thrown away", Kind::Full,
         [](Stage &stage) { moveMail(stage, "Bob Miller", "Minutes of Tuesday", "trashMail"); }},
        {"bar, a long name was archived", Kind::Full,
         [](Stage &stage) {
             stage.openRow([](const engine::ConversationRow &row) { return row.address.startsWith(u"wilhelmina.f"); });
             stage.child<QWidget>("timeline")->setFocus(Qt::TabFocusReason);
             stage.run("archiveMail");
             stage.await("nothing is moved", [&] { return stage.child<QWidget>("moveBar")->isVisible(); });
         }},
        {"line, older messages are fetched", Kind::Full,
         [](Stage &stage) {
             Q_EMIT stage.profile.mail->backlogChanged(Service::IncomingMail, {12'345, true});
             stage.await("nothing is said", [&] { return stage.child<QWidget>("historyLine")->isVisible(); });
         }},
        {"line, older messages are left", Kind::Full,
         [](Stage &stage) {
             Q_EMIT stage.profile.mail->backlogChanged(Service::IncomingMail, {12'345, true});
             Q_EMIT stage.profile.chat->backlogChanged(Service::Chat, {678, true});
             stage.await("nothing is said", [&] { return stage.child<QWidget>("historyLine")->isVisible(); });
             stage.press("pauseHistory");
             stage.await("it is not put off", [&] { return stage.profile.mail->historyPaused; });
             stage.settle();
         }},
        {"bar, somebody asks", Kind::Full,
         [](Stage &stage) {
             stage.profile.chat->arrive({ContactAsked{jid("fay@chat.example"), {}, {}, false}});
             stage.await("nobody asks", [&] { return stage.child<QWidget>("contactRequest")->isVisible(); });
         }},
        {"bar, several ask at length", Kind::Full,
         [](Stage &stage) {
             const QString words = QStringLiteral("Hello Alice, we met at the meeting about very long names on Tuesday, and "
                                                  "I would like to go on talking about them. ");
             stage.profile.chat->arrive({ContactAsked{jid("fay.featherstonehaugh-cholmondeley@department.of.names.example"),
                                                      QString::fromUtf8(longName), words.repeated(2), false},
                                         ContactAsked{jid("gus@chat.example"), {}, {}, false}});
             stage.await("nobody asks", [&] { return stage.child<QWidget>("contactRequest")->isVisible(); });
         }},
        {"bar, the password was refused", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             refusePassword(stage);
         }},
        {"bar, the server's own words", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             refusePassword(stage);
             const auto *bar = stage.child<QWidget>("trouble");
             bar->findChild<QAbstractButton *>(QStringLiteral("faultDetails"))->click();
         }},
        {"bar, e-mails cannot be opened", Kind::Full, [](Stage &stage) { troubleBar(stage).setReaderMissing(true); }},
        {"bar, the disk takes nothing", Kind::Full, [](Stage &stage) { troubleBar(stage).setDiskRefusing(true); }},
        {"all bars at once", Kind::Full,
         [](Stage &stage) {
             stage.profile.chat->arrive(
                 {ContactAsked{jid("fay@chat.example"), QStringLiteral("Fay"), {}, false},
                  VCardFound{jid("erik@chat.example"), QStringLiteral("Erik"), {mailAddress("dave@elsewhere.example")}}});
             awaitQuestion(stage);
             moveMail(stage, "Bob Miller", "Minutes of Tuesday", "trashMail");
             holdMail(stage);
             refusePassword(stage);
         }},
        {"the password is asked for", Kind::Full,
         [](Stage &stage) {
             refusePassword(stage);
             stage.press("enterPassword");
         }},
    };
    const auto more = questions();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

}

#include "tests/support/TestMain.h"
#include "tests/ui/SceneLists.h"
#include "ui/composer/Composer.h"
#include "ui/timeline/TimelineView.h"

#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace isthmus::test {

using namespace model;
using namespace std::chrono_literals;

namespace {

timeline::TimelineView &timelineOf(Stage &stage)
{
    return *stage.child<timeline::TimelineView>("timeline");
}

void offerFile(Stage &stage, const char *name)
{
    FileOffered offer{QString::fromUtf8(name), jid("bob@chat.example"), {}, false, stage.profile.now};
    offer.file.name = QString::fromUtf8(name);
    offer.file.bytes = 84'210;
    stage.profile.chat->arrive({offer});
}

/// Three files, one in each of the states that a file which was wanted can be in.
void openFiles(Stage &stage)
{
    const char *const names[] = {"photo.jpg", "table.ods", "plan.pdf"};
    for (const char *name : names)
        offerFile(stage, name);
    stage.open("Bob Miller");
    auto &view = timelineOf(stage);
    stage.await("the files do not come", [&] { return view.count() == 11; });
    const auto offered = [&view](int row) {
        const auto possible = timeline::actionsFor(view.item(row), false);
        return std::find(possible.begin(), possible.end(), timeline::ItemAction::AcceptFile) != possible.end();
    };
    for (int i = 0; i < 3; ++i) {
        const int row = 8 + i;
        view.setCurrentRow(row);
        stage.run("acceptFile");
        stage.await("the file is not accepted", [&] { return !offered(row); });
        if (i == 0)
            stage.profile.chat->arrive({FileReceived{QString::fromUtf8(names[i]), "JFIF"}});
        if (i == 1)
            stage.profile.chat->arrive({FileEnded{QString::fromUtf8(names[i]), FileStage::Broken}});
        const auto isComing = [&view, row] {
            const auto possible = timeline::actionsFor(view.item(row), false);
            return std::find(possible.begin(), possible.end(), timeline::ItemAction::DeclineFile) != possible.end();
        };
        stage.await("the file does not come", [&] { return isComing() == (i == 2); });
        stage.settle();
    }
}

void writeTo(Stage &stage, const char *whom)
{
    stage.key(Qt::Key_N);
    stage.child<QLineEdit>("to")->setText(QString::fromUtf8(whom));
    stage.child<QLineEdit>("subject")->setText(QStringLiteral("Figures"));
    stage.child<QPlainTextEdit>("messageText")->setPlainText(QStringLiteral("Here they are."));
}

std::vector<Scene> lists()
{
    using Kind = Stage::Profile;
    return {
        {"list, nobody yet", Kind::Alone, [](Stage &) {}},
        {"list, nobody chosen", Kind::Full, [](Stage &) {}},
        {"list, nobody matches", Kind::Full,
         [](Stage &stage) { stage.child<QLineEdit>("search")->setText(QStringLiteral("nobody of that name")); }},
        {"list, nothing unread", Kind::Alone, [](Stage &stage) { stage.press("unread"); }},
    };
}

std::vector<Scene> timelines()
{
    using Kind = Stage::Profile;
    return {
        {"timeline, loading", Kind::Full,
         [](Stage &stage) {
             stage.stopReading();
             stage.open("Bob Miller");
         }},
        {"timeline, empty", Kind::Full, [](Stage &stage) { stage.open("Erik"); }},
        {"timeline, mail and chat", Kind::Full, [](Stage &stage) { stage.open("Bob Miller"); }},
        {"timeline, message chosen", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             timelineOf(stage).setFocus(Qt::TabFocusReason);
             stage.choose("Minutes of Tuesday");
         }},
        {"timeline, failed", Kind::Full, [](Stage &stage) { stage.open("Carol Jensen"); }},
        {"timeline, waiting", Kind::Full,
         [](Stage &stage) {
             stage.open("Carol Jensen");
             stage.profile.chat->goDown({Service::Chat});
             auto *text = stage.child<QPlainTextEdit>("messageText");
             text->setPlainText(QStringLiteral("Once more."));
             QTest::keyClick(text, Qt::Key_Return);
             auto &view = timelineOf(stage);
             stage.await("the message does not wait", [&view] { return view.count() == 3; });
         }},
        {"timeline, file offered", Kind::Full,
         [](Stage &stage) {
             offerFile(stage, "room plan.pdf");
             stage.open("Bob Miller");
             auto &view = timelineOf(stage);
             stage.await("the file is not offered", [&view] { return view.count() == 9; });
         }},
        {"timeline, files", Kind::Full, openFiles},
        {"timeline, unreadable mail", Kind::Full,
         [](Stage &stage) { stage.openRow([](const engine::ConversationRow &row) { return row.suspicious; }); }},
        {"timeline, long names", Kind::Full, [](Stage &stage) { stage.open(longName); }},
        {"timeline, offline", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             stage.profile.chat->goDown({Service::Chat});
             stage.profile.mail->goDown({Service::IncomingMail, Service::OutgoingMail});
         }},
        {"timeline, find", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             stage.key(Qt::Key_F);
             QTest::keyClicks(stage.child<QLineEdit>("find"), QStringLiteral("minutes"));
             QTest::keyClick(stage.child<QLineEdit>("find"), Qt::Key_Return);
         }},
    };
}

std::vector<Scene> composers()
{
    using Kind = Stage::Profile;
    return {
        {"composer, chat", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             stage.child<QPlainTextEdit>("messageText")->setPlainText(QStringLiteral("I will call you at noon."));
         }},
        {"composer, e-mail", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             stage.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
             stage.press("copies");
         }},
        {"composer, recipients", Kind::Full,
         [](Stage &stage) { writeTo(stage, "Bob Miller <b.miller@work.example>, dave@elsewhere.example"); }},
        {"composer, suggestions", Kind::Full,
         [](Stage &stage) {
             stage.key(Qt::Key_N);
             QTest::keyClicks(stage.child<QLineEdit>("to"), QStringLiteral("d"));
         }},
        {"composer, files", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             stage.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
             for (const char *name : {"room plan.pdf", longWord})
                 stage.child<composer::Composer>("composer")
                     ->addFile({QString::fromUtf8(name), QStringLiteral("application/pdf"), "%PDF", {}});
         }},
        {"composer, answer", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             stage.choose("Minutes of Tuesday");
             stage.key(Qt::Key_R);
         }},
        {"composer, wrong address", Kind::Full,
         [](Stage &stage) {
             writeTo(stage, "bob at work");
             stage.key(Qt::Key_Return);
         }},
        {"composer, no way there", Kind::Full,
         [](Stage &stage) {
             stage.open("Erik");
             stage.child<composer::Composer>("composer")->switchChannel();
         }},
    };
}

}

std::vector<Scene> conversationScenes()
{
    std::vector<Scene> all = lists();
    for (const auto &more : {timelines(), composers()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

}

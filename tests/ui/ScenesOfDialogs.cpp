#include "tests/support/TestMain.h"
#include "tests/ui/SceneLists.h"
#include "ui/contacts/AddressMapDialog.h"
#include "ui/contacts/ContactCard.h"
#include "ui/timeline/TimelineView.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QRadioButton>

namespace isthmus::test {

using namespace model;

void showDetails(Stage &stage, const char *name)
{
    stage.open(name);
    stage.key(Qt::Key_I);
}

namespace {

/// By the key for menus, at what is chosen.
void openMenu(Stage &stage, QWidget *where)
{
    where->setFocus(Qt::TabFocusReason);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(where, &event);
    stage.await("no menu opens", [] { return QApplication::activePopupWidget() != nullptr; });
}

std::vector<Scene> cards()
{
    using Kind = Stage::Profile;
    return {
        {"contact card", Kind::Full, [](Stage &stage) { showDetails(stage, "Bob Miller"); }},
        {"contact card, mail only", Kind::Full, [](Stage &stage) { showDetails(stage, "Money & Sons"); }},
        {"contact card, long names", Kind::Full, [](Stage &stage) { showDetails(stage, longName); }},
        {"contact card, error", Kind::Full,
         [](Stage &stage) {
             showDetails(stage, "Bob Miller");
             stage.child<contacts::ContactCard>("contactCard")
                 ->showError({base::Fault::Storage, QStringLiteral("disk full")});
         }},
        {"join persons", Kind::Full,
         [](Stage &stage) {
             showDetails(stage, "Bob Miller");
             stage.press("merge");
         }},
        {"new contact, error", Kind::Full,
         [](Stage &stage) {
             stage.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
             QTest::keyClick(stage.shown(), Qt::Key_Return);
         }},
        {"address map", Kind::Full, [](Stage &stage) { stage.run("addressMapAction"); }},
        {"address map, nobody yet", Kind::Alone, [](Stage &stage) { stage.run("addressMapAction"); }},
        {"address map, imported", Kind::Full,
         [](Stage &stage) {
             stage.run("addressMapAction");
             stage.child<contacts::AddressMapDialog>("addressMap")
                 ->showResult(QStringLiteral("2 new addresses. 1 belongs to somebody else here and stayed there."));
         }},
    };
}

std::vector<Scene> messageDialogs()
{
    using Kind = Stage::Profile;
    return {
        {"source of a message", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             stage.choose("Minutes of Tuesday");
             stage.key(Qt::Key_U);
         }},
        {"where a message is", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             stage.choose("Re: Minutes of Tuesday");
             stage.key(Qt::Key_J);
         }},
        {"where a message is, failed", Kind::Full,
         [](Stage &stage) {
             stage.open("Carol Jensen");
             stage.choose("Did it arrive?");
             stage.key(Qt::Key_J);
         }},
        {"where a message is, long names", Kind::Full,
         [](Stage &stage) {
             stage.open(longName);
             stage.choose(longWord);
             stage.key(Qt::Key_J);
         }},
        {"a link that misleads", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             Q_EMIT stage.child<timeline::TimelineView>("timeline")
                 ->linkActivated(QUrl(QStringLiteral("https://evil.example/bank?a=1&b=2")), true);
         }},
        {"an e-mail is to be removed", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             stage.choose("Minutes of Tuesday");
             stage.run("removeItem");
         }},
        {"somebody is to be blocked", Kind::Full,
         [](Stage &stage) {
             stage.open(longName);
             stage.run("blockContact");
         }},
        {"settings", Kind::Full, [](Stage &stage) { stage.key(Qt::Key_Comma); }},
        {"an account is to be removed", Kind::Full,
         [](Stage &stage) {
             stage.run("removeAccountAction");
             stage.await("nothing is asked", [&] { return stage.shown() != stage.window.get(); });
         }},
        {"an account is to be removed, with its messages", Kind::Full,
         [](Stage &stage) {
             // Something that has not left, since the way is gone.
             stage.profile.chat->goDown({Service::Chat});
             stage.open("Bob Miller");
             auto *text = stage.child<QPlainTextEdit>("messageText");
             text->setPlainText(QStringLiteral("Are you there?"));
             QTest::keyClick(text, Qt::Key_Return);
             stage.settle();
             stage.run("removeAccountAction");
             stage.await("nothing is asked", [&] { return stage.shown() != stage.window.get(); });
             stage.shown()->findChild<QRadioButton *>(QStringLiteral("eraseMessages"))->setChecked(true);
         }},
        {"where things are", Kind::Full, [](Stage &stage) { stage.run("showPlaces"); }},
        {"about", Kind::Full, [](Stage &stage) { stage.run("about"); }},
    };
}

std::vector<Scene> menus()
{
    using Kind = Stage::Profile;
    return {
        {"menu of a message", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             stage.choose("Minutes of Tuesday");
             openMenu(stage, stage.child<timeline::TimelineView>("timeline"));
         }},
        {"menu of the own state", Kind::Full,
         [](Stage &stage) {
             stage.child<QMenu>("stateMenu")->popup(stage.child<QWidget>("ownState")->mapToGlobal(QPoint(0, 40)));
             stage.await("no menu opens", [] { return QApplication::activePopupWidget() != nullptr; });
         }},
        {"emoji", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             stage.run("insertEmoji");
             stage.await("nothing opens", [] { return QApplication::activePopupWidget() != nullptr; });
         }},
        {"menu of a person", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             openMenu(stage, stage.child<QListView>("conversations"));
         }},
        {"menu of the program", Kind::Full,
         [](Stage &stage) {
             stage.open("Bob Miller");
             const QString view = stage.window->menuBar()->actions()[3]->text();
             stage.key(QKeySequence::mnemonic(view)[0].key(), Qt::AltModifier);
             stage.await("no menu opens", [] { return QApplication::activePopupWidget() != nullptr; });
         }},
    };
}

}

std::vector<Scene> dialogScenes()
{
    std::vector<Scene> all = cards();
    for (const auto &more : {messageDialogs(), menus()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

}

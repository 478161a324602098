#include "tests/support/TestMain.h"
#include "tests/ui/SceneLists.h"
#include "ui/search/SearchPane.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace isthmus::test {

using namespace std::chrono_literals;

namespace {

QString said(Stage &stage)
{
    const auto *label = stage.child<QLabel>("nothingFound");
    return label->isVisible() ? label->text() : QString();
}

void searchFor(Stage &stage, const char *words)
{
    stage.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(stage.child<QLineEdit>("searchEverything"), QString::fromUtf8(words));
}

void find(Stage &stage, const char *words)
{
    searchFor(stage, words);
    const auto *found = stage.child<QListView>("found");
    stage.await("nothing is found", [found] { return found->model()->rowCount() > 0; });
}

/// The index is gone, as after damage to the file.
void loseIndex(const Stage &stage)
{
    const QString name = QStringLiteral("lost index");
    {
        QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        file.setDatabaseName(stage.profile.path());
        if (!file.open() || !QSqlQuery(file).exec(QStringLiteral("DROP TABLE search")))
            qFatal("the index cannot be taken away");
    }
    QSqlDatabase::removeDatabase(name);
}

void openPalette(Stage &stage, const char *words)
{
    stage.open("Bob Miller");
    stage.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(stage.child<QLineEdit>("commandWords"), QString::fromUtf8(words));
}

}

std::vector<Scene> searchScenes()
{
    using Kind = Stage::Profile;
    return {
        {"search, empty", Kind::Full, [](Stage &stage) { stage.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier); }},
        {"search, under way", Kind::Full,
         [](Stage &stage) {
             stage.stopReading();
             searchFor(stage, "room");
             const QString searching = search::SearchPane::tr("Searching…");
             stage.await("nothing is searched", [&] { return said(stage) == searching; });
         }},
        // One mail was not opened: what was searched is not all.
        {"search, found", Kind::Full, [](Stage &stage) { find(stage, "t"); }},
        {"search, one chosen", Kind::Full,
         [](Stage &stage) {
             find(stage, "room");
             QTest::keyClick(stage.child<QLineEdit>("searchEverything"), Qt::Key_Down);
         }},
        {"search, all was searched", Kind::Alone,
         [](Stage &stage) {
             stage.chat("dora@chat.example/phone", "Do you know the lighthouse?", 3h);
             stage.await("dora does not come",
                         [&] { return stage.child<QListView>("conversations")->model()->rowCount() == 1; });
             find(stage, "light");
         }},
        {"search, nothing found", Kind::Full,
         [](Stage &stage) {
             searchFor(stage, "nowhere");
             const QString nothing = search::SearchPane::tr("No message matches.");
             stage.await("something is found", [&] { return said(stage) == nothing; });
         }},
        {"search, failed", Kind::Full,
         [](Stage &stage) {
             loseIndex(stage);
             searchFor(stage, "room");
             const QString failed = search::SearchPane::tr(
                 "The messages on this computer could not be searched. Nothing was changed; try again.");
             stage.await("the search does not fail", [&] { return said(stage) == failed; });
         }},
        {"commands", Kind::Full, [](Stage &stage) { openPalette(stage, ""); }},
        {"commands, some fit", Kind::Full, [](Stage &stage) { openPalette(stage, "m"); }},
        {"commands, none fits", Kind::Full, [](Stage &stage) { openPalette(stage, "nonsense"); }},
        {"keys", Kind::Full, [](Stage &stage) { stage.key(Qt::Key_F1, Qt::NoModifier); }},
    };
}

}

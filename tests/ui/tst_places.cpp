#include "tests/ui/ShownWindow.h"
#include "ui/shell/PlacesDialog.h"

#include <QAction>
#include <QFileInfo>
#include <QPlainTextEdit>

using namespace isthmus;
using test::ShownWindow;

/// What the window says about where things are.
class tst_places : public QObject
{
    Q_OBJECT

    static QString said(const ShownWindow &shown)
    {
        shown.child<QAction>("showPlaces")->trigger();
        auto *dialog = shown.child<QDialog>("places");
        const QString text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("placesText"))->toPlainText();
        delete dialog;
        return text;
    }

private Q_SLOTS:
    void theFolderAndTheKeyringAreThoseOfThisProfile()
    {
        const ShownWindow shown;
        const QString text = said(shown);
        const QString folder = QFileInfo(shown.profile.path()).absolutePath();
        QVERIFY2(text.contains(QStringLiteral("\n    ") + folder + QLatin1Char('\n')), qPrintable(text));
        QVERIFY(text.contains(folder + QStringLiteral("/window.ini")));
        QVERIFY(text.contains(QStringLiteral("in the system keyring, under “isthmus”: alice@chat.example")));
        QVERIFY(text.contains(QStringLiteral("delete the folder ") + folder));
        // The entry of an account that is gone is gone.
        QVERIFY(
            test::wait(shown.profile.engine->accounts().remove(shown.profile.account, engine::Accounts::Messages::Keep)));
        QVERIFY(said(shown).contains(QStringLiteral("under “isthmus”: none now")));
    }

    void aPasswordInMemoryAndTheWayInAreSaid()
    {
        const shell::Places places{QStringLiteral("/p"),
                                   QStringLiteral("/p/window.ini"),
                                   QStringLiteral("/run/u/isthmus-1"),
                                   {QStringLiteral("alice@chat.example")},
                                   false};
        auto *dialog = new shell::PlacesDialog(places);
        dialog->show();
        const QString text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("placesText"))->toPlainText();
        QVERIFY(text.contains(QStringLiteral("in memory, until Isthmus is closed")));
        QVERIFY(!text.contains(QStringLiteral("alice@chat.example")));
        QVERIFY(text.contains(QStringLiteral("/run/u/isthmus-1")));
        QCOMPARE(test::faultsOfTree(*dialog).join(u'\n'), QString());
        dialog->grab().save(test::buildPath(QStringLiteral("pictures/places.png")));
        delete dialog;
    }
};

ISTHMUS_TEST(tst_places)
#include "tst_places.moc"

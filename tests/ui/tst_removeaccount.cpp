#include "core/engine/Search.h"
#include "tests/engine/MailScene.h"
#include "tests/ui/ShownWindow.h"
#include "ui/accounts/RemoveAccountDialog.h"
#include "ui/accounts/SignInPage.h"
#include "ui/composer/Composer.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/timeline/TimelineView.h"

#include <QAction>
#include <QDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

using namespace isthmus;
using test::ShownWindow;

namespace {

QDialog *question(const ShownWindow &shown)
{
    (void)test::comesTrue([&] { return shown.window->findChild<QDialog *>(QStringLiteral("removeAccount")); }, 5000);
    return shown.window->findChild<QDialog *>(QStringLiteral("removeAccount"));
}

QDialog *askFromTheMenu(const ShownWindow &shown)
{
    shown.child<QAction>("removeAccountAction")->trigger();
    return question(shown);
}

QString words(const QDialog &dialog, const char *label)
{
    const auto *found = dialog.findChild<QLabel *>(QLatin1String(label));
    return found && found->isVisibleTo(&dialog) ? found->text() : QString();
}

/// Goes to a control with the Tab key alone.
bool tabTo(QDialog &dialog, const char *name)
{
    for (int presses = 0; presses < 20; ++presses) {
        QWidget *focus = dialog.focusWidget();
        if (focus && focus->objectName() == QLatin1String(name))
            return true;
        QTest::keyClick(focus ? focus : &dialog, Qt::Key_Tab);
    }
    return false;
}

void signInSecond(ShownWindow &shown)
{
    model::AccountPlan plan;
    plan.chat.endpoints.resize(1);
    plan.incoming.endpoints.resize(1);
    plan.outgoing.endpoints.resize(1);
    QVERIFY(test::wait(shown.profile.engine->accounts().signIn(test::mailAddress("alice@two.example"),
                                                               QStringLiteral("other"), plan, true, true)));
}

}

/// Removing an account in the window.
class tst_removeaccount : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theQuestionSaysWhatHappensAndNoIsNearest()
    {
        const ShownWindow shown;
        QDialog *dialog = askFromTheMenu(shown);
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        QCOMPARE(words(*dialog, "removeAccountHeading"), QStringLiteral("Remove alice@chat.example from Isthmus?"));
        QVERIFY(words(*dialog, "removeAccountFacts").contains(QStringLiteral("password leaves the keyring")));
        QVERIFY(words(*dialog, "removeAccountFacts").contains(QStringLiteral("On the servers nothing changes")));
        QCOMPARE(words(*dialog, "removeAccountUnsent"), QString());
        QVERIFY(dialog->findChild<QRadioButton *>(QStringLiteral("keepMessages"))->isChecked());
        QCOMPARE(test::faultsOfTree(*dialog).join(u'\n'), QString());
        dialog->grab().save(test::buildPath(QStringLiteral("pictures/remove-account.png")));
        // Enter at once is the answer no.
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!shown.window->findChild<QDialog *>(QStringLiteral("removeAccount")));
        QCOMPARE(shown.profile.engine->accounts().all().size(), 1u);
        QVERIFY(shown.profile.chat && !shown.profile.passwords.isEmpty());
    }

    void byKeysItIsRemovedAndWhatIsKeptCanBeRead()
    {
        ShownWindow shown;
        test::arrive(shown.profile, {test::arrivedMail(1, test::daves("a@work.example"))});
        QVERIFY(test::person(shown.profile, "dave@work.example").isValid());
        QDialog *dialog = askFromTheMenu(shown);
        QVERIFY(dialog && tabTo(*dialog, "removeAccountNow"));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Space);
        auto *page = shown.child<accounts::SignInPage>("signIn");
        QTRY_VERIFY(page->isVisible());
        QVERIFY(shown.profile.engine->accounts().all().empty());
        QVERIFY(shown.profile.passwords.isEmpty());
        QVERIFY(shown.child<QLabel>("news")->text().endsWith(
            QStringLiteral("alice@chat.example has been removed. Its messages are kept for reading.")));
        // Back leads to them; writing says what is missing.
        auto *back = shown.child<QPushButton>("cancelButton");
        QVERIFY(back->isVisible());
        back->setFocus();
        QTest::keyClick(back, Qt::Key_Space);
        auto *list = shown.child<QListView>("conversations");
        QTRY_VERIFY(list->isVisible() && list->model()->rowCount() == 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        auto *view = shown.child<timeline::TimelineView>("timeline");
        QTRY_COMPARE(view->count(), 1);
        QCOMPARE(view->item(0).text.trimmed(), QStringLiteral("Are you free?"));
        QTRY_COMPARE(shown.child<QLabel>("route")->text(),
                     QStringLiteral("Cannot be sent: no account is signed in. Add one in the menu Isthmus."));
        shown.picture("removed-account-kept.png");
        // What was kept goes by the same way, later.
        dialog = askFromTheMenu(shown);
        QVERIFY(dialog);
        QCOMPARE(words(*dialog, "removeAccountHeading"),
                 QStringLiteral("Remove the messages of alice@chat.example from this computer?"));
        QVERIFY(!dialog->findChild<QRadioButton *>());
        QVERIFY(tabTo(*dialog, "removeAccountNow"));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(page->isVisible());
        QVERIFY(!back->isVisible());
        QTRY_COMPARE(list->model()->rowCount(), 0);
    }

    /// After the next start the page for signing in comes first, and what was kept is one key away.
    void theNextStartAsksForAnAccount()
    {
        ShownWindow shown;
        QVERIFY(
            test::wait(shown.profile.engine->accounts().remove(shown.profile.account, engine::Accounts::Messages::Keep)));
        shown.window.reset();
        shown.profile.close();
        shown.profile.open();
        shown.show();
        QTRY_VERIFY(shown.child<accounts::SignInPage>("signIn")->isVisible());
        QVERIFY(shown.child<QPushButton>("cancelButton")->isVisible());
    }

    void whatIsNotSentIsSaidBeforeItIsLost()
    {
        ShownWindow shown(std::chrono::minutes(1));
        test::arrive(shown.profile, {model::FolderFound{QStringLiteral("INBOX"), QStringLiteral("\\Inbox")},
                                     test::arrivedMail(1, test::daves("a@work.example"))});
        model::Draft draft;
        draft.person = test::person(shown.profile, "dave@work.example");
        draft.text = QStringLiteral("soon");
        QVERIFY(test::wait(shown.profile.engine->outbox().send(draft)));
        shown.profile.chat->goDown({model::Service::Chat});
        draft.person = shown.profile.bob();
        draft.user = model::Channel::Chat;
        for (const char *text : {"one", "two"}) {
            draft.text = QLatin1String(text);
            QVERIFY(test::wait(shown.profile.engine->outbox().send(draft)));
        }
        QDialog *dialog = askFromTheMenu(shown);
        QVERIFY(dialog);
        QCOMPARE(
            words(*dialog, "removeAccountUnsent"),
            QStringLiteral("Not sent yet: 2 chat message(s), 1 e-mail(s). They stay where you wrote them and can be sent "
                           "from another account."));
        dialog->findChild<QRadioButton *>(QStringLiteral("eraseMessages"))->click();
        QCOMPARE(words(*dialog, "removeAccountUnsent"),
                 QStringLiteral("Not sent yet, and lost with this choice: 2 chat message(s), 1 e-mail(s)."));
        QCOMPARE(test::faultsOfTree(*dialog).join(u'\n'), QString());
        dialog->grab().save(test::buildPath(QStringLiteral("pictures/remove-account-unsent.png")));
        dialog->reject();
    }

    void oneOfTwoIsChosenAndTheOtherStays()
    {
        ShownWindow shown;
        signInSecond(shown);
        shown.child<QAction>("removeAccountAction")->trigger();
        QTRY_VERIFY(shown.window->findChild<QInputDialog *>(QStringLiteral("choiceQuestion")));
        auto *choice = shown.window->findChild<QInputDialog *>(QStringLiteral("choiceQuestion"));
        QCOMPARE(choice->comboBoxItems(),
                 (QStringList{QStringLiteral("alice@chat.example"), QStringLiteral("alice@two.example")}));
        choice->setTextValue(QStringLiteral("alice@two.example"));
        choice->accept();
        QDialog *dialog = question(shown);
        QVERIFY(dialog);
        QVERIFY(words(*dialog, "removeAccountHeading").contains(QStringLiteral("alice@two.example")));
        dialog->findChild<QRadioButton *>(QStringLiteral("eraseMessages"))->click();
        dialog->findChild<QPushButton *>(QStringLiteral("removeAccountNow"))->click();
        QTRY_COMPARE(shown.profile.engine->accounts().all().size(), 1u);
        QCOMPARE(shown.profile.engine->accounts().all().front().id, shown.profile.account);
        QVERIFY(shown.child<QListView>("conversations")->isVisible());
        QTRY_VERIFY(shown.child<QLabel>("news")->text().endsWith(
            QStringLiteral("alice@two.example and its messages have been removed from this computer.")));
    }

    void theSettingsLeadThereToo()
    {
        const ShownWindow shown;
        shown.child<QAction>("settingsAction")->trigger();
        const QPointer<QDialog> settings = shown.child<QDialog>("settings");
        QCOMPARE(test::faultsOfTree(*settings).join(u'\n'), QString());
        auto *remove = settings->findChild<QPushButton *>(QStringLiteral("remove:alice@chat.example"));
        QVERIFY(remove);
        remove->setFocus();
        QTest::keyClick(remove, Qt::Key_Space);
        QVERIFY(question(shown));
        QVERIFY(!settings || !settings->isVisible());
    }

    void aRefusalIsSaidAndNothingChanges()
    {
        ShownWindow shown;
        QDialog *dialog = askFromTheMenu(shown);
        QVERIFY(dialog);
        // Gone already when the answer comes, as by a second window's hand: nothing is there to be removed.
        QVERIFY(
            test::wait(shown.profile.engine->accounts().remove(shown.profile.account, engine::Accounts::Messages::Erase)));
        dialog->findChild<QPushButton *>(QStringLiteral("removeAccountNow"))->click();
        QTRY_VERIFY(shown.child<QLabel>("news")->text().contains(QStringLiteral("Nothing was changed.")));
    }
};

ISTHMUS_TEST(tst_removeaccount)
#include "tst_removeaccount.moc"

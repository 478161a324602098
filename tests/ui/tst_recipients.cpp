#include "ui/shell/MainWindow.h"

#include "core/engine/Options.h"
#include "core/engine/Reach.h"
#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"
#include "ui/composer/Composer.h"
#include "ui/timeline/ItemLayout.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/PersonChip.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace isthmus;

/// Mail and chat with one and the same people: who is there, and how one begins the one from the other.
class tst_recipients : public QObject
{
    Q_OBJECT

    struct Shown {
        test::Profile profile;
        std::unique_ptr<shell::MainWindow> window;
        model::PersonId bob;

        Shown()
        {
            profile.signIn();
            bob = profile.bob();
            (void)test::wait(
                profile.engine->contacts().addAddress(bob, test::mailAddress("b@work.example"), model::Evidence::User));
            presence(model::Availability::Away);
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
        ~Shown() { window.reset(); }
        template <typename T>
        T *child(const QString &name) const
        {
            return window->findChild<T *>(name);
        }
        void presence(model::Availability availability)
        {
            Q_EMIT profile.chat->presenceChanged(test::jid("bob@chat.example"), {availability, {}});
        }
        void newMailTo(const char *to) const
        {
            child<QAction>(QStringLiteral("newMail"))->trigger();
            QTest::keyClicks(child<QLineEdit>(QStringLiteral("to")), QLatin1String(to));
        }
        widgets::PersonChip *chip(const char *address) const
        {
            return child<widgets::PersonChip>(QStringLiteral("recipient:") + QLatin1String(address));
        }
        void openBob() const
        {
            auto *list = child<QListView>(QStringLiteral("conversations"));
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                if (list->model()->index(row, 0).data().toString() == QLatin1String("Bob"))
                    list->setCurrentIndex(list->model()->index(row, 0));
            }
        }
    };
    static QByteArray mailFromBob()
    {
        return "From: Bob <b@work.example>\nTo: alice@chat.example\nCc: Bob <bob@chat.example>\nSubject: Minutes\n"
               "Date: Sat, 21 Nov 2026 09:00:00 +0000\nMessage-ID: <m@work.example>\n\nHere they are.\n";
    }

private Q_SLOTS:
    void theChipOfARecipientMutesAndBlocks()
    {
        const Shown shown;
        shown.newMailTo("b@work.example,");
        QTRY_VERIFY(shown.chip("bob@chat.example"));
        const auto choose = [&shown](const char *name) {
            auto *action = shown.chip("bob@chat.example")->menu()->findChild<QAction *>(QLatin1String(name));
            return action ? action->trigger(), true : false;
        };
        QVERIFY(choose("mute"));
        QTRY_VERIFY(shown.profile.engine->contacts().contact(shown.bob)->muted);
        QTRY_VERIFY(choose("unmute"));
        QTRY_VERIFY(!shown.profile.engine->contacts().contact(shown.bob)->muted);
        QTRY_VERIFY(choose("block"));
        QTRY_VERIFY(shown.window->findChild<QMessageBox *>());
    }

    void aPersonHasOneFaceEverywhere()
    {
        model::Contact contact;
        contact.name = QStringLiteral("Dave");
        contact.links.resize(1);
        contact.links.front().address = test::mailAddress("dave@elsewhere.example");
        QCOMPARE(widgets::faceOf(contact).address, engine::faceAddress(contact));
        QCOMPARE(widgets::faceOf(contact).address, QStringLiteral("dave@elsewhere.example"));
        QVERIFY(!widgets::faceOf(contact).presence);
    }

    void aRecipientIsChosenByNameAndItsMailboxInserted()
    {
        const Shown shown;
        shown.newMailTo("bo");
        const QCompleter *completer = shown.child<QLineEdit>(QStringLiteral("to"))->completer();
        QVERIFY(completer);
        QStringList offered;
        for (int i = 0; i < completer->completionCount(); ++i) {
            const_cast<QCompleter *>(completer)->setCurrentRow(i);
            offered.append(completer->currentCompletion());
        }
        QVERIFY2(offered.contains(QStringLiteral("\"Bob\" <b@work.example>")), qPrintable(offered.join(u' ')));
    }

    void recipientsInTheContactsShowTheirPresence()
    {
        Shown shown;
        shown.newMailTo("b@work.example, stranger@elsewhere.example");
        QTRY_VERIFY(shown.chip("bob@chat.example"));
        QVERIFY(shown.chip("bob@chat.example")->isVisible());
        QCOMPARE(shown.chip("bob@chat.example")->accessibleName(), QStringLiteral("Recipient: Person Bob, away"));
        QCOMPARE(shown.window->findChildren<widgets::PersonChip *>(QRegularExpression(QStringLiteral("^recipient:"))).size(),
                 1);
        shown.presence(model::Availability::Online);
        QTRY_COMPARE(shown.chip("bob@chat.example")->accessibleName(), QStringLiteral("Recipient: Person Bob, online"));
        shown.window->grab().save(test::buildPath(QStringLiteral("pictures/recipients.png")));
    }

    void aChatBeginsFromARecipientsChip()
    {
        const Shown shown;
        shown.newMailTo("b@work.example");
        QTRY_VERIFY(shown.chip("bob@chat.example"));
        for (QAction *action : shown.chip("bob@chat.example")->menu()->actions()) {
            if (action->objectName() == QLatin1String("chat"))
                action->trigger();
        }
        QTRY_COMPARE(shown.child<QLabel>(QStringLiteral("route"))->text(),
                     QStringLiteral("Your choice for this message: goes as chat to bob@chat.example"));
    }

    void sendersAndRecipientsOfACardShowTheirPresence()
    {
        Shown shown;
        shown.profile.mail->arrive({test::arrivedMail(1, mailFromBob())});
        QTRY_VERIFY(shown.child<QListView>(QStringLiteral("conversations"))->model()->rowCount() > 0);
        shown.openBob();
        auto *view = shown.child<timeline::TimelineView>(QStringLiteral("timeline"));
        QTRY_COMPARE(view->count(), 1);
        const auto words = [&](const model::MailAddress &mailbox) {
            const auto contact =
                shown.profile.engine->contacts().contact(*shown.profile.engine->contacts().personOf(mailbox));
            return contact->presence.availability == model::Availability::Away ? QStringLiteral("away")
                                                                               : QStringLiteral("other");
        };
        QCOMPARE(words(view->item(0).from.address), QStringLiteral("away"));
        // What is painted changes with it, in place.
        const int height = view->rowRect(0).height();
        const QImage before = view->grab().toImage();
        shown.presence(model::Availability::DoNotDisturb);
        QTRY_VERIFY(view->grab().toImage() != before);
        QCOMPARE(view->rowRect(0).height(), height);
        view->grab().save(test::buildPath(QStringLiteral("pictures/card-presence.png")));
    }

    void aMailIsAnsweredAsChat()
    {
        const Shown shown;
        shown.profile.mail->arrive({test::arrivedMail(1, mailFromBob())});
        shown.openBob();
        auto *view = shown.child<timeline::TimelineView>(QStringLiteral("timeline"));
        QTRY_COMPARE(view->count(), 1);
        view->setCurrentRow(0);
        shown.child<QAction>(QStringLiteral("replyAsChat"))->trigger();
        QTest::keyClicks(shown.child<QPlainTextEdit>(QStringLiteral("messageText")), QStringLiteral("Thanks"));
        shown.child<QAction>(QStringLiteral("sendMessage"))->trigger();
        QTRY_COMPARE(shown.profile.chat->all<model::SendStanza>().size(), 1u);
        QCOMPARE(shown.profile.chat->all<model::SendStanza>().front().message.to, test::jid("bob@chat.example"));
    }

    void aMailIsBegunInTheMiddleOfAChat()
    {
        const Shown shown;
        shown.openBob();
        auto *text = shown.child<QPlainTextEdit>(QStringLiteral("messageText"));
        QTest::keyClicks(text, QStringLiteral("half a line"));
        shown.child<QAction>(QStringLiteral("writeMail"))->trigger();
        auto *subject = shown.child<QLineEdit>(QStringLiteral("subject"));
        QTRY_VERIFY(subject->isVisible());
        QCOMPARE(text->toPlainText(), QStringLiteral("half a line"));
        QTest::keyClicks(subject, QStringLiteral("Now by mail"));
        shown.child<QAction>(QStringLiteral("sendMessage"))->trigger();
        QTRY_COMPARE(shown.profile.mail->all<model::SendMail>().size(), 1u);
        QCOMPARE(shown.profile.mail->all<model::SendMail>().front().recipients,
                 std::vector<model::MailAddress>{test::mailAddress("b@work.example")});
    }

    void withSeveralAccountsTheSenderIsChosen()
    {
        Shown shown;
        auto *from = shown.child<QComboBox>(QStringLiteral("from"));
        shown.newMailTo("b@work.example");
        QVERIFY(!from->isVisible()); // one account is the one
        model::AccountPlan plan;
        plan.chat.endpoints.resize(1);
        plan.outgoing.endpoints.resize(1);
        const auto second = test::wait(shown.profile.engine->accounts().signIn(test::mailAddress("second@other.example"),
                                                                               QStringLiteral("secret"), plan, true, true));
        QVERIFY(second);
        QTRY_VERIFY(from->isVisible());
        QCOMPARE(from->currentText(), QStringLiteral("alice@chat.example"));
        from->setCurrentIndex(1);
        Q_EMIT from->activated(1);
        QCOMPARE(shown.child<composer::Composer>(QStringLiteral("composer"))->draft()->account, *second);
        // The default that the user picks is where a new mail begins.
        model::Settings settings;
        settings.defaultAccount = *second;
        QVERIFY(test::wait(shown.profile.engine->options().save(settings)));
        shown.child<composer::Composer>(QStringLiteral("composer"))->setState({});
        shown.newMailTo("b@work.example");
        QTRY_COMPARE(from->currentText(), QStringLiteral("second@other.example"));
        QCOMPARE(shown.child<composer::Composer>(QStringLiteral("composer"))->draft()->account, *second);
    }

    void mailIsCheckedByHandAtAnyTime()
    {
        const Shown shown;
        shown.openBob();
        const auto before = shown.profile.mail->all<model::CheckMail>().size();
        QTest::keyClick(shown.window.get(), Qt::Key_F5);
        QTRY_COMPARE(shown.profile.mail->all<model::CheckMail>().size(), before + 1);
    }

    void aMailIsRemovedAfterAQuestion()
    {
        const Shown shown;
        shown.profile.mail->arrive({test::arrivedMail(1, mailFromBob())});
        shown.openBob();
        auto *view = shown.child<timeline::TimelineView>(QStringLiteral("timeline"));
        QTRY_COMPARE(view->count(), 1);
        view->setCurrentRow(0);
        shown.child<QAction>(QStringLiteral("removeItem"))->trigger();
        QPointer<QMessageBox> box = shown.child<QMessageBox>(QStringLiteral("question"));
        QVERIFY(box);
        QTest::keyClick(box, Qt::Key_Return); // Enter does not do what cannot be undone
        QTRY_VERIFY(!box || !box->isVisible());
        QCOMPARE(view->count(), 1);
        shown.child<QAction>(QStringLiteral("removeItem"))->trigger();
        for (QMessageBox *open : shown.window->findChildren<QMessageBox *>(QStringLiteral("question"))) {
            if (open->isVisible()) {
                for (QAbstractButton *button : open->buttons()) {
                    if (open->buttonRole(button) == QMessageBox::AcceptRole)
                        button->click();
                }
            }
        }
        QTRY_COMPARE(view->count(), 0);
    }
};

ISTHMUS_TEST(tst_recipients)
#include "tst_recipients.moc"

#include "tests/support/TestMain.h"
#include "tests/ui/ShownWindow.h"
#include "ui/accounts/SignInPage.h"
#include "ui/composer/Composer.h"
#include "ui/mailbox/MailboxPane.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/ConversationView.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/LayoutBox.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>

using namespace isthmus;
using widgets::WindowLayout;

namespace {

/// The window in layout Mail, on an account with two folders and five mails; Bob's mailbox is known, and he is online.
struct MailWindow : test::ShownWindow {
    explicit MailWindow(std::chrono::milliseconds hold = {}) : test::ShownWindow(hold)
    {
        bob = profile.bob();
        if (!test::wait(profile.engine->contacts().addAddress(bob, model::Address(test::mailAddress("bob@work.example")),
                                                              model::Evidence::Confirmed)))
            qFatal("bob's mailbox is not taken");
        presence(model::Availability::Online);
        profile.mail->arrive({model::FolderFound{QStringLiteral("INBOX"), QStringLiteral("\\Inbox")},
                              model::FolderFound{QStringLiteral("Sent"), QStringLiteral("\\Sent")},
                              model::FolderFound{QStringLiteral("Projects"), {}},
                              mail(1, "Bob <bob@work.example>", "Minutes"), mail(2, "Dave <dave@work.example>", "Lunch"),
                              mail(3, "Bob <bob@work.example>", "Re: Minutes", "<m1@work.example>"),
                              mail(4, "Carol <carol@work.example>", "Plan", {}, "Projects"),
                              mail(5, "Dave <dave@work.example>", "Photos")});
    }
    static model::ArrivedMail mail(quint32 number, const QByteArray &from, const QByteArray &subject,
                                   const QByteArray &answers = {}, const char *folder = "INBOX")
    {
        const QByteArray id = QByteArray::number(number);
        QByteArray head = "From: " + from
                          + "\nTo: alice@chat.example, Erik <erik@work.example>\nCc: Fay <fay@work.example>\nSubject: "
                          + subject + "\nDate: Fri, 20 Nov 2026 10:0" + id + ":00 +0000\nMessage-ID: <m" + id
                          + "@work.example>\nMIME-Version: 1.0\n";
        if (!answers.isEmpty())
            head += "References: " + answers + "\nIn-Reply-To: " + answers + "\n";
        return test::arrivedMail(
            number,
            head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nText of " + id
                + ".\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=plan.pdf\n\n"
                  "%PDF-"
                + id + "\n--b--\n",
            folder);
    }
    void choose(WindowLayout layout) const
    {
        child<QAction>(layout == WindowLayout::Mail ? "layoutMail" : "layoutConversations")->trigger();
    }
    [[nodiscard]] QListView *threads() const { return child<QListView>("threads"); }
    [[nodiscard]] QStringList subjects() const
    {
        QStringList all;
        for (int i = 0; i < threads()->model()->rowCount(); ++i)
            all.append(threads()->model()->index(i, 0).data().toString());
        return all;
    }
    /// Layout Mail with the inbox's threads.
    void openMailbox() const
    {
        choose(WindowLayout::Mail);
        if (!QTest::qWaitFor([this] { return threads()->model()->rowCount() == 3; }, 5000))
            qFatal("the inbox does not come");
        threads()->setFocus();
    }
    /// Subject of the item that is current in the conversation.
    [[nodiscard]] QString subjectInSight() const
    {
        const auto *view = child<timeline::TimelineView>("timeline");
        return view->currentRow() < 0 ? QString() : view->item(view->currentRow()).subject;
    }
    [[nodiscard]] bool saysInStatus(const QString &words) const
    {
        const auto labels = window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->text().contains(words) || label->accessibleName().contains(words);
        });
    }
    [[nodiscard]] bool unread(const char *subject) const
    {
        const auto *view = child<timeline::TimelineView>("timeline");
        for (int i = 0; i < view->count(); ++i) {
            if (view->item(i).subject == QLatin1String(subject))
                return !view->item(i).read;
        }
        return false;
    }

    model::PersonId bob;
};

}

/// Layout Mail, in the window itself.
class tst_mailbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLayoutIsChosenInTheSettingsAndKept()
    {
        test::Profile profile;
        profile.signIn();
        shell::WindowSetup setup;
        setup.settingsPath = profile.dir.filePath(QStringLiteral("window.ini"));
        setup.clock = [&profile] { return profile.now; };
        setup.bus = QDBusConnection(QString());
        const auto shows = [](const shell::MainWindow &window, const char *pane) {
            return window.findChild<QWidget *>(QLatin1String(pane))->isVisible();
        };
        {
            shell::MainWindow window(*profile.engine, setup);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            QVERIFY(shows(window, "conversationPane") && !shows(window, "mailboxPane"));
            window.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
            auto *dialog = window.findChild<QDialog *>(QStringLiteral("settings"));
            QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
            auto *box = dialog->findChild<QComboBox *>(QStringLiteral("layout"));
            QCOMPARE(box->accessibleName(), QStringLiteral("Layout"));
            box->setFocus();
            QTest::keyClick(box, Qt::Key_Down);
            QVERIFY(!shows(window, "conversationPane") && shows(window, "mailboxPane"));
            QVERIFY(window.commands().action(QStringLiteral("layoutMail"))->isChecked());
            dialog->close();
            window.close();
        }
        shell::MainWindow window(*profile.engine, setup);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(!shows(window, "conversationPane") && shows(window, "mailboxPane"));
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(shows(window, "conversationPane") && !shows(window, "mailboxPane"));
        window.close();
    }

    void thePaletteHasBothLayouts()
    {
        const test::ShownWindow shown;
        for (const char *name : {"layoutMail", "layoutConversations"}) {
            const QAction *action = shown.window->commands().action(QLatin1String(name));
            QVERIFY(action && action->isEnabled() && !action->shortcut().isEmpty());
        }
        QTest::keyClick(shown.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto *palette = shown.window->findChild<shell::CommandPalette *>();
        QVERIFY(palette && QTest::qWaitForWindowActive(palette));
        auto *words = palette->findChild<QLineEdit *>(QStringLiteral("commandWords"));
        QTRY_COMPARE(QApplication::focusWidget(), words);
        QTest::keyClicks(words, QStringLiteral("layout mail"));
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_VERIFY(shown.child<QWidget>("mailboxPane")->isVisible());
    }

    void signInOffersTheLayout()
    {
        const test::ShownWindow shown(false);
        auto *page = shown.window->findChild<accounts::SignInPage *>();
        QVERIFY(page->isVisible());
        auto *box = page->findChild<widgets::LayoutBox *>();
        QVERIFY(box && box->isVisible() && box->isEnabled());
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QVERIFY(shown.window->commands().action(QStringLiteral("layoutMail"))->isChecked());
        QCOMPARE(test::faultsOfTree(*shown.window).join(u';'), QString());
    }

    /// D08: the two look different, and say so to everybody.
    void theLayoutsDiffer()
    {
        MailWindow shown;
        shown.openMailbox();
        QCOMPARE(test::faultsOfTree(*shown.window).join(u';'), QString());
        const QImage mail = shown.window->grab().toImage();
        shown.picture("window-mail.png");
        shown.choose(WindowLayout::Conversations);
        const QImage conversations = shown.window->grab().toImage();
        QCOMPARE(mail.size(), conversations.size());
        qint64 other = 0;
        for (int y = 0; y < mail.height(); ++y) {
            for (int x = 0; x < mail.width(); ++x)
                other += mail.pixel(x, y) != conversations.pixel(x, y);
        }
        QVERIFY2(other > qint64(mail.width()) * mail.height() / 50, qPrintable(QString::number(other)));
        QVERIFY(shown.child<QListView>("conversations")->isVisible());
        QVERIFY(!shown.child<QListView>("folders")->isVisible() && !shown.threads()->isVisible());
    }

    void foldersAndThreadsAreSaidWithTheirPresence()
    {
        MailWindow shown;
        shown.openMailbox();
        const auto *folders = shown.child<QListView>("folders")->model();
        QStringList spoken;
        for (int i = 0; i < folders->rowCount(); ++i)
            spoken.append(folders->index(i, 0).data(Qt::AccessibleTextRole).toString());
        QCOMPARE(spoken, (QStringList{QStringLiteral("All e-mails, alice@chat.example, 5 unread"),
                                      QStringLiteral("Inbox, alice@chat.example, 4 unread"),
                                      QStringLiteral("Sent, alice@chat.example"),
                                      QStringLiteral("Projects, alice@chat.example, 1 unread")}));
        QCOMPARE(shown.subjects(),
                 (QStringList{QStringLiteral("Photos"), QStringLiteral("Re: Minutes"), QStringLiteral("Lunch")}));
        const QString bobs = shown.threads()->model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(bobs.startsWith(QStringLiteral("Bob, online, 2 unread, 2 e-mails, with files, Re: Minutes, Text of 3., ")),
                 qPrintable(bobs));
        shown.presence(model::Availability::Away);
        QVERIFY(shown.threads()
                    ->model()
                    ->index(1, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(QStringLiteral("Bob, away, ")));
    }

    /// Choosing a thread shows its first unread mail in the conversation, and only that one has then been read.
    void aThreadIsReadBesideIt()
    {
        MailWindow shown;
        model::InstantMessage line;
        line.type = model::InstantMessage::Type::Chat;
        line.from = test::jid("bob@chat.example/phone");
        line.to = test::jid("alice@chat.example");
        line.id = QStringLiteral("c1");
        line.bodies = {{QString(), QStringLiteral("A chat line after the mails")}};
        shown.profile.chat->arrive({model::ArrivedStanza{line, true, shown.profile.now}});
        shown.openMailbox();
        const auto *view = shown.child<timeline::TimelineView>("timeline");
        QTest::keyClick(shown.threads(), Qt::Key_Down);
        QTest::keyClick(shown.threads(), Qt::Key_Down);
        QTRY_COMPARE(shown.subjectInSight(), QStringLiteral("Minutes"));
        QCOMPARE(QApplication::focusWidget(), shown.threads());
        QCOMPARE(view->count(), 3);
        QTRY_VERIFY(!shown.unread("Minutes"));
        QVERIFY(shown.unread("Re: Minutes"));
        QVERIFY(!view->item(2).read); // what was not gone to has not been seen
        QTest::keyClick(shown.threads(), Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), view);
        shown.picture("window-mail-thread.png");
    }

    void anotherFolderHasItsOwnThreads()
    {
        MailWindow shown;
        shown.openMailbox();
        auto *folders = shown.child<QListView>("folders");
        folders->setFocus();
        QTest::keyClick(folders, Qt::Key_Down);
        QTest::keyClick(folders, Qt::Key_Down);
        QTRY_COMPARE(shown.subjects(), QStringList{QStringLiteral("Plan")});
        QTest::keyClick(folders, Qt::Key_Up);
        QTRY_VERIFY(shown.subjects().isEmpty() && shown.child<QWidget>("noThreads")->isVisible());
        QTest::keyClick(folders, Qt::Key_Home);
        QTRY_COMPARE(shown.subjects().size(), 4);
    }

    void nextUnreadGoesThroughTheFolder()
    {
        MailWindow shown;
        shown.openMailbox();
        QStringList seen;
        for (int i = 0; i < 4; ++i) {
            const QString before = shown.subjectInSight();
            if (i % 2 == 0)
                QTest::keyClick(shown.threads(), Qt::Key_N);
            else
                QTest::keyClick(shown.window.get(), Qt::Key_F8);
            QTRY_VERIFY(!shown.subjectInSight().isEmpty() && shown.subjectInSight() != before);
            seen.append(shown.subjectInSight());
            QTRY_VERIFY(!shown.unread(qPrintable(seen.last())));
        }
        QCOMPARE(seen, (QStringList{QStringLiteral("Photos"), QStringLiteral("Minutes"), QStringLiteral("Re: Minutes"),
                                    QStringLiteral("Lunch")}));
        QTRY_COMPARE(shown.child<QListView>("folders")->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(),
                     QStringLiteral("Inbox, alice@chat.example"));
        QTest::keyClick(shown.threads(), Qt::Key_N);
        QTRY_COMPARE(shown.child<QLabel>("news")->text(), QStringLiteral("10:00: No unread e-mails in this folder."));
    }

    void switchingKeepsThePlace()
    {
        MailWindow shown;
        shown.openMailbox();
        auto *view = shown.child<timeline::TimelineView>("timeline");
        const auto *conversation = shown.child<shell::ConversationView>("conversationView");
        shown.threads()->setCurrentIndex(shown.threads()->model()->index(1, 0));
        QTRY_COMPARE(shown.subjectInSight(), QStringLiteral("Minutes"));
        shown.child<QPlainTextEdit>("messageText")->setPlainText(QStringLiteral("half a sentence"));
        const model::ItemId item = view->item(view->currentRow()).id;
        shown.choose(WindowLayout::Conversations);
        const auto *list = shown.child<QListView>("conversations");
        QCOMPARE(list->currentIndex().data(engine::Conversations::PersonRole).toLongLong(), shown.bob.raw);
        QCOMPARE(view->item(view->currentRow()).id, item);
        // And back, from a mail of somebody else in another folder.
        const auto carol =
            shown.profile.engine->contacts().personOf(model::Address(test::mailAddress("carol@work.example")));
        QVERIFY(carol);
        for (int i = 0; i < list->model()->rowCount(); ++i) {
            const QModelIndex row = list->model()->index(i, 0);
            if (row.data(engine::Conversations::PersonRole).toLongLong() == carol->raw)
                const_cast<QListView *>(list)->setCurrentIndex(row);
        }
        QTRY_COMPARE(view->count(), 1);
        shown.choose(WindowLayout::Mail);
        QTRY_COMPARE(shown.subjects(), QStringList{QStringLiteral("Plan")});
        QTRY_COMPARE(shown.threads()->currentIndex().row(), 0);
        QCOMPARE(shown.child<QListView>("folders")->currentIndex().data().toString(), QStringLiteral("Projects"));
        QCOMPARE(conversation->person(), *carol);
        // What was being written to Bob is where it was.
        shown.choose(WindowLayout::Conversations);
        for (int i = 0; i < list->model()->rowCount(); ++i) {
            const QModelIndex row = list->model()->index(i, 0);
            if (row.data(engine::Conversations::PersonRole).toLongLong() == shown.bob.raw)
                const_cast<QListView *>(list)->setCurrentIndex(row);
        }
        QTRY_COMPARE(shown.child<QPlainTextEdit>("messageText")->toPlainText(), QStringLiteral("half a sentence"));
    }

    void standardKeysAnswerAndForward()
    {
        MailWindow shown;
        shown.openMailbox();
        QTest::keyClick(shown.threads(), Qt::Key_Down);
        QTRY_COMPARE(shown.subjectInSight(), QStringLiteral("Photos"));
        QTest::keyClick(shown.threads(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(shown.child<QLineEdit>("subject")->text(), QStringLiteral("Re: Photos"));
        QCOMPARE(shown.child<QLineEdit>("to")->text(), QStringLiteral("\"Dave\" <dave@work.example>"));
        QCOMPARE(shown.child<QLineEdit>("cc")->text(), QString());
        shown.threads()->setFocus();
        QTest::keyClick(shown.threads(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(shown.child<QLineEdit>("to")->text(), QStringLiteral("\"Dave\" <dave@work.example>"));
        QCOMPARE(shown.child<QLineEdit>("cc")->text(),
                 QStringLiteral("\"Erik\" <erik@work.example>, \"Fay\" <fay@work.example>"));
        shown.threads()->setFocus();
        QTest::keyClick(shown.threads(), Qt::Key_L, Qt::ControlModifier);
        auto *composer = shown.child<composer::Composer>("composer");
        QTRY_COMPARE(composer->state().fields.subject, QStringLiteral("Fwd: Photos"));
        QCOMPARE(composer->state().fields.to, QString());
        QVERIFY(composer->state().text.contains(QStringLiteral("From: Dave <dave@work.example>")));
        QVERIFY(composer->state().text.endsWith(QStringLiteral("Text of 5."))
                || composer->state().text.endsWith(QStringLiteral("Text of 5.\n")));
        QCOMPARE(composer->state().files.size(), std::size_t(1));
        QCOMPARE(composer->state().files.front().name, QStringLiteral("plan.pdf"));
        QVERIFY(composer->state().files.front().data.startsWith("%PDF-5"));
    }

    void deleteMovesAMailToTheTrashAndKeysTakeItBack()
    {
        MailWindow shown(std::chrono::seconds(10));
        shown.openMailbox();
        QTest::keyClick(shown.threads(), Qt::Key_Down);
        QTRY_COMPARE(shown.subjectInSight(), QStringLiteral("Photos"));
        const QStringList before = shown.subjects();
        QTest::keyClick(shown.threads(), Qt::Key_Delete);
        QTRY_COMPARE(shown.subjects(), (QStringList{QStringLiteral("Re: Minutes"), QStringLiteral("Lunch")}));
        auto *bar = shown.child<QWidget>("moveBar");
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(shown.child<QLabel>("moveText")->accessibleName(),
                 QStringLiteral("“Photos” goes to the trash of your mailbox."));
        QCOMPARE(test::faultsOfTree(*shown.window).join(u';'), QString());
        shown.picture("move.png");
        // Also from another conversation.
        shown.choose(WindowLayout::Conversations);
        QTest::keyClick(shown.window.get(), Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
        shown.choose(WindowLayout::Mail);
        QTRY_COMPARE(shown.subjects(), before);
        QTRY_VERIFY(!bar->isVisible());
        QVERIFY(shown.profile.mail->all<model::MoveMail>().empty());
    }

    void aMailIsArchivedAndThrownAwayByKeys()
    {
        MailWindow shown;
        shown.openMailbox();
        QTest::keyClick(shown.threads(), Qt::Key_Down);
        QTRY_COMPARE(shown.subjectInSight(), QStringLiteral("Photos"));
        QTest::keyClick(shown.window.get(), Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(shown.profile.mail->all<model::MoveMail>().size(), 1u);
        QCOMPARE(shown.profile.mail->all<model::MoveMail>().back(),
                 (model::MoveMail{QStringLiteral("INBOX"), 1, {5}, QStringLiteral("\\Archive")}));
        auto *view = shown.child<timeline::TimelineView>("timeline");
        view->setFocus();
        QTRY_VERIFY(view->currentRow() >= 0);
        QTest::keyClick(view, Qt::Key_Delete);
        QTRY_COMPARE(shown.profile.mail->all<model::MoveMail>().size(), 2u);
        QCOMPARE(shown.profile.mail->all<model::MoveMail>().back().specialUse, QStringLiteral("\\Trash"));
    }

    void whatTheServerWillNotMoveIsBackAndSaid()
    {
        MailWindow shown;
        shown.openMailbox();
        QTest::keyClick(shown.threads(), Qt::Key_Down);
        QTRY_COMPARE(shown.subjectInSight(), QStringLiteral("Photos"));
        const QStringList before = shown.subjects();
        shown.profile.mail->answer = base::Error{base::Fault::Rejected, QStringLiteral("imap MOVE: NO over quota")};
        QTest::keyClick(shown.threads(), Qt::Key_Delete);
        const QString words = QStringLiteral("Your mail server did not move “Photos” to the trash. It is where it was.");
        QTRY_VERIFY(shown.saysInStatus(words));
        QTRY_COMPARE(shown.subjects(), before);
    }

    void aChatWithTheSenderIsBesideTheMail()
    {
        MailWindow shown;
        shown.openMailbox();
        shown.threads()->setCurrentIndex(shown.threads()->model()->index(1, 0));
        QTRY_COMPARE(shown.subjectInSight(), QStringLiteral("Minutes"));
        QTest::keyClick(shown.threads(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(shown.child<QPlainTextEdit>("messageText"), QStringLiteral("Got them"));
        QTest::keyClick(shown.child<QPlainTextEdit>("messageText"), Qt::Key_Return);
        QTRY_COMPARE(shown.profile.chat->all<model::SendStanza>().size(), std::size_t(1));
        QVERIFY(shown.threads()->isVisible());
        QTRY_COMPARE(shown.child<timeline::TimelineView>("timeline")->count(), 3);
    }

    void f6GoesRoundAndCtrlKFindsPeople()
    {
        MailWindow shown;
        shown.openMailbox();
        shown.threads()->setCurrentIndex(shown.threads()->model()->index(0, 0));
        QTRY_COMPARE(shown.subjectInSight(), QStringLiteral("Photos"));
        const QList<QWidget *> round{shown.child<timeline::TimelineView>("timeline"),
                                     shown.child<QPlainTextEdit>("messageText"), shown.child<QListView>("folders"),
                                     shown.threads()};
        for (QWidget *next : round) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
            QCOMPARE(QApplication::focusWidget(), next);
        }
        QTest::keyClick(shown.window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(shown.child<QLineEdit>("search")->hasFocus());
        QCOMPARE(test::faultsOfTree(*shown.window).join(u';'), QString());
        QTest::keyClick(shown.child<QLineEdit>("search"), Qt::Key_Escape);
        QVERIFY(shown.threads()->hasFocus());
        QTest::keyClick(shown.window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(shown.child<QLineEdit>("search"), QStringLiteral("bob"));
        QTest::keyClick(shown.child<QLineEdit>("search"), Qt::Key_Return);
        QTRY_COMPARE(shown.child<shell::ConversationView>("conversationView")->person(), shown.bob);
        QVERIFY(shown.threads()->isVisible() && !shown.child<QListView>("conversations")->isVisible());
    }

    void nothingThereIsSaid()
    {
        const test::ShownWindow shown;
        shown.child<QAction>("layoutMail")->trigger();
        shown.profile.mail->arrive({model::FolderFound{QStringLiteral("INBOX"), QStringLiteral("\\Inbox")}});
        auto *empty = shown.child<widgets::EmptyState>("noThreads");
        const auto words = [empty] {
            QStringList all;
            for (const QLabel *label : empty->findChildren<QLabel *>())
                all.append(label->text());
            return all.join(u' ');
        };
        QTRY_VERIFY(words().contains(QStringLiteral("No e-mails here")));
        QVERIFY(empty->isVisible());
        shown.profile.mail->goDown({model::Service::IncomingMail});
        QTRY_VERIFY(words().contains(QStringLiteral("Nothing fetched yet")));
        QCOMPARE(test::faultsOfTree(*shown.window).join(u';'), QString());
    }
};

ISTHMUS_TEST(tst_mailbox)
#include "tst_mailbox.moc"

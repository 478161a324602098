#include "ui/shell/MainWindow.h"

#include "core/engine/DisplayReports.h"
#include "core/engine/Options.h"
#include "core/engine/OwnState.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"
#include "ui/timeline/ItemAction.h"
#include "ui/widgets/QuestionBar.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>

using namespace isthmus;

/// What the window asks, and what it says about senders, waiting mails and the address map.
class tst_questions : public QObject
{
    Q_OBJECT

    struct Shown {
        test::Profile profile;
        std::unique_ptr<shell::MainWindow> window;

        explicit Shown(std::chrono::milliseconds hold = {})
        {
            profile.hold = hold;
            profile.signIn();
            shell::WindowSetup setup;
            setup.settingsPath = profile.dir.filePath(QStringLiteral("window.ini"));
            setup.scheme = theme::SchemeChoice::Light;
            setup.clock = [this] { return profile.now; };
            window = std::make_unique<shell::MainWindow>(*profile.engine, setup);
            window->resize(1180, 780);
            window->show();
        }
        ~Shown() { window.reset(); }
        template <typename T>
        T *child(const char *name) const
        {
            return window->findChild<T *>(QLatin1String(name));
        }
        QString question() const { return child<QLabel>("questionSentence")->text(); }
        void open(int row) const
        {
            auto *list = child<QListView>("conversations");
            QTRY_VERIFY(list->model()->rowCount() > row);
            list->setCurrentIndex(list->model()->index(row, 0));
        }
        void picture(const char *name) const
        {
            window->grab().save(test::buildPath(QStringLiteral("pictures/") + QLatin1String(name)));
        }
    };
    static QByteArray mail(const QByteArray &id, const QByteArray &more)
    {
        return "Received: from out.example by chat.example with LMTP; Sat, 21 Nov 2026 09:00:01 +0000\n" + more
               + "From: Dave <dave@work.example>\nTo: alice@chat.example\nSubject: Plan\nDate: Sat, 21 Nov 2026 09:00:00 +0000\n"
                 "Message-ID: <"
               + id + "@work.example>\n\nText " + id + "\n";
    }

private Q_SLOTS:
    void aCheckingServerIsAskedAboutAndTheAnswerKept()
    {
        const Shown shown;
        QVERIFY(shown.question().isEmpty());
        shown.profile.mail->arrive({test::arrivedMail(
            1, mail("a", "Authentication-Results: chat.example; dmarc=none header.from=work.example\n"))});
        QTRY_VERIFY(shown.question().contains(QStringLiteral("chat.example")));
        QVERIFY(shown.child<QPushButton>("questionYes")->isVisible());
        QVERIFY(shown.child<QPushButton>("questionYes")->accessibleName()
                != shown.child<QPushButton>("questionNo")->accessibleName());
        shown.picture("question.png");
        QTest::keyClick(shown.child<QPushButton>("questionYes"), Qt::Key_Space);
        QTRY_COMPARE(shown.profile.engine->options().mailServers().front().trust,
                     engine::Options::MailServer::Trust::Trusted);
        QVERIFY(shown.question().isEmpty());
        QVERIFY(!shown.child<QPushButton>("questionYes")->isVisible());
    }

    void theConsentToDisplayReportsIsAskedOncePerCorrespondent()
    {
        const Shown shown;
        const QByteArray asks = "Disposition-Notification-To: <dave@work.example>\n";
        shown.profile.mail->arrive({test::arrivedMail(1, mail("a", asks)), test::arrivedMail(2, mail("b", asks))});
        shown.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
        shown.open(0);
        QTRY_COMPARE(shown.question(),
                     QStringLiteral("Dave asks to be told when you have read an e-mail. Tell Dave from now on?"));
        QVERIFY(shown.profile.mail->all<model::SendMail>().empty());
        QTest::mouseClick(shown.child<QPushButton>("questionYes"), Qt::LeftButton);
        QTRY_COMPARE(shown.profile.mail->all<model::SendMail>().size(), 2u);
        QTRY_VERIFY(shown.question().isEmpty());
    }

    void aJoinIsProposedWithItsEvidenceAndDeniedOrTaken()
    {
        Shown shown;
        const model::PersonId bob = shown.profile.bob();
        auto &contacts = shown.profile.engine->contacts();
        const auto robert = test::wait(contacts.findOrAdd(test::mailAddress("bob@work.example"), QStringLiteral("Robert")));
        const auto bobby = test::wait(contacts.findOrAdd(test::mailAddress("bob@home.example"), QStringLiteral("Bobby")));
        QVERIFY(robert && bobby);
        shown.profile.chat->arrive(
            {model::VCardFound{test::jid("bob@chat.example"),
                               QStringLiteral("Bob"),
                               {test::mailAddress("bob@work.example"), test::mailAddress("bob@home.example")}}});
        QTRY_COMPARE(
            shown.question(),
            QStringLiteral(
                "The profile of Bob (bob@chat.example) names the address bob@work.example, which you know as Robert. "
                "Are they the same person?"));
        shown.picture("question-join.png");
        QTest::keyClick(shown.child<QPushButton>("questionYes"), Qt::Key_Space);
        QTRY_COMPARE(contacts.personOf(test::mailAddress("bob@work.example")), std::optional(bob));
        QTRY_VERIFY(shown.question().contains(QStringLiteral("Bobby")));
        QTest::keyClick(shown.child<QPushButton>("questionNo"), Qt::Key_Space);
        QTRY_VERIFY(contacts.joinProposals().empty());
        QVERIFY(shown.question().isEmpty());
        QCOMPARE(contacts.personOf(test::mailAddress("bob@home.example")), std::optional(*bobby));
    }

    void anAddressOfSomebodyElseIsAQuestionAndNoError()
    {
        Shown shown;
        const model::PersonId bob = shown.profile.bob();
        auto &contacts = shown.profile.engine->contacts();
        QVERIFY(test::wait(contacts.findOrAdd(test::mailAddress("bob@work.example"), QStringLiteral("Robert"))));
        shown.window->openLink(QUrl(QStringLiteral("xmpp:bob@chat.example")));
        shown.child<QAction>("showDetails")->trigger();
        auto *field = shown.child<QLineEdit>("newAddress");
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("mailto:bob@work.example"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(shown.window->findChild<QMessageBox *>(QStringLiteral("question")));
        auto *question = shown.window->findChild<QMessageBox *>(QStringLiteral("question"));
        QCOMPARE(question->text(),
                 QStringLiteral("bob@work.example is an address of Robert. Are Robert and Bob the same person?"));
        QVERIFY(contacts.personOf(test::mailAddress("bob@work.example")) != std::optional(bob));
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::AcceptRole
                || question->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::keyClick(button, Qt::Key_Space);
        }
        QTRY_COMPARE(contacts.personOf(test::mailAddress("bob@work.example")), std::optional(bob));
    }

    void settingsAreKeptAndTheStateIsChosenInTheMenu()
    {
        const Shown shown;
        shown.child<QAction>("settingsAction")->trigger();
        auto *dialog = shown.child<QDialog>("settings");
        QVERIFY(dialog);
        auto *reports = dialog->findChild<QComboBox *>(QStringLiteral("displayReports"));
        reports->setCurrentIndex(2);
        dialog->findChild<QCheckBox *>(QStringLiteral("forwardWhileBusy"))->click();
        dialog->findChild<QCheckBox *>(QStringLiteral("offlineToMailbox"))->click();
        const model::Settings settings = shown.profile.engine->options().settings();
        QCOMPARE(settings.displayReports, model::Consent::Never);
        QVERIFY(settings.forwardWhileBusy && settings.offlineToMailbox);
        QTRY_COMPARE(shown.profile.chat->all<model::PublishPreference>().size(), 1u);
        dialog->grab().save(test::buildPath(QStringLiteral("pictures/settings-reports.png")));
        shown.child<QAction>("stateBusy")->trigger();
        QCOMPARE(shown.profile.engine->ownState().presence().availability, model::Availability::DoNotDisturb);
    }

    void theAddressMapIsATable()
    {
        Shown shown;
        const model::PersonId bob = shown.profile.bob();
        QVERIFY(test::wait(
            shown.profile.engine->contacts().addAddress(bob, test::mailAddress("b@work.example"), model::Evidence::User)));
        shown.child<QAction>("addressMapAction")->trigger();
        auto *table = shown.child<QTableWidget>("addressTable");
        QVERIFY(table);
        QTRY_COMPARE(table->rowCount(), 3); // chat, the same as mailbox, and what was typed
        QStringList addresses;
        for (int row = 0; row < table->rowCount(); ++row) {
            QCOMPARE(table->item(row, 0)->text(), QStringLiteral("Bob"));
            addresses.append(table->item(row, 2)->text());
        }
        QVERIFY(addresses.contains(QStringLiteral("b@work.example")));
        shown.child<QDialog>("addressMap")->grab().save(test::buildPath(QStringLiteral("pictures/address-map.png")));
    }

    void whatASenderClaimsIsSaidInWords_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("flag");
        QTest::addColumn<QString>("claims");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("from");
        const QString named = QStringLiteral("Bob <bob@work.example>");
        const QString bare = QStringLiteral("bob@work.example");
        QTest::newRow("pass") << int(model::Authenticity::Pass) << QString() << QString()
                              << QStringLiteral("Sender verified") << named;
        QTest::newRow("none") << int(model::Authenticity::None) << QString() << QString()
                              << QStringLiteral("Sender not verified") << named;
        QTest::newRow("fail, contact") << int(model::Authenticity::Fail) << QString() << QStringLiteral("Bob")
                                       << QStringLiteral("Claims to be Bob: sender check failed") << bare;
        QTest::newRow("fail, stranger") << int(model::Authenticity::Fail) << QString() << QString()
                                        << QStringLiteral("Sender check failed") << bare;
        QTest::newRow("oneself") << int(model::Authenticity::None) << QStringLiteral("self-spoof") << QString()
                                 << QStringLiteral("Claims to be from you, but never left from here") << bare;
        QTest::newRow("name of a contact")
            << int(model::Authenticity::None) << QStringLiteral("name-collision") << QString()
            << QStringLiteral("Sender not verified") << QStringLiteral("bob@work.example (“Bob”)");
    }
    void whatASenderClaimsIsSaidInWords()
    {
        QFETCH(int, verdict);
        QFETCH(QString, flag);
        QFETCH(QString, claims);
        QFETCH(QString, words);
        QFETCH(QString, from);
        model::Item item;
        item.kind = model::ItemKind::MailCard;
        item.channel = model::Channel::Mail;
        item.from = {QStringLiteral("Bob"), test::mailAddress("bob@work.example")};
        item.authenticity = static_cast<model::Authenticity>(verdict);
        item.claims = claims;
        if (!flag.isEmpty())
            item.flags.append(flag);
        QCOMPARE(timeline::authenticityText(item), words);
        QCOMPARE(timeline::fromText(item), from);
        QVERIFY(timeline::spokenDetails(item).contains(words));
        // A name is no proof: what is read aloud first is the address, where somebody may be posing.
        const bool posing = timeline::isSuspicious(item) || !flag.isEmpty();
        QCOMPARE(timeline::senderName(item, QStringLiteral("Bob")),
                 posing ? QStringLiteral("bob@work.example") : QStringLiteral("Bob"));
    }
};

ISTHMUS_TEST(tst_questions)
#include "tst_questions.moc"

#include "ui/composer/Composer.h"
#include "ui/composer/Recipients.h"
#include "ui/composer/RouteText.h"

#include "tests/support/TestMain.h"
#include "tests/ui/DemoValues.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace isthmus;
using composer::Composer;
using composer::routeText;
using engine::RoutePreview;
using Outcome = RoutePreview::Outcome;
using Reason = RoutePreview::Reason;

namespace {

RoutePreview preview(Outcome outcome, Reason reason)
{
    RoutePreview p;
    p.outcome = outcome;
    p.reason = reason;
    p.address = outcome == Outcome::Chat || outcome == Outcome::QueuedChat ? QStringLiteral("bob@chat.example")
                                                                           : QStringLiteral("b@work.example");
    return p;
}

/// A composer whose route is by chat, or by mail when the draft is one: what an outbox would say.
std::unique_ptr<Composer> shownComposer()
{
    auto made = std::make_unique<Composer>();
    made->setRecipient({{1}, {1}, QStringLiteral("Bob"), true, QStringLiteral("b@work.example"), {}});
    QObject::connect(made.get(), &Composer::draftChanged, made.get(), [c = made.get()] {
        const auto draft = c->draft();
        if (!draft)
            return;
        const bool mail = draft->user == model::Channel::Mail
                          || (draft->kind == model::Draft::Kind::Mail && draft->user != model::Channel::Chat);
        c->setPreview(preview(mail ? Outcome::Mail : Outcome::Chat, draft->user ? Reason::UserChoice : Reason::Online));
    });
    made->setState({});
    made->show();
    return made;
}

template <typename T>
T *child(QWidget &widget, const char *name)
{
    T *found = widget.findChild<T *>(QLatin1String(name));
    Q_ASSERT(found);
    return found;
}

}

class tst_composer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lineSaysWhereAndWhy_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("online") << Outcome::Chat << Reason::Online << "Bob is online: goes as chat to bob@chat.example";
        QTest::newRow("offline, to the mailbox")
            << Outcome::Mail << Reason::Offline << "Bob is offline: goes as mail to b@work.example";
        QTest::newRow("offline, kept by the server")
            << Outcome::Chat << Reason::Offline << "Bob is offline: goes as chat to bob@chat.example";
        QTest::newRow("not to be disturbed")
            << Outcome::Mail << Reason::DoNotDisturb << "Bob does not want to be disturbed: goes as mail to b@work.example";
        QTest::newRow("unknown presence") << Outcome::Chat << Reason::PresenceUnknown
                                          << "It is not known whether Bob is online: goes as chat to bob@chat.example";
        QTest::newRow("chosen") << Outcome::Mail << Reason::UserChoice
                                << "Your choice for this message: goes as mail to b@work.example";
        QTest::newRow("preference") << Outcome::Mail << Reason::Preference
                                    << QStringLiteral("“Send via” of Bob: goes as mail to b@work.example");
        QTest::newRow("only way") << Outcome::Mail << Reason::NoOtherAddress
                                  << "The only way to Bob: goes as mail to b@work.example";
        QTest::newRow("an e-mail") << Outcome::Mail << Reason::KindMail << "An e-mail: goes as mail to b@work.example";
        QTest::newRow("chat is down")
            << Outcome::QueuedChat << Reason::PresenceUnknown
            << "It is not known whether Bob is online: goes as chat to bob@chat.example once chat is connected";
        QTest::newRow("submission is down")
            << Outcome::QueuedMail << Reason::Offline
            << "Bob is offline: goes as mail to b@work.example once outgoing mail is connected";
        QTest::newRow("no address") << Outcome::Refused << Reason::NoAddress
                                    << "Cannot be sent yet: there is no address to send to.";
        QTest::newRow("no chat address") << Outcome::Refused << Reason::NoJid
                                         << "Cannot be sent: no chat address of Bob is known. Add one in the details.";
        QTest::newRow("no mailbox") << Outcome::Refused << Reason::NoMail
                                    << "Cannot be sent: no confirmed mailbox of Bob is known. Confirm one in the details.";
        QTest::newRow("preference without address")
            << Outcome::Refused << Reason::PreferenceConflict
            << QStringLiteral("Cannot be sent: “Send via” of Bob asks for a channel without a known address.");
    }
    void lineSaysWhereAndWhy()
    {
        QFETCH(Outcome, outcome);
        QFETCH(Reason, reason);
        const auto text = routeText(preview(outcome, reason), QStringLiteral("Bob"));
        QTEST(text.sentence, "sentence");
        QCOMPARE(text.canSend, outcome != Outcome::Refused);
    }

    void everyPreviewHasASentence()
    {
        for (int o = 0; o <= static_cast<int>(Outcome::Refused); ++o) {
            for (int r = 0; r <= static_cast<int>(Reason::PreferenceConflict); ++r) {
                const auto text = routeText(preview(static_cast<Outcome>(o), static_cast<Reason>(r)), {});
                QVERIFY(!text.sentence.isEmpty());
                QVERIFY(!text.sentence.contains(u'%'));
                QCOMPARE(text.readers.isEmpty(), !text.canSend);
            }
        }
    }

    void lineChangesBeforeSendDoes()
    {
        const auto c = shownComposer();
        auto *send = child<QPushButton>(*c, "send");
        child<QPlainTextEdit>(*c, "messageText")->setPlainText(QStringLiteral("Hello"));
        QVERIFY(send->isEnabled());
        c->setRecipient({{1}, {2}, QStringLiteral("Carol"), true, {}, {}});
        QVERIFY(!send->isEnabled()); // no route is known yet
        c->setPreview(preview(Outcome::Refused, Reason::NoAddress));
        QVERIFY(!send->isEnabled());
        c->setPreview(preview(Outcome::Chat, Reason::Online));
        QVERIFY(c->routeSentence().startsWith(QStringLiteral("Carol is online")));
        QVERIFY(send->isEnabled());
    }

    void switchingTheChannelKeepsEveryWord()
    {
        const auto c = shownComposer();
        auto *text = child<QPlainTextEdit>(*c, "messageText");
        text->setPlainText(QStringLiteral("Hello Bob"));
        c->switchChannel();
        QVERIFY(c->routeSentence().contains(QStringLiteral("goes as mail to b@work.example")));
        auto *subject = child<QLineEdit>(*c, "subject");
        QVERIFY(subject->isVisible());
        subject->setText(QStringLiteral("Greetings"));
        QCOMPARE(c->draft()->kind, model::Draft::Kind::Mail);
        c->switchChannel();
        QVERIFY(c->routeSentence().contains(QStringLiteral("goes as chat to bob@chat.example")));
        QCOMPARE(text->toPlainText(), QStringLiteral("Hello Bob"));
        QCOMPARE(subject->text(), QStringLiteral("Greetings"));
        QVERIFY(subject->isVisible()); // what is written is never out of sight
    }

    void enterSendsChatAndCtrlEnterSendsMail()
    {
        const auto c = shownComposer();
        QSignalSpy sent(c.get(), &Composer::sendRequested);
        auto *text = child<QPlainTextEdit>(*c, "messageText");
        QTest::keyClicks(text, QStringLiteral("Hi"));
        QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(text, QStringLiteral("there"));
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
        QCOMPARE(sent.first().at(0).value<model::Draft>().text, QStringLiteral("Hi\nthere"));

        c->startMail();
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.count(), 2);
        QCOMPARE(sent.last().at(0).value<model::Draft>().kind, model::Draft::Kind::Mail);
    }

    void nothingIsSentWithoutWords()
    {
        const auto c = shownComposer();
        QSignalSpy sent(c.get(), &Composer::sendRequested);
        QTest::keyClick(child<QPlainTextEdit>(*c, "messageText"), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.count(), 0);
    }

    void wrongRecipientIsSaidAndNothingIsSent()
    {
        const auto c = shownComposer();
        QSignalSpy sent(c.get(), &Composer::sendRequested);
        c->startMail(QStringLiteral("Subject"));
        child<QLineEdit>(*c, "to")->setText(QStringLiteral("not an address"));
        child<QPlainTextEdit>(*c, "messageText")->setPlainText(QStringLiteral("Text"));
        c->send();
        QCOMPARE(sent.count(), 0);
        QVERIFY(child<QLabel>(*child<QWidget>(*c, "composerError"), "faultSentence")
                    ->text()
                    .contains(QStringLiteral("no list of e-mail addresses")));
    }

    void stateIsKeptWhole()
    {
        const auto c = shownComposer();
        composer::ComposerState state;
        state.kind = model::Draft::Kind::Mail;
        state.user = model::Channel::Mail;
        state.fields = {QStringLiteral("b@work.example"), QStringLiteral("c@work.example"), {}, QStringLiteral("Hi")};
        state.text = QStringLiteral("Text\nwith lines");
        state.replyTo = model::ItemId{7};
        state.replyWords = QStringLiteral("Answer to: Hello");
        state.files = {{QStringLiteral("a.txt"), QStringLiteral("text/plain"), QByteArray("a")}};
        c->setState(state);
        QCOMPARE(c->state(), state);
        const auto draft = c->draft();
        QCOMPARE(draft->cc.size(), std::size_t{1});
        QCOMPARE(draft->replyTo, std::optional(model::ItemId{7}));
        QCOMPARE(draft->files.size(), std::size_t{1});
    }

    void recipientsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        QTest::newRow("one") << "bob@work.example"
                             << "bob@work.example";
        QTest::newRow("name") << "Bob <bob@work.example>"
                              << "\"Bob\" <bob@work.example>";
        QTest::newRow("comma in a quoted name") << "\"Miller, Bob\" <bob@work.example>, c@x.example"
                                                << "\"Miller, Bob\" <bob@work.example>, c@x.example";
        QTest::newRow("semicolons and blanks") << " b@x.example ;; c@x.example; "
                                               << "b@x.example, c@x.example";
        QTest::newRow("quote inside a name") << "\"B \\\"x\\\" M\" <b@x.example>"
                                             << "\"B \\\"x\\\" M\" <b@x.example>";
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("no address") << "Bob"
                                    << "!";
        QTest::newRow("one of two is none") << "b@x.example, Bob"
                                            << "!";
    }
    void recipientsAreRead()
    {
        QFETCH(QString, text);
        const auto read = composer::parseRecipients(text);
        QTEST(read ? composer::recipientsText(read.value()) : QStringLiteral("!"), "read");
    }
    void emojiAreChosenByKeysByNameAndByClick()
    {
        const auto made = shownComposer();
        auto *text = child<QPlainTextEdit>(*made, "messageText");
        text->setPlainText(QStringLiteral("ab"));
        text->moveCursor(QTextCursor::Start);
        text->moveCursor(QTextCursor::Right);
        auto *button = child<QToolButton>(*made, "emoji");
        QTest::keyClick(button, Qt::Key_Space);
        auto *picker = child<QWidget>(*made, "emojiPicker");
        auto *words = child<QLineEdit>(*picker, "emojiWords");
        auto *list = child<QListView>(*picker, "emojis");
        QTRY_VERIFY(picker->isVisible());
        QCOMPARE(list->model()->rowCount(), 48);
        QVERIFY(list->visualRect(list->model()->index(47, 0)).bottom() < list->viewport()->height()); // all in sight
        QTest::keyClick(words, Qt::Key_Right);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(!picker->isVisible());
        QCOMPARE(text->toPlainText(), QStringLiteral("a\U0001F602b")); // where the text was being written

        made->pickEmoji();
        QCOMPARE(words->text(), QString());
        QTest::keyClicks(words, QStringLiteral("thumbs d"));
        QCOMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("thumbs down"));
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(text->toPlainText(), QStringLiteral("a\U0001F602\U0001F44Eb"));

        made->pickEmoji();
        QTest::keyClicks(words, QStringLiteral("nothing of this name"));
        QTest::keyClick(words, Qt::Key_Return); // takes nothing
        QVERIFY(picker->isVisible());
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(!picker->isVisible());
        QCOMPARE(text->toPlainText(), QStringLiteral("a\U0001F602\U0001F44Eb"));

        made->pickEmoji();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier,
                          list->visualRect(list->model()->index(36, 0)).center());
        QCOMPARE(text->toPlainText(), QStringLiteral("a\U0001F602\U0001F44E\U0001F389b"));
        QStringList names;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names.append(list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
        QCOMPARE(names.removeDuplicates(), 0);
    }
    void whatIsAttachedCanBeTakenOutAgain()
    {
        const auto made = shownComposer();
        auto *attached = child<QWidget>(*made, "attachedFiles");
        QVERIFY(!attached->isVisible());
        for (const char *name : {"one.pdf", "two.pdf", "one.pdf"})
            made->addFile({QString::fromLatin1(name), QStringLiteral("application/pdf"), QByteArray(2'000, 'x'), {}});
        QVERIFY(attached->isVisible());
        QVERIFY(child<QPushButton>(*made, "send")->isEnabled());
        QCOMPARE(child<QToolButton>(*made, "removeFile:0")->accessibleName(), QStringLiteral("Do not attach one.pdf"));
        QCOMPARE(child<QToolButton>(*made, "removeFile:2")->accessibleName(), QStringLiteral("Do not attach one.pdf (2)"));
        QTest::keyClick(child<QToolButton>(*made, "removeFile:1"), Qt::Key_Space);
        const auto draft = made->draft();
        QVERIFY(draft.ok());
        QCOMPARE(draft->files.size(), size_t(2));
        QVERIFY(std::all_of(draft->files.begin(), draft->files.end(),
                            [](const model::OutgoingFile &file) { return file.name == u"one.pdf"; }));
        // What is next, and then the text, has the keyboard: nobody has to look for it.
        QVERIFY(made->focusWidget() == child<QToolButton>(*made, "removeFile:1"));
        QTest::keyClick(made->focusWidget(), Qt::Key_Space);
        QVERIFY(made->focusWidget() == child<QToolButton>(*made, "removeFile:0"));
        QTest::keyClick(made->focusWidget(), Qt::Key_Space);
        QVERIFY(made->focusWidget() == child<QWidget>(*made, "messageText"));
        QVERIFY(!attached->isVisible() && !child<QPushButton>(*made, "send")->isEnabled());
        // Many take the room of a few.
        for (int i = 0; i < 30; ++i)
            made->addFile({QStringLiteral("%1.pdf").arg(i), QStringLiteral("application/pdf"), "x", {}});
        QVERIFY(attached->sizeHint().height() < 200);
    }
};

ISTHMUS_TEST(tst_composer)
#include "tst_composer.moc"

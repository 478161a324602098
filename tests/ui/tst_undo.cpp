#include "tests/support/TestMain.h"
#include "tests/ui/ShownWindow.h"
#include "ui/timeline/TimelineView.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace isthmus;
using Shown = test::ShownWindow;

class tst_undo : public QObject
{
    Q_OBJECT

    /// A mail to Dora, sent by keys.
    static void sendMail(const Shown &shown)
    {
        QTest::keyClick(shown.window.get(), Qt::Key_N, Qt::ControlModifier);
        shown.child<QLineEdit>("to")->setText(QStringLiteral("Dora <dora@work.example>"));
        shown.child<QLineEdit>("subject")->setText(QStringLiteral("Figures"));
        auto *text = shown.child<QPlainTextEdit>("messageText");
        text->setPlainText(QStringLiteral("Here they are."));
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown.child<QWidget>("undoBar")->isVisible());
    }

private Q_SLOTS:
    void whatWaitsIsTakenBackWhole()
    {
        Shown shown(std::chrono::seconds(10));
        sendMail(shown);
        QCOMPARE(shown.child<QLabel>("undoText")->text(), QStringLiteral("“Figures” leaves in 10 seconds."));
        shown.profile.now += std::chrono::seconds(7);
        QTRY_COMPARE(shown.child<QLabel>("undoText")->text(), QStringLiteral("“Figures” leaves in 3 seconds."));
        QCOMPARE(test::faultsOfTree(*shown.window).join(u';'), QString());
        shown.picture("undo.png");
        QTest::keyClick(shown.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::AltModifier);
        auto *text = shown.child<QPlainTextEdit>("messageText");
        QTRY_COMPARE(text->toPlainText(), QStringLiteral("Here they are."));
        QCOMPARE(shown.child<QLineEdit>("subject")->text(), QStringLiteral("Figures"));
        QVERIFY(shown.child<QLineEdit>("to")->text().contains(QStringLiteral("dora@work.example")));
        QTRY_VERIFY(!shown.child<QWidget>("undoBar")->isVisible());
        QCOMPARE(shown.child<timeline::TimelineView>("timeline")->count(), 0);
        QVERIFY(shown.profile.mail->all<model::SendMail>().empty());
    }

    void sendNowEndsTheWait()
    {
        Shown shown(std::chrono::seconds(10));
        sendMail(shown);
        QVERIFY(shown.profile.mail->all<model::SendMail>().empty());
        QTest::mouseClick(shown.child<QPushButton>("sendHeldNow"), Qt::LeftButton);
        QTRY_COMPARE(shown.profile.mail->all<model::SendMail>().size(), 1u);
        QTRY_VERIFY(!shown.child<QWidget>("undoBar")->isVisible());
    }
};

ISTHMUS_TEST(tst_undo)
#include "tst_undo.moc"

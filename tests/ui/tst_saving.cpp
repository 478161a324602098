#include "tests/support/TestMain.h"
#include "tests/support/Waiting.h"
#include "tests/ui/ShownWindow.h"
#include "ui/timeline/TimelineView.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPointer>
#include <QProcess>

using namespace isthmus;
using Shown = test::ShownWindow;

class tst_saving : public QObject
{
    Q_OBJECT

    /// Dora's mail in sight and chosen; its octets as the server gave them.
    static QByteArray openMail(Shown &shown)
    {
        const model::ArrivedMail mail =
            test::arrivedMail(1, "From: Dora <dora@work.example>\nTo: alice@chat.example\nSubject: Figures\n"
                                 "Message-ID: <f1@work.example>\nDate: Sat, 21 Nov 2026 09:00:00 +0000\n\n"
                                 "Here they are: 42 and 43.\n");
        shown.profile.mail->arrive({mail});
        auto *list = shown.child<QListView>("conversations");
        auto *view = shown.child<timeline::TimelineView>("timeline");
        if (!test::comesTrue([list] { return list->model()->rowCount() == 1; }, 5000))
            qFatal("the mail does not come");
        list->setCurrentIndex(list->model()->index(0, 0));
        if (!test::comesTrue([view] { return view->count() == 1; }, 5000))
            qFatal("the mail is not shown");
        view->setFocus();
        view->setCurrentRow(0);
        return mail.raw;
    }
    /// Does the command and answers its dialog with a file in the profile's folder.
    static QString saveWith(Shown &shown, const char *command, const char *dialogName, const char *file)
    {
        shown.window->commands().action(QLatin1String(command))->trigger();
        const QString path = shown.profile.dir.filePath(QLatin1String(file));
        QPointer<QFileDialog> dialog;
        if (!test::comesTrue([&] { return (dialog = shown.window->findChild<QFileDialog *>(QLatin1String(dialogName))); },
                             5000))
            qFatal("no dialog %s", dialogName);
        // As a person types it.
        dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
        QMetaObject::invokeMethod(dialog, "accept");
        return path;
    }

private Q_SLOTS:
    void aMailIsSavedOctetForOctet()
    {
        Shown shown;
        const QByteArray raw = openMail(shown);
        const QString path = saveWith(shown, "saveMail", "saveDialog", "mail.eml");
        QTRY_VERIFY(QFile::exists(path));
        QFile saved(path);
        QVERIFY(saved.open(QFile::ReadOnly));
        QCOMPARE(saved.readAll(), raw);
    }

    void aMailIsSavedAsPdf()
    {
        Shown shown;
        openMail(shown);
        const QString path = saveWith(shown, "savePdf", "pdfDialog", "mail.pdf");
        QString words;
        const auto look = [&] {
            QProcess reader;
            reader.start(QStringLiteral("pdftotext"), {path, QStringLiteral("-")});
            reader.waitForFinished(20000);
            words = QString::fromUtf8(reader.readAllStandardOutput());
            return words.contains(QStringLiteral("Here they are: 42 and 43."));
        };
        QTRY_VERIFY2(look(), qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("Figures")) && words.contains(QStringLiteral("Dora <dora@work.example>")));
    }
};

ISTHMUS_TEST(tst_saving)
#include "tst_saving.moc"

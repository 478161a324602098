#include "tests/support/TestMain.h"
#include "tests/ui/ShownWindow.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/Commands.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QPointer>
#include <QSignalSpy>

#include <functional>

using namespace isthmus;
using Shown = test::ShownWindow;

class tst_commands : public QObject
{
    Q_OBJECT

    static QPointer<QDialog> openPalette(const Shown &shown)
    {
        shown.window->activateWindow();
        if (!QTest::qWaitForWindowActive(shown.window.get()))
            qFatal("the window is not active");
        QTest::keyClick(shown.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QPointer<QDialog> palette = shown.window->findChild<QDialog *>(QStringLiteral("palette"));
        if (!palette || !QTest::qWaitForWindowActive(palette))
            qFatal("the palette does not open");
        return palette;
    }
    static QString rowText(const QDialog &palette, int row)
    {
        const auto *list = palette.findChild<QListView *>(QStringLiteral("commands"));
        return list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }

private Q_SLOTS:
    void wordsFitByTheirBeginnings_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        QTest::newRow("nothing typed") << ""
                                       << "New e-mail" << true;
        QTest::newRow("beginning") << "new"
                                   << "New e-mail" << true;
        QTest::newRow("two beginnings, any order") << "ma ne"
                                                   << "New e-mail" << true;
        QTest::newRow("first letters") << "nem"
                                       << "New e-mail" << true;
        QTest::newRow("word of the menu") << "messa rep"
                                          << "Reply" << true;
        QTest::newRow("accents of another case") << "Ä"
                                                 << "ändern" << true;
        QTest::newRow("Chinese, inside") << "邮件"
                                         << "新建邮件" << true;
        QTest::newRow("middle of a word") << "ew"
                                          << "New e-mail" << false;
        QTest::newRow("one word of two") << "new chat"
                                         << "New e-mail" << false;
    }
    void wordsFitByTheirBeginnings()
    {
        QFETCH(QString, words);
        QFETCH(QString, text);
        QFETCH(bool, fits);
        QCOMPARE(shell::fit(words, text, QStringLiteral("Message")) >= 0, fits);
    }

    void theBestFitIsFirstAndEnterDoesIt()
    {
        Shown shown;
        shown.openBob();
        const QPointer<QDialog> palette = openPalette(shown);
        auto *words = palette->findChild<QLineEdit *>(QStringLiteral("commandWords"));
        QTRY_COMPARE(QApplication::focusWidget(), words);
        QCOMPARE(test::faultsOfTree(*palette).join(u';'), QString());
        QTest::keyClicks(words, QStringLiteral("new e"));
        QCOMPARE(rowText(*palette, 0), QStringLiteral("Isthmus: New e-mail, Ctrl+N"));
        const QPixmap picture = palette->grab();
        QDir(test::buildPath(QString())).mkpath(QStringLiteral("pictures"));
        QVERIFY(picture.save(test::buildPath(QStringLiteral("pictures/palette.png"))));
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_VERIFY(!palette);
        shown.window->activateWindow(); // no window manager here
        QTRY_COMPARE(QApplication::focusWidget(), shown.child<QLineEdit>("to"));
    }

    /// Each command is found under its own words and done by Enter, or said to be of no use now.
    void everyCommandIsReached()
    {
        Shown shown;
        shown.openBob();
        const auto &commands = shown.window->commands().all();
        QVERIFY(commands.size() > 30);
        for (const shell::Command &command : commands) {
            const QString name = command.action->objectName();
            // What it does is not wanted here, that it is asked to.
            if (name != QLatin1String("commands"))
                QObject::disconnect(command.action, &QAction::triggered, nullptr, nullptr);
        }
        for (const shell::Command &command : commands) {
            const QString name = command.action->objectName();
            if (name == QLatin1String("commands"))
                continue;
            QSignalSpy done(command.action, &QAction::triggered);
            const QPointer<QDialog> palette = openPalette(shown);
            auto *words = palette->findChild<QLineEdit *>(QStringLiteral("commandWords"));
            words->setText(command.text());
            QVERIFY2(rowText(*palette, 0).startsWith(command.group + QStringLiteral(": ") + command.text()),
                     qPrintable(rowText(*palette, 0)));
            QTest::keyClick(words, Qt::Key_Return);
            if (!command.action->isEnabled()) {
                QVERIFY(rowText(*palette, 0).endsWith(QStringLiteral("not available now")));
                QTest::keyClick(words, Qt::Key_Escape);
            }
            QTRY_VERIFY2(!palette, qPrintable(name));
            QTRY_VERIFY2(done.size() == (command.action->isEnabled() ? 1 : 0), qPrintable(name));
        }
    }

    void everyMenuEntryIsACommand()
    {
        const Shown shown;
        int entries = 0;
        const std::function<void(const QMenu &)> look = [&](const QMenu &menu) {
            for (const QAction *entry : menu.actions()) {
                if (entry->isSeparator())
                    continue;
                if (entry->menu()) {
                    look(*entry->menu());
                    continue;
                }
                ++entries;
                QCOMPARE(shown.window->commands().action(entry->objectName()), entry);
            }
        };
        for (const QAction *menu : shown.window->menuBar()->actions())
            look(*menu->menu());
        QCOMPARE(entries, static_cast<int>(shown.window->commands().all().size()));
    }

    void keysAreListed()
    {
        Shown shown;
        QTest::keyClick(shown.window.get(), Qt::Key_F1);
        QPointer<QDialog> dialog = shown.window->findChild<QDialog *>(QStringLiteral("keysDialog"));
        QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
        const QAbstractItemModel *model = dialog->findChild<QListView *>(QStringLiteral("keys"))->model();
        QStringList listed;
        for (int row = 0; row < model->rowCount(); ++row)
            listed.append(model->index(row, 0).data(Qt::AccessibleTextRole).toString());
        QVERIFY(listed.contains(QStringLiteral("Ctrl+Shift+F: Search all messages")));
        for (const shell::Command &command : shown.window->commands().all()) {
            if (!command.action->shortcut().isEmpty())
                QVERIFY2(listed.filter(command.text()).size() > 0, qPrintable(command.text()));
        }
        QCOMPARE(test::faultsOfTree(*dialog).join(u';'), QString());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }
};

ISTHMUS_TEST(tst_commands)
#include "tst_commands.moc"

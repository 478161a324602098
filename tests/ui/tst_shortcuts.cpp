#include "tests/support/TestMain.h"
#include "tests/ui/Scenes.h"
#include "ui/timeline/TimelineView.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>

using namespace isthmus;

namespace {

/// Where the keyboard is while keys are pressed.
struct Place {
    const char *name;
    const char *scene;
    const char *widget;
};

const Place places[] = {
    {"message text", "composer, chat", "messageText"},
    {"message text of an e-mail", "composer, e-mail", "messageText"},
    {"recipients", "composer, e-mail", "to"},
    {"subject", "composer, e-mail", "subject"},
    {"channel", "composer, chat", "channel"},
    {"messages", "timeline, message chosen", "timeline"},
    {"a chat message", "timeline, failed", "timeline"},
    {"people", "timeline, message chosen", "conversations"},
    {"search for people", "timeline, message chosen", "search"},
    {"find here", "timeline, find", "find"},
    {"search everywhere", "search, found", "searchEverything"},
    {"messages found", "search, one chosen", "found"},
    {"folders", "mail, read", "folders"},
    {"e-mails", "mail, read", "threads"},
    {"name on the card", "contact card", "contactName"},
    {"address on the card", "contact card", "newAddress"},
    {"nobody chosen", "list, nobody chosen", "placeholderMail"},
    {"sign-in", "sign-in, found", "password"},
    {"one more account", "one more account", "address"},
};

QString wordsIn(const QWidget *widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return line->text();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return text->toPlainText();
    if (const auto *choice = qobject_cast<const QComboBox *>(widget))
        return choice->currentText();
    return {};
}

}

/// The keys of every command, pressed where a person is who presses them.
class tst_shortcuts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// The eyes: two commands with the same keys, of which Qt then runs neither, and keys that a field keeps for itself.
    void sharedAndSwallowedKeysAreFound()
    {
        const auto stage = test::play("composer, chat");
        auto *text = stage->child<QPlainTextEdit>("messageText");
        text->setFocus();
        QVERIFY(faultsOf(*stage, text).isEmpty());
        stage->child<QAction>("jump")->setShortcut(Qt::CTRL | Qt::Key_N);
        QCOMPARE(faultsOf(*stage, text).size(), 2);
        stage->child<QAction>("jump")->setShortcut(Qt::CTRL | Qt::Key_K);
        QVERIFY(faultsOf(*stage, text).isEmpty());
        /// A field that keeps everything.
        class Keeper final : public QObject
        {
            bool eventFilter(QObject *, QEvent *event) override
            {
                if (event->type() == QEvent::ShortcutOverride)
                    event->accept();
                return event->type() == QEvent::ShortcutOverride;
            }
        } keeper;
        qApp->installEventFilter(&keeper);
        QVERIFY(faultsOf(*stage, text).size() > 10);
    }

    void everyCommandRunsByItsKeys_data()
    {
        QTest::addColumn<int>("place");
        for (int i = 0; i < static_cast<int>(std::size(places)); ++i)
            QTest::newRow(places[i].name) << i;
    }
    void everyCommandRunsByItsKeys()
    {
        QFETCH(int, place);
        const auto stage = test::play(places[place].scene);
        auto *widget = stage->child<QWidget>(places[place].widget);
        widget->setFocus(Qt::TabFocusReason);
        QCOMPARE(QApplication::focusWidget(), widget);
        QCOMPARE(faultsOf(*stage, widget).join(u'\n'), QString());
    }

    /// All that have keys were pressed somewhere.
    void everyCommandWithKeysIsOfUseSomewhere()
    {
        QStringList missing;
        const auto stage = test::play("sign-in, empty");
        for (const shell::Command &command : stage->window->commands().all()) {
            const QString name = command.action->objectName();
            if (!command.action->shortcut().isEmpty() && !m_pressed.contains(name))
                missing.append(name);
        }
        QCOMPARE(missing.join(u' '), QString());
    }

private:
    /// What the keys of the commands that are of use did not do, or did besides, with the keyboard at \p widget.
    QStringList faultsOf(test::Stage &stage, QWidget *widget)
    {
        QStringList ran;
        for (const shell::Command &command : stage.window->commands().all()) {
            // What it does would take the keyboard elsewhere, and ends the program with some.
            QObject::disconnect(command.action, &QAction::triggered, nullptr, nullptr);
            connect(command.action, &QAction::triggered, this,
                    [&ran, name = command.action->objectName()] { ran.append(name); });
        }
        QStringList faults;
        const QString words = wordsIn(widget);
        for (const shell::Command &command : stage.window->commands().all()) {
            const QKeySequence keys = command.action->shortcut();
            if (keys.isEmpty() || !command.action->isEnabled())
                continue;
            const QString name = command.action->objectName();
            ran.clear();
            QTest::keySequence(widget, keys);
            if (ran != QStringList{name})
                faults.append(QStringLiteral("%1 runs '%2', not %3").arg(keys.toString(), ran.join(u' '), name));
            if (wordsIn(widget) != words || QApplication::focusWidget() != widget)
                faults.append(QStringLiteral("%1 does more than %2").arg(keys.toString(), name));
            m_pressed.insert(name);
        }
        for (const shell::Command &command : stage.window->commands().all())
            QObject::disconnect(command.action, &QAction::triggered, this, nullptr);
        return faults;
    }

    QSet<QString> m_pressed;
};

ISTHMUS_TEST(tst_shortcuts)
#include "tst_shortcuts.moc"

#include "tests/support/TestMain.h"
#include "tests/support/Waiting.h"
#include "tests/ui/AccessibleTree.h"
#include "tests/ui/Scenes.h"
#include "tests/ui/WrittenText.h"
#include "ui/theme/Appearance.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/PersonChip.h"

#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QContextMenuEvent>
#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTimer>

using namespace isthmus;
using theme::Scheme;

namespace {

QString called(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return QStringLiteral("%1 %2 '%3'")
        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
             button && widget->accessibleName().isEmpty() ? button->text() : widget->accessibleName());
}

/// Where Tab, and F6 between panes, leads from where the keyboard is now.
QSet<const QWidget *> reached(QWidget &window)
{
    constexpr int most = 120;
    QSet<const QWidget *> found;
    const auto walk = [&](Qt::Key key) {
        for (int i = 0; i < most; ++i) {
            QWidget *focus = QApplication::focusWidget();
            if (focus && focus->window() == &window)
                found.insert(focus);
            QTest::keyClick(focus && focus->window() == &window ? focus : &window, key);
        }
    };
    walk(Qt::Key_Tab);
    walk(Qt::Key_F6);
    walk(Qt::Key_Tab);
    return found;
}

/// Tab leads to a group of buttons of which one is chosen, arrows through it.
bool isReached(const QWidget *control, const QSet<const QWidget *> &reached)
{
    if (reached.contains(control))
        return true;
    const auto *button = qobject_cast<const QAbstractButton *>(control);
    const QButtonGroup *group = button ? button->group() : nullptr;
    return group && group->exclusive() && std::any_of(reached.begin(), reached.end(), [group](const QWidget *other) {
               const auto *one = qobject_cast<const QAbstractButton *>(other);
               return one && one->group() == group;
           });
}

/// Logical pixels that look clearly different, 3:1, once \p control has the keyboard.
int changedByFocus(QWidget &window, QWidget *control)
{
    constexpr int around = 4;
    if (QWidget *focus = QApplication::focusWidget())
        focus->clearFocus();
    const QImage before = test::seen(window, 1);
    control->setFocus(Qt::TabFocusReason);
    QCoreApplication::processEvents();
    const QImage after = test::seen(window, 1);
    const QRect area =
        QRect(control->mapTo(&window, QPoint(0, 0)), control->size()).adjusted(-around, -around, around, around)
        & before.rect();
    int changed = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            changed += theme::contrast(QColor(before.pixel(x, y)), QColor(after.pixel(x, y))) >= 3;
    }
    return changed;
}

QMenu *openMenu()
{
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

/// By the key for menus, which platforms turn into this event.
void openMenuOf(QWidget &widget)
{
    widget.setFocus(Qt::TabFocusReason);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(&widget, &event);
    QTRY_VERIFY(openMenu());
}

bool goTo(QMenu &menu, const QAction *entry)
{
    for (qsizetype presses = 0; menu.activeAction() != entry && presses <= menu.actions().size(); ++presses)
        QTest::keyClick(&menu, Qt::Key_Down);
    return menu.activeAction() == entry;
}

/// Opens the menu of the bar, and in it the one of \p sub.
QMenu *openTop(test::Stage &stage, const QAction &top, const QAction *sub)
{
    const QKeySequence letters = QKeySequence::mnemonic(top.text());
    QTest::keyClick(stage.window.get(), letters[0].key(), Qt::AltModifier);
    if (!test::comesTrue([&] { return openMenu() == top.menu(); }))
        return nullptr;
    if (!sub)
        return top.menu();
    if (!goTo(*top.menu(), sub))
        return nullptr;
    QTest::keyClick(top.menu(), Qt::Key_Return);
    return test::comesTrue([&] { return openMenu() == sub->menu(); }) ? sub->menu() : nullptr;
}

/// The commands of a menu, and of those in it, that are of use now and were not run before.
void runAll(test::Stage &stage, const QAction &top, QStringList &ran)
{
    QVERIFY2(!QKeySequence::mnemonic(top.text()).isEmpty(), qPrintable(top.text()));
    std::vector<std::pair<QAction *, QAction *>> entries; // and the menu in the menu that it stands in
    for (QAction *entry : top.menu()->actions()) {
        if (!entry->menu()) {
            entries.emplace_back(entry, nullptr);
            continue;
        }
        for (QAction *inner : entry->menu()->actions())
            entries.emplace_back(inner, entry);
    }
    for (const auto &[entry, sub] : entries) {
        if (entry->isSeparator() || !entry->isEnabled() || ran.contains(entry->objectName()))
            continue;
        QObject::disconnect(entry, &QAction::triggered, nullptr, nullptr);
        const QSignalSpy triggered(entry, &QAction::triggered);
        QMenu *menu = openTop(stage, top, sub);
        QVERIFY2(menu && goTo(*menu, entry), qPrintable(entry->text()));
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_COMPARE(triggered.count(), 1);
        QTRY_VERIFY(!openMenu());
        ran.append(entry->objectName());
    }
}

/// All that can be done with the message and was not done before.
void takeAll(timeline::TimelineView &view, int row, QSet<int> &ran)
{
    const std::vector<timeline::Offer> offers = view.offers(row);
    for (std::size_t place = 0; place < offers.size(); ++place) {
        if (!offers[place].action || ran.contains(static_cast<int>(*offers[place].action)))
            continue;
        view.setCurrentRow(row);
        openMenuOf(view);
        QAction *entry = openMenu()->actions()[static_cast<qsizetype>(place)];
        const QSignalSpy triggered(entry, &QAction::triggered);
        const QSignalSpy asked(&view, &timeline::TimelineView::actionRequested);
        QVERIFY2(goTo(*openMenu(), entry), qPrintable(entry->text()));
        QTest::keyClick(openMenu(), Qt::Key_Return);
        QCOMPARE(triggered.count(), 1);
        const bool doneByView =
            offers[place].action == timeline::ItemAction::Copy || offers[place].action == timeline::ItemAction::ToggleFold;
        QCOMPARE(asked.count(), doneByView ? 0 : 1);
        if (!doneByView)
            QCOMPARE(asked.first()[1].value<timeline::ItemAction>(), *offers[place].action);
        QTRY_VERIFY(!openMenu());
        ran.insert(static_cast<int>(*offers[place].action));
        if (offers[place].action == timeline::ItemAction::ToggleFold)
            return; // the menu is another one now
    }
}

}

/// Everything without a mouse, in every scene.
class tst_keyboard : public QObject
{
    Q_OBJECT

    static void everyScene()
    {
        QTest::addColumn<int>("scene");
        for (int i = 0; i < static_cast<int>(test::scenes().size()); ++i)
            QTest::newRow(test::scenes()[static_cast<std::size_t>(i)].name) << i;
    }
    static std::unique_ptr<test::Stage> stage(int scene)
    {
        return test::play(test::scenes()[static_cast<std::size_t>(scene)]);
    }

private Q_SLOTS:
    void cleanup() { theme::apply(*qApp, Scheme::Light); }

    void everyControlHasANameOfItsOwn_data() { everyScene(); }
    void everyControlHasANameOfItsOwn()
    {
        QFETCH(int, scene);
        const auto stage = this->stage(scene);
        QCOMPARE(test::faultsOfTree(*stage->shown()).join(u'\n'), QString());
    }

    void tabLeadsToEveryControl_data() { everyScene(); }
    void tabLeadsToEveryControl()
    {
        QFETCH(int, scene);
        const auto stage = this->stage(scene);
        QWidget *shown = stage->shown();
        const QSet<const QWidget *> found = reached(*shown);
        QStringList missing;
        for (const QWidget *control : test::controls(*shown)) {
            if (control->isEnabled() && control->isVisible() && !isReached(control, found))
                missing.append(called(control));
        }
        QCOMPARE(missing.join(u'\n'), QString());
    }

    void focusIsSeen_data() { everyScene(); }
    void focusIsSeen()
    {
        QFETCH(int, scene);
        const auto stage = this->stage(scene);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
            theme::apply(*qApp, scheme);
            QStringList unseen;
            for (QWidget *control : test::controls(*stage->shown())) {
                if (!control->isEnabled() || !control->isVisible() || !(control->focusPolicy() & Qt::TabFocus))
                    continue;
                // Tab scrolls to what it reaches; setFocus() leaves that to us.
                for (QWidget *above = control->parentWidget(); above; above = above->parentWidget()) {
                    if (auto *page = qobject_cast<QScrollArea *>(above))
                        page->ensureWidgetVisible(control);
                }
                const int changed = changedByFocus(*stage->shown(), control);
                // A ring of one pixel around a control of medium size; a list shows it on its row.
                if (changed < std::min(80, control->width() + control->height()))
                    unseen.append(QStringLiteral("%1: %2 pixels").arg(called(control)).arg(changed));
            }
            QCOMPARE(unseen.join(u'\n'), QString());
        }
    }

    /// Each command of the menu bar by its letters and arrows alone, as it is drawn, in the first scene in which it is of use;
    /// there is one for each. What it then does is left out: some end the program.
    void everyCommandOfTheMenusRunsByKeys()
    {
        QStringList ran;
        QStringList missing;
        for (int scene = 0; scene < static_cast<int>(test::scenes().size()); ++scene) {
            const auto stage = this->stage(scene);
            if (stage->shown() != stage->window.get())
                continue;
            auto *view = stage->child<timeline::TimelineView>("timeline");
            for (int row = -1; row < (view->isVisible() ? view->count() : 0); ++row) {
                view->setCurrentRow(row);
                for (const QAction *top : stage->window->menuBar()->actions())
                    runAll(*stage, *top, ran);
            }
            missing.clear();
            for (const shell::Command &command : stage->window->commands().all()) {
                if (!ran.contains(command.action->objectName()))
                    missing.append(command.action->objectName());
            }
            if (missing.isEmpty())
                return;
        }
        QCOMPARE(missing.join(u' '), QString());
    }

    /// Everything that can be done with a message, from its menu, by the key for menus, arrows and Enter.
    void everyActionOfAMessageRunsFromItsMenu()
    {
        QSet<int> ran;
        QSet<int> missing;
        for (int scene = 0; scene < static_cast<int>(test::scenes().size()); ++scene) {
            const auto stage = this->stage(scene);
            auto *view = stage->child<timeline::TimelineView>("timeline");
            if (stage->shown() != stage->window.get() || !view->isVisible())
                continue;
            QObject::disconnect(view, &timeline::TimelineView::actionRequested, nullptr, nullptr);
            for (int row = 0; row < view->count(); ++row)
                takeAll(*view, row, ran);
            missing.clear();
            for (int action = 0; action <= static_cast<int>(timeline::ItemAction::DeclineFile); ++action) {
                if (!ran.contains(action))
                    missing.insert(action);
            }
            if (missing.isEmpty())
                return;
        }
        QStringList numbers;
        for (const int action : std::as_const(missing))
            numbers.append(QString::number(action));
        QCOMPARE(numbers.join(u' '), QString());
    }

    /// The same for a person, wherever one stands.
    void everyEntryOfAPersonsMenuRunsByKeys_data()
    {
        QTest::addColumn<QByteArray>("scene");
        QTest::addColumn<QByteArray>("where");
        QTest::newRow("list of people") << QByteArray("timeline, mail and chat") << QByteArray("conversations");
        QTest::newRow("list of e-mails") << QByteArray("mail, read") << QByteArray("threads");
        QTest::newRow("above the messages") << QByteArray("timeline, mail and chat") << QByteArray("personChip");
    }
    void everyEntryOfAPersonsMenuRunsByKeys()
    {
        QFETCH(QByteArray, scene);
        QFETCH(QByteArray, where);
        const auto stage = test::play(scene.constData());
        auto *widget = stage->child<QWidget>(where.constData());
        const int entries = 5;
        for (int place = 0; place < entries; ++place) {
            int ran = 0;
            const auto takeOne = [&ran, place, entries] {
                QMenu *menu = openMenu();
                QList<QAction *> offered = menu->actions();
                offered.removeIf([](const QAction *action) { return action->isSeparator(); });
                QCOMPARE(offered.size(), entries);
                const QSignalSpy triggered(menu, &QMenu::triggered);
                QVERIFY2(goTo(*menu, offered[place]), qPrintable(offered[place]->text()));
                QTest::keyClick(menu, Qt::Key_Return);
                ran = static_cast<int>(triggered.count());
            };
            if (qobject_cast<QAbstractButton *>(widget)) {
                // Its menu holds the key that opens it until one is chosen.
                QTimer look;
                connect(&look, &QTimer::timeout, widget, [&] {
                    if (openMenu()) {
                        look.stop();
                        takeOne();
                    }
                });
                look.start(0);
                widget->setFocus(Qt::TabFocusReason);
                QTest::keyClick(widget, Qt::Key_Space);
            } else {
                openMenuOf(*widget);
                takeOne();
            }
            QCOMPARE(ran, 1);
            // What it opened is of other tests.
            for (QWidget *dialog : stage->window->findChildren<QDialog *>())
                dialog->close();
            stage->window->activateWindow();
            stage->settle();
        }
    }

    /// Qt 6.4 hides open context menus from assistive technology: all that they offer is elsewhere too, under the same words.
    void contextMenusOfferNothingOfTheirOwn()
    {
        test::Stage stage(test::Stage::Profile::Full);
        stage.open("Bob Miller");
        auto *view = stage.child<timeline::TimelineView>("timeline");
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view);
        for (int row = 0; row < view->count(); ++row) {
            const QStringList offered = list->child(row)->actionInterface()->actionNames();
            const std::unique_ptr<QMenu> menu(view->menuFor(row, view));
            for (const QAction *entry : menu->findChildren<QAction *>()) {
                if (entry != menu->menuAction())
                    QVERIFY2(offered.contains(entry->text()), qPrintable(entry->text()));
            }
        }
        QStringList inTheMenuBar;
        for (const QAction *entry : stage.window->findChildren<QAction *>())
            inTheMenuBar.append(QString(entry->text()).remove(u'&'));
        QMenu persons;
        widgets::fillPersonMenu(persons, {true});
        for (const QAction *entry : persons.actions())
            QVERIFY2(inTheMenuBar.contains(entry->text()), qPrintable(entry->text()));
    }

    void aLinkIsOpenedByKeys()
    {
        test::Stage stage(test::Stage::Profile::Full);
        stage.open("Bob Miller");
        auto *view = stage.child<timeline::TimelineView>("timeline");
        QSignalSpy opened(view, &timeline::TimelineView::linkActivated);
        QObject::disconnect(view, &timeline::TimelineView::linkActivated,
                            stage.window->findChild<QWidget *>(QStringLiteral("conversationView")), nullptr);
        view->setFocus(Qt::TabFocusReason);
        view->setCurrentRow(3);
        const std::unique_ptr<QMenu> menu(view->menuFor(3, view));
        for (QAction *entry : menu->actions()) {
            if (entry->text().contains(QStringLiteral("https://work.example/budget?year=2026")))
                entry->trigger();
        }
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toUrl(), QUrl(QStringLiteral("https://work.example/budget?year=2026")));
    }
};

ISTHMUS_TEST(tst_keyboard)
#include "tst_keyboard.moc"

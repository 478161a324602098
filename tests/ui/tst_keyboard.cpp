#include "tests/support/TestMain.h"
#include "tests/ui/AccessibleTree.h"
#include "tests/ui/Scenes.h"
#include "tests/ui/WrittenText.h"
#include "ui/theme/Appearance.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/PersonChip.h"

#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QSignalSpy>

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

    /// Each entry of the menu bar by its letters and arrows alone, as it is drawn. What it then does is left out: some end
    /// the program.
    void everyCommandOfTheMenusRunsByKeys()
    {
        test::Stage stage(test::Stage::Profile::Full);
        stage.open("Bob Miller");
        stage.child<timeline::TimelineView>("timeline")->setCurrentRow(3);
        for (QAction *top : stage.window->menuBar()->actions()) {
            const QString letters = QKeySequence::mnemonic(top->text()).toString();
            QVERIFY2(!letters.isEmpty(), qPrintable(top->text()));
            const auto entries = top->menu()->actions();
            for (QAction *entry : entries) {
                if (entry->isSeparator() || !entry->isEnabled())
                    continue;
                QObject::disconnect(entry, &QAction::triggered, nullptr, nullptr);
                const QSignalSpy ran(entry, &QAction::triggered);
                stage.child<QListView>("conversations")->setFocus();
                QTest::keyClick(stage.window.get(), static_cast<Qt::Key>(QKeySequence(letters)[0].key()), Qt::AltModifier);
                QTRY_COMPARE(openMenu(), top->menu());
                for (int presses = 0; openMenu()->activeAction() != entry && presses <= entries.size(); ++presses)
                    QTest::keyClick(openMenu(), Qt::Key_Down);
                QCOMPARE(openMenu()->activeAction(), entry);
                QTest::keyClick(openMenu(), Qt::Key_Return);
                if (entry->menu()) {
                    QTRY_COMPARE(openMenu(), entry->menu());
                    QTest::keyClick(openMenu(), Qt::Key_Down);
                    QVERIFY(openMenu()->activeAction());
                    while (openMenu())
                        QTest::keyClick(openMenu(), Qt::Key_Escape);
                    continue;
                }
                QTRY_COMPARE(ran.count(), 1);
                QTRY_VERIFY(!openMenu());
            }
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

#include "tests/support/Waiting.h"
#include "ui/shell/MainWindow.h"

#include "app/language/Language.h"
#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"
#include "tests/ui/Scenes.h"
#include "ui/contacts/NewContactDialog.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/widgets/ElidedLabel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QStyleOptionComboBox>
#include <QToolButton>

#include <algorithm>
#include <functional>

using namespace isthmus;

namespace {

bool showsWords(const QWidget *widget)
{
    if (qobject_cast<const widgets::ElidedLabel *>(widget))
        return false; // gives way by design, whole in its tool tip
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return !label->text().isEmpty();
    if (const auto *tool = qobject_cast<const QToolButton *>(widget))
        return !tool->text().isEmpty() && tool->toolButtonStyle() != Qt::ToolButtonIconOnly;
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return !button->text().isEmpty();
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
           || qobject_cast<const QGroupBox *>(widget);
}

/// The words of \p widget, and how many pixels more they want than they have; 0 or less: they fit.
std::pair<QString, int> wants(QWidget *widget)
{
    if (const auto *label = qobject_cast<QLabel *>(widget)) {
        const int missing = label->wordWrap() ? label->heightForWidth(label->width()) - label->height()
                                              : label->sizeHint().width() - label->width();
        return {label->text(), missing};
    }
    if (const auto *button = qobject_cast<QAbstractButton *>(widget))
        return {button->text(), button->sizeHint().width() - button->width()};
    if (const auto *edit = qobject_cast<QLineEdit *>(widget)) {
        const int advance = edit->fontMetrics().horizontalAdvance(edit->placeholderText());
        return {edit->placeholderText(), advance - edit->contentsRect().width()};
    }
    if (const auto *choice = qobject_cast<QComboBox *>(widget)) {
        QStyleOptionComboBox option;
        option.initFrom(choice);
        const QRect room =
            choice->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, choice);
        return {choice->currentText(), choice->fontMetrics().horizontalAdvance(choice->currentText()) - room.width()};
    }
    const auto *box = qobject_cast<QGroupBox *>(widget);
    return {box->title(), box->minimumSizeHint().width() - box->width()};
}

QStringList overlaps(const QList<QWidget *> &shown)
{
    QStringList faults;
    for (const QWidget *one : shown) {
        for (const QWidget *other : shown) {
            if (one < other && one->parentWidget() == other->parentWidget() && one->geometry().intersects(other->geometry()))
                faults.append(QStringLiteral("%1 lies over %2").arg(one->objectName(), other->objectName()));
        }
    }
    return faults;
}

/// What is cut off, or lies over something else, below \p window; empty when all is well.
QStringList faultsOfText(const QWidget &window)
{
    QStringList faults;
    QList<QWidget *> shown;
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (!widget->isVisible() || !showsWords(widget))
            continue;
        shown.append(widget);
        const auto [words, missing] = wants(widget);
        if (missing > 0)
            faults.append(QStringLiteral("%1 '%2' lacks %3").arg(widget->objectName(), words).arg(missing));
    }
    if (const auto *bar = window.findChild<QMenuBar *>(); bar && bar->isVisible()) {
        for (QAction *menu : bar->actions()) {
            if (!bar->rect().contains(bar->actionGeometry(menu)))
                faults.append(QStringLiteral("no room for the menu ") + menu->text());
        }
    }
    return faults + overlaps(shown);
}

/// Words of commands and hints that did not come from the translations: without the pseudo-language's brackets. People's
/// names and the buttons that Qt names are not ours.
QStringList untranslated(const QWidget &window, const QStringList &people = {QStringLiteral("Bob")})
{
    QStringList found;
    const auto look = [&](const QString &words, const QObject *whose) {
        const bool hasWords = std::count_if(words.begin(), words.end(), [](QChar c) { return c.isLetter(); }) > 1;
        const bool isName = people.contains(words) || words.contains(u'@');
        if (hasWords && !isName && !words.contains(u'[') && !qobject_cast<QDialogButtonBox *>(whose->parent()))
            found.append(QStringLiteral("%1 '%2'").arg(whose->objectName(), words));
    };
    for (const auto *button : window.findChildren<QAbstractButton *>()) {
        look(button->text(), button);
        look(button->toolTip(), button);
        look(button->accessibleName(), button);
    }
    for (const auto *action : window.findChildren<QAction *>()) {
        if (!qobject_cast<QLineEdit *>(action->parent())) // Qt's own button in a line edit has no words to see
            look(action->text(), action);
    }
    for (const auto *edit : window.findChildren<QLineEdit *>()) {
        look(edit->placeholderText(), edit);
        look(edit->accessibleName(), edit);
    }
    return found;
}

std::unique_ptr<QWidget> mainWindow(test::Profile &profile)
{
    shell::WindowSetup setup;
    setup.settingsPath = QStringLiteral("/dev/null"); // each window as it is at first
    setup.scheme = theme::SchemeChoice::Light;
    setup.clock = [&profile] { return profile.now; };
    return std::make_unique<shell::MainWindow>(*profile.engine, setup);
}

void openFirst(QWidget &window)
{
    auto *list = window.findChild<QListView *>(QStringLiteral("conversations"));
    if (!test::comesTrue([list] { return list->model()->rowCount() > 0; }, 5000))
        qFatal("nobody is in the list");
    list->setCurrentIndex(list->model()->index(0, 0));
}

/// A screen: how it is made, and what is done in it before it is looked at.
struct Screen {
    const char *name;
    bool signedIn;
    std::function<std::unique_ptr<QWidget>(test::Profile &)> make;
    std::function<void(QWidget &, test::Profile &)> play = [](QWidget &, test::Profile &) {};
};

const std::vector<Screen> &screens()
{
    static const std::vector<Screen> all = {
        {"sign-in", false, mainWindow},
        {"sign-in by hand", false, mainWindow,
         [](QWidget &window, test::Profile &) {
             const auto buttons = window.findChildren<QAbstractButton *>(QStringLiteral("byHand"));
             for (auto *button : buttons)
                 button->click();
         }},
        {"conversation and details", true, mainWindow,
         [](QWidget &window, test::Profile &) {
             openFirst(window);
             QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
         }},
        {"search in a conversation, in trouble", true, mainWindow,
         [](QWidget &window, test::Profile &profile) {
             openFirst(window);
             QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
             profile.chat->goDown({model::Service::Chat});
         }},
        {"search in all messages", true, mainWindow,
         [](QWidget &window, test::Profile &) {
             auto *people = window.findChild<QLineEdit *>(QStringLiteral("search"));
             people->setText(QStringLiteral("ob"));
             window.findChild<QAbstractButton *>(QStringLiteral("searchInMessages"))->click();
         }},
        {"new e-mail", true, mainWindow,
         [](QWidget &window, test::Profile &) {
             QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
             window.findChild<QAbstractButton *>(QStringLiteral("copies"))->click();
         }},
        {"settings", true,
         [](test::Profile &profile) {
             return std::make_unique<settings::SettingsDialog>(theme::SchemeChoice::Dark, settings::Preferences{},
                                                               profile.engine->accounts().all(), false);
         }},
        {"new contact", true, [](test::Profile &) { return std::make_unique<contacts::NewContactDialog>(); }},
    };
    return all;
}

}

/// Every screen in the pseudo-language, whose words are 40 % longer than English, and in the five real ones.
class tst_longwords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_empty = std::make_unique<test::Profile>();
        m_empty->open();
        m_signedIn = std::make_unique<test::Profile>();
        m_signedIn->signIn();
        QVERIFY(m_signedIn->bob().isValid());
    }

    void cleanupTestCase()
    {
        m_empty.reset();
        m_signedIn.reset();
    }

    void noTextIsCutOffOrCovered_data()
    {
        QTest::addColumn<int>("screen");
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("percent");
        const QString pseudo = test::buildPath(QStringLiteral("translations/isthmus_pseudo.qm"));
        for (int screen = 0; screen < static_cast<int>(screens().size()); ++screen) {
            for (const QString &language : language::codes() + QStringList{pseudo}) {
                for (const int percent : {100, 200}) {
                    const QString tongue = language == pseudo ? QStringLiteral("pseudo") : language;
                    QTest::newRow(
                        qPrintable(QStringLiteral("%1, %2, %3 %")
                                       .arg(QLatin1String(screens()[static_cast<std::size_t>(screen)].name), tongue)
                                       .arg(percent)))
                        << screen << language << percent;
                }
            }
        }
    }

    void noTextIsCutOffOrCovered()
    {
        QFETCH(int, screen);
        QFETCH(QString, language);
        QFETCH(int, percent);
        const test::Manner manner(language, percent);
        const std::unique_ptr<QWidget> window = show(screens()[static_cast<std::size_t>(screen)], percent);
        QTRY_COMPARE(faultsOfText(*window).join(u'\n'), QString());
    }

    void noTextOfASceneIsCutOffOrCovered_data()
    {
        QTest::addColumn<int>("scene");
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("percent");
        const QString pseudo = test::buildPath(QStringLiteral("translations/isthmus_pseudo.qm"));
        for (int scene = 0; scene < static_cast<int>(test::scenes().size()); ++scene) {
            const char *name = test::scenes()[static_cast<std::size_t>(scene)].name;
            for (const int percent : {100, 200})
                QTest::addRow("%s, pseudo, %d %%", name, percent) << scene << pseudo << percent;
            for (const QString &language : language::codes())
                QTest::addRow("%s, %s", name, qPrintable(language)) << scene << language << 100;
        }
    }
    void noTextOfASceneIsCutOffOrCovered()
    {
        QFETCH(int, scene);
        QFETCH(QString, language);
        QFETCH(int, percent);
        const test::Manner manner(language, percent);
        const auto stage = test::play(test::scenes()[static_cast<std::size_t>(scene)]);
        if (percent > 100)
            stage->window->resize(1720, 1080);
        stage->settle();
        QTRY_COMPARE(faultsOfText(*stage->shown()).join(u'\n'), QString());
        if (language::codes().contains(language))
            return;
        QStringList people;
        for (const model::Contact &contact : stage->profile.engine->contacts().all())
            people.append(contact.name);
        QCOMPARE(untranslated(*stage->shown(), people).join(u'\n'), QString());
    }

    void everyCommandAndHintIsTranslated_data()
    {
        QTest::addColumn<int>("screen");
        for (int screen = 0; screen < static_cast<int>(screens().size()); ++screen)
            QTest::newRow(screens()[static_cast<std::size_t>(screen)].name) << screen;
    }

    void everyCommandAndHintIsTranslated()
    {
        QFETCH(int, screen);
        const test::Manner manner(test::buildPath(QStringLiteral("translations/isthmus_pseudo.qm")), 100);
        const std::unique_ptr<QWidget> window = show(screens()[static_cast<std::size_t>(screen)], 100);
        QCOMPARE(untranslated(*window).join(u'\n'), QString());
    }

private:
    std::unique_ptr<QWidget> show(const Screen &screen, int percent)
    {
        test::Profile &profile = screen.signedIn ? *m_signedIn : *m_empty;
        if (screen.signedIn)
            profile.goOnline();
        std::unique_ptr<QWidget> window = screen.make(profile);
        if (qobject_cast<shell::MainWindow *>(window.get()))
            window->resize(percent == 100 ? QSize(1180, 780) : QSize(1720, 1080));
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
        screen.play(*window, profile);
        QCoreApplication::processEvents();
        return window;
    }

    std::unique_ptr<test::Profile> m_empty;
    std::unique_ptr<test::Profile> m_signedIn;
};

ISTHMUS_TEST(tst_longwords)
#include "tst_longwords.moc"

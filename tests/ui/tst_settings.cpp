#include "core/engine/Options.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ShownWindow.h"
#include "ui/settings/Preferences.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QPointer>
#include <QSettings>
#include <QSpinBox>
#include <QTimeEdit>

using namespace isthmus;
using settings::Preferences;

class tst_settings : public QObject
{
    Q_OBJECT

    static shell::WindowSetup setupOf(test::Profile &profile)
    {
        shell::WindowSetup setup;
        setup.settingsPath = profile.dir.filePath(QStringLiteral("window.ini"));
        setup.clock = [&profile] { return profile.now; };
        setup.bus = QDBusConnection(QString());
        return setup;
    }
    static QPointer<QDialog> openSettings(shell::MainWindow &window)
    {
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window is not active");
        QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
        QPointer<QDialog> dialog = window.findChild<QDialog *>(QStringLiteral("settings"));
        if (!dialog || !QTest::qWaitForWindowActive(dialog))
            qFatal("the settings do not open");
        return dialog;
    }
    template <typename T>
    static T *child(const QDialog &dialog, const char *name)
    {
        T *found = dialog.findChild<T *>(QString::fromUtf8(name));
        if (!found)
            qFatal("no setting %s", name);
        return found;
    }
    static void press(QWidget *box)
    {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
    }

private Q_SLOTS:
    /// Set by keyboard in one window, in effect at once, and shown again by the next one.
    void everySettingTakesEffectAndIsKept()
    {
        test::Profile profile;
        profile.signIn();
        const char *boxes[] = {"quietHours", "closeToTray", "connectChat:alice@chat.example",
                               "fetchMail:alice@chat.example"};
        {
            shell::MainWindow window(*profile.engine, setupOf(profile));
            const QPointer<QDialog> dialog = openSettings(window);
            QCOMPARE(test::faultsOfTree(*dialog).join(u';'), QString());
            for (const char *name : boxes) {
                auto *box = child<QCheckBox>(*dialog, name);
                const bool before = box->isChecked();
                press(box);
                QVERIFY2(box->isChecked() != before, name);
            }
            auto *from = child<QTimeEdit>(*dialog, "quietFrom");
            QVERIFY(from->isEnabled());
            from->setFocus();
            QTest::keyClick(from, Qt::Key_Up);
            QCOMPARE(from->time(), QTime(23, 0));
            child<QTimeEdit>(*dialog, "quietTo")->setTime(QTime(6, 30));
            auto *scheme = child<QComboBox>(*dialog, "scheme");
            scheme->setFocus();
            QTest::keyClick(scheme, Qt::Key_End);
            QCOMPARE(&theme::Theme::of(QApplication::palette()), &theme::Theme::get(theme::Scheme::HighContrast));
            for (const char *name : {"notifyDetail", "mailBySubject"}) {
                auto *choice = child<QComboBox>(*dialog, name);
                choice->setFocus();
                QTest::keyClick(choice, Qt::Key_End);
            }
            auto *ways = child<QComboBox>(*dialog, "longTexts");
            ways->setFocus();
            QTest::keyClick(ways, Qt::Key_Down);
            auto *atMost = child<QSpinBox>(*dialog, "oneMessageAtMost");
            QCOMPARE(atMost->value(), 1300);
            for (int step = 0; step < 7; ++step)
                QTest::keyClick(atMost, Qt::Key_Up);
            QTRY_COMPARE(profile.engine->options().settings().mailBySubject, model::MailBySubject::Off);
            QTRY_VERIFY(!profile.engine->accounts().all().front().connectChat);
            QTRY_VERIFY(!profile.engine->accounts().all().front().fetchMail);
            window.close();
        }
        profile.close();
        profile.open();
        {
            shell::MainWindow window(*profile.engine, setupOf(profile));
            QCOMPARE(&theme::Theme::of(QApplication::palette()), &theme::Theme::get(theme::Scheme::HighContrast));
            const QPointer<QDialog> dialog = openSettings(window);
            QVERIFY(child<QCheckBox>(*dialog, "notify")->isChecked());
            QCOMPARE(child<QComboBox>(*dialog, "notifyDetail")->currentData().toInt(),
                     static_cast<int>(settings::NoticeDetail::Count));
            QCOMPARE(child<QSpinBox>(*dialog, "oneMessageAtMost")->value(), 2000);
            QCOMPARE(child<QComboBox>(*dialog, "longTexts")->currentIndex(), 1);
            QCOMPARE(child<QComboBox>(*dialog, "mailBySubject")->currentData().toInt(),
                     static_cast<int>(model::MailBySubject::Off));
            QVERIFY(child<QCheckBox>(*dialog, "quietHours")->isChecked());
            QVERIFY(child<QCheckBox>(*dialog, "closeToTray")->isChecked());
            QVERIFY(!child<QCheckBox>(*dialog, "connectChat:alice@chat.example")->isChecked());
            QVERIFY(!child<QCheckBox>(*dialog, "fetchMail:alice@chat.example")->isChecked());
            QCOMPARE(child<QTimeEdit>(*dialog, "quietFrom")->time(), QTime(23, 0));
            QCOMPARE(child<QTimeEdit>(*dialog, "quietTo")->time(), QTime(6, 30));
            QCOMPARE(child<QComboBox>(*dialog, "scheme")->currentData().toInt(),
                     static_cast<int>(theme::SchemeChoice::HighContrast));
            // What has no use now cannot be set.
            press(child<QCheckBox>(*dialog, "notify"));
            QVERIFY(!child<QComboBox>(*dialog, "notifyDetail")->isEnabled());
            press(child<QCheckBox>(*dialog, "tray"));
            QVERIFY(!child<QCheckBox>(*dialog, "closeToTray")->isEnabled());
            window.close();
        }
        theme::apply(*qApp, theme::Scheme::Light);
    }

    void aNewProfileHasTheDefaultsAndNonsenseIsNoTime()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("window.ini"));
        QCOMPARE(Preferences::read(QSettings(path, QSettings::IniFormat)), Preferences{});
        QSettings file(path, QSettings::IniFormat);
        file.setValue(QStringLiteral("notifications/quietFrom"), QStringLiteral("soon"));
        QCOMPARE(Preferences::read(file).quietFrom, Preferences{}.quietFrom);
        // What was chosen before there were three.
        file.setValue(QStringLiteral("notifications/text"), false);
        QCOMPARE(Preferences::read(file).noticeDetail, settings::NoticeDetail::Sender);
        Preferences other{
            widgets::WindowLayout::Mail, false, settings::NoticeDetail::Count, true, QTime(1, 2), QTime(3, 4), false, true};
        other.write(file);
        QCOMPARE(Preferences::read(file), other);
    }
};

ISTHMUS_TEST(tst_settings)
#include "tst_settings.moc"

#include "tests/support/TestMain.h"
#include "tests/ui/Scenes.h"
#include "tests/ui/WrittenText.h"
#include "ui/shell/DesktopColours.h"
#include "ui/theme/Appearance.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusVariant>

using namespace isthmus;
using theme::Scheme;
using theme::Theme;

namespace {

/// The settings portal of a desktop (org.freedesktop.portal.Settings), on the private bus.
class Portal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    Portal()
        : m_bus(QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("portal")))
    {
        const bool served = m_bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), this,
                                                 QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
                            && m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
        if (!served)
            qFatal("no portal on the private bus");
    }
    ~Portal() override
    {
        m_bus.unregisterService(QStringLiteral("org.freedesktop.portal.Desktop"));
        m_bus = QDBusConnection(QString());
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
    }

    void change(const QString &key, uint value)
    {
        values.insert(key, value);
        Q_EMIT SettingChanged(QStringLiteral("org.freedesktop.appearance"), key, QDBusVariant(value));
    }

    QHash<QString, uint> values;

public Q_SLOTS:
    /// Wraps the value twice, as the real one does.
    QDBusVariant Read(const QString &, const QString &key) const
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(values.value(key))));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    QDBusConnection m_bus;
};

}

/// A window whose theme is the desktop's.
struct Follower {
    Follower()
    {
        profile.open();
        shell::WindowSetup setup;
        setup.settingsPath = profile.dir.filePath(QStringLiteral("window.ini"));
        setup.scheme = theme::SchemeChoice::System;
        setup.clock = [this] { return profile.now; };
        window = std::make_unique<shell::MainWindow>(*profile.engine, setup);
        window->show();
    }
    ~Follower() { window.reset(); }
    Q_DISABLE_COPY_MOVE(Follower)

    test::Profile profile;
    std::unique_ptr<shell::MainWindow> window;
};

/// The theme is the desktop's; measured on the window's pixels.
class tst_desktopcolours : public QObject
{
    Q_OBJECT

    /// What a corner of the window is painted with, where nothing stands.
    static QColor paper(QWidget &window)
    {
        const QImage corner = window.grab(QRect(2, window.height() / 2, 8, 8)).toImage();
        return test::paperOf(corner, corner.rect());
    }
    static bool isPaperOf(const QColor &colour, Scheme scheme)
    {
        return colour == Theme::get(scheme).surface || colour == Theme::get(scheme).surfaceAlt;
    }

private Q_SLOTS:
    void cleanup() { theme::apply(*qApp, Scheme::Light); }

    void theWindowBeginsAsTheDesktopIs_data()
    {
        QTest::addColumn<uint>("colours");
        QTest::addColumn<uint>("contrast");
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("dark") << 1U << 0U << Scheme::Dark;
        QTest::newRow("high contrast") << 1U << 1U << Scheme::HighContrast;
    }
    void theWindowBeginsAsTheDesktopIs()
    {
        QFETCH(uint, colours);
        QFETCH(uint, contrast);
        QFETCH(Scheme, scheme);
        Portal portal;
        portal.values = {{QStringLiteral("color-scheme"), colours}, {QStringLiteral("contrast"), contrast}};
        const Follower follower;
        QTRY_VERIFY2(isPaperOf(paper(*follower.window), scheme), qPrintable(paper(*follower.window).name()));
    }

    void theWindowFollowsAChangeOfTheDesktop()
    {
        Portal portal;
        portal.values = {{QStringLiteral("color-scheme"), 2U}, {QStringLiteral("contrast"), 0U}};
        const Follower follower;
        const auto shows = [&](Scheme scheme) { return isPaperOf(paper(*follower.window), scheme); };
        QTRY_VERIFY2(shows(Scheme::Light), qPrintable(paper(*follower.window).name()));
        portal.change(QStringLiteral("color-scheme"), 1); // dark
        QTRY_VERIFY2(shows(Scheme::Dark), qPrintable(paper(*follower.window).name()));
        portal.change(QStringLiteral("contrast"), 1); // high
        QTRY_VERIFY2(shows(Scheme::HighContrast), qPrintable(paper(*follower.window).name()));
        portal.change(QStringLiteral("contrast"), 0);
        QTRY_VERIFY2(shows(Scheme::Dark), qPrintable(paper(*follower.window).name()));
        portal.change(QStringLiteral("color-scheme"), 2); // light
        QTRY_VERIFY2(shows(Scheme::Light), qPrintable(paper(*follower.window).name()));
    }

    void aChoiceOfOnesOwnStays()
    {
        Portal portal;
        const test::Stage stage(test::Stage::Profile::New); // Light was chosen
        const shell::DesktopColours witness;                // connected later than the window's own, hears it later
        portal.change(QStringLiteral("contrast"), 1);
        QTRY_COMPARE(witness.scheme(), Scheme::HighContrast);
        QVERIFY2(isPaperOf(paper(*stage.window), Scheme::Light), qPrintable(paper(*stage.window).name()));
    }
};

ISTHMUS_TEST(tst_desktopcolours)
#include "tst_desktopcolours.moc"

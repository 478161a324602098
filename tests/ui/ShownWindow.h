#pragma once

#include "tests/engine/Fixture.h"
#include "tests/support/TestMain.h"
#include "tests/support/Waiting.h"
#include "tests/ui/AccessibleTree.h"
#include "ui/shell/MainWindow.h"
#include "ui/theme/Appearance.h"

#include <QDBusConnection>
#include <QDir>
#include <QListView>

#include <memory>

namespace isthmus::test {

/// The window on a profile whose servers the test plays.
struct ShownWindow {
    Profile profile;
    std::unique_ptr<shell::MainWindow> window;

    /// Signed in, with time to undo.
    explicit ShownWindow(std::chrono::milliseconds hold)
    {
        profile.hold = hold;
        open(true, theme::SchemeChoice::Light, QDBusConnection(QString()));
    }
    /// \p bus: none, unless the test has one of its own.
    explicit ShownWindow(bool signedIn = true, theme::SchemeChoice scheme = theme::SchemeChoice::Light,
                         const QDBusConnection &bus = QDBusConnection(QString()))
    {
        open(signedIn, scheme, bus);
    }
    void open(bool signedIn, theme::SchemeChoice scheme, const QDBusConnection &bus)
    {
        if (signedIn)
            profile.signIn();
        else
            profile.open();
        show(scheme, bus);
    }
    /// A window on the open profile.
    void show(theme::SchemeChoice scheme = theme::SchemeChoice::Light,
              const QDBusConnection &bus = QDBusConnection(QString()))
    {
        shell::WindowSetup setup;
        setup.settingsPath = profile.dir.filePath(QStringLiteral("window.ini"));
        setup.scheme = scheme;
        setup.bus = bus;
        setup.clock = [this] { return profile.now; };
        window = std::make_unique<shell::MainWindow>(*profile.engine, setup);
        window->resize(1180, 780);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
    }
    ~ShownWindow() { window.reset(); }
    Q_DISABLE_COPY_MOVE(ShownWindow)

    template <typename T>
    T *child(const char *name) const
    {
        T *found = window->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no child %s", name);
        return found;
    }
    void presence(model::Availability availability)
    {
        Q_EMIT profile.chat->presenceChanged(jid("bob@chat.example"), {availability, {}});
    }
    model::PersonId openBob()
    {
        const model::PersonId bob = profile.bob();
        auto *list = child<QListView>("conversations");
        if (!comesTrue([list] { return list->model()->rowCount() > 0; }, 5000))
            qFatal("bob is not in the list");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        list->setCurrentIndex(list->model()->index(0, 0));
        return bob;
    }
    void picture(const char *name) const
    {
        const QDir folder(buildPath(QStringLiteral("pictures")));
        folder.mkpath(QStringLiteral("."));
        window->grab().save(folder.filePath(QLatin1String(name)));
    }
};

}

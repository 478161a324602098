#include "tests/support/TestMain.h"
#include "tests/ui/Scenes.h"
#include "ui/theme/Appearance.h"

#include <QApplication>
#include <QDir>

using namespace isthmus;

namespace {

/// A way of looking: theme, direction, size of letters.
struct Look {
    const char *name;
    theme::Scheme scheme = theme::Scheme::Light;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    int letters = 100;
};

const Look looks[] = {
    {"light"},
    {"dark", theme::Scheme::Dark},
    {"high contrast", theme::Scheme::HighContrast},
    {"right to left", theme::Scheme::Light, Qt::RightToLeft},
    {"letters 200 %", theme::Scheme::Light, Qt::LeftToRight, 200},
};

}

/// A picture of every screen in every state and look, in build/…/pictures/scenes or $ISTHMUS_PICTURES; the name of a file is
/// "screen, state; look.png". Run with QT_SCALE_FACTOR, the factor is the look.
class tst_scenes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pictures_data()
    {
        QTest::addColumn<int>("scene");
        for (int i = 0; i < static_cast<int>(test::scenes().size()); ++i)
            QTest::newRow(test::scenes()[static_cast<std::size_t>(i)].name) << i;
    }

    void pictures()
    {
        QFETCH(int, scene);
        const test::Scene &wanted = test::scenes()[static_cast<std::size_t>(scene)];
        const qreal scale = qApp->devicePixelRatio();
        const QString english = QStringLiteral("en"); // the source says "1 line(s)"
        if (scale != 1) {
            const test::Manner manner(english, 100);
            const auto stage = test::play(wanted);
            save(*stage->shown(), wanted, QStringLiteral("%1 %").arg(qRound(scale * 100)));
            return;
        }
        for (const Look &look : looks) {
            const test::Manner manner(english, look.letters);
            QApplication::setLayoutDirection(look.direction);
            const auto stage = test::play(wanted);
            theme::apply(*qApp, look.scheme);
            if (look.letters > 100)
                stage->window->resize(1600, 1000);
            stage->settle();
            save(*stage->shown(), wanted, QLatin1String(look.name));
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
        theme::apply(*qApp, theme::Scheme::Light);
    }

private:
    static void save(QWidget &shown, const test::Scene &scene, const QString &look)
    {
        const QDir folder(qEnvironmentVariable("ISTHMUS_PICTURES", test::buildPath(QStringLiteral("pictures/scenes"))));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        const QImage picture = shown.grab().toImage();
        const QString file = folder.filePath(QStringLiteral("%1; %2.png").arg(QLatin1String(scene.name), look));
        QVERIFY2(picture.save(file), qPrintable(file));
    }
};

ISTHMUS_TEST(tst_scenes)
#include "tst_scenes.moc"

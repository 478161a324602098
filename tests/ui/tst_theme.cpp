#include "ui/theme/Appearance.h"
#include "ui/theme/AvatarColour.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include "tests/support/TestMain.h"

#include <QApplication>
#include <QCheckBox>
#include <QPixmap>
#include <QRadioButton>
#include <QSpinBox>

using namespace isthmus::theme;

class tst_theme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textContrastIsAtLeastFourAndAHalf_data()
    {
        QTest::addColumn<QColor>("foreground");
        QTest::addColumn<QColor>("background");
        const std::pair<const char *, Scheme> schemes[] = {
            {"light", Scheme::Light}, {"dark", Scheme::Dark}, {"high contrast", Scheme::HighContrast}};
        for (const auto &[name, scheme] : schemes) {
            for (const TextPair &pair : textPairs(Theme::get(scheme)))
                QTest::addRow("%s: %s on %s", name, pair.name, qPrintable(pair.background.name()))
                    << pair.foreground << pair.background;
        }
    }
    void textContrastIsAtLeastFourAndAHalf()
    {
        QFETCH(QColor, foreground);
        QFETCH(QColor, background);
        QVERIFY2(contrast(foreground, background) >= 4.5, qPrintable(QString::number(contrast(foreground, background))));
    }

    void focusRingContrastsWithEverySurface()
    {
        for (const auto scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
            const Theme &t = Theme::get(scheme);
            for (const QColor &paper : {t.surface, t.surfaceAlt, t.card, t.bubbleIn, t.bubbleOut})
                QVERIFY(contrast(t.focus, paper) >= 3.0);
        }
    }

    /// WCAG 2.1, 1.4.11: what is empty has an outline of at least 3:1, measured on pixels.
    void emptyBoxesAndFieldsAreSeenInEveryTheme()
    {
        QCheckBox box;
        QRadioButton radio;
        QSpinBox number;
        number.setSpecialValueText(QStringLiteral(" "));
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
            isthmus::theme::apply(*qApp, scheme);
            for (QWidget *widget :
                 {static_cast<QWidget *>(&box), static_cast<QWidget *>(&radio), static_cast<QWidget *>(&number)}) {
                widget->setPalette(qApp->palette());
                widget->resize(widget->sizeHint());
                const QImage picture = widget->grab().toImage();
                const QColor around = Theme::get(scheme).surfaceAlt;
                double best = 0;
                for (int x = 0; x < picture.width() / 2; ++x) // the arrows of a field are on the other side
                    best = std::max(best, contrast(picture.pixelColor(x, picture.height() / 2), around));
                QVERIFY2(best >= 3, qPrintable(QStringLiteral("%1 in %2: %3")
                                                   .arg(QLatin1String(widget->metaObject()->className()))
                                                   .arg(static_cast<int>(scheme))
                                                   .arg(best)));
            }
        }
        isthmus::theme::apply(*qApp, Scheme::Light);
    }
    void contrastOfBlackAndWhiteIsTwentyOne() { QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 10), 210); }

    void paletteTellsItsTheme()
    {
        for (const auto scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast})
            QCOMPARE(Theme::of(Theme::get(scheme).palette()).scheme, scheme);
    }

    // Vectors of XEP-0392, section 13 (saturation 100, lightness 50).
    void avatarColourFollowsXep0392_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("angle");
        QTest::addColumn<QList<double>>("rgb");
        QTest::newRow("Romeo") << "Romeo" << 327.255249 << QList<double>{0.865, 0.000, 0.686};
        QTest::newRow("juliet@capulet.lit") << "juliet@capulet.lit" << 209.410400 << QList<double>{0.000, 0.515, 0.573};
    }
    void avatarColourFollowsXep0392()
    {
        QFETCH(QString, text);
        QFETCH(double, angle);
        QFETCH(QList<double>, rgb);
        QVERIFY(std::abs(hueAngle(text) - angle) < 0.00001);
        const QColor colour = fromHsluv(hueAngle(text), 100, 50);
        QVERIFY(std::abs(colour.redF() - rgb[0]) < 0.001);
        QVERIFY(std::abs(colour.greenF() - rgb[1]) < 0.001);
        QVERIFY(std::abs(colour.blueF() - rgb[2]) < 0.001);
    }

    void whiteInitialsAreReadableOnEveryAvatarColour()
    {
        for (int i = 0; i < 500; ++i)
            QVERIFY(contrast(Qt::white, avatarColour(QString::number(i))) >= 4.5);
    }

    void initialsOfNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("expected");
        QTest::newRow("first and last word") << "Bob van der Miller"
                                             << "b@x.example"
                                             << "BM";
        QTest::newRow("one word") << "bob"
                                  << "b@x.example"
                                  << "B";
        QTest::newRow("no name: the address") << ""
                                              << "carol@x.example"
                                              << "C";
        QTest::newRow("signs are no initials") << "Money & (Sons)"
                                               << ""
                                               << "M";
        QTest::newRow("one ideograph is enough") << QStringLiteral("王 小明") << "" << QStringLiteral("王");
        QTest::newRow("a letter keeps its mark") << QStringLiteral("e\u0301mile") << "" << QStringLiteral("E\u0301");
        QTest::newRow("nothing at all") << ""
                                        << ""
                                        << "";
    }
    void initialsOfNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, address);
        QFETCH(QString, expected);
        QCOMPARE(initials(name, address), expected);
    }

    void everyGlyphIsDrawn()
    {
        for (int i = 0; i <= static_cast<int>(Glyph::Warning); ++i) {
            const QImage image = icon(static_cast<Glyph>(i)).pixmap(24, 24).toImage();
            int inked = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    inked += qAlpha(image.pixel(x, y)) > 128;
            QVERIFY2(inked > 8, qPrintable(QString::number(i)));
        }
    }
};

ISTHMUS_TEST(tst_theme)
#include "tst_theme.moc"

#include "tests/support/TestMain.h"
#include "tests/support/Waiting.h"
#include "tests/ui/DemoValues.h"
#include "tests/ui/Scenes.h"
#include "tests/ui/WrittenText.h"
#include "ui/conversations/ConversationDelegate.h"
#include "ui/theme/Appearance.h"
#include "ui/timeline/ItemLayout.h"
#include "ui/widgets/AvatarPainter.h"

#include <QAbstractButton>
#include <QApplication>
#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScreen>

#include <cmath>
#include <cstdlib>

using namespace isthmus;
using test::WrittenText;
using theme::Scheme;

namespace {

/// 300 % on a screen of 3840 x 2160, 150 % on 1920 x 1080: what is left in logical pixels.
constexpr QSize smallScreen(1280, 720);
constexpr int fine = 3; ///< pixels for a logical one: a stroke of a letter is then whole

int distance(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
}

QRect pixels(const QRectF &rect, const QImage &picture)
{
    return QRectF(rect.x() * fine, rect.y() * fine, rect.width() * fine, rect.height() * fine).toAlignedRect()
           & picture.rect();
}

/// The colour in \p area that comes nearest to \p ink: what its letters look like.
QColor inkOf(const QImage &picture, const QRect &area, const QColor &ink)
{
    QRgb best = picture.pixel(area.topLeft());
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (distance(picture.pixel(x, y), ink.rgb()) < distance(best, ink.rgb()))
                best = picture.pixel(x, y);
        }
    }
    return QColor(best);
}

QWidget *widgetAt(QWidget &window, const QRectF &rect)
{
    QWidget *child = window.childAt(rect.center().toPoint());
    return child ? child : &window;
}

/// Texts that can be read less well than 4.5:1 (WCAG 2.2, 1.4.3; what is disabled is excepted there).
QStringList faintTexts(QWidget &window)
{
    QStringList faults;
    const QImage picture = test::seen(window, fine);
    for (const WrittenText &written : test::writtenTexts(window)) {
        const QRectF visible = written.visible();
        if (!written.hasWords() || visible.width() < 4 || visible.height() < written.rect.height() * 0.7)
            continue;
        if (!widgetAt(window, visible)->isEnabled())
            continue;
        const QRect area = pixels(visible, picture);
        const QColor paper = test::paperOf(picture, area);
        const QColor ink = inkOf(picture, area, written.ink);
        const double ratio = theme::contrast(paper, ink);
        if (ratio < 4.5)
            faults.append(QStringLiteral("'%1' %2 on %3: %4")
                              .arg(written.text.left(40), ink.name(), paper.name())
                              .arg(ratio, 0, 'f', 2));
    }
    faults.removeDuplicates();
    return faults;
}

/// A label that nobody can scroll to see the rest of it.
bool standsStill(const QWidget *widget)
{
    if (!qobject_cast<const QLabel *>(widget))
        return false;
    while (widget && !widget->inherits("QAbstractScrollArea"))
        widget = widget->parentWidget();
    return !widget;
}

/// Painted texts that lie over each other or are cut. What scrolls, and what is typed, may be cut.
QStringList hiddenTexts(QWidget &window)
{
    QStringList faults;
    std::vector<WrittenText> texts = test::writtenTexts(window);
    std::erase_if(texts, [](const WrittenText &text) { return !text.hasWords() || text.visible().isEmpty(); });
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const QWidget *owner = widgetAt(window, texts[i].visible());
        const QWidget *around = owner->parentWidget();
        const bool isField = qobject_cast<const QLineEdit *>(owner) || owner->inherits("QPlainTextEdit")
                             || (around && around->inherits("QPlainTextEdit"));
        const double cut = texts[i].rect.width() - texts[i].visible().width();
        if (cut > 1.5 && !isField)
            faults.append(QStringLiteral("'%1' lacks %2").arg(texts[i].text.left(60)).arg(cut));
        if (texts[i].rect.height() - texts[i].visible().height() > 3 && standsStill(owner))
            faults.append(QStringLiteral("'%1' is cut above or below").arg(texts[i].text.left(60)));
        for (std::size_t k = i + 1; k < texts.size(); ++k) {
            const QRectF both = texts[i].visible().adjusted(1, 2, -1, -2) & texts[k].visible().adjusted(1, 2, -1, -2);
            if (both.width() > 1 && both.height() > 1)
                faults.append(
                    QStringLiteral("'%1' and '%2' share a place").arg(texts[i].text.left(40), texts[k].text.left(40)));
        }
    }
    return faults;
}

/// Where there is anything at all that stands out from what is behind it, 3:1 and more: what is left for an eye without
/// colours, and with weak contrast (WCAG 2.2, 1.4.1 and 1.4.11).
std::vector<bool> shapeOf(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8).convertToFormat(QImage::Format_RGB32);
    const QColor paper = test::paperOf(grey, grey.rect());
    std::vector<bool> shape;
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x)
            shape.push_back(theme::contrast(QColor(grey.pixel(x, y)), paper) >= 3);
    }
    return shape;
}

/// Pictures of states by name; every two must differ in more than a few pixels of their shape.
using States = std::vector<std::pair<QString, QImage>>;

QStringList alikeWithoutColours(const States &states)
{
    constexpr int clear = 12 * fine; ///< pixels
    QStringList faults;
    for (std::size_t i = 0; i < states.size(); ++i) {
        const auto one = shapeOf(states[i].second);
        for (std::size_t k = i + 1; k < states.size(); ++k) {
            const auto other = shapeOf(states[k].second);
            int differ = 0;
            for (std::size_t pixel = 0; pixel < std::min(one.size(), other.size()); ++pixel)
                differ += one[pixel] != other[pixel];
            if (one.size() == other.size() && differ < clear)
                faults.append(
                    QStringLiteral("%1 and %2 differ in %3 pixels").arg(states[i].first, states[k].first).arg(differ));
        }
    }
    return faults;
}

QImage painted(const QSize &size, const QColor &paper, const std::function<void(QPainter &)> &paint)
{
    QImage picture(size * fine, QImage::Format_RGB32);
    picture.setDevicePixelRatio(fine);
    picture.fill(paper);
    QPainter painter(&picture);
    paint(painter);
    painter.end();
    picture.setDevicePixelRatio(1);
    return picture;
}

QImage paintedRow(const engine::ConversationRow &row, QStyle::State state)
{
    const theme::Theme &theme = theme::Theme::of(qApp->palette());
    const auto model = test::demoModel({row});
    const conversations::ConversationDelegate delegate(test::demoClock());
    QStyleOptionViewItem option;
    option.palette = qApp->palette();
    option.font = qApp->font();
    option.rect = QRect(0, 0, 300, 56);
    option.state = state;
    return painted(option.rect.size(), theme.surfaceAlt,
                   [&](QPainter &painter) { delegate.paint(&painter, option, model->index(0, 0)); });
}

QImage paintedItem(const model::Item &item)
{
    timeline::RowSetting setting;
    setting.width = 600;
    setting.font = qApp->font();
    setting.theme = &theme::Theme::of(qApp->palette());
    setting.now = test::demoNow();
    setting.person = QStringLiteral("Bob");
    const timeline::ItemLayout layout(item, setting);
    return painted({600, 260}, setting.theme->surface,
                   [&](QPainter &painter) { layout.paint(painter, QRectF(0, 0, 600, 260), {}); });
}

}

/// What is seen of every scene, measured on pixels.
class tst_looks : public QObject
{
    Q_OBJECT

    static void everyScene(const char *column, const QList<std::pair<QByteArray, int>> &values)
    {
        QTest::addColumn<int>("scene");
        QTest::addColumn<int>(column);
        for (int i = 0; i < static_cast<int>(test::scenes().size()); ++i) {
            for (const auto &[name, value] : values)
                QTest::newRow(QByteArray(test::scenes()[static_cast<std::size_t>(i)].name) + "; " + name) << i << value;
        }
    }
    static std::unique_ptr<test::Stage> stage(int scene)
    {
        return test::play(test::scenes()[static_cast<std::size_t>(scene)]);
    }

private Q_SLOTS:
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        theme::apply(*qApp, Scheme::Light);
    }

    /// The eyes themselves: they see a grey word on grey, a word that is cut, and one that lies over another.
    void faintCutAndCoveredTextIsFound()
    {
        QWidget window;
        window.resize(300, 100);
        auto *faint = new QLabel(QStringLiteral("faint"), &window);
        faint->setGeometry(10, 10, 100, 30);
        QPalette palette = faint->palette();
        palette.setColor(QPalette::WindowText, QColor::fromRgb(0x9a9a9a));
        faint->setPalette(palette);
        auto *cut = new QLabel(QStringLiteral("a word that is far too long"), &window);
        cut->setGeometry(10, 50, 60, 30);
        for (const char *word : {"under", "above"})
            (new QLabel(QLatin1String(word), &window))->setGeometry(150, 50, 60, 30);
        window.show();
        QCOMPARE(faintTexts(window).size(), 1);
        QVERIFY(faintTexts(window).first().startsWith(QStringLiteral("'faint'")));
        QCOMPARE(hiddenTexts(window).size(), 2);
    }

    void textStandsOutFromWhatIsBehindIt_data() { everyScene("unused", {{"all themes", 0}}); }
    void textStandsOutFromWhatIsBehindIt()
    {
        QFETCH(int, scene);
        const auto stage = this->stage(scene);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
            theme::apply(*qApp, scheme);
            stage->settle();
            QCOMPARE(faintTexts(*stage->shown()).join(u'\n'), QString());
        }
    }

    /// Run with QT_SCALE_FACTOR=3, only this: 3840 x 2160 pixels are then as small as windows get.
    void paintedTextIsWholeAndLiesOverNoOther_data()
    {
        if (qApp->devicePixelRatio() > 1)
            everyScene("percent", {{"100 %", 100}});
        else
            everyScene("percent", {{"100 %", 100}, {"letters 200 %", 200}, {"right to left", -100}});
    }
    void paintedTextIsWholeAndLiesOverNoOther()
    {
        QFETCH(int, scene);
        QFETCH(int, percent);
        QApplication::setLayoutDirection(percent < 0 ? Qt::RightToLeft : Qt::LeftToRight);
        const test::Manner manner(test::buildPath(QStringLiteral("translations/isthmus_pseudo.qm")), std::abs(percent));
        const auto stage = this->stage(scene);
        if (percent > 100)
            stage->window->resize(1600, 1000);
        else if (qApp->devicePixelRatio() > 1)
            stage->window->resize(smallScreen);
        stage->settle();
        if (stage->shown()->windowType() == Qt::Popup && stage->shown()->screen()->size().width() < smallScreen.width()
            && qApp->devicePixelRatio() > 1)
            return; // this screen is smaller than any that a menu could be opened on; the other sizes are looked at
        if (!test::comesTrue([&] { return hiddenTexts(*stage->shown()).isEmpty(); }, 2000)) {
            const QString picture = test::buildPath(
                QStringLiteral("pictures/hidden text, %1.png").arg(QString::fromLatin1(QTest::currentDataTag())));
            stage->shown()->grab().save(picture);
        }
        QCOMPARE(hiddenTexts(*stage->shown()).join(u'\n'), QString());
    }

    void theWindowFitsASmallScreen()
    {
        const test::Stage stage(test::Stage::Profile::Full);
        const QSize least = stage.window->minimumSizeHint();
        QVERIFY2(least.width() <= smallScreen.width() && least.height() <= smallScreen.height(),
                 qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
    }

    void presenceIsToldWithoutColours()
    {
        using model::Availability;
        States states;
        for (const auto one : {Availability::Unknown, Availability::Offline, Availability::Online, Availability::Away,
                               Availability::DoNotDisturb}) {
            states.emplace_back(QString::number(static_cast<int>(one)),
                                painted({14, 14}, Qt::white, [one](QPainter &painter) {
                                    painter.setRenderHint(QPainter::Antialiasing);
                                    widgets::paintPresence(painter, QRectF(2, 2, 10, 10), one, Qt::white);
                                }));
        }
        QCOMPARE(alikeWithoutColours(states).join(u'\n'), QString());
    }

    void rowsAreToldWithoutColours()
    {
        engine::ConversationRow row = test::demoRows()[2];
        const auto plain = QStyle::State_Enabled;
        States states{{QStringLiteral("plain"), paintedRow(row, plain)},
                      {QStringLiteral("selected"), paintedRow(row, plain | QStyle::State_Selected)},
                      {QStringLiteral("focused"), paintedRow(row, plain | QStyle::State_Selected | QStyle::State_HasFocus)}};
        const auto with = [&](const char *name, auto change) {
            engine::ConversationRow other = row;
            change(other);
            states.emplace_back(QString::fromLatin1(name), paintedRow(other, plain));
        };
        with("unread", [](auto &r) { r.unread = 1; });
        with("failed", [](auto &r) { r.failed = true; });
        with("suspicious", [](auto &r) { r.suspicious = true; });
        with("draft", [](auto &r) { r.hasDraft = true; });
        with("chat", [](auto &r) { r.lastChannel = model::Channel::Chat; });
        QCOMPARE(alikeWithoutColours(states).join(u'\n'), QString());
    }

    void messagesAreToldWithoutColours()
    {
        using model::DeliveryStage;
        States states;
        model::Item own = test::demoItems()[4];
        for (const auto stage : {DeliveryStage::Held, DeliveryStage::Queued, DeliveryStage::Sent, DeliveryStage::Delivered,
                                 DeliveryStage::Displayed, DeliveryStage::Failed}) {
            own.delivery.stage = stage;
            states.emplace_back(QStringLiteral("stage %1").arg(static_cast<int>(stage)), paintedItem(own));
        }
        QCOMPARE(alikeWithoutColours(states).join(u'\n'), QString());
        states.clear();
        model::Item mail = test::demoItems()[3];
        for (const auto verdict : {model::Authenticity::None, model::Authenticity::Pass, model::Authenticity::Fail}) {
            mail.authenticity = verdict;
            states.emplace_back(QStringLiteral("sender %1").arg(static_cast<int>(verdict)), paintedItem(mail));
        }
        QCOMPARE(alikeWithoutColours(states).join(u'\n'), QString());
    }

    /// Chosen or not, on or off: of every button that stays down.
    void chosenButtonsAreToldWithoutColours_data() { everyScene("unused", {{"light", 0}}); }
    void chosenButtonsAreToldWithoutColours()
    {
        QFETCH(int, scene);
        const auto stage = this->stage(scene);
        for (auto *button : stage->shown()->findChildren<QAbstractButton *>()) {
            if (!button->isCheckable() || !button->isVisible() || !button->isEnabled())
                continue;
            const QSignalBlocker quiet(button);
            if (button->group())
                button->group()->setExclusive(false);
            States states;
            for (const bool on : {false, true}) {
                button->setChecked(on);
                states.emplace_back(
                    button->objectName() + (on ? QStringLiteral(" on") : QStringLiteral(" off")),
                    painted(button->size(), button->palette().color(QPalette::Window),
                            [&](QPainter &painter) { button->render(&painter, {}, {}, QWidget::DrawChildren); }));
            }
            QCOMPARE(alikeWithoutColours(states).join(u'\n'), QString());
        }
    }
};

ISTHMUS_TEST(tst_looks)
#include "tst_looks.moc"

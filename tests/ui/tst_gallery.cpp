#include "tests/support/TestMain.h"
#include "tests/ui/DemoValues.h"
#include "ui/composer/Composer.h"
#include "ui/conversations/ConversationPane.h"
#include "ui/theme/Appearance.h"
#include "ui/timeline/TimelineView.h"

#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

using namespace isthmus;

/// Pictures of the panes with demonstration values, in build/…/pictures: for looking at, and so that every
/// pane is painted once in every theme.
class tst_gallery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pictures_data()
    {
        QTest::addColumn<theme::Scheme>("scheme");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("light") << theme::Scheme::Light << Qt::LeftToRight;
        QTest::newRow("dark") << theme::Scheme::Dark << Qt::LeftToRight;
        QTest::newRow("contrast") << theme::Scheme::HighContrast << Qt::LeftToRight;
        QTest::newRow("right-to-left") << theme::Scheme::Light << Qt::RightToLeft;
    }
    void pictures()
    {
        QFETCH(theme::Scheme, scheme);
        QFETCH(Qt::LayoutDirection, direction);
        theme::apply(*qApp, scheme);
        QApplication::setLayoutDirection(direction);
        const auto rows = test::demoModel(test::demoRows());

        QWidget window;
        auto *list = new conversations::ConversationPane(rows.get(), test::demoClock(), &window);
        list->setFixedWidth(300);
        list->setCurrent({1});
        auto *view = new timeline::TimelineView(test::demoClock(), &window);
        view->setPerson(QStringLiteral("Bob Miller"), QStringLiteral("bob@chat.example"));
        auto *composer = new composer::Composer(&window);
        composer->setRecipient({{1}, {1}, QStringLiteral("Bob"), true, QStringLiteral("b.miller@work.example"), {}});
        engine::RoutePreview preview;
        preview.outcome = engine::RoutePreview::Outcome::Mail;
        preview.reason = engine::RoutePreview::Reason::Offline;
        preview.address = QStringLiteral("b.miller@work.example");
        preview.canFallBack = true;
        composer->setPreview(preview);
        auto *right = new QVBoxLayout;
        right->setSpacing(0);
        right->addWidget(view, 1);
        right->addWidget(composer);
        auto *all = new QHBoxLayout(&window);
        all->setContentsMargins(0, 0, 0, 0);
        all->setSpacing(0);
        all->addWidget(list);
        all->addLayout(right, 1);
        window.resize(1100, 800);
        window.show();
        view->reset(test::demoItems());

        const QDir folder(test::buildPath(QStringLiteral("pictures")));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(window.grab().save(folder.filePath(name + QStringLiteral(".png"))));
        view->verticalScrollBar()->setValue(0);
        QVERIFY(window.grab().save(folder.filePath(name + QStringLiteral("-top.png"))));
        QApplication::setLayoutDirection(Qt::LeftToRight);
        theme::apply(*qApp, theme::Scheme::Light);
    }
};

ISTHMUS_TEST(tst_gallery)
#include "tst_gallery.moc"

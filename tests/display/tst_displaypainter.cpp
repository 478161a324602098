#include "core/display/DisplayPainter.h"

#include "tests/support/TestMain.h"

#include <QImage>
#include <QPainter>

using namespace isthmus::display;

class tst_displaypainter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opsArePaintedInOrderInsideTheirClips()
    {
        DisplayList list;
        list.width = 20;
        list.height = 20;
        list.pictures = {{1, 1, QByteArray("\x00\xff\x00\xff", 4)}};
        list.ops = {FillOp{{0, 0, 20, 20}, 0xffffffff, 0}, ClipOp{{0, 0, 10, 20}}, FillOp{{5, 5, 10, 5}, 0xffff0000, 0},
                    UnclipOp{}, PictureOp{{15, 15, 2, 2}, 0}};
        QImage image(20, 20, QImage::Format_ARGB32);
        image.fill(Qt::black);
        {
            QPainter painter(&image);
            DisplayPainter(list).paint(painter, {0, 0, 20, 20});
        }
        QCOMPARE(image.pixel(1, 1), 0xffffffff);
        QCOMPARE(image.pixel(6, 6), 0xffff0000);  // inside the clip
        QCOMPARE(image.pixel(12, 6), 0xffffffff); // cut off by it
        QCOMPARE(image.pixel(15, 15), 0xff00ff00);
    }
    void whatIsNotVisibleIsNotPainted()
    {
        DisplayList list;
        list.ops = {FillOp{{0, 0, 5, 5}, 0xffff0000, 0}, FillOp{{0, 100, 5, 5}, 0xff00ff00, 0}};
        QImage image(10, 10, QImage::Format_ARGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        DisplayPainter(list).paint(painter, {0, 90, 10, 20});
        QCOMPARE(image.pixel(1, 1), 0xff000000);
    }
};

ISTHMUS_TEST(tst_displaypainter)
#include "tst_displaypainter.moc"

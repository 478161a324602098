// isthmus-grab FILE.png: saves a picture of the display in $DISPLAY.
#include <QGuiApplication>
#include <QPixmap>
#include <QScreen>

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    if (argc != 2)
        return 2;
    const QPixmap picture = QGuiApplication::primaryScreen()->grabWindow(0);
    return !picture.isNull() && picture.save(QString::fromLocal8Bit(argv[1])) ? 0 : 1;
}

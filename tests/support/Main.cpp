#include "tests/support/TestMain.h"

#include <QGuiApplication>

// Alone in its file: a test program that needs another kind of application brings its own main(), and
// the linker then leaves this one in the library.
int main(int argc, char **argv)
{
    QGuiApplication::setDesktopSettingsAware(false);
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("isthmus-test"));
    return isthmus::test::run(argc, argv);
}

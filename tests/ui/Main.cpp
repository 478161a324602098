#include "core/display/FontSet.h"
#include "tests/support/TestMain.h"
#include "tests/ui/PrivateBus.h"

#include "ui/theme/Appearance.h"

#include <QApplication>

int main(int argc, char **argv)
{
    isthmus::display::useSharedFonts(); // as the program does: what the mail reader measures is what is painted
    QApplication::setDesktopSettingsAware(false);
    QApplication app(argc, argv);
    const isthmus::test::PrivateBus bus; // no test asks the desktop that it happens to run on
    bus.useAsSession();
    QApplication::setApplicationName(QStringLiteral("isthmus-test"));
    QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
    isthmus::theme::apply(app, isthmus::theme::Scheme::Light);
    return isthmus::test::run(argc, argv);
}

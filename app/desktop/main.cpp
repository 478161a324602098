#include "app/desktop/CommandLine.h"
#include "app/desktop/EndSignals.h"
#include "app/desktop/House.h"
#include "app/instance/Instance.h"
#include "app/language/Language.h"
#include "core/base/Log.h"
#include "core/display/FontSet.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SleepWatch.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/FaultText.h"

#include <QApplication>
#include <QMessageBox>
#include <QTextStream>
#include <QUrl>

#include <sys/stat.h>

using namespace isthmus;

namespace {

/// Before there is a display: --help must work without one.
desktop::Parsed readCommandLine(int argc, char **argv)
{
    QCoreApplication early(argc, argv);
    language::speak(early);
    return desktop::parseCommandLine(QCoreApplication::arguments());
}

int say(const desktop::Say &words)
{
    QTextStream(words.exitCode == 0 ? stdout : stderr) << words.text;
    return words.exitCode;
}

int sayThatItCannotOpen(const base::Error &error)
{
    const QString sentence = widgets::faultText(error.fault, widgets::Doing::OpeningProfile).sentence();
    QTextStream(stderr) << sentence << " (" << error.detail << ")\n";
    QMessageBox box(QMessageBox::Critical, QStringLiteral("Isthmus"), sentence, QMessageBox::Close);
    box.setDetailedText(error.detail);
    QObject::connect(&box, &QDialog::finished, qApp, &QApplication::quit);
    box.open();
    QApplication::exec();
    return 1;
}

shell::FirstSignIn firstSignIn(const model::MailAddress &address)
{
    return {address, QTextStream(stdin).readLine()};
}

}

int main(int argc, char **argv)
{
    umask(077); // what the profile holds is nobody else's business
    const desktop::Parsed parsed = readCommandLine(argc, argv);
    if (const auto *words = std::get_if<desktop::Say>(&parsed))
        return say(*words);
    const auto &options = std::get<desktop::Options>(parsed);
    if (options.scale != 100)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale / 100.0));

    display::useSharedFonts(); // the mail reader measures with the same
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("isthmus"));
    QApplication::setApplicationDisplayName(QStringLiteral("Isthmus"));
    QApplication::setApplicationVersion(QStringLiteral(ISTHMUS_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.isthmus.Isthmus"));
    QApplication::setWindowIcon(theme::applicationIcon());
    language::speak(app, options.language);

    if (instance::Instance::handOver(options.profile, options.links))
        return 0;
    auto engine = desktop::buildHouse(options.profile, options.wire);
    if (!engine)
        return sayThatItCannotOpen(engine.error());
    shell::WindowSetup setup;
    setup.settingsPath = options.profile + QStringLiteral("/window.ini");
    setup.scheme = options.scheme;
    setup.socketPath = instance::Instance::socketPath(options.profile);
    shell::MainWindow window(*engine.value(), setup);
    window.show();
    desktop::EndSignals sessionEnd;
    QObject::connect(&sessionEnd, &desktop::EndSignals::endWanted, &window, [&window] {
        window.quit();
        QCoreApplication::exit(); // also where a dialog would have kept it from closing
    });
    shell::SleepWatch sleep(QDBusConnection::systemBus(), shell::SleepWatch::Clocks());
    QObject::connect(&sleep, &shell::SleepWatch::wokeUp, &window, [&engine] { engine.value()->wokeUp(); });
    if (options.signIn)
        window.signInFirst(firstSignIn(*options.signIn));
    for (const QString &link : options.links)
        window.openLink(QUrl(link));
    instance::Instance door;
    QObject::connect(&door, &instance::Instance::startedAgain, &window,
                     [&window](const QStringList &links, const QString &token) {
                         if (!token.isEmpty())
                             qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
                         window.raiseWindow();
                         for (const QString &link : links)
                             window.openLink(QUrl(link));
                     });
    if (!door.listen(options.profile))
        qCWarning(base::logUi) << "no private runtime folder: a second start cannot hand over to this one";
    return QApplication::exec();
}

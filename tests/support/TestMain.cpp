#include "tests/support/TestMain.h"

#include <QDir>
#include <QFileInfo>

#include <cstdio>
#include <map>
#include <string>

namespace isthmus::test {

namespace {

using Maker = std::function<std::unique_ptr<QObject>()>;

std::map<std::string, Maker> &registry()
{
    static std::map<std::string, Maker> tests;
    return tests;
}

}

Registration::Registration(const char *name, Maker make)
{
    registry().emplace(name, std::move(make));
}

QString sourcePath(const QString &relative)
{
    return QDir(qEnvironmentVariable("ISTHMUS_SOURCE", QStringLiteral("."))).absoluteFilePath(relative);
}

QString buildPath(const QString &relative)
{
    return QDir(qEnvironmentVariable("ISTHMUS_BUILD", QStringLiteral("."))).absoluteFilePath(relative);
}

QString corpusPath(const QString &name)
{
    const QString path = sourcePath(QStringLiteral("../shared/corpora/") + name);
    return QFileInfo(path).isDir() ? QDir(path).canonicalPath() : QString();
}

bool isLong()
{
    return qEnvironmentVariableIsSet("ISTHMUS_LONG");
}

int run(int argc, char **argv)
{
    std::vector<char *> qtArguments{argv[0]};
    std::vector<std::string> wanted;
    for (int i = 1; i < argc; ++i) {
        if (registry().count(argv[i]))
            wanted.emplace_back(argv[i]);
        else
            qtArguments.push_back(argv[i]);
    }
    if (wanted.empty()) {
        for (const auto &[name, make] : registry())
            wanted.push_back(name);
    }
    // Results are kept beside the program: tests/acceptance compares them with what the issues demand.
    const QString room = qEnvironmentVariable("ISTHMUS_ROOM");
    const QDir build(qEnvironmentVariable("ISTHMUS_BUILD", QStringLiteral(".")));
    int failures = 0;
    for (const std::string &name : wanted) {
        std::vector<char *> arguments = qtArguments;
        std::string toScreen = "-o";
        std::string screen = "-,txt";
        std::string file;
        if (!room.isEmpty() && build.mkpath(QStringLiteral("results"))) {
            file = build.absoluteFilePath(QStringLiteral("results/%1.%2.txt").arg(room, QString::fromStdString(name)))
                       .toStdString()
                   + ",txt";
            arguments.insert(arguments.end(), {toScreen.data(), screen.data(), toScreen.data(), file.data()});
        }
        const std::unique_ptr<QObject> test = registry().at(name)();
        failures += QTest::qExec(test.get(), static_cast<int>(arguments.size()), arguments.data());
    }
    return failures > 0 ? 1 : 0;
}

}

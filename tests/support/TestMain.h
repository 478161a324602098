#pragma once

#include <QObject>
#include <QTest>

#include <functional>
#include <memory>

namespace isthmus::test {

/// Registers a test class under its name; the program runs the classes named on its command line,
/// or all. Further arguments go to Qt Test.
struct Registration {
    Registration(const char *name, std::function<std::unique_ptr<QObject>()> make);
};

/// Runs the registered classes; main() calls it with the kind of application that the room needs.
[[nodiscard]] int run(int argc, char **argv);

/// Root of the source tree (ISTHMUS_SOURCE) and of the build (ISTHMUS_BUILD).
[[nodiscard]] QString sourcePath(const QString &relative);
[[nodiscard]] QString buildPath(const QString &relative);
/// A folder of the shared corpora, or empty where there is none: the test then skips with a clear word.
[[nodiscard]] QString corpusPath(const QString &name);
/// True in `./check --long`.
[[nodiscard]] bool isLong();

}

#define ISTHMUS_TEST(Class)                                                                                                 \
    static const isthmus::test::Registration registration_##Class(#Class, [] { return std::make_unique<Class>(); });

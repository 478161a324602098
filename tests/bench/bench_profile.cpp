// bench_profile FILE COUNT: a profile with that many messages of 500 persons, to be opened by the program.
#include "tests/bench/Filling.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const auto database = isthmus::test::openStore(arguments[1]);
    isthmus::test::Filling filling;
    filling.count = arguments[2].toInt();
    filling.mails = true;
    std::printf("%.0f messages a second\n", isthmus::test::fill(*database, filling));
    return 0;
}

#include "app/reader/Reader.h"

/// isthmus-reader: reads strangers' mails for the program, apart from it. Not for people to start.
int main(int argc, char **argv)
{
    using namespace isthmus::readerapp;
    return runReader(answerTo, purposeOf(argc, argv));
}

#include "app/reader/Reader.h"

/// isthmus-reader: reads strangers' mails for the program, apart from it. Not for people to start.
int main()
{
    return isthmus::readerapp::runReader(isthmus::readerapp::answerTo);
}

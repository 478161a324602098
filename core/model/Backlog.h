#pragma once

#include <QtGlobal>

namespace isthmus::model {

/// What one service still has to fetch of what is older than the newest that is here.
struct Backlog {
    quint64 waiting = 0; ///< mails or messages on the server that are not here; 0 also where the server does not count
    bool isOpen = false; ///< there is something
    bool operator==(const Backlog &) const = default;
};

}

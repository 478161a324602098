#pragma once

#include <QtGlobal>

namespace isthmus::mime {

/// What a stranger's mail may cost (specification 7.3), in octets where nothing else is said. The one place.
struct Limits {
    /// Refuse: over a limit the whole mail is an error (a gateway answers 554 5.6.0).
    /// Partial: what is inside the limits is shown, and what was cut says `truncated`.
    enum class OnExcess : quint8 { Refuse, Partial };

    qsizetype raw = 25 * 1024 * 1024;
    qsizetype headerBlock = 256 * 1024;
    qsizetype fields = 1000;
    qsizetype field = 64 * 1024;
    qsizetype line = 1024 * 1024;
    int depth = 20;                   ///< multiparts and messages inside each other
    int parts = 500;                  ///< leaves, those of nested messages included
    qsizetype text = 4 * 1024 * 1024; ///< decoded UTF-8 of all texts of one mail; always cut, never refused
    qsizetype addresses = 1000;       ///< of all address fields together; what follows is not read
    qsizetype references = 100;       ///< the first and the last ones are kept
    int continuations = 64;           ///< of one RFC 2231 parameter
    OnExcess onExcess = OnExcess::Partial;
};

}

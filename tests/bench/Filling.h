#pragma once

#include "core/store/Database.h"

#include <QRandomGenerator>
#include <QString>
#include <QStringList>

namespace isthmus::test {

/// Text that is like people's in what matters to an index: few words are frequent and most are rare, and every
/// eighth message is Chinese. The same seed gives the same text.
class Prose
{
public:
    explicit Prose(quint32 seed) : m_random(seed) {}

    [[nodiscard]] QString message();
    /// One word, frequent ones more often; \p chinese: of two characters.
    [[nodiscard]] QString word(bool chinese = false);

private:
    [[nodiscard]] QString sentence(bool chinese);
    QRandomGenerator m_random;
};

struct Filling {
    int count = 0;      ///< messages
    int first = 0;      ///< number of the first one: a store is filled in steps
    int persons = 500;  ///< among whom they are spread; the first one has half of them
    bool mails = false; ///< with octets behind every third one
};

/// Puts messages into a store as the engine would have, with their search text. Gives the messages a second.
double fill(store::Database &database, const Filling &filling);

/// A store in a file; ends the program if it cannot be opened.
[[nodiscard]] std::unique_ptr<store::Database> openStore(const QString &path);

/// The address of a person of a filled store, and what stands in the list.
[[nodiscard]] QString personAddress(int number);

/// The same text that fill() gives to message \p number, without a store.
[[nodiscard]] QString messageText(int number);

}

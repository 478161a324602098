#pragma once

#include <QByteArray>

class QIODevice;

namespace isthmus::convert {

/// One line of JSON {id, direction, input, context} to one {id, result}, or {id, error} for a line that
/// cannot be read. Without line ends.
[[nodiscard]] QByteArray convertLine(const QByteArray &line);

/// Every line of \p in to \p out, until the end. Lines of up to 256 MiB.
void convertLines(QIODevice &in, QIODevice &out);

}

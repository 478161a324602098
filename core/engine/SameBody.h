#pragma once

#include <QByteArrayView>

namespace isthmus::engine {

/// Whether two mails, as octets, say the same behind their headers but for what servers and programs alter when they
/// put a mail into another folder: line ends, blanks at the end of lines, empty lines at the end. Hostile octets give an
/// answer like any others; time grows linearly with them.
[[nodiscard]] bool isSameBody(QByteArrayView one, QByteArrayView other);

}

#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QString>

namespace isthmus::mime {

/// A value with parameters: Content-Type (RFC 2045 5.1) or Content-Disposition (RFC 2183).
struct Parameterised {
    QString value;                      ///< lower case, comments removed
    QHash<QString, QString> parameters; ///< names in lower case; RFC 2231 joined and decoded
    [[nodiscard]] QString parameter(const QString &name) const { return parameters.value(name); }
};

/// \p field as it stands in the mail. RFC 2231 parts beyond \p continuations are not read (X20); an extended value
/// wins over the plain one of the same name (RFC 6266 4.3 gives the reason). Plain values may hold encoded words,
/// which RFC 2047 forbids and many mailers write. The first of several equal names counts.
[[nodiscard]] Parameterised readParameterised(QByteArrayView field, int continuations);

}

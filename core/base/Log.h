#pragma once

#include <QLoggingCategory>
#include <QString>

namespace isthmus::base {

/// Log categories, one per concern, switched with QT_LOGGING_RULES. None may print a secret or a
/// message's text; addresses go through redact().
Q_DECLARE_LOGGING_CATEGORY(logWire)
Q_DECLARE_LOGGING_CATEGORY(logXmpp)
Q_DECLARE_LOGGING_CATEGORY(logMail)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logEngine)
Q_DECLARE_LOGGING_CATEGORY(logReader)
Q_DECLARE_LOGGING_CATEGORY(logUi)

/// A short stable stand-in for an address, id or name: the same within one run of the program,
/// different in the next, so that a log can be read but not used to learn who wrote to whom.
[[nodiscard]] QString redact(const QString &text);

}

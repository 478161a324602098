#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace isthmus::convert {

/// mail.* and header.* of specification 8.1, read from the bytes of a mail: what the recipient gets, not
/// what was meant.
void putMail(QJsonObject &json, const QByteArray &mail);

}

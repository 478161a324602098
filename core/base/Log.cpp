#include "core/base/Log.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace isthmus::base {

Q_LOGGING_CATEGORY(logWire, "isthmus.wire", QtInfoMsg)
Q_LOGGING_CATEGORY(logXmpp, "isthmus.xmpp", QtInfoMsg)
Q_LOGGING_CATEGORY(logMail, "isthmus.mail", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "isthmus.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logEngine, "isthmus.engine", QtInfoMsg)
Q_LOGGING_CATEGORY(logReader, "isthmus.reader", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "isthmus.ui", QtInfoMsg)

QString redact(const QString &text)
{
    static const QByteArray key = [] {
        QByteArray bytes(16, Qt::Uninitialized);
        QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
        return bytes;
    }();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(key);
    hash.addData(text.toUtf8());
    return QLatin1Char('~') + QString::fromLatin1(hash.result().toHex().left(8));
}

}

#include "core/base/Error.h"

namespace isthmus::base {

QString faultName(Fault fault)
{
    switch (fault) {
    case Fault::Cancelled: return QStringLiteral("Cancelled");
    case Fault::Timeout: return QStringLiteral("Timeout");
    case Fault::HostNotFound: return QStringLiteral("HostNotFound");
    case Fault::Unreachable: return QStringLiteral("Unreachable");
    case Fault::ConnectionLost: return QStringLiteral("ConnectionLost");
    case Fault::TlsUnavailable: return QStringLiteral("TlsUnavailable");
    case Fault::TlsCertificate: return QStringLiteral("TlsCertificate");
    case Fault::AuthRejected: return QStringLiteral("AuthRejected");
    case Fault::AuthUnsupported: return QStringLiteral("AuthUnsupported");
    case Fault::ProtocolBroken: return QStringLiteral("ProtocolBroken");
    case Fault::Rejected: return QStringLiteral("Rejected");
    case Fault::TryLater: return QStringLiteral("TryLater");
    case Fault::NotFound: return QStringLiteral("NotFound");
    case Fault::Conflict: return QStringLiteral("Conflict");
    case Fault::Storage: return QStringLiteral("Storage");
    case Fault::Malformed: return QStringLiteral("Malformed");
    case Fault::TooLarge: return QStringLiteral("TooLarge");
    case Fault::Unsupported: return QStringLiteral("Unsupported");
    case Fault::PasswordNeeded: return QStringLiteral("PasswordNeeded");
    case Fault::AccountRemoved: return QStringLiteral("AccountRemoved");
    }
    Q_UNREACHABLE();
}

}

#include "core/secret/KeyringError.h"

#include <qt6keychain/keychain.h>

namespace isthmus::secret {

namespace {

base::Fault faultOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound: return base::Fault::NotFound;
    case QKeychain::AccessDeniedByUser: return base::Fault::Cancelled;
    case QKeychain::AccessDenied: return base::Fault::Rejected;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: return base::Fault::Unsupported;
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError: break;
    }
    return base::Fault::Storage;
}

}

base::Error keyringError(const QKeychain::Job &job)
{
    return {faultOf(job.error()), QStringLiteral("keyring: %1").arg(job.errorString())};
}

}

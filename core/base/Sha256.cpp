#include "core/base/Sha256.h"

#include <nettle/sha2.h>

namespace isthmus::base {

QByteArray sha256(QByteArrayView octets)
{
    const auto *begin = reinterpret_cast<const uint8_t *>(octets.data());
    QByteArray digest(SHA256_DIGEST_SIZE, Qt::Uninitialized);
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, static_cast<std::size_t>(octets.size()), begin);
    sha256_digest(&context, SHA256_DIGEST_SIZE, reinterpret_cast<uint8_t *>(digest.data()));
    return digest;
}

}

#pragma once

#include "core/model/Account.h"
#include "core/model/Batch.h"

namespace isthmus::engine {

struct SaidAt {
    base::Timestamp at;
    std::chrono::milliseconds doubt; ///< how much later it may have been
};

/// When it was said: the archive's word, that of the own server, a delay of somebody who may say so (specification
/// 2.4), else its arrival. Never in the future of its arrival (X49).
[[nodiscard]] SaidAt saidAt(const model::ArrivedStanza &stanza, const model::Account &account);

}

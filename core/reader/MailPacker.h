#pragma once

#include "core/base/Error.h"
#include "core/model/Mail.h"

#include <QByteArray>

namespace isthmus::reader {

/// The reader's side: values into the contents of an answer. ResultCheck is the other side.
[[nodiscard]] QByteArray packMail(const model::Mail &mail);
[[nodiscard]] QByteArray packFault(const base::Error &error);

}

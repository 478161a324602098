#pragma once

#include "core/port/MailReader.h"

#include <QByteArray>

#include <optional>

namespace isthmus::reader {

/// The head of a LayOut request. unpackWish() takes it off the front of \p contents; nullopt if it is none.
[[nodiscard]] QByteArray packWish(const port::LayoutWish &wish);
[[nodiscard]] std::optional<port::LayoutWish> unpackWish(QByteArray &contents);

}

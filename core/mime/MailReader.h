#pragma once

#include "core/base/Result.h"
#include "core/mime/Limits.h"
#include "core/model/Mail.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace isthmus::mime {

/// What became of a text/html part. core/html makes it; whoever owns both rooms joins them.
struct PlainText {
    QString text;
    bool linkMismatch = false; ///< X17
    bool truncated = false;    ///< a limit of 7.3 cut it
    bool exceeded = false;     ///< it was the limit of nodes or depth, for which a gateway refuses a mail
};
using HtmlConverter = std::function<PlainText(const QString &html)>;

/// Reads any octets as a mail (RFC 5322, 2045-2049, 2231, 6532): a damaged one yields what could be read, one without
/// header is all text. Never throws. Thread-safe; CPU and memory are bounded by \p limits and linear in the octets.
/// Fault::TooLarge only with Limits::OnExcess::Refuse.
[[nodiscard]] base::Result<model::Mail> readMail(const QByteArray &raw, const HtmlConverter &html,
                                                 const Limits &limits = {});

/// The decoded octets of the leaf with this section number, as named by readMail() with the same limits; of a
/// multipart its octets as they stand, "TEXT" being the whole body of a mail that is one.
/// Fault::NotFound when there is none.
[[nodiscard]] base::Result<QByteArray> decodedPart(const QByteArray &raw, const QString &section, const Limits &limits = {});

}

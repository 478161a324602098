#pragma once

#include "core/interworking/Context.h"
#include "core/model/Attachment.h"
#include "core/model/Mail.h"

#include <QString>
#include <QStringList>

/// Which part of a mail is shown, and what is listed beside it: specification 2.8, 2.9.
namespace isthmus::interworking {

struct ShownBody {
    QString text;                   ///< LF, without empty lines at the ends
    QString tail;                   ///< with its leading line feeds, or empty
    model::Attachments attachments; ///< named by 7.4, at most 100
    QString signedType;             ///< pgp, smime or empty
    QString lang;                   ///< of the part that is shown, or empty
    bool linkMismatch = false;
    bool truncated = false;
    bool encrypted = false;
    bool hasText = false;            ///< there is a text part at all
    std::optional<QString> reaction; ///< text of a part that is a reaction (RFC 9078)
};

[[nodiscard]] ShownBody shownBody(const model::MailPart &root, const Policy &policy);

/// A trailing block of quoted lines replaced by a line that counts them (policy trim_quote).
[[nodiscard]] QString withoutTrailingQuote(const QString &text);

}

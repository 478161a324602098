#pragma once

#include "core/interworking/Context.h"
#include "core/model/InstantMessage.h"
#include "core/model/OutgoingMail.h"

#include <QString>
#include <QStringList>

/// Text, files and transfer encoding of a message that becomes a mail: specification 2.7, 2.8, 2.9.
/// Not for other rooms.
namespace isthmus::interworking {

struct OutgoingText {
    QString subject;    ///< cleaned; empty: none was given
    QString rawSubject; ///< as it stood: for the content digest
    QString rawBody;
    QString text; ///< LF
    QString lang;
    std::vector<model::OutgoingPart> parts;
    QStringList lost;
    bool hasBody = false; ///< a body or a file was there
};

/// \p name stands for "/me".
[[nodiscard]] OutgoingText outgoingText(const model::InstantMessage &message, const QString &name, const Ctx &ctx);

[[nodiscard]] model::TransferEncoding encodingFor(const QString &text);

}

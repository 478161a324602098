#pragma once

#include "core/interworking/Context.h"
#include "core/interworking/MailToIm.h"
#include "core/interworking/Segmenter.h"

/// How a text travels by its size: specification 4, 4.1, 4.4 (1).
namespace isthmus::interworking {

struct LaidOut {
    toim::Mode mode = toim::Mode::Pager;
    std::vector<ByteRange> segments; ///< of mode Segments
    /// Pager: the message. Segments: all of them, in order. Ibb: the announcement. Link: with the start of the
    /// text, for withLink().
    std::vector<model::InstantMessage> stanzas;
};

/// Cuts \p text, and what asks for receipts goes to the last of several stanzas. \p stanza: everything but body and
/// segments, with its id. \p tail follows the text and is not part of it. Reads policy, peer.
[[nodiscard]] LaidOut layOutText(const model::InstantMessage &stanza, const QString &lang, const QString &text,
                                 const QString &tail, const Ctx &ctx);

/// The id of the message that a stanza with this id is a later segment (4.1) or a file (2.9) of; empty where it is none.
[[nodiscard]] QString idOfWhole(const QString &partId);

}

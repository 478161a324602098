#pragma once

#include "core/model/InstantMessage.h"

#include <string_view>

namespace gloox {
class Tag;
}

namespace isthmus::stanza {

/// Files that a message points to: jabber:x:oob (XEP-0066), stateless file sharing (XEP-0447) and, for reading only,
/// stateless inline media sharing (XEP-0385). One entry for each URL, in the order of their first mention; what
/// several elements say about one URL is joined.
[[nodiscard]] model::Attachments readFiles(const gloox::Tag &message);
/// The children of a <file/>: XEP-0446, and XEP-0234 5 and XEP-0385 in their \p xmlns. The name as it came.
[[nodiscard]] model::Attachment readFileMetadata(const gloox::Tag &file, std::string_view xmlns);
void writeOutOfBand(gloox::Tag &message, const model::Attachments &files);
/// For each file of which more than the URL is known.
void writeFileSharing(gloox::Tag &message, const model::Attachments &files);

/// XEP-0231 data elements.
[[nodiscard]] std::vector<model::InstantMessage::BitsOfBinary> readBits(const gloox::Tag &message);
void writeBits(gloox::Tag &message, const std::vector<model::InstantMessage::BitsOfBinary> &bits);

/// XEP-0481 contents.
[[nodiscard]] std::vector<model::InstantMessage::Content> readContents(const gloox::Tag &message);
void writeContents(gloox::Tag &message, const std::vector<model::InstantMessage::Content> &contents);

}

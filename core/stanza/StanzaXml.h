#pragma once

#include "core/base/Result.h"
#include "core/model/InstantMessage.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace gloox {
class Tag;
}

namespace isthmus::stanza {

/// One whole XML element as a tree, read by XmlGate. Fault::Malformed for what is not well-formed or has a comment, a
/// document type, a processing instruction or an entity of its own (X51); Fault::TooLarge beyond 16 MiB, 64 levels or
/// 100,000 elements and attributes. For stanzas that come as documents.
[[nodiscard]] base::Result<std::shared_ptr<gloox::Tag>> parseElement(const QByteArray &xml);

/// The messages of a document: the root if it is one, else its children that are.
[[nodiscard]] base::Result<std::vector<model::InstantMessage>> parseMessages(const QByteArray &xml);

/// toTag() as UTF-8 XML.
[[nodiscard]] QByteArray messageToXml(const model::InstantMessage &message);

}

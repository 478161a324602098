#include "core/stanza/StanzaXml.h"

#include "core/stanza/MessageCodec.h"
#include "core/stanza/Namespaces.h"
#include "core/stanza/TagTools.h"
#include "core/stanza/XmlGate.h"

#include <gloox/tag.h>

namespace isthmus::stanza {

namespace {

constexpr XmlGate::Limits documentLimits{.depth = 64, .pieces = 100'000, .octets = 16 * 1024 * 1024};

/// Makes a stream of a document.
constexpr char streamHeader[] = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

/// A document may start with a declaration, which has no place inside a stream.
QByteArrayView withoutDeclaration(QByteArrayView xml)
{
    xml = xml.trimmed();
    if (!xml.startsWith("<?xml "))
        return xml;
    const qsizetype end = xml.indexOf("?>");
    return end < 0 ? xml : xml.sliced(end + 2).trimmed();
}

}

base::Result<std::shared_ptr<gloox::Tag>> parseElement(const QByteArray &xml)
{
    std::vector<std::shared_ptr<gloox::Tag>> elements;
    bool refused = false;
    const auto collect = [&](const XmlGate::Event &event) {
        if (const auto *element = std::get_if<XmlGate::Element>(&event))
            elements.push_back(element->tag);
        refused = refused || std::holds_alternative<XmlGate::Refused>(event);
    };
    XmlGate gate(documentLimits);
    auto fed = gate.feed(streamHeader, collect);
    if (fed)
        fed = gate.feed(withoutDeclaration(xml), collect);
    if (fed)
        fed = gate.feed("</stream:stream>", collect); // what is still open does not match this
    if (!fed && fed.error().fault == base::Fault::TooLarge)
        return fed.error();
    if (refused)
        return base::Error{base::Fault::TooLarge, QStringLiteral("XML: too deep or too many elements")};
    if (!fed || elements.size() != 1)
        return base::Error{base::Fault::Malformed, QStringLiteral("XML: not one well-formed element")};
    return elements.front();
}

base::Result<std::vector<model::InstantMessage>> parseMessages(const QByteArray &xml)
{
    const auto root = parseElement(xml);
    if (!root)
        return root.error();
    std::vector<model::InstantMessage> messages;
    if (is(**root, "message", ns::client)) {
        messages.push_back(fromTag(**root));
        return messages;
    }
    for (const gloox::Tag *tag : childrenOf(**root, "message", ns::client))
        messages.push_back(fromTag(*tag));
    return messages;
}

QByteArray messageToXml(const model::InstantMessage &message)
{
    return QByteArray::fromStdString(toTag(message)->xml());
}

}

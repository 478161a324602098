#pragma once

#include "core/stanza/XmlGate.h"

#include <gloox/tag.h>

#include <memory>

namespace isthmus::test {

/// A stanza as the gate gives it.
inline std::shared_ptr<gloox::Tag> tag(const QByteArray &xml)
{
    stanza::XmlGate gate;
    std::shared_ptr<gloox::Tag> found;
    const auto step =
        gate.feed("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>" + xml,
                  [&](const stanza::XmlGate::Event &event) {
                      if (const auto *element = std::get_if<stanza::XmlGate::Element>(&event))
                          found = element->tag;
                  });
    if (!step || !found)
        qFatal("test stanza: %s", xml.constData());
    return found;
}

}

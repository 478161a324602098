#pragma once

#include "core/base/Result.h"
#include "core/stanza/Utf8Check.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <memory>
#include <string>
#include <variant>

namespace gloox {
class Tag;
}

namespace isthmus::stanza {

/// Stands between the socket and everything that understands XMPP: octets in, whole elements out.
///
/// Takes one XML stream (RFC 6120 4, with the restrictions of 11.1: no comment, processing instruction, document type
/// or entity beyond the predefined ones) and gives its top-level elements as trees. gloox's own parser is not
/// used: it dies of legal XML, accepts what is none, knows no limit, and keeps its state over connections.
///
/// In the trees: every element's xmlns is what the stream means by it, whatever the prefixes; an element without
/// namespace has noNamespace; attributes are those without namespace and those of "xml:"; text is legal XML text.
/// Top-level elements of the stream namespace have no prefix. Thread: any, one at a time; not to be destroyed from inside
/// the sink.
class XmlGate
{
public:
    /// RFC 6120 13.12 asks for limits. Servers refuse stanzas over 256 to 512 KiB.
    struct Limits {
        int depth = 64;             ///< of elements, the stream itself not counted; else Refused
        int pieces = 20'000;        ///< elements and attributes in one top-level element; else Refused
        qsizetype octets = 1 << 20; ///< of one top-level element, or of what stands before it; else the end
    };

    struct StreamOpened {
        std::shared_ptr<gloox::Tag> header; ///< <stream/> with its attributes
    };
    struct Element {
        std::shared_ptr<gloox::Tag> tag;
    };
    /// A whole element that was deeper or had more pieces than allowed; the stream goes on, since a stranger's stanza
    /// that ended it would come again with every resumption.
    struct Refused {
        std::string name;
        std::string xmlns;
    };
    struct StreamClosed {};
    using Event = std::variant<StreamOpened, Element, Refused, StreamClosed>;
    using Sink = std::function<void(const Event &)>;

    static constexpr char noNamespace[] = "urn:isthmus:no-namespace";
    static constexpr char streamNamespace[] = "http://etherx.jabber.org/streams";

    XmlGate() : XmlGate(Limits()) {}
    explicit XmlGate(const Limits &limits);
    ~XmlGate();

    /// Calls \p sink for every whole element, in order. Fault::ProtocolBroken: this is not an XMPP stream;
    /// TooLarge: too many octets. Both are final; what was whole before has been given out.
    [[nodiscard]] base::Result<base::Done> feed(QByteArrayView bytes, const Sink &sink);

    /// A new stream begins with the next octet (after SASL). May be called from inside the sink: octets of the old
    /// stream that follow the element given out last are Fault::ProtocolBroken.
    void restart();

private:
    class Private;
    std::unique_ptr<Private> d;
};

}

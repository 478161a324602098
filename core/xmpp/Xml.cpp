#include "core/xmpp/Xml.h"

#include "core/stanza/XmlText.h"

namespace isthmus::xmpp {

using base::Error;
using base::Fault;

namespace {

/// Name of the condition: the child in the namespace of conditions.
QString condition(const gloox::Tag &error, const char *xmlns)
{
    for (const gloox::Tag *entry : error.children()) {
        if (stanza::namespaceOf(*entry) == xmlns && entry->name() != "text")
            return stanza::fromGloox(entry->name());
    }
    return {};
}

}

TagPtr element(const char *name, const char *xmlns)
{
    auto tag = std::make_unique<gloox::Tag>(name);
    tag->setXmlns(xmlns);
    return tag;
}

gloox::Tag *addChild(gloox::Tag &parent, const char *name, const char *xmlns, const QString &text)
{
    auto *tag = new gloox::Tag(&parent, name);
    if (xmlns)
        tag->setXmlns(xmlns);
    if (!text.isEmpty())
        tag->setCData(stanza::toGloox(text));
    return tag;
}

void setAttribute(gloox::Tag &tag, const char *name, const QString &value)
{
    // addAttribute(name, value) would drop an empty value.
    tag.addAttribute(new gloox::Tag::Attribute(name, stanza::toGloox(value)));
}

QString text(const gloox::Tag *tag)
{
    return tag ? stanza::fromGloox(tag->cdata()) : QString();
}

TagPtr iq(const char *type, const QString &id, const model::Jid &to)
{
    auto tag = std::make_unique<gloox::Tag>("iq");
    setAttribute(*tag, "type", QLatin1String(type));
    setAttribute(*tag, "id", id);
    if (!to.isNull())
        setAttribute(*tag, "to", to.toString());
    return tag;
}

TagPtr resultFor(const gloox::Tag &request)
{
    TagPtr answer = iq("result", attribute(request, "id"));
    setAttribute(*answer, "to", attribute(request, "from"));
    return answer;
}

TagPtr errorFor(const gloox::Tag &request, const model::StanzaError &error)
{
    TagPtr answer = iq("error", attribute(request, "id"));
    setAttribute(*answer, "to", attribute(request, "from"));
    gloox::Tag *tag = addChild(*answer, "error");
    setAttribute(*tag, "type", error.type);
    addChild(*tag, error.condition.toLatin1().constData(), ns::stanzaErrors);
    return answer;
}

Error errorOfStanza(const gloox::Tag &stanza)
{
    const gloox::Tag *error = stanza.findChild("error");
    const QString name = error ? condition(*error, ns::stanzaErrors) : QString();
    const QString type = error ? attribute(*error, "type") : QString();
    const QString detail = QStringLiteral("XMPP: %1").arg(name.isEmpty() ? QStringLiteral("error") : name);
    if (name == u"item-not-found" || name == u"recipient-unavailable")
        return {Fault::NotFound, detail};
    if (name == u"conflict")
        return {Fault::Conflict, detail};
    if (name == u"feature-not-implemented" || name == u"service-unavailable")
        return {Fault::Unsupported, detail};
    if (name == u"remote-server-not-found")
        return {Fault::HostNotFound, detail};
    if (name == u"remote-server-timeout" || name == u"resource-constraint" || type == u"wait")
        return {Fault::TryLater, detail};
    return {Fault::Rejected, detail};
}

Error errorOfStream(const gloox::Tag &error)
{
    const QString name = condition(error, ns::streamErrors);
    const QString detail = QStringLiteral("XMPP stream: %1").arg(name);
    if (name == u"not-authorized")
        return {Fault::AuthRejected, detail};
    if (name == u"host-unknown" || name == u"host-gone" || name == u"improper-addressing")
        return {Fault::Rejected, detail};
    if (name == u"conflict")
        return {Fault::Conflict, detail};
    if (name == u"bad-format" || name == u"not-well-formed" || name == u"invalid-xml" || name == u"restricted-xml"
        || name == u"unsupported-encoding" || name == u"invalid-namespace")
        return {Fault::ProtocolBroken, detail};
    return {Fault::TryLater, detail};
}

}

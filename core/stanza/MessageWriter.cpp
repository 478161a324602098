#include "core/stanza/EmailCodec.h"
#include "core/stanza/FileCodec.h"
#include "core/stanza/MessageCodec.h"
#include "core/stanza/Namespaces.h"
#include "core/stanza/TagTools.h"

#include <gloox/tag.h>

namespace isthmus::stanza {

namespace {

using model::InstantMessage;

QString typeName(InstantMessage::Type type)
{
    switch (type) {
    case InstantMessage::Type::Absent: return {};
    case InstantMessage::Type::Normal: return QStringLiteral("normal");
    case InstantMessage::Type::Chat: return QStringLiteral("chat");
    case InstantMessage::Type::Groupchat: return QStringLiteral("groupchat");
    case InstantMessage::Type::Headline: return QStringLiteral("headline");
    case InstantMessage::Type::Error: return QStringLiteral("error");
    }
    return {};
}

/// Writes the children of one message in the order of specification 3.5. What that does not name stands next to
/// what it is most like.
class Writer
{
public:
    Writer(const InstantMessage &message, gloox::Tag &tag) : m_message(message), m_tag(tag) {}

    void write()
    {
        envelope();
        texts("subject", m_message.subjects);
        texts("body", m_message.bodies);
        if (!m_message.thread.isEmpty())
            append(m_tag, "thread", m_message.thread);
        if (m_message.email)
            writeEmail(m_tag, *m_message.email);
        addresses();
        element("origin-id", ns::stanzaIds, m_message.originId);
        if (!m_message.nick.isEmpty())
            append(m_tag, "nick", ns::nick, m_message.nick);
        relations();
        delays();
        urgency();
        writeOutOfBand(m_tag, m_message.files);
        writeFileSharing(m_tag, m_message.files);
        writeContents(m_tag, m_message.contents);
        writeBits(m_tag, m_message.bits);
        for (const model::Fallback &fallback : m_message.fallbacks)
            this->fallback(fallback);
        notifications();
        hints();
        if (m_message.segment)
            writeSegment(m_tag, *m_message.segment);
        error();
    }

private:
    /// An element with an id, if there is one.
    gloox::Tag *element(std::string_view name, std::string_view xmlns, const QString &id)
    {
        if (id.isEmpty())
            return nullptr;
        gloox::Tag *tag = append(m_tag, name, xmlns);
        setAttribute(*tag, "id", id);
        return tag;
    }

    void flag(bool set, std::string_view name, std::string_view xmlns)
    {
        if (set)
            append(m_tag, name, xmlns);
    }

    void envelope()
    {
        setAttribute(m_tag, "from", m_message.from.toString());
        setAttribute(m_tag, "to", m_message.to.toString());
        setAttribute(m_tag, "type", typeName(m_message.type));
        setAttribute(m_tag, "id", m_message.id);
        setAttribute(m_tag, "xml:lang", m_message.lang);
    }

    void texts(std::string_view name, const std::vector<model::LangText> &list)
    {
        for (const model::LangText &one : list) {
            gloox::Tag *tag = append(m_tag, name, one.text);
            if (one.lang != m_message.lang)
                setAttribute(*tag, "xml:lang", one.lang);
        }
    }

    void addresses()
    {
        if (m_message.addresses.empty())
            return;
        gloox::Tag *list = append(m_tag, "addresses", ns::addresses);
        for (const model::ExtendedAddress &one : m_message.addresses) {
            gloox::Tag *tag = append(*list, "address");
            setAttribute(*tag, "type", one.type);
            setAttribute(*tag, "jid", one.jid);
            setAttribute(*tag, "uri", one.uri);
            setAttribute(*tag, "desc", one.description);
            if (one.delivered)
                setAttribute(*tag, "delivered", u"true");
        }
    }

    void relations()
    {
        if (gloox::Tag *reply = element("reply", ns::reply, m_message.replyId))
            setAttribute(*reply, "to", m_message.replyTo.toString());
        element("replace", ns::correct, m_message.replaceId);
        element("retract", ns::retract, m_message.retractId);
        if (gloox::Tag *reactions = element("reactions", ns::reactions, m_message.reactionsId)) {
            for (const QString &one : m_message.reactions)
                append(*reactions, "reaction", one);
        }
    }

    void delays()
    {
        for (const InstantMessage::Delay &delay : m_message.delays) {
            gloox::Tag *tag = append(m_tag, "delay", ns::delay);
            setAttribute(*tag, "from", delay.from.toString());
            setAttribute(*tag, "stamp", base::toXmppDateTime(delay.stamp));
        }
    }

    void urgency()
    {
        if (m_message.urgency.isEmpty())
            return;
        gloox::Tag *headers = append(m_tag, "headers", ns::shim);
        setAttribute(*append(*headers, "header", m_message.urgency), "name", u"Urgency");
    }

    static void ranges(gloox::Tag &fallback, std::string_view name, bool whole,
                       const std::vector<model::CodePointRange> &list)
    {
        if (whole)
            append(fallback, name);
        for (const model::CodePointRange &range : list) {
            gloox::Tag *tag = append(fallback, name);
            setAttribute(*tag, "start", QString::number(range.start));
            setAttribute(*tag, "end", QString::number(range.end));
        }
    }

    /// XEP-0428's schema has subject before body. Without any region it would mean the whole message.
    void fallback(const model::Fallback &fallback)
    {
        const bool empty =
            !fallback.wholeSubject && !fallback.wholeBody && fallback.subjectRanges.empty() && fallback.bodyRanges.empty();
        if (empty)
            return;
        gloox::Tag *tag = append(m_tag, "fallback", ns::fallback);
        setAttribute(*tag, "for", fallback.forNamespace);
        ranges(*tag, "subject", fallback.wholeSubject, fallback.subjectRanges);
        ranges(*tag, "body", fallback.wholeBody, fallback.bodyRanges);
    }

    void notifications()
    {
        flag(m_message.receiptRequest, "request", ns::receipts);
        element("received", ns::receipts, m_message.receivedId);
        flag(m_message.markable, "markable", ns::markers);
        element("displayed", ns::markers, m_message.displayedId);
        flag(m_message.marks.unstyled, "unstyled", ns::styling);
    }

    void hints()
    {
        flag(m_message.marks.store, "store", ns::hints);
        flag(m_message.marks.noStore, "no-store", ns::hints);
        flag(m_message.marks.noCopy, "no-copy", ns::hints);
        flag(m_message.marks.privateCarbon, "private", ns::carbons);
    }

    void error()
    {
        if (!m_message.error)
            return;
        gloox::Tag *tag = append(m_tag, "error");
        setAttribute(*tag, "type", m_message.error->type);
        if (!m_message.error->condition.isEmpty())
            append(*tag, m_message.error->condition.toStdString(), ns::stanzaErrors, m_message.error->uri);
        if (!m_message.error->text.isEmpty())
            append(*tag, "text", ns::stanzaErrors, m_message.error->text);
    }

    const InstantMessage &m_message;
    gloox::Tag &m_tag;
};

}

std::unique_ptr<gloox::Tag> toTag(const InstantMessage &message)
{
    auto tag = std::make_unique<gloox::Tag>("message");
    tag->setXmlns(std::string(ns::client));
    Writer(message, *tag).write();
    return tag;
}

}

#include "core/stanza/EmailCodec.h"
#include "core/stanza/FileCodec.h"
#include "core/stanza/MessageCodec.h"
#include "core/stanza/Namespaces.h"
#include "core/stanza/TagTools.h"

#include <gloox/tag.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace isthmus::stanza {

namespace {

using model::InstantMessage;

constexpr size_t mostAddresses = 1000;

InstantMessage::Type typeOf(const QString &text)
{
    static constexpr std::array<std::pair<const char *, InstantMessage::Type>, 4> known{
        {{"chat", InstantMessage::Type::Chat},
         {"groupchat", InstantMessage::Type::Groupchat},
         {"headline", InstantMessage::Type::Headline},
         {"error", InstantMessage::Type::Error}}};
    if (text.isEmpty())
        return InstantMessage::Type::Absent;
    for (const auto &[name, type] : known) {
        if (text == QLatin1String(name))
            return type;
    }
    return InstantMessage::Type::Normal; // RFC 6121 5.2.2: unknown ones too
}

/// Ranges of XEP-0428: without start and end the whole of it.
void readRanges(const gloox::Tag &fallback, std::string_view name, bool &whole, std::vector<model::CodePointRange> &ranges)
{
    constexpr std::uint64_t most = std::numeric_limits<int>::max();
    for (const gloox::Tag *tag : childrenOf(fallback, name, ns::fallback)) {
        const auto start = number(attribute(*tag, "start"), most);
        const auto end = number(attribute(*tag, "end"), most);
        if (attribute(*tag, "start").isEmpty() && attribute(*tag, "end").isEmpty())
            whole = true;
        else if (start && end && *start < *end)
            ranges.push_back({static_cast<int>(*start), static_cast<int>(*end)});
    }
}

/// Fills one message from its element, without looking at wrappers.
class Reader
{
public:
    Reader(const gloox::Tag &tag, InstantMessage &message) : m_tag(tag), m_message(message), m_own(namespaceOf(tag)) {}

    void read()
    {
        envelope();
        texts();
        ids();
        conversation();
        addresses();
        fallbacks();
        m_message.files = readFiles(m_tag);
        m_message.contents = readContents(m_tag);
        m_message.bits = readBits(m_tag);
        mail();
        error();
        for (const gloox::Tag *child : m_tag.children())
            mark(*child);
        const auto otr = [](const model::LangText &body) { return body.text.startsWith(QLatin1String("?OTR")); };
        if (std::any_of(m_message.bodies.begin(), m_message.bodies.end(), otr))
            m_message.marks.encrypted = true;
    }

private:
    [[nodiscard]] const gloox::Tag *find(std::string_view name, std::string_view xmlns) const
    {
        return child(m_tag, name, xmlns);
    }

    /// Attribute `id` of a child; empty if there is no such child.
    [[nodiscard]] QString idOf(std::string_view name, std::string_view xmlns) const
    {
        const gloox::Tag *found = find(name, xmlns);
        return found ? attribute(*found, "id") : QString();
    }

    void envelope()
    {
        m_message.type = typeOf(attribute(m_tag, "type"));
        m_message.from = jidAttribute(m_tag, "from");
        m_message.to = jidAttribute(m_tag, "to");
        m_message.toText = attribute(m_tag, "to");
        m_message.id = attribute(m_tag, "id");
        m_message.lang = languageOf(m_tag);
        m_message.thread = childText(m_tag, "thread", m_own);
    }

    [[nodiscard]] std::vector<model::LangText> langTexts(std::string_view name) const
    {
        std::vector<model::LangText> texts;
        for (const gloox::Tag *tag : childrenOf(m_tag, name, m_own)) {
            const QString lang = languageOf(*tag);
            texts.push_back({lang.isEmpty() ? m_message.lang : lang, textOf(*tag)});
        }
        return texts;
    }

    void texts()
    {
        m_message.bodies = langTexts("body");
        m_message.subjects = langTexts("subject");
    }

    void ids()
    {
        m_message.originId = idOf("origin-id", ns::stanzaIds);
        for (const gloox::Tag *tag : childrenOf(m_tag, "stanza-id", ns::stanzaIds))
            m_message.stanzaIds.emplace_back(attribute(*tag, "id"), jidAttribute(*tag, "by"));
        m_message.replyId = idOf("reply", ns::reply);
        if (const gloox::Tag *reply = find("reply", ns::reply))
            m_message.replyTo = jidAttribute(*reply, "to");
        m_message.replaceId = idOf("replace", ns::correct);
        m_message.retractId = idOf("retract", ns::retract);
        if (const gloox::Tag *reactions = find("reactions", ns::reactions)) {
            m_message.reactionsId = attribute(*reactions, "id");
            for (const gloox::Tag *tag : childrenOf(*reactions, "reaction", ns::reactions))
                m_message.reactions.push_back(textOf(*tag).trimmed());
        }
    }

    void conversation()
    {
        m_message.receiptRequest = find("request", ns::receipts) != nullptr;
        m_message.receivedId = idOf("received", ns::receipts);
        m_message.markable = find("markable", ns::markers) != nullptr;
        m_message.displayedId = idOf("displayed", ns::markers);
        for (const gloox::Tag *tag : childrenOf(m_tag, "delay", ns::delay)) {
            if (const auto stamp = base::fromXmppDateTime(attribute(*tag, "stamp")))
                m_message.delays.push_back({jidAttribute(*tag, "from"), *stamp});
        }
        m_message.nick = childText(m_tag, "nick", ns::nick);
        if (const gloox::Tag *headers = find("headers", ns::shim)) {
            for (const gloox::Tag *tag : childrenOf(*headers, "header", ns::shim)) {
                const QString value = textOf(*tag).trimmed().toLower();
                const bool known =
                    value == QLatin1String("high") || value == QLatin1String("medium") || value == QLatin1String("low");
                if (known && attribute(*tag, "name").compare(QLatin1String("Urgency"), Qt::CaseInsensitive) == 0)
                    m_message.urgency = value;
            }
        }
    }

    void addresses()
    {
        const gloox::Tag *list = find("addresses", ns::addresses);
        if (!list)
            return;
        for (const gloox::Tag *tag : childrenOf(*list, "address", ns::addresses)) {
            if (m_message.addresses.size() < mostAddresses)
                m_message.addresses.push_back({attribute(*tag, "type"), attribute(*tag, "jid"), attribute(*tag, "uri"),
                                               attribute(*tag, "desc"), isTrue(attribute(*tag, "delivered"))});
        }
    }

    void fallbacks()
    {
        for (const gloox::Tag *tag : childrenOf(m_tag, "fallback", ns::fallback)) {
            model::Fallback fallback;
            fallback.forNamespace = attribute(*tag, "for");
            readRanges(*tag, "body", fallback.wholeBody, fallback.bodyRanges);
            readRanges(*tag, "subject", fallback.wholeSubject, fallback.subjectRanges);
            if (tag->children().empty()) // all of the message is fallback
                fallback.wholeBody = fallback.wholeSubject = true;
            m_message.fallbacks.push_back(std::move(fallback));
        }
    }

    void mail()
    {
        const std::vector<const gloox::Tag *> emails = childrenOf(m_tag, "email", ns::email);
        m_message.emailElements = static_cast<int>(emails.size());
        if (emails.size() == 1)
            m_message.email = readEmail(*emails.front());
        if (const gloox::Tag *segment = find("segment", ns::segment))
            m_message.segment = readSegment(*segment);
    }

    void error()
    {
        const gloox::Tag *tag = find("error", m_own);
        if (!tag)
            return;
        model::StanzaError error;
        error.type = attribute(*tag, "type");
        for (const gloox::Tag *part : tag->children()) {
            if (namespaceOf(*part) != ns::stanzaErrors)
                continue;
            if (part->name() == "text")
                error.text = textOf(*part);
            else if (error.condition.isEmpty()) {
                error.condition = QString::fromStdString(part->name());
                error.uri = textOf(*part).trimmed();
            }
        }
        m_message.error = std::move(error);
    }

    void mark(const gloox::Tag &tag)
    {
        model::MessageMarks &marks = m_message.marks;
        const std::string xmlns = namespaceOf(tag);
        const std::string &name = tag.name();
        marks.encrypted |= xmlns == ns::encryption || xmlns == ns::omemoLegacy || xmlns.starts_with(ns::omemoPrefix)
                           || xmlns == ns::openPgp || xmlns == ns::openPgpLegacy;
        marks.pubsubEvent |= xmlns == ns::pubsubEvent;
        marks.dataForm |= xmlns == ns::dataForms;
        marks.mucUser |= name == "x" && xmlns == ns::mucUser;
        marks.invite |= xmlns == ns::conference || (xmlns == ns::mucUser && child(tag, "invite", ns::mucUser));
        marks.attention |= xmlns == ns::attention;
        marks.ephemeral |= xmlns == ns::ephemeral;
        marks.securityLabel |= xmlns == ns::securityLabel;
        marks.chatState |= xmlns == ns::chatStates || xmlns == ns::realTimeText;
        marks.unstyled |= name == "unstyled" && xmlns == ns::styling;
        marks.store |= name == "store" && xmlns == ns::hints;
        marks.noStore |= (name == "no-store" || name == "no-permanent-store") && xmlns == ns::hints;
        marks.noCopy |= name == "no-copy" && xmlns == ns::hints;
        marks.privateCarbon |= name == "private" && xmlns == ns::carbons;
    }

    const gloox::Tag &m_tag;
    InstantMessage &m_message;
    std::string m_own; ///< jabber:client, or jabber:component:accept
};

/// The carbon or archive result of \p message, if it is one.
const gloox::Tag *wrapperOf(const gloox::Tag &message, InstantMessage::Wrapper &kind)
{
    if (const gloox::Tag *sent = child(message, "sent", ns::carbons)) {
        kind = InstantMessage::Wrapper::CarbonSent;
        return sent;
    }
    if (const gloox::Tag *received = child(message, "received", ns::carbons)) {
        kind = InstantMessage::Wrapper::CarbonReceived;
        return received;
    }
    kind = InstantMessage::Wrapper::Archive;
    return child(message, "result", ns::archive);
}

}

model::InstantMessage fromTag(const gloox::Tag &tag)
{
    InstantMessage message;
    InstantMessage::Wrapper kind = InstantMessage::Wrapper::None;
    const gloox::Tag *wrapper = wrapperOf(tag, kind);
    if (!wrapper) {
        Reader(tag, message).read();
        return message;
    }
    message.wrapper = kind;
    message.wrapperFrom = jidAttribute(tag, "from");
    if (kind == InstantMessage::Wrapper::Archive) {
        message.archiveQueryId = attribute(*wrapper, "queryid");
        message.archiveId = attribute(*wrapper, "id");
    }
    const gloox::Tag *forwarded = child(*wrapper, "forwarded", ns::forward);
    if (!forwarded)
        return message;
    if (const gloox::Tag *delay = child(*forwarded, "delay", ns::delay))
        message.forwardedAt = base::fromXmppDateTime(attribute(*delay, "stamp"));
    // A carbon that was held back for this stream is stamped itself (XEP-0198 with XEP-0203).
    else if (const gloox::Tag *held = child(tag, "delay", ns::delay);
             held && kind != InstantMessage::Wrapper::Archive && jidAttribute(*held, "from") == message.wrapperFrom)
        message.forwardedAt = base::fromXmppDateTime(attribute(*held, "stamp"));
    if (const gloox::Tag *inner = child(*forwarded, "message", ns::client))
        Reader(*inner, message).read();
    return message;
}

}

#include "core/stanza/TagTools.h"

#include "core/stanza/Namespaces.h"
#include "core/stanza/XmlText.h"

#include <gloox/tag.h>

#include <algorithm>

namespace isthmus::stanza {

std::string namespaceOf(const gloox::Tag &tag)
{
    for (const gloox::Tag *at = &tag; at; at = at->parent()) {
        std::string xmlns = at->prefix().empty() ? at->xmlns() : at->xmlns(at->prefix());
        // A prefix belongs to its own element; others inherit only the default namespace.
        if (!xmlns.empty() && (at == &tag || at->prefix().empty()))
            return xmlns;
    }
    return std::string(ns::client);
}

bool is(const gloox::Tag &tag, std::string_view name, std::string_view xmlns)
{
    return tag.name() == name && namespaceOf(tag) == xmlns;
}

std::vector<const gloox::Tag *> childrenOf(const gloox::Tag &parent, std::string_view name, std::string_view xmlns)
{
    std::vector<const gloox::Tag *> found;
    for (const gloox::Tag *tag : parent.children()) {
        if (is(*tag, name, xmlns))
            found.push_back(tag);
    }
    return found;
}

const gloox::Tag *child(const gloox::Tag &parent, std::string_view name, std::string_view xmlns)
{
    const gloox::TagList &all = parent.children();
    const auto found = std::find_if(all.begin(), all.end(), [&](const gloox::Tag *tag) { return is(*tag, name, xmlns); });
    return found == all.end() ? nullptr : *found;
}

QString textOf(const gloox::Tag &tag)
{
    return fromGloox(tag.cdata());
}

QString childText(const gloox::Tag &parent, std::string_view name, std::string_view xmlns)
{
    const gloox::Tag *found = child(parent, name, xmlns);
    return found ? textOf(*found) : QString();
}

QString attribute(const gloox::Tag &tag, const char *name)
{
    return fromGloox(tag.findAttribute(name));
}

QString languageOf(const gloox::Tag &tag)
{
    return attribute(tag, "xml:lang");
}

model::Jid jidAttribute(const gloox::Tag &tag, const char *name)
{
    const QString text = attribute(tag, name);
    return text.isEmpty() ? model::Jid() : model::Jid::parse(text).valueOr({});
}

std::optional<std::uint64_t> number(const QString &text, std::uint64_t most)
{
    const QString digits = text.trimmed();
    const bool plain = !digits.isEmpty() && digits.size() < 20
                       && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const std::uint64_t value = plain ? digits.toULongLong() : 0;
    return plain && value <= most ? std::optional(value) : std::nullopt;
}

bool isTrue(const QString &text)
{
    return text.trimmed() == QLatin1String("true") || text.trimmed() == QLatin1String("1");
}

QByteArray sha256FromHex(const QString &hex)
{
    const QByteArray digits = hex.trimmed().toLatin1().toLower();
    const QByteArray octets = QByteArray::fromHex(digits);
    return octets.size() == 32 && octets.toHex() == digits ? octets : QByteArray();
}

gloox::Tag *append(gloox::Tag &parent, std::string_view name, QStringView text)
{
    // A reader would turn a raw CR into LF anyway (XML 1.0, 2.11).
    QString lines = text.toString();
    lines.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
    return new gloox::Tag(&parent, std::string(name), toGloox(lines));
}

gloox::Tag *append(gloox::Tag &parent, std::string_view name, std::string_view xmlns, QStringView text)
{
    gloox::Tag *tag = append(parent, name, text);
    tag->setXmlns(std::string(xmlns));
    return tag;
}

void setAttribute(gloox::Tag &tag, const char *name, QStringView value)
{
    // gloox writes line breaks raw, and a reader takes raw ones for blanks (XML 1.0, 3.3.3).
    QString blank = value.toString();
    blank.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
    if (!blank.isEmpty())
        tag.addAttribute(name, toGloox(blank));
}

}

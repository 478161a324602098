#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Jid.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace gloox {
class Tag;
}

/// Reading and building gloox::Tag with the care that gloox itself lacks (libraries: names without namespaces).
namespace isthmus::stanza {

/// The element's namespace, inherited from its ancestors; jabber:client where nobody says.
[[nodiscard]] std::string namespaceOf(const gloox::Tag &tag);
[[nodiscard]] bool is(const gloox::Tag &tag, std::string_view name, std::string_view xmlns);

/// The first child of that name and namespace, or nullptr.
[[nodiscard]] const gloox::Tag *child(const gloox::Tag &parent, std::string_view name, std::string_view xmlns);
[[nodiscard]] std::vector<const gloox::Tag *> childrenOf(const gloox::Tag &parent, std::string_view name,
                                                         std::string_view xmlns);

[[nodiscard]] QString textOf(const gloox::Tag &tag);
[[nodiscard]] QString childText(const gloox::Tag &parent, std::string_view name, std::string_view xmlns);
/// Empty if absent.
[[nodiscard]] QString attribute(const gloox::Tag &tag, const char *name);
/// xml:lang of the element itself.
[[nodiscard]] QString languageOf(const gloox::Tag &tag);
/// Null if absent or no address.
[[nodiscard]] model::Jid jidAttribute(const gloox::Tag &tag, const char *name);
/// A decimal number without sign, not above \p most.
[[nodiscard]] std::optional<std::uint64_t> number(const QString &text, std::uint64_t most);
/// xs:boolean; false for anything else.
[[nodiscard]] bool isTrue(const QString &text);
/// 32 octets from 64 hexadecimal digits; empty otherwise.
[[nodiscard]] QByteArray sha256FromHex(const QString &hex);

/// Appends an element; \p text is cleaned for XML. Owned by \p parent.
gloox::Tag *append(gloox::Tag &parent, std::string_view name, std::string_view xmlns, QStringView text = {});
/// Appends an element of the parent's own namespace.
gloox::Tag *append(gloox::Tag &parent, std::string_view name, QStringView text = {});
/// Does nothing for an empty value.
void setAttribute(gloox::Tag &tag, const char *name, QStringView value);

}

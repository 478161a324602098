#pragma once

#include "core/base/Error.h"
#include "core/model/InstantMessage.h"
#include "core/model/Jid.h"
#include "core/stanza/TagTools.h"

#include <QString>

#include <memory>

#include <gloox/tag.h>

namespace isthmus::xmpp {

namespace ns {
inline constexpr char client[] = "jabber:client";
inline constexpr char streams[] = "http://etherx.jabber.org/streams";
inline constexpr char tls[] = "urn:ietf:params:xml:ns:xmpp-tls";
inline constexpr char sasl[] = "urn:ietf:params:xml:ns:xmpp-sasl";
inline constexpr char bind[] = "urn:ietf:params:xml:ns:xmpp-bind";
inline constexpr char stanzaErrors[] = "urn:ietf:params:xml:ns:xmpp-stanzas";
inline constexpr char streamErrors[] = "urn:ietf:params:xml:ns:xmpp-streams";
inline constexpr char streamManagement[] = "urn:xmpp:sm:3";
inline constexpr char roster[] = "jabber:iq:roster";
inline constexpr char blocking[] = "urn:xmpp:blocking";
inline constexpr char ping[] = "urn:xmpp:ping";
inline constexpr char carbons[] = "urn:xmpp:carbons:2";
inline constexpr char archive[] = "urn:xmpp:mam:2";
inline constexpr char resultSet[] = "http://jabber.org/protocol/rsm";
inline constexpr char dataForms[] = "jabber:x:data";
inline constexpr char stanzaIds[] = "urn:xmpp:sid:0";
inline constexpr char vcardTemp[] = "vcard-temp";
inline constexpr char vcard4[] = "urn:ietf:params:xml:ns:vcard-4.0";
inline constexpr char vcard4Node[] = "urn:xmpp:vcard4";
inline constexpr char pubsub[] = "http://jabber.org/protocol/pubsub";
inline constexpr char pubsubEvent[] = "http://jabber.org/protocol/pubsub#event";
inline constexpr char nick[] = "http://jabber.org/protocol/nick";
inline constexpr char displayed[] = "urn:xmpp:mds:displayed:0";
inline constexpr char discoInfo[] = "http://jabber.org/protocol/disco#info";
inline constexpr char discoItems[] = "http://jabber.org/protocol/disco#items";
inline constexpr char upload[] = "urn:xmpp:http:upload:0";
inline constexpr char inBand[] = "http://jabber.org/protocol/ibb";
inline constexpr char streamInitiation[] = "http://jabber.org/protocol/si";
inline constexpr char fileProfile[] = "http://jabber.org/protocol/si/profile/file-transfer";
inline constexpr char featureNegotiation[] = "http://jabber.org/protocol/feature-neg";
inline constexpr char jingle[] = "urn:xmpp:jingle:1";
inline constexpr char jingleErrors[] = "urn:xmpp:jingle:errors:1";
inline constexpr char jingleFile[] = "urn:xmpp:jingle:apps:file-transfer:5";
inline constexpr char jingleFileErrors[] = "urn:xmpp:jingle:apps:file-transfer:errors:0";
inline constexpr char jingleInBand[] = "urn:xmpp:jingle:transports:ibb:1";
inline constexpr char hashes[] = "urn:xmpp:hashes:2";
inline constexpr char registration[] = "jabber:iq:register";
}

using stanza::attribute;
using stanza::child;
using stanza::is;
using stanza::jidAttribute;

using TagPtr = std::unique_ptr<gloox::Tag>;

/// An element with its namespace.
[[nodiscard]] TagPtr element(const char *name, const char *xmlns);
/// Adds an element to \p parent, which owns it; without \p xmlns it has its parent's.
gloox::Tag *addChild(gloox::Tag &parent, const char *name, const char *xmlns = nullptr, const QString &text = {});
void setAttribute(gloox::Tag &tag, const char *name, const QString &value);

/// Text of the element; empty for nullptr.
[[nodiscard]] QString text(const gloox::Tag *tag);
/// An <iq/> of \p type (get, set) with \p id; a null \p to is our own account.
[[nodiscard]] TagPtr iq(const char *type, const QString &id, const model::Jid &to = {});

/// The answers to an <iq/> that came: an empty result, and an error (RFC 6120 8.2.3, 8.3).
[[nodiscard]] TagPtr resultFor(const gloox::Tag &request);
[[nodiscard]] TagPtr errorFor(const gloox::Tag &request, const model::StanzaError &error);

/// What a stanza of type error says (RFC 6120 8.3.3), as a Fault.
[[nodiscard]] base::Error errorOfStanza(const gloox::Tag &stanza);
/// What <stream:error/> says (RFC 6120 4.9.3).
[[nodiscard]] base::Error errorOfStream(const gloox::Tag &error);

}

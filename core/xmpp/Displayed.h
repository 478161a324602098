#pragma once

#include "core/model/Batch.h"
#include "core/xmpp/Xml.h"

#include <vector>

namespace isthmus::xmpp {

/// Message Displayed Synchronization (XEP-0490): how far each chat has been read, kept in a private PEP node of
/// our own account.

/// Asks for everything in the node.
[[nodiscard]] TagPtr displayedRequest(const QString &id);
/// Says that \p chat has been read up to the message with that stanza id of our own archive. Readable by nobody
/// else: a node that cannot be so is not published to (XEP-0060 7.1.5, publish-options).
[[nodiscard]] TagPtr displayedPublication(const QString &id, const model::Jid &own, const model::Jid &chat,
                                          const QString &stanzaId);

/// What <items/> of the node says, in the <pubsub/> of an answer or the <event/> of a message. Entries about something
/// else than a chat with a person, and ids that another archive than our own has given, are left out.
[[nodiscard]] std::vector<model::DisplayedElsewhere> readDisplayed(const gloox::Tag &parent, const model::Jid &own);
/// Whether a message is news from that node. Only from our own account is it to be believed.
[[nodiscard]] const gloox::Tag *displayedEvent(const gloox::Tag &message);

}

#pragma once

#include <string_view>

/// Namespaces that the stanza codec knows, with their documents.
namespace isthmus::stanza::ns {

inline constexpr std::string_view client = "jabber:client"; ///< RFC 6120 4.8.2
inline constexpr std::string_view stanzaErrors = "urn:ietf:params:xml:ns:xmpp-stanzas";
inline constexpr std::string_view email = "urn:isthmus:email:1"; ///< specification 3.3
inline constexpr std::string_view segment = "urn:isthmus:segment:1";
inline constexpr std::string_view dataForms = "jabber:x:data";                             ///< XEP-0004
inline constexpr std::string_view addresses = "http://jabber.org/protocol/address";        ///< XEP-0033
inline constexpr std::string_view mucUser = "http://jabber.org/protocol/muc#user";         ///< XEP-0045
inline constexpr std::string_view pubsubEvent = "http://jabber.org/protocol/pubsub#event"; ///< XEP-0060
inline constexpr std::string_view outOfBand = "jabber:x:oob";                              ///< XEP-0066
inline constexpr std::string_view chatStates = "http://jabber.org/protocol/chatstates";    ///< XEP-0085
inline constexpr std::string_view shim = "http://jabber.org/protocol/shim";                ///< XEP-0131
inline constexpr std::string_view urlData = "http://jabber.org/protocol/url-data";         ///< XEP-0103
inline constexpr std::string_view nick = "http://jabber.org/protocol/nick";                ///< XEP-0172
inline constexpr std::string_view receipts = "urn:xmpp:receipts";                          ///< XEP-0184
inline constexpr std::string_view delay = "urn:xmpp:delay";                                ///< XEP-0203
inline constexpr std::string_view attention = "urn:xmpp:attention:0";                      ///< XEP-0224
inline constexpr std::string_view bitsOfBinary = "urn:xmpp:bob";                           ///< XEP-0231
inline constexpr std::string_view conference = "jabber:x:conference";                      ///< XEP-0249
inline constexpr std::string_view securityLabel = "urn:xmpp:sec-label:0";                  ///< XEP-0258
inline constexpr std::string_view carbons = "urn:xmpp:carbons:2";                          ///< XEP-0280
inline constexpr std::string_view forward = "urn:xmpp:forward:0";                          ///< XEP-0297
inline constexpr std::string_view hashes = "urn:xmpp:hashes:2";                            ///< XEP-0300
inline constexpr std::string_view realTimeText = "urn:xmpp:rtt:0";                         ///< XEP-0301
inline constexpr std::string_view correct = "urn:xmpp:message-correct:0";                  ///< XEP-0308
inline constexpr std::string_view archive = "urn:xmpp:mam:2";                              ///< XEP-0313
inline constexpr std::string_view markers = "urn:xmpp:chat-markers:0";                     ///< XEP-0333
inline constexpr std::string_view hints = "urn:xmpp:hints";                                ///< XEP-0334
inline constexpr std::string_view stanzaIds = "urn:xmpp:sid:0";                            ///< XEP-0359
inline constexpr std::string_view reference = "urn:xmpp:reference:0";                      ///< XEP-0372
inline constexpr std::string_view encryption = "urn:xmpp:eme:0";                           ///< XEP-0380
inline constexpr std::string_view omemoLegacy = "eu.siacs.conversations.axolotl";          ///< XEP-0384 0.3
inline constexpr std::string_view omemoPrefix = "urn:xmpp:omemo:";                         ///< XEP-0384, any version
inline constexpr std::string_view openPgp = "urn:xmpp:openpgp:0";                          ///< XEP-0373
inline constexpr std::string_view openPgpLegacy = "jabber:x:encrypted";                    ///< XEP-0027
inline constexpr std::string_view mediaSharing = "urn:xmpp:sims:1";                        ///< XEP-0385
inline constexpr std::string_view styling = "urn:xmpp:styling:0";                          ///< XEP-0393
inline constexpr std::string_view retract = "urn:xmpp:message-retract:1";                  ///< XEP-0424
inline constexpr std::string_view fallback = "urn:xmpp:fallback:0";                        ///< XEP-0428
inline constexpr std::string_view reactions = "urn:xmpp:reactions:0";                      ///< XEP-0444
inline constexpr std::string_view fileMetadata = "urn:xmpp:file:metadata:0";               ///< XEP-0446
inline constexpr std::string_view fileSharing = "urn:xmpp:sfs:0";                          ///< XEP-0447
inline constexpr std::string_view reply = "urn:xmpp:reply:0";                              ///< XEP-0461
inline constexpr std::string_view ephemeral = "urn:xmpp:ephemeral:0";                      ///< XEP-0466
inline constexpr std::string_view content = "urn:xmpp:content";                            ///< XEP-0481

}

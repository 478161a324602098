#pragma once

#include <QLatin1String>

#include <chrono>

/// Names and constants of the interworking specification, section 0.3, and the namespaces that it uses.
namespace isthmus::interworking {

namespace ns {
inline constexpr QLatin1String email("urn:isthmus:email:1");
inline constexpr QLatin1String segment("urn:isthmus:segment:1");
inline constexpr QLatin1String mailbox("urn:isthmus:mailbox:1");
inline constexpr QLatin1String preference("urn:isthmus:prefs:1");
inline constexpr QLatin1String ibb("http://jabber.org/protocol/ibb"); ///< XEP-0047
inline constexpr QLatin1String reply("urn:xmpp:reply:0");             ///< XEP-0461
inline constexpr QLatin1String retract("urn:xmpp:message-retract:1"); ///< XEP-0424
inline constexpr QLatin1String reactions("urn:xmpp:reactions:0");     ///< XEP-0444
inline constexpr QLatin1String markers("urn:xmpp:chat-markers:0");    ///< XEP-0333
inline constexpr QLatin1String correct("urn:xmpp:message-correct:0"); ///< XEP-0308
}

/// What a client without a gateway uses as gateway domain, so that every mailbox has a canonical JID
/// for the message map and for threads. The name cannot exist (RFC 2606) and never leaves the program.
inline constexpr QLatin1String localGatewayDomain("mail.invalid");

inline constexpr int pagerMaxDefault = 1300; ///< bytes
inline constexpr int pagerMaxLowest = 256;
inline constexpr int pagerMaxHighest = 16384;
inline constexpr int segmentPrefixReserve = 20; ///< bytes for the visible "(n/of) "
inline constexpr int segmentsHighest = 64;

/// Bytes of payload in one segment.
[[nodiscard]] constexpr int segmentMax(int pagerMax)
{
    return pagerMax - segmentPrefixReserve;
}
/// How far back from the limit a line end or a blank is looked for.
[[nodiscard]] constexpr int segmentWindow(int pagerMax)
{
    return segmentMax(pagerMax) / 5 < 256 ? segmentMax(pagerMax) / 5 : 256;
}
/// Longest text that goes out in segments.
[[nodiscard]] constexpr int segmentsMaxBytes(int pagerMax)
{
    const int all = segmentsHighest * (segmentMax(pagerMax) - segmentWindow(pagerMax) - 64);
    return all < 65536 ? all : 65536;
}
static_assert(segmentMax(pagerMaxDefault) == 1280);
static_assert(segmentsMaxBytes(pagerMaxDefault) == 61440);
static_assert(segmentsMaxBytes(pagerMaxLowest) == 8000);

inline constexpr int recipientsMax = 50;                    ///< 2.3, of one outgoing mail
inline constexpr int shownAddressesMax = 100;               ///< 2.3
inline constexpr int referencesMax = 20;                    ///< 2.6
inline constexpr int messageIdMax = 250;                    ///< 2.5, 2.6
inline constexpr int hopsMax = 3;                           ///< 2.16: this many refuse
inline constexpr int receivedMax = 100;                     ///< 2.16
inline constexpr std::chrono::seconds futureTolerance{600}; ///< 2.4

}

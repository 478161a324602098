#include "core/store/ValueCodec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace isthmus::store {

namespace {

using namespace model;

class Writer;
class Reader;

// Each type's members, once, for writing and reading alike. V is Writer or Reader; T the type, const or not.
// Tables: a key for each member.
// clang-format off
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, LangText>
{ v(0, x.lang); v(1, x.text); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, CodePointRange>
{ v(0, x.start); v(1, x.end); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, Fallback>
{ v(0, x.forNamespace); v(1, x.wholeBody); v(2, x.wholeSubject); v(3, x.bodyRanges); v(4, x.subjectRanges); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, ExtendedAddress>
{ v(0, x.type); v(1, x.jid); v(2, x.uri); v(3, x.description); v(4, x.delivered); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, StanzaError>
{ v(0, x.condition); v(1, x.type); v(2, x.text); v(3, x.uri); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, Mailbox>
{ v(0, x.name); v(1, x.address); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, Attachment>
{
    v(0, x.part); v(1, x.name); v(2, x.mimeType); v(3, x.bytes); v(4, x.isInline); v(5, x.contentId);
    v(6, x.sha256); v(7, x.url); v(8, x.blocked);
}
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, EmailElement::Box>
{ v(0, x.account); v(1, x.uid); v(2, x.newCount); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, EmailElement::Large>
{ v(0, x.sid); v(1, x.size); v(2, x.sha256); v(3, x.mode); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, EmailElement::Report>
{ v(0, x.status); v(1, x.id); v(2, x.recipient); v(3, x.code); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, EmailElement>
{
    v(0, x.type); v(1, x.mailClass); v(2, x.auth); v(3, x.autoSubmitted); v(4, x.bcc); v(5, x.dateSource);
    v(6, x.subaddress); v(7, x.account); v(8, x.flags); v(9, x.messageId); v(10, x.inReplyTo);
    v(11, x.references); v(12, x.date); v(13, x.rawDate); v(14, x.from); v(15, x.sender); v(16, x.replyTo);
    v(17, x.to); v(18, x.cc); v(19, x.bccList); v(20, x.more); v(21, x.subjectFull); v(22, x.notify);
    v(23, x.priority); v(24, x.listId); v(25, x.listPost); v(26, x.signedType); v(27, x.attachments);
    v(28, x.large); v(29, x.box); v(30, x.report);
}
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, Segment>
{ v(0, x.sid); v(1, x.n); v(2, x.of); v(3, x.start); v(4, x.end); v(5, x.total); v(6, x.sha256); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, MessageMarks>
{
    v(0, x.encrypted); v(1, x.pubsubEvent); v(2, x.dataForm); v(3, x.invite); v(4, x.mucUser); v(5, x.attention);
    v(6, x.ephemeral); v(7, x.securityLabel); v(8, x.chatState); v(9, x.unstyled); v(10, x.store);
    v(11, x.noStore); v(12, x.noCopy); v(13, x.privateCarbon);
}
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, InstantMessage::Delay>
{ v(0, x.from); v(1, x.stamp); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, InstantMessage::Content>
{ v(0, x.type); v(1, x.text); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, InstantMessage::BitsOfBinary>
{ v(0, x.cid); v(1, x.type); v(2, x.data); }
template <typename V, typename T> void members(V &v, T &x)
    requires std::is_same_v<std::remove_const_t<T>, std::pair<QString, Jid>>
{ v(0, x.first); v(1, x.second); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, InstantMessage>
{
    v(0, x.type); v(1, x.from); v(2, x.to); v(3, x.id); v(4, x.lang); v(5, x.bodies); v(6, x.subjects);
    v(7, x.thread); v(8, x.wrapper); v(9, x.wrapperFrom); v(10, x.archiveQueryId); v(11, x.archiveId);
    v(12, x.forwardedAt); v(13, x.originId); v(14, x.stanzaIds); v(15, x.replyId); v(16, x.replyTo);
    v(17, x.replaceId); v(18, x.retractId); v(19, x.reactionsId); v(20, x.reactions); v(21, x.receiptRequest);
    v(22, x.receivedId); v(23, x.markable); v(24, x.displayedId); v(25, x.delays); v(26, x.nick);
    v(27, x.urgency); v(28, x.addresses); v(29, x.fallbacks); v(30, x.files); v(31, x.contents); v(32, x.bits);
    v(33, x.emailElements); v(34, x.email); v(35, x.segment); v(36, x.error); v(37, x.marks); v(38, x.toText);
}
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, Parts>
{ v(0, x.stanzas); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, SendMail>
{ v(0, x.bytes); v(1, x.envelopeFrom); v(2, x.recipients); v(3, x.dsnNotify); v(4, x.envelopeId); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, Endpoint>
{
    v(0, x.protocol); v(1, x.host); v(2, x.port); v(3, x.security); v(4, x.certificateName); v(5, x.user);
    v(6, x.source);
}
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, ServicePlan>
{ v(0, x.endpoints); } // why nothing was found is of that moment only
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, AccountPlan>
{ v(0, x.chat); v(1, x.incoming); v(2, x.outgoing); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, OutgoingFile>
{ v(0, x.name); v(1, x.mimeType); v(2, x.data); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, Draft>
{
    v(0, x.account); v(1, x.person); v(2, x.kind); v(3, x.user); v(4, x.subject); v(5, x.text); v(6, x.to);
    v(7, x.cc); v(8, x.bcc); v(9, x.replyTo); v(10, x.files);
}
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, TypedDraft::File>
{ v(0, x.name); v(1, x.mimeType); v(2, x.path); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, TypedDraft>
{
    v(0, x.kind); v(1, x.user); v(2, x.to); v(3, x.cc); v(4, x.bcc); v(5, x.subject); v(6, x.text); v(7, x.replyTo);
    v(8, x.replyWords); v(9, x.files);
}
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, Reaction>
{ v(0, x.text); v(1, x.own); }
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, ItemExtra>
{
    v(0, x.from); v(1, x.to); v(2, x.cc); v(3, x.replyTo); v(4, x.attachments); v(5, x.flags);
    v(6, x.authenticity); v(7, x.references); v(8, x.mailClass); v(9, x.reactions); v(20, x.claims);
}

// Account, item, both ids and thread have columns of their own.
template <typename V, typename T> void members(V &v, T &x) requires std::is_same_v<std::remove_const_t<T>, MessageLink>
{
    v(0, x.remote); v(1, x.author); v(2, x.subject); v(3, x.generatedSubject); v(4, x.references);
    v(5, x.recipients); v(6, x.digest); v(7, x.request); v(8, x.receipted); v(9, x.markable); v(10, x.inbound);
    v(11, x.dnt); v(12, x.from); v(13, x.date); v(14, x.verdict); v(15, x.bodySha256); v(16, x.at);
    v(17, x.markerId);
}
// clang-format on

template <typename T>
QCborValue toCbor(const T &value);
template <typename T>
void fromCbor(const QCborValue &cbor, T &value);

class Writer
{
public:
    template <typename T>
    void operator()(int key, const T &value)
    {
        if (!(value == T{}))
            map.insert(key, toCbor(value));
    }
    QCborMap map;
};

class Reader
{
public:
    explicit Reader(QCborMap from) : map(std::move(from)) {}
    template <typename T>
    void operator()(int key, T &value) const
    {
        const auto it = map.constFind(key);
        if (it != map.constEnd())
            fromCbor(QCborValue(it.value()), value);
    }
    QCborMap map;
};

template <typename T>
constexpr bool isOptional = false;
template <typename T>
constexpr bool isOptional<std::optional<T>> = true;
template <typename T>
constexpr bool isVector = false;
template <typename T>
constexpr bool isVector<std::vector<T>> = true;

template <typename T>
QCborValue toCbor(const T &value)
{
    if constexpr (std::is_same_v<T, bool>) {
        return QCborValue(value);
    } else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
        return QCborValue(static_cast<qint64>(value));
    } else if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, QByteArray>) {
        return QCborValue(value);
    } else if constexpr (std::is_same_v<T, QStringList>) {
        return QCborArray::fromStringList(value);
    } else if constexpr (std::is_same_v<T, base::Timestamp>) {
        return QCborValue(static_cast<qint64>(base::toMsecs(value)));
    } else if constexpr (std::is_same_v<T, Jid> || std::is_same_v<T, MailAddress>) {
        return QCborValue(value.toString());
    } else if constexpr (requires { value.raw; }) {
        return QCborValue(static_cast<qint64>(value.raw));
    } else if constexpr (isOptional<T>) {
        return toCbor(*value); // an absent one is never written
    } else if constexpr (isVector<T>) {
        QCborArray array;
        for (const auto &element : value)
            array.append(toCbor(element));
        return array;
    } else {
        Writer writer;
        members(writer, value);
        return writer.map;
    }
}

template <typename Address>
void addressFromCbor(const QCborValue &cbor, Address &value)
{
    if (auto parsed = Address::parse(cbor.toString()))
        value = std::move(parsed).value();
}

template <typename T>
void fromCbor(const QCborValue &cbor, T &value)
{
    if constexpr (std::is_same_v<T, bool>) {
        value = cbor.toBool();
    } else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
        value = static_cast<T>(cbor.toInteger());
    } else if constexpr (std::is_same_v<T, QString>) {
        value = cbor.toString();
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        value = cbor.toByteArray();
    } else if constexpr (std::is_same_v<T, QStringList>) {
        for (const QCborValue &element : cbor.toArray())
            value.append(element.toString());
    } else if constexpr (std::is_same_v<T, base::Timestamp>) {
        value = base::fromMsecs(cbor.toInteger());
    } else if constexpr (std::is_same_v<T, Jid> || std::is_same_v<T, MailAddress>) {
        addressFromCbor(cbor, value);
    } else if constexpr (requires { value.raw; }) {
        value.raw = cbor.toInteger();
    } else if constexpr (isOptional<T>) {
        fromCbor(cbor, value.emplace());
    } else if constexpr (isVector<T>) {
        for (const QCborValue &element : cbor.toArray())
            fromCbor(element, value.emplace_back());
    } else {
        Reader reader(cbor.toMap());
        members(reader, value);
    }
}

}

QByteArray encode(const InstantMessage &value)
{
    return toCbor(value).toCbor();
}
QByteArray encode(const Parts &value)
{
    return toCbor(value).toCbor();
}
QByteArray encode(const SendMail &value)
{
    return toCbor(value).toCbor();
}
QByteArray encode(const AccountPlan &value)
{
    return toCbor(value).toCbor();
}
QByteArray encode(const Draft &value)
{
    return toCbor(value).toCbor();
}
QByteArray encode(const TypedDraft &value)
{
    return toCbor(value).toCbor();
}
QByteArray encode(const ItemExtra &value)
{
    return toCbor(value).toCbor();
}
QByteArray encode(const MessageLink &value)
{
    return toCbor(value).toCbor();
}

template <typename T>
std::optional<T> decode(const QByteArray &octets)
{
    QCborParserError error;
    const QCborValue cbor = QCborValue::fromCbor(octets, &error);
    if (error.error.c != QCborError::NoError || !cbor.isMap())
        return std::nullopt;
    T value;
    fromCbor(cbor, value);
    return value;
}

template std::optional<InstantMessage> decode(const QByteArray &);
template std::optional<Parts> decode(const QByteArray &);
template std::optional<SendMail> decode(const QByteArray &);
template std::optional<AccountPlan> decode(const QByteArray &);
template std::optional<Draft> decode(const QByteArray &);
template std::optional<TypedDraft> decode(const QByteArray &);
template std::optional<ItemExtra> decode(const QByteArray &);
template std::optional<MessageLink> decode(const QByteArray &);

QString diagnostic(const QByteArray &octets)
{
    return QCborValue::fromCbor(octets).toDiagnosticNotation(QCborValue::LineWrapped);
}

}

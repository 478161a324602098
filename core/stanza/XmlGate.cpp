#include "core/stanza/XmlGate.h"

#include <QXmlStreamReader>

#include <optional>
#include <utility>
#include <vector>

#include <gloox/tag.h>

namespace isthmus::stanza {

using base::Done;
using base::Error;
using base::Fault;
using base::Result;

namespace {

constexpr qsizetype sliceOctets = 16 * 1024;

std::string utf8(QStringView text)
{
    return text.toUtf8().toStdString();
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isBlank(QStringView text)
{
    return text.trimmed().isEmpty();
}

}

class XmlGate::Private
{
public:
    explicit Private(const Limits &given) : limits(given) {}

    Result<Done> read(const Sink &sink);
    Result<Done> onStart(const Sink &sink);
    void onEnd(const Sink &sink);
    void refuse();
    Result<Done> onText();
    void flushText();
    [[nodiscard]] gloox::Tag *makeTag() const;
    [[nodiscard]] std::string currentNamespace() const;
    [[nodiscard]] bool isWellFormedSoFar() const;
    /// Behind a whole element, and nothing of the next one was read yet.
    [[nodiscard]] bool isBetween() const { return inStream && octets == 0; }

    Limits limits;
    QXmlStreamReader reader;
    Utf8Check utf8Check;
    std::shared_ptr<gloox::Tag> root;    ///< the top-level element under way
    std::vector<gloox::Tag *> open;      ///< its open elements, outermost first
    std::vector<std::string> namespaces; ///< theirs
    QString text;
    qsizetype octets = 0; ///< since the last top-level element ended
    int depth = 0;
    int pieces = 0;
    std::optional<Refused> refused; ///< the element under way is
    bool inStream = false;
    bool isOver = false;
    bool isRestarting = false;
    std::optional<Error> broken;
};

std::string XmlGate::Private::currentNamespace() const
{
    return reader.namespaceUri().isEmpty() ? std::string(noNamespace) : utf8(reader.namespaceUri());
}

/// The element that the reader stands on, with explicit namespace where it differs from its parent's; the caller's.
gloox::Tag *XmlGate::Private::makeTag() const
{
    auto *tag = new gloox::Tag(utf8(reader.name()));
    const std::string ns = currentNamespace();
    if (namespaces.empty() || namespaces.back() != ns)
        tag->setXmlns(ns);
    for (const QXmlStreamAttribute &attribute : reader.attributes()) {
        if (attribute.namespaceUri().isEmpty())
            tag->addAttribute(new gloox::Tag::Attribute(utf8(attribute.name()), utf8(attribute.value())));
        else if (attribute.prefix() == u"xml")
            tag->addAttribute(new gloox::Tag::Attribute("xml:" + utf8(attribute.name()), utf8(attribute.value())));
    }
    return tag;
}

Result<Done> XmlGate::Private::onStart(const Sink &sink)
{
    if (!inStream) {
        if (reader.name() != u"stream" || reader.namespaceUri() != QLatin1String(streamNamespace))
            return Error{Fault::ProtocolBroken, QStringLiteral("XML: not an XMPP stream")};
        inStream = true;
        octets = 0;
        sink(StreamOpened{std::shared_ptr<gloox::Tag>(makeTag())});
        return Done{};
    }
    ++depth;
    pieces += 1 + static_cast<int>(reader.attributes().size());
    if (depth > limits.depth || pieces > limits.pieces)
        refuse();
    if (refused)
        return Done{};
    flushText();
    gloox::Tag *element = makeTag();
    if (open.empty())
        root.reset(element);
    else
        open.back()->addChild(element); // which owns it from now on
    open.push_back(element);
    namespaces.push_back(currentNamespace());
    return Done{};
}

void XmlGate::Private::onEnd(const Sink &sink)
{
    if (depth == 0) {
        isOver = true;
        sink(StreamClosed{});
        return;
    }
    --depth;
    if (!refused) {
        flushText();
        open.pop_back();
        namespaces.pop_back();
    }
    if (depth > 0)
        return;
    octets = 0;
    pieces = 0;
    if (const auto given = std::exchange(refused, std::nullopt))
        sink(*given);
    else
        sink(Element{std::move(root)});
}

/// Nothing more of the top-level element under way is kept.
void XmlGate::Private::refuse()
{
    if (refused)
        return;
    refused = root ? Refused{root->name(), root->xmlns()} : Refused{utf8(reader.name()), currentNamespace()};
    root.reset();
    open.clear();
    namespaces.clear();
    text.clear();
}

Result<Done> XmlGate::Private::onText()
{
    if (depth > 0)
        text += refused ? QStringView() : reader.text();
    else if (!isBlank(reader.text()))
        return Error{Fault::ProtocolBroken, QStringLiteral("XML: text between stanzas")};
    return Done{};
}

void XmlGate::Private::flushText()
{
    if (!text.isEmpty() && !open.empty())
        open.back()->addCData(utf8(text));
    text.clear();
}

/// Everything that the reader can give now.
Result<Done> XmlGate::Private::read(const Sink &sink)
{
    while (!reader.atEnd() && !isRestarting && !isOver) {
        Result<Done> step = Done{};
        switch (reader.readNext()) {
        case QXmlStreamReader::StartDocument: {
            const QStringView encoding = reader.documentEncoding();
            if (!encoding.isEmpty() && encoding.compare(u"UTF-8", Qt::CaseInsensitive) != 0)
                step = Error{Fault::ProtocolBroken, QStringLiteral("XML: encoding is not UTF-8")};
            break;
        }
        case QXmlStreamReader::StartElement: step = onStart(sink); break;
        case QXmlStreamReader::EndElement: onEnd(sink); break;
        case QXmlStreamReader::Characters: step = onText(); break;
        case QXmlStreamReader::Invalid:
        case QXmlStreamReader::NoToken:
        case QXmlStreamReader::EndDocument: break;
        case QXmlStreamReader::Comment:
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
        case QXmlStreamReader::ProcessingInstruction:
            step = Error{Fault::ProtocolBroken, QStringLiteral("XML: %1 is not allowed").arg(reader.tokenString())};
            break;
        }
        if (!step)
            return step;
    }
    return Done{};
}

bool XmlGate::Private::isWellFormedSoFar() const
{
    return reader.error() == QXmlStreamReader::NoError || reader.error() == QXmlStreamReader::PrematureEndOfDocumentError;
}

XmlGate::XmlGate(const Limits &limits) : d(std::make_unique<Private>(limits)) {}

XmlGate::~XmlGate() = default;

void XmlGate::restart()
{
    d->isRestarting = true;
}

Result<Done> XmlGate::feed(QByteArrayView bytes, const Sink &sink)
{
    if (d->broken)
        return *d->broken;
    const auto fail = [this](Fault fault, const QString &detail) {
        d->broken = Error{fault, detail};
        return Result<Done>(*d->broken);
    };
    if (!d->utf8Check.feed(bytes))
        return fail(Fault::ProtocolBroken, QStringLiteral("XML: not UTF-8"));
    // Cut behind each '>', so that an element's end is also the end of what the reader has been given: a restart
    // then finds nothing swallowed, and the octets of each element are counted exactly.
    for (qsizetype at = 0; at < bytes.size();) {
        if (d->isRestarting) {
            if (at > 0 && !isBlank(QString::fromUtf8(bytes.sliced(at))))
                return fail(Fault::ProtocolBroken, QStringLiteral("XML: octets behind the end of a stream"));
            const Utf8Check check = d->utf8Check;
            d = std::make_unique<Private>(d->limits);
            d->utf8Check = check;
            if (at > 0)
                return Done{};
        }
        if (d->isOver)
            return Done{}; // whatever follows </stream:stream> is nobody's
        if (d->isBetween() && isSpace(bytes[at])) {
            ++at; // a sign of life; the reader would keep it until the next element
            continue;
        }
        const qsizetype end = bytes.indexOf('>', at);
        const qsizetype size = std::min(end < 0 ? bytes.size() - at : end + 1 - at, sliceOctets);
        d->octets += size;
        d->reader.addData(QByteArray(bytes.data() + at, size));
        at += size;
        if (const Result<Done> step = d->read(sink); !step)
            return fail(step.error().fault, step.error().detail);
        if (!d->isWellFormedSoFar())
            return fail(Fault::ProtocolBroken, QStringLiteral("XML: %1").arg(d->reader.errorString()));
        if (d->octets > d->limits.octets)
            return fail(Fault::TooLarge, QStringLiteral("XML: stanza over %1 octets").arg(d->limits.octets));
    }
    return Done{};
}

}

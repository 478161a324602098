#include "core/xmpp/FileProposal.h"

#include "core/interworking/Context.h"
#include "core/interworking/FileName.h"
#include "core/interworking/Ibb.h"
#include "core/stanza/FileCodec.h"

#include <algorithm>

namespace isthmus::xmpp {

namespace {

constexpr std::size_t mostHashes = 10;
constexpr qsizetype mostType = 127; ///< characters of a media type (RFC 6838 4.2)

std::optional<QCryptographicHash::Algorithm> algorithmOf(const QString &name)
{
    // XEP-0300 4, without those that prove nothing.
    if (name == u"sha-256")
        return QCryptographicHash::Sha256;
    if (name == u"sha-512")
        return QCryptographicHash::Sha512;
    if (name == u"sha3-256")
        return QCryptographicHash::Sha3_256;
    if (name == u"sha3-512")
        return QCryptographicHash::Sha3_512;
    if (name == u"blake2b-256")
        return QCryptographicHash::Blake2b_256;
    if (name == u"blake2b-512")
        return QCryptographicHash::Blake2b_512;
    if (name == u"sha-1")
        return QCryptographicHash::Sha1; // XEP-0234's own examples: good enough against an accident
    return std::nullopt;
}

std::vector<FileHash> readHashes(const gloox::Tag &file)
{
    std::vector<FileHash> found;
    for (const gloox::Tag *hash : stanza::childrenOf(file, "hash", ns::hashes)) {
        const auto algorithm = algorithmOf(attribute(*hash, "algo"));
        const QByteArray digest = QByteArray::fromBase64(text(hash).toLatin1());
        // One that is cut short would be a weaker promise; as a wrong one it fails in the end.
        if (algorithm && !digest.isEmpty() && found.size() < mostHashes)
            found.push_back({*algorithm, digest});
    }
    return found;
}

/// What is shown of it, and whether it may come at all.
void judge(model::Attachment &file)
{
    if (file.mimeType.isEmpty() || file.mimeType.size() > mostType || file.mimeType.count(u'/') != 1)
        file.mimeType = QStringLiteral("application/octet-stream");
    model::Attachments one{file};
    interworking::nameAttachments(one);
    file.name = one.front().name;
    if (file.bytes > interworking::Policy().attachmentMax)
        file.blocked = QStringLiteral("size");
    else if (interworking::isBlockedType(file.mimeType, file.name))
        file.blocked = QStringLiteral("type");
}

bool offersInBand(const gloox::Tag &si)
{
    const gloox::Tag *feature = child(si, "feature", ns::featureNegotiation);
    const gloox::Tag *form = feature ? child(*feature, "x", ns::dataForms) : nullptr;
    for (const gloox::Tag *field :
         form ? stanza::childrenOf(*form, "field", ns::dataForms) : std::vector<const gloox::Tag *>()) {
        if (attribute(*field, "var") != u"stream-method")
            continue;
        const std::vector<const gloox::Tag *> options = stanza::childrenOf(*field, "option", ns::dataForms);
        return std::any_of(options.begin(), options.end(), [](const gloox::Tag *option) {
            return stanza::childText(*option, "value", ns::dataForms) == QLatin1String(ns::inBand);
        });
    }
    return false;
}

}

bool readInBandTransport(const gloox::Tag &content, FileProposal &proposal)
{
    const gloox::Tag *transport = child(content, "transport", ns::jingleInBand);
    const auto size = transport ? stanza::number(attribute(*transport, "block-size"), 65535) : std::nullopt;
    const QString stream = transport ? attribute(*transport, "sid") : QString();
    if (!size || *size == 0 || stream.isEmpty())
        return false;
    proposal.stream = stream;
    proposal.blockSize = std::min(static_cast<int>(*size), interworking::ibb::blockSizeMost);
    return true;
}

std::optional<FileProposal> readJingleProposal(const gloox::Tag &jingle)
{
    FileProposal proposal;
    proposal.session = attribute(jingle, "sid");
    const std::vector<const gloox::Tag *> contents = stanza::childrenOf(jingle, "content", ns::jingle);
    if (proposal.session.isEmpty() || contents.empty() || attribute(*contents.front(), "name").isEmpty())
        return std::nullopt;
    const gloox::Tag &content = *contents.front();
    proposal.content = attribute(content, "name");
    const gloox::Tag *description = child(content, "description", ns::jingleFile);
    const gloox::Tag *file = description ? child(*description, "file", ns::jingleFile) : nullptr;
    if (!file || contents.size() > 1) {
        proposal.flaw = FileProposal::Flaw::NoFile; // one question is about one file
        return proposal;
    }
    proposal.file = stanza::readFileMetadata(*file, ns::jingleFile);
    judge(proposal.file);
    proposal.hashes = readHashes(*file);
    // XEP-0234 5 (0.18) has an empty <hash/> for it, and 0.19 <hash-used/>.
    const bool isNamed = child(*file, "hash", ns::hashes) || child(*file, "hash-used", ns::hashes);
    proposal.hashFollows = proposal.hashes.empty() && isNamed;
    [[maybe_unused]] const bool isInBand = readInBandTransport(content, proposal);
    if (attribute(content, "senders") != u"initiator")
        proposal.flaw = FileProposal::Flaw::Request;
    else if (proposal.file.bytes == 0)
        proposal.flaw = FileProposal::Flaw::NoSize;
    return proposal;
}

std::optional<FileProposal> readStreamInitiation(const gloox::Tag &si)
{
    FileProposal proposal;
    proposal.by = FileProposal::By::StreamInitiation;
    proposal.session = proposal.stream = attribute(si, "id"); // XEP-0095 5.2: the bytestream's as well
    proposal.blockSize = interworking::ibb::blockSizeMost;
    if (proposal.session.isEmpty())
        return std::nullopt;
    const gloox::Tag *file = child(si, "file", ns::fileProfile);
    if (!file || attribute(si, "profile") != QLatin1String(ns::fileProfile)) {
        proposal.flaw = FileProposal::Flaw::NoFile;
        return proposal;
    }
    proposal.file.name = attribute(*file, "name");
    proposal.file.mimeType = attribute(si, "mime-type").section(u';', 0, 0).trimmed().toLower();
    proposal.file.bytes = stanza::number(attribute(*file, "size"), std::numeric_limits<std::uint64_t>::max()).value_or(0);
    judge(proposal.file);
    if (const QByteArray digest = QByteArray::fromHex(attribute(*file, "hash").toLatin1()); !digest.isEmpty())
        proposal.hashes.push_back({QCryptographicHash::Md5, digest});
    if (!offersInBand(si))
        proposal.flaw = FileProposal::Flaw::NoStream;
    else if (proposal.file.bytes == 0)
        proposal.flaw = FileProposal::Flaw::NoSize;
    return proposal;
}

std::vector<FileHash> readChecksum(const gloox::Tag &jingle)
{
    const gloox::Tag *checksum = child(jingle, "checksum", ns::jingleFile);
    const gloox::Tag *file = checksum ? child(*checksum, "file", ns::jingleFile) : nullptr;
    return file ? readHashes(*file) : std::vector<FileHash>();
}

gloox::Tag *addJingle(gloox::Tag &iq, const char *action, const FileProposal &proposal)
{
    gloox::Tag *jingle = addChild(iq, "jingle", ns::jingle);
    setAttribute(*jingle, "action", QLatin1String(action));
    setAttribute(*jingle, "sid", proposal.session);
    return jingle;
}

void addContent(gloox::Tag &jingle, const FileProposal &proposal, bool withFile)
{
    gloox::Tag *content = addChild(jingle, "content");
    setAttribute(*content, "creator", QStringLiteral("initiator"));
    setAttribute(*content, "name", proposal.content);
    setAttribute(*content, "senders", QStringLiteral("initiator"));
    if (withFile) {
        gloox::Tag *file = addChild(*addChild(*content, "description", ns::jingleFile), "file");
        addChild(*file, "media-type", nullptr, proposal.file.mimeType);
        addChild(*file, "name", nullptr, proposal.file.name);
        addChild(*file, "size", nullptr, QString::number(proposal.file.bytes));
    }
    gloox::Tag *transport = addChild(*content, "transport", ns::jingleInBand);
    setAttribute(*transport, "block-size", QString::number(proposal.blockSize));
    setAttribute(*transport, "sid", proposal.stream);
}

void addReason(gloox::Tag &jingle, const char *reason, const char *more)
{
    gloox::Tag *tag = addChild(jingle, "reason");
    addChild(*tag, reason);
    if (more)
        addChild(*tag, more, ns::jingleFileErrors);
}

void addChosenStream(gloox::Tag &result)
{
    gloox::Tag *si = addChild(result, "si", ns::streamInitiation);
    gloox::Tag *form = addChild(*addChild(*si, "feature", ns::featureNegotiation), "x", ns::dataForms);
    setAttribute(*form, "type", QStringLiteral("submit"));
    gloox::Tag *field = addChild(*form, "field");
    setAttribute(*field, "var", QStringLiteral("stream-method"));
    addChild(*field, "value", nullptr, QString::fromLatin1(ns::inBand));
}

}

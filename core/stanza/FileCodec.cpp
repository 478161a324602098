#include "core/stanza/FileCodec.h"

#include "core/stanza/Namespaces.h"
#include "core/stanza/TagTools.h"
#include "core/stanza/XmlText.h"

#include <gloox/tag.h>

#include <algorithm>
#include <limits>

namespace isthmus::stanza {

namespace {

constexpr size_t mostFiles = 100;
constexpr std::string_view jingleFile = "urn:xmpp:jingle:apps:file-transfer:5"; // as XEP-0385 names its metadata

class FileList
{
public:
    void add(model::Attachment file)
    {
        file.url = file.url.trimmed();
        if (file.url.isEmpty())
            return;
        const auto known = std::find_if(m_files.begin(), m_files.end(),
                                        [&file](const model::Attachment &other) { return other.url == file.url; });
        if (known == m_files.end()) {
            if (m_files.size() < mostFiles)
                m_files.push_back(std::move(file));
        } else if (known->name.isEmpty() && known->mimeType.isEmpty() && known->bytes == 0) {
            *known = std::move(file); // the other one was only a URL
        }
    }
    model::Attachments take() { return std::move(m_files); }

private:
    model::Attachments m_files;
};

model::Attachment metadata(const gloox::Tag *file, std::string_view xmlns)
{
    return file ? readFileMetadata(*file, xmlns) : model::Attachment();
}

void readSharing(const gloox::Tag &sharing, FileList &files)
{
    model::Attachment file = metadata(child(sharing, "file", ns::fileMetadata), ns::fileMetadata);
    file.isInline = attribute(sharing, "disposition") == QLatin1String("inline");
    if (const gloox::Tag *sources = child(sharing, "sources", ns::fileSharing)) {
        for (const gloox::Tag *source : childrenOf(*sources, "url-data", ns::urlData)) {
            if (file.url.isEmpty())
                file.url = attribute(*source, "target");
        }
    }
    files.add(std::move(file));
}

void readMediaSharing(const gloox::Tag &reference, FileList &files)
{
    const gloox::Tag *sharing = child(reference, "media-sharing", ns::mediaSharing);
    const gloox::Tag *sources = sharing ? child(*sharing, "sources", ns::mediaSharing) : nullptr;
    if (!sources)
        return;
    model::Attachment file = metadata(child(*sharing, "file", jingleFile), jingleFile);
    for (const gloox::Tag *source : childrenOf(*sources, "reference", ns::reference)) {
        const QString uri = attribute(*source, "uri");
        const bool fetchable = uri.startsWith(QLatin1String("https:"), Qt::CaseInsensitive)
                               || uri.startsWith(QLatin1String("http:"), Qt::CaseInsensitive);
        if (file.url.isEmpty() && fetchable)
            file.url = uri;
    }
    files.add(std::move(file));
}

}

model::Attachment readFileMetadata(const gloox::Tag &file, std::string_view xmlns)
{
    model::Attachment read;
    read.name = childText(file, "name", xmlns);
    read.mimeType = childText(file, "media-type", xmlns).section(u';', 0, 0).trimmed().toLower();
    read.bytes = number(childText(file, "size", xmlns), std::numeric_limits<std::uint64_t>::max()).value_or(0);
    for (const gloox::Tag *hash : childrenOf(file, "hash", ns::hashes)) {
        const QByteArray octets = QByteArray::fromBase64(textOf(*hash).toLatin1());
        if (attribute(*hash, "algo") == QLatin1String("sha-256") && octets.size() == 32)
            read.sha256 = octets;
    }
    return read;
}

model::Attachments readFiles(const gloox::Tag &message)
{
    FileList files;
    for (const gloox::Tag *tag : message.children()) {
        if (is(*tag, "x", ns::outOfBand)) {
            model::Attachment file;
            file.url = childText(*tag, "url", ns::outOfBand);
            files.add(std::move(file));
        } else if (is(*tag, "file-sharing", ns::fileSharing)) {
            readSharing(*tag, files);
        } else if (is(*tag, "reference", ns::reference)) {
            readMediaSharing(*tag, files);
        }
    }
    return files.take();
}

void writeOutOfBand(gloox::Tag &message, const model::Attachments &files)
{
    for (const model::Attachment &file : files)
        append(*append(message, "x", ns::outOfBand), "url", file.url);
}

void writeFileSharing(gloox::Tag &message, const model::Attachments &files)
{
    for (const model::Attachment &file : files) {
        if (file.name.isEmpty() && file.mimeType.isEmpty() && file.bytes == 0)
            continue;
        gloox::Tag *sharing = append(message, "file-sharing", ns::fileSharing);
        setAttribute(*sharing, "disposition", file.isInline ? QStringView(u"inline") : QStringView(u"attachment"));
        gloox::Tag *metadata = append(*sharing, "file", ns::fileMetadata);
        if (!file.mimeType.isEmpty())
            append(*metadata, "media-type", file.mimeType);
        if (!file.name.isEmpty())
            append(*metadata, "name", file.name);
        append(*metadata, "size", QString::number(file.bytes));
        if (!file.sha256.isEmpty()) {
            gloox::Tag *hash = append(*metadata, "hash", ns::hashes, QString::fromLatin1(file.sha256.toBase64()));
            setAttribute(*hash, "algo", u"sha-256");
        }
        gloox::Tag *sources = append(*sharing, "sources");
        setAttribute(*append(*sources, "url-data", ns::urlData), "target", file.url);
    }
}

std::vector<model::InstantMessage::BitsOfBinary> readBits(const gloox::Tag &message)
{
    std::vector<model::InstantMessage::BitsOfBinary> bits;
    for (const gloox::Tag *tag : childrenOf(message, "data", ns::bitsOfBinary)) {
        const QByteArray data = QByteArray::fromBase64(textOf(*tag).toLatin1());
        const QString cid = attribute(*tag, "cid");
        if (!cid.isEmpty() && !data.isEmpty() && bits.size() < mostFiles)
            bits.push_back({cid, attribute(*tag, "type").toLower(), data});
    }
    return bits;
}

void writeBits(gloox::Tag &message, const std::vector<model::InstantMessage::BitsOfBinary> &bits)
{
    for (const model::InstantMessage::BitsOfBinary &one : bits) {
        gloox::Tag *tag = append(message, "data", ns::bitsOfBinary, QString::fromLatin1(one.data.toBase64()));
        setAttribute(*tag, "cid", one.cid);
        setAttribute(*tag, "type", one.type);
    }
}

std::vector<model::InstantMessage::Content> readContents(const gloox::Tag &message)
{
    std::vector<model::InstantMessage::Content> contents;
    for (const gloox::Tag *tag : childrenOf(message, "content", ns::content)) {
        const QString type = attribute(*tag, "type").section(u';', 0, 0).trimmed().toLower();
        if (!type.isEmpty() && contents.size() < mostFiles)
            contents.push_back({type, textOf(*tag)});
    }
    return contents;
}

void writeContents(gloox::Tag &message, const std::vector<model::InstantMessage::Content> &contents)
{
    for (const model::InstantMessage::Content &one : contents)
        setAttribute(*append(message, "content", ns::content, one.text), "type", one.type);
}

}

#pragma once

#include "core/base/Result.h"
#include "core/model/Attachment.h"
#include "core/xmpp/Xml.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <optional>
#include <vector>

namespace isthmus::xmpp {

/// What the bytes of a file are to have (XEP-0300; MD5 with XEP-0096).
struct FileHash {
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256;
    QByteArray digest;
};

/// A file that somebody wants to send us, by Jingle (XEP-0234 with XEP-0261) or by stream initiation (XEP-0096 with
/// XEP-0095): as its <iq type='set'/> says it.
struct FileProposal {
    enum class By : std::uint8_t { Jingle, StreamInitiation };
    /// Why it cannot be taken, whoever sends it.
    enum class Flaw : std::uint8_t {
        None,
        NoFile,   ///< another application or profile
        Request,  ///< it asks for a file of ours
        NoStream, ///< stream initiation without in-band bytestreams; Jingle can still change its transport
        NoSize,   ///< or an empty one: nobody knows when it is whole
    };
    By by = By::Jingle;
    Flaw flaw = Flaw::None;
    QString session;              ///< Jingle's sid; the si's id
    QString content;              ///< Jingle: its name
    model::Attachment file;       ///< name cleaned (specification 7.4); blocked: more than we take, or what runs (X23)
    std::vector<FileHash> hashes; ///< those of which we know the algorithm
    bool hashFollows = false;     ///< its sender computes it while it sends
    QString stream;               ///< sid of the bytestream; empty where another transport is proposed
    int blockSize = 0;            ///< octets, at most what we take
};

/// The proposal in a <jingle/> of action session-initiate, or in an <si/>; nullopt when it is no sound one, so that there
/// is nothing to answer but that.
[[nodiscard]] std::optional<FileProposal> readJingleProposal(const gloox::Tag &jingle);
[[nodiscard]] std::optional<FileProposal> readStreamInitiation(const gloox::Tag &si);
/// Takes over the in-band transport of a <content/>, if it has one.
[[nodiscard]] bool readInBandTransport(const gloox::Tag &content, FileProposal &proposal);
/// The <checksum/> of a session-info (XEP-0234 8.2), if there is one.
[[nodiscard]] std::vector<FileHash> readChecksum(const gloox::Tag &jingle);

/// Jingle's own element in an <iq/>.
gloox::Tag *addJingle(gloox::Tag &iq, const char *action, const FileProposal &proposal);
/// The <content/> with the in-band transport; \p withFile: and the file's description.
void addContent(gloox::Tag &jingle, const FileProposal &proposal, bool withFile);
/// Why a session ends (XEP-0166 7.4); \p more: XEP-0234's own reason, or nullptr.
void addReason(gloox::Tag &jingle, const char *reason, const char *more = nullptr);
/// That in-band bytestreams are chosen, in the answer to a stream initiation.
void addChosenStream(gloox::Tag &result);

}

#pragma once

#include "core/model/Batch.h"
#include "core/model/Command.h"
#include "core/model/Ids.h"
#include "core/store/Connection.h"

#include <optional>
#include <vector>

namespace isthmus::store {

/// How far an arrived row has come. Waiting: the reader cannot work on this system;
/// tried again at the next start. Glanced: a mail read in a batch, where another mail may have falsified what is said
/// of it; to be read again alone.
enum class ReadState : std::uint8_t { Arrived, Read, Unreadable, Waiting, Glanced };

/// A place of a mail on its server, for StoreFlags.
struct MailPlace {
    model::AccountId account;
    QString folder;
    quint32 uidValidity = 0;
    quint32 uid = 0;
    QStringList flags;
    bool operator==(const MailPlace &) const = default;
};

/// A mail to be read.
struct ArrivedRow {
    model::MailId id;
    model::AccountId account;
    base::Timestamp internalDate{};
    QByteArray raw;
    QString specialUse;   ///< of the folder it lies in; "\\Sent" wins if it lies in several
    QStringList flags;    ///< of all its places together
    bool glanced = false; ///< ReadState::Glanced
};

/// Tables `mail`, `raw_mail`, `mail_place` and `folder`. Equal octets of one account are one mail, in
/// however many folders they lie and however often they arrive; so are those that join() has called equal.
class MailTable
{
public:
    explicit MailTable(Connection &connection) : m_connection(connection) {}

    void foundFolder(model::AccountId account, const model::FolderFound &folder);
    /// Keeps octets and place; idempotent. Returns the mail's row; of a copy, that of its original.
    [[nodiscard]] model::MailId arrived(model::AccountId account, const model::ArrivedMail &mail);
    /// The mail at that place, after taking over its flags; nullopt if nothing is known of it.
    [[nodiscard]] std::optional<model::MailId> changeFlags(model::AccountId account, const model::MailFlagsChanged &change);
    /// The place is gone; the octets stay.
    void vanished(model::AccountId account, const model::MailVanished &place);
    /// All places of the folder are void; what is in it comes again behind this word.
    void resetFolder(model::AccountId account, const model::FolderReset &reset);

    /// The oldest rows that wait to be read, at most \p limit, and no more than some 32 MiB of them.
    [[nodiscard]] std::vector<ArrivedRow> arrivedRows(int limit);
    /// Rows that a batch has read: those of \p first if there are any, or else the oldest; within the same limits.
    [[nodiscard]] std::vector<ArrivedRow> glancedRows(const std::vector<model::MailId> &first, int limit);
    void setState(model::MailId mail, ReadState state);
    /// \p copy is \p original, which is no copy itself, altered on its way between folders: the places that it has, and
    /// those where it will be found, are the original's. Its octets are kept.
    void join(model::MailId copy, model::MailId original);
    /// What waits for a working reader has arrived anew.
    void retryWaiting();
    [[nodiscard]] std::optional<ReadState> state(model::MailId mail);
    [[nodiscard]] std::optional<QByteArray> raw(model::MailId mail);
    [[nodiscard]] std::optional<base::Timestamp> internalDate(model::MailId mail);
    [[nodiscard]] std::vector<MailPlace> places(model::MailId mail);
    /// The user wants its octets here no longer. That it was here is remembered, so that it does not come again.
    void forget(model::MailId mail);
    /// The user has read it: \Seen at every place, and to be told to the server.
    void markSeen(model::MailId mail);
    [[nodiscard]] std::vector<MailPlace> seenDue(model::AccountId account);
    /// The server knows it.
    void seenSent(model::AccountId account, const model::StoreFlags &command);
    /// Whether the user has read it, here or elsewhere.
    [[nodiscard]] bool isSeen(model::MailId mail);

private:
    /// Appends the rows of a SELECT of MAIL_COLUMNS, as long as they are not too large together.
    void append(std::vector<ArrivedRow> &found, Rows rows);
    [[nodiscard]] std::int64_t folderRow(model::AccountId account, const QString &name);
    Connection &m_connection;
};

}

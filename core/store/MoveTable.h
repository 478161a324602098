#pragma once

#include "core/model/Ids.h"
#include "core/store/Connection.h"
#include "core/store/MailTable.h"

#include <QString>

#include <optional>
#include <vector>

namespace isthmus::store {

/// The user's wish that a mail lie in another folder of its server, until the server has done it.
struct MailMove {
    model::MailId mail;
    model::AccountId account;
    model::ItemId item;
    QString specialUse;    ///< RFC 6154 attribute of the folder with its backslash: "\\Archive", "\\Trash"
    base::Timestamp due{}; ///< until then it can be taken back without the server's help
    QString home;          ///< where the item stood, if it is set aside; else empty
    QString thread;        ///< of such an item
    bool tried = false;    ///< the server was asked before, and may have done it in part
    bool operator==(const MailMove &) const = default;
};

/// Table `mail_move`. What is to be thrown away is set aside at once: it stands in no conversation, thread or search, and
/// nothing of it is lost until the server has it in its trash. Thread: as Connection.
class MoveTable
{
public:
    explicit MoveTable(Connection &connection) : m_connection(connection) {}

    /// The home of items that are set aside; belongs to nobody.
    static QString asideHome() { return QStringLiteral("aside:"); }

    void add(const MailMove &move);
    /// With its item where it stood. What has not been read to the end yet is read then.
    void takeBack(const MailMove &move);
    /// The server is being asked.
    void setTried(const MailMove &move);
    /// The server has done it: what was set aside is gone here, and comes anew should it be brought back.
    void finish(const MailMove &move);
    /// Those whose mail lies in this folder.
    [[nodiscard]] std::vector<MailMove> inFolder(model::AccountId account, const QString &folder);
    [[nodiscard]] bool isSetAside(model::MailId mail);
    [[nodiscard]] std::optional<MailMove> of(model::ItemId item);
    [[nodiscard]] std::vector<MailMove> all();
    /// Where the mail has to leave for it to be so: places that IMAP numbers. To the archive it goes from the inbox, and
    /// from another folder only where it does not lie in the inbox: folders of the user's may be labels of one mail.
    [[nodiscard]] std::vector<MailPlace> places(const MailMove &move);

private:
    Connection &m_connection;
};

}

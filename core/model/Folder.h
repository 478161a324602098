#pragma once

#include "core/model/Ids.h"

#include <QString>

#include <compare>

namespace isthmus::model {

/// A list of mails: those in a folder, or all of an account, wherever they lie and also if they lie nowhere (what came
/// by POP3 and was sent from here, what the server has no longer).
struct MailList {
    AccountId account;
    FolderId folder; ///< invalid: all of the account
    auto operator<=>(const MailList &) const = default;
};

/// A folder as its server names it, and how much in it is unread; or an account and all of its mails.
struct Folder {
    MailList list;
    QString name;       ///< empty for an account
    QString specialUse; ///< RFC 6154, with its backslash; "\\Inbox"; empty if none
    int unread = 0;
    bool operator==(const Folder &) const = default;
};

}

#pragma once

#include "core/model/Ids.h"

#include <cstdint>

namespace isthmus::model {

/// Whether something is done that tells others about the user.
enum class Consent : std::uint8_t { Ask, Always, Never };

/// What the user tells contacts about how to be reached (specification 5, `mode` of NS_PREF).
enum class ReachedBy : std::uint8_t { Any, MailOnly, ChatOnly };

/// Which chat messages with a subject are taken for mail, where no type field says so (specification 3, T5).
enum class MailBySubject : std::uint8_t { All, NormalOnly, Off };

/// What the user chose for the whole program.
struct Settings {
    Consent displayReports = Consent::Ask; ///< to senders who ask whether their mail was read (2.12)
    bool askReports = false;               ///< ask whether own mails were delivered and read (2.11)
    Consent nudge = Consent::Ask;          ///< tell the recipient by chat that a mail is on its way
    bool joinLines = true;                 ///< chat lines to a mailbox wait a moment and go as one mail (6.5)
    bool forwardWhileBusy = false;         ///< what comes by chat meanwhile goes to the own mailbox, too (5)
    bool offlineToMailbox = false;         ///< published: while offline by mail
    bool busyToMailbox = false;            ///< published: while busy by mail
    ReachedBy reachedBy = ReachedBy::Any;  ///< published
    MailBySubject mailBySubject = MailBySubject::All;
    bool fetchOlder = true;    ///< older messages and mails come from the servers by themselves
    bool toldContacts = false; ///< something was published once: it is kept up to date since
    AccountId defaultAccount;  ///< that new messages are from; invalid: the first one (C12)
    bool operator==(const Settings &) const = default;
};

}

#pragma once

#include "core/model/Item.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <cstdint>
#include <vector>

namespace isthmus::timeline {

/// What can be done with one item of a conversation.
enum class ItemAction : std::uint8_t {
    Reply,
    ReplyAll,
    ReplyAsChat,
    ReplyAsMail,
    Forward,
    ToggleFold,
    Retry,
    OtherChannel,
    SendNow,
    Cancel,
    OpenAttachment,
    Copy,
    ShowSource,
    SaveMail,
    ShowJourney,
    Archive,
    Trash,
    Remove,
    AcceptFile,
    DeclineFile,
};

/// What is possible with this item, in the order of menus. \p foldable: it has a folded part or an
/// unfolded one. OpenAttachment is listed once, whatever the number of files.
[[nodiscard]] std::vector<ItemAction> actionsFor(const model::Item &item, bool foldable);

/// An own message that waits not for a connection but because the server (or something worse) put it off:
/// that is said below it.
[[nodiscard]] bool isDeferred(const model::Item &item);

/// Its files, if it has any, are here to be saved.
[[nodiscard]] bool hasFilesToSave(const model::Item &item);

/// The words of menus and of assistive technology: "Reply as chat".
[[nodiscard]] QString actionText(ItemAction action, const model::Item &item);

/// The same for a row of buttons: "Archive".
[[nodiscard]] QString shortActionText(ItemAction action, const model::Item &item);

/// What is to be said about the message itself, in sentences: parts missing, changed, taken back. Empty if nothing.
[[nodiscard]] QString noteText(const model::Item &item);
/// The signs said to it, each with its number where it is more than one. Empty if none.
[[nodiscard]] QString reactionText(const model::Item &item);

/// What a screen reader says: "Bob, e-mail, 10:02, Minutes of Tuesday, Here are …", for own items with
/// the delivery state at the end. \p person is the other side's name.
[[nodiscard]] QString spokenText(const model::Item &item, const QString &person);
/// The rest that the eye sees: recipients, files, authenticity, why it failed.
[[nodiscard]] QString spokenDetails(const model::Item &item);

/// Name of whoever wrote it: "You", the mail's From, or the person.
[[nodiscard]] QString senderName(const model::Item &item, const QString &person);
/// "Bob Miller <b@work.example>".
[[nodiscard]] QString mailboxText(const model::Mailbox &mailbox);
[[nodiscard]] QString mailboxesText(const model::MailboxList &mailboxes);
/// Where a link leads, to be read by a human: the host in letters that cannot pose as others, no user name
/// before it, nothing that could be taken for markup. At most 300 characters.
[[nodiscard]] QString targetText(const QUrl &url);
/// Why an Unreadable item is not shown.
[[nodiscard]] QString verdictText(const model::Item &item);
/// Why a mail's text is shown instead of its sender's layout.
[[nodiscard]] QString verdictText(base::Fault fault);
/// What the own server said about the sender, in words (specification 7.2): "Sender verified", "Claims to be Bob: …".
[[nodiscard]] QString authenticityText(const model::Item &item);
/// It failed its checks, or claims to be the user.
[[nodiscard]] bool isSuspicious(const model::Item &item);
/// What else speaks against the sender (X05, X14), a sentence each.
[[nodiscard]] QStringList warnings(const model::Item &item);
/// The sender as it may be shown: by its address alone where it is suspicious.
[[nodiscard]] QString fromText(const model::Item &item);

}

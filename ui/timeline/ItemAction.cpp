#include "ui/timeline/ItemAction.h"

#include "core/model/FileStage.h"
#include "ui/widgets/FaultText.h"
#include "ui/widgets/Words.h"

#include <QHash>
#include <QStringList>

namespace isthmus::timeline {

using namespace model;
using widgets::Words;

namespace {

/// A screen reader must not read a whole report aloud because the arrow key passed it.
constexpr qsizetype spokenLimit = 400;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::timeline::Item)
};

bool isMailLike(const Item &item)
{
    return item.kind == ItemKind::MailCard || item.kind == ItemKind::Unreadable;
}

/// What became of a file that was offered; empty where it is here.
QString fileText(const Item &item)
{
    const QString blocked = item.attachments.empty() ? QString() : item.attachments.front().blocked;
    switch (fileStage(item)) {
    case FileStage::Here: return {};
    case FileStage::Offered: return Text::tr("Offers you this file. Nothing of it has been received.");
    case FileStage::Coming: return Text::tr("Is being received.");
    case FileStage::Declined: return Text::tr("You did not take this file.");
    case FileStage::Refused:
        if (blocked == QLatin1String("size"))
            return Text::tr("Offered you this file. It was refused: it is too large.");
        if (blocked == QLatin1String("type"))
            return Text::tr("Offered you this file. It was refused: files of this kind can do harm.");
        return Text::tr("Offered you this file. It was refused: the sender is not among your contacts.");
    case FileStage::Withdrawn: return Text::tr("Offered you this file. The offer has ended.");
    case FileStage::Broken: return Text::tr("Receiving this file broke off. Nothing of it was kept.");
    case FileStage::WrongHash: return Text::tr("This file was not what its sender announced. Nothing of it was kept.");
    }
    Q_UNREACHABLE();
}

}

bool isDeferred(const Item &item)
{
    if (item.delivery.stage != DeliveryStage::Queued || !item.delivery.error)
        return false;
    switch (item.delivery.error->fault) {
    case base::Fault::ConnectionLost:
    case base::Fault::Unreachable:
    case base::Fault::Timeout:
    case base::Fault::Cancelled: return false;
    default: return true;
    }
}

bool hasFilesToSave(const Item &item)
{
    return !item.attachments.empty() && fileStage(item) == FileStage::Here;
}

std::vector<ItemAction> actionsFor(const Item &item, bool foldable)
{
    std::vector<ItemAction> actions;
    const FileStage file = fileStage(item);
    if (file == FileStage::Offered)
        actions.push_back(ItemAction::AcceptFile);
    if (file == FileStage::Offered || file == FileStage::Coming)
        actions.push_back(ItemAction::DeclineFile);
    const auto stage = item.delivery.stage;
    if (stage == DeliveryStage::Failed) {
        actions.push_back(ItemAction::Retry);
        actions.push_back(ItemAction::OtherChannel);
    }
    if (isDeferred(item))
        actions.push_back(ItemAction::Retry);
    if (stage == DeliveryStage::Held)
        actions.push_back(ItemAction::SendNow);
    if (stage == DeliveryStage::Held || stage == DeliveryStage::Queued || stage == DeliveryStage::Failed)
        actions.push_back(ItemAction::Cancel);
    if (item.kind != ItemKind::Notice && item.kind != ItemKind::Unreadable) {
        actions.push_back(ItemAction::Reply);
        if (item.kind == ItemKind::MailCard && item.to.size() + item.cc.size() > 1)
            actions.push_back(ItemAction::ReplyAll);
        actions.push_back(item.channel == Channel::Mail || isMailLike(item) ? ItemAction::ReplyAsChat
                                                                            : ItemAction::ReplyAsMail);
    }
    if (item.kind == ItemKind::MailCard)
        actions.push_back(ItemAction::Forward);
    if (foldable)
        actions.push_back(ItemAction::ToggleFold);
    if (hasFilesToSave(item))
        actions.push_back(ItemAction::OpenAttachment);
    if (!item.text.isEmpty() || !item.subject.isEmpty())
        actions.push_back(ItemAction::Copy);
    actions.push_back(ItemAction::ShowJourney);
    if (!isChatFile(item)) // no message is behind it
        actions.push_back(ItemAction::ShowSource);
    if (item.mail.isValid())
        actions.push_back(ItemAction::SaveMail);
    const bool leaving = stage == DeliveryStage::Held || stage == DeliveryStage::Queued || stage == DeliveryStage::Sending;
    if (item.mail.isValid() && !leaving) {
        actions.push_back(ItemAction::Archive);
        actions.push_back(ItemAction::Trash);
    }
    if (isMailLike(item) && !leaving)
        actions.push_back(ItemAction::Remove);
    return actions;
}

QString actionText(ItemAction action, const Item &item)
{
    switch (action) {
    case ItemAction::Reply: return Text::tr("Reply");
    case ItemAction::ReplyAll: return Text::tr("Reply to all");
    case ItemAction::ReplyAsChat: return Text::tr("Reply as chat");
    case ItemAction::ReplyAsMail: return Text::tr("Reply as e-mail");
    case ItemAction::Forward: return Text::tr("Forward");
    case ItemAction::ToggleFold: return Text::tr("Show or fold the whole message");
    case ItemAction::Retry: return Text::tr("Try again");
    case ItemAction::OtherChannel:
        return item.channel == Channel::Mail ? Text::tr("Send as chat") : Text::tr("Send as e-mail");
    case ItemAction::SendNow: return Text::tr("Send now");
    case ItemAction::Cancel: return Text::tr("Do not send");
    case ItemAction::OpenAttachment: return Text::tr("Save attachment…");
    case ItemAction::Copy: return Text::tr("Copy");
    case ItemAction::ShowSource: return Text::tr("Show source");
    case ItemAction::ShowJourney: return Text::tr("Where is this message?");
    case ItemAction::SaveMail: return Text::tr("Save as .eml…");
    case ItemAction::Archive: return Text::tr("Move to the archive");
    case ItemAction::Trash: return Text::tr("Move to the trash");
    case ItemAction::Remove: return Text::tr("Remove from here…");
    case ItemAction::AcceptFile: return Text::tr("Accept", "a file");
    case ItemAction::DeclineFile:
        return fileStage(item) == FileStage::Coming ? Text::tr("Stop", "receiving a file") : Text::tr("Decline", "a file");
    }
    return {};
}

QString shortActionText(ItemAction action, const Item &item)
{
    switch (action) {
    case ItemAction::Archive: return Text::tr("Archive", "to move it there");
    case ItemAction::Trash: return Text::tr("Delete", "to move it to the trash");
    default: return actionText(action, item);
    }
}

QString mailboxText(const Mailbox &mailbox)
{
    const QString address = mailbox.address.toString();
    if (mailbox.name.isEmpty() || mailbox.name == address)
        return address;
    return QStringLiteral("%1 <%2>").arg(mailbox.name, address);
}

QString mailboxesText(const MailboxList &mailboxes)
{
    QStringList texts;
    for (const Mailbox &mailbox : mailboxes)
        texts.append(mailboxText(mailbox));
    return texts.join(QStringLiteral(", "));
}

QString senderName(const Item &item, const QString &person)
{
    if (item.direction == Direction::Outgoing)
        return Text::tr("You");
    if (isMailLike(item) && !item.from.address.isNull())
        return item.from.name.isEmpty() || isSuspicious(item) || item.flags.contains(QLatin1String("name-collision"))
                   ? item.from.address.toString()
                   : item.from.name;
    return person;
}

QString targetText(const QUrl &url)
{
    constexpr int most = 300;
    const QString text = url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
    return text.size() > most ? text.left(most - 1) + u'…' : text;
}

QString verdictText(const Item &item)
{
    const auto fault = item.delivery.error ? item.delivery.error->fault : base::Fault::Malformed;
    return widgets::faultText(fault, widgets::Doing::Reading).sentence();
}

QString verdictText(base::Fault fault)
{
    return Text::tr("The layout of this e-mail could not be shown safely; this is its text.") + u' '
           + widgets::faultText(fault, widgets::Doing::Reading).sentence();
}

QString authenticityText(const Item &item)
{
    if (item.flags.contains(QLatin1String("self-spoof")))
        return Text::tr("Claims to be from you, but never left from here");
    if (!item.claims.isEmpty())
        return Text::tr("Claims to be %1: sender check failed").arg(item.claims);
    switch (item.authenticity) {
    case Authenticity::Pass: return Text::tr("Sender verified");
    case Authenticity::Fail: return Text::tr("Sender check failed");
    case Authenticity::None: break;
    }
    return Text::tr("Sender not verified");
}

bool isSuspicious(const Item &item)
{
    return item.authenticity == Authenticity::Fail || item.flags.contains(QLatin1String("self-spoof"));
}

QStringList warnings(const Item &item)
{
    QStringList lines;
    if (item.flags.contains(QLatin1String("name-collision")))
        lines.append(Text::tr("Bears the name of one of your contacts, but this is not that contact's address"));
    if (item.flags.contains(QLatin1String("spoof-name")))
        lines.append(Text::tr("The sender's name was another address and is not shown"));
    if (item.flags.contains(QLatin1String("lookalike"))) {
        lines.append(
            Text::tr("The domain looks like a contact's, but is %1").arg(toAsciiDomain(item.from.address.domain())));
    }
    return lines;
}

QString fromText(const Item &item)
{
    // A name gives force to a forgery: the address alone, or first, where somebody may be posing.
    if (isSuspicious(item))
        return item.from.address.toString();
    if (item.flags.contains(QLatin1String("name-collision")) && !item.from.name.isEmpty())
        return Text::tr("%1 (“%2”)", "address (name)").arg(item.from.address.toString(), item.from.name);
    return mailboxText(item.from);
}

QString noteText(const Item &item)
{
    QStringList notes;
    if (const QString file = fileText(item); !file.isEmpty())
        notes.append(file);
    if (item.flags.contains(QStringLiteral("retracted")))
        notes.append(Text::tr("Taken back by its sender."));
    else if (item.flags.contains(QStringLiteral("corrected")))
        notes.append(Text::tr("Changed by its sender."));
    if (item.flags.contains(QStringLiteral("incomplete")))
        notes.append(Text::tr("Parts of this message have not arrived."));
    if (item.flags.contains(QStringLiteral("delivered-twice")))
        notes.append(Text::tr("Delivered twice: by chat and by e-mail."));
    if (item.flags.contains(QStringLiteral("wrong-hash")))
        notes.append(Text::tr("This text is not what its sender announced: it may have been changed on its way."));
    return notes.join(u' ');
}

QString reactionText(const Item &item)
{
    QStringList signs;
    QHash<QString, int> counts;
    for (const Reaction &reaction : item.reactions) {
        if (++counts[reaction.text] == 1)
            signs.append(reaction.text);
    }
    for (QString &sign : signs) {
        if (const int count = counts.value(sign); count > 1)
            sign += QStringLiteral(" %1").arg(count);
    }
    return signs.join(QStringLiteral("  "));
}

QString spokenText(const Item &item, const QString &person)
{
    QStringList parts;
    if (item.kind == ItemKind::Notice) {
        parts = {Text::tr("Notice"), Words::timeOfDay(item.at)};
    } else {
        const bool mail = item.channel == Channel::Mail || isMailLike(item);
        parts = {senderName(item, person), Words::channel(mail ? Channel::Mail : Channel::Chat), Words::timeOfDay(item.at)};
    }
    if (!item.subject.isEmpty())
        parts.append(item.subject);
    const QString text = item.text.left(4 * spokenLimit).simplified(); // all of it may be megabytes
    if (item.kind == ItemKind::Unreadable)
        parts.append(Text::tr("cannot be shown safely"));
    else if (!text.isEmpty())
        parts.append(text.size() > spokenLimit ? text.left(spokenLimit) + u'…' : text);
    if (const QString note = noteText(item); !note.isEmpty())
        parts.append(note);
    if (!item.reactions.empty())
        parts.append(Text::tr("Reactions: %1").arg(reactionText(item)));
    if (!item.attachments.empty())
        parts.append(Text::tr("%n attachment(s)", nullptr, static_cast<int>(item.attachments.size())));
    if (item.delivery.fellBack)
        parts.append(Words::route(item));
    if (item.delivery.stage != DeliveryStage::None)
        parts.append(Words::state(item.delivery));
    return parts.join(QStringLiteral(", "));
}

QString spokenDetails(const Item &item)
{
    QStringList parts;
    if (!item.read && item.direction == Direction::Incoming)
        parts.append(Text::tr("unread"));
    if (item.kind == ItemKind::MailCard && item.direction == Direction::Incoming)
        parts += QStringList(authenticityText(item)) + warnings(item);
    if (!item.to.empty())
        parts.append(Text::tr("To: %1").arg(mailboxesText(item.to)));
    if (!item.cc.empty())
        parts.append(Text::tr("Cc: %1").arg(mailboxesText(item.cc)));
    for (const Attachment &file : item.attachments)
        parts.append(Text::tr("Attachment %1, %2").arg(file.name, Words::bytes(file.bytes)));
    if (!item.replyQuote.isEmpty())
        parts.append(Text::tr("Answer to: %1").arg(item.replyQuote));
    if (item.kind == ItemKind::Unreadable)
        parts.append(verdictText(item));
    else if (item.delivery.error)
        parts.append(widgets::faultText(item.delivery.error->fault, widgets::Doing::Sending).sentence());
    return parts.join(QStringLiteral(", "));
}

}

#include "ui/composer/RouteText.h"

#include <QCoreApplication>

namespace isthmus::composer {

using engine::RoutePreview;
using Outcome = RoutePreview::Outcome;
using Reason = RoutePreview::Reason;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::composer::RouteText)
};

QString refusal(Reason reason, const QString &who)
{
    switch (reason) {
    case Reason::NoJid: return Text::tr("Cannot be sent: no chat address of %1 is known. Add one in the details.").arg(who);
    case Reason::NoMail:
        return Text::tr("Cannot be sent: no confirmed mailbox of %1 is known. Confirm one in the details.").arg(who);
    case Reason::PreferenceConflict:
        return Text::tr("Cannot be sent: “Send via” of %1 asks for a channel without a known address.").arg(who);
    case Reason::NoAccount: return Text::tr("Cannot be sent: no account is signed in. Add one in the menu Isthmus.");
    default: return Text::tr("Cannot be sent yet: there is no address to send to.");
    }
}

QString why(Reason reason, const QString &who)
{
    switch (reason) {
    case Reason::UserChoice: return Text::tr("Your choice for this message");
    case Reason::Preference: return Text::tr("“Send via” of %1").arg(who);
    case Reason::NoOtherAddress: return Text::tr("The only way to %1").arg(who);
    case Reason::Online: return Text::tr("%1 is online").arg(who);
    case Reason::Offline: return Text::tr("%1 is offline").arg(who);
    case Reason::DoNotDisturb: return Text::tr("%1 does not want to be disturbed").arg(who);
    case Reason::PresenceUnknown: return Text::tr("It is not known whether %1 is online").arg(who);
    case Reason::KindMail: return Text::tr("An e-mail");
    case Reason::NoAddress:
    case Reason::NoJid:
    case Reason::NoMail:
    case Reason::PreferenceConflict:
    case Reason::NoAccount: break;
    }
    return {};
}

QString where(Outcome outcome, const QString &address)
{
    switch (outcome) {
    case Outcome::Chat: return Text::tr("goes as chat to %1").arg(address);
    case Outcome::Mail: return Text::tr("goes as mail to %1").arg(address);
    case Outcome::QueuedChat: return Text::tr("goes as chat to %1 once chat is connected").arg(address);
    case Outcome::QueuedMail: return Text::tr("goes as mail to %1 once outgoing mail is connected").arg(address);
    case Outcome::Refused: break;
    }
    return {};
}

}

RouteText routeText(const RoutePreview &preview, const QString &person)
{
    const QString who = person.isEmpty() ? Text::tr("this person") : person;
    if (preview.outcome == Outcome::Refused)
        return {refusal(preview.reason, who), {}, false};
    RouteText text;
    text.canSend = true;
    const QString reason = why(preview.reason, who);
    const QString goes = where(preview.outcome, preview.address);
    text.sentence = reason.isEmpty() ? goes : Text::tr("%1: %2", "reason: where it goes").arg(reason, goes);
    const bool chat = preview.outcome == Outcome::Chat || preview.outcome == Outcome::QueuedChat;
    text.readers = chat ? Text::tr("encrypted in transit, readable by both chat servers")
                        : Text::tr("readable by every mail server on the way");
    if (preview.canFallBack)
        text.readers += chat ? Text::tr(" · if that fails, as mail") : Text::tr(" · if that fails, as chat");
    return text;
}

}

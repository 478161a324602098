#include "ui/shell/JourneyText.h"

#include "ui/widgets/FaultText.h"
#include "ui/widgets/Words.h"

#include <QDateTime>

namespace isthmus::shell {

using namespace model;
using widgets::Words;
using Kind = Station::Kind;

namespace {

QString exactTime(base::Timestamp at)
{
    // As logs have it, in the local time.
    return QDateTime::fromMSecsSinceEpoch(base::toMsecs(at))
        .toString(Qt::ISODate)
        .replace(QLatin1Char('T'), QLatin1Char(' '));
}

}

QString JourneyText::answer(const Journey &journey, const QString &person)
{
    if (journey.item.direction == Direction::Outgoing)
        return outgoing(journey, person);
    if (journey.item.kind == ItemKind::Unreadable)
        return tr("It has arrived and every byte of it is kept on this computer, but it cannot be shown safely.");
    return journey.item.read ? tr("It has arrived and is kept on this computer. You have read it.")
                             : tr("It has arrived and is kept on this computer. You have not read it yet.");
}

QString JourneyText::waiting(const Journey &journey)
{
    if (!journey.linkIsUp) {
        return journey.item.channel == Channel::Chat
                   ? tr("It is still on this computer and leaves as soon as chat is connected.")
                   : tr("It is still on this computer and leaves as soon as outgoing mail is connected.");
    }
    if (journey.item.delivery.error && journey.nextAttempt) {
        QString words = tr("It is still on this computer. The last attempt did not succeed; the next one is at %1.")
                            .arg(Words::dateAndTime(*journey.nextAttempt));
        if (journey.givesUpAt)
            words += QLatin1Char(' ')
                     + tr("If none succeeds until %1, it counts as failed.").arg(Words::dateAndTime(*journey.givesUpAt));
        return words;
    }
    return tr("It is still on this computer and leaves after what was written before it.");
}

QString JourneyText::outgoing(const Journey &journey, const QString &person)
{
    const bool chat = journey.item.channel == Channel::Chat;
    const DeliveryState &state = journey.item.delivery;
    switch (state.stage) {
    case DeliveryStage::Held:
        return tr("It is still on this computer and can be called back until %1.")
            .arg(Words::timeOfDay(journey.nextAttempt.value_or(journey.item.at)));
    case DeliveryStage::Queued: return waiting(journey);
    case DeliveryStage::Sending:
        return chat ? tr("It is on its way to your chat server, which has not confirmed it yet.")
                    : tr("It is on its way to your mail server, which has not confirmed it yet.");
    case DeliveryStage::Sent:
        if (state.error)
            return tr("Your mail server has taken it, but not for every recipient.");
        return chat ? tr("Your chat server has it. No device of %1 has confirmed it yet.").arg(person)
                    : tr("Your mail server has taken it. Nobody has confirmed its arrival, and many mailboxes never do.");
    case DeliveryStage::Delivered:
        return chat ? tr("It has arrived: a device of %1 has confirmed it.").arg(person)
                    : tr("It has arrived: the recipient's mail server has confirmed it.");
    case DeliveryStage::Displayed: return tr("It has arrived and was shown to %1.").arg(person);
    case DeliveryStage::Failed: {
        const QString why =
            state.error ? widgets::faultText(state.error->fault, widgets::Doing::Sending).sentence() : QString();
        return tr("It did not arrive and is kept on this computer. %1").arg(why).trimmed();
    }
    case DeliveryStage::None: break;
    }
    return tr("It was sent from another program; only its copy is known here.");
}

QString JourneyText::station(const Station &station)
{
    const bool chat = station.channel == Channel::Chat;
    switch (station.kind) {
    case Kind::Written:
        return chat ? tr("written down on this computer, to go as chat")
                    : tr("written down on this computer, to go as e-mail");
    case Kind::Attempted: return chat ? tr("handed to the chat connection") : tr("handed to the mail connection");
    case Kind::Accepted: return chat ? tr("the chat server confirmed that it has it") : tr("the mail server took it");
    case Kind::SeenAtServer:
        return chat ? tr("the chat server's copy of it came back") : tr("its copy was found among the sent mail");
    case Kind::Deferred: return tr("not decided, will be tried again");
    case Kind::Interrupted: return tr("the program ended in the middle, will be tried again");
    case Kind::Refused: return chat ? tr("refused on the way by chat") : tr("refused on the way by e-mail");
    case Kind::PartlyRefused: return tr("refused for some recipients");
    case Kind::AskedAgain: return tr("you asked to send it");
    case Kind::Rerouted: return chat ? tr("turned to chat") : tr("turned to e-mail");
    case Kind::Filed: return tr("a copy was filed among the sent mail");
    case Kind::Delivered: return chat ? tr("a device confirmed its arrival") : tr("its arrival was reported");
    case Kind::Displayed: return tr("it was shown to the recipient");
    case Kind::Kept: return tr("it came in and was stored on this computer");
    case Kind::Read: return tr("you read it");
    case Kind::ReadElsewhere: return tr("you read it in another program");
    case Kind::Doubled:
        return chat ? tr("chat had delivered it after all: it has arrived twice")
                    : tr("e-mail had delivered it after all: it has arrived twice");
    case Kind::AccountGone: return tr("its account was removed from Isthmus");
    }
    return {};
}

QStringList JourneyText::stations(const Journey &journey)
{
    QStringList lines;
    if (journey.reachedServer && journey.item.direction == Direction::Incoming)
        lines.append(tr("%1, it reached your mailbox (by the server's clock)").arg(exactTime(*journey.reachedServer)));
    for (const Station &one : journey.stations) {
        const QString line = tr("%1, %2", "time, what happened").arg(exactTime(one.at), station(one));
        lines.append(one.words.isEmpty() ? line
                                         : tr("%1: “%2”", "what happened, in the server's words").arg(line, one.words));
    }
    if (journey.stations.empty())
        lines.append(tr("Its way was not recorded: it is older than this record."));
    return lines;
}

QStringList JourneyText::facts(const Journey &journey)
{
    const Item &item = journey.item;
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines.append(tr("%1: %2", "name of a fact, its value").arg(name, value));
    };
    add(tr("Row"), QString::number(item.id.raw));
    add(tr("Route"), item.delivery.fellBack ? Words::route(item) : Words::channel(item.channel));
    add(tr("Address"), std::holds_alternative<Jid>(item.address) ? std::get<Jid>(item.address).toString()
                                                                 : std::get<MailAddress>(item.address).toString());
    add(tr("Recipients"), journey.recipients.join(QStringLiteral(", ")));
    add(tr("Stanza id"), item.stanzaId);
    add(tr("Archive id"), journey.archiveId);
    add(tr("Message-ID"), item.messageId);
    add(tr("Envelope id"), journey.envelopeId);
    add(tr("Thread"), item.thread);
    for (const Journey::Place &place : journey.places) {
        add(tr("Folder"), place.uid == 0 ? place.folder
                                         : tr("%1, UID %2 of %3", "folder, number, numbering")
                                               .arg(place.folder)
                                               .arg(place.uid)
                                               .arg(place.uidValidity));
    }
    if (journey.attempts > 0)
        add(tr("Attempts without success"), QString::number(journey.attempts));
    if (item.delivery.error)
        add(tr("Last error"), item.delivery.error->detail);
    add(tr("Server's words"), item.delivery.serverText);
    return lines;
}

}

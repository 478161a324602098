#include "ui/widgets/FaultText.h"

namespace isthmus::widgets {

using base::Fault;

namespace {

/// The sentences, in one class so that translators see them together.
class Sentences
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::widgets::FaultText)
public:
    static QString who(Doing doing);
    static QString connection(Fault fault, const QString &server);
    static QString happened(Fault fault, Doing doing);
    static QString kept(Doing doing);
    static QString remedy(Fault fault, Doing doing);

private:
    static QString reading(Fault fault);
    static QString profile(Fault fault);
};

QString Sentences::who(Doing doing)
{
    switch (doing) {
    case Doing::Chat:
    case Doing::Registering: return tr("The chat server");
    case Doing::IncomingMail: return tr("The incoming mail server");
    case Doing::OutgoingMail: return tr("The outgoing mail server");
    case Doing::Discovering:
    case Doing::Sending:
    case Doing::Reading:
    case Doing::Contacts:
    case Doing::Settings:
    case Doing::OpeningProfile:
    case Doing::Storing: break;
    }
    return tr("The server");
}

QString Sentences::connection(Fault fault, const QString &server)
{
    switch (fault) {
    case Fault::Cancelled: return tr("This was stopped before it was done.");
    case Fault::Timeout: return tr("%1 did not answer in time.").arg(server);
    case Fault::HostNotFound: return tr("%1 could not be found under this name.").arg(server);
    case Fault::Unreachable: return tr("%1 cannot be reached.").arg(server);
    case Fault::ConnectionLost: return tr("The connection was lost. %1 may or may not have got everything.").arg(server);
    case Fault::TlsUnavailable: return tr("%1 offers no encryption, so nothing was sent to it.").arg(server);
    case Fault::TlsCertificate:
        return tr("%1 could not prove who it is: its certificate is expired, made for another name or from an "
                  "unknown issuer. Nothing was sent to it.")
            .arg(server);
    case Fault::AuthRejected: return tr("%1 refused this address and password.").arg(server);
    case Fault::AuthUnsupported: return tr("%1 offers no safe way to sign in that Isthmus knows.").arg(server);
    case Fault::ProtocolBroken: return tr("%1 gave an answer that makes no sense.").arg(server);
    case Fault::Rejected: return tr("%1 said no.").arg(server);
    case Fault::TryLater: return tr("%1 cannot do this now.").arg(server);
    case Fault::NotFound: return tr("%1 does not know what was asked for.").arg(server);
    case Fault::Conflict: return tr("%1 says that this exists already.").arg(server);
    case Fault::Storage: return tr("This computer could not write to its disk.");
    case Fault::Malformed: return tr("What was entered or received is not valid.");
    case Fault::TooLarge: return tr("This is larger than allowed.");
    case Fault::Unsupported: return tr("This is not supported.");
    case Fault::PasswordNeeded: return tr("Isthmus has no password for this account, so it has not signed in.");
    case Fault::AccountRemoved: return tr("The account has been removed from Isthmus.");
    }
    return {};
}

QString Sentences::reading(Fault fault)
{
    switch (fault) {
    case Fault::TooLarge: return tr("This message is too large to be shown safely.");
    case Fault::Timeout:
    case Fault::ProtocolBroken: return tr("Reading this message took too much time or memory and was stopped.");
    case Fault::Malformed: return tr("This message is damaged and cannot be read.");
    default: return connection(fault, who(Doing::Reading));
    }
}

QString Sentences::profile(Fault fault)
{
    switch (fault) {
    case Fault::Conflict: return tr("Isthmus is already running with this profile.");
    case Fault::Storage: return tr("The folder with your messages cannot be opened or written.");
    case Fault::Unsupported: return tr("Your messages were stored by a newer version of Isthmus.");
    case Fault::Malformed: return tr("The file with your messages is damaged.");
    default: return connection(fault, who(Doing::OpeningProfile));
    }
}

QString Sentences::happened(Fault fault, Doing doing)
{
    if (doing == Doing::Reading)
        return reading(fault);
    if (doing == Doing::OpeningProfile)
        return profile(fault);
    if (doing == Doing::Registering && fault == Fault::Conflict)
        return tr("This address is taken already.");
    if (doing == Doing::Registering && (fault == Fault::Rejected || fault == Fault::Unsupported))
        return tr("This server does not let programs create accounts.");
    if (doing == Doing::Discovering && (fault == Fault::NotFound || fault == Fault::HostNotFound))
        return tr("The provider does not say where this service is.");
    if (doing == Doing::Contacts && fault == Fault::Conflict)
        return tr("This address belongs to another contact.");
    return connection(fault, who(doing));
}

QString Sentences::kept(Doing doing)
{
    switch (doing) {
    case Doing::Chat:
    case Doing::IncomingMail:
    case Doing::OutgoingMail: return tr("The other services go on, and what you write is kept.");
    case Doing::Discovering: return tr("What was found for the other services is kept.");
    case Doing::Registering: return tr("No account was made; what you entered is kept.");
    case Doing::Sending: return tr("Your message is kept.");
    case Doing::Reading: return tr("The message itself is kept, byte for byte.");
    case Doing::Contacts:
    case Doing::Settings: return tr("Nothing was changed.");
    case Doing::OpeningProfile: return tr("Nothing was changed.");
    case Doing::Storing: return tr("What arrives waits on the servers.");
    }
    return {};
}

QString Sentences::remedy(Fault fault, Doing doing)
{
    if (doing == Doing::Reading)
        return tr("You can look at its source.");
    if (doing == Doing::OpeningProfile && fault == Fault::Conflict)
        return tr("Use its window, or start with another profile.");
    if (doing == Doing::OpeningProfile && fault == Fault::Unsupported)
        return tr("Start that version.");
    if (doing == Doing::OpeningProfile && fault == Fault::Malformed)
        return tr("Put a copy of it that you have in its place, or start with another profile.");
    if (doing == Doing::Storing && fault == Fault::Storage)
        return tr("Make room on the disk; Isthmus tries again by itself.");
    if (doing == Doing::Discovering && fault != Fault::Cancelled)
        return tr("Enter the server by hand, or leave this service out.");
    switch (fault) {
    case Fault::AuthRejected: return tr("Check the address and enter the password again.");
    case Fault::PasswordNeeded: return tr("Enter the password.");
    case Fault::TlsCertificate:
    case Fault::TlsUnavailable: return tr("Ask the provider; do not enter your password elsewhere.");
    case Fault::HostNotFound: return tr("Check the spelling of the address and of the server's name.");
    case Fault::Timeout:
    case Fault::Unreachable:
    case Fault::ConnectionLost: return tr("Check the network; Isthmus tries again by itself.");
    case Fault::TryLater: return tr("Isthmus tries again by itself.");
    case Fault::Storage: return tr("Make room on the disk or check the folder's permissions, then try again.");
    case Fault::Malformed: return tr("Check the spelling.");
    case Fault::TooLarge: return tr("Make it smaller or send it in parts.");
    case Fault::Conflict: return tr("Choose another one.");
    case Fault::Cancelled: return tr("You can try again.");
    case Fault::AccountRemoved:
        return doing == Doing::Sending ? tr("Try again to send it from another account.") : tr("Add the account again.");
    case Fault::AuthUnsupported:
    case Fault::ProtocolBroken:
    case Fault::Rejected:
    case Fault::NotFound:
    case Fault::Unsupported:
        return doing == Doing::Sending ? tr("Send it the other way, or ask the provider.") : tr("Ask the provider.");
    }
    return {};
}

}

QString FaultText::sentence() const
{
    QStringList parts{happened, kept, remedy};
    parts.removeAll(QString());
    return parts.join(u' ');
}

FaultText faultText(Fault fault, Doing doing)
{
    return {Sentences::happened(fault, doing), Sentences::kept(doing), Sentences::remedy(fault, doing)};
}

}

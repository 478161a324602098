#pragma once

#include "core/base/Error.h"
#include "core/base/Timestamp.h"
#include "core/model/Ids.h"
#include "core/model/Jid.h"
#include "core/model/MailAddress.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace isthmus::model {

enum class Service : std::uint8_t { Chat, IncomingMail, OutgoingMail };
enum class Protocol : std::uint8_t { Xmpp, Imap, Pop3, Submission };
enum class Security : std::uint8_t { DirectTls, StartTls }; ///< there is no third

/// Where a setting was found; shown to the user line by line.
enum class PlanSource : std::uint8_t { Manual, Srv, Autoconfig, HostMeta, Guess };

/// One service's connection data.
struct Endpoint {
    Protocol protocol = Protocol::Xmpp;
    QString host; ///< to connect to
    quint16 port = 0;
    Security security = Security::DirectTls;
    QString certificateName; ///< the certificate must be valid for this name
    QString user;            ///< login name
    PlanSource source = PlanSource::Manual;
    bool operator==(const Endpoint &) const = default;
};

/// What discovery found for one service, or why it found nothing. Several endpoints: in order of trial.
struct ServicePlan {
    Service service = Service::Chat;
    std::vector<Endpoint> endpoints;
    std::optional<base::Error> error;
    bool operator==(const ServicePlan &) const = default;
};

struct AccountPlan {
    ServicePlan chat{Service::Chat, {}, {}};
    ServicePlan incoming{Service::IncomingMail, {}, {}};
    ServicePlan outgoing{Service::OutgoingMail, {}, {}};
    bool operator==(const AccountPlan &) const = default;
    [[nodiscard]] ServicePlan &of(Service service)
    {
        return service == Service::Chat ? chat : service == Service::IncomingMail ? incoming : outgoing;
    }
    [[nodiscard]] const ServicePlan &of(Service service) const
    {
        return service == Service::Chat ? chat : service == Service::IncomingMail ? incoming : outgoing;
    }
};

/// A signed-in address. The password is not here: see port::SecretStore.
struct Account {
    AccountId id;
    Jid jid;
    MailAddress address;
    QString displayName;
    AccountPlan plan;
    bool connectChat = true; ///< at start (D06)
    bool fetchMail = true;   ///< at start (D07)
    QByteArray idKey;        ///< 32 random octets for Message-IDs (specification 2.5)
    /// Receiving servers whose word about senders the user confirmed (specification 7.2); lower case.
    QStringList trustedServers;
    bool operator==(const Account &) const = default;
};

/// What a transport is doing, as words for the window. `error` of Waiting and Failed says why.
struct LinkState {
    enum class Phase : std::uint8_t {
        Off, ///< not wanted
        Connecting,
        Online,
        Waiting, ///< will try again by itself at `retryAt`
        Failed,  ///< will not: wrong password, bad certificate; the user must act
    };
    Phase phase = Phase::Off;
    std::optional<base::Error> error;
    std::optional<base::Timestamp> retryAt;
    bool operator==(const LinkState &) const = default;
};

}

#pragma once

#include "core/base/Task.h"
#include "core/wire/WireConfig.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace isthmus::wire {

/// One SRV record (RFC 2782).
struct SrvRecord {
    QString target; ///< lower-case A-labels without trailing dot
    quint16 port = 0;
    quint16 priority = 0;
    quint16 weight = 0;
    bool operator==(const SrvRecord &) const = default;
};

/// One MX record (RFC 5321 5.1).
struct MxRecord {
    QString target;
    quint16 preference = 0;
    bool operator==(const MxRecord &) const = default;
};

/// Asynchronous DNS, by c-ares: Qt 6.4's look-up cannot be pointed at a server with a port.
///
/// Faults of every look-up: HostNotFound, the name or a record of that type does not exist, and asking
/// again is useless; TryLater, the servers failed or refused; Timeout, they were silent;
/// Malformed, the name cannot be asked for or the answer cannot be read; Cancelled.
/// Thread: the one it was made on, which needs an event loop. Deleting it cancels what is open.
class Resolver : public QObject
{
    Q_OBJECT
public:
    /// A number in [0, 1): orders SRV records of equal priority.
    using Chance = std::function<double()>;

    explicit Resolver(const WireConfig &config, QObject *parent = nullptr, Chance chance = {});
    ~Resolver() override;

    /// In order of trial. Fault::Rejected: the domain says that it has no such service (target ".").
    [[nodiscard]] base::Task<std::vector<SrvRecord>> srv(const QString &name);
    /// IPv4 and IPv6 addresses in order of trial; an address literal is its own answer.
    [[nodiscard]] base::Task<QList<QHostAddress>> addresses(const QString &host);
    /// By preference. Fault::Rejected: the domain takes no mail (RFC 7505).
    [[nodiscard]] base::Task<std::vector<MxRecord>> mx(const QString &domain);

    /// Ends every open look-up with Fault::Cancelled.
    void cancel();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// RFC 2782's order: by priority, then drawn by weight. \p chance gives numbers in [0, 1).
[[nodiscard]] std::vector<SrvRecord> inTrialOrder(std::vector<SrvRecord> records, const Resolver::Chance &chance);

}

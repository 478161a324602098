#include "core/wire/Resolver.h"

#include "core/base/Log.h"
#include "core/model/Jid.h"

#include <QRandomGenerator>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <map>
#include <utility>

#include <ares.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <sys/select.h>

namespace isthmus::wire {

using base::Error;
using base::Fault;
using base::Promise;
using base::Result;
using base::Task;

namespace {

constexpr int queryTimeoutMs = 2000; // of the first try; c-ares lengthens it for the next ones
constexpr int queryTries = 2;

void initialiseLibraryOnce()
{
    static const int done = ares_library_init(ARES_LIB_INIT_ALL);
    Q_ASSERT(done == ARES_SUCCESS);
    Q_UNUSED(done)
}

Error toError(int status)
{
    const QString detail = QStringLiteral("DNS: %1").arg(QLatin1String(ares_strerror(status)));
    switch (status) {
    case ARES_ENOTFOUND:
    case ARES_ENODATA:
    case ARES_ENONAME: return {Fault::HostNotFound, detail};
    case ARES_ETIMEOUT: return {Fault::Timeout, detail};
    case ARES_ECANCELLED:
    case ARES_EDESTRUCTION: return {Fault::Cancelled, detail};
    case ARES_EBADNAME:
    case ARES_EBADRESP:
    case ARES_EBADSTR: return {Fault::Malformed, detail};
    default: return {Fault::TryLater, detail};
    }
}

/// One look-up under way; owns itself until c-ares calls back, which it does exactly once.
template <typename T>
struct Query {
    Promise<T> promise;
    Resolver::Chance chance;
};

Result<std::vector<SrvRecord>> readSrv(int status, const unsigned char *answer, int size, const Resolver::Chance &chance)
{
    ares_srv_reply *replies = nullptr;
    if (status == ARES_SUCCESS)
        status = ares_parse_srv_reply(answer, size, &replies);
    if (status != ARES_SUCCESS)
        return toError(status);
    std::vector<SrvRecord> records;
    bool none = false;
    for (const ares_srv_reply *reply = replies; reply; reply = reply->next) {
        const QByteArrayView name(reply->host);
        none = none || name.isEmpty() || name == ".";
        const QString target = model::toAsciiDomain(QString::fromLatin1(reply->host));
        if (!target.isEmpty() && reply->port != 0)
            records.push_back({target, reply->port, reply->priority, reply->weight});
    }
    ares_free_data(replies);
    if (!records.empty())
        return inTrialOrder(std::move(records), chance);
    if (none)
        return Error{Fault::Rejected, QStringLiteral("DNS: the domain says that it has no such service")};
    return Error{Fault::Malformed, QStringLiteral("DNS: no usable target among the SRV records")};
}

Result<std::vector<MxRecord>> readMx(int status, const unsigned char *answer, int size)
{
    ares_mx_reply *replies = nullptr;
    if (status == ARES_SUCCESS)
        status = ares_parse_mx_reply(answer, size, &replies);
    if (status != ARES_SUCCESS)
        return toError(status);
    std::vector<MxRecord> records;
    bool none = false;
    for (const ares_mx_reply *reply = replies; reply; reply = reply->next) {
        const QByteArrayView name(reply->host);
        none = none || name.isEmpty() || name == ".";
        const QString target = model::toAsciiDomain(QString::fromLatin1(reply->host));
        if (!target.isEmpty())
            records.push_back({target, reply->priority});
    }
    ares_free_data(replies);
    if (records.empty()) {
        return none ? Error{Fault::Rejected, QStringLiteral("DNS: the domain takes no mail")}
                    : Error{Fault::Malformed, QStringLiteral("DNS: no usable target among the MX records")};
    }
    std::stable_sort(records.begin(), records.end(),
                     [](const MxRecord &a, const MxRecord &b) { return a.preference < b.preference; });
    return records;
}

void onSrv(void *argument, int status, int /*timeouts*/, unsigned char *answer, int size)
{
    const std::unique_ptr<Query<std::vector<SrvRecord>>> query(static_cast<Query<std::vector<SrvRecord>> *>(argument));
    query->promise.finish(readSrv(status, answer, size, query->chance));
}

void onMx(void *argument, int status, int /*timeouts*/, unsigned char *answer, int size)
{
    const std::unique_ptr<Query<std::vector<MxRecord>>> query(static_cast<Query<std::vector<MxRecord>> *>(argument));
    query->promise.finish(readMx(status, answer, size));
}

void onAddresses(void *argument, int status, int /*timeouts*/, ares_addrinfo *info)
{
    const std::unique_ptr<Query<QList<QHostAddress>>> query(static_cast<Query<QList<QHostAddress>> *>(argument));
    QList<QHostAddress> found;
    for (const ares_addrinfo_node *node = info ? info->nodes : nullptr; node; node = node->ai_next) {
        const QHostAddress address(node->ai_addr);
        if (!address.isNull() && !found.contains(address))
            found.append(address);
    }
    if (info)
        ares_freeaddrinfo(info);
    if (status == ARES_SUCCESS && found.isEmpty())
        status = ARES_ENODATA;
    query->promise.finish(status == ARES_SUCCESS ? Result<QList<QHostAddress>>(found) : toError(status));
}

}

class Resolver::Private
{
public:
    Private(Resolver *owner, const WireConfig &config, Chance drawn);
    ~Private();

    void watch(ares_socket_t fd, bool readable, bool writable);
    void process(ares_socket_t readFd, ares_socket_t writeFd);
    void rearm();

    Resolver *q;
    ares_channel channel = nullptr;
    int initStatus = ARES_SUCCESS;
    Chance chance;
    QTimer timer;
    struct Watch {
        QSocketNotifier *read = nullptr;
        QSocketNotifier *write = nullptr;
    };
    std::map<ares_socket_t, Watch> watches;
};

Resolver::Private::Private(Resolver *owner, const WireConfig &config, Chance drawn)
    : q(owner),
      chance(drawn ? std::move(drawn) : Chance([] { return QRandomGenerator::system()->generateDouble(); })),
      timer(owner)
{
    initialiseLibraryOnce();
    ares_options options{};
    options.flags = ARES_FLAG_NOSEARCH; // names are absolute here
    options.timeout = queryTimeoutMs;
    options.tries = queryTries;
    options.sock_state_cb = [](void *self, ares_socket_t fd, int readable, int writable) {
        static_cast<Private *>(self)->watch(fd, readable != 0, writable != 0);
    };
    options.sock_state_cb_data = this;
    initStatus =
        ares_init_options(&channel, &options, ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_SOCK_STATE_CB);
    if (initStatus == ARES_SUCCESS && config.dns) {
        QString server = config.dns->address.toString();
        if (config.dns->address.protocol() == QAbstractSocket::IPv6Protocol)
            server = QStringLiteral("[%1]").arg(server);
        server += QStringLiteral(":%1").arg(config.dns->port);
        initStatus = ares_set_servers_ports_csv(channel, server.toLatin1().constData());
    }
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, q, [this] { process(ARES_SOCKET_BAD, ARES_SOCKET_BAD); });
}

Resolver::Private::~Private()
{
    if (channel)
        ares_destroy(channel);
}

/// c-ares says which sockets it wants to hear of. Called from inside its functions, also from those that a
/// notifier's signal led to: hence no immediate deletion.
void Resolver::Private::watch(ares_socket_t fd, bool readable, bool writable)
{
    const auto set = [this, fd](QSocketNotifier *&notifier, QSocketNotifier::Type type, bool wanted) {
        if (!wanted && notifier) {
            notifier->setEnabled(false);
            notifier->deleteLater();
            notifier = nullptr;
        } else if (wanted && !notifier) {
            notifier = new QSocketNotifier(fd, type, q);
            const bool reads = type == QSocketNotifier::Read;
            QObject::connect(notifier, &QSocketNotifier::activated, q,
                             [this, fd, reads] { process(reads ? fd : ARES_SOCKET_BAD, reads ? ARES_SOCKET_BAD : fd); });
        }
    };
    Watch &entry = watches[fd];
    set(entry.read, QSocketNotifier::Read, readable);
    set(entry.write, QSocketNotifier::Write, writable);
    if (!entry.read && !entry.write)
        watches.erase(fd);
}

void Resolver::Private::process(ares_socket_t readFd, ares_socket_t writeFd)
{
    ares_process_fd(channel, readFd, writeFd);
    rearm();
}

void Resolver::Private::rearm()
{
    timeval buffer{};
    const timeval *wait = ares_timeout(channel, nullptr, &buffer);
    if (!wait) {
        timer.stop();
        return;
    }
    timer.start(static_cast<int>(wait->tv_sec * 1000 + wait->tv_usec / 1000 + 1));
}

Resolver::Resolver(const WireConfig &config, QObject *parent, Chance chance)
    : QObject(parent), d(std::make_unique<Private>(this, config, std::move(chance)))
{}

Resolver::~Resolver() = default;

void Resolver::cancel()
{
    if (d->channel)
        ares_cancel(d->channel);
    d->timer.stop();
}

Task<std::vector<SrvRecord>> Resolver::srv(const QString &name)
{
    if (d->initStatus != ARES_SUCCESS)
        return Task<std::vector<SrvRecord>>::ready(toError(d->initStatus));
    auto *query = new Query<std::vector<SrvRecord>>{{}, d->chance};
    const auto task = query->promise.task();
    ares_query(d->channel, name.toLatin1().constData(), ns_c_in, ns_t_srv, onSrv, query);
    d->rearm();
    return task;
}

Task<std::vector<MxRecord>> Resolver::mx(const QString &domain)
{
    if (d->initStatus != ARES_SUCCESS)
        return Task<std::vector<MxRecord>>::ready(toError(d->initStatus));
    auto *query = new Query<std::vector<MxRecord>>{{}, {}};
    const auto task = query->promise.task();
    ares_query(d->channel, domain.toLatin1().constData(), ns_c_in, ns_t_mx, onMx, query);
    d->rearm();
    return task;
}

Task<QList<QHostAddress>> Resolver::addresses(const QString &host)
{
    if (const QHostAddress literal(host); !literal.isNull())
        return Task<QList<QHostAddress>>::ready(QList<QHostAddress>{literal});
    const QString name = model::toAsciiDomain(host);
    if (name.isEmpty()) {
        return Task<QList<QHostAddress>>::ready(
            Error{Fault::Malformed, QStringLiteral("DNS: not a host name: %1").arg(host)});
    }
    if (d->initStatus != ARES_SUCCESS)
        return Task<QList<QHostAddress>>::ready(toError(d->initStatus));
    auto *query = new Query<QList<QHostAddress>>{{}, {}};
    const auto task = query->promise.task();
    ares_addrinfo_hints hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    ares_getaddrinfo(d->channel, name.toLatin1().constData(), nullptr, &hints, onAddresses, query);
    d->rearm();
    return task;
}

std::vector<SrvRecord> inTrialOrder(std::vector<SrvRecord> records, const Resolver::Chance &chance)
{
    std::stable_sort(records.begin(), records.end(), [](const SrvRecord &a, const SrvRecord &b) {
        return std::pair(a.priority, a.weight) < std::pair(b.priority, b.weight);
    });
    std::vector<SrvRecord> ordered;
    while (!records.empty()) {
        const quint16 priority = records.front().priority;
        const auto groupEnd =
            std::find_if(records.begin(), records.end(), [&](const SrvRecord &r) { return r.priority != priority; });
        double total = 0;
        for (auto it = records.begin(); it != groupEnd; ++it)
            total += it->weight;
        const double drawn = chance() * total;
        double running = 0;
        auto chosen = std::prev(groupEnd);
        for (auto it = records.begin(); it != groupEnd; ++it) {
            running += it->weight;
            if (running >= drawn && (running > 0 || total == 0)) {
                chosen = it;
                break;
            }
        }
        ordered.push_back(*chosen);
        records.erase(chosen);
    }
    return ordered;
}

}

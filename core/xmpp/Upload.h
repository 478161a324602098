#pragma once

#include "core/base/Result.h"
#include "core/base/Task.h"
#include "core/model/Command.h"
#include "core/wire/Http.h"
#include "core/xmpp/Xml.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <limits>
#include <memory>
#include <optional>

namespace isthmus::xmpp {

class GlooxClient;

/// A place for a file (XEP-0363 5).
struct UploadSlot {
    QUrl put;
    QUrl get;
    wire::Http::Headers headers;
};

/// The largest file in octets that an answer to disco#info names; nullopt when it is no upload service. 0: it names
/// no limit.
[[nodiscard]] std::optional<std::uint64_t> readUploadService(const gloox::Tag &info);
/// The slot in an answer. Fault::Malformed: both addresses must be https ones, without a user name. Headers other than
/// Authorization, Cookie and Expires are left out, and line ends in their values (XEP-0363 5).
[[nodiscard]] base::Result<UploadSlot> readUploadSlot(const gloox::Tag &answer);

/// Puts files to the account's own server: finds its upload service among its items (XEP-0030), asks for a slot and
/// fills it. Thread: one; of one session.
class Upload : public QObject
{
public:
    using Done = std::function<void(const base::Result<QString> &url)>;

    Upload(const wire::WireConfig &config, QObject *parent);

    /// \p client: signed in. \p server: the account's domain. \p done is called once; Fault::Unsupported: there is no
    /// service; Fault::TooLarge: it takes no file of that size.
    void put(const std::shared_ptr<GlooxClient> &client, const model::Jid &server, const model::UploadFile &file, Done done);
    /// The session is over; the next one may have another service.
    void forget() { m_service.reset(); }

private:
    struct Service {
        model::Jid jid;
        std::uint64_t most = 0; ///< octets; 0: not said
    };
    struct Errand;
    using Run = std::shared_ptr<Errand>;
    void askItem(const Run &run, std::vector<model::Jid> items);
    void askSlot(const Run &run);
    void fill(const Run &run, const UploadSlot &slot);

    wire::WireConfig m_config;
    std::unique_ptr<wire::Http> m_http; ///< made when it is needed: on the thread that uses it
    std::optional<Service> m_service;
};

}

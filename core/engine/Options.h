#pragma once

#include "core/base/Task.h"
#include "core/model/Ids.h"
#include "core/model/Settings.h"

#include <QObject>

#include <memory>
#include <vector>

namespace isthmus::engine {

class Engine;

/// What the user decided for the whole program, and about each account's receiving servers. Thread: the
/// window's; writes run on the store's.
class Options final : public QObject
{
    Q_OBJECT
public:
    explicit Options(Engine &engine);
    ~Options() override;

    [[nodiscard]] const model::Settings &settings() const;
    /// Holds at once; finished when it is on disk.
    [[nodiscard]] base::Task<base::Done> save(model::Settings settings);

    /// A server that writes into an account's mails whether their senders were checked (RFC 8601).
    struct MailServer {
        enum class Trust : std::uint8_t { Undecided, Trusted, Refused };
        model::AccountId account;
        QString name;
        Trust trust = Trust::Undecided;
        bool operator==(const MailServer &) const = default;
    };
    [[nodiscard]] const std::vector<MailServer> &mailServers() const;
    /// The user's word about one (specification 7.2). It counts for mail that is read from now on.
    [[nodiscard]] base::Task<base::Done> decide(model::AccountId account, QString server, bool trust);

Q_SIGNALS:
    void settingsChanged();
    void mailServersChanged();

private:
    void readServers();
    struct Private;
    std::unique_ptr<Private> d;
};

}

#pragma once

#include "core/base/Task.h"
#include "core/base/Timestamp.h"
#include "core/model/Ids.h"
#include "core/model/Jid.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace isthmus::engine {

class Engine;

/// Somebody who asks to see when we are online. Name and words are what they claim.
struct ContactRequest {
    std::int64_t id = 0;
    model::AccountId account;
    model::Jid jid;
    QString name;  ///< may be empty
    QString words; ///< may be empty
    base::Timestamp since{};
    bool operator==(const ContactRequest &) const = default;
};

/// Requests that wait for the user's answer, and answers that wait for their server. Both outlive the
/// program. Thread: the window's; rows are written on the store's.
class ContactRequests final : public QObject
{
    Q_OBJECT
public:
    explicit ContactRequests(Engine &engine);
    ~ContactRequests() override;

    /// Those without an answer, oldest first.
    [[nodiscard]] const std::vector<ContactRequest> &open() const;
    /// Finished when the answer is on disk; the server is told now or with the next link. To accept also puts
    /// the other side into the contacts and asks to see them in turn (RFC 6121 3.1.4).
    [[nodiscard]] base::Task<base::Done> accept(std::int64_t id);
    [[nodiscard]] base::Task<base::Done> decline(std::int64_t id);

Q_SIGNALS:
    void changed();

private:
    void reload();
    struct Private;
    std::unique_ptr<Private> d;
};

}

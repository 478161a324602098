#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Batch.h"
#include "core/model/Ids.h"
#include "core/store/Connection.h"

#include <optional>
#include <vector>

namespace isthmus::store {

/// The user's answer to a request, until the server has it.
enum class RequestAnswer : std::uint8_t { None, Accepted, Declined };

struct ContactRequestRow {
    std::int64_t id = 0;
    model::AccountId account;
    model::Jid jid; ///< bare
    QString nick;   ///< as the other side claims
    QString words;
    base::Timestamp since{};
    RequestAnswer answer = RequestAnswer::None;
    bool operator==(const ContactRequestRow &) const = default;
};

/// Table `contact_request`: who asked to see our presence (RFC 6121 3.1), one row for each.
class ContactRequestTable
{
public:
    /// Strangers ask for free: more than these wait at the server, which repeats them (RFC 6121 3.1.3).
    static constexpr int mostOpen = 100;

    explicit ContactRequestTable(Connection &connection) : m_connection(connection) {}

    /// Adds, renews, or takes back. True if something is different now.
    bool apply(model::AccountId account, const model::ContactAsked &asked, base::Timestamp now);
    /// Oldest first.
    [[nodiscard]] std::vector<ContactRequestRow> all();
    /// False: there is no such request.
    bool answer(std::int64_t id, RequestAnswer answer);
    void remove(std::int64_t id);

private:
    Connection &m_connection;
};

}

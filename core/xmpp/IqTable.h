#pragma once

#include "core/base/Result.h"
#include "core/base/Timestamp.h"
#include "core/model/Jid.h"

#include <QHash>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gloox {
class Tag;
}

namespace isthmus::xmpp {

/// Requests that wait for their answer. An answer counts only if it comes from where the request went: an id alone
/// proves nothing (RFC 6120 8.1.2.1). Thread: any, one at a time.
class IqTable
{
public:
    using Answer = base::Result<std::shared_ptr<gloox::Tag>>; ///< the <iq type='result'/>, or its error
    using Handler = std::function<void(const Answer &)>;

    /// \p to: null for our own account.
    void expect(const QString &id, const model::Jid &to, base::Timestamp deadline, Handler handler);

    /// The handler for an answer with \p id from \p from (null: no from attribute); it is then no longer waiting.
    /// nullopt: nobody waits for it, or it is forged. \p own: our full address.
    [[nodiscard]] std::optional<Handler> take(const QString &id, const model::Jid &from, const model::Jid &own);

    /// Those whose deadline has passed, no longer waiting.
    [[nodiscard]] std::vector<Handler> takeExpired(base::Timestamp now);
    /// All, no longer waiting.
    [[nodiscard]] std::vector<Handler> takeAll();
    [[nodiscard]] bool isEmpty() const { return m_waiting.isEmpty(); }

private:
    struct Waiting {
        model::Jid to;
        base::Timestamp deadline;
        Handler handler;
    };
    QHash<QString, Waiting> m_waiting;
};

/// Whether an answer from \p from may be to a request that went to \p to. No from, our bare address: our account.
/// Our server may leave its own from out.
[[nodiscard]] bool answers(const model::Jid &to, const model::Jid &from, const model::Jid &own);

/// Whether a stanza is from our own account (roster push, carbon, archive result): no from, or our bare address.
[[nodiscard]] bool isFromOwnAccount(const model::Jid &from, const model::Jid &own);

}

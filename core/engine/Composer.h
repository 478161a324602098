#pragma once

#include "core/base/Result.h"
#include "core/engine/Events.h"
#include "core/interworking/Context.h"
#include "core/model/Account.h"
#include "core/model/Draft.h"
#include "core/model/InstantMessage.h"
#include "core/model/OutgoingMail.h"
#include "core/store/ItemTable.h"
#include "core/store/MessageMapTable.h"
#include "core/store/OutboxTable.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace isthmus::engine {

/// What a draft has become on its way: the item that shows it, the octets that leave, and what to remember.
struct Outgoing {
    store::ItemRow item;
    QByteArray command; ///< of store::OutboxRow
    store::Filing filing = store::Filing::None;
    std::vector<store::MessageLink> links; ///< without the item's row
};

/// Makes messages from drafts. Works inside a transaction, on the store's thread: what a message answers,
/// and which ids are taken, stands in the store.
class Composer
{
public:
    Composer(store::Connection &connection, const model::Account &account, base::Timestamp now);

    /// \p address is where the draft's route leads; \p id a fresh UUID, unless the message had an id on its
    /// other route already. With \p asMail an instant message carries <email/> (specification 5, R8, R11).
    [[nodiscard]] base::Result<Outgoing> chat(const model::Draft &draft, const model::Jid &to, const QString &id,
                                              bool asMail);

    /// \p id names the message on its other route, or is a fresh UUID: the Message-ID comes from it. \p written: by the
    /// user, whenever it leaves.
    [[nodiscard]] base::Result<Outgoing> mail(const model::Draft &draft, const model::MailAddress &to, const QString &id,
                                              base::Timestamp written);
    /// The same for a channel, when the message was on its way as \p before already, whose ids and date it keeps.
    [[nodiscard]] base::Result<Outgoing> compose(const model::Draft &draft, const model::Address &address,
                                                 model::Channel channel, const store::ItemRow &before, const QString &id);

private:
    struct Reference {
        store::ItemRow item;
        QString thread;
    };
    [[nodiscard]] std::optional<Reference> reference(const model::Draft &draft);
    [[nodiscard]] model::InstantMessage mailMessage(const model::Draft &draft, const model::MailAddress &to,
                                                    const QString &id, const std::optional<Reference> &answered);
    [[nodiscard]] base::Result<Outgoing> write(const model::Draft &draft, const model::MailAddress &to,
                                               const model::OutgoingMail &mail,
                                               const std::vector<interworking::MapRow> &rows);
    [[nodiscard]] model::Item shownItem(const model::Draft &draft, const model::Address &address) const;

    store::Connection &m_connection;
    const model::Account &m_account;
    base::Timestamp m_now;
};

/// Where a draft for this person would go on a channel; Fault::NotFound if it has no such address. The
/// mailbox is one that mail may go to (X46).
[[nodiscard]] base::Result<model::Address> addressFor(const model::Draft &draft, const model::Contact &contact,
                                                      model::Channel channel);

/// Turns a queued message to the other channel: row and item then hold what leaves there, the row is queued
/// anew and has no further fall-back. The item's delivery state is the caller's.
[[nodiscard]] base::Result<base::Done> reroute(store::Connection &connection, const model::Account &account,
                                               store::OutboxRow queued, const store::ItemRow &item, model::Channel channel,
                                               base::Timestamp now, const QString &id);

}

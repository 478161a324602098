#pragma once

#include "core/engine/Delivery.h"
#include "core/engine/People.h"
#include "core/interworking/Detect.h"
#include "core/store/StanzaTable.h"

#include <vector>

namespace isthmus::engine {

/// Makes of arrived stanzas what they are: items, or news about items. Live messages, carbons and the
/// archive take this one path, in any order and any number of times. Works inside a transaction, on the
/// store's thread.
class StanzaReader
{
public:
    /// What is to be done once the transaction is on disk.
    struct Effects {
        std::vector<std::pair<model::AccountId, model::InstantMessage>> receipts; ///< to be sent, without id
        bool checkMail = false;
    };

    /// \p fallbackId: a fresh UUID for a message that goes out on its other route.
    StanzaReader(store::Connection &connection, Changes &changes, QStringList ownDomains, base::Timestamp now,
                 QString fallbackId);

    /// The user does not want to be disturbed: lines go to the own mailbox, too.
    void forwardToMailbox() { m_forwards = true; }
    void read(const model::Account &account, const store::StanzaRow &row, Effects &effects);

private:
    struct View {
        const model::Account &account;
        const store::StanzaRow &row;
        model::InstantMessage message;
        interworking::Detection detection;
        model::Direction direction = model::Direction::Incoming;
        model::Jid partner;   ///< bare
        QString id;           ///< origin-id, else id
        QString archiveId;    ///< given by the own server
        QByteArray digest;
        base::Timestamp at{};
        std::chrono::milliseconds doubt{}; ///< how much later it may have been said
    };

    [[nodiscard]] View look(const model::Account &account, const store::StanzaRow &row) const;
    [[nodiscard]] std::optional<store::ItemRow> known(const View &view);
    /// True: the stanza's row is needed no longer.
    [[nodiscard]] bool carryOut(const View &view, Effects &effects);
    [[nodiscard]] bool show(const View &view, Effects &effects);
    void meetAgain(const View &view, store::ItemRow item);
    void takeProofs(const View &view);
    void readElsewhere(const View &view, const QString &displayedId);
    void failed(const View &view);
    [[nodiscard]] store::ItemRow itemOf(const View &view);
    void answer(const View &view, Effects &effects);
    void answerAndForward(const View &view, const store::ItemRow &row, model::PersonId person, Effects &effects);

    store::Connection &m_connection;
    Changes &m_changes;
    People m_people;
    base::Timestamp m_now;
    QString m_fallbackId;
    bool m_forwards = false;
};

/// SHA-256 of what two messages with one id are told apart by: sender, recipient, subject, text, files.
[[nodiscard]] QByteArray stanzaDigest(const model::InstantMessage &message);

}

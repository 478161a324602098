#pragma once

#include "core/engine/Delivery.h"
#include "core/engine/People.h"
#include "core/interworking/Detect.h"
#include "core/interworking/Segmenter.h"
#include "core/model/Settings.h"
#include "core/store/SegmentTable.h"
#include "core/store/StanzaTable.h"

#include <vector>

namespace isthmus::engine {

/// The sets of segments that are open (specification 4.3). What is in them stands in the store, too: they are filled
/// from there at the start, and after a transaction that came to nothing. Thread: the store's.
struct OpenSegments {
    interworking::Reassembler sets;
    bool isFilled = false;
};

/// Makes of arrived stanzas what they are: items, or news about items. Live messages, carbons and the
/// archive take this one path, in any order and any number of times. Works inside a transaction, on the
/// store's thread.
class StanzaReader
{
public:
    /// What is to be done once the transaction is on disk.
    struct Effects {
        std::vector<std::pair<model::AccountId, model::InstantMessage>> receipts; ///< to be sent, without id
        std::vector<std::pair<model::AccountId, model::InstantMessage>> errors;   ///< to be sent, with id
        bool checkMail = false;
        bool waits = false; ///< for segments: sweep() has work
    };

    /// \p fallbackId: a fresh UUID for a message that goes out on its other route.
    StanzaReader(store::Connection &connection, Changes &changes, QStringList ownDomains, base::Timestamp now,
                 QString fallbackId, OpenSegments &segments);

    /// The user does not want to be disturbed: lines go to the own mailbox, too.
    void forwardToMailbox() { m_forwards = true; }
    /// Which messages with a subject are mail (T5); all of them unless it is called.
    void takeForMail(model::MailBySubject which) { m_mailBySubject = which; }
    void read(const model::Account &account, const store::StanzaRow &row, Effects &effects);
    /// Shows what has come of texts whose other parts keep us waiting, and gives up those whose time is over
    /// (specification 4.3) - \p mayEnd: only while the parts could come.
    void sweep(const std::vector<model::Account> &accounts, bool mayEnd, Effects &effects);

private:
    struct View {
        const model::Account &account;
        const store::StanzaRow &row;
        model::InstantMessage message;
        interworking::Detection detection;
        model::Direction direction = model::Direction::Incoming;
        model::Jid partner; ///< bare
        QString id;         ///< origin-id, else id
        QString archiveId;  ///< given by the own server
        QString receiptId;  ///< what a receipt names, if not the stanza's id
        QByteArray digest;
        base::Timestamp at{};
        std::chrono::milliseconds doubt{}; ///< how much later it may have been said
    };
    enum class Fate : std::uint8_t { Remove, Keep, Wait }; ///< of a stanza's row

    [[nodiscard]] View look(const model::Account &account, const store::StanzaRow &row) const;
    [[nodiscard]] std::optional<store::ItemRow> known(const View &view);
    [[nodiscard]] Fate carryOut(const View &view, Effects &effects);
    [[nodiscard]] Fate show(const View &view, Effects &effects);
    /// The item that began to show this message: an announcement, or what had come of it.
    [[nodiscard]] std::optional<store::ItemRow> unfinished(const View &view);
    void remember(const View &view, const model::Item &item);
    /// The item shows more than it did: the same message, further on.
    void replace(const View &view, const store::ItemRow &before);

    [[nodiscard]] std::optional<store::ItemRow> ownWork(const View &view, const QString &id);
    /// False: what it corrects is not here, and it is shown as a message of its own.
    [[nodiscard]] bool correct(const View &view);
    void retract(const View &view);
    void react(const View &view);

    using Failed = interworking::Reassembler::Failed;
    [[nodiscard]] Fate gather(const View &view, Effects &effects);
    void fillSegments();
    void complete(const View &last, const store::SegmentSet &set, const interworking::Reassembler::Complete &whole,
                  Effects &effects);
    void showSingly(const View &last, const store::SegmentSet &set, Effects &effects);
    void showPartly(const model::Account &account, const store::SegmentSet &set, const QString &text, const char *flag,
                    Effects &effects);
    void giveUp(const model::Account &account, const store::SegmentSet &set, const Failed &failed, const char *flag,
                Effects &effects);
    void reportFault(const model::Account &account, const Failed &failed, Effects &effects);
    /// A file that this program sent with an item, back from the archive.
    [[nodiscard]] bool isOwnFile(const View &view);
    void meetAgain(const View &view, store::ItemRow item);
    /// Where the archive has it, every device shows it. Whether \p item has another time now; it is not stored yet.
    [[nodiscard]] bool putInPlace(const View &view, store::ItemRow &item);
    void takeProofs(const View &view);
    /// A receipt for a chat that was given up in favour of a mail.
    void proveGivenUp(const View &view, const QString &id);
    void readElsewhere(const View &view, const QString &displayedId);
    void failed(const View &view);
    /// Own messages with this id, or whose later part it names, to the other side of \p view.
    [[nodiscard]] std::vector<store::ItemRow> ownItems(const View &view, const QString &id);
    [[nodiscard]] store::ItemRow itemOf(const View &view);
    void answer(const View &view, Effects &effects);
    void answerAndForward(const View &view, const store::ItemRow &row, model::PersonId person, Effects &effects);

    store::Connection &m_connection;
    Changes &m_changes;
    People m_people;
    base::Timestamp m_now;
    QString m_fallbackId;
    OpenSegments &m_segments;
    bool m_forwards = false;
    model::MailBySubject m_mailBySubject = model::MailBySubject::All;
};

/// SHA-256 of what two messages with one id are told apart by: sender, recipient, subject, text, files.
[[nodiscard]] QByteArray stanzaDigest(const model::InstantMessage &message);

}

#pragma once

#include "core/base/Task.h"
#include "core/engine/Engine.h"
#include "core/model/Item.h"
#include "core/model/Journey.h"
#include "core/model/RowHeight.h"
#include "core/port/MailReader.h"

#include <QObject>

#include <memory>
#include <vector>

namespace isthmus::engine {

/// How the window wants a mail laid out.
using LayoutWish = port::LayoutWish;

/// The loaded window of one conversation, oldest first, paged by (time, id). Follows the store by itself.
/// Thread: the window's.
class Timeline final : public QObject
{
    Q_OBJECT
public:
    Timeline(Engine &engine, model::PersonId person, QObject *parent = nullptr);
    ~Timeline() override;

    [[nodiscard]] model::PersonId person() const;
    [[nodiscard]] const std::vector<model::Item> &items() const;
    [[nodiscard]] int indexOf(model::ItemId id) const; ///< -1 if not loaded
    [[nodiscard]] bool atBeginning() const;            ///< nothing older exists in the store
    /// What keepHeights() was given of these loaded items, in the past and in whatever form; came with their page.
    [[nodiscard]] std::vector<model::RowHeight> heights(int first, int count) const;
    /// Keeps them for later openings, in one transaction on the store's thread. What cannot be written is lost without a
    /// word: heights are measured again.
    void keepHeights(std::vector<model::RowHeight> heights);
    /// Loads the page before the first item; itemsInserted(0, n) follows.
    void loadOlder();
    /// Loads all pages down to this item, one after the other; each comes as itemsInserted(0, n). Fault::NotFound if
    /// the item does not stand in this conversation.
    [[nodiscard]] base::Task<base::Done> reach(model::ItemId id);
    /// Marks everything up to the newest loaded item read: here, as displayed marker where the sender
    /// may have it, and as \\Seen on the mail server.
    void markRead();
    /// The bytes of the mail behind an item, or the stanza as text; for "show source" and "save as .eml".
    [[nodiscard]] base::Task<QByteArray> source(model::ItemId id) const;
    /// Everything that is known of an item's way ("Where is my message?").
    [[nodiscard]] base::Task<model::Journey> journey(model::ItemId id) const;
    /// One attachment of a mail, decoded in the cage, or a file that came in the chat connection.
    [[nodiscard]] base::Task<QByteArray> attachment(model::ItemId id, QString part) const;
    /// Takes an item out of the conversation, and a mail's octets out of the store. Nothing changes on the server.
    /// Fault::Conflict while it is on its way.
    [[nodiscard]] base::Task<base::Done> remove(model::ItemId id);
    /// The HTML of the mail behind an item, laid out in the cage: bytes for display::decode(), as untrusted as
    /// the mail. Fault::NotFound for an item without a mail and for a mail without HTML; else as MailReader says.
    [[nodiscard]] base::Task<QByteArray> layout(model::ItemId id, port::LayoutWish wish) const;

Q_SIGNALS:
    void loaded(); ///< first page is there
    void itemsInserted(int first, int count);
    void itemChanged(int index);
    void itemsRemoved(int first, int count);
    void itemsReset();

private:
    [[nodiscard]] Engine::Private &parts() const;
    struct Private;
    std::unique_ptr<Private> d;
};

}

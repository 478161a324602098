#pragma once

#include "core/engine/Events.h"
#include "core/engine/People.h"
#include "core/model/Account.h"
#include "core/model/FileStage.h"
#include "core/store/FileTable.h"
#include "core/store/ItemTable.h"

namespace isthmus::engine {

/// Files that are sent in the chat connection, as items: offered, come, or not to come. Works inside a transaction, on the
/// store's thread.
class FileShelf
{
public:
    /// \p people: of the same transaction.
    FileShelf(store::Connection &connection, Changes &changes, People &people, base::Timestamp now)
        : m_connection(connection), m_changes(changes), m_people(people), m_now(now)
    {}

    void offered(model::AccountId account, const model::FileOffered &offer);
    /// \p forwards: it goes to the own mailbox, too (specification 2.9; 5, failure rule 7).
    void received(const model::Account &account, const model::FileReceived &file, bool forwards);
    void ended(model::AccountId account, const model::FileEnded &end);

private:
    store::Connection &m_connection;
    Changes &m_changes;
    People &m_people;
    base::Timestamp m_now;
};

/// The item of a file comes to another stage; one at which nothing can come any more ends the waiting for it.
void setFileStage(store::Connection &connection, Changes &changes, model::ItemId item, model::FileStage stage);
/// What was open when the program ended will not come: the sessions ended with it.
void discardOpenFiles(store::Connection &connection, Changes &changes);

}

#include "core/store/ReadStateTable.h"

namespace isthmus::store {

void ReadStateTable::setDue(const ReadStateDue &due)
{
    m_connection.run("INSERT INTO read_due (account, chat, marker_id, archive_id) VALUES (?, ?, ?, ?)"
                     " ON CONFLICT (account, chat) DO UPDATE SET"
                     " marker_id = CASE WHEN excluded.marker_id <> '' THEN excluded.marker_id ELSE marker_id END,"
                     " archive_id = CASE WHEN excluded.archive_id <> '' THEN excluded.archive_id ELSE archive_id END",
                     due.account, due.chat.bare().toString(), due.markerId, due.archiveId);
    forgetFinished();
}

std::vector<ReadStateDue> ReadStateTable::due(model::AccountId account)
{
    std::vector<ReadStateDue> found;
    Rows rows =
        m_connection.select("SELECT chat, marker_id, archive_id FROM read_due WHERE account = ? ORDER BY id", account);
    while (rows.next()) {
        if (auto chat = model::Jid::parse(rows.text(0)))
            found.push_back({account, std::move(chat).value(), rows.text(1), rows.text(2)});
    }
    return found;
}

void ReadStateTable::markerSent(const ReadStateDue &told)
{
    m_connection.run("UPDATE read_due SET marker_id = '' WHERE account = ? AND chat = ? AND marker_id = ?", told.account,
                     told.chat.bare().toString(), told.markerId);
    forgetFinished();
}

void ReadStateTable::published(const ReadStateDue &told)
{
    m_connection.run("UPDATE read_due SET archive_id = '' WHERE account = ? AND chat = ? AND archive_id = ?", told.account,
                     told.chat.bare().toString(), told.archiveId);
    forgetFinished();
}

void ReadStateTable::forgetFinished()
{
    m_connection.run("DELETE FROM read_due WHERE marker_id = '' AND archive_id = ''");
}

void ReadStateTable::setElsewhere(model::AccountId account, const model::Jid &chat, const QString &archiveId)
{
    m_connection.run("INSERT INTO read_elsewhere (account, chat, archive_id) VALUES (?, ?, ?)"
                     " ON CONFLICT (account, chat) DO UPDATE SET archive_id = excluded.archive_id",
                     account, chat.bare().toString(), archiveId);
}

QString ReadStateTable::elsewhere(model::AccountId account, const model::Jid &chat)
{
    Rows rows = m_connection.select("SELECT archive_id FROM read_elsewhere WHERE account = ? AND chat = ?", account,
                                    chat.bare().toString());
    return rows.next() ? rows.text(0) : QString();
}

}

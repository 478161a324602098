#include "core/store/MoveTable.h"

namespace isthmus::store {

namespace {

MailMove readMove(const Rows &rows)
{
    MailMove move;
    move.mail = rows.id<model::MailId>(0);
    move.account = rows.id<model::AccountId>(1);
    move.item = rows.id<model::ItemId>(2);
    move.specialUse = rows.text(3);
    move.due = rows.time(4);
    move.home = rows.text(5);
    move.thread = rows.text(6);
    move.tried = rows.flag(7);
    return move;
}

}

#define MOVE_COLUMNS "SELECT mail, account, item, special_use, due, home, thread, tried FROM mail_move "

void MoveTable::add(const MailMove &move)
{
    m_connection.run("INSERT INTO mail_move (mail, account, item, special_use, due, home, thread, state)"
                     " SELECT id, ?, ?, ?, ?, ?, ?, state FROM mail WHERE id = ?",
                     move.account, move.item, move.specialUse, move.due, move.home, move.thread, move.mail);
    if (move.home.isEmpty())
        return;
    // Without its thread, or the thread would be shown by a mail that stands nowhere. What is to be read again would be
    // shown again.
    m_connection.run("UPDATE item SET home = ?, thread = '' WHERE id = ?", asideHome(), move.item);
    m_connection.run("UPDATE mail SET state = ? WHERE id = ?", ReadState::Read, move.mail);
}

void MoveTable::takeBack(const MailMove &move)
{
    if (!move.home.isEmpty()) {
        m_connection.run("UPDATE mail SET state = (SELECT state FROM mail_move WHERE mail = ?) WHERE id = ?", move.mail,
                         move.mail);
        m_connection.run("UPDATE item SET home = ?, thread = ? WHERE id = ?", move.home, move.thread, move.item);
    }
    m_connection.run("DELETE FROM mail_move WHERE mail = ?", move.mail);
}

void MoveTable::setTried(const MailMove &move)
{
    m_connection.run("UPDATE mail_move SET tried = 1 WHERE mail = ?", move.mail);
}

void MoveTable::finish(const MailMove &move)
{
    m_connection.run("DELETE FROM mail_move WHERE mail = ?", move.mail);
    if (move.home.isEmpty())
        return;
    m_connection.run("DELETE FROM item WHERE mail = ? OR mail IN (SELECT id FROM mail WHERE same_as = ?)", move.mail,
                     move.mail);
    m_connection.run("DELETE FROM mail WHERE same_as = ?", move.mail);
    m_connection.run("DELETE FROM mail WHERE id = ?", move.mail);
}

std::optional<MailMove> MoveTable::of(model::ItemId item)
{
    Rows rows = m_connection.select(MOVE_COLUMNS "WHERE item = ?", item);
    return rows.next() ? std::optional(readMove(rows)) : std::nullopt;
}

std::vector<MailMove> MoveTable::all()
{
    std::vector<MailMove> found;
    Rows rows = m_connection.select(MOVE_COLUMNS "ORDER BY due, mail");
    while (rows.next())
        found.push_back(readMove(rows));
    return found;
}

std::vector<MailMove> MoveTable::inFolder(model::AccountId account, const QString &folder)
{
    std::vector<MailMove> found;
    Rows rows = m_connection.select(MOVE_COLUMNS
                                    "WHERE mail IN (SELECT p.mail FROM mail_place AS p JOIN folder AS f ON f.id = p.folder"
                                    " WHERE f.account = ? AND f.name = ?)",
                                    account, folder);
    while (rows.next())
        found.push_back(readMove(rows));
    return found;
}

bool MoveTable::isSetAside(model::MailId mail)
{
    return m_connection.select("SELECT 1 FROM mail_move WHERE mail = ? AND home <> ''", mail).next();
}

std::vector<MailPlace> MoveTable::places(const MailMove &move)
{
    std::vector<MailPlace> found;
    // To the archive goes what lies in the inbox or in a folder of the user's: what was sent stays among what was sent.
    const bool archive = move.specialUse == QLatin1String("\\Archive");
    Rows rows = m_connection.select("SELECT folder.account, folder.name, mail_place.uid_validity, mail_place.uid"
                                    " FROM mail_place JOIN folder ON folder.id = mail_place.folder"
                                    " WHERE mail_place.mail = ? AND mail_place.uid > 0 AND folder.special_use <> ?"
                                    " AND (? = 0 OR folder.special_use IN ('', '\\Inbox'))"
                                    " ORDER BY folder.special_use = '\\Inbox' DESC, mail_place.id",
                                    move.mail, move.specialUse, archive);
    while (rows.next()) {
        found.push_back({rows.id<model::AccountId>(0),
                         rows.text(1),
                         static_cast<quint32>(rows.integer(2)),
                         static_cast<quint32>(rows.integer(3)),
                         {}});
        if (archive)
            break;
    }
    return found;
}

}

#include "core/store/MailTable.h"

#include "core/base/Sha256.h"

namespace isthmus::store {

namespace {

constexpr qsizetype enoughAtOnce = 32 << 20;

// Flags are atoms (RFC 9051 9): they hold no blank.
QString joined(const QStringList &flags)
{
    return flags.join(QLatin1Char(' '));
}

QStringList separated(const QString &flags)
{
    return flags.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

}

std::int64_t MailTable::folderRow(model::AccountId account, const QString &name)
{
    {
        Rows rows = m_connection.select("SELECT id FROM folder WHERE account = ? AND name = ?", account, name);
        if (rows.next())
            return rows.integer(0);
    }
    return m_connection.insert("INSERT INTO folder (account, name) VALUES (?, ?)", account, name);
}

void MailTable::foundFolder(model::AccountId account, const model::FolderFound &folder)
{
    m_connection.run("UPDATE folder SET special_use = ? WHERE id = ?", folder.specialUse, folderRow(account, folder.folder));
}

model::MailId MailTable::arrived(model::AccountId account, const model::ArrivedMail &mail)
{
    const QByteArray hash = base::sha256(mail.raw);
    std::int64_t id = 0;
    {
        Rows rows =
            m_connection.select("SELECT coalesce(same_as, id) FROM mail WHERE account = ? AND sha256 = ?", account, hash);
        if (rows.next())
            id = rows.integer(0);
    }
    if (id == 0) {
        id = m_connection.insert("INSERT INTO mail (account, sha256, internal_date, state) VALUES (?, ?, ?, ?)", account,
                                 hash, mail.internalDate, ReadState::Arrived);
        m_connection.run("INSERT INTO raw_mail (id, bytes) VALUES (?, ?)", id, mail.raw);
    }
    m_connection.run(
        "INSERT INTO mail_place (mail, folder, uid_validity, uid, uidl, flags) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (folder, uid_validity, uid, uidl) DO UPDATE SET mail = excluded.mail, flags = excluded.flags",
        id, folderRow(account, mail.folder), mail.uidValidity, mail.uid, mail.uidl, joined(mail.flags));
    return model::MailId{id};
}

std::optional<model::MailId> MailTable::changeFlags(model::AccountId account, const model::MailFlagsChanged &change)
{
    const std::int64_t folder = folderRow(account, change.folder);
    m_connection.run("UPDATE mail_place SET flags = ? WHERE folder = ? AND uid_validity = ? AND uid = ?",
                     joined(change.flags), folder, change.uidValidity, change.uid);
    Rows rows = m_connection.select("SELECT mail FROM mail_place WHERE folder = ? AND uid_validity = ? AND uid = ?", folder,
                                    change.uidValidity, change.uid);
    if (!rows.next())
        return std::nullopt;
    return rows.id<model::MailId>(0);
}

void MailTable::vanished(model::AccountId account, const model::MailVanished &place)
{
    m_connection.run("DELETE FROM mail_place WHERE folder = ? AND uid_validity = ? AND uid = ?",
                     folderRow(account, place.folder), place.uidValidity, place.uid);
}

void MailTable::resetFolder(model::AccountId account, const model::FolderReset &reset)
{
    // Also those with the same validity: where a backup took the folder's place, its numbers are given anew
    // without a word.
    m_connection.run("DELETE FROM mail_place WHERE folder = ?", folderRow(account, reset.folder));
}

void MailTable::append(std::vector<ArrivedRow> &found, Rows rows)
{
    qsizetype bytes = 0;
    for (const ArrivedRow &row : found)
        bytes += row.raw.size();
    while (bytes < enoughAtOnce && rows.next()) {
        ArrivedRow row;
        row.id = rows.id<model::MailId>(0);
        row.account = rows.id<model::AccountId>(1);
        row.internalDate = rows.time(2);
        row.raw = rows.blob(3);
        row.glanced = rows.enumerator<ReadState>(4) == ReadState::Glanced;
        bytes += row.raw.size();
        Rows placeRows = m_connection.select("SELECT folder.special_use, mail_place.flags FROM mail_place"
                                             " JOIN folder ON folder.id = mail_place.folder"
                                             " WHERE mail_place.mail = ? ORDER BY mail_place.id",
                                             row.id);
        while (placeRows.next()) {
            if (row.specialUse != QLatin1String("\\Sent"))
                row.specialUse = placeRows.text(0);
            row.flags += separated(placeRows.text(1));
        }
        found.push_back(std::move(row));
    }
}

#define MAIL_COLUMNS                                                                                                        \
    "SELECT mail.id, mail.account, mail.internal_date, raw_mail.bytes, mail.state"                                          \
    " FROM mail JOIN raw_mail ON raw_mail.id = mail.id "

std::vector<ArrivedRow> MailTable::arrivedRows(int limit)
{
    std::vector<ArrivedRow> found;
    append(found, m_connection.select(MAIL_COLUMNS "WHERE mail.state = 0 ORDER BY mail.id LIMIT ?", limit));
    return found;
}

std::vector<ArrivedRow> MailTable::glancedRows(const std::vector<model::MailId> &first, int limit)
{
    std::vector<ArrivedRow> found;
    for (const model::MailId id : first) {
        if (found.size() < static_cast<std::size_t>(limit))
            append(found, m_connection.select(MAIL_COLUMNS "WHERE mail.state = 4 AND mail.id = ?", id));
    }
    if (found.empty())
        append(found, m_connection.select(MAIL_COLUMNS "WHERE mail.state = 4 ORDER BY mail.id LIMIT ?", limit));
    return found;
}

void MailTable::setState(model::MailId mail, ReadState state)
{
    m_connection.run("UPDATE mail SET state = ? WHERE id = ?", state, mail);
}

void MailTable::join(model::MailId copy, model::MailId original)
{
    m_connection.run("UPDATE mail SET same_as = ? WHERE id = ?", original, copy);
    m_connection.run("UPDATE mail_place SET mail = ? WHERE mail = ?", original, copy);
}

void MailTable::retryWaiting()
{
    m_connection.run("UPDATE mail SET state = ? WHERE state = ?", ReadState::Arrived, ReadState::Waiting);
}

std::optional<ReadState> MailTable::state(model::MailId mail)
{
    Rows rows = m_connection.select("SELECT state FROM mail WHERE id = ?", mail);
    if (!rows.next())
        return std::nullopt;
    return rows.enumerator<ReadState>(0);
}

std::optional<QByteArray> MailTable::raw(model::MailId mail)
{
    Rows rows = m_connection.select("SELECT bytes FROM raw_mail WHERE id = ?", mail);
    if (!rows.next())
        return std::nullopt;
    return rows.blob(0);
}

std::optional<base::Timestamp> MailTable::internalDate(model::MailId mail)
{
    Rows rows = m_connection.select("SELECT internal_date FROM mail WHERE id = ?", mail);
    if (!rows.next())
        return std::nullopt;
    return rows.time(0);
}

std::vector<MailPlace> MailTable::places(model::MailId mail)
{
    std::vector<MailPlace> found;
    Rows rows =
        m_connection.select("SELECT folder.account, folder.name, mail_place.uid_validity, mail_place.uid, mail_place.flags"
                            " FROM mail_place JOIN folder ON folder.id = mail_place.folder WHERE mail_place.mail = ?",
                            mail);
    while (rows.next()) {
        found.push_back({rows.id<model::AccountId>(0), rows.text(1), static_cast<quint32>(rows.integer(2)),
                         static_cast<quint32>(rows.integer(3)), separated(rows.text(4))});
    }
    return found;
}

void MailTable::forget(model::MailId mail)
{
    m_connection.run("UPDATE raw_mail SET bytes = x'' WHERE id = ? OR id IN (SELECT id FROM mail WHERE same_as = ?)", mail,
                     mail);
    m_connection.run("UPDATE mail SET state = ? WHERE (id = ? OR same_as = ?) AND state = ?", ReadState::Read, mail, mail,
                     ReadState::Glanced);
}

void MailTable::markSeen(model::MailId mail)
{
    m_connection.run("UPDATE mail_place SET seen_due = (uid > 0), flags = trim(flags || ' \\Seen')"
                     " WHERE mail = ? AND (' ' || flags || ' ') NOT LIKE '% \\Seen %'",
                     mail);
}

std::vector<MailPlace> MailTable::seenDue(model::AccountId account)
{
    std::vector<MailPlace> found;
    Rows rows =
        m_connection.select("SELECT folder.account, folder.name, mail_place.uid_validity, mail_place.uid, mail_place.flags"
                            " FROM folder JOIN mail_place ON mail_place.folder = folder.id"
                            " WHERE folder.account = ? AND mail_place.seen_due = 1",
                            account);
    while (rows.next()) {
        found.push_back({rows.id<model::AccountId>(0), rows.text(1), static_cast<quint32>(rows.integer(2)),
                         static_cast<quint32>(rows.integer(3)), separated(rows.text(4))});
    }
    return found;
}

void MailTable::seenSent(model::AccountId account, const model::StoreFlags &command)
{
    const std::int64_t folder = folderRow(account, command.folder);
    for (quint32 uid : command.uids) {
        m_connection.run("UPDATE mail_place SET seen_due = 0 WHERE folder = ? AND uid_validity = ? AND uid = ?", folder,
                         command.uidValidity, uid);
    }
}

bool MailTable::isSeen(model::MailId mail)
{
    Rows rows = m_connection.select("SELECT count(*) FROM mail_place WHERE mail = ?"
                                    " AND (seen_due = 1 OR (' ' || flags || ' ') LIKE '% \\Seen %')",
                                    mail);
    return rows.next() && rows.integer(0) > 0;
}

}

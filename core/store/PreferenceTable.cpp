#include "core/store/PreferenceTable.h"

namespace isthmus::store {

void PreferenceTable::set(const QString &addressKey, const std::optional<model::PublishedPreference> &preference)
{
    m_connection.run("DELETE FROM published_preference WHERE address_key = ?", addressKey);
    if (!preference)
        return;
    m_connection.run("INSERT INTO published_preference (address_key, offline, busy, mode, mail) VALUES (?, ?, ?, ?, ?)",
                     addressKey, preference->offline, preference->busy, preference->mode,
                     preference->mail.isNull() ? QString() : preference->mail.toString());
}

std::optional<model::PublishedPreference> PreferenceTable::of(const QString &addressKey)
{
    Rows rows =
        m_connection.select("SELECT offline, busy, mode, mail FROM published_preference WHERE address_key = ?", addressKey);
    if (!rows.next())
        return std::nullopt;
    return model::PublishedPreference{rows.text(0), rows.text(1), rows.text(2),
                                      model::MailAddress::parse(rows.text(3)).valueOr({})};
}

}

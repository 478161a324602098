#include "core/store/SettingTable.h"

#include <limits>

namespace isthmus::store {

namespace {

constexpr int lastConsent = static_cast<int>(model::Consent::Never);

}

int SettingTable::number(const char *name, int least, int most, int absent)
{
    Rows rows = m_connection.select("SELECT value FROM setting WHERE name = ?", QString::fromLatin1(name));
    if (!rows.next())
        return absent;
    const std::int64_t value = rows.integer(0);
    return value < least || value > most ? absent : static_cast<int>(value);
}

void SettingTable::set(const char *name, int value)
{
    m_connection.run(
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        QString::fromLatin1(name), value);
}

model::Settings SettingTable::all()
{
    model::Settings settings;
    settings.displayReports = static_cast<model::Consent>(number("display-reports", 0, lastConsent, 0));
    settings.askReports = number("ask-reports", 0, 1, 0) == 1;
    settings.nudge = static_cast<model::Consent>(number("nudge", 0, lastConsent, 0));
    settings.joinLines = number("join-lines", 0, 1, 1) == 1;
    settings.forwardWhileBusy = number("forward-while-busy", 0, 1, 0) == 1;
    settings.offlineToMailbox = number("offline-to-mailbox", 0, 1, 0) == 1;
    settings.busyToMailbox = number("busy-to-mailbox", 0, 1, 0) == 1;
    settings.reachedBy = static_cast<model::ReachedBy>(number("reached-by", 0, 2, 0));
    settings.mailBySubject = static_cast<model::MailBySubject>(number("mail-by-subject", 0, 2, 0));
    settings.defaultAccount.raw = number("default-account", 0, std::numeric_limits<int>::max(), 0);
    settings.fetchOlder = number("fetch-older", 0, 1, 1) == 1;
    settings.toldContacts = number("told-contacts", 0, 1, 0) == 1;
    return settings;
}

void SettingTable::save(const model::Settings &settings)
{
    set("display-reports", static_cast<int>(settings.displayReports));
    set("ask-reports", settings.askReports);
    set("nudge", static_cast<int>(settings.nudge));
    set("join-lines", settings.joinLines);
    set("forward-while-busy", settings.forwardWhileBusy);
    set("offline-to-mailbox", settings.offlineToMailbox);
    set("busy-to-mailbox", settings.busyToMailbox);
    set("reached-by", static_cast<int>(settings.reachedBy));
    set("mail-by-subject", static_cast<int>(settings.mailBySubject));
    set("default-account", static_cast<int>(settings.defaultAccount.raw));
    set("fetch-older", settings.fetchOlder);
    set("told-contacts", settings.toldContacts);
}

}

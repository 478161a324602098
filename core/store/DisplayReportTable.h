#pragma once

#include "core/model/Ids.h"
#include "core/model/MailAddress.h"
#include "core/model/Settings.h"
#include "core/store/Connection.h"

#include <optional>
#include <vector>

namespace isthmus::store {

/// Table `display_report`: mails whose sender asked to be told that they were displayed (RFC 8098), since the
/// user has read them, and what the user said. One row for each mail, so that no report leaves twice.
class DisplayReportTable
{
public:
    enum class State : std::uint8_t { Asking, Due, Done, Refused };
    struct Row {
        model::AccountId account;
        model::ItemId item;
        QString home;          ///< address key of the correspondent
        model::MailAddress to; ///< where the report would go
        State state = State::Asking;
        /// It would go to somebody else than the sender: asked for this very mail, whatever was said before
        /// (RFC 8098 2.1, X26).
        bool elsewhere = false;
    };

    explicit DisplayReportTable(Connection &connection) : m_connection(connection) {}

    /// Nothing happens if the mail has its row already.
    void add(const Row &row);
    void setState(model::ItemId item, State state);
    [[nodiscard]] std::optional<Row> one(model::ItemId item);
    /// Rows that wait for the user's word, oldest first; \p homes: those about mails of these homes alone.
    [[nodiscard]] std::vector<Row> asking();
    [[nodiscard]] std::vector<Row> asking(const QStringList &homes);
    [[nodiscard]] std::vector<Row> due(model::AccountId account);

    [[nodiscard]] model::Consent consent(model::PersonId person);
    void setConsent(model::PersonId person, model::Consent consent);

private:
    Connection &m_connection;
};

}

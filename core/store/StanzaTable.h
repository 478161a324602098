#pragma once

#include "core/model/Batch.h"
#include "core/model/Ids.h"
#include "core/store/Connection.h"
#include "core/store/MailTable.h"

#include <optional>
#include <vector>

namespace isthmus::store {

/// A message stanza as it arrived, to be read.
struct StanzaRow {
    std::int64_t id = 0;
    model::AccountId account;
    model::ArrivedStanza stanza;
};

/// Table `stanza`: what arrived by XMPP, as values, before it is understood.
class StanzaTable
{
public:
    explicit StanzaTable(Connection &connection) : m_connection(connection) {}

    std::int64_t arrived(model::AccountId account, const model::ArrivedStanza &stanza);
    [[nodiscard]] std::vector<StanzaRow> arrivedRows(int limit);
    void setState(std::int64_t stanza, ReadState state);
    /// It has become another value: a text whose parts came one by one.
    void replace(std::int64_t stanza, const model::InstantMessage &message);
    /// Nothing refers to it: a duplicate, or a control message that has been carried out.
    void remove(std::int64_t stanza);
    /// The value's octets, for showing its source.
    [[nodiscard]] std::optional<QByteArray> value(std::int64_t stanza);

private:
    Connection &m_connection;
};

}

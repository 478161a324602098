#pragma once

#include "core/engine/Conversations.h"
#include "core/model/Account.h"
#include "core/model/Contact.h"
#include "core/model/Item.h"

#include <QStandardItemModel>

#include <memory>
#include <vector>

namespace isthmus::test {

/// A Thursday, ten past ten in the morning UTC: "now" of every widget test.
[[nodiscard]] base::Timestamp demoNow();
[[nodiscard]] base::Clock demoClock();

[[nodiscard]] model::Jid demoJid(const char *text);
[[nodiscard]] model::MailAddress demoMailbox(const char *text);

/// A conversation with bubbles, titled bubbles, cards, notices, an unreadable mail and every delivery state.
[[nodiscard]] std::vector<model::Item> demoItems();
[[nodiscard]] std::vector<engine::ConversationRow> demoRows();
[[nodiscard]] std::unique_ptr<QStandardItemModel> demoModel(const std::vector<engine::ConversationRow> &rows);
[[nodiscard]] model::Contact demoContact();

}

#include "core/engine/StanzaReader.h"

#include "core/engine/Reactions.h"
#include "core/store/ItemTable.h"
#include "core/store/SearchTable.h"

#include <algorithm>

/// StanzaReader for messages that change others: XEP-0308, XEP-0424, XEP-0444.
namespace isthmus::engine {

namespace {

void addFlag(model::Item &item, const char *flag)
{
    if (!item.flags.contains(QLatin1String(flag)))
        item.flags.append(QLatin1String(flag));
}

}

/// A message of the same sender in the same conversation, and sent by chat: nobody changes what another wrote (X37).
std::optional<store::ItemRow> StanzaReader::ownWork(const View &view, const QString &id)
{
    if (id.isEmpty())
        return std::nullopt;
    for (store::ItemRow &row : store::ItemTable(m_connection).byStanzaId(view.account.id, id)) {
        if (row.item.direction == view.direction && row.item.address == model::Address(view.partner)
            && row.item.channel == model::Channel::Chat)
            return std::move(row);
    }
    return std::nullopt;
}

bool StanzaReader::correct(const View &view)
{
    auto row = ownWork(view, view.message.replaceId);
    if (!row || row->item.flags.contains(QStringLiteral("retracted")))
        return row.has_value();
    const model::Item before = row->item;
    const model::Item now = itemOf(view).item;
    row->item.text = now.text;
    if (!now.subject.isEmpty())
        row->item.subject = now.subject;
    row->item.attachments = now.attachments;
    addFlag(row->item, "corrected");
    if (row->item == before)
        return true;
    store::ItemTable(m_connection).update(*row);
    store::SearchTable(m_connection).replace(before, row->item);
    m_changes.add(before.id, row->home, Changes::What::Changed);
    return true;
}

void StanzaReader::retract(const View &view)
{
    auto row = ownWork(view, view.message.retractId);
    if (!row || row->item.flags.contains(QStringLiteral("retracted")))
        return;
    const model::Item before = row->item;
    row->item.text.clear();
    row->item.subject.clear();
    row->item.attachments.clear();
    row->item.kind = model::ItemKind::Bubble;
    addFlag(row->item, "retracted");
    store::ItemTable(m_connection).update(*row);
    store::SearchTable(m_connection).replace(before, row->item);
    m_changes.add(before.id, row->home, Changes::What::Changed);
}

/// What somebody says to a message replaces what they said to it before (XEP-0444 3.3).
void StanzaReader::react(const View &view)
{
    if (view.message.reactionsId.isEmpty())
        return;
    store::ItemTable items(m_connection);
    for (store::ItemRow &row : items.byStanzaId(view.account.id, view.message.reactionsId)) {
        if (row.item.address != model::Address(view.partner))
            continue;
        engine::react(m_connection, m_changes, row, view.direction == model::Direction::Outgoing, view.message.reactions);
        return;
    }
}

}

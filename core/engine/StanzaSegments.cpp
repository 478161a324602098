#include "core/engine/StanzaReader.h"

#include "core/store/ItemTable.h"

#include <algorithm>
#include <tuple>

/// StanzaReader for texts that come in several stanzas: specification 4.3.
namespace isthmus::engine {

using interworking::Reassembler;
using store::SegmentSet;
using store::StanzaRow;

namespace {

/// For so long, what comes of a finished text is late (specification 4.3).
constexpr std::chrono::minutes late{10};

int startOf(const StanzaRow &row)
{
    return row.stanza.message.segment ? row.stanza.message.segment->start : 0;
}

/// The message as a line of its own: with the number that it bears, and without what made it a part.
model::InstantMessage single(model::InstantMessage message)
{
    message.segment.reset();
    std::erase_if(message.fallbacks,
                  [](const model::Fallback &fallback) { return fallback.forNamespace == interworking::ns::segment; });
    message.receiptRequest = false; // "received" would mean all of it (4.1)
    message.markable = false;
    return message;
}

}

std::optional<store::ItemRow> StanzaReader::unfinished(const View &view)
{
    if (view.id.isEmpty() || (view.message.email && view.message.email->large))
        return std::nullopt;
    for (store::ItemRow &row : store::ItemTable(m_connection).byStanzaId(view.account.id, view.id)) {
        if (row.item.direction == view.direction && row.item.address == model::Address(view.partner)
            && row.item.flags.contains(QStringLiteral("incomplete")))
            return std::move(row);
    }
    return std::nullopt;
}

void StanzaReader::fillSegments()
{
    if (m_segments.isFilled)
        return;
    store::SegmentTable table(m_connection);
    for (const SegmentSet &set : table.open()) {
        for (const StanzaRow &row : table.stanzas(set.id)) {
            if (row.stanza.message.segment)
                std::ignore = m_segments.sets.add(row.stanza.message, m_now);
        }
    }
    m_segments.isFilled = true;
}

StanzaReader::Fate StanzaReader::gather(const View &view, Effects &effects)
{
    fillSegments();
    const model::InstantMessage &message = view.row.stanza.message;
    const model::Segment &segment = *message.segment;
    if (view.direction == model::Direction::Outgoing) {
        // Our own, back from the archive: when the last part is there, the server has them all.
        for (store::ItemRow &item : store::ItemTable(m_connection).byStanzaId(view.account.id, segment.sid)) {
            if (item.item.direction != model::Direction::Outgoing || item.item.address != model::Address(view.partner))
                continue;
            if (segment.n == segment.of)
                meetAgain(view, std::move(item));
            return Fate::Remove;
        }
    }
    store::SegmentTable table(m_connection);
    auto set = table.find(view.account.id, message.from.bare(), message.to.bare(), segment.sid);
    if (set && set->doneAt) {
        if (view.at <= *set->doneAt + late)
            return Fate::Remove;
        set.reset();
    }
    const Reassembler::Outcome outcome = m_segments.sets.add(message, m_now);
    if (const auto *kept = std::get_if<Reassembler::Kept>(&outcome); kept && kept->duplicate)
        return Fate::Remove;
    const auto *failed = std::get_if<Failed>(&outcome);
    if (failed && failed->why == Failed::Why::Refused) {
        reportFault(view.account, *failed, effects);
        effects.waits |= set.has_value();
        return Fate::Remove;
    }
    if (!set)
        set = table.begin(view.account.id, message.from.bare(), message.to.bare(), segment.sid);
    table.attach(view.row.id, set->id);
    if (const auto *whole = std::get_if<Reassembler::Complete>(&outcome)) {
        complete(view, *set, *whole, effects);
    } else if (failed && failed->why == Failed::Why::Conflict) {
        reportFault(view.account, *failed, effects);
        showSingly(view, *set, effects);
    } else if (failed) {
        giveUp(view.account, *set, *failed, "wrong-hash", effects);
    } else {
        effects.waits = true;
    }
    return Fate::Wait;
}

void StanzaReader::complete(const View &last, const SegmentSet &set, const Reassembler::Complete &whole, Effects &effects)
{
    store::SegmentTable table(m_connection);
    const std::vector<StanzaRow> rows = table.stanzas(set.id);
    const auto first = std::min_element(rows.begin(), rows.end(),
                                        [](const StanzaRow &a, const StanzaRow &b) { return startOf(a) < startOf(b); });
    StanzaRow row = *first;
    row.stanza.message = whole.message;
    row.stanza.live = last.row.stanza.live;
    View view = look(last.account, row);
    if (whole.lastId != view.message.id)
        view.receiptId = whole.lastId;
    const auto shown = set.item ? store::ItemTable(m_connection).one(*set.item) : std::nullopt;
    bool keeps = true;
    if (shown) {
        replace(view, *shown);
        if (view.direction == model::Direction::Incoming)
            answer(view, effects);
    } else {
        keeps = show(view, effects) == Fate::Keep;
    }
    store::StanzaTable stanzas(m_connection);
    stanzas.replace(row.id, whole.message);
    stanzas.setState(row.id, store::ReadState::Read);
    table.removeStanzas(set.id, keeps ? row.id : 0);
    table.finish(set.id, m_now);
}

void StanzaReader::showSingly(const View &last, const SegmentSet &set, Effects &effects)
{
    store::SegmentTable table(m_connection);
    store::StanzaTable stanzas(m_connection);
    if (const auto shown = set.item ? store::ItemTable(m_connection).one(*set.item) : std::nullopt) {
        store::ItemTable(m_connection).remove(shown->item.id);
        m_changes.add(shown->item.id, shown->home, Changes::What::Removed);
    }
    for (StanzaRow &row : table.stanzas(set.id)) {
        row.stanza.message = single(std::move(row.stanza.message));
        if (show(look(last.account, row), effects) == Fate::Keep)
            stanzas.setState(row.id, store::ReadState::Read);
        else
            stanzas.remove(row.id);
    }
    table.finish(set.id, m_now);
}

void StanzaReader::showPartly(const model::Account &account, const SegmentSet &set, const QString &text, const char *flag,
                              Effects &effects)
{
    store::SegmentTable table(m_connection);
    const std::vector<StanzaRow> rows = table.stanzas(set.id);
    if (rows.empty())
        return;
    StanzaRow row = *std::min_element(rows.begin(), rows.end(),
                                      [](const StanzaRow &a, const StanzaRow &b) { return startOf(a) < startOf(b); });
    model::InstantMessage message = single(std::move(row.stanza.message));
    const QString lang = message.bodies.empty() ? QString() : message.bodies.front().lang;
    message.bodies = {{lang, text}};
    std::erase_if(message.fallbacks, [](const model::Fallback &fallback) {
        return fallback.forNamespace == interworking::ns::email; // the tail is not in the text
    });
    row.stanza.message = message;
    View view = look(account, row);
    view.detection.flags.append(QLatin1String(flag));
    if (const auto shown = set.item ? store::ItemTable(m_connection).one(*set.item) : std::nullopt) {
        if (shown->item.text != text || !shown->item.flags.contains(QLatin1String(flag)))
            replace(view, *shown);
    } else if (show(view, effects) == Fate::Keep) {
        const std::vector<store::ItemRow> items = store::ItemTable(m_connection).byStanzaId(account.id, view.id);
        for (const store::ItemRow &item : items) {
            if (item.stanza == row.id)
                table.setItem(set.id, item.item.id);
        }
    }
}

void StanzaReader::giveUp(const model::Account &account, const SegmentSet &set, const Failed &failed, const char *flag,
                          Effects &effects)
{
    reportFault(account, failed, effects);
    showPartly(account, set, failed.text, flag, effects);
    store::SegmentTable table(m_connection);
    // One of the parts stands behind the item; the text of the others is in it.
    const auto now = table.find(account.id, set.sender, set.recipient, set.sid);
    const auto shown = now && now->item ? store::ItemTable(m_connection).one(*now->item) : std::nullopt;
    table.removeStanzas(set.id, shown ? shown->stanza : 0);
    if (shown)
        store::StanzaTable(m_connection).setState(shown->stanza, store::ReadState::Read);
    table.finish(set.id, m_now);
}

/// Only to those who may know that we are here (X25).
void StanzaReader::reportFault(const model::Account &account, const Failed &failed, Effects &effects)
{
    store::PersonTable people(m_connection);
    const auto subscription = people.subscription(account.id, model::addressKey(failed.from.bare()));
    const bool mayKnow = subscription == model::Subscription::From || subscription == model::Subscription::Both;
    if (!mayKnow || failed.id.isEmpty() || failed.from.bare() == account.jid.bare())
        return;
    model::InstantMessage error;
    error.type = model::InstantMessage::Type::Error;
    error.to = failed.from;
    error.id = failed.id;
    error.error = failed.error;
    effects.errors.emplace_back(account.id, std::move(error));
}

void StanzaReader::sweep(const std::vector<model::Account> &accounts, bool mayEnd, Effects &effects)
{
    store::SegmentTable table(m_connection);
    const std::vector<SegmentSet> open = table.open();
    if (open.empty())
        return;
    fillSegments();
    const auto each = [&](const std::vector<Failed> &list, const auto &act) {
        for (const Failed &failed : list) {
            for (const SegmentSet &set : open) {
                const bool same = set.sid == failed.sid && set.sender == failed.from && set.recipient == failed.to.bare();
                for (const model::Account &account : accounts) {
                    if (same && account.id == set.account)
                        act(account, set, failed);
                }
            }
        }
    };
    each(m_segments.sets.gaps(m_now), [&](const model::Account &account, const SegmentSet &set, const Failed &failed) {
        showPartly(account, set, failed.text, "incomplete", effects);
    });
    if (mayEnd) {
        each(m_segments.sets.expire(m_now), [&](const model::Account &account, const SegmentSet &set, const Failed &failed) {
            const auto present = table.find(set.account, set.sender, set.recipient, set.sid);
            giveUp(account, present.value_or(set), failed, "incomplete", effects);
        });
    }
    for (const SegmentSet &set : table.open()) {
        if (m_segments.sets.holds(set.sender, set.recipient, set.sid))
            continue;
        // It made room for others (4.5): what has come of it is not lost.
        Failed failed;
        failed.sid = set.sid;
        failed.from = set.sender;
        for (const StanzaRow &row : table.stanzas(set.id))
            failed.text += interworking::segmentPayload(row.stanza.message);
        for (const model::Account &account : accounts) {
            if (account.id == set.account)
                giveUp(account, set, failed, "incomplete", effects);
        }
    }
    effects.waits |= !table.open().empty();
}

}

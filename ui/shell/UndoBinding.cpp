#include "core/engine/Engine.h"
#include "core/engine/Outbox.h"
#include "ui/composer/Composer.h"
#include "ui/composer/Recipients.h"
#include "ui/shell/ConversationView.h"
#include "ui/shell/UndoBar.h"

#include <algorithm>

namespace isthmus::shell {

using namespace model;

namespace {

constexpr std::ptrdiff_t newestLooked = 200; ///< what waits was written just now

}

void ConversationView::bindUndo()
{
    connect(m_undo, &UndoBar::undoWanted, this, &ConversationView::takeBack);
    connect(m_undo, &UndoBar::sendNowWanted, this, [this](ItemId id) { report(m_engine.outbox().sendNow(id)); });
}

void ConversationView::refreshHeld()
{
    if (!m_timeline) {
        m_undo->setHeld(std::nullopt);
        return;
    }
    const auto &items = m_timeline->items();
    const auto end = items.rbegin() + std::min(newestLooked, static_cast<std::ptrdiff_t>(items.size()));
    const auto held =
        std::find_if(items.rbegin(), end, [](const Item &item) { return item.delivery.stage == DeliveryStage::Held; });
    if (held == end)
        m_undo->setHeld(std::nullopt);
    else
        m_undo->setHeld(*held, held->delivery.due.value_or(held->at));
}

void ConversationView::undoSending()
{
    if (m_undo->held().isValid())
        takeBack(m_undo->held());
}

void ConversationView::sendHeldNow()
{
    if (m_undo->held().isValid())
        report(m_engine.outbox().sendNow(m_undo->held()));
}

void ConversationView::takeBack(ItemId id)
{
    m_engine.outbox().takeBack(id).then(this, [this](const base::Result<Draft> &draft) {
        if (draft)
            putBack(*draft);
        else
            m_composer->showError(draft.error());
    });
}

/// What was taken back is written on; what was begun meanwhile follows it.
void ConversationView::putBack(const Draft &draft)
{
    composer::ComposerState state;
    const QString begun = m_composer->state().text;
    state.kind = draft.kind;
    state.user = draft.user;
    state.fields.to = composer::recipientsText(draft.to);
    state.fields.cc = composer::recipientsText(draft.cc);
    state.fields.bcc = composer::recipientsText(draft.bcc);
    state.fields.subject = draft.subject;
    state.text = begun.isEmpty() ? draft.text : draft.text + QStringLiteral("\n\n") + begun;
    state.replyTo = draft.replyTo;
    state.files = draft.files;
    m_composer->setState(state);
    m_composer->focusText();
}

}

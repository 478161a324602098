#include "ui/shell/DraftKeeper.h"

#include "core/engine/Drafts.h"

#include <QFile>

namespace isthmus::shell {

using composer::ComposerState;
using namespace model;

namespace {

/// With the time that a busy disk takes this stays well below three seconds.
constexpr std::chrono::milliseconds delay{1000};

TypedDraft draftOf(const ComposerState &state)
{
    TypedDraft draft;
    draft.kind = state.kind;
    draft.user = state.user;
    draft.to = state.fields.to;
    draft.cc = state.fields.cc;
    draft.bcc = state.fields.bcc;
    draft.subject = state.fields.subject;
    draft.text = state.text;
    draft.replyTo = state.replyTo;
    draft.replyWords = state.replyWords;
    for (const OutgoingFile &file : state.files)
        draft.files.push_back({file.name, file.mimeType, file.path});
    return draft;
}

ComposerState joined(ComposerState first, const ComposerState &since)
{
    if (!since.text.isEmpty())
        first.text += QLatin1Char('\n') + since.text;
    first.files.insert(first.files.end(), since.files.begin(), since.files.end());
    return first;
}

}

DraftKeeper::DraftKeeper(engine::Engine &engine, composer::Composer &composer) : m_engine(engine), m_composer(composer)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, [this] { keep(*m_person, m_composer.state()); });
    connect(&composer, &composer::Composer::draftChanged, this, &DraftKeeper::note);
}

DraftKeeper::~DraftKeeper()
{
    keepNow();
}

/// The first change starts the clock and further ones do not stop it: otherwise who types without a pause
/// would have nothing kept.
void DraftKeeper::note()
{
    if (m_person && !m_timer.isActive())
        m_timer.start();
}

void DraftKeeper::keepNow()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    keep(*m_person, m_composer.state());
}

void DraftKeeper::keep(PersonId person, const ComposerState &state)
{
    if (state.isEmpty())
        m_typed.remove(person.raw);
    else
        m_typed.insert(person.raw, state);
    // What cannot be written stays here and in the field; the next change tries again.
    m_engine.drafts().keep(person, draftOf(state)).ignore();
}

void DraftKeeper::open(PersonId person)
{
    keepNow();
    m_person = person;
    m_missing.clear();
    const auto known = m_typed.constFind(person.raw);
    if (known != m_typed.constEnd()) {
        m_composer.setState(*known);
    } else {
        const auto draft = m_engine.drafts().find(person);
        m_composer.setState(draft ? restored(*draft) : ComposerState{});
    }
    if (!person.isValid())
        m_composer.startMail();
    if (!m_missing.isEmpty()) {
        m_composer.showWords(
            tr("No longer attached, because it is gone from its place: %1").arg(m_missing.join(QStringLiteral(", "))));
    }
    m_timer.stop(); // what is shown is what is kept
}

ComposerState DraftKeeper::restored(const TypedDraft &draft)
{
    ComposerState state;
    state.kind = draft.kind;
    state.user = draft.user;
    state.fields = {draft.to, draft.cc, draft.bcc, draft.subject};
    state.text = draft.text;
    state.replyTo = draft.replyTo;
    state.replyWords = draft.replyWords;
    for (const TypedDraft::File &file : draft.files) {
        QFile content(file.path);
        if (content.open(QIODevice::ReadOnly))
            state.files.push_back({file.name, file.mimeType, content.readAll(), file.path});
        else
            m_missing.append(file.path);
    }
    return state;
}

void DraftKeeper::sending()
{
    if (m_person)
        m_typed.remove(m_person->raw);
    m_composer.setState({});
    m_timer.stop(); // the row that holds it goes in the transaction that sends it
}

void DraftKeeper::giveBack(PersonId person, const ComposerState &typed)
{
    const bool shown = m_person == person;
    const ComposerState whole = joined(typed, shown ? m_composer.state() : m_typed.value(person.raw));
    if (shown)
        m_composer.setState(whole);
    keep(person, whole);
}

}

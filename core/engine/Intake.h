#pragma once

#include "core/engine/EnginePrivate.h"
#include "core/engine/StanzaReader.h"
#include "core/model/Mail.h"
#include "core/store/MailTable.h"

#include <QObject>
#include <QTimer>

namespace isthmus::engine {

/// The one way in: everything that arrives by any account, live, from an archive or from a folder, is
/// stored as it came (one transaction with its cursors), then read and understood (another). Both steps
/// may be repeated without harm, and rows that a crash left unread are read at the next start.
/// Thread: the window's; the work on rows runs on the store's.
class Intake final : public QObject
{
    Q_OBJECT
public:
    explicit Intake(Engine::Private &engine);
    /// Mails wait because the reader could not be had when it was last asked.
    [[nodiscard]] bool isReaderMissing() const { return m_readerMissing; }

Q_SIGNALS:
    void readerChanged();

private:
    void store(model::AccountId account, const model::Batch &batch, const std::function<void()> &done);
    /// Reads arrived stanzas, at most \p limit in one transaction, until none is left.
    void readStanzas(int limit);
    /// Reads arrived mails, a handful at a time, until none is left.
    void readMails();
    void readAll(std::vector<store::ArrivedRow> rows);
    void convert(const std::vector<std::pair<store::ArrivedRow, base::Result<model::Mail>>> &read);
    void stumbled(const base::Error &error, int limit);
    void act(const StanzaReader::Effects &effects);
    void forgetSegments();
    /// Whether messages can arrive just now.
    [[nodiscard]] bool isReachable() const;

    Engine::Private &m_engine;
    std::shared_ptr<OpenSegments> m_segments = std::make_shared<OpenSegments>(); ///< touched on the store's thread only
    QTimer m_sweep;                ///< runs while segments are waited for
    bool m_readingStanzas = false;
    bool m_readingMails = false;
    bool m_moreMails = false;
    bool m_readerMissing = false;
    QTimer m_readAgain;            ///< until then the reader is left alone: it could not be had
    base::Timestamp m_lastNudge{}; ///< a nudge makes us look once a minute (X52)
};

}

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
/// Mails of which many wait are read in batches first, which is quick, and shown as that goes; then each is read again
/// alone, what is looked at before the rest, since in a batch a hostile mail could falsify what is said of its neighbours.
/// Thread: the window's; the work on rows runs on the store's.
class Intake final : public QObject
{
    Q_OBJECT
public:
    explicit Intake(Engine::Private &engine);
    /// Mails wait because the reader could not be had when it was last asked.
    [[nodiscard]] bool isReaderMissing() const { return m_readerMissing; }
    /// What waits to be read may be other rows than before.
    void lookAgain();
    /// These are looked at: those of them that only a batch has read are read alone next.
    void readAloneNext(const std::vector<model::MailId> &mails);

Q_SIGNALS:
    void readerChanged();

private:
    void store(model::AccountId account, const model::Batch &batch, const std::function<void()> &done);
    /// Reads arrived stanzas, at most \p limit in one transaction, until none is left.
    void readStanzas(int limit);
    /// Reads arrived mails, many in batches or a handful alone, until none is left; then those alone that only a batch has
    /// read.
    void readMails();
    using MailResult = base::Result<model::Mail>;
    using MailsRead = std::vector<std::pair<store::ArrivedRow, MailResult>>;
    enum class Reading { Alone, Together };
    void readAlone(std::vector<store::ArrivedRow> rows);
    void readTogether(std::vector<store::ArrivedRow> rows);
    void convert(const MailsRead &read, Reading how);
    void stumbled(const base::Error &error, int limit);
    void act(const StanzaReader::Effects &effects);
    void forgetSegments();
    /// Whether messages can arrive just now.
    [[nodiscard]] bool isReachable() const;

    Engine::Private &m_engine;
    std::shared_ptr<OpenSegments> m_segments = std::make_shared<OpenSegments>(); ///< touched on the store's thread only
    QTimer m_sweep;                                                              ///< runs while segments are waited for
    bool m_readingStanzas = false;
    bool m_readingMails = false;
    bool m_moreMails = false;
    bool m_mayBeGlanced = true; ///< mails that only a batch has read may be left
    std::vector<model::MailId> m_aloneNext;
    bool m_readerMissing = false;
    QTimer m_readAgain;            ///< until then the reader is left alone: it could not be had
    base::Timestamp m_lastNudge{}; ///< a nudge makes us look once a minute (X52)
};

}

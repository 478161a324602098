#pragma once

#include "core/base/Timestamp.h"
#include "core/engine/MailMoves.h"
#include "core/engine/Search.h"
#include "core/engine/Timeline.h"
#include "core/model/Draft.h"
#include "ui/composer/Composer.h"
#include "ui/timeline/ItemAction.h"

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QPagedPaintDevice;
class QToolButton;

namespace isthmus::engine {
class Engine;
}
namespace isthmus::timeline {
class TimelineView;
}
namespace isthmus::widgets {
class PersonChip;
}

namespace isthmus::shell {

class DraftKeeper;
class UndoBar;

/// One conversation at a time: whose it is, its timeline, the composer. Joins the panes to the engine.
/// Thread: the window's.
class ConversationView final : public QWidget
{
    Q_OBJECT
public:
    ConversationView(engine::Engine &engine, base::Clock clock, QWidget *parent = nullptr);
    ~ConversationView() override;

    void open(model::PersonId person);
    /// An empty mail to addresses that will be typed.
    void openNewMail();
    /// The open person's conversation, as an e-mail.
    void writeMail();
    void writeChat();
    [[nodiscard]] model::PersonId person() const { return m_person; }
    /// Whoever has an address of that person now: somebody else where the two were found to be one.
    [[nodiscard]] std::optional<model::PersonId> heir() const;
    [[nodiscard]] composer::Composer &composer() { return *m_composer; }
    [[nodiscard]] timeline::TimelineView &timeline() { return *m_view; }

    void showFind();
    /// Loads as far back as needed and makes the item of the open conversation the current one.
    void showItem(model::ItemId id);
    /// The e-mail that the reader is at: the one being gone to, the current item, else the newest of what is loaded; invalid
    /// if there is none.
    [[nodiscard]] model::ItemId mailInSight() const;
    void attachFile();
    /// The e-mail that still waits goes back into the composer, or leaves at once.
    void undoSending();
    /// A mail of any conversation, to the trash of its mailbox.
    void throwAway(model::ItemId mail) { moveMail(mail, engine::MailMoves::Target::Trash); }
    void sendHeldNow();
    /// The current item, or all that are loaded, on paper; dialogs ask where.
    void print();
    void printAll();
    void savePdf();
    /// Does \p action with the current item.
    void actOnCurrent(timeline::ItemAction action);

Q_SIGNALS:
    void detailsRequested(isthmus::model::PersonId person);
    void muteRequested(isthmus::model::PersonId person, bool muted);
    void blockRequested(isthmus::model::PersonId person, bool blocked);
    /// A new e-mail is to begin with this.
    void newMailRequested(const isthmus::composer::ComposerState &state);
    void personFound(isthmus::model::PersonId person); ///< a typed mail was sent; here is whom to
    void chatWithRequested(isthmus::model::PersonId person);
    void mailToRequested(isthmus::model::PersonId person);
    void currentItemChanged();
    void news(const QString &sentence); ///< for the status line

private:
    QWidget *buildHeader();
    void showTimeline(bool shown);
    void follow(engine::Timeline &timeline);
    void leave();
    void refreshPerson();
    void refreshRoute();

    // RecipientBinding.cpp
    void bindRecipients();
    void refreshSuggestions();
    void refreshRecipients();
    void send(const model::Draft &draft);
    void showSentTo();
    void sent(model::PersonId person, const model::Draft &draft, const base::Result<model::ItemId> &result);
    [[nodiscard]] model::AccountId accountForWriting() const;

    // ConversationFind.cpp
    QWidget *buildFind();
    void find(int direction);

    // UndoBinding.cpp
    void bindUndo();
    void refreshHeld();
    void takeBack(model::ItemId id);
    void putBack(const model::Draft &draft);

    // PrintCommands.cpp
    [[nodiscard]] engine::LayoutWish paperWish(int width) const;
    void printOn(const std::shared_ptr<QPagedPaintDevice> &device, model::ItemId id);

    // ItemCommands.cpp
    void act(model::ItemId id, timeline::ItemAction action, const QString &part);
    void reply(const model::Item &item, timeline::ItemAction action);
    void replyToAll(const model::Item &item);
    [[nodiscard]] model::MailboxList othersOf(const model::Item &item) const;
    [[nodiscard]] static QString forwardedText(const model::Item &item);
    void forward(const model::Item &item);
    void addFiles(const model::Item &item, const composer::ComposerState &state, std::size_t next);
    void showSource(const model::Item &item);
    void showJourney(const model::Item &item);
    void saveMail(const model::Item &item);
    void moveMail(model::ItemId mail, engine::MailMoves::Target target);
    void removeItem(const model::Item &item);
    void acceptFile(model::ItemId id);
    void saveAttachment(const model::Item &item, const QString &part);
    void saveAs(const QString &title, const QString &name, base::Task<QByteArray> content);
    void layOut(model::ItemId id, const engine::LayoutWish &wish);
    void openLink(const QUrl &url, bool isMisleading);
    void report(const base::Task<base::Done> &task);

    engine::Engine &m_engine;
    base::Clock m_clock;
    model::PersonId m_person;
    std::vector<model::Address> m_addresses; ///< the person's, as known last
    std::unique_ptr<engine::Timeline> m_timeline;
    model::ItemId m_goingTo; ///< what comes into sight on the way there was not read
    engine::Search m_search;
    QWidget *m_header = nullptr;
    widgets::PersonChip *m_chip = nullptr;
    QLabel *m_presence = nullptr;
    QToolButton *m_mailButton = nullptr;
    QToolButton *m_detailsButton = nullptr;
    QWidget *m_findRow = nullptr;
    QLineEdit *m_findWords = nullptr;
    QLabel *m_findResult = nullptr;
    timeline::TimelineView *m_view;
    UndoBar *m_undo;
    std::optional<model::Address> m_sentTo; ///< of a mail that began without a person
    QStringList m_suggestions;
    composer::Composer *m_composer;
    std::unique_ptr<DraftKeeper> m_drafts; ///< goes before the composer that it reads
};

}

#pragma once

#include "core/base/Timestamp.h"
#include "core/engine/Contacts.h"
#include "core/engine/Conversations.h"
#include "core/engine/Engine.h"
#include "core/engine/Folders.h"
#include "core/engine/Search.h"
#include "core/engine/Threads.h"
#include "ui/settings/Preferences.h"
#include "ui/shell/Commands.h"
#include "ui/theme/Theme.h"

#include <QDBusConnection>
#include <QHash>
#include <QMainWindow>
#include <QSettings>
#include <QTimer>

#include <optional>
#include <set>
#include <vector>

class QMenu;
class QShortcut;
class QSplitter;
class QStackedWidget;

namespace isthmus::accounts {
class SignInPage;
struct SignIn;
}
namespace isthmus::composer {
struct ComposerState;
}
namespace isthmus::contacts {
class AddressMapDialog;
class ContactCard;
}
namespace isthmus::conversations {
class ConversationPane;
}
namespace isthmus::mailbox {
class MailboxPane;
}
namespace isthmus::search {
class SearchPane;
}

namespace isthmus::settings {
class SettingsDialog;
}
namespace isthmus::widgets {
class EmptyState;
class QuestionBar;
}

namespace isthmus::shell {

class ConversationView;
class DesktopColours;
class HistoryLine;
class MoveBar;
class OwnStateButton;
class Notifier;
class RequestBar;
class StatusLine;
class Tray;
class TroubleBar;

/// What the command line and the profile decide.
struct WindowSetup {
    QString settingsPath;                      ///< an .ini file in the profile
    std::optional<theme::SchemeChoice> scheme; ///< given with --theme; else the setting
    QString socketPath = {};                   ///< where later starts hand over; empty: nowhere
    base::Clock clock = base::systemNow;
    QDBusConnection bus = QDBusConnection::sessionBus(); ///< where the desktop is told of news
};

/// An address and a password that came with the command line.
struct FirstSignIn {
    model::MailAddress address;
    QString password;
};

/// The window: sign-in or list, conversation and details. Joins the panes to the engine; decides nothing
/// that the engine decides. Thread: the window's. The engine outlives it.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(engine::Engine &engine, WindowSetup setup, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Fills in the sign-in page and presses its button; nothing if the profile has an account already.
    void signInFirst(const FirstSignIn &signIn);
    /// mailto: (RFC 6068) opens a mail, xmpp: (RFC 5122) a conversation. Nothing is sent.
    void openLink(const QUrl &link);
    /// In front of the others, from wherever it was.
    void raiseWindow();
    /// Ends the program in order, also where closing would only put it into the tray.
    void quit();
    /// Takes effect at once and is kept.
    void setPreferences(const settings::Preferences &preferences);
    /// Everything that the window can do.
    [[nodiscard]] const Commands &commands() const { return m_commands; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    // MainWindow.cpp
    void build();
    void bindPanes();
    void openConversation(model::PersonId person, bool compose);
    void writeMailTo(model::PersonId person);
    void newMail();
    void refreshTitle();
    void cyclePanes(int direction);
    [[nodiscard]] std::vector<QWidget *> panes() const;
    void showSettings();
    void showPlaces();
    void applyScheme(theme::SchemeChoice choice);
    void restore();
    void restorePlace();

    // Links.cpp
    void openMailLink(const QUrl &link);
    void beginMail(const composer::ComposerState &state);
    void openChatLink(const QUrl &link);

    // MoveBinding.cpp
    void bindMoves();
    void takeBackMove();

    // OwnStateBinding.cpp
    void bindOwnState();
    void refreshOwnState();
    void bindHistory();
    void pauseHistory(bool paused);

    // NewsBinding.cpp
    void bindNews();
    void tellOf(const engine::ConversationRow &row);
    void answerFromNotification(model::PersonId person, const QString &text);
    void countUnread();

    // MailboxBinding.cpp
    void bindMailbox();
    void openThread(const engine::ThreadRow &row);
    void addLayoutMenu(QMenu &menu);
    void setWindowLayout(widgets::WindowLayout layout);
    [[nodiscard]] bool isMailLayout() const;
    void applyLayout();
    void showPeople(bool people);
    void focusSide();
    void showPlaceInMailbox();

    // SearchBinding.cpp
    void bindSearch();
    void showSearch(const QString &words);
    void leaveSearch();

    // MainMenus.cpp
    void buildMenus();
    void buildProgramMenu();
    void buildConversationMenu();
    void buildMessageMenu();
    void refreshCommands();
    void showAbout();

    // AccountBinding.cpp
    void bindAccounts();
    void bindSignIn();
    void showSignIn(bool cancellable);
    void showMain();
    void signIn(const accounts::SignIn &wish);
    void registerAccount(const accounts::SignIn &wish);
    void signedIn(const base::Result<model::AccountId> &result, bool registering);
    void changePassword(model::AccountId account);
    void removeAccount();
    void askToRemove(model::AccountId account);
    void removeNow(const model::Account &account, bool withMessages);

    // Questions.cpp
    void bindQuestions();
    void askAboutServers();
    void askAboutReports();
    void askAboutNudges();
    void askAboutJoins();
    void answerJoin(model::LinkId link, bool yes);
    void addStateMenu(QMenu &menu);
    void answerQuestion(const QString &key, bool yes);
    void addChoices(settings::SettingsDialog &dialog);

    // AddressMapBinding.cpp
    void showAddressMap();
    void exportAddressMap(contacts::AddressMapDialog *dialog);
    void importAddressMap(contacts::AddressMapDialog *dialog);

    // ContactBinding.cpp
    void bindCard();
    void leaveWhoIsGone();
    void bindRequests();
    void showDetails(model::PersonId person);
    void hideDetails();
    void refreshCard();
    void addContact();
    void mute(model::PersonId person, bool muted);
    void block(model::PersonId person, bool blocked);
    void refreshPersonCommands();
    void tellFault(const base::Task<base::Done> &task);
    void joinPersons();
    void takeAddress(const model::Address &address, model::Evidence evidence);
    void splitAddress(model::LinkId link, const QString &address);
    void reportContacts(const base::Task<base::Done> &task);

    engine::Engine &m_engine;
    base::Clock m_clock;
    QSettings m_settings;
    const QString m_socketPath;
    settings::Preferences m_preferences;
    DesktopColours *m_desktop;
    Notifier *m_notifier;
    Tray *m_tray;
    QTimer m_trayTimer;
    bool m_quitting = false; ///< closing ends the program, whatever the preferences say
    theme::SchemeChoice m_scheme = theme::SchemeChoice::System;
    engine::Conversations m_conversations;
    engine::Folders m_folders;
    engine::Threads m_threads;
    engine::Search m_searching;
    base::Timestamp m_opened{};
    QHash<qint64, qint64> m_lastSeen; ///< time of the last item by person, for news
    model::PersonId m_lastPerson;     ///< open when the program was closed; invalid once restored
    model::ItemId m_lastItem;         ///< the mail that was read then, in layout Mail
    model::AccountId m_signingIn;     ///< whose links the sign-in page shows
    QStackedWidget *m_stack = nullptr;
    accounts::SignInPage *m_signIn = nullptr;
    QWidget *m_main = nullptr;
    QSplitter *m_splitter = nullptr;
    conversations::ConversationPane *m_list = nullptr;
    QShortcut *m_leavePeople = nullptr;
    mailbox::MailboxPane *m_mailbox = nullptr; ///< in place of the list, in layout Mail
    QStackedWidget *m_middle = nullptr;
    widgets::EmptyState *m_placeholder = nullptr;
    ConversationView *m_conversation = nullptr;
    search::SearchPane *m_search = nullptr;
    QWidget *m_beforeSearch = nullptr; ///< what the search stands in front of
    contacts::ContactCard *m_card = nullptr;
    TroubleBar *m_trouble = nullptr;
    OwnStateButton *m_ownState = nullptr;
    QMenu *m_stateMenu = nullptr;
    HistoryLine *m_history = nullptr;
    MoveBar *m_moves = nullptr;
    std::size_t m_movesShown = 0;
    RequestBar *m_requests = nullptr;
    widgets::QuestionBar *m_questions = nullptr;
    QHash<QString, model::ItemId> m_reportItems; ///< which mail a question is about, by its key
    QTimer m_joinTimer;
    std::vector<engine::Contacts::JoinProposal> m_joins; ///< as they were asked last
    QStringList m_joinQuestions;
    std::set<model::LinkId> m_joinsAnswered;
    QStringList m_reportQuestions; ///< keys of those that are asked
    StatusLine *m_status = nullptr;
    Commands m_commands;
    QMenu *m_messageMenu = nullptr;
    std::vector<QAction *> m_mainActions;         ///< of no use on the sign-in page
    std::vector<QAction *> m_conversationActions; ///< nor while another pane is where a conversation would be
};

}

#include "ui/shell/MainWindow.h"

#include "core/engine/Accounts.h"
#include "core/engine/Drafts.h"
#include "ui/accounts/SignInPage.h"
#include "ui/composer/Composer.h"
#include "ui/contacts/ContactCard.h"
#include "ui/conversations/ConversationPane.h"
#include "ui/mailbox/MailboxPane.h"
#include "ui/search/SearchPane.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/shell/ConversationView.h"
#include "ui/shell/DesktopColours.h"
#include "ui/shell/HistoryLine.h"
#include "ui/shell/MoveBar.h"
#include "ui/shell/Notifier.h"
#include "ui/shell/OwnStateButton.h"
#include "ui/shell/RequestBar.h"
#include "ui/shell/StatusLine.h"
#include "ui/shell/Tray.h"
#include "ui/shell/TroubleBar.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/QuestionBar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace isthmus::shell {

using namespace model;
using engine::ConversationRow;
using theme::SchemeChoice;

namespace {

constexpr int mailboxWidth = 480;
constexpr int listWidth = 300;
constexpr int cardWidth = 340;
const char geometryKey[] = "window/geometry";
const char splitterKey[] = "window/panes";
const char mailboxKey[] = "window/mailbox";
const char schemeKey[] = "look/scheme";
const char personKey[] = "window/person";
const char itemKey[] = "window/item";
const char segmentsKey[] = "chat/segmentsAtMost";
const char inBandKey[] = "chat/inBand";
const char oneMessageKey[] = "chat/oneMessageAtMost";

engine::LongTexts storedLongTexts(const QSettings &settings)
{
    engine::LongTexts way;
    way.segmentsAtMost = std::clamp(settings.value(QLatin1String(segmentsKey), way.segmentsAtMost).toInt(), 0, 64);
    way.inBand = settings.value(QLatin1String(inBandKey), way.inBand).toBool();
    way.pagerMax = std::clamp(settings.value(QLatin1String(oneMessageKey), way.pagerMax).toInt(),
                              engine::LongTexts::pagerMaxLowest, engine::LongTexts::pagerMaxHighest);
    return way;
}

}

MainWindow::MainWindow(engine::Engine &engine, WindowSetup setup, QWidget *parent)
    : QMainWindow(parent),
      m_engine(engine),
      m_clock(setup.clock),
      m_settings(setup.settingsPath, QSettings::IniFormat),
      m_socketPath(setup.socketPath),
      m_preferences(settings::Preferences::read(m_settings)),
      m_desktop(new DesktopColours(this)),
      m_notifier(new Notifier(setup.bus, this)),
      m_tray(new Tray(this)),
      m_conversations(engine),
      m_folders(engine),
      m_threads(engine),
      m_searching(engine),
      m_opened(setup.clock())
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Isthmus"));
    setWindowIcon(theme::applicationIcon());
    const auto stored = theme::schemeFromName(m_settings.value(QLatin1String(schemeKey)).toString());
    applyScheme(setup.scheme.value_or(stored.value_or(SchemeChoice::System)));
    m_engine.outbox().setLongTexts(storedLongTexts(m_settings));
    connect(m_desktop, &DesktopColours::changed, this, [this] { applyScheme(m_scheme); });
    build();
    buildMenus();
    bindPanes();
    bindMailbox();
    bindCard();
    bindRequests();
    bindSearch();
    bindSignIn();
    bindAccounts();
    bindNews();
    bindMoves();
    bindHistory();
    bindOwnState();
    bindQuestions();
    restore();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_signIn = new accounts::SignInPage(m_clock, this);
    m_list = new conversations::ConversationPane(&m_conversations, m_clock, this);
    m_ownState = new OwnStateButton(this);
    m_list->setMinimumWidth(std::max({220, fontMetrics().averageCharWidth() * 30, m_list->minimumSizeHint().width()}));
    m_mailbox = new mailbox::MailboxPane(m_folders, m_threads, m_clock, this);
    m_conversation = new ConversationView(m_engine, m_clock, this);
    m_conversation->setMinimumWidth(360);
    m_card = new contacts::ContactCard(this);
    m_card->hide();

    auto *placeholder = new widgets::EmptyState(theme::Glyph::Chat, this);
    placeholder->setObjectName(QStringLiteral("placeholder"));
    auto *write = new QPushButton(theme::icon(theme::Glyph::Compose), tr("New e-mail"), placeholder);
    write->setObjectName(QStringLiteral("placeholderMail"));
    connect(write, &QPushButton::clicked, this, &MainWindow::newMail);
    placeholder->addWidget(write);
    theme::setPaper(*placeholder, &theme::Theme::surface);
    m_placeholder = placeholder;
    m_middle = new QStackedWidget(this);
    m_middle->addWidget(m_placeholder);
    m_middle->addWidget(m_conversation);
    m_search = new search::SearchPane(m_clock, this);
    m_middle->addWidget(m_search);

    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("panes"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_mailbox);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_middle);
    m_splitter->addWidget(m_card);
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setSizes({mailboxWidth, listWidth, 800, cardWidth});

    m_trouble = new TroubleBar(this);
    m_requests = new RequestBar(this);
    m_status = new StatusLine(m_clock, this);
    m_main = new QWidget(this);
    auto *column = new QVBoxLayout(m_main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_trouble);
    column->addWidget(m_requests);
    m_questions = new widgets::QuestionBar(this);
    column->addWidget(m_questions);
    column->addWidget(m_splitter, 1);
    m_moves = new MoveBar(this);
    column->addWidget(m_moves);
    m_history = new HistoryLine(this);
    column->addWidget(m_history);
    column->addWidget(m_status);

    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_signIn);
    m_stack->addWidget(m_main);
    setCentralWidget(m_stack);
}

void MainWindow::bindPanes()
{
    using conversations::ConversationPane;
    connect(m_list, &ConversationPane::chosen, this, [this](PersonId person) { openConversation(person, false); });
    connect(m_list, &ConversationPane::activated, this, [this](PersonId person) { openConversation(person, true); });
    connect(m_list, &ConversationPane::chatRequested, this, [this](PersonId person) {
        openConversation(person, true);
        m_conversation->writeChat();
    });
    connect(m_list, &ConversationPane::mailRequested, this, &MainWindow::writeMailTo);
    connect(m_list, &ConversationPane::detailsRequested, this, [this](PersonId person) {
        openConversation(person, false);
        showDetails(person);
    });
    connect(m_list, &ConversationPane::addContactRequested, this, &MainWindow::addContact);
    connect(m_list, &ConversationPane::muteRequested, this, &MainWindow::mute);
    connect(m_list, &ConversationPane::blockRequested, this, &MainWindow::block);
    connect(m_conversation, &ConversationView::muteRequested, this, &MainWindow::mute);
    connect(m_conversation, &ConversationView::blockRequested, this, &MainWindow::block);
    connect(m_conversation, &ConversationView::detailsRequested, this, &MainWindow::showDetails);
    connect(m_conversation, &ConversationView::chatWithRequested, this, [this](PersonId person) {
        openConversation(person, true);
        m_conversation->writeChat();
    });
    connect(m_conversation, &ConversationView::mailToRequested, this, &MainWindow::writeMailTo);
    connect(m_conversation, &ConversationView::newMailRequested, this, &MainWindow::beginMail);
    connect(m_conversation, &ConversationView::personFound, this,
            [this](PersonId person) { openConversation(person, true); });
    connect(m_conversation, &ConversationView::currentItemChanged, this, &MainWindow::refreshCommands);
    connect(m_conversation, &ConversationView::news, m_status, &StatusLine::announce);
}

void MainWindow::openConversation(PersonId person, bool compose)
{
    if (!person.isValid())
        return;
    m_middle->setCurrentWidget(m_conversation);
    m_conversation->open(person);
    m_list->setCurrent(person);
    if (m_card->isVisible())
        showDetails(person);
    if (compose)
        m_conversation->composer().focusText();
    refreshTitle();
    refreshPersonCommands();
}

void MainWindow::refreshTitle()
{
    if (m_middle->currentWidget() == m_conversation && !m_conversation->person().isValid()) {
        setWindowTitle(tr("New e-mail – Isthmus"));
        return;
    }
    const int row = m_conversations.indexOf(m_conversation->person());
    setWindowTitle(row < 0 ? QStringLiteral("Isthmus")
                           : tr("%1 – Isthmus", "window title").arg(m_conversations.row(row).name));
}

void MainWindow::writeMailTo(PersonId person)
{
    openConversation(person, true);
    m_conversation->writeMail();
}

void MainWindow::newMail()
{
    hideDetails();
    m_middle->setCurrentWidget(m_conversation);
    m_conversation->openNewMail();
    refreshTitle();
}

std::vector<QWidget *> MainWindow::panes() const
{
    std::vector<QWidget *> all;
    if (m_mailbox->isVisibleTo(this))
        all = {&m_mailbox->folderList(), &m_mailbox->threadList()};
    else
        all = {m_list};
    if (m_middle->currentWidget() == m_conversation) {
        if (m_conversation->timeline().isVisibleTo(this))
            all.push_back(&m_conversation->timeline());
        all.push_back(&m_conversation->composer());
    } else if (m_middle->currentWidget() == m_search) {
        all.push_back(m_search);
    }
    if (m_card->isVisible())
        all.push_back(m_card);
    return all;
}

void MainWindow::cyclePanes(int direction)
{
    const auto all = panes();
    const QWidget *focus = QApplication::focusWidget();
    const auto here = std::find_if(all.begin(), all.end(), [focus](const QWidget *pane) {
        return focus && (pane == focus || pane->isAncestorOf(focus));
    });
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    const auto index =
        here == all.end() ? (direction > 0 ? 0 : count - 1) : (here - all.begin() + direction + count) % count;
    QWidget *next = all[static_cast<std::size_t>(index)];
    if (next == m_list)
        m_list->focusList();
    else if (next == &m_conversation->composer())
        m_conversation->composer().focusText();
    else if (next == m_search)
        m_search->focusWords();
    else if (next == m_card)
        m_card->findChild<QWidget *>(QStringLiteral("contactName"))->setFocus(Qt::ShortcutFocusReason);
    else
        next->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::applyScheme(SchemeChoice choice)
{
    m_scheme = choice;
    const theme::Scheme scheme = choice == SchemeChoice::Light          ? theme::Scheme::Light
                                 : choice == SchemeChoice::Dark         ? theme::Scheme::Dark
                                 : choice == SchemeChoice::HighContrast ? theme::Scheme::HighContrast
                                                                        : m_desktop->scheme();
    theme::apply(*qApp, scheme);
}

void MainWindow::showSettings()
{
    auto *dialog = new settings::SettingsDialog(m_scheme, m_preferences, m_engine.accounts().all(),
                                                m_engine.accounts().secretsPersist(), this);
    connect(dialog, &settings::SettingsDialog::schemeChosen, this, [this](SchemeChoice choice) {
        applyScheme(choice);
        m_settings.setValue(QLatin1String(schemeKey), theme::schemeName(choice));
    });
    connect(dialog, &settings::SettingsDialog::preferencesChosen, this, &MainWindow::setPreferences);
    connect(dialog, &settings::SettingsDialog::startOptionsChosen, this, [this](AccountId account, bool chat, bool mail) {
        m_engine.accounts().setStartOptions(account, chat, mail).then(this, [this](const base::Result<base::Done> &result) {
            if (!result)
                m_status->announce(widgets::faultText(result.error().fault, widgets::Doing::Settings).sentence());
        });
    });
    dialog->offerLongTexts(storedLongTexts(m_settings));
    connect(dialog, &settings::SettingsDialog::longTextsChosen, this, [this](const engine::LongTexts &way) {
        m_settings.setValue(QLatin1String(segmentsKey), way.segmentsAtMost);
        m_settings.setValue(QLatin1String(inBandKey), way.inBand);
        m_settings.setValue(QLatin1String(oneMessageKey), way.pagerMax);
        m_engine.outbox().setLongTexts(way);
    });
    connect(dialog, &settings::SettingsDialog::passwordChangeRequested, this, &MainWindow::changePassword);
    connect(dialog, &settings::SettingsDialog::removalRequested, this, &MainWindow::askToRemove);
    addChoices(*dialog);
    dialog->open();
}

void MainWindow::setPreferences(const settings::Preferences &preferences)
{
    const bool otherLayout = m_preferences.layout != preferences.layout;
    m_preferences = preferences;
    m_preferences.write(m_settings);
    m_tray->setShown(m_preferences.tray);
    if (otherLayout)
        applyLayout();
}

void MainWindow::quit()
{
    m_quitting = true;
    close();
    QApplication::quit(); // the window may have been closed into the tray before
}

void MainWindow::restore()
{
    resize(1180, 780);
    restoreGeometry(m_settings.value(QLatin1String(geometryKey)).toByteArray());
    m_splitter->restoreState(m_settings.value(QLatin1String(splitterKey)).toByteArray());
    m_mailbox->restoreState(m_settings.value(QLatin1String(mailboxKey)).toByteArray());
    applyLayout();
    m_lastPerson = PersonId{m_settings.value(QLatin1String(personKey)).toLongLong()};
    m_lastItem = ItemId{m_settings.value(QLatin1String(itemKey)).toLongLong()};
    restorePlace();
    if (const auto unfinished = m_engine.drafts().find({}))
        m_status->announce(tr("An unfinished e-mail is kept: “%1”. Ctrl+N opens it.").arg(unfinished->line()));
}

/// The conversation that was open last time, as soon as the list has it, unless another was opened meanwhile.
void MainWindow::restorePlace()
{
    if (!m_lastPerson.isValid() || m_conversations.indexOf(m_lastPerson) < 0)
        return;
    const PersonId person = std::exchange(m_lastPerson, {});
    if (m_middle->currentWidget() != m_placeholder)
        return;
    openConversation(person, !isMailLayout());
    if (isMailLayout() && m_lastItem.isValid()) {
        m_conversation->showItem(m_lastItem);
        showPlaceInMailbox();
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(QLatin1String(geometryKey), saveGeometry());
    m_settings.setValue(QLatin1String(splitterKey), m_splitter->saveState());
    m_settings.setValue(QLatin1String(mailboxKey), m_mailbox->saveState());
    m_settings.setValue(QLatin1String(personKey), static_cast<qlonglong>(m_conversation->person().raw));
    m_settings.setValue(QLatin1String(itemKey), static_cast<qlonglong>(m_conversation->mailInSight().raw));
    if (!m_quitting && m_preferences.closeToTray && m_tray->isThere()) {
        event->ignore();
        hide();
        return;
    }
    QMainWindow::closeEvent(event);
}

}

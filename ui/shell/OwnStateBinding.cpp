#include "core/engine/Accounts.h"
#include "core/engine/History.h"
#include "core/engine/OwnState.h"
#include "ui/conversations/ConversationPane.h"
#include "ui/mailbox/MailboxPane.h"
#include "ui/shell/HistoryLine.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/OwnStateButton.h"
#include "ui/shell/StatusLine.h"
#include "ui/widgets/FaultText.h"
#include "ui/widgets/Words.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>

namespace isthmus::shell {

using namespace model;
using widgets::Words;

namespace {

constexpr std::pair<Availability, const char *> choices[] = {
    {Availability::Online, "stateOnline"}, {Availability::Away, "stateAway"}, {Availability::DoNotDisturb, "stateBusy"}};

}

/// What contacts see of the user: a choice of one.
void MainWindow::addStateMenu(QMenu &menu)
{
    m_stateMenu = menu.addMenu(tr("My state"));
    m_stateMenu->setObjectName(QStringLiteral("stateMenu"));
    auto *group = new QActionGroup(m_stateMenu);
    for (const auto &[availability, name] : choices) {
        QAction *action = m_commands.add(m_stateMenu, QLatin1String(name), Words::presence(availability), {},
                                         [this, chosen = availability] {
                                             m_engine.ownState().setPresence({chosen, {}});
                                         });
        action->setCheckable(true);
        group->addAction(action);
    }
}

/// The user's own state above the list, and what the lists say while they are empty.
void MainWindow::bindOwnState()
{
    m_ownState->setMenu(m_stateMenu);
    connect(&m_engine.ownState(), &engine::OwnState::presenceChanged, this, &MainWindow::refreshOwnState);
    connect(&m_engine.accounts(), &engine::Accounts::stateChanged, this, &MainWindow::refreshOwnState);
    connect(&m_engine.accounts(), &engine::Accounts::accountsChanged, this, &MainWindow::refreshOwnState);
    refreshOwnState();
}

void MainWindow::refreshOwnState()
{
    using Phase = LinkState::Phase;
    const Availability chosen = m_engine.ownState().presence().availability;
    for (const auto &[availability, name] : choices)
        m_commands.action(QLatin1String(name))->setChecked(availability == chosen);

    const std::vector<Account> all = m_engine.accounts().all();
    const Account *shown = nullptr; // the one that contacts see, or would
    Phase best = Phase::Off;
    bool isConnected = false;
    const auto rank = [](Phase phase) { return phase == Phase::Online ? 2 : phase == Phase::Connecting ? 1 : 0; };
    for (const Account &account : all) {
        for (const Service service : {Service::Chat, Service::IncomingMail})
            isConnected = isConnected || m_engine.accounts().state(account.id, service).phase == Phase::Online;
        if (account.plan.chat.endpoints.empty())
            continue;
        const Phase phase = m_engine.accounts().state(account.id, Service::Chat).phase;
        if (!shown || rank(phase) > rank(best)) {
            shown = &account;
            best = phase;
        }
    }
    m_list->setConnected(isConnected);
    m_ownState->setVisible(shown != nullptr);
    if (!shown)
        return;
    const QString address = shown->address.toString();
    const Availability seen = best == Phase::Online ? chosen : Availability::Offline;
    m_ownState->show({address, address, seen}, best == Phase::Connecting ? tr("Connecting…") : Words::presence(seen));
}

/// What is older than the newest, while the servers still have it.
void MainWindow::bindHistory()
{
    engine::History &history = m_engine.history();
    const auto show = [this, &history] {
        m_history->setWaiting(history.waiting(), history.isPaused());
        m_commands.action(QStringLiteral("fetchOlder"))->setChecked(!history.isPaused());
    };
    connect(&history, &engine::History::changed, this, show);
    connect(m_history, &HistoryLine::pauseWanted, this, &MainWindow::pauseHistory);
    show();
}

void MainWindow::pauseHistory(bool paused)
{
    m_engine.history().setPaused(paused).then(this, [this](const base::Result<base::Done> &done) {
        if (!done)
            m_status->announce(widgets::faultText(done.error().fault, widgets::Doing::Settings).sentence());
    });
}

}

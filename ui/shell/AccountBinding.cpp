#include "core/engine/Accounts.h"
#include "ui/accounts/RemoveAccountDialog.h"
#include "ui/accounts/SignInPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/StatusLine.h"
#include "ui/shell/TroubleBar.h"
#include "ui/widgets/Prompter.h"

#include <QStackedWidget>

#include <algorithm>

namespace isthmus::shell {

using namespace model;
using accounts::SignIn;
using accounts::SignInPage;
using widgets::Doing;

namespace {

constexpr Service services[] = {Service::Chat, Service::IncomingMail, Service::OutgoingMail};

}

void MainWindow::bindAccounts()
{
    engine::Accounts &accounts = m_engine.accounts();
    connect(&accounts, &engine::Accounts::stateChanged, this,
            [this](AccountId account, Service service, const LinkState &state) {
                m_status->setState(account, service, state);
                m_trouble->setState(account, service, state);
                if (account == m_signingIn)
                    m_signIn->showLink(service, state);
            });
    connect(&accounts, &engine::Accounts::accountsChanged, this,
            [this] { m_status->setAccounts(m_engine.accounts().all()); });
    const auto showReader = [this] { m_trouble->setReaderMissing(m_engine.isReaderMissing()); };
    connect(&m_engine, &engine::Engine::readerChanged, this, showReader);
    showReader();
    const auto showDisk = [this] { m_trouble->setDiskRefusing(m_engine.isDiskRefusing()); };
    connect(&m_engine, &engine::Engine::diskChanged, this, showDisk);
    showDisk();
    connect(m_trouble, &TroubleBar::passwordWanted, this, &MainWindow::changePassword);
    connect(m_trouble, &TroubleBar::retryWanted, this,
            [this](AccountId account) { m_engine.accounts().connectNow(account); });

    const auto all = accounts.all();
    m_status->setAccounts(all);
    for (const Account &account : all) {
        for (const Service service : services) {
            m_status->setState(account.id, service, accounts.state(account.id, service));
            m_trouble->setState(account.id, service, accounts.state(account.id, service));
        }
    }
    if (all.empty())
        showSignIn(!accounts.removed().empty()); // what was kept can be read without an account
    else
        showMain();
}

void MainWindow::bindSignIn()
{
    engine::Accounts &accounts = m_engine.accounts();
    connect(&accounts, &engine::Accounts::serviceFound, m_signIn, &SignInPage::showService);
    connect(m_signIn, &SignInPage::discoveryWanted, this, [this](const MailAddress &address) {
        m_engine.accounts().discover(address).then(
            this, [this, address](const base::Result<AccountPlan> &plan) { m_signIn->showPlan(address, plan); });
    });
    connect(m_signIn, &SignInPage::signInRequested, this, &MainWindow::signIn);
    connect(m_signIn, &SignInPage::registerRequested, this, &MainWindow::registerAccount);
    connect(m_signIn, &SignInPage::passwordRetried, this, [this](const QString &password) {
        m_engine.accounts().changePassword(m_signingIn, password).then(this, [this](const base::Result<base::Done> &result) {
            if (!result)
                m_signIn->showError(result.error(), Doing::Settings);
        });
    });
    connect(m_signIn, &SignInPage::layoutChosen, this, &MainWindow::setWindowLayout);
    connect(m_signIn, &SignInPage::continued, this, &MainWindow::showMain);
    connect(m_signIn, &SignInPage::cancelled, this, &MainWindow::showMain);
}

/// Those that are signed in, and those of which messages are left.
void MainWindow::removeAccount()
{
    std::vector<Account> all = m_engine.accounts().all();
    QStringList names;
    for (const Account &account : all)
        names.append(account.address.toString());
    for (const Account &account : m_engine.accounts().removed()) {
        all.push_back(account);
        names.append(tr("%1 (removed, messages kept)").arg(account.address.toString()));
    }
    if (all.empty())
        return;
    if (all.size() == 1) {
        askToRemove(all.front().id);
        return;
    }
    const widgets::ChoiceQuestion question{tr("Remove account"), tr("Which account is to be removed?"), names,
                                           tr("Continue")};
    widgets::Prompter::choose(this, question).then(this, [this, all](const base::Result<int> &chosen) {
        if (chosen && *chosen >= 0)
            askToRemove(all.at(static_cast<std::size_t>(*chosen)).id);
    });
}

void MainWindow::askToRemove(AccountId id)
{
    m_engine.accounts().unsent(id).then(this, [this, id](const base::Result<engine::Accounts::Unsent> &unsent) {
        if (!unsent) // nothing is removed before it is said what would be lost
            return m_status->announce(widgets::faultText(unsent.error().fault, Doing::Settings).sentence());
        const auto ask = [this, &unsent](const Account &account, bool isSignedIn) {
            auto *dialog = new accounts::RemoveAccountDialog(
                {account.address.toString(), *unsent, isSignedIn, m_engine.accounts().secretsPersist()}, this);
            connect(dialog, &accounts::RemoveAccountDialog::decided, this,
                    [this, account](bool withMessages) { removeNow(account, withMessages); });
            dialog->open();
        };
        for (const Account &account : m_engine.accounts().all()) {
            if (account.id == id)
                return ask(account, true);
        }
        for (const Account &account : m_engine.accounts().removed()) {
            if (account.id == id)
                return ask(account, false);
        }
    });
}

void MainWindow::removeNow(const Account &account, bool withMessages)
{
    using Messages = engine::Accounts::Messages;
    using Removed = base::Result<std::optional<base::Error>>;
    m_engine.accounts()
        .remove(account.id, withMessages ? Messages::Erase : Messages::Keep)
        .then(this, [this, withMessages, address = account.address.toString()](const Removed &removed) {
            if (!removed) {
                m_status->announce(widgets::faultText(removed.error().fault, Doing::Settings).sentence());
                return;
            }
            const QString done = withMessages ? tr("%1 and its messages have been removed from this computer.").arg(address)
                                              : tr("%1 has been removed. Its messages are kept for reading.").arg(address);
            const QString left = tr("The keyring has not given up the password; Isthmus asks it again at the next start.");
            m_status->announce(*removed ? done + u' ' + left : done);
            if (m_engine.accounts().all().empty())
                showSignIn(!m_engine.accounts().removed().empty());
        });
}

void MainWindow::showSignIn(bool cancellable)
{
    m_signingIn = {};
    m_signIn->reset();
    m_signIn->setSecretsPersist(m_engine.accounts().secretsPersist());
    m_signIn->setCancellable(cancellable);
    m_stack->setCurrentWidget(m_signIn);
    m_signIn->setFocus(Qt::OtherFocusReason);
}

void MainWindow::signInFirst(const FirstSignIn &signIn)
{
    if (m_stack->currentWidget() == m_signIn)
        m_signIn->fillAndSignIn(signIn.address, signIn.password);
}

void MainWindow::showMain()
{
    m_signingIn = {};
    m_stack->setCurrentWidget(m_main);
    if (!m_main->focusWidget())
        focusSide(); // where one reads, not at the first button
}

void MainWindow::signIn(const SignIn &wish)
{
    m_engine.accounts()
        .signIn(wish.address, wish.password, wish.plan, wish.connectChat, wish.fetchMail)
        .then(this, [this](const base::Result<AccountId> &result) { signedIn(result, false); });
}

void MainWindow::registerAccount(const SignIn &wish)
{
    m_engine.accounts()
        .registerAndSignIn(wish.address, wish.password, wish.plan)
        .then(this, [this](const base::Result<AccountId> &result) { signedIn(result, true); });
}

void MainWindow::signedIn(const base::Result<AccountId> &result, bool registering)
{
    if (!result) {
        m_signIn->showError(result.error(), registering ? Doing::Registering : Doing::Settings);
        return;
    }
    m_signingIn = result.value();
    m_signIn->showSignedIn();
    // What came up before we were told whose links to show.
    for (const Service service : services)
        m_signIn->showLink(service, m_engine.accounts().state(m_signingIn, service));
}

void MainWindow::changePassword(AccountId account)
{
    const auto all = m_engine.accounts().all();
    const auto found = std::find_if(all.begin(), all.end(), [account](const Account &one) { return one.id == account; });
    if (found == all.end())
        return;
    const widgets::TextQuestion question{
        tr("Password"), tr("The password of %1:").arg(found->address.toString()), {}, tr("Use it"), true};
    widgets::Prompter::askText(this, question).then(this, [this, account](const base::Result<QString> &password) {
        if (!password || password->isEmpty())
            return;
        m_engine.accounts()
            .changePassword(account, password.value())
            .then(this, [this](const base::Result<base::Done> &result) {
                if (!result)
                    m_status->announce(widgets::faultText(result.error().fault, Doing::Settings).sentence());
            });
    });
}

}

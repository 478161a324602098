#include "ui/accounts/SignInPage.h"

#include "ui/accounts/ServiceLine.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/FaultLabel.h"
#include "ui/widgets/ScrollPage.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace isthmus::accounts {

using namespace model;
using widgets::Doing;
using Phase = LinkState::Phase;
namespace grid = theme::grid;

namespace {

constexpr auto typingPause = std::chrono::milliseconds(600);
constexpr int pageCharacters = 76; ///< about 560 pixels with the usual font

}

SignInPage::SignInPage(base::Clock clock, QWidget *parent) : QWidget(parent), m_clock(std::move(clock))
{
    setObjectName(QStringLiteral("signIn"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &SignInPage::startDiscovery);
    build();
    refresh();
}

void SignInPage::build()
{
    auto *page = new QWidget;
    page->setMaximumWidth(fontMetrics().averageCharWidth() * pageCharacters);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(grid::wide);
    auto *mark = new QLabel(page);
    mark->setPixmap(theme::applicationIcon().pixmap(56, 56));
    m_title = new QLabel(tr("Welcome to Isthmus"), page);
    m_title->setWordWrap(true);
    theme::setTextRole(*m_title, theme::TextRole::Heading);
    auto *subtitle =
        new QLabel(tr("Sign in once, and have your chats and your e-mail with a person in one conversation."), page);
    subtitle->setWordWrap(true);
    theme::setInk(*subtitle, &theme::Theme::textMuted);
    column->addWidget(mark);
    column->addWidget(m_title);
    column->addWidget(subtitle);
    column->addWidget(buildEntry());
    column->addWidget(buildServices());
    column->addWidget(buildChoices());
    m_error = new widgets::FaultLabel(tr("signing in"), page);
    m_error->setObjectName(QStringLiteral("signInError"));
    column->addWidget(m_error);
    column->addWidget(buildButtons());
    column->addStretch(1);

    auto *middle = new QWidget;
    auto *centre = new QHBoxLayout(middle);
    centre->addStretch(1);
    centre->addWidget(page, 100); // all there is, up to its greatest width
    centre->addStretch(1);
    auto *scroll = new widgets::ScrollPage(middle, this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    setFocusProxy(m_address);
}

QWidget *SignInPage::buildEntry()
{
    auto *entry = new QWidget(this);
    auto *form = new QFormLayout(entry);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(grid::unit);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_address = new QLineEdit(entry);
    m_address->setObjectName(QStringLiteral("address"));
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(tr("you@example.org"));
    m_address->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_password = new QLineEdit(entry);
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    form->addRow(tr("A&ddress"), m_address);
    form->addRow(tr("&Password"), m_password);
    // Not textEdited: assistive technology sets text without "editing" it.
    connect(m_address, &QLineEdit::textChanged, this, &SignInPage::addressEdited);
    connect(m_address, &QLineEdit::editingFinished, this, &SignInPage::startDiscovery);
    connect(m_password, &QLineEdit::textChanged, this, &SignInPage::refresh);
    connect(m_address, &QLineEdit::returnPressed, m_password, [this] { m_password->setFocus(); });
    connect(m_password, &QLineEdit::returnPressed, this, [this] { m_signIn->click(); });
    return entry;
}

QWidget *SignInPage::buildServices()
{
    auto *panel = new widgets::Panel(this);
    panel->setObjectName(QStringLiteral("services"));
    panel->setAccessibleName(tr("Services"));
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(grid::wide, grid::wide, grid::wide, grid::wide);
    layout->setSpacing(grid::unit + grid::half);
    for (const Service service : {Service::Chat, Service::IncomingMail, Service::OutgoingMail}) {
        auto *line = new ServiceLine(service, panel);
        m_lines[static_cast<std::size_t>(service)] = line;
        layout->addWidget(line);
        connect(line, &ServiceLine::edited, this, &SignInPage::refresh);
    }
    return panel;
}

QWidget *SignInPage::buildChoices()
{
    auto *choices = new QWidget(this);
    auto *layout = new QVBoxLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::half);
    m_connectChat = new QCheckBox(tr("&Connect chat at start"), choices);
    m_connectChat->setObjectName(QStringLiteral("connectChat"));
    m_connectChat->setChecked(true);
    m_fetchMail = new QCheckBox(tr("&Fetch mail at start"), choices);
    m_fetchMail->setObjectName(QStringLiteral("fetchMail"));
    m_fetchMail->setChecked(true);
    m_layout = new widgets::LayoutBox(choices);
    connect(m_layout, &widgets::LayoutBox::chosen, this, &SignInPage::layoutChosen);
    auto *layoutLabel = new QLabel(tr("Layout"), choices);
    layoutLabel->setBuddy(m_layout);
    auto *layoutRow = new QHBoxLayout;
    layoutRow->addWidget(layoutLabel);
    layoutRow->addWidget(m_layout, 1);
    m_secrets = new QLabel(choices);
    m_secrets->setObjectName(QStringLiteral("secrets"));
    m_secrets->setWordWrap(true);
    theme::setInk(*m_secrets, &theme::Theme::textMuted);
    layout->addWidget(m_connectChat);
    layout->addWidget(m_fetchMail);
    layout->addLayout(layoutRow);
    layout->addWidget(m_secrets);
    setSecretsPersist(true);
    return choices;
}

QWidget *SignInPage::buildButtons()
{
    auto *buttons = new QWidget(this);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    m_signIn = new QPushButton(buttons);
    m_signIn->setObjectName(QStringLiteral("signInButton"));
    m_signIn->setDefault(true);
    theme::makePrimary(*m_signIn);
    m_register = new QPushButton(tr("Create an &account"), buttons);
    m_register->setObjectName(QStringLiteral("registerButton"));
    m_register->setToolTip(tr("Makes this address at its provider, if the provider lets programs do that"));
    m_cancel = new QPushButton(tr("Back"), buttons);
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_cancel->setVisible(false);
    m_continue = new QPushButton(tr("Continue"), buttons);
    m_continue->setObjectName(QStringLiteral("continueButton"));
    m_continue->setToolTip(tr("Opens the window; what is not connected yet goes on trying"));
    layout->addWidget(m_signIn);
    layout->addWidget(m_continue);
    layout->addWidget(m_register);
    layout->addStretch(1);
    layout->addWidget(m_cancel);
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        if (m_stage == Stage::Entering)
            wish(Wish::SignIn);
        else
            Q_EMIT passwordRetried(m_password->text());
    });
    connect(m_continue, &QPushButton::clicked, this, &SignInPage::continued);
    connect(m_register, &QPushButton::clicked, this, [this] { wish(Wish::Register); });
    connect(m_cancel, &QPushButton::clicked, this, &SignInPage::cancelled);
    return buttons;
}

ServiceLine &SignInPage::line(Service service)
{
    return *m_lines[static_cast<std::size_t>(service)];
}

void SignInPage::setSecretsPersist(bool persist)
{
    m_secrets->setText(persist ? tr("Your password is kept in the system keyring, nowhere else.")
                               : tr("This system has no keyring: your password is kept in memory and forgotten when "
                                    "Isthmus is closed."));
}

void SignInPage::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
    m_title->setText(cancellable ? tr("Add an account") : tr("Welcome to Isthmus"));
}

void SignInPage::setWindowLayout(widgets::WindowLayout layout)
{
    m_layout->setChoice(layout);
}

void SignInPage::reset()
{
    m_stage = Stage::Entering;
    m_wish = Wish::None;
    m_asked = std::nullopt;
    m_planComplete = false;
    m_pause.stop();
    m_address->clear();
    m_password->clear();
    m_error->clear();
    for (ServiceLine *line : m_lines)
        line->reset();
    refresh();
}

void SignInPage::fillAndSignIn(const MailAddress &address, const QString &password)
{
    m_address->setText(address.toString());
    m_password->setText(password);
    wish(Wish::SignIn);
}

void SignInPage::addressEdited()
{
    m_pause.start();
    m_error->clear();
    refresh();
}

void SignInPage::startDiscovery()
{
    m_pause.stop();
    const auto address = MailAddress::parse(m_address->text().trimmed());
    if (m_stage != Stage::Entering || !address || (m_asked && *m_asked == address.value()))
        return;
    m_asked = address.value();
    m_planComplete = false;
    for (ServiceLine *line : m_lines)
        line->showSearching();
    Q_EMIT discoveryWanted(address.value());
}

void SignInPage::showService(const MailAddress &address, const ServicePlan &plan)
{
    if (m_stage == Stage::Entering && m_asked == address)
        line(plan.service).showFound(plan);
}

void SignInPage::showPlan(const MailAddress &address, const base::Result<AccountPlan> &plan)
{
    if (m_stage != Stage::Entering || m_asked != address)
        return;
    if (!plan && plan.error().fault == base::Fault::Cancelled)
        return;
    for (const Service service : {Service::Chat, Service::IncomingMail, Service::OutgoingMail})
        line(service).showFound(plan ? plan->of(service) : ServicePlan{service, {}, plan.error()});
    m_planComplete = true;
    refresh();
    if (m_wish != Wish::None)
        proceed();
}

void SignInPage::wish(Wish wish)
{
    const auto address = MailAddress::parse(m_address->text().trimmed());
    if (!address) {
        m_error->showSentence(tr("This is no complete address. An address looks like you@example.org."));
        m_address->setFocus();
        return;
    }
    if (m_password->text().isEmpty()) {
        m_error->showSentence(tr("Enter the password too."));
        m_password->setFocus();
        return;
    }
    m_wish = wish;
    startDiscovery();
    if (m_planComplete)
        proceed();
    else
        refresh();
}

void SignInPage::proceed()
{
    const Wish wanted = m_wish;
    m_wish = Wish::None;
    SignIn result;
    result.address = MailAddress::parse(m_address->text().trimmed()).value();
    result.password = m_password->text();
    result.connectChat = m_connectChat->isChecked();
    result.fetchMail = m_fetchMail->isChecked();
    bool any = false;
    for (const Service service : {Service::Chat, Service::IncomingMail, Service::OutgoingMail}) {
        auto plan = line(service).plan(result.address);
        if (!plan) {
            refresh();
            return;
        }
        any = any || !plan->endpoints.empty();
        result.plan.of(service) = std::move(plan).value();
    }
    if (!any) {
        m_error->showSentence(tr("No service was found for this address. Check its spelling, or enter the servers by "
                                 "hand."));
        refresh();
        return;
    }
    m_error->clear();
    m_stage = Stage::Working;
    refresh();
    if (wanted == Wish::Register)
        Q_EMIT registerRequested(result);
    else
        Q_EMIT signInRequested(result);
}

void SignInPage::showSignedIn()
{
    m_stage = Stage::SignedIn;
    refresh();
}

void SignInPage::showLink(Service service, const LinkState &state)
{
    line(service).showLink(state, m_clock());
    refreshLinks();
}

/// Wrong password: said once, the field is next. All well: no further click is needed.
void SignInPage::refreshLinks()
{
    refresh();
    if (m_stage != Stage::SignedIn)
        return;
    if (isRefused()) {
        if (m_error->text().isEmpty()) {
            m_error->showSentence(tr("The password was refused. Enter it again; it was tried once."));
            m_password->setFocus();
            m_password->selectAll();
        }
        return;
    }
    m_error->clear();
    if (std::all_of(m_lines.begin(), m_lines.end(),
                    [](const ServiceLine *line) { return line->link().phase == Phase::Online; }))
        Q_EMIT continued();
}

void SignInPage::showError(const base::Error &error, Doing doing)
{
    m_stage = Stage::Entering;
    m_error->showFault(error, doing);
    refresh();
}

bool SignInPage::isRefused() const
{
    return std::any_of(m_lines.begin(), m_lines.end(), [](const ServiceLine *line) {
        return line->link().error && line->link().error->fault == base::Fault::AuthRejected;
    });
}

void SignInPage::refresh()
{
    const bool entering = m_stage == Stage::Entering;
    const bool waiting = m_wish != Wish::None || m_stage == Stage::Working;
    const bool refused = !entering && isRefused();
    m_address->setReadOnly(!entering);
    m_password->setReadOnly(!entering && !refused);
    m_continue->setVisible(m_stage == Stage::SignedIn);
    for (ServiceLine *line : m_lines)
        line->setEditable(entering);
    m_connectChat->setEnabled(entering);
    m_fetchMail->setEnabled(entering);
    m_register->setVisible(entering);
    m_register->setEnabled(!waiting);
    m_signIn->setVisible(m_stage != Stage::SignedIn || refused);
    m_signIn->setEnabled(!waiting);
    m_signIn->setText(waiting ? tr("Signing in…") : refused ? tr("Try again") : tr("Sign in"));
}

}

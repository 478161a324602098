#include "ui/accounts/ServiceLine.h"

#include "ui/accounts/ServiceText.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/FaultLabel.h"
#include "ui/widgets/Sign.h"
#include "ui/widgets/Words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace isthmus::accounts {

using namespace model;
using theme::Glyph;
using theme::Theme;
using widgets::Doing;
using widgets::Words;
namespace grid = theme::grid;

namespace {

Doing doing(Service service)
{
    return service == Service::Chat           ? Doing::Chat
           : service == Service::IncomingMail ? Doing::IncomingMail
                                              : Doing::OutgoingMail;
}

QString objectNameOf(Service service)
{
    return service == Service::Chat           ? QStringLiteral("chatLine")
           : service == Service::IncomingMail ? QStringLiteral("incomingLine")
                                              : QStringLiteral("outgoingLine");
}

}

ServiceLine::ServiceLine(Service service, QWidget *parent)
    : QWidget(parent),
      m_service(service),
      m_sign(new widgets::Sign(Glyph::Clock, 20, &Theme::textMuted, this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_byHand(new QToolButton(this)),
      m_fault(new widgets::FaultLabel(name(), this)),
      m_fields(buildFields())
{
    setObjectName(objectNameOf(service));
    m_title->setText(name());
    theme::setTextRole(*m_title, theme::TextRole::Title);
    m_text->setObjectName(QStringLiteral("found"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    theme::setInk(*m_text, &Theme::textMuted);
    m_byHand->setObjectName(QStringLiteral("byHand"));
    m_byHand->setText(tr("By hand"));
    m_byHand->setAccessibleName(tr("%1: set by hand").arg(name()));
    m_byHand->setCheckable(true);
    m_byHand->setAutoRaise(true);
    m_byHand->setFocusPolicy(Qt::StrongFocus);
    connect(m_byHand, &QToolButton::toggled, this, [this](bool open) {
        if (open && m_host->text().isEmpty())
            writeFound();
        m_fields->setVisible(open);
        Q_EMIT edited();
    });

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(grid::unit);
    layout->setVerticalSpacing(grid::half / 2);
    layout->addWidget(m_sign, 0, 0);
    layout->addWidget(m_title, 0, 1);
    layout->addWidget(m_byHand, 0, 2);
    layout->addWidget(m_text, 1, 1, 1, 2);
    layout->addWidget(m_fault, 2, 1, 1, 2);
    layout->addWidget(m_fields, 3, 1, 1, 2);
    layout->setColumnStretch(1, 1);
    m_fields->setVisible(false);
    reset();
}

/// Who sets it by hand begins with what is known.
void ServiceLine::writeFound()
{
    if (m_found.endpoints.empty())
        return;
    const Endpoint &found = m_found.endpoints.front();
    if (m_protocol)
        m_protocol->setCurrentIndex(found.protocol == Protocol::Pop3 ? 1 : 0);
    m_security->setCurrentIndex(found.security == Security::DirectTls ? 0 : 1);
    m_host->setText(found.host);
    m_port->setPlaceholderText(QString::number(usualPort(found.protocol, found.security)));
    m_port->setText(QString::number(found.port));
}

/// As writeFound() left it: what was found holds, with all that the fields do not show.
bool ServiceLine::isAsFound() const
{
    if (m_found.endpoints.empty())
        return false;
    const Endpoint &found = m_found.endpoints.front();
    return m_host->text() == found.host && m_port->text() == QString::number(found.port) && protocol() == found.protocol
           && (m_security->currentIndex() == 0) == (found.security == Security::DirectTls);
}

QString ServiceLine::name() const
{
    return Words::service(m_service);
}

QLineEdit *ServiceLine::addField(QWidget *row, const QString &fieldName, const QString &spoken, const QString &hint,
                                 int characters)
{
    auto *edit = new QLineEdit(row);
    edit->setObjectName(fieldName);
    edit->setAccessibleName(spoken);
    edit->setPlaceholderText(hint);
    edit->setMinimumWidth(edit->fontMetrics().averageCharWidth() * characters);
    connect(edit, &QLineEdit::textEdited, this, &ServiceLine::edited);
    row->layout()->addWidget(edit);
    return edit;
}

QWidget *ServiceLine::buildFields()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, grid::half, 0, grid::half);
    layout->setSpacing(grid::unit);
    if (m_service == Service::IncomingMail) {
        m_protocol = new QComboBox(row);
        m_protocol->setObjectName(QStringLiteral("protocol"));
        m_protocol->setAccessibleName(tr("%1 protocol").arg(name()));
        m_protocol->addItem(Words::protocol(Protocol::Imap));
        m_protocol->addItem(Words::protocol(Protocol::Pop3));
        layout->addWidget(m_protocol);
        connect(m_protocol, &QComboBox::activated, this, &ServiceLine::refreshPortHint);
    }
    m_host = addField(row, QStringLiteral("host"), tr("%1 server").arg(name()), tr("Server"), 18);
    m_port = addField(row, QStringLiteral("port"), tr("%1 port").arg(name()), {}, 6);
    m_port->setMaximumWidth(m_port->fontMetrics().averageCharWidth() * 10);
    m_security = new QComboBox(row);
    m_security->setObjectName(QStringLiteral("security"));
    m_security->setAccessibleName(tr("%1 security").arg(name()));
    m_security->addItem(tr("TLS"));
    m_security->addItem(tr("STARTTLS"));
    m_security->setCurrentIndex(m_service == Service::Chat ? 1 : 0);
    connect(m_security, &QComboBox::activated, this, &ServiceLine::refreshPortHint);
    layout->addWidget(m_security);
    refreshPortHint();
    return row;
}

Protocol ServiceLine::protocol() const
{
    if (m_service == Service::IncomingMail)
        return m_protocol->currentIndex() == 0 ? Protocol::Imap : Protocol::Pop3;
    return m_service == Service::Chat ? Protocol::Xmpp : Protocol::Submission;
}

void ServiceLine::refreshPortHint()
{
    const Security security = m_security->currentIndex() == 0 ? Security::DirectTls : Security::StartTls;
    if (m_port->text() == m_port->placeholderText())
        m_port->clear(); // the usual one goes with what it was usual for
    m_port->setPlaceholderText(QString::number(usualPort(protocol(), security)));
    Q_EMIT edited();
}

/// For the eye the title stands above; the ear hears both in one.
void ServiceLine::say(const QString &text)
{
    m_text->setText(text);
    m_text->setAccessibleName(tr("%1: %2", "service: what is known of it").arg(name(), text));
}

void ServiceLine::reset()
{
    if (isAsFound()) { // of another address
        m_host->clear();
        m_port->clear();
    }
    m_found = {m_service, {}, {}};
    m_link = {};
    m_fault->clear();
    say(tr("Will be looked up when the address is complete."));
    m_sign->set(Glyph::Clock, &Theme::textMuted);
}

void ServiceLine::showSearching()
{
    reset();
    say(tr("Looking for it…"));
    m_sign->set(Glyph::Search, &Theme::textMuted);
}

void ServiceLine::showFound(const ServicePlan &plan)
{
    m_found = plan;
    m_fault->clear();
    if (!plan.endpoints.empty()) {
        say(endpointText(plan.endpoints.front()));
        m_sign->set(Glyph::Check, &Theme::success);
        if (m_byHand->isChecked() && m_host->text().isEmpty())
            writeFound();
        return;
    }
    say(tr("Not found."));
    m_sign->set(Glyph::Alert, &Theme::danger);
    m_fault->showFault(plan.error.value_or(base::Error{base::Fault::NotFound, {}}), Doing::Discovering);
    m_byHand->setChecked(true);
}

void ServiceLine::showLink(const LinkState &state, base::Timestamp now)
{
    m_link = state;
    if (m_found.endpoints.empty())
        return; // not in use: what was said when it was looked for stays
    const QString words = Words::linkPhase(state, now);
    say(tr("%1: %2", "server: state").arg(endpointText(m_found.endpoints.front()), words));
    switch (state.phase) {
    case LinkState::Phase::Online: m_sign->set(Glyph::CheckDouble, &Theme::success); break;
    case LinkState::Phase::Failed: m_sign->set(Glyph::Failed, &Theme::danger); break;
    case LinkState::Phase::Off:
    case LinkState::Phase::Connecting:
    case LinkState::Phase::Waiting: m_sign->set(Glyph::Clock, &Theme::textMuted); break;
    }
    if (state.error)
        m_fault->showFault(*state.error, doing(m_service));
    else
        m_fault->clear();
}

void ServiceLine::setEditable(bool editable)
{
    m_byHand->setEnabled(editable);
    m_fields->setEnabled(editable);
}

base::Result<ServicePlan> ServiceLine::plan(const MailAddress &address)
{
    const bool written = m_byHand->isChecked() && !m_host->text().trimmed().isEmpty() && !isAsFound();
    if (!written)
        return m_found;
    const Security security = m_security->currentIndex() == 0 ? Security::DirectTls : Security::StartTls;
    auto endpoint = manualEndpoint(protocol(), m_host->text(), m_port->text(), security, address);
    if (!endpoint) {
        m_fault->showSentence(endpoint.error().detail == QLatin1String("port") ? tr("The port is a number from 1 to 65535.")
                                                                               : tr("This is no name of a server."));
        (endpoint.error().detail == QLatin1String("port") ? m_port : m_host)->setFocus();
        return endpoint.error();
    }
    m_found = {m_service, {endpoint.value()}, {}};
    return m_found;
}

QString ServiceLine::text() const
{
    return QStringList{m_text->text(), m_fault->text()}.join(u' ').trimmed();
}

}

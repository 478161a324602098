#include "ui/shell/TroubleBar.h"

#include "ui/theme/Appearance.h"
#include "ui/widgets/FaultLabel.h"
#include "ui/widgets/FaultText.h"

#include <QHBoxLayout>

#include <algorithm>

namespace isthmus::shell {

using namespace model;
using widgets::Doing;
using Phase = LinkState::Phase;
namespace grid = theme::grid;

namespace {

Doing doing(Service service)
{
    return service == Service::Chat           ? Doing::Chat
           : service == Service::IncomingMail ? Doing::IncomingMail
                                              : Doing::OutgoingMail;
}

/// Higher: more urgent. What mends itself comes last.
int urgency(const LinkState &state)
{
    if (!state.error || state.error->fault == base::Fault::Cancelled)
        return 0;
    if (state.error->fault == base::Fault::AuthRejected || state.error->fault == base::Fault::PasswordNeeded)
        return 3;
    return state.phase == Phase::Failed ? 2 : state.phase == Phase::Waiting ? 1 : 0;
}

}

TroubleBar::TroubleBar(QWidget *parent)
    : QWidget(parent),
      m_fault(new widgets::FaultLabel(tr("connection"), this)),
      m_password(new QPushButton(tr("Enter password…"), this)),
      m_retry(new QPushButton(tr("Try now"), this))
{
    setObjectName(QStringLiteral("trouble"));
    m_password->setObjectName(QStringLiteral("enterPassword"));
    m_retry->setObjectName(QStringLiteral("retryLink"));
    connect(m_password, &QPushButton::clicked, this, [this] { Q_EMIT passwordWanted(m_shown); });
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT retryWanted(m_shown); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid::wide, 0, grid::wide, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_fault, 1);
    layout->addWidget(m_password);
    layout->addWidget(m_retry);
    refresh();
}

void TroubleBar::setState(AccountId account, Service service, const LinkState &state)
{
    m_states[{account, service}] = state;
    refresh();
}

void TroubleBar::setReaderMissing(bool missing)
{
    m_readerMissing = missing;
    refresh();
}

void TroubleBar::setDiskRefusing(bool refuses)
{
    m_diskRefuses = refuses;
    refresh();
}

void TroubleBar::refresh()
{
    const auto worst = std::max_element(m_states.begin(), m_states.end(),
                                        [](const auto &a, const auto &b) { return urgency(a.second) < urgency(b.second); });
    const int level = worst == m_states.end() ? 0 : urgency(worst->second);
    const bool wrong = level > 0 || m_readerMissing || m_diskRefuses;
    layout()->setContentsMargins(grid::wide, wrong ? grid::unit : 0, grid::wide, wrong ? grid::unit : 0);
    m_password->setVisible(level == 3 && !m_diskRefuses);
    m_retry->setVisible((level == 1 || level == 2) && !m_diskRefuses);
    if (!wrong) {
        m_fault->clear();
        return;
    }
    if (m_diskRefuses) {
        m_fault->showSentence(widgets::faultText(base::Fault::Storage, widgets::Doing::Storing).sentence());
        return;
    }
    if (level == 0) {
        m_fault->showSentence(
            tr("New e-mails cannot be opened safely just now. They are kept, and Isthmus tries again by itself."));
        return;
    }
    m_shown = worst->first.first;
    m_fault->showFault(*worst->second.error, doing(worst->first.second));
}

}

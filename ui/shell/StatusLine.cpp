#include "ui/shell/StatusLine.h"

#include "ui/theme/Appearance.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>

namespace isthmus::shell {

using namespace model;
using widgets::Words;
namespace grid = theme::grid;

StatusLine::StatusLine(base::Clock clock, QWidget *parent)
    : QWidget(parent),
      m_clock(std::move(clock)),
      m_links(new widgets::ElidedLabel(this)),
      m_news(new widgets::ElidedLabel(this))
{
    m_links->setObjectName(QStringLiteral("links"));
    m_news->setObjectName(QStringLiteral("news"));
    m_news->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QLabel *label : {m_links, m_news}) {
        theme::setTextRole(*label, theme::TextRole::Small);
        theme::setInk(*label, &theme::Theme::textMuted);
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid::unit + grid::half, grid::half, grid::wide, grid::half);
    layout->setSpacing(grid::wide);
    layout->addWidget(m_links, 3);
    layout->addWidget(m_news, 0); // while there is no news, it takes no room
}

void StatusLine::setAccounts(const std::vector<Account> &accounts)
{
    m_accounts.clear();
    for (const Account &account : accounts)
        m_accounts.emplace(account.id, account.address.toString());
    refresh();
}

void StatusLine::setState(AccountId account, Service service, const LinkState &state)
{
    m_states[account][service] = state;
    refresh();
}

void StatusLine::announce(const QString &sentence)
{
    const QString text = tr("%1: %2", "time: what happened").arg(Words::timeOfDay(m_clock()), sentence.simplified());
    m_news->clear(); // the same words twice are said twice
    m_news->setText(text);
    static_cast<QHBoxLayout *>(layout())->setStretchFactor(m_news, 2);
}

void StatusLine::refresh()
{
    QStringList accounts;
    for (const auto &[id, address] : m_accounts) {
        QStringList links;
        for (const auto &[service, state] : m_states[id])
            links.append(tr("%1 %2", "service state").arg(Words::service(service), Words::linkPhase(state, m_clock())));
        accounts.append(tr("%1: %2", "account: links").arg(address, links.join(QStringLiteral(" · "))));
    }
    m_links->setText(accounts.join(QStringLiteral("   ")));
}

}

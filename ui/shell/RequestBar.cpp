#include "ui/shell/RequestBar.h"

#include "ui/theme/Appearance.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace isthmus::shell {

namespace grid = theme::grid;

RequestBar::RequestBar(QWidget *parent)
    : QWidget(parent),
      m_words(new QLabel(this)),
      m_accept(new QPushButton(tr("Accept"), this)),
      m_decline(new QPushButton(tr("Decline"), this))
{
    setObjectName(QStringLiteral("contactRequest"));
    m_words->setObjectName(QStringLiteral("requestWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_accept->setObjectName(QStringLiteral("acceptRequest"));
    m_decline->setObjectName(QStringLiteral("declineRequest"));
    connect(m_accept, &QPushButton::clicked, this, [this] { Q_EMIT accepted(m_shown); });
    connect(m_decline, &QPushButton::clicked, this, [this] { Q_EMIT declined(m_shown); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid::wide, grid::unit, grid::wide, grid::unit);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_accept);
    layout->addWidget(m_decline);
    setVisible(false);
}

QString RequestBar::words() const
{
    return m_words->text();
}

void RequestBar::setRequests(const std::vector<engine::ContactRequest> &requests)
{
    setVisible(!requests.empty());
    if (requests.empty()) {
        m_words->clear();
        return;
    }
    const engine::ContactRequest &first = requests.front();
    m_shown = first.id;
    const QString address = first.jid.toString();
    // The address first: a name is what a stranger claims.
    QString words = first.name.isEmpty() || first.name == address
                        ? tr("%1 asks to see when you are online.").arg(address)
                        : tr("%1 (calls itself “%2”) asks to see when you are online.").arg(address, first.name);
    if (!first.words.isEmpty())
        words += QStringLiteral(" “%1”").arg(first.words);
    if (requests.size() > 1)
        words += QLatin1Char(' ') + tr("%n more wait(s).", nullptr, static_cast<int>(requests.size()) - 1);
    m_words->setText(words);
    m_accept->setAccessibleName(tr("Accept the request of %1").arg(address));
    m_decline->setAccessibleName(tr("Decline the request of %1").arg(address));
}

}

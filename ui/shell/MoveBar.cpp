#include "ui/shell/MoveBar.h"

#include "ui/theme/Appearance.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ElidedLabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace isthmus::shell {

namespace grid = theme::grid;
using Target = engine::MailMoves::Target;

MoveBar::MoveBar(QWidget *parent)
    : QWidget(parent), m_text(new widgets::ElidedLabel(this)), m_undo(new QPushButton(tr("Undo"), this))
{
    setObjectName(QStringLiteral("moveBar"));
    m_text->setObjectName(QStringLiteral("moveText"));
    m_undo->setObjectName(QStringLiteral("undoMove"));
    m_undo->setAccessibleName(tr("Undo moving"));
    m_undo->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid::wide, grid::half, grid::wide, grid::half);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo);
    connect(m_undo, &QPushButton::clicked, this, [this] { Q_EMIT undoWanted(m_newest); });
    hide();
}

void MoveBar::setWaiting(const std::vector<engine::MailMoves::Waiting> &waiting)
{
    m_newest = waiting.empty() ? model::ItemId{} : waiting.back().item;
    if (!waiting.empty()) {
        const QString subject = waiting.back().subject.isEmpty() ? tr("(no subject)") : waiting.back().subject;
        QString words = waiting.back().target == Target::Trash
                            ? tr("“%1” goes to the trash of your mailbox.").arg(subject)
                            : tr("“%1” goes to the archive of your mailbox.").arg(subject);
        if (waiting.size() > 1)
            words += QLatin1Char(' ') + tr("So do %n other(s).", nullptr, static_cast<int>(waiting.size()) - 1);
        m_text->setText(words);
        m_text->setAccessibleName(words);
    }
    setVisible(!waiting.empty());
}

QString MoveBar::words() const
{
    return m_text->accessibleName();
}

}

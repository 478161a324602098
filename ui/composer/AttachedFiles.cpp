#include "ui/composer/AttachedFiles.h"

#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>
#include <memory>

namespace isthmus::composer {

namespace grid = theme::grid;

namespace {

constexpr int linesInSight = 4;

}

AttachedFiles::AttachedFiles(QWidget *parent) : QScrollArea(parent), m_page(new QWidget), m_lines(new QVBoxLayout(m_page))
{
    setObjectName(QStringLiteral("attachedFiles"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the buttons in it scroll it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setWidgetResizable(true);
    setWidget(m_page);
    theme::setPaper(*viewport(), &theme::Theme::surfaceAlt);
    m_page->setAutoFillBackground(false);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(0);
    hide();
}

void AttachedFiles::setFiles(const std::vector<model::OutgoingFile> &files)
{
    std::vector<std::pair<QString, qsizetype>> now;
    for (const model::OutgoingFile &file : files)
        now.emplace_back(file.name, file.data.size());
    if (now == m_shown)
        return;
    m_shown = std::move(now);
    while (m_lines->count() > 0) {
        const std::unique_ptr<QLayoutItem> line(m_lines->takeAt(0));
        line->widget()->hide();
        line->widget()->setParent(nullptr);
        line->widget()->deleteLater(); // the button that brought us here is among them
    }
    int index = 0;
    for (const auto &[name, size] : m_shown) {
        // Two files of one name are told apart by their place.
        const auto before = std::count_if(m_shown.begin(), m_shown.begin() + index,
                                          [&name = name](const auto &other) { return other.first == name; });
        const QString spoken =
            before > 0 ? tr("%1 (%2)", "file name (which of that name)").arg(name, QString::number(before + 1)) : name;
        const QString bytes = widgets::Words::bytes(static_cast<std::uint64_t>(size));
        addLine(index++, tr("%1 (%2)", "file name (size)").arg(name, bytes), spoken);
    }
    setVisible(!m_shown.empty());
    updateGeometry();
}

void AttachedFiles::addLine(int index, const QString &text, const QString &spoken)
{
    auto *line = new QWidget(m_page);
    auto *name = new widgets::ElidedLabel(line);
    name->setObjectName(QStringLiteral("attachedFile:%1").arg(index));
    name->setText(text);
    name->setAccessibleName(tr("Attached: %1").arg(text));
    auto *remove = new QToolButton(line);
    remove->setObjectName(QStringLiteral("removeFile:%1").arg(index));
    remove->setIcon(theme::icon(theme::Glyph::Close));
    remove->setAccessibleName(tr("Do not attach %1").arg(spoken));
    remove->setToolTip(remove->accessibleName());
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::StrongFocus);
    connect(remove, &QToolButton::clicked, this, [this, index] { Q_EMIT removed(index); });
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::half);
    row->addWidget(name, 1);
    row->addWidget(remove);
    m_lines->addWidget(line);
    line->show();
}

bool AttachedFiles::focusFile(int index)
{
    if (m_shown.empty())
        return false;
    const int last = static_cast<int>(m_shown.size()) - 1;
    auto *button = m_page->findChild<QToolButton *>(QStringLiteral("removeFile:%1").arg(std::min(index, last)));
    button->setFocus(Qt::OtherFocusReason);
    ensureWidgetVisible(button);
    return true;
}

QSize AttachedFiles::sizeHint() const
{
    const int lines = static_cast<int>(m_shown.size());
    const int height = m_page->sizeHint().height();
    return {m_page->minimumSizeHint().width(), lines > linesInSight ? height * linesInSight / lines : height};
}

QSize AttachedFiles::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, sizeHint().height()};
}

}

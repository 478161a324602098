#include "ui/widgets/LayoutBox.h"

#include <QSignalBlocker>

namespace isthmus::widgets {

std::optional<WindowLayout> layoutFromName(const QString &name)
{
    for (const WindowLayout layout : {WindowLayout::Conversations, WindowLayout::Mail}) {
        if (layoutName(layout) == name)
            return layout;
    }
    return std::nullopt;
}

QString layoutName(WindowLayout layout)
{
    return layout == WindowLayout::Mail ? QStringLiteral("mail") : QStringLiteral("im");
}

QString layoutText(WindowLayout layout)
{
    return layout == WindowLayout::Mail ? LayoutBox::tr("Mail: folders and threads")
                                        : LayoutBox::tr("Conversations: people");
}

LayoutBox::LayoutBox(QWidget *parent) : QComboBox(parent)
{
    setObjectName(QStringLiteral("layout"));
    setAccessibleName(tr("Layout"));
    for (const WindowLayout layout : {WindowLayout::Conversations, WindowLayout::Mail})
        addItem(layoutText(layout), static_cast<int>(layout));
    connect(this, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT chosen(static_cast<WindowLayout>(currentData().toInt())); });
}

void LayoutBox::setChoice(WindowLayout layout)
{
    const QSignalBlocker silent(this);
    setCurrentIndex(findData(static_cast<int>(layout)));
}

}

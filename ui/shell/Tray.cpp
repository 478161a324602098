#include "ui/shell/Tray.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QSystemTrayIcon>

namespace isthmus::shell {

namespace {

QPixmap drawn(int side, int unread)
{
    QPixmap pixmap = theme::applicationIcon().pixmap(side, side);
    if (unread <= 0)
        return pixmap;
    // The icon is the same on every desktop, light or dark, and so is its number: red stands out from its blue.
    const theme::Theme &theme = theme::Theme::get(theme::Scheme::Light);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal height = side * 0.6;
    QFont font = QGuiApplication::font();
    font.setPixelSize(static_cast<int>(height * 0.8));
    font.setBold(true);
    const QString text = unread > 99 ? QStringLiteral("99") : QString::number(unread);
    const qreal width = qMax(height, QFontMetricsF(font).horizontalAdvance(text) + height * 0.3);
    const QRectF badge(side - width, side - height, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.danger);
    painter.drawRoundedRect(badge, height / 2, height / 2);
    painter.setFont(font);
    painter.setPen(theme.surface);
    painter.drawText(badge, Qt::AlignCenter, text);
    return pixmap;
}

}

Tray::Tray(QObject *parent) : QObject(parent), m_menu(std::make_unique<QMenu>()), m_icon(std::make_unique<QSystemTrayIcon>())
{
    m_count = m_menu->addAction(words(0));
    m_count->setObjectName(QStringLiteral("trayCount"));
    connect(m_count, &QAction::triggered, this, &Tray::windowWanted);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Show window")), &QAction::triggered, this, &Tray::windowWanted);
    connect(m_menu->addAction(tr("New e-mail")), &QAction::triggered, this, &Tray::newMailWanted);
    connect(m_menu->addAction(tr("Quit")), &QAction::triggered, this, &Tray::quitWanted);
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT windowWanted();
    });
    setUnread(0);
}

Tray::~Tray() = default;

void Tray::setShown(bool shown)
{
    m_shown = shown;
    m_icon->setVisible(shown);
}

bool Tray::isThere() const
{
    return m_shown && QSystemTrayIcon::isSystemTrayAvailable();
}

QString Tray::words(int unread)
{
    return unread > 0 ? tr("Isthmus: %n unread messages", nullptr, unread) : tr("Isthmus: nothing unread");
}

void Tray::setUnread(int count)
{
    if (count == m_unread)
        return;
    m_unread = count;
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(drawn(side, count));
    m_icon->setIcon(icon);
    m_icon->setToolTip(words(count));
    m_count->setText(words(count));
}

}

#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace isthmus::shell {

/// The program's icon in the desktop's tray (StatusNotifierItem, or what the desktop has): the count of unread
/// messages as a number on the icon and in words, and the way back to the window. Thread: the window's.
class Tray final : public QObject
{
    Q_OBJECT
public:
    explicit Tray(QObject *parent = nullptr);
    ~Tray() override;

    void setShown(bool shown);
    /// Shown, and the desktop has a place for it: the window may be closed without being lost.
    [[nodiscard]] bool isThere() const;
    void setUnread(int count);
    /// What the icon says: "Isthmus: 3 unread messages".
    [[nodiscard]] static QString words(int unread);

Q_SIGNALS:
    void windowWanted();
    void newMailWanted();
    void quitWanted();

private:
    bool m_shown = false;
    int m_unread = -1;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QAction *m_count = nullptr;
};

}

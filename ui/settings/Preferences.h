#pragma once

#include "ui/widgets/LayoutBox.h"

#include <QSettings>
#include <QTime>

namespace isthmus::settings {

/// How much of a new message the desktop is told; it may show that on a locked screen (specification 7, X48).
enum class NoticeDetail : std::uint8_t { Words, Sender, Count };

/// What the person chose for this profile, besides the colours: layout, notifications and the tray. A value; what is not
/// in the file is as below.
struct Preferences {
    widgets::WindowLayout layout = widgets::WindowLayout::Conversations;
    bool notify = true; ///< tell the desktop of new messages
    NoticeDetail noticeDetail = NoticeDetail::Words;
    bool quietHours = false; ///< no notifications between these two, over midnight if need be
    QTime quietFrom{22, 0};
    QTime quietTo{7, 0};
    bool tray = true;         ///< an icon with the count of unread messages
    bool closeToTray = false; ///< closing the window keeps the program connected; needs the icon
    bool operator==(const Preferences &) const = default;

    [[nodiscard]] static Preferences read(const QSettings &file);
    void write(QSettings &file) const;
    [[nodiscard]] bool isQuiet(QTime now) const;
};

}

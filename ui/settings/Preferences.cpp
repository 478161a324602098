#include "ui/settings/Preferences.h"

#include <array>
#include <utility>

namespace isthmus::settings {

namespace {

const QLatin1String layoutKey("look/layout");
const QLatin1String notifyKey("notifications/shown");
const QLatin1String noticeDetailKey("notifications/detail");
const QLatin1String notifyTextKey("notifications/text"); // before there were three
const QLatin1String quietKey("notifications/quietHours");
const QLatin1String quietFromKey("notifications/quietFrom");
const QLatin1String quietToKey("notifications/quietTo");
const QLatin1String trayKey("tray/shown");
const QLatin1String closeKey("tray/closeToTray");

constexpr std::array<std::pair<NoticeDetail, QLatin1String>, 3> noticeDetails{
    {{NoticeDetail::Words, QLatin1String("words")},
     {NoticeDetail::Sender, QLatin1String("sender")},
     {NoticeDetail::Count, QLatin1String("count")}}};

NoticeDetail noticeDetailOf(const QSettings &file)
{
    const QString name = file.value(noticeDetailKey).toString();
    for (const auto &[detail, known] : noticeDetails) {
        if (name == known)
            return detail;
    }
    return file.value(notifyTextKey, true).toBool() ? NoticeDetail::Words : NoticeDetail::Sender;
}

QTime timeOf(const QSettings &file, const QString &key, QTime otherwise)
{
    const QTime time = QTime::fromString(file.value(key).toString(), QStringLiteral("HH:mm"));
    return time.isValid() ? time : otherwise;
}

}

Preferences Preferences::read(const QSettings &file)
{
    Preferences p;
    p.layout = widgets::layoutFromName(file.value(layoutKey).toString()).value_or(p.layout);
    p.notify = file.value(notifyKey, p.notify).toBool();
    p.noticeDetail = noticeDetailOf(file);
    p.quietHours = file.value(quietKey, p.quietHours).toBool();
    p.quietFrom = timeOf(file, quietFromKey, p.quietFrom);
    p.quietTo = timeOf(file, quietToKey, p.quietTo);
    p.tray = file.value(trayKey, p.tray).toBool();
    p.closeToTray = file.value(closeKey, p.closeToTray).toBool();
    return p;
}

void Preferences::write(QSettings &file) const
{
    file.setValue(layoutKey, widgets::layoutName(layout));
    file.setValue(notifyKey, notify);
    file.setValue(noticeDetailKey, QString(noticeDetails.at(static_cast<std::size_t>(noticeDetail)).second));
    file.setValue(quietKey, quietHours);
    file.setValue(quietFromKey, quietFrom.toString(QStringLiteral("HH:mm")));
    file.setValue(quietToKey, quietTo.toString(QStringLiteral("HH:mm")));
    file.setValue(trayKey, tray);
    file.setValue(closeKey, closeToTray);
}

bool Preferences::isQuiet(QTime now) const
{
    if (!quietHours || quietFrom == quietTo)
        return false;
    return quietFrom < quietTo ? now >= quietFrom && now < quietTo : now >= quietFrom || now < quietTo;
}

}

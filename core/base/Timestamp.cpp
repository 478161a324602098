#include "core/base/Timestamp.h"

#include <QTimeZone>

namespace isthmus::base {

Timestamp systemNow()
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Timestamp fromMsecs(std::int64_t msecsSinceEpoch)
{
    return Timestamp(std::chrono::milliseconds(msecsSinceEpoch));
}

std::int64_t toMsecs(Timestamp time)
{
    return time.time_since_epoch().count();
}

QDateTime toQDateTime(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(toMsecs(time), Qt::UTC);
}

QString toXmppDateTime(Timestamp time)
{
    return toQDateTime(time).toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"));
}

std::optional<Timestamp> fromXmppDateTime(QStringView text)
{
    const QDateTime parsed = QDateTime::fromString(text.trimmed().toString(), Qt::ISODateWithMs);
    // ISODate also takes a date alone and a time without zone; XEP-0082 has neither.
    const bool zoned =
        text.size() > 19 && (text.trimmed().endsWith(u'Z') || text.mid(19).contains(u'+') || text.mid(19).contains(u'-'));
    if (!parsed.isValid() || !zoned)
        return std::nullopt;
    return fromMsecs(parsed.toMSecsSinceEpoch());
}

}

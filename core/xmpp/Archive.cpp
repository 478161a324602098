#include "core/xmpp/Archive.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace isthmus::xmpp {

using model::Batch;
using model::Cursor;

namespace {

constexpr std::chrono::milliseconds step{1}; // between two that the archive's stamps do not tell apart

void addField(gloox::Tag &form, const char *name, const QString &value, const char *type = nullptr)
{
    gloox::Tag *field = addChild(form, "field");
    setAttribute(*field, "var", QLatin1String(name));
    if (type)
        setAttribute(*field, "type", QLatin1String(type));
    addChild(*field, "value", nullptr, value);
}

}

Archive::Archive(const QByteArray &state)
{
    const QJsonObject known = QJsonDocument::fromJson(state).object();
    m_newest = known.value(QStringLiteral("newest")).toString();
    m_newestAt = base::fromMsecs(known.value(QStringLiteral("newestAt")).toInteger());
    m_oldest = known.value(QStringLiteral("oldest")).toString();
    m_isComplete = known.value(QStringLiteral("complete")).toBool();
    m_olderCount = static_cast<quint64>(std::max<qint64>(0, known.value(QStringLiteral("older")).toInteger()));
    m_lastPlace = base::fromMsecs(known.value(QStringLiteral("lastPlace")).toInteger());
    if (const QJsonValue first = known.value(QStringLiteral("firstPlace")); first.isDouble())
        m_firstPlace = base::fromMsecs(first.toInteger());
}

Cursor Archive::cursor() const
{
    QJsonObject known{{QStringLiteral("newest"), m_newest},
                      {QStringLiteral("newestAt"), static_cast<qint64>(base::toMsecs(m_newestAt))},
                      {QStringLiteral("oldest"), m_oldest},
                      {QStringLiteral("lastPlace"), static_cast<qint64>(base::toMsecs(m_lastPlace))},
                      {QStringLiteral("older"), static_cast<qint64>(m_olderCount)},
                      {QStringLiteral("complete"), m_isComplete}};
    if (m_firstPlace)
        known.insert(QStringLiteral("firstPlace"), static_cast<qint64>(base::toMsecs(*m_firstPlace)));
    return {QLatin1String(stream), QJsonDocument(known).toJson(QJsonDocument::Compact)};
}

void Archive::onSignedIn()
{
    m_isWanted = true;
    m_isCaughtUp = false;
    m_isSettling = false;
}

void Archive::onLost()
{
    m_isWanted = false;
    m_hasCrossed = m_mayBeSettled = false; // the next sign-in asks in any case
    m_openQuery.clear();
    m_page.clear();
}

TagPtr Archive::nextRequest(const QString &id)
{
    if (!m_isWanted || m_isStoring || !m_openQuery.isEmpty())
        return nullptr;
    if (m_isCaughtUp && m_mayBeSettled) {
        m_isCaughtUp = false;
        m_isSettling = true;
    }
    if (m_isCaughtUp && (m_isComplete || m_historyPaused))
        return nullptr;
    m_direction = m_isCaughtUp ? Direction::Older : m_newest.isEmpty() ? Direction::Newest : Direction::Newer;
    if (m_direction != Direction::Older)
        m_hasCrossed = m_mayBeSettled = false;
    m_openQuery = id;
    TagPtr request = iq("set", id);
    gloox::Tag *query = addChild(*request, "query", ns::archive);
    setAttribute(*query, "queryid", id);
    if (m_direction == Direction::Newer && m_byTime) {
        gloox::Tag *form = addChild(*query, "x", ns::dataForms);
        setAttribute(*form, "type", QStringLiteral("submit"));
        addField(*form, "FORM_TYPE", QLatin1String(ns::archive), "hidden");
        addField(*form, "start", base::toXmppDateTime(m_newestAt));
    }
    gloox::Tag *set = addChild(*query, "set", ns::resultSet);
    addChild(*set, "max", nullptr, QString::number(pageSize));
    if (m_direction == Direction::Newest)
        addChild(*set, "before");
    else if (m_direction == Direction::Older)
        addChild(*set, "before", nullptr, m_oldest);
    else if (!m_byTime)
        addChild(*set, "after", nullptr, m_newest);
    return request;
}

bool Archive::add(const QString &queryId, const QString &archiveId, model::ArrivedStanza arrived)
{
    if (queryId.isEmpty() || queryId != m_openQuery || archiveId.isEmpty() || m_page.size() >= 2 * pageSize)
        return false;
    m_page.push_back(std::move(arrived));
    return true;
}

Batch Archive::finish(const gloox::Tag &fin)
{
    const gloox::Tag *set = child(fin, "set", ns::resultSet);
    const QString first = set ? text(child(*set, "first", ns::resultSet)) : QString();
    const QString last = set ? text(child(*set, "last", ns::resultSet)) : QString();
    // A page that leads nowhere is the last one, whatever the server says: no endless loop.
    const bool isLast = attribute(fin, "complete") == u"true" || first.isEmpty() || last.isEmpty() || m_page.empty();
    if (m_direction != Direction::Older && !last.isEmpty()) {
        m_newest = last;
        if (!m_page.empty())
            m_newestAt = m_page.back().message.forwardedAt.value_or(m_newestAt);
        m_byTime = false;
    }
    if (m_direction != Direction::Newer && !first.isEmpty())
        m_oldest = first;
    const quint64 here = m_page.size();
    if (m_direction == Direction::Newest) // the count is of all that the request without <before/> would give
        m_olderCount = set ? text(child(*set, "count", ns::resultSet)).toULongLong() : 0;
    if (m_direction != Direction::Newer)
        m_olderCount -= std::min(m_olderCount, here);
    if (m_direction == Direction::Newer)
        m_isCaughtUp = isLast;
    else
        m_isComplete = isLast;
    if (m_direction == Direction::Newest)
        m_isCaughtUp = true;
    if (m_direction == Direction::Newer && m_oldest.isEmpty())
        m_isComplete = true; // it began empty
    placePage();
    Batch batch;
    for (model::ArrivedStanza &arrived : m_page)
        batch.arrivals.emplace_back(std::move(arrived));
    batch.cursors.push_back(cursor());
    m_page.clear();
    m_openQuery.clear();
    m_isStoring = true;
    return batch;
}

/// Servers often stamp whole seconds, and no clock is that of another: the order counts, the stamps as far as they
/// agree with it.
void Archive::placePage()
{
    if (m_direction == Direction::Older) {
        for (auto arrived = m_page.rbegin(); arrived != m_page.rend(); ++arrived) {
            const base::Timestamp stamp =
                std::min(arrived->message.forwardedAt.value_or(arrived->receivedAt), arrived->receivedAt);
            arrived->place = m_firstPlace ? std::min(stamp, *m_firstPlace - step) : stamp;
            m_firstPlace = arrived->place;
        }
        return;
    }
    for (model::ArrivedStanza &arrived : m_page) {
        const base::Timestamp stamp = arrived.message.forwardedAt.value_or(arrived.receivedAt);
        arrived.place = std::min(std::max(stamp, m_lastPlace + step), arrived.receivedAt);
        m_lastPlace = *arrived.place;
    }
    if (m_direction == Direction::Newest && !m_page.empty())
        m_firstPlace = m_page.front().place;
}

model::Backlog Archive::backlog() const
{
    const bool isOpen = !m_isComplete && !m_oldest.isEmpty();
    return {isOpen ? m_olderCount : 0, isOpen};
}

bool Archive::fail(base::Fault fault)
{
    m_page.clear();
    m_openQuery.clear();
    if (fault == base::Fault::NotFound && m_direction == Direction::Newer && !m_byTime) {
        m_byTime = true;
        return true;
    }
    if (fault == base::Fault::NotFound && m_direction == Direction::Older) {
        m_isComplete = true; // the server has thrown the older ones away
        return false;
    }
    if (m_isSettling && m_direction != Direction::Older) {
        m_hasCrossed = true; // another time
        m_isCaughtUp = true;
        return false;
    }
    m_isWanted = false; // until the next sign-in
    return false;
}

std::optional<Cursor> Archive::onLive(const QString &archiveId, base::Timestamp at, bool crosses)
{
    m_hasCrossed |= crosses;
    if (!m_isCaughtUp || m_hasCrossed || archiveId.isEmpty())
        return std::nullopt;
    m_newest = archiveId;
    m_newestAt = at;
    m_lastPlace = at;
    return cursor();
}

}

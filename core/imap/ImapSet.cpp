#include "core/imap/ImapSet.h"

#include "core/imap/ImapTree.h"

#include <algorithm>
#include <iterator>

namespace isthmus::imap {

namespace {
constexpr quint32 maxUid = 0xFFFFFFFF;
}

ImapSet::ImapSet(std::initializer_list<quint32> uids)
{
    for (const quint32 uid : uids)
        add(uid);
}

std::optional<ImapSet> ImapSet::parse(QByteArrayView text)
{
    ImapSet set;
    while (true) {
        const qsizetype comma = text.indexOf(',');
        const QByteArrayView range = comma < 0 ? text : text.first(comma);
        const qsizetype colon = range.indexOf(':');
        const auto first = parseNumber(colon < 0 ? range : range.first(colon), maxUid);
        const auto last = colon < 0 ? first : parseNumber(range.sliced(colon + 1), maxUid);
        if (!first || !last || *first == 0 || *last == 0)
            return {};
        set.add(static_cast<quint32>(std::min(*first, *last)), static_cast<quint32>(std::max(*first, *last)));
        if (comma < 0)
            return set;
        text = text.sliced(comma + 1);
    }
}

void ImapSet::add(quint32 first, quint32 last)
{
    auto next = m_ranges.upper_bound(first);
    if (next != m_ranges.begin()) {
        const auto before = std::prev(next);
        if (before->second == maxUid || before->second + 1 >= first) { // touches or overlaps: grow it
            first = before->first;
            last = std::max(last, before->second);
            m_ranges.erase(before);
        }
    }
    while (next != m_ranges.end() && (last == maxUid || next->first <= last + 1)) {
        last = std::max(last, next->second);
        next = m_ranges.erase(next);
    }
    m_ranges.emplace(first, last);
}

void ImapSet::remove(quint32 first, quint32 last)
{
    auto at = m_ranges.upper_bound(first);
    if (at != m_ranges.begin())
        --at;
    while (at != m_ranges.end() && at->first <= last) {
        const auto [low, high] = *at;
        if (high < first) {
            ++at;
            continue;
        }
        at = m_ranges.erase(at);
        if (low < first)
            m_ranges.emplace(low, first - 1);
        if (high > last)
            at = m_ranges.emplace(last + 1, high).first;
    }
}

void ImapSet::remove(const ImapSet &other)
{
    for (const auto &[first, last] : other.m_ranges)
        remove(first, last);
}

bool ImapSet::contains(quint32 uid) const
{
    const auto next = m_ranges.upper_bound(uid);
    return next != m_ranges.begin() && std::prev(next)->second >= uid;
}

quint64 ImapSet::count() const
{
    quint64 sum = 0;
    for (const auto &[first, last] : m_ranges)
        sum += quint64(last) - first + 1;
    return sum;
}

quint32 ImapSet::highest() const
{
    return m_ranges.empty() ? 0 : m_ranges.rbegin()->second;
}

ImapSet ImapSet::intersected(const ImapSet &other) const
{
    ImapSet both;
    auto a = m_ranges.begin();
    auto b = other.m_ranges.begin();
    while (a != m_ranges.end() && b != other.m_ranges.end()) {
        const quint32 first = std::max(a->first, b->first);
        const quint32 last = std::min(a->second, b->second);
        if (first <= last)
            both.m_ranges.emplace_hint(both.m_ranges.end(), first, last);
        a->second < b->second ? ++a : ++b;
    }
    return both;
}

std::vector<quint32> ImapSet::newest(std::size_t n) const
{
    std::vector<quint32> uids;
    for (auto range = m_ranges.rbegin(); range != m_ranges.rend(); ++range) {
        for (quint64 uid = range->second; uid >= range->first && uids.size() < n; --uid)
            uids.push_back(static_cast<quint32>(uid));
    }
    return uids;
}

QByteArray ImapSet::toBytes() const
{
    QByteArray text;
    for (const auto &[first, last] : m_ranges) {
        if (!text.isEmpty())
            text += ',';
        text += QByteArray::number(first);
        if (last != first)
            text += ':' + QByteArray::number(last);
    }
    return text;
}

}

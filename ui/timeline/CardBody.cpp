#include "ui/timeline/CardBody.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace isthmus::timeline {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::timeline::Card)
};

}

CardBody::CardBody(display::DisplayList list) : m_list(std::move(list)), m_painter(m_list)
{
    m_spans.reserve(m_list.runs.size());
    for (const display::Run &run : m_list.runs) { // as DisplayList::text()
        if (run.startsBlock && !m_text.isEmpty() && !m_text.endsWith(u'\n'))
            m_text += u'\n';
        const int start = static_cast<int>(m_text.size());
        m_text += run.text;
        m_spans.push_back({start, static_cast<int>(m_text.size())});
    }
}

int CardBody::positionAt(QPoint point) const
{
    const int index = m_list.runAt(point);
    if (index < 0)
        return 0;
    const display::Run &run = m_list.runs[static_cast<std::size_t>(index)];
    const Span &span = m_spans[static_cast<std::size_t>(index)];
    const bool firstHalf = (point.x() < run.rect.center().x()) != run.text.isRightToLeft();
    return run.rect.contains(point) && firstHalf ? span.start : span.end;
}

const display::Link *CardBody::linkAt(QPoint point) const
{
    const int index = m_list.linkAt(point);
    return index < 0 ? nullptr : &m_list.links[static_cast<std::size_t>(index)];
}

std::vector<CardBody::LinkPlace> CardBody::links() const
{
    std::vector<LinkPlace> places;
    std::vector<int> placeOf(m_list.links.size(), -1);
    for (const display::Run &run : m_list.runs) {
        if (run.link < 0)
            continue;
        int &at = placeOf[static_cast<std::size_t>(run.link)];
        if (at < 0) {
            at = static_cast<int>(places.size());
            places.push_back({&m_list.links[static_cast<std::size_t>(run.link)], {}, {}});
        }
        LinkPlace &place = places[static_cast<std::size_t>(at)];
        if (run.startsBlock && !place.text.isEmpty())
            place.text += u' ';
        place.text += run.text;
        place.rects.push_back(run.rect);
    }
    return places;
}

qint64 CardBody::cost() const
{
    constexpr qint64 perOp = 160;
    qint64 octets = perOp * static_cast<qint64>(m_list.ops.size() + m_list.runs.size()) + 2 * m_text.size();
    for (const display::Picture &picture : m_list.pictures)
        octets += picture.rgba.size();
    return octets;
}

QString CardBody::remotePictures() const
{
    if (m_list.remotePictures.empty())
        return {};
    QStringList hosts;
    for (const display::RemotePicture &picture : m_list.remotePictures) {
        if (!hosts.contains(picture.host))
            hosts.append(picture.host);
    }
    return Text::tr("%n picture(s) from %1 are not loaded", nullptr, static_cast<int>(m_list.remotePictures.size()))
        .arg(hosts.join(QStringLiteral(", ")));
}

void CardBody::paint(QPainter &painter, const QRect &visible, int start, int end, const QColor &mark)
{
    m_painter.paint(painter, visible);
    if (start >= end)
        return;
    const auto first = std::find_if(m_spans.begin(), m_spans.end(), [start](const Span &span) { return span.end > start; });
    const auto behind = std::find_if(first, m_spans.end(), [end](const Span &span) { return span.start >= end; });
    m_painter.paintSelection(painter, static_cast<int>(first - m_spans.begin()),
                             static_cast<int>(behind - m_spans.begin()) - 1, mark);
}

}

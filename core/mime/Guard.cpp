#include "core/mime/Guard.h"

#include <algorithm>

namespace isthmus::mime {

void Guard::note(const char *what)
{
    if (m_detail.isEmpty())
        m_detail = QLatin1String(what);
}

void Guard::checkRaw(QByteArrayView raw, qsizetype size)
{
    if (size > m_limits.raw)
        note("mail size");
    for (qsizetype at = 0; at < raw.size();) {
        const qsizetype end = lineEnd(raw, at);
        if (end - at > m_limits.line)
            note("line length");
        at = end;
    }
}

void Guard::admitHeader(HeaderBlock &header)
{
    if (std::ssize(header.fields) > m_limits.fields) {
        note("number of header fields");
        header.fields.resize(static_cast<size_t>(m_limits.fields));
    }
    if (header.longestField > m_limits.field)
        note("header field size");
    if (header.size > m_limits.headerBlock)
        note("header size");
    qsizetype left = m_limits.headerBlock;
    for (Field &field : header.fields) {
        field.value = field.value.first(std::min({field.value.size(), m_limits.field, left}));
        left -= field.value.size();
    }
}

bool Guard::mayNest(int depth)
{
    if (depth <= m_limits.depth)
        return true;
    note("MIME depth");
    return false;
}

bool Guard::mayAddLeaf()
{
    if (++m_leaves <= m_limits.parts)
        return true;
    note("number of parts");
    return false;
}

base::Result<base::Done> Guard::verdict() const
{
    if (exceeded() && m_limits.onExcess == Limits::OnExcess::Refuse)
        return base::Error{base::Fault::TooLarge, QStringLiteral("mail over the limit: %1").arg(m_detail)};
    return base::Done{};
}

}

#include "core/engine/SameBody.h"

#include <optional>

namespace isthmus::engine {

namespace {

/// The lines of a mail, one after the other, without their ends and the blanks before those.
class Lines
{
public:
    explicit Lines(QByteArrayView octets) : m_rest(octets) {}
    [[nodiscard]] std::optional<QByteArrayView> next()
    {
        if (m_rest.isEmpty())
            return std::nullopt;
        const qsizetype end = m_rest.indexOf('\n');
        QByteArrayView line = end < 0 ? m_rest : m_rest.first(end);
        m_rest = end < 0 ? QByteArrayView() : m_rest.sliced(end + 1);
        while (!line.isEmpty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
            line.chop(1);
        return line;
    }
    void skipHeader()
    {
        while (const auto line = next()) {
            if (line->isEmpty())
                return;
        }
    }
    /// The next line; an empty one behind the last.
    [[nodiscard]] QByteArrayView nextOrEmpty() { return next().value_or(QByteArrayView()); }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
};

}

bool isSameBody(QByteArrayView one, QByteArrayView other)
{
    Lines left(one);
    Lines right(other);
    left.skipHeader();
    right.skipHeader();
    while (!left.atEnd() || !right.atEnd()) {
        if (left.nextOrEmpty() != right.nextOrEmpty())
            return false;
    }
    return true;
}

}

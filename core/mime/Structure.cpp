#include "core/mime/Structure.h"

#include <algorithm>

namespace isthmus::mime {

namespace {

enum class Delimiter : quint8 { None, Next, End };

/// What a line is to a multipart. RFC 2046 5.1.1 lets anything follow the boundary; here that must begin with a blank,
/// since boundaries that begin with another one are common.
Delimiter delimiterOf(QByteArrayView line, QByteArrayView boundary)
{
    if (!line.startsWith("--") || line.sliced(2).first(std::min(boundary.size(), line.size() - 2)) != boundary)
        return Delimiter::None;
    QByteArrayView rest = line.sliced(2 + boundary.size());
    const bool end = rest.startsWith("--");
    if (end)
        rest = rest.sliced(2);
    if (!rest.isEmpty() && rest.front() != ' ' && rest.front() != '\t')
        return Delimiter::None;
    return end ? Delimiter::End : Delimiter::Next;
}

/// The ranges between the delimiters, each without the line break that belongs to the delimiter after it.
std::vector<QByteArrayView> split(QByteArrayView body, QByteArrayView boundary)
{
    std::vector<QByteArrayView> ranges;
    qsizetype start = -1; // of the range that is open
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype end = lineEnd(body, at);
        const Delimiter delimiter = delimiterOf(withoutEol(body.sliced(at, end - at)), boundary);
        if (delimiter != Delimiter::None) {
            if (start >= 0)
                ranges.push_back(withoutEol(body.sliced(start, at - start)));
            start = delimiter == Delimiter::Next ? end : -1;
        }
        at = end;
    }
    if (start >= 0 && start < body.size())
        ranges.push_back(body.sliced(start));
    return ranges;
}

QString plainText()
{
    return QStringLiteral("text/plain");
}

class Splitter
{
public:
    explicit Splitter(Guard &guard) : m_guard(guard) {}

    /// \p depth counts the multiparts and messages that enclose the part.
    Part part(QByteArrayView bytes, HeaderBlock header, const QString &defaultType, const QString &section, int depth)
    {
        Part result;
        result.section = section;
        result.body = bytes.sliced(header.bodyStart);
        m_guard.admitHeader(header);
        result.header = std::move(header);
        readContentFields(result, defaultType);
        if (result.type.value.startsWith(QLatin1String("multipart/")))
            openMultipart(result, depth + 1);
        else if (result.isMessage())
            countMessage(result, depth + 1);
        if (!result.isMultipart() && !m_guard.mayAddLeaf())
            result.cut = true;
        return result;
    }

private:
    void readContentFields(Part &part, const QString &defaultType)
    {
        const int continuations = m_guard.limits().continuations;
        if (const Field *type = part.header.find("Content-Type"))
            part.type = readParameterised(type->value, continuations);
        if (!part.type.value.contains(u'/'))
            part.type.value = part.type.value.isEmpty() ? defaultType : plainText(); // RFC 2045 5.2
        if (const Field *disposition = part.header.find("Content-Disposition"))
            part.disposition = readParameterised(disposition->value, continuations);
        if (const Field *encoding = part.header.find("Content-Transfer-Encoding"))
            part.encoding = readParameterised(encoding->value, 0).value.toLatin1();
    }

    void openMultipart(Part &part, int depth)
    {
        QByteArray boundary = part.type.parameter(QStringLiteral("boundary")).toUtf8();
        const bool mayOpen = m_guard.mayNest(depth);
        std::vector<QByteArrayView> ranges;
        if (mayOpen && !boundary.isEmpty())
            ranges = split(part.body, boundary);
        if (mayOpen && ranges.empty() && boundary.endsWith(' ')) { // blanks at line ends get lost on the way
            while (boundary.endsWith(' '))
                boundary.chop(1);
            if (!boundary.isEmpty())
                ranges = split(part.body, boundary);
        }
        if (ranges.empty()) { // nothing to open: the text is shown as it is
            part.cut = !mayOpen;
            part.type = {plainText(), {}};
            if (part.section.isEmpty())
                part.section = QStringLiteral("1");
            return;
        }
        const bool digest = part.type.value == QLatin1String("multipart/digest"); // RFC 2046 5.1.5
        const QString childDefault = digest ? QStringLiteral("message/rfc822") : plainText();
        const QString prefix = part.section.isEmpty() ? QString() : part.section + QLatin1Char('.');
        int number = 0;
        for (const QByteArrayView range : ranges) {
            part.children.push_back(
                this->part(range, readHeaderBlock(range), childDefault, prefix + QString::number(++number), depth));
            if (part.children.back().cut && m_guard.exceeded())
                break;
        }
    }

    /// Looks into a message inside the mail only to see whether it keeps the limits.
    void countMessage(const Part &message, int depth)
    {
        const bool encoded = message.encoding == "base64" || message.encoding == "quoted-printable";
        if (encoded || !m_guard.mayNest(depth))
            return;
        (void)part(message.body, readHeaderBlock(message.body), plainText(), {}, depth);
    }

    Guard &m_guard;
};

}

bool Part::isMessage() const
{
    return type.value == QLatin1String("message/rfc822") || type.value == QLatin1String("message/global")
           || type.value == QLatin1String("message/news");
}

Part readStructure(QByteArrayView raw, HeaderBlock header, Guard &guard)
{
    Part root = Splitter(guard).part(raw, std::move(header), plainText(), {}, 0);
    if (!root.isMultipart())
        root.section = QStringLiteral("1");
    return root;
}

}

#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace isthmus::compose {

/// The mail as lines without their ends: a bare CR or LF cannot get into what is written. A line that holds CR, LF or
/// NUL spoils the list for good, whatever field it came from (X01).
class LineList
{
public:
    void add(const QByteArray &line)
    {
        if (line.contains('\r') || line.contains('\n') || line.contains('\0'))
            m_spoilt = true;
        m_lines.append(line);
    }
    void add(const QByteArrayList &lines)
    {
        for (const QByteArray &line : lines)
            add(line);
    }
    /// For input that must not be written at all.
    void refuse() { m_spoilt = true; }

    [[nodiscard]] bool isSpoilt() const { return m_spoilt; }
    [[nodiscard]] const QByteArrayList &lines() const { return m_lines; }
    /// Every line with CRLF.
    [[nodiscard]] QByteArray bytes() const { return m_lines.join("\r\n") + "\r\n"; }

private:
    QByteArrayList m_lines;
    bool m_spoilt = false;
};

}

#pragma once

#include <QByteArrayView>

namespace isthmus::stanza {

/// Checks a stream of octets for well-formed UTF-8 (RFC 3629) without NUL, however it is cut into pieces.
/// Needed before QXmlStreamReader, which stalls without an error on octets that are none (Qt 6.4).
class Utf8Check
{
public:
    /// False from the first wrong octet on.
    [[nodiscard]] bool feed(QByteArrayView bytes)
    {
        for (const char c : bytes) {
            if (!feed(static_cast<unsigned char>(c)))
                return false;
        }
        return true;
    }
    /// False in the middle of a character.
    [[nodiscard]] bool isComplete() const { return m_open == 0; }

private:
    [[nodiscard]] bool feed(unsigned char c)
    {
        if (m_open > 0) {
            if (c < m_low || c > m_high)
                return false;
            m_low = 0x80;
            m_high = 0xBF;
            --m_open;
            return true;
        }
        if (c < 0x80)
            return c != 0;
        // The second octet's bounds keep out overlong forms, surrogates and what is beyond U+10FFFF.
        m_low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
        m_high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
        m_open = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
        return c >= 0xC2 && c <= 0xF4;
    }

    int m_open = 0;
    unsigned char m_low = 0x80;
    unsigned char m_high = 0xBF;
};

}

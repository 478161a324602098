#include "core/stanza/XmlText.h"

namespace isthmus::stanza {

QString legalXmlText(QStringView text)
{
    QString legal;
    legal.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            legal += c;
            legal += text[++i];
            continue;
        }
        const char16_t u = c.unicode();
        const bool control = u < 0x20 && u != u'\t' && u != u'\n' && u != u'\r';
        if (!control && !c.isSurrogate() && u < 0xFFFE)
            legal += c;
    }
    return legal;
}

QString fromGloox(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string toGloox(QStringView text)
{
    return legalXmlText(text).toStdString();
}

}

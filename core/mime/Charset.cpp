#include "core/mime/Charset.h"

#include <QHash>
#include <QStringDecoder>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <array>
#include <memory>
#include <optional>

namespace isthmus::mime {

namespace {

/// An encoding of the WHATWG Encoding Standard (4.2) with all its labels. The first name is ICU's converter;
/// those of "utf-8", "windows-1252" and "us-ascii" are decoded here.
struct Encoding {
    const char *converter;
    const char *labels;
};

constexpr std::array encodings{
    Encoding{"utf-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"},
    Encoding{"us-ascii", "us-ascii ascii ansi_x3.4-1968 iso-ir-6 iso646-us"},
    Encoding{"windows-1252", "cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
                             "iso_8859-1:1987 l1 latin1 windows-1252 x-cp1252"},
    Encoding{"ibm-866", "866 cp866 csibm866 ibm866"},
    Encoding{"iso-8859-2", "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"},
    Encoding{"iso-8859-3", "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"},
    Encoding{"iso-8859-4", "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"},
    Encoding{"iso-8859-5",
             "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"},
    Encoding{"iso-8859-6", "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e "
                           "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    Encoding{"iso-8859-7", "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 "
                           "iso_8859-7 iso_8859-7:1987 sun_eu_greek"},
    Encoding{"iso-8859-8", "csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-8859-8-i "
                           "iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 logical visual"},
    Encoding{"iso-8859-10", "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    Encoding{"iso-8859-13", "iso-8859-13 iso8859-13 iso885913"},
    Encoding{"iso-8859-14", "iso-8859-14 iso8859-14 iso885914"},
    Encoding{"iso-8859-15", "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"},
    Encoding{"iso-8859-16", "iso-8859-16"},
    Encoding{"koi8-r", "cskoi8r koi koi8 koi8-r koi8_r"},
    Encoding{"koi8-u", "koi8-ru koi8-u"},
    Encoding{"macintosh", "csmacintosh mac macintosh x-mac-roman"},
    Encoding{"windows-874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"},
    Encoding{"windows-1250", "cp1250 windows-1250 x-cp1250"},
    Encoding{"windows-1251", "cp1251 windows-1251 x-cp1251"},
    Encoding{"windows-1253", "cp1253 windows-1253 x-cp1253"},
    Encoding{"windows-1254", "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 "
                             "latin5 windows-1254 x-cp1254"},
    Encoding{"windows-1255", "cp1255 windows-1255 x-cp1255"},
    Encoding{"windows-1256", "cp1256 windows-1256 x-cp1256"},
    Encoding{"windows-1257", "cp1257 windows-1257 x-cp1257"},
    Encoding{"windows-1258", "cp1258 windows-1258 x-cp1258"},
    Encoding{"x-mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian"},
    Encoding{"gb18030", "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030"},
    Encoding{"big5-hkscs", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"},
    Encoding{"euc-jp-2007", "cseucpkdfmtjapanese euc-jp x-euc-jp"},
    Encoding{"iso-2022-jp", "csiso2022jp iso-2022-jp"},
    Encoding{"windows-31j", "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"},
    Encoding{"windows-949", "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
                            "windows-949 cp949"},
    Encoding{"utf-16be", "unicodefffe utf-16be"},
    Encoding{"utf-16le", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"},
};

/// The converter of a label; empty for an unknown one.
QByteArray converterOf(QByteArrayView label)
{
    static const QHash<QByteArray, QByteArray> table = [] {
        QHash<QByteArray, QByteArray> all;
        for (const Encoding &encoding : encodings) {
            for (const QByteArray &one : QByteArray(encoding.labels).split(' '))
                all.insert(one, encoding.converter);
        }
        return all;
    }();
    return table.value(label.trimmed().toByteArray().toLower());
}

std::optional<QString> decodeUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

QString decodeWindows1252(QByteArrayView bytes)
{
    static constexpr std::array<char16_t, 32> high{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                   0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    QString text(bytes.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto octet = static_cast<unsigned char>(bytes[i]);
        text[i] = octet >= 0x80 && octet < 0xA0 ? QChar(high[octet - 0x80U]) : QChar(char16_t(octet));
    }
    return text;
}

std::optional<QString> decodeIcu(QByteArrayView bytes, const QByteArray &converter)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> open(ucnv_open(converter.constData(), &status), &ucnv_close);
    if (U_FAILURE(status) || !open)
        return std::nullopt;
    ucnv_setToUCallBack(open.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    QString text(bytes.size() * 2 + 16, Qt::Uninitialized); // no converter here yields more units per octet
    auto *const begin = reinterpret_cast<UChar *>(text.data());
    UChar *target = begin;
    const char *source = bytes.data();
    ucnv_toUnicode(open.get(), &target, begin + text.size(), &source, bytes.data() + bytes.size(), nullptr, true, &status);
    if (U_FAILURE(status))
        return std::nullopt;
    text.truncate(target - begin);
    return text;
}

std::optional<QString> decodeDeclared(QByteArrayView bytes, QByteArrayView label)
{
    QByteArray converter = converterOf(label);
    if (converter.isEmpty() || converter == "utf-8" || converter == "us-ascii")
        return std::nullopt; // pure ASCII reads the same by the fallback
    if (converter == "windows-1252")
        return decodeWindows1252(bytes);
    if (converter.startsWith("utf-16") && bytes.size() >= 2) { // the byte order mark wins over the label
        if (bytes.startsWith(QByteArrayView("\xFE\xFF", 2)))
            converter = "utf-16be";
        else if (bytes.startsWith(QByteArrayView("\xFF\xFE", 2)))
            converter = "utf-16le";
    }
    std::optional<QString> text = decodeIcu(bytes, converter);
    if (text && text->startsWith(QChar::ByteOrderMark))
        text->remove(0, 1);
    return text;
}

}

QString decodeEightBit(QByteArrayView bytes)
{
    if (std::optional<QString> text = decodeUtf8(bytes))
        return *std::move(text);
    return decodeWindows1252(bytes);
}

QString decodeCharset(QByteArrayView bytes, QByteArrayView label)
{
    if (std::optional<QString> text = decodeDeclared(bytes, label))
        return *std::move(text);
    return decodeEightBit(bytes);
}

}

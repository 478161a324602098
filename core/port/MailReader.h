#pragma once

#include "core/base/Task.h"
#include "core/model/Mail.h"

#include <QByteArray>

#include <vector>

namespace isthmus::port {

/// How a mail's HTML is to be laid out. Colours as 0xAARRGGBB.
struct LayoutWish {
    int width = 600; ///< pixels that the card's text may take
    int fontPixelSize = 15;
    QString fontFamily;
    QString monospaceFamily;
    bool dark = false;
    quint32 text = 0xff202124;
    quint32 link = 0xff0b57d0;
    bool foldQuotes = true;
    bool operator==(const LayoutWish &) const = default;
};

/// Turns the bytes of a mail into values. The program's reader runs in a separate, locked process
/// (core/reader); tests and isthmus-convert may read in process.
/// Thread: the engine's.
class MailReader
{
public:
    virtual ~MailReader() = default;

    /// Fault::TooLarge or Malformed: refused by the guard; Timeout, ProtocolBroken: the reader died of it.
    /// The bytes are kept by the caller whatever comes back.
    [[nodiscard]] virtual base::Task<model::Mail> read(QByteArray raw) = 0;
    /// Many mails of one account at once, for an import: the results in order. Faster than read(), and less apart:
    /// a hostile mail could falsify what is said of the others, so what is shown is read again by read().
    /// Never fails as a whole, but for Cancelled.
    [[nodiscard]] virtual base::Task<std::vector<base::Result<model::Mail>>> readMany(std::vector<QByteArray> raws);
    /// One decoded leaf, by section number.
    [[nodiscard]] virtual base::Task<QByteArray> part(QByteArray raw, QString section) = 0;
    /// The HTML body laid out, as display::decode() reads it: the bytes are as untrusted as the mail.
    /// Fault::NotFound for a mail without HTML; otherwise as read().
    [[nodiscard]] virtual base::Task<QByteArray> layout(QByteArray raw, LayoutWish wish)
    {
        Q_UNUSED(raw);
        Q_UNUSED(wish);
        return base::Task<QByteArray>::ready(
            base::Error{base::Fault::Unsupported, QStringLiteral("this reader lays nothing out")});
    }
};

}

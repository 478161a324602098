#pragma once

#include <QColor>
#include <QString>

namespace isthmus::theme {

/// Hue angle in degrees, 0 to 360, of a text (XEP-0392 5.1: SHA-1, first 16 bits, little-endian).
[[nodiscard]] double hueAngle(const QString &text);

/// HSLuv to sRGB (XEP-0392 5.2); saturation and lightness 0 to 100.
[[nodiscard]] QColor fromHsluv(double hue, double saturation, double lightness);

/// Background of an avatar: the same for an address on every client that follows XEP-0392, dark enough
/// for white initials at 4.5:1.
[[nodiscard]] QColor avatarColour(const QString &address);

/// One or two letters: of the first and last word of the name, else of the address. Whole grapheme
/// clusters, so that no letter loses its marks.
[[nodiscard]] QString initials(const QString &name, const QString &address);

}

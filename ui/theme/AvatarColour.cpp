#include "ui/theme/AvatarColour.h"

#include <QCryptographicHash>
#include <QStringList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace isthmus::theme {

namespace {

// XYZ to linear sRGB, and the constants of CIE LUV with the D65 white of HSLuv's definition.
constexpr std::array<std::array<double, 3>, 3> toRgb = {{
    {3.240969941904521, -1.537383177570093, -0.498610760293},
    {-0.96924363628087, 1.87596750150772, 0.041555057407175},
    {0.055630079696993, -0.20397695888897, 1.056971514242878},
}};
constexpr double whiteU = 0.19783000664283;
constexpr double whiteV = 0.46831999493879;
constexpr double kappa = 903.2962962;
constexpr double epsilon = 0.0088564516;

/// The largest chroma that sRGB has at this lightness and hue: the nearest of six lines (each channel
/// at 0 and at 1) along the ray of the hue.
double maxChroma(double lightness, double hueRadians)
{
    const double cube = std::pow(lightness + 16, 3) / 1560896;
    const double scaled = cube > epsilon ? cube : lightness / kappa;
    double nearest = std::numeric_limits<double>::max();
    for (const auto &m : toRgb) {
        for (const double bound : {0.0, 1.0}) {
            const double top1 = (284517 * m[0] - 94839 * m[2]) * scaled;
            const double top2 =
                (838422 * m[2] + 769860 * m[1] + 731718 * m[0]) * lightness * scaled - 769860 * bound * lightness;
            const double bottom = (632260 * m[2] - 126452 * m[1]) * scaled + 126452 * bound;
            const double length = (top2 / bottom) / (std::sin(hueRadians) - top1 / bottom * std::cos(hueRadians));
            if (length >= 0)
                nearest = std::min(nearest, length);
        }
    }
    return nearest;
}

double companded(double channel)
{
    const double value = channel <= 0.0031308 ? 12.92 * channel : 1.055 * std::pow(channel, 1 / 2.4) - 0.055;
    return std::clamp(value, 0.0, 1.0);
}

QString firstCluster(const QString &word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    const auto end = finder.toNextBoundary();
    return end > 0 ? word.left(end) : word.left(1);
}

}

double hueAngle(const QString &text)
{
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1);
    const unsigned value = static_cast<unsigned char>(hash[0]) | (static_cast<unsigned char>(hash[1]) << 8U);
    return value / 65536.0 * 360.0;
}

QColor fromHsluv(double hue, double saturation, double lightness)
{
    if (lightness <= 0)
        return Qt::black;
    const double radians = hue / 180 * std::numbers::pi;
    const double chroma = maxChroma(lightness, radians) * saturation / 100;
    const double u = std::cos(radians) * chroma / (13 * lightness) + whiteU;
    const double v = std::sin(radians) * chroma / (13 * lightness) + whiteV;
    const double y = lightness > 8 ? std::pow((lightness + 16) / 116, 3) : lightness / kappa;
    const double x = y * 9 * u / (4 * v);
    const double z = y * (12 - 3 * u - 20 * v) / (4 * v);
    std::array<float, 3> channels{};
    for (std::size_t i = 0; i < 3; ++i)
        channels[i] = static_cast<float>(companded(toRgb[i][0] * x + toRgb[i][1] * y + toRgb[i][2] * z));
    return QColor::fromRgbF(channels[0], channels[1], channels[2]);
}

QColor avatarColour(const QString &address)
{
    // XEP-0392 leaves lightness to the program; 45 gives white letters 5.4:1 at every hue.
    return fromHsluv(hueAngle(address.toLower()), 75, 45);
}

QString initials(const QString &name, const QString &address)
{
    QStringList words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return !word.at(0).isLetterOrNumber() && !word.at(0).isSurrogate(); });
    if (words.isEmpty())
        words = {address};
    const QString first = firstCluster(words.first()).toUpper();
    // An ideograph is as wide as two letters and says enough alone.
    if (words.size() < 2 || first.at(0).script() == QChar::Script_Han)
        return first;
    return first + firstCluster(words.last()).toUpper();
}

}

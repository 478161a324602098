#pragma once

#include <QColor>
#include <QPalette>

#include <cstdint>
#include <vector>

namespace isthmus::theme {

enum class Scheme : std::uint8_t { Light, Dark, HighContrast };

/// What the person asked for; System follows the desktop.
enum class SchemeChoice : std::uint8_t { System, Light, Dark, HighContrast };

/// Colours by duty. Every pair that textPairs() lists is at least 4.5:1 (WCAG 2.1, 1.4.3), which a test measures.
struct Theme {
    Scheme scheme = Scheme::Light;
    QColor surface;    ///< behind a conversation
    QColor surfaceAlt; ///< behind lists and side panes
    QColor card;       ///< mail cards and fields
    QColor bubbleIn;
    QColor bubbleOut;
    QColor bubbleLine; ///< outline of bubbles; transparent but in high contrast
    QColor text;
    QColor textMuted;
    QColor line; ///< separators and outlines of cards
    QColor accent;
    QColor accentText; ///< on accent
    QColor selection;  ///< behind selected text and rows, with `text` on it
    QColor link;
    QColor danger;
    QColor success;
    QColor warning;
    QColor focus; ///< ring around what has the keyboard; at least 3:1 on every surface

    /// The theme whose palette this is. Widgets ask with their own palette(), so that a change of theme
    /// reaches them as Qt's PaletteChange and there is no second, global truth.
    [[nodiscard]] static const Theme &of(const QPalette &palette);
    [[nodiscard]] static const Theme &get(Scheme scheme);

    /// Fusion's palette in these colours, for all three colour groups.
    [[nodiscard]] QPalette palette() const;
};

/// A foreground and a background that meet on the screen.
struct TextPair {
    const char *name;
    QColor foreground;
    QColor background;
};
[[nodiscard]] std::vector<TextPair> textPairs(const Theme &theme);

/// Contrast ratio of WCAG 2.1: 1 to 21. Both colours opaque.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/// Lengths in logical pixels, on a grid of four.
namespace grid {
inline constexpr int half = 4;
inline constexpr int unit = 8;
inline constexpr int wide = 16;
inline constexpr int bubbleRadius = 16;
inline constexpr int cardRadius = 8;
inline constexpr int columnWidth = 760; ///< text is hard to read in wider columns
inline constexpr int bubbleWidth = 520;
inline constexpr int avatarSmall = 24;
inline constexpr int avatar = 36;
inline constexpr int avatarLarge = 64;
}

}

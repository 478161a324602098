#pragma once

#include "ui/theme/Theme.h"

#include <QFont>
#include <QPushButton>

#include <optional>

class QApplication;
class QPainter;
class QPalette;
class QWidget;

namespace isthmus::theme {

/// "system", "light", "dark", "contrast"; nullopt for anything else.
[[nodiscard]] std::optional<SchemeChoice> schemeFromName(const QString &name);
[[nodiscard]] QString schemeName(SchemeChoice choice);

/// The project's Style with the theme's palette for the whole program; may be called again at any time.
void apply(QApplication &application, Scheme scheme);

enum class TextRole : std::uint8_t { Body, Small, Title, Heading };
/// \p base in the size and weight of its role; follows the desktop's font size.
[[nodiscard]] QFont font(TextRole role, const QFont &base);
void setTextRole(QWidget &widget, TextRole role);

/// One line of text where \p visual puts it (AlignLeft is left, whatever the language), written in the
/// direction of its own letters: an English name in an Arabic window keeps its brackets and full stops.
void drawLine(QPainter &painter, const QRectF &rect, Qt::Alignment visual, const QString &text);

/// The ring of what has the keyboard, inside \p rect: for panes that have nothing in them to put it around.
void drawFocusRing(QPainter &painter, const QRect &rect, const QPalette &palette);

/// A length for signs and icons, \p side with letters of the usual size, larger with larger letters.
[[nodiscard]] int signSide(int side);

/// Gives a label, or any widget that writes with WindowText, a colour of the theme and keeps it through
/// changes of the theme.
void setInk(QWidget &widget, QColor Theme::*ink);
/// Fills the widget with a colour of the theme, kept through changes.
void setPaper(QWidget &widget, QColor Theme::*paper);
/// The one button of a pane that is the way forward: filled with the accent colour.
void makePrimary(QPushButton &button);

}

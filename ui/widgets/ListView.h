#pragma once

#include <QListView>

class QPainter;
class QStyleOptionViewItem;

namespace isthmus::theme {
struct Theme;
}
namespace isthmus::widgets {

/// A list of a side pane: its rows fill it, and it shows that it has the keyboard also while no row is current.
class ListView final : public QListView
{
    Q_OBJECT
public:
    explicit ListView(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

/// The frame of a row within its cell.
[[nodiscard]] QRect rowFrame(const QRect &cell);
/// What is behind a row: its state and the ring of the keyboard. Returns the colour, for what is painted on it. Without
/// another \p ground, the list stands in a side pane.
QColor paintRow(QPainter &painter, const QStyleOptionViewItem &option);
QColor paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QColor &ground);
/// A count, or a sign of alarm, on a disc.
void paintBadge(QPainter &painter, const QRect &rect, const QString &text, const theme::Theme &theme, bool alarm = false);
/// "2", "99+"; empty for none.
[[nodiscard]] QString badgeText(int count);
/// As wide as paintBadge() needs for the text in this font; 0 for none.
[[nodiscard]] int badgeWidth(const QString &text, const QFontMetrics &font);

}

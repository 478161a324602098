#pragma once

#include "ui/theme/Icons.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace isthmus::widgets {

class Sign;

/// What a pane shows that has nothing to show: a sign, what is the case, and what can be done. In the middle, in a narrow
/// column.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(theme::Glyph glyph, QWidget *parent = nullptr);

    /// \p what in a few words, \p hint in a sentence.
    void setWords(const QString &what, const QString &hint);
    void setGlyph(theme::Glyph glyph);
    /// A button or the like, below the words.
    void addWidget(QWidget *widget);

private:
    Sign *m_sign = nullptr;
    QLabel *m_what = nullptr;
    QLabel *m_hint = nullptr;
    QVBoxLayout *m_column = nullptr;
};

/// The same for panes that paint themselves: the sign and one sentence in the middle of \p area.
void paintEmptyState(QPainter &painter, const QRect &area, theme::Glyph glyph, const QString &sentence,
                     const QPalette &palette);

}

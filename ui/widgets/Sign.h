#pragma once

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace isthmus::widgets {

/// A glyph of the family beside words that say the same: painted in the colours of the theme that holds at that moment, and
/// silent for assistive technology.
class Sign final : public QWidget
{
    Q_OBJECT
public:
    /// \p side in logical pixels, for letters of the usual size; \p ink: a colour of the theme.
    Sign(theme::Glyph glyph, int side, QColor theme::Theme::*ink, QWidget *parent = nullptr);

    void set(theme::Glyph glyph, QColor theme::Theme::*ink);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    theme::Glyph m_glyph;
    QColor theme::Theme::*m_ink;
};

}

#pragma once

#include <QLabel>

namespace isthmus::widgets {

/// One line that gives way: cut with an ellipsis where it does not fit, whole in the tool tip. A screen
/// reader always gets the whole text.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

}

#pragma once

#include <QScrollArea>

namespace isthmus::widgets {

/// A scroll area for a page of sentences: the page is never lower than its sentences need at the width that there is, so what
/// does not fit is scrolled and nothing is squeezed. (QScrollArea alone asks for the least height at any width.)
class ScrollPage final : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes \p page, which has a layout.
    explicit ScrollPage(QWidget *page, QWidget *parent = nullptr);

    /// As wide as the page needs: nothing is cut at the side.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};

/// A rounded surface with an outline, for things that belong together.
class Panel final : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) override;
};

}

#pragma once

#include <QPlainTextEdit>

namespace isthmus::composer {

/// The text field: grows with its text up to a third of the window. Ctrl+Enter sends; in chat Enter
/// sends too and Shift+Enter begins a line. Plain text only: what is pasted loses its looks.
class MessageEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit MessageEdit(QWidget *parent = nullptr);
    void setEnterSends(bool sends) { m_enterSends = sends; }
    void setLeastLines(int lines);
    /// Takes all the height there is, in place of as many lines as are written.
    void setFillsHeight(bool fills);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sendPressed();
    void left(); ///< Escape

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] int heightOf(int lines) const;

    bool m_enterSends = true;
    int m_leastLines = 1;
};

}

#pragma once

#include <QDialog>
#include <QStringList>
#include <QTimer>

class QPlainTextEdit;

namespace isthmus::shell {

/// The bytes behind an item, as they came: Latin-1 where they are not UTF-8, so that none is dropped, and an escape for
/// what has no sign. Of a large source the beginning, with a word about the rest; lines that no mail may have are broken.
/// The text comes in portions, so that the window goes on whatever it is. Thread: the window's.
class SourceDialog final : public QDialog
{
    Q_OBJECT
public:
    SourceDialog(const QString &title, const QByteArray &source, QWidget *parent = nullptr);

    /// All that will be shown is there.
    [[nodiscard]] bool isWhole() const { return m_next == m_lines.size(); }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addPortion();

    QPlainTextEdit *m_text;
    QStringList m_lines;
    qsizetype m_next = 0; ///< of m_lines
    QTimer m_more;
};

}

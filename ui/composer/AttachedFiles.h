#pragma once

#include "core/model/Draft.h"

#include <QScrollArea>

#include <vector>

class QVBoxLayout;

namespace isthmus::composer {

/// What is attached to the message that is being written: a line for each file, with a button that takes it out again.
/// Hidden while there is none; no higher than a few lines.
class AttachedFiles final : public QScrollArea
{
    Q_OBJECT
public:
    explicit AttachedFiles(QWidget *parent = nullptr);

    void setFiles(const std::vector<model::OutgoingFile> &files);
    /// The button of the file at \p index, or of the last one, has the keyboard; false if there is no file.
    [[nodiscard]] bool focusFile(int index);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removed(int index);

private:
    void addLine(int index, const QString &text, const QString &spoken);

    std::vector<std::pair<QString, qsizetype>> m_shown; ///< names and sizes
    QWidget *m_page;
    QVBoxLayout *m_lines;
};

}

#pragma once

#include "ui/widgets/FaultText.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace isthmus::widgets {

class Sign;

/// An error as a sentence with a sign, its technical part to unfold and copy. It exists from the start
/// and is empty, so that the change of its text reaches a screen reader.
class FaultLabel final : public QWidget
{
    Q_OBJECT
public:
    /// \p name tells this label and its button from others in the window.
    FaultLabel(const QString &name, QWidget *parent = nullptr);

    void showFault(const base::Error &error, Doing doing);
    /// A sentence that is no Fault: a field that was left empty.
    void showSentence(const QString &sentence);
    void clear();
    [[nodiscard]] QString text() const;

private:
    void refresh(const QString &sentence, const QString &technical);

    Sign *m_sign;
    QLabel *m_sentence;
    QToolButton *m_unfold;
    QLabel *m_technical;
};

}

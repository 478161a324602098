#pragma once

#include "core/base/Task.h"

#include <QStringList>

class QWidget;

namespace isthmus::widgets {

/// A question with one way forward and one way out.
struct Question {
    QString title;
    QString text;        ///< one sentence: what will happen
    QString consequence; ///< what is kept or lost; may be empty
    QString proceed;     ///< the verb on the button, "Remove"
    bool dangerous = false;
};

/// A question whose answer is a line of text.
struct TextQuestion {
    QString title;
    QString label;
    QString initial;
    QString proceed;
    bool secret = false;
};

/// A question whose answer is one of a list.
struct ChoiceQuestion {
    QString title;
    QString label;
    QStringList choices;
    QString proceed;
};

/// The one door for dialogs. They are opened, never executed: a nested event loop would leave an
/// assistive technology's call without an answer. Thread: the window's.
class Prompter
{
public:
    /// Done, or Fault::Cancelled. The dialog dies with \p parent.
    [[nodiscard]] static base::Task<base::Done> ask(QWidget *parent, const Question &question);
    [[nodiscard]] static base::Task<QString> askText(QWidget *parent, const TextQuestion &question);
    /// The place of the choice in the list.
    [[nodiscard]] static base::Task<int> choose(QWidget *parent, const ChoiceQuestion &question);
};

}

#pragma once

#include "core/model/Journey.h"

#include <QDialog>

namespace isthmus::shell {

/// "Where is my message?" for one item, on one page. Shows what is known when it opens; dies when closed.
class JourneyDialog final : public QDialog
{
    Q_OBJECT
public:
    /// \p person: the other side's name.
    JourneyDialog(const model::Journey &journey, const QString &person, QWidget *parent);
};

}

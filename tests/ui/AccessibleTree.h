#pragma once

#include <QStringList>

class QAccessibleInterface;
class QWidget;

namespace isthmus::test {

/// Every accessible object below \p root that is in use.
[[nodiscard]] QList<QAccessibleInterface *> accessibleObjects(QWidget &root);

/// The widgets among them that take the keyboard; rows of lists are not widgets.
[[nodiscard]] QList<QWidget *> controls(QWidget &root);

/// Nameless controls, and pairs of controls with one role and one name; empty when all is well. Rows of lists and what is
/// inside compound widgets excepted.
[[nodiscard]] QStringList faultsOfTree(QWidget &window);

}

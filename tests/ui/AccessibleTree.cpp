#include "tests/ui/AccessibleTree.h"

#include <QAccessible>
#include <QComboBox>
#include <QSet>
#include <QWidget>

namespace isthmus::test {

namespace {

void collect(QAccessibleInterface *root, QList<QAccessibleInterface *> &found)
{
    for (int i = 0; i < root->childCount(); ++i) {
        QAccessibleInterface *child = root->child(i);
        if (!child || child->state().invisible)
            continue;
        found.append(child);
        collect(child, found);
    }
}

QWidget *controlOf(const QAccessibleInterface *one)
{
    auto *widget = qobject_cast<QWidget *>(one->object());
    const bool isControl =
        widget && one->state().focusable && one->role() != QAccessible::ListItem && widget->focusPolicy() != Qt::NoFocus;
    return isControl ? widget : nullptr;
}

}

QList<QAccessibleInterface *> accessibleObjects(QWidget &root)
{
    QList<QAccessibleInterface *> found;
    collect(QAccessible::queryAccessibleInterface(&root), found);
    return found;
}

QList<QWidget *> controls(QWidget &root)
{
    QList<QWidget *> found;
    for (const QAccessibleInterface *one : accessibleObjects(root)) {
        QWidget *control = controlOf(one);
        if (control && !found.contains(control))
            found.append(control);
    }
    return found;
}

QStringList faultsOfTree(QWidget &window)
{
    QStringList faults;
    QSet<QString> seen;
    for (const QAccessibleInterface *one : accessibleObjects(window)) {
        const QWidget *control = controlOf(one);
        if (!control)
            continue;
        // Qt gives a combo box's choice as its name on Unix, where its label is a relation; what it is called is what counts.
        const QString name =
            qobject_cast<const QComboBox *>(control) ? control->accessibleName() : one->text(QAccessible::Name);
        const QString what =
            QStringLiteral("%1 %2").arg(QString::fromLatin1(control->metaObject()->className()), control->objectName());
        if (name.isEmpty())
            faults.append(QStringLiteral("nameless: ") + what);
        const QString key = QStringLiteral("%1 '%2'").arg(one->role()).arg(name);
        if (seen.contains(key))
            faults.append(QStringLiteral("twice: %1 %2").arg(key, what));
        seen.insert(key);
    }
    return faults;
}

}

#include "tests/ui/ShownWindow.h"

#include <QAccessible>

namespace isthmus::test {

namespace {

/// Every object of assistive technology below \p root that is in use.
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

}

QStringList faultsOfTree(QWidget &window)
{
    QList<QAccessibleInterface *> all;
    collect(QAccessible::queryAccessibleInterface(&window), all);
    QStringList faults;
    QSet<QString> seen;
    for (QAccessibleInterface *one : all) {
        const QString name = one->text(QAccessible::Name);
        const bool control = one->state().focusable && one->object() && one->role() != QAccessible::ListItem
            && qobject_cast<QWidget *>(one->object())
            && static_cast<QWidget *>(one->object())->focusPolicy() != Qt::NoFocus;
        if (!control)
            continue;
        const QString what = QStringLiteral("%1 %2").arg(QString::fromLatin1(one->object()->metaObject()->className()),
                                                         one->object()->objectName());
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

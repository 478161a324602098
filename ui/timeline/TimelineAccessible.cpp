#include "ui/timeline/TimelineAccessible.h"

#include "ui/timeline/TimelineView.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

#include <algorithm>

namespace isthmus::timeline {

namespace {

class AccessibleItem final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleItem(TimelineView &view, model::ItemId id) : m_view(&view), m_id(id) {}

    [[nodiscard]] int row() const { return m_view ? m_view->rowOf(m_id) : -1; }

    bool isValid() const override { return row() >= 0; }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        const int at = row();
        if (at < 0)
            return {};
        if (kind == QAccessible::Name)
            return spokenText(m_view->item(at), m_view->person());
        if (kind != QAccessible::Description)
            return {};
        const QString details = spokenDetails(m_view->item(at));
        const auto fault = m_view->bodyFault(at);
        return fault ? verdictText(*fault) + u' ' + details : details;
    }

    QRect rect() const override
    {
        const int at = row();
        if (at < 0)
            return {};
        const QRect rect = m_view->rowRect(at);
        return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        const int at = row();
        if (at < 0) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.selected = at == m_view->currentRow();
        state.focused = state.selected && m_view->hasFocus();
        state.readOnly = true;
        const bool offscreen = !m_view->viewport()->rect().intersects(m_view->rowRect(at)) || !m_view->isVisible();
        state.offscreen = offscreen;
        state.invisible = offscreen;
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override
    {
        const int at = row();
        if (at < 0)
            return {};
        QStringList names{QAccessibleActionInterface::setFocusAction()};
        for (const ItemAction action : actionsFor(m_view->item(at), m_view->isFoldable(at)))
            names.append(actionText(action, m_view->item(at)));
        return names;
    }

    QString localizedActionName(const QString &name) const override { return name; }

    void doAction(const QString &name) override
    {
        const int at = row();
        if (at < 0)
            return;
        m_view->setCurrentRow(at);
        if (name == QAccessibleActionInterface::setFocusAction()) {
            m_view->setFocus(Qt::OtherFocusReason);
            return;
        }
        for (const ItemAction action : actionsFor(m_view->item(at), m_view->isFoldable(at))) {
            if (actionText(action, m_view->item(at)) == name)
                m_view->trigger(at, action);
        }
    }

    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<TimelineView> m_view;
    model::ItemId m_id;
};

/// Interfaces that Qt knows, by view and message. Only the window's thread comes here.
QHash<const TimelineView *, QHash<qint64, QAccessible::Id>> &known()
{
    static QHash<const TimelineView *, QHash<qint64, QAccessible::Id>> ids;
    return ids;
}

QAccessibleInterface *interfaceFor(TimelineView &view, int row)
{
    if (row < 0 || row >= view.count())
        return nullptr;
    const model::ItemId id = view.item(row).id;
    auto &ids = known()[&view];
    if (const auto it = ids.constFind(id.raw); it != ids.constEnd())
        return QAccessible::accessibleInterface(*it);
    auto *made = new AccessibleItem(view, id);
    ids.insert(id.raw, QAccessible::registerAccessibleInterface(made));
    return made;
}

class AccessibleTimeline final : public QAccessibleWidget
{
public:
    explicit AccessibleTimeline(TimelineView *view) : QAccessibleWidget(view, QAccessible::List), m_view(view) {}

    int childCount() const override { return m_view->count(); }
    QAccessibleInterface *child(int index) const override { return interfaceFor(*m_view, index); }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *item = dynamic_cast<const AccessibleItem *>(child);
        return item ? item->row() : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint point = m_view->viewport()->mapFromGlobal(QPoint(x, y));
        for (int row = 0; row < m_view->count(); ++row) {
            if (m_view->rowRect(row).contains(point))
                return interfaceFor(*m_view, row);
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        return m_view->hasFocus() ? interfaceFor(*m_view, m_view->currentRow()) : nullptr;
    }

private:
    TimelineView *m_view;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<TimelineView *>(object);
    return view ? new AccessibleTimeline(view) : nullptr;
}

}

void installTimelineAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed);
}

void forgetAccessibleItem(const TimelineView &view, model::ItemId id)
{
    const auto it = known().find(&view);
    if (it == known().end())
        return;
    if (const auto item = it->constFind(id.raw); item != it->constEnd()) {
        QAccessible::deleteAccessibleInterface(*item);
        it->erase(item);
    }
}

void forgetAccessibleItems(const TimelineView &view)
{
    const auto ids = known().take(&view);
    for (const QAccessible::Id id : ids)
        QAccessible::deleteAccessibleInterface(id);
}

void announceItemChanged(TimelineView &view, int row)
{
    if (!QAccessible::isActive())
        return;
    if (QAccessibleInterface *item = interfaceFor(view, row)) {
        QAccessibleEvent event(item, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void announceCurrent(TimelineView &view)
{
    if (!QAccessible::isActive() || !view.hasFocus())
        return;
    if (QAccessibleInterface *item = interfaceFor(view, view.currentRow())) {
        QAccessibleEvent focus(item, QAccessible::Focus);
        QAccessible::updateAccessibility(&focus);
        QAccessibleEvent selected(item, QAccessible::Selection);
        QAccessible::updateAccessibility(&selected);
    }
}

}

#include "ui/timeline/TimelineAccessible.h"

#include "ui/timeline/TimelineView.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <optional>
#include <utility>

namespace isthmus::timeline {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::timeline::Accessible)
};

/// One link of an item: its name is its text, its description where it leads. Belongs to the message, and is
/// invalid while that has fewer links.
class AccessibleLink final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleLink(TimelineView &view, model::ItemId id, int link) : m_view(&view), m_id(id), m_link(link) {}

    bool isValid() const override { return place().has_value(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return m_view ? m_view->accessibleItem(row()) : nullptr; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}
    QAccessible::Role role() const override { return QAccessible::Link; }
    [[nodiscard]] int index() const { return m_link; }

    QString text(QAccessible::Text kind) const override
    {
        const auto found = place();
        if (!found || (kind != QAccessible::Name && kind != QAccessible::Description))
            return {};
        if (kind == QAccessible::Name)
            return found->text;
        const QString target = targetText(found->link.url);
        return found->link.isMisleading ? Text::tr("Misleading: leads to %1").arg(target)
                                        : Text::tr("Leads to %1").arg(target);
    }

    QRect rect() const override
    {
        const auto found = place();
        if (!found)
            return {};
        QRectF all;
        for (const QRectF &piece : found->rects)
            all |= piece;
        const QPoint top = m_view->rowRect(row()).topLeft();
        return all.toAlignedRect().translated(m_view->viewport()->mapToGlobal(top));
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
        state.linked = true;
        state.focused = m_view->hasFocus() && at == m_view->currentRow() && m_view->currentLink() == m_link;
        const QRect shown(m_view->viewport()->mapToGlobal(QPoint()), m_view->viewport()->size());
        state.offscreen = !m_view->isVisible() || !shown.intersects(rect());
        state.invisible = state.offscreen;
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override
    {
        const int at = row();
        if (at < 0)
            return;
        if (name == pressAction()) {
            m_view->followLink(at, m_link);
        } else if (name == setFocusAction()) {
            m_view->setFocus(Qt::OtherFocusReason);
            m_view->setCurrentRow(at);
            m_view->setCurrentLink(m_link);
        }
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] int row() const { return m_view ? m_view->rowOf(m_id) : -1; }
    [[nodiscard]] std::optional<ItemLayout::LinkPlace> place() const
    {
        const int at = row();
        const auto links = at < 0 ? std::vector<ItemLayout::LinkPlace>() : m_view->linksOf(at);
        if (m_link >= static_cast<int>(links.size()))
            return std::nullopt;
        return links[static_cast<std::size_t>(m_link)];
    }

    QPointer<TimelineView> m_view;
    model::ItemId m_id;
    int m_link;
};

class AccessibleItem final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleItem(TimelineView &view, AccessibleItems &items, model::ItemId id) : m_view(&view), m_items(items), m_id(id) {}

    [[nodiscard]] int row() const { return m_view ? m_view->rowOf(m_id) : -1; }

    bool isValid() const override { return row() >= 0; }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (QAccessibleInterface *link = child(i); link && link->rect().contains(x, y))
                return link;
        }
        return nullptr;
    }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int index) const override { return m_view ? m_items.link(row(), index) : nullptr; }
    int childCount() const override { return m_view ? static_cast<int>(m_view->linksOf(row()).size()) : 0; }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *link = dynamic_cast<const AccessibleLink *>(child);
        return link && link->parent() == this ? link->index() : -1;
    }
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
        QStringList details{spokenDetails(m_view->item(at))};
        if (const auto fault = m_view->bodyFault(at))
            details.prepend(verdictText(*fault));
        if (const int links = childCount(); links > 0)
            details.append(Text::tr("%n link(s)", nullptr, links));
        details.removeAll(QString());
        return details.join(QStringLiteral(", "));
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
        state.focused = state.selected && m_view->hasFocus() && m_view->currentLink() < 0;
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
        for (const Offer &offer : m_view->offers(at))
            names.append(offer.words);
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
        for (const Offer &offer : m_view->offers(at)) {
            if (offer.words == name) {
                m_view->take(at, offer);
                return;
            }
        }
    }

    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<TimelineView> m_view;
    AccessibleItems &m_items; ///< of m_view
    model::ItemId m_id;
};

class AccessibleTimeline final : public QAccessibleWidget
{
public:
    explicit AccessibleTimeline(TimelineView *view) : QAccessibleWidget(view, QAccessible::List), m_view(view) {}

    int childCount() const override { return m_view->count(); }
    QAccessibleInterface *child(int index) const override { return m_view->accessibleItem(index); }
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
                return m_view->accessibleItem(row);
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        if (!m_view->hasFocus())
            return nullptr;
        QAccessibleInterface *item = m_view->accessibleItem(m_view->currentRow());
        return item && m_view->currentLink() >= 0 ? item->child(m_view->currentLink()) : item;
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

AccessibleItems::~AccessibleItems()
{
    forgetAll();
}

QAccessibleInterface *AccessibleItems::item(int row)
{
    if (row < 0 || row >= m_view.count())
        return nullptr;
    const model::ItemId id = m_view.item(row).id;
    Known &known = m_known[id.raw];
    if (QAccessibleInterface *made = QAccessible::accessibleInterface(known.item))
        return made;
    auto *made = new AccessibleItem(m_view, *this, id);
    known.item = QAccessible::registerAccessibleInterface(made);
    return made;
}

QAccessibleInterface *AccessibleItems::link(int row, int link)
{
    const int count = static_cast<int>(m_view.linksOf(row).size());
    if (link < 0 || link >= count)
        return nullptr;
    const model::ItemId id = m_view.item(row).id;
    std::vector<QAccessible::Id> &known = m_known[id.raw].links;
    known.resize(std::max(known.size(), static_cast<std::size_t>(count)));
    QAccessible::Id &its = known[static_cast<std::size_t>(link)];
    if (QAccessibleInterface *made = QAccessible::accessibleInterface(its))
        return made;
    auto *made = new AccessibleLink(m_view, id, link);
    its = QAccessible::registerAccessibleInterface(made);
    return made;
}

void AccessibleItems::release(const Known &known)
{
    for (const QAccessible::Id link : known.links) {
        if (link != 0)
            QAccessible::deleteAccessibleInterface(link);
    }
    if (known.item != 0)
        QAccessible::deleteAccessibleInterface(known.item);
}

void AccessibleItems::forget(model::ItemId id)
{
    release(m_known.take(id.raw));
}

void AccessibleItems::forgetAll()
{
    const auto all = std::exchange(m_known, {});
    for (const Known &known : all)
        release(known);
}

void AccessibleItems::announceChanged(int row)
{
    if (!QAccessible::isActive())
        return;
    if (QAccessibleInterface *changed = item(row)) {
        QAccessibleEvent event(changed, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void AccessibleItems::announceCurrent()
{
    if (!QAccessible::isActive() || !m_view.hasFocus())
        return;
    const int row = m_view.currentRow();
    if (m_view.currentLink() >= 0) {
        if (QAccessibleInterface *current = link(row, m_view.currentLink())) {
            QAccessibleEvent focus(current, QAccessible::Focus);
            QAccessible::updateAccessibility(&focus);
        }
        return;
    }
    if (QAccessibleInterface *current = item(row)) {
        QAccessibleEvent focus(current, QAccessible::Focus);
        QAccessible::updateAccessibility(&focus);
        QAccessibleEvent selected(current, QAccessible::Selection);
        QAccessible::updateAccessibility(&selected);
    }
}

}

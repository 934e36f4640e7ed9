// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/itemsurface.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <QWidget>
#include <QWindow>

namespace onrecord::ui {

namespace {

/// One item: a number into the surface, asked anew at every call, so it never holds what is gone.
class ItemAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ItemAccessible(QWidget *widget, int index) : m_widget(widget), m_index(index) {}

    [[nodiscard]] bool isValid() const override { return surface() && m_index < surface()->itemCount(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override { return m_widget ? m_widget->window()->windowHandle() : nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_widget); }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }

    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Name && isValid() ? surface()->itemText(m_index) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}

    [[nodiscard]] QRect rect() const override
    {
        const QRect local = isValid() ? surface()->itemRect(m_index) : QRect();
        return local.isNull() ? QRect() : QRect(surface()->itemWidget()->mapToGlobal(local.topLeft()), local.size());
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = true;
        state.focusable = true;
        state.selected = surface()->isItemSelected(m_index);
        state.focused = m_widget->hasFocus() && surface()->currentItem() == m_index;
        state.offscreen = surface()->itemRect(m_index).isNull();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (isValid())
            surface()->useItem(m_index, name == pressAction() ? ItemSurface::Use::Open : ItemSurface::Use::Select);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] ItemSurface *surface() const { return dynamic_cast<ItemSurface *>(m_widget.data()); }

    QPointer<QWidget> m_widget;
    int m_index;
};

class SurfaceAccessible final : public QAccessibleWidget
{
public:
    explicit SurfaceAccessible(QWidget *widget) : QAccessibleWidget(widget, QAccessible::List) {}
    ~SurfaceAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return surface()->itemCount(); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        auto it = m_children.constFind(index);
        if (it == m_children.constEnd())
            it = m_children.insert(index, QAccessible::registerAccessibleInterface(new ItemAccessible(widget(), index)));
        return QAccessible::accessibleInterface(*it);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return m_children.key(QAccessible::uniqueId(const_cast<QAccessibleInterface *>(child)), -1); // NOLINT: Qt's own signature
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(surface()->itemAt(surface()->itemWidget()->mapFromGlobal(QPoint(x, y))));
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return widget()->hasFocus() ? child(surface()->currentItem()) : nullptr;
    }

private:
    [[nodiscard]] ItemSurface *surface() const { return dynamic_cast<ItemSurface *>(widget()); }

    mutable QHash<int, QAccessible::Id> m_children;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    return widget && dynamic_cast<ItemSurface *>(widget) ? new SurfaceAccessible(widget) : nullptr;
}

} // namespace

void ItemSurface::exposeItems()
{
    static const bool installed = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(installed)
}

void ItemSurface::announceCurrent(QWidget *self)
{
    if (!QAccessible::isActive() || currentItem() < 0)
        return;
    QAccessibleEvent event(self, QAccessible::Focus);
    event.setChild(currentItem());
    QAccessible::updateAccessibility(&event);
}

void ItemSurface::announceReset(QWidget *self)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(self, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

} // namespace onrecord::ui

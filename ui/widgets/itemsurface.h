// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QWidget;

namespace onrecord::ui {

/// What a custom-painted view of many items (timeline, graph) tells assistive technology. The widget inherits it beside its Qt
/// class, calls exposeItems() once in its constructor, and announce… when something moved; screen readers then see a list whose
/// children have names, places and states, and can be pressed. Items are numbered 0 … itemCount() - 1 in reading order.
/// GUI thread.
class ItemSurface
{
public:
    virtual ~ItemSurface() = default;

    [[nodiscard]] virtual int itemCount() const = 0;
    /// Name and description in one sentence: reads best in Orca.
    [[nodiscard]] virtual QString itemText(int index) const = 0;
    /// In the coordinates of itemWidget(); null when it is out of view.
    [[nodiscard]] virtual QRect itemRect(int index) const = 0;
    [[nodiscard]] virtual bool isItemSelected(int index) const = 0;
    /// The item the keyboard stands on, or -1.
    [[nodiscard]] virtual int currentItem() const = 0;
    /// -1 when there is none at this place of itemWidget().
    [[nodiscard]] virtual int itemAt(QPoint position) const = 0;
    enum class Use { Select, Open };
    virtual void useItem(int index, Use use) = 0;
    /// Where the items are painted.
    [[nodiscard]] virtual QWidget *itemWidget() const = 0;

protected:
    /// Gives the widget its accessible interface. Needed once; costs nothing while no screen reader listens.
    static void exposeItems();
    /// The keyboard stands on another item.
    void announceCurrent(QWidget *self);
    /// The items are others now.
    void announceReset(QWidget *self);
};

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QObject>
#include <QSet>

namespace onrecord::explore {

/// What is highlighted everywhere: a set of ids, never rows, with one current item. Setting an equal value emits nothing,
/// which is what ends loops between panes. GUI thread.
class Selection : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] const QSet<ItemId> &items() const { return m_items; }
    [[nodiscard]] ItemId current() const { return m_current; }
    [[nodiscard]] bool has(ItemId id) const { return m_items.contains(id); }
    [[nodiscard]] ItemId hovered() const { return m_hovered; }

    void set(ItemId item);                                  ///< one item; a null id clears
    void set(const QSet<ItemId> &items, ItemId current);
    void toggle(ItemId item);
    void clear();
    void setHovered(ItemId item);                           ///< the cheap third gesture; null when nothing is under the mouse

Q_SIGNALS:
    void changed();
    void hoveredChanged();

private:
    QSet<ItemId> m_items;
    ItemId m_current;
    ItemId m_hovered;
};

} // namespace onrecord::explore

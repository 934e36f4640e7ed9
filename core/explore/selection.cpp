// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/selection.h"

namespace onrecord::explore {

void Selection::set(ItemId item)
{
    if (item.isNull())
        set({}, {});
    else
        set({item}, item);
}

void Selection::set(const QSet<ItemId> &items, ItemId current)
{
    if (items == m_items && current == m_current)
        return;
    m_items = items;
    m_current = current;
    Q_EMIT changed();
}

void Selection::toggle(ItemId item)
{
    QSet<ItemId> items = m_items;
    if (items.remove(item)) {
        set(items, m_current != item ? m_current : items.isEmpty() ? ItemId() : *items.cbegin());
        return;
    }
    items.insert(item);
    set(items, item);
}

void Selection::clear()
{
    set({}, {});
}

void Selection::setHovered(ItemId item)
{
    if (item == m_hovered)
        return;
    m_hovered = item;
    Q_EMIT hoveredChanged();
}

} // namespace onrecord::explore

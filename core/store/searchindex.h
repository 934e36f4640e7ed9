// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/store/changes.h"

namespace onrecord::store {

/// A row of the search index speaks for one item: its number is the item's id and, in the lowest four bits, its type.
[[nodiscard]] constexpr qint64 searchRow(ItemId item)
{
    return item.value * 16 + static_cast<qint64>(item.type);
}
[[nodiscard]] constexpr ItemId itemOfSearchRow(qint64 row)
{
    return {static_cast<ItemType>(row & 15), row >> 4};
}

/// What the indexed words depend on: folding, tokens, which columns. Raise with every change of these: at the next opening an index made
/// by other rules is made anew. A file without the key was made by rules 1.
inline const QString indexRulesKey = QStringLiteral("index_rules");
inline const QString indexRules = QStringLiteral("1");

/// Keeps the full-text index true to the rows: called within every change, undo and redo. Words are indexed folded.
class SearchIndex
{
public:
    explicit SearchIndex(Connection &connection) : m_connection(connection) {}

    /// Brings the index up to date for every item that these rows belong to.
    void refresh(const std::vector<ChangedRow> &rows);
    /// Makes the whole index anew.
    void rebuild();
    /// One source_text row's indexText() of the folded text, if it is known anyway: spares making it again.
    void remember(qint64 textId, const QString &indexed)
    {
        m_textId = textId;
        m_indexed = indexed;
    }

private:
    void index(ItemId item);
    void put(ItemId item, const QString &title, const QString &body);
    void putIndexed(ItemId item, const QString &title, const QString &body);

    Connection &m_connection;
    qint64 m_textId = 0;
    QString m_indexed;
};

} // namespace onrecord::store

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/store/changes.h"

#include <QHash>
#include <QString>

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

    /// Puts off what refresh() has to do to the end of a transaction: each item is indexed once, however many articles of the transaction
    /// touch it, and the index is not written out at every savepoint, as the extension does. Without write() it is forgotten, as the
    /// transaction is.
    class Hold
    {
    public:
        explicit Hold(SearchIndex &index);
        ~Hold();
        Hold(const Hold &) = delete;
        Hold &operator=(const Hold &) = delete;
        void write() { m_index.writeDue(); }

    private:
        SearchIndex &m_index;
    };

    /// Which way the changes of refresh() went.
    enum class Way { Made, MadeOrUndone };

    /// Brings the index up to date for every item that these rows belong to. What was inserted by changes that were only made cannot
    /// stand in the index yet, and is not looked for.
    void refresh(const std::vector<ChangedRow> &rows, Way way);
    /// Makes the whole index anew.
    void rebuild();
    /// One source_text row's, or one new quotation's, indexText() of the folded text, if it is known anyway: spares making it again.
    /// Forgotten with the hold.
    void rememberText(qint64 textId, const QString &indexed) { m_indexed.insert(textId, indexed); }
    void rememberQuotation(qint64 quotation, const QString &indexed) { m_indexedQuotations.insert(quotation, indexed); }

private:
    void writeDue();
    void writeLarge();
    void index(ItemId item, bool isNew = false);
    void put(ItemId item, const QString &title, const QString &body);
    void putIndexed(ItemId item, const QString &title, const QString &body);

    Connection &m_connection;
    bool m_isHeld = false;
    QHash<ItemId, bool> m_due; ///< true: cannot stand in the index yet
    QHash<qint64, QString> m_indexed; ///< by source_text
    QHash<qint64, QString> m_indexedQuotations;
};

} // namespace onrecord::store

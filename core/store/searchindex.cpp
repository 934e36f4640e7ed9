// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/searchindex.h"
#include "core/store/searchquery.h"
#include "core/text/fold.h"

#include <algorithm>

namespace onrecord::store {

namespace {

using namespace Qt::StringLiterals;

ItemType typeOfTable(const QByteArray &table)
{
    if (table == "article")
        return ItemType::Article;
    if (table == "quotation")
        return ItemType::Quotation;
    if (table == "agent" || table == "agent_name")
        return ItemType::Agent;
    if (table == "note")
        return ItemType::Note;
    return ItemType::None;
}

} // namespace

void SearchIndex::refresh(const std::vector<ChangedRow> &rows, Way way)
{
    for (const ChangedRow &row : rows) {
        if (!row.hasNewWords)
            continue;
        ItemId item{typeOfTable(row.table), row.id};
        if (item.type == ItemType::None)
            continue;
        if (row.table == "agent_name") {
            item.value = row.agent;
            if (row.agent == 0) { // the change did not touch the agent: ask the row
                Query query(m_connection, "SELECT agent_id FROM agent_name WHERE id = ?");
                query.add(row.id);
                item.value = query.next() ? query.integer(0) : 0;
            }
        }
        if (item.isNull())
            continue;
        const bool isNew = way == Way::Made && row.change == RowChange::Inserted && row.table != "agent_name";
        bool &due = m_due[item];
        due = due || isNew;
    }
    if (!m_isHeld)
        writeDue();
}

void SearchIndex::writeDue()
{
    // In the order of the index's rows: at every step back the extension writes out what it has gathered.
    std::vector<std::pair<ItemId, bool>> items(m_due.constKeyValueBegin(), m_due.constKeyValueEnd());
    std::ranges::sort(items, {}, [](const auto &item) { return searchRow(item.first); });
    m_due.clear();
    for (const auto &[item, isNew] : items)
        index(item, isNew);
}

SearchIndex::Hold::Hold(SearchIndex &index) : m_index(index)
{
    m_index.m_isHeld = true;
    m_index.writeLarge();
}

SearchIndex::Hold::~Hold()
{
    m_index.m_isHeld = false;
    m_index.m_due.clear();
    m_index.m_indexed.clear();
    m_index.m_indexedQuotations.clear();
}

/// By itself the extension makes a segment of every million bytes and merges segments as soon as four are alike: of what an import costs the
/// store, a sixth. Its settings are kept in the file; one that was made without these gets them here. They are asked for each time, since a
/// transaction that fails takes them back.
void SearchIndex::writeLarge()
{
    struct Setting {
        const char *ask;
        const char *make;
        qint64 value;
    };
    constexpr Setting settings[] = {
        // More than a transaction of an import comes to.
        {"SELECT v FROM search_config WHERE k = 'hashsize'", "INSERT INTO search(search, rank) VALUES('hashsize', ?)", 8'000'000},
        {"SELECT v FROM search_config WHERE k = 'automerge'", "INSERT INTO search(search, rank) VALUES('automerge', ?)", 8},
    };
    for (const Setting &setting : settings) {
        {
            Query known(m_connection, setting.ask);
            if (known.next() && known.integer(0) == setting.value)
                continue;
        }
        Query make(m_connection, setting.make);
        make.add(setting.value).run();
    }
}

void SearchIndex::rebuild()
{
    writeLarge();
    m_connection.execute("INSERT INTO search(search) VALUES('delete-all')");
    const auto each = [this](const char *sql, ItemType type) {
        std::vector<qint64> ids;
        Query query(m_connection, sql);
        while (query.next())
            ids.push_back(query.integer(0));
        for (const qint64 id : ids)
            index({type, id});
    };
    each("SELECT id FROM article ORDER BY id", ItemType::Article);
    each("SELECT id FROM quotation ORDER BY id", ItemType::Quotation);
    each("SELECT id FROM agent ORDER BY id", ItemType::Agent);
    each("SELECT id FROM note ORDER BY id", ItemType::Note);
}

void SearchIndex::put(ItemId item, const QString &title, const QString &body)
{
    putIndexed(item, indexText(title), indexText(body));
}

void SearchIndex::putIndexed(ItemId item, const QString &title, const QString &body)
{
    Query query(m_connection, "INSERT INTO search(rowid, title, body) VALUES(?, ?, ?)");
    query.add(searchRow(item)).add(title).add(body).run();
}

void SearchIndex::index(ItemId item, bool isNew)
{
    if (!isNew) {
        Query old(m_connection, "DELETE FROM search WHERE rowid = ?");
        old.add(searchRow(item)).run();
    }
    switch (item.type) {
    case ItemType::Article: {
        Query row(m_connection, "SELECT title, text_id FROM article WHERE id = ?");
        row.add(item.value);
        if (!row.next())
            return;
        const QString title = foldedText(row.text(0));
        if (const auto known = m_indexed.constFind(row.integer(1)); known != m_indexed.cend()) {
            putIndexed(item, indexText(title), *known);
            return;
        }
        Query text(m_connection, "SELECT text FROM source_text WHERE id = ?");
        text.add(row.integer(1));
        if (text.next())
            put(item, title, foldedText(text.text(0)));
        return;
    }
    case ItemType::Quotation: {
        if (const auto known = m_indexedQuotations.constFind(item.value); isNew && known != m_indexedQuotations.cend()) {
            putIndexed(item, {}, *known);
            return;
        }
        Query row(m_connection, "SELECT exact FROM quotation WHERE id = ?");
        row.add(item.value);
        if (row.next())
            put(item, {}, foldedText(row.text(0)));
        return;
    }
    case ItemType::Agent: {
        Query row(m_connection, "SELECT name FROM agent WHERE id = ?");
        row.add(item.value);
        if (!row.next())
            return;
        QStringList names{foldedText(row.text(0))};
        Query more(m_connection, "SELECT name FROM agent_name WHERE agent_id = ? ORDER BY id");
        more.add(item.value);
        while (more.next())
            names.append(foldedText(more.text(0)));
        names.removeDuplicates();
        put(item, names.join(u" . "_s), {});
        return;
    }
    case ItemType::Note: {
        Query row(m_connection, "SELECT text FROM note WHERE id = ?");
        row.add(item.value);
        if (row.next())
            put(item, {}, foldedText(row.text(0)));
        return;
    }
    default:
        return;
    }
}

} // namespace onrecord::store

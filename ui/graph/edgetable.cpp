// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/edgetable.h"

#include "ui/graph/graphscene.h"

namespace onrecord::ui {

void EdgeTable::set(std::shared_ptr<const explore::Graph> graph, SnapshotPtr record)
{
    beginResetModel();
    m_graph = std::move(graph);
    m_record = std::move(record);
    m_alone.clear();
    for (size_t i = 0; i < m_graph->nodes.size(); ++i) {
        if (m_graph->nodes[i].degree == 0)
            m_alone.push_back(static_cast<qint32>(i));
    }
    endResetModel();
}

int EdgeTable::edgeOf(int row) const
{
    return row >= 0 && row < static_cast<int>(m_graph->edges.size()) ? row : -1;
}

ItemId EdgeTable::itemOf(int row) const
{
    const int edge = edgeOf(row);
    const int alone = row - static_cast<int>(m_graph->edges.size());
    if (edge < 0 && (alone < 0 || alone >= static_cast<int>(m_alone.size())))
        return {};
    const qint32 node = edge >= 0 ? directed(*m_record, *m_graph, m_graph->edges[static_cast<size_t>(edge)]).first : m_alone[static_cast<size_t>(alone)];
    return m_graph->nodes[static_cast<size_t>(node)].item;
}

int EdgeTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_graph->edges.size() + m_alone.size());
}

int EdgeTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EdgeTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Passages)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const auto name = [this](qint32 node) { return nodeLabel(*m_record, m_graph->nodes[static_cast<size_t>(node)]); };
    const int edgeRow = edgeOf(index.row());
    if (edgeRow < 0)
        return index.column() == From ? QVariant(name(m_alone[static_cast<size_t>(index.row()) - m_graph->edges.size()])) : QVariant();
    const explore::GraphEdge &edge = m_graph->edges[static_cast<size_t>(edgeRow)];
    const auto [from, to] = directed(*m_record, *m_graph, edge);
    switch (index.column()) {
    case From:
        return name(from);
    case How:
        return edgeKindName(edge.kind);
    case To:
        return name(to);
    case Passages:
        return edge.weight;
    default:
        return {};
    }
}

QVariant EdgeTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case From:
        return tr("From");
    case How:
        return tr("Link");
    case To:
        return tr("To");
    case Passages:
        return tr("Passages");
    default:
        return {};
    }
}

} // namespace onrecord::ui

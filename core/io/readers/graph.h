// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"
#include "core/io/readers/entities.h"

#include <QMap>
#include <QStringList>

/// What GEXF and GraphML have in common: nodes and edges with attributes.
namespace onrecord::io {


/// A node, or an edge when it has ends.
struct GraphItem {
    QString id;
    QString label;
    QString source;
    QString target;
    bool isDirected = true;
    std::vector<Entity::Property> attributes; ///< by the names that people see
    QStringList times;                        ///< "2019 – 2021"
    int number = 0;
    qint64 line = 0;

    void add(const QString &attribute, const QString &value);
};

struct Graph {
    std::vector<GraphItem> nodes;
    std::vector<GraphItem> edges;
    QMap<QString, int> left; ///< what is left out, with numbers
    QStringList says;        ///< what the graph says of itself
};

/// A time from its ends; empty when there are none.
[[nodiscard]] QString timeBetween(const QString &start, const QString &end);

/// Nodes to people, organisations, articles and events, edges to roles and notes (entitydocuments.h); how attributes were understood is
/// remarked.
[[nodiscard]] Result<void> readGraph(Graph graph, const QString &fileName, ReadDocument &document);

[[nodiscard]] Result<void> readGexf(const QString &text, const QString &fileName, ReadDocument &document);
[[nodiscard]] Result<void> readGraphMl(const QString &text, const QString &fileName, ReadDocument &document);

} // namespace onrecord::io

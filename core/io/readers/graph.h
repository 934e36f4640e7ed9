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

/// When something was so; a side that is not stated is empty.
struct GraphTime {
    QString start;
    QString end;
    QString words; ///< of one that is no such pair: "<[2001,2003];[2010,Infinity]>"
    [[nodiscard]] QString inWords() const;
    [[nodiscard]] bool isKnown() const { return !start.isEmpty() || !end.isEmpty() || !words.isEmpty(); }
    /// It goes on: it has a beginning and no end.
    [[nodiscard]] bool isOpen() const;
};

/// A node, or an edge when it has ends.
struct GraphItem {
    QString id;
    QString label;
    QString source;
    QString target;
    bool isDirected = true;
    std::vector<Entity::Property> attributes; ///< by the names that people see
    struct TimedValue {
        QString attribute;
        QString value;
        GraphTime time;
    };
    std::vector<TimedValue> timed; ///< of the attributes those that hold for a time; there with the time behind them
    std::vector<GraphTime> times;
    int number = 0;
    qint64 line = 0;

    void add(const QString &attribute, const QString &value);
    void add(const QString &attribute, const QString &value, const GraphTime &time);
    [[nodiscard]] QStringList timesInWords() const; ///< "2019 – 2021"
};

struct Graph {
    std::vector<GraphItem> nodes;
    std::vector<GraphItem> edges;
    QMap<QString, int> left; ///< what is left out, with numbers
    QStringList says;        ///< what the graph says of itself
};

/// Nodes to people, organisations, articles and events, edges to roles and notes (entityparts.h); how attributes were
/// understood is remarked.
[[nodiscard]] Result<void> readGraph(Graph graph, const QString &fileName, ReadDocument &document);

[[nodiscard]] Result<void> readGexf(const QString &text, const QString &fileName, ReadDocument &document);
[[nodiscard]] Result<void> readGraphMl(const QString &text, const QString &fileName, ReadDocument &document);

} // namespace onrecord::io

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readers/graph.h"
#include "core/io/readers/xmlguard.h"

#include <QXmlStreamReader>

namespace onrecord::io {

inline constexpr qsizetype longestValue = 1'000'000; // of one attribute

/// Reads a graph element by element: what GEXF and GraphML have in common. Nodes and edges may lie within nodes.
class GraphXml
{
public:
    /// A text of whatever encoding it says. What XML forbids becomes U+FFFD, as a character and as a reference.
    explicit GraphXml(const QString &text);
    virtual ~GraphXml() = default;
    GraphXml(const GraphXml &) = delete;
    GraphXml &operator=(const GraphXml &) = delete;

    /// Malformed with the place, TooLarge, Empty, or what readGraph() makes of it.
    [[nodiscard]] Result<void> read(const QString &fileName, ReadDocument &document);

protected:
    virtual void begin() = 0; ///< an element; a node or edge calls open()
    virtual void end(QStringView element) = 0;
    /// What a node or edge has that states nothing of its own: name and value, none of them empty.
    virtual std::vector<std::pair<QString, QString>> fallbacks(bool isEdge) const = 0;

    QXmlStreamReader &xml() { return m_guard.xml(); }
    XmlGuard &guard() { return m_guard; }
    QString attribute(QLatin1StringView name) { return cut(xml().attributes().value(name).toString()); }
    /// What is longer than a value may be ends with a mark, and is counted.
    QString cut(const QString &value);
    Graph &graph() { return m_graph; }
    void says(const QString &what, const QString &words); ///< of the graph itself

    /// The node or edge that the reader stands on, with its ends.
    GraphItem itemHere(bool isEdge);
    void open(GraphItem item, bool isEdge);
    /// Within which the reader stands; null outside.
    [[nodiscard]] GraphItem *innermost() { return m_open.empty() ? nullptr : &m_open.back().item; }
    [[nodiscard]] bool isWithinEdge() const { return m_openEdges > 0; }

private:
    struct Open {
        GraphItem item;
        bool isEdge = false;
        int depth = 0; ///< of its element
    };

    void close();
    void measure(const GraphItem &item);

    int m_forbidden = 0; ///< before the guard, which reads what is clean
    XmlGuard m_guard;
    Graph m_graph;
    std::vector<Open> m_open;
    int m_openEdges = 0;
    qsizetype m_size = 0; ///< bytes of all values, near enough
    QString m_fault;
};

} // namespace onrecord::io

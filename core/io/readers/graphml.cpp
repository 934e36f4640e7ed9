// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/graph.h"

#include <QHash>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

/// Reads GraphML as Gephi, Cytoscape, networkx and yEd write it.
class GraphMl
{
public:
    GraphMl(const QByteArray &bytes) : m_guard(bytes) {}

    Result<Graph> read()
    {
        while (m_fault.isEmpty() && m_guard.next()) {
            if (xml().isStartElement())
                begin();
            else if (xml().isEndElement())
                end();
        }
        if (const auto whole = m_guard.outcome(); !whole)
            return std::unexpected(whole.error());
        if (!m_fault.isEmpty())
            return fail(Fault::TooLarge, m_fault);
        return std::move(m_graph);
    }

private:
    struct Key {
        QString name;
        QString of; ///< node, edge, graph, all
        QString fallback;
        bool isDrawn = false; ///< how yEd shows it: only its label is words
    };

    QXmlStreamReader &xml() { return m_guard.xml(); }
    QString attribute(QLatin1StringView name) { return xml().attributes().value(name).toString().left(longestValue); }

    void begin()
    {
        const auto name = xml().name();
        if (name == "key"_L1) {
            beginKey();
        } else if (name == "default"_L1 && !m_key.isEmpty()) {
            m_keys[m_key].fallback = elementText(m_guard);
        } else if (name == "graph"_L1) {
            if (!m_open.empty())
                ++m_graph.left[u"graphs within nodes, their nodes taken for nodes"_s];
            m_areDirected.push_back(attribute("edgedefault"_L1) != "undirected"_L1);
        } else if (name == "node"_L1 || name == "edge"_L1) {
            beginItem(name == "edge"_L1);
        } else if (name == "data"_L1) {
            readData();
        } else if (name == "hyperedge"_L1 || name == "port"_L1) {
            ++m_graph.left[name == "port"_L1 ? u"ports"_s : u"hyperedges"_s];
            (void)elementText(m_guard);
        }
    }

    void beginKey()
    {
        Key key;
        m_key = attribute("id"_L1);
        key.name = attribute("attr.name"_L1);
        key.of = attribute("for"_L1);
        key.isDrawn = attribute("yfiles.type"_L1).endsWith("graphics"_L1);
        if (key.name.isEmpty())
            key.name = m_key;
        m_keys.insert(m_key, key);
    }

    void beginItem(bool isEdge)
    {
        GraphItem item;
        item.id = attribute("id"_L1);
        item.line = xml().lineNumber();
        if (isEdge) {
            item.source = attribute("source"_L1);
            item.target = attribute("target"_L1);
            const QString directed = attribute("directed"_L1);
            item.isDirected = directed.isEmpty() ? m_areDirected.empty() || m_areDirected.back() : directed == "true"_L1;
        } else if (!m_open.empty()) {
            item.add(u"within"_s, m_open.back().id);
        }
        m_open.push_back(std::move(item));
    }

    /// A drawing's own elements hold its label; everything else of it is how it looks.
    QString labelWithin()
    {
        const int outside = m_guard.depth() - 1;
        QStringList labels;
        while (m_guard.depth() > outside && m_guard.next()) {
            if (xml().isStartElement() && (xml().name() == "NodeLabel"_L1 || xml().name() == "EdgeLabel"_L1)) {
                if (const QString label = elementText(m_guard); !label.isEmpty())
                    labels << label;
            }
        }
        return labels.join(u' ');
    }

    void readData()
    {
        const Key key = m_keys.value(attribute("key"_L1), {attribute("key"_L1), {}, {}});
        if (key.isDrawn) {
            ++m_graph.left[u"drawing"_s];
            const QString label = labelWithin();
            if (!m_open.empty() && m_open.back().label.isEmpty())
                m_open.back().label = label;
            return;
        }
        const QString value = elementText(m_guard).left(longestValue);
        if (!m_open.empty())
            m_open.back().add(key.name, value);
        else if (!value.isEmpty() && m_graph.says.size() < 20)
            m_graph.says << key.name + u": "_s + value.left(1000);
    }

    void end()
    {
        const auto name = xml().name();
        if (name == "key"_L1)
            m_key.clear();
        else if (name == "graph"_L1 && !m_areDirected.empty())
            m_areDirected.pop_back();
        if (m_open.empty() || (name != "node"_L1 && name != "edge"_L1))
            return;
        GraphItem item = std::move(m_open.back());
        m_open.pop_back();
        const bool isEdge = name == "edge"_L1;
        for (const Key &key : std::as_const(m_keys)) {
            const bool isFor = key.of == "all"_L1 || key.of == name;
            if (isFor && !key.fallback.isEmpty() && !std::ranges::contains(item.attributes, key.name, &Entity::Property::first))
                item.add(key.name, key.fallback);
        }
        std::vector<GraphItem> &items = isEdge ? m_graph.edges : m_graph.nodes;
        const size_t most = isEdge ? mostEdges : mostNodes;
        if (items.size() >= most) {
            m_fault = u"more than %1 %2"_s.arg(most).arg(isEdge ? u"edges"_s : u"nodes"_s);
            return;
        }
        item.number = static_cast<int>(items.size()) + 1;
        items.push_back(std::move(item));
    }

    XmlGuard m_guard;
    Graph m_graph;
    QHash<QString, Key> m_keys;
    QString m_key; ///< the one being declared
    QString m_fault;
    std::vector<GraphItem> m_open;
    std::vector<bool> m_areDirected; ///< the edges of each graph around this place
};

} // namespace

Result<void> readGraphMl(const QString &text, const QString &fileName, ReadDocument &document)
{
    int forbidden = 0;
    auto graph = GraphMl(cleanXml(text, forbidden)).read();
    if (!graph)
        return std::unexpected(graph.error());
    if (forbidden > 0)
        document.remarks.push_back({RemarkKind::ControlCharacters, {QString::number(forbidden)}});
    return readGraph(std::move(*graph), fileName, document);
}

} // namespace onrecord::io

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/graphxml.h"

#include <QMap>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

/// Reads GraphML as Gephi, Cytoscape, networkx and yEd write it.
class GraphMl : public GraphXml
{
public:
    using GraphXml::GraphXml;

private:
    struct Key {
        QString name;
        QString of; ///< node, edge, graph, all
        QString fallback;
        bool isDrawn = false; ///< how yEd shows it: only its label is words
    };

    void begin() override
    {
        const auto name = xml().name();
        if (name == "key"_L1) {
            beginKey();
        } else if (name == "default"_L1 && !m_key.isEmpty()) {
            m_keys[m_key].fallback = elementText(guard());
        } else if (name == "graph"_L1) {
            if (innermost())
                ++graph().left[u"graphs within nodes, their nodes taken for nodes"_s];
            m_areDirected.push_back(attribute("edgedefault"_L1) != "undirected"_L1);
        } else if (name == "node"_L1 || name == "edge"_L1) {
            beginItem(name == "edge"_L1);
        } else if (name == "data"_L1) {
            readData();
        } else if (name == "hyperedge"_L1 || name == "port"_L1) {
            ++graph().left[name == "port"_L1 ? u"ports"_s : u"hyperedges"_s];
            (void)elementText(guard());
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
        GraphItem item = itemHere(isEdge);
        if (isEdge) {
            const QString directed = attribute("directed"_L1);
            item.isDirected = directed.isEmpty() ? m_areDirected.empty() || m_areDirected.back() : directed == "true"_L1;
        } else if (innermost()) {
            item.add(u"within"_s, innermost()->id);
        }
        open(std::move(item), isEdge);
    }

    /// A drawing's own elements hold its label; everything else of it is how it looks.
    QString labelWithin()
    {
        const int outside = guard().depth() - 1;
        QStringList labels;
        while (guard().depth() > outside && guard().next()) {
            if (xml().isStartElement() && (xml().name() == "NodeLabel"_L1 || xml().name() == "EdgeLabel"_L1)) {
                if (const QString label = elementText(guard()); !label.isEmpty())
                    labels << label;
            }
        }
        return labels.join(u' ');
    }

    void readData()
    {
        const Key key = m_keys.value(attribute("key"_L1), {attribute("key"_L1), {}, {}});
        if (key.isDrawn) {
            ++graph().left[u"drawing"_s];
            const QString label = labelWithin();
            if (innermost() && innermost()->label.isEmpty())
                innermost()->label = label;
            return;
        }
        const QString value = elementText(guard()).left(longestValue);
        if (innermost())
            innermost()->add(key.name, value);
        else
            says(key.name, value);
    }

    void end(QStringView element) override
    {
        if (element == "key"_L1)
            m_key.clear();
        else if (element == "graph"_L1 && !m_areDirected.empty())
            m_areDirected.pop_back();
    }

    std::vector<std::pair<QString, QString>> fallbacks(bool isEdge) const override
    {
        std::vector<std::pair<QString, QString>> out;
        for (const Key &key : m_keys) {
            if (key.of == "all"_L1 || key.of == (isEdge ? "edge"_L1 : "node"_L1))
                out.emplace_back(key.name, key.fallback);
        }
        return out;
    }

    QMap<QString, Key> m_keys;
    QString m_key; ///< the one being declared
    std::vector<bool> m_areDirected; ///< the edges of each graph around this place
};

} // namespace

Result<void> readGraphMl(const QString &text, const QString &fileName, ReadDocument &document)
{
    return GraphMl(text).read(fileName, document);
}

} // namespace onrecord::io

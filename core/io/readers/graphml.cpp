// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/graphxml.h"

#include <QMap>
#include <utility>

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
            const bool isByDefault = m_areDirected.empty() || m_areDirected.back();
            item.isDirected = directed.isEmpty() ? isByDefault : directed == "true"_L1;
        } else if (innermost()) {
            item.add(u"within"_s, innermost()->id);
        }
        open(std::move(item), isEdge);
    }

    /// A drawing's own elements hold its labels, and at which end of an edge an arrow is; everything else of it is how
    /// it looks.
    QStringList labelsWithin()
    {
        const int outside = guard().depth() - 1;
        QStringList labels;
        while (guard().depth() > outside && guard().next()) {
            if (!xml().isStartElement())
                continue;
            if (xml().name() == "NodeLabel"_L1 || xml().name() == "EdgeLabel"_L1) {
                if (const QString label = elementText(guard()); !label.isEmpty())
                    labels << label;
            } else if (xml().name() == "Arrows"_L1 && isWithinEdge()) {
                const auto isDrawn = [](const QString &arrow) { return !arrow.isEmpty() && arrow != "none"_L1; };
                if (isDrawn(attribute("source"_L1)) && !isDrawn(attribute("target"_L1)))
                    std::swap(innermost()->source, innermost()->target);
            }
        }
        return labels;
    }

    /// The first label is what it is called, the others say more of it.
    void takeLabels(QStringList labels)
    {
        if (!innermost() || labels.isEmpty())
            return;
        if (innermost()->label.isEmpty())
            innermost()->label = labels.takeFirst();
        for (const QString &label : std::as_const(labels))
            innermost()->add(u"further label"_s, label);
    }

    void readData()
    {
        const Key key = m_keys.value(attribute("key"_L1), {attribute("key"_L1), {}, {}});
        if (key.isDrawn) {
            ++graph().left[u"drawing"_s];
            return takeLabels(labelsWithin());
        }
        const QString value = cut(elementText(guard()));
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
            const bool isOfThese = key.of == "all"_L1 || key.of == (isEdge ? "edge"_L1 : "node"_L1);
            if (isOfThese && !key.fallback.isEmpty())
                out.emplace_back(key.name, key.fallback);
        }
        return out;
    }

    QMap<QString, Key> m_keys;
    QString m_key;                   ///< the one being declared
    std::vector<bool> m_areDirected; ///< the edges of each graph around this place
};

} // namespace

Result<void> readGraphMl(const QString &text, const QString &fileName, ReadDocument &document)
{
    return GraphMl(text).read(fileName, document);
}

} // namespace onrecord::io

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/graph.h"

#include <QHash>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

/// Reads GEXF 1.1 to 1.3, element by element, whatever the namespace.
class Gexf
{
public:
    Gexf(const QByteArray &bytes) : m_guard(bytes) {}

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
    struct Attribute {
        QString title;
        QString fallback; ///< the value of who has none
    };

    QXmlStreamReader &xml() { return m_guard.xml(); }
    QString attribute(QLatin1StringView name) { return xml().attributes().value(name).toString().left(longestValue); }
    QHash<QString, Attribute> &attributesOf(bool isEdge) { return isEdge ? m_edgeAttributes : m_nodeAttributes; }

    void begin()
    {
        const QString name = xml().name().toString();
        if (xml().namespaceUri().contains("viz"_L1) || xml().prefix() == "viz"_L1) {
            ++m_graph.left[u"drawing (viz)"_s];
        } else if (name == "node"_L1 || name == "edge"_L1) {
            beginItem(name == "edge"_L1);
        } else if (name == "attributes"_L1) {
            m_class = attribute("class"_L1);
        } else if (name == "attribute"_L1) {
            m_attribute = attribute("id"_L1);
            attributesOf(m_class == "edge"_L1).insert(m_attribute, {attribute("title"_L1), {}});
        } else if (name == "default"_L1 && !m_attribute.isEmpty()) {
            attributesOf(m_class == "edge"_L1)[m_attribute].fallback = elementText(m_guard);
        } else if (name == "attvalue"_L1) {
            addValue();
        } else if ((name == "spell"_L1 || name == "slice"_L1) && !m_open.empty()) {
            addTime(m_open.back());
        } else if (name == "graph"_L1) {
            m_isDirected = attribute("defaultedgetype"_L1) == "directed"_L1;
        } else if (name == "creator"_L1 || name == "description"_L1 || name == "keywords"_L1) {
            if (const QString words = elementText(m_guard); !words.isEmpty() && m_graph.says.size() < 20)
                m_graph.says << name + u": "_s + words.left(1000);
        } else if (name == "parent"_L1) {
            ++m_graph.left[u"parents in a hierarchy"_s];
        } else if (QStringList{u"color"_s, u"position"_s, u"size"_s, u"shape"_s, u"thickness"_s}.contains(name) && !m_open.empty()) {
            ++m_graph.left[u"drawing (viz)"_s];
        }
    }

    void beginItem(bool isEdge)
    {
        GraphItem item;
        const QXmlStreamAttributes attributes = xml().attributes();
        item.id = attribute("id"_L1);
        item.label = attribute("label"_L1);
        item.line = xml().lineNumber();
        if (isEdge) {
            item.source = attribute("source"_L1);
            item.target = attribute("target"_L1);
            const QString type = attribute("type"_L1);
            item.isDirected = type.isEmpty() ? m_isDirected : type == "directed"_L1;
            if (type == "mutual"_L1)
                item.add(u"type"_s, type);
            for (const QLatin1StringView name : {"kind"_L1, "weight"_L1})
                item.add(name, attribute(name));
        } else if (!m_open.empty() || attributes.hasAttribute("pid"_L1)) {
            ++m_graph.left[u"nodes within nodes, taken for nodes"_s];
            item.add(u"within"_s, attributes.hasAttribute("pid"_L1) ? attribute("pid"_L1) : m_open.back().id);
        }
        addTime(item);
        m_open.push_back(std::move(item));
        m_openEdges += isEdge ? 1 : 0;
    }

    void addTime(GraphItem &item)
    {
        const auto first = [this](std::initializer_list<QLatin1StringView> names) {
            for (const QLatin1StringView name : names) {
                if (const QString value = attribute(name); !value.isEmpty())
                    return value;
            }
            return QString();
        };
        const QString between = timeBetween(first({"start"_L1, "startopen"_L1}), first({"end"_L1, "endopen"_L1}));
        for (const QString &time : {between, attribute("timestamp"_L1), attribute("intervals"_L1), attribute("timestamps"_L1)}) {
            if (!time.isEmpty() && item.times.size() < 1000)
                item.times << time.left(2000);
        }
    }

    void addValue()
    {
        if (m_open.empty())
            return;
        const bool isEdge = m_openEdges > 0;
        const QString id = xml().attributes().hasAttribute("for"_L1) ? attribute("for"_L1) : attribute("id"_L1);
        const QString title = attributesOf(isEdge).value(id).title;
        const QString time = timeBetween(attribute("start"_L1), attribute("end"_L1)) + attribute("timestamp"_L1);
        const QString value = attribute("value"_L1);
        m_open.back().add(title.isEmpty() ? id : title, time.isEmpty() ? value : u"%1 (%2)"_s.arg(value, time));
    }

    void end()
    {
        const auto name = xml().name();
        if (name == "attribute"_L1)
            m_attribute.clear();
        if (m_open.empty() || (name != "node"_L1 && name != "edge"_L1))
            return;
        GraphItem item = std::move(m_open.back());
        m_open.pop_back();
        const bool isEdge = name == "edge"_L1;
        m_openEdges -= isEdge ? 1 : 0;
        for (const Attribute &one : std::as_const(attributesOf(isEdge))) {
            if (!one.fallback.isEmpty() && !std::ranges::contains(item.attributes, one.title, &Entity::Property::first))
                item.add(one.title, one.fallback);
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
    QHash<QString, Attribute> m_nodeAttributes;
    QHash<QString, Attribute> m_edgeAttributes;
    QString m_class;
    QString m_attribute; ///< the one being declared
    QString m_fault;
    std::vector<GraphItem> m_open;
    int m_openEdges = 0;
    bool m_isDirected = false;
};

} // namespace

Result<void> readGexf(const QString &text, const QString &fileName, ReadDocument &document)
{
    int forbidden = 0;
    auto graph = Gexf(cleanXml(text, forbidden)).read();
    if (!graph)
        return std::unexpected(graph.error());
    if (forbidden > 0)
        document.remarks.push_back({RemarkKind::ControlCharacters, {QString::number(forbidden)}});
    return readGraph(std::move(*graph), fileName, document);
}

} // namespace onrecord::io

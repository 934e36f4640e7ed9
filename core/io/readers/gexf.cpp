// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/graphxml.h"

#include <QMap>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

/// Reads GEXF 1.1 to 1.3, element by element, whatever the namespace.
class Gexf : public GraphXml
{
public:
    using GraphXml::GraphXml;

private:
    struct Attribute {
        QString title;
        QString fallback; ///< the value of who has none
    };

    QMap<QString, Attribute> &attributesOf(bool isEdge) { return isEdge ? m_edgeAttributes : m_nodeAttributes; }

    void begin() override
    {
        const QString name = xml().name().toString();
        if (xml().namespaceUri().contains("viz"_L1) || xml().prefix() == "viz"_L1) {
            ++graph().left[u"drawing (viz)"_s];
        } else if (name == "node"_L1 || name == "edge"_L1) {
            beginItem(name == "edge"_L1);
        } else if (name == "attributes"_L1) {
            m_class = attribute("class"_L1);
        } else if (name == "attribute"_L1) {
            m_attribute = attribute("id"_L1);
            attributesOf(m_class == "edge"_L1).insert(m_attribute, {attribute("title"_L1), {}});
        } else if (name == "default"_L1 && !m_attribute.isEmpty()) {
            attributesOf(m_class == "edge"_L1)[m_attribute].fallback = elementText(guard());
        } else if (name == "attvalue"_L1) {
            addValue();
        } else if ((name == "spell"_L1 || name == "slice"_L1) && innermost()) {
            addTime(*innermost());
        } else if (name == "graph"_L1) {
            m_isDirected = attribute("defaultedgetype"_L1) == "directed"_L1;
        } else if (name == "creator"_L1 || name == "description"_L1 || name == "keywords"_L1) {
            says(name, elementText(guard()));
        } else if (name == "parent"_L1) {
            ++graph().left[u"parents in a hierarchy"_s];
        } else if (innermost() && isDrawn(name)) {
            ++graph().left[u"drawing (viz)"_s];
        }
    }

    static bool isDrawn(const QString &name)
    {
        static const QStringList names{u"color"_s, u"position"_s, u"size"_s, u"shape"_s, u"thickness"_s};
        return names.contains(name);
    }

    void beginItem(bool isEdge)
    {
        GraphItem item = itemHere(isEdge);
        item.label = attribute("label"_L1);
        const bool hasParent = xml().attributes().hasAttribute("pid"_L1);
        if (isEdge) {
            const QString type = attribute("type"_L1);
            item.isDirected = type.isEmpty() ? m_isDirected : type == "directed"_L1;
            if (type == "mutual"_L1)
                item.add(u"type"_s, type);
            for (const QLatin1StringView name : {"kind"_L1, "weight"_L1})
                item.add(name, attribute(name));
        } else if (innermost() || hasParent) {
            ++graph().left[u"nodes within nodes, taken for nodes"_s];
            item.add(u"within"_s, hasParent ? attribute("pid"_L1) : innermost()->id);
        }
        addTime(item);
        open(std::move(item), isEdge);
    }

    /// A beginning or end; none where there is none.
    QString sideOfTime(QLatin1StringView name)
    {
        const QString side = attribute(name).trimmed().left(200);
        return side == "Infinity"_L1 || side == "-Infinity"_L1 ? QString() : side;
    }

    void addTime(GraphItem &item)
    {
        const auto first = [this](std::initializer_list<QLatin1StringView> names) {
            for (const QLatin1StringView name : names) {
                if (const QString value = sideOfTime(name); !value.isEmpty())
                    return value;
            }
            return QString();
        };
        const GraphTime between{first({"start"_L1, "startopen"_L1}), first({"end"_L1, "endopen"_L1}), {}};
        std::vector<GraphTime> times{between};
        for (const QLatin1StringView name : {"timestamp"_L1, "intervals"_L1, "timestamps"_L1})
            times.push_back({{}, {}, attribute(name).left(2000)});
        for (const GraphTime &time : times) {
            if (time.isKnown() && item.times.size() < 1000)
                item.times.push_back(time);
        }
    }

    void addValue()
    {
        if (!innermost())
            return;
        const bool isEdge = isWithinEdge();
        const QString id = xml().attributes().hasAttribute("for"_L1) ? attribute("for"_L1) : attribute("id"_L1);
        const QString title = attributesOf(isEdge).value(id).title;
        const GraphTime time{sideOfTime("start"_L1), sideOfTime("end"_L1), attribute("timestamp"_L1)};
        innermost()->add(title.isEmpty() ? id : title, attribute("value"_L1), time);
    }

    void end(QStringView element) override
    {
        if (element == "attribute"_L1)
            m_attribute.clear();
    }

    std::vector<std::pair<QString, QString>> fallbacks(bool isEdge) const override
    {
        std::vector<std::pair<QString, QString>> out;
        for (const Attribute &one : isEdge ? m_edgeAttributes : m_nodeAttributes) {
            if (!one.fallback.isEmpty())
                out.emplace_back(one.title, one.fallback);
        }
        return out;
    }

    QMap<QString, Attribute> m_nodeAttributes;
    QMap<QString, Attribute> m_edgeAttributes;
    QString m_class;
    QString m_attribute; ///< the one being declared
    bool m_isDirected = false;
};

} // namespace

Result<void> readGexf(const QString &text, const QString &fileName, ReadDocument &document)
{
    return Gexf(text).read(fileName, document);
}

} // namespace onrecord::io

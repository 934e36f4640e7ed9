// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/annotation.h"

#include <QHash>
#include <QJsonArray>

/// Annotations as RDF tools write them: the W3C's vocabulary (https://www.w3.org/TR/annotation-vocab/) without its JSON context.
namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 20;
constexpr int mostValues = 2'000'000; // looked at: references may multiply them

/// Without "oa:" or the address of the vocabulary.
QString plainWord(const QString &word)
{
    for (const QString &prefix : {u"oa:"_s, u"http://www.w3.org/ns/oa#"_s, u"dcterms:"_s, u"dc:"_s, u"rdf:"_s, u"rdfs:"_s, u"foaf:"_s, u"as:"_s, u"schema:"_s}) {
        if (word.startsWith(prefix))
            return word.sliced(prefix.size());
    }
    return word;
}

QString plainKey(const QString &key)
{
    static const QHash<QString, QString> words{
        {u"@id"_s, u"id"_s},           {u"@type"_s, u"type"_s},         {u"@value"_s, u"value"_s},     {u"hasTarget"_s, u"target"_s},     {u"hasSource"_s, u"source"_s},
        {u"hasBody"_s, u"body"_s},     {u"hasSelector"_s, u"selector"_s}, {u"hasPurpose"_s, u"purpose"_s}, {u"motivatedBy"_s, u"motivation"_s}, {u"hasState"_s, u"state"_s},
        {u"hasStartSelector"_s, u"startSelector"_s}, {u"hasEndSelector"_s, u"endSelector"_s}};
    const QString word = plainWord(key);
    return words.value(word, word);
}

class Graph
{
public:
    explicit Graph(const QJsonArray &nodes)
    {
        for (const QJsonValue &node : nodes) {
            const QJsonObject object = node.toObject();
            if (const QString id = object.value(u"@id"_s).toString(object.value(u"id"_s).toString()); !id.isEmpty())
                m_nodes.insert(id, object);
        }
    }

    QJsonObject plain(const QJsonObject &object, int depth = 0)
    {
        QJsonObject out;
        for (auto one = object.begin(); one != object.end(); ++one) {
            const QString key = plainKey(one.key());
            out.insert(key, depth > deepest ? one.value() : plainValue(one.value(), key, depth + 1));
        }
        return out;
    }

private:
    QJsonValue plainValue(const QJsonValue &value, const QString &key, int depth)
    {
        if (++m_values > mostValues)
            return {};
        if (value.isArray()) {
            QJsonArray out;
            for (const QJsonValue &one : value.toArray())
                out.append(depth > deepest ? one : plainValue(one, key, depth + 1));
            return out;
        }
        QJsonObject object = value.toObject();
        const QString id = value.isString() ? value.toString() : object.size() == 1 ? object.value(u"@id"_s).toString(object.value(u"id"_s).toString()) : QString();
        const bool isWord = key == "type"_L1 || key == "motivation"_L1 || key == "purpose"_L1;
        if (isWord && !id.isEmpty())
            return plainWord(id);
        if (object.size() == 1 && object.contains(u"@value"_s))
            return key == "body"_L1 ? QJsonValue(QJsonObject{{u"value"_s, object.value(u"@value"_s)}}) : object.value(u"@value"_s);
        if (const auto node = key == "id"_L1 ? m_nodes.cend() : m_nodes.constFind(id); node != m_nodes.cend() && !id.isEmpty() && depth < 8)
            object = *node;
        return object.isEmpty() ? value : QJsonValue(plain(object, depth));
    }

    QHash<QString, QJsonObject> m_nodes;
    int m_values = 0;
};

} // namespace

std::vector<QJsonObject> plainAnnotations(const QJsonObject &object)
{
    if (!object.contains(u"@graph"_s) && !object.contains(u"oa:hasTarget"_s))
        return {object};
    const QJsonArray nodes = object.contains(u"@graph"_s) ? object.value(u"@graph"_s).toArray() : QJsonArray{object};
    Graph graph(nodes);
    std::vector<QJsonObject> out;
    for (const QJsonValue &node : nodes) {
        QJsonObject one = graph.plain(node.toObject());
        if (hasType(one, u"Annotation"_s))
            out.push_back(std::move(one));
    }
    return out;
}

} // namespace onrecord::io

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/graph.h"

#include "core/io/readers/entityparts.h"
#include "core/io/readers/graphwords.h"
#include "core/io/readers/tablecolumns.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <map>
#include <utility>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

/// Nodes and edges to entities.
class Conversion
{
public:
    Conversion(Graph graph, ReadDocument &document) : m_graph(std::move(graph)), m_document(document) {}

    Entities run()
    {
        m_out.hasIdsInProperties = false;
        // What is converted goes at once: both together may be more than there is room for.
        for (GraphItem &node : m_graph.nodes)
            addNode(std::exchange(node, {}));
        for (GraphItem &edge : m_graph.edges)
            addEdge(std::exchange(edge, {}));
        for (const auto &[event, people] : m_people)
            m_out.all[event].add(own::people, people);
        remark();
        return std::move(m_out);
    }

private:
    static Entity entityOf(const GraphItem &item, const QString &what)
    {
        Entity entity;
        entity.id = item.id;
        entity.part = u"%1 %2"_s.arg(what).arg(item.number);
        const QString id = item.id.isEmpty() ? u"without id"_s : item.id.left(200);
        entity.place = u"%1 (%2, line %3)"_s.arg(entity.part, id).arg(item.line);
        return entity;
    }

    void addNode(const GraphItem &node)
    {
        Entity entity = entityOf(node, u"node"_s);
        QString typeAttribute;
        const QString type = statedType(node, typeAttribute);
        entity.schema = schemaFor(type);
        const QString label = node.label.simplified();
        if (type.isEmpty()) {
            entity.schema = guessedSchema(label.isEmpty() ? nameAmong(node) : label);
            ++m_guessed;
        } else {
            m_understood.insert(typeAttribute, u"type"_s);
        }
        const bool isArticle = kindOf(entity) == EntityKind::Document;
        if (!label.isEmpty())
            entity.add(isArticle ? u"title"_s : u"name"_s, {label});
        for (const auto &[name, values] : node.attributes) {
            if (name != typeAttribute)
                addAttribute(entity, node, name, values);
            else if (kindOf(entity) != EntityKind::Thing && type.compare(entity.schema, Qt::CaseInsensitive) != 0)
                entity.add(u"type"_s, values); // "politician"
        }
        if (entity.value(u"name"_s).isEmpty() && entity.value(u"title"_s).isEmpty() && isSpeaking(node.id))
            entity.add(isArticle ? u"title"_s : u"name"_s, {node.id});
        const QStringList times = node.timesInWords();
        const bool isDate = kindOf(entity) == EntityKind::Event && entity.value(u"date"_s).isEmpty()
            && times.size() == 1 && !times.first().contains(u' ');
        entity.add(isDate ? u"date"_s : u"time"_s, times);
        if (const QString wrong = entity.wrongOfId(); !wrong.isEmpty())
            return m_out.refuse(entity, wrong);
        if (m_out.byId.contains(node.id))
            return m_out.refuse(entity, u"another node has the same id"_s);
        m_out.byId.insert(node.id, m_out.all.size());
        m_out.all.push_back(std::move(entity));
    }

    /// What the node says it is, in the attribute that says so.
    QString statedType(const GraphItem &node, QString &attribute)
    {
        for (const auto &[name, values] : node.attributes) {
            auto known = m_saysType.constFind(name);
            if (known == m_saysType.cend())
                known = m_saysType.insert(name, isTypeAttribute(name));
            if (*known) {
                attribute = name;
                return values.first().simplified();
            }
        }
        return {};
    }

    static QString nameAmong(const GraphItem &node)
    {
        for (const auto &[name, values] : node.attributes) {
            if (fieldOf(TableOf::People, name) == "name"_L1 || name.compare("label"_L1, Qt::CaseInsensitive) == 0)
                return values.first().simplified();
        }
        return node.id;
    }

    /// propertyFor(), asked once for each name.
    QString propertyOf(const Entity &entity, const QString &name)
    {
        auto &known = m_properties[kindOf(entity)];
        const auto found = known.constFind(name);
        return found != known.cend() ? *found : *known.insert(name, propertyFor(entity, name));
    }

    void addAttribute(Entity &entity, const GraphItem &node, const QString &name, const QStringList &values)
    {
        const QString property = propertyOf(entity, name);
        const bool isPost = property == "position"_L1 || property == own::organisation;
        if (!isPost || !std::ranges::contains(node.timed, name, &GraphItem::TimedValue::attribute))
            return addValues(entity, name, values, isDrawing(name, values.first()) ? QString() : property);
        // What was so for a time is theirs only if it goes on.
        addValues(entity, name, values, name + u" over time"_s);
        const GraphItem::TimedValue *held = nullptr;
        for (const GraphItem::TimedValue &one : node.timed) {
            if (one.attribute == name && one.time.isOpen() && (!held || held->time.start < one.time.start))
                held = &one;
        }
        if (held)
            entity.add(property, {held->value});
    }

    void addValues(Entity &entity, const QString &name, const QStringList &values, const QString &property)
    {
        if (property.isEmpty()) {
            ++m_graph.left[u"drawing"_s];
            return;
        }
        const QString means = property == own::organisation ? u"organisation"_s : property;
        m_understood.insert(name, property == name ? u"note"_s : means);
        static const QRegularExpression between(u"\\s*[;|]\\s*"_s);
        if (property == "alias"_L1 || property == "author"_L1) {
            QStringList parts;
            for (const QString &value : values)
                parts += value.split(between, Qt::SkipEmptyParts);
            entity.add(property, parts);
        } else {
            entity.add(property, values);
        }
    }

    void addEdge(const GraphItem &edge)
    {
        Entity entity = entityOf(edge, u"edge"_s);
        entity.schema = u"UnknownLink"_s;
        if (entity.id.isEmpty())
            entity.id = entity.part;
        entity.place =
            u"%1 (%2 → %3, line %4)"_s.arg(entity.part, edge.source.left(100), edge.target.left(100)).arg(edge.line);
        for (const QString &end : {edge.source, edge.target}) {
            if (!m_out.byId.contains(end))
                return m_out.refuse(entity,
                                    end.isEmpty() ? u"an end of it is missing"_s
                                                  : u"there is no node “%1”"_s.arg(end.left(200)));
        }
        if (m_edgeIds.contains(entity.id)) // programs number the edges of two nodes from 0
            entity.id += u" (%1)"_s.arg(entity.part);
        while (m_out.byId.contains(entity.id) || m_edgeIds.contains(entity.id))
            entity.id.prepend(u"edge "_s);
        if (const QString wrong = entity.wrongOfId(); !wrong.isEmpty())
            return m_out.refuse(entity, wrong);
        m_edgeIds.insert(entity.id);
        describeEdge(entity, edge);
        m_out.all.push_back(std::move(entity)); // by no id: nobody names an edge
    }

    void describeEdge(Entity &entity, const GraphItem &edge)
    {
        QStringList labels{edge.label.simplified()};
        QString role;
        for (const auto &[name, values] : edge.attributes) {
            if (isRoleAttribute(name))
                role = values.first().simplified();
            else if (isLabelAttribute(name))
                labels << values;
            else if (name.compare("weight"_L1, Qt::CaseInsensitive) != 0 || values != QStringList{u"1"_s})
                addValues(entity, name, values, isDrawing(name, values.first()) ? QString() : own::foreign(name));
            if (isRoleAttribute(name) || isLabelAttribute(name))
                m_understood.insert(name, isRoleAttribute(name) ? u"role"_s : u"what joins them"_s);
        }
        labels.removeAll(QString());
        labels.removeDuplicates();
        const Entity &source = *m_out.find(edge.source);
        const Entity &target = *m_out.find(edge.target);
        const auto is = [](const Entity &one, AgentType type) { return agentTypeOf(one.schema) == type; };
        const bool isTurned = is(source, AgentType::Organisation) && is(target, AgentType::Person)
            && (isEmploying(labels.join(u' ')) || !edge.isDirected);
        const Entity &first = isTurned ? target : source;
        const Entity &second = isTurned ? source : target;
        const bool mayBePost = is(first, AgentType::Person) && is(second, AgentType::Organisation);
        Post post = mayBePost ? postIn(labels.join(u", "_s)) : Post{};
        // A role is theirs in the organisation, unless the edge says that something else joins the two ("sued").
        post.isOne = mayBePost && (post.isOne || isEmploying(labels.join(u' ')) || (!role.isEmpty() && labels.isEmpty()));
        if (post.isOne) {
            entity.schema = post.isMember ? u"Membership"_s : u"Employment"_s;
            entity.add(post.isMember ? u"member"_s : u"employee"_s, {first.id});
            entity.add(post.isMember ? u"organization"_s : u"employer"_s, {second.id});
            entity.add(u"role"_s, {role.isEmpty() ? post.role : role});
            entity.add(u"label"_s, labels);
            addTimes(entity, edge);
        } else {
            entity.add(u"subject"_s, {source.id});
            entity.add(u"object"_s, {target.id});
            entity.add(u"role"_s, labels);
            if (!role.isEmpty())
                entity.add(u"as"_s, {role});
            if (!edge.isDirected)
                entity.add(own::undirected, {u"1"_s});
            joinTwo(m_out.byId.value(edge.source), m_out.byId.value(edge.target));
            joinTwo(m_out.byId.value(edge.target), m_out.byId.value(edge.source));
        }
        entity.add(u"time"_s, edge.timesInWords());
    }

    /// A post is held while one of its times goes on.
    static void addTimes(Entity &post, const GraphItem &edge)
    {
        const auto open = std::ranges::find_if(edge.times, &GraphTime::isOpen);
        if (open != edge.times.end())
            post.add(own::since, {open->start});
        else if (!edge.times.empty())
            post.add(own::ended, {u"1"_s});
    }

    /// What an edge says of an event or an article beyond the line that tells of it.
    void joinTwo(size_t place, size_t otherPlace)
    {
        const Entity &one = m_out.all[place];
        Entity &other = m_out.all[otherPlace];
        if (kindOf(one) == EntityKind::Agent && kindOf(other) == EntityKind::Event)
            m_people[otherPlace] << namedAs(one);
        if (isOutlet(one) && kindOf(other) == EntityKind::Document && other.value(u"publisher"_s).isEmpty())
            other.add(u"publisher"_s, {one.caption()});
    }

    void remark()
    {
        QStringList columns;
        for (const auto &[name, property] : m_understood.asKeyValueRange())
            columns << u"%1 → %2"_s.arg(name.left(80), property.left(80));
        if (!columns.isEmpty())
            m_document.remarks.push_back({RemarkKind::Columns, {columns.mid(0, 60).join(u", "_s)}});
        if (m_guessed > 0)
            m_document.remarks.push_back({RemarkKind::NodesGuessed, {QString::number(m_guessed)}});
        QStringList left;
        for (const auto &[what, count] : m_graph.left.asKeyValueRange())
            left << u"%1 (%2)"_s.arg(what).arg(count);
        if (!left.isEmpty())
            m_document.remarks.push_back({RemarkKind::GraphLeft, {left.join(u", "_s)}});
        if (!m_graph.says.isEmpty())
            m_document.remarks.push_back({RemarkKind::GraphSays, {m_graph.says.join(u"; "_s).left(5000)}});
    }

    Graph m_graph;
    ReadDocument &m_document;
    Entities m_out;
    QSet<QString> m_edgeIds;
    std::map<size_t, QStringList> m_people;                     ///< of events
    std::map<EntityKind, QHash<QString, QString>> m_properties; ///< by attribute, for a kind of node
    QHash<QString, bool> m_saysType;                            ///< likewise
    QMap<QString, QString> m_understood;
    int m_guessed = 0;
};

} // namespace

void GraphItem::add(const QString &attribute, const QString &value)
{
    const QString words = value.trimmed();
    if (words.isEmpty() || attribute.isEmpty())
        return;
    const auto known = std::ranges::find(attributes, attribute, &Entity::Property::first);
    if (known != attributes.end())
        known->second << words;
    else if (std::ssize(attributes) < mostProperties)
        attributes.emplace_back(attribute, QStringList{words});
    else
        attributes.back().second << attribute + u": "_s + words;
}

void GraphItem::add(const QString &attribute, const QString &value, const GraphTime &time)
{
    if (!time.isKnown())
        return add(attribute, value);
    add(attribute, u"%1 (%2)"_s.arg(value, time.inWords()));
    timed.push_back({attribute, value.trimmed(), time});
}

QStringList GraphItem::timesInWords() const
{
    QStringList out;
    for (const GraphTime &time : times)
        out << time.inWords();
    return out;
}

bool GraphTime::isOpen() const
{
    static const QRegularExpression goesOn(u",\\s*Infinity"_s);
    return (!start.isEmpty() && end.isEmpty()) || goesOn.match(words).hasMatch();
}

QString GraphTime::inWords() const
{
    QStringList out;
    if (!start.isEmpty() && !end.isEmpty() && start != end)
        out << start + u" – "_s + end;
    else if (start.isEmpty() && !end.isEmpty())
        out << u"until "_s + end;
    else if (!start.isEmpty())
        out << (end.isEmpty() ? u"since "_s + start : start);
    if (!words.isEmpty())
        out << words;
    return out.join(u", "_s);
}

Result<void> readGraph(Graph graph, const QString &fileName, ReadDocument &document)
{
    if (graph.nodes.empty() && graph.edges.empty())
        return fail(Fault::Empty, u"a graph without nodes"_s);
    return readEntities(Conversion(std::move(graph), document).run(), fileName, document);
}

} // namespace onrecord::io

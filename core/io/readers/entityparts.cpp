// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/entityparts.h"

#include "core/io/readers/entitydocuments.h"
#include "core/io/readers/entitylinks.h"
#include "core/io/readers/recordtext.h"
#include "core/text/fold.h"

#include <QMap>
#include <QSet>
#include <algorithm>
#include <memory>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

/// What goes into one document.
struct Group {
    QString name; ///< of the part, before " of FILE"
    EntityGroup entities;
    EntityGroup quotations;
};

QString wordFor(const Entity &entity)
{
    switch (kindOf(entity)) {
    case EntityKind::Agent: {
        const AgentType type = agentTypeOf(entity.schema).value_or(AgentType::Person);
        return type == AgentType::Person      ? u"person"_s
            : type == AgentType::Organisation ? u"organisation"_s
            : type == AgentType::Place        ? u"place"_s
                                              : u"product"_s;
    }
    case EntityKind::Document:
        return u"article"_s;
    case EntityKind::Page:
        return u"page of an article"_s;
    case EntityKind::Event:
        return u"event"_s;
    case EntityKind::Link:
        if (isQuotation(entity))
            return u"quotation"_s;
        return linkSchemaOf(entity.schema)->isPost ? u"role and note"_s : u"note"_s;
    default:
        return u"note"_s;
    }
}

/// "Person → person (12), Ownership → note (3)".
void remarkOnSchemas(const Entities &entities, ReadDocument &document)
{
    constexpr qsizetype most = 40;
    QMap<QString, int> counts;
    for (const Entity &entity : entities.all)
        ++counts[entity.schema.left(60) + u" → "_s + wordFor(entity)];
    QStringList words;
    for (const auto &[schema, count] : counts.asKeyValueRange())
        words << u"%1 (%2)"_s.arg(schema).arg(count);
    if (words.size() > most)
        words = words.first(most) << u"…"_s;
    document.remarks.push_back({RemarkKind::EntitiesRead, {words.join(u", "_s)}});
}

void remarkOnNames(const EntityGroup &people, ReadDocument &document)
{
    QSet<std::pair<AgentType, QString>> names;
    for (const Entity *one : people)
        names.insert({agentTypeOf(one->schema).value_or(AgentType::Person), foldedText(one->caption())});
    if (const auto twice = static_cast<qsizetype>(people.size()) - names.size(); twice > 0)
        document.remarks.push_back({RemarkKind::SameNames, {QString::number(twice)}});
}

bool isNamed(const Entity &entity)
{
    return !entity.value(u"name"_s).simplified().isEmpty() || !entity.value(u"firstName"_s).isEmpty()
        || !entity.value(u"lastName"_s).isEmpty();
}

/// The document without its own words and address: where words were quoted that do not stand in it.
Entity quotedFrom(const Entity &article)
{
    Entity out;
    out.id = article.id;
    out.schema = article.schema;
    out.part = article.part;
    out.place = article.place;
    for (const QString &property :
         {u"title"_s, u"name"_s, u"publisher"_s, u"author"_s, u"publishedAt"_s, u"date"_s, u"language"_s})
        out.add(property, article.values(property));
    out.add(u"address"_s, article.values(u"sourceUrl"_s));
    return out;
}

class Parting
{
public:
    Parting(Entities entities, QString fileName, ReadDocument &document)
        : m_entities(std::move(entities)),
          m_fileName(std::move(fileName)),
          m_document(document)
    {
    }

    Result<void> run()
    {
        if (!m_entities.isPart)
            remarkOnSchemas(m_entities, m_document);
        joinLinks(m_entities);
        makeGroups();
        if (m_groups.empty() && m_entities.refused.empty())
            return fail(Fault::Empty, u"no entity in it"_s);
        if (m_groups.empty() && m_entities.refused.size() == 1)
            return fail(Fault::Malformed, m_entities.refused.front().why);
        if (m_groups.size() == 1 && m_entities.refused.empty())
            return read(m_groups.front());
        for (const Group &group : m_groups)
            m_document.parts.push_back({group.name + u" of "_s + m_fileName, linesOf(group), {}});
        addRefusals(m_document, refusals(), m_fileName);
        return {};
    }

private:
    void makeGroups()
    {
        Group people{u"people"_s, {}, {}};
        Group events{u"events"_s, {}, {}};
        QHash<QString, EntityGroup> quotations;
        for (const Entity &entity : m_entities.all) {
            if (kindOf(entity) == EntityKind::Link)
                quotations[entity.value(u"document"_s)].push_back(&entity);
        }
        std::vector<Group> articles;
        for (const Entity &entity : m_entities.all) {
            switch (kindOf(entity)) {
            case EntityKind::Agent:
                if (isNamed(entity))
                    people.entities.push_back(&entity);
                else
                    m_entities.refuse(entity, u"nobody is named"_s);
                break;
            case EntityKind::Document:
                addArticle(entity, quotations.value(entity.id), articles);
                break;
            case EntityKind::Event:
                events.entities.push_back(&entity);
                break;
            default:
                break;
            }
        }
        remarkOnNames(people.entities, m_document);
        // Who is known by which names comes first, what happened behind the articles that report it.
        if (!people.entities.empty())
            m_groups.push_back(std::move(people));
        std::ranges::move(articles, std::back_inserter(m_groups));
        if (!events.entities.empty())
            m_groups.push_back(std::move(events));
    }

    void addArticle(const Entity &entity, const EntityGroup &quotations, std::vector<Group> &articles)
    {
        const QString &name = entity.part;
        const bool hasWords = !entity.value(u"bodyText"_s).isEmpty() || !entity.value(u"bodyHtml"_s).isEmpty();
        const bool isBare = !hasWords && quotations.empty() && entity.value(u"title"_s).isEmpty()
            && entity.value(u"name"_s).isEmpty() && entity.value(u"sourceUrl"_s).isEmpty();
        if (isBare)
            return m_entities.refuse(entity, u"it has neither title, address nor words"_s);
        Group article{name, {&entity}, {}};
        Group record{u"quotations of "_s + name, {}, {}};
        const QString body = hasWords && !quotations.empty() ? bodyOf(entity) : QString();
        for (const Entity *quotation : quotations)
            (!hasWords || holdsOnce(body, *quotation) ? article : record).quotations.push_back(quotation);
        articles.push_back(std::move(article));
        if (record.quotations.empty())
            return;
        m_records.push_back(std::make_unique<Entity>(quotedFrom(entity)));
        record.entities.push_back(m_records.back().get());
        articles.push_back(std::move(record));
    }

    Result<void> read(const Group &group)
    {
        const Entity &first = *group.entities.front();
        switch (kindOf(first)) {
        case EntityKind::Agent:
            listPeople(group.entities, m_document);
            return {};
        case EntityKind::Event:
            listEvents(group.entities, m_document);
            return {};
        default:
            return readEntityArticle(first, group.quotations, m_document);
        }
    }

    static QByteArray linesOf(const Group &group)
    {
        QByteArray lines;
        for (const Entity *one : group.entities)
            lines += toLine(*one);
        for (const Entity *one : group.quotations) {
            Entity quotation = *one;
            std::erase_if(quotation.properties,
                          [](const Entity::Property &property) { return property.first == "entity"_L1; });
            lines += toLine(quotation);
        }
        return lines;
    }

    [[nodiscard]] std::vector<ReadPart> refusals() const
    {
        std::vector<ReadPart> out;
        for (const RefusedEntity &one : m_entities.refused)
            out.push_back({one.part.left(500) + u" of "_s + m_fileName, {}, one.why.left(2000)});
        return out;
    }

    Entities m_entities;
    QString m_fileName;
    ReadDocument &m_document;
    std::vector<Group> m_groups;
    std::vector<std::unique_ptr<Entity>> m_records;
};

} // namespace

Result<void> readEntities(Entities entities, const QString &fileName, ReadDocument &document)
{
    return Parting(std::move(entities), fileName, document).run();
}

} // namespace onrecord::io

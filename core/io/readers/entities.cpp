// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/entities.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<LinkSchema, 20> links{{
    {u"Employment", u"employee", u"employer", u"works for", true},
    {u"Directorship", u"director", u"organization", u"director of", true},
    {u"Membership", u"member", u"organization", u"member of", true},
    {u"Occupancy", u"holder", u"post", u"holds", true},
    {u"Ownership", u"owner", u"asset", u"owns"},
    {u"Associate", u"person", u"associate", u"associate of"},
    {u"Family", u"person", u"relative", u"related to"},
    {u"Representation", u"agent", u"client", u"represents"},
    {u"Succession", u"predecessor", u"successor", u"succeeded by"},
    {u"UnknownLink", u"subject", u"object", u"linked to"},
    {u"Documentation", u"entity", u"document", u"documented in"},
    {u"Similar", u"candidate", u"match", u"possibly the same as"},
    {u"Payment", u"payer", u"beneficiary", u"pays"},
    {u"Debt", u"debtor", u"creditor", u"owes"},
    {u"ProjectParticipant", u"participant", u"project", u"takes part in"},
    {u"CourtCaseParty", u"party", u"case", u"party to"},
    {u"ContractAward", u"supplier", u"contract", u"supplies"},
    {u"Mention", u"resolved", u"document", u"mentioned in"},
    {u"EconomicActivity", u"holder", u"activity", u"active in"},
    {u"EventLink", u"subject", u"event", u"part of"},
}};

/// What each of them is too.
constexpr std::pair<QStringView, QStringView> generals[]{
    {u"Person", u"LegalEntity"},
    {u"Organization", u"LegalEntity"},
    {u"Company", u"Organization"},
    {u"Company", u"Asset"},
    {u"PublicBody", u"Organization"},
    {u"LegalEntity", u"Thing"},
    {u"Asset", u"Thing"},
    {u"Vehicle", u"Asset"},
    {u"Vessel", u"Vehicle"},
    {u"Airplane", u"Vehicle"},
    {u"RealEstate", u"Asset"},
    {u"Security", u"Asset"},
    {u"Document", u"Thing"},
    {u"Article", u"Document"},
    {u"HyperText", u"Document"},
    {u"PlainText", u"Document"},
    {u"Pages", u"Document"},
    {u"Email", u"Document"},
    {u"Image", u"Document"},
    {u"Video", u"Document"},
    {u"Audio", u"Document"},
    {u"Table", u"Document"},
    {u"Workbook", u"Document"},
    {u"Event", u"Thing"},
    {u"Trip", u"Event"},
    {u"Directorship", u"Interest"},
    {u"Ownership", u"Interest"},
    {u"Employment", u"Interest"},
    {u"Membership", u"Interest"},
    {u"Family", u"Interest"},
    {u"Associate", u"Interest"},
};

/// Whether whatever is the one is the other too.
bool isA(QStringView schema, QStringView general)
{
    std::vector<QStringView> known{schema};
    for (size_t i = 0; i < known.size(); ++i) {
        if (known[i] == general)
            return true;
        for (const auto &[special, more] : generals) {
            if (special == known[i])
                known.push_back(more);
        }
    }
    return false;
}

/// A string as JSON writes it.
QByteArray inJson(const QString &words)
{
    const QByteArray list = QJsonDocument(QJsonArray{words}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

} // namespace

QStringList Entity::values(const QString &property) const
{
    const auto found = std::ranges::find(properties, property, &Property::first);
    return found == properties.end() ? QStringList() : found->second;
}

QString Entity::value(const QString &property) const
{
    const auto found = std::ranges::find(properties, property, &Property::first);
    return found == properties.end() ? QString() : found->second.first();
}

void Entity::add(const QString &property, const QStringList &values)
{
    auto found = std::ranges::find(properties, property, &Property::first);
    QStringList all = found == properties.end() ? QStringList() : std::move(found->second);
    for (const QString &one : values) {
        if (const QString value = one.trimmed(); !value.isEmpty())
            all << value;
    }
    if (all.size() > 1)
        all.removeDuplicates();
    if (found != properties.end())
        found->second = std::move(all);
    else if (!all.isEmpty())
        properties.emplace_back(property, std::move(all));
}

void Entity::putFirst(const QString &property, const QString &value)
{
    const auto found = std::ranges::find(properties, property, &Property::first);
    if (found == properties.end())
        return add(property, {value});
    const QString first = value.trimmed();
    found->second.removeAll(first);
    found->second.prepend(first);
}

QString Entity::caption() const
{
    for (const QString &property : {u"name"_s, u"title"_s, u"fileName"_s}) {
        if (const QString words = value(property).simplified(); !words.isEmpty())
            return words.left(500);
    }
    const QString name = QString(value(u"firstName"_s) + u' ' + value(u"lastName"_s)).simplified();
    return name.isEmpty() ? id.left(500) : name.left(500);
}

QString Entity::wrongOfId() const
{
    if (id.isEmpty())
        return u"it has no id"_s;
    return id.size() > longestId ? u"its id has more than %1 letters"_s.arg(longestId) : QString();
}

const Entity *Entities::find(const QString &id) const
{
    const auto place = byId.constFind(id);
    return place == byId.cend() ? nullptr : &all[*place];
}

void Entities::refuse(const Entity &entity, const QString &why)
{
    refused.push_back(
        {entity.part, u"%1 (%2 %3): %4"_s.arg(entity.place, entity.schema.left(60), entity.caption().left(120), why)});
}

std::optional<AgentType> agentTypeOf(const QString &schema)
{
    static const QHash<QString, AgentType> types{{u"Person"_s, AgentType::Person},
                                                 {u"Organization"_s, AgentType::Organisation},
                                                 {u"Company"_s, AgentType::Organisation},
                                                 {u"PublicBody"_s, AgentType::Organisation},
                                                 {u"LegalEntity"_s, AgentType::Organisation},
                                                 {u"Place"_s, AgentType::Place},
                                                 {u"Product"_s, AgentType::Product}};
    const auto found = types.constFind(schema);
    return found == types.cend() ? std::optional<AgentType>() : *found;
}

QString moreSpecific(const QString &one, const QString &other)
{
    return isA(one, other) ? one : isA(other, one) ? other : QString();
}

const LinkSchema *linkSchemaOf(const QString &schema)
{
    const auto *const found = std::ranges::find(links, schema, &LinkSchema::schema);
    return found == links.end() ? nullptr : found;
}

EntityKind kindOf(const Entity &entity)
{
    static const QStringList documents{u"Document"_s, u"Article"_s, u"HyperText"_s, u"PlainText"_s,
                                       u"Pages"_s,    u"Email"_s,   u"Image"_s,     u"Video"_s,
                                       u"Audio"_s,    u"Table"_s,   u"Workbook"_s};
    if (agentTypeOf(entity.schema))
        return EntityKind::Agent;
    if (documents.contains(entity.schema))
        return EntityKind::Document;
    if (entity.schema == "Page"_L1)
        return EntityKind::Page;
    if (entity.schema == "Event"_L1 || entity.schema == "Trip"_L1)
        return EntityKind::Event;
    if (entity.schema == "Note"_L1)
        return EntityKind::Note;
    return linkSchemaOf(entity.schema) ? EntityKind::Link : EntityKind::Thing;
}

QByteArray toLine(const Entity &entity)
{
    QJsonObject properties;
    for (const auto &[name, values] : entity.properties)
        properties.insert(name, QJsonArray::fromStringList(values));
    return "{\"id\":" + inJson(entity.id) + ",\"schema\":" + inJson(entity.schema) + ',' + QByteArrayView(partMark)
        + ",\"properties\":" + QJsonDocument(properties).toJson(QJsonDocument::Compact) + "}\n";
}

QString entryOf(const Entity &entity)
{
    return u"[%1 %2]"_s.arg(entity.schema, entity.id);
}

QString namedAs(const Entity &entity)
{
    return entity.schema + u' ' + entity.caption().simplified() + u'\n' + entryOf(entity);
}

NamedEntity namedIn(const QString &words)
{
    const QString somebody = words.section(u'\n', 0, 0);
    return {agentTypeOf(somebody.section(u' ', 0, 0)).value_or(AgentType::Person), somebody.section(u' ', 1),
            words.section(u'\n', 1)};
}

} // namespace onrecord::io

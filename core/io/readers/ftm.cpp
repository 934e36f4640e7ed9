// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/ftm.h"

#include "core/io/readers/entityparts.h"
#include "core/io/readers/jsonitems.h"
#include "core/io/readers/jsonkeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <algorithm>
#include <deque>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostEntities = 200'000;

class Reading
{
public:
    explicit Reading(ReadDocument &document) : m_document(document) {}

    Result<void> read(const QString &text)
    {
        const auto items = jsonItems(text, mostEntities);
        // One foreign line is enough: a file that has the mark somewhere did not come from us.
        m_out.isPart = !items.empty()
            && std::ranges::all_of(items, [](const JsonItem &item) { return item.json.contains(partMark); });
        m_out.hasIdsInProperties = !m_out.isPart; // ids were told of when the whole was read
        for (size_t i = 0; i < items.size() && !isTooMuch(items.size()); ++i)
            readItem(items[i]);
        if (isTooMuch(items.size()))
            return fail(Fault::TooLarge, u"more than %1 entities"_s.arg(mostEntities));
        for (const size_t place : std::as_const(m_joinedPlaces)) {
            for (auto &[property, values] : m_out.all[place].properties)
                values.removeDuplicates();
        }
        remark();
        return {};
    }

    Entities take() { return std::move(m_out); }

private:
    [[nodiscard]] bool isTooMuch(size_t items) const { return items > mostEntities || m_out.all.size() > mostEntities; }

    void refuse(const QString &place, const QString &why)
    {
        m_out.refused.push_back({place, u"%1: %2"_s.arg(place, why)});
    }

    void readItem(const JsonItem &item)
    {
        const QString place = u"line %1"_s.arg(item.line);
        const QByteArray bytes = item.json.toUtf8();
        const QJsonDocument json = QJsonDocument::fromJson(withWrittenNumbers(bytes));
        if (!json.isObject()) {
            QJsonParseError error;
            (void)QJsonDocument::fromJson(bytes, &error);
            const bool isBroken = error.error != QJsonParseError::NoError;
            return refuse(place,
                          isBroken ? u"its JSON is broken at byte %1: %2"_s.arg(error.offset).arg(error.errorString())
                                   : u"it is no object"_s);
        }
        if (const QString key = repeatedKey(bytes); !key.isEmpty() && m_twice.isEmpty())
            m_twice = key.left(80);
        const QJsonObject object = json.object();
        if (const QJsonValue results = object.value(u"results"_s); results.isArray() && !object.contains(u"schema"_s)) {
            const QJsonArray page = results.toArray();
            for (qsizetype i = 0; i < page.size(); ++i)
                readObjects(page[i].toObject(), u"%1 result %2"_s.arg(place).arg(i + 1));
            m_onPages += page.size();
            m_inAnswer = std::max(m_inAnswer, object.value(u"total"_s).toString().toLongLong());
            m_goesOn = !object.value(u"next"_s).toString().isEmpty();
            return;
        }
        readObjects(object, place);
    }

    /// An entity, and those that stand in it: Aleph answers with the entity itself where the file has its id.
    void readObjects(const QJsonObject &object, const QString &place)
    {
        m_within.push_back({object, place});
        int number = 0;
        for (; !m_within.empty(); m_within.pop_front()) {
            const auto &[one, outer] = m_within.front();
            readObject(one, number == 0 ? outer : u"%1, within %2"_s.arg(outer).arg(number), place);
            ++number;
        }
    }

    void readObject(const QJsonObject &object, const QString &place, const QString &outermost)
    {
        Entity entity;
        entity.part = place;
        entity.place = place;
        entity.id = object.value(u"id"_s).toString().trimmed();
        entity.schema = object.value(u"schema"_s).toString().trimmed();
        if (const QString wrong = entity.wrongOfId(); !wrong.isEmpty())
            return refuse(place, wrong);
        if (entity.schema.isEmpty() || entity.schema.size() > 100)
            return refuse(place, u"“%1” has no schema"_s.arg(entity.id.left(200)));
        const QJsonValue properties = object.value(u"properties"_s);
        if (!properties.isObject())
            return refuse(place, u"“%1” has no properties"_s.arg(entity.id.left(200)));
        const QJsonObject all = properties.toObject();
        if (all.size() > mostProperties + (m_out.isPart ? mostAddedProperties : 0))
            return refuse(place, u"“%1” has more than %2 properties"_s.arg(entity.id.left(200)).arg(mostProperties));
        for (auto it = all.begin(); it != all.end(); ++it) {
            if (const QString wrong = addProperty(entity, it.key(), it.value(), outermost); !wrong.isEmpty())
                return refuse(place, u"“%1”: %2"_s.arg(entity.id.left(200), wrong));
        }
        addCaption(entity, object.value(u"caption"_s).toString().trimmed());
        noteKeys(object);
        add(std::move(entity));
    }

    /// What is wrong with it; empty when nothing is.
    QString addProperty(Entity &entity, const QString &name, const QJsonValue &value, const QString &outermost)
    {
        if (!value.isArray())
            return u"“%1” is no list of values"_s.arg(name.left(80));
        QStringList values;
        for (const QJsonValue &one : value.toArray()) {
            const QJsonObject inner = one.toObject();
            if (one.isString()) {
                values << one.toString();
            } else if (one.isBool()) {
                values << one.toVariant().toString();
            } else if (const QString id = inner.value(u"id"_s).toString().trimmed(); !id.isEmpty()) {
                values << id;
                if (inner.contains(u"schema"_s))
                    m_within.push_back({inner, outermost});
            } else if (!one.isNull()) {
                return u"a value of “%1” is neither words nor an entity"_s.arg(name.left(80));
            }
        }
        entity.add((m_out.isPart ? name : own::foreign(name)).left(200), values);
        return {};
    }

    /// The name that people see, whatever others stand before it.
    static void addCaption(Entity &entity, const QString &caption)
    {
        const EntityKind kind = kindOf(entity);
        if (caption.isEmpty() || caption == entity.id)
            return;
        if (kind == EntityKind::Agent || kind == EntityKind::Event || kind == EntityKind::Thing)
            entity.putFirst(u"name"_s, caption);
        else if (entity.value(u"name"_s).isEmpty() && entity.value(u"title"_s).isEmpty()
                 && entity.schema != "Documentation"_L1)
            entity.add(kind == EntityKind::Document ? u"title"_s : u"name"_s, {caption});
    }

    void noteKeys(const QJsonObject &object)
    {
        static const QStringList known{u"id"_s, u"schema"_s, u"properties"_s, u"caption"_s};
        for (auto it = object.begin(); it != object.end(); ++it) {
            const bool isLeft = !known.contains(it.key()) && !(m_out.isPart && it.key() == partKey);
            if (isLeft && (m_left.size() < 100 || m_left.contains(it.key())))
                ++m_left[it.key().left(80)];
        }
    }

    void add(Entity entity)
    {
        const auto known = m_out.byId.constFind(entity.id);
        if (known == m_out.byId.cend()) {
            m_out.byId.insert(entity.id, m_out.all.size());
            m_out.all.push_back(std::move(entity));
            return;
        }
        Entity &there = m_out.all[*known];
        const QString schema = moreSpecific(there.schema, entity.schema);
        if (schema.isEmpty())
            return m_out.refuse(entity, u"%1 has the same id and is a %2"_s.arg(there.place, there.schema));
        const auto isNew = [&there](const Entity::Property &one) {
            return !std::ranges::contains(there.properties, one.first, &Entity::Property::first);
        };
        if (std::ssize(there.properties) + std::ranges::count_if(entity.properties, isNew) > mostProperties)
            return m_out.refuse(
                entity,
                u"with it, the entity of %1 has more than %2 properties"_s.arg(there.place).arg(mostProperties));
        for (auto &property : entity.properties) {
            const auto same = std::ranges::find(there.properties, property.first, &Entity::Property::first);
            if (same != there.properties.end())
                same->second += property.second; // once each in the end
            else
                there.properties.push_back(std::move(property));
        }
        there.schema = schema;
        m_joinedPlaces.insert(*known);
        ++m_joined;
    }

    void remark()
    {
        if (!m_twice.isEmpty())
            m_document.remarks.push_back({RemarkKind::SaidTwice, {m_twice}});
        if (m_joined > 0)
            m_document.remarks.push_back({RemarkKind::EntitiesJoined, {QString::number(m_joined)}});
        if (m_inAnswer == 0 ? m_goesOn : m_inAnswer > m_onPages)
            m_document.remarks.push_back(
                {RemarkKind::EntitiesElsewhere,
                 {QString::number(m_onPages), m_inAnswer > m_onPages ? QString::number(m_inAnswer) : u"?"_s}});
        if (m_left.isEmpty())
            return;
        QStringList keys;
        for (const auto &[key, count] : m_left.asKeyValueRange())
            keys << u"%1 (%2)"_s.arg(key).arg(count);
        m_document.remarks.push_back({RemarkKind::EntityKeysLeft, {keys.join(u", "_s).left(4000)}});
    }

    ReadDocument &m_document;
    Entities m_out;
    QMap<QString, int> m_left;
    QString m_twice;
    int m_joined = 0;
    QSet<size_t> m_joinedPlaces;
    std::deque<std::pair<QJsonObject, QString>> m_within; ///< to be read, with the line they stand in
    qint64 m_onPages = 0;                                 ///< entities of answers that are here,
    qint64 m_inAnswer = 0;                                ///< and how many there are
    bool m_goesOn = false;
};

} // namespace

bool looksLikeFtm(const QString &text)
{
    const QSet<QString> keys = firstKeys(text);
    return keys.contains(u"schema"_s) && keys.contains(u"properties"_s) && keys.contains(u"id"_s);
}

bool isEntityPart(const QString &text)
{
    return firstKeys(text).contains(QString(partKey));
}

Result<void> readFtm(const QString &text, const QString &fileName, ReadDocument &document)
{
    Reading reading(document);
    if (const auto read = reading.read(text); !read)
        return read;
    return readEntities(reading.take(), fileName, document);
}

} // namespace onrecord::io

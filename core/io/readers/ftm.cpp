// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/ftm.h"

#include "core/io/readers/entitydocuments.h"
#include "core/io/readers/jsonitems.h"
#include "core/io/readers/jsonkeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <algorithm>

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
        if (items.size() > mostEntities)
            return fail(Fault::TooLarge, u"more than %1 entities"_s.arg(mostEntities));
        for (const JsonItem &item : items)
            readItem(item);
        if (m_out.all.size() > mostEntities)
            return fail(Fault::TooLarge, u"more than %1 entities"_s.arg(mostEntities));
        remark();
        return {};
    }

    Entities take() { return std::move(m_out); }

private:
    void refuse(const QString &place, const QString &why)
    {
        m_out.refused.push_back({place, u"%1: %2"_s.arg(place, why)});
    }

    void readItem(const JsonItem &item)
    {
        const QString place = u"line %1"_s.arg(item.line);
        const QByteArray bytes = item.json.toUtf8();
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(bytes, &error);
        if (error.error != QJsonParseError::NoError)
            return refuse(place, u"its JSON is broken at byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
        if (!json.isObject())
            return refuse(place, u"it is no object"_s);
        if (const QString key = repeatedKey(bytes); !key.isEmpty() && m_twice.isEmpty())
            m_twice = key.left(80);
        const QJsonObject object = json.object();
        if (const QJsonValue results = object.value(u"results"_s); results.isArray() && !object.contains(u"schema"_s)) {
            int number = 0;
            for (const QJsonValue &one : results.toArray())
                readObject(one.toObject(), u"%1 result %2"_s.arg(place).arg(++number));
            return;
        }
        readObject(object, place);
    }

    void readObject(const QJsonObject &object, const QString &place)
    {
        Entity entity;
        entity.part = place;
        entity.place = place;
        const QJsonValue id = object.value(u"id"_s);
        entity.id = id.isDouble() ? id.toVariant().toString() : id.toString().trimmed();
        entity.schema = object.value(u"schema"_s).toString().trimmed();
        if (const QString wrong = entity.wrongOfId(); !wrong.isEmpty())
            return refuse(place, wrong);
        if (entity.schema.isEmpty() || entity.schema.size() > 100)
            return refuse(place, u"“%1” has no schema"_s.arg(entity.id.left(200)));
        const QJsonValue properties = object.value(u"properties"_s);
        if (!properties.isObject())
            return refuse(place, u"“%1” has no properties"_s.arg(entity.id.left(200)));
        const QJsonObject all = properties.toObject();
        if (all.size() > mostProperties + (object.contains(partKey) ? mostAddedProperties : 0))
            return refuse(place, u"“%1” has more than %2 properties"_s.arg(entity.id.left(200)).arg(mostProperties));
        for (auto it = all.begin(); it != all.end(); ++it) {
            if (const QString wrong = addProperty(entity, it.key(), it.value()); !wrong.isEmpty())
                return refuse(place, u"“%1”: %2"_s.arg(entity.id.left(200), wrong));
        }
        noteKeys(object, entity);
        add(std::move(entity));
    }

    /// What is wrong with it; empty when nothing is.
    QString addProperty(Entity &entity, const QString &name, const QJsonValue &value)
    {
        if (!value.isArray())
            return u"“%1” is no list of values"_s.arg(name.left(80));
        QStringList values;
        for (const QJsonValue &one : value.toArray()) {
            if (one.isString()) {
                values << one.toString();
            } else if (one.isDouble() || one.isBool()) {
                values << one.toVariant().toString();
            } else if (one.isObject() && !one.toObject().value(u"id"_s).toString().isEmpty()) {
                const QJsonObject inner =
                    one.toObject(); // Aleph answers with the entity itself where the file has its id
                values << inner.value(u"id"_s).toString();
                if (inner.contains(u"schema"_s) && m_depth < deepest) {
                    ++m_depth;
                    readObject(inner, entity.place + u", within"_s);
                    --m_depth;
                }
            } else if (!one.isNull()) {
                return u"a value of “%1” is neither words nor an entity"_s.arg(name.left(80));
            }
        }
        entity.add(name.left(200), values);
        return {};
    }

    void noteKeys(const QJsonObject &object, Entity &entity)
    {
        static const QStringList known{u"id"_s, u"schema"_s, u"properties"_s};
        if (const QString caption = object.value(u"caption"_s).toString(); !caption.isEmpty()
            && entity.value(u"name"_s).isEmpty() && entity.value(u"title"_s).isEmpty()
            && entity.schema != "Documentation"_L1)
            entity.add(kindOf(entity) == EntityKind::Document ? u"title"_s : u"name"_s, {caption});
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() == partKey) { // ids were told of when the whole was read
                m_out.isPart = true;
                m_out.hasIdsInProperties = false;
            } else if (!known.contains(it.key()) && it.key() != "caption"_L1
                     && (m_left.size() < 100 || m_left.contains(it.key())))
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
        if (there.schema != entity.schema && kindOf(there) != kindOf(entity))
            return m_out.refuse(entity, u"%1 has the same id and is a %2"_s.arg(there.place, there.schema));
        for (const auto &[name, values] : entity.properties)
            there.add(name, values);
        ++m_joined;
    }

    void remark()
    {
        if (!m_twice.isEmpty())
            m_document.remarks.push_back({RemarkKind::SaidTwice, {m_twice}});
        if (m_joined > 0)
            m_document.remarks.push_back({RemarkKind::EntitiesJoined, {QString::number(m_joined)}});
        if (m_left.isEmpty())
            return;
        QStringList keys;
        for (const auto &[key, count] : m_left.asKeyValueRange())
            keys << u"%1 (%2)"_s.arg(key).arg(count);
        m_document.remarks.push_back({RemarkKind::EntityKeysLeft, {keys.join(u", "_s).left(4000)}});
    }

    static constexpr int deepest = 3;
    ReadDocument &m_document;
    Entities m_out;
    QMap<QString, int> m_left;
    QString m_twice;
    int m_joined = 0;
    int m_depth = 0;
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

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/entitynotes.h"

#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestDescription = 4'000;
constexpr qsizetype mostWritten = 32'000'000; // units of all notes, with descriptions at length

} // namespace

QString timeOf(const Entity &entity)
{
    const QString start = entity.value(u"startDate"_s);
    const QString end = entity.value(u"endDate"_s);
    QStringList words;
    if (!start.isEmpty() && !end.isEmpty())
        words << start + u" – "_s + end;
    else if (!start.isEmpty())
        words << u"since "_s + start;
    else if (!end.isEmpty())
        words << u"until "_s + end;
    words += entity.values(u"date"_s);
    return words.join(u", "_s);
}

QStringList leftOver(const Entity &entity, const QStringList &placed)
{
    QStringList lines;
    for (const auto &[property, values] : entity.properties) {
        if (!placed.contains(property) && !property.startsWith(own::prefix))
            lines << property + u": "_s + values.join(u"; "_s);
    }
    return lines;
}

QString labelOf(const Entity &entity)
{
    return u" [%1 %2]"_s.arg(entity.schema, entity.id);
}

bool EntityNotes::keepsNotes(size_t place) const
{
    const EntityKind kind = kindOf(m_entities.all[place]);
    return kind == EntityKind::Agent || kind == EntityKind::Document || kind == EntityKind::Event;
}

void EntityNotes::add(size_t holder, const QString &words, const Entity &told, bool isAgain)
{
    const bool isCut = isAgain && words.size() > 100 && m_written + words.size() > mostWritten;
    const QString line = (isCut ? words.left(100) + u'…' : words) + labelOf(told);
    m_written += line.size();
    auto &properties = m_entities.all[holder].properties;
    const auto notes = std::ranges::find(properties, QString(own::notes), &Entity::Property::first);
    if (notes == properties.end())
        properties.emplace_back(own::notes, QStringList{line});
    else
        notes->second << line; // every line is another: it ends with an id
}

QString EntityNotes::described(size_t place)
{
    const Entity &entity = m_entities.all[place];
    const EntityKind kind = kindOf(entity);
    if (kind == EntityKind::Agent)
        return entity.caption();
    m_isDescribed[place] = true;
    QString &words = m_descriptions[place];
    if (words.isEmpty()) {
        QStringList more{entity.schema};
        if (kind == EntityKind::Thing)
            more += leftOver(entity, {u"name"_s, u"title"_s});
        words = entity.caption() + u" ("_s + more.join(u"; "_s);
    }
    // What is described again and again must not grow beyond all bounds.
    const qsizetype most = m_written < mostWritten ? longestDescription : 100;
    return words.left(most) + (words.size() > most ? u"…)"_s : u")"_s);
}

void EntityNotes::describe(Entity &entity)
{
    const bool isLink = kindOf(entity) == EntityKind::Link;
    const size_t itself = placeOf(entity.id);
    for (auto &[property, values] : entity.properties) {
        for (QString &value : values) {
            const size_t other = isLink || property == own::notes ? nowhere : placeOf(value);
            if (other != nowhere && other != itself)
                value = u"%1 [%2]"_s.arg(described(other), value);
        }
    }
}

QString EntityNotes::lineOf(const Entity &link, const LinkSchema &schema, size_t other, const QString &arrow)
{
    QStringList words;
    for (const QString &property : {u"role"_s, u"relationship"_s, u"label"_s})
        words += link.values(property);
    QString line = words.isEmpty() ? schema.words.toString() : words.join(u", "_s);
    line += u' ' + (link.value(own::undirected).isEmpty() ? arrow : u"—"_s) + u' ' + described(other);
    if (const QString time = timeOf(link); !time.isEmpty())
        line += u", "_s + time;
    const QStringList rest = leftOver(link,
                                      {schema.source.toString(), schema.target.toString(), u"role"_s, u"relationship"_s,
                                       u"label"_s, u"startDate"_s, u"endDate"_s, u"date"_s});
    return line + (rest.isEmpty() ? QString() : u"; "_s + rest.join(u"; "_s));
}

} // namespace onrecord::io

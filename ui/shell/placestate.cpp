// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/placestate.h"

#include <QJsonArray>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Facet;
using explore::Filter;
using explore::Place;
using explore::Term;

namespace {

QJsonArray itemToJson(ItemId item)
{
    return {static_cast<int>(item.type), item.value};
}

ItemId itemFromJson(const QJsonValue &json)
{
    const QJsonArray pair = json.toArray();
    const int type = pair.at(0).toInt();
    if (pair.size() != 2 || type <= 0 || type > static_cast<int>(ItemType::Note))
        return {};
    return {static_cast<ItemType>(type), pair.at(1).toInteger()};
}

} // namespace

QJsonArray filterToJson(const Filter &filter)
{
    QJsonArray terms;
    for (const Term &term : filter.terms) {
        QJsonObject one{{u"facet"_s, static_cast<int>(term.facet)}};
        if (term.value)
            one.insert(u"value"_s, term.value);
        if (term.from || term.to) {
            one.insert(u"from"_s, term.from);
            one.insert(u"to"_s, term.to);
        }
        if (!term.words.isEmpty())
            one.insert(u"words"_s, term.words);
        if (term.excluded)
            one.insert(u"excluded"_s, true);
        terms.append(one);
    }
    return terms;
}

Filter filterFromJson(const QJsonArray &json)
{
    Filter filter;
    for (const QJsonValue &value : json) {
        const QJsonObject one = value.toObject();
        const int facet = one.value("facet"_L1).toInt();
        if (facet < static_cast<int>(Facet::Agent) || facet > static_cast<int>(Facet::AgentType))
            continue;
        Term term;
        term.facet = static_cast<Facet>(facet);
        term.value = one.value("value"_L1).toInteger();
        term.from = one.value("from"_L1).toInteger();
        term.to = one.value("to"_L1).toInteger();
        term.words = one.value("words"_L1).toString();
        term.excluded = one.value("excluded"_L1).toBool();
        filter = filter.with(term);
    }
    return filter;
}

QJsonObject placeToJson(const Place &place)
{
    std::vector<ItemId> sorted(place.items.cbegin(), place.items.cend());
    std::ranges::sort(sorted);
    QJsonArray items;
    for (const ItemId &item : sorted)
        items.append(itemToJson(item));
    const QJsonObject passage{{u"article"_s, place.passage.article.value},
                              {u"start"_s, place.passage.span.start},
                              {u"end"_s, place.passage.span.end},
                              {u"item"_s, itemToJson(place.passage.item)}};
    return {{u"filter"_s, filterToJson(place.filter)},
            {u"items"_s, items},
            {u"current"_s, itemToJson(place.current)},
            {u"passage"_s, passage}};
}

Place placeFromJson(const QJsonObject &json, const Snapshot &record)
{
    Place place;
    place.filter = filterFromJson(json.value("filter"_L1).toArray());
    const QJsonArray items = json.value("items"_L1).toArray();
    for (const QJsonValue &value : items) {
        if (const ItemId item = itemFromJson(value); record.has(item))
            place.items.insert(item);
    }
    if (const ItemId current = itemFromJson(json.value("current"_L1)); place.items.contains(current))
        place.current = current;
    const QJsonObject passage = json.value("passage"_L1).toObject();
    const Article *article = record.article({passage.value("article"_L1).toInteger()});
    if (!article)
        return place;
    place.passage.article = article->id;
    place.passage.span = {passage.value("start"_L1).toInt(), passage.value("end"_L1).toInt()};
    if (place.passage.span.start < 0 || place.passage.span.end > article->textLength)
        place.passage.span = {};
    if (const ItemId item = itemFromJson(passage.value("item"_L1)); record.has(item))
        place.passage.item = item;
    return place;
}

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/annotation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostTargets = 100;
constexpr qsizetype mostSelectors = 100;
constexpr qsizetype longestWords = 100'000;
constexpr qsizetype longestNote = 500'000;

/// One value or a list of them, as JSON-LD leaves open.
QJsonArray listOf(const QJsonValue &value)
{
    return value.isArray() ? value.toArray() : value.isUndefined() || value.isNull() ? QJsonArray() : QJsonArray{value};
}

/// A string, or the id of an object.
QString idOf(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return value.isString() ? value.toString().trimmed() : object.value(u"id"_s).toString(object.value(u"@id"_s).toString()).trimmed();
}

QString nameOf(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    for (const QString &key : {u"name"_s, u"nickname"_s, u"display_name"_s, u"label"_s}) {
        if (const QString name = object.value(key).toString(); !name.isEmpty())
            return name.simplified().left(500);
    }
    return idOf(value).left(500);
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList out;
    for (const QJsonValue &one : listOf(value)) {
        if (const QString words = one.isString() ? one.toString() : nameOf(one); !words.isEmpty())
            out << words;
    }
    return out;
}

QString scalar(const QJsonValue &value)
{
    return value.isDouble() || value.isBool() ? value.toVariant().toString() : value.toString();
}

/// What the bodies of an annotation come to.
struct Bodies {
    QString speaker;
    AgentType speakerType = AgentType::Person;
    QStringList lines; ///< of the note
    QStringList tags;
};

/// " (text/html, fr)"; nothing for plain words of no stated language.
QString formatOf(const QJsonObject &body)
{
    QStringList parts = stringsOf(body.value(u"format"_s)) + stringsOf(body.value(u"language"_s));
    parts.removeAll(u"text/plain"_s);
    return parts.isEmpty() ? QString() : u" ("_s + parts.join(u", "_s).left(200) + u')';
}

void readBody(const QJsonValue &value, const QStringList &motivations, Bodies &bodies)
{
    const QJsonObject body = value.toObject();
    const QStringList purposes = body.contains(u"purpose"_s) ? stringsOf(body.value(u"purpose"_s)) : motivations;
    const QString words = scalar(body.value(u"value"_s)).trimmed();
    const QString name = words.isEmpty() && !body.value(u"name"_s).toString().isEmpty() ? nameOf(value) : words;
    if (purposes.contains(u"identifying"_s) && !name.isEmpty() && bodies.speaker.isEmpty() && name.size() <= 300) {
        bodies.speaker = name.simplified();
        bodies.speakerType = hasType(body, u"Organization"_s) || hasType(body, u"Organisation"_s) ? AgentType::Organisation : AgentType::Person;
    } else if (purposes.contains(u"tagging"_s) && !words.isEmpty()) {
        bodies.tags << words;
    } else if (purposes.contains(u"identifying"_s) && !name.isEmpty()) {
        bodies.lines << u"identifying: "_s + name;
    } else if (!words.isEmpty()) {
        bodies.lines << (purposes.contains(u"assessing"_s) ? u"assessing: "_s + words : words) + formatOf(body);
    }
    for (const QString &key : {u"source"_s, u"id"_s, u"@id"_s}) {
        if (const QString id = idOf(body.value(key)); !id.isEmpty())
            bodies.lines << (purposes.isEmpty() ? u"see"_s : purposes.join(u", "_s)) + u": "_s + id.left(2000);
    }
    if (value.isString() && !value.toString().trimmed().isEmpty())
        bodies.lines << u"see: "_s + value.toString().trimmed();
    // A choice, or a list with its own items.
    for (const QJsonValue &item : listOf(body.value(u"items"_s)))
        bodies.lines << (item.isString() ? item.toString() : item.toObject().value(u"value"_s).toString(idOf(item)));
}

/// The quote and the position among selectors, however they refine each other.
void readSelectors(const QJsonValue &value, Selector &selector, QStringList &others, QStringList &left)
{
    std::vector<QJsonValue> waiting;
    std::ranges::copy(listOf(value), std::back_inserter(waiting));
    for (size_t i = 0; i < waiting.size() && i < mostSelectors; ++i) {
        const QJsonObject one = waiting[i].toObject();
        if (hasType(one, u"TextQuoteSelector"_s) && !selector.exact.isEmpty()) {
            if (const QString exact = one.value(u"exact"_s).toString(); exact != selector.exact)
                others << u"TextQuoteSelector “%1”"_s.arg(exact.left(longestWords));
        } else if (hasType(one, u"TextQuoteSelector"_s)) {
            selector.exact = one.value(u"exact"_s).toString();
            selector.prefix = one.value(u"prefix"_s).toString().left(2000);
            selector.suffix = one.value(u"suffix"_s).toString().left(2000);
        } else if (hasType(one, u"TextPositionSelector"_s) && selector.start < 0) {
            const qint64 start = one.value(u"start"_s).toInteger(-1);
            const qint64 end = one.value(u"end"_s).toInteger(-1);
            if (start >= 0 && end >= start && end < std::numeric_limits<qint32>::max()) {
                selector.start = static_cast<qint32>(start);
                selector.end = static_cast<qint32>(end);
            }
        } else if (hasType(one, u"RangeSelector"_s)) {
            const QString from = one.value(u"startSelector"_s).toObject().value(u"exact"_s).toString();
            const QString to = one.value(u"endSelector"_s).toObject().value(u"exact"_s).toString();
            if (!from.isEmpty() || !to.isEmpty())
                others << u"RangeSelector from “%1” to “%2”"_s.arg(from.left(2000), to.left(2000));
            else
                left << u"RangeSelector"_s;
        } else if (!one.isEmpty()) {
            others << one.value(u"type"_s).toString().left(100) + u' ' + one.value(u"value"_s).toString().left(500);
        }
        std::ranges::copy(listOf(one.value(u"refinedBy"_s)), std::back_inserter(waiting));
    }
}

/// Who wrote it, when, and its id: the last line of every note.
QString signature(const QJsonObject &object, const QString &id)
{
    QStringList who;
    for (const QString &key : {u"creator"_s, u"user_info"_s, u"user"_s}) {
        for (const QJsonValue &one : listOf(object.value(key))) {
            if (const QString name = nameOf(one); !name.isEmpty() && who.size() < 20)
                who << name;
        }
    }
    for (const QString &key : {u"created"_s, u"modified"_s, u"updated"_s}) {
        if (const QString time = object.value(key).toString().left(100); !time.isEmpty() && !who.contains(time))
            who << time;
    }
    return u"— %1 [Annotation %2]"_s.arg(who.join(u", "_s), id.left(1000));
}

/// Who may read it, where that is not everybody, and what else Hypothesis says of the page.
QStringList circumstances(const QJsonObject &object)
{
    QStringList lines;
    const QStringList readers = stringsOf(object.value(u"permissions"_s).toObject().value(u"read"_s));
    if (!readers.isEmpty() && std::ranges::none_of(readers, [](const QString &one) { return one.startsWith("group:"_L1); }))
        lines << u"private: for %1 alone"_s.arg(readers.join(u", "_s).left(500));
    QStringList links;
    for (const QJsonValue &link : listOf(object.value(u"document"_s).toObject().value(u"link"_s))) {
        if (const QString address = link.toObject().value(u"href"_s).toString(); !address.isEmpty() && address != object.value(u"uri"_s).toString() && links.size() < 20)
            links << address.left(2000);
    }
    links.removeDuplicates();
    if (!links.isEmpty())
        lines << u"document: "_s + links.join(u", "_s);
    return lines;
}

/// Of one target: what it says beside its source and selectors.
QStringList circumstancesOf(const QJsonObject &target, const QString &fragment)
{
    QStringList lines;
    if (!fragment.isEmpty())
        lines << u"fragment: #"_s + fragment.left(2000);
    for (const QString &key : {u"state"_s, u"scope"_s, u"renderedVia"_s, u"styleClass"_s}) {
        const QJsonValue value = target.value(key);
        if (value.isObject() || value.isArray())
            lines << key + u": "_s + QString::fromUtf8((value.isObject() ? QJsonDocument(value.toObject()) : QJsonDocument(value.toArray())).toJson(QJsonDocument::Compact)).left(1000);
        else if (!value.isUndefined() && !value.isNull())
            lines << key + u": "_s + scalar(value).left(1000);
    }
    return lines;
}

QStringList keysLeft(const QJsonObject &object)
{
    static const QSet<QString> taken{u"@context"_s, u"id"_s, u"@id"_s, u"type"_s, u"@type"_s, u"motivation"_s, u"body"_s, u"bodyValue"_s, u"target"_s, u"creator"_s, u"created"_s,
                                     u"modified"_s, u"generator"_s, u"audience"_s, u"rights"_s, u"canonical"_s, u"via"_s, u"stylesheet"_s, u"uri"_s, u"user"_s, u"user_info"_s,
                                     u"text"_s, u"tags"_s, u"updated"_s, u"group"_s, u"references"_s, u"permissions"_s, u"document"_s};
    QStringList left;
    for (const QString &key : object.keys()) {
        if (!taken.contains(key) && !(object.value(key).isBool() && !object.value(key).toBool()))
            left << key.left(60);
    }
    return left;
}

QString noteOf(const QJsonObject &object, const Bodies &bodies, const QStringList &motivations, const QStringList &selectors)
{
    QStringList lines = bodies.lines;
    if (const QString text = object.value(u"text"_s).toString().trimmed(); !text.isEmpty())
        lines << text;
    QStringList tags = bodies.tags + stringsOf(object.value(u"tags"_s));
    tags.removeDuplicates();
    if (!tags.isEmpty())
        lines << u"tags: "_s + tags.join(u", "_s);
    if (!motivations.isEmpty())
        lines << u"motivation: "_s + motivations.join(u", "_s);
    for (const QString &key : {u"references"_s, u"group"_s, u"generator"_s, u"audience"_s, u"rights"_s, u"canonical"_s, u"via"_s, u"stylesheet"_s}) {
        if (const QStringList values = stringsOf(object.value(key)); !values.isEmpty())
            lines << key + u": "_s + values.join(u", "_s);
    }
    lines += circumstances(object);
    if (!selectors.isEmpty())
        lines << u"selector: "_s + selectors.join(u"; "_s);
    lines << signature(object, object.value(u"id"_s).toString(object.value(u"@id"_s).toString()));
    const QString note = lines.join(u'\n');
    return note.size() > longestNote ? note.left(longestNote) + u'…' : note;
}

} // namespace

bool hasType(const QJsonObject &object, const QString &type)
{
    return stringsOf(object.value(u"type"_s)).contains(type) || stringsOf(object.value(u"@type"_s)).contains(type);
}

Result<std::vector<Annotation>> annotationsIn(const QJsonObject &object)
{
    const QJsonArray targets = object.value(u"target"_s).isUndefined() ? listOf(object.value(u"uri"_s)) : listOf(object.value(u"target"_s));
    if (targets.isEmpty())
        return fail(Fault::Malformed, u"it has no target"_s);
    if (targets.size() > mostTargets)
        return fail(Fault::TooLarge, u"it has more than %1 targets"_s.arg(mostTargets));
    const QStringList motivations = stringsOf(object.value(u"motivation"_s));
    Bodies bodies;
    for (const QJsonValue &body : listOf(object.value(u"body"_s)))
        readBody(body, motivations, bodies);
    if (const QString value = object.value(u"bodyValue"_s).toString().trimmed(); !value.isEmpty())
        bodies.lines << value;
    std::vector<Annotation> out;
    for (const QJsonValue &target : targets) {
        Annotation one;
        const QJsonObject specific = target.toObject();
        one.source = specific.contains(u"source"_s) ? idOf(specific.value(u"source"_s)) : idOf(target);
        if (one.source.isEmpty())
            one.source = object.value(u"uri"_s).toString().trimmed();
        const QString fragment = one.source.section(u'#', 1);
        one.source = one.source.section(u'#', 0, 0).simplified();
        if (one.source.isEmpty() || one.source.size() > 5'000)
            return fail(Fault::Malformed, one.source.isEmpty() ? u"its target says of no source"_s : u"the address of its source is too long"_s);
        one.title = stringsOf(object.value(u"document"_s).toObject().value(u"title"_s)).value(0).simplified();
        QStringList selectors;
        readSelectors(specific.value(u"selector"_s), one.mark.selector, selectors, one.left);
        if (one.mark.selector.exact.size() > longestWords)
            return fail(Fault::TooLarge, u"its quoted words have more than %1 letters"_s.arg(longestWords));
        one.left += keysLeft(object);
        if (!specific.value(u"selector"_s).isUndefined() && one.mark.selector.exact.isEmpty() && one.mark.selector.start >= 0)
            selectors << u"TextPositionSelector %1–%2"_s.arg(one.mark.selector.start).arg(one.mark.selector.end);
        one.mark.isQuotation = !one.mark.selector.exact.trimmed().isEmpty() && (!bodies.speaker.isEmpty() || motivations.contains(u"quoting"_s));
        one.mark.speaker = bodies.speaker;
        one.mark.speakerType = bodies.speakerType;
        Bodies itsBodies = bodies;
        if (!one.mark.isQuotation && !bodies.speaker.isEmpty())
            itsBodies.lines.prepend(u"identifying: "_s + bodies.speaker);
        itsBodies.lines += circumstancesOf(specific, fragment);
        one.mark.note = noteOf(object, itsBodies, motivations, selectors);
        one.json = object;
        one.json.insert(u"target"_s, QJsonArray{target});
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace onrecord::io

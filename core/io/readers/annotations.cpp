// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/annotations.h"

#include "core/io/readers/annotation.h"
#include "core/io/readers/jsonitems.h"
#include "core/io/readers/recordtext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QSet>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostAnnotations = 200'000;
constexpr size_t mostOfOne = 20'000; // of one source

/// What one source was given.
struct Source {
    QString address;
    std::vector<Annotation> annotations;
    std::vector<int> numbers; ///< of each: which one of the file it is, as one may have several targets
};

class Reading
{
public:
    Reading(QString fileName, ReadDocument &document) : m_fileName(std::move(fileName)), m_document(document) {}

    Result<void> read(const QString &text)
    {
        const auto items = jsonItems(text, mostAnnotations);
        for (const JsonItem &item : items)
            readItem(item);
        if (items.size() > mostAnnotations || m_number > static_cast<int>(mostAnnotations))
            return fail(Fault::TooLarge, u"more than %1 annotations"_s.arg(mostAnnotations));
        for (const Source &source : m_sources) {
            if (source.annotations.size() > mostOfOne)
                return fail(Fault::TooLarge, u"more than %1 annotations of %2"_s.arg(mostOfOne).arg(source.address.left(200)));
        }
        if (m_sources.empty() && m_refused.empty())
            return fail(Fault::Empty, u"no annotation in it"_s);
        if (m_sources.empty() && m_refused.size() == 1)
            return fail(Fault::Malformed, m_refused.front().refusal);
        if (m_sources.size() == 1 && m_refused.empty())
            writeRecord(m_sources.front());
        else
            addParts();
        return {};
    }

private:
    void refuse(const QString &what, const QString &why) { m_refused.push_back({u"%1 of %2"_s.arg(what, m_fileName), {}, u"%1: %2"_s.arg(what, why).left(2000)}); }

    void readItem(const JsonItem &item)
    {
        const QString place = u"line %1"_s.arg(item.line);
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(item.json.toUtf8(), &error);
        if (error.error != QJsonParseError::NoError)
            return refuse(place, u"its JSON is broken at byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
        if (!json.isObject())
            return refuse(place, u"it is no object"_s);
        readObject(json.object(), place);
    }

    [[nodiscard]] static bool isCollection(const QJsonObject &object) { return hasType(object, u"AnnotationCollection"_s) || hasType(object, u"AnnotationPage"_s); }

    /// One annotation, or an answer or a collection with many; rows of what says what it is about are its own.
    void readObject(const QJsonObject &object, const QString &place)
    {
        if (const QJsonValue rows = object.value(u"rows"_s); rows.isArray() && !object.contains(u"target"_s)) {
            readAll(rows.toArray());
            if (const auto total = object.value(u"total"_s).toInteger(); total > rows.toArray().size())
                refuse(place, u"the answer says that there are %1 annotations and holds %2"_s.arg(total).arg(rows.toArray().size()));
            return;
        }
        if (isCollection(object)) {
            const QJsonObject page = object.value(u"first"_s).isObject() ? object.value(u"first"_s).toObject() : object;
            readAll(page.value(u"items"_s).toArray());
            if (const auto total = object.value(u"total"_s).toInteger(); total > page.value(u"items"_s).toArray().size() && !page.contains(u"next"_s))
                refuse(place, u"the collection says that there are %1 annotations and holds %2"_s.arg(total).arg(page.value(u"items"_s).toArray().size()));
            if (object.value(u"first"_s).isString() && !object.contains(u"items"_s))
                refuse(place, u"its annotations are elsewhere, and nothing is fetched: %1"_s.arg(object.value(u"first"_s).toString().left(500)));
            if (const QString next = page.value(u"next"_s).toString(); !next.isEmpty())
                refuse(place, u"it goes on elsewhere, and nothing is fetched: %1"_s.arg(next.left(500)));
            return;
        }
        for (const QJsonObject &one : plainAnnotations(object))
            readOne(one);
    }

    void readAll(const QJsonArray &annotations)
    {
        for (const QJsonValue &one : annotations) {
            if (one.isObject())
                readOne(one.toObject());
            else
                refuse(u"annotation %1"_s.arg(++m_number), u"it is no object"_s);
        }
    }

    void readOne(const QJsonObject &object)
    {
        const QString place = u"annotation %1"_s.arg(++m_number);
        const QString id = object.value(u"id"_s).toString(object.value(u"@id"_s).toString());
        if (!id.isEmpty() && m_ids.contains(id))
            return refuse(place, u"another one has the id “%1”"_s.arg(id.left(200)));
        m_ids.insert(id);
        if (isCollection(object))
            return refuse(place, u"it is a collection within another"_s);
        const auto read = annotationsIn(object);
        if (!read)
            return refuse(place, id.isEmpty() ? read.error().detail : u"%1 (%2)"_s.arg(read.error().detail, id.left(200)));
        for (const Annotation &one : *read) {
            auto known = m_bySource.constFind(one.source);
            if (known == m_bySource.cend()) {
                known = m_bySource.insert(one.source, m_sources.size());
                m_sources.push_back({one.source, {}, {}});
            }
            m_sources[*known].annotations.push_back(one);
            m_sources[*known].numbers.push_back(m_number);
        }
    }

    /// The quoted words a paragraph each, and the marks at them.
    void writeRecord(const Source &source)
    {
        if (source.address.startsWith(u"http"_s, Qt::CaseInsensitive))
            m_document.url = {source.address.left(2000), Basis::Metadata};
        for (const Annotation &one : source.annotations) {
            if (m_document.title.value.isEmpty() && !one.title.isEmpty())
                m_document.title = {one.title.left(2000), Basis::Metadata};
        }
        addToRecord(m_document, m_document.title.value, RegionKind::Headline);
        addToRecord(m_document, source.address.left(2000), RegionKind::Dateline);
        QHash<std::pair<QString, QString>, Span> places;
        for (const Annotation &one : source.annotations) {
            MarkedPassage mark = one.mark;
            if (const QString words = mark.selector.exact.trimmed(); !words.isEmpty()) {
                const std::pair key{mark.speaker, words};
                if (!places.contains(key))
                    places.insert(key, addQuoted(m_document, mark.speaker, words));
                mark.place = places.value(key);
            }
            m_document.marks.push_back(std::move(mark));
        }
        m_document.textIs = TextIs::Listed;
        m_document.areMarksElsewhere = true;
        m_document.remarks.push_back({RemarkKind::Annotations, {QString::number(source.annotations.size())}});
        remarkOnKeys(source);
    }

    void remarkOnKeys(const Source &source)
    {
        constexpr qsizetype most = 40;
        QMap<QString, int> counts;
        for (const Annotation &one : source.annotations) {
            for (const QString &key : one.left)
                ++counts[key];
        }
        QStringList words;
        for (const auto &[key, count] : counts.asKeyValueRange())
            words << u"%1 (%2)"_s.arg(key).arg(count);
        if (words.size() > most)
            words = words.first(most) << u"…"_s;
        if (!words.isEmpty())
            m_document.remarks.push_back({RemarkKind::EntityKeysLeft, {words.join(u", "_s)}});
    }

    void addParts()
    {
        int number = 0;
        for (const Source &source : m_sources) {
            QJsonArray annotations;
            for (size_t i = 0; i < source.annotations.size(); ++i) {
                QJsonObject one = source.annotations[i].json;
                QJsonArray targets = one.value(u"target"_s).toArray();
                for (; i + 1 < source.annotations.size() && source.numbers[i + 1] == source.numbers[i]; ++i)
                    targets.append(source.annotations[i + 1].json.value(u"target"_s).toArray().at(0));
                one.insert(u"target"_s, targets);
                annotations.append(one);
            }
            m_document.parts.push_back({u"source %1 of %2"_s.arg(++number).arg(m_fileName), QJsonDocument(annotations).toJson(QJsonDocument::Compact), {}});
        }
        addRefusals(m_document, m_refused, m_fileName);
    }

    QString m_fileName;
    ReadDocument &m_document;
    std::vector<Source> m_sources;
    QHash<QString, size_t> m_bySource;
    std::vector<ReadPart> m_refused;
    QSet<QString> m_ids;
    int m_number = 0;
};

} // namespace

bool looksLikeAnnotations(const QString &text)
{
    const QSet<QString> keys = firstKeys(text);
    const auto hasOneOf = [&keys](const QStringList &some) { return std::ranges::any_of(some, [&keys](const QString &one) { return keys.contains(one); }); };
    if (keys.contains(u"target"_s) && hasOneOf({u"motivation"_s, u"selector"_s, u"body"_s, u"bodyValue"_s}))
        return true;
    if (keys.contains(u"uri"_s) && keys.contains(u"target"_s) && keys.contains(u"user"_s))
        return true;
    if (keys.contains(u"rows"_s) && keys.contains(u"total"_s))
        return keys.size() == 2 || (keys.contains(u"uri"_s) && hasOneOf({u"target"_s, u"user"_s, u"text"_s}));
    const QString head = text.left(4000);
    if (keys.contains(u"@graph"_s) || keys.contains(u"oa:hasTarget"_s))
        return hasOneOf({u"oa:hasTarget"_s, u"hasTarget"_s, u"target"_s}) || head.contains(u"oa#hasTarget\""_s);
    return !keys.isEmpty() && (head.contains(u"\"AnnotationCollection\""_s) || head.contains(u"\"AnnotationPage\""_s) || ((keys.contains(u"target"_s) || keys.contains(u"motivation"_s)) && head.contains(u"\"Annotation\""_s)));
}

Result<void> readAnnotations(const QString &text, const QString &fileName, ReadDocument &document)
{
    return Reading(fileName, document).read(text);
}

} // namespace onrecord::io

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/htmlmetadata.h"

#include "core/io/readers/bylinenames.h"
#include "core/io/readers/html.h"
#include "core/io/readers/jsonkeys.h"
#include "core/io/readers/writtendate.h"
#include "core/text/fold.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>
#include <iterator>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestField = 2000;

/// Sites escape their metadata once too often: "Q&amp;amp;A".
QString cleaned(const QString &value)
{
    const QString plain = value.contains(u'&') ? plainTextOfHtml(value) : value;
    return plain.simplified().left(longestField);
}

bool isWebAddress(const QString &value)
{
    return value.startsWith(u"http://"_s, Qt::CaseInsensitive) || value.startsWith(u"https://"_s, Qt::CaseInsensitive);
}

void set(Sourced &field, const QString &value)
{
    if (field.value.isEmpty() && !cleaned(value).isEmpty())
        field = {cleaned(value), Basis::Metadata};
}

void setAddress(ReadDocument &document, const QString &value)
{
    if (document.url.value.isEmpty() && isWebAddress(value.trimmed()))
        document.url = {value.trimmed().left(longestField), Basis::Metadata};
}

void setPublished(ReadDocument &document, const QString &words)
{
    if (document.published.when.isKnown())
        return;
    if (const auto when = writtenDate(words))
        document.published = {*when, Basis::Metadata, words.simplified()};
}

/// "Ray, Ann" as references write it.
QString inPlainOrder(const QString &name)
{
    const QStringList parts = name.split(u',');
    return parts.size() == 2 ? QString(parts[1] + u' ' + parts[0]).simplified() : name;
}

/// Names as metadata give them: one, or several apart by comma or "and". Not addresses, not words that name nobody.
void addAuthors(ReadDocument &document, const QStringList &values)
{
    if (!document.authors.isEmpty())
        return;
    static const QRegularExpression nobody(
        u"^(?:admin|administrator|author|editors?|staff|staff (?:writer|reporter)|webmaster|unknown|anonymous|none|null|undefined|default|guest|news ?desk|redaktion|r[ée]daction)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression mail(u"^\\S+@\\S+\\s*\\((.+)\\)$"_s); // as feeds write it
    for (const QString &value : values) {
        QString one = cleaned(value);
        if (const auto m = mail.match(one); m.hasMatch())
            one = m.captured(1);
        if (one.isEmpty() || isWebAddress(one) || one.startsWith(u'@') || one.contains(u"://"_s) || one.size() > 200
            || nobody.match(one).hasMatch())
            continue;
        bool isWhole = false;
        const QStringList split = namesOfByline(one, &isWhole);
        const QStringList names = isWhole ? split : QStringList{withoutByline(one)}; // "Mac & i" is one name
        for (const QString &name : names) {
            if (!name.isEmpty() && !document.authors.contains(name))
                document.authors << name;
        }
    }
    if (!document.authors.isEmpty())
        document.authorsBasis = Basis::Metadata;
}

// JSON-LD (schema.org)

QStringList typesOf(const QJsonObject &object)
{
    const QJsonValue type = object.value(u"@type"_s);
    if (type.isString())
        return {type.toString()};
    QStringList types;
    for (const QJsonValue &one : type.toArray())
        types << one.toString();
    return types;
}

bool isArticle(const QJsonObject &object)
{
    static const QRegularExpression shape(
        u"^(?:https?://schema.org/)?(?:\\w*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|Review|OpinionNewsArticle)$"_s);
    const QStringList types = typesOf(object);
    return std::ranges::any_of(types, [](const QString &type) { return shape.match(type).hasMatch(); });
}

/// Names of the objects that others point to by "@id".
using NameById = QHash<QString, QString>;

/// A string, an object with a name, one that points to an object with a name, or a list of these.
QStringList namesIn(const QJsonValue &value, const NameById &byId, int depth = 0)
{
    if (value.isString())
        return {value.toString()};
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        if (object.contains(u"name"_s) && depth < 4)
            return namesIn(object.value(u"name"_s), byId, depth + 1);
        if (const QString family = object.value(u"familyName"_s).toString(); !family.isEmpty())
            return {object.value(u"givenName"_s).toString() + u' ' + family};
        const QString found = byId.value(object.value(u"@id"_s).toString());
        return found.isEmpty() ? QStringList{} : QStringList{found};
    }
    QStringList names;
    const QJsonArray list = value.toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(list.size(), 100) && depth < 4; ++i)
        names << namesIn(list.at(i), byId, depth + 1);
    return names;
}

QString addressIn(const QJsonObject &article)
{
    const QJsonValue page = article.value(u"mainEntityOfPage"_s);
    for (const QString &value :
         {article.value(u"url"_s).toString(), page.toString(), page.toObject().value(u"@id"_s).toString()}) {
        if (isWebAddress(value))
            return value;
    }
    return {};
}

void addArticle(const QJsonObject &article, const NameById &byId, ReadDocument &document)
{
    const QString headline = article.value(u"headline"_s).toString();
    set(document.title, headline.isEmpty() ? article.value(u"name"_s).toString() : headline);
    addAuthors(document, namesIn(article.value(u"author"_s), byId));
    if (document.authors.isEmpty())
        addAuthors(document, namesIn(article.value(u"creator"_s), byId));
    set(document.outlet, namesIn(article.value(u"publisher"_s), byId).value(0));
    setPublished(document, article.value(u"datePublished"_s).toString());
    setAddress(document, addressIn(article));
    if (document.language.isEmpty())
        document.language = article.value(u"inLanguage"_s).toString().left(40);
}

/// The objects of a page's JSON-LD: top level, lists, "@graph" and the article that a WebPage says it is about.
std::vector<QJsonObject> jsonLdObjects(const Page &page, ReadDocument &document)
{
    std::vector<QJsonObject> objects;
    for (QByteArray json : page.jsonLd) {
        json = json.trimmed();
        if (json.startsWith("<![CDATA["))
            json = json.sliced(9).trimmed();
        if (json.endsWith("]]>"))
            json.chop(3);
        const QJsonDocument parsed = QJsonDocument::fromJson(json);
        if (const QString key = parsed.isNull() ? QString() : repeatedKey(json); !key.isEmpty() && document.remarks.size() < 50)
            document.remarks.push_back({RemarkKind::SaidTwice, {key.left(80)}});
        QJsonArray items = parsed.isArray() ? parsed.array() : QJsonArray{parsed.object()};
        const QJsonArray graph = parsed.object().value(u"@graph"_s).toArray();
        for (const QJsonValue &one : graph)
            items.append(one);
        for (const QJsonValue &one : std::as_const(items)) {
            objects.push_back(one.toObject());
            if (const QJsonValue about = one.toObject().value(u"mainEntity"_s); about.isObject())
                objects.push_back(about.toObject());
        }
    }
    return objects;
}

/// Whether an article of the JSON-LD is the one that the page shows, by its address or its headline: pages also list others that they link to.
bool isOfPage(const QJsonObject &article, const Page &page)
{
    const QString address = addressIn(article);
    if (!address.isEmpty() && (address == page.canonical || page.properties.value(u"og:url"_s).contains(address)))
        return true;
    const QString headline = article.value(u"headline"_s).toString().simplified();
    if (headline.isEmpty())
        return false;
    const auto isIt = [&headline](const QString &title) { return title.simplified().startsWith(headline, Qt::CaseInsensitive); };
    return isIt(page.title) || std::ranges::any_of(page.properties.value(u"og:title"_s), isIt) || std::ranges::any_of(page.blocks, [&](const PageBlock &block) {
               return page.nodes[static_cast<size_t>(block.node)].tag == GUMBO_TAG_H1 && isIt(block.words);
           });
}

void addJsonLd(const Page &page, ReadDocument &document)
{
    const std::vector<QJsonObject> objects = jsonLdObjects(page, document);
    NameById byId;
    for (const QJsonObject &object : objects) {
        if (const QString id = object.value(u"@id"_s).toString(); !id.isEmpty() && !byId.contains(id))
            byId.insert(id, object.value(u"name"_s).toString());
    }
    std::vector<QJsonObject> articles;
    std::ranges::copy_if(objects, std::back_inserter(articles), isArticle);
    if (std::ranges::any_of(articles, [&page](const QJsonObject &article) { return isOfPage(article, page); }))
        std::erase_if(articles, [&page](const QJsonObject &article) { return !isOfPage(article, page); });
    for (const QJsonObject &article : articles)
        addArticle(article, byId, document);
}

// Meta tags

QStringList metaOf(const Page &page, const QStringList &keys)
{
    for (const QString &key : keys) {
        const QStringList values =
            page.properties.value(key) + page.meta.value(key); // a property is the more deliberate one
        if (!values.isEmpty())
            return values;
    }
    return {};
}

void addMeta(const Page &page, ReadDocument &document)
{
    const auto first = [&page](const QStringList &keys) { return metaOf(page, keys).value(0); };
    set(document.title, first({u"og:title"_s}));
    set(document.outlet, first({u"og:site_name"_s}));
    for (const QString &words : metaOf(page, {u"article:published_time"_s, u"og:article:published_time"_s}))
        setPublished(document, words);
    addAuthors(document, metaOf(page, {u"article:author"_s, u"og:article:author"_s}));
    setAddress(document, page.canonical);
    setAddress(document, first({u"og:url"_s}));

    set(document.title,
        first({u"dc.title"_s, u"dcterms.title"_s, u"dc:title"_s, u"parsely-title"_s, u"twitter:title"_s, u"headline"_s,
               u"hdl"_s, u"itemprop:headline"_s, u"title"_s}));
    set(document.outlet,
        first({u"application-name"_s, u"dc.publisher"_s, u"dcterms.publisher"_s, u"cre"_s, u"itemprop:publisher"_s}));
    for (const QString &keys : {u"byl"_s, u"dc:creator"_s, u"dc.creator"_s, u"dcterms.creator"_s, u"author"_s,
                                u"authors"_s, u"parsely-author"_s, u"sailthru.author"_s, u"itemprop:author"_s})
        addAuthors(document, metaOf(page, {keys}));
    for (const QChar number : u"12"_s) { // what a link to the page is shown with
        static const QRegularExpression written(u"^(?:written by|verfasst von|geschrieben von|[ée]crit par|escrito por)$"_s, QRegularExpression::CaseInsensitiveOption);
        if (written.match(first({u"twitter:label"_s + number}).trimmed()).hasMatch())
            addAuthors(document, metaOf(page, {u"twitter:data"_s + number}));
    }
    QStringList cited;
    for (const QString &name : metaOf(page, {u"citation_author"_s}))
        cited << inPlainOrder(name);
    addAuthors(document, cited);
    for (const QString &key : {u"parsely-pub-date"_s, u"datepublished"_s, u"itemprop:datepublished"_s, u"pubdate"_s,
                               u"publishdate"_s, u"publish-date"_s, u"date.published"_s, u"dc.date.issued"_s,
                               u"dcterms.date"_s, u"dc.date"_s, u"sailthru.date"_s, u"ptime"_s, u"dat"_s, u"date"_s}) {
        for (const QString &words : metaOf(page, {key}))
            setPublished(document, words);
    }
}

/// "Title | Site", "Title - Site": the part that names the site goes, when what stays still says something.
QString withoutSite(const QString &title, const QString &outlet)
{
    static const QRegularExpression separator(u"\\s+[|»/>·]\\s+|\\s+[-–—]\\s+|\\s*::\\s*"_s);
    qsizetype last = -1;
    for (auto it = separator.globalMatch(title); it.hasNext();) {
        const auto m = it.next();
        const QString rest = title.sliced(m.capturedEnd()).trimmed();
        if (!outlet.isEmpty() && rest.compare(outlet, Qt::CaseInsensitive) == 0)
            return title.first(m.capturedStart()).trimmed();
        last = m.capturedStart();
    }
    if (last > 0 && title.first(last).count(u' ') >= 3 && title.sliced(last).count(u' ') <= 5)
        return title.first(last).trimmed();
    return title;
}

/// The headline that the page shows, where its title names the page by it: what some houses state as headline says what the page is about.
void preferShownHeadline(const Page &page, ReadDocument &document)
{
    const QString stated = foldedText(document.title.value);
    const QString title = foldedText(page.title).trimmed();
    static const QRegularExpression site(u"^(?:$|\\s+[|»/>·–—-]\\s)"_s);
    for (const PageBlock &block : page.blocks) {
        const QString shown = block.words.simplified();
        const QString words = foldedText(shown);
        if (page.nodes[static_cast<size_t>(block.node)].tag != GUMBO_TAG_H1 || words.isEmpty() || words == foldedText(document.outlet.value))
            continue;
        const bool namesPage = title.startsWith(words) && site.match(title.sliced(words.size())).hasMatch();
        if (namesPage && !words.startsWith(stated) && !stated.startsWith(words)) {
            document.title = {shown, Basis::Stated};
            return;
        }
    }
}

void addSavedFrom(const Page &page, ReadDocument &document)
{
    static const QRegularExpression mark(u"saved from url=\\(\\d+\\)(\\S+)"_s);
    static const QRegularExpression single(
        u"(?:Page saved with SingleFile|Archive processed by SingleFile)[\\s\\S]*?url:\\s*(\\S+)"_s);
    for (const QString &comment : page.comments) {
        for (const QRegularExpression &expression : {mark, single}) {
            if (const auto m = expression.match(comment); m.hasMatch())
                setAddress(document, m.captured(1));
        }
    }
}

} // namespace

void addPageMetadata(const Page &page, ReadDocument &document)
{
    addJsonLd(page, document);
    if (!document.title.value.isEmpty())
        preferShownHeadline(page, document);
    addMeta(page, document);
    for (const QString &words : page.times)
        setPublished(document, words);
    addSavedFrom(page, document);
    set(document.title, withoutSite(page.title, document.outlet.value));
    if (!page.language.isEmpty())
        document.language = page.language;
}

} // namespace onrecord::io

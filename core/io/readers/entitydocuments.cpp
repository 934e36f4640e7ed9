// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/entitydocuments.h"

#include "core/io/readers/encoding.h"
#include "core/io/readers/entitynotes.h"
#include "core/io/readers/flow.h"
#include "core/io/readers/html.h"
#include "core/io/readers/recordtext.h"
#include "core/io/readers/writtendate.h"

#include <QLocale>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestNote = 900'000;

Sourced stated(const QString &value)
{
    const QString one = value.simplified().left(2000);
    return one.isEmpty() ? Sourced{} : Sourced{one, Basis::Metadata};
}

/// How long each line may be, so that as much as may be of all fits into a note.
qsizetype longestLine(const QStringList &lines)
{
    constexpr qsizetype least = 200; // of many lines the last are counted instead
    std::vector<qsizetype> sizes;
    for (const QString &line : lines)
        sizes.push_back(line.size() + 2); // a line feed, or a mark of what is cut
    std::ranges::sort(sizes);
    qsizetype left = longestNote - least;
    for (size_t i = 0; i < sizes.size(); ++i) {
        const qsizetype share = left / static_cast<qsizetype>(sizes.size() - i);
        if (sizes[i] > share)
            return std::max(least, share - 2);
        left -= sizes[i];
    }
    return longestNote;
}

/// Lines of a note. Of what is beyond all measure the longest are cut, and the last of very many are counted.
QString noteOf(const QStringList &lines)
{
    const qsizetype longest = longestLine(lines);
    QString note;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].size() > longest ? lines[i].left(longest) + u'…' : lines[i];
        if (note.size() + line.size() > longestNote)
            return note + u"\n… %1 more"_s.arg(lines.size() - i);
        note += (i == 0 ? QString() : u"\n"_s) + line;
    }
    return note;
}

/// ISO 639-3 as BCP 47 has it: two letters where there are such.
QString languageTag(const QString &code)
{
    const QString lower = code.trimmed().toLower().left(40);
    const auto language = QLocale::codeToLanguage(lower, QLocale::ISO639Part3 | QLocale::ISO639Part2B);
    const QString two = QLocale::languageToCode(language, QLocale::ISO639Part1);
    return lower.size() == 3 && !two.isEmpty() ? two : lower;
}

Dated dated(const QString &words, ReadDocument &document)
{
    const QString date = words.simplified().left(200);
    if (date.isEmpty())
        return {};
    if (const auto when = writtenDate(date))
        return {*when, Basis::Metadata, date};
    if (document.remarks.size() < 100)
        document.remarks.push_back({RemarkKind::DateNotUnderstood, {date.left(100)}});
    return {};
}

/// Words of one line of a list, with where they stand.
class ListLine
{
public:
    explicit ListLine(QString &text) : m_text(text) {}
    void put(const QString &words) { m_text += words; }
    Span name(const QString &words)
    {
        const auto from = static_cast<qint32>(m_text.size());
        m_text += words;
        return {from, static_cast<qint32>(m_text.size())};
    }

private:
    QString &m_text;
};

QStringList namesIn(const Entity &entity, const QString &property)
{
    QStringList names;
    for (const QString &value : entity.values(property)) {
        if (const QString name = value.simplified().left(300); !name.isEmpty())
            names << name;
    }
    return names;
}

ListedAgent listOne(const Entity &entity, ListLine &line)
{
    ListedAgent listed;
    listed.type = agentTypeOf(entity.schema).value_or(AgentType::Person);
    listed.name = line.name(entity.caption().left(300));
    QString before = u" ("_s;
    QString behind;
    const auto addNames = [&](std::vector<Span> &spans, const QStringList &names, const QString &mark) {
        for (const QString &name : names) {
            line.put(std::exchange(before, u"; "_s) + mark);
            spans.push_back(line.name(name));
            behind = u")"_s;
        }
    };
    addNames(listed.forms, namesIn(entity, u"name"_s).mid(1) + namesIn(entity, u"alias"_s), {});
    addNames(listed.former, namesIn(entity, u"previousName"_s), u"formerly "_s);
    addNames(listed.weak, namesIn(entity, u"weakAlias"_s), u"also "_s);
    line.put(behind);
    const auto addField = [&](const QString &words) {
        line.put(words.isEmpty() ? QString() : u", "_s);
        return words.isEmpty() ? Span{} : line.name(words.left(500));
    };
    listed.role = addField(entity.value(u"position"_s).simplified());
    listed.organisation = addField(entity.value(own::organisation).simplified());
    line.put(u' ' + entryOf(entity));
    QStringList notes = entity.values(u"position"_s).size() > 1
        ? QStringList{u"position: "_s + entity.values(u"position"_s).mid(1).join(u"; "_s)}
        : QStringList();
    notes += leftOver(entity, {u"name"_s, u"alias"_s, u"previousName"_s, u"weakAlias"_s, u"position"_s});
    listed.note = noteOf(notes + entity.values(own::notes));
    return listed;
}

/// Fields and what the words are of; for a source record its own lines.
QString fillArticle(const Entity &article, ReadDocument &document)
{
    QString body = withPlainLineEnds(article.values(u"bodyText"_s).join(u"\n\n"_s)).trimmed();
    if (body.isEmpty()) {
        ReadDocument page;
        if (const QString markup = article.value(u"bodyHtml"_s);
            !markup.isEmpty() && readHtml(withPlainLineEnds(markup), page))
            document = std::move(page);
        body = document.text;
    }
    const auto set = [](Sourced &field, const QString &value) {
        if (!value.isEmpty())
            field = stated(value);
    };
    set(document.title, article.value(u"title"_s).isEmpty() ? article.value(u"name"_s) : article.value(u"title"_s));
    set(document.outlet, article.value(u"publisher"_s));
    if (const QString url = article.value(u"sourceUrl"_s); url.startsWith(u"http"_s, Qt::CaseInsensitive))
        set(document.url, url);
    if (const QStringList authors = namesIn(article, u"author"_s); !authors.isEmpty()) {
        document.authors = authors.first(std::min<qsizetype>(authors.size(), 500));
        document.authorsBasis = Basis::Metadata;
    }
    for (const QString &property : {u"date"_s, u"publishedAt"_s}) {
        if (const Dated when = dated(article.value(property), document); when.when.isKnown())
            document.published = when;
    }
    if (const QString language = article.value(u"language"_s); !language.isEmpty())
        document.language = languageTag(language);
    return body;
}

const QStringList placedOfArticles{u"bodyText"_s, u"bodyHtml"_s,    u"title"_s,   u"publisher"_s,
                                   u"author"_s,   u"publishedAt"_s, u"language"_s};

QString noteOfArticle(const Entity &article, const ReadDocument &document)
{
    QStringList placed = placedOfArticles;
    if (!document.url.value.isEmpty())
        placed << u"sourceUrl"_s;
    if (article.value(u"title"_s).isEmpty())
        placed << u"name"_s;
    QStringList notes;
    for (const QString &property : {u"title"_s, u"publisher"_s, u"language"_s, u"publishedAt"_s, u"sourceUrl"_s}) {
        if (article.values(property).size() > 1)
            notes << property + u": "_s + article.values(property).mid(1).join(u"; "_s);
    }
    notes += leftOver(article, placed);
    notes << entryOf(article);
    return noteOf(notes + article.values(own::notes));
}

MarkedPassage markOf(const Entity &quotation, ReadDocument &document)
{
    MarkedPassage mark;
    mark.isQuotation = true;
    if (const QString speaker = quotation.value(own::speaker); !speaker.isEmpty()) {
        const NamedEntity named = namedIn(speaker);
        mark.speaker = named.name;
        mark.speakerType = named.type;
        mark.speakerEntry = named.entry;
    }
    mark.said = dated(quotation.value(u"date"_s), document);
    QStringList placed{u"document"_s, u"entity"_s, u"role"_s, u"summary"_s};
    if (mark.said.when.isKnown())
        placed << u"date"_s;
    mark.note = noteOf(leftOver(quotation, placed) + QStringList{entryOf(quotation)});
    return mark;
}

QString wordsOf(const Entity &quotation)
{
    return withPlainLineEnds(quotation.value(u"summary"_s)).trimmed();
}

Span onlyPlace(const QString &text, const QString &words)
{
    const qsizetype at = words.isEmpty() ? -1 : text.indexOf(words);
    if (at < 0 || text.indexOf(words, at + 1) >= 0)
        return {};
    return {static_cast<qint32>(at), static_cast<qint32>(at + words.size())};
}

void markIn(const EntityGroup &quotations, ReadDocument &document)
{
    for (const Entity *quotation : quotations) {
        MarkedPassage mark = markOf(*quotation, document);
        mark.place = onlyPlace(document.text, wordsOf(*quotation));
        if (mark.place.isEmpty()) {
            mark.isQuotation = false;
            mark.note = u"%1: “%2”\n%3"_s.arg(mark.speaker, wordsOf(*quotation), mark.note);
        }
        document.marks.push_back(std::move(mark));
    }
}

void writeRecord(const EntityGroup &quotations, const QString &date, ReadDocument &document)
{
    addToRecord(document, document.title.value, RegionKind::Headline);
    addToRecord(document, document.authors.join(u", "_s), RegionKind::Byline);
    QStringList where{document.outlet.value, date, document.url.value};
    where.removeAll(QString());
    addToRecord(document, where.join(u", "_s), RegionKind::Dateline);
    for (const Entity *quotation : quotations) {
        MarkedPassage mark = markOf(*quotation, document);
        const QString words = wordsOf(*quotation);
        mark.place = addQuoted(document, mark.speaker, words);
        document.marks.push_back(std::move(mark));
    }
    document.textIs = TextIs::Listed;
    document.remarks.push_back({quotations.empty() ? RemarkKind::SourceRecord : RemarkKind::QuotedOnly});
}

} // namespace

void listPeople(const EntityGroup &people, ReadDocument &document)
{
    ListLine line(document.text);
    for (const Entity *one : people) {
        line.put(document.text.isEmpty() ? QString() : u"\n"_s);
        document.people.push_back(listOne(*one, line));
    }
    document.textIs = TextIs::Listed;
    document.remarks.push_back({RemarkKind::PeopleListed});
}

void listEvents(const EntityGroup &events, ReadDocument &document)
{
    ListLine line(document.text);
    for (const Entity *one : events) {
        line.put(document.text.isEmpty() ? QString() : u"\n"_s);
        ListedEvent event;
        event.name = line.name(one->caption());
        const QString start = one->value(u"startDate"_s);
        const QString end = one->value(u"endDate"_s);
        QString when = one->value(u"date"_s);
        if (when.isEmpty())
            when = end.isEmpty() || start == end ? start : (start.isEmpty() ? u".."_s : start) + u'/' + end;
        event.when = dated(when, document);
        line.put(when.isEmpty() ? QString() : u", "_s + when.left(100));
        QString before = u": "_s;
        for (const QString &words : one->values(own::people)) {
            const NamedEntity named = namedIn(words);
            line.put(std::exchange(before, u", "_s));
            event.people.push_back(static_cast<qint32>(document.people.size()));
            ListedAgent listed;
            listed.type = named.type;
            listed.name = line.name(named.name.left(300));
            listed.entry = named.entry;
            document.people.push_back(std::move(listed));
        }
        line.put(u' ' + entryOf(*one));
        event.addresses = one->values(own::addresses).mid(0, 500);
        QStringList placed{u"name"_s};
        if (event.when.when.isKnown())
            placed << u"date"_s
                   << (one->value(u"date"_s).isEmpty() ? QStringList{u"startDate"_s, u"endDate"_s} : QStringList());
        event.note = noteOf(leftOver(*one, placed) + one->values(own::notes));
        document.events.push_back(std::move(event));
    }
    document.textIs = TextIs::Listed;
    document.remarks.push_back({RemarkKind::EventsListed});
}

QString bodyOf(const Entity &article)
{
    ReadDocument document;
    return fillArticle(article, document);
}

bool holdsOnce(const QString &body, const Entity &quotation)
{
    return !onlyPlace(body, wordsOf(quotation)).isEmpty();
}

Result<void> readEntityArticle(const Entity &article, const EntityGroup &quotations, ReadDocument &document)
{
    ReadDocument read;
    const QString body = fillArticle(article, read);
    read.mediaType = document.mediaType;
    read.remarks.insert(read.remarks.begin(), document.remarks.begin(), document.remarks.end());
    document = std::move(read);
    if (document.title.value.isEmpty() && document.url.value.isEmpty() && body.isEmpty() && quotations.empty())
        return fail(Fault::Malformed, u"a document with neither title, address nor words"_s);
    document.note = noteOfArticle(article, document);
    if (body.isEmpty()) {
        document.text.clear();
        document.regions.clear();
        writeRecord(quotations,
                    article.value(u"publishedAt"_s).isEmpty() ? article.value(u"date"_s)
                                                              : article.value(u"publishedAt"_s),
                    document);
        return {};
    }
    if (document.text.isEmpty()) {
        Flow flow(document);
        flow.paragraph(document.title.value, RegionKind::Headline);
        flow.paragraph(body);
        flow.finish();
    }
    markIn(quotations, document);
    return {};
}

} // namespace onrecord::io

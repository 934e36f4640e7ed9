// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/quoteindex.h"
#include "core/match/sametext.h"
#include "core/store/articlewriter.h"
#include "core/store/removal.h"
#include "core/store/values.h"
#include "core/text/passages.h"
#include "core/text/quotemarks.h"

#include <algorithm>
#include <iterator>

/// Passages that somebody marked in another program: quotations where they say so, else what a note is about.
namespace onrecord::store {

using namespace Qt::StringLiterals;

MarkableArticle::MarkableArticle(Connection &connection, ArticleId article)
{
    Query quotations(connection, "SELECT id, start_at, end_at, status FROM quotation WHERE article_id = ? ORDER BY id");
    quotations.add(article.value);
    while (quotations.next())
        add({ItemType::Quotation, quotations.integer(0)}, {quotations.number(1), quotations.number(2)}, static_cast<Status>(quotations.integer(3)) == Status::Rejected);
    Query figures(connection, "SELECT id, start_at, end_at FROM figure WHERE article_id = ? AND status <> 4 ORDER BY id");
    figures.add(article.value);
    while (figures.next())
        add({ItemType::Figure, figures.integer(0)}, {figures.number(1), figures.number(2)}, false);
}

void MarkableArticle::add(ItemId item, Span span, bool isRejected)
{
    if (const std::pair place{span.start, span.end}; item.type == ItemType::Quotation && !m_quotations.contains(place))
        m_quotations.insert(place, {item.value});
    if (!isRejected)
        m_items.push_back({span, item});
}

ItemId MarkableArticle::around(Span place, const QString &text) const
{
    ItemId best;
    qint32 length = 0;
    for (const auto &[span, item] : m_items) {
        if (span.start > place.start + 2 || span.end < place.end - 2)
            continue;
        const bool isOf = span.contains(place) || withQuoteMarks(text, span) == place;
        if (isOf && (best.isNull() || span.length() < length)) {
            best = item;
            length = span.length();
        }
    }
    return best;
}

MarkableArticle &ArticleWriter::markable(ArticleId article)
{
    if (const auto known = m_markable.find(article.value); known != m_markable.end())
        return known->second;
    return m_markable.emplace(article.value, MarkableArticle(m_connection, article)).first->second;
}

static extract::FoundAgent speakerOf(const io::MarkedPassage &mark)
{
    extract::FoundAgent found;
    found.name = wellFormed(mark.speaker).trimmed();
    found.type = mark.speakerType;
    found.forms = {found.name};
    found.entry = mark.speakerEntry;
    return found;
}

AgentId ArticleWriter::knownSpeaker(const io::MarkedPassage &mark)
{
    const extract::FoundAgent found = speakerOf(mark);
    return found.name.isEmpty() ? AgentId() : referredTo(found, {match::nameKey(found.type, found.name)});
}

AgentId ArticleWriter::speakerNamed(const io::MarkedPassage &mark)
{
    const extract::FoundAgent found = speakerOf(mark);
    AgentId agent = knownSpeaker(mark);
    if (agent || found.name.isEmpty() || isNameOfSeveral(found))
        return agent;
    agent = addAgent(found);
    addName(agent, found.name, NameType::Full);
    return agent;
}

/// What the text says goes before what a mark says of it, and what somebody here decided before both.
void ArticleWriter::mergeMark(const io::MarkedPassage &mark, QuotationId known)
{
    AgentId theirs;
    bool isOpen = false;
    {
        Query row(m_connection, "SELECT status, speaker_id FROM quotation WHERE id = ?");
        row.add(known.value);
        if (!row.next())
            return;
        isOpen = static_cast<Status>(row.integer(0)) == Status::Suggested;
        theirs = {row.integer(1)};
    }
    Query joint(m_connection, "SELECT 1 FROM joint_speaker WHERE quotation_id = ? AND agent_id = ?");
    const AgentId named = knownSpeaker(mark);
    const bool isOfAnother = !mark.selector.exact.isEmpty(); // program than the one that gave the text
    const bool isSame = mark.speaker.trimmed().isEmpty() || (named && (named == theirs || joint.add(known.value).add(named.value).next()));
    if (!isSame && (!isOpen || (theirs && isOfAnother))) {
        addNote(known, u"another speaker is named: %1: “%2”"_s.arg(mark.speaker, m_text.sliced(mark.place.start, mark.place.length())));
        return;
    }
    if (!isOpen)
        return;
    RowWriter::Fields fields{{"status", code(Status::Accepted)}, {"rule", QString(u""_s)}, {"confidence", 1.0}};
    if (!isSame) {
        const AgentId speaker = speakerNamed(mark);
        noteUnclear(mark, speaker, known);
        if (speaker) {
            m_writer.removeWhere("joint_speaker", "quotation_id", known.value); // who is named is named alone
            fields.emplace_back("speaker_id", reference(speaker));
            m_spoken.forget();
        }
    }
    if (mark.said.when.isKnown())
        std::ranges::move(dateFields("said", mark.said), std::back_inserter(fields));
    m_writer.update("quotation", known.value, fields);
}

void ArticleWriter::noteUnclear(const io::MarkedPassage &mark, AgentId speaker, QuotationId quotation)
{
    if (!speaker && !mark.speaker.trimmed().isEmpty())
        addNote(quotation, u"speaker: %1, a name of several"_s.arg(mark.speaker));
}

QuotationId ArticleWriter::addMarked(const io::MarkedPassage &mark, ArticleId article)
{
    const QString words = m_text.sliced(mark.place.start, mark.place.length());
    const Wording wording = wordingOf(words, match::wordCodes(words));
    const AgentId speaker = speakerNamed(mark);
    std::vector<Value> row{newUuid(), article.value};
    addAnchor(row, anchorAt(m_text, mark.place));
    row.insert(row.end(),
               {u"[]"_s, qint64(0), qint64(0), QString(u""_s), qint64(0), qint64(0), QString(u""_s), reference(speaker),
                code(Kind::Statement), code(Directness::Direct), u"[]"_s, u"[]"_s});
    addDate(row, mark.said);
    row.insert(row.end(), {QString(u""_s), 1.0, code(Status::Accepted), utteranceFor(speaker, article, wording)});
    const qint64 id = m_writer.insert("quotation", row);
    m_spoken.add(speaker, id, article, wording);
    noteUnclear(mark, speaker, {id});
    markable(article).add({ItemType::Quotation, id}, mark.place, false);
    return {id};
}

ItemId ArticleWriter::quotationOf(const io::MarkedPassage &mark, ArticleId article)
{
    const MarkableArticle &places = markable(article);
    QuotationId known = places.quotationAt(mark.place);
    const ItemId around = known ? ItemId() : places.around(mark.place, m_text);
    // Words of somebody else's quotation, and those with their marks, are that quotation.
    if (!known && around.type == ItemType::Quotation) {
        Query row(m_connection, "SELECT start_at, end_at, speaker_id FROM quotation WHERE id = ?");
        row.add(around.value);
        if (row.next()) {
            const Span span{row.number(0), row.number(1)};
            const AgentId theirs{row.integer(2)};
            const AgentId named = knownSpeaker(mark);
            const bool isElses = theirs && !mark.selector.exact.isEmpty() && !mark.speaker.trimmed().isEmpty() && named != theirs;
            if (isElses || withQuoteMarks(m_text, span) == mark.place)
                known = {around.value};
        }
    }
    if (!known)
        return addMarked(mark, article);
    mergeMark(mark, known);
    return known;
}

void ArticleWriter::addMark(const io::MarkedPassage &mark, ArticleId article)
{
    requireSpan(mark.place, m_text, true);
    if (mark.place.isEmpty()) {
        addNote(article, mark.note);
        return;
    }
    const ItemId around = mark.isQuotation ? quotationOf(mark, article) : markable(article).around(mark.place, m_text);
    const ItemId about = around.isNull() ? ItemId(article) : around;
    const QString words = about.type == ItemType::Article
        ? u'“' + m_text.sliced(mark.place.start, mark.place.length()) + u"”\n"_s
        : QString();
    if (!mark.note.isEmpty())
        addNote(about, words + mark.note);
}

void ArticleWriter::addMarks(const io::ReadDocument &document, ArticleId article)
{
    for (const io::MarkedPassage &mark : document.marks)
        addMark(mark, article);
}

Added ArticleWriter::annotate(const NewArticle &article, ArticleId known)
{
    Added added;
    std::vector<std::pair<ArticleId, Passages>> versions;
    for (const qint64 id : versionsTo(known.value)) {
        Query row(m_connection, "SELECT t.text, a.title FROM article a JOIN source_text t ON t.id = a.text_id WHERE a.id = ?");
        row.add(id);
        if (!row.next())
            continue;
        versions.emplace_back(ArticleId{id}, Passages(row.text(0)));
        added.title = added.title.isEmpty() ? row.text(1) : added.title;
    }
    if (versions.empty())
        refuse(Fault::NotFound, u"article %1"_s.arg(known.value));
    added.article = known;
    added.state = AddState::Duplicate;
    const RowWriter::Highest before = m_writer.lastIds();
    const qint64 changes = sqlite3_total_changes64(m_connection.handle());
    for (io::MarkedPassage mark : article.document.marks) {
        ++added.annotations;
        const auto *version = &versions.front();
        mark.place = {};
        for (auto &one : versions) {
            mark.place = one.second.placeOf(mark.selector);
            if (!mark.place.isEmpty()) {
                version = &one;
                break;
            }
        }
        if (!mark.place.isEmpty())
            ++added.placed;
        else if (!mark.selector.exact.isEmpty())
            mark.note = u"Not found in the text: “%1”\n%2%3"_s.arg(mark.selector.exact, mark.speaker.isEmpty() ? QString() : mark.speaker + u'\n', mark.note);
        m_text = version->second.text();
        addMark(mark, version->first);
    }
    if (sqlite3_total_changes64(m_connection.handle()) != changes || m_writer.lastIds() != before)
        added.state = AddState::Imported;
    return added;
}

} // namespace onrecord::store

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/quoteindex.h"
#include "core/match/sameagent.h"
#include "core/match/sametext.h"
#include "core/store/articlewriter.h"
#include "core/store/removal.h"
#include "core/store/values.h"
#include "core/text/quotemarks.h"

#include <algorithm>
#include <iterator>

/// What a file states besides its text: other names, notes, events, and passages that somebody marked.
namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

extract::FoundAgent named(const QString &name, AgentType type)
{
    extract::FoundAgent found;
    found.name = wellFormed(name).trimmed();
    found.type = type;
    found.forms = {found.name};
    found.isListed = true;
    return found;
}

} // namespace

void ArticleWriter::addName(AgentId id, const QString &name, NameType type)
{
    KnownAgents::Agent &agent = m_known.agent(m_connection, id);
    const QString clean = wellFormed(name).trimmed();
    if (clean.isEmpty() || std::ranges::contains(agent.known.names, clean, &AgentName::name))
        return;
    const QString key = match::nameKey(agent.known.type, clean);
    m_writer.insert("agent_name", {id.value, clean, key, code(type)});
    m_known.addName(id, {clean, type}, key);
}

void ArticleWriter::addStated(AgentId agent, const extract::FoundAgent &found)
{
    for (const QString &name : found.former)
        addName(agent, name, NameType::Former);
    // These kinds of names are what nobody is recognised by (match::sameAgent).
    for (const QString &name : found.weak)
        addName(agent, name, found.type == AgentType::Person ? NameType::Short : NameType::Nominal);
    for (const QString &note : found.notes)
        addNote(agent, note);
}

bool ArticleWriter::addNote(ItemId about, const QString &text)
{
    const QString note = wellFormed(text);
    if (note.trimmed().isEmpty())
        return false;
    {
        Query known(m_connection, "SELECT 1 FROM note WHERE about_type = ? AND about_id = ? AND text = ?");
        known.add(code(about.type)).add(about.value).add(note);
        if (known.next())
            return false;
    }
    m_writer.insert("note", {newUuid(), code(about.type), about.value, note, m_clock.now().toMSecsSinceEpoch()});
    return true;
}

void ArticleWriter::addEvents(const extract::Extraction &extraction, ArticleId article)
{
    for (const extract::FoundEvent &found : extraction.events) {
        std::vector<Value> row{newUuid(), wellFormed(found.name), wellFormed(found.note)};
        addDate(row, found.when);
        row.push_back(code(Status::Accepted));
        const qint64 event = m_writer.insert("event", row);
        for (const int agent : found.agents) {
            if (const AgentId id = agentAt(agent); id)
                m_writer.insert("event_agent", {event, id.value});
        }
        std::vector<qint64> articles{article.value};
        for (const QString &address : found.addresses) {
            const qint64 reporting = m_kin.newestAt(match::addressKey(address));
            if (reporting != 0 && !std::ranges::contains(articles, reporting))
                articles.push_back(reporting);
        }
        for (const qint64 one : articles)
            m_writer.insert("event_article", {event, one});
    }
}

AgentId ArticleWriter::speakerNamed(const QString &name, AgentType type)
{
    const extract::FoundAgent found = named(name, type);
    if (found.name.isEmpty())
        return {};
    const QString key = match::nameKey(type, found.name);
    AgentId agent = agentFor(found, {key});
    if (!agent) {
        agent = addAgent(found);
        addName(agent, found.name, NameType::Full);
    }
    return agent;
}

QuotationId ArticleWriter::quotationOf(const io::MarkedPassage &mark, ArticleId article)
{
    const AgentId speaker = speakerNamed(mark.speaker, mark.speakerType);
    Query there(m_connection,
                "SELECT id, status, speaker_id FROM quotation WHERE article_id = ? AND start_at = ? AND end_at = ? "
                "ORDER BY id");
    there.add(article.value).add(qint64(mark.place.start)).add(qint64(mark.place.end));
    if (there.next()) {
        const QuotationId known{there.integer(0)};
        if (static_cast<Status>(there.integer(1)) != Status::Suggested) { // somebody here has decided on it
            if (speaker && speaker.value != there.integer(2))
                addNote(known, mark.speaker + u": “"_s + m_text.sliced(mark.place.start, mark.place.length()) + u'”');
            return known;
        }
        RowWriter::Fields fields{{"status", code(Status::Accepted)}, {"rule", QString(u""_s)}, {"confidence", 1.0}};
        if (speaker && speaker.value != there.integer(2)) {
            m_writer.removeWhere("joint_speaker", "quotation_id", known.value); // who is named is named alone
            fields.emplace_back("speaker_id", reference(speaker));
            m_spoken.forget();
        }
        if (mark.said.when.isKnown())
            std::ranges::move(dateFields("said", mark.said), std::back_inserter(fields));
        m_writer.update("quotation", known.value, fields);
        return known;
    }
    const QString words = m_text.sliced(mark.place.start, mark.place.length());
    const Wording wording = wordingOf(words, match::wordCodes(words));
    std::vector<Value> row{newUuid(), article.value};
    addAnchor(row, anchorAt(m_text, mark.place));
    row.insert(row.end(),
               {u"[]"_s, qint64(0), qint64(0), QString(u""_s), qint64(0), qint64(0), QString(u""_s), reference(speaker),
                code(Kind::Statement), code(Directness::Direct), u"[]"_s, u"[]"_s});
    addDate(row, mark.said);
    row.insert(row.end(), {QString(u""_s), 1.0, code(Status::Accepted), utteranceFor(speaker, article, wording)});
    const qint64 id = m_writer.insert("quotation", row);
    m_spoken.add(speaker, id, article, wording);
    return {id};
}

ItemId ArticleWriter::itemAt(Span place, ArticleId article) const
{
    ItemId best = article;
    qint32 length = 0;
    const auto look = [&](const std::string &sql, ItemType type) {
        Query around(m_connection, sql);
        around.add(article.value).add(qint64(place.start)).add(qint64(place.end));
        while (around.next()) {
            const Span span{static_cast<qint32>(around.integer(1)), static_cast<qint32>(around.integer(2))};
            const bool isOf = span.contains(place) || withQuoteMarks(m_text, span) == place;
            if (isOf && (best.type == ItemType::Article || span.length() < length)) {
                best = {type, around.integer(0)};
                length = span.length();
            }
        }
    };
    look("SELECT id, start_at, end_at FROM quotation WHERE article_id = ? AND start_at <= ? + 2 AND end_at >= ? - 2 "
         "AND status <> 4",
         ItemType::Quotation);
    look("SELECT id, start_at, end_at FROM figure WHERE article_id = ? AND start_at <= ? + 2 AND end_at >= ? - 2 AND "
         "status <> 4",
         ItemType::Figure);
    return best;
}

void ArticleWriter::addMark(const io::MarkedPassage &mark, ArticleId article)
{
    requireSpan(mark.place, m_text, true);
    if (mark.place.isEmpty()) {
        addNote(article, mark.note);
        return;
    }
    const ItemId about = mark.isQuotation ? ItemId(quotationOf(mark, article)) : itemAt(mark.place, article);
    const QString words = about.type == ItemType::Article
        ? u'“' + m_text.sliced(mark.place.start, mark.place.length()) + u"”\n"_s
        : QString();
    if (!mark.note.isEmpty())
        addNote(about, words + mark.note);
}

void ArticleWriter::addMarks(const io::ReadDocument &document, ArticleId article)
{
    for (io::MarkedPassage mark : document.marks) {
        mark.isQuotation = mark.isQuotation || (document.areMarksElsewhere && !mark.place.isEmpty()); // of the article nothing else is here
        addMark(mark, article);
    }
}

Added ArticleWriter::annotate(const NewArticle &article, ArticleId known)
{
    Added added;
    std::vector<std::pair<ArticleId, QString>> versions;
    for (const qint64 id : versionsTo(known.value)) {
        Query row(m_connection, "SELECT t.text, a.title FROM article a JOIN source_text t ON t.id = a.text_id WHERE a.id = ?");
        row.add(id);
        if (!row.next())
            continue;
        versions.emplace_back(ArticleId{id}, row.text(0));
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
        for (const auto &one : versions) {
            mark.place = placeOf(mark.selector, one.second);
            if (!mark.place.isEmpty()) {
                version = &one;
                break;
            }
        }
        if (!mark.place.isEmpty())
            ++added.placed;
        else if (!mark.selector.exact.isEmpty())
            mark.note = u"Not found in the text: “%1”\n%2%3"_s.arg(mark.selector.exact, mark.speaker.isEmpty() ? QString() : mark.speaker + u'\n', mark.note);
        m_text = version->second;
        addMark(mark, version->first);
    }
    if (sqlite3_total_changes64(m_connection.handle()) != changes || m_writer.lastIds() != before)
        added.state = AddState::Imported;
    return added;
}

} // namespace onrecord::store

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/articlewriter.h"
#include "core/store/carrying.h"
#include "core/store/digest.h"
#include "core/store/jointspeakers.h"
#include "core/store/quotationplaces.h"
#include "core/store/removal.h"
#include "core/store/values.h"

#include <algorithm>

namespace onrecord::store {

using namespace Qt::StringLiterals;

void requireSpan(Span span, const QString &text, bool mayBeEmpty)
{
    const auto cuts = [&text](qint32 at) {
        return at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate();
    };
    const bool isInside =
        span.start >= 0 && span.end <= text.size() && (span.start < span.end || (mayBeEmpty && span.start == span.end));
    if (!isInside || cuts(span.start) || cuts(span.end))
        refuse(Fault::BadInput, u"span %1-%2 of a text of %3 units"_s.arg(span.start).arg(span.end).arg(text.size()));
}

Added ArticleWriter::add(const NewArticle &article)
{
    m_source = article.prepared ? article.prepared : std::make_shared<PreparedSource>(prepareSource(article));
    m_text = m_source->text;
    m_markable.clear();
    m_notes.clear();
    if (QStringView(m_text).trimmed().isEmpty())
        refuse(Fault::Empty, article.fileName);
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    if (article.document.areMarksElsewhere && !articleOfBytes(m_connection, *m_source)) {
        if (const qint64 known = m_kin.newestAt(m_source->addressKey); known != 0)
            return annotate(article, {known});
    }
    const auto [bytesId, areNew] = keepBytes(article.original);

    Added added;
    const ArticleId readBefore = areNew ? ArticleId() : articleOfBytes(m_connection, *m_source);
    const Twins &twins = m_twins.of(m_connection, *m_source);
    added.article = sameArticle(m_connection, article.document, m_source->isReadAnew ? ArticleId() : readBefore, twins);
    if (added.article) {
        added.state = AddState::Duplicate;
        addCapture(added.article, bytesId, article.fileName, now);
        Query title(m_connection, "SELECT title FROM article WHERE id = ?");
        title.add(added.article.value);
        added.title = title.next() ? title.text(0) : QString();
        return added;
    }
    m_textId = keepText();
    if (article.document.recognition)
        keepRecognition(*article.document.recognition, bytesId);
    added.article = addArticleRow(article, bytesId, now);
    addCapture(added.article, bytesId, article.fileName, now);
    addAgents(article.extraction, added.article);
    addQuotations(article.extraction, added.article);
    addFigures(article.extraction, added.article);
    addDates(article.extraction, added.article);
    addNote(added.article, article.document.note);
    addEvents(article.extraction, added.article);
    addMarks(article.document, added.article);
    addVersion(added, m_source->isReadAnew ? readBefore : ArticleId());
    addSameTexts(added, twins);
    m_twins.add(*m_source, added.article, article.document);
    m_kin.add(m_connection, added.article.value, m_textId, *m_source);
    added.title = article.document.title.value;
    added.quotations = static_cast<int>(article.extraction.quotations.size());
    added.agents = static_cast<int>(article.extraction.agents.size());
    added.figures = static_cast<int>(article.extraction.figures.size());
    return added;
}

std::pair<qint64, bool> ArticleWriter::keepBytes(const QByteArray &original)
{
    {
        Query known(m_connection, "SELECT id FROM source_bytes WHERE sha256 = ?");
        known.add(m_source->bytesDigest);
        if (known.next())
            return {known.integer(0), false};
    }
    const Packed &packed = m_source->packed;
    Query keep(m_connection, "INSERT INTO source_bytes(sha256, byte_count, packing, bytes) VALUES(?, ?, ?, ?)");
    keep.add(m_source->bytesDigest).add(qint64(original.size())).add(packed.packing).addBlob(packed.bytes).run();
    return {sqlite3_last_insert_rowid(m_connection.handle()), true};
}

qint64 ArticleWriter::keepText()
{
    {
        Query known(m_connection, "SELECT id FROM source_text WHERE sha256 = ?");
        known.add(m_source->textDigest);
        if (known.next())
            return known.integer(0);
    }
    Query keep(m_connection, "INSERT INTO source_text(sha256, folded_sha256, unit_count, text) VALUES(?, ?, ?, ?)");
    keep.add(m_source->textDigest).add(m_source->foldedDigest).add(qint64(m_text.size())).add(m_text).run();
    return sqlite3_last_insert_rowid(m_connection.handle());
}

void ArticleWriter::keepRecognition(const Recognition &recognition, qint64 bytesId)
{
    for (const UncertainWord &word : recognition.uncertain)
        requireSpan(word.span, m_text);
    RowDigest digest("source_recognition");
    Query keep(m_connection,
               "INSERT OR IGNORE INTO source_recognition(bytes_id, text_id, program, languages, word_count, mean, "
               "uncertain, sha256) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Value &value : {Value(bytesId), Value(m_textId), Value(wellFormed(recognition.program)),
                               Value(jsonOf(recognition.languages)), Value(qint64(recognition.words)),
                               Value(std::clamp(recognition.mean, 0.0, 100.0)), Value(jsonOf(recognition.uncertain))}) {
        digest.add(value);
        keep.add(value);
    }
    keep.add(digest.result()).run();
}

void ArticleWriter::addCapture(ArticleId article, qint64 bytesId, const QString &fileName, qint64 at)
{
    Query known(m_connection, "SELECT 1 FROM capture WHERE article_id = ? AND bytes_id = ? AND file_name = ?");
    known.add(article.value).add(bytesId).add(wellFormed(fileName));
    if (!known.next())
        m_writer.insert("capture", {article.value, bytesId, wellFormed(fileName), at});
}

ArticleId ArticleWriter::addArticleRow(const NewArticle &article, qint64 bytesId, qint64 at)
{
    const io::ReadDocument &document = article.document;
    std::vector<Value> row{newUuid(), bytesId, m_textId, wellFormed(document.title.value), code(document.title.basis)};
    row.push_back(outletNamed(m_writer, wellFormed(document.outlet.value)));
    row.push_back(code(document.outlet.basis));
    row.emplace_back(jsonOf(document.authors));
    row.push_back(code(document.authorsBasis));
    addDate(row, document.published);
    row.insert(row.end(), {at, wellFormed(document.url.value), code(document.url.basis), document.language, document.mediaType,
                           document.encoding, qint64(document.replacements), jsonOf(document.remarks), wellFormed(article.fileName),
                           qint64(m_source->words)});
    const ArticleId id{m_writer.insert("article", row)};
    writeRegions(id, {}, document.regions);
    return id;
}

/// Rows that stay are not touched.
void ArticleWriter::writeRegions(ArticleId article, const std::vector<Region> &was, const std::vector<Region> &now)
{
    for (const Region &region : now) {
        requireSpan(region.span, m_text, true);
        if (!std::ranges::contains(was, region))
            m_writer.insert("region", {article.value, qint64(region.span.start), qint64(region.span.end), code(region.kind), qint64(region.struck)});
    }
}

std::vector<qint64> ArticleWriter::versionsTo(qint64 newest) const
{
    std::vector<qint64> versions;
    for (qint64 id = newest; id != 0 && !std::ranges::contains(versions, id);) {
        versions.push_back(id);
        Query before(m_connection, "SELECT earlier_id FROM kinship WHERE article_id = ? AND kind = 2");
        before.add(id);
        id = before.next() ? before.integer(0) : 0;
    }
    return versions;
}

/// Another text from an address that is here already is a later version of that article.
void ArticleWriter::addVersion(Added &added, ArticleId readBefore)
{
    const qint64 atAddress = m_kin.newestAt(m_source->addressKey);
    const qint64 earlier = atAddress != 0 ? atAddress : readBefore.value;
    if (earlier == 0)
        return;
    added.state = AddState::Version;
    added.earlier = {earlier};
    m_writer.insert("kinship", {added.article.value, earlier, code(Kin::Version), m_kin.likenessTo(m_connection, *m_source, earlier), code(Status::Suggested)});
    for (const auto &[quotation, named] : carryQuotations(m_writer, added.earlier, added.article, m_text))
        addNote(quotation, u"another speaker is named: "_s + m_known.agent(m_connection, named).known.name);
    Query carries(m_connection, "SELECT count(*) FILTER (WHERE status = 2), count(*) FILTER (WHERE status = 1) FROM carry WHERE article_id = ?");
    carries.add(added.article.value);
    if (carries.next()) {
        added.carried = carries.number(0);
        added.lost = carries.number(1);
    }
}

void ArticleWriter::addSameTexts(Added &added, const Twins &twins)
{
    const std::vector<qint64> versions = versionsTo(added.earlier.value);
    std::vector<TextKin::Link> links = m_kin.find(m_connection, *m_source, versions);
    // The very same words are one text however few they are, and however many print it.
    const auto twin = std::ranges::find_if(twins.articles(), [&versions](ArticleId id) { return !std::ranges::contains(versions, id.value); });
    if (twin != twins.articles().end()) {
        std::erase_if(links, [&twin](const TextKin::Link &link) { return link.article == twin->value; });
        links.insert(links.begin(), {twin->value, 1});
    }
    for (const TextKin::Link &link : links)
        m_writer.insert("kinship", {added.article.value, link.article, code(Kin::SameText), link.likeness, code(Status::Suggested)});
    if (!links.empty()) {
        added.sameText = {links.front().article};
        added.likeness = links.front().likeness;
    }
}

AgentId ArticleWriter::agentAt(int index) const
{
    return index >= 0 && index < static_cast<int>(m_agents.size()) ? m_agents[static_cast<size_t>(index)] : AgentId();
}

Value ArticleWriter::utteranceFor(AgentId speaker, ArticleId article, const Wording &words)
{
    if (!speaker)
        return {};
    const SpokenWords::Match match = m_spoken.find(m_connection, speaker, article, words);
    if (match.quotation == 0)
        return {};
    if (match.utterance != 0)
        return match.utterance;
    const qint64 utterance = m_writer.insert("utterance", {newUuid(), code(Status::Suggested)});
    m_writer.update("quotation", match.quotation, {{"utterance_id", utterance}});
    return utterance;
}

void ArticleWriter::addQuotations(const extract::Extraction &extraction, ArticleId article)
{
    m_quotations.clear();
    for (size_t i = 0; i < extraction.quotations.size(); ++i) {
        const extract::FoundQuotation &found = extraction.quotations[i];
        const Wording &wording = m_source->quotations[i].wording;
        requireSpan(found.content, m_text);
        requireSpan(found.cue, m_text, true);
        requireSpan(found.speakerSpan, m_text, true);
        for (const Span segment : found.segments)
            requireSpan(segment, m_text);
        std::vector<Marker> markers;
        for (const extract::FoundMarker &marker : found.markers) {
            requireSpan(marker.span, m_text);
            markers.push_back({marker.span, marker.kind});
        }
        const auto words = [this](Span span) { return m_text.sliced(span.start, span.length()); };
        const Anchor anchor = anchorAt(m_text, found.content);
        const AgentId speaker = agentAt(found.speaker);
        const bool isSaid = found.kind == Kind::Statement || found.kind == Kind::Fragment;
        std::vector<AgentId> others;
        for (const int also : found.alsoSpeakers) {
            if (const AgentId other = agentAt(also); other && other != speaker && !std::ranges::contains(others, other))
                others.push_back(other);
        }
        Value utterance = isSaid ? utteranceFor(speaker, article, wording) : Value();
        for (size_t other = 0; isSaid && other < others.size() && std::holds_alternative<std::monostate>(utterance); ++other)
            utterance = utteranceFor(others[other], article, wording);
        std::vector<Value> row{newUuid(), article.value};
        addAnchor(row, anchor);
        row.insert(row.end(), {jsonOf(found.segments), qint64(found.cue.start), qint64(found.cue.end), words(found.cue),
                               qint64(found.speakerSpan.start), qint64(found.speakerSpan.end), words(found.speakerSpan),
                               reference(speaker), code(found.kind), code(found.directness), jsonOf(found.carriers), jsonOf(markers)});
        addDate(row, found.said);
        row.insert(row.end(), {found.rule, std::clamp(found.confidence, 0.0, 1.0), code(Status::Suggested),
                               utterance});
        const qint64 id = m_writer.insert("quotation", row);
        addJointSpeakers(m_writer, id, speaker, others);
        m_spoken.add(speaker, id, article, wording);
        for (const AgentId other : others)
            m_spoken.add(other, id, article, wording);
        m_quotations.emplace_back(found.content, id);
    }
}

void ArticleWriter::addFigures(const extract::Extraction &extraction, ArticleId article)
{
    const auto number = [](const std::optional<double> &value) { return value ? Value(*value) : Value(); };
    const QuotationPlaces quotations(m_quotations);
    for (const extract::FoundFigure &found : extraction.figures) {
        requireSpan(found.content, m_text);
        const qint64 around = quotations.around(found.content);
        std::vector<Value> row{newUuid(), article.value};
        addAnchor(row, anchorAt(m_text, found.content));
        row.insert(row.end(), {number(found.value), number(found.max), found.unit, code(found.qualifier), found.subject, found.predicate,
                               reference(agentAt(found.assertedBy)), around == 0 ? Value() : Value(around),
                               found.rule, std::clamp(found.confidence, 0.0, 1.0), code(Status::Suggested)});
        m_writer.insert("figure", row);
    }
}

void ArticleWriter::addDates(const extract::Extraction &extraction, ArticleId article)
{
    for (const extract::FoundDate &found : extraction.dates) {
        requireSpan(found.content, m_text);
        std::vector<Value> row{article.value};
        addAnchor(row, anchorAt(m_text, found.content));
        addDate(row, found.when);
        row.emplace_back(found.rule);
        m_writer.insert("date_mention", row);
    }
}

} // namespace onrecord::store

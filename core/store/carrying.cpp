// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/carrying.h"

#include "core/match/sametext.h"
#include "core/record/words.h"
#include "core/store/jointspeakers.h"
#include "core/store/values.h"

#include <QUuid>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

/// The quotation's row with its columns by name.
class OldRow
{
public:
    OldRow(RowWriter &writer, QuotationId id) : m_query(writer.connection(), "SELECT id, start_at, end_at, exact, prefix, suffix, segments, cue_start, cue_end, cue_text, "
                                                                            "mention_start, mention_end, mention_text, speaker_id, kind, directness, carriers, markers, "
                                                                            "said_edtf, said_earliest, said_latest, said_basis, said_words, rule, confidence, status, utterance_id "
                                                                            "FROM quotation WHERE id = ?")
    {
        m_query.add(id.value);
        if (!m_query.next())
            refuse(Fault::NotFound, u"quotation %1"_s.arg(id.value));
    }
    enum Column { Id, Start, End, Exact, Prefix, Suffix, Segments, CueStart, CueEnd, CueText, MentionStart, MentionEnd, MentionText, Speaker, KindOf, DirectnessOf, Carriers,
                  Markers, SaidEdtf, SaidEarliest, SaidLatest, SaidBasis, SaidWords, Rule, Confidence, StatusOf, UtteranceOf };
    [[nodiscard]] qint64 integer(Column column) const { return m_query.integer(column); }
    [[nodiscard]] QString text(Column column) const { return m_query.text(column); }
    [[nodiscard]] Value value(Column column) const { return m_query.value(column); }
    [[nodiscard]] Anchor anchor() const
    {
        return {{static_cast<qint32>(integer(Start)), static_cast<qint32>(integer(End))}, text(Exact), text(Prefix), text(Suffix)};
    }

private:
    Query m_query;
};

/// Words beside the quotation (its cue, its speaker's name) keep their place only where they stand in the new text as well.
void addNeighbour(std::vector<Value> &row, const OldRow &old, OldRow::Column start, const QString &text, qint64 shift)
{
    const qint64 from = old.integer(start) + shift;
    const QString words = old.text(static_cast<OldRow::Column>(start + 2));
    if (!words.isEmpty() && from >= 0 && from + words.size() <= text.size() && QStringView(text).sliced(from, words.size()) == words)
        row.insert(row.end(), {from, from + words.size(), words});
    else
        row.insert(row.end(), {qint64(0), qint64(0), QString()});
}

template<class Part>
std::vector<Part> shifted(std::vector<Part> parts, qint64 shift)
{
    for (Part &part : parts) {
        if constexpr (std::is_same_v<Part, Span>)
            part = {static_cast<qint32>(part.start + shift), static_cast<qint32>(part.end + shift)};
        else
            part.span = {static_cast<qint32>(part.span.start + shift), static_cast<qint32>(part.span.end + shift)};
    }
    return parts;
}

/// The later version's own row for these words; 0 when extraction did not find them there.
qint64 rowAt(RowWriter &writer, ArticleId article, Span place)
{
    Query query(writer.connection(), "SELECT id FROM quotation WHERE article_id = ? AND start_at = ? AND end_at = ? ORDER BY id LIMIT 1");
    query.add(article.value).add(qint64(place.start)).add(qint64(place.end));
    return query.next() ? query.integer(0) : 0;
}

std::vector<Value> copied(const OldRow &old, ArticleId later, const QString &text, Span place)
{
    const bool hasSameWords = QStringView(text).sliced(place.start, place.length()) == old.text(OldRow::Exact);
    const qint64 shift = place.start - old.integer(OldRow::Start);
    std::vector<Value> row{newUuid(), later.value};
    addAnchor(row, anchorAt(text, place));
    // Pieces and markers lie inside the words: with other words they mean nothing.
    row.emplace_back(hasSameWords ? jsonOf(shifted(spansFrom(old.text(OldRow::Segments)), shift)) : u"[]"_s);
    addNeighbour(row, old, OldRow::CueStart, text, shift);
    addNeighbour(row, old, OldRow::MentionStart, text, shift);
    row.insert(row.end(), {old.value(OldRow::Speaker), old.value(OldRow::KindOf), old.value(OldRow::DirectnessOf), old.value(OldRow::Carriers),
                           hasSameWords ? jsonOf(shifted(markersFrom(old.text(OldRow::Markers)), shift)) : u"[]"_s});
    for (const auto column : {OldRow::SaidEdtf, OldRow::SaidEarliest, OldRow::SaidLatest, OldRow::SaidBasis, OldRow::SaidWords, OldRow::Rule, OldRow::Confidence, OldRow::StatusOf})
        row.push_back(old.value(column));
    row.push_back(hasSameWords ? old.value(OldRow::UtteranceOf) : Value());
    return row;
}

bool isOfAnnotations(RowWriter &writer, ArticleId article)
{
    Query query(writer.connection(), "SELECT 1 FROM article WHERE id = ? AND remarks LIKE '%\"annotations\"%'");
    return query.add(article.value).next();
}

/// The later version's own quotation at `place` where its text names a speaker, who then stays: it is decided where the record names the
/// same or nobody, and else told in `others`. Null where there is none.
QuotationId speakersOwn(RowWriter &writer, QuotationId quotation, ArticleId later, Span place, std::vector<std::pair<QuotationId, AgentId>> &others)
{
    const OldRow old(writer, quotation);
    const qint64 there = rowAt(writer, later, place);
    const AgentId named{old.integer(OldRow::Speaker)};
    if (there == 0)
        return {};
    AgentId theirs;
    {
        Query row(writer.connection(), "SELECT speaker_id FROM quotation WHERE id = ?");
        row.add(there);
        theirs = {row.next() ? row.integer(0) : 0};
    }
    if (!theirs)
        return {};
    Query joint(writer.connection(), "SELECT 1 FROM joint_speaker WHERE quotation_id = ? AND agent_id = ?");
    if (!named || named == theirs || joint.add(there).add(named.value).next())
        writer.update("quotation", there, {{"status", old.value(OldRow::StatusOf)}});
    else
        others.push_back({{there}, named});
    return {there};
}

} // namespace

QuotationId putCarried(RowWriter &writer, QuotationId quotation, ArticleId later, const QString &text, Span place)
{
    const OldRow old(writer, quotation);
    if (const qint64 there = rowAt(writer, later, place); there != 0) {
        writer.removeWhere("joint_speaker", "quotation_id", there);
        copyJointSpeakers(writer, quotation.value, there);
        writer.update("quotation", there, {{"speaker_id", old.value(OldRow::Speaker)}, {"kind", old.value(OldRow::KindOf)}, {"status", old.value(OldRow::StatusOf)}});
        return {there};
    }
    const qint64 there = writer.insert("quotation", copied(old, later, text, place));
    copyJointSpeakers(writer, quotation.value, there);
    return {there};
}

std::vector<std::pair<QuotationId, AgentId>> carryQuotations(RowWriter &writer, ArticleId earlier, ArticleId later, const QString &text)
{
    const bool isRecord = isOfAnnotations(writer, earlier);
    std::vector<std::pair<QuotationId, AgentId>> otherSpeakers;
    std::vector<QuotationId> decided;
    {
        // What a person marked has no rule; what a person touched is not merely suggested.
        Query query(writer.connection(), "SELECT id FROM quotation WHERE article_id = ? AND (status <> 1 OR rule = '') ORDER BY start_at, id");
        query.add(earlier.value);
        while (query.next())
            decided.push_back({query.integer(0)});
    }
    for (const QuotationId quotation : decided) {
        Anchor anchor;
        bool isRejected = false;
        {
            const OldRow old(writer, quotation);
            anchor = old.anchor();
            isRejected = static_cast<Status>(old.integer(OldRow::StatusOf)) == Status::Rejected;
        }
        const auto place = match::onlyPlace(text, anchor);
        if (isRejected) {
            // A rejected suggestion is not suggested again; when its words are gone, nobody misses them.
            if (const qint64 there = place ? rowAt(writer, later, *place) : 0; there != 0)
                writer.update("quotation", there, {{"status", code(Status::Rejected)}});
            continue;
        }
        const QuotationId stays = place && isRecord ? speakersOwn(writer, quotation, later, *place, otherSpeakers) : QuotationId();
        const QuotationId to = stays ? stays : place ? putCarried(writer, quotation, later, text, *place) : QuotationId();
        const Span guess = place ? Span() : match::likeliestPlace(text, anchor.exact);
        writer.insert("carry", {quotation.value, later.value, reference(to), qint64(guess.start), qint64(guess.end), code(place ? Status::Accepted : Status::Suggested)});
    }
    return otherSpeakers;
}

} // namespace onrecord::store

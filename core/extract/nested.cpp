// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/nested.h"

#include <algorithm>
#include <tuple>

/// Quotations within quotations: “Hale told me, ‘It leaks,’” said Ruiz. What stands in a speaker's marks is read as a text of its own, whose
/// author is the speaker, and what somebody plainly says there becomes an entry beside the one that holds it.
namespace onrecord::extract {

namespace {

using namespace Qt::StringLiterals;

/// Is there a mark before a word, as one that opens has it?
bool mayHoldMarks(QStringView words)
{
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        const bool isMark = QStringView(u"\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2018\u201a'").contains(words[i]);
        if (isMark && (words[i + 1].isLetterOrNumber() || words[i + 1].isSpace() || words[i + 1] == u'[') && (i == 0 || !words[i - 1].isLetterOrNumber()))
            return true;
    }
    return false;
}

Span shifted(Span span, qint32 by)
{
    return span.isEmpty() ? Span{} : Span{span.start + by, span.end + by};
}

class Nesting
{
public:
    Nesting(const Reading &reading, Extraction &out, int depth) : r(reading), m_out(out), m_depth(depth) {}

    void run()
    {
        std::vector<FoundQuotation> found;
        for (const FoundQuotation &outer : m_out.quotations) {
            if (outer.directness == Directness::Indirect || outer.kind == Kind::Scare || outer.kind == Kind::Title)
                continue;
            if (outer.segments.empty())
                read(outer, outer.content, found);
            for (const Span segment : outer.segments)
                read(outer, segment, found);
        }
        m_out.quotations.insert(m_out.quotations.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
        std::ranges::stable_sort(m_out.quotations, {}, [](const FoundQuotation &q) { return std::tuple(q.content.start, q.depth, q.content.end); });
        countHolders();
    }

private:
    /// Each nested one stands one deeper than the deepest that holds it: one between them may have been left out.
    void countHolders()
    {
        std::vector<const FoundQuotation *> open;
        for (FoundQuotation &q : m_out.quotations) {
            std::erase_if(open, [&q](const FoundQuotation *holder) { return holder->content.end <= q.content.start; });
            if (q.directness == Directness::Indirect)
                continue;
            if (q.depth > 0) {
                q.depth = 1;
                for (const FoundQuotation *holder : open)
                    q.depth = holder->content != q.content && holder->content.contains(q.content) ? std::max(q.depth, holder->depth + 1) : q.depth;
            }
            open.push_back(&q);
        }
    }

    void read(const FoundQuotation &outer, Span place, std::vector<FoundQuotation> &found)
    {
        const QStringView words = r.textOf(place);
        if (!mayHoldMarks(words))
            return;
        Options options;
        options.language = r.options->language.isEmpty() ? r.words->language() : r.options->language;
        options.published = r.options->published;
        options.words = r.options->words;
        if (outer.speaker >= 0)
            options.authors = {m_out.agents[static_cast<size_t>(outer.speaker)].name};
        const Extraction inner = extractWithin(words, options, m_depth + 1);
        for (const FoundQuotation &quotation : inner.quotations) {
            if (isSaid(quotation, words) && !isThere(shifted(quotation.content, place.start)))
                add(outer, inner, quotation, place.start, found);
        }
    }

    /// Words of saying go with it, and more than its marks is around it.
    [[nodiscard]] static bool isSaid(const FoundQuotation &quotation, QStringView words)
    {
        if (quotation.directness == Directness::Indirect || quotation.kind == Kind::Scare || quotation.kind == Kind::Title)
            return false;
        const auto isLetter = [](QChar c) { return c.isLetter(); };
        const bool isAll = !std::ranges::any_of(words.first(quotation.content.start), isLetter) && !std::ranges::any_of(words.sliced(quotation.content.end), isLetter);
        const bool isTerm = quotation.rule == "subject of the clause"_L1; // “They call it ‘junk’”
        return !isAll && !isTerm && (!quotation.cue.isEmpty() || quotation.kind == Kind::Hypothetical);
    }

    /// A turn of a conversation has entries for what stands in marks within it.
    [[nodiscard]] bool isThere(Span content) const
    {
        return std::ranges::any_of(m_out.quotations, [content](const FoundQuotation &q) { return q.directness != Directness::Indirect && q.content == content; });
    }

    void add(const FoundQuotation &outer, const Extraction &inner, const FoundQuotation &quotation, qint32 by, std::vector<FoundQuotation> &found)
    {
        if (quotation.kind == Kind::Self)
            return; // “I told him, ‘No’”: these are the speaker's words twice over
        FoundQuotation q = quotation;
        q.directness = Directness::Direct; // a clause that it may be a part of is its speaker's, who is quoted whole
        q.clause = {};
        q.content = shifted(q.content, by);
        q.speakerSpan = shifted(q.speakerSpan, by);
        q.cue = shifted(q.cue, by);
        for (Span &segment : q.segments)
            segment = shifted(segment, by);
        for (FoundMarker &marker : q.markers)
            marker.span = shifted(marker.span, by);
        if (quotation.speaker >= 0)
            q.speaker = agentOf(inner.agents[static_cast<size_t>(quotation.speaker)], by);
        for (int &also : q.alsoSpeakers) // none is nobody
            also = agentOf(inner.agents[static_cast<size_t>(also)], by);
        if (q.speaker >= 0 && q.speaker == outer.speaker && q.alsoSpeakers.empty())
            return;
        if (q.depth == 0) { // else it stands within one that stands here
            q.depth = m_depth + 1;
            q.rule = u"within another quotation: "_s + q.rule;
        }
        q.confidence = std::min(q.confidence, outer.confidence);
        found.push_back(std::move(q));
    }

    /// The agent of the whole text that has the words which name the inner one; else one more.
    int agentOf(const FoundAgent &inner, qint32 by)
    {
        for (size_t a = 0; a < m_out.agents.size(); ++a) {
            for (const Span mention : inner.mentions) {
                if (std::ranges::any_of(m_out.agents[a].mentions, [place = shifted(mention, by)](Span known) { return known.overlaps(place); }))
                    return static_cast<int>(a);
            }
        }
        FoundAgent agent = inner;
        agent.affiliation = -1;
        for (Span &mention : agent.mentions)
            mention = shifted(mention, by);
        m_out.agents.push_back(std::move(agent));
        return static_cast<int>(m_out.agents.size()) - 1;
    }

    const Reading &r;
    Extraction &m_out;
    int m_depth;
};

} // namespace

void findNested(const Reading &reading, Extraction &out, int depth)
{
    constexpr int deepest = 2; // quotations within quotations within quotations
    if (depth < deepest)
        Nesting(reading, out, depth).run();
}

} // namespace onrecord::extract

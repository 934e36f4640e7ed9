// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/phrases.h"

#include <algorithm>

/// When and through what something was said, as far as the sentence of the report tells: "wrote on X on Friday", "told the
/// Herald in an interview". Nothing is guessed from the date of publication.
namespace onrecord::extract {

namespace {

using namespace Qt::StringLiterals;
using namespace word;

class Circumstances
{
public:
    Circumstances(const Reading &reading, Extraction &out) : r(reading), m_out(out) {}

    void run()
    {
        const FoundQuotation *before = nullptr;
        for (FoundQuotation &quotation : m_out.quotations) {
            const bool speech = quotation.kind != Kind::Scare && quotation.kind != Kind::Title && quotation.kind != Kind::Hypothetical;
            if (speech && !quotation.cue.isEmpty())
                read(quotation);
            else if (speech && before && goesOn(*before, quotation)) {
                quotation.said = before->said;
                quotation.carriers = before->carriers;
            }
            if (speech)
                before = &quotation;
        }
    }

private:
    /// The same speaker goes on in the same paragraph without a cue of his own.
    [[nodiscard]] bool goesOn(const FoundQuotation &before, const FoundQuotation &quotation) const
    {
        const qint32 from = before.content.end;
        const qint32 to = quotation.content.start;
        return before.speaker >= 0 && before.speaker == quotation.speaker && from <= to && !r.textOf({from, to}).contains(u'\n');
    }

    void read(FoundQuotation &quotation) const
    {
        const int item = itemAt(quotation.cue.start);
        if (item < 0)
            return;
        const Sentence &sentence = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(item)])];
        readDate(quotation, {r.itemStart(sentence.first), r.itemEnd(sentence.last - 1)});
        readCarriers(quotation, sentence, item);
    }

    /// The outer item that begins at or after the offset.
    [[nodiscard]] int itemAt(qint32 offset) const
    {
        const auto it = std::ranges::lower_bound(r.items, offset, {}, [this](const Item &item) { return r.tok(item.token).start; });
        return it == r.items.end() ? -1 : static_cast<int>(it - r.items.begin());
    }

    void readDate(FoundQuotation &quotation, Span sentence) const
    {
        const FoundDate *nearest = nullptr;
        const auto distance = [&](const FoundDate &date) { return std::abs(date.content.start - quotation.cue.start); };
        auto at = std::ranges::lower_bound(m_out.dates, sentence.start, {}, [](const FoundDate &date) { return date.content.start; });
        for (; at != m_out.dates.end() && at->content.start < sentence.end; ++at) {
            const FoundDate &date = *at;
            const bool usable = sentence.contains(date.content) && date.when.when.isKnown() && date.when.when.precision() >= Precision::Day
                && !isQuoted(date.content) && !isReported(quotation, date.content) && isOfSaying(date.content.start);
            if (usable && (!nearest || distance(date) < distance(*nearest)))
                nearest = &date;
        }
        if (nearest)
            quotation.said = nearest->when;
    }

    /// Hale said |the road would reopen on 1 June|: the day belongs to what is reported, there or by another report of the sentence.
    [[nodiscard]] bool isReported(const FoundQuotation &quotation, Span date) const
    {
        if (quotation.directness == Directness::Indirect && quotation.content.contains(date))
            return true;
        const auto from = std::ranges::upper_bound(m_out.quotations, date.start, {}, [](const FoundQuotation &q) { return q.content.start; });
        constexpr int farthest = 4; // reports back
        int looked = 0;
        for (auto it = from; it != m_out.quotations.begin() && looked < farthest; ++looked) {
            --it;
            if (it->directness == Directness::Indirect && it->content.contains(date))
                return true;
        }
        return false;
    }

    /// Hale, |who was elected on 3 May|, said; |the man arrested on 2 May| said: a day belongs to the verb before it, in its own clause.
    [[nodiscard]] bool isOfSaying(qint32 date) const
    {
        static constexpr WordSet relative{u"who", u"which", u"whose", u"whom", u"der", u"die", u"das", u"dessen", u"deren", u"welche", u"welcher", u"welches"};
        static constexpr WordSet giving{u"issued", u"released", u"published", u"sent", u"posted", u"written", u"dated", u"held", u"given", u"made"};
        const int item = itemAt(date);
        if (item < 0)
            return false;
        const int floor = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(item)])].first;
        for (int i = item - 1; i >= floor; --i) {
            if (r.isStretch(i) || r.iSign(i, u':') || r.iSign(i, u';'))
                return true;
            if (isComma(r, i))
                return !r.iAny(i + 1, relative) && !r.iis(i + 1, Subordinator);
            if (r.iis(i, Speech) || r.iAny(i, giving))
                return true;
            if (r.iis(i, Past | Third | Participle | Gerund) && !r.iis(i, Auxiliary | Preposition | Role) && r.iMention(i) < 0 && !r.isGerman)
                return false;
        }
        return true;
    }

    [[nodiscard]] bool isQuoted(Span span) const
    {
        const auto end = [](const Stretch &stretch) { return stretch.content.end; };
        const auto at = std::ranges::upper_bound(r.stretches, span.start, {}, end);
        return at != r.stretches.end() && at->content.overlaps(span);
    }

    void readCarriers(FoundQuotation &quotation, const Sentence &sentence, int cue) const
    {
        for (int i = sentence.first; i < sentence.last; ++i) {
            if (r.isStretch(i))
                continue;
            const Span carrier = i == cue || i == cue + 1 ? told(i, sentence.last) : Span{};
            const Span place = carrier.isEmpty() && r.iis(i, Preposition) ? through(i, sentence.last) : carrier;
            if (place.isEmpty())
                continue;
            const QString words = r.textOf(place).toString().simplified();
            if (!quotation.carriers.contains(words))
                quotation.carriers.append(words);
            while (i + 1 < sentence.last && r.itemStart(i + 1) < place.end)
                ++i;
        }
    }

    /// "told CNBC": the report goes to a body, which passes it on.
    [[nodiscard]] Span told(int i, int end) const
    {
        if (!r.iWord(i, u"told") && !r.iWord(i, u"tells"))
            return {};
        int to = i + 1;
        if (to < end && r.iis(to, Determiner))
            ++to;
        const int mention = to < end ? r.iMention(to) : -1;
        if (mention < 0 || r.mention(mention).type != AgentType::Organisation)
            return {};
        return {r.itemStart(i), r.mention(mention).end};
    }

    /// "on X", "in an interview", "in a since-deleted post": a preposition and a medium at most four words behind it.
    [[nodiscard]] Span through(int i, int end) const
    {
        constexpr int farthest = 4;
        for (int to = i + 1; to < end && to <= i + farthest; ++to) {
            if (!r.isWordItem(to))
                return {};
            // A medium by name is written with a capital: "on X", not "on x".
            if (r.iis(to, Medium) && (r.itok(to).isCapital || to > i + 1))
                return {r.itemStart(i), r.itemEnd(to)};
            if (r.iis(to, Preposition | Verb | Auxiliary | Conjunction))
                return {};
        }
        return {};
    }

    const Reading &r;
    Extraction &m_out;
};

} // namespace

void findCircumstances(const Reading &reading, Extraction &out)
{
    Circumstances(reading, out).run();
}

} // namespace onrecord::extract

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/nested.h"
#include "core/extract/phrases.h"
#include "core/extract/reportspans.h"
#include "core/record/struck.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace onrecord::extract {

namespace {

using namespace Qt::StringLiterals;

/// English unless the text's small words are German. Looks at the beginning only.
bool looksGerman(QStringView text)
{
    constexpr qsizetype sample = 4000;
    int german = 0;
    int english = 0;
    static constexpr WordSet germanWords{u"der", u"die", u"und", u"das", u"den", u"ist", u"nicht", u"mit", u"von"};
    static constexpr WordSet englishWords{u"the", u"and", u"of", u"to", u"is", u"that", u"with", u"for"};
    constexpr qsizetype shortest = 2;
    constexpr qsizetype longest = 5; // letters of the words above
    const QStringView start = text.first(std::min(sample, text.size()));
    for (qsizetype from = 0; from <= start.size();) {
        const qsizetype space = start.indexOf(u' ', from);
        const qsizetype to = space < 0 ? start.size() : space;
        const QStringView w = start.sliced(from, to - from);
        from = to + 1;
        if (w.size() < shortest || w.size() > longest)
            continue;
        const quint64 hash = wordHash(w);
        const bool isSmall = std::ranges::all_of(w, [](QChar c) { return c >= u'a' && c <= u'z'; });
        german += isSmall && germanWords.contains(hash) ? 1 : 0;
        english += isSmall && englishWords.contains(hash) ? 1 : 0;
    }
    return german > english;
}

bool isStruck(Span span, const Options &options)
{
    return std::ranges::any_of(options.struck, [span](Span struck) { return struck.overlaps(span); });
}

void addAgents(const Reading &r, Extraction &out)
{
    out.agents.reserve(r.agents.size());
    for (const Agent &agent : r.agents) {
        FoundAgent found;
        found.name = agent.name;
        found.type = agent.type;
        found.role = agent.role;
        found.affiliation = agent.affiliation;
        found.forms.append(agent.name);
        for (const int m : agent.mentions) {
            const Span span{r.tok(r.mention(m).first).start, r.mention(m).end};
            const QStringView form = r.textOf(span);
            if (!found.forms.contains(form))
                found.forms.append(form.toString());
            found.mentions.push_back(span);
        }
        for (const Span span : agent.nominals) {
            const QStringView form = r.textOf(span);
            if (!found.forms.contains(form))
                found.forms.append(form.toString());
            found.mentions.push_back(span);
        }
        std::ranges::sort(found.mentions);
        out.agents.push_back(std::move(found));
    }
}

/// A turn's "NAME:" and a signature inside the marks belong to the report, not to the words.
Span contentOf(const Reading &r, const Attribution &a)
{
    Span content = r.stretches[static_cast<size_t>(a.stretch)].content;
    if (a.rule == "signature"_L1 && !a.speakerSpan.isEmpty() && content.contains(a.speakerSpan)) {
        content.end = a.speakerSpan.start;
        while (content.end > content.start && r.text[content.end - 1].isSpace())
            --content.end;
    }
    if (a.rule == "transcript turn"_L1) {
        content.start = a.cueSpan.end;
        while (content.start < content.end && r.text[content.start].isSpace())
            ++content.start;
    }
    return content;
}

/// The whole words of source and cue, where the attribution took them from one.
void widen(const Reading &r, const Attribution &a, FoundQuotation &q)
{
    if (a.cue < 0)
        return;
    const Cue &cue = r.cues[static_cast<size_t>(a.cue)];
    if (q.cue == Span{r.itemStart(cue.first), r.itemEnd(cue.last)})
        q.cue = wholeCue(r, cue);
    if (!q.speakerSpan.isEmpty() && q.speakerSpan == r.spanOf(cue.source))
        q.speakerSpan = wholeSource(r, cue);
}

void addQuotations(const Reading &r, Extraction &out)
{
    for (size_t s = 0; s < r.stretches.size(); ++s) {
        const Stretch &stretch = r.stretches[s];
        const Attribution &a = r.attributions[s];
        const Span content = contentOf(r, a);
        if (content.isEmpty() || isStruck(content, *r.options))
            continue;
        if (stretch.continues >= 0 && !out.quotations.empty() && a.rule == "continued over paragraphs"_L1) {
            FoundQuotation &whole = out.quotations.back();
            if (whole.segments.empty())
                whole.segments.push_back(whole.content);
            whole.segments.push_back(content);
            whole.content.end = content.end;
            continue;
        }
        FoundQuotation q;
        q.content = content;
        q.kind = a.kind;
        const bool speech = a.kind != Kind::Scare && a.kind != Kind::Title && a.kind != Kind::Hypothetical; // nobody said the others
        if (speech) {
            q.speaker = a.agent;
            q.alsoSpeakers = a.alsoAgents;
            q.speakerSpan = a.speakerSpan;
            q.cue = a.cueSpan;
            widen(r, a, q);
        }
        q.rule = stretch.isNickname ? u"nickname"_s : speech || a.isDecided ? a.rule : u"marks only"_s;
        q.confidence = a.isDecided ? a.confidence : 0.5;
        out.quotations.push_back(std::move(q));
    }
}

void addTurns(const Reading &r, Extraction &out)
{
    for (const Turn &turn : r.turns) {
        if (!turn.isStated && isStruck(turn.content, *r.options))
            continue;
        FoundQuotation q;
        q.content = turn.content;
        q.segments = turn.segments;
        q.speaker = turn.agent;
        q.speakerSpan = turn.speakerSpan;
        q.cue = turn.cueSpan;
        q.rule = turn.rule;
        q.confidence = turn.confidence;
        out.quotations.push_back(std::move(q));
    }
}

/// What is struck is read, for somebody may be named in full there alone, but nothing is found inside: no date, no mention, nobody who stands
/// nowhere else.
void leaveOutStruck(const Options &options, Extraction &out)
{
    if (options.struck.empty())
        return;
    const std::vector<Span> struck = spansApart(options.struck);
    std::erase_if(out.dates, [&struck](const FoundDate &date) { return isTouched(struck, date.content); });
    for (FoundAgent &agent : out.agents)
        std::erase_if(agent.mentions, [&struck](Span mention) { return isTouched(struck, mention); });
    keepAgents(out, neededAgents(out));
}

} // namespace

std::vector<bool> neededAgents(const Extraction &extraction)
{
    std::vector<bool> isNeeded;
    for (const FoundAgent &agent : extraction.agents)
        isNeeded.push_back(!agent.mentions.empty());
    const auto need = [&isNeeded](int agent) {
        if (agent >= 0)
            isNeeded[static_cast<size_t>(agent)] = true;
    };
    for (const FoundQuotation &quotation : extraction.quotations) {
        need(quotation.speaker);
        std::ranges::for_each(quotation.alsoSpeakers, need);
    }
    for (const FoundFigure &figure : extraction.figures)
        need(figure.assertedBy);
    for (size_t i = 0; i < isNeeded.size(); ++i) {
        if (isNeeded[i])
            need(extraction.agents[i].affiliation);
    }
    return isNeeded;
}

void keepAgents(Extraction &extraction, const std::vector<bool> &isKept)
{
    std::vector<int> now;
    std::vector<FoundAgent> kept;
    for (size_t i = 0; i < extraction.agents.size(); ++i) {
        now.push_back(isKept[i] ? static_cast<int>(kept.size()) : -1);
        if (isKept[i])
            kept.push_back(std::move(extraction.agents[i]));
    }
    const auto renumber = [&now](int &agent) { agent = agent < 0 ? -1 : now[static_cast<size_t>(agent)]; };
    for (FoundAgent &agent : kept)
        renumber(agent.affiliation);
    for (FoundQuotation &quotation : extraction.quotations) {
        renumber(quotation.speaker);
        std::ranges::for_each(quotation.alsoSpeakers, renumber);
        std::erase_if(quotation.alsoSpeakers, [](int agent) { return agent < 0; });
    }
    for (FoundFigure &figure : extraction.figures)
        renumber(figure.assertedBy);
    extraction.agents = std::move(kept);
}

Extraction extract(QStringView text, const Options &options)
{
    return extractWithin(text, options, 0);
}

Extraction extractWithin(QStringView text, const Options &options, int depth)
{
    Extraction out;
    const bool german = options.language.isEmpty() ? looksGerman(text) : options.language.startsWith(u"de", Qt::CaseInsensitive);
    Reading reading;
    reading.text = text;
    reading.options = &options;
    reading.isGerman = german;
    const QString language = german ? u"de"_s : u"en"_s;
    const auto own = std::ranges::find(options.words, language, [](const std::shared_ptr<const Lexicon> &words) { return words->language(); });
    reading.words = own != options.words.end() ? *own : sharedLexicon(language);
    readTokens(reading);
    if (reading.tokens.empty())
        return out;
    pairMarks(reading);
    readSentences(reading);
    judgeLines(reading);
    findNames(reading);
    chainNames(reading);
    findCues(reading);
    attribute(reading);
    findClauses(reading);
    resolveSpeakers(reading);
    findTurns(reading);
    shareEchoes(reading);
    sortKinds(reading);
    addAgents(reading, out);
    addQuotations(reading, out);
    addTurns(reading, out);
    findIndirect(reading, out);
    findFigures(reading, out);
    findDates(reading, out);
    std::ranges::stable_sort(out.quotations, {}, [](const FoundQuotation &q) { return q.content; });
    findCircumstances(reading, out);
    for (FoundQuotation &quotation : out.quotations)
        findMarkers(reading, quotation);
    findNested(reading, out, depth);
    leaveOutStruck(options, out);
    return out;
}

} // namespace onrecord::extract

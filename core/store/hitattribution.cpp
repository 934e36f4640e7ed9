// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/hitattribution.h"

#include "core/match/denial.h"
#include "core/record/holding.h"
#include "core/record/speakers.h"
#include "core/store/verify.h"

namespace onrecord::store {

using namespace Qt::StringLiterals;
using match::Hit;
using match::Verdict;

void HitAttribution::giveToInner(Hit &hit, const match::InnerQuote &inner) const
{
    hit.carrier = hit.speaker;
    hit.speaker = {};
    hit.alsoSpeakers.clear();
    const auto text = m_project.articleText(hit.article);
    const QString named = text ? text->sliced(inner.speaker.start, inner.speaker.length()) : QString();
    for (const MentionId id : m_record.mentionsIn(hit.article)) {
        const Mention *mention = m_record.mention(id);
        if (mention && inner.speaker.overlaps(mention->span))
            hit.speaker = mention->agent;
    }
    for (const Agent &agent : m_record.agents()) {
        if (hit.speaker || named.isEmpty())
            break;
        if (isNamed(agent, named))
            hit.speaker = agent.id;
    }
    if (hit.speaker == hit.carrier)
        hit.speaker = {};
    explainCarrier(hit, named.simplified());
}

void HitAttribution::tellCarrier(Hit &hit, const Quotation &quotation) const
{
    const Quotation *holder = holderOf(m_record, quotation);
    const bool isSpeech = quotation.kind != Kind::Scare && quotation.kind != Kind::Title && quotation.kind != Kind::Hypothetical;
    if (holder && (!isSpeech || (!quotation.speaker && quotation.mention.isEmpty()))) {
        if (quotation.kind != Kind::Hypothetical && !hit.speaker) { // marks within a speaker's words that give them to nobody else
            hit.speaker = holder->speaker;
            hit.alsoSpeakers = holder->alsoSpeakers;
        }
        return;
    }
    if (!holder || (holder->speaker && haveSameSpeaker(*holder, quotation)))
        return;
    hit.carrier = holder->speaker;
    explainCarrier(hit, quotation.mention);
}

void HitAttribution::explainCarrier(Hit &hit, const QString &quoted) const
{
    const Agent *carrier = m_record.agent(hit.carrier);
    hit.explanation += u" %1 quotes %2 here: the words are not %3 own."_s.arg(carrier ? carrier->name : u"The speaker"_s, quoted.isEmpty() ? u"somebody else"_s : u"somebody else (“%1”)"_s.arg(quoted),
                                                                            carrier ? u"that speaker's"_s : u"the speaker's"_s);
}

void HitAttribution::complete(Hit &hit, const Quotation *quotation) const
{
    const bool isDenied = quotation && isSayingDenied(*quotation);
    if (isDenied || !hit.speaker) { // nobody says it here
        hit.speaker = {};
        hit.alsoSpeakers.clear();
    }
    // Of several who say it together the one asked for comes first.
    const auto bringForward = [&](bool (*fits)(const Agent &, const QString &)) {
        const auto isAsked = [&](AgentId id) {
            const Agent *one = m_record.agent(id);
            return one && fits(*one, m_asked.speaker);
        };
        if (isAsked(hit.speaker))
            return true;
        const auto other = std::ranges::find_if(hit.alsoSpeakers, isAsked);
        if (other == hit.alsoSpeakers.end())
            return false;
        std::swap(*other, hit.speaker);
        return true;
    };
    if (!m_asked.speaker.isEmpty() && !hit.alsoSpeakers.empty() && !bringForward(isNamed))
        (void)bringForward(isNamedInPart);
    const Agent *agent = m_record.agent(hit.speaker);
    hit.speakerAgrees = m_asked.speaker.isEmpty() || (agent && (isNamed(*agent, m_asked.speaker) || isNamedInPart(*agent, m_asked.speaker)));
    const Article *article = m_record.article(hit.article);
    hit.sourceAgrees = m_asked.source.isEmpty() || (article && isPrintedBy(*article, m_record, m_asked.source));
    if (m_asked.when.isKnown()) {
        const PartialDate date = quotation && quotation->said.when.isKnown() ? quotation->said.when : article ? article->published.when : PartialDate();
        hit.dateAgrees = date.isKnown() && date.earliest() <= m_asked.when.latest() && m_asked.when.earliest() <= date.latest();
    }
    if (hit.verdict == Verdict::Verbatim && !hit.speakerAgrees)
        hit.verdict = Verdict::VerbatimOtherSpeaker;
    else if (hit.verdict == Verdict::Verbatim && !(hit.sourceAgrees && hit.dateAgrees))
        hit.verdict = Verdict::VerbatimOtherSource;
    hit.likeness -= (quotation ? 0.0 : 0.05) + (hit.dateAgrees ? 0.0 : 0.1) + (hit.sourceAgrees ? 0.0 : 0.1) + (hit.speakerAgrees ? 0.0 : 0.1);
    hit.explanation += isDenied ? u" The article says that this was not said (“%1”)."_s.arg(quotation->cueText) : context(hit, quotation);
}

bool HitAttribution::isSayingDenied(const Quotation &quotation) const
{
    const auto text = m_project.articleText(quotation.article);
    return text && match::isSayingDenied(*text, quotation.cue);
}

QString HitAttribution::context(const Hit &hit, const Quotation *quotation) const
{
    QString out;
    const Agent *speaker = m_record.agent(hit.speaker);
    const Agent *reporter = hit.isReported ? speaker : nullptr;
    if (hit.isReported && hit.verdict != Verdict::Paraphrase)
        out += u" The article reports this in words of its own as what %1 says, without quotation marks: it is no direct quotation."_s.arg(reporter ? reporter->name : u"somebody"_s);
    else if (!quotation)
        out += hit.isHeadline ? QString() : u" The passage stands in the article's own words, not in a quotation."_s;
    else if (quotation->kind == Kind::Hypothetical)
        out += u" The article imagines somebody saying this: it is not a statement."_s;
    else if (quotation->kind == Kind::Scare || quotation->kind == Kind::Title)
        out += u" The marks do not report speech here."_s;
    if (quotation && !hit.isReported && hit.passages.size() == 1 && hit.verdict <= Verdict::VerbatimOtherSource && hit.passages.front().length() + 2 < quotation->content.span.length())
        out += u" The words are part of a longer quotation: read on before and after them."_s;
    if (!m_asked.speaker.isEmpty())
        out += speaker && !isNamed(*speaker, m_asked.speaker) && hit.speakerAgrees ? u" The article names only “%1”, who may be the speaker you asked for."_s.arg(speaker->name)
            : hit.speakerAgrees ? u" The article names the speaker you asked for."_s : hit.speaker ? u" The article names another speaker."_s : u" The article names no speaker."_s;
    if (!m_asked.source.isEmpty())
        out += hit.sourceAgrees ? u" The source you asked for prints it."_s : u" Another source prints it than the one you asked for."_s;
    if (!hit.dateAgrees)
        out += u" It was said or printed at another time than the one you asked for."_s;
    return out;
}

} // namespace onrecord::store

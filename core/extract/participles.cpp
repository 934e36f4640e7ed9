// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/phrases.h"

/// Whose the verbs are that have no subject of their own: participles, and verbs behind a conjunction.
namespace onrecord::extract {

namespace {

using namespace word;

class Sharing
{
public:
    Sharing(const Reading &reading, SentenceBounds bounds) : r(reading), m_sentence(bounds.sentence), m_floor(bounds.floor), m_ceiling(bounds.ceiling) {}

    /// The subject a participle shares ("Ruiz left, saying …").
    [[nodiscard]] Source ofParticiple(int before, int verb) const
    {
        if (before >= m_floor && !r.isStretch(before) && !r.iSign(before, u',')) {
            // "Ruiz saying …", headlines, "with Ruiz saying", "issued a report this month saying"
            if (r.iis(before, Weekday | Unit) && before - 1 > m_floor && (r.iWord(before - 1, u"on") || r.iWord(before - 1, u"this") || r.iWord(before - 1, u"last")))
                before -= 2;
            else if (r.iis(before, Weekday) && before - 1 > m_floor)
                --before;
            const Source near = phraseEndingAt(r, before, m_floor);
            const bool adverbial = near.isValid() && near.first > m_floor && !r.isStretch(near.first - 1) && r.iis(near.first - 1, Preposition)
                && !((r.iWord(near.first - 1, u"with") || r.iWord(near.first - 1, u"of")) && ((near.mention >= 0 && r.mention(near.mention).type <= AgentType::Organisation && (r.iWord(near.first - 1, u"with") || near.first == r.itemOf[static_cast<size_t>(r.mention(near.mention).from)]))
                     || (r.iWord(near.first - 1, u"with") && (near.isRole || near.mention >= 0) && near.first - 2 > m_floor && isComma(r, near.first - 2))));
            const int governor = near.first - 1;
            const bool hearer = near.isValid() && near.mention < 0 && governor > m_floor && r.iis(governor, Past | Third) && r.iis(governor, Speech); // "emailed supporters saying"
            const bool paper = near.isValid() && !r.isGerman && (r.iWord(verb, u"saying") || r.iWord(verb, u"reading")) && r.iis(near.first, Determiner) && !r.is(near.head, ReportNoun | Medium | Unit)
                && governor > m_floor && !r.iis(governor, Preposition); // "carried a sign saying"
            if (const Source issuer = near.isValid() && r.is(near.head, ReportNoun | Medium) && !adverbial && !r.isGerman ? issuerOf(near) : Source{}; issuer.isValid())
                return issuer; // "issued a report this month charging Vela with"
            if (near.isValid() && (near.mention >= 0 || near.isRole || near.isPronoun || paper) && !adverbial && !hearer && !r.iis(before, Preposition)) {
                const Source issuer = issuerOf(near);
                return issuer.isValid() ? issuer : near;
            }
        }
        if (before > m_floor && r.iis(before, Conjunction) && !r.cues.empty() && r.cues.back().sentence == m_sentence && r.cues.back().isParticiple && r.cues.back().source.isValid())
            return r.cues.back().source; // "with Ruiz writing that it leaked and asking"
        if (const Source absolute = ofAbsolute(before, verb); absolute.isValid())
            return absolute;
        const int comma = r.iWord(before, u"despite") || r.iWord(before, u"while") || r.iWord(before, u"after") || r.iWord(before, u"without") ? before - 1 : before;
        if (comma - 1 > m_floor && isComma(r, comma) && !r.isGerman) {
            // "Ruiz, calling it a gift, praised the plan": right behind the name that opens the sentence
            const Source opener = phraseEndingAt(r, comma - 1, m_floor);
            if (opener.first == m_floor && (opener.isPronoun || opener.mention >= 0 || opener.isRole))
                return opener;
        }
        // The subject of the clause the participle hangs on; before its own verb when the participle comes first.
        const Clausehead matrix = r.isGerman ? Clausehead{} : hostOf(before);
        for (auto it = r.cues.rbegin(); it != r.cues.rend() && it->sentence == m_sentence; ++it) {
            if (!it->source.isValid() || it->isAccording || it->source.isRelative || it->isPassive || it->head >= verb)
                continue;
            if (matrix.subject.isValid() && !(it->isInverted && it->head > matrix.verb))
                continue;
            return it->source;
        }
        if (matrix.subject.isValid())
            return matrix.subject;
        const Source left = clauseSubject(r, verb, m_floor);
        if (left.isValid())
            return left;
        return followingSubject(verb);
    }

    /// "Ruiz tweeted that Park was wrong and urged", "Ruiz, he said, waited, but wrote": the verb behind a conjunction shares
    /// the subject of the clause that is not itself within another.
    [[nodiscard]] Source ofJoined(int joint, int verb) const
    {
        if (!r.isGerman) {
            const Clausehead near = clauseBefore(r, joint, m_floor, false);
            const bool parted = isComma(r, joint) || isComma(r, joint - 1) || r.iSign(joint - 1, u';');
            const bool sameTense = near.verb >= 0 && (r.icls(near.verb) & r.icls(verb) & (Past | Third)) != 0;
            if (near.embedding == Embedding::Dependent && !parted && (sameTense || near.subject.isRelative))
                return near.subject;
            const Clausehead matrix = clauseBefore(r, joint, m_floor, true);
            if (matrix.subject.isValid())
                return matrix.subject;
        }
        for (auto it = r.cues.rbegin(); it != r.cues.rend() && it->sentence == m_sentence && r.iis(joint, Conjunction); ++it) {
            if (it->source.isValid() && !it->isAccording && !it->source.isRelative && !it->isPassive && !it->isParticiple && !it->isInverted)
                return it->source;
        }
        return clauseSubject(r, joint, m_floor);
    }

private:
    /// "The union left, with its leader, Ana Ruiz, calling it …": the noun phrase behind "with" has the participle to itself.
    [[nodiscard]] Source ofAbsolute(int before, int verb) const
    {
        constexpr int reach = 14;
        if (r.isGerman || !isComma(r, before))
            return {};
        for (int i = before - 1; i > std::max(m_floor, before - reach); --i) {
            if (r.isStretch(i) || r.iSign(i, u';') || r.iis(i, Auxiliary))
                return {};
            if (r.iWord(i, u"with") && isComma(r, i - 1))
                return subjectBefore(r, verb, i + 1);
        }
        return {};
    }

    /// The clause a participle hangs on: behind a comma the one that is in no other ("Ruiz left when Park came, saying"), else the
    /// nearest; "when she left, saying" keeps its pronoun.
    [[nodiscard]] Clausehead hostOf(int before) const
    {
        const Clausehead near = clauseBefore(r, before + 1, m_floor, false);
        if (near.verb == before)
            return near; // "kept asking"
        const Clausehead matrix = clauseBefore(r, before + 1, m_floor, true);
        if (before >= m_floor && !r.isStretch(before) && !isComma(r, before) && !r.iis(before, Conjunction | Preposition | Subordinator) && near.subject.isValid())
            return near;
        const int opener = near.subject.first - 1;
        const bool timed = opener >= m_floor && !r.isStretch(opener) && (r.iWord(opener, u"when") || r.iWord(opener, u"as") || r.iWord(opener, u"while") || r.iWord(opener, u"which"));
        if (near.embedding == Embedding::Dependent && timed && near.subject.isPronoun)
            return near;
        const bool beside = opener >= m_floor && (r.iWord(opener, u"when") || r.iWord(opener, u"where") || r.iWord(opener, u"as"));
        if (beside && near.embedding == Embedding::Dependent && near.subject.isRole && near.subject.mention < 0 && matrix.verb < near.verb)
            return near; // "Hale left when protesters came, shouting"
        return matrix.subject.isValid() ? matrix : near;
    }

    /// "Ruiz issued a statement saying": not the paper, whoever issued it.
    [[nodiscard]] Source issuerOf(const Source &paper) const
    {
        int verb = paper.first - 1;
        const int head = r.itemOf[static_cast<size_t>(paper.head)];
        if (verb > m_floor && !r.isStretch(verb) && (r.iWord(verb, u"out") || r.iWord(verb, u"off") || r.iWord(verb, u"up")))
            --verb;
        if (paper.mention >= 0 || paper.isPronoun || verb <= m_floor || r.isStretch(verb) || !r.iis(head, ReportNoun | Medium) || !r.iis(verb, Past | Third | Gerund))
            return {};
        const Source issuer = subjectBefore(r, verb, m_floor);
        if (!issuer.isValid() && r.iis(verb - 1, Conjunction))
            return ofJoined(verb - 1, verb);
        const bool opens = issuer.first == m_floor && r.itok(issuer.first).isCapital; // "Black Pumps Matter issued a statement"
        return issuer.isValid() && (issuer.isPronoun || issuer.isRole || issuer.mention >= 0 || opens || r.iis(issuer.first, Determiner | Possessive)) ? issuer : Source{};
    }

    /// “Calling it ‘a wreck’, Ruiz left.”: the subject stands behind the first comma.
    [[nodiscard]] Source followingSubject(int verb) const
    {
        for (int k = verb + 1; k + 1 < m_ceiling; ++k) {
            if (r.iSign(k, u',') || (r.isStretch(k) && k + 1 < m_ceiling && r.isWordItem(k + 1))) {
                const Source subject = phraseStartingAt(r, k + 1, m_ceiling);
                if (subject.isValid() && (subject.isPronoun || subject.isRole || subject.mention >= 0))
                    return subject;
            }
        }
        return {};
    }

    const Reading &r;
    int m_sentence;
    int m_floor;
    int m_ceiling;
};

} // namespace

Source participleSubject(const Reading &reading, int before, int verb, SentenceBounds bounds)
{
    return Sharing(reading, bounds).ofParticiple(before, verb);
}

Source sharedSubject(const Reading &reading, int joint, int verb, SentenceBounds bounds)
{
    return Sharing(reading, bounds).ofJoined(joint, verb);
}

} // namespace onrecord::extract

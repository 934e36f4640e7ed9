// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/clauseends.h"
#include "core/extract/germanclauses.h"
#include "core/extract/germanwords.h"
#include "core/extract/names.h"
#include "core/extract/sieves/sieves.h"
#include "core/extract/unsaid.h"

#include <algorithm>

/// Die Pumpe sei alt, sagte Ruhland. |Der Kreis stelle Geld bereit.| – German marks reported speech by the form of the verb, so that a report
/// goes on where no word of saying stands.
namespace onrecord::extract {

namespace {

using namespace word;

class Subjunctives
{
public:
    explicit Subjunctives(Reading &reading) : r(reading), m_cueOf(reading.sentences.size(), -1), m_isReported(reading.sentences.size(), false), m_firstStretch(reading.sentences.size(), -1)
    {
        for (size_t c = 0; c < r.cues.size(); ++c) {
            const Cue &cue = r.cues[c];
            if (cue.source.isValid() && !cue.source.isRelative && (cue.isSpeech() || isSomebody(cue.source)))
                m_cueOf[static_cast<size_t>(cue.sentence)] = static_cast<int>(c);
        }
        for (const Clause &clause : r.clauses)
            m_isReported[static_cast<size_t>(r.cues[static_cast<size_t>(clause.cue)].sentence)] = true;
        for (size_t s = r.stretches.size(); s-- > 0;) {
            if (r.stretches[s].sentence >= 0)
                m_firstStretch[static_cast<size_t>(r.stretches[s].sentence)] = static_cast<int>(s);
        }
    }

    void run()
    {
        for (size_t s = 0; s < r.sentences.size(); ++s) {
            const Sentence &sentence = r.sentences[s];
            const bool sameParagraph = s > 0 && r.sentences[s - 1].paragraph == sentence.paragraph;
            m_silent = sameParagraph ? m_silent + 1 : m_silent + 2;
            if (findPlaceOfReport(static_cast<int>(s)) || opensColon(static_cast<int>(s))) {
                m_silent = 0;
            } else if (m_silent <= farthest && goesOn(static_cast<int>(s))) {
                dropInner(static_cast<int>(s));
                report(static_cast<int>(s));
                m_silent = 0;
            } else {
                listen(static_cast<int>(s));
                reportBehindColon(static_cast<int>(s));
            }
        }
    }

private:
    static constexpr int farthest = 3; ///< sentences since somebody spoke; a new paragraph counts double

    [[nodiscard]] bool isSomebody(const Source &source) const { return source.mention >= 0 || source.isRole || (source.isPronoun && !r.is(source.head, It | First)); }

    /// A sentence that nothing in it reports, with its verb in the subjunctive, and that is no wish and no condition.
    [[nodiscard]] bool goesOn(int s) const
    {
        const Sentence &sentence = r.sentences[static_cast<size_t>(s)];
        static constexpr WordSet otherwise{u"wenn", u"falls", u"möge", u"man", u"sei", u"seien", u"es", u"als", u"ob"};
        const int cue = m_cueOf[static_cast<size_t>(s)];
        if (!m_speaker.isValid() || sentence.isHeadline || sentence.isLoose || (!isRetold(s, cue) && (m_isReported[static_cast<size_t>(s)] || (cue >= 0 && r.cues[static_cast<size_t>(cue)].isSpeech()))))
            return false;
        const bool wishes = r.iAny(sentence.first, otherwise) && (isSubjunctive(r, sentence.first) || (r.iWord(sentence.first + 1, u"sei") && r.iWord(sentence.first + 2, u"denn")) || r.iWord(sentence.first + 1, u"nehme")
                                                                || r.iWord(sentence.first + 1, u"stelle") || r.iWord(sentence.first, u"wenn") || r.iWord(sentence.first, u"falls") || r.iWord(sentence.first, u"ob"));
        if (m_isView && r.iis(sentence.first, He | She))
            return false; // "Für Ruhland ist das neu. |Er| habe …": said of the one whose view it was
        if ((wishes && !isMainReported(sentence)) || r.isStretch(sentence.first) || isToldInIndicative(sentence))
            return false;
        return holdsSubjunctive(r, sentence.first, sentence.last) || (m_silent == 1 && holdsPastSubjunctive(sentence));
    }

    /// The finite verb of the sentence's main clause, a token; -1 when it has none.
    [[nodiscard]] int mainVerb(const Sentence &sentence) const
    {
        for (const GermanClause &clause : clausesOf(sentence)) {
            if (clause.order == GermanClause::Order::Main && clause.verb >= 0)
                return clause.verb;
        }
        return -1;
    }

    [[nodiscard]] std::vector<GermanClause> clausesOf(const Sentence &sentence) const
    {
        const bool isWords = r.isToken(sentence.first) && r.isToken(sentence.last - 1);
        return isWords ? germanClauses(r, r.item(sentence.first).token, r.item(sentence.last - 1).token + 1) : std::vector<GermanClause>{};
    }

    /// "Wenn das Geld fehle, |stimme| etwas nicht"
    [[nodiscard]] bool isMainReported(const Sentence &sentence) const
    {
        static constexpr WordSet depending{u"wenn", u"falls", u"ob", u"als"};
        const int verb = r.iAny(sentence.first, depending) ? mainVerb(sentence) : -1;
        return verb >= 0 && isSubjunctive(r, r.itemOf[static_cast<size_t>(verb)]);
    }

    /// "In dem Papier |wird| gefragt, ob es genüge": the author's own sentence, whatever its other clauses report.
    [[nodiscard]] bool isToldInIndicative(const Sentence &sentence) const
    {
        static constexpr WordSet indicative{u"wird", u"ist", u"sind", u"war", u"waren", u"hat", u"hatte", u"kann", u"will", u"soll", u"muss", u"darf", u"wurde", u"wurden"};
        const int verb = mainVerb(sentence);
        return verb >= 0 && r.isAny(verb, indicative);
    }

    /// "Man |habe| mit dem Amt gesprochen", "Hale |bestätige|, was alle wüssten", "alles, was sich stellen |lasse|": a word of saying that the report itself
    /// holds, in the clause of a verb in the subjunctive.
    [[nodiscard]] bool isRetold(int s, int cue) const
    {
        if (cue < 0 || r.cues[static_cast<size_t>(cue)].isAccording)
            return false;
        const int head = r.cues[static_cast<size_t>(cue)].head;
        if (isSubjunctive(r, head) || !r.isToken(head))
            return isSubjunctive(r, head);
        const int token = r.item(head).token;
        int before = -1; // the finite verb that a participle of its own has not: "Man |habe| ihr aber zugesichert"
        for (const GermanClause &clause : clausesOf(r.sentences[static_cast<size_t>(s)])) {
            const bool holds = clause.first <= token && token < clause.end;
            const bool hasNone = clause.verb < 0 || (clause.verb == token && isGermanParticiple(r, token));
            const int verb = !hasNone ? clause.verb : holds && !clause.isColon ? before : -1;
            if (holds) // "Laut Ruhland |sei| …" says who reports, and the verb follows
                return verb >= 0 && (verb < token || clause.order != GermanClause::Order::Main) && isSubjunctive(r, r.itemOf[static_cast<size_t>(verb)]);
            before = clause.verb;
        }
        return false;
    }

    /// Takes out what the sentence's own words of saying were found to report: all of it is the outer report's.
    void dropInner(int s)
    {
        if (m_isReported[static_cast<size_t>(s)])
            std::erase_if(r.clauses, [&](const Clause &clause) { return r.cues[static_cast<size_t>(clause.cue)].sentence == s; });
    }

    /// "Nachbarn |hätten| ihn bespuckt": stands for the other form where that looks like the indicative; elsewhere it is a condition.
    [[nodiscard]] bool holdsPastSubjunctive(const Sentence &sentence) const
    {
        static constexpr WordSet forms{u"hätten", u"wären", u"würden", u"könnten", u"müssten", u"sollten"};
        static constexpr WordSet conditions{u"wenn", u"falls", u"sonst", u"wir", u"gern", u"gerne"};
        bool found = false;
        for (int i = sentence.first; i < sentence.last; ++i) {
            if (r.iAny(i, conditions))
                return false;
            found = found || r.iAny(i, forms);
        }
        return found;
    }

    /// "Der Rechnungshof kam zu einem anderen Schluss: Es |seien| …"
    void reportBehindColon(int s)
    {
        const Sentence &sentence = r.sentences[static_cast<size_t>(s)];
        int colon = sentence.first;
        while (colon < sentence.last && !r.iSign(colon, u':'))
            ++colon;
        if (colon + 2 >= sentence.last || r.isStretch(colon + 1) || m_isReported[static_cast<size_t>(s)] || holdsSubjunctive(r, sentence.first, colon) || !holdsSubjunctive(r, colon, sentence.last))
            return;
        const int cue = m_cueOf[static_cast<size_t>(s)];
        const Source who = cue >= 0 && r.cues[static_cast<size_t>(cue)].head < colon ? r.cues[static_cast<size_t>(cue)].source : firstNominative(r, sentence.first, colon);
        if (!who.isValid())
            return;
        m_speaker = who;
        m_silent = 0;
        report(s, colon + 1);
    }

    /// "Hale sprang ihr bei: Man solle …": somebody else acts before the colon, and the report behind it is theirs.
    bool opensColon(int s)
    {
        const Sentence &sentence = r.sentences[static_cast<size_t>(s)];
        const Source who = firstNominative(r, sentence.first, sentence.last);
        if (!who.isValid() || who.mention < 0 || r.mention(who.mention).type != AgentType::Person || m_isReported[static_cast<size_t>(s)])
            return false;
        const size_t known = r.clauses.size();
        reportBehindColon(s);
        return r.clauses.size() > known;
    }

    /// "In dem Papier |steht|, die Gemeinde zahle …", "Aus dem Umfeld des Rates |ist zu hören|, man sei …": a paper, or a circle, reports.
    bool findPlaceOfReport(int s)
    {
        static constexpr WordSet opening{u"in", u"im", u"auf", u"aus"};
        static constexpr WordSet hearing{u"hören", u"erfahren", u"vernehmen", u"lesen"};
        const Sentence &sentence = r.sentences[static_cast<size_t>(s)];
        int comma = sentence.first;
        while (comma < sentence.last && !isComma(r, comma) && !r.isStretch(comma))
            ++comma;
        if (!r.iAny(sentence.first, opening) || !isComma(r, comma) || comma + 2 >= sentence.last || m_isReported[static_cast<size_t>(s)] || !holdsSubjunctive(r, comma, sentence.last))
            return false;
        static constexpr WordSet otherwise{u"weil", u"als", u"obwohl", u"da", u"wenn", u"nachdem", u"damit", u"während"};
        static constexpr WordSet papers{u"papier", u"schreiben", u"brief", u"bericht", u"gutachten", u"text", u"antrag", u"vertrag", u"protokoll", u"dokument", u"entwurf", u"programm", u"mail", u"e-mail", u"urteil",
                                        u"anklage", u"klage", u"vorlage", u"gesetz", u"studie", u"buch", u"artikel", u"erklärung", u"mitteilung", u"beschluss", u"testament", u"zeitung", u"zettel", u"nachricht", u"aufsatz"};
        static constexpr WordSet circles{u"umfeld", u"kreis", u"kreisen", u"reihen", u"lager", u"fraktion", u"delegation", u"partei", u"verein", u"spitze"};
        const bool hears = r.iWord(sentence.first, u"aus") && r.iAny(comma - 1, hearing) && r.iWord(comma - 2, u"zu");
        const bool stands = r.iWord(comma - 1, u"steht") || r.iWord(comma - 1, u"stand");
        int rumour = comma - 1; // "Aus Kreisen |verlautete| am Montag, …"
        while (rumour > sentence.first && !r.iWord(rumour, u"verlautet") && !r.iWord(rumour, u"verlautete"))
            --rumour;
        const bool rumours = r.iWord(sentence.first, u"aus") && rumour > sentence.first;
        if (!(hears || stands || rumours) || r.iAny(comma + 1, otherwise))
            return false;
        int verb = rumours ? rumour : comma - 1;
        while (hears && verb > sentence.first && !r.iis(verb, Auxiliary))
            --verb;
        if (verb - sentence.first < 2)
            return false;
        Source who = phraseEndingAt(r, verb - 1, sentence.first + 1);
        bool isFit = false; // a paper, or a circle that is heard
        for (int i = sentence.first + 1; i < verb; ++i)
            isFit = isFit || (r.isToken(i) && (hears || rumours ? r.iAny(i, circles) || r.word(r.item(i).token).endsWith(u"kreisen") : r.iAny(i, papers) || r.iis(i, ReportNoun)));
        if (!who.isValid() || who.isPronoun || !isFit)
            return false;
        who.first = sentence.first + 1;
        m_speaker = who;
        report(s, comma + 1);
        return true;
    }

    void report(int s) { report(s, r.sentences[static_cast<size_t>(s)].first); }

    void report(int s, int first)
    {
        const Sentence &sentence = r.sentences[static_cast<size_t>(s)];
        Cue cue;
        for (int i = first; i < sentence.last && cue.head < 0; ++i)
            cue.head = isSubjunctive(r, i) ? i : -1;
        for (int i = first; i < sentence.last && cue.head < 0; ++i)
            cue.head = r.iis(i, Auxiliary) ? i : -1;
        if (cue.head < 0)
            return;
        cue.first = cue.last = cue.head;
        cue.classes = Speech;
        cue.source = m_speaker;
        cue.sentence = s;
        cue.isNoun = true; // not in the order of the text
        r.cues.push_back(cue);
        const int c = static_cast<int>(r.cues.size()) - 1;
        constexpr double weak = 0.76;
        for (int q = m_firstStretch[static_cast<size_t>(s)]; q >= 0 && q < static_cast<int>(r.stretches.size()) && r.stretches[static_cast<size_t>(q)].sentence == s; ++q) {
            Attribution &attribution = r.attributions[static_cast<size_t>(q)];
            if (r.stretches[static_cast<size_t>(q)].isNickname || (attribution.isDecided && attribution.confidence > weak))
                continue;
            assign(r, attribution, cue.source, c);
            attribution.rule = QStringLiteral("reported in the subjunctive");
            attribution.confidence = 0.75;
        }
        addClause(r, c, first, sentence.last - 1);
    }

    /// Does the sentence name a person in marks' absence who is not the one who spoke last?
    [[nodiscard]] bool namesAnother(const Sentence &sentence) const
    {
        const int agent = r.mention(m_speaker.mention).agent;
        bool another = false;
        for (int i = sentence.first; i < sentence.last; ++i) {
            const int m = r.iMention(i);
            if (m < 0 || r.mention(m).type != AgentType::Person)
                continue;
            if (r.mention(m).agent == agent)
                return false;
            another = true;
        }
        return another;
    }

    /// Does a person named in it open the sentence as its subject?
    [[nodiscard]] bool namesSubject(const Sentence &sentence) const
    {
        const Source who = firstNominative(r, sentence.first, sentence.last);
        return who.isValid() && who.mention >= 0 && r.mention(who.mention).type == AgentType::Person;
    }

    /// "Für |Ruhland| ist das eine Ausrede.", and where a paragraph begins "|Ruhland| zeichnet ein anderes Bild.": whose view the sentence tells. Invalid
    /// otherwise.
    [[nodiscard]] Source whoseView(int s) const
    {
        static constexpr WordSet being{u"ist", u"sind", u"bleibt"};
        static constexpr WordSet it{u"das", u"dies", u"es"};
        static constexpr WordSet views{u"bild", u"ansicht", u"meinung", u"sicht", u"auffassung", u"haltung", u"anders", u"dagegen", u"widerspruch", u"gegenteil"};
        const Sentence &sentence = r.sentences[static_cast<size_t>(s)];
        const int m = r.iWord(sentence.first, u"für") ? r.iMention(sentence.first + 1) : -1;
        if (m >= 0 && r.mention(m).type == AgentType::Person) {
            const Source who = phraseStartingAt(r, sentence.first + 1, sentence.last);
            const int verb = who.last + 1;
            return who.isValid() && ((r.iAny(verb, being) && r.iAny(verb + 1, it)) || (r.iWord(verb, u"steht") && r.iWord(verb + 1, u"fest"))) ? who : Source{};
        }
        if (s == 0 || r.sentences[static_cast<size_t>(s) - 1].paragraph == sentence.paragraph || !namesSubject(sentence))
            return {};
        for (int i = sentence.first; i < sentence.last; ++i) {
            if (r.iAny(i, views))
                return firstNominative(r, sentence.first, sentence.last);
        }
        return {};
    }

    /// Who speaks in the sentence, if anybody does.
    void listen(int s)
    {
        static constexpr WordSet happening{u"gab", u"gibt", u"gäbe", u"heißt", u"hieß", u"ging", u"geht", u"kam"};
        const auto isNobodys = [this, s](const Cue &cue) { // "dafür gab |es| Beifall"
            if (isDisclaimed(r, cue))
                return true; // "wollte sich |nicht äußern|"
            return cue.source.isPronoun && r.is(cue.source.head, It) && (cue.source.first != r.sentences[static_cast<size_t>(s)].first || r.iAny(cue.head, happening));
        };
        if (const int c = m_cueOf[static_cast<size_t>(s)]; c >= 0 && !isNobodys(r.cues[static_cast<size_t>(c)])) {
            m_speaker = r.cues[static_cast<size_t>(c)].source;
            m_isView = false;
            m_silent = 0;
            return;
        }
        const Sentence &sentence = r.sentences[static_cast<size_t>(s)];
        if (const Source who = whoseView(s); who.isValid()) {
            m_speaker = who;
            m_isView = true;
            m_silent = 0;
            return;
        }
        const bool opensParagraph = s > 0 && r.sentences[static_cast<size_t>(s) - 1].paragraph != sentence.paragraph;
        if (opensParagraph && m_speaker.isValid() && (m_speaker.mention < 0 ? namesSubject(sentence) : namesAnother(sentence)))
            m_speaker = {}; // "Ruhland ist anderer Ansicht. Das Bad sei marode.": somebody else, whom no verb of the lists lets speak
        for (int q = m_firstStretch[static_cast<size_t>(s)]; q >= 0 && q < static_cast<int>(r.stretches.size()) && r.stretches[static_cast<size_t>(q)].sentence == s; ++q) {
            const Attribution &attribution = r.attributions[static_cast<size_t>(q)];
            if (!attribution.isDecided || !attribution.source.isValid())
                continue;
            m_speaker = attribution.source;
            m_isView = false;
            m_silent = 0;
        }
    }

    Reading &r;
    std::vector<int> m_cueOf;         ///< of each sentence: its last cue with a source; -1 for none
    std::vector<bool> m_isReported;   ///< of each sentence: holds a clause
    std::vector<int> m_firstStretch;  ///< of each sentence; -1 for none
    Source m_speaker;
    bool m_isView = false; ///< a sentence told what the speaker thinks, and no verb of saying
    int m_silent = 0; ///< sentences since somebody spoke
};

} // namespace

void findSubjunctives(Reading &reading)
{
    Subjunctives(reading).run();
}

} // namespace onrecord::extract

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/notcues.h"
#include "core/extract/phrases.h"

#include <algorithm>
#include <array>

/// Finds the words that report speech – said, according to, told – and who speaks by them.
namespace onrecord::extract {

namespace {

using namespace word;

class CueFinder
{
public:
    explicit CueFinder(Reading &reading) : r(reading) {}

    void run()
    {
        for (size_t s = 0; s < r.sentences.size(); ++s) {
            m_sentence = static_cast<int>(s);
            m_floor = r.sentences[s].first;
            m_ceiling = r.sentences[s].last;
            for (int i = m_floor; i < m_ceiling; ++i) {
                if (r.isStretch(i))
                    continue;
                if (isAccording(i))
                    addAccording(i);
                else if (r.iis(i, Speech | Attitude) && isVerbHere(r, i, m_floor) && !isMerelyMoving(i) && !isNaming(r, i, {m_floor, m_ceiling}))
                    addVerb(i);
            }
        }
    }

private:
    /// Verbs of moving and doing report only right beside the words ("No," he began), or with their particle ("went on").
    [[nodiscard]] bool isMerelyMoving(int i) const
    {
        if (r.isGerman && reportsNothing(r, i, {m_floor, m_ceiling}))
            return true;
        if (r.isGerman) // "Ob es das |geben| werde", "könne es |geben|, hieß es": an infinitive at the end
            return r.iAny(i, m_others) && (i + 1 >= m_ceiling || r.iis(i + 1, Auxiliary) || (!r.isStretch(i + 1) && !r.isWordItem(i + 1)));
        const quint64 lemma = r.lemmas[static_cast<size_t>(r.item(i).token)];
        if (std::ranges::find(m_moving, lemma) == m_moving.end() || (r.iWord(i, u"pointed") || r.iWord(i, u"points")))
            return false;
        if (r.iWord(i - 1, u"to") || r.iis(i - 1, Preposition) || (r.iWord(i, u"close") && r.iWord(i + 1, u"to")))
            return true; // "did well to begin", "hurt by going", "people close to the council"
        int next = i + 1;
        const bool travels = next + 1 < m_ceiling && (isNounLike(r, next + 1) || r.iis(next + 1, Determiner)); // "goes on recess"
        if (next < m_ceiling && ((r.iWord(next, u"on") && !travels) || (lemma != m_moving.front() && (r.iWord(next, u"out") || r.iWord(next, u"it") || r.iWord(next, u"back")))))
            return false;
        while (next < m_ceiling && !r.isStretch(next) && (r.iSign(next, u',') || r.iSign(next, u':') || r.iWord(next, u"that") || r.iWord(next, u"with") || isAdverb(r, next)))
            ++next;
        const bool stateful = lemma == m_moving.front() && next == i + 1; // "has gone ‘soft’"
        const bool before = next < m_ceiling && !stateful && (r.isStretch(next) || r.iSign(next - 1, u':'));
        constexpr int reach = 7; // “…,” Ruiz began.
        bool behind = false;
        for (int k = i - 1; k >= std::max(m_floor, i - reach) && !behind; --k)
            behind = r.isStretch(k);
        return !before && !behind;
    }

    [[nodiscard]] bool isAccording(int i) const
    {
        if (r.isGerman)
            return (r.iis(i, According) && !r.iWord(i, u"nach")) || isGermanNach(i) || isGermanSo(i);
        return (r.iWord(i, u"according") && r.iWord(i + 1, u"to")) || (r.iWord(i, u"words") && r.iWord(i + 1, u"of") && r.iWord(i - 1, u"the") && r.iWord(i - 2, u"in"));
    }

    /// "nach Angaben der Polizei", not "nach Berlin".
    [[nodiscard]] bool isGermanNach(int i) const
    {
        constexpr int reach = 4;
        if (!r.iWord(i, u"nach"))
            return false;
        for (int k = i + 1; k < std::min(m_ceiling, i + reach); ++k) {
            if (r.iis(k, ReportNoun))
                return true;
        }
        return false;
    }

    /// „…“, so Ruiz.
    [[nodiscard]] bool isGermanSo(int i) const
    {
        if (!r.iWord(i, u"so") || i == m_floor || i + 1 >= m_ceiling || !(r.iSign(i - 1, u',') || r.isStretch(i - 1)))
            return false;
        const Source somebody = phraseStartingAt(r, i + 1, m_ceiling);
        return somebody.isValid() && (somebody.isRole || somebody.isPronoun || somebody.mention >= 0 || r.iis(i + 1, Determiner));
    }

    void addAccording(int i)
    {
        Cue cue;
        cue.sentence = m_sentence;
        cue.first = cue.head = i;
        if (r.iWord(i, u"words"))
            cue.first = i - 2;
        cue.last = r.isGerman ? i : i + 1;
        cue.isAccording = true;
        cue.classes = Speech;
        cue.source = phraseStartingAt(r, cue.last + 1, m_ceiling);
        static constexpr WordSet whom{u"her", u"him", u"them"};
        if (const int next = cue.last + 1; !r.isGerman && r.iAny(next, whom) && (next + 1 >= m_ceiling || !r.isWordItem(next + 1))) // "According to |her|, …"
            cue.source = {.first = next, .last = next, .head = r.item(next).token, .isPronoun = true};
        if (r.isGerman && r.iWord(i, u"zufolge"))
            cue.source = phraseEndingAt(r, i - 1, m_floor);
        if (r.isGerman && (r.iWord(i + 1, u"eigenen") || r.iWord(i + 1, u"eigener") || r.iWord(i + 1, u"eigenem") || r.iis(i + 1, Possessive)))
            cue.source = ownWords(i); // "die nach eigenen Worten fror"
        if (r.isGerman && r.iis(i + 1, Possessive) && cue.source.isPronoun && r.is(cue.source.head, It)) { // "Pläne gibt es nach |seinen| Worten nicht"
            cue.source = {.first = i + 1, .last = i + 1, .head = r.item(i + 1).token, .isPronoun = true};
            cue.last = i + 1 + (r.iWord(i + 2, u"worten") || r.iis(i + 2, ReportNoun) ? 1 : 0);
        }
        if (r.isGerman && cue.source.isValid() && r.is(cue.source.head, ReportNoun))
            takeInformant(cue);
        if (r.isGerman && cue.source.isValid() && (r.isWord(cue.source.head, u"ansicht") || r.isWord(cue.source.head, u"sichtung")))
            return; // "nach Ansicht der Bilder"
        if (r.isGerman && r.isStretch(cue.last + 1))
            takePaper(cue);
        if (cue.source.isValid())
            r.cues.push_back(cue);
    }

    [[nodiscard]] Source ownWords(int preposition) const
    {
        const Source s = preposition == m_floor ? nominativeAfter(preposition) : subjectBefore(r, preposition, m_floor);
        return s.isValid() && (s.isPronoun || s.isRole || s.mention >= 0) ? s : Source{};
    }

    /// "Nach eigenen Angaben hat |Ruhland| …"
    [[nodiscard]] Source nominativeAfter(int preposition) const
    {
        for (int k = preposition + 1; k + 1 < m_ceiling && !r.isStretch(k); ++k) {
            if (r.iis(k, Auxiliary | Verb) && !r.iis(k, Possessive))
                return phraseStartingAt(r, k + 1, m_ceiling);
        }
        return {};
    }

    /// laut „Sundboten“: what is named in the marks.
    void takePaper(Cue &cue) const
    {
        const int item = cue.last + 1;
        const Stretch &s = r.stretches[static_cast<size_t>(r.item(item).stretch)];
        const int m = s.last - s.first < 4 ? r.mentionOf[static_cast<size_t>(s.last)] : -1;
        if (m < 0 || r.mention(m).type == AgentType::Person)
            return;
        cue.source = {.first = item, .last = item, .head = r.mention(m).last, .mention = m};
    }

    /// "nach Angaben |des Landesamts|", "laut einer Mitteilung |der Polizei|": whose words they are.
    void takeInformant(Cue &cue) const
    {
        const int noun = r.itemOf[static_cast<size_t>(cue.source.head)];
        const int next = noun + 1;
        const bool genitive = r.iWord(next, u"des") || r.iWord(next, u"der") || r.iWord(next, u"eines") || r.iWord(next, u"einer") || r.iWord(next, u"dieser") || r.iWord(next, u"unserer");
        if (genitive && next + 1 < m_ceiling && r.isStretch(next + 1)) { // "nach Informationen des |„Sundboten“|"
            Cue paper = cue;
            paper.last = next;
            takePaper(paper);
            if (paper.source.first == next + 1) {
                cue.source = paper.source;
                cue.last = std::max(cue.last, noun);
                return;
            }
        }
        if (next + 1 >= m_ceiling || !(genitive || r.iWord(next, u"von") || r.iWord(next, u"vom")))
            return;
        const Source whose = phraseStartingAt(r, genitive ? next : next + 1, m_ceiling);
        if (!whose.isValid() || whose.isPronoun || !(whose.isRole || whose.mention >= 0))
            return;
        cue.last = std::max(cue.last, noun);
        cue.source = whose;
    }

    void addVerb(int i)
    {
        Cue cue;
        cue.sentence = m_sentence;
        cue.first = cue.last = cue.head = i;
        cue.classes = r.icls(i);
        takeParticle(cue);
        int before = i - 1;
        bool be = false;
        for (; before >= m_floor && (isAdverb(r, before) || r.iis(before, Auxiliary | Negation)) && !r.iis(before, Relative) && !isTheFirst(r, before); --before) {
            if (r.iis(before, Auxiliary)) {
                be = be || (isBe(before) && !isHas(before, i));
            }
            cue.isNegated = cue.isNegated || r.iis(before, Negation);
            cue.first = before;
        }
        if (before >= m_floor && r.iWord(before, u"to")) {
            cue.isInfinitive = true;
            const Source prompted = r.isGerman ? Source{} : promptedBefore(before);
            const bool carried = !r.cues.empty() && r.cues.back().sentence == m_sentence && r.cues.back().last == before - 1 && !r.cues.back().isPassive; // "went on to say"
            cue.source = prompted.isValid() ? prompted : carried ? r.cues.back().source : clauseSubject(r, before, m_floor);
        } else if (r.iis(i, Gerund) && !be) {
            cue.isParticiple = true;
            cue.source = participleSubject(r, before, i, bounds());
        } else if (be && !r.isGerman && r.iis(i, Participle) && !r.iis(i, Gerund)) {
            cue.isPassive = true;
            passiveSource(cue);
        } else {
            if (r.isGerman && findGermanSource(r, cue, {m_floor, m_ceiling})) {
                if (cue.source.isRelative)
                    cue.source.antecedent = antecedent(cue.source.first);
                r.cues.push_back(cue);
                return;
            }
            activeSource(cue, before);
            const bool isGoverned = cue.source.mention < 0 && !cue.source.isRelative && cue.source.first > m_floor && r.iis(cue.source.first - 1, Preposition); // "auf |Anfrage|"
            const bool isBare = isThingAlone(cue.source);
            if (r.isGerman && (isGoverned || isBare || isNobodyInGerman(r, cue.source)))
                cue.source = capitalBehind(cue.last + 1);
        }
        if (cue.source.isRelative)
            cue.source.antecedent = antecedent(cue.source.first);
        r.cues.push_back(cue);
    }

    /// "Auf Anfrage teilte |Sundbahn| mit": a lone word with a capital that no list has, right behind the verb. Invalid otherwise.
    [[nodiscard]] Source capitalBehind(int i) const
    {
        if (i + 1 >= m_ceiling || !r.isWordItem(i) || !r.itok(i).isCapital || r.iis(i, Common | Role | Function | Weekday | Month) || (r.isWordItem(i + 1) && r.itok(i + 1).isCapital))
            return {};
        return phraseStartingAt(r, i, m_ceiling);
    }

    /// "will den Täter schon |Tage| zuvor bemerkt haben": one noun, without an article, that is nobody.
    [[nodiscard]] bool isThingAlone(const Source &source) const
    {
        return source.isValid() && source.mention < 0 && !source.isRole && !source.isPronoun && !source.isRelative && source.first == source.last && source.first > m_floor && r.isToken(source.first)
            && !r.iis(source.first, ReportNoun | Medium | OrganisationWord);
    }

    [[nodiscard]] SentenceBounds bounds() const { return {m_sentence, m_floor, m_ceiling}; }

    [[nodiscard]] bool isBe(int i) const
    {
        for (const Folded w : {Folded(u"is"), Folded(u"was"), Folded(u"were"), Folded(u"are"), Folded(u"be"), Folded(u"been"), Folded(u"being"), Folded(u"’s"), Folded(u"'s")}) {
            if (r.iWord(i, w))
                return true;
        }
        return false;
    }

    /// "he’s said the same": has, not is; "he’s said to be late" is nobody's report.
    [[nodiscard]] bool isHas(int clitic, int verb) const
    {
        return isClitic(r, clitic) && clitic + 1 == verb && r.lemmas[static_cast<size_t>(r.item(verb).token)] == m_say && r.iis(clitic - 1, Pronoun) && !r.iWord(verb + 1, u"to");
    }

    void takeParticle(Cue &cue)
    {
        const int next = cue.last + 1;
        if (next >= m_ceiling || r.isStretch(next))
            return;
        // "as he put it", "Ruiz summed it up"
        if ((r.lemmas[static_cast<size_t>(r.item(cue.head).token)] == m_put || r.lemmas[static_cast<size_t>(r.item(cue.head).token)] == m_sum) && r.iWord(next, u"it")) {
            cue.last = next + 1 < m_ceiling && r.iWord(next + 1, u"up") ? next + 1 : next;
            return;
        }
        for (const Folded w : {Folded(u"out"), Folded(u"on"), Folded(u"up"), Folded(u"for")}) {
            if (r.iWord(next, w) && (w == Folded(u"out") || r.iWord(cue.head, u"went") || r.iWord(cue.head, u"goes") || r.iWord(cue.head, u"called") || r.iWord(cue.head, u"calls")
                                     || r.iWord(cue.head, u"call") || r.iWord(cue.head, u"calling")))
                cue.last = next;
        }
    }

    /// "leading Ruiz to counter that": whoever is brought to say it.
    [[nodiscard]] Source promptedBefore(int to) const
    {
        Source somebody = phraseEndingAt(r, to - 1, m_floor);
        if (r.iWord(to - 1, u"her") || r.iWord(to - 1, u"him") || r.iWord(to - 1, u"them")) {
            somebody.first = somebody.last = to - 1;
            somebody.head = r.item(to - 1).token;
            somebody.isPronoun = true;
        }
        static constexpr WordSet prompting{u"leading", u"led", u"prompting", u"prompted", u"forcing", u"forced", u"causing", u"caused", u"driving", u"drove", u"pushing", u"pushed", u"inspiring", u"inspired", u"got", u"getting"};
        const bool somewho = somebody.mention >= 0 || somebody.isRole || somebody.isPronoun;
        return somebody.isValid() && somewho && somebody.first > m_floor && r.iAny(somebody.first - 1, prompting) ? somebody : Source{};
    }

    void passiveSource(Cue &cue) const
    {
        for (int k = cue.last + 1; k + 1 < std::min(m_ceiling, cue.last + 8); ++k) {
            if (r.iWord(k, u"by")) {
                cue.source = phraseStartingAt(r, k + 1, m_ceiling);
                return;
            }
            if (!r.isStretch(k) && (r.iSign(k, u',') || r.iis(k, Verb | Subordinator)))
                return;
        }
    }

    [[nodiscard]] bool followsStretch(int before) const
    {
        if (before > m_floor && !r.isStretch(before) && r.itok(before).shape == TokenShape::Quote)
            --before; // a mark left over from marks in marks
        if (before < m_floor)
            return true;
        if (r.isStretch(before))
            return true;
        return r.iSign(before, u',') && before - 1 >= m_floor && r.isStretch(before - 1);
    }

    /// "…,” reads an editorial in the Herald": behind words in marks whatever a finite verb of saying names speaks.
    [[nodiscard]] bool isPlainSaying(const Cue &cue) const { return !r.isGerman && cue.isSpeech() && cue.first == cue.head && r.iis(cue.head, Past | Third); }

    /// Without an auxiliary: "later |deemed|".
    [[nodiscard]] bool isBare(const Cue &cue) const
    {
        for (int i = cue.first; i < cue.head; ++i) {
            if (r.iis(i, Auxiliary))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool isObject(int pronoun) const { return r.iWord(pronoun, u"them") || r.iWord(pronoun, u"him") || r.iWord(pronoun, u"us") || r.iWord(pronoun, u"me"); }

    /// "a sign |that| said", "a letter |that| called it"
    [[nodiscard]] bool isRelativeThat(const Cue &cue, int before) const
    {
        if (r.isGerman || before <= m_floor || !r.iWord(before, u"that") || !isNounLike(r, before - 1) || !r.iis(cue.head, Past | Third) || cue.isNegated)
            return false;
        const bool says = cue.first == cue.head && r.lemmas[static_cast<size_t>(r.item(cue.head).token)] == m_say;
        return says || (r.iis(before - 1, ReportNoun | Medium) && r.iis(cue.head, Speech | Naming));
    }

    void activeSource(Cue &cue, int before) const
    {
        if (isNamedBy(cue)) {
            cue.isPassive = true;
            passiveSource(cue);
            return;
        }
        const Source titled = before > m_floor && r.isStretch(before) && !r.isGerman ? subjectBefore(r, cue.head, m_floor) : Source{};
        if (titled.isValid() && titled.first == m_floor && titled.last < before) {
            cue.source = titled; // "Ruiz, star of “The Last Pump,” thanked Hale"
            return;
        }
        if (followsStretch(before)) {
            const Source behind = phraseStartingAt(r, cue.last + 1, m_ceiling);
            if (behind.isValid() && (behind.isPronoun || behind.isRole || behind.mention >= 0 || (before >= m_floor && isPlainSaying(cue)))) {
                cue.source = behind;
                cue.isInverted = true;
                return;
            }
        }
        if (cue.first == m_floor && isPlainSaying(cue)) {
            // "Continued Ruiz: …"
            const Source behind = phraseStartingAt(r, cue.last + 1, m_ceiling);
            if (behind.isRole || behind.mention >= 0)
                cue.source = behind;
            return;
        }
        cue.source = subjectBefore(r, cue.head, m_floor);
        if (cue.source.isPronoun && isObject(cue.source.first))
            cue.source = {}; // "many of them known as"
        if (const int governor = cue.source.first - 1; cue.source.isValid() && governor > m_floor && isBare(cue) && r.iis(cue.head, Participle) && (cue.classes & Naming) && r.iis(governor, Past | Third)
            && !r.iis(governor, Speech | Auxiliary) && (r.iis(governor, Naming) || !r.iis(governor, Attitude))) {
            cue.source = {}; // "slammed a practice called …": named so by nobody in particular, unless it says by whom
            cue.isPassive = true;
            passiveSource(cue);
            return;
        }
        if (cue.source.isValid())
            return;
        if (isRelativeThat(cue, before)) {
            cue.source.first = cue.source.last = before;
            cue.source.head = r.item(before).token;
            cue.source.isPronoun = cue.source.isRelative = true;
            return;
        }
        const bool joined = before >= m_floor && !r.isStretch(before) && (r.iis(before, Conjunction) || r.iSign(before, u','));
        if (joined && isComma(r, before) && isPlainSaying(cue)) {
            // "The pump was old and the gate shut, said Ana Ruiz."
            const Source behind = phraseStartingAt(r, cue.last + 1, m_ceiling);
            const int next = behind.last + 1;
            if (behind.isValid() && (behind.isRole || behind.mention >= 0) && (next >= m_ceiling || r.iSign(next, u'.') || isComma(r, next))) {
                cue.source = behind;
                cue.isInverted = true;
                return;
            }
        }
        if (joined) {
            cue.source = sharedSubject(r, before, cue.head, bounds());
            if (cue.source.isValid())
                return;
        }
        const Source behind = phraseStartingAt(r, cue.last + 1, m_ceiling);
        if (behind.isValid() && (behind.isRole || behind.mention >= 0) && before >= m_floor && r.iSign(before, u',')) {
            cue.source = behind;
            cue.isInverted = true;
        }
    }

    /// "the inquiry, often labelled “a witch hunt” by the council": words right behind the participle, and "by" behind them.
    [[nodiscard]] bool isNamedBy(const Cue &cue) const
    {
        if (r.isGerman || !r.iis(cue.head, Participle) || !(cue.classes & Naming) || !isBare(cue))
            return false;
        int next = cue.last + 1;
        while (r.iWord(next, u"as") || r.iis(next, Determiner))
            ++next;
        return next + 2 < m_ceiling && r.isStretch(next) && r.iWord(next + 1, u"by");
    }

    [[nodiscard]] int antecedent(int relative) const
    {
        int k = relative - 1;
        if (k >= m_floor && r.iSign(k, u','))
            --k;
        if (k < m_floor)
            return -1;
        const Source near = phraseEndingAt(r, k, m_floor);
        // "Ana Berg, mayor of Bremen, who …": an office without an article is the name's before it
        const int name = near.isValid() && isComma(r, near.first - 1) && near.first - 2 >= m_floor ? r.iMention(near.first - 2) : -1;
        const bool office = near.isRole || (near.mention >= 0 && r.mention(near.mention).type != AgentType::Person);
        return name >= 0 && office && !r.isGerman && !r.iis(near.first, Determiner) && r.mention(name).type == AgentType::Person ? name : near.mention;
    }

    Reading &r;
    const quint64 m_put = wordHash(u"put");
    const std::array<quint64, 12> m_moving{wordHash(u"go"), wordHash(u"begin"), wordHash(u"start"), wordHash(u"end"), wordHash(u"close"), wordHash(u"finish"), wordHash(u"continue"),
                                           wordHash(u"put"), wordHash(u"fire"), wordHash(u"shoot"), wordHash(u"point"), wordHash(u"lie")};
    static constexpr WordSet m_others{u"geben", u"gehen", u"führen", u"stellen", u"sehen", u"finden", u"halten", u"fassen", u"teilen"};
    const quint64 m_say = wordHash(u"say");
    const quint64 m_sum = wordHash(u"sum");
    int m_sentence = 0;
    int m_floor = 0;
    int m_ceiling = 0;
};

} // namespace

void findCues(Reading &reading)
{
    CueFinder(reading).run();
}

} // namespace onrecord::extract

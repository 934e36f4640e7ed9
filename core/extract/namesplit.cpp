// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/germanwords.h"
#include "core/extract/names.h"

#include <algorithm>
#include <array>

/// Cuts a run of name words into the names it holds.
namespace onrecord::extract {

namespace {

using namespace word;

class RunSplitter
{
public:
    explicit RunSplitter(Reading &reading) : r(reading) {}

    /// Cuts a run into the names it holds: "Perplexity CEO Aravind Srinivas", "Republican Donald Trump".
    void split(int first, int last)
    {
        while (first < last && !endsAsBodyName(r, last) && (r.is(first, Nationality) || isLeadingWord(first)))
            ++first;
        if (first < last && isSaying(first, last))
            ++first;
        if (isRolePhrase(first, last))
            return;
        // ‘Ana Ruiz Leads’: the words of a heading run on behind the name.
        while (last - first >= 2 && (stretchSide(first) >= 0 || isInHeadline(first)) && r.is(first, GivenName) && r.is(last, Verb | Common) && !r.is(last, GivenName | OrganisationWord | CompanySuffix | PlaceWord))
            --last;
        int from = first;
        int start = first;
        quint64 titles = 0;
        for (int t = first; t <= last; ++t) {
            const bool title = r.is(t, Title) || (r.is(t, Role) && !r.is(t, OrganisationWord | GivenName)) || isCompoundRole(t);
            const bool body = endsAsBodyName(r, last) && !(r.is(t, Title) && r.tok(t).isAbbreviation);
            // "Miss Universe Alicia Machado": a given name in the middle begins a person's name.
            if (t > start && t < last && !body && r.is(t, GivenName) && !r.is(t - 1, GivenName | Title) && !r.tok(t - 1).isAbbreviation && titles == 0
                && (r.tok(t - 1).end - r.tok(t - 1).start > 2) && (r.is(t - 1, Common | OrganisationWord | Organisation | Place) || isInHeadline(t))) {
                classify(start, start, t - 1, 0);
                start = from = t;
                continue;
            }
            // "Nachrichtenagentur Sundpress": the noun tells what the name names.
            if (r.isGerman && t == start && t < last && titles == 0 && isBodyNoun(t) && !isBodyNoun(t + 1) && !isOrdinaryNoun(r, t + 1)) {
                start = from = t + 1;
                m_isBody = true;
                continue;
            }
            // "Anwohnerin Leyla Demir": German gives the trade a capital too.
            if (r.isGerman && !body && t > start && t < last && titles == 0 && r.is(t, GivenName) && !r.is(t - 1, GivenName | Title) && isGermanOffice(r, t - 1)) {
                if (t - 1 > start)
                    classifyEmployer(start, t - 2);
                titles |= Role;
                from = t - 1;
                start = t;
                continue;
            }
            if (!title || t == last || body || (t > start && r.is(t, GivenName)))
                continue;
            if (t > start && titles == 0)
                classifyEmployer(start, t - 1);
            else if (t > start)
                classify(start, from, t - 1, titles);
            titles |= r.cls(t);
            from = t > first && titles != 0 && from < t && isTitleRun(from, t) ? from : t;
            start = t + 1;
        }
        if (start <= last)
            classify(start, from, last, titles);
        m_isBody = false;
    }

private:
    [[nodiscard]] int stretchSide(int t) const { return r.stretchOf[static_cast<size_t>(t)]; }

    [[nodiscard]] bool isInHeadline(int t) const
    {
        const int item = r.itemOf[static_cast<size_t>(t)];
        if (item < 0 || r.isGerman)
            return false;
        const Sentence &sentence = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(item)])];
        return sentence.isHeadline || sentence.isTitleCased;
    }

    /// "Former Ohio governor": an ordinary word that only its place gave a capital.
    [[nodiscard]] bool isLeadingWord(int t) const
    {
        return r.opensSentence[static_cast<size_t>(t)] && r.is(t, Common | Adverb) && !r.is(t, GivenName | Title | Role | OrganisationWord | Place | Organisation)
            && r.is(t + 1, Place | Organisation | GivenName | Role | Title);
    }

    /// "Said Ana Ruiz, …": a verb of saying that opens its sentence; with a verb behind the name it is a given name.
    [[nodiscard]] bool isSaying(int first, int last) const
    {
        if (r.isGerman || !r.opensSentence[static_cast<size_t>(first)] || !r.is(first, Speech) || !r.is(first, Past | Third) || last + 1 >= r.count())
            return false;
        const bool led = last - first > 1 && (r.isSign(last + 1, u',') || r.isSign(last + 1, u':')); // a sentence of nothing but the report looks like a heading
        return (led || !isInHeadline(first)) && !r.is(last + 1, Past | Third | Auxiliary);
    }

    /// "Chief Science Officer": words for an office and nothing else.
    [[nodiscard]] bool isRolePhrase(int first, int last) const
    {
        if (first == last || !r.is(last, Role) || r.is(last, GivenName | OrganisationWord | Organisation))
            return false;
        bool named = false;
        for (int t = first; t < last; ++t)
            named = named || !r.is(t, Role | Title | Common | Product) || r.is(t, GivenName);
        return !named;
    }

    /// "Editor-in-Chief", "Writer-Director"
    [[nodiscard]] bool isCompoundRole(int t) const
    {
        const QStringView w = r.word(t);
        const qsizetype hyphen = w.indexOf(u'-');
        return hyphen > 0 && (r.words->classesOf(w.first(hyphen)) & Role);
    }

    /// "Vela CEO Ana Ruiz": what stands before an office and is no person's name is whom it is held at.
    void classifyEmployer(int first, int last)
    {
        if (r.isGerman && first == last && r.word(first).endsWith(u's') && !r.is(first, Organisation | OrganisationWord | GivenName))
            return; // "|Ruhlands| Chef Dieter Volz"
        const size_t before = r.mentions.size();
        classify(first, first, last, 0);
        if (r.mentions.size() == before)
            return;
        Mention &mention = r.mentions.back();
        constexpr double likely = 0.7;
        if (mention.certainty >= likely || r.is(first, GivenName) || r.is(first, Common | Nationality | Adverb))
            return;
        mention.type = AgentType::Organisation;
        mention.certainty = likely;
    }

    [[nodiscard]] bool isTitleRun(int from, int to) const
    {
        for (int t = from; t < to; ++t) {
            if (!r.is(t, Title | Role))
                return false;
        }
        return true;
    }

    /// „…“, erklärte Ruhland, – right behind a word of saying and before a sign stands whoever says it.
    [[nodiscard]] bool isGermanSpeaker(int t) const
    {
        if (t == 0 || !r.is(t - 1, Speech) || r.tok(t - 1).isCapital || r.is(t, Common | Role) || t + 1 >= r.count())
            return false;
        return r.tok(t + 1).shape == TokenShape::Point || r.tok(t + 1).shape == TokenShape::Quote;
    }

    /// „…“, sagte Neumeister: a surname that is an office too, which only a fuller name bears out.
    void addLone(int t, int from)
    {
        Mention m;
        m.first = m.last = t;
        m.from = from;
        m.certainty = 0.2;
        finishMention(r, m);
    }

    void classify(int first, int from, int last, quint64 titles)
    {
        const int count = last - first + 1;
        if (count == 1 && r.is(first, Nationality | Title) && !r.is(first, GivenName))
            return;
        if (r.isGerman && count == 1 && titles == 0 && r.is(first, OrganisationWord) && (r.word(first).startsWith(u"Bundes") || r.word(first).startsWith(u"Deutschland") || r.word(first).contains(u'-'))) {
            Mention m; // "Bundesrechnungshof": there is but one
            m.first = m.last = m.from = first;
            m.type = AgentType::Organisation;
            m.certainty = 0.85;
            finishMention(r, m);
            return;
        }
        if (r.isGerman && count == 1 && titles == 0 && !m_isBody && r.is(first, OrganisationWord) && !r.is(first, Organisation | GivenName) && !r.tok(first).isAllCapital)
            return; // "die Werft"
        if (count == 1 && titles == 0 && r.is(first, Role) && !r.is(first, GivenName | Organisation)) {
            addDoubtful(r, first);
            if (r.isGerman && !r.is(first, Common | OrganisationWord | Title) && first > 0 && r.is(first - 1, Speech))
                addLone(first, from);
            return;
        }
        if (count == 1 && r.tok(first).end - r.tok(first).start == 1)
            return;
        Mention m;
        m.first = first;
        m.last = last;
        m.from = from;
        judgeName(r, m, titles);
        if (m_isBody && titles == 0 && !r.is(first, GivenName)) {
            m.type = AgentType::Organisation;
            m.certainty = std::max(m.certainty, 0.85);
        }
        if (r.isGerman && count > 1 && m.type == AgentType::Person && titles == 0 && !r.is(first, GivenName) && isNoPerson(first, last))
            return;
        if (m.type != AgentType::Person)
            m.from = m.first;
        // German writes every noun with a capital: alone it is a name only when a fuller one bears it out.
        if (r.isGerman && count == 1 && m.type == AgentType::Person && titles == 0)
            m.certainty = std::min(m.certainty, isGermanSpeaker(first) ? 0.4 : 0.2);
        finishMention(r, m);
    }

    /// "Betriebsbedingte Kündigungen", "Dutzende Glocken": an adjective or a number at the start, and a noun.
    [[nodiscard]] bool isNoPerson(int first, int last) const
    {
        static constexpr std::array endings{u"ungen", u"ung", u"heiten", u"heit", u"keiten", u"keit", u"schaften", u"schaft", u"täten", u"tät", u"tionen", u"tion", u"ismus", u"nisse", u"nis"};
        static constexpr WordSet counts{u"dutzende", u"hunderte", u"tausende", u"dutzend", u"hundert", u"tausend", u"millionen", u"milliarden"};
        static constexpr WordSet where{u"am", u"im", u"ans", u"ins"}; // "am Stammsitz Lauen": people have no article
        const QStringView noun = r.word(last);
        static constexpr std::array adjectives{u"te", u"ten", u"ter", u"tes", u"ige", u"igen", u"iger", u"iche", u"ichen", u"icher", u"ische", u"ischen", u"ischer", u"lose", u"losen", u"bare", u"baren", u"ende", u"enden", u"ale", u"alen", u"ive", u"iven", u"elle", u"ellen"};
        const bool isAdjective = std::ranges::any_of(adjectives, [&](const char16_t *e) { return r.word(first).endsWith(QStringView(e)); });
        return r.isAny(first, counts) || (first > 0 && last == first + 1 && r.isAny(first - 1, where)) || (isAdjective && noun.size() > 6 && std::ranges::any_of(endings, [noun](const char16_t *e) { return noun.endsWith(QStringView(e)); }));
    }

    /// A kind of body that has a name of its own behind it; a court or an office is called by its noun.
    [[nodiscard]] bool isBodyNoun(int t) const
    {
        static constexpr std::array endings{u"agentur", u"gewerkschaft", u"partei", u"konzern", u"unternehmen", u"zeitung", u"zeitschrift", u"magazin", u"sender", u"organisation", u"firma", u"hersteller",
                                            u"betreiber", u"plattform", u"bürgerinitiative", u"anbieter", u"dienstleister", u"ligist", u"reederei", u"brauerei", u"kette", u"verein", u"vereins", u"initiative", u"gruppe"};
        const QStringView w = r.word(t);
        return std::ranges::any_of(endings, [w](const char16_t *e) { return w.endsWith(QStringView(e), Qt::CaseInsensitive); });
    }

    Reading &r;
    bool m_isBody = false; ///< the run tells by its first noun that it names a body
};

} // namespace

void finishMention(Reading &r, Mention mention)
{
    if (mention.end == 0)
        mention.end = r.tok(mention.last).end;
    mention.isQuoted = r.stretchOf[static_cast<size_t>(mention.first)] >= 0 && !r.stretches[static_cast<size_t>(r.stretchOf[static_cast<size_t>(mention.first)])].isNickname;
    const int next = mention.last + 1;
    mention.isPossessive = next < r.count() && r.tok(next).shape == TokenShape::Clitic;
    r.mentions.push_back(mention);
}

void addDoubtful(Reading &r, int t)
{
    if (r.isGerman || r.is(t, word::Function) || r.tok(t).end - r.tok(t).start < 3)
        return;
    Mention m;
    m.first = m.last = m.from = t;
    m.certainty = 0.2;
    finishMention(r, m);
}

void splitRun(Reading &reading, int first, int last)
{
    RunSplitter(reading).split(first, last);
}

} // namespace onrecord::extract

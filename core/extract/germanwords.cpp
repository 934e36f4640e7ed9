// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/germanwords.h"

#include <algorithm>
#include <array>

namespace onrecord::extract {

using namespace word;

namespace {

struct Ending {
    QStringView letters;
    quint64 classes = 0;
};

/// Whoever is called so speaks.
constexpr std::array people{
    u"chef", u"chefin", u"sprecher", u"sprecherin", u"sprechers", u"minister", u"ministers", u"ministerin", u"präsident", u"präsidenten", u"präsidentin", u"vorsitzende", u"vorsitzender",
    u"vorsitzenden", u"direktor", u"leiter", u"vorstand", u"vorstände", u"anwalt", u"anwalts", u"anwältin", u"anwälte", u"funktionär", u"funktionärin", u"sekretär", u"sekretärin", u"politiker",
    u"experte", u"experten", u"expertin", u"angestellte", u"beauftragte", u"beauftragter", u"beauftragten", u"wissenschaftler", u"forscher", u"kandidat", u"kandidaten", u"meister",
    u"abgeordnete", u"abgeordneter", u"abgeordneten", u"führer", u"kanzler", u"intendant", u"moderator", u"kommissar", u"jährige", u"jähriger", u"jährigen", u"fahrer",
    u"spieler", u"hüter", u"trainer", u"lehrer", u"arbeiter", u"berater", u"ermittler", u"gründer", u"inhaber", u"besitzer", u"händler", u"macher", u"nehmer", u"schützer",
    u"retter", u"helfer", u"kämpfer", u"sportler", u"läufer", u"reiter", u"stürmer", u"verteidiger", u"musiker", u"sänger", u"künstler", u"darsteller", u"schauspieler",
    u"schriftsteller", u"redakteur", u"ingenieur", u"regisseur", u"professor", u"rektor", u"inspektor", u"kurator", u"koordinator", u"investor", u"senator", u"techniker",
    u"mechaniker", u"informatiker", u"physiker", u"chemiker", u"mediziner", u"kritiker", u"gewerkschafter", u"vorgänger", u"nachfolger", u"stellvertreter", u"vertreter",
    u"bewohner", u"anwohner", u"einwohner", u"besucher", u"nutzer", u"kommandant", u"assistent", u"referent", u"dezernent", u"demonstrant", u"journalist", u"polizist", u"aktivist",
    u"spezialist", u"jurist", u"landwirt", u"architekt", u"pilot", u"soldat", u"diplomat", u"arzt", u"ärzte", u"ärztin", u"mitglied", u"ologe", u"ologin", u"kollege", u"kollegin",
    u"pädagoge", u"pädagogin", u"genosse", u"genossin", u"frau", u"wehrmann", u"mutter", u"vater", u"tochter", u"schwester", u"bruder", u"nachbar", u"anlegerin", u"erin", u"istin", u"entin",
    u"antin", u"ärin", u"eurin", u"orin", u"beamtin", u"beamter", u"zeugin", u"rätin", u"wirtin", u"pilotin", u"ökonomin", u"wirt", u"obfrau", u"obmann", u"koordinatoren",
    u"streikende", u"streikenden", u"betroffene", u"angehörige", u"überlebende", u"angeklagte", u"angeklagter"};

/// Bodies, which speak too.
constexpr std::array bodies{
    u"partei", u"gericht", u"gerichts", u"gerichtshof", u"rechnungshof", u"ministerium", u"ministeriums", u"behörde", u"behörden", u"amt", u"amts", u"amtes", u"polizei", u"zeitung", u"agentur", u"verband", u"verbands",
    u"verbandes", u"verbund", u"gewerkschaft", u"regierung", u"kommission", u"anwaltschaft", u"magazin", u"sender", u"konzern", u"konzerns", u"unternehmen", u"unternehmens", u"institut", u"instituts",
    u"organisation", u"gemeinderat", u"stadtrat", u"stadtrats", u"bundesrat", u"betriebsrat", u"aufsichtsrat", u"beirat", u"ortsrat", u"landtag", u"landtags", u"bundestag", u"kreistag", u"städtetag",
    u"tagblatt", u"tageblatt", u"wochenblatt", u"abendblatt", u"volksblatt", u"anzeiger", u"kurier", u"rundschau", u"nachrichten", u"wetterdienst", u"rettungsdienst", u"nachrichtendienst",
    u"kammer", u"verbraucherzentrale", u"landesanstalt", u"bundesanstalt", u"zentralstelle", u"verein", u"vereins", u"vereinigung", u"stiftung", u"gesellschaft", u"genossenschaft", u"fraktion", u"union", u"redaktion", u"bürgerinitiative", u"universität", u"hochschule",
    u"klinik", u"klinikum", u"krankenhaus", u"sparkasse", u"volksbank", u"zentralbank", u"landesbank", u"notenbank", u"krankenkasse", u"stadtwerke", u"verkehrsbetriebe", u"verlag", u"museum", u"museums",
    u"verwaltung", u"feuerwehr", u"landkreis", u"landkreises", u"kanzlei", u"orchester", u"akademie", u"fakultät", u"filmfest", u"bistum", u"radio", u"rundfunk", u"funk", u"boten", u"kuriers", u"anzeigers", u"tagblatts"};

/// Something said: "Unternehmensangaben".
constexpr std::array said{u"angaben", u"angabe", u"berichten", u"bericht", u"informationen", u"aussagen", u"erkenntnissen", u"einschätzung", u"recherchen", u"schätzungen", u"prognose", u"mitteilung"};

/// The endings, by their last letter: most words are told at the first look.
class Endings
{
public:
    Endings()
    {
        for (const QStringView e : people)
            add(e, Role);
        for (const QStringView e : bodies)
            add(e, Role | OrganisationWord);
        for (const QStringView e : said)
            add(e, ReportNoun);
    }

    [[nodiscard]] quint64 find(QStringView word) const
    {
        const char16_t last = word.back().unicode();
        if (last < u'a' || last > u'z')
            return 0;
        quint64 classes = 0;
        for (const Ending &ending : m_byLast[last - u'a']) {
            const qsizetype before = word.size() - ending.letters.size();
            if (before < 0 || !word.endsWith(ending.letters.sliced(1)))
                continue;
            const QChar first = word[before]; // "GdP-Vorsitzende" has a capital inside
            if (first == ending.letters[0] || first.toLower() == ending.letters[0])
                classes |= ending.classes;
        }
        return classes;
    }

private:
    void add(QStringView letters, quint64 classes) { m_byLast[static_cast<size_t>(letters.back().unicode() - u'a')].push_back({letters, classes}); }

    std::array<std::vector<Ending>, 26> m_byLast;
};

/// "kosten" → "koste": the hash of the word with one letter more.
quint64 hashWithN(QStringView word)
{
    constexpr qsizetype longest = 24;
    if (word.size() >= longest)
        return 0;
    std::array<QChar, longest> letters;
    std::ranges::copy(word, letters.begin());
    letters[static_cast<size_t>(word.size())] = u'n';
    return wordHash(QStringView(letters.data(), word.size() + 1));
}

bool isVerbBase(const Reading &r, quint64 hash)
{
    const WordEntry verb = hash == 0 ? WordEntry() : r.words->find(hash);
    return (verb.classes & Base) && verb.lemma == hash;
}

bool isPersonal(const Reading &r, int t)
{
    static constexpr WordSet nominatives{u"ich", u"wir", u"er", u"sie", u"es", u"man", u"du", u"das"};
    return r.isAny(t, nominatives);
}

/// A small word that is none of the closed classes.
bool isOpenWord(const Reading &r, int t)
{
    return r.tok(t).shape == TokenShape::Word && !r.tok(t).isCapital && !r.is(t, Function | Adverb | Negation | NumberWord | Hedge | Quantifier | According | Particle);
}

/// Adjectives and adverbs that end like a finite verb.
bool isOtherInT(const Reading &r, int t)
{
    static constexpr WordSet others{u"gut", u"alt", u"kalt", u"hart", u"weit", u"fast", u"meist", u"erst", u"selbst", u"oft", u"echt", u"recht", u"schlecht", u"leicht", u"dicht", u"schlicht", u"statt", u"bunt", u"laut", u"tot",
                                    u"berühmt", u"bekannt", u"beliebt", u"insgesamt", u"längst", u"zuletzt", u"jüngst", u"höchst", u"ernst", u"direkt", u"perfekt", u"korrekt", u"bereit", u"breit", u"fest", u"rot", u"privat", u"spät"};
    return r.isAny(t, others);
}

} // namespace

quint64 classesByEnding(QStringView word)
{
    static const Endings endings;
    return endings.find(word);
}

bool isGermanOffice(const Reading &r, int t)
{
    constexpr qsizetype longWord = 9; // letters; given names of no list are shorter
    if (t < 0 || r.tok(t).shape != TokenShape::Word || !r.tok(t).isCapital || r.is(t, GivenName | Place | Organisation | Nationality) || r.word(t).contains(u'-'))
        return false;
    return r.is(t, Role | Common) || (r.word(t).size() >= longWord && t + 1 < r.count() && r.is(t + 1, GivenName));
}

bool isOrdinaryNoun(const Reading &r, int t)
{
    static constexpr std::array endings{u"heit", u"keit", u"schaft", u"ung", u"ungen", u"tion", u"ismus", u"ität", u"heiten", u"keiten"};
    const QStringView w = r.word(t);
    return !r.is(t, OrganisationWord | Organisation) && (r.is(t, Common | Role) || std::ranges::any_of(endings, [w](const char16_t *e) { return w.endsWith(QStringView(e)); }));
}

bool isSubjunctive(const Reading &r, int i)
{
    static constexpr WordSet plain{u"sei", u"seien", u"habe", u"werde", u"könne", u"solle", u"müsse", u"wolle", u"dürfe", u"handele", u"handle"};
    if (!r.isToken(i) || r.item(i).isCapital || r.item(i).shape != TokenShape::Word)
        return false;
    const bool mine = r.iWord(i - 1, u"ich") || r.iWord(i + 1, u"ich");
    if (r.iAny(i, plain))
        return !mine;
    const QStringView w = r.word(r.item(i).token);
    if (mine || !w.endsWith(u'e') || r.iis(i, Function | Adverb) || w.size() < 4)
        return false;
    static constexpr WordSet others{u"achte", u"zuliebe", u"zunutze", u"anstelle", u"nähere", u"mindere"};
    const bool isBeforeNoun = r.isToken(i + 1) && r.item(i + 1).isCapital && r.item(i + 1).shape == TokenShape::Word;
    const bool isBehindSmall = r.isToken(i - 1) && !r.item(i - 1).isCapital && r.item(i - 1).shape == TokenShape::Word && !r.iis(i - 1, He | She | It) && !r.iWord(i - 1, u"man");
    if (r.iAny(i, others) || (isBeforeNoun && (isBehindSmall || r.iis(i - 1, Determiner | Possessive))))
        return false; // "wehte |kühle| Luft", "Die |heile| Welt"
    // "koste" → "kosten", "dauere" → "dauern", "zunehme" → "nehmen"
    const auto isFormOf = [&r](QStringView verb) { return isVerbBase(r, hashWithN(verb)) || (verb.endsWith(u"ere") && isVerbBase(r, hashWithN(verb.chopped(1)))); };
    static constexpr std::array<QStringView, 21> prefixes{u"ab", u"an", u"auf", u"aus", u"bei", u"ein", u"fest", u"her", u"hin", u"los", u"mit", u"nach", u"statt", u"teil", u"um", u"vor", u"weg", u"weiter", u"zu", u"zurück", u"zusammen"};
    constexpr qsizetype shortest = 4; // letters of the verb itself
    return isFormOf(w) || std::ranges::any_of(prefixes, [&](QStringView prefix) {
        return w.size() >= prefix.size() + shortest && w.startsWith(prefix) && isFormOf(w.sliced(prefix.size()));
    });
}

bool holdsSubjunctive(const Reading &r, int from, int to)
{
    for (int i = from; i < to; ++i) {
        if (isSubjunctive(r, i))
            return true;
    }
    return false;
}

bool holdsInfinitive(const Reading &r, int from, int to)
{
    constexpr qsizetype shortest = 6;
    for (int i = from; i < to; ++i) {
        if (!r.isToken(i) || r.item(i).isCapital || r.item(i).shape != TokenShape::Word)
            continue;
        const QStringView w = r.word(r.item(i).token);
        const bool ends = w.endsWith(u"en") || w.endsWith(u"ern") || w.endsWith(u"eln") || w == u"tun" || w == u"sein";
        if (ends && (r.iWord(i - 1, u"zu") || (w.size() > shortest && w.indexOf(u"zu", 2) > 0)))
            return true;
    }
    return false;
}

bool looksFinite(const Reading &r, int first, int last)
{
    for (int t = first; t <= last; ++t) {
        const QStringView w = r.word(t);
        const bool address = r.tok(first).isCapital && t == first && t < last && r.isWord(t + 1, u"sie") && w.endsWith(u"en"); // "Setzen Sie sich"
        if (address)
            return true;
        if (!isOpenWord(r, t) || w.size() < 3)
            continue;
        const bool verbal = w.endsWith(u't') || w.endsWith(u'e') || w.endsWith(u"en") || w.endsWith(u"ern") || w.endsWith(u"eln") || r.is(t, Verb);
        if (verbal && ((t > first && isPersonal(r, t - 1)) || (t < last && isPersonal(r, t + 1) && !r.is(t, Preposition))))
            return true;
        if (t == first || !r.tok(first).isCapital)
            continue;
        const bool behindNoun = r.tok(t - 1).isCapital && r.tok(t - 1).shape == TokenShape::Word && !r.is(t - 1, Preposition | Determiner | Conjunction);
        const bool behindWord = behindNoun || (t - 1 == first && r.is(t - 1, Adverb | Relative)) || r.isSign(t - 1, u',') || t == last;
        static constexpr WordSet finite{u"geht", u"gibt", u"gilt", u"gelingt", u"gehört", u"gewinnt", u"gefällt", u"genügt", u"geschieht"};
        const bool participle = w.startsWith(u"ge") && !r.isAny(t, finite);
        if (w.endsWith(u't') && !participle && !isOtherInT(r, t) && (behindWord || r.is(t, Verb)))
            return true;
        if ((w.endsWith(u"te") || w.endsWith(u"ten")) && behindNoun && t < last && !r.tok(t + 1).isCapital)
            return true;
        if (r.is(t, Past) && !participle && behindWord)
            return true;
    }
    return false;
}

} // namespace onrecord::extract

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/germanwords.h"
#include "core/extract/names.h"
#include "core/extract/phrases.h"

#include <algorithm>
#include <array>

/// What pronouns and German nouns tell of somebody whom the text names, or only describes, elsewhere.
namespace onrecord::extract {

using namespace word;

namespace {

/// "Der Schweißer |Mehmet Kaya|", "|Amira Solani|, Leiterin der Werft", "Der Koch heißt |Tesfay Habte|": what the words beside the name say.
Gender germanGender(const Reading &r, const Mention &mention)
{
    static constexpr WordSet called{u"heißt", u"heisst", u"hieß", u"hiess"};
    const auto ofArticle = [&r](int t) { return r.isWord(t, u"der") ? Gender::Male : r.isWord(t, u"die") ? Gender::Female : Gender::Unknown; };
    static constexpr std::array offices{u"istin", u"orin", u"entin", u"antin", u"ändin", u"eurin", u"ärin", u"ogin", u"atin", u"chefin", u"wältin", u"ärztin", u"leiterin", u"sprecherin", u"meisterin", u"führerin", u"rätin", u"ratin", u"lehrerin", u"forscherin", u"trainerin"};
    const auto ofOffice = [&r](int t) {
        const QStringView w = r.word(t);
        const bool office = r.is(t, Role) ? w.endsWith(u"in") : std::ranges::any_of(offices, [w](const char16_t *end) { return w.endsWith(QStringView(end)); });
        return office && r.tok(t).isCapital && !r.is(t, Place | GivenName) ? Gender::Female : Gender::Unknown;
    };
    const int before = mention.from - 1;
    if (before >= 1 && !r.tok(mention.from).startsParagraph && !r.tok(before).startsParagraph && r.tok(before).shape == TokenShape::Word) {
        if (r.isAny(before, called) && before >= 2 && r.tok(before - 1).isCapital && r.is(before - 1, Role))
            return ofArticle(before - 2);
        const Gender office = ofOffice(before);
        if (r.is(before, Role) || office != Gender::Unknown) {
            const bool opens = r.opensSentence[static_cast<size_t>(before - 1)] || (before >= 2 && r.isSign(before - 2, u','));
            return office != Gender::Unknown || !opens ? office : ofArticle(before - 1);
        }
    }
    const int comma = mention.last + 1;
    return comma + 1 < r.count() && r.isSign(comma, u',') ? ofOffice(comma + 1) : Gender::Unknown;
}

} // namespace

/// He and she in a sentence that names one person only speak about that person's gender.
void countPronouns(Reading &r)
{
    constexpr int named = 50; // as a given name counts
    for (const Mention &mention : r.mentions) {
        if (!r.isGerman || mention.type != AgentType::Person || mention.agent < 0)
            continue;
        Agent &agent = r.agents[static_cast<size_t>(mention.agent)];
        const Gender gender = germanGender(r, mention);
        agent.male += gender == Gender::Male ? named : 0;
        agent.female += gender == Gender::Female ? named : 0;
    }
    for (const Mention &mention : r.mentions) { // "her uncle Tom Hale"
        const int kin = mention.from - 1;
        if (mention.type != AgentType::Person || mention.agent < 0 || kin < 1 || r.tok(mention.from).startsParagraph || !r.is(kin - 1, Possessive))
            continue;
        Agent &agent = r.agents[static_cast<size_t>(mention.agent)];
        const Gender gender = kinGender(r, kin);
        agent.male += gender == Gender::Male ? named : 0;
        agent.female += gender == Gender::Female ? named : 0;
    }
    for (const Sentence &sentence : r.sentences) {
        int person = -1;
        bool several = false;
        for (int i = sentence.first; i < sentence.last; ++i) {
            const int m = r.iMention(i);
            if (m >= 0 && r.mention(m).type == AgentType::Person) {
                several = several || (person >= 0 && person != r.mention(m).agent);
                person = r.mention(m).agent;
            } else if (person >= 0 && !several && r.iis(i, He | She)) {
                Agent &agent = r.agents[static_cast<size_t>(person)];
                (r.iis(i, He) ? agent.male : agent.female) += 1;
            }
        }
    }
}

Gender personalGender(const Reading &r, const Source &source)
{
    if (!r.isGerman || !source.isValid() || source.isPronoun || source.mention >= 0 || r.is(source.head, OrganisationWord | ReportNoun | Medium))
        return Gender::Unknown;
    const QStringView noun = r.word(source.head);
    const bool aged = noun.endsWith(u"ährige");
    if (r.iWord(source.first, u"den") && noun.endsWith(u"ährigen"))
        return Gender::Male;
    const bool feminine = noun.endsWith(u"in") || noun.endsWith(u"frau") || (r.iis(source.last, Role) && noun.endsWith(u"te")) || noun.endsWith(u"mutter") || noun.endsWith(u"tochter");
    if (r.iWord(source.first, u"die") || r.iWord(source.first, u"eine"))
        return feminine || aged ? Gender::Female : Gender::Unknown;
    static constexpr WordSet fields{u"bund", u"rat", u"senat", u"club", u"klub", u"ausschuss", u"zentralrat", u"landrat", u"computer", u"vertrag", u"bericht"};
    const bool masculine = aged || (noun.endsWith(u"er") && noun.size() > 4) || (r.is(source.head, Role) && !r.isAny(source.head, fields)) || noun.endsWith(u"ähriger") || (noun.endsWith(u'e') && noun.size() > 3)
        || (r.is(source.head, Role) && (noun.endsWith(u"er") || noun.endsWith(u"or") || noun.endsWith(u"ent") || noun.endsWith(u"ant") || noun.endsWith(u"ist") || noun.endsWith(u"eur") || noun.endsWith(u"chef") || noun.endsWith(u"mann") || noun.endsWith(u"är"))) || noun.endsWith(u"nom") || noun.endsWith(u"graf") || noun.endsWith(u"urg") || noun.endsWith(u"oge") || noun.endsWith(u"wirt");
    static constexpr WordSet bodies{u"betreiber", u"hersteller", u"anbieter", u"sender", u"veranstalter", u"träger", u"kläger", u"arbeitgeber"};
    if ((r.iWord(source.first, u"der") || r.iWord(source.first, u"ein")) && masculine && !feminine && !r.isAny(source.head, bodies))
        return Gender::Male;
    return Gender::Unknown;
}

namespace {

/// "Danach beschwerte sich |ein Zuhörer|": the first noun with an article that no preposition governs. Invalid when there is none.
Source describedBehindVerb(const Reading &r, const Sentence &sentence)
{
    static constexpr WordSet articles{u"ein", u"eine", u"der", u"die"};
    for (int i = sentence.first + 1; i < sentence.last; ++i) {
        if (isComma(r, i) || r.isStretch(i - 1))
            continue;
        if (r.iAny(i, articles) && !r.iis(i - 1, Preposition))
            return phraseStartingAt(r, i, sentence.last);
    }
    return {};
}

} // namespace

namespace {

/// "|Ruhlands Anwalt| rechnet …": the office that opens the sentence behind its owner's name. Invalid otherwise.
Source roleOfSomebody(const Reading &r, const Sentence &sentence)
{
    const int m = r.iMention(sentence.first);
    if (m < 0 || r.mention(m).type != AgentType::Person)
        return {};
    const int office = r.itemOf[static_cast<size_t>(r.mention(m).last)] + 1;
    const bool owns = r.mention(m).isPossessive || r.word(r.mention(m).last).endsWith(u's');
    if (!owns || office + 1 >= sentence.last || !r.isToken(office) || !r.itok(office).isCapital || !r.iis(office, Role) || r.iMention(office) >= 0 || r.iMention(office + 1) >= 0)
        return {};
    Source source;
    source.first = sentence.first;
    source.last = office;
    source.head = r.item(office).token;
    source.isRole = true;
    return source;
}

Gender genderOfOffice(const Reading &r, int t)
{
    const QStringView noun = r.word(t);
    return noun.endsWith(u"in") || noun.endsWith(u"frau") ? Gender::Female : Gender::Male;
}

} // namespace

Source describedBefore(const Reading &r, int head, Gender wanted)
{
    const int item = r.itemOf[static_cast<size_t>(head)];
    const int sentence = item < 0 ? 0 : r.sentenceOf[static_cast<size_t>(item)];
    constexpr int farthest = 3; // sentences
    for (int s = sentence - 1; r.isGerman && s >= std::max(0, sentence - farthest); --s) {
        const Sentence &before = r.sentences[static_cast<size_t>(s)];
        if (before.paragraph != r.sentences[static_cast<size_t>(sentence)].paragraph)
            break;
        const Source owned = roleOfSomebody(r, before); // "Ruhlands |Anwalt|"
        for (int i = owned.isValid() ? owned.last : before.first; i < before.last; ++i) {
            if (const int m = r.iMention(i); m >= 0 && r.mention(m).type == AgentType::Person)
                return {};
        }
        if (owned.isValid())
            return genderOfOffice(r, owned.head) == wanted ? owned : Source{};
        if (holdsSubjunctive(r, before.first, before.last))
            continue; // somebody whom the speaker tells of
        const Source first = phraseStartingAt(r, before.first, before.last);
        const bool opens = first.isValid() && !r.iis(before.first, Preposition | Adverb) && (first.mention >= 0 || first.isPronoun || r.iis(before.first, Determiner | Possessive));
        const Source subject = opens ? first : describedBehindVerb(r, before);
        if (personalGender(r, {.first = subject.first, .last = subject.head < 0 ? -1 : r.itemOf[static_cast<size_t>(subject.head)], .head = subject.head, .mention = subject.mention, .isPronoun = subject.isPronoun}) == wanted)
            return subject;
    }
    return {};
}

} // namespace onrecord::extract

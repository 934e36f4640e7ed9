// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"
#include "core/extract/phrases.h"

#include <algorithm>
#include <array>
#include <bit>

namespace onrecord::extract {

using namespace word;

namespace {

constexpr double sure = 0.85;

bool isLone(const Mention &m)
{
    return m.first == m.last;
}

} // namespace

Evidence::Evidence(const Reading &reading) : r(reading)
{
    std::vector<quint64> named;
    for (const Mention &mention : r.mentions) {
        if (mention.first == mention.last)
            m_lone.push_back(r.tok(mention.first).hash);
        if (mention.certainty >= sure)
            continue;
        for (int t = mention.first; t <= mention.last; ++t)
            named.push_back(r.tok(t).hash);
    }
    std::ranges::sort(m_lone);
    m_lone.erase(std::ranges::unique(m_lone).begin(), m_lone.end());
    std::ranges::sort(named);
    named.erase(std::ranges::unique(named).begin(), named.end());
    if (named.empty() || r.isGerman)
        return;
    // One bit of many that a hash picks tells most words of the text at the first look; many names want many bits.
    constexpr size_t fewest = 64;
    constexpr size_t most = 4096;
    std::vector<quint64> bits(std::clamp(std::bit_ceil(named.size()), fewest, most));
    const auto wordOf = [&bits](quint64 hash) -> quint64 & { return bits[(hash >> 52) & (bits.size() - 1)]; };
    const auto bitOf = [](quint64 hash) { return 1ULL << ((hash >> 46) & 63); };
    for (const quint64 hash : named)
        wordOf(hash) |= bitOf(hash);
    std::vector<bool> isSmall(named.size());
    for (const Token &token : r.tokens) {
        if (token.isCapital || !(wordOf(token.hash) & bitOf(token.hash)) || token.shape != TokenShape::Word || token.hasInnerCapital)
            continue;
        if (const auto it = std::ranges::lower_bound(named, token.hash); it != named.end() && *it == token.hash)
            isSmall[static_cast<size_t>(it - named.begin())] = true;
    }
    for (size_t n = 0; n < named.size(); ++n) {
        if (isSmall[n])
            m_small.push_back(named[n]);
    }
}

bool Evidence::isWrittenSmall(quint64 hash) const
{
    return std::ranges::binary_search(m_small, hash);
}

bool Evidence::isLoose(const Mention &mention) const
{
    const Sentence &sentence = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(r.itemOf[static_cast<size_t>(mention.first)])])];
    return sentence.isLoose;
}

/// A title or an office beside the name, a word of saying, a turn of an interview.
bool Evidence::isHuman(const Mention &m) const
{
    const auto speaks = [this](int t) { return r.is(t, Speech) && r.is(t, Past | Third) && !r.tok(t).isCapital; };
    if (isOnlyCapital(m))
        return false;
    if (m.from < m.first || (m.type == AgentType::Person && m.certainty >= sure && isLone(m)))
        return true;
    const int before = m.from - 1;
    if (before >= 0 && !r.tok(m.from).startsParagraph && (speaks(before) || (r.is(before, Role) && !r.tok(before).isCapital)))
        return true;
    const int next = m.last + 1;
    const bool closes = next >= r.count() || r.tok(next).startsParagraph;
    const bool dashed = before >= 0 && !r.tok(m.from).startsParagraph && (r.isSign(before, u'—') || r.isSign(before, u'–') || r.isSign(before, u'―'));
    const bool opensLine = r.tok(m.from).startsParagraph;
    const bool byline = before >= 0 && !opensLine && r.tok(before).isCapital && r.isWord(before, u"by");
    if (closes && !isLone(m) && (byline || (opensLine && m.first == m.from)))
        return true; // a line of nothing but the name, or "By Ana Ruiz"
    if (dashed && (closes || r.tok(next).shape == TokenShape::Quote) && !isLone(m))
        return true; // the signature of a quotation
    if (closes)
        return false;
    const bool opens = r.tok(m.from).startsParagraph || (before >= 0 && r.tok(before).startsParagraph && r.tok(before).shape == TokenShape::Quote);
    if (speaks(next) || (r.isSign(next, u':') && opens && !isKicker(r, m.first)))
        return true;
    if (!r.isSign(next, u','))
        return false;
    if (next + 1 < r.count() && r.isWord(next + 1, u"who"))
        return true;
    // Ana Ruiz, the port's former manager, …
    constexpr int reach = 7;
    for (int t = next + 1; t < std::min(r.count(), next + reach) && (r.tok(t).shape == TokenShape::Word || r.tok(t).shape == TokenShape::Clitic); ++t) {
        const bool owner = t + 1 < r.count() && r.tok(t + 1).shape == TokenShape::Clitic;
        if (r.is(t, Role) && !r.tok(t).isCapital && !owner)
            return true;
        if (r.is(t, Auxiliary | Pronoun | Past))
            return false;
    }
    return false;
}

/// "Additionally, …", "House Speaker Ruiz": the capital is owed to the place, or to the office behind it.
bool Evidence::isOnlyCapital(const Mention &m) const
{
    if (!isLone(m) || m.from < m.first)
        return false;
    const bool adverb = r.is(m.first, Adverb) || (r.word(m.first).endsWith(u"ly") && r.opensSentence[static_cast<size_t>(m.first)]);
    const int next = m.last + 1;
    const bool office = next < r.count() && r.tok(next).isCapital && r.tok(next).spaceBefore && r.is(next, Role | Title) && r.is(m.first, Common | OrganisationWord);
    return (adverb && !r.is(m.first, GivenName)) || office;
}

/// A finite verb, listed or by its ending before an object ("revokes the order").
bool Evidence::isFinite(int t) const
{
    if (r.is(t, Auxiliary | Past | Third))
        return true;
    const QStringView w = r.word(t);
    const Token &token = r.tok(t);
    if (token.shape != TokenShape::Word || token.isCapital || w.size() < 4 || !w.endsWith(u's') || w.endsWith(u"ss") || t + 1 >= r.count())
        return false;
    const Token &object = r.tok(t + 1);
    return !object.startsParagraph && (r.is(t + 1, Determiner | Possessive) || (object.isCapital && object.shape == TokenShape::Word));
}

/// Ruiz met …, Ruiz’s plan, a plan by Ruiz: what somebody does, with no article before the name and no noun behind it.
bool Evidence::isActing(const Mention &m) const
{
    const int before = m.from - 1;
    if (before >= 0 && r.is(before, Determiner) && !r.tok(m.from).startsParagraph)
        return false;
    int next = m.last + 1;
    while (next + 1 < r.count() && (r.is(next, Adverb) || r.word(next).endsWith(u"ly")) && !r.tok(next).startsParagraph)
        ++next;
    if (next < r.count() && !r.tok(next).startsParagraph) {
        if (isFinite(next) || r.tok(next).shape == TokenShape::Clitic)
            return true;
        if (r.tok(next).shape == TokenShape::Word && !r.is(next, Function))
            return false;
    }
    return before >= 0 && (r.isWord(before, u"by") || r.isWord(before, u"with") || r.isWord(before, u"against") || r.isWord(before, u"for") || r.isWord(before, u"and") || r.is(before, Past));
}

/// "the Soviets", "APIs": several of a kind are nobody.
bool Evidence::isPluralOfKnown(int t) const
{
    const QStringView w = r.word(t);
    if (w.size() < 3 || !w.endsWith(u's'))
        return false;
    const quint64 stem = wordHash(w.chopped(1));
    if (r.words->find(stem).classes & (Organisation | Product | Nationality | Common | Role))
        return true;
    if (w[w.size() - 2].isUpper())
        return true;
    return std::ranges::binary_search(m_lone, stem);
}

/// ‘The Last Pump’: nothing but the name stands in the marks, so it is a title or a term.
bool Evidence::fillsMarks(const Mention &m) const
{
    const int s = r.stretchOf[static_cast<size_t>(m.first)];
    if (s < 0 || !m.isQuoted)
        return false;
    const Stretch &stretch = r.stretches[static_cast<size_t>(s)];
    return m.first - stretch.first <= 1 && stretch.last - m.last <= 1;
}

/// “An Early Pump From the Middle Ages”: where every word has a capital, none tells a name.
bool Evidence::isInTitle(const Mention &m) const
{
    constexpr int longest = 16; // tokens
    const int s = m.isQuoted ? r.stretchOf[static_cast<size_t>(m.first)] : -1;
    if (s < 0)
        return false;
    const Stretch &stretch = r.stretches[static_cast<size_t>(s)];
    for (int t = stretch.first; t <= stretch.last; ++t) {
        if (r.tok(t).shape == TokenShape::Word && !r.tok(t).isCapital && !r.is(t, Preposition | Determiner | Conjunction))
            return false;
    }
    return stretch.last - stretch.first < longest;
}

Evidence::Support Evidence::supportOf(const std::vector<int> &mentions) const
{
    Support support;
    for (const int m : mentions) {
        const Mention &mention = r.mention(m);
        support.human = support.human || isHuman(mention);
        if (isLoose(mention) || fillsMarks(mention) || isInTitle(mention))
            continue;
        support.acting = support.acting || isActing(mention);
        if (!r.opensSentence[static_cast<size_t>(mention.from)]) {
            ++support.running;
            continue;
        }
        const int next = mention.last + 1;
        if (next >= r.count())
            continue;
        const bool verb = isFinite(next) || r.tok(next).shape == TokenShape::Clitic || (r.isSign(next, u',') && !isLone(mention));
        support.subject += verb ? 1 : 0;
    }
    return support;
}

bool Evidence::isOrdinary(int t) const
{
    const Token &token = r.tok(t);
    if (token.shape != TokenShape::Word)
        return token.shape == TokenShape::Number;
    if (r.is(t, GivenName | Title | CompanySuffix) || token.isAbbreviation)
        return false;
    return r.is(t, Common | Verb | Adverb | Role | Unit | OrganisationWord | Nationality | Organisation | Product | Place) || isWrittenSmall(token.hash)
        || looksDerived(t);
}

/// Words that a suffix makes out of others: hardly ever a name by themselves.
bool Evidence::looksDerived(int t) const
{
    static constexpr std::array endings{u"tion", u"tions", u"ness", u"ity", u"ities", u"ism", u"ment", u"ments", u"ing", u"ings", u"ally", u"tly", u"ships", u"ship",
                                          u"acy", u"ogy", u"mony", u"ance", u"ence", u"ists", u"ed", u"script"};
    const QStringView w = r.word(t);
    constexpr qsizetype shortest = 6;
    return w.size() >= shortest && std::ranges::any_of(endings, [w](const char16_t *e) { return w.endsWith(QStringView(e)); });
}

bool Evidence::bearsOutPerson(const Mention &m, const Support &support) const
{
    // A line in capitals: letters say nothing, so every word has to be a name.
    bool loud = !isLone(m);
    bool plain = false;
    for (int t = m.first; t <= m.last; ++t) {
        loud = loud && (r.tok(t).isAllCapital || r.tok(t).isAbbreviation);
        plain = plain || isOrdinary(t);
    }
    if (loud && plain)
        return false;
    if (support.human)
        return true;
    if (isLone(m)) {
        if (r.is(m.first, Common | Verb | Adverb | Month | Weekday) || isWrittenSmall(r.tok(m.first).hash))
            return r.is(m.first, GivenName) && !r.is(m.first, Function | Month) && support.running > 0 && !isWrittenSmall(r.tok(m.first).hash);
        if (r.is(m.first, GivenName))
            return support.running + support.subject > 0;
        if (looksDerived(m.first) || r.is(m.first, Product | OrganisationWord) || isPluralOfKnown(m.first))
            return false;
        // "Repairs would cost": several of a kind, whose capital is that of the sentence.
        const QStringView w = r.word(m.first);
        if (support.running == 0 && w.endsWith(u's') && !w.endsWith(u"ss") && r.tok(m.first).shape == TokenShape::Word)
            return false;
        return support.running + support.subject > 0 && support.acting;
    }
    if (r.is(m.first, GivenName) && !r.is(m.first, Function))
        return support.running + support.subject > 0 || !(r.is(m.last, Common | Verb) && r.is(m.first, Common));
    int ordinary = 0;
    for (int t = m.first; t <= m.last; ++t)
        ordinary += isOrdinary(t) ? 1 : 0;
    return ordinary == 0 && support.running + support.subject > 0;
}

/// "Northport Depot Watch (NDW)"
bool Evidence::isAbbreviatedBehind(const Mention &m) const
{
    const int open = m.last + 1;
    if (open + 2 >= r.count() || !r.isSign(open, u'(') || !r.isSign(open + 2, u')') || !r.tok(open + 1).isAllCapital)
        return false;
    return r.word(open + 1).front().toUpper() == r.word(m.first).front().toUpper();
}

bool Evidence::bearsOutBody(const Mention &m, const Support &support) const
{
    if (support.human || m.certainty > 0.65)
        return true;
    const int next = m.last + 1;
    if (!isLone(m) && isAbbreviatedBehind(m))
        return true;
    if (!isLone(m) && next < r.count() && r.is(next, Role) && !r.tok(next).isCapital && !r.tok(next).startsParagraph)
        return true; // "City Works director"
    const Token &token = r.tok(m.last);
    if (isLone(m)) {
        const QStringView w = r.word(m.first);
        if ((w.size() > 2 && w[1] == u'-' && w[0].isUpper()) || w.contains(u"-vs-") || isPluralOfKnown(m.first))
            return false; // (R-North): a party and a district
        if (m.last + 1 < r.count() && r.tok(m.last + 1).shape == TokenShape::Number && token.isAllCapital)
            return false; // ISO 9001
        if (r.is(m.first, Common | Verb | Adverb | Role | Unit | Product) || isWrittenSmall(token.hash))
            return false;
        return support.running + support.subject > 0;
    }
    int ordinary = 0;
    for (int t = m.first; t <= m.last; ++t)
        ordinary += isOrdinary(t) && !r.is(t, Place | Nationality | Organisation) ? 1 : 0;
    return ordinary <= m.last - m.first && support.running + support.subject > 0;
}

/// "|Der Sprecher der Sozialen Liste|,": does an office open the phrase that ends with this token?
bool Evidence::isOfficeBefore(int last) const
{
    constexpr int reach = 8;
    if (last > 2 && r.isSign(last, u')') && r.isSign(last - 2, u'('))
        last -= 3; // "der Union (EU)"
    for (int t = last; t > 0 && t > last - reach && r.tok(t).shape == TokenShape::Word && !r.is(t, Auxiliary); --t) {
        if (r.is(t, Role) && r.tok(t).isCapital)
            return true;
        if (r.opensSentence[static_cast<size_t>(t)])
            return false;
    }
    return false;
}

/// German gives every noun a capital: two of them are somebody who has an office, speaks, acts, is called by the last one alone, or signs.
bool Evidence::isGermanPerson(const Mention &m) const
{
    if (isHuman(m) || std::ranges::binary_search(m_lone, r.tok(m.last).hash))
        return true;
    const int before = m.from - 1;
    const int next = m.last + 1;
    const bool opens = r.tok(m.from).startsParagraph;
    static constexpr WordSet called{u"heißt", u"heisst", u"hieß", u"hiess", u"namens"};
    if (!opens && r.isAny(before, called))
        return true; // "Der Koch heißt |Tesfay Habte|"
    bool ordinary = false; // "Der Chef des Vereins, |FC Orne|, …"
    for (int t = m.first; t <= m.last; ++t)
        ordinary = ordinary || r.is(t, OrganisationWord | Organisation | Place | Common) || r.tok(t).isAllCapital;
    if (!opens && !ordinary && r.isSign(before, u',') && isOfficeBefore(before - 1) && next + 1 < r.count() && r.isSign(next, u',') && r.is(next + 1, Verb | Auxiliary) && !r.tok(next + 1).isCapital)
        return true; // "Der Sprecher der Liste, |Silvan Vobe|, sprach"
    static constexpr WordSet signing{u"von", u"foto", u"fotos", u"interview", u"text", u"autor", u"autorin", u"protokoll", u"bild", u"führte", u"und"};
    if (!opens && (r.isAny(before, signing) || (r.isSign(before, u':') && before > 0 && r.isAny(before - 1, signing))))
        return true;
    if (!opens && before >= 0 && (r.is(before, Role | Determiner) || r.tok(before).shape == TokenShape::Quote) && !r.is(before, Role))
        return false;
    const bool adjective = r.word(m.first).endsWith(u"er") || r.word(m.first).endsWith(u"en") || r.word(m.first).endsWith(u"es") || r.word(m.first).endsWith(u"em");
    return next < r.count() && !r.tok(next).startsParagraph && ((!adjective && !r.tok(next).isCapital && r.is(next, Auxiliary | Verb)) || r.isSign(next, u'(')
        || (r.isSign(next, u',') && next + 1 < r.count() && (r.tok(next + 1).shape == TokenShape::Number || r.isWord(next + 1, u"der") || r.isWord(next + 1, u"die"))));
}

bool Evidence::bearsOut(const std::vector<int> &mentions) const
{
    const Mention *longest = nullptr;
    double certainty = 0;
    for (const int m : mentions) {
        const Mention &mention = r.mention(m);
        if (!longest || mention.last - mention.first > longest->last - longest->first)
            longest = &mention;
        certainty = std::max(certainty, mention.certainty);
    }
    if (!longest)
        return false;
    if (r.isGerman) {
        // "30 Millionen Euro": every noun has a capital.
        bool counted = true;
        for (int t = longest->first; t <= longest->last; ++t)
            counted = counted && r.is(t, Magnitude | Unit | NumberWord);
        const bool unsure = longest->type == AgentType::Person && certainty < sure && !isLone(*longest) && !r.is(longest->first, GivenName);
        return !counted && (!unsure || std::ranges::any_of(mentions, [this](int m) { return isGermanPerson(r.mention(m)); }));
    }
    const bool person = longest->type == AgentType::Person;
    if (person && certainty >= sure && !isLone(*longest)) {
        // A given name and another word: only a heading of ordinary words looks the same.
        const bool loud = r.tok(longest->last).isAllCapital && isOrdinary(longest->last);
        const bool plain = !isLoose(*longest) || mentions.size() > 1 || !isOrdinary(longest->last);
        if (plain && !loud)
            return true;
    } else if (certainty >= sure) {
        return true;
    }
    if (longest->type != AgentType::Person && longest->type != AgentType::Organisation)
        return true;
    const Support support = supportOf(mentions);
    return person ? bearsOutPerson(*longest, support) : bearsOutBody(*longest, support);
}

} // namespace onrecord::extract

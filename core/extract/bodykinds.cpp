// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"

#include <algorithm>
#include <array>

/// "The authority", "der Verein": the body whose name says that it is such a one.
namespace onrecord::extract {

using namespace word;

namespace {

/// The noun without a genitive's ending: "des |Vereins|".
QStringView plainNoun(const Reading &r, const Source &source)
{
    const QStringView noun = r.word(source.head);
    if (!r.iWord(source.first, u"des"))
        return noun;
    const bool isLong = noun.endsWith(u"es") && !noun.endsWith(u"ses");
    return noun.chopped(noun.endsWith(u's') ? (isLong ? 2 : 1) : 0);
}

bool isSame(QStringView word, QStringView noun)
{
    return word.compare(noun, Qt::CaseInsensitive) == 0;
}

/// "|Sport|verband" of "Verband"
bool isCompound(const Reading &r, QStringView word, QStringView noun)
{
    return r.isGerman && noun.size() > 3 && word.size() > noun.size() && word.endsWith(noun, Qt::CaseInsensitive);
}

/// "|Verband| Sund", "Sund Port |Authority|", "|Ministry| of Works", "Deutscher |Wetterdienst|": does the name say it where a name says what it is?
bool saysItself(const Reading &r, const Mention &m, QStringView noun)
{
    const auto fits = [&](int t) { return isSame(r.word(t), noun) || isCompound(r, r.word(t), noun); };
    if (fits(m.last))
        return true;
    if (r.isGerman)
        return fits(m.first);
    for (int t = m.first; t < m.last; ++t) {
        if (fits(t) && (r.isWord(t + 1, u"of") || r.isWord(t + 1, u"for") || r.isWord(t + 1, u"on")))
            return true;
    }
    return false;
}

enum class Kind : quint8 { None, Club, Office, Clinic, College, Works };

Kind kindOf(QStringView noun)
{
    static constexpr WordSet clubs{u"club", u"verein", u"klub"};
    static constexpr WordSet offices{u"behörde", u"amt"};
    static constexpr WordSet clinics{u"klinik", u"krankenhaus"};
    static constexpr WordSet colleges{u"hochschule", u"uni"};
    static constexpr WordSet works{u"versorger"};
    const quint64 hash = wordHash(noun);
    return clubs.contains(hash) ? Kind::Club : offices.contains(hash) ? Kind::Office : clinics.contains(hash) ? Kind::Clinic : colleges.contains(hash) ? Kind::College : works.contains(hash) ? Kind::Works : Kind::None;
}

/// By another word: "|Landesamt|" of "die Behörde", "|FC| Lauen" of "der Verein".
bool isOfKind(const Reading &r, const Mention &m, Kind kind)
{
    static constexpr WordSet clubs{u"club", u"klub", u"fc", u"sc", u"sv", u"tsv", u"vfl", u"vfb", u"vfr", u"tus", u"fsv", u"ssv", u"spvgg", u"tsg", u"hsg", u"rovers", u"wanderers"};
    static constexpr WordSet works{u"stadtwerke"};
    const auto isAny = [&](int t, const auto &endings) { return std::ranges::any_of(endings, [&](const char16_t *end) { return r.word(t).endsWith(QStringView(end), Qt::CaseInsensitive); }); };
    static constexpr std::array offices{u"amt", u"behörde", u"agentur", u"anstalt"};
    static constexpr std::array clinics{u"klinik", u"klinikum", u"krankenhaus", u"hospital"};
    static constexpr std::array colleges{u"hochschule", u"universität"};
    for (int t = m.first; t <= m.last; ++t) {
        const bool fits = kind == Kind::Club ? r.isAny(t, clubs) : kind == Kind::Office ? isAny(t, offices) : kind == Kind::Clinic ? isAny(t, clinics) : kind == Kind::College ? isAny(t, colleges) : kind == Kind::Works && r.isAny(t, works);
        if (fits)
            return true;
    }
    return false;
}

/// "|a lower court| …", "|das Oberlandesgericht| …": does another one, without a name, stand among the tokens [from, to)?
bool hasUnnamed(const Reading &r, int from, int to, QStringView noun, const Mention &named)
{
    static constexpr WordSet articles{u"the", u"der", u"die", u"das", u"dem", u"des", u"den", u"im", u"am", u"vom", u"zum", u"beim"};
    constexpr int farthest = 2'000; // tokens
    for (int t = std::max(from, to - farthest); t < to; ++t) {
        if (r.mentionOf[static_cast<size_t>(t)] >= 0 || r.tok(t).shape != TokenShape::Word)
            continue;
        if (isSame(r.word(t), noun) && t > 0 && !r.isAny(t - 1, articles))
            return true;
        if (isCompound(r, r.word(t), noun) && r.tok(t).hash != r.tok(named.first).hash && r.tok(t).hash != r.tok(named.last).hash)
            return true;
    }
    return false;
}

/// A noun that means such a body and is used of others without a name.
bool isGeneral(const Reading &r, const Source &source)
{
    static constexpr WordSet general{u"party", u"partei", u"group", u"government", u"regierung", u"office", u"büro", u"union", u"bund", u"bundes", u"police", u"polizei", u"company", u"companies", u"firm", u"team", u"side", u"staff", u"guard", u"force", u"mission", u"campaign", u"record", u"records", u"business", u"front"};
    return r.isAny(source.head, general);
}

/// The subject of its sentence, or the name that opens it ("Das |Landesamt für Umwelt| in Lauen prüft").
bool isSubject(const Reading &r, const Mention &m)
{
    const int item = r.itemOf[static_cast<size_t>(m.from)];
    return item >= 0 && (item - r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(item)])].first <= 1 || isNameSubject(r, m));
}

} // namespace

int BodyMeant::named(const Source &source) const
{
    constexpr int farthest = 600; // mentions
    static constexpr WordSet articles{u"the", u"der", u"die", u"das", u"dem", u"des"};
    if (source.last - source.first != 1 || !r.iAny(source.first, articles) || isGeneral(r, source))
        return -1;
    const QStringView noun = plainNoun(r, source);
    const Kind kind = kindOf(noun);
    if (kind == Kind::None && !r.is(source.head, OrganisationWord) && !r.iWord(source.first, u"des"))
        return -1;
    const int paragraph = r.paragraphOf[static_cast<size_t>(source.head)];
    const Mention *found = nullptr;
    bool isNear = false;
    const auto end = std::ranges::lower_bound(r.mentions, source.head, {}, &Mention::first);
    int last = -1; // named before
    for (auto m = end; m != r.mentions.begin() && end - m < farthest;) {
        --m;
        if (m->type != AgentType::Organisation || m->isQuoted || m->agent < 0 || (found && m->agent == found->agent))
            continue;
        last = last < 0 ? m->agent : last;
        // By another word only who was named last, and of whom the sentence is: "vom SC Sund … der Verein" is the one that hires.
        const bool byKind = kind != Kind::None && ((m->agent == last && isSubject(r, *m)) || found) && isOfKind(r, *m, kind);
        if (!byKind && !saysItself(r, *m, noun))
            continue;
        const bool near = paragraph - r.paragraphOf[static_cast<size_t>(m->first)] <= 1;
        if (found && (!isNear || near))
            return -1; // two of the kind
        if (found)
            break;
        found = &*m;
        isNear = near;
    }
    return found && !hasUnnamed(r, found->last + 1, source.head, noun, *found) ? found->agent : -1;
}

} // namespace onrecord::extract

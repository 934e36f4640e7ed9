// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/misattribution.h"

#include "core/match/sameutterance.h"
#include "core/record/holding.h"
#include "core/record/speakers.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <array>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

constexpr int wordsWhenEqual = 3;
constexpr int wordsWhenContained = 5;
constexpr size_t crowd = 200; ///< a run of words that so many quotations share is a stock phrase

struct Spoken {
    const Quotation *quotation = nullptr;
    QString words; ///< folded
    int count = 0;
};

bool isSpeech(const Quotation &quotation)
{
    return quotation.status != Status::Rejected && quotation.kind != Kind::Scare && quotation.kind != Kind::Title
        && quotation.kind != Kind::Hypothetical && quotation.directness != Directness::Indirect;
}

bool standsIn(QStringView small, QStringView large)
{
    const auto isBorder = [large](qsizetype at) {
        return at < 0 || at >= large.size() || !large[at].isLetterOrNumber();
    };
    for (qsizetype at = large.indexOf(small); at >= 0; at = large.indexOf(small, at + 1)) {
        if (isBorder(at - 1) && isBorder(at + small.size()))
            return true;
    }
    return false;
}

bool isSame(const Spoken &a, const Spoken &b)
{
    if (a.words == b.words)
        return a.count >= wordsWhenEqual;
    const Spoken &small = a.words.size() < b.words.size() ? a : b;
    const Spoken &large = a.words.size() < b.words.size() ? b : a;
    return small.count >= wordsWhenContained && standsIn(small.words, large.words);
}

/// Every run of five words, and short quotations as a whole.
template<class Use>
void eachRun(const Spoken &spoken, Use use)
{
    if (spoken.count < wordsWhenContained) {
        use(spoken.words);
        return;
    }
    std::vector<qsizetype> starts{0};
    for (qsizetype at = spoken.words.indexOf(u' '); at >= 0; at = spoken.words.indexOf(u' ', at + 1))
        starts.push_back(at + 1);
    const auto bare = [](QStringView run) {
        while (!run.isEmpty() && !run.back().isLetterOrNumber())
            run.chop(1);
        return run.toString();
    };
    for (size_t i = 0; i + wordsWhenContained <= starts.size(); ++i) {
        const qsizetype end =
            i + wordsWhenContained < starts.size() ? starts[i + wordsWhenContained] - 1 : spoken.words.size();
        use(bare(QStringView(spoken.words).sliced(starts[i], end - starts[i])));
    }
}

bool isHouse(const Agent &agent)
{
    return agent.type == AgentType::Organisation;
}

/// "a spokesman for the depot", "spokeswoman, Depot Ltd": of the depot, also when the record has no affiliation for it.
bool isOf(const Agent &person, const Agent &house)
{
    constexpr qsizetype shortest = 3; // characters of a name that a role can be searched for
    if (person.affiliation && person.affiliation == house.id)
        return true;
    const QString name = comparableWords(house.name);
    return name.size() >= shortest
        && (standsIn(name, comparableWords(person.role)) || (person.type == AgentType::Unnamed && standsIn(name, comparableWords(person.name))));
}

/// Whoever speaks for a house says what the house says.
bool speaksFor(const Agent &person)
{
    static constexpr std::array words{u"spokes", u"press officer", u"press secretary", u"sprecher"};
    return std::ranges::any_of(words, [&](QStringView w) { return person.role.contains(w, Qt::CaseInsensitive) || (person.type == AgentType::Unnamed && person.name.contains(w, Qt::CaseInsensitive)); });
}

/// Who says the one and who says the other: each with each.
std::vector<std::pair<const Agent *, const Agent *>> voicesOf(const Snapshot &snapshot, const Quotation &a, const Quotation &b)
{
    std::vector<std::pair<const Agent *, const Agent *>> voices;
    for (const AgentId one : speakersOf(a)) {
        for (const AgentId other : speakersOf(b)) {
            if (snapshot.agent(one) && snapshot.agent(other))
                voices.emplace_back(snapshot.agent(one), snapshot.agent(other));
        }
    }
    return voices;
}

/// Of several who say it together, one who is of the other's house explains why both are given; but a house and a person, or people
/// of one house, they are only when all of them are.
Misattribution doubtOf(const Snapshot &snapshot, const Spoken &a, const Spoken &b)
{
    Misattribution out;
    out.a = a.quotation->id;
    out.b = b.quotation->id;
    out.words = (a.words.size() <= b.words.size() ? a : b).quotation->content.exact;
    const auto voices = voicesOf(snapshot, *a.quotation, *b.quotation);
    for (const auto &[first, second] : voices) {
        const bool firstIsOf = isOf(*first, *second);
        if (!firstIsOf && !isOf(*second, *first))
            continue;
        out.doubt = Doubt::HouseAndPerson;
        out.related = true;
        out.isVoice |= speaksFor(firstIsOf ? *first : *second);
    }
    if (out.related)
        return out;
    if (std::ranges::all_of(voices, [](const auto &pair) { return isHouse(*pair.first) != isHouse(*pair.second); }))
        out.doubt = Doubt::HouseAndPerson;
    else
        out.related = std::ranges::all_of(voices, [](const auto &pair) { return pair.first->affiliation && pair.first->affiliation == pair.second->affiliation; });
    return out;
}

QList<qint64> speakerKey(const Quotation &quotation)
{
    QList<qint64> key;
    for (const AgentId agent : speakersOf(quotation))
        key.append(agent.value);
    std::ranges::sort(key);
    return key;
}

bool overlapsHeadline(const Article &article, Span span)
{
    return std::ranges::any_of(article.regions, [&](const Region &region) {
        return region.kind == RegionKind::Headline && region.span.overlaps(span);
    });
}

std::vector<Spoken> spokenIn(const Snapshot &snapshot, bool alsoByNobody)
{
    std::vector<Spoken> all;
    for (const Quotation &quotation : snapshot.quotations()) {
        if (!isSpeech(quotation) || (!alsoByNobody && !snapshot.agent(quotation.speaker)))
            continue;
        Spoken spoken{&quotation, comparableWords(quotation.content.exact), 0};
        spoken.count = static_cast<int>(spoken.words.count(u' ')) + 1;
        if (spoken.count >= wordsWhenEqual)
            all.push_back(std::move(spoken));
    }
    return all;
}

/// Those with the same words under two speakers, by index, each pair once and in order.
std::vector<std::pair<int, int>> pairsOf(const std::vector<Spoken> &all)
{
    QHash<QString, std::vector<int>> runs;
    for (int i = 0; i < static_cast<int>(all.size()); ++i)
        eachRun(all[static_cast<size_t>(i)], [&](const QString &run) {
            auto &of = runs[run];
            if (of.empty() || of.back() != i)
                of.push_back(i);
        });

    std::vector<std::pair<int, int>> pairs;
    for (const std::vector<int> &of : std::as_const(runs)) {
        if (of.size() < 2 || of.size() > crowd)
            continue;
        for (size_t i = 0; i < of.size(); ++i) {
            for (size_t k = i + 1; k < of.size(); ++k) {
                if (!haveSameSpeaker(*all[static_cast<size_t>(of[i])].quotation, *all[static_cast<size_t>(of[k])].quotation))
                    pairs.emplace_back(of[i], of[k]);
            }
        }
    }
    std::ranges::sort(pairs);
    const auto twice = std::ranges::unique(pairs);
    pairs.erase(twice.begin(), twice.end());
    std::erase_if(pairs, [&](const auto &pair) {
        const Spoken &a = all[static_cast<size_t>(pair.first)];
        const Spoken &b = all[static_cast<size_t>(pair.second)];
        return isWithin(*a.quotation, *b.quotation) || isWithin(*b.quotation, *a.quotation) || !isSame(a, b);
    });
    return pairs;
}

} // namespace

SameWords::SameWords(const Snapshot &snapshot)
{
    const std::vector<Spoken> all = spokenIn(snapshot, true);
    for (const auto &[i, k] : pairsOf(all)) {
        const QuotationId a = all[static_cast<size_t>(i)].quotation->id;
        const QuotationId b = all[static_cast<size_t>(k)].quotation->id;
        m_others[a].push_back(b);
        m_others[b].push_back(a);
    }
}

std::vector<Misattribution> misattributions(const Snapshot &snapshot)
{
    const std::vector<Spoken> all = spokenIn(snapshot, false);
    std::vector<Misattribution> out;
    QSet<std::pair<std::pair<QList<qint64>, QList<qint64>>, QString>> told;
    for (const auto &[i, k] : pairsOf(all)) {
        const Spoken &a = all[static_cast<size_t>(i)];
        const Spoken &b = all[static_cast<size_t>(k)];
        auto speakers = std::pair(speakerKey(*a.quotation), speakerKey(*b.quotation));
        if (speakers.second < speakers.first)
            std::swap(speakers.first, speakers.second);
        const std::pair key{speakers, a.words.size() <= b.words.size() ? a.words : b.words};
        if (told.contains(key))
            continue;
        told.insert(key);
        out.push_back(doubtOf(snapshot, a, b));
    }
    return out;
}

bool quotesInHeadline(const Snapshot &snapshot, ArticleId id)
{
    const Article *article = snapshot.article(id);
    return article && std::ranges::any_of(snapshot.quotationsIn(id), [&](QuotationId q) {
               return overlapsHeadline(*article, snapshot.quotation(q)->content.span);
           });
}

std::vector<Misattribution> headlineOnly(const Snapshot &snapshot, ArticleId id, QStringView text)
{
    std::vector<Misattribution> out;
    const Article *article = snapshot.article(id);
    if (!article)
        return out;
    QString body;
    qsizetype at = 0;
    for (const Region &region : article->regions) {
        const bool isBody = region.kind != RegionKind::Headline && !region.struck;
        if (isBody || region.span.start < at || region.span.end > text.size())
            continue;
        body += text.sliced(at, region.span.start - at).toString() + u'\n';
        at = region.span.end;
    }
    body += text.sliced(at);
    body = comparableWords(body);
    for (const QuotationId quotation : snapshot.quotationsIn(id)) {
        const Quotation &row = *snapshot.quotation(quotation);
        if (row.status == Status::Rejected || row.directness == Directness::Indirect
            || !overlapsHeadline(*article, row.content.span))
            continue;
        const QString words = comparableWords(row.content.exact);
        if (words.isEmpty() || standsIn(words, body))
            continue;
        Misattribution found;
        found.doubt = Doubt::OnlyInHeadline;
        found.a = quotation;
        found.words = row.content.exact;
        out.push_back(found);
    }
    return out;
}

QString explanation(const Misattribution &row, const Snapshot &snapshot)
{
    const auto speaker = [&](QuotationId id) {
        const Quotation *quotation = snapshot.quotation(id);
        const QString names = quotation ? namesOf(snapshot, speakersOf(*quotation)) : QString();
        return names.isEmpty() ? u"nobody"_s : names;
    };
    switch (row.doubt) {
    case Doubt::TwoSpeakers:
        return (row.related ? u"The same words are given to %1 and to %2, both of one organisation."_s : u"The same words are given to %1 and to %2."_s)
            .arg(speaker(row.a), speaker(row.b));
    case Doubt::HouseAndPerson:
        return (row.isVoice       ? u"The same words are given to %1 and to %2, one of whom speaks for the other: one voice."_s
                    : row.related ? u"The same words are given to %1 and to %2, one of them an organisation and the other of it."_s
                    : u"The same words are given to %1 and to %2, one of them an organisation and the other a person."_s)
            .arg(speaker(row.a), speaker(row.b));
    case Doubt::OnlyInHeadline:
        return u"The headline quotes words that the article's body does not have."_s;
    }
    return {};
}

} // namespace onrecord::match

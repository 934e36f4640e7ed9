// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/wordorder.h"

#include "core/extract/lexicon.h"
#include "core/match/wordforms.h"

#include <QHash>
#include <algorithm>
#include <array>

namespace onrecord::match {

using namespace Qt::StringLiterals;
namespace word = extract::word;

namespace {

/// The words that a negation or a number belongs to: the next two that are of no closed class.
QStringList governed(const ComparedText &text, const ComparedWord *one)
{
    QStringList out;
    for (const ComparedWord *next = one + 1; next < text.words.data() + text.words.size() && next->sentence == one->sentence; ++next) {
        if (next->weight > 1 && !(next->lexical & word::Adverb) && !next->is(guard::Negation | guard::Hedge | guard::Quantifier))
            out.append(next->key);
        if (out.size() == 2)
            break;
    }
    return out;
}

/// Words that stand in both texts once, by their places.
struct Place {
    size_t a = 0;
    size_t b = 0;
};

std::vector<Place> loneWords(const ComparedText &a, const ComparedText &b)
{
    constexpr int many = 2;
    const auto count = [many](const ComparedText &text) {
        QHash<QStringView, std::pair<int, size_t>> out;
        for (size_t i = 0; i < text.words.size(); ++i) {
            auto &[times, at] = out[text.words[i].key];
            times = std::min(times + 1, many);
            at = i;
        }
        return out;
    };
    const auto inB = count(b);
    const auto inA = count(a);
    std::vector<Place> out;
    for (size_t i = 0; i < a.words.size(); ++i) {
        const auto other = inB.constFind(a.words[i].key);
        if (inA.value(a.words[i].key).first == 1 && other != inB.cend() && other->first == 1)
            out.push_back({i, other->second});
    }
    return out;
}

bool isActor(const ComparedWord &one)
{
    if (one.is(guard::Calendar | guard::Negation | guard::Hedge | guard::Quantifier | guard::Number | guard::Unit | guard::Condition | guard::Modal))
        return false;
    const bool isNoun = one.weight > 1 && !(one.lexical & (word::Verb | word::Adverb | word::Auxiliary));
    return one.is(guard::Name) || isNoun || personOf(one.key) != 0;
}

/// What stands between one who does something and one to whom it is done.
bool isPivot(const ComparedWord &one)
{
    const bool isVerb = (one.lexical & (word::Third | word::Past | word::Base)) && !(one.lexical & word::Auxiliary);
    return isVerb || (one.lexical & word::Preposition) || (one.lexical == 0 && one.key.size() > 4 && one.key.endsWith("ed"_L1) && !one.is(guard::Name)) || one.key == u"als";
}

} // namespace

bool turnsByOrder(const ComparedText &a, const ComparedText &b, const Words &printed, const Words &asked)
{
    constexpr quint32 bound = guard::Polarity | guard::Number | guard::Hedge | guard::Quantifier | guard::Condition;
    for (const ComparedWord *one : printed) {
        const auto other = std::ranges::find_if(asked, [one](const ComparedWord *word) { return word->key == one->key; });
        if (other != asked.end() && one->is(bound) && governed(a, one) != governed(b, *other))
            return true;
        if (std::ranges::any_of(asked, [one](const ComparedWord *word) { return areOpposite(one->key, word->key); }))
            return true;
    }
    // "a loan, not a gift" and "a gift, not a loan": the "not" stays, and what it belongs to is another.
    const auto isMoved = [&](const QString &key) { return std::ranges::any_of(printed, [&key](const ComparedWord *word) { return word->key == key; }); };
    return std::ranges::any_of(loneWords(a, b), [&](const Place &place) {
        const ComparedWord &one = a.words[place.a];
        if (!one.is(guard::Negation | guard::Quantifier))
            return false;
        const QStringList before = governed(a, &one);
        const QStringList after = governed(b, &b.words[place.b]);
        return !before.isEmpty() && !after.isEmpty() && before.front() != after.front() && isMoved(before.front()) && isMoved(after.front());
    });
}

std::optional<Exchange> exchangedActors(const ComparedText &a, const ComparedText &b)
{
    constexpr size_t longest = 200; // of words; beyond it nobody reads one sentence
    if (a.words.size() > longest || b.words.size() > longest)
        return {};
    const std::vector<Place> places = loneWords(a, b);
    const auto isSwapped = [](const Place &first, const Place &second) { return first.a < second.a && first.b > second.b; };
    for (size_t i = 0; i < places.size(); ++i) {
        for (size_t j = i + 1; j < places.size(); ++j) {
            const Place &x = places[i];
            const Place &y = places[j];
            if (!isSwapped(x, y) || !isActor(a.words[x.a]) || !isActor(a.words[y.a]) || a.words[x.a].sentence != a.words[y.a].sentence || b.words[x.b].sentence != b.words[y.b].sentence)
                continue;
            for (size_t k = i + 1; k < j; ++k) {
                if (isPivot(a.words[places[k].a]) && y.b < places[k].b && places[k].b < x.b)
                    return Exchange{{&a.words[x.a], &a.words[y.a]}, {&b.words[y.b], &b.words[x.b]}};
            }
        }
    }
    return {};
}

Words turnedPassive(const std::vector<Stretch> &stretches, const ComparedText &text, bool isPrinted)
{
    static constexpr std::array<QStringView, 8> being{u"am", u"is", u"are", u"was", u"were", u"been", u"being", u"be"};
    const ComparedWord *auxiliary = nullptr;
    for (const Stretch &stretch : stretches) {
        const size_t own = isPrinted ? stretch.aCount() : stretch.bCount();
        const size_t others = isPrinted ? stretch.bCount() : stretch.aCount();
        if (stretch.same || own != 1 || others != 0)
            continue;
        const ComparedWord &one = text.words[isPrinted ? stretch.a : stretch.b];
        if (std::ranges::contains(being, QStringView(one.key)))
            auxiliary = &one;
        else if (auxiliary && one.key == u"by" && one.sentence == auxiliary->sentence)
            return {auxiliary, &one};
    }
    return {};
}

} // namespace onrecord::match

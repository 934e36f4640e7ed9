// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/changes.h"

#include "core/match/changewords.h"
#include "core/match/reach.h"
#include "core/match/samevalue.h"
#include "core/match/wordforms.h"
#include "core/match/wordorder.h"

#include <QHash>
#include <algorithm>
#include <array>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

class Namer
{
public:
    explicit Namer(const SideBySide &sides) : m_sides(sides), m_values(sameValues(sides)) {}

    std::vector<Change> run()
    {
        const bool isReordered = nameReordering();
        if (!isReordered)
            findMoves();
        for (size_t i = 0; i < m_sides.stretches.size(); ++i) {
            const Stretch &stretch = m_sides.stretches[i];
            nameValues(stretch);
            const Words printed = printedWords(stretch);
            const Words asked = askedWords(stretch);
            if (stretch.same || isReordered || (printed.empty() && asked.empty()))
                continue;
            if (m_moves.contains(i))
                nameMove(i);
            else if (asked.empty())
                nameLoss(i, printed, true);
            else if (printed.empty())
                nameLoss(i, asked, false);
            else
                nameExchange(i, printed, asked);
        }
        nameExchangedActors();
        nameTurnedPassive();
        return std::move(m_out);
    }

private:
    void add(ChangeKind kind, const Words &printed, const Words &asked)
    {
        Change change;
        change.kind = kind;
        change.printed = spanOf(printed);
        change.asked = spanOf(asked);
        change.from = textOf(m_sides.printedText, printed);
        change.to = textOf(m_sides.askedText, asked);
        m_out.push_back(std::move(change));
    }
    void addLost(ChangeKind kind, const Words &words, bool isPrinted)
    {
        isPrinted ? add(kind, words, {}) : add(kind, {}, words);
    }
    void addOrder(const Words &printed, const Words &asked, bool turns)
    {
        add(ChangeKind::Order, printed, asked);
        m_out.back().bearing = turns ? Bearing::Conflict : Bearing::OfKind;
    }

    /// The words of a stretch without the values that both have.
    [[nodiscard]] Words printedWords(const Stretch &stretch) const
    {
        Words out = slice(m_sides.printed.words, stretch.a, stretch.aEnd);
        for (const SameValue &value : m_values)
            std::erase_if(out, [&, first = m_sides.printed.words.data()](const ComparedWord *word) { return word >= first + value.a && word < first + value.aEnd; });
        return out;
    }
    [[nodiscard]] Words askedWords(const Stretch &stretch) const
    {
        Words out = slice(m_sides.asked.words, stretch.b, stretch.bEnd);
        for (const SameValue &value : m_values)
            std::erase_if(out, [&, first = m_sides.asked.words.data()](const ComparedWord *word) { return word >= first + value.b && word < first + value.bEnd; });
        return out;
    }

    /// Each where its first printed word stands.
    void nameValues(const Stretch &stretch)
    {
        for (const SameValue &value : m_values) {
            if (value.a < stretch.a || value.a >= stretch.aEnd)
                continue;
            add(ChangeKind::Wording, slice(m_sides.printed.words, value.a, value.aEnd), slice(m_sides.asked.words, value.b, value.bEnd));
            m_out.back().bearing = Bearing::SameValue;
        }
    }

    /// "was warned by" against "warned", either way round.
    void nameTurnedPassive()
    {
        for (const bool isPrinted : {true, false}) {
            const Words passive = turnedPassive(m_sides.stretches, isPrinted ? m_sides.printed : m_sides.asked, isPrinted);
            if (passive.empty())
                continue;
            addLost(ChangeKind::Order, passive, isPrinted);
            m_out.back().bearing = Bearing::Conflict;
        }
    }

    /// "Ruiz beat Hale" and "Hale beat Ruiz", whatever the alignment made of it.
    void nameExchangedActors()
    {
        const auto exchange = exchangedActors(m_sides.printed, m_sides.asked);
        if (!exchange)
            return;
        for (Change &change : m_out) {
            if (change.kind == ChangeKind::Order) {
                change.bearing = Bearing::Conflict;
                return;
            }
        }
        addOrder(exchange->printed, exchange->asked, true);
    }

    /// All the words of both, in another order.
    bool nameReordering()
    {
        Words printed;
        Words asked;
        for (const Stretch &stretch : m_sides.stretches) {
            if (stretch.same)
                continue;
            const Words here = printedWords(stretch);
            const Words there = askedWords(stretch);
            printed.insert(printed.end(), here.begin(), here.end());
            asked.insert(asked.end(), there.begin(), there.end());
        }
        const auto sortedKeys = [](const Words &words) {
            QStringList keys;
            for (const ComparedWord *word : words)
                keys.append(word->key);
            keys.sort();
            return keys;
        };
        if (printed.empty() || sortedKeys(printed) != sortedKeys(asked))
            return false;
        addOrder(printed, asked, turnsByOrder(m_sides.printed, m_sides.asked, printed, asked));
        return true;
    }

    /// The same words cut here and added there.
    void findMoves()
    {
        const auto &all = m_sides.stretches;
        const auto key = [](const std::vector<ComparedWord> &words, size_t from, size_t to) {
            QStringList keys;
            for (size_t i = from; i < to; ++i)
                keys.append(words[i].key);
            return keys;
        };
        for (size_t i = 0; i < all.size(); ++i) {
            for (size_t j = 0; j < all.size() && !m_moves.contains(i); ++j) {
                if (all[i].same || all[j].same || i == j || all[i].aCount() == 0 || m_moves.contains(j) || all[j].bCount() == 0)
                    continue;
                const bool pure = all[i].bCount() == 0 && all[j].aCount() == 0;
                const bool swapped = all[i].aCount() == all[j].bCount() && all[i].bCount() == all[j].aCount()
                    && key(m_sides.asked.words, all[i].b, all[i].bEnd) == key(m_sides.printed.words, all[j].a, all[j].aEnd);
                if ((pure || swapped) && key(m_sides.printed.words, all[i].a, all[i].aEnd) == key(m_sides.asked.words, all[j].b, all[j].bEnd)) {
                    m_moves.insert(i, j);
                    m_moves.insert(j, i);
                }
            }
        }
    }
    void nameMove(size_t at)
    {
        const size_t other = m_moves.value(at);
        if (at > other)
            return; // named where it stands first
        const Stretch &first = m_sides.stretches[at];
        const Stretch &second = m_sides.stretches[other];
        Words printed = printedWords(first);
        Words asked = askedWords(second);
        const Words back = printedWords(second);
        const Words forth = askedWords(first);
        printed.insert(printed.end(), back.begin(), back.end());
        asked.insert(asked.end(), forth.begin(), forth.end());
        addOrder(slice(m_sides.printed.words, std::min(first.a, second.a), std::max(first.aEnd, second.aEnd)),
                 slice(m_sides.asked.words, std::min(first.b, second.b), std::max(first.bEnd, second.bEnd)), turnsByOrder(m_sides.printed, m_sides.asked, printed, asked));
    }

    [[nodiscard]] bool isEdge(size_t at) const { return at == 0 || at + 1 == m_sides.stretches.size(); }

    /// Does the wording that lacks the words say so with an ellipsis?
    [[nodiscard]] bool isMarked(size_t at, bool isPrinted) const
    {
        const Stretch &stretch = m_sides.stretches[at];
        const ComparedText &other = isPrinted ? m_sides.asked : m_sides.printed;
        const size_t next = isPrinted ? stretch.bEnd : stretch.aEnd;
        return next < other.words.size() ? other.words[next].gapBefore : other.gapAtEnd;
    }

    /// Words in one wording only.
    void nameLoss(size_t at, const Words &words, bool isPrinted)
    {
        const ChangeKind kind = isPrinted ? ChangeKind::Cut : ChangeKind::Insert;
        if (isEdge(at) || isMarked(at, isPrinted) || isAside(leftOut(at, isPrinted))) {
            addLost(kind, words, isPrinted);
            nameHidden(at, words, isPrinted);
            return;
        }
        if (std::ranges::all_of(words, &ComparedWord::isBracketed) && ofClass(words, guard::Polarity).empty()) {
            addLost(kind, words, isPrinted);
            return;
        }
        Words rest = words;
        for (const GuardedKind &known : guarded) {
            Words found = ofClass(words, known.classes);
            if (known.kind == ChangeKind::Hedge)
                std::erase_if(found, [](const ComparedWord *word) { return !word->is(guard::Hedge) && !isStrongModal(*word); });
            if (known.kind == ChangeKind::Name && isBesideName(at))
                found.clear(); // "Obama" and "Barack Obama"
            if (found.empty())
                continue;
            addLost(known.kind, found, isPrinted);
            std::erase_if(rest, [&](const ComparedWord *word) { return isIn(word, found); });
        }
        const bool isOnlyFiller = rest.size() < words.size() && std::ranges::all_of(rest, [](const ComparedWord *word) { return word->is(guard::Function); });
        if (!rest.empty() && !isOnlyFiller)
            addLost(kind, rest, isPrinted);
    }

    [[nodiscard]] bool isBesideName(size_t at) const
    {
        const Stretch &stretch = m_sides.stretches[at];
        const auto &words = m_sides.printed.words;
        return (stretch.a > 0 && words[stretch.a - 1].is(guard::Name)) || (stretch.aEnd < words.size() && words[stretch.aEnd].is(guard::Name));
    }

    [[nodiscard]] LeftOut leftOut(size_t at, bool isPrinted) const
    {
        const Stretch &stretch = m_sides.stretches[at];
        return {isPrinted ? m_sides.printed.words : m_sides.asked.words, isPrinted ? stretch.a : stretch.b, isPrinted ? stretch.aEnd : stretch.bEnd};
    }

    /// What a cut takes from the rest of its sentence: all of it behind an ellipsis, at an end only what belongs to the sentence kept.
    void nameHidden(size_t at, const Words &words, bool isPrinted)
    {
        const LeftOut cut = leftOut(at, isPrinted);
        const std::vector<ComparedWord> &whole = cut.whole;
        constexpr std::array hidden{GuardedKind{guard::Polarity, ChangeKind::Negation}, GuardedKind{guard::Hedge | guard::Condition, ChangeKind::Hedge},
                                    GuardedKind{guard::Quantifier, ChangeKind::Quantifier}};
        bool isHedged = false;
        for (const GuardedKind &known : hidden) {
            Words found = ofClass(words, known.classes);
            std::erase_if(found, [&](const ComparedWord *word) { return !reaches(cut, static_cast<size_t>(word - whole.data()), known.kind); });
            if (!found.empty())
                addLost(known.kind, found, isPrinted);
            isHedged = isHedged || (known.kind == ChangeKind::Hedge && !found.empty());
        }
        if (narrowsNegation(cut)) {
            constexpr size_t enough = 4;
            addLost(ChangeKind::Quantifier, slice(whole, cut.from, std::min(cut.to, cut.from + enough)), isPrinted);
        }
        if (const Report report = lostReport(cut); !isHedged && !report.isEmpty())
            addLost(ChangeKind::Hedge, slice(whole, report.from, report.to), isPrinted);
    }

    void nameExchange(size_t at, const Words &printed, const Words &asked)
    {
        Words restPrinted = printed;
        Words restAsked = asked;
        bool isNamed = false;
        const auto drop = [&](Words &rest, const Words &gone) { std::erase_if(rest, [&](const ComparedWord *word) { return isIn(word, gone); }); };
        const auto name = [&](ChangeKind kind, const Words &from, const Words &to) {
            add(kind, from, to);
            drop(restPrinted, from);
            drop(restAsked, to);
            isNamed = true;
        };
        const Stretch &stretch = m_sides.stretches[at];
        if (isContraction(m_sides.printed.words, stretch.a, stretch.aEnd, m_sides.asked.words, stretch.b, stretch.bEnd)) {
            add(ChangeKind::Wording, printed, asked);
            return;
        }
        if (isDeniedVerb(m_sides.printed.words, stretch.a, stretch.aEnd, m_sides.asked.words, stretch.b, stretch.bEnd)) {
            add(ChangeKind::Negation, printed, asked);
            return;
        }
        if (printed.size() == 1 && asked.size() == 1 && nameWord(*printed.front(), *asked.front()))
            return;
        if (std::ranges::equal(printed, asked, {}, &ComparedWord::sense, &ComparedWord::sense)
            && std::ranges::none_of(printed, [](const ComparedWord *word) { return word->sense.isEmpty(); })) {
            add(ChangeKind::Wording, printed, asked); // "fifty" for "50", "$" for "dollars"
            return;
        }
        const bool marked = isMarked(at, true) || isMarked(at, false);
        for (const GuardedKind &known : guarded) {
            const Words from = ofClass(printed, known.classes);
            const Words to = ofClass(asked, known.classes);
            if (known.kind == ChangeKind::Negation) {
                // "do not" and "don't" are one negation: what counts is how many there are.
                if (from.size() != to.size())
                    name(known.kind, from.size() > to.size() ? missingCount(from, to.size()) : Words{}, to.size() > from.size() ? missingCount(to, from.size()) : Words{});
                continue;
            }
            Words lost = missing(from, to);
            Words gained = missing(to, from);
            if (known.kind == ChangeKind::Hedge)
                keepStrength(lost, gained);
            if (lost.empty() && gained.empty())
                continue;
            if (known.kind == ChangeKind::Name && isBesideName(at) && (lost.empty() || gained.empty()))
                continue;
            if (marked && known.kind != ChangeKind::Hedge && known.kind != ChangeKind::Quantifier && (lost.empty() || gained.empty()))
                continue; // a marked cut may leave out numbers and names
            name(known.kind, lost, gained);
        }
        nameRest(restPrinted, restAsked, isNamed);
    }

    /// One word for one word.
    bool nameWord(const ComparedWord &printed, const ComparedWord &asked)
    {
        const Words from{&printed};
        const Words to{&asked};
        const bool guards = printed.is(guard::Polarity) != asked.is(guard::Polarity);
        if (guards && isOtherTense(printed, asked)) {
            add(ChangeKind::Negation, from, to);
            return true;
        }
        if (isTurned(printed.key, asked.key)) {
            add(ChangeKind::Negation, from, to);
            return true;
        }
        if (areTwoPersons(printed, asked)) {
            add(ChangeKind::Name, from, to);
            return true;
        }
        if (!guards && isOtherTense(printed, asked) && !(printed.is(guard::Hedge) != asked.is(guard::Hedge))) {
            add(ChangeKind::Tense, from, to);
            return true;
        }
        if (guards) {
            add(ChangeKind::Negation, from, to);
            return true;
        }
        for (const GuardedKind &known : guarded) {
            if (known.kind == ChangeKind::Negation || !(printed.is(known.classes) && asked.is(known.classes)))
                continue;
            add(printed.sense == asked.sense ? ChangeKind::Wording : known.kind, from, to);
            return true;
        }
        for (const GuardedKind &known : guarded) {
            // "all" for "the", "Ruiz" for "he"; a modal for a main verb is only other wording.
            const quint32 classes = known.kind == ChangeKind::Hedge ? quint32(guard::Hedge) : known.classes;
            if (known.kind == ChangeKind::Negation || printed.is(classes) == asked.is(classes) || printed.isBracketed || asked.isBracketed)
                continue;
            add(known.kind, from, to);
            return true;
        }
        return false;
    }

    void nameRest(const Words &printed, const Words &asked, bool isNamed)
    {
        const auto isFiller = [](const ComparedWord *word) { return word->is(guard::Function); };
        if (const auto *one = firstPerson(printed), *other = firstPerson(asked); one && other && areTwoPersons(*one, *other)) {
            add(ChangeKind::Name, {one}, {other});
            isNamed = true;
        } else if (isActorAndSpeaker(printed, asked) || isActorAndSpeaker(asked, printed)) {
            add(ChangeKind::Name, printed, asked); // "We" for "the last government"
            return;
        }
        for (const ComparedWord *one : printed) {
            for (const ComparedWord *other : asked) {
                if (isTurned(one->key, other->key))
                    add(ChangeKind::Negation, {one}, {other});
            }
        }
        const Words from = missing(printed, asked);
        const Words to = missing(asked, printed);
        if (from.empty() && to.empty()) {
            if (!isNamed && !printed.empty())
                addOrder(printed, asked, turnsByOrder(m_sides.printed, m_sides.asked, printed, asked));
            return;
        }
        if (isNamed && std::ranges::all_of(from, isFiller) && std::ranges::all_of(to, isFiller))
            return;
        if (from.size() == 1 && to.size() == 1 && isOtherTense(*from.front(), *to.front()))
            add(ChangeKind::Tense, from, to);
        else if (to.empty())
            add(ChangeKind::Cut, from, {});
        else if (from.empty())
            add(ChangeKind::Insert, {}, to);
        else
            add(ChangeKind::Wording, printed, asked);
    }

    const SideBySide &m_sides;
    std::vector<SameValue> m_values; ///< what both have, written in two ways
    QHash<size_t, size_t> m_moves;
    std::vector<Change> m_out;
};

} // namespace

std::vector<Change> nameChanges(const SideBySide &sides)
{
    return Namer(sides).run();
}

} // namespace onrecord::match

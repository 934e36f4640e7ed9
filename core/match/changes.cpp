// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/changes.h"

#include <QHash>
#include <algorithm>
#include <array>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

using Words = std::vector<const ComparedWord *>;

struct GuardedKind {
    quint32 classes;
    ChangeKind kind;
};
/// In the order in which they are named.
constexpr std::array guarded{GuardedKind{guard::Polarity, ChangeKind::Negation},        GuardedKind{guard::Number, ChangeKind::Number},
                             GuardedKind{guard::Unit, ChangeKind::Unit},                GuardedKind{guard::Name, ChangeKind::Name},
                             GuardedKind{guard::Hedge | guard::Modal, ChangeKind::Hedge}, GuardedKind{guard::Quantifier, ChangeKind::Quantifier}};

Span spanOf(const Words &words)
{
    return words.empty() ? Span{} : Span{words.front()->span.start, words.back()->span.end};
}

/// The words as they are spelled; an ellipsis where others stand between them.
QString textOf(QStringView text, const Words &words)
{
    QStringList runs;
    for (size_t i = 0; i < words.size();) {
        size_t end = i + 1;
        while (end < words.size() && words[end] == words[end - 1] + 1)
            ++end;
        const qint32 start = words[i]->span.start;
        runs.append(text.sliced(start, words[end - 1]->span.end - start).toString().simplified());
        i = end;
    }
    return runs.join(u" … "_s);
}

Words slice(const std::vector<ComparedWord> &words, size_t from, size_t to)
{
    Words out;
    for (size_t i = from; i < to; ++i)
        out.push_back(&words[i]);
    return out;
}

/// What one list has and the other lacks, by sense.
Words missing(const Words &from, const Words &in)
{
    QHash<QString, int> have;
    for (const ComparedWord *word : in)
        ++have[word->sense];
    Words out;
    for (const ComparedWord *word : from) {
        if (int &count = have[word->sense]; count > 0)
            --count;
        else
            out.push_back(word);
    }
    return out;
}

Words ofClass(const Words &words, quint32 classes)
{
    Words out;
    for (const ComparedWord *word : words) {
        // What an editor put in square brackets was not said; a conflict in it is still none of the speaker's.
        if (word->is(classes) && !(word->isBracketed && classes != guard::Polarity))
            out.push_back(word);
    }
    return out;
}

bool isIn(const ComparedWord *word, const Words &words)
{
    return std::ranges::find(words, word) != words.end();
}

/// Two forms of one verb, or of one auxiliary.
bool isOtherTense(const ComparedWord &a, const ComparedWord &b)
{
    static const QHash<QString, int> auxiliaries = [] {
        QHash<QString, int> out;
        int number = 0;
        for (const QStringView forms : {QStringView(u"is are was were be been being am 's 're wasn't isn't aren't weren't"), QStringView(u"has have had having hasn't haven't hadn't"),
                                        QStringView(u"do does did don't doesn't didn't"), QStringView(u"will would won't wouldn't"), QStringView(u"can could can't couldn't"),
                                        QStringView(u"ist war sind waren sei wäre bin gewesen"), QStringView(u"hat hatte haben hatten habe hätte"), QStringView(u"wird wurde werden wurden würde würden")}) {
            ++number;
            for (const QStringView form : forms.tokenize(u' '))
                out.insert(form.toString(), number);
        }
        return out;
    }();
    if (a.key == b.key)
        return false;
    if (const int group = auxiliaries.value(a.key); group != 0 && group == auxiliaries.value(b.key))
        return true;
    if (a.lemma != 0 && a.lemma == b.lemma)
        return true;
    // Regular forms of verbs that no list has.
    const QString &small = a.key.size() <= b.key.size() ? a.key : b.key;
    const QString &large = a.key.size() <= b.key.size() ? b.key : a.key;
    const QString stem = small.endsWith(u'e') ? small.chopped(1) : small;
    if (stem.size() < 3 || !large.startsWith(stem) || a.is(guard::Name) || b.is(guard::Name))
        return false;
    const QStringView ending = QStringView(large).sliced(stem.size());
    return ending == u"ed" || ending == u"ing" || (small.endsWith(u'e') && (ending == u"ed" || ending == u"ing"));
}

/// "don't" as "do not", "it's" as "it is".
void appendExpanded(QStringList &out, const QString &key)
{
    static const QHash<QString, QStringList> irregular{{u"can't"_s, {u"can"_s, u"not"_s}}, {u"cannot"_s, {u"can"_s, u"not"_s}}, {u"won't"_s, {u"will"_s, u"not"_s}}, {u"shan't"_s, {u"shall"_s, u"not"_s}}, {u"let's"_s, {u"let"_s, u"us"_s}}};
    static const QHash<QString, QString> endings{{u"re"_s, u"are"_s}, {u"ve"_s, u"have"_s}, {u"ll"_s, u"will"_s}, {u"m"_s, u"am"_s}, {u"s"_s, u"is"_s}};
    if (const auto it = irregular.constFind(key); it != irregular.cend()) {
        out.append(*it);
        return;
    }
    if (key.endsWith("n't"_L1)) {
        out << key.chopped(3) << u"not"_s;
        return;
    }
    const qsizetype apostrophe = key.indexOf(u'\'');
    const QString ending = apostrophe > 0 ? endings.value(key.sliced(apostrophe + 1)) : QString();
    if (ending.isEmpty())
        out << key;
    else
        out << key.first(apostrophe) << ending;
}

class Namer
{
public:
    explicit Namer(const SideBySide &sides) : m_sides(sides) {}

    std::vector<Change> run()
    {
        if (nameReordering())
            return std::move(m_out);
        findMoves();
        for (size_t i = 0; i < m_sides.stretches.size(); ++i) {
            const Stretch &stretch = m_sides.stretches[i];
            if (stretch.same)
                continue;
            const Words printed = slice(m_sides.printed.words, stretch.a, stretch.aEnd);
            const Words asked = slice(m_sides.asked.words, stretch.b, stretch.bEnd);
            if (m_moves.contains(i))
                nameMove(i);
            else if (asked.empty())
                nameLoss(i, printed, true);
            else if (printed.empty())
                nameLoss(i, asked, false);
            else
                nameExchange(i, printed, asked);
        }
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

    /// All the words of both, in another order.
    bool nameReordering()
    {
        Words printed;
        Words asked;
        for (const Stretch &stretch : m_sides.stretches) {
            if (stretch.same)
                continue;
            const Words here = slice(m_sides.printed.words, stretch.a, stretch.aEnd);
            const Words there = slice(m_sides.asked.words, stretch.b, stretch.bEnd);
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
        add(ChangeKind::Order, printed, asked);
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
        add(ChangeKind::Order, slice(m_sides.printed.words, std::min(first.a, second.a), std::max(first.aEnd, second.aEnd)),
            slice(m_sides.asked.words, std::min(first.b, second.b), std::max(first.bEnd, second.bEnd)));
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
        if (isEdge(at) || isMarked(at, isPrinted)) {
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
                std::erase_if(found, [](const ComparedWord *word) { return !word->is(guard::Hedge); });
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

    /// What a cut takes from the rest of its sentence: all of it behind an ellipsis, at an end only what belongs to the sentence kept.
    void nameHidden(size_t at, const Words &words, bool isPrinted)
    {
        const Stretch &stretch = m_sides.stretches[at];
        const std::vector<ComparedWord> &whole = isPrinted ? m_sides.printed.words : m_sides.asked.words;
        const size_t from = isPrinted ? stretch.a : stretch.b;
        const size_t to = isPrinted ? stretch.aEnd : stretch.bEnd;
        const int before = from > 0 ? whole[from - 1].sentence : -1;
        const int after = to < whole.size() ? whole[to].sentence : -1;
        constexpr std::array hidden{GuardedKind{guard::Polarity, ChangeKind::Negation}, GuardedKind{guard::Hedge | guard::Condition, ChangeKind::Hedge},
                                    GuardedKind{guard::Quantifier, ChangeKind::Quantifier}};
        for (const GuardedKind &known : hidden) {
            Words found = ofClass(words, known.classes);
            std::erase_if(found, [&](const ComparedWord *word) { return !reaches(*word, known.kind, whole, from, to, before, after); });
            if (!found.empty())
                addLost(known.kind, found, isPrinted);
        }
    }

    /// Does the cut word say something about words that stay?
    [[nodiscard]] static bool reaches(const ComparedWord &word, ChangeKind kind, const std::vector<ComparedWord> &whole, size_t from, size_t to, int before, int after)
    {
        const size_t at = static_cast<size_t>(&word - whole.data());
        if (kind == ChangeKind::Quantifier) // reaches the next words only: "more than | 50", "some | of them"
            return word.sentence == after && to - at <= 3;
        if (word.is(guard::Condition) && !word.is(guard::Hedge)) {
            // "…, but only if" takes back what stays before it; "If she wins, | …" what follows it.
            const bool opposes = word.key == u"but" || word.key == u"however" || word.key == u"though" || word.key == u"although" || word.key == u"aber" || word.key == u"jedoch";
            return opposes ? false : word.sentence == before || word.sentence == after;
        }
        if (word.sentence == after)
            return true;
        // Behind what stays only a negation of the same clause reaches back ("we will | not"); a new clause speaks for itself.
        return word.sentence == before && at - from <= 2;
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


    static Words missingCount(const Words &words, size_t kept)
    {
        return Words(words.begin() + static_cast<ptrdiff_t>(kept), words.end());
    }

    /// A modal alone is no hedge: it counts where one of another strength stands for it.
    static void keepStrength(Words &lost, Words &gained)
    {
        const auto isModal = [](const ComparedWord *word) { return !word->is(guard::Hedge); };
        const bool exchanged = !lost.empty() && !gained.empty();
        if (!exchanged) {
            std::erase_if(lost, isModal);
            std::erase_if(gained, isModal);
        } else if (lost.size() == 1 && gained.size() == 1 && isModal(lost.front()) && isModal(gained.front()) && isOtherTense(*lost.front(), *gained.front())) {
            lost.clear();
            gained.clear(); // "will" and "would": tense
        }
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
                add(ChangeKind::Order, printed, asked);
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
    QHash<size_t, size_t> m_moves;
    std::vector<Change> m_out;
};

} // namespace

bool isTurned(const QString &a, const QString &b)
{
    static constexpr std::array<QStringView, 8> prefixes{u"un", u"in", u"im", u"il", u"ir", u"dis", u"non", u"miss"};
    const auto isPrefixed = [](const QString &whole, const QString &stem) {
        return stem.size() >= 3 && std::ranges::any_of(prefixes, [&](QStringView prefix) { return whole.size() == prefix.size() + stem.size() && whole.startsWith(prefix) && whole.endsWith(stem); });
    };
    return isPrefixed(a, b) || isPrefixed(b, a);
}

bool isContraction(const std::vector<ComparedWord> &a, size_t aFrom, size_t aTo, const std::vector<ComparedWord> &b, size_t bFrom, size_t bTo)
{
    const auto expanded = [](const std::vector<ComparedWord> &words, size_t from, size_t to) {
        QStringList out;
        for (size_t i = from; i < to; ++i)
            appendExpanded(out, words[i].key);
        return out;
    };
    return aFrom < aTo && bFrom < bTo && expanded(a, aFrom, aTo) == expanded(b, bFrom, bTo);
}

std::vector<Change> nameChanges(const SideBySide &sides)
{
    return Namer(sides).run();
}

} // namespace onrecord::match

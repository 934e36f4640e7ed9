// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/alignment.h"

#include "core/match/wordforms.h"

#include <QHash>
#include <algorithm>

namespace onrecord::match {

namespace {

constexpr size_t mostCells = 16'000'000;
constexpr size_t mostWhole = 1'000'000;
constexpr int runBonus = 2; ///< for going on without a break

struct Pair {
    size_t a, b;
};

class Aligner
{
public:
    Aligner(const std::vector<ComparedWord> &a, const std::vector<ComparedWord> &b) : m_a(a), m_b(b)
    {
        QHash<QStringView, int> ids;
        const auto number = [&ids](const std::vector<ComparedWord> &words) {
            std::vector<int> out;
            out.reserve(words.size());
            for (const ComparedWord &word : words) {
                const auto known = ids.constFind(word.key);
                out.push_back(known == ids.cend() ? *ids.insert(word.key, static_cast<int>(ids.size())) : *known);
            }
            return out;
        };
        m_keysA = number(a);
        m_keysB = number(b);
    }

    std::vector<Pair> run()
    {
        // Common ends of long texts only: in short ones the first "I" may belong to a later sentence.
        const bool isLong = m_a.size() * m_b.size() > mostWhole;
        size_t head = 0;
        while (isLong && head < m_a.size() && head < m_b.size() && m_keysA[head] == m_keysB[head])
            ++head;
        size_t aEnd = m_a.size();
        size_t bEnd = m_b.size();
        while (isLong && aEnd > head && bEnd > head && m_keysA[aEnd - 1] == m_keysB[bEnd - 1]) {
            --aEnd;
            --bEnd;
        }
        std::vector<Pair> pairs;
        for (size_t i = 0; i < head; ++i)
            pairs.push_back({i, i});
        middle(head, aEnd, bEnd, pairs);
        for (size_t i = aEnd; i < m_a.size(); ++i)
            pairs.push_back({i, bEnd + (i - aEnd)});
        return pairs;
    }

private:
    void middle(size_t from, size_t aEnd, size_t bEnd, std::vector<Pair> &pairs)
    {
        const size_t rows = aEnd - from;
        const size_t columns = bEnd - from;
        if (rows == 0 || columns == 0 || rows * columns > mostCells)
            return;
        const size_t width = columns + 1;
        // best[i][j]: of the first i and j words; matched[i][j]: of those that end in a match of both.
        std::vector<int> best((rows + 1) * width, 0);
        std::vector<int> matched((rows + 1) * width, -1);
        for (size_t i = 1; i <= rows; ++i) {
            for (size_t j = 1; j <= columns; ++j) {
                const size_t at = i * width + j;
                best[at] = std::max(best[at - width], best[at - 1]);
                if (m_keysA[from + i - 1] != m_keysB[from + j - 1])
                    continue;
                const int before = std::max(best[at - width - 1], matched[at - width - 1] < 0 ? 0 : matched[at - width - 1] + runBonus);
                matched[at] = before + m_a[from + i - 1].weight;
                best[at] = std::max(best[at], matched[at]);
            }
        }
        std::vector<Pair> found;
        size_t i = rows;
        size_t j = columns;
        bool inRun = false;
        while (i > 0 && j > 0) {
            const size_t at = i * width + j;
            if (!inRun && best[at] == best[at - width]) {
                --i;
            } else if (!inRun && best[at] == best[at - 1]) {
                --j;
            } else {
                found.push_back({from + i - 1, from + j - 1});
                const int run = matched[at - width - 1];
                inRun = run >= 0 && run + runBonus >= best[at - width - 1];
                --i;
                --j;
            }
        }
        pairs.insert(pairs.end(), found.rbegin(), found.rend());
    }

    const std::vector<ComparedWord> &m_a;
    const std::vector<ComparedWord> &m_b;
    std::vector<int> m_keysA;
    std::vector<int> m_keysB;
};

std::vector<Stretch> stretchesOf(const std::vector<Pair> &pairs, size_t aCount, size_t bCount)
{
    std::vector<Stretch> out;
    size_t a = 0;
    size_t b = 0;
    const auto differ = [&](size_t toA, size_t toB) {
        if (a < toA || b < toB)
            out.push_back({a, toA, b, toB, false});
    };
    for (const Pair &pair : pairs) {
        differ(pair.a, pair.b);
        if (!out.empty() && out.back().same && out.back().aEnd == pair.a && out.back().bEnd == pair.b) {
            ++out.back().aEnd;
            ++out.back().bEnd;
        } else {
            out.push_back({pair.a, pair.a + 1, pair.b, pair.b + 1, true});
        }
        a = pair.a + 1;
        b = pair.b + 1;
    }
    differ(aCount, bCount);
    return out;
}

/// A lone "the" between two replaced stretches says nothing: the three are one replaced stretch.
std::vector<Stretch> withoutWeak(const std::vector<Stretch> &in, const std::vector<ComparedWord> &words)
{
    std::vector<Stretch> out;
    for (size_t i = 0; i < in.size(); ++i) {
        const Stretch &stretch = in[i];
        if (!stretch.same && !out.empty() && !out.back().same) {
            out.back().aEnd = stretch.aEnd;
            out.back().bEnd = stretch.bEnd;
            continue;
        }
        bool weak = stretch.same && i > 0 && i + 1 < in.size() && stretch.aCount() <= 2 && !out.empty() && !out.back().same;
        for (size_t at = stretch.a; weak && at < stretch.aEnd; ++at)
            weak = words[at].weight <= 1;
        if (weak) {
            const size_t aAround = out.back().aCount() + in[i + 1].aCount();
            const size_t bAround = out.back().bCount() + in[i + 1].bCount();
            weak = aAround >= stretch.aCount() * 2 && bAround >= stretch.aCount() * 2 && (aAround + bAround) >= 6;
        }
        if (weak) {
            out.back().aEnd = stretch.aEnd;
            out.back().bEnd = stretch.bEnd;
        } else {
            out.push_back(stretch);
        }
    }
    return out;
}

/// "leaked | all winter" and "did not leak": the verb and its denial are one stretch, what the other has beside it another.
std::vector<Stretch> withDenialsApart(const std::vector<Stretch> &in, const std::vector<ComparedWord> &a, const std::vector<ComparedWord> &b)
{
    std::vector<Stretch> out;
    const auto isDenied = [&](const Stretch &s) { return isDeniedVerb(a, s.a, s.aEnd, b, s.b, s.bEnd); };
    const auto split = [&](const Stretch &s, const Stretch &first, const Stretch &second) {
        if (s.same || !(isDenied(first) || isDenied(second)))
            return false;
        out.push_back(first);
        out.push_back(second);
        return true;
    };
    for (const Stretch &s : in) {
        const bool mayA = s.aCount() > 1 && s.bCount() > 1;
        const bool isSplit = mayA
            && (split(s, {s.a, s.a + 1, s.b, s.bEnd, false}, {s.a + 1, s.aEnd, s.bEnd, s.bEnd, false}) || split(s, {s.a, s.aEnd - 1, s.b, s.b, false}, {s.aEnd - 1, s.aEnd, s.b, s.bEnd, false})
                || split(s, {s.a, s.aEnd, s.b, s.b + 1, false}, {s.aEnd, s.aEnd, s.b + 1, s.bEnd, false}) || split(s, {s.a, s.a, s.b, s.bEnd - 1, false}, {s.a, s.aEnd, s.bEnd - 1, s.bEnd, false}));
        if (!isSplit)
            out.push_back(s);
    }
    return out;
}

} // namespace

std::vector<Stretch> align(const std::vector<ComparedWord> &a, const std::vector<ComparedWord> &b)
{
    const auto pairs = Aligner(a, b).run();
    return withDenialsApart(withoutWeak(stretchesOf(pairs, a.size(), b.size()), a), a, b);
}

} // namespace onrecord::match

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stitching.h"

#include "core/match/judge.h"

#include <algorithm>
#include <map>

namespace onrecord::store {

using namespace Qt::StringLiterals;
using match::Hit;

namespace {

Hit partsHit(const QString &text, const std::vector<match::LightWord> &words, const std::vector<match::WordRun> &runs)
{
    Hit hit;
    hit.verdict = match::Verdict::Stitched;
    hit.tier = u"pieces"_s;
    QStringList pieces;
    for (const match::WordRun &run : runs) {
        hit.passages.push_back({words[run.text].span.start, words[run.text + run.length - 1].span.end});
        pieces.append(text.sliced(hit.passages.back().start, hit.passages.back().length()));
        hit.likeness += 0.1 * double(run.length) / double(words.size());
    }
    hit.text = pieces.join(u" … "_s);
    hit.pieces = {{match::Piece::Op::Same, hit.text}};
    hit.explanation = u"This article has a part of the words; the rest stands in other articles."_s;
    return hit;
}

} // namespace

std::vector<std::pair<ArticleId, Hit>> partsInSeveral(const std::vector<std::pair<ArticleId, QString>> &texts, const std::vector<match::LightWord> &asked)
{
    constexpr size_t most = 4;
    struct Part {
        size_t text;
        match::WordRun run;
    };
    std::vector<std::vector<match::LightWord>> words;
    std::vector<Part> parts;
    for (size_t i = 0; i < texts.size(); ++i) {
        words.push_back(match::lightWords(texts[i].second));
        std::vector<bool> own(asked.size(), false);
        for (const match::WordRun &run : match::coveringRuns(words.back(), asked, own))
            parts.push_back({i, run});
    }
    std::ranges::stable_sort(parts, std::greater(), [](const Part &part) { return part.run.length; });
    std::vector<bool> covered(asked.size(), false);
    std::map<size_t, std::vector<match::WordRun>> of;
    for (const Part &part : parts) {
        const auto first = covered.begin() + static_cast<ptrdiff_t>(part.run.asked);
        const auto last = first + static_cast<ptrdiff_t>(part.run.length);
        if (std::find(first, last, true) != last)
            continue;
        std::fill(first, last, true);
        of[part.text].push_back(part.run);
    }
    if (of.size() > most || std::ranges::count(covered, true) * 100 < static_cast<ptrdiff_t>(covered.size()) * 95)
        return {};
    std::vector<std::pair<ArticleId, Hit>> out;
    for (auto &[text, runs] : of) {
        std::ranges::sort(runs, {}, &match::WordRun::asked);
        out.emplace_back(texts[text].first, partsHit(texts[text].second, words[text], runs));
    }
    return out;
}

} // namespace onrecord::store

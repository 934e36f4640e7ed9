// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

namespace onrecord::extract {

using namespace word;

namespace {

/// Ruiz was asked, “…?” – words put to somebody, by whom is not told.
bool isAskedByNobody(const Reading &r, const Cue &cue)
{
    return cue.isPassive && !cue.source.isValid() && r.iWord(cue.head, u"asked");
}

} // namespace

/// Ruiz said, “…” – Ruiz told Park on Monday, “…” – Ruiz said that “…”.
bool decideCueBefore(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    if (item == sentence.first)
        return false;
    int k = item - 1;
    const bool comma = r.iSign(k, u',') || r.iSign(k, u'—') || r.iSign(k, u'–');
    if (comma || r.iWord(k, u"that"))
        --k;
    constexpr int reach = 12;
    for (int v = k; v >= std::max(sentence.first, k - reach); --v) {
        if (r.isStretch(v))
            return false;
        const int cue = cueAt(r, v);
        if (cue < 0)
            continue;
        const Cue &words = r.cues[static_cast<size_t>(cue)];
        if (isAskedByNobody(r, words) && (v == k || comma)) {
            assign(r, attribution, {}, cue);
            return true;
        }
        if (!words.isSpeech() || !words.source.isValid() || words.isAccording)
            return false;
        if (isModal(r, words) && cueBefore(r, words.first, sentence.first, true) >= 0)
            return false; // "She said it would continue “…”": hers
        // Right before the mark, or with the hearer and the place between and a comma to close them.
        if (v != k && !comma)
            return false;
        const Source writer = writtenBy(r, words);
        assign(r, attribution, writer.isValid() ? writer : words.source, cue);
        return true;
    }
    return false;
}

} // namespace onrecord::extract

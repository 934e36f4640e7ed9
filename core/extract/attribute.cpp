// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

/// Runs every stretch through the sieves: those of its own sentence first, then those that look at its neighbours.
namespace onrecord::extract {

namespace {

void runSieves(Reading &r, std::span<const Sieve> sieves)
{
    for (size_t s = 0; s < r.stretches.size(); ++s) {
        Attribution &attribution = r.attributions[s];
        if (attribution.isDecided || r.stretches[s].isNickname)
            continue;
        for (const Sieve &sieve : sieves) {
            // What is set apart from the text is introduced or signed: whoever spoke last in the text is no evidence for it.
            if (r.stretches[s].isSetApart && sieves.data() == neighbourSieves().data() && sieve.name != continuedRule)
                continue;
            if (!sieve.decide(r, static_cast<int>(s), attribution))
                continue;
            attribution.rule = sieve.name;
            attribution.confidence = sieve.confidence;
            break;
        }
    }
}

/// “It leaks.¶“It is old,” Ruiz said. – the report at the end of the last paragraph holds for those before it.
void carryBack(Reading &r)
{
    for (size_t s = r.stretches.size(); s-- > 1;) {
        const int before = r.stretches[s].continues;
        Attribution &last = r.attributions[s];
        if (before < 0 || !last.isDecided || last.rule == u"transcript turn" || r.attributions[static_cast<size_t>(before)].isDecided)
            continue;
        Attribution &first = r.attributions[static_cast<size_t>(before)];
        first = last;
        first.stretch = before;
        last.rule = QString(continuedRule);
    }
}

} // namespace

void attribute(Reading &reading)
{
    reading.attributions.assign(reading.stretches.size(), {});
    for (size_t s = 0; s < reading.stretches.size(); ++s)
        reading.attributions[s].stretch = static_cast<int>(s);
    // A paragraph that goes on with the one before takes its speaker before its own sentence is asked.
    runSieves(reading, sentenceSieves());
    carryBack(reading);
    runSieves(reading, neighbourSieves());
}

} // namespace onrecord::extract

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

namespace {

constexpr WordSet papers{u"letter", u"post", u"message", u"email", u"e-mail", u"tweet", u"note", u"text", u"diary", u"memo", u"telegram", u"postcard"};

bool isNamed(const Reading &r, int item)
{
    const int m = r.iMention(item);
    return m >= 0 && r.mention(m).type != AgentType::Place;
}

/// "The paper quoted |a nurse| as saying"
Source quotedAs(const Reading &r, const Cue &cue)
{
    static constexpr WordSet quoting{u"quoted", u"quotes", u"quoting", u"cited", u"cites", u"citing"};
    const int floor = r.sentences[static_cast<size_t>(cue.sentence)].first;
    if (!r.iWord(cue.head - 1, u"as") || !r.iis(cue.head, Gerund))
        return {};
    const Source whom = phraseEndingAt(r, cue.head - 2, floor);
    return whom.isValid() && whom.first > floor && r.iAny(whom.first - 1, quoting) && !r.iis(whom.first - 2, Auxiliary) ? whom : Source{};
}

} // namespace

/// A letter from Hale to Boyle said: “…” – A message that Hale had sent to Boyle read: “…” – a paper speaks for whoever wrote it, not for
/// whoever it went to. Invalid when the cue's subject is no paper whose writer the sentence names.
Source writtenBy(const Reading &r, const Cue &cue)
{
    static constexpr WordSet by{u"from", u"by"};
    static constexpr WordSet sending{u"sent", u"wrote", u"written", u"posted", u"addressed", u"left", u"mailed", u"texted", u"signed", u"published"};
    constexpr int farthest = 14; // "A letter that Ana Ruiz had sent to the council on Monday"
    if (r.isGerman || cue.isInverted || cue.sentence < 0)
        return {};
    if (const Source quoted = quotedAs(r, cue); quoted.isValid())
        return quoted;
    const int floor = std::max(r.sentences[static_cast<size_t>(cue.sentence)].first, cue.first - farthest);
    for (int noun = floor; noun < cue.first; ++noun) {
        if (r.isStretch(noun) || isComma(r, noun))
            return {};
        if (!r.iAny(noun, papers))
            continue;
        int at = noun + 1;
        if (r.iAny(at, sending))
            ++at;
        if (r.iAny(at, by))
            ++at;
        else if (at == noun + 2)
            return {};
        if (r.iWord(at, u"that") || r.iWord(at, u"which"))
            ++at;
        if (at >= cue.first || !isNamed(r, at))
            return {};
        const int m = r.iMention(at);
        const int next = r.itemOf[static_cast<size_t>(r.mention(m).last)] + 1;
        for (int i = next; i < cue.first; ++i) {
            if (r.isStretch(i) || isComma(r, i))
                return {}; // "After a tweet by Hale, Ruiz said"
        }
        if (isPossessiveClitic(r, next))
            return {}; // "a text from Hale's lawyer"
        const bool isBy = r.iAny(at - 1, by);
        const int verb = r.iWord(next, u"had") || r.iWord(next, u"has") ? next + 1 : next;
        if (!isBy && !r.iAny(verb, sending))
            return {};
        Source writer;
        writer.first = noun > floor && r.iis(noun - 1, Determiner | Possessive) ? noun - 1 : noun;
        writer.last = cue.first - 1;
        const int before = writer.first - 1;
        if (before >= r.sentences[static_cast<size_t>(cue.sentence)].first && !isComma(r, before) && !r.iis(before, Conjunction | Subordinator | Adverb))
            return {}; // not what the sentence is about: "in a letter from Hale to Boyle he said"
        writer.mention = m;
        writer.head = r.mention(m).last;
        return writer;
    }
    return {};
}

} // namespace onrecord::extract

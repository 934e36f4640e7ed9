// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

namespace onrecord::extract {

using namespace word;

namespace {

/// Does nothing but a person's name, with office or body, stand from token `first` to `last`? The index of the name; -1 when not.
int signer(const Reading &r, int first, int last)
{
    constexpr int longest = 14;
    if (last - first >= longest || !r.tok(first).isCapital || r.tok(last).sign == u'?' || r.tok(last).sign == u'!')
        return -1;
    int named = -1;
    for (int t = first; t <= last; ++t) {
        const int m = r.mentionOf[static_cast<size_t>(t)];
        if (m >= 0) {
            if (named < 0 && r.mention(m).type == AgentType::Person && r.mention(m).first < r.mention(m).last)
                named = m;
        } else if (r.is(t, Auxiliary | Pronoun | Subordinator) || r.tok(t).shape == TokenShape::Clitic || (named < 0 && !r.is(t, Role | Title) && !r.tok(t).isCapital)) {
            return -1;
        }
    }
    const bool aside = named >= 0 && (r.mention(named).last + 1 >= last || r.isSign(r.mention(named).last + 1, u','));
    return aside ? named : -1;
}

} // namespace

/// “It leaks.¶Ana Ruiz, depot manager.” – set off between paragraphs, with its author on the last line inside the marks.
bool decideSignedWithin(const Reading &r, int stretch, Attribution &attribution)
{
    const Stretch &s = r.stretches[static_cast<size_t>(stretch)];
    if (r.isGerman || s.close < 0 || s.open + 2 >= s.last || !r.tok(s.open).startsParagraph)
        return false;
    int line = s.last;
    while (line > s.first && !r.tok(line).startsParagraph)
        --line;
    const char16_t before = line > s.first ? r.tok(line - 1).sign : u'\0';
    if (before != u'.' && before != u'!' && before != u'?')
        return false;
    const int named = signer(r, line, s.last);
    if (named < 0)
        return false;
    const Mention &mention = r.mention(named);
    const int item = itemOfStretch(r, stretch);
    attribution.source.first = attribution.source.last = item;
    attribution.source.head = mention.last;
    attribution.source.mention = named;
    attribution.speakerSpan = {r.tok(line).start, mention.end};
    attribution.isDecided = true;
    return true;
}

/// “…” – Ana Ruiz. A dash and a name behind the words, and nothing more in the paragraph; or the name on a line of its own.
bool decideSignature(const Reading &r, int stretch, Attribution &attribution)
{
    const int item = itemOfStretch(r, stretch);
    const int count = static_cast<int>(r.items.size());
    int k = item + 1;
    if (k >= count || r.isStretch(k) || !(r.iSign(k, u'—') || r.iSign(k, u'–') || r.iSign(k, u'-') || r.iSign(k, u'―')))
        return false;
    ++k;
    if (k >= count)
        return false;
    const Source name = phraseStartingAt(r, k, count);
    if (!name.isValid() || name.mention < 0)
        return false;
    int end = name.last + 1;
    constexpr int longestRole = 12; // "– Ana Ruiz, depot manager"
    while (end < count && end < name.last + longestRole && !r.itok(end).startsParagraph)
        ++end;
    if (end < count && !r.itok(end).startsParagraph)
        return false;
    assign(r, attribution, name, -1);
    return true;
}

} // namespace onrecord::extract

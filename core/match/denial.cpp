// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/denial.h"

#include "core/match/comparedwords.h"

#include <algorithm>

namespace onrecord::match {

namespace {
constexpr int wordsBefore = 3; ///< "never | actually | once | said"
}

bool isSayingDenied(QStringView text, Span cue)
{
    if (cue.isEmpty() || cue.end > text.size())
        return false;
    // Back to the sign or the line that ends the clause.
    qint32 start = cue.start;
    for (int words = 0; start > 0; --start) {
        const QChar c = text[start - 1];
        const bool ends = !c.isLetterOrNumber() && !c.isSpace() && c != u'\'' && c != u'’' && c != u'-';
        if (ends || c == u'\n')
            break;
        if (c.isSpace() && start < cue.start && ++words > wordsBefore)
            break;
    }
    const QStringView clause = text.sliced(start, cue.end - start);
    int denials = 0;
    constexpr qint32 around = 400; // a clause of three words does not tell its language
    const qint32 from = std::max(0, cue.start - around);
    const ComparedText read = comparedWords(clause, languageOf(text.sliced(from, std::min(static_cast<qint32>(text.size()), cue.end + around) - from)));
    for (size_t i = 0; i < read.words.size(); ++i) {
        const bool isOnly = i + 1 < read.words.size() && (read.words[i + 1].key == u"only" || read.words[i + 1].key == u"nur");
        denials += read.words[i].is(guard::Polarity) && !isOnly ? 1 : 0;
    }
    return denials % 2 == 1;
}

} // namespace onrecord::match

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/recordtext.h"

#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

void addToRecord(ReadDocument &document, const QString &words, std::optional<RegionKind> kind)
{
    if (words.isEmpty())
        return;
    document.text += document.text.isEmpty() ? QString() : u"\n\n"_s;
    const auto from = static_cast<qint32>(document.text.size());
    document.text += words;
    if (kind)
        document.regions.push_back({{from, static_cast<qint32>(document.text.size())}, *kind, false});
}

Span addQuoted(ReadDocument &document, const QString &speaker, const QString &words)
{
    addToRecord(document, speaker.isEmpty() ? QString(u'“' + words + u'”') : QString(speaker + u": "_s + words));
    const auto end = static_cast<qint32>(document.text.size()) - (speaker.isEmpty() ? 1 : 0);
    return {end - static_cast<qint32>(words.size()), end};
}

void addRefusals(ReadDocument &document, const std::vector<ReadPart> &refused, const QString &fileName)
{
    constexpr size_t mostNamed = 1'000;
    const auto named = refused.begin() + static_cast<std::ptrdiff_t>(std::min(refused.size(), mostNamed));
    document.parts.insert(document.parts.end(), refused.begin(), named);
    if (refused.size() > mostNamed)
        document.parts.push_back({u"more of "_s + fileName, {}, u"%1 more like these cannot be taken in; the last is %2"_s.arg(refused.size() - mostNamed).arg(refused.back().refusal)});
}

} // namespace onrecord::io

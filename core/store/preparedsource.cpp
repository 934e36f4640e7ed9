// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/preparedsource.h"

#include "core/match/quoteindex.h"
#include "core/match/sameagent.h"
#include "core/store/digest.h"
#include "core/store/project.h"
#include "core/store/searchquery.h"
#include "core/store/values.h"
#include "core/text/fold.h"
#include "core/text/tokens.h"

#include <algorithm>

namespace onrecord::store {

namespace {

qint32 wordsIn(QStringView text)
{
    qint32 words = 0;
    bool inside = false;
    for (const QChar c : text) {
        const bool isWord = isWordUnit(c);
        words += isWord && !inside ? 1 : 0;
        inside = isWord || (inside && (c == u'\'' || c == u'’' || c == u'-'));
    }
    return words;
}

PreparedAgent prepared(const extract::FoundAgent &found)
{
    PreparedAgent agent;
    const auto add = [&](const QString &form) {
        if (const QString name = wellFormed(form); !name.isEmpty()) {
            agent.names << name;
            agent.keys << match::nameKey(found.type, name);
        }
    };
    if (!found.forms.contains(found.name))
        add(found.name);
    std::ranges::for_each(found.forms, add);
    return agent;
}

PreparedQuotation prepared(const QString &text, Span content)
{
    if (content.start < 0 || content.end > text.size() || content.start > content.end)
        return {};
    const QString words = text.sliced(content.start, content.length());
    PreparedQuotation quotation;
    quotation.codes = match::wordCodes(words);
    quotation.wording = wordingOf(words, quotation.codes);
    quotation.indexed = indexText(foldedText(words));
    return quotation;
}

} // namespace

PreparedSource prepareSource(const NewArticle &article)
{
    PreparedSource source;
    source.text = wellFormed(article.document.text);
    source.folded = foldedText(source.text);
    source.indexed = indexText(source.folded);
    source.bytesDigest = sha256(article.original);
    source.textDigest = sha256(source.text.toUtf8());
    source.foldedDigest = sha256(source.folded.toUtf8());
    source.packed = pack(article.original);
    source.words = wordsIn(source.text);
    std::vector<Span> struck;
    for (const Region &region : article.document.regions) {
        if (region.struck)
            struck.push_back(region.span);
    }
    std::ranges::sort(struck);
    source.runs = match::wordRuns(struck.empty() ? source.folded : foldedText(withoutSpans(source.text, struck)));
    source.sketch = match::sketchOf(source.runs);
    source.addressKey = match::addressKey(article.document.url.value);
    for (const extract::FoundAgent &found : article.extraction.agents)
        source.agents.push_back(prepared(found));
    for (const extract::FoundQuotation &found : article.extraction.quotations)
        source.quotations.push_back(prepared(source.text, found.content));
    return source;
}

QString withoutSpans(const QString &text, const std::vector<Span> &spans)
{
    QString out;
    qsizetype from = 0;
    for (const Span span : spans) {
        const qsizetype start = std::clamp<qsizetype>(span.start, from, text.size());
        out += QStringView(text).sliced(from, start - from);
        out += u' ';
        from = std::clamp<qsizetype>(span.end, start, text.size());
    }
    out += QStringView(text).sliced(from);
    return out;
}

} // namespace onrecord::store

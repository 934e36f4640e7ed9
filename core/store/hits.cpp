// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/hits.h"

#include "core/store/wordplaces.h"
#include "core/text/tokens.h"

#include <algorithm>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

/// Words of a folded text, each with its place, as the index compares them.
struct Word {
    QString plain;
    qsizetype start = 0;
    qsizetype end = 0;
};

std::optional<Word> nextWord(QStringView text, qsizetype from)
{
    while (from < text.size() && !isWordUnit(text[from]))
        ++from;
    if (from >= text.size())
        return {};
    qsizetype end = from;
    while (end < text.size() && isWordUnit(text[end]))
        ++end;
    return Word{withoutMarks(text.sliced(from, end - from)), from, end};
}

/// Where the leaf's words stand next in the folded text; start < 0 when nowhere.
std::pair<qsizetype, qsizetype> nextPlace(QStringView folded, const QueryNode &leaf, qsizetype from = 0)
{
    constexpr std::pair<qsizetype, qsizetype> nowhere{-1, -1};
    if (leaf.op == QueryNode::Op::Scan) {
        const qsizetype at = folded.indexOf(leaf.words.first(), from);
        return at < 0 ? nowhere : std::pair(at, at + leaf.words.first().size());
    }
    QStringList wanted;
    for (const QString &word : leaf.words)
        wanted.append(withoutMarks(word));
    const auto matches = [&](const Word &word, qsizetype i) {
        return leaf.op == QueryNode::Op::Prefix && i + 1 == wanted.size() ? word.plain.startsWith(wanted[i]) : word.plain == wanted[i];
    };
    for (auto first = nextWord(folded, from); first; first = nextWord(folded, first->end)) {
        if (!matches(*first, 0))
            continue;
        qsizetype end = first->end;
        qsizetype i = 1;
        for (; i < wanted.size(); ++i) {
            const auto word = nextWord(folded, end);
            if (!word || !matches(*word, i))
                break;
            end = word->end;
        }
        if (i == wanted.size())
            return {first->start, end};
    }
    return nowhere;
}

bool isDroppedByFolding(QChar c)
{
    return foldedText(QStringView(&c, 1)).isEmpty() && !c.isSpace();
}

} // namespace

Span originalSpan(const Folded &folded, qsizetype start, qsizetype end, QStringView original)
{
    Q_ASSERT(start < end && end < static_cast<qsizetype>(folded.origin.size()));
    const qint32 from = folded.origin[static_cast<size_t>(start)];
    const qint32 last = folded.origin[static_cast<size_t>(end - 1)];
    // Several folded units may come from one character ("ﬃ"): its end is where the next one's origin is.
    auto next = static_cast<size_t>(end);
    while (next + 1 < folded.origin.size() && folded.origin[next] == last)
        ++next;
    qint32 to = folded.origin[next];
    while (to > last + 1 && (original[to - 1].isSpace() || isDroppedByFolding(original[to - 1])))
        --to;
    return {from, to};
}

QString snippetOf(QStringView text, Span span)
{
    constexpr qsizetype before = 60;
    constexpr qsizetype total = 200;
    qsizetype start = std::max<qsizetype>(0, span.start - before);
    qsizetype end = std::min<qsizetype>(text.size(), std::max<qsizetype>(span.end + before, start + total));
    // Cut between words where one ends nearby, never inside a surrogate pair.
    if (start > 0) {
        for (qsizetype at = start; at < span.start; ++at) {
            if (text[at].isSpace()) {
                start = at + 1;
                break;
            }
        }
        if (text[start].isLowSurrogate())
            ++start;
    }
    if (end < text.size()) {
        for (qsizetype at = end; at > span.end; --at) {
            if (text[at].isSpace()) {
                end = at;
                break;
            }
        }
        if (text[end].isLowSurrogate())
            --end;
    }
    const QString inside = text.sliced(start, std::max<qsizetype>(end - start, 0)).toString().simplified();
    return (start > 0 ? u"… "_s : QString()) + inside + (end < text.size() ? u" …"_s : QString());
}

void collectLeaves(const QueryNode &node, std::vector<QueryNode> &leaves)
{
    using Op = QueryNode::Op;
    if (node.op == Op::Phrase || node.op == Op::Prefix || node.op == Op::Scan)
        leaves.push_back(node);
    if (node.op != Op::Not) {
        for (const QueryNode &child : node.children)
            collectLeaves(child, leaves);
    }
}

std::vector<Span> wordPlaces(QStringView text, const QString &query, int limit, const std::function<bool()> &isCancelled)
{
    std::vector<QueryNode> leaves;
    collectLeaves(parseQuery(query), leaves);
    const Folded folded = fold(text);
    std::vector<Span> places;
    for (const QueryNode &leaf : leaves) {
        qsizetype from = 0;
        for (int found = 0; found < limit; ++found) {
            if (isCancelled && isCancelled())
                return {};
            const auto [start, end] = nextPlace(folded.text, leaf, from);
            if (start < 0 || end <= start)
                break;
            places.push_back(originalSpan(folded, start, end, text));
            from = end;
        }
    }
    std::ranges::sort(places, {}, &Span::start);
    std::vector<Span> apart;
    for (const Span &place : places) {
        if (apart.empty() || place.start >= apart.back().end)
            apart.push_back(place);
    }
    if (apart.size() > static_cast<size_t>(limit))
        apart.resize(static_cast<size_t>(limit));
    return apart;
}

SearchHit describeHit(Connection &connection, const Snapshot &snapshot, ItemId item, const std::vector<QueryNode> &leaves)
{
    SearchHit hit;
    hit.item = item;
    switch (item.type) {
    case ItemType::Article: {
        hit.article = {item.value};
        Query query(connection, "SELECT t.text FROM article a JOIN source_text t ON t.id = a.text_id WHERE a.id = ?");
        query.add(item.value);
        const QString text = query.next() ? query.text(0) : QString();
        if (!leaves.empty()) {
            const Folded folded = fold(text);
            for (const QueryNode &leaf : leaves) {
                const auto [start, end] = nextPlace(folded.text, leaf);
                if (start >= 0) {
                    hit.span = originalSpan(folded, start, end, text);
                    break;
                }
            }
        }
        hit.snippet = snippetOf(text, hit.span);
        break;
    }
    case ItemType::Quotation:
        if (const Quotation *quotation = snapshot.quotation({item.value})) {
            hit.article = quotation->article;
            hit.span = quotation->content.span;
            hit.snippet = snippetOf(quotation->content.exact, {});
        }
        break;
    case ItemType::Agent:
        if (const Agent *agent = snapshot.agent({item.value}))
            hit.snippet = agent->role.isEmpty() ? agent->name : u"%1, %2"_s.arg(agent->name, agent->role);
        break;
    case ItemType::Note:
        if (const Note *note = snapshot.note({item.value})) {
            hit.snippet = snippetOf(note->text, {});
            if (note->about.type == ItemType::Article)
                hit.article = {note->about.value};
            else if (note->about.type == ItemType::Quotation && snapshot.quotation({note->about.value}))
                hit.article = snapshot.quotation({note->about.value})->article;
        }
        break;
    default:
        break;
    }
    return hit;
}

} // namespace onrecord::store

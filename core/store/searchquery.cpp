// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/searchquery.h"
#include "core/record/spelling.h"
#include "core/text/fold.h"

#include <algorithm>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

using Op = QueryNode::Op;

constexpr int mostDepth = 24;  // of ( ) and -; deeper ones are read as if they were not there
constexpr int mostLeaves = 64; // a pasted page is no query; the words beyond are left out, which only widens the answer

bool isQuote(QChar c)
{
    return c == u'"' || c == u'“' || c == u'”' || c == u'„' || c == u'«' || c == u'»' || c == u'‟';
}

/// Calls each(code point, units, position).
template<class Each>
void eachPoint(QStringView text, Each each)
{
    for (qsizetype i = 0; i < text.size();) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode());
        each(c, i, pair ? 2 : 1);
        i += pair ? 2 : 1;
    }
}

bool isWordPoint(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return QChar::isLetterOrNumber(c) || category == QChar::Other_PrivateUse || category == QChar::Mark_NonSpacing
        || category == QChar::Mark_SpacingCombining || category == QChar::Mark_Enclosing;
}

bool hasNoSpaces(QChar::Script script)
{
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana || script == QChar::Script_Thai
        || script == QChar::Script_Lao || script == QChar::Script_Khmer || script == QChar::Script_Myanmar || script == QChar::Script_Tibetan;
}

QueryNode leaf(Op op, const QStringList &words)
{
    QueryNode node;
    node.op = op;
    node.words = words;
    return node;
}

/// Folds trees: no empty children, no group of one.
QueryNode grouped(Op op, std::vector<QueryNode> children)
{
    std::erase_if(children, [](const QueryNode &child) { return child.op == Op::Nothing; });
    if (children.empty())
        return {};
    if (children.size() == 1)
        return std::move(children.front());
    QueryNode node;
    node.op = op;
    node.children = std::move(children);
    return node;
}

class Parser
{
public:
    explicit Parser(const QString &typed) : m_typed(typed) {}

    QueryNode parse()
    {
        std::vector<QueryNode> parts;
        while (!atEnd()) { // a ")" too many ends nothing
            parts.push_back(parseAny(0));
            if (!atEnd())
                ++m_at;
        }
        return grouped(Op::All, std::move(parts));
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_typed.size(); }
    [[nodiscard]] QChar here() const { return m_typed.at(m_at); }
    void skipSpace()
    {
        while (!atEnd() && here().isSpace())
            ++m_at;
    }
    /// Takes the operator word if it stands here by itself.
    bool take(QLatin1StringView word)
    {
        skipSpace();
        if (!QStringView(m_typed).sliced(m_at).startsWith(word))
            return false;
        const qsizetype after = m_at + word.size();
        if (after < m_typed.size() && !m_typed.at(after).isSpace() && m_typed.at(after) != u'(' && m_typed.at(after) != u')' && !isQuote(m_typed.at(after)))
            return false;
        m_at = after;
        return true;
    }

    QueryNode parseAny(int depth)
    {
        std::vector<QueryNode> alternatives;
        alternatives.push_back(parseAll(depth));
        while (take("OR"_L1))
            alternatives.push_back(parseAll(depth));
        return grouped(Op::Any, std::move(alternatives));
    }

    QueryNode parseAll(int depth)
    {
        std::vector<QueryNode> parts;
        for (;;) {
            skipSpace();
            if (take("AND"_L1))
                continue;
            if (atEnd() || here() == u')' || startsWith("OR"_L1))
                break;
            parts.push_back(parseNear(depth));
        }
        return grouped(Op::All, std::move(parts));
    }

    bool startsWith(QLatin1StringView word)
    {
        const qsizetype was = m_at;
        const bool is = take(word);
        m_at = was;
        return is;
    }

    /// NEAR or NEAR/n; nothing when neither stands here.
    std::optional<int> takeNear()
    {
        if (take("NEAR"_L1))
            return 10;
        skipSpace();
        if (!QStringView(m_typed).sliced(m_at).startsWith("NEAR/"_L1))
            return {};
        qsizetype end = m_at + 5;
        while (end < m_typed.size() && m_typed.at(end).isDigit())
            ++end;
        bool isNumber = false;
        const int distance = QStringView(m_typed).sliced(m_at + 5, end - m_at - 5).toInt(&isNumber);
        if (!isNumber)
            return {};
        m_at = end;
        return std::clamp(distance, 1, 1000);
    }

    QueryNode parseNear(int depth)
    {
        QueryNode first = parseOne(depth);
        while (const auto distance = takeNear()) {
            skipSpace();
            if (atEnd() || here() == u')' || startsWith("OR"_L1))
                break;
            QueryNode second = parseOne(depth);
            const auto isNearable = [](const QueryNode &node) { return node.op == Op::Phrase || node.op == Op::Prefix; };
            if (first.op == Op::Near && isNearable(second)) {
                first.children.push_back(std::move(second));
                first.distance = *distance;
            } else if (isNearable(first) && isNearable(second)) {
                QueryNode node;
                node.op = Op::Near;
                node.distance = *distance;
                node.children.push_back(std::move(first));
                node.children.push_back(std::move(second));
                first = std::move(node);
            } else { // near to a group means with it
                std::vector<QueryNode> both;
                both.push_back(std::move(first));
                both.push_back(std::move(second));
                first = grouped(Op::All, std::move(both));
            }
        }
        return first;
    }

    QueryNode parseOne(int depth)
    {
        skipSpace();
        if (atEnd())
            return {};
        const bool isMinus = here() == u'-' && m_at + 1 < m_typed.size() && !m_typed.at(m_at + 1).isSpace();
        if (isMinus || startsWith("NOT"_L1)) {
            m_at += isMinus ? 1 : 3;
            if (depth >= mostDepth)
                return parseWord();
            QueryNode child = parseOne(depth + 1);
            if (child.op == Op::Nothing)
                return {};
            QueryNode node;
            node.op = Op::Not;
            node.children.push_back(std::move(child));
            return node;
        }
        if (here() == u'(') {
            ++m_at;
            if (depth >= mostDepth)
                return {};
            QueryNode inner = parseAny(depth + 1);
            skipSpace();
            if (!atEnd() && here() == u')')
                ++m_at;
            return inner;
        }
        if (here() == u')')
            return {};
        return parseWord();
    }

    /// A quoted phrase or a run of characters, folded into a leaf.
    QueryNode parseWord()
    {
        if (atEnd())
            return {};
        if (isQuote(here()))
            return wordsLeaf(takeQuoted(), false);
        const qsizetype start = m_at;
        while (!atEnd() && !here().isSpace() && here() != u'(' && here() != u')' && !isQuote(here()))
            ++m_at;
        if (m_at == start) { // a lone bracket after "-"
            ++m_at;
            return {};
        }
        const QString word = m_typed.sliced(start, m_at - start);
        const qsizetype colon = word.indexOf(u':');
        if (colon > 0) {
            const QString name = word.first(colon).toLower();
            const bool isQuoted = colon + 1 == word.size() && !atEnd() && isQuote(here());
            const qsizetype was = m_at;
            const QString value = isQuoted ? takeQuoted() : word.sliced(colon + 1);
            if (auto field = fieldLeaf(name, value))
                return std::move(*field);
            m_at = was;
        }
        const bool isPrefix = word.endsWith(u'*');
        return wordsLeaf(word, isPrefix);
    }

    QString takeQuoted()
    {
        const qsizetype start = ++m_at;
        while (!atEnd() && !isQuote(here()))
            ++m_at;
        const QString inside = m_typed.sliced(start, m_at - start);
        if (!atEnd())
            ++m_at;
        return inside;
    }

    QueryNode wordsLeaf(const QString &text, bool isPrefix)
    {
        const QString folded = foldedText(text);
        if (folded.isEmpty() || m_leaves >= mostLeaves)
            return {};
        ++m_leaves;
        const QStringList words = indexWords(folded);
        if (words.isEmpty() || !isIndexable(folded)) {
            // Stars, dashes and points alone are how people write, not what they look for.
            const bool hasSign = std::ranges::any_of(folded, [](QChar c) { return !c.isPunct() && !c.isSpace(); });
            QStringList signs(folded);
            signs.append(text.trimmed());
            return hasSign ? leaf(Op::Scan, signs) : QueryNode();
        }
        return leaf(isPrefix ? Op::Prefix : Op::Phrase, words);
    }

    static std::optional<QueryNode> fieldLeaf(const QString &name, const QString &value)
    {
        const QString folded = foldedText(value);
        if (folded.isEmpty())
            return {};
        if (name == "person"_L1)
            return leaf(Op::Person, {folded});
        if (name == "speaker"_L1 || name == "by"_L1)
            return leaf(Op::Speaker, {folded});
        if (name == "outlet"_L1)
            return leaf(Op::Outlet, {folded});
        if (name == "kind"_L1) {
            const auto kind = kindFromSpelling(folded);
            if (!kind)
                return {};
            QueryNode node = leaf(Op::OfKind, {folded});
            node.kind = *kind;
            return node;
        }
        if (name == "in"_L1) {
            constexpr std::array places{std::pair{"title"_L1, Op::InTitle},       std::pair{"titles"_L1, Op::InTitle},
                                        std::pair{"quotations"_L1, Op::InQuotations}, std::pair{"quotes"_L1, Op::InQuotations},
                                        std::pair{"articles"_L1, Op::InArticles}, std::pair{"names"_L1, Op::InNames},
                                        std::pair{"notes"_L1, Op::InNotes}};
            const auto place = std::ranges::find(places, folded, [](const auto &row) { return QString(row.first); });
            return place == places.end() ? std::nullopt : std::optional(leaf(place->second, {}));
        }
        if (name == "before"_L1 || name == "after"_L1) {
            const auto date = PartialDate::fromEdtf(value);
            if (!date || date->isOpenStart() || date->isOpenEnd())
                return {};
            QueryNode node = leaf(name == "before"_L1 ? Op::Before : Op::After, {value});
            node.date = *date;
            return node;
        }
        return {};
    }

    const QString &m_typed;
    qsizetype m_at = 0;
    int m_leaves = 0;
};

QString quoted(const QStringList &words)
{
    return u'"' + words.join(u' ') + u'"';
}

QString joined(const std::vector<QueryNode> &children, QLatin1StringView with, bool inTitle)
{
    QStringList parts;
    for (const QueryNode &child : children)
        parts.append(*ftsOf(child, inTitle));
    return parts.size() == 1 ? parts.first() : u'(' + parts.join(with) + u')';
}

} // namespace

QStringList indexWords(QStringView text)
{
    QStringList words;
    qsizetype start = -1;
    const auto end = [&](qsizetype at) {
        if (start >= 0)
            words.append(text.sliced(start, at - start).toString());
        start = -1;
    };
    eachPoint(text, [&](char32_t c, qsizetype at, int) {
        if (!isWordPoint(c))
            end(at);
        else if (start < 0 && QChar::isLetterOrNumber(c))
            start = at;
    });
    end(text.size());
    return words;
}

QString indexText(QStringView text)
{
    QString out = text.toString();
    eachPoint(text, [&out](char32_t c, qsizetype at, int units) {
        if (isWordPoint(c))
            return;
        out[at] = u' ';
        if (units == 2)
            out[at + 1] = u' ';
    });
    return out;
}

QString withoutMarks(QStringView word)
{
    if (std::ranges::all_of(word, [](QChar c) { return c.unicode() < 0x80; }))
        return word.toString();
    QString out;
    for (const QChar c : word.toString().normalized(QString::NormalizationForm_D)) {
        if (!c.isMark())
            out += c;
    }
    return out;
}

bool isIndexable(QStringView text)
{
    bool is = true;
    eachPoint(text, [&is](char32_t c, qsizetype, int) {
        if (c >= 0x80 && QChar::isLetterOrNumber(c) && hasNoSpaces(QChar::script(c)))
            is = false;
        // A sign beside a word ("R2D2🤖") is not seen by the index; the word is, and finds more rather than less.
    });
    return is;
}

QueryNode parseQuery(const QString &typed)
{
    return Parser(typed).parse();
}

std::optional<QString> ftsOf(const QueryNode &query, bool inTitle)
{
    const QString column = inTitle ? u"title : "_s : QString();
    switch (query.op) {
    case Op::Phrase:
        return column + quoted(query.words);
    case Op::Prefix:
        return column + quoted(query.words) + u" *"_s;
    case Op::Near: {
        QStringList parts;
        for (const QueryNode &child : query.children)
            parts.append(quoted(child.words) + (child.op == Op::Prefix ? u" *"_s : QString()));
        return u"%1NEAR(%2, %3)"_s.arg(column, parts.join(u' ')).arg(query.distance);
    }
    case Op::Any:
        if (!std::ranges::all_of(query.children, [&](const QueryNode &child) { return ftsOf(child, inTitle).has_value(); }))
            return {};
        return joined(query.children, " OR "_L1, inTitle);
    case Op::All: {
        std::vector<QueryNode> with;
        std::vector<QueryNode> without;
        for (const QueryNode &child : query.children) {
            const bool isNot = child.op == Op::Not;
            const QueryNode &inner = isNot ? child.children.front() : child;
            if (!ftsOf(inner, inTitle))
                return {};
            (isNot ? without : with).push_back(inner);
        }
        if (with.empty())
            return {}; // FTS5 has no "everything but"
        const QString positive = joined(with, " AND "_L1, inTitle);
        return without.empty() ? positive : u"(%1 NOT %2)"_s.arg(positive, joined(without, " OR "_L1, inTitle));
    }
    default:
        return {};
    }
}

QString explain(const QueryNode &query)
{
    const auto list = [&query] {
        QStringList parts;
        for (const QueryNode &child : query.children)
            parts.append(child.children.empty() || child.op == Op::Near || child.op == Op::Not ? explain(child) : u'(' + explain(child) + u')');
        return parts.join(u", "_s);
    };
    const QString words = query.words.join(u' ');
    switch (query.op) {
    case Op::Nothing:
        return {};
    case Op::All:
        return u"all of: "_s + list();
    case Op::Any:
        return u"any of: "_s + list();
    case Op::Not:
        return u"not "_s + (query.children.front().children.empty() ? explain(query.children.front()) : u'(' + explain(query.children.front()) + u')');
    case Op::Phrase:
        return query.words.size() == 1 ? words : u'“' + words + u'”';
    case Op::Prefix:
        return query.words.size() == 1 ? u"words that begin with %1"_s.arg(words) : u"“%1…”"_s.arg(words);
    case Op::Near: {
        QStringList parts;
        for (const QueryNode &child : query.children)
            parts.append(explain(child));
        return u"%1 within %2 words"_s.arg(parts.join(u" and "_s)).arg(query.distance);
    }
    case Op::Scan:
        return u"the characters %1"_s.arg(query.words.value(1));
    case Op::Person:
        return u"by or about %1"_s.arg(words);
    case Op::Speaker:
        return u"said by %1"_s.arg(words);
    case Op::Outlet:
        return u"published by %1"_s.arg(words);
    case Op::OfKind:
        return u"quotations of the kind %1"_s.arg(words);
    case Op::InTitle:
        return u"in titles"_s;
    case Op::InQuotations:
        return u"in quotations"_s;
    case Op::InArticles:
        return u"in articles"_s;
    case Op::InNames:
        return u"in names"_s;
    case Op::InNotes:
        return u"in notes"_s;
    case Op::Before:
        return u"before %1"_s.arg(words);
    case Op::After:
        return u"after %1"_s.arg(words);
    }
    return {};
}

} // namespace onrecord::store

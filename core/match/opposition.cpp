// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/opposition.h"

#include "core/extract/lexicon.h"
#include "core/match/amount.h"
#include "core/record/speakers.h"
#include "core/text/tokens.h"

#include <algorithm>
#include <array>
#include <map>

namespace onrecord::match {

using namespace Qt::StringLiterals;
namespace word = extract::word;

namespace {

constexpr int subjectReach = 8; ///< tokens from a name to its "is"
constexpr int propertyWords = 3;
constexpr int denialReach = 5;

/// One article as tokens, with the names that stand in it.
class Reader
{
public:
    Reader(const Snapshot &snapshot, ArticleId article, QStringView text)
        : m_snapshot(snapshot),
          m_article(article),
          m_text(text),
          m_words(extract::sharedLexicon(snapshot.article(article)->language.startsWith(u"de") ? u"de"_s : u"en"_s)),
          m_tokens(tokenise(text, m_words->abbreviations()))
    {
        for (const MentionId id : snapshot.mentionsIn(article)) {
            const Mention &mention = *snapshot.mention(id);
            const Agent *agent = snapshot.agent(mention.agent);
            if (agent && agent->type != AgentType::Unnamed && agent->type != AgentType::Person)
                m_names.push_back(mention.span);
        }
        std::ranges::sort(m_names, {}, [](Span s) { return s.end; });
    }

    std::vector<Statement> outright() const
    {
        std::vector<Statement> out;
        for (int t = 0; t < count(); ++t) {
            if (!isCopula(t))
                continue;
            const int name = nameBefore(t);
            bool denied = isDeniedCopula(t);
            int at = t + 1;
            for (; at < count() && isPassed(at); ++at)
                denied = denied || isDenial(at);
            const int last = propertyFrom(at);
            if (name < 0 || last < at)
                continue;
            Statement row = statement(name, at, last);
            row.isDenied = denied;
            row.isSaidOutright = true;
            out.push_back(row);
        }
        return out;
    }

    /// "X's P model", "a P thing by X": P within the sentence of X, or the one after it, without a denial before it.
    std::vector<Statement> passing(const std::vector<Statement> &denied) const
    {
        std::vector<Statement> out;
        for (const Statement &other : denied) {
            const QStringList wanted = other.property.split(u' ');
            if (wanted.size() < 2)
                continue;
            for (int t = 0; t < count(); ++t) {
                const int last = matches(t, wanted);
                if (last < 0 || isDeniedBefore(t))
                    continue;
                const int name = nameNear(t, other.subject);
                if (name < 0)
                    continue;
                Statement row = statement(name, t, last);
                row.property = other.property;
                out.push_back(row);
                t = last;
            }
        }
        return out;
    }

private:
    [[nodiscard]] int count() const { return static_cast<int>(m_tokens.size()); }
    [[nodiscard]] const Token &tok(int t) const { return m_tokens[static_cast<size_t>(t)]; }
    [[nodiscard]] QStringView wordAt(int t) const { return m_text.sliced(tok(t).start, tok(t).end - tok(t).start); }
    [[nodiscard]] bool is(int t, quint64 any) const
    {
        return tok(t).hash && (m_words->find(tok(t).hash).classes & any);
    }
    template<size_t N>
    [[nodiscard]] bool isOneOf(int t, const std::array<const char16_t *, N> &words) const
    {
        return std::ranges::any_of(
            words, [&](const char16_t *w) { return wordAt(t).compare(QStringView(w), Qt::CaseInsensitive) == 0; });
    }

    [[nodiscard]] bool isDeniedCopula(int t) const
    {
        const QString w = wordAt(t).toString().toLower();
        return w.startsWith(u"isn") || w.startsWith(u"aren") || w.startsWith(u"wasn") || w.startsWith(u"weren");
    }
    [[nodiscard]] bool isCopula(int t) const
    {
        static constexpr std::array words{u"is", u"are", u"was", u"were", u"ist", u"sind", u"war", u"waren"};
        return tok(t).shape == TokenShape::Word && (isOneOf(t, words) || (isDeniedCopula(t) && wordAt(t).size() <= 7));
    }
    [[nodiscard]] bool isDenial(int t) const
    {
        static constexpr std::array words{u"not", u"never", u"no", u"nicht", u"kein", u"keine", u"nie"};
        return isOneOf(t, words) || (tok(t).shape == TokenShape::Clitic && wordAt(t).endsWith(u't'));
    }
    /// What stands between "is" and what it says: "not", "technically", "a", an opening mark.
    [[nodiscard]] bool isPassed(int t) const
    {
        return isDenial(t) || tok(t).shape == TokenShape::Clitic
            || (tok(t).shape == TokenShape::Quote && tok(t).spaceBefore)
            || (tok(t).shape == TokenShape::Word && !tok(t).isCapital
                && (is(t, word::Determiner | word::Adverb | word::Hedge) || wordAt(t).endsWith(u"ly")));
    }
    [[nodiscard]] bool isContent(int t) const
    {
        return t < count() && tok(t).shape == TokenShape::Word && !tok(t).isCapital
            && !is(t, word::Function | word::Negation) && wordAt(t).size() > 2;
    }
    /// The last token of what is said, at most three words; before `at` when nothing is.
    [[nodiscard]] int propertyFrom(int at) const
    {
        if (!isContent(at) || (is(at, word::Verb) && (wordAt(at).endsWith(u"ing") || wordAt(at).endsWith(u"ed"))))
            return -1;
        int last = at;
        while (last - at + 1 < propertyWords && isContent(last + 1) && !tok(last + 1).startsParagraph)
            ++last;
        return last;
    }

    [[nodiscard]] bool isName(int t) const
    {
        const auto it = std::ranges::lower_bound(m_names, tok(t).end, {}, [](Span s) { return s.end; });
        return it != m_names.end() && it->start <= tok(t).start && tok(t).shape == TokenShape::Word;
    }
    [[nodiscard]] bool ends(int t) const
    {
        return tok(t).shape == TokenShape::Point
            && (tok(t).sign == u'.' || tok(t).sign == u'!' || tok(t).sign == u'?' || tok(t).sign == u';');
    }

    [[nodiscard]] int nameBefore(int t) const
    {
        for (int k = t - 1; k >= std::max(0, t - subjectReach) && !ends(k) && !tok(k + 1).startsParagraph; --k) {
            if (isName(k)) {
                while (k > 0 && isName(k - 1))
                    --k;
                return k;
            }
        }
        return -1;
    }
    /// In the same sentence on either side, or in the one before.
    [[nodiscard]] int nameNear(int t, const QString &subject) const
    {
        const auto isIt = [&](int k) { return isName(k) && wordAt(k).toString().toLower() == subject; };
        int sentences = 0;
        for (int k = t; k >= 0 && sentences < 2; --k) {
            if (isIt(k))
                return k;
            sentences += k < t && ends(k) ? 1 : 0;
        }
        for (int k = t; k < count() && !ends(k); ++k) {
            if (isIt(k))
                return k;
        }
        return -1;
    }
    [[nodiscard]] bool isDeniedBefore(int t) const
    {
        for (int k = t - 1; k >= std::max(0, t - denialReach) && !ends(k); --k) {
            if (isDenial(k) || isDeniedCopula(k))
                return true;
        }
        return false;
    }
    /// The words of P from t on, a hyphen between them or not; the last token, or -1.
    [[nodiscard]] int matches(int t, const QStringList &wanted) const
    {
        qsizetype i = 0;
        for (int k = t; k < count() && i < wanted.size(); ++k) {
            if (tok(k).shape == TokenShape::Point && tok(k).sign == u'-' && i > 0)
                continue;
            for (const QStringView part : wordAt(k).split(u'-', Qt::SkipEmptyParts)) {
                if (i >= wanted.size() || wordStem(part) != wanted[i])
                    return -1;
                ++i;
            }
            if (i == wanted.size())
                return k;
        }
        return -1;
    }

    [[nodiscard]] Statement statement(int name, int first, int last) const
    {
        Statement out;
        out.article = m_article;
        out.span = {tok(first).start, tok(last).end};
        out.subjectPrinted = wordAt(name).toString();
        out.subject = out.subjectPrinted.toLower();
        out.propertyPrinted = m_text.sliced(out.span.start, out.span.length()).toString();
        QStringList stems;
        for (int t = first; t <= last; ++t) {
            for (const QStringView part : wordAt(t).split(u'-', Qt::SkipEmptyParts))
                stems << wordStem(part);
        }
        out.property = stems.join(u' ');
        for (const QuotationId id : m_snapshot.quotationsIn(m_article)) {
            const Quotation &quotation = *m_snapshot.quotation(id);
            const bool isSpeech =
                quotation.kind != Kind::Scare && quotation.kind != Kind::Title && quotation.status != Status::Rejected;
            if (isSpeech && quotation.content.span.contains(out.span)) {
                out.quotation = id;
                out.speakers = speakersOf(quotation);
            }
        }
        return out;
    }

    const Snapshot &m_snapshot;
    ArticleId m_article;
    QStringView m_text;
    std::shared_ptr<const extract::Lexicon> m_words;
    std::vector<Token> m_tokens;
    std::vector<Span> m_names;
};

void add(std::vector<Statement> &to, const Statement &row)
{
    if (std::ranges::none_of(
            to, [&](const Statement &other) { return other.article == row.article && other.speakers == row.speakers; }))
        to.push_back(row);
}

} // namespace

std::vector<Statement> statementsIn(const Snapshot &snapshot, ArticleId article, QStringView text)
{
    return snapshot.article(article) ? Reader(snapshot, article, text).outright() : std::vector<Statement>();
}

std::vector<Statement> passingStatements(const Snapshot &snapshot, ArticleId article, QStringView text,
                                         const std::vector<Statement> &denied)
{
    return snapshot.article(article) ? Reader(snapshot, article, text).passing(denied) : std::vector<Statement>();
}

std::vector<Opposition> oppositions(const std::vector<Statement> &statements)
{
    std::map<std::pair<QString, QString>, Opposition> made;
    for (const Statement &row : statements) {
        Opposition &of = made[{row.subject, row.property}];
        if (of.subject.isEmpty()) {
            of.subject = row.subjectPrinted;
            of.property = row.propertyPrinted;
        }
        add(row.isDenied ? of.no : of.yes, row);
    }
    std::vector<Opposition> out;
    for (auto &[key, row] : made) {
        if (!row.yes.empty() && !row.no.empty())
            out.push_back(std::move(row));
    }
    return out;
}

} // namespace onrecord::match

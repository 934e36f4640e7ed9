// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/figureties.h"

#include "core/match/figurewords.h"

#include <QHash>
#include <algorithm>
#include <map>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t farthest = 48; ///< in a crowd, a figure is held against so many that follow it in time

class Tying
{
public:
    explicit Tying(const std::vector<BoardItem> &items) : m_items(items), m_group(items.size())
    {
        for (size_t i = 0; i < items.size(); ++i)
            m_group[i] = static_cast<int>(i);
    }

    std::vector<TiedGroup> make()
    {
        for (int i = 0; i < static_cast<int>(m_items.size()); ++i)
            gather(i);
        std::vector<QString> keys(m_crowds.keyBegin(), m_crowds.keyEnd());
        std::ranges::sort(keys);
        for (const QString &key : keys)
            join(m_crowds[key]);
        std::map<int, std::vector<int>> groups;
        for (int i = 0; i < static_cast<int>(m_items.size()); ++i)
            groups[rootOf(i)].push_back(i);
        for (const auto &[item, other] : m_beside) {
            auto &of = groups[rootOf(other)];
            if (groups[rootOf(item)].size() == 1 && of.size() > 1 && !std::ranges::contains(of, item))
                of.push_back(item);
        }
        std::vector<TiedGroup> out;
        for (const auto &[root, items] : groups) {
            if (items.size() > 1)
                out.push_back(named(items));
        }
        return out;
    }

private:
    [[nodiscard]] const BoardItem &item(int i) const { return m_items[static_cast<size_t>(i)]; }
    [[nodiscard]] const FigureClause &clause(int i) const { return item(i).context->clause; }

    [[nodiscard]] int rootOf(int i)
    {
        int &of = m_group[static_cast<size_t>(i)];
        return of == i ? i : of = rootOf(of);
    }

    /// Under each word with its deed, and with its number when it may be the same count put in other words.
    void gather(int i)
    {
        const BoardItem &of = item(i);
        if (of.value.relative.isValid() || !of.amount.isComparable())
            return;
        const FigureClause &s = clause(i);
        const QString thing = !s.noun.isEmpty() ? thingOf(s.noun) : of.amount.isMoney() ? u"$"_s : of.amount.dimension;
        QStringList words = s.near;
        for (const Topic &topic : s.about) {
            if (!words.contains(topic.word))
                words << topic.word;
        }
        QStringList deeds = deedsNear(s.deed);
        if (!of.amount.isGeneric && !of.amount.isVague)
            deeds << u"="_s + QString::number(of.amount.low, 'g', 12);
        for (const QString &deed : std::as_const(deeds)) {
            for (const QString &word : std::as_const(words))
                m_crowds[thing + u'|' + deed + u'|' + word].push_back(i);
        }
    }

    void join(std::vector<int> crowd)
    {
        if (crowd.size() < 2)
            return;
        std::ranges::stable_sort(crowd, {}, [this](int i) { return item(i).value.when.when.earliest(); });
        for (size_t i = 0; i < crowd.size(); ++i) {
            for (size_t k = i + 1; k < std::min(crowd.size(), i + farthest); ++k)
                join(std::min(crowd[i], crowd[k]), std::max(crowd[i], crowd[k]));
        }
    }

    void join(int a, int b)
    {
        if (rootOf(a) == rootOf(b))
            return;
        const auto pair = compareClauses(item(a).value, item(b).value, clause(a), clause(b));
        if (!pair) {
            // "It bought 400 trams": the words around tell whose they are.
            if (!item(a).amount.isGeneric && deedTie(clause(a), clause(b)) == DeedTie::Same
                && compareFigures(item(a).value, item(b).value, *item(a).context, *item(b).context).relation == FigureRelation::Agree)
                putBeside(a, b);
            return;
        }
        if (pair->relation == FigureRelation::Agree || pair->relation == FigureRelation::Conflict) {
            const int one = rootOf(a);
            const int other = rootOf(b);
            m_group[static_cast<size_t>(std::max(one, other))] = std::min(one, other);
        } else if (pair->reason == FigureReason::OtherTime || pair->reason == FigureReason::OtherUnit) {
            putBeside(a, b);
        }
    }

    /// On the board of the other, when that has one.
    void putBeside(int a, int b)
    {
        m_beside.emplace_back(a, b);
        m_beside.emplace_back(b, a);
    }

    /// Words with how much they are shared, and as they were first printed.
    class Tally
    {
    public:
        void add(const QString &word, const QString &printed, int weight)
        {
            auto &entry = m_words[word];
            entry.first += weight;
            if (entry.second.isEmpty())
                entry.second = printed;
        }
        [[nodiscard]] std::pair<int, QString> best() const
        {
            const auto at = std::ranges::max_element(m_words, {}, [](const auto &entry) { return entry.second.first; });
            return at == m_words.end() ? std::pair(0, QString()) : at->second;
        }

    private:
        std::map<QString, std::pair<int, QString>> m_words;
    };

    /// What most of them are about: a name, and a noun that most share as well.
    [[nodiscard]] TiedGroup named(const std::vector<int> &items) const
    {
        Tally names, nouns, deeds;
        for (const int i : items) {
            for (const Topic &topic : clause(i).about)
                (topic.isName ? names : nouns).add(topic.word, topic.printed, topic.isHead ? 3 : 2);
            for (const QString &word : clause(i).nearNames)
                names.add(word, word.left(1).toUpper() + word.sliced(1), 1);
            deeds.add(clause(i).deed, conceptOf(clause(i).deed).isEmpty() ? clause(i).printed : clause(i).deed, 1);
        }
        TiedGroup out;
        out.items = items;
        const QString name = fullName(names.best().second, items);
        const auto [nounCount, noun] = nouns.best();
        const bool hasNoun = nounCount > static_cast<int>(items.size());
        out.subject = name.isEmpty() ? noun : hasNoun && !name.contains(noun, Qt::CaseInsensitive) ? name + u", "_s + noun : name;
        out.predicate = predicateOf(items.front(), deeds.best().second);
        return out;
    }

    /// A word of the body that one of them is about is printed as its whole name.
    [[nodiscard]] QString fullName(const QString &word, const std::vector<int> &items) const
    {
        const auto has = [&](int i) { return !word.isEmpty() && clause(i).body.split(u' ').contains(word, Qt::CaseInsensitive); };
        const auto of = std::ranges::find_if(items, has);
        return of == items.end() ? word : clause(*of).body;
    }

    /// "dead", "beds", "jobs, cut".
    [[nodiscard]] QString predicateOf(int first, const QString &deed) const
    {
        const QString &noun = clause(first).noun;
        if (noun.isEmpty() || item(first).amount.isGeneric || (thingOf(noun) == u"person" && !deed.isEmpty() && deed != u"have"))
            return deed;
        return deed.isEmpty() || deed == u"have" ? noun : noun + u", "_s + deed;
    }

    const std::vector<BoardItem> &m_items;
    std::vector<int> m_group;
    QHash<QString, std::vector<int>> m_crowds;
    std::vector<std::pair<int, int>> m_beside;
};

} // namespace

BoardValue boardValue(const Figure &figure, const FigureContext &context, const Snapshot &snapshot)
{
    BoardValue out;
    out.figure = figure.id;
    out.article = figure.article;
    out.assertedBy = figure.assertedBy;
    out.amount = amountOf(figure);
    out.relative = context.relative;
    out.deed = context.deed;
    // The verb nearest to the left may be another clause's: "after two fires, stranding 4,200 passengers".
    const bool isOther = !context.clause.deed.isEmpty() && !context.clause.printed.isEmpty() && context.deed != context.clause.deed && !context.deed.isEmpty()
        && context.clause.deed != u"have" && context.clause.printed != context.clause.noun;
    out.predicate = isOther ? context.clause.printed : !context.deedPrinted.isEmpty() ? context.deedPrinted : !figure.predicate.isEmpty() ? figure.predicate : context.clause.printed;
    const Quotation *quotation = snapshot.quotation(figure.quotation);
    const Article *article = snapshot.article(figure.article);
    out.when = quotation && quotation->said.when.isKnown() ? quotation->said
        : article                                          ? article->published
                                                           : Dated();
    return out;
}

std::vector<TiedGroup> tiedClauses(const std::vector<BoardItem> &items)
{
    return Tying(items).make();
}

} // namespace onrecord::match

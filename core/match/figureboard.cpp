// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/figureboard.h"

#include "core/match/figureties.h"
#include "core/match/figurewords.h"
#include "core/text/fold.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <map>
#include <queue>

/// Which figures belong on one board, and what the board says as a whole.
namespace onrecord::match {

using namespace Qt::StringLiterals;
using Item = BoardItem;

namespace {

constexpr double weakest = 0.3;   ///< of name times topic: below this nothing is tied
constexpr size_t splitAbove = 24; ///< larger boards are parted by what is stated
const QString comparison = u"~comparison"_s;

struct Member {
    int item = 0;
    double weight = 0;
};

/// What a board would be made of: dimension, name and topic.
struct Key {
    QString dimension, name, topic;
    friend auto operator<=>(const Key &, const Key &) = default;
};
size_t qHash(const Key &key, size_t seed = 0)
{
    return qHashMulti(seed, key.dimension, key.name, key.topic);
}

void strengthen(std::vector<Tie> &ties, const QString &name, double weight)
{
    for (const QStringView part : QStringView(name).split(u' ', Qt::SkipEmptyParts)) {
        if (!part.front().isUpper() && !part.back().isUpper())
            continue;
        const QString form = part.toString().toLower();
        const auto known = std::ranges::find(ties, form, &Tie::word);
        if (known == ties.end())
            ties.push_back({form, part.toString(), weight});
        else
            known->weight = std::max(known->weight, weight);
    }
}

/// The bodies an article speaks of most: what it is about when a sentence does not say.
QHash<ArticleId, QStringList> leadingNames(const Snapshot &snapshot, std::span<const FigureContext> contexts)
{
    QHash<ArticleId, QStringList> out;
    for (const FigureContext &context : contexts) {
        if (out.contains(context.article))
            continue;
        std::map<AgentId, int> counts;
        for (const MentionId id : snapshot.mentionsIn(context.article)) {
            const Agent *agent = snapshot.agent(snapshot.mention(id)->agent);
            if (agent && (agent->type == AgentType::Organisation || agent->type == AgentType::Product)
                && !isEmptyName(agent->name))
                ++counts[agent->id];
        }
        std::vector<std::pair<int, AgentId>> order;
        for (const auto &[agent, count] : counts) {
            if (count > 1)
                order.emplace_back(-count, agent);
        }
        std::ranges::sort(order);
        QStringList names;
        for (size_t i = 0; i < std::min<size_t>(2, order.size()); ++i)
            names << snapshot.agent(order[i].second)->name;
        out.insert(context.article, names);
    }
    return out;
}

class Maker
{
public:
    Maker(const Snapshot &snapshot, std::span<const FigureContext> contexts) : m_snapshot(snapshot)
    {
        const auto leading = leadingNames(snapshot, contexts);
        for (const FigureContext &context : contexts) {
            const Figure *figure = snapshot.figure(context.figure);
            if (!figure || figure->status == Status::Rejected)
                continue;
            Item item{&context, figure, amountOf(*figure), boardValue(*figure, context, snapshot), context.names, context.topics, false};
            const bool saysNothing = item.amount.isVague && (item.amount.isMoney() || item.amount.dimension.isEmpty()); // "billions of dollars"
            if (!context.relative.isValid() && (!item.amount.isComparable() || saysNothing))
                continue;
            if (context.speaksOfSelf)
                nameSelf(item);
            for (const QString &name : leading.value(context.article))
                strengthen(item.names, name, 0.35);
            if (context.relative.isValid())
                item.topics = {{comparison, {}, 1.0}};
            m_items.push_back(std::move(item));
        }
        std::ranges::sort(m_items, [](const Item &a, const Item &b) { return a.figure->id < b.figure->id; });
    }

    std::vector<Board> make()
    {
        std::vector<Board> out;
        for (const TiedGroup &group : tiedClauses(m_items))
            finishTied(group, out);
        gather();
        using Entry = std::pair<double, Key>;
        const auto later = [](const Entry &a, const Entry &b) {
            return a.first != b.first ? a.first < b.first : a.second > b.second;
        };
        std::priority_queue<Entry, std::vector<Entry>, decltype(later)> queue(later);
        for (auto it = m_candidates.cbegin(); it != m_candidates.cend(); ++it) {
            if (const double worth = score(*it); worth > 0)
                queue.emplace(worth, it.key());
        }
        while (!queue.empty()) {
            const auto [worth, key] = queue.top();
            queue.pop();
            const double now = score(m_candidates[key]);
            if (now <= 0)
                continue;
            if (now < worth) {
                queue.emplace(now, key);
                continue;
            }
            take(key, out);
        }
        std::ranges::stable_partition(out, [](const Board &board) { return board.relation != FigureRelation::Unknown; });
        return out;
    }

private:
    /// "We" are the speaker's house, or the speaker.
    void nameSelf(Item &item) const
    {
        const Agent *speaker = m_snapshot.agent(item.figure->assertedBy);
        if (!speaker)
            return;
        if (const Agent *house = m_snapshot.agent(speaker->affiliation))
            strengthen(item.names, house->name, 1.2);
        strengthen(item.names, speaker->name, speaker->type == AgentType::Person ? 0.5 : 1.2);
    }

    void gather()
    {
        for (int i = 0; i < static_cast<int>(m_items.size()); ++i) {
            const Item &item = m_items[static_cast<size_t>(i)];
            if (item.isTaken)
                continue;
            const bool isRelative = item.context->relative.isValid();
            const QString dimension = isRelative ? comparison : item.amount.dimension;
            std::vector<Tie> topics = item.topics;
            if (!isRelative && !item.amount.isVague && (item.amount.isMoney() || item.amount.low >= 1000))
                topics.push_back({u"="_s + QString::number(item.amount.low, 'g', 12), {}, 0.9});
            for (const Tie &name : item.names) {
                for (const Tie &topic : topics) {
                    const double weight = name.weight * topic.weight;
                    if (weight >= weakest && name.word != topic.word)
                        m_candidates[{dimension, name.word, topic.word}].push_back({i, weight});
                }
            }
        }
        m_candidates.removeIf([](const auto &entry) { return entry.value().size() < 2; });
    }

    /// Many articles and near words make a board; a crowd does not make it better.
    [[nodiscard]] double score(const std::vector<Member> &members) const
    {
        constexpr size_t enough = 6;
        std::map<ArticleId, double> best;
        double more = 0;
        int count = 0;
        for (const Member &member : members) {
            const Item &item = m_items[static_cast<size_t>(member.item)];
            if (item.isTaken)
                continue;
            ++count;
            double &of = best[item.figure->article];
            more += 0.25 * std::min(of, member.weight);
            of = std::max(of, member.weight);
        }
        if (count < 2)
            return 0;
        std::vector<double> weights;
        for (const auto &[article, weight] : best)
            weights.push_back(weight);
        std::ranges::sort(weights, std::greater());
        double out = std::min(more, 1.0);
        for (size_t i = 0; i < std::min(enough, weights.size()); ++i)
            out += weights[i];
        return out;
    }

    void take(const Key &key, std::vector<Board> &out)
    {
        std::vector<int> members;
        for (const Member &member : m_candidates[key]) {
            if (!m_items[static_cast<size_t>(member.item)].isTaken)
                members.push_back(member.item);
        }
        std::map<QString, std::vector<int>> parts;
        for (const int i : members)
            parts[members.size() > splitAbove ? m_items[static_cast<size_t>(i)].context->deed : QString()].push_back(i);
        for (const auto &[deed, some] : parts)
            part(key, some, out);
        for (const int i : members)
            m_items[static_cast<size_t>(i)].isTaken = true;
    }

    /// Dollars and percentages that only share names and a word: those that bear on each other part from the rest.
    void part(const Key &key, const std::vector<int> &members, std::vector<Board> &out) const
    {
        const bool isGeneric = std::ranges::any_of(members, [this](int i) {
            const Item &item = m_items[static_cast<size_t>(i)];
            return item.amount.isGeneric && !item.context->relative.isValid();
        });
        if (!isGeneric || members.size() <= 2)
            return finish(key, members, out);
        std::vector<size_t> group(members.size());
        for (size_t i = 0; i < members.size(); ++i) {
            group[i] = i;
            for (size_t k = 0; k < i; ++k) {
                const Item &a = m_items[static_cast<size_t>(members[i])];
                const Item &b = m_items[static_cast<size_t>(members[k])];
                const FigureRelation relation = compareFigures(a.value, b.value, *a.context, *b.context).relation;
                if (relation == FigureRelation::Agree || relation == FigureRelation::Conflict)
                    std::ranges::replace(group, size_t(group[i]), size_t(group[k]));
            }
        }
        std::map<size_t, std::vector<int>> parts;
        for (size_t i = 0; i < members.size(); ++i)
            parts[group[i]].push_back(members[i]);
        std::map<QString, std::vector<int>> rest; // by what is said of them: the dead and the employed are nothing to line up
        for (const auto &[first, some] : parts) {
            if (some.size() > 1)
                finish(key, some, out);
            else
                rest[deedOf(m_items[static_cast<size_t>(some.front())])].push_back(some.front());
        }
        for (const auto &[deed, some] : rest)
            finish(key, some, out);
    }

    static QString deedOf(const Item &item) { return item.context->clause.deed.isEmpty() ? item.context->deed : item.context->clause.deed; }

    void finish(const Key &key, const std::vector<int> &members, std::vector<Board> &out) const
    {
        if (auto board = lineUp(members)) {
            entitle(key, members, *board);
            out.push_back(std::move(*board));
        }
    }

    /// Figures whose own clauses say that they are about one thing.
    void finishTied(const TiedGroup &group, std::vector<Board> &out)
    {
        auto board = lineUp(group.items);
        if (!board)
            return;
        for (const int i : group.items)
            m_items[static_cast<size_t>(i)].isTaken = true;
        board->subject = group.subject;
        board->predicate = group.predicate;
        out.push_back(std::move(*board));
    }

    /// Nothing when the figures are of one article and one asserter, or none is a number.
    [[nodiscard]] std::optional<Board> lineUp(std::vector<int> members) const
    {
        if (members.size() < 2)
            return {};
        std::ranges::stable_sort(
            members, {}, [this](int i) { return m_items[static_cast<size_t>(i)].value.when.when.earliest(); });
        Board board;
        QSet<ArticleId> articles;
        QSet<AgentId> asserters;
        bool hasNumber = false;
        for (const int i : members) {
            const Item &item = m_items[static_cast<size_t>(i)];
            board.values.push_back(item.value);
            articles.insert(item.figure->article);
            asserters.insert(item.figure->assertedBy);
            hasNumber = hasNumber || !item.amount.isVague || item.context->relative.isValid();
        }
        if (!hasNumber || (articles.size() < 2 && asserters.size() < 2))
            return {};
        for (int a = 0; a < static_cast<int>(members.size()); ++a) {
            for (int b = a + 1; b < static_cast<int>(members.size()); ++b) {
                const auto at = [&](int i) { return static_cast<size_t>(i); };
                FigurePair pair =
                    compareFigures(board.values[at(a)], board.values[at(b)], *m_items[at(members[at(a)])].context,
                                   *m_items[at(members[at(b)])].context);
                pair.a = a;
                pair.b = b;
                board.pairs.push_back(pair);
            }
        }
        countSources(members, board);
        decide(board);
        return board;
    }

    void entitle(const Key &key, const std::vector<int> &members, Board &board) const
    {
        const auto printed = [&](const std::vector<Tie> Item::*ties, const QString &word) {
            std::map<QString, int> forms;
            for (const int i : members) {
                for (const Tie &tie : m_items[static_cast<size_t>(i)].*ties) {
                    if (tie.word == word && !tie.printed.isEmpty())
                        ++forms[tie.printed];
                }
            }
            const auto best = std::ranges::max_element(forms, {}, [](const auto &form) { return form.second; });
            return best == forms.end() ? word : best->first;
        };
        board.subject = printed(&Item::names, key.name);
        if (key.topic == comparison)
            board.predicate = u"compared with others"_s;
        else if (key.topic.startsWith(u'='))
            board.predicate = m_items[static_cast<size_t>(members.front())].figure->content.exact.simplified();
        else
            board.predicate = conceptOf(key.topic) == key.topic ? key.topic : printed(&Item::topics, key.topic);
    }

    /// Joins values that are one source: one asserter, one outlet where the author asserts, one text printed by several outlets, or a
    /// copied sentence.
    void countSources(const std::vector<int> &members, Board &board) const
    {
        std::vector<int> source(members.size());
        for (size_t i = 0; i < members.size(); ++i) {
            source[i] = static_cast<int>(i);
            for (size_t k = 0; k < i; ++k) {
                if (isOneSource(m_items[static_cast<size_t>(members[i])], m_items[static_cast<size_t>(members[k])])) {
                    source[i] = source[k];
                    break;
                }
            }
            board.values[i].source = source[i];
        }
    }

    [[nodiscard]] bool isOneSource(const Item &a, const Item &b) const
    {
        if (a.figure->article == b.figure->article && a.figure->assertedBy == b.figure->assertedBy)
            return true;
        if (a.figure->assertedBy && a.figure->assertedBy == b.figure->assertedBy)
            return true;
        if (!a.context->sentence.isEmpty() && foldedText(a.context->sentence) == foldedText(b.context->sentence))
            return true;
        if (a.figure->assertedBy || b.figure->assertedBy)
            return false;
        if (std::ranges::contains(m_snapshot.syndicationGroup(a.figure->article), b.figure->article))
            return true;
        const Article *one = m_snapshot.article(a.figure->article);
        const Article *other = m_snapshot.article(b.figure->article);
        return one && other && one->outlet && one->outlet == other->outlet;
    }

    static void decide(Board &board)
    {
        bool agreesAcross = false;
        std::array<bool, 4> has{};
        QSet<int> agreeing;
        QSet<int> all;
        for (const FigurePair &pair : board.pairs) {
            const BoardValue &a = board.values[static_cast<size_t>(pair.a)];
            const BoardValue &b = board.values[static_cast<size_t>(pair.b)];
            has[static_cast<size_t>(pair.relation)] = true;
            all << a.source << b.source;
            if (pair.relation == FigureRelation::Agree) {
                agreesAcross = agreesAcross || a.article != b.article;
                agreeing << a.source << b.source;
            }
        }
        const auto any = [&has](FigureRelation relation) { return has[static_cast<size_t>(relation)]; };
        board.relation = any(FigureRelation::Conflict) ? FigureRelation::Conflict
            : agreesAcross                       ? FigureRelation::Agree
            : any(FigureRelation::NotComparable)       ? FigureRelation::NotComparable
            : any(FigureRelation::Agree)               ? FigureRelation::Agree
                                                 : FigureRelation::Unknown;
        board.sources = static_cast<int>(agreeing.isEmpty() ? all.size() : agreeing.size());
        // That two of them agree is no reason for a conflict, nor a doubt about a third one.
        std::vector<FigureRelation> telling{board.relation};
        if (board.relation == FigureRelation::NotComparable || board.relation == FigureRelation::Unknown)
            telling = {board.relation, FigureRelation::Agree, FigureRelation::NotComparable, FigureRelation::Unknown};
        for (const FigureRelation first : telling) {
            for (const FigurePair &pair : board.pairs) {
                if (pair.relation == first && std::ranges::none_of(board.reasons, [&](const FigurePair &c) {
                        return c.reason == pair.reason;
                    }))
                    board.reasons.push_back(pair);
            }
        }
    }

    const Snapshot &m_snapshot;
    std::vector<Item> m_items;
    QHash<Key, std::vector<Member>> m_candidates;
};

} // namespace

std::vector<Board> figureBoards(const Snapshot &snapshot, std::span<const FigureContext> contexts)
{
    return Maker(snapshot, contexts).make();
}

} // namespace onrecord::match

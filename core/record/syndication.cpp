// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/syndication.h"

#include "core/record/snapshot.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <map>

namespace onrecord {

namespace {

bool isOneText(const Kinship &row, double sameTextFrom)
{
    if (row.status == Status::Rejected)
        return false;
    return row.kind == Kin::Version || row.status == Status::Accepted || row.likeness >= sameTextFrom;
}

/// Who stands for whom: a forest whose roots are the smallest ids of their groups.
class Groups
{
public:
    ArticleId rootOf(ArticleId id)
    {
        ArticleId root = id;
        for (auto it = m_parent.constFind(root); it != m_parent.cend(); it = m_parent.constFind(root))
            root = *it;
        while (id != root) // the way is shorter next time
            id = std::exchange(m_parent[id], root);
        return root;
    }
    void join(ArticleId a, ArticleId b)
    {
        const ArticleId one = rootOf(a);
        const ArticleId other = rootOf(b);
        const ArticleId low = std::min(one, other);
        const ArticleId high = std::max(one, other);
        if (low != high)
            m_parent.insert(high, low);
    }

private:
    QHash<ArticleId, ArticleId> m_parent;
};

} // namespace

std::vector<std::vector<ArticleId>> textGroups(const std::vector<Article> &articles, const std::vector<Kinship> &kinships, double sameTextFrom)
{
    Groups groups;
    QSet<ArticleId> joined;
    for (const Kinship &row : kinships) {
        if (!isOneText(row, sameTextFrom))
            continue;
        groups.join(row.article, row.earlier);
        joined << row.article << row.earlier;
    }
    std::map<ArticleId, std::vector<const Article *>> members;
    for (const Article &article : articles) {
        if (joined.contains(article.id))
            members[groups.rootOf(article.id)].push_back(&article);
    }
    std::vector<std::vector<ArticleId>> out;
    for (auto &[root, rows] : members) {
        if (rows.size() < 2)
            continue;
        std::ranges::sort(rows, {}, [](const Article *row) {
            const PartialDate &when = row->published.when;
            return std::tuple(!when.isKnown(), when.isKnown() ? when.earliest() : 0, row->id);
        });
        std::vector<ArticleId> &group = out.emplace_back();
        for (const Article *row : rows)
            group.push_back(row->id);
    }
    return out;
}

FirstPrint firstPrintOf(const Snapshot &record, std::span<const ArticleId> group)
{
    FirstPrint first;
    const PartialDate *when = nullptr;
    for (const ArticleId id : group) {
        const Article *row = record.article(id);
        if (row && row->published.when.isKnown() && (!when || row->published.when.earliest() < when->earliest())) {
            first.article = id;
            when = &row->published.when;
        }
    }
    first.isSure = when && std::ranges::all_of(group, [&](ArticleId id) {
        const Article *row = record.article(id);
        return id == first.article || (row && row->published.when.isKnown() && when->latest() < row->published.when.earliest());
    });
    return first;
}

int independentTexts(const Snapshot &record, std::span<const ArticleId> articles)
{
    QSet<ArticleId> texts;
    for (const ArticleId id : articles) {
        const auto group = record.syndicationGroup(id);
        texts.insert(group.empty() ? id : group.front());
    }
    return static_cast<int>(texts.size());
}

std::vector<ArticleId> versionsOf(const Snapshot &record, ArticleId article)
{
    std::vector<ArticleId> versions{article};
    for (size_t i = 0; i < versions.size(); ++i) {
        for (const KinshipId id : record.kinOf(versions[i])) {
            const Kinship &row = *record.kinship(id);
            if (row.kind != Kin::Version || row.status == Status::Rejected)
                continue;
            for (const ArticleId other : {row.earlier, row.article}) {
                if (!std::ranges::contains(versions, other))
                    versions.push_back(other);
            }
        }
    }
    // By the day of printing where every one says it, whatever order they came in; otherwise in that order.
    std::ranges::sort(versions);
    const auto printed = [&record](ArticleId id) { return record.article(id)->published.when; };
    if (std::ranges::all_of(versions, [&](ArticleId id) { return printed(id).isKnown() && !printed(id).isOpenStart(); }))
        std::ranges::stable_sort(versions, {}, [&](ArticleId id) { return printed(id).earliest(); });
    return versions;
}

} // namespace onrecord

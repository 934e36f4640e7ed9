// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/timeline.h"

#include "core/record/speakers.h"

#include <QHash>
#include <algorithm>
#include <limits>
#include <tuple>

namespace onrecord::explore {

namespace {

bool isSpeech(Kind kind)
{
    return kind == Kind::Statement || kind == Kind::Fragment || kind == Kind::Indirect || kind == Kind::Self;
}

bool comesBefore(const TimeMark &a, const TimeMark &b)
{
    const auto key = [](const TimeMark &m) { return std::tuple(m.extent.reachStart(), -(m.extent.end / 2 - m.extent.start / 2), !m.isSpeech, m.item); };
    return key(a) < key(b);
}

std::pair<qint64, qint64> withMargin(qint64 first, qint64 last)
{
    constexpr qint64 day = 86400;
    const qint64 margin = std::max(day / 2, (last - first) / 20);
    return {first - margin, last + margin};
}

class Builder
{
public:
    Builder(const Snapshot &snapshot, const Visible &visible, Grouping grouping, int mostGroups)
        : m_snapshot(snapshot), m_visible(visible), m_mostGroups(mostGroups)
    {
        m_out.grouping = grouping;
    }

    Timeline run()
    {
        m_out.rows.push_back({.lane = Lane::Events});
        addEvents();
        makeGroups();
        addQuotations();
        addBareArticles();
        for (TimeRow &row : m_out.rows)
            finish(row);
        dropEmptyGroups();
        findWhole();
        return std::move(m_out);
    }

private:
    void addEvents()
    {
        const auto &events = m_snapshot.events();
        for (size_t i = 0; i < events.size(); ++i) {
            if (m_visible.events[i])
                add(m_out.rows[0], {events[i].id, {}, extentOf(events[i].when.when), true});
        }
    }

    /// Where a quotation stands, and as whose words: in the row of each who says it.
    [[nodiscard]] std::vector<std::pair<ItemId, AgentId>> placesOf(const Quotation &row) const
    {
        if (m_out.grouping != Grouping::Person)
            return {{groupOf(m_snapshot.article(row.article)), row.speaker}};
        std::vector<std::pair<ItemId, AgentId>> places;
        for (const AgentId speaker : speakersOf(row))
            places.emplace_back(speaker, speaker);
        if (places.empty())
            places.emplace_back();
        return places;
    }
    [[nodiscard]] ItemId groupOf(const Article *article) const
    {
        return m_out.grouping == Grouping::Outlet && article && article->outlet ? ItemId(article->outlet) : ItemId();
    }

    /// Which groups get a pair of rows of their own.
    void makeGroups()
    {
        QHash<ItemId, qint64> counts;
        if (m_out.grouping != Grouping::None) {
            const auto &quotations = m_snapshot.quotations();
            for (size_t i = 0; i < quotations.size(); ++i) {
                if (!m_visible.quotations[i])
                    continue;
                for (const auto &[group, speaker] : placesOf(quotations[i])) {
                    if (!group.isNull())
                        counts[group] += 1;
                }
            }
            const auto &articles = m_snapshot.articles();
            for (size_t i = 0; m_out.grouping == Grouping::Outlet && i < articles.size(); ++i) {
                if (const ItemId group = m_visible.articles[i] ? groupOf(&articles[i]) : ItemId(); !group.isNull())
                    counts[group] += 0;
            }
        }
        std::vector<std::pair<qint64, ItemId>> order;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            order.emplace_back(-it.value(), it.key());
        std::ranges::sort(order);
        if (order.size() > static_cast<size_t>(m_mostGroups))
            order.resize(static_cast<size_t>(m_mostGroups));
        for (const auto &entry : order)
            addPair(entry.second);
        addPair({});
    }

    void addPair(ItemId group)
    {
        m_pairs.insert(group, m_out.rows.size());
        m_out.rows.push_back({.lane = Lane::Said, .group = group});
        m_out.rows.push_back({.lane = Lane::Printed, .group = group});
    }

    /// The Said row of a group; its Printed row follows.
    [[nodiscard]] size_t pairOf(ItemId group) const { return m_pairs.value(group, m_pairs.value(ItemId())); }

    void addQuotations()
    {
        // Every quotation of an article shares its date: read it once.
        std::vector<TimeExtent> printed;
        printed.reserve(m_snapshot.articles().size());
        for (const Article &article : m_snapshot.articles())
            printed.push_back(extentOf(article.published.when));
        const auto &quotations = m_snapshot.quotations();
        for (size_t i = 0; i < quotations.size(); ++i) {
            if (!m_visible.quotations[i])
                continue;
            const Article *article = m_snapshot.article(quotations[i].article);
            addQuotation(quotations[i], article ? printed[static_cast<size_t>(article - m_snapshot.articles().data())] : TimeExtent());
        }
    }

    void addQuotation(const Quotation &quotation, const TimeExtent &printed)
    {
        const bool speech = isSpeech(quotation.kind);
        QSet<size_t> taken; // two without a row of their own share the last one
        for (const auto &[group, speaker] : placesOf(quotation)) {
            const size_t pair = pairOf(group);
            if (taken.contains(pair))
                continue;
            taken.insert(pair);
            if (speech)
                add(m_out.rows[pair], {quotation.id, speaker, extentOf(quotation.said.when), true});
            add(m_out.rows[pair + 1], {quotation.id, speaker, printed, speech});
        }
    }

    void addBareArticles()
    {
        QSet<ArticleId> quoted;
        const auto &quotations = m_snapshot.quotations();
        for (size_t i = 0; i < quotations.size(); ++i) {
            if (m_visible.quotations[i])
                quoted.insert(quotations[i].article);
        }
        const auto &articles = m_snapshot.articles();
        for (size_t i = 0; i < articles.size(); ++i) {
            if (m_visible.articles[i] && !quoted.contains(articles[i].id))
                add(m_out.rows[pairOf(groupOf(&articles[i])) + 1], {articles[i].id, {}, extentOf(articles[i].published.when), true});
        }
    }

    void add(TimeRow &row, const TimeMark &mark)
    {
        if (!mark.extent.isKnown) {
            row.undated.push_back(mark);
            ++m_out.undatedCount;
            return;
        }
        row.marks.push_back(mark);
        ++m_out.datedCount;
    }

    /// A year-long bar must not squeeze the week in which everything happened; but nothing may be out of sight.
    void findWhole()
    {
        constexpr qint64 week = qint64{7} * 86400;
        qint64 first = std::numeric_limits<qint64>::max();
        qint64 last = std::numeric_limits<qint64>::min();
        const auto eachMark = [this](auto &&use) {
            for (const TimeRow &row : m_out.rows)
                std::ranges::for_each(row.marks, use, &TimeMark::extent);
        };
        const auto include = [&](const TimeExtent &extent) {
            first = std::min(first, extent.start);
            last = std::max(last, extent.end);
        };
        eachMark([&](const TimeExtent &extent) {
            if (extent.length() <= week)
                include(extent);
        });
        const qint64 from = first;
        const qint64 to = last;
        eachMark([&](const TimeExtent &extent) {
            if (extent.length() > week && (extent.start >= to || extent.end <= from))
                include(extent);
        });
        if (first <= last) {
            m_out.first = m_out.coreFirst = first;
            m_out.last = m_out.coreLast = last;
            findCore();
        }
    }

    /// The shortest stretch with four fifths of the marks, and what lies close beside it.
    void findCore()
    {
        std::vector<qint64> starts;
        for (const TimeRow &row : m_out.rows) {
            for (const TimeMark &mark : row.marks)
                starts.push_back(mark.extent.start);
        }
        constexpr qint64 day = 86400;
        const size_t wanted = starts.size() * 4 / 5;
        if (wanted < 4)
            return;
        std::ranges::sort(starts);
        size_t first = 0;
        for (size_t i = 0; i + wanted <= starts.size(); ++i) {
            if (starts[i + wanted - 1] - starts[i] < starts[first + wanted - 1] - starts[first])
                first = i;
        }
        size_t last = first + wanted - 1;
        const qint64 near = std::max(2 * day, (starts[last] - starts[first]) / 2);
        while (first > 0 && starts[first] - starts[first - 1] <= near)
            --first;
        while (last + 1 < starts.size() && starts[last + 1] - starts[last] <= near)
            ++last;
        const qint64 length = std::max(2 * day, starts[last] - starts[first]);
        constexpr qint64 squeezed = 30;
        if (length * squeezed < m_out.last - m_out.first) {
            m_out.coreFirst = starts[first];
            m_out.coreLast = starts[last] + day;
        }
    }

    static void finish(TimeRow &row)
    {
        std::ranges::sort(row.marks, comesBefore);
        row.ends.reserve(row.marks.size());
        for (const TimeMark &mark : row.marks)
            row.ends.push_back(mark.extent.reachEnd());
        std::ranges::sort(row.ends);
        std::ranges::sort(row.undated, {}, &TimeMark::item);
    }

    void dropEmptyGroups()
    {
        if (m_out.grouping == Grouping::None)
            return;
        const size_t rest = m_pairs.value(ItemId());
        const auto isEmpty = [](const TimeRow &row) { return row.marks.empty() && row.undated.empty(); };
        if (m_out.rows.size() > 3 && isEmpty(m_out.rows[rest]) && isEmpty(m_out.rows[rest + 1]))
            m_out.rows.erase(m_out.rows.begin() + static_cast<std::ptrdiff_t>(rest), m_out.rows.begin() + static_cast<std::ptrdiff_t>(rest) + 2);
    }

    const Snapshot &m_snapshot;
    const Visible &m_visible;
    int m_mostGroups;
    Timeline m_out;
    QHash<ItemId, size_t> m_pairs; ///< of each group its Said row
};

} // namespace

qsizetype TimeRow::countIn(qint64 from, qint64 to) const
{
    const auto begun = std::ranges::lower_bound(marks, to, {}, [](const TimeMark &m) { return m.extent.reachStart(); }) - marks.begin();
    const auto over = std::ranges::upper_bound(ends, from) - ends.begin();
    return begun - over;
}

std::vector<qint32> TimeRow::marksIn(qint64 from, qint64 to) const
{
    std::vector<qint32> out;
    qsizetype wanted = countIn(from, to);
    // Backwards from the last that has begun: everything found, the long ones from long ago need not be looked for.
    auto at = std::ranges::lower_bound(marks, to, {}, [](const TimeMark &m) { return m.extent.reachStart(); }) - marks.begin();
    for (--at; at >= 0 && wanted > 0; --at) {
        if (marks[static_cast<size_t>(at)].extent.reachEnd() > from) {
            out.push_back(static_cast<qint32>(at));
            --wanted;
        }
    }
    std::ranges::reverse(out);
    return out;
}

std::pair<qint64, qint64> Timeline::whole() const
{
    if (datedCount == 0)
        return {0, 0};
    return withMargin(first, last);
}

std::pair<qint64, qint64> Timeline::core() const
{
    if (datedCount == 0)
        return {0, 0};
    return withMargin(coreFirst, coreLast);
}

Timeline buildTimeline(const Snapshot &snapshot, const Visible &visible, Grouping grouping, int mostGroups)
{
    return Builder(snapshot, visible, grouping, mostGroups).run();
}

std::pair<qint64, qint64> stretchOf(const Snapshot &snapshot, const QSet<ItemId> &items)
{
    qint64 from = std::numeric_limits<qint64>::max();
    qint64 to = std::numeric_limits<qint64>::min();
    const auto take = [&](const PartialDate &date) {
        if (const TimeExtent extent = extentOf(date); extent.isKnown) {
            from = std::min(from, extent.start);
            to = std::max(to, extent.end);
        }
    };
    for (const ItemId &item : items) {
        if (const Event *event = item.type == ItemType::Event ? snapshot.event({item.value}) : nullptr)
            take(event->when.when);
        const Quotation *quotation = item.type == ItemType::Quotation ? snapshot.quotation({item.value}) : nullptr;
        if (quotation)
            take(quotation->said.when);
        const ArticleId articleId = quotation ? quotation->article : ArticleId{item.type == ItemType::Article ? item.value : 0};
        if (const Article *article = snapshot.article(articleId))
            take(article->published.when);
    }
    return from <= to ? std::pair(from, to) : std::pair<qint64, qint64>(0, 0);
}

} // namespace onrecord::explore

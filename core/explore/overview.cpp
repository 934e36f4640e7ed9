// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/overview.h"

#include "core/explore/attention.h"
#include "core/record/speakers.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace onrecord::explore {

namespace {

struct Heard {
    int quotations = 0;
    QSet<OutletId> outlets;
};

void countArticles(const Snapshot &record, const Visible &visible, Overview &out, QHash<OutletId, OutletShare> &shares)
{
    qint64 from = std::numeric_limits<qint64>::max();
    qint64 to = std::numeric_limits<qint64>::min();
    const auto &articles = record.articles();
    for (size_t i = 0; i < articles.size() && i < visible.articles.size(); ++i) {
        if (!visible.articles[i])
            continue;
        ++out.articles;
        if (!articles[i].outlet.isNull())
            ++shares[articles[i].outlet].articles;
        const PartialDate &day = articles[i].published.when;
        if (!day.isKnown())
            continue;
        if (!day.isOpenStart())
            from = std::min(from, day.earliest());
        // "After the 27th" was the 27th at the earliest: that day is within what is known, the time behind it is not.
        to = std::max(to, day.isOpenEnd() ? day.earliest() : day.latest());
    }
    if (from <= to) {
        out.from = from;
        out.to = to;
    }
}

void countQuotations(const Snapshot &record, const Visible &visible, Overview &out, QHash<OutletId, OutletShare> &shares)
{
    QHash<AgentId, Heard> heard;
    const auto &quotations = record.quotations();
    for (size_t i = 0; i < quotations.size() && i < visible.quotations.size(); ++i) {
        if (!visible.quotations[i])
            continue;
        ++out.quotations;
        const Article *article = record.article(quotations[i].article);
        const OutletId outlet = article ? article->outlet : OutletId();
        if (!outlet.isNull())
            ++shares[outlet].quotations;
        const std::vector<AgentId> speakers = speakersOf(quotations[i]);
        const auto isNamed = [&record](AgentId id) { return record.agent(id) && record.agent(id)->type != AgentType::Unnamed; };
        if (speakers.empty())
            out.byNobody += concernsOf(quotations[i]).testFlag(Concern::NoSpeaker);
        else if (std::ranges::none_of(speakers, isNamed))
            ++out.withoutName;
        for (const AgentId id : speakers) {
            if (!isNamed(id))
                continue;
            Heard &voice = heard[id];
            ++voice.quotations;
            if (!outlet.isNull())
                voice.outlets.insert(outlet);
        }
    }
    for (const auto &[agent, voice] : heard.asKeyValueRange())
        out.voices.push_back({.agent = agent, .quotations = voice.quotations, .outlets = static_cast<int>(voice.outlets.size())});
    std::ranges::sort(out.voices, {}, [](const Voice &voice) { return std::tuple(-voice.quotations, -voice.outlets, voice.agent.value); });
}

} // namespace

Overview overviewOf(const Snapshot &record, const Visible &visible)
{
    Overview out;
    QHash<OutletId, OutletShare> shares;
    countArticles(record, visible, out, shares);
    countQuotations(record, visible, out, shares);
    for (auto [outlet, share] : shares.asKeyValueRange()) {
        share.outlet = outlet;
        out.outlets.push_back(share);
    }
    std::ranges::sort(out.outlets, {}, [](const OutletShare &share) { return std::tuple(-share.quotations, -share.articles, share.outlet.value); });
    out.reprints = reprintsIn(record, visible);
    return out;
}

} // namespace onrecord::explore

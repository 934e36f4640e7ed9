// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/forces.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <thread>

namespace onrecord::explore {

namespace {

constexpr float scaling = 2.0F;     ///< strength of repulsion
constexpr float gravity = 0.05F;
constexpr float openAngle = 1.2F;   ///< size to distance below which a cell stands for its points
constexpr qint32 leafPoints = 8;
constexpr double tolerance = 1.0;   ///< of swinging
constexpr qint32 fewForThreads = 4000;

/// Two numbers of 16 bits woven into one of 32.
quint32 morton(quint32 x, quint32 y)
{
    const auto spread = [](quint32 v) {
        v = (v | (v << 8)) & 0x00FF00FFU;
        v = (v | (v << 4)) & 0x0F0F0F0FU;
        v = (v | (v << 2)) & 0x33333333U;
        return (v | (v << 1)) & 0x55555555U;
    };
    return spread(x) | (spread(y) << 1);
}

} // namespace

ForceSimulation::ForceSimulation(const LayoutInput &input, std::vector<QPointF> places)
    : m_count(input.count), m_threads(std::max(1, input.threads)), m_isFixed(input.isFixed)
{
    const auto n = static_cast<size_t>(m_count);
    m_isFixed.resize(n, false);
    m_x.resize(n);
    m_y.resize(n);
    m_mass.assign(n, 1);
    m_linkStart.assign(n + 1, 0);
    for (const LayoutLink &link : input.links) {
        m_mass[static_cast<size_t>(link.a)] += 1;
        m_mass[static_cast<size_t>(link.b)] += 1;
        m_linkStart[static_cast<size_t>(link.a) + 1] += 1;
        m_linkStart[static_cast<size_t>(link.b) + 1] += 1;
    }
    std::partial_sum(m_linkStart.begin(), m_linkStart.end(), m_linkStart.begin());
    m_linkTo.resize(2 * input.links.size());
    std::vector<qint32> at(m_linkStart.begin(), m_linkStart.end() - 1);
    for (const LayoutLink &link : input.links) {
        m_linkTo[static_cast<size_t>(at[static_cast<size_t>(link.a)]++)] = link.b;
        m_linkTo[static_cast<size_t>(at[static_cast<size_t>(link.b)]++)] = link.a;
    }
    for (size_t i = 0; i < n; ++i) {
        m_x[i] = static_cast<float>(places[i].x());
        m_y[i] = static_cast<float>(places[i].y());
    }
    m_force.resize(n);
    m_forceBefore.resize(n);
    m_order.resize(n);
    m_codes.resize(n);
    m_sortedX.resize(n);
    m_sortedY.resize(n);
    m_sortedMass.resize(n);
}

std::vector<QPointF> ForceSimulation::places() const
{
    std::vector<QPointF> out;
    out.reserve(m_x.size());
    for (size_t i = 0; i < m_x.size(); ++i)
        out.emplace_back(m_x[i], m_y[i]);
    return out;
}

template<class Work>
void ForceSimulation::inParallel(Work work) const
{
    if (m_threads == 1 || m_count < fewForThreads) {
        work(0, m_count);
        return;
    }
    std::vector<std::jthread> others;
    const qint32 share = (m_count + m_threads - 1) / m_threads;
    for (int i = 1; i < m_threads; ++i)
        others.emplace_back([&work, from = i * share, to = std::min(m_count, (i + 1) * share)] { work(from, to); });
    work(0, std::min(m_count, share));
}

void ForceSimulation::sortByPlace()
{
    const auto [minX, maxX] = std::ranges::minmax(m_x);
    const auto [minY, maxY] = std::ranges::minmax(m_y);
    m_side = std::max({maxX - minX, maxY - minY, 1e-3F});
    const float scale = 65535.0F / m_side;
    std::vector<std::pair<quint32, qint32>> keyed(m_x.size());
    for (size_t i = 0; i < m_x.size(); ++i) {
        const auto x = static_cast<quint32>((m_x[i] - minX) * scale);
        const auto y = static_cast<quint32>((m_y[i] - minY) * scale);
        keyed[i] = {morton(std::min(x, 65535U), std::min(y, 65535U)), static_cast<qint32>(i)};
    }
    std::ranges::sort(keyed);
    for (size_t i = 0; i < keyed.size(); ++i) {
        const auto node = static_cast<size_t>(keyed[i].second);
        m_codes[i] = keyed[i].first;
        m_order[i] = keyed[i].second;
        m_sortedX[i] = m_x[node];
        m_sortedY[i] = m_y[node];
        m_sortedMass[i] = m_mass[node];
    }
}

void ForceSimulation::buildTree()
{
    m_cells.clear();
    if (m_count > 0)
        buildCell(0, m_count, 30);
}

/// A cell over the points [first, last), which share all bits above `shift` + 2; its children follow it, so the way through the
/// tree is a walk along the array. Returns its place.
qint32 ForceSimulation::buildCell(qint32 first, qint32 last, int shift)
{
    const auto at = m_cells.size();
    m_cells.emplace_back();
    Cell cell;
    cell.size = m_side / static_cast<float>(1U << static_cast<unsigned>((30 - shift) / 2));
    for (qint32 i = first; i < last; ++i) {
        const auto k = static_cast<size_t>(i);
        cell.mass += m_sortedMass[k];
        cell.x += m_sortedX[k] * m_sortedMass[k];
        cell.y += m_sortedY[k] * m_sortedMass[k];
    }
    cell.x /= cell.mass;
    cell.y /= cell.mass;
    if (last - first <= leafPoints || shift < 0) {
        cell.first = first;
        cell.last = last;
    } else {
        qint32 begin = first;
        while (begin < last) {
            const quint32 quarter = (m_codes[static_cast<size_t>(begin)] >> shift) & 3U;
            const auto from = m_codes.begin() + begin;
            const auto end = std::find_if(from, m_codes.begin() + last, [&](quint32 code) { return ((code >> shift) & 3U) != quarter; });
            const auto stop = static_cast<qint32>(end - m_codes.begin());
            buildCell(begin, stop, shift - 2);
            begin = stop;
        }
    }
    cell.next = static_cast<qint32>(m_cells.size());
    m_cells[at] = cell;
    return static_cast<qint32>(at);
}

ForceSimulation::Vector ForceSimulation::repulsion(qint32 node) const
{
    const auto i = static_cast<size_t>(node);
    const float x = m_x[i];
    const float y = m_y[i];
    Vector sum;
    const auto end = static_cast<qint32>(m_cells.size());
    qint32 at = 0;
    const auto push = [&](float dx, float dy, float mass) {
        const float squared = dx * dx + dy * dy + 1e-4F;
        const float strength = mass / squared;
        sum.x += dx * strength;
        sum.y += dy * strength;
    };
    while (at < end) {
        const Cell &cell = m_cells[static_cast<size_t>(at)];
        const float dx = x - cell.x;
        const float dy = y - cell.y;
        if (cell.size * cell.size < openAngle * openAngle * (dx * dx + dy * dy)) {
            push(dx, dy, cell.mass);
            at = cell.next;
        } else if (cell.last > cell.first) {
            for (qint32 k = cell.first; k < cell.last; ++k) // itself adds nothing: no distance, no force
                push(x - m_sortedX[static_cast<size_t>(k)], y - m_sortedY[static_cast<size_t>(k)], m_sortedMass[static_cast<size_t>(k)]);
            at = cell.next;
        } else {
            ++at;
        }
    }
    const float factor = scaling * m_mass[i];
    return {sum.x * factor, sum.y * factor};
}

void ForceSimulation::sumForces(qint32 from, qint32 to)
{
    for (qint32 k = from; k < to; ++k) {
        // In the tree's order: neighbours walk the same cells, which are then in the cache.
        const qint32 node = m_order[static_cast<size_t>(k)];
        const auto i = static_cast<size_t>(node);
        Vector force = repulsion(node);
        for (qint32 link = m_linkStart[i]; link < m_linkStart[i + 1]; ++link) {
            const auto other = static_cast<size_t>(m_linkTo[static_cast<size_t>(link)]);
            force.x += m_x[other] - m_x[i];
            force.y += m_y[other] - m_y[i];
        }
        const float pull = gravity * m_mass[i];
        force.x -= m_x[i] * pull;
        force.y -= m_y[i] * pull;
        m_force[i] = force;
    }
}

void ForceSimulation::move()
{
    double swinging = 0;
    double traction = 0;
    for (size_t i = 0; i < m_force.size(); ++i) {
        const double mass = static_cast<double>(m_mass[i]);
        const auto now = m_force[i];
        const auto before = m_forceBefore[i];
        swinging += mass * static_cast<double>(std::hypot(now.x - before.x, now.y - before.y));
        traction += 0.5 * mass * static_cast<double>(std::hypot(now.x + before.x, now.y + before.y));
    }
    // ForceAtlas2's adaptive speed: as fast as the whole swings little.
    const double estimate = 0.05 * std::sqrt(static_cast<double>(m_count));
    const double jitter = tolerance * std::max(std::sqrt(estimate), std::min(10.0, estimate * traction / std::max(1.0, static_cast<double>(m_count) * static_cast<double>(m_count))));
    if (traction > 0 && swinging / traction > 2.0)
        m_speedEfficiency = std::max(0.05, m_speedEfficiency * 0.5);
    const double target = swinging > 0 ? jitter * m_speedEfficiency * traction / swinging : m_speed;
    if (swinging > jitter * traction)
        m_speedEfficiency = std::max(0.05, m_speedEfficiency * 0.7);
    else if (m_speed < 1000)
        m_speedEfficiency *= 1.3;
    m_speed += std::min(target - m_speed, 0.5 * m_speed);
    for (size_t i = 0; i < m_force.size(); ++i) {
        if (m_isFixed[i])
            continue;
        const auto now = m_force[i];
        const auto before = m_forceBefore[i];
        const double swing = static_cast<double>(m_mass[i]) * static_cast<double>(std::hypot(now.x - before.x, now.y - before.y));
        const double factor = m_speed / (1.0 + std::sqrt(m_speed * swing));
        m_x[i] += static_cast<float>(static_cast<double>(now.x) * factor);
        m_y[i] += static_cast<float>(static_cast<double>(now.y) * factor);
    }
    m_forceBefore = m_force;
}

void ForceSimulation::step()
{
    if (m_count == 0)
        return;
    sortByPlace();
    buildTree();
    inParallel([this](qint32 from, qint32 to) { sumForces(from, to); });
    move();
}

} // namespace onrecord::explore

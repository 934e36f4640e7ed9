// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/graphlayout.h"

#include "core/explore/forces.h"

#include <QtNumeric>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace onrecord::explore {

namespace {

constexpr qint32 unreached = -1;

/// Neighbours of all nodes in one array.
struct Adjacency {
    std::vector<qint32> start, to;

    explicit Adjacency(const LayoutInput &input) : start(static_cast<size_t>(input.count) + 1, 0), to(2 * input.links.size())
    {
        for (const LayoutLink &link : input.links) {
            start[static_cast<size_t>(link.a) + 1] += 1;
            start[static_cast<size_t>(link.b) + 1] += 1;
        }
        std::partial_sum(start.begin(), start.end(), start.begin());
        std::vector<qint32> at(start.begin(), start.end() - 1);
        for (const LayoutLink &link : input.links) {
            to[static_cast<size_t>(at[static_cast<size_t>(link.a)]++)] = link.b;
            to[static_cast<size_t>(at[static_cast<size_t>(link.b)]++)] = link.a;
        }
    }
    [[nodiscard]] qint32 count() const { return static_cast<qint32>(start.size()) - 1; }
};

/// Steps from a node to all others; `unreached` for other components.
std::vector<qint32> distancesFrom(const Adjacency &around, qint32 from)
{
    std::vector<qint32> distance(static_cast<size_t>(around.count()), unreached);
    std::vector<qint32> queue{from};
    queue.reserve(distance.size());
    distance[static_cast<size_t>(from)] = 0;
    for (size_t at = 0; at < queue.size(); ++at) {
        const auto node = static_cast<size_t>(queue[at]);
        for (qint32 k = around.start[node]; k < around.start[node + 1]; ++k) {
            const qint32 next = around.to[static_cast<size_t>(k)];
            if (distance[static_cast<size_t>(next)] == unreached) {
                distance[static_cast<size_t>(next)] = distance[node] + 1;
                queue.push_back(next);
            }
        }
    }
    return distance;
}

/// A number in [0, 1) from a key: scattering that is the same in every session.
double scatter(quint64 key, quint64 salt)
{
    quint64 z = key + salt * 0x9E3779B97F4A7C15ULL + 0x9E3779B97F4A7C15ULL; // splitmix64
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    z ^= z >> 31;
    return static_cast<double>(z >> 11) * 0x1.0p-53;
}

QPointF onDisc(quint64 key, double radius)
{
    const double angle = 2 * std::numbers::pi * scatter(key, 1);
    const double distance = radius * std::sqrt(scatter(key, 2));
    return {distance * std::cos(angle), distance * std::sin(angle)};
}

quint64 keyOf(const LayoutInput &input, size_t node)
{
    return node < input.keys.size() ? input.keys[node] : node;
}

bool isFixed(const LayoutInput &input, size_t node)
{
    return node < input.isFixed.size() && input.isFixed[node] && node < input.before.size() && input.before[node].has_value();
}

bool isCanceled(const LayoutInput &input)
{
    return input.isCanceled && input.isCanceled();
}

/// Pivots far from each other, beginning at the node of the smallest key.
std::vector<std::vector<qint32>> pivotDistances(const LayoutInput &input, const Adjacency &around, int pivots)
{
    std::vector<std::vector<qint32>> out;
    const auto n = static_cast<size_t>(input.count);
    std::vector<qint32> nearest(n, std::numeric_limits<qint32>::max());
    size_t next = 0;
    for (size_t i = 1; i < n; ++i) {
        if (std::pair(keyOf(input, i), i) < std::pair(keyOf(input, next), next))
            next = i;
    }
    for (int p = 0; p < std::min(pivots, input.count) && !isCanceled(input); ++p) {
        out.push_back(distancesFrom(around, static_cast<qint32>(next)));
        qint32 farthest = -1;
        for (size_t i = 0; i < n; ++i) {
            if (out.back()[i] != unreached)
                nearest[i] = std::min(nearest[i], out.back()[i]);
            // Of equals the largest component's come first by themselves; unreached nodes are farthest of all.
            if (nearest[i] > farthest) {
                farthest = nearest[i];
                next = i;
            }
        }
        if (farthest <= 0)
            break;
    }
    return out;
}

/// The two strongest directions of the doubly centred squared distances, by power iteration.
std::array<std::vector<double>, 2> strongestDirections(const std::vector<std::vector<double>> &centred)
{
    const size_t k = centred.size();
    const size_t n = centred.front().size();
    std::vector<std::vector<double>> product(k, std::vector<double>(k, 0));
    for (size_t a = 0; a < k; ++a) {
        for (size_t b = a; b < k; ++b)
            product[a][b] = product[b][a] = std::inner_product(centred[a].begin(), centred[a].end(), centred[b].begin(), 0.0);
    }
    std::array<std::vector<double>, 2> out;
    std::array<std::vector<double>, 2> vectors;
    for (size_t axis = 0; axis < 2; ++axis) {
        std::vector<double> v(k);
        for (size_t i = 0; i < k; ++i)
            v[i] = scatter(i, 3 + axis) - 0.5;
        for (int round = 0; round < 60; ++round) {
            std::vector<double> w(k, 0);
            for (size_t a = 0; a < k; ++a)
                w[a] = std::inner_product(product[a].begin(), product[a].end(), v.begin(), 0.0);
            if (axis == 1) { // at right angles to the first
                const double along = std::inner_product(w.begin(), w.end(), vectors[0].begin(), 0.0);
                for (size_t a = 0; a < k; ++a)
                    w[a] -= along * vectors[0][a];
            }
            const double norm = std::sqrt(std::inner_product(w.begin(), w.end(), w.begin(), 0.0));
            if (norm < 1e-12)
                break;
            for (size_t a = 0; a < k; ++a)
                v[a] = w[a] / norm;
        }
        vectors[axis] = v;
        out[axis].assign(n, 0);
        for (size_t a = 0; a < k; ++a) {
            for (size_t i = 0; i < n; ++i)
                out[axis][i] += centred[a][i] * v[a];
        }
    }
    return out;
}

/// The mean length of links is brought to the wanted one.
void scaleToLinks(const LayoutInput &input, std::vector<QPointF> &places)
{
    double sum = 0;
    for (const LayoutLink &link : input.links) {
        const QPointF d = places[static_cast<size_t>(link.a)] - places[static_cast<size_t>(link.b)];
        sum += std::hypot(d.x(), d.y());
    }
    if (input.links.empty() || sum <= 0)
        return;
    const double factor = input.linkLength * static_cast<double>(input.links.size()) / sum;
    for (QPointF &place : places)
        place *= factor;
}

void centre(std::vector<QPointF> &places)
{
    const QPointF middle = std::accumulate(places.begin(), places.end(), QPointF()) / std::max<double>(1, static_cast<double>(places.size()));
    for (QPointF &place : places)
        place -= middle;
}

/// Where a new node of a known picture begins: beside its neighbours that are there already.
std::vector<QPointF> warmStart(const LayoutInput &input, const Adjacency &around, std::vector<QPointF> fresh)
{
    std::vector<bool> isKnown(fresh.size(), false);
    bool any = false;
    for (size_t i = 0; i < fresh.size() && i < input.before.size(); ++i) {
        if (input.before[i]) {
            fresh[i] = *input.before[i];
            isKnown[i] = true;
            any = true;
        }
    }
    if (!any)
        return fresh;
    // Ring by ring outwards from what is known.
    for (bool moved = true; moved;) {
        moved = false;
        std::vector<size_t> settled;
        for (size_t i = 0; i < fresh.size(); ++i) {
            if (isKnown[i])
                continue;
            QPointF sum;
            int neighbours = 0;
            for (qint32 k = around.start[i]; k < around.start[i + 1]; ++k) {
                const auto other = static_cast<size_t>(around.to[static_cast<size_t>(k)]);
                if (isKnown[other]) {
                    sum += fresh[other];
                    ++neighbours;
                }
            }
            if (neighbours == 0)
                continue;
            const double angle = 2 * std::numbers::pi * scatter(keyOf(input, i), 1);
            fresh[i] = sum / neighbours + QPointF(std::cos(angle), std::sin(angle)) * input.linkLength * 0.6;
            settled.push_back(i);
            moved = true;
        }
        for (const size_t i : settled)
            isKnown[i] = true;
    }
    return fresh;
}

/// Stress majorisation over all pairs: each node moves to where its distances to all others want it.
void majorise(const LayoutInput &input, const Adjacency &around, std::vector<QPointF> &places, const std::vector<bool> &stays, int rounds)
{
    const size_t n = places.size();
    std::vector<std::vector<qint32>> distance;
    for (size_t i = 0; i < n; ++i)
        distance.push_back(distancesFrom(around, static_cast<qint32>(i)));
    // Components know nothing of each other: a little farther than their own size keeps them side by side.
    const double apart = 1.2 + 0.7 * std::sqrt(static_cast<double>(n));
    for (int round = 0; round < rounds && !isCanceled(input); ++round) {
        double moved = 0;
        for (size_t i = 0; i < n; ++i) {
            if (stays[i])
                continue;
            QPointF sum;
            double weights = 0;
            for (size_t j = 0; j < n; ++j) {
                if (i == j)
                    continue;
                const double steps = distance[i][j] == unreached ? apart : distance[i][j];
                const double wanted = steps * input.linkLength;
                const double weight = distance[i][j] == unreached ? 0.2 / (steps * steps) : 1 / (steps * steps);
                QPointF d = places[i] - places[j];
                double length = std::hypot(d.x(), d.y());
                if (length < 1e-6) { // on one spot: apart by their keys
                    d = onDisc(keyOf(input, i) ^ (keyOf(input, j) << 1), 1);
                    length = std::max(1e-6, std::hypot(d.x(), d.y()));
                }
                sum += weight * (places[j] + d * (wanted / length));
                weights += weight;
            }
            if (weights <= 0)
                continue;
            const QPointF to = sum / weights;
            moved = std::max(moved, std::hypot(to.x() - places[i].x(), to.y() - places[i].y()));
            places[i] = to;
        }
        if (moved < 0.3)
            break;
    }
}

/// Turns a fresh picture so that it is wider than high, its heavier side up, as the pane wants it.
void turn(const LayoutInput &input, std::vector<QPointF> &places)
{
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (const QPointF &p : places) {
        xx += p.x() * p.x();
        xy += p.x() * p.y();
        yy += p.y() * p.y();
    }
    const double angle = 0.5 * std::atan2(2 * xy, xx - yy) + (input.aspect < 1 ? std::numbers::pi / 2 : 0);
    const double c = std::cos(-angle);
    const double s = std::sin(-angle);
    for (QPointF &p : places)
        p = QPointF(p.x() * c - p.y() * s, p.x() * s + p.y() * c);
}

/// Drawn out towards the shape of the pane: labels are wide, panes are wider.
void widen(const LayoutInput &input, std::vector<QPointF> &places)
{
    const auto [left, right] = std::ranges::minmax(places, {}, [](const QPointF &p) { return p.x(); });
    const auto [top, bottom] = std::ranges::minmax(places, {}, [](const QPointF &p) { return p.y(); });
    const double width = std::max(right.x() - left.x(), input.linkLength);
    const double height = std::max(bottom.y() - top.y(), input.linkLength * 0.5);
    constexpr double most = 3.2;
    const double factor = std::clamp(input.aspect * height / width, 1 / most, most);
    for (QPointF &place : places) {
        if (factor > 1)
            place.rx() *= factor;
        else
            place.ry() /= factor;
    }
}

std::vector<QPointF> layOutSmall(const LayoutInput &input, const Adjacency &around)
{
    std::vector<QPointF> fresh = pivotStart(input, smallGraph);
    scaleToLinks(input, fresh);
    const bool isWarm = std::ranges::any_of(input.before, [](const auto &place) { return place.has_value(); });
    std::vector<QPointF> places = warmStart(input, around, std::move(fresh));
    // A known picture stays as it is: only what is new looks for its place.
    std::vector<bool> stays(places.size(), false);
    for (size_t i = 0; i < places.size(); ++i)
        stays[i] = isFixed(input, i) || (i < input.before.size() && input.before[i].has_value());
    majorise(input, around, places, stays, 150);
    if (!isWarm) {
        centre(places);
        turn(input, places);
        widen(input, places);
    }
    if (input.room.size() == places.size())
        pushApart(places, input.room, input.isFixed);
    return places;
}

std::vector<QPointF> layOutLarge(const LayoutInput &input, const Adjacency &around)
{
    std::vector<QPointF> fresh = pivotStart(input);
    scaleToLinks(input, fresh);
    const bool isWarm = std::ranges::any_of(input.before, [](const auto &place) { return place.has_value(); });
    std::vector<QPointF> start = warmStart(input, around, std::move(fresh));
    // The forces balance at another measure than the picture's.
    const double unit = input.linkLength / 10;
    for (QPointF &place : start)
        place /= unit;
    ForceSimulation simulation(input, std::move(start));
    const int steps = isWarm ? input.steps / 3 : input.steps;
    for (int i = 0; i < steps && !isCanceled(input); ++i)
        simulation.step();
    std::vector<QPointF> places = simulation.places();
    for (QPointF &place : places)
        place *= unit;
    if (!isWarm) {
        centre(places);
        turn(input, places);
        scaleToLinks(input, places);
    }
    return places;
}

} // namespace

std::vector<QPointF> pivotStart(const LayoutInput &input, int pivots)
{
    const auto n = static_cast<size_t>(input.count);
    std::vector<QPointF> places(n);
    if (n == 0)
        return places;
    const Adjacency around(input);
    const auto distances = pivotDistances(input, around, pivots);
    const double apart = 1.5 * std::sqrt(static_cast<double>(n));
    std::vector<std::vector<double>> centred;
    for (const auto &row : distances) {
        std::vector<double> squared(n);
        for (size_t i = 0; i < n; ++i) {
            const double d = row[i] == unreached ? apart : row[i];
            squared[i] = d * d;
        }
        centred.push_back(std::move(squared));
    }
    std::vector<double> columnMean(n, 0);
    double mean = 0;
    for (auto &row : centred) {
        for (size_t i = 0; i < n; ++i)
            columnMean[i] += row[i] / static_cast<double>(centred.size());
    }
    mean = std::accumulate(columnMean.begin(), columnMean.end(), 0.0) / static_cast<double>(n);
    for (auto &row : centred) {
        const double rowMean = std::accumulate(row.begin(), row.end(), 0.0) / static_cast<double>(n);
        for (size_t i = 0; i < n; ++i)
            row[i] = -0.5 * (row[i] - columnMean[i] - rowMean + mean);
    }
    if (!centred.empty()) {
        const auto axes = strongestDirections(centred);
        for (size_t i = 0; i < n; ++i)
            places[i] = QPointF(axes[0][i], axes[1][i]);
    }
    // Leaves of one node have the same distances to all pivots: a little apart, or no force could part them.
    double size = 0;
    for (const QPointF &place : places)
        size = std::max({size, std::abs(place.x()), std::abs(place.y())});
    for (size_t i = 0; i < n; ++i)
        places[i] += onDisc(keyOf(input, i), size > 0 ? size * 0.02 : 1);
    return places;
}

void pushApart(std::vector<QPointF> &places, const std::vector<QSizeF> &room, const std::vector<bool> &isFixedFlags, int rounds)
{
    const auto fixed = [&](size_t i) { return i < isFixedFlags.size() && isFixedFlags[i]; };
    for (int round = 0; round < rounds; ++round) {
        bool any = false;
        for (size_t i = 0; i < places.size(); ++i) {
            for (size_t j = i + 1; j < places.size(); ++j) {
                const QPointF d = places[j] - places[i];
                const double overX = (room[i].width() + room[j].width()) / 2 - std::abs(d.x());
                const double overY = (room[i].height() + room[j].height()) / 2 - std::abs(d.y());
                if (overX <= 0 || overY <= 0 || (fixed(i) && fixed(j)))
                    continue;
                any = true;
                // The shorter way out; half a step too far, so that it ends.
                QPointF push = overX < overY ? QPointF(d.x() < 0 ? -overX : overX, 0) : QPointF(0, d.y() < 0 ? -overY : overY);
                push *= 0.55;
                if (!fixed(i))
                    places[i] -= fixed(j) ? 2 * push : push;
                if (!fixed(j))
                    places[j] += fixed(i) ? 2 * push : push;
            }
        }
        if (!any)
            return;
    }
}

std::vector<QPointF> layOutGraph(const LayoutInput &input)
{
    if (input.count <= 0)
        return {};
    if (input.count == 1)
        return {isFixed(input, 0) || (!input.before.empty() && input.before[0]) ? *input.before[0] : QPointF()};
    const Adjacency around(input);
    std::vector<QPointF> places = input.count <= smallGraph ? layOutSmall(input, around) : layOutLarge(input, around);
    for (size_t i = 0; i < places.size(); ++i) {
        if (isFixed(input, i))
            places[i] = *input.before[i];
        else if (!qIsFinite(places[i].x()) || !qIsFinite(places[i].y()))
            places[i] = onDisc(keyOf(input, i), input.linkLength);
    }
    return places;
}

} // namespace onrecord::explore

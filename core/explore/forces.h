// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/graphlayout.h"

namespace onrecord::explore {

/// ForceAtlas2 on many nodes: repulsion by a Barnes–Hut tree in Morton order, linear attraction, gravity, speed from swinging and
/// traction. One object a run; step() may be measured. Each node's force is summed in one fixed order, so threads change nothing.
class ForceSimulation
{
public:
    /// `places` in any unit; the forces find their own.
    ForceSimulation(const LayoutInput &input, std::vector<QPointF> places);
    void step();
    [[nodiscard]] std::vector<QPointF> places() const;

private:
    struct Cell {
        float x = 0, y = 0, mass = 0; ///< centre of mass
        float size = 0;
        qint32 next = 0;              ///< the cell to go on with when this one is not opened
        qint32 first = 0, last = 0;   ///< points of a leaf; first == last inside
    };
    struct Vector {
        float x = 0, y = 0;
    };

    void sortByPlace();
    void buildTree();
    qint32 buildCell(qint32 first, qint32 last, int shift);
    [[nodiscard]] Vector repulsion(qint32 node) const;
    void sumForces(qint32 from, qint32 to);
    void move();
    template<class Work>
    void inParallel(Work work) const;

    qint32 m_count;
    int m_threads;
    std::vector<float> m_x, m_y, m_mass;
    std::vector<bool> m_isFixed;
    std::vector<qint32> m_linkStart, m_linkTo;
    std::vector<Vector> m_force, m_forceBefore;
    std::vector<qint32> m_order;    ///< nodes in Morton order
    std::vector<quint32> m_codes;   ///< of m_order
    std::vector<float> m_sortedX, m_sortedY, m_sortedMass;
    std::vector<Cell> m_cells;
    float m_side = 1;
    double m_speed = 1;
    double m_speedEfficiency = 1;
};

} // namespace onrecord::explore

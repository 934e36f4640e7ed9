// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <vector>

namespace onrecord::bench {

/// One number measured again and again.
class Series
{
public:
    void add(double value) { m_values.push_back(value); }
    [[nodiscard]] bool isEmpty() const { return m_values.empty(); }
    /// The middle one; of an even count the mean of the middle two.
    [[nodiscard]] double median() const;
    /// Nearest rank: with fewer than 20 values the largest.
    [[nodiscard]] double p95() const;
    [[nodiscard]] double max() const;
    /// {"median", "p95", "min", "max", "all"}, in the order of measuring.
    [[nodiscard]] QJsonObject toJson() const;

private:
    [[nodiscard]] std::vector<double> sorted() const;

    std::vector<double> m_values;
};

} // namespace onrecord::bench

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/series.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>

namespace onrecord::bench {

using namespace Qt::StringLiterals;

std::vector<double> Series::sorted() const
{
    std::vector<double> values = m_values;
    std::ranges::sort(values);
    return values;
}

double Series::median() const
{
    const std::vector<double> values = sorted();
    if (values.empty())
        return 0;
    const size_t middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double Series::p95() const
{
    const std::vector<double> values = sorted();
    if (values.empty())
        return 0;
    const auto rank = static_cast<size_t>(std::ceil(0.95 * static_cast<double>(values.size())));
    return values[std::max<size_t>(rank, 1) - 1];
}

double Series::max() const
{
    return m_values.empty() ? 0 : *std::ranges::max_element(m_values);
}

QJsonObject Series::toJson() const
{
    const auto rounded = [](double value) { return std::round(value * 10) / 10; };
    QJsonArray all;
    for (const double value : m_values)
        all.append(rounded(value));
    return {{u"median"_s, rounded(median())},
            {u"p95"_s, rounded(p95())},
            {u"min"_s, m_values.empty() ? 0 : rounded(*std::ranges::min_element(m_values))},
            {u"max"_s, rounded(max())},
            {u"all"_s, all}};
}

} // namespace onrecord::bench

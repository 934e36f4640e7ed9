// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <random>
#include <vector>

namespace onrecord::bench {

/// The words of a quotation by their rank, the commonest being 0.
using Words = std::vector<quint32>;

/// Quotations as they come in news: words by Zipf's law, half of them with a stock phrase, 6 to 40 words. One seed, one collection.
class Invention
{
public:
    explicit Invention(quint32 seed);

    int below(int limit) { return static_cast<int>(m_random() % static_cast<quint32>(limit)); }
    quint32 word();
    Words quotation();

    // What becomes of a quotation on its way.
    Words cut(Words words);
    Words swapped(Words words);
    Words truncated(Words words);

private:
    std::mt19937 m_random;
    std::vector<double> m_upTo;
    std::vector<Words> m_phrases;
};

/// As it is printed, in marks; `style` 0 or 1 decides marks, points and capitals.
[[nodiscard]] QString printed(const Words &words, int style);

} // namespace onrecord::bench

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/inventedquotes.h"

#include <algorithm>
#include <cmath>

namespace onrecord::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int vocabulary = 60'000;

QString spelled(quint32 word)
{
    QString out;
    for (quint32 rest = word + 30; rest > 0; rest /= 20) {
        out += QLatin1Char("bcdfghjklmnpqrstvwxz"[rest % 20]);
        out += QLatin1Char("aeiou"[rest % 5]);
    }
    return out;
}

} // namespace

Invention::Invention(quint32 seed) : m_random(seed)
{
    double sum = 0;
    for (int rank = 1; rank <= vocabulary; ++rank) {
        sum += 1.0 / std::pow(rank + 2.7, 1.05);
        m_upTo.push_back(sum);
    }
    for (int i = 0; i < 300; ++i) {
        Words phrase;
        for (int length = 3 + below(4); length > 0; --length)
            phrase.push_back(static_cast<quint32>(below(400)));
        m_phrases.push_back(phrase);
    }
}

quint32 Invention::word()
{
    const double at = double(m_random()) / double(std::mt19937::max()) * m_upTo.back();
    return static_cast<quint32>(std::ranges::lower_bound(m_upTo, at) - m_upTo.begin());
}

Words Invention::quotation()
{
    Words out;
    const int length = 6 + below(14) + below(22);
    const int phraseAt = below(2) == 0 ? below(length) : -1;
    while (static_cast<int>(out.size()) < length) {
        if (static_cast<int>(out.size()) == phraseAt) {
            const Words &phrase = m_phrases[static_cast<size_t>(below(static_cast<int>(m_phrases.size())))];
            out.insert(out.end(), phrase.begin(), phrase.end());
        }
        out.push_back(word());
    }
    return out;
}

Words Invention::cut(Words words)
{
    const int gone = 1 + below(std::max(1, static_cast<int>(words.size()) / 4));
    const int from = 1 + below(std::max(1, static_cast<int>(words.size()) - gone - 1));
    words.erase(words.begin() + from, words.begin() + std::min<int>(from + gone, static_cast<int>(words.size())));
    return words;
}

Words Invention::swapped(Words words)
{
    for (int times = 1 + below(2); times > 0; --times)
        words[static_cast<size_t>(below(static_cast<int>(words.size())))] = word();
    return words;
}

Words Invention::truncated(Words words)
{
    const int kept = std::max(5, static_cast<int>(words.size()) * (60 + below(30)) / 100);
    if (below(2) == 0)
        words.resize(static_cast<size_t>(std::min<int>(kept, static_cast<int>(words.size()))));
    else
        words.erase(words.begin(), words.end() - std::min<int>(kept, static_cast<int>(words.size())));
    return words;
}

QString printed(const Words &words, int style)
{
    QString out = style == 0 ? u"“"_s : u"\""_s;
    for (size_t i = 0; i < words.size(); ++i) {
        QString word = spelled(words[i]);
        if (i == 0 || (style == 1 && i % 9 == 0))
            word[0] = word[0].toUpper();
        out += word + (style == 0 && i % 7 == 6 ? u", "_s : style == 1 && i % 6 == 5 ? u" — "_s : style == 1 && i % 5 == 1 ? u"\n"_s : u" "_s);
    }
    return out.trimmed() + (style == 0 ? u".”"_s : u" …\""_s);
}

} // namespace onrecord::bench

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/passages.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 hashSeed = 0xcbf29ce484222325ULL;
constexpr quint64 hashPrime = 0x100000001b3ULL;

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’' || c == u'‘' || c == u'ʼ';
}

quint64 pairOf(quint64 a, quint64 b)
{
    return (a * 0x9e3779b97f4a7c15ULL) ^ (b + (a >> 29));
}

/// Four letters that stand everywhere, English or German.
bool isCommon(QStringView word)
{
    static const QSet<QString> words = [] {
        const QString list = u"also back been both came come dass dein dies does doch done down each eine even from gave gets give goes gone good have here hier into just kann kein know last like "
                             "long made make many mehr mein more most much must need next nach nein nice noch nope only once over said same says seen sich sind some soll such sure take tell than that "
                             "them then they this thus time told took true upon used very want ways week well went were what when will wird with wont year your auch aber alle dann denn wenn weil will wird"_s;
        const QStringList all = list.split(u' ', Qt::SkipEmptyParts);
        return QSet<QString>(all.begin(), all.end());
    }();
    return words.contains(word.toString().toLower());
}

} // namespace

std::vector<LightWord> lightWords(QStringView text)
{
    std::vector<LightWord> out;
    out.reserve(static_cast<size_t>(text.size() / 6));
    const auto isLetter = [](QChar c) { return c.isLetterOrNumber() || c.isMark(); };
    for (qsizetype i = 0; i < text.size();) {
        if (!isLetter(text[i])) {
            ++i;
            continue;
        }
        LightWord word;
        word.span.start = static_cast<qint32>(i);
        word.hash = hashSeed;
        int letters = 0;
        while (i < text.size()) {
            const QChar c = text[i];
            if (isLetter(c)) {
                word.hash = (word.hash ^ c.toCaseFolded().unicode()) * hashPrime;
                ++letters;
            } else if (isApostrophe(c) && i + 1 < text.size() && isLetter(text[i + 1])) {
                word.hash = (word.hash ^ u'\'') * hashPrime;
            } else if (c == QChar(0x00AD)) {
                // invisible
            } else if (c == u'-' && i + 2 < text.size() && text[i + 1] == u'\n' && text[i + 2].isLower()) {
                ++i;
            } else if ((c == u'.' || c == u',') && text[i - 1].isDigit() && i + 1 < text.size() && text[i + 1].isDigit()) {
                word.hash = (word.hash ^ c.unicode()) * hashPrime;
            } else {
                break;
            }
            ++i;
        }
        word.span.end = static_cast<qint32>(i);
        word.tells = letters >= 5 || text[word.span.start].isDigit() || (letters == 4 && !isCommon(text.sliced(word.span.start, word.span.length())));
        out.push_back(word);
    }
    return out;
}

std::vector<Span> likelyPassages(const std::vector<LightWord> &text, const std::vector<LightWord> &asked, int most)
{
    std::vector<Span> out;
    if (asked.empty() || text.empty())
        return out;
    QSet<quint64> words;
    QSet<quint64> pairs;
    int best = 0;
    for (size_t i = 0; i < asked.size(); ++i) {
        best += asked[i].tells && !words.contains(asked[i].hash) ? 1 : 0;
        if (asked[i].tells)
            words.insert(asked[i].hash);
        if (i + 1 < asked.size()) {
            pairs.insert(pairOf(asked[i].hash, asked[i + 1].hash));
            best += 1;
        }
    }
    std::vector<int> worth(text.size(), 0);
    for (size_t i = 0; i < text.size(); ++i) {
        worth[i] += text[i].tells && words.contains(text[i].hash) ? 1 : 0;
        worth[i] += i + 1 < text.size() && pairs.contains(pairOf(text[i].hash, text[i + 1].hash)) ? 1 : 0;
    }
    const size_t width = std::min(text.size(), asked.size() + asked.size() / 2 + 4);
    const int least = std::max(1, best / 4);
    for (int round = 0; round < most; ++round) {
        int sum = 0;
        int top = 0;
        size_t topAt = 0;
        for (size_t i = 0; i < text.size(); ++i) {
            sum += worth[i];
            if (i >= width)
                sum -= worth[i - width];
            if (sum > top) {
                top = sum;
                topAt = i;
            }
        }
        if (top < least)
            break;
        size_t from = topAt + 1 > width ? topAt + 1 - width : 0;
        size_t to = topAt;
        while (from < to && worth[from] == 0)
            ++from;
        // One more word: a pair's worth stands at its first.
        out.push_back({text[from].span.start, text[std::min(to + 1, text.size() - 1)].span.end});
        std::fill(worth.begin() + static_cast<ptrdiff_t>(from), worth.begin() + static_cast<ptrdiff_t>(to) + 1, 0);
    }
    return out;
}

std::vector<WordRun> runsIn(const std::vector<LightWord> &text, const std::vector<LightWord> &asked, size_t least)
{
    QMultiHash<quint64, size_t> starts;
    QSet<quint64> wanted;
    for (size_t j = 0; j + 1 < asked.size(); ++j)
        wanted.insert(pairOf(asked[j].hash, asked[j + 1].hash));
    for (size_t i = text.size(); i-- > 1;) {
        const quint64 pair = pairOf(text[i - 1].hash, text[i].hash);
        if (wanted.contains(pair))
            starts.insert(pair, i - 1);
    }
    std::vector<WordRun> out;
    for (size_t j = 0; j + 1 < asked.size(); ++j) {
        WordRun best{j, 0, 0};
        const auto [from, to] = std::as_const(starts).equal_range(pairOf(asked[j].hash, asked[j + 1].hash));
        for (auto it = from; it != to; ++it) {
            size_t length = 0;
            while (j + length < asked.size() && *it + length < text.size() && asked[j + length].hash == text[*it + length].hash)
                ++length;
            if (length > best.length || (length == best.length && *it < best.text))
                best = {j, *it, length};
        }
        if (best.length >= least)
            out.push_back(best);
    }
    return out;
}

} // namespace onrecord::match

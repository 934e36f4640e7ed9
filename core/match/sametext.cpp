// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/sametext.h"

#include "core/text/fold.h"
#include "core/text/tokens.h"

#include <QHash>
#include <QUrl>
#include <QUrlQuery>
#include <QtEndian>
#include <algorithm>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

struct Word {
    Span span;
    quint32 hash = 0;
};

/// FNV-1a over UTF-16 units: the same everywhere, unlike qHash.
std::vector<Word> wordsOf(QStringView text)
{
    std::vector<Word> words;
    bool inside = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isWord = isWordUnit(text[i]);
        if (isWord && !inside)
            words.push_back({{static_cast<qint32>(i), static_cast<qint32>(i)}, 0x811c9dc5U});
        if (isWord) {
            words.back().hash = (words.back().hash ^ text[i].unicode()) * 0x01000193U;
            words.back().span.end = static_cast<qint32>(i + 1);
        }
        inside = isWord;
    }
    return words;
}

/// The finalizer of MurmurHash3: every bit of the input moves every bit of the output.
quint32 mixed(quint32 hash)
{
    hash = (hash ^ (hash >> 16)) * 0x85ebca6bU;
    hash = (hash ^ (hash >> 13)) * 0xc2b2ae35U;
    return hash ^ (hash >> 16);
}

bool onlyFollowsReaders(const QString &parameter)
{
    static const QStringList names{u"fbclid"_s, u"gclid"_s, u"dclid"_s, u"msclkid"_s, u"igshid"_s, u"mc_cid"_s, u"mc_eid"_s, u"cmpid"_s, u"ref"_s, u"smid"_s, u"share"_s};
    return parameter.startsWith("utm_"_L1) || names.contains(parameter);
}

bool hasSurroundings(QStringView text, Span place, const Anchor &anchor)
{
    return text.first(place.start).endsWith(anchor.prefix) && text.sliced(place.end).startsWith(anchor.suffix);
}

} // namespace

WordRuns wordRuns(QStringView folded)
{
    const std::vector<Word> words = wordsOf(folded);
    WordRuns runs;
    runs.reserve(words.size());
    for (size_t i = 2; i < words.size(); ++i)
        runs.push_back(mixed(mixed(mixed(words[i - 2].hash) + words[i - 1].hash) + words[i].hash));
    std::ranges::sort(runs);
    runs.erase(std::ranges::unique(runs).begin(), runs.end());
    return runs;
}

std::vector<quint32> sketchOf(const WordRuns &runs)
{
    if (runs.size() < fewestRuns)
        return {};
    return {runs.begin(), runs.begin() + static_cast<qsizetype>(std::min(sketchSize, runs.size()))};
}

QByteArray packSketch(const std::vector<quint32> &sketch)
{
    QByteArray bytes(static_cast<qsizetype>(sketch.size() * sizeof(quint32)), Qt::Uninitialized);
    if (!sketch.empty()) // no pointer to nothing
        qToLittleEndian<quint32>(sketch.data(), static_cast<qsizetype>(sketch.size()), bytes.data());
    return bytes;
}

std::vector<quint32> unpackSketch(const QByteArray &bytes)
{
    std::vector<quint32> sketch(static_cast<size_t>(bytes.size()) / sizeof(quint32));
    if (!sketch.empty())
        qFromLittleEndian<quint32>(bytes.constData(), static_cast<qsizetype>(sketch.size()), sketch.data());
    return sketch;
}

double likeness(const WordRuns &a, const WordRuns &b)
{
    const size_t fewer = std::min(a.size(), b.size());
    if (fewer < fewestRuns)
        return 0;
    size_t both = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (*left < *right) {
            ++left;
        } else if (*right < *left) {
            ++right;
        } else {
            ++both, ++left, ++right;
        }
    }
    return static_cast<double>(both) / static_cast<double>(fewer);
}

QString addressKey(const QString &url)
{
    const QUrl parsed(url.trimmed());
    const QString scheme = parsed.scheme().toLower();
    QString host = parsed.host().toLower();
    if ((scheme != "http"_L1 && scheme != "https"_L1) || host.isEmpty())
        return {};
    for (const QLatin1StringView prefix : {"www."_L1, "m."_L1, "amp."_L1}) {
        if (host.startsWith(prefix))
            host.remove(0, prefix.size());
    }
    QString path = parsed.path(QUrl::FullyDecoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    QStringList parameters;
    const auto items = QUrlQuery(parsed).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (!onlyFollowsReaders(name.toLower()))
            parameters << name + u'=' + value;
    }
    parameters.sort();
    if (path.isEmpty() && parameters.isEmpty())
        return {};
    return host + path + (parameters.isEmpty() ? QString() : u'?' + parameters.join(u'&'));
}

std::optional<Span> onlyPlace(QStringView text, const Anchor &anchor)
{
    if (anchor.exact.isEmpty())
        return {};
    std::vector<Span> places;
    for (qsizetype at = text.indexOf(anchor.exact); at >= 0; at = text.indexOf(anchor.exact, at + 1))
        places.push_back({static_cast<qint32>(at), static_cast<qint32>(at + anchor.exact.size())});
    if (places.size() > 1)
        std::erase_if(places, [&](Span place) { return !hasSurroundings(text, place, anchor); });
    return places.size() == 1 ? std::optional(places.front()) : std::nullopt;
}

Span likeliestPlace(QStringView text, QStringView words)
{
    // Folding moves offsets: its own way back leads to the text again.
    const Folded folded = fold(text);
    const std::vector<Word> there = wordsOf(folded.text);
    const std::vector<Word> wanted = wordsOf(foldedText(words));
    if (wanted.empty() || there.empty())
        return {};
    QHash<quint32, int> missing; // how often each wanted word is not yet in the window
    for (const Word &word : wanted)
        ++missing[word.hash];
    QHash<quint64, size_t> pairs; // words that follow each other in both count more than words anywhere; the first's place in `wanted`
    const auto pairOf = [](const std::vector<Word> &in, size_t second) { return quint64(in[second - 1].hash) << 32 | in[second].hash; };
    for (size_t i = wanted.size(); i > 1; --i)
        pairs.insert(pairOf(wanted, i - 1), i - 2);
    const auto isPair = [&](size_t second) { return second > 0 && pairs.contains(pairOf(there, second)); };
    const size_t width = std::min(wanted.size(), there.size());
    int shared = 0;
    int inOrder = 0;
    int best = 0;
    size_t bestAt = 0;
    for (size_t i = 0; i < there.size(); ++i) {
        if (const auto it = missing.find(there[i].hash); it != missing.end() && (*it)-- > 0)
            ++shared;
        inOrder += width > 1 && isPair(i) ? 1 : 0;
        if (i >= width) {
            if (const auto it = missing.find(there[i - width].hash); it != missing.end() && ++*it > 0)
                --shared;
            inOrder -= width > 1 && isPair(i - width + 1) ? 1 : 0;
        }
        if (const int points = shared + 2 * inOrder; i + 1 >= width && static_cast<size_t>(shared) * 2 >= wanted.size() && points > best) {
            best = points;
            bestAt = i + 1 - width;
        }
    }
    if (best == 0)
        return {};
    for (size_t i = bestAt + 1; i < bestAt + width; ++i) { // so that the first pair stands as far from the beginning as in `words`
        if (isPair(i)) {
            bestAt = std::min(i - 1 - std::min(i - 1, pairs.value(pairOf(there, i))), there.size() - width);
            break;
        }
    }
    const auto originAt = [&folded](qint32 at) { return folded.origin[static_cast<size_t>(at)]; };
    const Span last = there[bestAt + width - 1].span;
    return {originAt(there[bestAt].span.start), originAt(last.end - 1) + 1};
}

} // namespace onrecord::match

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"

#include <QByteArray>
#include <QString>
#include <QStringView>
#include <optional>
#include <vector>

/// Do two articles share their words? Runs of three words are hashed; the share of the shorter article's runs that stand in the longer one
/// too is their likeness. A small sketch, the smallest hashes (Broder, "On the resemblance and containment of documents", 1997), finds
/// in near-linear time who is worth comparing. Pure and deterministic on any machine.
namespace onrecord::match {

/// Hashes of runs of three words, each once, ascending.
using WordRuns = std::vector<quint32>;

/// Texts with fewer runs say too little to be called the same.
inline constexpr size_t fewestRuns = 30;
inline constexpr size_t sketchSize = 32;

/// `folded`: the folded text without what is struck.
[[nodiscard]] WordRuns wordRuns(QStringView folded);
/// The first sketchSize of them; nothing for a text with fewer than fewestRuns.
[[nodiscard]] std::vector<quint32> sketchOf(const WordRuns &runs);
[[nodiscard]] QByteArray packSketch(const std::vector<quint32> &sketch);
[[nodiscard]] std::vector<quint32> unpackSketch(const QByteArray &bytes);
/// 0 to 1; 0 when one has fewer than fewestRuns.
[[nodiscard]] double likeness(const WordRuns &a, const WordRuns &b);

/// What is the same for every copy of one address: without scheme, "www.", fragment, trailing slash and the parameters that only
/// follow readers around. Empty for what is no address of an article (no host, or a site's front page).
[[nodiscard]] QString addressKey(const QString &url);

/// Where `anchor`'s words stand in another text: at their only place, or at the only one with the same surroundings. Nothing otherwise.
[[nodiscard]] std::optional<Span> onlyPlace(QStringView text, const Anchor &anchor);
/// The stretch of `text` that shares most words with `words`, at least half of them, those in the same order before others; for a person to
/// decide on. Empty when there is none.
[[nodiscard]] Span likeliestPlace(QStringView text, QStringView words);

} // namespace onrecord::match

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record.h"
#include "core/store/sql.h"

#include <vector>

/// How the lists and dates of the record are spelled in columns; see docs/schema.md.
namespace onrecord::store {

[[nodiscard]] QString jsonOf(const QStringList &words);              // ["a","b"]
[[nodiscard]] QString jsonOf(const std::vector<Remark> &remarks);    // [{"remark":"cut-off","args":["a"],"seen":true}]
[[nodiscard]] QString jsonOf(const std::vector<Span> &spans);        // [[1,2],[5,9]]
[[nodiscard]] QString jsonOf(const std::vector<Marker> &markers);    // [[1,2,3]] start, end, kind
[[nodiscard]] QString jsonOf(const std::vector<UncertainWord> &words); // [[1,2,61]] start, end, percent
/// Empty when the words are not such a list.
[[nodiscard]] std::vector<Remark> remarksFrom(const QString &json);
[[nodiscard]] QStringList stringsFrom(const QString &json);
[[nodiscard]] std::vector<Span> spansFrom(const QString &json);
[[nodiscard]] std::vector<Marker> markersFrom(const QString &json);
[[nodiscard]] std::vector<UncertainWord> uncertainFrom(const QString &json);

/// The five columns of a date: edtf, earliest, latest, basis, words.
void addDate(std::vector<Value> &values, const Dated &date);
/// The five columns of an anchor: start, end, exact, prefix, suffix.
void addAnchor(std::vector<Value> &values, const Anchor &anchor);

/// A new stable identity: an UUID of version 7 (RFC 9562, 6.2 method 3). Those made one after the other stand side by side in an index, so
/// that an import touches one page of it and not as many as rows.
[[nodiscard]] QByteArray newUuid();

/// The same words with every lone surrogate as U+FFFD: what UTF-8 can carry, offsets unchanged.
[[nodiscard]] QString wellFormed(const QString &text);

/// The first words of something, for the name of an undo step.
[[nodiscard]] QString brief(const QString &words);

} // namespace onrecord::store

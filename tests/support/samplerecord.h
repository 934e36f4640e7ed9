// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

namespace onrecord::test {

/// A small invented record for tests of models and panes: two outlets, three articles (one without date, one with a vague one),
/// four agents that speak (a person in two articles, an organisation, an unnamed source), quotations of four kinds,
/// figures, dates, an event and an utterance with two variants. Anchors are spans of sampleText(article).
[[nodiscard]] SnapshotPtr sampleRecord();
[[nodiscard]] Snapshot::Rows sampleRows();
/// The sample where Tom Hale (4) says quotation 1 together with Ana Ruiz and quotation 3 together with the unnamed source.
[[nodiscard]] SnapshotPtr jointRecord();
[[nodiscard]] QString sampleText(ArticleId article);

} // namespace onrecord::test

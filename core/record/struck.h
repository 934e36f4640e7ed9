// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record.h"

namespace onrecord {

/// The text as it is read: without its struck regions, paragraphs apart by one empty line.
[[nodiscard]] QString withoutStruck(const QString &text, const std::vector<Region> &regions);

/// What is struck of a text, in order, none of them touching another.
[[nodiscard]] std::vector<Span> struckSpans(const std::vector<Region> &regions);

/// The same places in order, none of them empty or touching another.
[[nodiscard]] std::vector<Span> spansApart(std::vector<Span> spans);

/// Does `span` overlap one of these, which are in order and apart?
[[nodiscard]] bool isTouched(const std::vector<Span> &apart, Span span);

/// What `spans` cover and `without` do not; both in order and apart.
[[nodiscard]] std::vector<Span> spansWithout(const std::vector<Span> &spans, const std::vector<Span> &without);

/// The regions of `text` once `passage` is struck, or restored, in order. What reaches into the passage only in part is restored only there;
/// white space at the passage's ends is no part of it. The same regions when there is nothing to do.
[[nodiscard]] std::vector<Region> restruck(std::vector<Region> regions, const QString &text, Span passage, bool struck);

} // namespace onrecord

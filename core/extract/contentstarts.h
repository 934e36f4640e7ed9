// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/phrases.h"

/// What stands between words of saying and what they report.
namespace onrecord::extract {

/// Where what stands behind a cue as its report begins.
struct ContentStart {
    int item = -1;    ///< -1: nothing is reported there
    int cueLast = -1; ///< the preposition that belongs to the cue ("talked |about| the pump"); -1 without one
};
/// "Ruiz told Park on Monday |that …|": behind whom it is told and when.
[[nodiscard]] ContentStart contentStart(const Reading &reading, const Cue &cue, Bounds bounds);

/// A conjunction that opens a reported clause: that, whether, how.
[[nodiscard]] bool opensClause(const Reading &reading, int item);
/// A verb whose object is whoever hears it: "told |Park|".
[[nodiscard]] bool takesHearer(const Reading &reading, const Cue &cue);
/// A sign that ends a sentence, or a colon.
[[nodiscard]] bool isTerminalItem(const Reading &reading, int item);

/// "…, |hat| Ruhland einmal gesagt": the helping verb stands before whoever said it.
[[nodiscard]] bool isGermanPerfect(const Reading &reading, const Cue &cue, int floor);
/// Behind whoever says it as well ("sagten Ruhland |und Hale|"), the rest of a name ("die Gewerkschaft Bau |und Holz|") and what else they do
/// ("sagte Ruhland |und lachte|"). German; English puts these before the verb.
[[nodiscard]] int overOthers(const Reading &reading, const Cue &cue, int item, int ceiling);

} // namespace onrecord::extract

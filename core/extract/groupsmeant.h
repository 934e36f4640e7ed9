// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

#include <vector>

/// Whom "they" and "it" mean, and "sie" and "er" of a body: pairs, papers and bodies before the pronoun at token `head`.
namespace onrecord::extract {

/// "|Ruiz and her brother Tom Hale| left. They said …": the last two that a sentence names together, in the pronoun's paragraph and at most one
/// sentence before, when no other group or body stands between. Of `both`, who are two, also in the paragraph before; and no other two between. Empty
/// otherwise.
[[nodiscard]] std::vector<int> pairBefore(const Reading &reading, int head, bool both = false);
/// "He sent her |a text message|. |It| read: …": the paper that the sentence before ends with or tells of. Invalid when there is none. English.
[[nodiscard]] Source paperBefore(const Reading &reading, int head);
/// "|Die Fanvereinigung „Block 9“| reagierte. Der Trainer irre, schrieb sie", "|Der Verband| ist verärgert. Er spricht von …": the body, named or not,
/// that opens the sentence before with its article, when nobody else of that gender stands in either. Invalid otherwise.
[[nodiscard]] Source bodyBefore(const Reading &reading, int head, Gender wanted);
/// The agent of the body named last, first of all as a subject; -1 for none.
[[nodiscard]] int lastBody(const Reading &reading, int head);
/// Does a sentence right before, or the same one, have a person for its subject, and no body? Then "they" may be that one.
[[nodiscard]] bool isAboutAPerson(const Reading &reading, int head);

} // namespace onrecord::extract

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/passages.h"
#include "core/match/verification.h"

#include <optional>

/// The verdict on one wording against one place of one text. Pure; the caller adds article, quotation and speaker.
namespace onrecord::match {

/// A text with what judging asks of it again and again.
struct JudgedText {
    QStringView text;
    std::vector<LightWord> words;
    explicit JudgedText(QStringView whole) : text(whole), words(lightWords(whole)) {}
};

/// Makes a hit of whose `text` the words are those asked for a verbatim one, by the tier that holds: exact, folded or words.
void fillVerbatim(Hit &hit, const QString &asked);

/// Compares the words with the sentences around `place`, no further than `bounds` (a quotation, or the whole text). Verbatim only
/// when all words stand there in order with nothing between them and the rest of their sentence takes nothing back; nothing when
/// the words there are another remark. Fills verdict, tier, passages, text, meaningChanged, changes, pieces, explanation, likeness.
[[nodiscard]] std::optional<Hit> judge(QStringView text, Span bounds, Span place, const QString &asked);

/// The words as runs of this text that do not stand together: Stitched, or nothing.
[[nodiscard]] std::optional<Hit> judgeStitched(const JudgedText &text, const QString &asked);

/// Does the sentence at `place` say the same in other words? Paraphrase, or nothing. `isReported`: the record holds it as reported
/// speech, which needs less in common.
[[nodiscard]] std::optional<Hit> judgeParaphrase(QStringView text, Span place, const QString &asked, bool isReported);

/// What a hit's explanation says of its changes: "the negation “not” is missing; the number …".
[[nodiscard]] QString explainChanges(const std::vector<Change> &changes);

/// Asked runs from several texts together: does each of their words stand in one of them?
[[nodiscard]] std::vector<WordRun> coveringRuns(const std::vector<LightWord> &text, const std::vector<LightWord> &asked, std::vector<bool> &covered);

} // namespace onrecord::match

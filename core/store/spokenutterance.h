// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/verification.h"
#include "core/record/snapshot.h"

#include <QStringView>
#include <vector>

namespace onrecord::store {

/// The words of one utterance that its attribution interrupts: “The pump is old,” Ruiz said, “and it leaks.” One piece when nothing does.
/// Offsets in `words` are its own; those of the article are called printed.
struct SpokenUtterance {
    struct Part {
        qint32 start = 0; ///< in `words`
        Span printed;
    };
    QString words; ///< the pieces with a space between them
    std::vector<Part> parts;

    [[nodiscard]] bool isInterrupted() const { return parts.size() > 1; }
    /// Where in the article this span of `words` stands: a span a piece.
    [[nodiscard]] std::vector<Span> printed(Span span) const;
    /// Where in `words` this printed span stands; empty when it is in none of the pieces.
    [[nodiscard]] Span spoken(Span printed) const;
    /// A hit in `words` told in places of the article, with the interruption in its explanation when it reaches over one.
    void place(match::Hit &hit, QStringView text) const;
};

/// The quotations of an article that were spoken, in reading order: direct, not rejected, no titles and no scare quotes.
[[nodiscard]] std::vector<const Quotation *> spokenIn(const Snapshot &record, ArticleId article);

/// The utterance that `row`, one of `spoken`, is a piece of: its neighbours belong to it when nothing but words of attribution stands
/// between them, on one line, and they have the same speaker.
[[nodiscard]] SpokenUtterance utteranceOf(const std::vector<const Quotation *> &spoken, const Quotation *row, QStringView text);

} // namespace onrecord::store

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/amount.h"
#include "core/match/figureclause.h"

#include <QStringView>
#include <span>
#include <vector>

/// What the words around a figure tell about it. Read once from the article's text; the boards are then made without
/// any text.
namespace onrecord::match {

/// A word that ties figures together, in the form it is compared in, with how near it stands (0…1.5).
struct Tie {
    QString word;
    QString printed;
    double weight = 0;
};

/// "30 times cheaper than X": how much of what, compared with whom.
struct Relative {
    double low = 0; ///< share of the other's amount: 30 times cheaper is 1/30
    double high = 0;
    QString measure;     ///< "cost", "computing", "speed"; empty when nothing says it
    QStringList against; ///< words that name the other, sorted
    QString againstPrinted;
    [[nodiscard]] bool isValid() const { return high > 0; }
};

struct FigureContext {
    FigureId figure;
    ArticleId article;
    QString sentence;        ///< as printed, for telling copies of one sentence apart
    std::vector<Tie> names;  ///< who and what it may be about, strongest first
    std::vector<Tie> topics; ///< what is said about them, strongest first
    QString deed;            ///< the verb in comparable form; empty when none is seen
    QString deedPrinted;
    std::vector<int> years; ///< printed in the sentence
    Relative relative;
    FigureClause clause; ///< what its own clause says
    bool speaksOfSelf = false; ///< "we", "our", "I" is the subject
};

/// Reads what stands around `figure` in its article's `text`. `mentions` are the spans of names in that text, in text
/// order. Pure.
[[nodiscard]] FigureContext readContext(const Figure &figure, QStringView text, std::span<const Span> mentions,
                                        const QString &language);

} // namespace onrecord::match

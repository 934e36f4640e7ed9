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

/// The names of an article.
struct ArticleNames {
    std::vector<Span> mentions; ///< of people, organisations, places and products, sorted by their ends
    QString body;               ///< the organisation it speaks of most, the first of several: what "it" and "the company" stand for; empty for none

    /// One agent after the other, in any order.
    void add(std::span<const Span> mentions, AgentType type, const QString &name);
    void finish(); ///< when all are added

private:
    qsizetype m_most = 0;
    qint32 m_first = 0;
};

/// Reads what stands around `figure` in its article's `text`. Pure.
[[nodiscard]] FigureContext readContext(const Figure &figure, QStringView text, const ArticleNames &names, const QString &language);

} // namespace onrecord::match

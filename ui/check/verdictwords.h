// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/verification.h"

#include <QCoreApplication>
#include <QString>

/// Verdicts and changes as people read them.
namespace onrecord::ui {

class VerdictWords
{
    Q_DECLARE_TR_FUNCTIONS(VerdictWords)
public:
    /// "Verbatim", "Not found in what was searched"; one line, the big word first.
    static QString headline(const match::Verification &answer);
    /// What that means here: who, where, what changed.
    static QString explanation(const match::Verification &answer, const QString &speakerName, const QString &outletName);
    /// The small tag of one hit: "verbatim", "altered".
    static QString tag(match::Verdict verdict);
    /// "− 4 words cut at the start · + 1 negation"; empty without changes.
    static QString changes(const match::Hit &hit);
    /// "searched 5 articles, 24–30 January 2025; 1 without a date".
    static QString searched(const match::Searched &searched);
    /// A sign that stands beside the colour: "✓", "≠", "?", …
    static QString sign(match::Verdict verdict, bool meaningChanged);
};

} // namespace onrecord::ui

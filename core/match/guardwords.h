// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

/// The words whose loss, gain or exchange turns the meaning of a quotation: lists under resources/words/guard.
namespace onrecord::match {

/// What a word is to the guard. A word may be of several classes.
namespace guard {
enum Class : quint32 {
    Negation = 1U << 0,
    Reversal = 1U << 1, ///< "deny", "fail": denies what follows
    Hedge = 1U << 2,
    Modal = 1U << 3,
    Quantifier = 1U << 4,
    Approximator = 1U << 5, ///< a quantifier where a number follows: "about 50"
    Condition = 1U << 6,
    Number = 1U << 7,
    Magnitude = 1U << 8,
    Unit = 1U << 9,
    Name = 1U << 10,
    Function = 1U << 11, ///< closed classes: articles, pronouns, prepositions …
    Common = 1U << 12,   ///< frequent in news
    Calendar = 1U << 13, ///< a month or a weekday
    Report = 1U << 14,   ///< gives what follows to somebody: "say", "claim", "rumour"
    Hearsay = 1U << 15,  ///< … to somebody else even when the speaker does it: "hear", "wish"
};
inline constexpr quint32 Polarity = Negation | Reversal;
} // namespace guard

struct GuardEntry {
    quint32 classes = 0;
    QString sense;    ///< what different spellings have in common; the entry itself when the list names none
    double value = 0; ///< of numbers and magnitudes
};

/// The lists of one language, read once and then only read; safe from any thread.
class GuardWords
{
public:
    /// "de", or English for anything else.
    [[nodiscard]] static const GuardWords &of(const QString &language);
    /// Of one folded word, or of several with one space between; null when no list has it.
    [[nodiscard]] const GuardEntry *find(const QString &words) const;
    [[nodiscard]] int longestPhrase() const { return m_longestPhrase; }
    /// "rose" and "fell", both folded.
    [[nodiscard]] bool areOpposite(const QString &a, const QString &b) const;

private:
    explicit GuardWords(const QString &language);
    void readLine(QStringView line, quint32 classes);
    void readOpposites(QStringView line);

    QHash<QString, GuardEntry> m_entries;
    QMultiHash<QString, int> m_poles; ///< of a pair of opposites: its number for the one side, the same below zero for the other
    int m_pairs = 0;
    int m_longestPhrase = 1;
};

} // namespace onrecord::match

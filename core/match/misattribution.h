// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

#include <QHash>

/// Words that somebody may not have said: what one article gives to one speaker and another to somebody else.
namespace onrecord::match {

enum class Doubt : quint8 {
    TwoSpeakers,    ///< the same words under two people, or two organisations
    HouseAndPerson, ///< under an organisation here and under a person there, perhaps of it
    OnlyInHeadline, ///< a quotation of the headline that the article's body does not have
};

struct Misattribution {
    Doubt doubt = Doubt::TwoSpeakers;
    QuotationId a;        ///< the earlier one in the record
    QuotationId b;        ///< null for OnlyInHeadline
    QString words;        ///< what both have in common, as `a` or `b` prints it, whichever is shorter
    bool related = false; ///< the record knows the one to be of the other, or both to be of one organisation
    bool isVoice = false; ///< related, and the person speaks for the organisation: one voice
    friend bool operator==(const Misattribution &, const Misattribution &) = default;
};

/// Pairs of quotations whose words are equal (three words or more), or stand in each other on word borders (five or
/// more), under different named speakers, none of whom says both; each pair of speakers and words once. Scare quotes, titles, imagined speech
/// and rejected rows are left out. Pure; O(words), and quadratic only among quotations that share five words.
[[nodiscard]] std::vector<Misattribution> misattributions(const Snapshot &snapshot);

/// Which quotations have the same words under another speaker, or under nobody: by the measure of misattributions().
class SameWords
{
public:
    explicit SameWords(const Snapshot &snapshot);
    [[nodiscard]] std::vector<QuotationId> of(QuotationId quotation) const { return m_others.value(quotation); }

private:
    QHash<QuotationId, std::vector<QuotationId>> m_others;
};

/// The quotations of an article's headline whose words its body does not print. `text` is the article's stored text.
[[nodiscard]] std::vector<Misattribution> headlineOnly(const Snapshot &snapshot, ArticleId article, QStringView text);
/// Whether headlineOnly() could find something: a quotation stands in a headline.
[[nodiscard]] bool quotesInHeadline(const Snapshot &snapshot, ArticleId article);

/// An English sentence of what the list entry says.
[[nodiscard]] QString explanation(const Misattribution &row, const Snapshot &snapshot);

} // namespace onrecord::match

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/innerquote.h"
#include "core/match/verification.h"
#include "core/store/project.h"

namespace onrecord::store {

/// Whose words a hit has, and whether that agrees with what was asked. On the project's thread; what it is given must outlive it.
class HitAttribution
{
public:
    HitAttribution(const Project &project, const Snapshot &record, const match::Verification &asked) : m_project(project), m_record(record), m_asked(asked) {}

    /// The words are those of somebody whom the speaker quotes: the hit's speaker carries them, and says so.
    void giveToInner(match::Hit &hit, const match::InnerQuote &inner) const;
    /// `quotation` stands within the words of another speaker, who carries it, and the hit says so; otherwise does nothing.
    void tellCarrier(match::Hit &hit, const Quotation &quotation) const;
    /// Fills what agrees with the speaker, source and date asked for, the verdict that follows from it, and the rest of the explanation.
    /// `quotation` holds the passage; null in running text.
    void complete(match::Hit &hit, const Quotation *quotation) const;

private:
    void explainCarrier(match::Hit &hit, const QString &quoted) const;
    /// An article that cannot be read denies nothing; the hit's own text has been read before.
    [[nodiscard]] bool isSayingDenied(const Quotation &quotation) const;
    [[nodiscard]] QString context(const match::Hit &hit, const Quotation *quotation) const;

    const Project &m_project;
    const Snapshot &m_record;
    const match::Verification &m_asked;
};

} // namespace onrecord::store

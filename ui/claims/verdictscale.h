// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record.h"

#include <QCoreApplication>
#include <QString>
#include <vector>

namespace onrecord::ui {

/// The words a verdict may be, each with its number: a table the user can change. Kept in the project's record.
class VerdictScale
{
    Q_DECLARE_TR_FUNCTIONS(onrecord::ui::VerdictScale)

public:
    struct Grade {
        int number = 0;
        QString label;
        friend bool operator==(const Grade &, const Grade &) = default;
    };

    /// The scale until somebody makes another: six grades from "not provable" to "true".
    VerdictScale();
    /// Grades without a label are dropped; by number. A scale without a grade is the usual one.
    explicit VerdictScale(std::vector<Grade> grades);
    /// As the project holds it; the usual one while it holds none.
    [[nodiscard]] static VerdictScale of(const std::vector<onrecord::Grade> &grades);
    [[nodiscard]] std::vector<onrecord::Grade> toRecord() const;

    [[nodiscard]] const std::vector<Grade> &grades() const { return m_grades; }
    /// "3 · half true"; a label that is not on the scale as it is.
    [[nodiscard]] QString inWords(const QString &label) const;
    friend bool operator==(const VerdictScale &, const VerdictScale &) = default;

private:
    std::vector<Grade> m_grades;
};

} // namespace onrecord::ui

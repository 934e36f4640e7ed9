// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/verdictscale.h"

#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

VerdictScale::VerdictScale()
    : m_grades{{0, tr("not provable")}, {1, tr("false")},       {2, tr("mostly false")},
               {3, tr("half true")},    {4, tr("mostly true")}, {5, tr("true")}}
{
}

VerdictScale::VerdictScale(std::vector<Grade> grades) : m_grades(std::move(grades))
{
    std::erase_if(m_grades, [](const Grade &grade) { return grade.label.isEmpty(); });
    std::ranges::stable_sort(m_grades, {}, &Grade::number);
    if (m_grades.empty())
        *this = VerdictScale();
}

VerdictScale VerdictScale::of(const std::vector<onrecord::Grade> &grades)
{
    std::vector<Grade> out;
    for (const onrecord::Grade &grade : grades)
        out.push_back({grade.number, grade.label});
    return VerdictScale(std::move(out));
}

std::vector<onrecord::Grade> VerdictScale::toRecord() const
{
    std::vector<onrecord::Grade> out;
    for (const Grade &grade : m_grades)
        out.push_back({{}, grade.number, grade.label});
    return out;
}

QString VerdictScale::inWords(const QString &label) const
{
    const auto grade = std::ranges::find(m_grades, label, &Grade::label);
    return grade == m_grades.end() ? label
                                   : tr("%L1 · %2", "number and label of a verdict").arg(grade->number).arg(label);
}

} // namespace onrecord::ui

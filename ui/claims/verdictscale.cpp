// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/verdictscale.h"

#include <QJsonArray>
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

VerdictScale VerdictScale::fromJson(const QJsonObject &state)
{
    std::vector<Grade> grades;
    for (const QJsonValue &value : state.value(u"grades"_s).toArray())
        grades.push_back({value[u"number"_s].toInt(), value[u"label"_s].toString().simplified()});
    return VerdictScale(std::move(grades));
}

QJsonObject VerdictScale::toJson() const
{
    QJsonArray grades;
    for (const Grade &grade : m_grades)
        grades.append(QJsonObject{{u"number"_s, grade.number}, {u"label"_s, grade.label}});
    return {{u"grades"_s, grades}};
}

QString VerdictScale::inWords(const QString &label) const
{
    const auto grade = std::ranges::find(m_grades, label, &Grade::label);
    return grade == m_grades.end() ? label
                                   : tr("%L1 · %2", "number and label of a verdict").arg(grade->number).arg(label);
}

} // namespace onrecord::ui

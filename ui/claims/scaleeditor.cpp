// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/scaleeditor.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

ScaleEditor::ScaleEditor(QWidget *parent) : QWidget(parent), m_table(new QTableWidget(0, 2, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_table->setObjectName(u"claims.scale"_s);
    m_table->setAccessibleName(tr("Scale of verdicts"));
    m_table->setHorizontalHeaderLabels({tr("Number"), tr("Label")});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(180);
    column->addWidget(m_table);
    auto *buttons = new QHBoxLayout;
    const auto button = [&](const QString &text, const QString &name, const auto &call) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setMinimumHeight(32);
        connect(made, &QPushButton::clicked, this, call);
        buttons->addWidget(made);
    };
    button(tr("&Add Grade"), u"claims.scale.add"_s, [this] {
        addRow(m_table->rowCount(), {});
        m_table->setCurrentCell(m_table->rowCount() - 1, 1);
        m_table->editItem(m_table->currentItem());
    });
    button(tr("&Remove Grade"), u"claims.scale.remove"_s, [this] { m_table->removeRow(m_table->currentRow()); });
    button(tr("Save Sca&le"), u"claims.scale.save"_s, [this] { save(); });
    buttons->addStretch(1);
    column->addLayout(buttons);
}

void ScaleEditor::setScale(const VerdictScale &scale)
{
    m_table->setRowCount(0);
    for (const VerdictScale::Grade &grade : scale.grades())
        addRow(grade.number, grade.label);
}

void ScaleEditor::addRow(int number, const QString &label)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto *first = new QTableWidgetItem;
    first->setData(Qt::EditRole, number);
    m_table->setItem(row, 0, first);
    m_table->setItem(row, 1, new QTableWidgetItem(label));
}

void ScaleEditor::save()
{
    std::vector<VerdictScale::Grade> grades;
    for (int row = 0; row < m_table->rowCount(); ++row)
        grades.push_back(
            {m_table->item(row, 0)->data(Qt::EditRole).toInt(), m_table->item(row, 1)->text().simplified()});
    const VerdictScale scale(std::move(grades));
    setScale(scale);
    Q_EMIT scaleChanged(scale);
}

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/claims/verdictscale.h"

#include <QWidget>

class QTableWidget;

namespace onrecord::ui {

/// The table of the verdict scale: a row a grade, number and label. Says scaleChanged() when somebody saves.
class ScaleEditor : public QWidget
{
    Q_OBJECT
public:
    explicit ScaleEditor(QWidget *parent = nullptr);
    void setScale(const VerdictScale &scale);

Q_SIGNALS:
    void scaleChanged(const onrecord::ui::VerdictScale &scale);

private:
    void addRow(int number, const QString &label);
    void save();

    QTableWidget *m_table;
};

} // namespace onrecord::ui

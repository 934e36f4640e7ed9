// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

#include <QWidget>

class QToolButton;

namespace onrecord::ui {

class EvidenceButton;

/// One quotation or figure that speaks to a claim: its words and source open the passage, the button beside it says
/// what it speaks for.
class EvidenceRow : public QWidget
{
    Q_OBJECT
public:
    EvidenceRow(const Snapshot &record, const Evidence &evidence, QWidget *parent = nullptr);
    [[nodiscard]] const Evidence &evidence() const { return m_evidence; }
    [[nodiscard]] QWidget *opener() const;

Q_SIGNALS:
    void openWanted();
    void stanceWanted(onrecord::Stance stance);
    void removeWanted();

private:
    Evidence m_evidence;
    EvidenceButton *m_open;
};

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/claims/verdictscale.h"
#include "ui/widgets/pane.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace onrecord::ui {

class ScaleEditor;

/// One claim at a time: its words, the quotations and figures for and against it, and the verdict on the user's scale.
/// Shows the selected claim. Every change is one undo step. Object name "claims".
class ClaimsPane : public Pane
{
    Q_OBJECT
public:
    explicit ClaimsPane(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] ClaimId current() const { return m_claim; }

    /// A new claim with the selected quotations and figures as evidence for it; without any, the field for a new one
    /// gets the focus.
    void addFromSelection();

protected:
    void refresh(explore::Workspace::Changes changes) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTop(QVBoxLayout &column);
    void buildVerdict(QVBoxLayout &column);
    void buildActions();
    void showClaim(ClaimId claim);
    void startNew();
    void create(const QString &text, const std::vector<Evidence> &evidence);
    void saveText();
    void addSelection(Stance stance);
    void giveVerdict();
    void refill();
    void fillEvidence();
    void fillVerdict();
    void fillScale();
    void readScale();
    [[nodiscard]] std::vector<Evidence> selected(Stance stance) const;
    [[nodiscard]] const Claim *claim() const;

    ClaimId m_claim;
    ClaimId m_wanted; ///< added just now; shown as soon as the record has it
    VerdictScale m_scale;
    QComboBox *m_pick = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QVBoxLayout *m_evidence = nullptr;
    QPushButton *m_for = nullptr;
    QPushButton *m_against = nullptr;
    QLabel *m_verdict = nullptr;
    QComboBox *m_grade = nullptr;
    QPlainTextEdit *m_why = nullptr;
    QLineEdit *m_author = nullptr;
    QPushButton *m_give = nullptr;
    QToolButton *m_editScale = nullptr;
    ScaleEditor *m_scaleEditor = nullptr;
};

} // namespace onrecord::ui

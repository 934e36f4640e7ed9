// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/verification.h"

#include <QWidget>

class QLabel;

namespace onrecord::ui {

/// The big answer: a word, a sign, a bar and a colour, then one line that says what it means here.
class VerdictBanner : public QWidget
{
    Q_OBJECT
public:
    explicit VerdictBanner(QWidget *parent = nullptr);
    void showAnswer(const match::Verification &answer, const QString &speakerName, const QString &outletName);
    /// Says that the verdict is of other words than those asked for now.
    void setOutdated(bool outdated);
    /// Instead of a verdict: one is being looked for. Until the next answer, or setOutdated(false).
    void showWaiting();
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString explanation() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void colour();
    enum class Mood : quint8 { Good, Warning, Bad, Quiet };
    Mood m_mood = Mood::Quiet;
    bool m_isOutdated = false;
    QString m_verdict;
    QString m_meaning;
    QLabel *m_headline = nullptr;
    QLabel *m_explanation = nullptr;
};

} // namespace onrecord::ui

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
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString explanation() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void colour();
    enum class Mood : quint8 { Good, Warning, Bad, Quiet };
    Mood m_mood = Mood::Quiet;
    QLabel *m_headline = nullptr;
    QLabel *m_explanation = nullptr;
};

} // namespace onrecord::ui

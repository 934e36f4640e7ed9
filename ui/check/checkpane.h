// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/match/verification.h"
#include "core/store/verify.h"
#include "ui/widgets/pane.h"

#include <QTimer>
#include <atomic>
#include <memory>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QLayout;
class QVBoxLayout;

namespace onrecord::ui {

class VerdictBanner;

/// Check a quote: paste words, name a speaker and a date or not, and read the verdict with its evidence and with what was searched.
/// Answers as one types; only the newest question is answered, and an answer to other words than those in the fields says so. Object name "check".
class CheckPane : public Pane
{
    Q_OBJECT
public:
    explicit CheckPane(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    /// Asks for these words, as if pasted; gives the quote field the focus.
    void check(const QString &quote, const QString &speaker = {});
    /// Gives the quote field the focus, its words selected and in view: what is typed or pasted next replaces them.
    void startAsking();
    [[nodiscard]] const match::Verification &answer() const { return m_answer; }

Q_SIGNALS:
    void answered();

protected:
    void refresh(explore::Workspace::Changes changes) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildActions();
    void ask();
    [[nodiscard]] store::Question question() const; ///< as the fields stand
    void questionChanged();
    void setOutdated(bool outdated);
    void showWaiting();
    [[nodiscard]] QLayout *buildCircumstances(QWidget *page);
    void showDate();
    void showAnswer(const Result<match::Verification> &answer);
    void showIdle();
    void clearHits();
    QWidget *hitCard(const match::Hit &hit);
    void refillNames();
    void copyVerdict();
    void openHit(const match::Hit &hit);

    match::Verification m_answer;
    store::Question m_answered; ///< what m_answer answers
    std::shared_ptr<std::atomic<quint64>> m_newest = std::make_shared<std::atomic<quint64>>(0); ///< older questions are not worth answering
    QTimer m_typing;
    QTimer m_waiting; ///< runs while an answer is owed
    QScrollArea *m_scroll = nullptr;
    QPlainTextEdit *m_quote = nullptr;
    QComboBox *m_speaker = nullptr;
    QComboBox *m_source = nullptr;
    QLineEdit *m_when = nullptr;
    QLabel *m_whenHint = nullptr;
    VerdictBanner *m_banner = nullptr;
    QVBoxLayout *m_hits = nullptr;
    QLabel *m_limits = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_clear = nullptr;
    QAction *m_copyAction = nullptr;
    bool m_hasAnswer = false;
    bool m_isOutdated = false; ///< the fields ask something else than what is shown answers
};

} // namespace onrecord::ui

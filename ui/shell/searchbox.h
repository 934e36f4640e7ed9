// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"

#include <QFrame>
#include <QLineEdit>

namespace onrecord::ui {

class Desk;
class EntryList;

/// True for text that is more likely somebody's words than a query: long, or with quotation marks round several words.
/// Pure.
[[nodiscard]] bool looksLikeQuote(const QString &text);

/// "Search, or paste a quote…": suggestions while typing (names at once, passages when the index answers; only the
/// newest answer counts), Enter searches, a pasted quote is offered to the check.
class SearchBox : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchBox(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] bool isSuggesting() const { return m_popup && m_popup->isVisible(); }
    [[nodiscard]] EntryList *suggestions() const { return m_list; } ///< null before the first suggestion

Q_SIGNALS:
    void searchWanted(const QString &words);
    void checkWanted(const QString &quote);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void suggest();
    void followFilter();
    void askIndex();
    void takeAnswer(const QString &asked, const Result<store::SearchAnswer> &answer);
    void showSuggestions();
    void closeSuggestions();
    void placePopup();

    Desk &m_desk;
    QFrame *m_popup = nullptr;
    EntryList *m_list = nullptr;
    QString m_filtered; ///< the words of the filter when they were last shown here
    QString m_asked; ///< what the index is working on; one question at a time
    QString m_answered;
    std::vector<store::SearchHit> m_hits;
    bool m_isAsking = false;
};

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/attention.h"

#include <QWidget>
#include <array>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace onrecord::ui {

class CountButton;

/// The kinds of things that need attention, a line each with its number, or where there is little room one line to choose from; below them what
/// can be done with the rows of the one chosen.
class ConcernBar : public QWidget
{
    Q_OBJECT
public:
    using Counts = std::array<int, explore::allConcerns.size()>; ///< in the order of allConcerns

    explicit ConcernBar(QWidget *parent = nullptr);

    /// Kinds without rows are left out. The chosen one stays while it has any, else the first that has is chosen.
    void setCounts(const Counts &counts);
    [[nodiscard]] explore::Concern current() const;
    /// How many rows a deed is for, and whether they are chosen ones or all that are listed.
    void setRows(int count, bool areChosen);
    void setReadOnly(bool on);
    /// All kinds in one line.
    void setCompact(bool on);
    [[nodiscard]] bool isCompact() const { return m_isCompact; }
    /// How much higher the bar is when it is not compact.
    [[nodiscard]] int compactGain() const;

Q_SIGNALS:
    void chosen(onrecord::explore::Concern concern);
    /// The rows lack nothing and nothing is wrong with them: somebody says so.
    void settleWanted(onrecord::explore::Concern concern);
    /// The rows get this date (EDTF) or outlet.
    void fillWanted(onrecord::explore::Concern concern, const QString &words);

private:
    void showKinds();
    void showDeeds();
    void fill();

    std::array<CountButton *, explore::allConcerns.size()> m_kinds{};
    Counts m_counts{};
    QComboBox *m_choice;
    QButtonGroup *m_group;
    QLabel *m_rows;
    QLineEdit *m_words;
    QPushButton *m_fill;
    QPushButton *m_settle;
    QLabel *m_problem;
    int m_count = 0;
    bool m_areChosen = false;
    bool m_isReadOnly = false;
    bool m_isCompact = false;
};

} // namespace onrecord::ui

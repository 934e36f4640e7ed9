// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/figureboard.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace onrecord::ui {

class ValueRow;

/// One board in full: the answer with its reason, the headings, a row a figure.
class BoardView : public QWidget
{
    Q_OBJECT
public:
    explicit BoardView(QWidget *parent = nullptr);

    void setBoard(const Snapshot &record, const match::Board &board);
    [[nodiscard]] const std::vector<ValueRow *> &rows() const { return m_rows; }
    void setMarked(const QSet<FigureId> &figures);
    /// The answer and its rows as plain text.
    [[nodiscard]] QString asText() const;

Q_SIGNALS:
    void openWanted(onrecord::FigureId figure);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void colour();

    match::FigureRelation m_relation = match::FigureRelation::Unknown;
    QLabel *m_title;
    QWidget *m_banner;
    QLabel *m_headline;
    QLabel *m_why;
    QWidget *m_headings;
    QVBoxLayout *m_list;
    std::vector<ValueRow *> m_rows;
};

} // namespace onrecord::ui

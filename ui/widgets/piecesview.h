// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/verification.h"

#include <QTextLayout>
#include <QWidget>

namespace onrecord::ui {

/// Two wordings in one text: what only the article prints is struck with a minus, what only the quote says is underlined with a plus,
/// colour and sign together. Wraps to its width; plain text only. Read out as one sentence.
class PiecesView : public QWidget
{
    Q_OBJECT
public:
    explicit PiecesView(QWidget *parent = nullptr);
    void setPieces(const std::vector<match::Piece> &pieces);
    /// The same in characters, for copying: "[-cut-] {+added+}".
    [[nodiscard]] static QString asText(const std::vector<match::Piece> &pieces);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    /// Breaks the lines; returns the height.
    static double layOut(QTextLayout &layout, double width);

    std::vector<match::Piece> m_pieces;
    QString m_text;
    QList<QTextLayout::FormatRange> m_formats;
};

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"

#include <QStringView>
#include <vector>

namespace onrecord::io {

/// Puts canonical text together from blocks: paragraphs apart by an empty line, lines of a list or table by a line break.
/// White space inside a block collapses as in HTML (no-break spaces stay) unless it is preformatted.
class TextBuilder
{
public:
    enum class Gap : quint8 { Line, Paragraph };

    void beginBlock(Gap gap = Gap::Paragraph, bool preformatted = false);
    void append(QStringView words);
    void lineBreak();
    /// The span that the block's words got; empty when it had none.
    Span endBlock();

    [[nodiscard]] qint32 length() const { return static_cast<qint32>(m_text.size()); }
    [[nodiscard]] const QString &text() const { return m_text; }
    QString take() { return std::move(m_text); }

private:
    QString m_text;
    QString m_block;
    Gap m_gap = Gap::Paragraph;
    bool m_preformatted = false;
};

} // namespace onrecord::io

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readers/pdf.h"
#include "core/io/readhints.h"

#include <optional>
#include <vector>

namespace onrecord::io {

/// Takes apart what a program recognised in pages: Tesseract's table, a line a word with its place, its paragraph and
/// the program's confidence. The program has read bytes from anywhere, so nothing of it is relied on.
class RecognisedWords
{
public:
    explicit RecognisedWords(const std::vector<RecognisedPage> &pages) : m_pages(pages) {}

    /// Adds the lines of a page that is `height` points high, in the order given.
    void addPage(qint32 page, double height, std::vector<PdfLine> &lines);
    /// After the last page: sets the sizes of what was recognised in `lines` straight, which boxes around words tell
    /// only roughly. How much was recognised and how well; nothing when no word was. Its uncertain words are found when
    /// the lines are laid out.
    [[nodiscard]] std::optional<Recognition> finish(std::vector<PdfLine> &lines) const;
    /// Words with a letter or digit that the program would stand by.
    [[nodiscard]] int likelyWords() const { return m_likely; }

private:
    const std::vector<RecognisedPage> &m_pages;
    int m_words = 0;
    int m_likely = 0;
    double m_confidence = 0; ///< the sum
};

} // namespace onrecord::io

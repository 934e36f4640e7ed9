// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"
#include "core/io/readers/textbuilder.h"

#include <optional>

namespace onrecord::io {

/// Writes the paragraphs of a word processor's file into a document, with their regions. White space inside stays as it
/// is.
class Flow
{
public:
    explicit Flow(ReadDocument &document) : m_document(document) {}

    /// The span that the words got; empty when there were none.
    Span paragraph(const QString &words, std::optional<RegionKind> kind = {},
                   TextBuilder::Gap gap = TextBuilder::Gap::Paragraph);
    void struck(const QString &words);
    /// Hands the text over. The first heading that prints the title (the first one at all, without a title) becomes the
    /// headline; what the words say about themselves is added.
    void finish();

private:
    ReadDocument &m_document;
    TextBuilder m_builder;
};

} // namespace onrecord::io

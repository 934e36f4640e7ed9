// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/textbuilder.h"

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

} // namespace

void TextBuilder::beginBlock(Gap gap, bool preformatted)
{
    endBlock();
    m_gap = gap;
    m_preformatted = preformatted;
}

void TextBuilder::append(QStringView words)
{
    if (m_preformatted) {
        m_block += words;
        return;
    }
    for (const QChar c : words) {
        if (!isBlank(c))
            m_block += c;
        else if (!m_block.isEmpty() && !isBlank(m_block.back()))
            m_block += u' ';
    }
}

void TextBuilder::lineBreak()
{
    while (!m_preformatted && m_block.endsWith(u' '))
        m_block.chop(1);
    if (!m_block.isEmpty())
        m_block += u'\n';
}

Span TextBuilder::endBlock()
{
    while (!m_block.isEmpty() && isBlank(m_block.back()))
        m_block.chop(1);
    if (m_preformatted) {
        while (m_block.startsWith(u'\n'))
            m_block.remove(0, 1);
    }
    if (m_block.isEmpty())
        return {length(), length()};
    if (!m_text.isEmpty())
        m_text += m_gap == Gap::Paragraph ? u"\n\n"_s : u"\n"_s;
    const qint32 start = length();
    m_text += m_block;
    m_block.clear();
    m_preformatted = false;
    return {start, length()};
}

} // namespace onrecord::io

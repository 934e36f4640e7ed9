// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/markdown.h"

#include "core/io/readers/headerblock.h"
#include "core/io/readers/html.h"
#include "core/io/readers/textbuilder.h"

#include <QHash>
#include <md4c.h>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

class Blocks
{
public:
    explicit Blocks(ReadDocument &document) : m_document(document) {}

    void enter(MD_BLOCKTYPE type, const void *detail)
    {
        switch (type) {
        case MD_BLOCK_QUOTE:
            if (m_quotes == 0)
                end();
            ++m_quotes;
            break;
        case MD_BLOCK_LI:
        case MD_BLOCK_TR:
            m_gap = TextBuilder::Gap::Line;
            begin();
            break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL:
        case MD_BLOCK_TABLE:
            m_firstOfList = true;
            break;
        case MD_BLOCK_H:
            begin();
            m_level = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL *>(detail)->level);
            break;
        case MD_BLOCK_CODE:
            begin(true);
            break;
        case MD_BLOCK_HTML:
            m_html.clear();
            m_inHtml = true;
            break;
        case MD_BLOCK_TD:
        case MD_BLOCK_TH:
            m_builder.append(u" ");
            break;
        case MD_BLOCK_P:
            begin();
            break;
        default:
            break;
        }
    }

    void leave(MD_BLOCKTYPE type)
    {
        if (type == MD_BLOCK_HTML) {
            m_inHtml = false;
            for (const QString &words : plainTextOfHtml(m_html).split(u"\n\n"_s, Qt::SkipEmptyParts)) {
                begin();
                m_builder.append(words);
                end();
            }
        }
        if (type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_CODE || type == MD_BLOCK_LI
            || type == MD_BLOCK_TR)
            end();
        if (type == MD_BLOCK_QUOTE && --m_quotes == 0)
            closeQuote();
    }

    void text(MD_TEXTTYPE type, QString words)
    {
        switch (type) {
        case MD_TEXT_NULLCHAR:
            words = QString(QChar(QChar::ReplacementCharacter));
            break;
        case MD_TEXT_BR:
            m_builder.lineBreak();
            return;
        case MD_TEXT_SOFTBR:
            words = u" "_s;
            break;
        case MD_TEXT_ENTITY:
            words = entity(words);
            break;
        case MD_TEXT_HTML:
            if (m_inHtml)
                m_html += words;
            else if (words.startsWith(u"<br"_s, Qt::CaseInsensitive))
                m_builder.lineBreak();
            return;
        default:
            break;
        }
        m_builder.append(words);
    }

    QString take()
    {
        end();
        return m_builder.take();
    }

private:
    /// What "&amp;" stands for: each is asked of the HTML parser once.
    QString entity(const QString &name)
    {
        const auto known = m_entities.constFind(name);
        return known != m_entities.cend() ? *known : *m_entities.insert(name, plainTextOfHtml(name));
    }
    void begin(bool preformatted = false)
    {
        end();
        m_builder.beginBlock(m_firstOfList ? TextBuilder::Gap::Paragraph : m_gap, preformatted);
        m_firstOfList = false;
        m_gap = TextBuilder::Gap::Paragraph;
    }

    void end()
    {
        const Span span = m_builder.endBlock();
        if (!span.isEmpty()) {
            if (m_level > 0) {
                closeQuote(); // a heading inside parts it
                addHeading(span);
            } else if (m_quotes > 0) {
                m_quote = {m_quote.isEmpty() ? span.start : m_quote.start, span.end};
            }
        }
        m_level = 0;
    }

    void closeQuote()
    {
        if (!m_quote.isEmpty())
            m_document.regions.push_back({m_quote, RegionKind::BlockQuote, false});
        m_quote = {};
    }

    void addHeading(Span span)
    {
        const bool isHeadline = m_level == 1 && !m_hasHeadline;
        if (isHeadline && m_document.title.value.isEmpty())
            m_document.title = {m_builder.text().sliced(span.start, span.length()), Basis::Stated};
        m_hasHeadline = m_hasHeadline || isHeadline;
        m_document.regions.push_back({span, isHeadline ? RegionKind::Headline : RegionKind::Heading, false});
    }

    ReadDocument &m_document;
    TextBuilder m_builder;
    TextBuilder::Gap m_gap = TextBuilder::Gap::Paragraph;
    QString m_html;
    int m_quotes = 0;
    Span m_quote; ///< as far as it has come
    int m_level = 0;
    bool m_hasHeadline = false;
    bool m_firstOfList = false;
    bool m_inHtml = false;
    QHash<QString, QString> m_entities;
};

} // namespace

Result<void> readMarkdown(const QString &text, ReadDocument &document)
{
    const QByteArray body = takeHeaderBlock(text, document).toUtf8();
    Blocks blocks(document);
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *user) {
        static_cast<Blocks *>(user)->enter(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *user) {
        static_cast<Blocks *>(user)->leave(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE, void *, void *) { return 0; };
    parser.leave_span = [](MD_SPANTYPE, void *, void *) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *words, MD_SIZE size, void *user) {
        static_cast<Blocks *>(user)->text(type, QString::fromUtf8(words, static_cast<qsizetype>(size)));
        return 0;
    };
    if (md_parse(body.constData(), static_cast<MD_SIZE>(body.size()), &parser, &blocks) != 0)
        return fail(Fault::Malformed, u"the Markdown could not be read"_s);
    document.text = blocks.take();
    return {};
}

} // namespace onrecord::io

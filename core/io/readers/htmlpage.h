// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <gumbo.h>
#include <vector>

namespace onrecord::io {

/// A block-level element of a page, with what the search for the article's body needs to know. Index 0 is the root.
struct PageNode {
    int parent = -1;
    GumboTag tag = GUMBO_TAG_UNKNOWN;
    QString names; ///< class and id, lower case, apart by a space
    QString role;  ///< role attribute
    QString itemprop;
    qsizetype words = 0;     ///< UTF-16 units of text in it and below
    qsizetype linkWords = 0; ///< of these inside links
    int commas = 0;          ///< in text in it and below
    int paragraphs = 0;      ///< p below
};

/// Who wrote it, as markup says: not at all, by a link to an author's page, by a class or id that speaks of a byline,
/// or outright (rel=author, itemprop=author, a class that is nothing but "byline" or "author").
enum class BylineMark : quint8 { None, Link, Class, Author };

/// A run of text inside one block element. Visible text only, in page order.
struct PageBlock {
    int node = 0;  ///< the nearest block element
    QString words; ///< collapsed unless preformatted; line breaks kept
    qsizetype linkWords = 0;
    bool preformatted = false;
    BylineMark byline = BylineMark::None; ///< the strongest of its words
};

/// What an HTML page holds, without markup: text blocks in the tree of their elements, and what the head and the
/// attributes say. Scripts, styles, templates and hidden elements are left out of the blocks.
struct Page {
    std::vector<PageNode> nodes;
    std::vector<PageBlock> blocks;
    QString title;                          ///< of <title>
    QString language;                       ///< lang of <html>
    QString canonical;                      ///< <link rel=canonical>
    QHash<QString, QStringList> properties; ///< <meta property>, lower case → contents in page order
    QHash<QString, QStringList> meta;       ///< <meta name> and, after "itemprop:", <meta itemprop>
    std::vector<QByteArray> jsonLd;
    /// Microdata: the name inside an author, and the number of blocks before it.
    std::vector<std::pair<QString, int>> authorNames;
    QStringList comments;    ///< before <html> and in <html>: where savers leave the address
    QStringList times;       ///< datetime attributes of <time>, those marked as publication first
    bool wasTooDeep = false; ///< elements nested deeper than deepest were read as their parent's text
};

inline constexpr int deepestElement = 400;

/// Never fails: HTML has no invalid input.
[[nodiscard]] Page parsePage(const QByteArray &utf8);

} // namespace onrecord::io

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/html.h"

#include "core/io/readers/articlebody.h"
#include "core/io/readers/articlewords.h"
#include "core/io/readers/htmlbyline.h"
#include "core/io/readers/htmlmetadata.h"
#include "core/io/readers/htmlpage.h"
#include "core/io/readers/pageregions.h"
#include "core/io/readers/textbuilder.h"
#include "core/text/fold.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestMarkup = 5000;

/// An upper bound of how deep elements nest, without parsing: start tags less end tags, elements that need no end tag
/// left out.
int nestingOf(const QString &markup)
{
    static const QSet<QString> endless{
        u"area"_s,  u"base"_s,  u"br"_s,       u"col"_s,    u"embed"_s, u"hr"_s,     u"img"_s,      u"input"_s,
        u"link"_s,  u"meta"_s,  u"param"_s,    u"source"_s, u"track"_s, u"wbr"_s,    u"p"_s,        u"li"_s,
        u"td"_s,    u"th"_s,    u"tr"_s,       u"dt"_s,     u"dd"_s,    u"option"_s, u"optgroup"_s, u"thead"_s,
        u"tbody"_s, u"tfoot"_s, u"colgroup"_s, u"rp"_s,     u"rt"_s,    u"path"_s,   u"use"_s,      u"circle"_s,
        u"rect"_s,  u"g"_s,     u"polygon"_s,  u"line"_s,   u"stop"_s};
    int depth = 0;
    int deepest = 0;
    QString name;
    for (qsizetype at = markup.indexOf(u'<'); at >= 0; at = markup.indexOf(u'<', at + 1)) {
        const bool closes = at + 1 < markup.size() && markup[at + 1] == u'/';
        name.clear();
        for (qsizetype i = at + (closes ? 2 : 1); i < markup.size() && name.size() < 20; ++i) {
            const char16_t c = markup[i].unicode();
            const bool isLetter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
            if (!isLetter && (name.isEmpty() || c < u'0' || c > u'9'))
                break;
            name += markup[i].toLower();
        }
        if (name.isEmpty() || endless.contains(name))
            continue;
        depth = closes ? std::max(depth - 1, 0) : depth + 1;
        deepest = std::max(deepest, depth);
    }
    return deepest;
}

TextBuilder::Gap gapBefore(const Page &page, const PageBlock &block, const PageBlock *previous)
{
    const GumboTag tag = page.nodes[static_cast<size_t>(block.node)].tag;
    const bool isItem =
        tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_DT || tag == GUMBO_TAG_DD;
    const bool followsItem = previous && page.nodes[static_cast<size_t>(previous->node)].tag == tag;
    return isItem && followsItem ? TextBuilder::Gap::Line : TextBuilder::Gap::Paragraph;
}

/// Neighbouring regions of one kind and state become one.
void addRegion(std::vector<Region> &regions, Region region, bool joins)
{
    if (joins && !regions.empty() && regions.back().kind == region.kind && regions.back().struck == region.struck)
        regions.back().span.end = region.span.end;
    else
        regions.push_back(region);
}

/// The heading nearest to the title's words. Without a title, the first level-1 heading.
int headlineBlock(const Page &page, const QString &title)
{
    const QString wanted = foldedText(title);
    int first = -1;
    for (size_t i = 0; i < page.blocks.size(); ++i) {
        const GumboTag tag = page.nodes[static_cast<size_t>(page.blocks[i].node)].tag;
        if (!isHeading(tag))
            continue;
        const QString words = foldedText(page.blocks[i].words);
        if (!wanted.isEmpty() && words.size() >= 10
            && (words == wanted || wanted.startsWith(words) || words.startsWith(wanted)))
            return static_cast<int>(i);
        if (first < 0 && tag == GUMBO_TAG_H1)
            first = static_cast<int>(i);
    }
    return wanted.isEmpty() ? first : -1;
}

/// A piece that somebody chose, as the clipboard holds it: there is nothing around the article.
bool isFragment(const QString &markup)
{
    static const QRegularExpression whole(
        u"<(?:!doctype|html|head|body|title|nav|main|article|aside|header|footer)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return !whole.match(markup).hasMatch();
}

ArticlePlace placeOf(const Page &page, const std::vector<bool> &isArticle, const QString &title)
{
    ArticlePlace place;
    place.headline = headlineBlock(page, title);
    const auto first = std::ranges::find(isArticle, true);
    if (first == isArticle.end())
        return place;
    place.first = static_cast<int>(first - isArticle.begin());
    place.last = static_cast<int>(isArticle.size()) - 1;
    while (!isArticle[static_cast<size_t>(place.last)])
        --place.last;
    return place;
}

} // namespace

QString declaredCharset(QByteArrayView bytes)
{
    static const QRegularExpression charset(
        u"<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})|<\\?xml[^>]{0,100}encoding=[\"']([A-Za-z0-9_.-]{2,40})"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto m = charset.match(QString::fromLatin1(bytes.first(std::min<qsizetype>(bytes.size(), 4096))));
    return m.captured(1) + m.captured(2);
}

Result<void> readHtml(const QString &markup, ReadDocument &document)
{
    if (const int depth = nestingOf(markup); depth > deepestMarkup)
        return fail(Fault::Malformed, u"nested %1 elements deep"_s.arg(depth));
    const Page page = parsePage(markup.toUtf8());
    addPageMetadata(page, document);
    const std::vector<bool> isArticle =
        isFragment(markup) ? std::vector<bool>(page.blocks.size(), true) : articleBlocks(page);
    const ArticlePlace place = placeOf(page, isArticle, document.title.value);
    if (document.title.value.isEmpty() && place.headline >= 0)
        document.title = {page.blocks[static_cast<size_t>(place.headline)].words.simplified(), Basis::Stated};
    addPageByline(page, place, document);
    addPrintedDate(page, place, document);

    TextBuilder builder;
    const PageBlock *previous = nullptr;
    bool wasStruck = false;
    for (size_t i = 0; i < page.blocks.size(); ++i) {
        const PageBlock &block = page.blocks[i];
        builder.beginBlock(gapBefore(page, block, previous), true); // the page has collapsed white space already
        builder.append(block.words);
        const Span span = builder.endBlock();
        if (span.isEmpty())
            continue;
        const bool isHeadline = static_cast<int>(i) == place.headline;
        std::optional<RegionKind> kind;
        if (isArticle[i] && !isHeadline)
            kind = regionOf(page, place, static_cast<int>(i));
        const bool struck = (!isArticle[i] && !isHeadline) || kind == RegionKind::Boilerplate;
        if (struck)
            addRegion(document.regions, {span, RegionKind::Boilerplate, true}, wasStruck);
        else if (isHeadline)
            document.regions.push_back({span, RegionKind::Headline, false});
        else if (kind)
            addRegion(document.regions, {span, *kind, false},
                      *kind == RegionKind::BlockQuote && previous
                          && isWithin(page, previous->node, GUMBO_TAG_BLOCKQUOTE));
        else if (const qsizetype dateline = datelineLength(block.words); dateline > 0)
            document.regions.push_back(
                {{span.start, span.start + static_cast<qint32>(dateline)}, RegionKind::Dateline, false});
        wasStruck = struck;
        previous = &block;
    }
    document.text = builder.take();
    if (page.wasTooDeep)
        document.remarks.push_back({RemarkKind::TooDeep, {QString::number(deepestElement)}});
    return {};
}

bool isTooDeep(const QString &markup)
{
    return nestingOf(markup) > deepestMarkup;
}

QString plainTextOfHtml(const QString &markup)
{
    if (isTooDeep(markup))
        return markup;
    const Page page = parsePage(markup.toUtf8());
    QStringList blocks;
    for (const PageBlock &block : page.blocks)
        blocks << block.words;
    return blocks.join(u"\n\n"_s);
}

} // namespace onrecord::io

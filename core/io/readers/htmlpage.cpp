// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/htmlpage.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <string_view>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

bool isOneOf(GumboTag tag, std::initializer_list<GumboTag> tags)
{
    return std::ranges::find(tags, tag) != tags.end();
}

bool isNeverText(GumboTag tag)
{
    return isOneOf(tag,
                   {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NOFRAMES,
                    GUMBO_TAG_SVG, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_SELECT,
                    GUMBO_TAG_DATALIST, GUMBO_TAG_TEXTAREA, GUMBO_TAG_CANVAS, GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO,
                    GUMBO_TAG_HEAD, GUMBO_TAG_TITLE, GUMBO_TAG_BUTTON, GUMBO_TAG_INPUT});
}

bool isBlock(GumboTag tag)
{
    return isOneOf(
        tag, {GUMBO_TAG_HTML,       GUMBO_TAG_BODY,   GUMBO_TAG_ADDRESS,  GUMBO_TAG_ARTICLE,  GUMBO_TAG_ASIDE,
              GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_CENTER, GUMBO_TAG_DETAILS,  GUMBO_TAG_DIALOG,   GUMBO_TAG_DD,
              GUMBO_TAG_DIV,        GUMBO_TAG_DL,     GUMBO_TAG_DT,       GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION,
              GUMBO_TAG_FIGURE,     GUMBO_TAG_FOOTER, GUMBO_TAG_FORM,     GUMBO_TAG_H1,       GUMBO_TAG_H2,
              GUMBO_TAG_H3,         GUMBO_TAG_H4,     GUMBO_TAG_H5,       GUMBO_TAG_H6,       GUMBO_TAG_HEADER,
              GUMBO_TAG_HGROUP,     GUMBO_TAG_HR,     GUMBO_TAG_LI,       GUMBO_TAG_MAIN,     GUMBO_TAG_NAV,
              GUMBO_TAG_OL,         GUMBO_TAG_P,      GUMBO_TAG_PRE,      GUMBO_TAG_SECTION,  GUMBO_TAG_TABLE,
              GUMBO_TAG_CAPTION,    GUMBO_TAG_THEAD,  GUMBO_TAG_TBODY,    GUMBO_TAG_TFOOT,    GUMBO_TAG_TR,
              GUMBO_TAG_TD,         GUMBO_TAG_TH,     GUMBO_TAG_UL,       GUMBO_TAG_SUMMARY,  GUMBO_TAG_LEGEND,
              GUMBO_TAG_LISTING,    GUMBO_TAG_XMP,    GUMBO_TAG_PLAINTEXT});
}

QString attribute(const GumboElement &element, const char *name)
{
    const GumboAttribute *found = gumbo_get_attribute(&element.attributes, name);
    return found ? QString::fromUtf8(found->value) : QString();
}

bool has(const GumboElement &element, const char *name)
{
    return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

bool isHidden(const GumboElement &element)
{
    if (has(element, "hidden"))
        return true;
    static const QRegularExpression hiding(u"(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QString style = attribute(element, "style");
    return !style.isEmpty() && style.size() < 4096 && hiding.match(style).hasMatch();
}

/// Text directly below an element (title, script).
QByteArray innerText(const GumboNode *node)
{
    QByteArray out;
    const GumboVector &children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        const auto *child = static_cast<const GumboNode *>(children.data[i]);
        if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_CDATA)
            out += child->v.text.text;
    }
    return out;
}

class Walk
{
public:
    explicit Walk(Page &page) : m_page(page) {}

    /// Depth first with an own stack: a page may nest deeper than the machine's.
    void run(const GumboNode *root)
    {
        std::vector<Step> stack;
        open(root, stack);
        while (!stack.empty()) {
            Step &top = stack.back();
            const GumboVector &children =
                top.node->type == GUMBO_NODE_DOCUMENT ? top.node->v.document.children : top.node->v.element.children;
            if (top.child == children.length) {
                close(top);
                stack.pop_back();
                continue;
            }
            visit(static_cast<const GumboNode *>(children.data[top.child++]), stack);
        }
        flush();
    }

private:
    struct Step {
        const GumboNode *node = nullptr;
        unsigned child = 0;
        bool isBlock = false;
        bool isLink = false;
        BylineMark byline = BylineMark::None;
        bool isPre = false;
        qsizetype nameAt = -1; ///< of an author's name: where in the words of the block it begins
        size_t nameBlock = 0;
    };

    void visit(const GumboNode *node, std::vector<Step> &stack)
    {
        switch (node->type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
        case GUMBO_NODE_CDATA:
            addText(QString::fromUtf8(node->v.text.text));
            break;
        case GUMBO_NODE_COMMENT:
            if (stack.size() <= 2)
                m_page.comments << QString::fromUtf8(node->v.text.text).left(4096);
            break;
        case GUMBO_NODE_ELEMENT:
            note(node);
            if (node->v.element.tag == GUMBO_TAG_HEAD)
                noteHead(node);
            else if (node->v.element.tag == GUMBO_TAG_BR)
                lineBreak();
            else if (!isNeverText(node->v.element.tag) && !isHidden(node->v.element))
                open(node, stack);
            break;
        case GUMBO_NODE_DOCUMENT:
        case GUMBO_NODE_TEMPLATE:
            break;
        }
    }

    void open(const GumboNode *node, std::vector<Step> &stack)
    {
        Step step{node};
        if (node->type == GUMBO_NODE_ELEMENT) {
            const GumboElement &element = node->v.element;
            step.isBlock = isBlock(element.tag) && m_path.size() < deepestElement;
            m_page.wasTooDeep = m_page.wasTooDeep || (isBlock(element.tag) && !step.isBlock);
            step.isLink = element.tag == GUMBO_TAG_A && has(element, "href");
            step.isPre = isOneOf(element.tag, {GUMBO_TAG_PRE, GUMBO_TAG_LISTING, GUMBO_TAG_XMP, GUMBO_TAG_PLAINTEXT});
            step.byline = bylineMark(element);
            if (step.isBlock)
                openBlock(element);
            if (m_bylines[static_cast<size_t>(BylineMark::Author)] > 0
                && attribute(element, "itemprop").contains(u"name"_s)) {
                step.nameAt = m_words.size();
                step.nameBlock = m_page.blocks.size();
            }
        }
        m_links += step.isLink ? 1 : 0;
        m_pres += step.isPre ? 1 : 0;
        ++m_bylines[static_cast<size_t>(step.byline)];
        stack.push_back(step);
    }

    void close(const Step &step)
    {
        if (step.nameAt >= 0 && step.nameBlock == m_page.blocks.size() && step.nameAt < m_words.size()
            && m_page.authorNames.size() < 200)
            m_page.authorNames.emplace_back(m_words.sliced(step.nameAt).trimmed(), static_cast<int>(step.nameBlock));
        if (step.isBlock) {
            flush();
            m_path.pop_back();
        } else if (step.byline >= BylineMark::Class && bylinesAbove(BylineMark::Class) == 1) {
            flush(); // what follows the outermost byline is something else
        }
        m_links -= step.isLink ? 1 : 0;
        m_pres -= step.isPre ? 1 : 0;
        --m_bylines[static_cast<size_t>(step.byline)];
    }

    void openBlock(const GumboElement &element)
    {
        flush();
        PageNode node;
        node.parent = m_path.empty() ? -1 : m_path.back();
        node.tag = element.tag;
        node.names = (attribute(element, "class") + u' ' + attribute(element, "id")).toLower().left(1000).trimmed();
        node.role = attribute(element, "role").toLower();
        node.itemprop = attribute(element, "itemprop");
        if (element.tag == GUMBO_TAG_P) {
            for (const int ancestor : m_path)
                ++m_page.nodes[static_cast<size_t>(ancestor)].paragraphs;
        }
        m_path.push_back(static_cast<int>(m_page.nodes.size()));
        m_page.nodes.push_back(std::move(node));
    }

    static BylineMark bylineMark(const GumboElement &element)
    {
        const QStringList rel = attribute(element, "rel").toLower().split(u' ');
        if (rel.contains(u"author"_s) || attribute(element, "itemprop").contains(u"author"_s))
            return BylineMark::Author;
        static const QRegularExpression outright(
            u"(?:^|\\s)(?:author|auteur|autor|byline\\S*|\\S*[-_]byline|author[-_]name|article[-_]author|p-author|post-author|writtenby|written-by|by-author)(?:\\s|$)"_s);
        static const QRegularExpression hinted(
            u"byline|author|writtenby|written-by|auteur|\\bautor|contributor|signature"_s);
        const QString classes =
            (attribute(element, "class") + u' ' + attribute(element, "id") + u' ' + attribute(element, "data-testid") + u' ' + attribute(element, "data-component"))
                .toLower()
                .left(500);
        if (classes.size() > 3 && outright.match(classes).hasMatch())
            return BylineMark::Author;
        if (classes.size() > 3 && hinted.match(classes).hasMatch())
            return BylineMark::Class;
        static const QRegularExpression authorPage(
            u"/(?:authors?|writers?|reporters?|by|byline|contributors?|columnists?|journalistes?|auteurs?|autor(?:en|es)?|profile|people|staff)/[^/?#]+/?(?:[?#]|$)|^(?:https?://[^/]+)?/@[\\w.-]+/?(?:[?#]|$)"_s,
            QRegularExpression::CaseInsensitiveOption);
        if (element.tag == GUMBO_TAG_A && authorPage.match(attribute(element, "href").left(1000)).hasMatch())
            return BylineMark::Link;
        return BylineMark::None;
    }

    [[nodiscard]] int bylinesAbove(BylineMark least) const
    {
        int open = 0;
        for (auto mark = static_cast<size_t>(least); mark < m_bylines.size(); ++mark)
            open += m_bylines[mark];
        return open;
    }

    [[nodiscard]] BylineMark strongestByline() const
    {
        for (const BylineMark mark : {BylineMark::Author, BylineMark::Class, BylineMark::Link}) {
            if (m_bylines[static_cast<size_t>(mark)] > 0)
                return mark;
        }
        return BylineMark::None;
    }

    void addText(const QString &text)
    {
        if (m_path.empty())
            return;
        const qsizetype before = m_words.size();
        if (m_pres > 0) {
            m_words += text;
        } else {
            for (const QChar c : text) {
                const bool blank = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
                if (!blank)
                    m_words += c;
                else if (!m_words.isEmpty() && m_words.back() != u' ' && m_words.back() != u'\n')
                    m_words += u' ';
            }
        }
        if (m_links > 0)
            m_linkWords += m_words.size() - before;
        if (m_words.size() > before)
            m_byline = std::max(m_byline, strongestByline());
        m_wasPre = m_wasPre || m_pres > 0;
    }

    /// One break is a line break, two are a new paragraph.
    void lineBreak()
    {
        while (m_pres == 0 && m_words.endsWith(u' '))
            m_words.chop(1);
        if (m_words.endsWith(u'\n') && m_pres == 0)
            flush();
        else if (!m_words.isEmpty())
            m_words += u'\n';
    }

    void flush()
    {
        while (!m_words.isEmpty() && (m_words.back() == u' ' || m_words.back() == u'\n'))
            m_words.chop(1);
        if (!m_words.isEmpty() && !m_path.empty()) {
            const qsizetype size = m_words.size();
            const auto commas = static_cast<int>(m_words.count(u',') + m_words.count(u'，') + m_words.count(u'、')
                                                 + m_words.count(u'،'));
            for (const int ancestor : m_path) {
                PageNode &node = m_page.nodes[static_cast<size_t>(ancestor)];
                node.words += size;
                node.linkWords += std::min(m_linkWords, size);
                node.commas += commas;
            }
            m_page.blocks.push_back({m_path.back(), m_words, std::min(m_linkWords, size), m_wasPre, m_byline});
        }
        m_words.clear();
        m_linkWords = 0;
        m_byline = BylineMark::None;
        m_wasPre = false;
    }

    /// Microdata, times and scripts anywhere on the page.
    void note(const GumboNode *node)
    {
        const GumboElement &element = node->v.element;
        if (element.tag == GUMBO_TAG_HTML)
            m_page.language = attribute(element, "lang").left(40);
        if (element.tag == GUMBO_TAG_TITLE && m_page.title.isEmpty())
            m_page.title = QString::fromUtf8(innerText(node)).simplified().left(2000);
        if (element.tag == GUMBO_TAG_SCRIPT && attribute(element, "type").contains(u"ld+json"_s, Qt::CaseInsensitive))
            m_page.jsonLd.push_back(innerText(node));
        if (element.tag == GUMBO_TAG_META)
            noteMeta(element);
        if (element.tag == GUMBO_TAG_LINK && attribute(element, "rel").compare(u"canonical"_s, Qt::CaseInsensitive) == 0
            && m_page.canonical.isEmpty())
            m_page.canonical = attribute(element, "href").trimmed();
        if (element.tag == GUMBO_TAG_TIME) {
            const QString when = attribute(element, "datetime");
            if (has(element, "pubdate") || attribute(element, "itemprop") == u"datePublished"_s
                || attribute(element, "class").contains(u"publish"_s))
                m_page.times.prepend(when);
            else if (!when.isEmpty())
                m_page.times << when;
        } else if (const QString property = attribute(element, "itemprop");
                   property == u"datePublished"_s && element.tag != GUMBO_TAG_META) {
            m_page.meta[u"itemprop:datepublished"_s]
                << (has(element, "content") ? attribute(element, "content") : attribute(element, "datetime"));
        }
    }

    void noteMeta(const GumboElement &element)
    {
        const QString content = attribute(element, "content").left(4000);
        for (const char *key : {"name", "property", "itemprop"}) {
            const QStringList names = attribute(element, key).toLower().simplified().split(u' ', Qt::SkipEmptyParts);
            for (const QString &name : names) { // a property attribute may hold several
                if (content.isEmpty())
                    continue;
                if (key == std::string_view("property"))
                    m_page.properties[name] << content;
                else
                    m_page.meta[key == std::string_view("itemprop") ? QString(u"itemprop:"_s + name) : name] << content;
            }
        }
    }

    void noteHead(const GumboNode *head)
    {
        const GumboVector &children = head->v.element.children;
        for (const void *child : std::span(children.data, children.length)) {
            const auto *node = static_cast<const GumboNode *>(child);
            if (node->type == GUMBO_NODE_ELEMENT)
                note(node);
            else if (node->type == GUMBO_NODE_COMMENT)
                m_page.comments << QString::fromUtf8(node->v.text.text).left(4096);
        }
    }

    Page &m_page;
    std::vector<int> m_path; // open block elements
    QString m_words;
    qsizetype m_linkWords = 0;
    int m_links = 0;
    int m_pres = 0;
    std::array<int, 4> m_bylines{}; // open elements by their mark
    BylineMark m_byline = BylineMark::None;
    bool m_wasPre = false;
};

} // namespace

Page parsePage(const QByteArray &utf8)
{
    Page page;
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    GumboOutput *const output = gumbo_parse_with_options(&options, utf8.constData(), static_cast<size_t>(utf8.size()));
    if (!output)
        return page;
    Walk(page).run(output->document);
    gumbo_destroy_output(&options, output);
    return page;
}

} // namespace onrecord::io

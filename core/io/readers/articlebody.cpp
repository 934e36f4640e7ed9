// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/articlebody.h"

#include "core/io/readers/articlewords.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <utility>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortest = 25;       // a block below this says nothing about where the article is
constexpr qsizetype enoughArticle = 400; // less than this and a stricter sieve was too strict

bool matches(const QRegularExpression &expression, const QString &names)
{
    return !names.isEmpty() && expression.match(names).hasMatch();
}

/// What class names and ids say about being part of an article: -25, 0, 25 or both.
int weightOf(const PageNode &node)
{
    static const QRegularExpression against(
        u"-ad-|hidden|^hid$| hid$| hid |^hid "
        u"|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|"
        "shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget|newsletter|subscribe|cookie|consent"_s);
    static const QRegularExpression favour(
        u"article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story"_s);
    return (matches(against, node.names) ? -25 : 0) + (matches(favour, node.names) ? 25 : 0);
}

bool isUnlikely(const PageNode &node)
{
    static const QRegularExpression unlikely(
        u"-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|"
        u"menu|related|remark|replies|rss|"
        "shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote|"
        "newsletter|cookie|consent|"
        "most-read|mostread|trending|recommend|share-|sharing|toolbar|navbar|subscribe"_s);
    static const QRegularExpression maybe(u"and|article|body|column|content|main|shadow|mathjax"_s);
    static const QStringList roles{u"menu"_s,        u"menubar"_s, u"complementary"_s, u"navigation"_s,  u"alert"_s,
                                   u"alertdialog"_s, u"dialog"_s,  u"banner"_s,        u"contentinfo"_s, u"search"_s};
    if (node.tag == GUMBO_TAG_BODY || node.tag == GUMBO_TAG_HTML || node.tag == GUMBO_TAG_ARTICLE
        || node.tag == GUMBO_TAG_MAIN)
        return false;
    if (node.tag == GUMBO_TAG_NAV || node.tag == GUMBO_TAG_ASIDE || node.tag == GUMBO_TAG_FOOTER
        || roles.contains(node.role))
        return true;
    return matches(unlikely, node.names) && !matches(maybe, node.names);
}

double startScore(const PageNode &node)
{
    switch (node.tag) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_SECTION:
        return 5;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_BLOCKQUOTE:
        return 3;
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_FORM:
        return -3;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_TH:
        return -5;
    default:
        return 0;
    }
}

bool isLeaf(GumboTag tag)
{
    return tag == GUMBO_TAG_P || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD
        || tag == GUMBO_TAG_DT || tag == GUMBO_TAG_FIGCAPTION || (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6);
}

double linkDensity(const PageNode &node)
{
    return node.words == 0 ? 0.0 : static_cast<double>(node.linkWords) / static_cast<double>(node.words);
}

/// One pass over a page at one strictness.
class Search
{
public:
    Search(const Page &page, bool isStrict, bool usesNames) : m_page(page), m_usesNames(usesNames)
    {
        const size_t count = page.nodes.size();
        m_dropped.resize(count);
        for (size_t i = 0; i < count; ++i) { // parents come before their children
            const PageNode &node = page.nodes[i];
            m_dropped[i] =
                (node.parent >= 0 && m_dropped[static_cast<size_t>(node.parent)]) || (isStrict && isUnlikely(node));
        }
        countItems();
    }

    std::vector<bool> run()
    {
        score();
        const int best = bestNode();
        if (best < 0)
            return {};
        const std::vector<bool> roots = withSiblings(best);
        std::vector<bool> inside(m_page.nodes.size());
        std::vector<bool> out(m_page.blocks.size());
        for (size_t i = 0; i < inside.size(); ++i) {
            const PageNode &node = m_page.nodes[i];
            const bool above = node.parent >= 0 && inside[static_cast<size_t>(node.parent)];
            inside[i] = !m_dropped[i] && (roots[i] || (above && !isBox(static_cast<int>(i))));
        }
        for (size_t i = 0; i < out.size(); ++i)
            out[i] = inside[static_cast<size_t>(m_page.blocks[i].node)];
        return out;
    }

private:
    [[nodiscard]] const PageNode &node(int i) const { return m_page.nodes[static_cast<size_t>(i)]; }
    [[nodiscard]] int weight(int i) const { return m_usesNames ? weightOf(node(i)) : 0; }

    /// Items of lists, and those that say something in words of their own beside a link: more than a date or a name.
    void countItems()
    {
        constexpr qsizetype own = 20; // units
        m_items.assign(m_page.nodes.size(), 0);
        m_proseItems.assign(m_page.nodes.size(), 0);
        m_isAnnounced.assign(m_page.nodes.size(), false);
        const PageBlock *before = nullptr;
        for (const PageBlock &block : m_page.blocks) {
            const PageBlock *previous = std::exchange(before, &block);
            const PageNode &item = node(block.node);
            if (item.tag != GUMBO_TAG_LI || item.parent < 0)
                continue;
            if (m_items[static_cast<size_t>(item.parent)] == 0 && previous)
                m_isAnnounced[static_cast<size_t>(item.parent)] = announces(*previous, item.parent);
            ++m_items[static_cast<size_t>(item.parent)];
            m_proseItems[static_cast<size_t>(item.parent)] += block.words.size() - block.linkWords >= own ? 1 : 0;
        }
    }

    /// "The papers that the council sent:" before a list makes it the article's own words, links or not.
    [[nodiscard]] bool announces(const PageBlock &block, int list) const
    {
        constexpr qsizetype sentence = 25; // units; "Topics:" announces nothing
        static const QRegularExpression others(u"\\b(?:read|more|related|also|topics?|tags?|share|follow|mehr|lesen|themen|lire|aussi)\\b"_s, QRegularExpression::CaseInsensitiveOption);
        const QString words = block.words.trimmed();
        return node(block.node).tag == GUMBO_TAG_P && node(block.node).parent == node(list).parent && words.endsWith(u':') && words.size() - block.linkWords >= sentence
            && !isBoxLine(words) && !(words.size() < 60 && words.contains(others));
    }

    /// A list whose items are sentences with links in them, not the links of a menu.
    [[nodiscard]] bool isProseList(int i) const
    {
        const auto list = static_cast<size_t>(i);
        return (node(i).tag == GUMBO_TAG_UL || node(i).tag == GUMBO_TAG_OL) && m_items[list] > 0 && m_proseItems[list] * 2 >= m_items[list];
    }

    void score()
    {
        m_scores.assign(m_page.nodes.size(), 0.0);
        m_isCandidate.assign(m_page.nodes.size(), false);
        for (const PageBlock &block : m_page.blocks) {
            if (block.words.size() < shortest || m_dropped[static_cast<size_t>(block.node)])
                continue;
            const GumboTag tag = node(block.node).tag;
            if (tag == GUMBO_TAG_LI || (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 && tag != GUMBO_TAG_H2))
                continue;
            const double points = 1.0 + static_cast<double>(block.words.count(u',') + block.words.count(u'，') + 1)
                + std::min(std::floor(static_cast<double>(block.words.size()) / 100.0), 3.0);
            int at = isLeaf(tag) ? node(block.node).parent : block.node;
            for (int level = 0; at >= 0 && level < 6; ++level, at = node(at).parent) {
                const auto i = static_cast<size_t>(at);
                if (!m_isCandidate[i]) {
                    m_isCandidate[i] = true;
                    m_scores[i] = startScore(node(at)) + weight(at);
                }
                m_scores[i] += level == 0 ? points : level == 1 ? points / 2 : points / (level * 3);
            }
        }
        for (size_t i = 0; i < m_scores.size(); ++i)
            m_scores[i] *= 1.0 - linkDensity(m_page.nodes[i]);
    }

    int bestNode() const
    {
        int best = -1;
        for (size_t i = 0; i < m_scores.size(); ++i) {
            if (m_isCandidate[i] && !m_dropped[i] && (best < 0 || m_scores[i] > m_scores[static_cast<size_t>(best)]))
                best = static_cast<int>(i);
        }
        if (best < 0)
            return -1;
        best = commonAncestor(best);
        // An ancestor that gathers still more points holds other parts of the same article.
        double last = m_scores[static_cast<size_t>(best)];
        const double least = last / 3;
        for (int at = node(best).parent; at >= 0 && node(at).tag != GUMBO_TAG_BODY && node(at).tag != GUMBO_TAG_HTML;
             at = node(at).parent) {
            if (!m_isCandidate[static_cast<size_t>(at)])
                continue;
            const double here = m_scores[static_cast<size_t>(at)];
            if (here < least)
                break;
            if (here > last) {
                best = at;
                break;
            }
            last = here;
        }
        // A container that holds hardly more than this one is the same thing, with the siblings of its only child.
        for (int at = node(best).parent; at >= 0 && node(at).tag != GUMBO_TAG_BODY && node(at).tag != GUMBO_TAG_HTML
             && node(at).words == node(best).words;
             at = node(at).parent)
            best = at;
        return best;
    }

    /// Three or more near winners below one ancestor: the article is split into sections, the ancestor is the
    /// container.
    int commonAncestor(int best) const
    {
        std::vector<int> near;
        for (size_t i = 0; i < m_scores.size(); ++i) {
            if (m_isCandidate[i] && !m_dropped[i] && static_cast<int>(i) != best
                && m_scores[i] >= 0.75 * m_scores[static_cast<size_t>(best)])
                near.push_back(static_cast<int>(i));
        }
        if (near.size() < 3)
            return best;
        for (int at = node(best).parent; at >= 0 && node(at).tag != GUMBO_TAG_BODY && node(at).tag != GUMBO_TAG_HTML;
             at = node(at).parent) {
            const auto below = std::ranges::count_if(near, [this, at](int i) { return isBelow(i, at); });
            if (below >= 3)
                return at;
        }
        return best;
    }

    [[nodiscard]] bool isBelow(int i, int ancestor) const
    {
        for (int at = node(i).parent; at >= 0; at = node(at).parent) {
            if (at == ancestor)
                return true;
        }
        return false;
    }

    std::vector<bool> withSiblings(int best) const
    {
        std::vector<bool> roots(m_page.nodes.size());
        roots[static_cast<size_t>(best)] = true;
        const double bestScore = m_scores[static_cast<size_t>(best)];
        const double least = std::max(10.0, bestScore * 0.2);
        for (size_t i = 0; i < roots.size(); ++i) {
            const PageNode &sibling = m_page.nodes[i];
            if (sibling.parent < 0 || sibling.parent != node(best).parent || static_cast<int>(i) == best)
                continue;
            const double bonus = !sibling.names.isEmpty() && sibling.names == node(best).names ? bestScore * 0.2 : 0.0;
            const bool isLikeIt = m_isCandidate[i] && m_scores[i] + bonus >= least;
            const bool isProse = sibling.tag == GUMBO_TAG_P
                && (sibling.words > 80 ? linkDensity(sibling) < 0.25
                                       : sibling.words > 0 && sibling.linkWords == 0 && sibling.commas > 0);
            roots[i] = isLikeIt || isProse;
        }
        return roots;
    }

    /// A list, table or box inside the article that is none of it.
    [[nodiscard]] bool isBox(int i) const
    {
        const PageNode &one = node(i);
        if (one.tag == GUMBO_TAG_FOOTER || one.tag == GUMBO_TAG_NAV || one.tag == GUMBO_TAG_ASIDE)
            return true;
        static const QRegularExpression sharing(
            u"(?:\\b|_)(?:share|sharedaddy|social|newsletter|subscribe|related|recommended|promo|outbrain|taboola)(?:\\b|_)"_s);
        if (one.words < 500 && m_usesNames && matches(sharing, one.names))
            return true;
        if (!(one.tag == GUMBO_TAG_DIV || one.tag == GUMBO_TAG_UL || one.tag == GUMBO_TAG_OL
              || one.tag == GUMBO_TAG_TABLE || one.tag == GUMBO_TAG_SECTION || one.tag == GUMBO_TAG_FORM
              || one.tag == GUMBO_TAG_FIELDSET || one.tag == GUMBO_TAG_DL))
            return false;
        if (one.words == 0)
            return false;
        const int names = weight(i);
        if (names < 0)
            return one.words < 2000 || linkDensity(one) > 0.3;
        if (one.commas >= 10)
            return false;
        const double density = linkDensity(one);
        if (one.tag == GUMBO_TAG_FORM || one.tag == GUMBO_TAG_FIELDSET)
            return one.paragraphs < 3;
        if (names == 0 && m_isAnnounced[static_cast<size_t>(i)])
            return false;
        return isProseList(i) ? density > 0.65 : (names < 25 && density > 0.33 && one.words > 12) || density > 0.5;
    }

    const Page &m_page;
    bool m_usesNames;
    std::vector<bool> m_dropped;
    std::vector<double> m_scores;
    std::vector<bool> m_isCandidate;
    std::vector<int> m_items;      ///< by list: how many items it has,
    std::vector<int> m_proseItems; ///< and how many of them say something
    std::vector<bool> m_isAnnounced; ///< lists that the paragraph before announces
};

qsizetype wordsIn(const Page &page, const std::vector<bool> &chosen)
{
    qsizetype words = 0;
    for (size_t i = 0; i < chosen.size(); ++i)
        words += chosen[i] ? page.blocks[i].words.size() : 0;
    return words;
}

} // namespace

std::vector<bool> articleBlocks(const Page &page)
{
    std::vector<bool> best;
    for (const auto &[isStrict, usesNames] : {std::pair{true, true}, std::pair{false, true}, std::pair{false, false}}) {
        std::vector<bool> found = Search(page, isStrict, usesNames).run();
        // A looser sieve always finds more; it is believed only where it finds a whole article instead of a scrap.
        if (wordsIn(page, found) > 3 * wordsIn(page, best))
            best = std::move(found);
        if (wordsIn(page, best) >= enoughArticle)
            break;
    }
    return best.empty() ? std::vector<bool>(page.blocks.size(), true) : best;
}

} // namespace onrecord::io

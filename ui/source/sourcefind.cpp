// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Finding words in the open article.
#include "core/store/wordplaces.h"
#include "ui/source/findbar.h"
#include "ui/source/sourceview.h"
#include "ui/widgets/desk.h"

#include <QtConcurrentRun>
#include <algorithm>

namespace onrecord::ui {

void SourceView::openFind()
{
    const QString words = m_paper->selectedText();
    constexpr qsizetype longest = 200;
    m_findBar->open(words.size() <= longest && !words.contains(u'\n') ? words : QString());
}

void SourceView::closeFind()
{
    m_findBar->hide();
    ++m_searchNumber;
    m_found = {};
    m_foundAt = -1;
    m_paper->setHits(m_wordSpans, -1);
    rebuildOverview();
    m_paper->setFocus();
}

/// The words that the search box filters by are marked in the text, as found ones are; the find bar, while it is open, goes first.
void SourceView::markFilterWords()
{
    QStringList asked;
    for (const explore::Term &term : m_desk.workspace().filter().terms) {
        if (term.facet == explore::Facet::Words && !term.excluded)
            asked.append(term.words);
    }
    const QString words = asked.join(QStringLiteral(" OR "));
    if (!m_ready || words == m_markedWords)
        return;
    m_markedWords = words;
    if (m_wordsCancelled)
        *m_wordsCancelled = true;
    if (words.isEmpty()) {
        takeFilterWords({});
        return;
    }
    m_wordsCancelled = std::make_shared<std::atomic_bool>(false);
    constexpr int most = 2000;
    QtConcurrent::run([text = m_paper->text(), words, cancelled = m_wordsCancelled] {
        return store::wordPlaces(text, words, most, [cancelled] { return cancelled->load(); });
    }).then(this, [this, cancelled = m_wordsCancelled](const std::vector<Span> &places) {
        if (!*cancelled)
            takeFilterWords(places);
    });
}

void SourceView::takeFilterWords(const std::vector<Span> &places)
{
    m_wordSpans = places;
    if (m_findBar->isVisible())
        return;
    m_paper->setHits(m_wordSpans, -1);
    rebuildOverview();
}

/// Asks a worker; only the answer to the last question is taken.
void SourceView::search()
{
    if (!m_ready || !m_findBar->isVisible())
        return;
    if (m_searchCancelled)
        *m_searchCancelled = true;
    m_searchCancelled = std::make_shared<std::atomic_bool>(false);
    const quint64 number = ++m_searchNumber;
    m_findBar->showSearching();
    QtConcurrent::run([text = m_paper->text(), words = m_findBar->words(), options = m_findBar->options(), cancelled = m_searchCancelled] {
        return explore::findAll(text, words, options, [cancelled] { return cancelled->load(); });
    }).then(this, [this, number](const explore::FindAnswer &answer) {
        if (number == m_searchNumber)
            takeFound(answer);
    });
}

void SourceView::takeFound(const explore::FindAnswer &answer)
{
    m_found = answer;
    m_foundWrapped = false;
    // Begin where the reader is, not at the top.
    const qint32 from = m_paper->selectedSpan().isEmpty() ? std::max(m_paper->caret(), m_paper->firstOffsetInSight()) : m_paper->selectedSpan().start;
    const auto next = std::ranges::lower_bound(answer.hits, from, {}, &Span::start);
    m_foundAt = answer.hits.empty() ? -1 : next == answer.hits.end() ? 0 : static_cast<int>(next - answer.hits.begin());
    m_paper->setHits(answer.hits, m_foundAt);
    if (m_foundAt >= 0)
        m_paper->showSpan(answer.hits[static_cast<size_t>(m_foundAt)], false);
    m_findBar->showAnswer(m_found, m_foundAt, false);
    rebuildOverview();
}

void SourceView::findStep(int direction)
{
    if (!m_findBar->isVisible()) {
        openFind();
        return;
    }
    const auto count = static_cast<int>(m_found.hits.size());
    if (count == 0)
        return;
    const int next = m_foundAt + direction;
    m_foundWrapped = next < 0 || next >= count;
    m_foundAt = (next + count) % count;
    const Span hit = m_found.hits[static_cast<size_t>(m_foundAt)];
    m_paper->setHits(m_found.hits, m_foundAt);
    m_paper->setSelectedSpan({hit.start, hit.start});
    m_paper->showSpan(hit, false);
    m_findBar->showAnswer(m_found, m_foundAt, m_foundWrapped);
}

} // namespace onrecord::ui

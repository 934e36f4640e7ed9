// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader does to quotations: marking words, naming speakers, moving ends.
#include "ui/source/sourceview.h"

#include "core/record/speakers.h"
#include "ui/source/pickercard.h"
#include "ui/widgets/desk.h"

#include <QTextBoundaryFinder>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

/// White space and quotation marks at the ends are not part of the quoted words.
Span withoutMarks(QStringView text, Span span)
{
    const auto outside = [](QChar c) { return c.isSpace() || QStringView(u"\"\u201c\u201d\u201e\u00ab\u00bb").contains(c); };
    while (span.start < span.end && outside(text[span.start]))
        ++span.start;
    while (span.end > span.start && outside(text[span.end - 1]))
        --span.end;
    return span;
}

/// The next place where a boundary may stand, one word or one character on.
qint32 nextBoundary(const QString &text, qint32 from, int direction, bool byCharacter)
{
    // A window around the place: a boundary finder reads all it is given.
    constexpr qint32 reach = 256;
    const qint32 start = std::max(0, from - reach);
    const QString window = text.mid(start, 2 * reach);
    QTextBoundaryFinder finder(byCharacter ? QTextBoundaryFinder::Grapheme : QTextBoundaryFinder::Word, window);
    finder.setPosition(from - start);
    const qsizetype at = direction > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary();
    return at < 0 ? from : start + static_cast<qint32>(at);
}

} // namespace

void SourceView::startQuotation()
{
    if (m_picker->isVisible())
        return;
    const Span span = withoutMarks(m_paper->text(), m_paper->selectedSpan());
    if (span.isEmpty()) {
        m_desk.say(tr("Select the quoted words first, then press Q."));
        return;
    }
    if (m_desk.store().isReadOnly()) {
        m_desk.report({Fault::NotWritable, m_desk.store().path()});
        return;
    }
    m_asked = {{}, span};
    const auto words = static_cast<int>(QStringView(m_paper->text()).sliced(span.start, span.length()).count(u' ')) + 1;
    constexpr int fewWords = 3;
    m_picker->ask({tr("Who said it?"), m_desk.workspace().snapshot(), m_article, {}, true, words <= fewWords ? Kind::Fragment : Kind::Statement});
    placeCard(span);
}

void SourceView::startSpeaker()
{
    askSpeaker(false);
}

void SourceView::startAnotherSpeaker()
{
    askSpeaker(true);
}

void SourceView::askSpeaker(bool isAnother)
{
    if (m_picker->isVisible())
        return;
    const SnapshotPtr record = m_desk.workspace().snapshot();
    const Quotation *row = record->quotation(currentQuotation());
    if (!row) {
        m_desk.say(isAnother ? tr("Select a quotation first, then press Shift+S to add another speaker.") : tr("Select a quotation first, then press S to name its speaker."));
        return;
    }
    if (m_desk.store().isReadOnly()) {
        m_desk.report({Fault::NotWritable, m_desk.store().path()});
        return;
    }
    m_asked = {row->id, row->content.span};
    m_isAnother = isAnother && row->speaker;
    if (m_isAnother)
        m_picker->ask({tr("Who said it together with %1?").arg(namesOf(*record, speakersOf(*row))), record, m_article, {}, false, row->kind, speakersOf(*row)});
    else
        m_picker->ask({tr("Who said it?"), record, m_article, row->speaker, false, row->kind, {}});
    m_paper->showSpan(row->content.span, false);
    placeCard(row->content.span);
}

/// Below the words when there is room, else above them; lower where neither has enough: what is asked about stays in sight.
void SourceView::placeCard(Span span)
{
    constexpr int gap = 8;
    const std::vector<QRect> rects = m_paper->rectsOf(span);
    const QRect first = rects.empty() ? QRect(40, 40, 1, 1) : rects.front();
    const QRect last = rects.empty() ? first : rects.back();
    const int roomBelow = m_paper->viewport()->height() - last.bottom() - 2 * gap;
    const int roomAbove = first.top() - 2 * gap;
    m_picker->fitTo(std::max(roomBelow, roomAbove));
    const bool below = m_picker->height() <= roomBelow || roomBelow >= roomAbove;
    const int lowest = std::max(gap, m_paper->viewport()->height() - m_picker->height() - gap);
    const int y = below ? std::min(last.bottom() + gap, lowest) : std::max(gap, first.top() - gap - m_picker->height());
    const int widest = std::max(gap, m_paper->viewport()->width() - m_picker->width() - gap);
    m_picker->move(std::clamp(last.left(), gap, widest), y);
}

void SourceView::closePicker()
{
    m_picker->hide();
    m_asked = {};
    m_paper->setFocus();
}

void SourceView::storeQuotation(Span span, Kind kind, AgentId speaker, const QString &newName)
{
    const ArticleId article = m_article;
    auto stored = m_desk.store().run([=](store::Project &project) -> Result<QuotationId> {
        if (newName.isEmpty())
            return project.addQuotation(article, span, kind, speaker);
        QuotationId marked;
        const auto done = project.oneStep(u"Mark a Quotation of %1"_s, {newName}, [&](store::Project &into) -> Result<void> {
            return into.addAgent(newName, AgentType::Person)
                .and_then([&](AgentId added) { return into.addQuotation(article, span, kind, added); })
                .transform([&marked](QuotationId id) { marked = id; });
        });
        return done.transform([&marked] { return marked; });
    });
    stored.then(this, [this](const Result<QuotationId> &quotation) {
        if (!quotation) {
            m_desk.report(quotation.error());
            return;
        }
        m_paper->setSelectedSpan({m_paper->caret(), m_paper->caret()});
        m_desk.workspace().selection().set(*quotation);
        m_desk.workspace().markPlace();
    });
}

void SourceView::storeSpeaker(QuotationId quotation, AgentId speaker, const QString &newName)
{
    m_desk.change([=, isAnother = m_isAnother](store::Project &project) -> Result<void> {
        const auto naming = isAnother ? &store::Project::addSpeaker : &store::Project::setSpeaker;
        if (newName.isEmpty())
            return (project.*naming)(quotation, speaker);
        return project.oneStep(u"Set the Speaker to %1"_s, {newName}, [&](store::Project &into) -> Result<void> {
            return into.addAgent(newName, AgentType::Person).and_then([&](AgentId added) { return (into.*naming)(quotation, added); });
        });
    });
}

bool SourceView::beginNudge()
{
    const QuotationId id = currentQuotation();
    const Quotation *row = m_desk.workspace().snapshot()->quotation(id);
    if (!row || !m_ready || m_desk.store().isReadOnly())
        return false;
    if (m_nudge.quotation != id)
        m_nudge = {id, row->content.span};
    return true;
}

void SourceView::nudge(bool end, int direction, bool byCharacter)
{
    if (!beginNudge())
        return;
    Span span = m_nudge.span;
    qint32 &edge = end ? span.end : span.start;
    const QString &text = m_paper->text();
    edge = nextBoundary(text, edge, direction, byCharacter);
    // A word's edge, not the space between two.
    const auto onSpace = [&] { return end ? edge > 0 && text[edge - 1].isSpace() : edge < text.size() && text[edge].isSpace(); };
    while (!byCharacter && edge > 0 && edge < text.size() && onSpace())
        edge = nextBoundary(text, edge, direction, false);
    if (span.isEmpty())
        return;
    m_nudge.span = span;
    m_nudgeTimer.start();
    m_paper->setSelectedSpan(span);
    m_paper->setHandles(span);
}

/// A dragged end goes to the nearest edge of a word.
void SourceView::dragEnd(bool end, qint32 offset)
{
    if (!beginNudge())
        return;
    const QString &text = m_paper->text();
    const qint32 right = nextBoundary(text, offset, 1, false);
    const qint32 left = nextBoundary(text, right, -1, false);
    qint32 edge = offset - left < right - offset ? left : right;
    while (end && edge > 0 && text[edge - 1].isSpace())
        --edge;
    while (!end && edge < text.size() && text[edge].isSpace())
        ++edge;
    Span span = m_nudge.span;
    (end ? span.end : span.start) = edge;
    if (span.isEmpty())
        return;
    m_nudge.span = span;
    m_nudgeTimer.stop();
    m_paper->setSelectedSpan(span);
    m_paper->setHandles(span);
}

/// Handles stand at the ends of the current quotation when it may be changed and is one piece.
void SourceView::restoreHandles()
{
    if (m_nudge.quotation)
        return;
    const Quotation *row = m_desk.workspace().snapshot()->quotation(currentQuotation());
    const bool movable = row && row->segments.empty() && !m_desk.store().isReadOnly() && !m_marks->wordsOf(row->id).empty();
    m_paper->setHandles(movable ? row->content.span : Span());
}

void SourceView::flushNudge()
{
    m_nudgeTimer.stop();
    const PendingNudge nudge = std::exchange(m_nudge, {});
    if (!nudge.quotation)
        return;
    m_paper->setSelectedSpan({nudge.span.end, nudge.span.end});
    const Quotation *row = m_desk.workspace().snapshot()->quotation(nudge.quotation);
    if (row && row->content.span != nudge.span)
        m_desk.change([nudge](store::Project &project) { return project.setContent(nudge.quotation, nudge.span); });
}

} // namespace onrecord::ui

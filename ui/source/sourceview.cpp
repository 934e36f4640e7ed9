// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/sourceview.h"

#include "core/text/shown.h"
#include "ui/present/tones.h"
#include "ui/present/words.h"
#include "ui/source/citation.h"
#include "ui/source/findbar.h"
#include "ui/source/hovercard.h"
#include "ui/source/overviewbar.h"
#include "ui/source/pickercard.h"
#include "ui/source/textthemes.h"
#include "ui/widgets/desk.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace onrecord::ui {

using explore::Mark;
using explore::Sign;
using explore::Workspace;

namespace {

constexpr int hoverDelay = 350; // ms
constexpr int nudgeRest = 500;  // ms without a key until moved boundaries are stored

} // namespace

SourceView::SourceView(Desk &desk, TextThemes &themes, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_themes(themes), m_paper(new PaperView(this)), m_findBar(new FindBar(this)), m_notice(new QWidget(this)),
      m_noticeText(new QLabel(m_notice)), m_noticeButton(new QToolButton(m_notice)), m_hoverCard(new HoverCard(m_paper)), m_picker(new PickerCard(m_paper))
{
    setObjectName(QStringLiteral("sourceView"));
    auto *noticeRow = new QHBoxLayout(m_notice);
    noticeRow->setContentsMargins(12, 4, 12, 4);
    m_noticeText->setTextFormat(Qt::PlainText);
    m_noticeText->setWordWrap(true);
    m_noticeButton->setAutoRaise(true);
    m_noticeButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    noticeRow->addWidget(m_noticeText, 1);
    noticeRow->addWidget(m_noticeButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_paper, 1);
    column->addWidget(m_findBar);
    m_notice->hide();
    m_findBar->hide();
    setFocusProxy(m_paper);
    connectPaper();
    connect(m_noticeButton, &QToolButton::clicked, this, [this] { setReveal(!m_paper->reveals()); });
    connect(m_findBar, &FindBar::wanted, this, &SourceView::search);
    connect(m_findBar, &FindBar::stepped, this, &SourceView::findStep);
    connect(m_findBar, &FindBar::closed, this, &SourceView::closeFind);
    connect(m_picker, &PickerCard::cancelled, this, &SourceView::closePicker);
    connect(m_picker, &PickerCard::chosen, this, [this](AgentId agent, const QString &newName, Kind kind) {
        if (m_asked.quotation)
            storeSpeaker(m_asked.quotation, agent, newName);
        else
            storeQuotation(m_asked.span, kind, agent, newName);
        closePicker();
    });
    connect(&themes, &TextThemes::changed, this, &SourceView::restyle);
    connect(&desk.workspace().selection(), &explore::Selection::hoveredChanged, this,
            [this] { m_paper->setHovered(m_desk.workspace().selection().hovered()); });
    m_hoverTimer.setSingleShot(true);
    m_hoverTimer.setInterval(hoverDelay);
    connect(&m_hoverTimer, &QTimer::timeout, this, &SourceView::showHoverCard);
    m_nudgeTimer.setSingleShot(true);
    m_nudgeTimer.setInterval(nudgeRest);
    connect(&m_nudgeTimer, &QTimer::timeout, this, &SourceView::flushNudge);
    connect(&m_desk, &Desk::leaving, this, &SourceView::flushNudge);
    restyle();
}

SourceView::~SourceView()
{
    for (const auto &cancelled : {m_searchCancelled, m_wordsCancelled}) {
        if (cancelled)
            *cancelled = true;
    }
}

void SourceView::connectPaper()
{
    connect(m_paper, &PaperView::wordsClicked, this, &SourceView::clickWords);
    connect(m_paper, &PaperView::wordsHovered, this, &SourceView::hoverWords);
    connect(m_paper, &PaperView::menuWanted, this, &SourceView::showMenu);
    connect(m_paper, &PaperView::dismissed, this, &SourceView::dismiss);
    connect(m_paper, &PaperView::zoomWanted, this, &SourceView::zoomWanted);
    connect(m_paper, &PaperView::activated, this, [this] { m_desk.trigger(QStringLiteral("pane.show.details")); });
    connect(m_paper, &PaperView::discClicked, this, [this](AgentId agent) {
        m_desk.workspace().selection().set(agent);
        m_desk.workspace().markPlace();
    });
    connect(m_paper, &PaperView::handleDragged, this, &SourceView::dragEnd);
    connect(m_paper, &PaperView::handleDropped, this, &SourceView::flushNudge);
    connect(m_paper, &PaperView::restoreWanted, this, [this](Span passage) { restrike(passage, false); });
    m_paper->overview()->setTips([this](qint32 offset) {
        const std::vector<int> found = m_marks->at(offset, m_layers);
        return found.empty() ? QString() : describe(*m_desk.workspace().snapshot(), m_marks->all()[static_cast<size_t>(found.front())].item).value(0);
    });
    connect(m_paper->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        m_hoverCard->hide();
        m_hoverTimer.stop();
    });
}

void SourceView::setArticle(ArticleId article)
{
    m_article = article;
    m_ready = false;
    m_desk.withText(article, this, [this, article](const Result<QString> &text) {
        if (article == m_article)
            take(text);
    });
}

void SourceView::take(const Result<QString> &text)
{
    if (!text) {
        m_desk.report(text.error());
        m_noticeText->setText(present::faultInWords(text.error().fault));
        m_noticeButton->hide();
        m_notice->show();
        return;
    }
    const Article *row = m_desk.workspace().snapshot()->article(m_article);
    m_regions = row ? row->regions : std::vector<Region>();
    m_paper->setArticle(*text, m_regions, head());
    if (row && row->recognition)
        m_paper->setUncertain(row->recognition->uncertain);
    m_paper->setMayRestore(!m_desk.store().isReadOnly());
    m_ready = true;
    updateNotice();
    rebuildMarks();
    if (m_waitingPosition >= 0)
        m_paper->setReadingPosition(std::exchange(m_waitingPosition, -1));
    if (m_waiting.article)
        showPassage(std::exchange(m_waiting, {}));
    if (m_findBar->isVisible())
        search();
    m_markedWords.clear();
    markFilterWords();
    Q_EMIT articleShown();
}

PaperHead SourceView::head() const
{
    const SnapshotPtr record = m_desk.workspace().snapshot();
    const Article *row = record->article(m_article);
    if (!row)
        return {};
    PaperHead head;
    head.title = shownName(row->title.value.isEmpty() ? row->fileName : row->title.value);
    QStringList meta;
    if (const QString outlet = record->outletName(m_article); !outlet.isEmpty())
        meta.append(outlet);
    meta.append(present::dateInWords(row->published.when));
    head.badge = present::precisionAndBasis(row->published);
    QStringList note;
    if (!row->authors.isEmpty())
        note.append(tr("by %1").arg(QLocale().createSeparatedList(row->authors)));
    if (row->recognition)
        note.append(tr("recognised in a picture"));
    // The badge parts the two; without one they are one line of facts.
    if (head.badge.isEmpty())
        meta += std::exchange(note, {});
    head.meta = meta.join(QStringLiteral(" \u00b7 "));
    head.note = note.join(QStringLiteral(" \u00b7 "));
    return head;
}

void SourceView::updateNotice()
{
    const int count = explore::suspiciousCount(m_paper->text());
    m_noticeText->setText(count == 1 ? tr("One invisible or undrawable character in this text")
                                     : tr("%1 invisible or undrawable characters in this text", nullptr, count).arg(QLocale().toString(count)));
    m_noticeButton->setText(m_paper->reveals() ? tr("Hide Them") : tr("Show Them"));
    m_noticeButton->setVisible(count > 0);
    m_notice->setVisible(count > 0);
}

void SourceView::setReadingPosition(qint32 offset)
{
    if (m_ready)
        m_paper->setReadingPosition(offset);
    else
        m_waitingPosition = offset;
}

void SourceView::showPassage(const explore::Passage &passage)
{
    if (!m_ready) {
        m_waiting = passage;
        return;
    }
    if (passage.span.isEmpty())
        return;
    m_paper->showSpan(passage.span);
    // Words that no mark stands for, a search hit say, are selected instead of ringed.
    const bool marked = !m_marks->wordsOf(passage.item).empty();
    m_paper->setSelectedSpan(marked ? Span{passage.span.start, passage.span.start} : passage.span);
}

void SourceView::setLayers(explore::MarkLayers layers)
{
    if (layers == m_layers)
        return;
    m_layers = layers;
    if (m_ready)
        rebuildMarks();
}

void SourceView::setReveal(bool reveal)
{
    m_paper->setReveal(reveal);
    updateNotice();
}

void SourceView::setZoom(double zoom)
{
    m_paper->setZoom(zoom);
}

void SourceView::refresh(Workspace::Changes changes)
{
    if (!m_ready)
        return;
    if (changes & Workspace::SnapshotChange) {
        m_paper->setHead(head());
        if (const Article *row = m_desk.workspace().snapshot()->article(m_article); row && row->regions != m_regions) {
            m_regions = row->regions;
            m_paper->setRegions(m_regions);
        }
        rebuildMarks();
        return;
    }
    if (changes & (Workspace::SelectionChange | Workspace::FilterChange)) {
        if (m_nudge.quotation && currentQuotation() != m_nudge.quotation)
            flushNudge();
        restate();
        rebuildDiscs();
        rebuildOverview();
        restoreHandles();
    }
    if (changes & Workspace::FilterChange)
        markFilterWords();
    if (changes & Workspace::SelectionChange)
        announceSelection();
}

/// The marks of the stored anchors; of a nudge that is not stored yet the place where the keys have moved it.
void SourceView::rebuildMarks()
{
    const SnapshotPtr record = m_desk.workspace().snapshot();
    m_marks = std::make_shared<explore::ArticleMarks>(*record, m_article, m_paper->text());
    m_paper->setMarks(m_marks, m_layers, {});
    restate();
    rebuildDiscs();
    rebuildOverview();
    restoreHandles();
}

void SourceView::restate()
{
    const Workspace &workspace = m_desk.workspace();
    const SnapshotPtr record = workspace.snapshot();
    const auto &selected = workspace.selection().items();
    const auto &related = workspace.related();
    // A selected article is the page itself: nothing on it steps back.
    const bool any = std::ranges::any_of(selected, [](const ItemId &item) { return item.type != ItemType::Article && item.type != ItemType::Outlet; });
    std::vector<MarkState> states;
    states.reserve(m_marks->all().size());
    for (const Mark &mark : m_marks->all()) {
        MarkState state = MarkState::Plain;
        if (!workspace.visible().has(*record, mark.item))
            state = MarkState::Hidden;
        else if (selected.contains(mark.item))
            state = MarkState::Selected;
        else if (any)
            state = related.contains(mark.item) ? MarkState::Related : MarkState::Faded;
        states.push_back(state);
    }
    m_paper->setMarkStates(std::move(states));
}

void SourceView::rebuildDiscs()
{
    const SnapshotPtr record = m_desk.workspace().snapshot();
    std::vector<Disc> discs;
    if (m_layers.testFlag(explore::MarkLayer::Quotations)) {
        QSet<QuotationId> seen;
        QHash<AgentId, Disc> looks; // a colour is found in many small steps: once an agent
        const PaperScene &scene = m_paper->scene();
        for (size_t i = 0; i < m_marks->all().size(); ++i) {
            const Mark &mark = m_marks->all()[i];
            const QuotationId id{mark.item.value};
            if (!explore::isQuoted(mark.sign) || scene.state(static_cast<int>(i)) == MarkState::Hidden || seen.contains(id))
                continue;
            seen.insert(id);
            const Quotation *row = record->quotation(id);
            const Agent *speaker = row ? record->agent(row->speaker) : nullptr;
            // The next words of the same speaker in the same paragraph need no second disc.
            constexpr qint32 near = 200;
            if (!speaker || (!discs.empty() && discs.back().agent == speaker->id && mark.span.start - discs.back().offset < near))
                continue;
            auto look = looks.find(speaker->id);
            if (look == looks.end()) {
                look = looks.insert(speaker->id, {0, speaker->id, present::agentColour(speaker->name, palette()), present::initials(speaker->name),
                                                  speaker->name, speaker->type == AgentType::Organisation, false});
            }
            discs.push_back(*look);
            discs.back().offset = mark.span.start;
            discs.back().faded = scene.state(static_cast<int>(i)) == MarkState::Faded;
        }
    }
    m_paper->setDiscs(std::move(discs));
}

void SourceView::rebuildOverview()
{
    const PaperScene &scene = m_paper->scene();
    std::vector<OverviewBar::Entry> entries;
    for (size_t i = 0; i < m_marks->all().size(); ++i) {
        const Mark &mark = m_marks->all()[i];
        const MarkState state = scene.state(static_cast<int>(i));
        const bool item = explore::isQuoted(mark.sign) || mark.sign == Sign::Figure;
        if (!item || !scene.shows(mark) || state == MarkState::Hidden)
            continue;
        const MarkStyle &style = scene.style.mark(mark.sign);
        QColor colour = style.line.isValid() ? style.line : scene.style.quietInk;
        if (state == MarkState::Faded)
            colour = present::mix(colour, scene.style.paper, 0.5);
        if (state == MarkState::Selected)
            entries.push_back({mark.span.start, scene.style.accent, 9, true});
        else
            entries.push_back({mark.span.start, colour, static_cast<quint8>(mark.sign == Sign::Figure ? 1 : 2), false});
    }
    for (const Span hit : m_findBar->isVisible() ? m_found.hits : m_wordSpans)
        entries.push_back({hit.start, present::readable(scene.style.currentFindWash, scene.style.paper, 2.0), 8, true});
    m_paper->overview()->setEntries(std::move(entries));
}

void SourceView::restyle()
{
    m_paper->setStyle(m_themes.style(palette()));
    if (m_ready) {
        rebuildDiscs();
        rebuildOverview();
    }
}

void SourceView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

void SourceView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_hoverCard->hide();
    if (m_picker->isVisible())
        placeCard(m_asked.span);
}

} // namespace onrecord::ui

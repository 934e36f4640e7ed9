// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/resultspane.h"

#include "ui/present/tones.h"
#include "ui/present/words.h"
#include "ui/shell/entrylist.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QListView>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Facet;
using explore::Workspace;

namespace {

constexpr int hitsShown = 200;
constexpr int side = 12;

/// Two lines: the passage, and quieter what it is and where.
class HitDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {120, 2 * option.fontMetrics.lineSpacing() + 14};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const present::Tones tones = present::tones(option.palette);
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, tones.selectedWash);
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_Selected)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), tones.accent);
        painter->setPen(tones.hairline);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        const QRect room = option.rect.adjusted(side, 6, -side, -6);
        const auto draw = [&](int line, const QString &text, const QColor &ink) {
            const QRect rect(room.left(), room.top() + line * option.fontMetrics.lineSpacing(), room.width(),
                             option.fontMetrics.lineSpacing());
            painter->setPen(ink);
            painter->drawText(rect, static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                              option.fontMetrics.elidedText(text, Qt::ElideRight, rect.width()));
        };
        painter->setFont(option.font);
        draw(0, index.data(Qt::DisplayRole).toString(), tones.ink);
        draw(1, index.data(EntryModel::DetailRole).toString(), tones.quietInk);
        painter->restore();
    }
};

} // namespace

ResultsPane::ResultsPane(Desk &desk, QWidget *parent)
    : Pane(u"results"_s, desk, parent), m_model(new EntryModel(this)), m_list(new QListView(this)), m_empty(new EmptyState(this)),
      m_stack(new QStackedWidget(this))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_stack);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Search results"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_next = addStep(u"results.next"_s, tr("&Next Result"), 1);
    m_previous = addStep(u"results.previous"_s, tr("&Previous Result"), -1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) { openRow(now.row()); });
    connect(m_list, &QListView::activated, this, [this] { this->desk().trigger(u"pane.source"_s); });
    connect(m_empty, &EmptyState::pressed, this, [this] { this->desk().trigger(u"edit.search"_s); });
    showNothing(tr("Words typed into the search box are found here, with their passages."));
}

QString ResultsPane::title() const
{
    return tr("Results");
}

QAction *ResultsPane::addStep(const QString &name, const QString &text, int by)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, [this, by] { step(by); });
    addAction(action);
    return action;
}

void ResultsPane::refresh(Workspace::Changes changes)
{
    if (!(changes & (Workspace::FilterChange | Workspace::SnapshotChange)))
        return;
    QString words;
    for (const explore::Term &term : workspace().filter().terms) {
        if (term.facet == Facet::Words && !term.excluded)
            words = term.words;
    }
    // Results outlive the chip: taking the filter off is how somebody sees a hit among everything else. Not a change of projects,
    // in which the same numbers are other things.
    if (m_project != desk().store().path()) {
        m_project = desk().store().path();
        m_words.clear();
        ++m_question;
        showNothing(tr("Words typed into the search box are found here, with their passages."));
    }
    if (words.isEmpty())
        words = m_words;
    if (!words.isEmpty() && (words != m_words || changes & Workspace::SnapshotChange))
        ask(words);
    else if (!m_answer.hits.empty())
        fill();
}

void ResultsPane::ask(const QString &words)
{
    m_words = words;
    const quint64 question = ++m_question;
    desk()
        .store()
        .run([words](store::Project &project) { return project.search(words, hitsShown); })
        .then(this, [this, question](const Result<store::SearchAnswer> &answer) {
            if (question != m_question)
                return;
            if (answer)
                show(*answer);
            else
                desk().report(answer.error());
        });
}

void ResultsPane::show(const store::SearchAnswer &answer)
{
    m_answer = answer;
    if (answer.hits.empty())
        showNothing(tr("Nothing found for %1. Fewer or other words may help; -word leaves one out.").arg(answer.explained));
    else
        fill();
}

/// The hits that pass the filter. What it hides is counted, not passed over in silence.
void ResultsPane::fill()
{
    const SnapshotPtr record = workspace().snapshot();
    std::vector<store::SearchHit> passing;
    std::ranges::copy_if(m_answer.hits, std::back_inserter(passing),
                         [&](const store::SearchHit &hit) { return workspace().visible().has(*record, hit.item); });
    const auto hidden = static_cast<int>(m_answer.hits.size() - passing.size());
    if (passing.empty()) {
        const store::SearchAnswer kept = m_answer;
        showNothing(tr("The filter hides all that was found for %1.").arg(m_answer.explained));
        m_answer = kept;
        return;
    }
    const ItemId before = m_list->currentIndex().isValid() ? m_hits[static_cast<size_t>(m_list->currentIndex().row())].item : ItemId();
    m_hits = std::move(passing);
    std::vector<Entry> entries;
    for (const store::SearchHit &hit : m_hits) {
        const QString where = hit.article ? present::itemName(*record, hit.article) : QString();
        const QString what = present::typeName(hit.item.type);
        const bool isItself = hit.item == ItemId(hit.article);
        entries.push_back({hit.snippet.simplified(), where.isEmpty() || isItself ? (where.isEmpty() ? what : where) : tr("%1 · %2").arg(what, where),
                           {}, {}, true, {}});
    }
    const QSignalBlocker quiet(m_list->selectionModel());
    m_model->setEntries(std::move(entries));
    if (const auto same = std::ranges::find(m_hits, before, &store::SearchHit::item); same != m_hits.end())
        m_list->setCurrentIndex(m_model->index(static_cast<int>(same - m_hits.begin())));
    m_stack->setCurrentWidget(m_list);
    const auto found = static_cast<qint64>(m_answer.hits.size());
    m_subtitle = m_answer.total > found ? tr("%L1 of %L2, %3").arg(found).arg(m_answer.total).arg(m_answer.explained)
                                        : tr("%L1, %2").arg(m_hits.size()).arg(m_answer.explained);
    if (hidden > 0)
        m_subtitle += tr(" · %Ln hidden", nullptr, hidden);
    Q_EMIT subtitleChanged();
    m_next->setEnabled(true);
    m_previous->setEnabled(true);
}

void ResultsPane::showNothing(const QString &sentence)
{
    m_answer = {};
    m_hits.clear();
    m_model->setEntries({});
    m_empty->set(sentence, tr("Sea&rch"));
    m_stack->setCurrentWidget(m_empty);
    m_subtitle.clear();
    Q_EMIT subtitleChanged();
    m_next->setEnabled(false);
    m_previous->setEnabled(false);
}

void ResultsPane::openRow(int row)
{
    if (row < 0 || row >= static_cast<int>(m_hits.size()))
        return;
    const store::SearchHit hit = m_hits[static_cast<size_t>(row)];
    workspace().open(hit.item);
    if (hit.article && !hit.span.isEmpty())
        workspace().setPassage({hit.article, hit.span, hit.item});
    workspace().markPlace();
}

void ResultsPane::step(int by)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const int from = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : by > 0 ? -1 : rows;
    m_list->setCurrentIndex(m_model->index(std::clamp(from + by, 0, rows - 1)));
}

} // namespace onrecord::ui

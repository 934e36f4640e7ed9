// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/librarypane.h"

#include "ui/lists/concernbar.h"
#include "ui/lists/sectiongrid.h"
#include "ui/widgets/desk.h"

#include <QLineEdit>

/// What needs attention: how much of each kind, and what somebody does about it.
namespace onrecord::ui {

using explore::Concern;
using present::Section;

/// What has to be judged one by one counts one by one; a field that articles lack counts once.
void LibraryPane::countConcerns()
{
    ConcernBar::Counts counts{};
    static_assert(counts.size() <= std::tuple_size_v<std::remove_cvref_t<decltype(m_attention.ofKind())>>);
    int tasks = 0;
    for (size_t i = 0; i < counts.size(); ++i) {
        const Concern concern = explore::allConcerns[i];
        counts[i] = m_attention.ofKind()[i];
        tasks += explore::isGap(concern) ? counts[i] > 0 : counts[i];
    }
    m_sections->setCount(Section::Attention, {tasks, tasks});
    m_sections->setOffered(Section::Attention, tasks > 0);
    m_concerns->setCounts(counts);
    refreshConcerns();
}

void LibraryPane::refreshConcerns()
{
    const bool isHere = section() == Section::Attention;
    m_concerns->setVisible(isHere && m_attention.rowCount() > 0);
    if (!isHere)
        return;
    m_concerns->setReadOnly(desk().store().isReadOnly());
    m_concerns->setRows(static_cast<int>(concerned().size()), current().selectionModel()->hasSelection());
    fitConcerns();
}

/// The table keeps room for some rows: where there is little, the kinds of concerns stand in one line.
void LibraryPane::fitConcerns()
{
    if (!m_concerns->isVisibleTo(this))
        return;
    constexpr int fewestRows = 7; // the header counts as one
    const int row = 2 * fontMetrics().height() + 10;
    const int gain = m_concerns->compactGain();
    const int bar = m_concerns->sizeHint().height() + (m_concerns->isCompact() ? gain : 0);
    const int above = m_sections->sizeHint().height() + m_find->sizeHint().height() + 3 * 8 + 4;
    m_concerns->setCompact(gain > 0 && height() - above - bar < fewestRows * row);
}

void LibraryPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    fitConcerns();
}

QList<ItemId> LibraryPane::concerned()
{
    RecordView &table = view(Section::Attention);
    if (table.selectionModel()->hasSelection())
        return table.chosen();
    QList<ItemId> all;
    for (int row = 0; row < table.model().rowCount(); ++row)
        all.append(table.model().itemAt(row));
    return all;
}

std::vector<ArticleId> LibraryPane::articlesConcerned()
{
    std::vector<ArticleId> out;
    for (const ItemId &item : concerned())
        out.push_back({item.value});
    return out;
}

void LibraryPane::settle(Concern concern)
{
    if (explore::isGap(concern)) {
        fillIn(concern, {});
        return;
    }
    const QList<ItemId> rows = concerned();
    if (concern == Concern::DoubtfulReading) {
        const std::vector<ArticleId> articles = articlesConcerned();
        desk().change([articles](store::Project &project) { return project.setRemarksSeen(articles); });
        return;
    }
    if (concern != Concern::LostInVersion) {
        const std::vector<ItemId> items(rows.begin(), rows.end());
        desk().change([items](store::Project &project) { return project.setStatus(items, Status::Accepted); });
        return;
    }
    std::vector<CarryId> lost;
    for (const ItemId &item : rows) {
        for (const CarryId id : workspace().snapshot()->carriesOf(QuotationId{item.value})) {
            if (workspace().snapshot()->carry(id)->status == Status::Suggested)
                lost.push_back(id);
        }
    }
    desk().change([lost](store::Project &project) { return project.dismissCarried(lost); });
}

void LibraryPane::fillIn(Concern concern, const QString &words)
{
    const std::vector<ArticleId> articles = articlesConcerned();
    const QString field = concern == Concern::NoDate ? QStringLiteral("published") : QStringLiteral("outlet");
    desk().change([articles, field, words](store::Project &project) { return project.setArticleField(articles, field, words); });
}

} // namespace onrecord::ui

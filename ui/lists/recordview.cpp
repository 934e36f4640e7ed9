// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/recordview.h"

#include "ui/present/quietheader.h"
#include "ui/present/rowdelegate.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <algorithm>

namespace onrecord::ui {

namespace {
constexpr int narrowestMain = 120;
constexpr int narrowMain = 150; ///< beside one column, whose heading is to be read as well
constexpr int comfortableMain = 190; ///< a disc and "Chamath Palihapitiya"
constexpr int leastNumber = 44;
constexpr int leastWords = 72;
constexpr int firstWidth = 110;

/// People are looked up by name; everything else stands in the order it came in until somebody sorts it.
int firstSort(present::Section section)
{
    return section == present::Section::People || section == present::Section::Organisations ? 0 : -1;
}

} // namespace

RecordView::RecordView(present::Section section, explore::Workspace &workspace, QWidget *parent)
    : QTableView(parent), m_section(section), m_workspace(workspace), m_model(present::shapeOf(section)), m_words(section, m_model)
{
    setObjectName(QStringLiteral("table.") + present::sectionKey(section));
    setAccessibleName(present::sectionName(section));
    auto *delegate = new present::RowDelegate(this);
    delegate->setEmphasis([this](const QModelIndex &index) {
        const ItemId item = m_model.itemAt(index.row());
        const auto &selection = m_workspace.selection();
        return present::RowDelegate::Emphasis{.related = !selection.items().isEmpty() && m_workspace.related().contains(item), .hovered = selection.hovered() == item};
    });
    setItemDelegate(delegate);
    setModel(&m_words);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setUpHeader();
    fitRows();

    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &RecordView::tellChosen);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordView::tellChosen);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_top = m_model.itemAt(rowAt(0)); });
    connect(&m_model, &models::RecordModel::shown, this, &RecordView::placeAgain);
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { Q_EMIT clickedItem(m_model.itemAt(index.row())); });
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) { Q_EMIT openWanted(m_model.itemAt(index.row())); });
    connect(this, &QAbstractItemView::entered, this, [this](const QModelIndex &index) { Q_EMIT hovered(m_model.itemAt(index.row())); });
    connect(this, &QAbstractItemView::viewportEntered, this, [this] { Q_EMIT hovered({}); });
    connect(&m_workspace.selection(), &explore::Selection::hoveredChanged, viewport(), qOverload<>(&QWidget::update));
}

void RecordView::setUpHeader()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto *header = new present::QuietHeader(this);
    setHorizontalHeader(header);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setMinimumSectionSize(40);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSortIndicatorClearable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    for (int column = 0; column < m_words.columnCount(); ++column) {
        setColumnHidden(column, !present::isShownFirst(m_section, column));
        const int words = header->widthFor(present::columnHeader(m_section, column));
        m_wanted.insert(column, present::isNumeric(m_section, column) ? words : std::max(words, firstWidth));
    }
    header->setSortIndicator(firstSort(m_section), Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](QPoint at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(*menu);
        menu->popup(header->mapToGlobal(at));
    });
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int now) {
        if (m_sharing || column == 0 || now == 0)
            return;
        m_wanted.insert(column, now); // by hand
        shareWidth();
    });
}

void RecordView::fitRows()
{
    const int height = present::RowDelegate::rowHeight(font());
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    verticalScrollBar()->setSingleStep(height);
}

/// The first column takes what the others leave. Where that is too little to read a name in, the others give way first: numbers
/// down to their digits, words down to a glimpse. Only what is still too wide then scrolls.
void RecordView::shareWidth()
{
    if (m_sharing)
        return;
    m_sharing = true;
    int wanted = 0;
    int least = 0;
    int shown = 0;
    const auto leastOf = [this](int column) {
        return std::min(m_wanted.value(column, firstWidth), present::isNumeric(m_section, column) ? leastNumber : leastWords);
    };
    for (int column = 1; column < m_words.columnCount(); ++column) {
        if (isColumnHidden(column))
            continue;
        ++shown;
        wanted += m_wanted.value(column, firstWidth);
        least += leastOf(column);
    }
    const int room = viewport()->width();
    const int others = std::clamp(room - (shown == 1 ? narrowMain : comfortableMain), least, std::max(least, wanted));
    int used = 0;
    for (int column = 1; column < m_words.columnCount(); ++column) {
        if (isColumnHidden(column))
            continue;
        const int slack = m_wanted.value(column, firstWidth) - leastOf(column);
        const int width = leastOf(column) + (wanted > least ? slack * (others - least) / (wanted - least) : 0);
        setColumnWidth(column, width);
        used += width;
    }
    setColumnWidth(0, std::max(narrowestMain, room - used));
    m_sharing = false;
}

void RecordView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void RecordView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

void RecordView::follow()
{
    m_model.show(m_workspace.snapshot(), m_workspace.visible());
}

void RecordView::placeAgain()
{
    if (const int row = m_model.rowOf(std::exchange(m_top, {})); row >= 0)
        scrollTo(m_words.index(row, 0), PositionAtTop);
    followSelection();
}

QSet<ItemId> RecordView::selectedItems() const
{
    QSet<ItemId> out;
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            out.insert(m_model.itemAt(row));
    }
    return out;
}

void RecordView::followSelection()
{
    const auto &selection = m_workspace.selection();
    QItemSelection rows;
    QSet<ItemId> wanted;
    for (const ItemId &item : selection.items()) {
        if (const int row = m_model.rowOf(item); row >= 0) {
            wanted.insert(item);
            rows.select(m_words.index(row, 0), m_words.index(row, m_words.columnCount() - 1));
        }
    }
    if (wanted != selectedItems())
        selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    const int current = m_model.rowOf(selection.current());
    if (current >= 0 && currentIndex().row() != current) {
        selectionModel()->setCurrentIndex(m_words.index(current, 0), QItemSelectionModel::NoUpdate);
        scrollTo(m_words.index(current, 0));
    }
    viewport()->update();
}

void RecordView::scrollToItem(ItemId item)
{
    if (const int row = m_model.rowOf(item); row >= 0)
        scrollTo(m_words.index(row, 0));
}

void RecordView::tellChosen()
{
    const auto &selection = m_workspace.selection();
    const QSet<ItemId> items = selectedItems();
    QSet<ItemId> mine;
    for (const ItemId &item : selection.items()) {
        if (m_model.rowOf(item) >= 0)
            mine.insert(item);
    }
    const ItemId current = items.contains(currentItem()) ? currentItem() : items.contains(selection.current()) ? selection.current() : items.isEmpty() ? ItemId() : *items.cbegin();
    // What the shared selection says already is no gesture: other kinds of items may be selected beside ours.
    if (items == mine && (items.isEmpty() || current == selection.current() || !items.contains(selection.current())))
        return;
    Q_EMIT chosenChanged(items, current);
}

ItemId RecordView::currentItem() const
{
    return m_model.itemAt(currentIndex().row());
}

QList<ItemId> RecordView::chosen() const
{
    QList<int> rows;
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::ranges::sort(rows);
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
    QList<ItemId> out;
    for (const int row : std::as_const(rows))
        out.append(m_model.itemAt(row));
    if (out.isEmpty() && currentItem().type != ItemType::None)
        out.append(currentItem());
    return out;
}

void RecordView::step(int by)
{
    const int rows = m_words.rowCount();
    if (rows == 0)
        return;
    // A table that only has the focus has a current row that nobody chose.
    const int from = currentIndex().isValid() && selectionModel()->hasSelection() ? currentIndex().row() : by > 0 ? -1 : rows;
    const QModelIndex to = m_words.index(std::clamp(from + by, 0, rows - 1), 0);
    selectionModel()->setCurrentIndex(to, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(to);
}

void RecordView::showColumn(int column, bool on)
{
    if (column == 0 || isColumnShown(column) == on)
        return;
    setColumnHidden(column, !on);
    shareWidth();
}

void RecordView::fillColumnMenu(QMenu &menu)
{
    menu.addSection(tr("Columns"));
    for (int column = 1; column < m_words.columnCount(); ++column) {
        QAction *action = menu.addAction(present::columnHeader(m_section, column));
        action->setCheckable(true);
        action->setChecked(isColumnShown(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) { showColumn(column, on); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Reset Columns and Order")), &QAction::triggered, this, [this] { restoreState({}); });
}

QList<int> RecordView::shownColumns() const
{
    QList<int> out;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            out.append(column);
    }
    return out;
}

QJsonObject RecordView::saveState() const
{
    QJsonArray columns;
    for (const int column : shownColumns())
        columns.append(QJsonObject{{QStringLiteral("key"), present::columnKey(m_section, column)}, {QStringLiteral("width"), m_wanted.value(column, columnWidth(column))}});
    QJsonObject state{{QStringLiteral("columns"), columns}};
    if (m_model.sortColumn() >= 0) {
        state.insert(QStringLiteral("sort"), present::columnKey(m_section, m_model.sortColumn()));
        state.insert(QStringLiteral("descending"), m_model.sortOrder() == Qt::DescendingOrder);
    }
    return state;
}

void RecordView::restoreState(const QJsonObject &state)
{
    const QJsonArray saved = state.value(QLatin1String("columns")).toArray();
    int sort = state.isEmpty() ? firstSort(m_section) : -1;
    for (int column = 0; column < m_words.columnCount(); ++column) {
        const QString key = present::columnKey(m_section, column);
        if (column > 0)
            setColumnHidden(column, saved.isEmpty() ? !present::isShownFirst(m_section, column) : true);
        if (state.value(QLatin1String("sort")).toString() == key)
            sort = column;
        if (saved.isEmpty())
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), column);
        for (qsizetype visual = 0; visual < saved.size(); ++visual) {
            const QJsonObject entry = saved[visual].toObject();
            if (entry.value(QLatin1String("key")).toString() != key)
                continue;
            setColumnHidden(column, false);
            if (column > 0)
                m_wanted.insert(column, std::clamp(entry.value(QLatin1String("width")).toInt(firstWidth), 40, 1000));
        }
    }
    for (qsizetype visual = 0; visual < saved.size(); ++visual) {
        for (int column = 1; column < m_words.columnCount(); ++column) {
            if (present::columnKey(m_section, column) == saved[visual].toObject().value(QLatin1String("key")).toString())
                horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), static_cast<int>(visual));
        }
    }
    sortByColumn(sort, state.value(QLatin1String("descending")).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    shareWidth();
}

void RecordView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && state() != EditingState && currentIndex().isValid() && event->modifiers() == Qt::NoModifier) {
        Q_EMIT openWanted(currentItem());
        return;
    }
    QTableView::keyPressEvent(event);
}

void RecordView::keyboardSearch(const QString &search)
{
    Q_EMIT typed(search);
}

void RecordView::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    Q_EMIT hovered({});
}

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/variants/variantspane.h"

#include "ui/present/rowdelegate.h"
#include "ui/present/words.h"
#include "ui/variants/collationview.h"
#include "ui/variants/utterancelist.h"
#include "ui/variants/variantwords.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/listandsheet.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Workspace;

VariantsPane::VariantsPane(Desk &desk, QWidget *parent)
    : Pane(u"variants"_s, desk, parent), m_model(new UtteranceList(this)), m_sheets(new ListAndSheet(buildSheet(), 230, 640, this)), m_list(m_sheets->list())
{
    m_list->setObjectName(u"variants.utterances"_s);
    m_list->setAccessibleName(tr("Utterances with several wordings"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new present::RowDelegate(m_list));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_sheets);
    setFocusProxy(m_list);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) { showUtterance(m_model->utterance(now.row())); });
    connect(m_list, &QListView::activated, this, [this] { m_view->setFocus(Qt::TabFocusReason); });
    connect(m_sheets, &ListAndSheet::emptyPressed, this, &Pane::fill);
    buildActions();
}

VariantsPane::~VariantsPane() = default;

QWidget *VariantsPane::buildSheet()
{
    auto *sheet = new QWidget(this);
    sheet->setBackgroundRole(QPalette::Base);
    sheet->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    auto *by = new QLabel(tr("Base"), sheet);
    m_bases = new QComboBox(sheet);
    m_bases->setObjectName(u"variants.base"_s);
    m_bases->setAccessibleName(tr("Base text"));
    m_bases->setToolTip(tr("The wording the others are compared with (B in the table)"));
    m_bases->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_bases->setMinimumContentsLength(16);
    m_bases->setMinimumHeight(28);
    by->setBuddy(m_bases);
    m_summary = new QLabel(sheet);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(by);
    row->addWidget(m_bases);
    row->addWidget(m_summary, 1);
    column->addLayout(row);
    m_view = new CollationView(sheet);
    column->addWidget(m_view, 1);
    connect(m_bases, &QComboBox::activated, this, [this](int at) { setBase(QuotationId{m_bases->itemData(at).toLongLong()}); });
    connect(m_view, &CollationView::openWanted, this, &VariantsPane::openLine);
    connect(m_view, &CollationView::baseWanted, this, [this](int line) { setBase(quotationOf(line)); });
    connect(m_view, &CollationView::menuWanted, this, &VariantsPane::showMenu);
    return sheet;
}

void VariantsPane::buildActions()
{
    auto *copy = new QAction(tr("Copy Table of Wordings"), this);
    copy->setObjectName(u"variants.copy"_s);
    copy->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &VariantsPane::copyTable);
    addAction(copy);
}

QString VariantsPane::title() const
{
    return tr("Variants");
}

QString VariantsPane::subtitle() const
{
    return tr("%1 printed more than once", "number of utterances").arg(present::countInWords(present::Noun::Utterance, m_model->rowCount()));
}

void VariantsPane::followRecord()
{
    const UtteranceId kept = m_utterance;
    m_model->setRecord(workspace().snapshot(), workspace().visible());
    Q_EMIT subtitleChanged();
    if (m_model->rowCount() == 0) {
        m_utterance = {};
        const bool filtered = !workspace().filter().isEmpty();
        m_sheets->showEmpty(filtered ? tr("Of the quotations that the filter leaves, none is printed by two articles.")
                              : tr("When two articles print the same words of somebody, their wordings stand here word under word: what each left out or put in, "
                                   "and who was first."),
                     filtered ? tr("Clear Filter") : tr("Import…"));
        return;
    }
    m_sheets->showSheet();
    const int row = std::max(0, m_model->rowOf(kept));
    m_utterance = {}; // the words may have changed: align them anew
    m_list->setCurrentIndex(m_model->index(row));
    followSelection();
}

/// A quotation chosen anywhere brings up its utterance and its line.
void VariantsPane::followSelection()
{
    const ItemId current = workspace().selection().current();
    if (current.type != ItemType::Quotation)
        return;
    const Quotation *quotation = workspace().snapshot()->quotation(QuotationId{current.value});
    const int row = quotation ? m_model->rowOf(quotation->utterance) : -1;
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_model->index(row));
    for (int line = 0; line < m_view->itemCount(); ++line) {
        if (quotationOf(line) == quotation->id)
            m_view->setCurrentLine(line);
    }
}

void VariantsPane::showUtterance(UtteranceId utterance)
{
    if (!utterance || utterance == m_utterance)
        return;
    const SnapshotPtr record = workspace().snapshot();
    m_utterance = utterance;
    m_appearances = match::appearancesOf(*record, utterance);
    const bool keepsBase = std::ranges::contains(m_appearances.order, m_base, &match::Appearance::quotation);
    if (!keepsBase)
        m_base = explore::fullestOf(*record, utterance);
    m_summary->setText(VariantWords::summary(*record, m_appearances));
    fillBases();
    collate();
}

void VariantsPane::fillBases()
{
    m_bases->clear();
    for (size_t i = 0; i < m_appearances.order.size(); ++i) {
        const QuotationId id = m_appearances.order[i].quotation;
        m_bases->addItem(tr("%1, %2", "outlet, date").arg(VariantWords::source(*workspace().snapshot(), id), VariantWords::when(m_appearances, i)), id.value);
        if (id == m_base)
            m_bases->setCurrentIndex(static_cast<int>(i));
    }
}

void VariantsPane::setBase(QuotationId base)
{
    if (!base || base == m_base)
        return;
    m_base = base;
    m_bases->setCurrentIndex(m_bases->findData(base.value));
    collate();
}

QuotationId VariantsPane::quotationOf(int line) const
{
    if (line <= 0)
        return line == 0 ? m_base : QuotationId();
    for (const match::Appearance &row : m_appearances.order) {
        if (row.quotation != m_base && --line == 0)
            return row.quotation;
    }
    return {};
}

size_t VariantsPane::placeOf(QuotationId quotation) const
{
    return static_cast<size_t>(std::ranges::find(m_appearances.order, quotation, &match::Appearance::quotation) - m_appearances.order.begin());
}

void VariantsPane::collate()
{
    const SnapshotPtr record = workspace().snapshot();
    const Quotation *base = record->quotation(m_base);
    if (!base)
        return;
    QStringList wordings;
    for (int line = 1; const QuotationId id = quotationOf(line); ++line)
        wordings.append(record->quotation(id)->content.exact);
    const Article *article = record->article(base->article);
    m_making.ask([words = base->content.exact, wordings, language = article ? article->language.first(std::min<qsizetype>(2, article->language.size())) : QString()](
                     QPromise<match::Collation> &promise) { promise.addResult(match::collate(words, wordings, language)); },
                 [this, record](match::Collation made) {
                     std::vector<WordingLabel> labels{VariantWords::label(*record, m_appearances, placeOf(m_base), nullptr)};
                     for (size_t i = 0; i < made.rows.size(); ++i)
                         labels.push_back(VariantWords::label(*record, m_appearances, placeOf(quotationOf(static_cast<int>(i) + 1)), &made.rows[i]));
                     m_view->setCollation(std::move(made), std::move(labels));
                     followSelection();
                     Q_EMIT collated();
                 });
}

void VariantsPane::showMenu(QPoint at, int line)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Open Passage")), &QAction::triggered, this, [this, line] { openLine(line); });
    QAction *base = menu->addAction(tr("Use as &Base"));
    base->setEnabled(line != 0);
    connect(base, &QAction::triggered, this, [this, line] { setBase(quotationOf(line)); });
    menu->addSeparator();
    connect(menu->addAction(tr("&Copy Table of Wordings")), &QAction::triggered, this, &VariantsPane::copyTable);
    menu->popup(at);
}

void VariantsPane::openLine(int line)
{
    if (const QuotationId id = quotationOf(line)) {
        workspace().open(id);
        workspace().markPlace();
    }
}

void VariantsPane::copyTable()
{
    if (!m_utterance)
        return;
    std::vector<WordingLabel> labels;
    const match::Collation &made = m_view->collation();
    for (int line = 0; const QuotationId id = quotationOf(line); ++line)
        labels.push_back(VariantWords::label(*workspace().snapshot(), m_appearances, placeOf(id), line == 0 ? nullptr : &made.rows[static_cast<size_t>(line - 1)]));
    QGuiApplication::clipboard()->setText(VariantWords::asText(made, labels) + u'\n' + m_summary->text());
}

void VariantsPane::refresh(Workspace::Changes changes)
{
    if (changes & (Workspace::SnapshotChange | Workspace::FilterChange))
        followRecord();
    else if ((changes & Workspace::SelectionChange) && m_model->rowCount() > 0)
        followSelection();
}

} // namespace onrecord::ui

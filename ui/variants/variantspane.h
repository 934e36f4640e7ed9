// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/latest.h"
#include "core/match/appearances.h"
#include "core/match/collation.h"
#include "ui/widgets/pane.h"

class QAction;
class QComboBox;
class QLabel;
class QListView;

namespace onrecord::ui {

class CollationView;
class ListAndSheet;
class UtteranceList;

/// The wordings of one utterance aligned word by word with a base to choose: who printed it first, who repeats it, what each left out
/// or put in. Follows a selected quotation and opens the passage of each. Object name "variants".
class VariantsPane : public Pane
{
    Q_OBJECT
public:
    explicit VariantsPane(Desk &desk, QWidget *parent = nullptr);
    ~VariantsPane() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] UtteranceId utterance() const { return m_utterance; }
    [[nodiscard]] QuotationId base() const { return m_base; }

Q_SIGNALS:
    void collated(); ///< the table shows what was asked for last

protected:
    void refresh(explore::Workspace::Changes changes) override;

private:
    QWidget *buildSheet();
    void buildActions();
    void followRecord();
    void followSelection();
    void showUtterance(UtteranceId utterance);
    void setBase(QuotationId base);
    void collate();
    void fillBases();
    void showMenu(QPoint at, int line);
    void openLine(int line);
    void copyTable();
    /// The quotation of a line of the table: the base first, then the others as they appeared.
    [[nodiscard]] QuotationId quotationOf(int line) const;
    [[nodiscard]] size_t placeOf(QuotationId quotation) const;

    UtteranceList *m_model;
    QComboBox *m_bases = nullptr;
    QLabel *m_summary = nullptr;
    CollationView *m_view = nullptr;
    ListAndSheet *m_sheets;
    QListView *m_list;
    Latest<match::Collation> m_making;
    match::Appearances m_appearances;
    UtteranceId m_utterance;
    QuotationId m_base;
};

} // namespace onrecord::ui

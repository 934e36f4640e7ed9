// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/workspace.h"
#include "core/models/recordmodel.h"
#include "ui/present/tableproxy.h"

#include <QJsonObject>
#include <QTableView>

class QMenu;

namespace onrecord::ui {

/// The table of one section: follows a workspace's selection by ids, keeps sorting, columns, selection and scroll over every change
/// of the record. Tells what people want by signals; changes nothing itself. GUI thread.
class RecordView : public QTableView
{
    Q_OBJECT
public:
    RecordView(present::Section section, explore::Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] present::Section section() const { return m_section; }
    [[nodiscard]] models::RecordModel &model() { return m_model; }
    [[nodiscard]] present::TableProxy &words() { return m_words; }

    /// Takes over record and filter of the workspace.
    void follow();
    /// Selects the rows of the workspace's selection and brings the current one into view.
    void followSelection();
    void scrollToItem(ItemId item);

    /// Selected items in row order; the current one alone when nothing is selected.
    [[nodiscard]] QList<ItemId> chosen() const;
    [[nodiscard]] ItemId currentItem() const;
    /// Selects the next or previous row; what "next result" means here.
    void step(int by);

    [[nodiscard]] bool isColumnShown(int column) const { return !isColumnHidden(column); }
    void showColumn(int column, bool on);
    void fillColumnMenu(QMenu &menu);
    [[nodiscard]] QList<int> shownColumns() const; ///< in the order people see

    [[nodiscard]] QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    /// What the selection is to become.
    void chosenChanged(const QSet<onrecord::ItemId> &items, onrecord::ItemId current);
    void clickedItem(onrecord::ItemId item);
    void openWanted(onrecord::ItemId item);
    void hovered(onrecord::ItemId item);
    /// A printable key that the table has no use for: the start of a search.
    void typed(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyboardSearch(const QString &search) override;

private:
    void tellChosen();
    void setUpHeader();
    void fitRows();
    void shareWidth();
    void placeAgain();
    [[nodiscard]] QSet<ItemId> selectedItems() const;

    present::Section m_section;
    explore::Workspace &m_workspace;
    models::RecordModel m_model;
    present::TableProxy m_words;
    QHash<int, int> m_wanted; ///< widths of all columns but the first, as made by us or by hand
    bool m_sharing = false; ///< the widths that change are our own doing
    ItemId m_top; ///< first row in view, kept over resets
};

} // namespace onrecord::ui

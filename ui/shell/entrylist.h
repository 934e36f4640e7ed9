// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QIcon>
#include <QListView>
#include <functional>
#include <vector>

namespace onrecord::ui {

/// One line of a quick list: what it is, quiet words under or beside it, a hint at the end (a shortcut), what it does.
struct Entry {
    QString text;
    QString detail;
    QString hint;
    QIcon icon;
    bool enabled = true;
    std::function<void()> run;
};

class EntryModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole + 1, HintRole };
    using QAbstractListModel::QAbstractListModel;
    void setEntries(std::vector<Entry> entries);
    [[nodiscard]] const Entry &entry(int row) const { return m_entries[static_cast<size_t>(row)]; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<Entry> m_entries;
};

/// The list under a line edit that keeps the focus: the edit hands it the keys that move and choose.
class EntryList : public QListView
{
    Q_OBJECT
public:
    explicit EntryList(QWidget *parent = nullptr);

    void setEntries(std::vector<Entry> entries); ///< the first enabled one becomes current
    [[nodiscard]] int count() const { return m_model.rowCount(); }
    [[nodiscard]] QString currentText() const;
    /// Up, Down, page keys move, Enter runs; false for any other key or when there is nothing to do.
    bool takeKey(int key);
    [[nodiscard]] int heightOf(int rows) const; ///< pixels that this many rows need, frame included

Q_SIGNALS:
    void chosen(); ///< before the entry runs

private:
    void run(const QModelIndex &index);

    EntryModel m_model;
};

} // namespace onrecord::ui

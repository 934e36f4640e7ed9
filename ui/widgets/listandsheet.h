// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;
class QSplitter;
class QStackedLayout;

namespace onrecord::ui {

class EmptyState;

/// A list and beside it the sheet of what is chosen in it; under each other where the width is small. With nothing to list, the
/// sentence that says what would be here instead.
class ListAndSheet : public QWidget
{
    Q_OBJECT
public:
    /// Takes the sheet. Side by side from `sideBySideFrom` pixels on, the list then `listWidth` wide.
    ListAndSheet(QWidget *sheet, int listWidth, int sideBySideFrom, QWidget *parent = nullptr);

    [[nodiscard]] QListView *list() const { return m_list; }
    /// Gives the list the room its rows want, within reason, unless somebody has divided the room.
    void showSheet();
    void showEmpty(const QString &sentence, const QString &button);

Q_SIGNALS:
    void emptyPressed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void divide();

    QListView *m_list;
    QSplitter *m_split;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    int m_listWidth;
    int m_sideBySideFrom;
    bool m_isMoved = false; ///< somebody has divided the room; that stays as long as the two stand as they do
};

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace onrecord::ui {

/// Type, choose with the arrows, Enter; Escape gives up. The rows come from who derives from it.
class ChoiceLine : public QWidget
{
    Q_OBJECT
public:
    [[nodiscard]] QLineEdit *line() const { return m_line; }
    [[nodiscard]] QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void cancelled();

protected:
    static constexpr int mostRows = 7;

    explicit ChoiceLine(QWidget *parent);
    /// What the line and the list are called; `hint` stands in the empty line.
    void name(const QString &hint, const QString &line, const QString &list);
    /// Fills list() for what is typed; calls rowsChanged() when it has.
    virtual void search(const QString &typed) = 0;
    virtual void choose(const QListWidgetItem &row) = 0;
    void rowsChanged();
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chooseCurrent();

    QLineEdit *m_line;
    QListWidget *m_list;
};

} // namespace onrecord::ui

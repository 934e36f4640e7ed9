// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

#include <QWidget>
#include <vector>

class QLineEdit;
class QListWidget;

namespace onrecord::ui {

/// Type a name, choose with the arrows, Enter: whoever is known comes first, a new person or organisation last. Escape gives up.
class AgentPicker : public QWidget
{
    Q_OBJECT
public:
    /// `nobody` also offers to name no one.
    AgentPicker(SnapshotPtr record, bool nobody, QWidget *parent = nullptr);
    [[nodiscard]] QLineEdit *line() const { return m_line; }
    [[nodiscard]] QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void picked(onrecord::AgentId agent); ///< null for nobody
    void newWanted(const QString &name, onrecord::AgentType type);
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void choose();

    struct Known {
        AgentId id;
        QString folded; ///< all its names
        int quotations = 0;
    };
    SnapshotPtr m_record;
    std::vector<Known> m_known; ///< who speaks most first
    bool m_nobody;
    QLineEdit *m_line;
    QListWidget *m_list;
};

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"
#include "ui/details/choiceline.h"

#include <vector>

namespace onrecord::ui {

/// Type a name, choose with the arrows, Enter: whoever is known comes first, a new person or organisation last. Escape gives up.
class AgentPicker : public ChoiceLine
{
    Q_OBJECT
public:
    /// `nobody` also offers to name no one; those `beside` whom somebody is named are not offered.
    AgentPicker(SnapshotPtr record, bool nobody, QWidget *parent = nullptr, std::vector<AgentId> beside = {});

Q_SIGNALS:
    void picked(onrecord::AgentId agent); ///< null for nobody
    void newWanted(const QString &name, onrecord::AgentType type);

protected:
    void search(const QString &typed) override;
    void choose(const QListWidgetItem &row) override;

private:
    struct Known {
        AgentId id;
        QString folded; ///< all its names
        int quotations = 0;
    };
    SnapshotPtr m_record;
    std::vector<Known> m_known; ///< who speaks most first
    std::vector<AgentId> m_beside;
    bool m_nobody;
};

} // namespace onrecord::ui

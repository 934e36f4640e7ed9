// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/facets.h"
#include "core/explore/workspace.h"

#include <QMenu>

namespace onrecord::ui {

/// What can be filtered by, with what would remain of each: one submenu a facet, counted on a worker when it is opened.
/// Choosing a value adds its chip or takes it away.
class FilterMenu : public QMenu
{
    Q_OBJECT
public:
    explicit FilterMenu(explore::Workspace &workspace, QWidget *parent = nullptr);

private:
    void addFacet(explore::Facet facet, const QString &title);
    void count(QMenu *menu, explore::Facet facet);
    void fill(QMenu *menu, explore::Facet facet, const std::vector<explore::FacetCount> &counts);
    void toggle(const explore::Term &term);

    explore::Workspace &m_workspace;
};

} // namespace onrecord::ui

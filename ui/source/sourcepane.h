// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/articlemarks.h"
#include "ui/widgets/pane.h"

#include <QHash>

class QAction;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace onrecord::ui {

class ArticleTabs;
class EmptyState;
class SourceView;
class TextThemes;

/// The source texts: a tab for each open article, following the workspace's passage. Each tab keeps where it was read.
class SourcePane : public Pane
{
    Q_OBJECT
public:
    explicit SourcePane(Desk &desk, QWidget *parent = nullptr);
    ~SourcePane() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    [[nodiscard]] SourceView *currentView() const; ///< null when nothing is open
    [[nodiscard]] SourceView *viewOf(ArticleId article) const;
    [[nodiscard]] ArticleTabs *tabs() const { return m_tabs; }
    [[nodiscard]] TextThemes &themes() const { return *m_themes; }
    [[nodiscard]] explore::MarkLayers layers() const { return m_layers; }
    void setLayers(explore::MarkLayers layers);
    void setZoom(double zoom);
    [[nodiscard]] double zoom() const { return m_zoom; }

    /// View ▸ Text Theme and View ▸ Marks, for the window's menus; filled when opened. Owned by the pane.
    [[nodiscard]] QMenu *themeMenu() const { return m_themeMenu; }
    [[nodiscard]] QMenu *layerMenu() const { return m_layerMenu; }

protected:
    void refresh(explore::Workspace::Changes changes) override;
    void changeEvent(QEvent *event) override;

private:
    QAction *add(const QString &name, const QString &text, const QList<QKeySequence> &keys, std::function<void(SourceView &)> call);
    void makeActions();
    void makeMenus();
    void fillThemeMenu();
    SourceView *openTab(ArticleId article);
    void closeTab(int index);
    void tabChanged(int index);
    void stepTab(int direction);
    void renameTabs();
    void follow();
    void keepToProject();
    void keepTabsFew();
    void restyleTabs();

    TextThemes *m_themes;
    ArticleTabs *m_tabs;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QToolButton *m_marksButton;
    QMenu *m_layerMenu;
    QMenu *m_themeMenu;
    QList<QAction *> m_menuActions;
    explore::MarkLayers m_layers = explore::allMarkLayers;
    double m_zoom = 1.0;
    bool m_reveal = false;
    bool m_switching = false;
    QString m_project; ///< path of the project the tabs belong to
    std::vector<ArticleId> m_recent; ///< least recently shown first
};

} // namespace onrecord::ui

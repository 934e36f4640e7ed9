// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/menus.h"

#include "ui/present/schemes.h"
#include "ui/shell/actions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

class Menus
{
    Q_DECLARE_TR_FUNCTIONS(onrecord::ui::Menus)
public:
    static void declareFile(Actions &actions);
    static void declareEdit(Actions &actions);
    static void declareView(Actions &actions);
    static void declareGo(Actions &actions);
    static void declareRest(Actions &actions);
    static void fill(QMenuBar &bar, const Actions &actions);
};

QList<QKeySequence> keys(const char *portable)
{
    return QKeySequence::listFromString(QString::fromLatin1(portable));
}

void Menus::declareFile(Actions &a)
{
    a.setGroup(u"file"_s, tr("File"));
    a.add(u"file.new"_s, tr("&New Project…"), u"document-new"_s, keys("Ctrl+N"));
    a.add(u"file.open"_s, tr("&Open Project…"), u"document-open"_s, keys("Ctrl+O"));
    a.add(u"file.import"_s, tr("&Import…"), u"document-import"_s, keys("Ctrl+Shift+I"));
    a.add(u"file.importFolder"_s, tr("Import &Folder…"), u"folder-open"_s);
    a.add(u"file.importPreview"_s, tr("Previe&w a File…"), u"text-x-generic"_s);
    a.add(u"file.recognition"_s, tr("&Text in Pictures…"), {});
    a.add(u"file.pasteArticle"_s, tr("Paste &Article Text…"), u"edit-paste"_s, keys("Ctrl+Alt+V"));
    a.add(u"file.importQueue"_s, tr("Files of the Last I&mport"), u"view-list-details"_s);
    a.add(u"file.backup"_s, tr("&Back Up As…"), u"document-save-as"_s);
    a.add(u"file.check"_s, tr("Chec&k Project"), u"tools-check-spelling"_s);
    a.add(u"file.pinRecent"_s, tr("&Pin This Project"), u"window-pin"_s)->setCheckable(true);
    a.add(u"file.clearRecent"_s, tr("&Clear List"), u"edit-clear-history"_s);
    a.add(u"file.close"_s, tr("&Close Project"), u"window-close"_s, keys("Ctrl+W"));
    a.add(u"file.quit"_s, tr("&Quit"), u"application-exit"_s, keys("Ctrl+Q"))->setMenuRole(QAction::QuitRole);
}

void Menus::declareEdit(Actions &a)
{
    a.setGroup(u"edit"_s, tr("Edit"));
    a.add(u"edit.undo"_s, tr("&Undo"), u"edit-undo"_s, keys("Ctrl+Z"));
    a.add(u"edit.redo"_s, tr("&Redo"), u"edit-redo"_s, keys("Ctrl+Shift+Z"));
    a.add(u"edit.search"_s, tr("&Search Everywhere"), u"edit-find"_s, keys("Ctrl+Alt+F"));
    a.add(u"edit.clearFilter"_s, tr("&Clear Filter"), u"edit-clear"_s, keys("Ctrl+Alt+Backspace"));
    a.add(u"edit.filterBySelection"_s, tr("Show &Only the Selection"), u"view-filter"_s, keys("Ctrl+Alt+Return"));
}

void Menus::declareView(Actions &a)
{
    a.setGroup(u"view"_s, tr("View"));
    a.add(u"view.sidePanel"_s, tr("Show Side &Panel"), u"view-sidetree"_s, keys("F7"))->setCheckable(true);
    a.add(u"view.nextPane"_s, tr("&Next Pane"), {}, keys("F8"));
    a.add(u"view.previousPane"_s, tr("&Previous Pane"), {}, keys("Shift+F8"));
    a.add(u"view.pin"_s, tr("P&in the Pane in Use"), u"window-pin"_s)->setCheckable(true);
    a.add(u"view.resetLayout"_s, tr("&Reset Layout"), u"view-refresh"_s);
    a.add(u"view.fullScreen"_s, tr("&Full Screen"), u"view-fullscreen"_s, keys("F11"))->setCheckable(true);
    auto *schemes = new QActionGroup(&a);
    const std::pair<present::Scheme, QString> names[] = {{present::Scheme::System, tr("&System Colours")},
                                                         {present::Scheme::Light, tr("&Light Colours")},
                                                         {present::Scheme::Dark, tr("&Dark Colours")},
                                                         {present::Scheme::HighContrast, tr("&High Contrast Colours")}};
    for (const auto &[scheme, text] : names) {
        QAction *action = a.add(u"view.colours."_s + present::spelling(scheme), text);
        action->setCheckable(true);
        action->setData(static_cast<int>(scheme));
        schemes->addAction(action);
    }
}

void Menus::declareGo(Actions &a)
{
    a.setGroup(u"go"_s, tr("Go"));
    a.add(u"go.back"_s, tr("&Back"), u"go-previous"_s, keys("Alt+Left"));
    a.add(u"go.forward"_s, tr("&Forward"), u"go-next"_s, keys("Alt+Right"));
    a.add(u"go.previous"_s, tr("&Previous Item"), u"go-up"_s, keys("Alt+Up"));
    a.add(u"go.next"_s, tr("&Next Item"), u"go-down"_s, keys("Alt+Down"));
    a.add(u"go.jump"_s, tr("&Jump to Anything…"), u"quickopen"_s, keys("Ctrl+Alt+O"));
    a.add(u"go.palette"_s, tr("&Command Palette…"), u"run-build"_s, keys("Ctrl+Alt+I"));
    a.add(u"go.start"_s, tr("&Start Page"), u"go-home"_s, keys("Alt+Home"));
}

void Menus::declareRest(Actions &a)
{
    a.setGroup(u"check"_s, tr("Check"));
    a.add(u"check.quote"_s, tr("Check a &Quote"), u"checkmark"_s, keys("Ctrl+Shift+V"));
    a.add(u"check.figures"_s, tr("Compare &Figures"), {}, keys("Ctrl+Shift+G"));
    a.add(u"check.variants"_s, tr("Compare W&ordings"), {}, keys("Ctrl+Shift+W"));
    a.add(u"check.claim"_s, tr("Make a C&laim From the Selection"), {}, keys("Ctrl+Shift+K"));
    a.add(u"check.draft"_s, tr("Check a &Draft"), {}, keys("Ctrl+Shift+D"));
    a.add(u"check.coverage"_s, tr("&Who Printed What"));
    a.add(u"check.doubts"_s, tr("Doubtful &Speakers"));
    a.add(u"check.oppositions"_s, tr("O&pposing Statements"));
    a.setGroup(u"story"_s, tr("Story"));
    a.add(u"story.walk"_s, tr("&Walk the Story"), u"media-playback-start"_s);
    a.add(u"story.open"_s, tr("&Open the Bundled Story"), u"view-pim-notes"_s);
    a.add(u"story.again"_s, tr("Start It &Again in a Fresh Copy"), u"view-refresh"_s);
    a.setGroup(u"help"_s, tr("Help"));
    a.add(u"help.shortcuts"_s, tr("&Keyboard Shortcuts"), u"input-keyboard"_s, keys("F1"));
    a.add(u"help.whatsThis"_s, tr("&What’s This?"), u"help-whatsthis"_s, keys("Shift+F1"));
    a.add(u"help.about"_s, tr("&About OnRecord"), u"help-about"_s)->setMenuRole(QAction::AboutRole);
}

void Menus::fill(QMenuBar &bar, const Actions &a)
{
    const auto add = [&a](QMenu *menu, std::initializer_list<QLatin1StringView> names) {
        for (const QLatin1StringView name : names) {
            if (name.isEmpty())
                menu->addSeparator();
            else
                menu->addAction(a.find(name));
        }
    };
    const auto submenu = [](QMenu *menu, const QString &title, const QString &objectName) {
        QMenu *sub = menu->addMenu(title);
        sub->setObjectName(objectName);
        return sub;
    };
    QMenu *file = bar.addMenu(tr("&File"));
    add(file, {"file.new"_L1, "file.open"_L1});
    submenu(file, tr("Open &Recent"), u"menu.recent"_s);
    add(file,
        {""_L1, "file.import"_L1, "file.importFolder"_L1, "file.importPreview"_L1, "file.pasteArticle"_L1, "file.importQueue"_L1, "file.recognition"_L1, ""_L1, "file.backup"_L1,
         "file.check"_L1, ""_L1, "file.close"_L1, "file.quit"_L1});
    QMenu *edit = bar.addMenu(tr("&Edit"));
    edit->setObjectName(u"menu.edit"_s);
    add(edit,
        {"edit.undo"_L1, "edit.redo"_L1, ""_L1, "edit.search"_L1, "edit.filterBySelection"_L1, "edit.clearFilter"_L1});
    QMenu *view = bar.addMenu(tr("&View"));
    submenu(view, tr("&Panes"), u"menu.panes"_s);
    add(view, {"view.sidePanel"_L1, "view.nextPane"_L1, "view.previousPane"_L1, "view.pin"_L1, "view.resetLayout"_L1, ""_L1});
    add(submenu(view, tr("&Colours"), u"menu.colours"_s),
        {"view.colours.system"_L1, "view.colours.light"_L1, "view.colours.dark"_L1, "view.colours.contrast"_L1});
    add(view, {"view.fullScreen"_L1});
    add(bar.addMenu(tr("&Go")),
        {"go.back"_L1, "go.forward"_L1, ""_L1, "go.previous"_L1, "go.next"_L1, ""_L1, "go.jump"_L1, "go.palette"_L1,
         ""_L1, "go.start"_L1});
    add(bar.addMenu(tr("&Check")), {"check.quote"_L1, "check.draft"_L1, ""_L1, "check.variants"_L1, "check.figures"_L1, "check.coverage"_L1, "check.doubts"_L1, "check.oppositions"_L1, ""_L1, "check.claim"_L1});
    add(bar.addMenu(tr("&Story")), {"story.walk"_L1, ""_L1, "story.open"_L1, "story.again"_L1});
    add(bar.addMenu(tr("&Help")), {"help.shortcuts"_L1, "help.whatsThis"_L1, ""_L1, "help.about"_L1});
}

} // namespace

void declareActions(Actions &actions)
{
    Menus::declareFile(actions);
    Menus::declareEdit(actions);
    Menus::declareView(actions);
    Menus::declareGo(actions);
    Menus::declareRest(actions);
}

void fillMenuBar(QMenuBar &bar, const Actions &actions)
{
    Menus::fill(bar, actions);
}

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QSettings;
class QWidget;

namespace onrecord::ui {

/// Every action of the window once, by its stable English name ("file.open", "timeline.fit"): what menus, toolbar,
/// command palette, shortcut sheet and Desk::trigger() share. Shortcuts somebody changed are kept in settings under
/// "shortcuts/".
class Actions : public QObject
{
    Q_OBJECT
public:
    Actions(QWidget &window, QSettings &settings);

    /// A new action of the window. `text` carries its mnemonic and, where it asks for more, its ellipsis.
    QAction *add(const QString &name, const QString &text, const QString &icon = {},
                 const QList<QKeySequence> &keys = {});
    /// Takes in the named actions of a pane as far as they are not known yet; `group` is the pane's title.
    void adopt(const QWidget &pane, const QString &group);

    [[nodiscard]] QAction *find(const QString &name) const;             ///< null for an unknown name
    [[nodiscard]] const QList<QAction *> &all() const { return m_all; } ///< in the order of adding
    /// "File", "Timeline": what the palette and the shortcut sheet show beside an action.
    [[nodiscard]] QString group(const QAction *action) const;
    void setGroup(const QString &prefix, const QString &group) { m_groups.insert(prefix, group); }

    /// The words of an action without mnemonic and ellipsis.
    [[nodiscard]] static QString plainText(const QAction *action);

    /// Who else has this key in the same reach; null when it is free.
    [[nodiscard]] QAction *holderOf(const QKeySequence &key, const QAction *asking) const;
    void setKeys(QAction *action, const QList<QKeySequence> &keys); ///< remembered
    void resetKeys();                                               ///< all of them as shipped

Q_SIGNALS:
    void changed();

private:
    void remember(QAction *action, const QList<QKeySequence> &shipped);

    QWidget &m_window;
    QSettings &m_settings;
    QList<QAction *> m_all;
    QHash<QString, QAction *> m_byName;
    QHash<QString, QString> m_groups;
    QHash<const QAction *, QList<QKeySequence>> m_shipped;
};

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "ui/present/icons.h"

#include <QAction>
#include <QSettings>
#include <QWidget>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

Actions::Actions(QWidget &window, QSettings &settings) : QObject(&window), m_window(window), m_settings(settings) {}

QAction *Actions::add(const QString &name, const QString &text, const QString &icon, const QList<QKeySequence> &keys)
{
    Q_ASSERT(!m_byName.contains(name));
    auto *action = new QAction(text, &m_window);
    action->setObjectName(name);
    if (!icon.isEmpty())
        action->setIcon(present::icon(icon));
    action->setShortcuts(keys);
    m_window.addAction(action);
    remember(action, keys);
    return action;
}

void Actions::adopt(const QWidget &pane, const QString &group)
{
    const QList<QAction *> actions = pane.actions();
    bool isNew = false;
    for (QAction *action : actions) {
        if (action->objectName().isEmpty() || m_byName.contains(action->objectName()))
            continue;
        m_groups.insert(action->objectName().section(u'.', 0, 0), group);
        remember(action, action->shortcuts());
        connect(action, &QObject::destroyed, this, [this, action, name = action->objectName()] {
            m_all.removeOne(action);
            m_byName.remove(name);
            m_shipped.remove(action);
        });
        isNew = true;
    }
    if (isNew)
        Q_EMIT changed();
}

void Actions::remember(QAction *action, const QList<QKeySequence> &shipped)
{
    m_all << action;
    m_byName.insert(action->objectName(), action);
    m_shipped.insert(action, shipped);
    const QString key = u"shortcuts/"_s + action->objectName();
    if (m_settings.contains(key))
        action->setShortcuts(QKeySequence::listFromString(m_settings.value(key).toString()));
}

QAction *Actions::find(const QString &name) const
{
    return m_byName.value(name);
}

QString Actions::group(const QAction *action) const
{
    return m_groups.value(action->objectName().section(u'.', 0, 0));
}

QString Actions::plainText(const QAction *action)
{
    QString text = action->text();
    text.replace(u"&&"_s, u"\u0001"_s).remove(u'&').replace(u'\u0001', u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

QAction *Actions::holderOf(const QKeySequence &key, const QAction *asking) const
{
    const auto isLocal = [](const QAction *action) {
        return action->shortcutContext() < Qt::WindowShortcut
            || action->shortcutContext() == Qt::WidgetWithChildrenShortcut;
    };
    for (QAction *action : m_all) {
        if (action == asking || !action->shortcuts().contains(key))
            continue;
        // Keys of two different panes do not meet.
        const bool apart = isLocal(action) && isLocal(asking) && group(action) != group(asking);
        if (!apart)
            return action;
    }
    return nullptr;
}

void Actions::setKeys(QAction *action, const QList<QKeySequence> &keys)
{
    if (action->shortcuts() == keys)
        return;
    action->setShortcuts(keys);
    const QString key = u"shortcuts/"_s + action->objectName();
    if (keys == m_shipped.value(action))
        m_settings.remove(key);
    else
        m_settings.setValue(key, QKeySequence::listToString(keys));
    Q_EMIT changed();
}

void Actions::resetKeys()
{
    for (QAction *action : std::as_const(m_all))
        setKeys(action, m_shipped.value(action));
}

} // namespace onrecord::ui

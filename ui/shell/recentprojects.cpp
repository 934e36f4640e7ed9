// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recentprojects.h"

#include <QSettings>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr size_t kept = 15;
const QString recentKey = u"recent"_s;
} // namespace

RecentProjects::RecentProjects(QSettings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    const int count = m_settings.beginReadArray(recentKey);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        if (const QString path = m_settings.value(u"path"_s).toString(); !path.isEmpty())
            m_all.push_back({path, m_settings.value(u"pinned"_s).toBool()});
    }
    m_settings.endArray();
}

void RecentProjects::note(const QString &path)
{
    const auto old = std::ranges::find(m_all, path, &Recent::path);
    Recent now{path, old != m_all.end() && old->pinned};
    if (old != m_all.end())
        m_all.erase(old);
    const auto at = now.pinned ? m_all.begin() : std::ranges::find(m_all, false, &Recent::pinned);
    m_all.insert(at, now);
    while (m_all.size() > kept && !m_all.back().pinned)
        m_all.pop_back();
    store();
}

void RecentProjects::forget(const QString &path)
{
    if (std::erase_if(m_all, [&path](const Recent &one) { return one.path == path; }))
        store();
}

void RecentProjects::setPinned(const QString &path, bool pinned)
{
    const auto found = std::ranges::find(m_all, path, &Recent::path);
    if (found == m_all.end() || found->pinned == pinned)
        return;
    found->pinned = pinned;
    std::ranges::stable_partition(m_all, &Recent::pinned);
    store();
}

void RecentProjects::clear()
{
    if (std::erase_if(m_all, [](const Recent &one) { return !one.pinned; }))
        store();
}

void RecentProjects::store()
{
    m_settings.remove(recentKey);
    m_settings.beginWriteArray(recentKey, static_cast<int>(m_all.size()));
    for (size_t i = 0; i < m_all.size(); ++i) {
        m_settings.setArrayIndex(static_cast<int>(i));
        m_settings.setValue(u"path"_s, m_all[i].path);
        m_settings.setValue(u"pinned"_s, m_all[i].pinned);
    }
    m_settings.endArray();
    Q_EMIT changed();
}

} // namespace onrecord::ui

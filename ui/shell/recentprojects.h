// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>
#include <vector>

class QSettings;

namespace onrecord::ui {

/// The projects opened last, newest first, pinned ones before all. Kept in settings under "recent". Whether a file is
/// still there is looked up only when somebody asks, never at start.
class RecentProjects : public QObject
{
    Q_OBJECT
public:
    struct Recent {
        QString path;
        bool pinned = false;
        friend bool operator==(const Recent &, const Recent &) = default;
    };

    explicit RecentProjects(QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<Recent> &all() const { return m_all; }
    void note(const QString &path); ///< just opened
    void forget(const QString &path);
    void setPinned(const QString &path, bool pinned);
    void clear(); ///< all that are not pinned

Q_SIGNALS:
    void changed();

private:
    void store();

    QSettings &m_settings;
    std::vector<Recent> m_all;
};

} // namespace onrecord::ui

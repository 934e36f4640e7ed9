// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/latest.h"
#include "core/explore/filter.h"
#include "core/match/figureboard.h"

#include <QHash>
#include <QObject>

namespace onrecord::ui {

class Desk;

/// Reads what stands around the figures, a few articles at a time from the store, and makes the boards on a worker.
/// What was read is kept: after a change only the articles whose figures changed are read again. GUI thread.
class BoardsJob : public QObject
{
    Q_OBJECT
public:
    explicit BoardsJob(Desk &desk, QObject *parent = nullptr);

    /// Boards of the visible figures. Only the newest question is answered.
    void ask(const SnapshotPtr &snapshot, const explore::Visible &visible);
    [[nodiscard]] bool isBusy() const { return m_reading || m_making.isAsking(); }

Q_SIGNALS:
    void made(const std::vector<onrecord::match::Board> &boards);

private:
    struct Known {
        Figure figure;
        match::FigureContext context;
    };

    void readMore();
    void make();

    Desk &m_desk;
    QHash<FigureId, Known> m_known;
    SnapshotPtr m_snapshot;
    explore::Visible m_visible;
    std::vector<ArticleId> m_missing;
    quint64 m_question = 0;
    bool m_reading = false;
    Latest<std::vector<match::Board>> m_making;
};

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/latest.h"
#include "core/store/draft.h"

#include <QObject>

namespace onrecord::ui {

class Desk;

/// Checks a draft passage by passage: reads it on a worker, asks the store about one quotation after the other, and about the figures
/// of a few articles at a time, so that the store's thread is free for others between. Only the newest draft is answered. GUI thread.
class DraftJob : public QObject
{
    Q_OBJECT
public:
    explicit DraftJob(Desk &desk, QObject *parent = nullptr);
    void ask(const SnapshotPtr &record, io::ReadDocument draft);
    /// Nothing more is said about the draft under way.
    void cancel();
    [[nodiscard]] bool isAsking() const { return m_isAsking; }

Q_SIGNALS:
    /// What is known so far; `part` of the whole, 0..1.
    void advanced(const onrecord::match::DraftReport &report, double part);
    void finished(const onrecord::match::DraftReport &report);
    void failed(const onrecord::Error &error);

private:
    void answerNext();
    void readFigures();
    void answerFigures();
    void advance();
    void fail(const Error &error);

    Desk &m_desk;
    SnapshotPtr m_record;
    std::shared_ptr<const store::DraftReading> m_reading;
    Latest<std::shared_ptr<const store::DraftReading>> m_reads;
    Latest<std::vector<match::DraftFigure>> m_figures;
    std::vector<match::FigureContext> m_contexts; ///< of the articles read so far
    size_t m_articlesRead = 0;
    match::DraftReport m_report;
    quint64 m_question = 0;
    bool m_isAsking = false;
};

} // namespace onrecord::ui

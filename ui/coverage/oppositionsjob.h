// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/latest.h"
#include "core/match/opposition.h"

#include <QObject>

namespace onrecord::ui {

class Desk;

/// Finds the statements that oppose each other: reads the articles a few at a time, so that the store's thread is free for others
/// between, and looks at them on a worker. Only the newest question is answered. GUI thread.
class OppositionsJob : public QObject
{
    Q_OBJECT
public:
    explicit OppositionsJob(Desk &desk, QObject *parent = nullptr);
    void ask(const SnapshotPtr &record);
    [[nodiscard]] bool isAsking() const { return m_isAsking; }

Q_SIGNALS:
    void made(const onrecord::SnapshotPtr &record, const std::vector<onrecord::match::Opposition> &found);

private:
    using Statements = std::vector<match::Statement>;
    void startPass(bool isPassing);
    void readMore();
    void finish();

    Desk &m_desk;
    SnapshotPtr m_record;
    Latest<Statements> m_looking;
    Statements m_all;    ///< of both passes
    Statements m_denied; ///< what the second pass looks for
    std::vector<ArticleId> m_left;
    quint64 m_question = 0;
    bool m_isPassing = false; ///< the second pass: what is said in passing
    bool m_isAsking = false;
};

} // namespace onrecord::ui

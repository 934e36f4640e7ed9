// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/boardsjob.h"

#include "core/store/contexts.h"
#include "ui/widgets/desk.h"

namespace onrecord::ui {

namespace {
constexpr size_t articlesAtOnce = 32; // what the store does in a few milliseconds
}

BoardsJob::BoardsJob(Desk &desk, QObject *parent) : QObject(parent), m_desk(desk) {}

void BoardsJob::ask(const SnapshotPtr &snapshot, const explore::Visible &visible)
{
    m_snapshot = snapshot;
    m_visible = visible;
    ++m_question;
    m_making.cancel();
    m_missing.clear();
    for (const Figure &figure : snapshot->figures()) {
        const auto known = m_known.constFind(figure.id);
        if ((known == m_known.cend() || known->figure != figure)
            && (m_missing.empty() || m_missing.back() != figure.article))
            m_missing.push_back(figure.article);
    }
    std::ranges::sort(m_missing);
    const auto twice = std::ranges::unique(m_missing);
    m_missing.erase(twice.begin(), twice.end());
    readMore();
}

void BoardsJob::readMore()
{
    if (m_missing.empty()) {
        m_reading = false;
        make();
        return;
    }
    m_reading = true;
    std::vector<ArticleId> some;
    for (; !m_missing.empty() && some.size() < articlesAtOnce; m_missing.pop_back())
        some.push_back(m_missing.back());
    const quint64 question = m_question;
    m_desk.store()
        .run([some](store::Project &project) { return store::figureContexts(project, some); })
        .then(this, [this, question](const Result<std::vector<match::FigureContext>> &read) {
            if (question != m_question)
                return;
            if (!read) {
                m_reading = false;
                m_desk.report(read.error());
                return;
            }
            for (const match::FigureContext &context : *read) {
                if (const Figure *figure = m_snapshot->figure(context.figure))
                    m_known.insert(figure->id, {*figure, context});
            }
            readMore();
        });
}

void BoardsJob::make()
{
    std::vector<match::FigureContext> contexts;
    const auto &figures = m_snapshot->figures();
    for (size_t i = 0; i < figures.size(); ++i) {
        const auto known = m_known.constFind(figures[i].id);
        if (known != m_known.cend() && i < m_visible.figures.size() && m_visible.figures[i])
            contexts.push_back(known->context);
    }
    m_making.ask(
        [snapshot = m_snapshot, contexts = std::move(contexts)](QPromise<std::vector<match::Board>> &promise) {
            if (!promise.isCanceled())
                promise.addResult(match::figureBoards(*snapshot, contexts));
        },
        [this](const std::vector<match::Board> &boards) { Q_EMIT made(boards); });
}

} // namespace onrecord::ui

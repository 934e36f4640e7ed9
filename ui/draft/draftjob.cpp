// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draft/draftjob.h"

#include "core/store/contexts.h"
#include "core/store/verify.h"
#include "ui/widgets/desk.h"

#include <algorithm>

namespace onrecord::ui {

namespace {

constexpr size_t articlesAtOnce = 32; // what the store reads in a few milliseconds

} // namespace

DraftJob::DraftJob(Desk &desk, QObject *parent) : QObject(parent), m_desk(desk) {}

void DraftJob::ask(const SnapshotPtr &record, io::ReadDocument draft)
{
    cancel();
    m_record = record;
    m_report.searched = store::searchedIn(*record);
    m_isAsking = true;
    using Reading = std::shared_ptr<const store::DraftReading>;
    m_reads.ask(
        [draft = std::move(draft)](QPromise<Reading> &promise) {
            auto reading = std::make_shared<const store::DraftReading>(store::readDraft(draft));
            if (!promise.isCanceled())
                promise.addResult(std::move(reading));
        },
        [this, question = m_question](const Reading &reading) {
            if (question != m_question)
                return;
            m_reading = reading;
            answerNext();
        });
}

void DraftJob::cancel()
{
    ++m_question;
    m_isAsking = false;
    m_reading.reset();
    m_report = {};
    m_contexts.clear();
    m_articlesRead = 0;
}

void DraftJob::advance()
{
    const size_t articles = m_reading->found.figures.empty() ? 0 : m_record->articles().size();
    const double all = double(m_reading->quotes.size()) + double(articles) / articlesAtOnce;
    const double done = double(m_report.quotes.size()) + double(m_articlesRead) / articlesAtOnce;
    Q_EMIT advanced(m_report, all > 0 ? std::min(1.0, done / all) : 1.0);
}

void DraftJob::answerNext()
{
    if (m_report.quotes.size() == m_reading->quotes.size()) {
        readFigures();
        return;
    }
    m_desk.store()
        .run([quote = m_reading->quotes[m_report.quotes.size()]](store::Project &project) { return store::answerQuote(project, quote); })
        .then(this, [this, question = m_question](const Result<match::DraftQuote> &quote) {
            if (question != m_question)
                return;
            if (!quote) {
                fail(quote.error());
                return;
            }
            m_report.quotes.push_back(*quote);
            advance();
            if (question == m_question) // whoever was told may have cancelled
                answerNext();
        });
}

void DraftJob::readFigures()
{
    const auto &articles = m_record->articles();
    if (m_reading->found.figures.empty() || m_articlesRead >= articles.size()) {
        answerFigures();
        return;
    }
    std::vector<ArticleId> some;
    for (; some.size() < articlesAtOnce && m_articlesRead < articles.size(); ++m_articlesRead)
        some.push_back(articles[m_articlesRead].id);
    using Contexts = std::vector<match::FigureContext>;
    m_desk.store()
        .run([some](store::Project &project) { return store::figureContexts(project, some); })
        .then(this, [this, question = m_question](const Result<Contexts> &contexts) {
            if (question != m_question)
                return;
            if (!contexts) {
                fail(contexts.error());
                return;
            }
            m_contexts.insert(m_contexts.end(), contexts->begin(), contexts->end());
            advance();
            if (question == m_question)
                readFigures();
        });
}

void DraftJob::answerFigures()
{
    m_figures.ask(
        [reading = m_reading, record = m_record, contexts = m_contexts](QPromise<std::vector<match::DraftFigure>> &promise) {
            promise.addResult(store::answerFigures(*reading, *record, contexts));
        },
        [this, question = m_question](std::vector<match::DraftFigure> figures) {
            if (question != m_question)
                return;
            m_report.figures = std::move(figures);
            m_isAsking = false;
            Q_EMIT finished(m_report);
        });
}

void DraftJob::fail(const Error &error)
{
    cancel();
    Q_EMIT failed(error);
}

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/oppositionsjob.h"

#include "ui/widgets/desk.h"

#include <algorithm>

namespace onrecord::ui {

namespace {

constexpr size_t articlesAtOnce = 32; // what the store reads in a few milliseconds

using Texts = std::vector<std::pair<ArticleId, QString>>;

Result<Texts> textsOf(const store::Project &project, const std::vector<ArticleId> &articles)
{
    Texts out;
    for (const ArticleId id : articles) {
        auto text = project.articleText(id);
        if (!text)
            return std::unexpected(text.error());
        out.emplace_back(id, *std::move(text));
    }
    return out;
}

} // namespace

OppositionsJob::OppositionsJob(Desk &desk, QObject *parent) : QObject(parent), m_desk(desk) {}

void OppositionsJob::ask(const SnapshotPtr &record)
{
    m_record = record;
    ++m_question;
    m_all.clear();
    m_denied.clear();
    m_isAsking = true;
    startPass(false);
}

void OppositionsJob::startPass(bool isPassing)
{
    m_isPassing = isPassing;
    m_left.clear();
    for (const Article &article : m_record->articles())
        m_left.push_back(article.id);
    std::ranges::reverse(m_left); // taken from the end: in the order of the record
    readMore();
}

void OppositionsJob::readMore()
{
    if (m_left.empty()) {
        finish();
        return;
    }
    std::vector<ArticleId> some;
    for (; !m_left.empty() && some.size() < articlesAtOnce; m_left.pop_back())
        some.push_back(m_left.back());
    m_desk.store()
        .run([some](store::Project &project) { return textsOf(project, some); })
        .then(this, [this, question = m_question](const Result<Texts> &texts) {
            if (question != m_question)
                return;
            if (!texts) {
                m_isAsking = false;
                m_desk.report(texts.error());
                return;
            }
            m_looking.ask(
                [texts = *texts, record = m_record, isPassing = m_isPassing, denied = m_denied](QPromise<Statements> &promise) {
                    Statements out;
                    for (const auto &[id, text] : texts) {
                        if (promise.isCanceled())
                            return;
                        std::ranges::move(isPassing ? match::passingStatements(*record, id, text, denied) : match::statementsIn(*record, id, text), std::back_inserter(out));
                    }
                    promise.addResult(std::move(out));
                },
                [this](Statements found) {
                    std::ranges::move(found, std::back_inserter(m_all));
                    readMore();
                });
        });
}

void OppositionsJob::finish()
{
    if (!m_isPassing) {
        std::ranges::copy_if(m_all, std::back_inserter(m_denied), &match::Statement::isDenied);
        if (!m_denied.empty()) {
            startPass(true);
            return;
        }
    }
    m_isAsking = false;
    Q_EMIT made(m_record, match::oppositions(m_all));
}

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/desk.h"

#include <QPointer>

namespace onrecord::ui {

namespace {
constexpr int cachedCharacters = 8'000'000;
}

Desk::Desk(explore::Workspace &workspace, store::Store &store, QSettings &settings, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_store(store), m_settings(settings), m_texts(cachedCharacters)
{
    // Row ids are a project's own: another project's article 1 is another text.
    connect(&store, &store::Store::openChanged, this, [this] { m_texts.clear(); });
}

void Desk::withText(ArticleId id, QObject *context, std::function<void(const Result<QString> &)> then)
{
    if (const QString *text = m_texts.object(id.value)) {
        then(*text);
        return;
    }
    m_store.runIn(m_store.session(), [id](store::Project &project) { return project.articleText(id); })
        .then(context, [this, id, guard = QPointer(this), session = m_store.session(), then = std::move(then)](const Result<QString> &text) {
            if (!guard || m_store.session() != session)
                return;
            if (text)
                m_texts.insert(id.value, new QString(*text), static_cast<int>(qMin<qsizetype>(text->size(), cachedCharacters)));
            then(text);
        });
}

void Desk::change(std::function<Result<void>(store::Project &)> call)
{
    m_store.runIn(m_store.session(), std::move(call)).then(this, [this](const Result<void> &done) {
        if (!done)
            report(done.error());
    });
}

void Desk::say(const QString &text, Tone tone)
{
    Q_EMIT messageWanted(text, tone);
}

void Desk::offer(const QString &text, Tone tone, const QString &actionText, std::function<void()> action, const QString &topic)
{
    Q_EMIT offerMade(text, tone, actionText, action, topic);
}

void Desk::report(const Error &error)
{
    Q_EMIT errorReported(error);
}

void Desk::trigger(const QString &action)
{
    Q_EMIT actionWanted(action);
}

} // namespace onrecord::ui

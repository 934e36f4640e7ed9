// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/workspace.h"
#include "core/store/store.h"

#include <QCache>
#include <QObject>
#include <QSettings>
#include <functional>

namespace onrecord::ui {

/// What a window hands to its panes: the workspace, the open project and the ways to ask and change it. One a window.
/// GUI thread; nothing here blocks.
class Desk : public QObject
{
    Q_OBJECT
public:
    Desk(explore::Workspace &workspace, store::Store &store, QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] explore::Workspace &workspace() const { return m_workspace; }
    [[nodiscard]] store::Store &store() const { return m_store; }
    [[nodiscard]] QSettings &settings() const { return m_settings; }

    /// The stored text of an article, from a small cache or the store thread. `then` runs on the GUI thread, at once when
    /// cached, never after `context` is gone; an unreadable article arrives as an Error and is reported by the caller.
    void withText(ArticleId id, QObject *context, std::function<void(const Result<QString> &)> then);

    /// Runs a change on the store thread. A failure is shown as an inline message by the window; success needs none.
    void change(std::function<Result<void>(store::Project &)> call);

    /// Shows an inline message in the window; never a pop-up.
    enum class Tone { Information, Positive, Warning, Error };
    void say(const QString &text, Tone tone = Tone::Information);
    /// The same with one thing to do about it; a newer message on the same topic takes its place.
    void offer(const QString &text, Tone tone, const QString &actionText, std::function<void()> action, const QString &topic);
    void report(const Error &error);

    /// Asks the window for something only it can do. Names are action names of the registry ("check.quote").
    void trigger(const QString &action);

Q_SIGNALS:
    void messageWanted(const QString &text, onrecord::ui::Desk::Tone tone);
    void offerMade(const QString &text, onrecord::ui::Desk::Tone tone, const QString &actionText, const std::function<void()> &action, const QString &topic);
    void errorReported(const onrecord::Error &error);
    void actionWanted(const QString &action);
    /// Another project is about to be opened, or this one closed: what a pane still holds back is to be stored now.
    void leaving();

private:
    explore::Workspace &m_workspace;
    store::Store &m_store;
    QSettings &m_settings;
    QCache<qint64, QString> m_texts;
};

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/desk.h"

#include <QWidget>
#include <deque>
#include <functional>

class QVBoxLayout;

namespace onrecord::ui {

/// One inline message: plain text, a tone, at most one thing to do about it.
struct Message {
    QString text;
    Desk::Tone tone = Desk::Tone::Information;
    QString actionText; ///< empty: no button
    std::function<void()> action;
    QString topic = {}; ///< a newer message on the same one replaces an older
};

/// Messages in the layout of the window, never over it: newest first, at most three rows; the rest wait. The same words
/// twice are one row with a count; a newer Information or Positive replaces an older one. Esc in a row or its button
/// closes it.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    void show(const Message &message);
    void clear();
    [[nodiscard]] int count() const { return static_cast<int>(m_messages.size()); } ///< shown and waiting
    [[nodiscard]] QStringList texts() const; ///< shown rows, newest first, as drawn

private:
    struct Entry {
        Message message;
        int times = 1;
    };
    void rebuild();
    void close(size_t index);
    QWidget *makeRow(size_t index);

    QVBoxLayout *m_rows;
    std::deque<Entry> m_messages;
};

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/latest.h"
#include "core/match/verification.h"
#include "core/record/record.h"

#include <QDialog>
#include <optional>
#include <vector>

class QLabel;
class QPlainTextEdit;

namespace onrecord::ui {

class Desk;

/// Two versions of an article in one text: what the later one left out is struck with a minus, what it added is underlined with a plus,
/// colour and sign together; what is struck in either is left out. Next and Previous step through the changes. Compared on a worker.
class VersionDiff : public QDialog
{
    Q_OBJECT
public:
    VersionDiff(Desk &desk, ArticleId older, ArticleId newer, QWidget *parent);
    /// Shows one over the window of `parent`; it deletes itself.
    static void open(Desk &desk, ArticleId older, ArticleId newer, QWidget *parent);
    using QDialog::open;

Q_SIGNALS:
    void compared(); ///< the text is there

private:
    /// A version as it is stored, and what of it is struck.
    struct Side {
        QString text;
        std::vector<Region> regions;
    };

    void ask(Desk &desk, ArticleId older, ArticleId newer);
    void compare();
    void show(const std::vector<match::Piece> &pieces);
    void step(int by);

    QLabel *m_summary;
    QPlainTextEdit *m_text;
    std::optional<Side> m_older, m_newer;
    std::vector<std::pair<int, int>> m_changes; ///< start and end in m_text
    int m_at = -1;
    Latest<std::vector<match::Piece>> m_latest;
};

} // namespace onrecord::ui

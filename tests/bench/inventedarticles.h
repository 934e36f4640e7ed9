// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <expected>

namespace onrecord::bench {

/// An invented news article of about 4 KB, in Markdown with a header: quotations with their speakers, figures, dates, names that
/// come back in other articles. The same number gives the same bytes on any machine; no two are near-duplicates.
[[nodiscard]] QByteArray inventedArticle(qint64 number);

/// Writes the articles 0 to count - 1 below `folder`, a thousand to a folder. The bytes written, or what went wrong.
[[nodiscard]] std::expected<qint64, QString> writeArticles(const QString &folder, qint64 count);

} // namespace onrecord::bench

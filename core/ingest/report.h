// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/record/remark.h"

#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

namespace onrecord::ingest {

enum class FileState : quint8 { Imported, Duplicate, Version, Refused };

/// The detail of Fault::Cancelled for a file that somebody left out.
inline const QString skippedDetail = QStringLiteral("skipped");

/// What became of one offered file.
struct FileOutcome {
    QString file;          ///< path, or the name of pasted words; of an article inside a file "archive.zip/inner.txt"
    int number = 0;        ///< of the offered file
    FileState state = FileState::Refused;
    Error reason;          ///< of a refused one
    ArticleId article;     ///< the new one; of a duplicate the one that was there
    QString title;
    int quotations = 0;
    int agents = 0;
    int figures = 0;
    ArticleId earlier;     ///< of a version: the one before it
    int carried = 0;       ///< of a version: decided quotations that stand in it word for word
    int lost = 0;          ///< and those that somebody has to look at
    ArticleId sameText;    ///< an article that prints most of the same words; null for none
    double likeness = 0;   ///< to that one, 0..1
    std::vector<Remark> remarks; ///< what the reader wants known
};

struct ImportReport {
    std::vector<FileOutcome> files; ///< in the order of the offer
    int hidden = 0;
    bool wasCancelled = false;
    QStringList wordProblems; ///< lines of the user's own word lists that could not be used, English

    [[nodiscard]] int count(FileState state) const;
    /// Always imported + duplicate + version + refused.
    [[nodiscard]] int offered() const { return static_cast<int>(files.size()); }
    /// The written report: a line a file, then the totals. `sentence` words a refusal.
    [[nodiscard]] QString toText(const std::function<QString(const Error &)> &sentence) const;
    /// A row a file, RFC 4180, with a header row; no cell can act as a formula.
    [[nodiscard]] QString toCsv(const std::function<QString(const Error &)> &sentence) const;
    /// {"totals", "files"}, indented.
    [[nodiscard]] QByteArray toJson(const std::function<QString(const Error &)> &sentence) const;
};

/// One file as JSON: what a line of the command line's report and an entry of toJson() holds.
[[nodiscard]] QJsonObject outcomeToJson(const FileOutcome &file, const std::function<QString(const Error &)> &sentence);
[[nodiscard]] QJsonObject totalsToJson(const ImportReport &report);

/// What else is to be said about a file, English sentences: its versions, the same text, the reader's remarks.
[[nodiscard]] QStringList sayings(const FileOutcome &file);

/// imported duplicate version refused
[[nodiscard]] QLatin1StringView spelling(FileState state);

} // namespace onrecord::ingest

Q_DECLARE_METATYPE(onrecord::ingest::ImportReport)
Q_DECLARE_METATYPE(onrecord::ingest::FileOutcome)

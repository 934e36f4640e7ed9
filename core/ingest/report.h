// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

namespace onrecord::ingest {

enum class FileState : quint8 { Imported, Duplicate, Version, Refused };

/// What became of one offered file.
struct FileOutcome {
    QString file;          ///< path, or the name of pasted words
    FileState state = FileState::Refused;
    Error reason;          ///< of a refused one
    ArticleId article;     ///< the new one; of a duplicate the one that was there
    QString title;
    int quotations = 0;
    int agents = 0;
    int figures = 0;
    QStringList remarks;   ///< what the reader wants known, English
};

struct ImportReport {
    std::vector<FileOutcome> files; ///< in the order of the offer
    int hidden = 0;
    bool wasCancelled = false;

    [[nodiscard]] int count(FileState state) const;
    /// Always imported + duplicate + version + refused.
    [[nodiscard]] int offered() const { return static_cast<int>(files.size()); }
    /// The written report: a line a file, then the totals. `sentence` words a refusal.
    [[nodiscard]] QString toText(const std::function<QString(const Error &)> &sentence) const;
};

/// imported duplicate version refused
[[nodiscard]] QLatin1StringView spelling(FileState state);

} // namespace onrecord::ingest

Q_DECLARE_METATYPE(onrecord::ingest::ImportReport)
Q_DECLARE_METATYPE(onrecord::ingest::FileOutcome)

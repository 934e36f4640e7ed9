// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/articlesink.h"
#include "core/ingest/offer.h"
#include "core/ingest/report.h"
#include "core/io/readscan.h"

#include <functional>

namespace onrecord::ingest {

struct Listener {
    /// Asked from several threads at once: must be callable from any.
    std::function<bool()> isCancelled = [] { return false; };
    /// Asked from several threads at once, before a file is read and before it is stored: leave the file with this number out.
    std::function<bool(int file)> isSkipped = [](int) { return false; };
    /// From several threads at once, before each file: comes back when reading may go on.
    std::function<void()> waitWhilePaused = [] {};
    /// Once, on the importing thread, before anything else: what the offer holds, folders unfolded.
    std::function<void(const QStringList &files)> offered = [](const QStringList &) {};
    /// From several threads at once: this file is being read now.
    std::function<void(int file)> started = [](int) {};
    /// From several threads at once: the text of a page of this file, which is a picture, is being recognised now; the first is 1.
    std::function<void(int file, int page, int pages)> recognising = [](int, int, int) {};
    /// After each file, on the importing thread, in the order of the offer: an imported one is committed by then. `offered` grows when a
    /// file turns out to hold several.
    std::function<void(int done, int offered, const FileOutcome &)> finished = [](int, int, const FileOutcome &) {};
};

struct ImportOptions {
    QString reader = {};   ///< the reader program; empty: the installed one
    int threads = 0;       ///< that read and extract; 0: as many as the machine has, at most 4
    QString encoding = {}; ///< charset chosen for all files; empty: found out for each
    QString words = {};    ///< folder of the user's own word lists (see ownWordsFolder()); empty or without lists: those built in
    io::RecognitionChoice recognition = {}; ///< of text in pictures
    QString recogniser = {}; ///< the program for it; empty: the one at its usual place
};

/// Where the user keeps word lists of their own, for the window and the command line: "words" in the program's data folder.
[[nodiscard]] QString ownWordsFolder();

/// Files to articles: each is read in the reader process, extracted and stored, one undo step for all. Reading runs ahead on worker
/// threads; what is ready is stored together in one transaction, in the order of the offer, so ids do not depend on the machine. Every file of
/// the offer, or each of the articles it holds (an archive, a list of references, a table), has its outcome in the report, also after Cancel, and when the project can no longer be written. Blocks.
ImportReport importFiles(const Offer &offer, ArticleSink &sink, const Listener &listener = {}, const ImportOptions &options = {});

} // namespace onrecord::ingest

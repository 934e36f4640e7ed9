// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readerprocess.h"
#include "core/io/recogniser.h"

#include <functional>

namespace onrecord::io {

/// How pictures of text are read.
struct RecognitionChoice {
    bool isOff = false;
    QStringList languages; ///< codes of the program; empty: those of `interface` and English that are installed
    QStringList interface; ///< the user's languages, BCP 47
    /// "none", "eng+deu", or nothing for the usual ones.
    [[nodiscard]] static RecognitionChoice from(const QString &words);
    friend bool operator==(const RecognitionChoice &, const RecognitionChoice &) = default;
};

struct ReadEvents {
    std::function<bool()> isCancelled = [] { return false; };
    std::function<void(int page, int pages)> recognising = [](int, int) {}; ///< the first is 1
};

/// What the choice comes to: NoRecogniser, NotRecognised, or NoSuchLanguage with those that are installed.
[[nodiscard]] Result<QStringList> languagesFor(const RecognitionChoice &choice, const Recogniser &recogniser);

/// As ReaderProcess::read(), and pages that are pictures are recognised, one after the other, and read with the rest.
/// When they cannot be and the file has no other words, the reason is the answer; when it has, they stand in the
/// remarks. A page that fails by itself is remarked too. Blocks; never call it on the GUI thread.
[[nodiscard]] Result<ReadDocument> readScan(ReaderProcess &reader, const Recogniser &recogniser, QByteArrayView bytes,
                                            const ReadHints &hints, const RecognitionChoice &choice,
                                            const ReadEvents &events = {});

} // namespace onrecord::io

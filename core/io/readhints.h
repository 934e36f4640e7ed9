// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <algorithm>
#include <vector>

namespace onrecord::io {

/// What an installed program recognised in one page.
struct RecognisedPage {
    qint32 page = 0;  ///< from 0
    QByteArray words; ///< tab-separated, as the program wrote them; nothing when it could not make out the page
    friend bool operator==(const RecognisedPage &, const RecognisedPage &) = default;
};

/// What is known about bytes beside the bytes themselves.
struct ReadHints {
    QString fileName; ///< last part of the path; its extension only breaks ties and gives rise to remarks. May be empty (paste)
    QString encoding; ///< charset chosen by the user; empty: found out
    std::vector<RecognisedPage> recognised = {}; ///< the words of pages that are pictures
    friend bool operator==(const ReadHints &, const ReadHints &) = default;
};

/// Whether these bytes have to be read where a PDF can be read. Writers put up to a kilobyte of something else in front of one
/// (ISO 32000-1, annex H).
[[nodiscard]] inline bool mayBePdf(QByteArrayView bytes)
{
    return bytes.first(std::min<qsizetype>(bytes.size(), 1024)).contains("%PDF-");
}

} // namespace onrecord::io

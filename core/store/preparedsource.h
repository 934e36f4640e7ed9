// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/sametext.h"
#include "core/store/packing.h"
#include "core/store/spokenwords.h"
#include "core/text/anchor.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace onrecord::store {

struct NewArticle;

/// Somebody whom extraction found.
struct PreparedAgent {
    QStringList names; ///< every form well-formed, none empty; the shown one among them
    QStringList keys;  ///< match::nameKey() of each
};

struct PreparedQuotation {
    Wording wording;
    std::vector<quint32> codes; ///< match::wordCodes()
    QString indexed;            ///< as the search index takes it
};

/// What storing a document needs of its text, its bytes and what extraction found, and what needs no project: made on worker threads.
struct PreparedSource {
    QString text;             ///< well-formed
    QString folded;
    QString indexed;          ///< as the search index takes it
    QByteArray bytesDigest;
    QByteArray textDigest;
    QByteArray foldedDigest;
    Packed packed;
    qint32 words = 0;
    match::WordRuns runs;     ///< of what is not struck
    std::vector<quint32> sketch;
    QString addressKey;
    std::vector<PreparedAgent> agents;         ///< as in Extraction
    std::vector<PreparedQuotation> quotations; ///< as in Extraction; nothing of one whose span is not inside the text
    bool isReadAnew = false;  ///< somebody chose how the bytes are read: another text of known bytes is a later version, not a duplicate
};

/// `text` without these spans, which are in order; a space where one was.
[[nodiscard]] QString withoutSpans(const QString &text, const std::vector<Span> &spans);

/// Pure; any thread.
[[nodiscard]] PreparedSource prepareSource(const NewArticle &article);

} // namespace onrecord::store

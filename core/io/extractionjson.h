// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/extract/extraction.h"
#include "core/extract/lexicon.h"

#include <QByteArray>
#include <QJsonObject>

namespace onrecord::io {

/// Reads one line `{"id","lang"?,"text"}` (other keys are ignored) and answers what was found in the text as one line of
/// JSON without a line feed: `{"id","quotes","agents","figures","dates"}`, offsets in Unicode code points. What the speaker of a quote quotes stands in its "inner", in the same shape.
/// `words` are lists of the user's own. Pure; callable from any thread. A line that is no such object is a Fault.
[[nodiscard]] Result<QByteArray> extractLine(const QByteArray &line, const std::vector<std::shared_ptr<const extract::Lexicon>> &words = {});

/// What extractLine answers, from an extraction made of `text`. Pieces of one reported clause become one quotation with
/// `segments`.
[[nodiscard]] QJsonObject extractionToJson(QStringView text, const extract::Extraction &extraction);

} // namespace onrecord::io

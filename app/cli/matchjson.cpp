// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matchjson.h"

#include <QJsonObject>
#include <array>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

QString spelling(match::Verdict verdict)
{
    static constexpr std::array words{"verbatim"_L1, "verbatim-other-speaker"_L1, "verbatim-other-source"_L1, "shortened"_L1, "altered"_L1, "stitched"_L1, "paraphrase"_L1, "not-found"_L1};
    return words.at(static_cast<size_t>(verdict));
}

QString spelling(match::ChangeKind kind)
{
    static constexpr std::array words{"negation"_L1, "number"_L1, "unit"_L1, "name"_L1, "hedge"_L1, "quantifier"_L1, "tense"_L1, "cut"_L1, "insert"_L1, "wording"_L1, "order"_L1};
    return words.at(static_cast<size_t>(kind));
}

QString spelling(match::Relation relation)
{
    static constexpr std::array words{"identical"_L1, "shortened"_L1, "altered"_L1, "different"_L1};
    return words.at(static_cast<size_t>(relation));
}

QJsonArray changesJson(const std::vector<match::Change> &changes)
{
    QJsonArray out;
    for (const match::Change &change : changes)
        out.append(QJsonObject{{u"kind"_s, spelling(change.kind)}, {u"from"_s, change.from}, {u"to"_s, change.to}});
    return out;
}

} // namespace onrecord::cli

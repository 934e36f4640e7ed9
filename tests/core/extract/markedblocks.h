// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"

#include <QString>
#include <utility>
#include <vector>

namespace onrecord::test {

/// The text without its ⟦ ⟧, which stand around block quotes, and where those are.
inline std::pair<QString, std::vector<Span>> blocksIn(const QString &marked)
{
    QString text;
    std::vector<Span> blocks;
    for (const QChar c : marked) {
        if (c == u'⟦')
            blocks.push_back({static_cast<qint32>(text.size()), static_cast<qint32>(text.size())});
        else if (c == u'⟧')
            blocks.back().end = static_cast<qint32>(text.size());
        else
            text += c;
    }
    return {text, blocks};
}

} // namespace onrecord::test

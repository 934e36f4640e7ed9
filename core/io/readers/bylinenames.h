// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace onrecord::io {

/// Names of a byline without its "By" ("Ann Ray and Bo Li", "Von Ann Ray", "Ann Ray, Health Editor", "Ann Ray (with Bo
/// Li)"); empty when the words are not names. Who edited or photographed is no author. `isWhole` tells whether the
/// names, and at most a job behind them, were all there was.
[[nodiscard]] QStringList namesOfByline(const QString &byline, bool *isWhole = nullptr);

/// The words behind "By", "Von", "Written by"; all of them when they do not open so.
[[nodiscard]] QString withoutByline(const QString &words);
/// Whether the words open so.
[[nodiscard]] bool opensByline(const QString &words);

} // namespace onrecord::io

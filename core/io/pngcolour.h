// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace onrecord::io {

/// A gray PNG that states one gray to be transparent (chunk tRNS, W3C PNG 11.3.2.1) without that statement, so that these dots keep
/// the gray they have, which is the paper's as a rule: recognition would take them for black. Anything else is not copied:
/// it lives as long as `picture`. O(bytes).
[[nodiscard]] QByteArray withoutKeyColour(QByteArrayView picture);

} // namespace onrecord::io

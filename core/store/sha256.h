// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace onrecord::store {

/// SHA-256 (FIPS 180-4), 32 bytes. By the processor's own instructions where it has them, which is ten times as fast; else by Qt.
[[nodiscard]] QByteArray sha256(QByteArrayView bytes);

/// The same, never by those instructions: what the other is tested against.
[[nodiscard]] QByteArray sha256WithoutInstructions(QByteArrayView bytes);

} // namespace onrecord::store

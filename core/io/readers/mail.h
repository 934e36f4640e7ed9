// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"

#include <QByteArrayView>

namespace onrecord::io {

/// A mail message or a page saved as one (MHTML). A message: subject, sender and date as lines and as metadata, then
/// the words; quoted replies are block quotes, attachments are named in the remarks. A page: its first HTML part as any
/// page, its address where the saver wrote it. `encoding` is the one chosen by the user, or empty.
[[nodiscard]] Result<void> readMail(QByteArrayView bytes, const QString &encoding, ReadDocument &document);

} // namespace onrecord::io

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"
#include "core/io/readhints.h"

#include <QByteArrayView>

namespace onrecord::io {

/// A PNG, JPEG, TIFF (of one page or several) or WebP picture. Its dots are decoded by nobody here, only its size is
/// looked at: then it is all pictures, and its text is empty; or its text is what was recognised. Malformed when it
/// states no size, TooLarge, Empty when it is too small for words or hardly any were recognised.
[[nodiscard]] Result<void> readPicture(QByteArrayView bytes, const std::vector<RecognisedPage> &recognised,
                                       ReadDocument &document);

} // namespace onrecord::io

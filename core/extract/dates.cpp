// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/phrases.h"

namespace onrecord::extract {

void findDates(Reading &, Extraction &)
{
}

} // namespace onrecord::extract

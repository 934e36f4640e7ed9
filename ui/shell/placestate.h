// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/workspace.h"

#include <QJsonObject>

namespace onrecord::ui {

/// A place as it is kept in the project's view state, and back. Ids are the project's own row ids, so it means nothing
/// in another project. Whatever is not understood, and items that the record does not have (any more), are left out.
/// Pure.
[[nodiscard]] QJsonObject placeToJson(const explore::Place &place);
[[nodiscard]] explore::Place placeFromJson(const QJsonObject &json, const Snapshot &record);

[[nodiscard]] QJsonArray filterToJson(const explore::Filter &filter);
[[nodiscard]] explore::Filter filterFromJson(const QJsonArray &json);

} // namespace onrecord::ui

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/attention.h"
#include "core/models/recordmodel.h"

#include <QColor>
#include <QString>

/// How the tables of core/models are said to people: headings, cells, the quieter second line, discs.
namespace onrecord::present {

/// The tables of the library. Stored in saved layouts: append only.
enum class Section : quint8 { Articles, People, Organisations, Quotations, Figures, Events, Claims, Attention };
inline constexpr int sectionCount = 8;

[[nodiscard]] const models::Shape &shapeOf(Section section);
[[nodiscard]] QString sectionName(Section section);
[[nodiscard]] QString concernName(explore::Concern concern);
/// Stable English key of a section in saved layouts ("people"), and back.
[[nodiscard]] QString sectionKey(Section section);
[[nodiscard]] std::optional<Section> sectionFromKey(QStringView key);
/// The section where an item is listed; nothing for what no table lists.
[[nodiscard]] std::optional<Section> sectionOf(const Snapshot &record, ItemId item);

[[nodiscard]] QString columnHeader(Section section, int column);
/// Stable English key of a column in saved layouts.
[[nodiscard]] QString columnKey(Section section, int column);
[[nodiscard]] bool isNumeric(Section section, int column); ///< right-aligned
/// Columns shown until the user chooses; the first always shows.
[[nodiscard]] bool isShownFirst(Section section, int column);

/// A cell in words; one line.
[[nodiscard]] QString cellText(Section section, const models::RecordModel &model, int row, int column);
/// What the first column says under its main line; may be empty.
[[nodiscard]] QString secondLine(Section section, const models::RecordModel &model, int row);

/// The disc of a row: whose initials, which steady colour. Null colour when the row has none.
struct Disc {
    QString letters;
    QString identity; ///< the name, for agentColour(); empty when there is no disc
    bool square = false;
};
[[nodiscard]] Disc discOf(const Snapshot &record, ItemId item);

} // namespace onrecord::present

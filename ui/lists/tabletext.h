// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/present/tableproxy.h"

#include <QList>

namespace onrecord::ui {

/// Rows of a table as text: tab-separated for pasting into spreadsheets and mails, or CSV after RFC 4180 with headers.
enum class TableFormat : quint8 { Text, Csv, Tsv };

/// `columns` in the order they come out. Text has no header and no quoting; line ends are \n, in CSV \r\n.
[[nodiscard]] QString tableText(const present::TableProxy &table, const QList<int> &rows, const QList<int> &columns, TableFormat format);

} // namespace onrecord::ui

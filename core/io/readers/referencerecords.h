// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

/// The three ways references are written, each to the same plain record.
namespace onrecord::io {

struct Reference {
    QString title;
    QStringList authors;
    QString outlet;
    QString date; ///< as EDTF or as written
    QString url;
    QString language;
    QString abstract;
    QString note;
};

/// Where records begin and end, in UTF-16 units; in text order.
[[nodiscard]] std::vector<std::pair<qsizetype, qsizetype>> risRecords(const QString &text);
[[nodiscard]] std::vector<std::pair<qsizetype, qsizetype>> bibRecords(const QString &text);

[[nodiscard]] Reference referenceFromRis(const QString &record);
[[nodiscard]] Reference referenceFromBib(const QString &record);
/// One item as JSON text.
[[nodiscard]] Reference referenceFromCsl(const QByteArray &item);

} // namespace onrecord::io

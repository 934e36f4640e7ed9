// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <vector>

namespace onrecord::io {

/// One entity of a MIME message (RFC 5322, 2045 to 2049): its fields and either its parts or its body. Believes no
/// length, nests at most 16 deep, holds at most 1,000 parts in all.
struct MimePart {
    QHash<QString, QString> fields; ///< lower-case name → decoded value; of several the first
    QString type;                   ///< "text/html", lower case; "text/plain" when nothing is said
    QString charset;
    QString fileName; ///< of an attachment
    bool isAttachment = false;
    QByteArray body; ///< transfer encoding undone; empty for a multipart
    std::vector<MimePart> parts;
    bool isCutOff = false; ///< no closing line behind the last of its parts: its bytes end too early
    bool isLastCutOff = false; ///< and they end in the last of `parts`; not when there was nothing of it, or no room for it

    [[nodiscard]] QString field(const QString &name) const { return fields.value(name); }
    /// This or the first part below of that type that is no attachment, or nullptr.
    [[nodiscard]] const MimePart *first(const QString &wanted) const;
};

[[nodiscard]] MimePart parseMime(QByteArrayView bytes);

/// "=?utf-8?q?…?=" (RFC 2047) resolved; raw 8-bit bytes as UTF-8 or windows-1252.
[[nodiscard]] QString decodedHeader(const QByteArray &raw);

/// Whether the bytes open as a message does: header fields of which two are those of mail, before any empty line.
[[nodiscard]] bool looksLikeMail(const QByteArray &head);

} // namespace onrecord::io

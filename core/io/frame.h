// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"
#include "core/io/readhints.h"

#include <QByteArray>
#include <QByteArrayView>

/// What onrecord-reader and the program say to each other about a document (how they get in touch: readerline.h).
/// A frame is its length (4 bytes, big endian) and that many bytes. A question is two frames: the hints with what is
/// wanted, then the file's bytes. An answer is one frame: the letter D and the fields of a ReadDocument in a fixed
/// order, P and a page's picture, or a failure's letter and its words. Numbers have 4 bytes, little endian, codes one;
/// a string is the number of its UTF-16 units and they; a list is how many there are and they; offsets are UTF-16
/// units. Both sides are of one build: nothing else reads this.
namespace onrecord::io {

inline constexpr qsizetype frameHeader = 4;
inline constexpr quint32 largestHints = quint32(256) << 20; // with all that was recognised in a file
inline constexpr quint32 largestAnswer = quint32(512) << 20;

[[nodiscard]] QByteArray frameLength(quint32 length);
[[nodiscard]] quint32 lengthOf(QByteArrayView fourBytes);

struct Question {
    ReadHints hints;
    qint32 draw = -1; ///< the page whose picture is wanted; none: the document
    friend bool operator==(const Question &, const Question &) = default;
};

[[nodiscard]] QByteArray encodeQuestion(const Question &question);
[[nodiscard]] Result<Question> decodeQuestion(const QByteArray &bytes);

/// At most largestAnswer bytes: a document of more is the failure TooLarge.
[[nodiscard]] QByteArray encodeAnswer(const Result<ReadDocument> &answer);
/// Believes nothing: every span, number and code is checked, and the texts are well-formed UTF-16. An answer that breaks
/// a rule is ReaderCrashed with the rule; an answer that reports a failure is that failure (of the few a reader may report).
[[nodiscard]] Result<ReadDocument> decodeAnswer(const QByteArray &bytes);

/// The same for a page's picture: of the promised size, within the limits of readdocument.h.
[[nodiscard]] QByteArray encodePicture(const Result<PagePicture> &picture);
[[nodiscard]] Result<PagePicture> decodePicture(const QByteArray &bytes);

} // namespace onrecord::io

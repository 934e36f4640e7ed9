// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace onrecord::io {

/// One speaker's words in a transcript or in subtitles.
struct Turn {
    Span speaker; ///< the name as printed
    Span words;
    QString time; ///< as printed, "00:01:15"; empty when none is given
    friend bool operator==(const Turn &, const Turn &) = default;
};

/// Somebody whom a table of people or organisations lists, as spans of the text.
struct ListedAgent {
    Span name;
    bool isOrganisation = false;
    std::vector<Span> forms; ///< other names
    Span role;               ///< empty when none is given,
    Span organisation;       ///< and so this one
    friend bool operator==(const ListedAgent &, const ListedAgent &) = default;
};

/// One of several articles or sources that a file holds (an archive, a list of references, a table).
struct ReadPart {
    QString name;     ///< with the extension by which it is read
    QByteArray bytes; ///< what is to be read in its turn
    QString refusal;  ///< why it cannot be; then there are no bytes
    friend bool operator==(const ReadPart &, const ReadPart &) = default;
};

/// A page that a reader drew: gray, a byte a dot, row by row.
struct PagePicture {
    qint32 width = 0;
    qint32 height = 0;
    qint32 dotsPerInch = 0;
    QByteArray dots;
    friend bool operator==(const PagePicture &, const PagePicture &) = default;
};

inline constexpr qint32 longestSide = 20'000;  // dots of a page's picture,
inline constexpr qint32 mostDots = 40'000'000; // and all of them

/// What a reader makes of one file: canonical text plus what the file says about itself, each field with its basis.
/// `text` is what is stored and anchored into; regions are spans of it.
struct ReadDocument {
    QString text;
    std::vector<Region> regions;
    Sourced title;
    Sourced outlet;
    QStringList authors;
    Basis authorsBasis = Basis::None;
    Dated published;
    Sourced url;
    QString language;
    QString mediaType;           ///< decided by content
    QString encoding;            ///< charset used to decode; empty for binary containers
    int replacements = 0;        ///< bytes that were not valid in that charset (U+FFFD in the text)
    QString note;                ///< what the file's own header notes about the article; becomes the article's note
    std::vector<Turn> turns;     ///< of a transcript, in text order
    std::vector<ListedAgent> people; ///< of a table of people, in text order: then the text is nothing but that list
    std::vector<ReadPart> parts;  ///< of a file that holds several: each is to be read by itself, and `text` is empty
    std::vector<Remark> remarks;  ///< things the user should know
    qint32 pageCount = 0;         ///< of a file of pages of which some are pictures
    std::vector<qint32> pictures; ///< those pages, from 0, in order, while nobody has said what words are in them; all
                                  ///< of them: `text` is empty
    std::optional<Recognition> recognition; ///< of what was recognised in pictures; who did it is for the caller to say
    friend bool operator==(const ReadDocument &, const ReadDocument &) = default;
};

} // namespace onrecord::io

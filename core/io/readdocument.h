// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record.h"
#include "core/text/selector.h"

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

/// Somebody whom a list of people or organisations states, as spans of the text.
struct ListedAgent {
    Span name;
    AgentType type = AgentType::Person;
    std::vector<Span> forms;  ///< other names,
    std::vector<Span> former; ///< earlier ones,
    std::vector<Span> weak;   ///< and such that may be others' too: nobody is recognised by them
    Span role;                ///< empty when none is given,
    Span organisation;        ///< and so this one
    QString note;             ///< what the file says of them besides; becomes a note about them
    QString entry = {};       ///< of whom is only referred to: how the line ends that lists them; empty when no line does
    friend bool operator==(const ListedAgent &, const ListedAgent &) = default;
};

/// Something that happened, as a file states it.
struct ListedEvent {
    Span name;
    QString note;
    Dated when;
    std::vector<qint32> people; ///< who took part, by their places in `people`
    QStringList addresses;      ///< of articles that report it, which may be in the project
    friend bool operator==(const ListedEvent &, const ListedEvent &) = default;
};

/// A passage that somebody marked, in another program: their quotation, or what their note is about.
struct MarkedPassage {
    Span place;               ///< in this document's text; empty when it could not be told
    Selector selector;        ///< where it stands in another text
    bool isQuotation = false; ///< of the speaker, or of nobody known
    QString speaker;
    AgentType speakerType = AgentType::Person;
    Dated said;
    QString note; ///< what was written to it, by whom and when; may be empty
    QString speakerEntry = {}; ///< how the line of a list ends that tells of the speaker; empty when there is none
    friend bool operator==(const MarkedPassage &, const MarkedPassage &) = default;
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

/// What the text of a document is: what somebody wrote, to be read, or what a reader made of data, in which nothing is
/// said but what is stated.
enum class TextIs : quint8 { Written, Listed };

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
    TextIs textIs = TextIs::Written;
    std::vector<ListedAgent> people; ///< of a list, in text order
    std::vector<ListedEvent> events; ///< likewise
    std::vector<MarkedPassage> marks;
    bool areMarksElsewhere = false; ///< the marks are of an article at `url`, if the project has it
    std::vector<ReadPart> parts;  ///< of a file that holds several: each is to be read by itself, and `text` is empty
    std::vector<Remark> remarks;  ///< things the user should know
    qint32 pageCount = 0;         ///< of a file of pages of which some are pictures
    std::vector<qint32> pictures; ///< those pages, from 0, in order, while nobody has said what words are in them; all
                                  ///< of them: `text` is empty
    std::optional<Recognition> recognition; ///< of what was recognised in pictures; who did it is for the caller to say
    friend bool operator==(const ReadDocument &, const ReadDocument &) = default;
};

} // namespace onrecord::io

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace onrecord {

/// What reading noticed about a file. The numbers go over the reader's line, the keys (`keyOf`) into projects: append only.
enum class RemarkKind : quint8 {
    Words,            ///< a sentence, as projects made before remarks had kinds hold it
    CutOff,
    CutOffInWords,
    CutOffBehindWords,
    BytesNotValid,    ///< how many places, in which encoding
    EncodingGuessed,  ///< which
    ControlCharacters, ///< how many
    OtherType,        ///< the name's extension, what the content is
    PlainJson,
    ChapterMissing,   ///< its name
    PagesMissing,     ///< how many, of how many, which
    TooDeep,          ///< how deep is read
    TrackedChanges,
    Comments,
    DateNotUnderstood, ///< its words
    SourceRecord,
    QuotedOnly,
    PeopleListed,
    Columns,          ///< what is read as what
    ColumnsLeft,      ///< their names
    NoColumns,
    HiddenEntries,    ///< how many
    TimesNotValid,    ///< how many
    HeaderBasis,      ///< the word, of which field
    HeaderDate,       ///< its words
    HeaderKey,        ///< the key
    AttachmentLeft,   ///< its name
    EventsNotKept,    ///< why
    SaidTwice,        ///< which field of the page's own data
    MixedScripts,     ///< a name in letters that only look as if they were of one script
    Recognised,       ///< by what in which languages, how sure on average in percent
    PicturesLeft,     ///< the numbers of the pages
    EntitiesRead,   ///< how the schemas were understood, with numbers
    EntitiesJoined, ///< how many lines
    EntityKeysLeft, ///< their names, with numbers
    SameNames,      ///< how many
    EventsListed,
    NodesGuessed,   ///< how many
    GraphLeft,      ///< what, with numbers
    GraphSays,      ///< its words
    Annotations,    ///< how many
    AnnotationsPlaced, ///< how many, of how many
    EntitiesElsewhere, ///< how many are here, of how many
    Count_
};

struct Remark {
    RemarkKind kind = RemarkKind::Words;
    QStringList args = {}; ///< what stands for %1 and %2
    bool isSeen = false;   ///< somebody has looked at it
    friend bool operator==(const Remark &, const Remark &) = default;
};

/// The English sentence with %1 and %2: what `ui/present` translates.
[[nodiscard]] QString messageOf(RemarkKind kind);
/// A message with its arguments, put in at once: what an argument says is no place for the next.
[[nodiscard]] QString withArgs(const QString &message, const QStringList &args);
[[nodiscard]] QString inEnglish(const Remark &remark);
[[nodiscard]] QStringList inEnglish(const std::vector<Remark> &remarks);
/// The stable key in projects; `Words` for one that is not known.
[[nodiscard]] QString keyOf(RemarkKind kind);
[[nodiscard]] RemarkKind remarkKindOf(QStringView key);
/// Part of the article is missing or damaged, or somebody may want to deceive: it is to be looked at.
[[nodiscard]] bool isDoubt(RemarkKind kind);

} // namespace onrecord

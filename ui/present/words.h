// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/record/snapshot.h"
#include "core/store/project.h"

#include <QLocale>
#include <QString>
#include <optional>

/// How the record's values are said to people: translated, in the user's locale, the same words in every pane. Pure functions;
/// plain text, never markup.
namespace onrecord::present {

/// "24 January 2025", "January 2025", "2025", "24–30 January 2025", "after 27 January 2025", "about January 2025",
/// "24 January 2025, 14:05 UTC"; "date not known" for nothing. Day, month and year stand in the locale's order. Never finer than
/// the date is known.
[[nodiscard]] QString dateInWords(const PartialDate &date, const QLocale &locale = QLocale());
/// The same with short months, without seconds and zone, for tables: "24 Jan 2025", "24 Jan 2025, 14:05". Empty for an unknown date.
[[nodiscard]] QString dateShort(const PartialDate &date, const QLocale &locale = QLocale());
/// A date as people type it: "24 January 2025", "Jan 2025", "2025", the locale's short form, or EDTF ("2025-01-24"). Nothing when
/// it is none of them.
[[nodiscard]] std::optional<PartialDate> dateFromWords(const QString &words, const QLocale &locale = QLocale());
/// What to say where words are no date.
[[nodiscard]] QString howToWriteADate();
/// "day"; empty for Unknown.
[[nodiscard]] QString precisionName(Precision precision);
/// A stretch of seconds since 1970 UTC (both inclusive; INT64_MIN / INT64_MAX open) as whole days: "23–27 January 2025".
[[nodiscard]] QString rangeInWords(qint64 from, qint64 to, const QLocale &locale = QLocale());

/// Where a field comes from: "public record", "by hand". Empty for None.
[[nodiscard]] QString basisName(Basis basis);
/// "day · public record": precision and basis as the small tag beside a date shows them; empty when nothing is known.
[[nodiscard]] QString precisionAndBasis(const Dated &dated);

[[nodiscard]] QString kindName(Kind kind);               ///< "Statement", "Scare quote"
[[nodiscard]] QString directnessName(Directness how);    ///< "in quotation marks"
[[nodiscard]] QString statusName(Status status);         ///< "Suggested"
[[nodiscard]] QString typeName(AgentType type);          ///< "Person", "Unnamed source"
[[nodiscard]] QString typeName(ItemType type);           ///< "Article", "Quotation"
[[nodiscard]] QString typeName(NameType type);           ///< "Full name", "Handle"
[[nodiscard]] QString regionName(RegionKind kind);       ///< "Headline"
[[nodiscard]] QString markerName(MarkerKind kind);       ///< "negation"
[[nodiscard]] QString stanceName(Stance stance);         ///< "for"
/// "corrects", and from the other side "is corrected by".
[[nodiscard]] QString relationName(RelationKind kind, bool isFrom);

/// How sure an attribution is, as people read it. The borders (0.85, 0.6) are the ones the extraction is tuned to.
enum class Confidence : quint8 { Unsure, Likely, Sure };
[[nodiscard]] Confidence confidenceOf(double confidence);
[[nodiscard]] QString confidenceWord(double confidence); ///< "sure", "likely", "unsure"

/// "1.3 million", "40", "2.5": no digit lost, none invented. Large round numbers as words, others grouped by the locale.
[[nodiscard]] QString numberInWords(double value, const QLocale &locale = QLocale());
/// "US dollars", "%", "chips"; an unknown unit as it is.
[[nodiscard]] QString unitName(const QString &unit);
/// The normalised quantity with its qualifier: "more than 1.3 million chips", "60–65 billion US dollars"; of a vague figure
/// (no value) the printed words.
[[nodiscard]] QString figureInWords(const Figure &figure, const QLocale &locale = QLocale());
[[nodiscard]] QString qualifierName(Qualifier qualifier); ///< "at least"; empty for None

/// What can be counted in a sentence.
enum class Noun : quint8 { Item, Article, Person, Organisation, Quotation, Figure, Event, Claim, Outlet, Mention, Wording, Word, Note, Place, Source, Utterance };
/// "1 quotation", "3 quotations": the number in the locale, the noun in the right form.
[[nodiscard]] QString countInWords(Noun noun, qint64 count, const QLocale &locale = QLocale());
/// The plural as a heading: "Quotations".
[[nodiscard]] QString headingOf(Noun noun);

/// The name of a change set as people see it in Undo, Redo and the history; the stored English where the catalogue does not
/// know its message.
[[nodiscard]] QString changeName(const store::ChangeSet &change);

/// What reading noticed, as a sentence; one from an older project as it stands there.
[[nodiscard]] QString remarkInWords(const Remark &remark);
/// Each once: what is said of a file and of a part of it is often the same.
[[nodiscard]] QStringList remarksInWords(const std::vector<Remark> &remarks);

/// What happened, what was kept, what to do: one or two sentences, without the technical detail.
[[nodiscard]] QString faultInWords(Fault fault);

/// "web page" for "text/html"; a type that has no words of its own as it is.
[[nodiscard]] QString mediaTypeName(const QString &type);
/// "web page, UTF-8"; what is empty is left out.
[[nodiscard]] QString readAsInWords(const QString &mediaType, const QString &encoding);

/// The name of any item as a heading or a chip shows it: an agent's name, an article's title (its file name when it has none), the
/// first words of a quotation in marks. Empty when the record does not have it.
[[nodiscard]] QString itemName(const Snapshot &record, ItemId item);

} // namespace onrecord::present

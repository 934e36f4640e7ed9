// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/partialdate.h"
#include "core/record/recognition.h"
#include "core/record/remark.h"
#include "core/record/words.h"
#include "core/text/anchor.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUuid>
#include <optional>
#include <vector>

/// The rows of the record as plain values: what the store hands out and panes read. No behaviour, no SQL, no Qt objects.
/// All spans are UTF-16 units of the owning article's stored text.
namespace onrecord {

struct Region {
    Span span;
    RegionKind kind = RegionKind::Boilerplate;
    bool struck = false; ///< hidden from reading and extraction; the user can restore it
    friend bool operator==(const Region &, const Region &) = default;
};

/// A value with its source: "field beats guess, user beats field".
struct Sourced {
    QString value;
    Basis basis = Basis::None;
    friend bool operator==(const Sourced &, const Sourced &) = default;
};

struct Outlet {
    OutletId id;
    QUuid uuid;
    QString name;
    AgentId agent; ///< the same organisation as somebody who speaks; null when it never does
    friend bool operator==(const Outlet &, const Outlet &) = default;
};

/// One source document. Its text and original bytes are asked of the store by id; they are not held here.
struct Article {
    ArticleId id;
    QUuid uuid;
    Sourced title;
    OutletId outlet;
    Basis outletBasis = Basis::None;
    QStringList authors;
    Basis authorsBasis = Basis::None;
    Dated published;
    QDateTime capturedAt; ///< UTC; when it came into the project
    Sourced url;
    QString language;     ///< BCP 47, empty when not known
    QString mediaType;    ///< "text/plain", decided by content
    QString encoding;     ///< name of the charset the bytes were read with
    QString fileName;     ///< last part of the path it came from
    QByteArray sha256;    ///< of the original bytes, 32 bytes
    qint64 byteCount = 0;
    qint32 textLength = 0; ///< UTF-16 units
    qint32 wordCount = 0;
    std::vector<Region> regions;
    std::vector<Remark> remarks;            ///< what reading noticed
    std::optional<Recognition> recognition; ///< of an article whose text, or part of it, was recognised in pictures
    friend bool operator==(const Article &, const Article &) = default;
};

struct AgentName {
    QString name;
    NameType type = NameType::Full;
    friend bool operator==(const AgentName &, const AgentName &) = default;
};

/// Whoever can speak, or is spoken about: person, organisation, unnamed source; places and products are kept beside them.
struct Agent {
    AgentId id;
    QUuid uuid;
    AgentType type = AgentType::Person;
    QString name;                 ///< the name shown
    QString role;                 ///< "chief executive, Perplexity" as last printed; may be empty
    AgentId affiliation;          ///< organisation of the role or of the spokesman; may be null
    std::vector<AgentName> names; ///< every form, the shown one included
    Status status = Status::Suggested;
    friend bool operator==(const Agent &, const Agent &) = default;
};

struct Mention {
    MentionId id;
    ArticleId article;
    AgentId agent;
    Span span;
    friend bool operator==(const Mention &, const Mention &) = default;
};

struct Marker {
    Span span;
    MarkerKind kind = MarkerKind::Negation;
    friend bool operator==(const Marker &, const Marker &) = default;
};

/// One occurrence of quoted words.
struct Quotation {
    QuotationId id;
    QUuid uuid;
    ArticleId article;
    Anchor content;              ///< without the outer marks
    std::vector<Span> segments;  ///< the pieces in marks of a mixed or interrupted quotation; empty when one piece
    Span cue;                    ///< "said"; empty when there is none
    QString cueText;
    Span speakerSpan;            ///< the words that name the speaker beside the quotation; may be empty
    QString mention;             ///< those words ("she")
    AgentId speaker;             ///< null when nobody is named
    std::vector<AgentId> alsoSpeakers; ///< who says it together with the speaker ("Ruiz and Hale said"), in text order
    Kind kind = Kind::Statement;
    Directness directness = Directness::Direct;
    QStringList carriers;        ///< "on X", "told CNBC", outermost first
    std::vector<Marker> markers;
    Dated said;
    QString rule;                ///< the sieve that decided, as shown to the user; empty when marked by hand
    double confidence = 1.0;     ///< of the attribution, 0..1
    Status status = Status::Suggested;
    UtteranceId utterance;       ///< null until grouped
    friend bool operator==(const Quotation &, const Quotation &) = default;
};

/// A quantity in text.
struct Figure {
    FigureId id;
    QUuid uuid;
    ArticleId article;
    Anchor content;
    std::optional<double> value; ///< nothing for "thousands"
    std::optional<double> max;   ///< upper end of a range
    QString unit;                ///< "USD", "percent", "chips", "W", "ratio", "times", "USD/1M tokens"
    Qualifier qualifier = Qualifier::None;
    QString subject;
    QString predicate;
    AgentId assertedBy;          ///< null: the article's author asserts it
    QuotationId quotation;       ///< inside these quoted words; may be null
    QString rule;
    double confidence = 1.0;
    Status status = Status::Suggested;
    friend bool operator==(const Figure &, const Figure &) = default;
};

/// Words that name a time ("last Monday"), resolved against the publication date.
struct DateMention {
    DateMentionId id;
    ArticleId article;
    Anchor content;
    Dated when;
    QString rule;
    friend bool operator==(const DateMention &, const DateMention &) = default;
};

/// Something that happened at a possibly vague time.
struct Event {
    EventId id;
    QUuid uuid;
    QString name;
    QString note;
    Dated when;
    std::vector<AgentId> agents;
    std::vector<ArticleId> articles; ///< articles that report it
    Status status = Status::Accepted;
    friend bool operator==(const Event &, const Event &) = default;
};

/// Quotations that report the same said words.
struct Utterance {
    UtteranceId id;
    QUuid uuid;
    Status status = Status::Suggested;
    friend bool operator==(const Utterance &, const Utterance &) = default;
};

enum class Stance : quint8 { For = 1, Against = 2, Mentions = 3 };

/// One piece of evidence of a claim: a quotation or a figure.
struct Evidence {
    ItemId item;
    Stance stance = Stance::For;
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// One proposition with what speaks for and against it, and the last verdict on it.
struct Claim {
    ClaimId id;
    QUuid uuid;
    QString text;
    std::vector<Evidence> evidence;
    QString verdict;      ///< word of the user's scale; empty while open
    QString explanation;
    QString author;       ///< who gave the verdict; may be empty
    QDateTime givenAt;    ///< UTC; invalid while open
    friend bool operator==(const Claim &, const Claim &) = default;
};

/// One word a verdict may be, with its number: the scale is the user's own.
struct Grade {
    GradeId id;
    qint32 number = 0;
    QString label;
    friend bool operator==(const Grade &, const Grade &) = default;
};

/// How one passage (a quotation or a figure) stands to another, as a person says.
struct Relation {
    RelationId id;
    QUuid uuid;
    ItemId from;
    ItemId to;
    RelationKind kind = RelationKind::Contradicts;
    QString note;
    friend bool operator==(const Relation &, const Relation &) = default;
};

/// A person's own words about any item.
struct Note {
    NoteId id;
    QUuid uuid;
    ItemId about;
    QString text;
    QDateTime changedAt;
    friend bool operator==(const Note &, const Note &) = default;
};

/// Below this likeness nobody wants to know: not stored, and no setting goes lower.
inline constexpr double leastLikeness = 0.4;
/// From here on two articles are shown as the same text unless somebody sets it otherwise.
inline constexpr double usualLikeness = 0.6;

/// Two articles that share their words. Links below the likeness somebody has set stay in the record and are not shown.
struct Kinship {
    KinshipId id;
    ArticleId article;     ///< the one that came later into the project
    ArticleId earlier;
    Kin kind = Kin::SameText;
    double likeness = 0;   ///< 0..1: the share of the shorter one's runs of three words that stand in the other
    Status status = Status::Suggested;
    friend bool operator==(const Kinship &, const Kinship &) = default;
};

/// What became of a person's quotation in a later version of its article: there at `to`, or lost until somebody decides.
struct Carry {
    CarryId id;
    QuotationId quotation; ///< in an earlier version
    ArticleId article;     ///< the later version
    QuotationId to;        ///< its counterpart there; null while lost or gone
    Span guess;            ///< the likeliest place there, never used unasked; may be empty
    Status status = Status::Suggested; ///< suggested: lost; accepted: the same words; edited: put there by hand; rejected: gone
    friend bool operator==(const Carry &, const Carry &) = default;
};

} // namespace onrecord

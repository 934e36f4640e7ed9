// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/partialdate.h"
#include "core/record/words.h"
#include "core/text/anchor.h"

#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

/// What reading one text finds. Plain values; all spans are UTF-16 units of the text that was given in.
/// Deterministic: the same text and options give the same result on any machine and thread count.
namespace onrecord::extract {

class Lexicon;

/// Somebody or something named in the text, with every place. Index into Extraction::agents is its identity.
struct FoundAgent {
    QString name;              ///< the fullest form printed
    AgentType type = AgentType::Person;
    QStringList forms;          ///< every surface form, the fullest first
    std::vector<Span> mentions; ///< by position; names and nominals, not pronouns
    QString role;               ///< from title or appositive; may be empty
    int affiliation = -1;       ///< index of the organisation of the role or spokesman; -1 none
    bool isListed = false;      ///< by a list of people: its forms are names that somebody stated to be theirs
    QStringList former = {};         ///< by such a list: earlier names,
    QStringList weak = {};           ///< and names that may be others' too: nobody is recognised by them
    QStringList notes = {};          ///< likewise: what it says of them besides
    QString entry = {};              ///< of whom a list only refers to: how the line of another list ends that tells of them
};

/// Something that happened, as a list states it.
struct FoundEvent {
    QString name;
    QString note;
    Dated when;
    std::vector<int> agents; ///< indexes into Extraction::agents
    QStringList addresses;   ///< of articles that report it
};

struct FoundMarker {
    Span span;
    MarkerKind kind = MarkerKind::Negation;
};

struct FoundQuotation {
    Span content;               ///< the words themselves, without the outer marks; of indirect speech the clause
    std::vector<Span> segments; ///< pieces in marks of a quotation over several paragraphs; empty when one piece
    Span clause;                ///< the whole reported clause when the words in marks are only a part of it; else empty
    Directness directness = Directness::Direct;
    Kind kind = Kind::Statement;
    int speaker = -1;           ///< index into Extraction::agents; -1 nobody
    std::vector<int> alsoSpeakers; ///< who says it together with the speaker, in text order: "Ruiz and |Hale| said"
    Span speakerSpan;           ///< words beside the quotation that name the speaker ("she"); may be empty
    Span cue;                   ///< reporting words; may be empty
    QStringList carriers;       ///< "on X", "told CNBC"
    std::vector<FoundMarker> markers;
    Dated said;                 ///< when it was said, as far as the text tells; resolved against the publication date
    QString rule;               ///< the sieve that decided ("name + cue + colon"), shown to the user
    double confidence = 0.0;    ///< 0..1
    int depth = 0;              ///< how many quotations it stands within: 0 in running text
};

struct FoundFigure {
    Span content;
    std::optional<double> value;
    std::optional<double> max;
    QString unit;
    Qualifier qualifier = Qualifier::None;
    QString subject;
    QString predicate;
    int assertedBy = -1;        ///< index into Extraction::agents; -1 the author
    QString rule;
    double confidence = 0.0;
};

struct FoundDate {
    Span content;
    Dated when;
    QString rule;
};

struct Extraction {
    std::vector<FoundAgent> agents;
    std::vector<FoundQuotation> quotations; ///< by content.start; those within another behind it
    std::vector<FoundFigure> figures;       ///< by content.start
    std::vector<FoundDate> dates;           ///< by content.start
    std::vector<FoundEvent> events;         ///< of a list alone: in text nobody looks for them
};

/// One speaker's words, where the file itself says whose they are: a transcript, subtitles, a table of quotations.
struct StatedTurn {
    Span speaker; ///< the name as printed; empty when none is
    Span words;
};

struct Options {
    QString language;        ///< BCP 47 or empty: then guessed from the text
    PartialDate published;   ///< what relative dates are resolved against; may be unknown
    QStringList authors;     ///< "I" and self-quotations mean the first of them
    std::vector<Span> struck;///< boilerplate: nothing is found inside
    std::vector<Span> setApart;///< block quotes by the layout of the source: somebody's words without marks; in order and apart
    std::vector<StatedTurn> turns = {}; ///< in text order: each becomes a quotation of its speaker, unless the text's own marks say so already
    std::vector<std::shared_ptr<const Lexicon>> words; ///< the user's own lists, one a language; a language without: those built in
};

/// One an agent: is it mentioned, or does the rest of the extraction speak of it?
[[nodiscard]] std::vector<bool> neededAgents(const Extraction &extraction);

/// Leaves the others of its agents out; who spoke or asserted and is left out is nobody. `isKept`: one an agent.
void keepAgents(Extraction &extraction, const std::vector<bool> &isKept);

/// Reads `text`. Pure; callable from any thread.
[[nodiscard]] Extraction extract(QStringView text, const Options &options = {});

} // namespace onrecord::extract

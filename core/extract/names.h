// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

#include <optional>
#include <unordered_map>

/// The steps of finding names. Private to the room.
namespace onrecord::extract {

/// Gives a mention its type, certainty and gender. `titles`: classes of the titles and roles that stand before it.
void judgeName(const Reading &reading, Mention &mention, quint64 titles);
/// Is the token a word that closes the name of a body ("Agency", "Inc.")?
[[nodiscard]] bool endsAsBodyName(const Reading &reading, int last);
/// Adds the mention, with what the text around it tells.
void finishMention(Reading &reading, Mention mention);
/// A lone capital that an ordinary word may owe to its place. It counts when a fuller name bears it out ("Page said").
void addDoubtful(Reading &reading, int token);
/// Adds the names that the run of capitalised words from token `first` to `last` holds.
void splitRun(Reading &reading, int first, int last);
/// Makes names of words that are the surname of somebody named in full elsewhere: small words ("George Will … Will said"), whose classes it takes away, and
/// German genitives ("Ruhlands Anwalt"). Wants the mentions in text order, and leaves them so.
void readSurnames(Reading &reading);
/// Takes headings and words that ran together apart, and fills Reading::mentionOf. Wants the mentions in text order.
void mendNames(Reading &reading);
/// Names in a row are of one kind ("Berlin, Vienna and Ruhland"); "in Northport" and "Northport, Ohio" are places.
void typeByContext(Reading &reading);

/// "|Landesamt| für Umwelt und Natur": the last token of a German body's name that says what the body is for; -1 when it does not.
[[nodiscard]] int bodyEnd(const Reading &reading, int body);
/// "|FC| Lauen": the last token of the name of a sports club that begins at the token; -1 when none does.
[[nodiscard]] int clubEnd(const Reading &reading, int token);

/// Lone names that only a body can bear ("Northline’s shares") are bodies.
void typeBodies(Reading &reading);

/// The agent that "the company" stands for as a source: the only organisation named before, or the one named last and most. Counts on from
/// one source to the next, so that a text is walked through once; a source further up starts anew.
class BodyMeant
{
public:
    explicit BodyMeant(const Reading &reading) : r(reading) {}
    /// -1 for none.
    [[nodiscard]] int at(const Source &source);
    /// "the authority" of the Sund Port Authority, "der Verein" of the FC Lauen: the one body before whose name says that it is such a one; of several the
    /// only one of this paragraph and the last. -1 for none. O(600 mentions).
    [[nodiscard]] int named(const Source &source) const;

private:
    const Reading &r;
    std::vector<int> m_counts; ///< of each agent's places so far
    size_t m_next = 0;         ///< mention to be counted next
    int m_head = -1;           ///< token that was asked about last
    int m_bodies = 0, m_most = -1, m_atMost = 0, m_latest = -1;
    static constexpr int none = -1, several = -2;
    int m_suffixed = none; ///< the agent whose name ends like a company's; `several` when more do
};

/// Who holds which office, as titles and appositions tell ("Ana Ruiz, the depot manager"); fills Agent::role and Agent::affiliation on the way.
class RoleHolders
{
public:
    explicit RoleHolders(Reading &reading);
    /// The agent that "the manager", "the depot manager" stands for: of several holders the one with the same words beside the office, or without
    /// any the one named last before it. -1 for none, or when several fit.
    [[nodiscard]] int at(const Source &source) const;

private:
    struct Holder {
        int agent;
        std::vector<quint64> qualifiers; ///< hashes of the words beside the office: "|depot| manager", "manager of the |depot|"
    };
    void note(int token, int agent);
    void noteOfficeBefore(const Mention &mention);
    void noteApposition(const Mention &mention);
    void add(int token, int agent);
    [[nodiscard]] int oneOf(const std::vector<Holder> &holders, const Source &source) const;
    [[nodiscard]] int latest(const std::vector<Holder> &holders, int head) const;

    Reading &r;
    std::unordered_map<quint64, std::vector<Holder>> m_holders; ///< by the hash of the office
};

/// Somebody who spoke: the token that carries the meaning of the source, and its agent.
struct Speaking {
    int token;
    int agent;
};
/// Whom a pronoun means: an agent, or a noun that has no agent yet. Neither when nobody fits.
struct Meant {
    int agent = -1;
    Source noun;
};
/// Whom "he" or "she" at token `head` means, by the names and nouns before it and by who spoke last; `speakers` in text order.
/// "the 59-year-old", "der 22-Jährige": whose age the text states to be that, else whoever it named last before whose age it does not state, or -1.
/// Nothing for a noun that tells no age.
[[nodiscard]] std::optional<int> agedPerson(const Reading &reading, const Source &source);
/// `others`: whom it does not mean.
[[nodiscard]] Meant personMeant(const Reading &reading, int head, Gender wanted, const std::vector<Speaking> &speakers, const std::vector<int> &others = {});
/// Is the name the first of its sentence or clause, with a verb behind it?
[[nodiscard]] bool isNameSubject(const Reading &reading, const Mention &mention);

/// Tells which agents the text bears out as names, and which are headings, slogans and ordinary words with a capital.
class Evidence
{
public:
    explicit Evidence(const Reading &reading);
    /// May an agent of these mentions stand? Indexes into Reading::mentions.
    [[nodiscard]] bool bearsOut(const std::vector<int> &mentions) const;

private:
    struct Support {
        bool human = false;  ///< a title, a role beside it, or a word of saying: it speaks or has an office
        bool acting = false; ///< does something, or owns something, and no article stands before it
        int running = 0;     ///< places in running text where a capital means a name
        int subject = 0;     ///< places at the start of a sentence with a verb behind
    };
    [[nodiscard]] Support supportOf(const std::vector<int> &mentions) const;
    [[nodiscard]] bool isHuman(const Mention &mention) const;
    [[nodiscard]] bool isGermanPerson(const Mention &mention) const;
    [[nodiscard]] bool isOfficeBefore(int last) const;
    [[nodiscard]] bool isOnlyCapital(const Mention &mention) const;
    [[nodiscard]] bool isInTitle(const Mention &mention) const;
    [[nodiscard]] bool fillsMarks(const Mention &mention) const;
    [[nodiscard]] bool isFinite(int token) const;
    [[nodiscard]] bool isAbbreviatedBehind(const Mention &mention) const;
    [[nodiscard]] bool isActing(const Mention &mention) const;
    [[nodiscard]] bool isPluralOfKnown(int token) const;
    [[nodiscard]] bool isLoose(const Mention &mention) const;
    [[nodiscard]] bool isOrdinary(int token) const;
    [[nodiscard]] bool looksDerived(int token) const;
    [[nodiscard]] bool bearsOutPerson(const Mention &longest, const Support &support) const;
    [[nodiscard]] bool bearsOutBody(const Mention &longest, const Support &support) const;
    [[nodiscard]] bool isWrittenSmall(quint64 hash) const;

    const Reading &r;
    std::vector<quint64> m_lone;  ///< hashes of names of one word, sorted
    std::vector<quint64> m_small; ///< hashes of name words that the text writes small elsewhere, sorted
};

/// Counts he and she for the gender of the agents.
void countPronouns(Reading &reading);
/// "wife", "uncle": Unknown for a word that is no kin's or sex's own.
[[nodiscard]] Gender kinGender(const Reading &reading, int token);
/// German: the gender of the one person whom a noun phrase means by its office, age or the like ("die Forscherin", "der 79-Jährige"); Unknown for a
/// body, a thing or several.
[[nodiscard]] Gender personalGender(const Reading &reading, const Source &source);
/// German: the noun phrase of that gender which opens one of the sentences before the pronoun at token `head` in its paragraph, with no name since
/// ("Eine Rentnerin steht dabei. „…“, sagt |sie|."). Invalid when there is none.
[[nodiscard]] Source describedBefore(const Reading &reading, int head, Gender wanted);

} // namespace onrecord::extract

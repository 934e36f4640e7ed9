// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/extract/extraction.h"
#include "core/io/readdocument.h"
#include "core/record/snapshot.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace onrecord::store {

struct PreparedSource;

/// What goes in with one source document: one transaction, one named change set.
struct NewArticle {
    io::ReadDocument document;
    extract::Extraction extraction;
    QByteArray original;  ///< the file's bytes, unchanged
    QString fileName;
    std::shared_ptr<const PreparedSource> prepared = {}; ///< of prepareSource(), when somebody had the time; else made in storing
};

enum class AddState : quint8 { Imported, Duplicate, Version };

struct Added {
    AddState state = AddState::Imported;
    ArticleId article;    ///< the new one, or the one that was already there
    int quotations = 0;
    int agents = 0;
    int figures = 0;
    QString title;        ///< of the article
    ArticleId earlier;    ///< of a version: the one before it
    int carried = 0;      ///< of a version: decided quotations that stand in it word for word
    int lost = 0;         ///< and those that somebody has to look at
    ArticleId sameText;   ///< the article that prints most of the same words; null for none
    double likeness = 0;  ///< to that one
    int annotations = 0;  ///< of a file of annotations that went to an article which was here: how many,
    int placed = 0;       ///< and how many of them were found in its text
};

/// An article as it is read once a passage of it is struck, or restored; see ingest/restrike.h.
struct Restriking {
    ArticleId article;
    Span passage;
    bool struck = false;
    std::vector<Region> was; ///< its regions when it was read
    NewArticle read;         ///< its stored text, its regions as they are to be and what extraction finds with them
};

/// What became of the suggestions inside the passage.
struct Restruck {
    int quotations = 0; ///< found, that were not there
    int figures = 0;    ///< likewise
    int gone = 0;       ///< quotations and figures that nobody had decided on
    int kept = 0;       ///< and those that somebody had: they stay though they stand in what is struck
};

struct SearchHit {
    ItemId item;          ///< article, quotation, agent or note
    ArticleId article;    ///< where; null for an agent or a note about one
    Span span;            ///< the words found in the article's text; empty for a name
    QString snippet;      ///< plain text around the hit
    double rank = 0.0;    ///< smaller is better
};

struct SearchAnswer {
    QString explained;    ///< the query in plain words ("all of: model, gift")
    std::vector<SearchHit> hits;
    qint64 total = 0;     ///< hits that exist, also beyond the limit
};

/// One entry of the history: what Undo and Redo name.
struct ChangeSet {
    qint64 id = 0;
    QString name;         ///< "Import 5 Articles", in English; empty when there is no change set
    QString message;      ///< what present translates: "Import %n Article(s)", "Rename “%1”"
    QStringList args;     ///< for %1 …
    int count = 1;        ///< for %n
    QDateTime at;
    bool undone = false;
    friend bool operator==(const ChangeSet &, const ChangeSet &) = default;
};

struct CheckReport {
    bool ok = false;
    QString structure;            ///< "ok" or SQLite's own words
    qint64 digestsChecked = 0;
    struct Bad {
        QString what;             ///< "article", "quotation" …
        qint64 id = 0;
        QString name;             ///< title or first words
        QString why;
    };
    std::vector<Bad> bad;
};

enum class OpenMode : quint8 { ReadWrite, ReadOnly };

/// One project file, opened: the only way to its rows. Owns the single SQLite connection. All calls on the thread that made it
/// (the store thread in the window; the main thread in the command line). Every mutating call is one transaction holding the change,
/// its search index rows, its digests and its named change set; after an error nothing of it is stored.
class Project
{
public:
    /// A new file; refuses to overwrite.
    static Result<std::unique_ptr<Project>> create(const QString &path, std::shared_ptr<const Clock> clock);
    static Result<std::unique_ptr<Project>> open(const QString &path, std::shared_ptr<const Clock> clock, OpenMode mode = OpenMode::ReadWrite);
    ~Project();
    Project(const Project &) = delete;
    Project &operator=(const Project &) = delete;

    [[nodiscard]] QString path() const;
    [[nodiscard]] bool isReadOnly() const;
    /// What the check at opening found wrong with the file's structure, in SQLite's words; empty for a sound file. Such a file
    /// opens only when asked for read-only: what can be read is shown, nothing is written (otherwise Fault::Damaged).
    [[nodiscard]] QString damage() const;
    /// The tables that cannot be read at all in such a file ("note"): snapshot() lacks their rows and what hangs on them.
    [[nodiscard]] QStringList unreadable() const;
    /// Where the file is kept as it was before its older format was brought up to date at this opening; empty when it was not.
    [[nodiscard]] QString oldFormatCopy() const;
    [[nodiscard]] QUuid uuid() const;
    /// Grows with every change of the record in this session.
    [[nodiscard]] quint64 revision() const;
    /// Between beginBatch() and endBatch().
    [[nodiscard]] bool isInBatch() const;

    // Reading
    [[nodiscard]] Result<SnapshotPtr> snapshot() const;       ///< the same pointer until something changes
    [[nodiscard]] Result<QString> articleText(ArticleId id) const;
    [[nodiscard]] Result<QByteArray> originalBytes(ArticleId id) const;
    /// Plain words first; "phrases", -not, OR, prefix*, NEAR, field:value, before:/after:. Never an error for any user text.
    [[nodiscard]] Result<SearchAnswer> search(const QString &query, int limit = 200) const;
    /// The items alone that search() would find, best first, all of them: what a filter by words lets through.
    [[nodiscard]] Result<std::vector<ItemId>> searchItems(const QString &query) const;
    /// Every place where the folded words stand in an article's text, exact after folding: the first "check a quote".
    [[nodiscard]] Result<std::vector<SearchHit>> findWords(const QString &words, int limit = 200) const;

    /// Articles whose text shares most telling words with these, best first: where an altered quote may stand. Decides nothing.
    [[nodiscard]] Result<std::vector<ArticleId>> articlesAlike(const QString &words, int limit = 24) const;

    /// A quotation of the record and the part of the shorter wording's words that both have in the same order.
    struct AlikeQuotation {
        QuotationId id;
        double likeness = 0;
        friend bool operator==(const AlikeQuotation &, const AlikeQuotation &) = default;
    };
    /// Quotations that share most word pairs with these words, best first: from memory once loadQuotes() is done, from the file before.
    /// Decides nothing. Words alone, and quotations of one word, have no pair.
    [[nodiscard]] Result<std::vector<AlikeQuotation>> quotationsAlike(const QString &words, int limit = 32) const;
    /// Reads on for about so long what quotationsAlike() needs in memory; true when nothing is left to do. To be called again and again
    /// between other calls; while another thread puts in order what was read it returns at once.
    bool loadQuotes(std::chrono::milliseconds budget);
    [[nodiscard]] bool hasLoadedQuotes() const;

    // Changing (each one undo step)
    Result<Added> addArticle(const NewArticle &article);
    /// Several in one transaction, each with a change set of its own: an answer an article, in their order. One that is refused leaves the
    /// others; when they cannot be stored together, each is tried alone. Answered means durable.
    std::vector<Result<Added>> addArticles(std::span<const NewArticle> articles);
    /// Several articles as one undo step: begin, addArticle…, end. A crash in between keeps every article acknowledged.
    /// The name's %n stands for the number of articles: "Import %n Article(s)". Other changes in between keep their own steps.
    Result<void> beginBatch(const QString &name);
    Result<void> endBatch();
    /// Everything `call` changes is one undo step of this name ("Add “%1”"). When it fails, nothing of it is stored.
    Result<void> oneStep(const QString &message, const QStringList &args, const std::function<Result<void>(Project &)> &call);
    /// Everything `call` changes belongs to the batch under way; without one to steps of its own.
    Result<void> inBatch(const std::function<Result<void>(Project &)> &call);
    Result<void> setStatus(const std::vector<ItemId> &items, Status status);
    Result<void> setSpeaker(QuotationId quotation, AgentId speaker); ///< alone: nobody says it together with them any more
    Result<void> addSpeaker(QuotationId quotation, AgentId speaker); ///< behind those who say it; nothing when they do already
    Result<void> removeSpeaker(QuotationId quotation, AgentId speaker); ///< of the others the first is the speaker then
    Result<void> setKind(QuotationId quotation, Kind kind);
    Result<QuotationId> addQuotation(ArticleId article, Span content, Kind kind, AgentId speaker);
    Result<void> setContent(QuotationId quotation, Span content); ///< moved boundaries
    Result<AgentId> addAgent(const QString &name, AgentType type);
    Result<void> renameAgent(AgentId agent, const QString &name);
    Result<void> addName(AgentId agent, const AgentName &name); ///< as renaming does, it makes the agent an edited one
    Result<void> mergeAgents(AgentId kept, const std::vector<AgentId> &merged);
    /// title outlet authors published url; the basis becomes User. Without words: somebody says that there is none.
    Result<void> setArticleField(ArticleId article, const QString &field, const QString &value) { return setArticleField(std::vector{article}, field, value); }
    Result<void> setArticleField(const std::vector<ArticleId> &articles, const QString &field, const QString &value);
    /// Strikes or restores a passage. Suggestions inside go, or come; whatever somebody decided on, or built on, stays as it is, and so does
    /// all that stands elsewhere. Fault::Conflict when the article's regions are others by now.
    Result<Restruck> restrike(const Restriking &restriking);
    /// Somebody has looked at what reading noticed about them.
    Result<void> setRemarksSeen(const std::vector<ArticleId> &articles);
    Result<EventId> addEvent(const Event &event);
    Result<void> setEvent(const Event &event);
    Result<ClaimId> addClaim(const QString &text, const std::vector<Evidence> &evidence);
    Result<void> setClaimText(ClaimId claim, const QString &text);
    Result<void> setEvidence(ClaimId claim, const std::vector<Evidence> &evidence); ///< adds, or changes what it speaks for
    Result<void> removeEvidence(ClaimId claim, ItemId item);
    Result<void> giveVerdict(ClaimId claim, const QString &word, const QString &explanation, const QString &author); ///< earlier ones are kept
    Result<void> setGrades(const std::vector<Grade> &grades); ///< the whole scale of verdicts; those without a label are dropped
    Result<RelationId> addRelation(const Relation &relation); ///< `id` and `uuid` are not read
    Result<void> setRelation(const Relation &relation);       ///< its kind and note
    Result<void> removeRelation(RelationId relation);
    Result<NoteId> addNote(ItemId about, const QString &text);
    Result<void> setNote(NoteId note, const QString &text);       ///< empty text removes it
    /// Somebody says that two articles print the same text (Accepted), or that they do not (Rejected).
    Result<void> setKinshipStatus(KinshipId kinship, Status status);
    /// From which likeness on (0.4 to 1) two articles count as the same text: kept in the file like a view state, no undo step.
    Result<void> setSameTextFrom(double likeness);
    /// Puts a lost quotation at a place of the later version, chosen by a person; or says that it is gone from it.
    Result<void> attachCarried(CarryId carry, Span place);
    Result<void> dismissCarried(CarryId carry) { return dismissCarried(std::vector{carry}); }
    Result<void> dismissCarried(const std::vector<CarryId> &carries);
    Result<void> removeItems(const std::vector<ItemId> &items, const QString &name);

    // History
    [[nodiscard]] Result<std::vector<ChangeSet>> history(int limit = 200) const; ///< newest first
    [[nodiscard]] ChangeSet undoStep() const; ///< what Undo would take back; without a name when there is nothing
    [[nodiscard]] ChangeSet redoStep() const;
    [[nodiscard]] QString undoName() const;  ///< empty when there is nothing to undo
    [[nodiscard]] QString redoName() const;
    Result<void> undo();
    Result<void> redo();

    // Safety
    /// A copy of the whole project: written beside `target`, reopened, checked in full, compared with this one, then renamed into
    /// place. Never replaces a file (Fault::AlreadyExists). A copy that does not pass is removed (Fault::BackupFailed).
    Result<void> backup(const QString &target) const;
    /// Structure and digests; `progress` gets 0..1 and returns false to cancel (Fault::Cancelled).
    [[nodiscard]] Result<CheckReport> check(const std::function<bool(double)> &progress = {}) const;

    // View state (layouts, sorted columns, last place): kept in the file, not part of history
    Result<void> setViewState(const QString &key, const QJsonObject &state);
    [[nodiscard]] QJsonObject viewState(const QString &key) const;

private:
    class Private;
    explicit Project(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace onrecord::store

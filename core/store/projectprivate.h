// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/articlewriter.h"
#include "core/store/changelog.h"
#include "core/store/connection.h"
#include "core/store/project.h"
#include "core/store/projectfile.h"
#include "core/store/quotecache.h"
#include "core/store/searchindex.h"

#include <optional>
#include <variant>

namespace onrecord::store {

/// What an undo step is called: an English message, with %1… for `args` and %n for how many change sets it holds.
struct ChangeName {
    QString message;
    QStringList args;
    bool inBatch = false; ///< joins the batch under way: one undo step with its neighbours
    int count = 1;        ///< for %n
};

inline const QString importMessage = QStringLiteral("Import %n Article(s)");
inline const QString linkMessage = QStringLiteral("Link %n Duplicate(s)");

class Project::Private
{
public:
    QString path;
    std::shared_ptr<const Clock> clock;
    LookedAt file;
    OpenMark mark;
    std::unique_ptr<Connection> connection; ///< null after an error that could not be recovered from
    std::unique_ptr<Tables> tables;
    std::unique_ptr<SearchIndex> index;
    std::unique_ptr<QuoteRows> quoteRows;
    QuoteCache quotes;
    ImportMemory memory;
    bool readOnly = false;
    bool mayBeDamaged = false; ///< read-only was asked for: show what can be read
    QString damage;
    QString oldFormatCopy; ///< where the file as it was before its format was brought up to date is kept
    bool hasWritten = false; ///< since opening: the file says "not closed cleanly"
    QUuid uuid;
    std::optional<qint64> batch;
    RowWriter::Highest highest; ///< ids given out in this session
    struct StepNames {
        quint64 revision = 0;
        ChangeSet undo, redo;
    };
    mutable StepNames stepNames; ///< of `revision`
    bool allInBatch = false; ///< every change joins it, not only those that say so
    mutable QStringList unreadable; ///< tables, when the snapshot was read
    mutable std::optional<bool> pointsNowhere; ///< its rows have orphans; not known before the first snapshot
    mutable SnapshotPtr snapshot; ///< null when something changed since
    quint64 revision = 1;
    Transaction *whole = nullptr; ///< of a step that is made of several changes
    QByteArray committing; ///< the change set whose COMMIT is under way

    ~Private();

    void readSnapshot() const;
    [[nodiscard]] QJsonObject viewState(const QString &key) const;

    /// Opens the connection with all checks of reliability 5.4, steps 3 to 8. Throws.
    void connect();
    void connectTo();
    /// Checks all but what was quickly checked, with that complaint; mends the index, brings an older format up to date; throws Refusal for
    /// what may not be opened.
    void requireSound(Connection &opened, SearchIndex &search, bool isQuick, const QString &pages);
    /// Ends the session in order: the next opening need not check everything.
    void disconnect();

    /// The one way to change the record: `work(RowWriter &)` and what belongs to it in one transaction. Nothing is stored
    /// when it throws or changes nothing. `name` is read after the work, which may still decide on it.
    template<class Work>
    auto change(const ChangeName &name, Work work) -> Result<std::invoke_result_t<Work, RowWriter &>>
    {
        using R = std::invoke_result_t<Work, RowWriter &>;
        return guarded([&]() -> Result<R> {
            requireWritable();
            std::conditional_t<std::is_void_v<R>, std::monostate, std::optional<R>> result;
            RowWriter::Highest given;
            keeping([&] {
                Transaction transaction(*connection);
                const ChangeRecorder recorder(*connection);
                RowWriter writer(*connection, *tables, highest);
                if constexpr (std::is_void_v<R>)
                    work(writer);
                else
                    result = work(writer);
                given = writer.lastIds();
                record(transaction, recorder, name);
            });
            highest.insert(given);
            if constexpr (std::is_void_v<R>)
                return {};
            else
                return std::move(*result);
        });
    }

    /// Refuses when nothing can be written: read-only, broken, or another file has taken this one's name (F16).
    void requireWritable() const;
    [[nodiscard]] Connection &readable() const;
    /// Runs a transaction. After an I/O error nobody knows what is on the disk: the file is closed, opened and checked
    /// again, and the error is thrown on only when the change is really not there (finding 7).
    template<class Call>
    void keeping(Call call)
    {
        committing.clear();
        try {
            call();
        } catch (const SQLite::Exception &exception) {
            reopenAfter(exception);
            if (!isStored(committing))
                throw;
        }
    }
    void reopenAfter(const SQLite::Exception &exception);

    [[nodiscard]] const StepNames &namesOfSteps() const;
    void record(Transaction &transaction, const ChangeRecorder &recorder, const ChangeName &name);
    /// Keeps both indexes true to these rows, within the transaction.
    void refreshIndexes(const std::vector<ChangedRow> &rows, SearchIndex::Way way);
    /// Stores what was recorded as a change set, within the transaction; false when nothing had changed.
    /// `meanwhile` is done while the set is packed on another thread.
    bool keepChanges(const ChangeLog::Changes &changes, const ChangeName &name, const std::function<void()> &meanwhile = [] {});
    void commit(Transaction &transaction, bool hasChanges);
    /// What the articles of one transaction come to.
    struct Tally {
        int imported = 0;
        int linked = 0;
        QString linkedTitle; ///< of the last one
    };
    /// Within a transaction of the caller. Throws what the article is refused for.
    Added addOne(RowWriter &writer, const NewArticle &article, Tally &tally);
    /// The same as a part of the transaction that can be taken back alone: a refused article leaves nothing behind.
    Result<Added> addApart(RowWriter &writer, ChangeLog &log, const NewArticle &article, Tally &tally);
    /// What takes an article back alone costs every page that it changes; `apart` only once one was refused halfway.
    enum class Parts { One, Apart };
    std::vector<Result<Added>> addAll(RowWriter &writer, ChangeLog &log, std::span<const NewArticle> articles, Parts parts, Tally &tally);
    std::vector<Result<Added>> addTogether(std::span<const NewArticle> articles, Parts parts = Parts::One);
    [[nodiscard]] bool isStored(const QByteArray &changeUuid) const;
    void markUnclean();
    /// What was kept in memory for imports may not be what the rows say any more.
    void forgetForImports();
    void changed();

    /// The change sets that the next undo (or redo) takes back (or makes again), in order of doing so.
    [[nodiscard]] std::vector<qint64> nextStep(bool undo) const;
    void move(bool undo);
    /// A new row of change_batch.
    qint64 openBatch(const QString &message, const QStringList &args);
};

} // namespace onrecord::store

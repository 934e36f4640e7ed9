// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/latest.h"
#include "core/explore/filter.h"
#include "core/explore/selection.h"
#include "core/explore/timewindow.h"
#include "core/record/snapshot.h"

#include <QObject>
#include <QStringList>
#include <vector>

namespace onrecord::explore {

/// A passage to show: an article, the words in it, and the item they belong to (may be null).
struct Passage {
    ArticleId article;
    Span span;
    ItemId item;
    friend bool operator==(const Passage &, const Passage &) = default;
};

/// Where somebody is: what Back and Forward walk through.
struct Place {
    Filter filter;
    QSet<ItemId> items;
    ItemId current;
    Passage passage;
    friend bool operator==(const Place &, const Place &) = default;
};

/// What every pane shares and answers through: the snapshot, the filter and what passes it, the selection, the time window,
/// the open passage, and the trail of places. Panes hold none of these themselves. GUI thread.
class Workspace : public QObject
{
    Q_OBJECT
public:
    enum Change { SnapshotChange = 1, FilterChange = 2, SelectionChange = 4, PassageChange = 8, TimeWindowChange = 16, AllChanges = 31 };
    Q_DECLARE_FLAGS(Changes, Change)

    explicit Workspace(QObject *parent = nullptr);

    [[nodiscard]] SnapshotPtr snapshot() const { return m_snapshot; } ///< never null
    /// Keeps filter and selection as far as their ids still exist. A large record under a filter is put through it on a worker first and
    /// shows when that is done, so that snapshot() and visible() always belong together.
    void setSnapshot(SnapshotPtr snapshot);

    [[nodiscard]] const Filter &filter() const { return m_filter; }
    /// The filter is new at once; what passes it follows at once for a small record, from a worker for a large one (FilterChange
    /// is then told twice).
    void setFilter(const Filter &filter);
    [[nodiscard]] const Visible &visible() const { return m_visible; }
    /// visible() is not yet that of filter().
    [[nodiscard]] bool isFiltering() const { return m_latest.isAsking(); }
    /// The answer of the search index for the filter's Words term; ignored when the words have changed since.
    void setWordHits(const WordHits &hits);
    [[nodiscard]] const WordHits &wordHits() const { return m_hits; }

    [[nodiscard]] Selection &selection() { return m_selection; }
    [[nodiscard]] const Selection &selection() const { return m_selection; }
    [[nodiscard]] TimeWindow &timeWindow() { return m_timeWindow; }

    [[nodiscard]] const Passage &passage() const { return m_passage; }
    void setPassage(const Passage &passage);
    /// Selects the item and shows its passage: a quotation, figure or mention its words, an article its beginning, an agent
    /// its first visible quotation, else first mention. Leaves the passage alone for an item without one. Tells a PassageChange also when
    /// that passage was open: it may have been scrolled away.
    void open(ItemId item);
    /// The passage open() would show; null article when there is none.
    [[nodiscard]] Passage passageOf(ItemId item) const;

    /// Everything the selection touches: for an agent its quotations and their articles, for a quotation its speaker,
    /// article, outlet and variants, and so on; the selected items included. What "highlight everywhere" paints.
    [[nodiscard]] const QSet<ItemId> &related() const;

    /// One short breadcrumb a place. markPlace() is called after a gesture that a person would want to come back to;
    /// an equal place is not marked twice.
    void markPlace();
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < static_cast<int>(m_trail.size()); }
    [[nodiscard]] const std::vector<Place> &trail() const { return m_trail; }
    [[nodiscard]] int trailPosition() const { return m_at; }
    void goTo(int trailPosition);
    void goBack() { goTo(m_at - 1); }
    void goForward() { goTo(m_at + 1); }
    /// A new project: empty filter, selection, window and trail.
    void reset(SnapshotPtr snapshot);

Q_SIGNALS:
    /// Once per event-loop turn at most, with everything that changed since; this is what panes connect to.
    void changed(onrecord::explore::Workspace::Changes changes);
    /// The filter holds a Words term that wants the index asked: answer with setWordHits().
    void wordsWanted(const QString &words);
    void trailChanged();

private:
    void note(Changes changes);
    void flush();
    void refilter(Changes changes);
    void install(Visible visible, Changes changes);
    void prune();

    SnapshotPtr m_snapshot;
    SnapshotPtr m_incoming; ///< waits for its Visible
    Latest<Visible> m_latest;
    Changes m_refilterChanges;
    Filter m_filter;
    WordHits m_hits;
    Visible m_visible;
    Selection m_selection;
    TimeWindow m_timeWindow;
    Passage m_passage;
    mutable QSet<ItemId> m_related;
    mutable bool m_relatedStale = true;
    std::vector<Place> m_trail;
    int m_at = -1;
    bool m_travelling = false;
    Changes m_pending;
    bool m_flushQueued = false;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Workspace::Changes)

} // namespace onrecord::explore

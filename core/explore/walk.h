// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/explore/filter.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

/// A walk: an ordered list of stops through a record, each of which sets filters, selection and panes and says a few words.
/// Walks are plain text so that people can write their own:
///
///     # Title
///     introduction, paragraphs
///     ## Title of a stop
///     show: person "Ana Ruiz", kind scare      (filter; nothing: everything is shown)
///     select: quotation "rust in every" in bridge.md
///     time: 2031-05-01/2031-05-10              (EDTF; what the time axes show)
///     panes: source, timeline                  (object names of the panes to bring up)
///     paragraphs
///     Why it matters: one paragraph
///
/// References: person, organisation, outlet, event, article, quotation, figure, kind. An event and an article are found by how their
/// name begins, a quotation and a figure by words they hold; "in" names the file of the article.
namespace onrecord::explore {

struct Reference {
    ItemType type = ItemType::None;
    std::optional<Kind> kind; ///< set for "kind scare", then the rest is empty
    QString words;
    QString file;
    friend bool operator==(const Reference &, const Reference &) = default;
};

struct Stop {
    QString title;
    std::vector<Reference> show;
    std::optional<Reference> select;
    PartialDate time;
    QStringList panes;
    QStringList paragraphs;
    QString why;
    friend bool operator==(const Stop &, const Stop &) = default;
};

struct Walk {
    QString title;
    QStringList introduction;
    std::vector<Stop> stops;
    friend bool operator==(const Walk &, const Walk &) = default;
};

/// Pure. Fault::Malformed with "line N: …" for the first line that is not understood.
[[nodiscard]] Result<Walk> parseWalk(QStringView text);

/// The item a reference means in this record; null when it is not there.
[[nodiscard]] ItemId resolve(const Reference &reference, const Snapshot &record);

/// The filter of a stop; references that are not in the record are left out and counted in `missing`.
[[nodiscard]] Filter filterOf(const Stop &stop, const Snapshot &record, int *missing = nullptr);

} // namespace onrecord::explore

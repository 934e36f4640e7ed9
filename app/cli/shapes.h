// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"
#include "core/store/project.h"
#include "core/text/offsets.h"

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <memory>

/// The rows of the record as the JSON of the command line: fixed keys, offsets in code points, null for what is not known.
namespace onrecord::cli {

/// Translates spans of stored texts into code points; the texts fetched last are kept.
class CodePoints
{
public:
    explicit CodePoints(const store::Project &project) : m_project(project) {}
    /// In UTF-16 units when the text cannot be read.
    [[nodiscard]] Span of(ArticleId article, Span span);

private:
    const store::Project &m_project;
    QHash<ArticleId, std::shared_ptr<CodePointMap>> m_maps;
};

[[nodiscard]] QJsonValue orNull(const QString &text);
/// {"date","precision","basis"}, or null for an unknown date.
[[nodiscard]] QJsonValue toJson(const Dated &date);
[[nodiscard]] QString nameOf(const Snapshot &snapshot, AgentId agent);
/// The names of those who say something together with its speaker; mostly empty.
[[nodiscard]] QJsonArray alsoNames(const Snapshot &snapshot, const std::vector<AgentId> &agents);

[[nodiscard]] QJsonObject toJson(const Snapshot &snapshot, const Article &article);
[[nodiscard]] QJsonObject toJson(const Snapshot &snapshot, const Agent &agent);
[[nodiscard]] QJsonObject toJson(const Snapshot &snapshot, const Quotation &quotation, CodePoints &points);
[[nodiscard]] QJsonObject toJson(const Snapshot &snapshot, const Figure &figure, CodePoints &points);
[[nodiscard]] QJsonObject toJson(const Snapshot &snapshot, const Event &event);

} // namespace onrecord::cli

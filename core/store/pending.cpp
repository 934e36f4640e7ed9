// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/projectprivate.h"

namespace onrecord::store {

namespace {
auto pending() { return fail(Fault::Internal, QStringLiteral("not built yet")); }
} // namespace

Result<SearchAnswer> Project::search(const QString &, int) const { return pending(); }
Result<std::vector<SearchHit>> Project::findWords(const QString &, int) const { return pending(); }
Result<void> Project::setStatus(const std::vector<ItemId> &, Status) { return pending(); }
Result<void> Project::setSpeaker(QuotationId, AgentId) { return pending(); }
Result<void> Project::setKind(QuotationId, Kind) { return pending(); }
Result<QuotationId> Project::addQuotation(ArticleId, Span, Kind, AgentId) { return pending(); }
Result<void> Project::setContent(QuotationId, Span) { return pending(); }
Result<AgentId> Project::addAgent(const QString &, AgentType) { return pending(); }
Result<void> Project::renameAgent(AgentId, const QString &) { return pending(); }
Result<void> Project::addName(AgentId, const AgentName &) { return pending(); }
Result<void> Project::mergeAgents(AgentId, const std::vector<AgentId> &) { return pending(); }
Result<void> Project::setArticleField(ArticleId, const QString &, const QString &) { return pending(); }
Result<EventId> Project::addEvent(const Event &) { return pending(); }
Result<void> Project::setEvent(const Event &) { return pending(); }
Result<NoteId> Project::addNote(ItemId, const QString &) { return pending(); }
Result<void> Project::setNote(NoteId, const QString &) { return pending(); }
Result<void> Project::removeItems(const std::vector<ItemId> &, const QString &) { return pending(); }
Result<void> Project::backup(const QString &) const { return pending(); }
Result<CheckReport> Project::check(const std::function<bool(double)> &) const { return pending(); }

} // namespace onrecord::store

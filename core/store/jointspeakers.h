// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/store/rowwriter.h"

#include <QSet>
#include <vector>

/// Who says a quotation together with its speaker: the rows of joint_speaker. Nobody is there twice or is the speaker as well.
namespace onrecord::store {

/// Nothing when the quotation has no speaker. `others` in text order; the speaker and null ids among them are left out.
void addJointSpeakers(RowWriter &writer, qint64 quotation, AgentId speaker, const std::vector<AgentId> &others);
/// Those of one quotation for another one that has none.
void copyJointSpeakers(RowWriter &writer, qint64 from, qint64 to);
/// One more says it, behind the others; the first when nobody did. False when they say it already.
[[nodiscard]] bool addSpeaker(RowWriter &writer, qint64 quotation, qint64 agent);
/// One of those who say it does not; of the others the first is the speaker then. False when they did not say it.
[[nodiscard]] bool removeSpeaker(RowWriter &writer, qint64 quotation, qint64 agent);
/// An agent goes. Where it was the speaker, the first of the others is now.
void removeJointSpeaker(RowWriter &writer, qint64 agent);
/// `other` is `kept`. Wants the quotations' own speakers merged before.
void mergeJointSpeakers(RowWriter &writer, qint64 kept, qint64 other);
/// The others of this quotation.
void collectJointSpeakers(Connection &connection, qint64 quotation, QSet<qint64> &agents);

} // namespace onrecord::store

// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/speakers.h"

namespace onrecord {

QString namesOf(const Snapshot &record, const std::vector<AgentId> &agents)
{
    QStringList names;
    for (const AgentId id : agents) {
        if (const Agent *agent = record.agent(id))
            names.append(agent->name);
    }
    return names.join(QStringLiteral(", "));
}

} // namespace onrecord
